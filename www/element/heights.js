// Turns the attribute `heights` and a width into the height that is reserved there, so that what was drawn before fits.

import { Problem } from "./problem.js";

/** A width from which on a height holds, CSS px. */
const PAIR = /^(\d+):(\d+(?:\.\d+)?)$/;
/** The heights that a picture can be given, CSS px. */
const [LEAST, MOST] = [120, 4000];

/**
 * @param {unknown} given ascending `MIN_WIDTH:HEIGHT`, separated by blanks
 * @param {number} width CSS px of the chart
 * @returns {string | undefined} nothing below the first pair: there the chart takes what it needs
 */
export function heightAt(given, width) {
  let height;
  let before = -1;
  for (const pair of String(given ?? "").split(/\s+/).filter(Boolean)) {
    const [, from = "", tall = ""] = PAIR.exec(pair) ?? [];
    const fits = Number(tall) >= LEAST && Number(tall) <= MOST;
    if (!fits || Number(from) <= before) throw new Problem("bad-field", ["heights", pair, "280:412 340:398 … (120–4000)"]);
    before = Number(from);
    if (width >= before) height = tall;
  }
  return height;
}
