// Turns the first request for a chart into one running engine for all charts of the page, and replaces it after a trap.

import { Problem } from "./problem.js";

/** @import {Client, Glue} from "./types.js" */

/** After this long without an engine, readers are told and may start again; the fetch goes on. */
const PATIENCE_MS = 10_000;
/** First four bytes of every wasm file. */
const MAGIC = [0x00, 0x61, 0x73, 0x6d];

class Engine {
  /** @type {Glue | undefined} */
  glue;
  /** Rises with each instance; a chart belongs to the instance that made it. */
  generation = 0;
  /** @type {WebAssembly.Module | undefined} */
  #module;
  /** Where the module is looked for; set before the first chart comes near, else beside the script. */
  #address = "";
  /** @type {Set<Client>} */
  #clients = new Set();
  /** @type {AbortController | undefined} */
  #loading;
  /** @type {unknown} */
  #failure;
  #replacing = false;

  /** Whether charts can be made and drawn now. */
  get running() {
    return this.glue !== undefined && !this.#replacing;
  }

  /**
   * Asks for the engine; the answer comes through the client's methods, at once when it is known.
   * @param {Client} client
   * @param {string} address of the module, empty for the one beside the script; the first one asked for counts
   */
  join(client, address) {
    this.#clients.add(client);
    if (this.#failure !== undefined) client.engineFailed(this.#failure);
    else if (this.running) client.engineReady();
    else if (!this.#loading && !this.#replacing) this.#start(address);
  }

  /** @param {Client} client */
  leave(client) {
    this.#clients.delete(client);
  }

  /** Starts again for everyone after a failed or slow fetch. */
  retry() {
    if (this.glue) return;
    this.#loading?.abort();
    this.#start(this.#address);
  }

  /**
   * Swaps the instance after a trap. The module stays compiled, so nothing is fetched.
   * @param {number} trapped the generation that trapped; a second report about it is old news
   */
  async replace(trapped) {
    const glue = this.glue;
    const module = this.#module;
    if (trapped !== this.generation || this.#replacing || !glue || !module) return;
    this.#replacing = true;
    this.generation += 1;
    try {
      this.glue = await renewed(glue, module, this.generation);
    } catch (error) {
      // Nothing may call into the stopped instance.
      this.glue = undefined;
      this.#fail(error);
      return;
    } finally {
      this.#replacing = false;
    }
    this.#tell((client) => client.engineReplaced());
  }

  /** @param {string} address */
  #start(address) {
    this.#failure = undefined;
    this.#address = address;
    const url = address
      ? new URL(address, document.baseURI).href
      : new URL("indicator-chart.wasm", import.meta.url).href;
    const stop = new AbortController();
    this.#loading = stop;
    const clock = setTimeout(() => {
      this.#fail(new Problem("engine-slow", [url, String(PATIENCE_MS / 1000)]));
    }, PATIENCE_MS);
    Promise.all([script(), download(url, stop.signal)])
      .then(async ([glue, module]) => {
        await started(glue, module, url);
        if (stop.signal.aborted) return;
        this.glue = glue;
        this.#module = module;
        this.#failure = undefined;
        this.#tell((client) => client.engineReady());
      })
      .catch((error) => {
        if (stop.signal.aborted) return;
        stop.abort();
        this.#fail(error);
      })
      .finally(() => {
        clearTimeout(clock);
        if (this.#loading === stop) this.#loading = undefined;
      });
  }

  /** @param {unknown} error */
  #fail(error) {
    this.#failure = error;
    this.#tell((client) => client.engineFailed(error));
  }

  /** @param {(client: Client) => void} say */
  #tell(say) {
    for (const client of [...this.#clients]) say(client);
  }
}

/** The one engine of the page. */
export const engine = new Engine();

/** @returns {Promise<Glue>} */
async function script() {
  try {
    return await import("./glue.js");
  } catch (cause) {
    throw new Problem("engine-script", [], cause);
  }
}

/**
 * Fetches and compiles the module, while it arrives where the server names its type.
 * @param {string} url
 * @param {AbortSignal} signal
 */
async function download(url, signal) {
  if (typeof WebAssembly !== "object") throw new Problem("engine-unsupported");
  let response;
  try {
    response = await fetch(url, { signal, credentials: "same-origin" });
  } catch (cause) {
    throw new Problem("engine-unreachable", [url], cause);
  }
  if (!response.ok) throw new Problem("engine-missing", [url, String(response.status)]);
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
 * @param {Glue} glue
 * @param {WebAssembly.Module} module
 * @param {string} url
 */
async function started(glue, module, url) {
  try {
    await glue.default({ module_or_path: module });
  } catch (cause) {
    throw new Problem(cause instanceof WebAssembly.LinkError ? "engine-mismatch" : "engine-corrupt", [url], cause);
  }
}

/**
 * The glue with a fresh instance behind it.
 * @param {Glue} glue
 * @param {WebAssembly.Module} module
 * @param {number} generation
 * @returns {Promise<Glue>}
 */
async function renewed(glue, module, generation) {
  try {
    glue.__wbg_reset_state();
    return glue;
  } catch (error) {
    // The glue ends by calling a start function, which a module without reference types does not have; by then
    // the new instance stands.
    if (error instanceof TypeError && error.message.includes("__wbindgen_start")) return glue;
  }
  // Older Chromium refuses to instantiate more than 4 KB while the page waits, and the glue has no other way.
  // Another fragment is another copy of the same cached file, and starting a copy does not block.
  /** @type {Glue} */
  const copy = await import(`${glue.address}#${generation}`);
  await copy.default({ module_or_path: module });
  return copy;
}
