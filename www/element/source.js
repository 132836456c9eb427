// Turns the address of a packed file into figures of the engine: fetched once a page, made anew with each instance.

import { engine } from "./engine.js";
import { calling } from "./fence.js";
import { Problem } from "./problem.js";

/** @import {Figures} from "./types.js" */

/**
 * @typedef {object} File
 * @property {Uint8Array | undefined} bytes
 * @property {unknown} error
 * @property {Set<() => void>} waiting who is told when it is there, or when it is not to be had
 * @property {number} generation of the instance that holds the figures
 * @property {Figures | undefined} figures
 */

/** By absolute address. @type {Map<string, File>} */
const files = new Map();

/**
 * The figures of a file, or undefined while they are on their way; then `arrived` is called once.
 * @param {string} given the attribute, as it is written
 * @param {string} base what it is relative to
 * @param {() => void} arrived
 * @returns {Figures | undefined} the caller's own: a chart keeps what it is given
 */
export function figuresOf(given, base, arrived) {
  const address = located(given, base);
  let file = files.get(address);
  if (!file) {
    file = { bytes: undefined, error: undefined, waiting: new Set(), generation: -1, figures: undefined };
    files.set(address, file);
    void fetched(address, file);
  }
  if (file.error !== undefined) throw file.error;
  if (!file.bytes) {
    file.waiting.add(arrived);
    return undefined;
  }
  if (!file.figures || file.generation !== engine.generation) {
    const { bytes } = file;
    file.figures = calling(() => engine.glue?.Figures.read(bytes));
    file.generation = engine.generation;
    if (!file.figures) {
      file.error = new Problem("figures-bad", [given]);
      throw file.error;
    }
  }
  const { figures } = file;
  return calling(() => figures.share());
}

/** What could not be had is asked for again. */
export function forgetFailures() {
  for (const [address, file] of files) if (file.error !== undefined) files.delete(address);
}

/**
 * @param {string} given
 * @param {string} base
 */
function located(given, base) {
  try {
    const url = new URL(given, base);
    if (/^https?:$/.test(url.protocol)) return url.href;
  } catch {
    // Said below.
  }
  throw new Problem("figures-address", [given]);
}

/**
 * @param {string} address
 * @param {File} file
 */
async function fetched(address, file) {
  try {
    const answer = await fetch(address, { credentials: "same-origin" });
    if (!answer.ok) throw new Problem("figures-missing", [address, String(answer.status)]);
    file.bytes = new Uint8Array(await answer.arrayBuffer());
  } catch (error) {
    file.error = error instanceof Problem ? error : new Problem("figures-missing", [address, "—"], error);
  }
  const waiting = [...file.waiting];
  file.waiting.clear();
  for (const arrived of waiting) arrived();
}
