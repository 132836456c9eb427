// Turns a base address and a language into the figures of the monitor, fetched once a page.

import { list } from "../own.js";
import { Problem } from "../problem.js";
import { spoken } from "../words.js";
import { Index } from "./index.js";
import { shaped } from "./shape.js";
import { told } from "./words.js";

/** After this long without the file, readers are told and may try again. */
const PATIENCE_MS = 20_000;
/** By address; one that failed is asked for again. @type {Map<string, Promise<Index>>} */
const known = new Map();

/**
 * @param {string | null} base the attribute `src`
 * @param {string} home where it is relative to
 * @param {string} lang
 */
export function indexed(base, home, lang) {
  const given = (base ?? "").trim();
  const name = `${given}.${spoken(lang) === "en" ? "en" : "zh"}.json`;
  /** @type {string | undefined} */
  let address;
  try {
    const url = given ? new URL(name, home) : new URL(list(spoken(lang)));
    address = /^https?:$/.test(url.protocol) ? url.href : undefined;
  } catch {
    // Said below.
  }
  if (address === undefined) return Promise.reject(new Problem("figures-address", [given]));
  const found = known.get(address) ?? fetched(address, lang);
  known.set(address, found);
  found.catch(() => known.delete(address));
  return found;
}

/** @param {string} address @param {string} lang @returns {Promise<Index>} */
async function fetched(address, lang) {
  const text = await gotten(address);
  /** @type {unknown} */
  let parsed;
  try {
    parsed = JSON.parse(text);
  } catch (cause) {
    // The parser speaks English, and to a developer.
    throw new Problem("bad-data", [address, told(lang, "data-cut")], cause);
  }
  const version = Object(parsed).version;
  if (version !== 1) throw new Problem("bad-data", [address, told(lang, "data-version", [String(version)])]);
  try {
    return new Index(shaped(parsed));
  } catch (cause) {
    throw new Problem("bad-data", [address, told(lang, "data-part", [cause instanceof Error ? cause.message : String(cause)])], cause);
  }
}

/** @param {string} address */
async function gotten(address) {
  const stop = new AbortController();
  let slow = false;
  const clock = setTimeout(() => {
    slow = true;
    stop.abort();
  }, PATIENCE_MS);
  let response;
  try {
    response = await fetch(address, { signal: stop.signal, credentials: "same-origin" });
    if (response.ok) return await response.text();
  } catch (cause) {
    throw slow ? new Problem("figures-slow", [address, String(PATIENCE_MS / 1000)]) : new Problem("figures-unreachable", [address], cause);
  } finally {
    clearTimeout(clock);
  }
  const { status } = response;
  throw new Problem(status === 404 || status === 410 ? "figures-missing" : "figures-refused", [address, String(status)]);
}
