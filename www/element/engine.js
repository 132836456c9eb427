// Turns the first request for a chart into one running engine for all charts of its kind in the page, and replaces it
// after a trap.

import { glue } from "indicator-chart-engine";
import { chunk } from "./chunk.js";
import * as own from "./own.js";
import { Problem } from "./problem.js";
import { fetching, missing } from "./refusal.js";

/** @import {Own} from "./own.js" */
/** @import {Client, Glue} from "./types.js" */
/** Makes a copy of the glue, for one instance. @typedef {() => Glue} Copy */

/** After this long without an engine, readers are told and may start again; the fetch goes on. */
const PATIENCE_MS = 10_000;
/** First four bytes of every wasm file. */
const MAGIC = [0x00, 0x61, 0x73, 0x6d];

export class Engine {
  /** @type {Glue | undefined} */
  glue;
  /** Rises with each instance; a chart belongs to the instance that made it. */
  generation = 0;
  #own;
  #load;
  /** @type {WebAssembly.Module | undefined} */
  #module;
  /** @type {Copy | undefined} */
  #copy;
  /** Who waits, and where each wants the module from. @type {Map<Client, string>} */
  #clients = new Map();
  /** The fetches under way, by address. @type {Map<string, AbortController>} */
  #loading = new Map();
  /** Why there is no engine, by address. @type {Map<string, unknown>} */
  #failures = new Map();
  #replacing = false;

  /**
   * @param {Own} own its module
   * @param {() => Promise<Copy>} load its glue
   */
  constructor(own, load) {
    this.#own = own;
    this.#load = load;
  }

  /** Whether charts can be made and drawn now. */
  get running() {
    return this.glue !== undefined && !this.#replacing;
  }

  /**
   * Asks for the engine; the answer comes through the client's methods, at once when it is known. One engine serves
   * the page: the first address that works is everyone's, and one that fails is the failure of those who named it.
   * @param {Client} client
   * @param {string} address of the module, empty for the one beside the script
   */
  join(client, address) {
    this.#clients.set(client, address);
    const failure = this.failure(client);
    if (this.running) client.engineReady();
    else if (failure !== undefined) client.engineFailed(failure);
    else this.#seek();
  }

  /**
   * Why a client has no engine; undefined while it may still come.
   * @param {Client} client
   */
  failure(client) {
    const address = this.#clients.get(client);
    return address === undefined || this.glue ? undefined : this.#failures.get(address);
  }

  /** @param {Client} client */
  leave(client) {
    this.#clients.delete(client);
  }

  /**
   * Starts again for everyone after a failed or slow fetch.
   * @param {Client} client whose address is tried first
   */
  retry(client) {
    if (this.glue) return;
    this.#stop();
    this.#failures.clear();
    this.#start(this.#clients.get(client) ?? "");
  }

  /** Tries once more by itself what failed, when that may be mended; what is still on its way is left to come. */
  recover() {
    if (this.glue || this.#loading.size > 0) return;
    this.#failures.clear();
    this.#seek();
  }

  /**
   * Swaps the instance after a trap. The module stays compiled, so nothing is fetched.
   * @param {number} trapped the generation that trapped; a second report about it is old news
   */
  async replace(trapped) {
    const [module, copy] = [this.#module, this.#copy];
    if (trapped !== this.generation || this.#replacing || !this.glue || !module || !copy) return;
    this.#replacing = true;
    this.generation += 1;
    try {
      this.glue = await started(module, copy, this.#own.name);
    } catch (error) {
      // Nothing may call into the stopped instance.
      this.glue = undefined;
      for (const address of new Set(this.#clients.values())) this.#fail(address, error);
      return;
    } finally {
      this.#replacing = false;
    }
    this.#tell((client) => client.engineReplaced());
  }

  /** Tries the first address that is asked for and has not failed, one at a time. */
  #seek() {
    if (this.glue || this.#replacing) return;
    // One that is late has failed, for those who wait, but may still come.
    for (const address of this.#loading.keys()) if (!this.#failures.has(address)) return;
    for (const address of this.#clients.values()) {
      if (!this.#failures.has(address)) return this.#start(address);
    }
  }

  /** @param {string} address */
  #start(address) {
    const stop = new AbortController();
    this.#loading.set(address, stop);
    const clock = setTimeout(() => {
      this.#fail(address, new Problem("engine-slow", [address || this.#own.name, String(PATIENCE_MS / 1000)]));
    }, PATIENCE_MS);
    this.#fetched(address, stop.signal)
      .then(([glue, module, copy]) => {
        // The first one to arrive stays.
        if (stop.signal.aborted || this.glue) return;
        this.glue = glue;
        this.#module = module;
        this.#copy = copy;
        this.#stop();
        this.#failures.clear();
        this.#tell((client) => client.engineReady());
      })
      .catch((error) => {
        if (stop.signal.aborted) return;
        stop.abort();
        this.#loading.delete(address);
        this.#fail(address, error);
      })
      .finally(() => clearTimeout(clock));
  }

  /**
   * @param {string} address
   * @param {AbortSignal} signal
   * @returns {Promise<[Glue, WebAssembly.Module, Copy]>}
   */
  async #fetched(address, signal) {
    const { module: beside, integrity, embedded } = this.#own;
    const url = address ? located(address) : beside();
    const bytes = address ? undefined : embedded?.();
    // Module and glue come side by side.
    const [module, copy] = await Promise.all([
      bytes ? compiled(bytes, url) : address ? download(url, signal, {}) : verified(url, signal, integrity),
      this.#load(),
    ]);
    return [await started(module, copy, url), module, copy];
  }

  #stop() {
    for (const stop of this.#loading.values()) stop.abort();
    this.#loading.clear();
  }

  /**
   * Tells those who named the address, and tries what the others named.
   * @param {string} address
   * @param {unknown} error
   */
  #fail(address, error) {
    this.#failures.set(address, error);
    this.#tell((client) => {
      if (this.#clients.get(client) === address) client.engineFailed(error);
    });
    this.#seek();
  }

  /** @param {(client: Client) => void} say */
  #tell(say) {
    for (const client of [...this.#clients.keys()]) say(client);
  }
}

/** The one engine of the page for figures. */
export const engine = new Engine(own.figures, async () => glue);

const part = chunk(() => import("./columns/columns.js"));

/** The one for columns of a page's own numbers. */
export const columns = new Engine(own.columns, () =>
  part().then(
    ({ copy }) => copy,
    (cause) => Promise.reject(new Problem("part-missing", [], cause)),
  ),
);

/**
 * @param {string} address
 * @returns {string}
 */
function located(address) {
  try {
    return new URL(address, document.baseURI).href;
  } catch (cause) {
    throw new Problem("engine-address", [address], cause);
  }
}

/** @param {Uint8Array<ArrayBuffer>} bytes @param {string} url */
async function compiled(bytes, url) {
  if (typeof WebAssembly !== "object") throw new Problem("engine-unsupported");
  try {
    return await WebAssembly.compile(bytes);
  } catch (cause) {
    throw uncompiled(cause, url);
  }
}

/**
 * Our own module, byte by byte as it was built with this script. Of other bytes the browser says no more than of no
 * answer at all, so they are asked for again, past the cache, to tell what stands in their place.
 * @param {string} url
 * @param {AbortSignal} signal
 * @param {string} integrity
 */
async function verified(url, signal, integrity) {
  try {
    return await download(url, signal, { integrity });
  } catch (cause) {
    if (signal.aborted || !(cause instanceof Problem) || cause.kind !== "engine-unreachable") throw cause;
    await download(url, signal, { cache: "reload" });
    // What was damaged on its way has now come whole.
    return download(url, signal, { integrity }).catch(() => Promise.reject(new Problem("engine-mismatch", [url], cause)));
  }
}

/**
 * Fetches and compiles the module, while it arrives where the server names its type.
 * @param {string} url
 * @param {AbortSignal} signal
 * @param {RequestInit} how
 */
async function download(url, signal, how) {
  if (typeof WebAssembly !== "object") throw new Problem("engine-unsupported");
  const response = await fetching(url, { signal, credentials: "same-origin", ...how }, "engine-unreachable");
  if (!response.ok) throw new Problem(missing(response) ? "engine-missing" : "engine-denied", [url, String(response.status)]);
  const type = (response.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  try {
    if (type === "application/wasm" && WebAssembly.compileStreaming) return await WebAssembly.compileStreaming(response);
    const bytes = await response.arrayBuffer();
    const start = new Uint8Array(bytes, 0, Math.min(MAGIC.length, bytes.byteLength));
    if (MAGIC.some((byte, at) => start[at] !== byte)) throw new Problem("engine-not-wasm", [url, type || "?"]);
    console.warn(`indicator-chart: ${url} is served as "${type}"; as application/wasm it would start sooner.`);
    return await WebAssembly.compile(bytes);
  } catch (cause) {
    throw uncompiled(cause, url);
  }
}

/**
 * Why a module could not be compiled.
 * @param {unknown} cause
 * @param {string} url
 */
function uncompiled(cause, url) {
  if (cause instanceof Problem) return cause;
  if (!(cause instanceof WebAssembly.CompileError)) return new Problem("engine-unreachable", [url], cause);
  // Engines word the refusal differently, but each names the policy or its keyword; WebKit fires no event for it.
  const refused = /content.security.policy|\bcsp\b|unsafe-eval/i.test(cause.message);
  return new Problem(refused ? "engine-refused" : "engine-corrupt", refused ? [] : [url], cause);
}

/**
 * An instance of the module with a glue of its own. Starting one does not hold up the page: older Chromium refuses more
 * than 4 KB at a time that it must wait for.
 * @param {WebAssembly.Module} module
 * @param {Copy} copy
 * @param {string} url
 * @returns {Promise<Glue>}
 */
async function started(module, copy, url) {
  const glue = copy();
  try {
    glue.begin(await WebAssembly.instantiate(module, glue.imports()));
    return glue;
  } catch (cause) {
    // WebKit compiles under any policy, and refuses here.
    if (cause instanceof WebAssembly.CompileError) throw uncompiled(cause, url);
    throw new Problem(cause instanceof WebAssembly.LinkError ? "engine-mismatch" : "engine-corrupt", [url], cause);
  }
}
