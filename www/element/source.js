// Turns the address of a file of figures into figures inside the engine: fetched once a page, made anew in each instance.

import { engine } from "./engine.js";
import { calling } from "./fence.js";
import { Problem, kindOf } from "./problem.js";
import { fetching, missing } from "./refusal.js";

/** @import {Figures, Glue, Recipient} from "./types.js" */

/** After this long without the file, readers are told and may start again; the fetch goes on. */
const PATIENCE_MS = 10_000;

export class Source {
  /** Why the file is not to be had. @type {unknown} */
  failure;
  #address;
  /** Kept: another instance of the engine needs them again. @type {Uint8Array | undefined} */
  #bytes;
  /** Whether the engine could make nothing of them. */
  #bad = false;
  /** @type {Set<Recipient>} */
  #clients = new Set();
  /** The fetch under way. @type {AbortController | undefined} */
  #loading;
  /** @type {Figures | undefined} */
  #figures;
  #generation = -1;

  /**
   * @param {string} address absolute
   * @param {unknown} [failure] why nothing can be there
   */
  constructor(address, failure) {
    this.#address = address;
    this.failure = failure;
  }

  /** Whether the file is still to come. */
  get waiting() {
    return this.#bytes === undefined;
  }

  /**
   * Asks for the file; a failure that is known is told at once.
   * @param {Recipient} client
   */
  join(client) {
    this.#clients.add(client);
    if (this.failure !== undefined) client.figuresFailed(this.failure);
    else if (this.waiting && !this.#loading) this.#fetch("default");
  }

  /** @param {Recipient} client */
  leave(client) {
    this.#clients.delete(client);
    if (this.#clients.size > 0) return;
    // The bytes stay for who comes back; the engine's memory does not.
    const figures = this.#figures;
    this.#figures = undefined;
    if (figures && engine.running && this.#generation === engine.generation) figures.free();
  }

  /** Starts again, past every cache, after a failed, slow or useless fetch. */
  retry() {
    if (this.failure === undefined && !this.#bad) return;
    this.#loading?.abort();
    this.failure = this.#bytes = undefined;
    this.#bad = false;
    this.#fetch("reload");
  }

  /** Starts again by itself, unless the file is still on its way. */
  recover() {
    if (this.failure !== undefined && !this.#loading) this.retry();
  }

  /**
   * The figures in the running instance; the caller's own, for a chart keeps what it is given.
   * @param {Glue} glue
   * @param {string} lang of a message, should there be one
   * @returns {Figures | undefined} nothing while the file is still to come
   */
  figures(glue, lang) {
    const bytes = this.#bytes;
    if (!bytes) return undefined;
    return calling(() => {
      if (!this.#figures || this.#generation !== engine.generation) {
        this.#generation = engine.generation;
        this.#figures = this.#made(glue, bytes, lang);
      }
      return this.#figures.share();
    });
  }

  /**
   * @param {Glue} glue
   * @param {Uint8Array} bytes
   * @param {string} lang
   */
  #made(glue, bytes, lang) {
    this.#figures = undefined;
    try {
      return new glue.Figures(bytes, lang);
    } catch (cause) {
      if (kindOf(cause) !== "bad-data" || !(cause instanceof Error)) throw cause;
      this.#bad = true;
      throw new Problem("bad-data", [this.#address, cause.message]);
    }
  }

  /** @param {RequestCache} cache */
  #fetch(cache) {
    const stop = new AbortController();
    this.#loading = stop;
    const clock = setTimeout(() => {
      this.#fail(new Problem("figures-slow", [this.#address, String(PATIENCE_MS / 1000)]));
    }, PATIENCE_MS);
    fetched(this.#address, stop.signal, cache)
      .then((bytes) => {
        if (stop.signal.aborted) return;
        this.#bytes = bytes;
        this.failure = undefined;
        for (const client of [...this.#clients]) client.figuresArrived();
      })
      .catch((error) => {
        if (!stop.signal.aborted) this.#fail(error);
      })
      .finally(() => {
        clearTimeout(clock);
        if (this.#loading === stop) this.#loading = undefined;
      });
  }

  /** @param {unknown} failure */
  #fail(failure) {
    this.failure = failure;
    for (const client of [...this.#clients]) client.figuresFailed(failure);
  }
}

/** By absolute address. @type {Map<string, Source>} */
const sources = new Map();

/**
 * The file that an element names; nothing where it names none.
 * @param {HTMLElement} host
 * @returns {Source | undefined}
 */
export function sourceOf(host) {
  const given = (host.getAttribute("src") ?? "").trim();
  if (given === "") return undefined;
  const address = located(given, host.baseURI);
  const key = address ?? given;
  const known = sources.get(key);
  if (known) return known;
  const source = new Source(key, address === undefined ? new Problem("figures-address", [given]) : undefined);
  sources.set(key, source);
  return source;
}

/**
 * The absolute address; nothing where no web server can be asked for it, as with `javascript:` and `data:`.
 * @param {string} given
 * @param {string} base
 */
function located(given, base) {
  try {
    const url = new URL(given, base);
    url.hash = "";
    return /^https?:$/.test(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {string} address
 * @param {AbortSignal} signal
 * @param {RequestCache} cache
 */
async function fetched(address, signal, cache) {
  const response = await fetching(address, { signal, cache, credentials: "same-origin" }, "figures-unreachable");
  try {
    if (response.ok) return new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    throw new Problem("figures-unreachable", [address], cause);
  }
  throw new Problem(missing(response) ? "figures-missing" : "figures-refused", [address, String(response.status)]);
}
