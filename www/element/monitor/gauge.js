// Turns a target's share and the time that is gone into a thin bar with a tick.

import { make } from "../shell.js";

/** @import {Target} from "./types.js" */

/** Beyond this, in per cent of the target, a bar runs out of its track. */
const MOST = 125;

/**
 * The text beside it says the same, so it is for the eye alone.
 * @param {Target} target
 * @returns {HTMLElement | undefined} nothing where there is no outcome to be drawn
 */
export function gauge({ share, elapsed, verdict }) {
  if (verdict === "no-outcome") return undefined;
  const track = make("div", `gauge ${verdict}`);
  track.setAttribute("aria-hidden", "true");
  const ends = [share?.low, share?.high].filter((end) => typeof end === "number");
  const whole = Math.min(Math.max(100, ...ends), MOST);
  const at = (/** @type {number} */ share) => `${(100 * Math.min(Math.max(share, 0), whole)) / whole}%`;
  if (!share || ends.length === 0) track.classList.add("gap");
  else track.append(bar(share, at, ends.some((end) => end > whole)));
  if (whole > 100) track.append(tick("goal", at(100)));
  if (elapsed !== null) track.append(tick("time", at(elapsed)));
  return track;
}

/**
 * @param {{low: number | null, high: number | null}} share
 * @param {(share: number) => string} at
 * @param {boolean} beyond
 */
function bar({ low, high }, at, beyond) {
  const fill = make("div", "fill");
  const end = low ?? high ?? 0;
  fill.style.inlineSize = at(end);
  if (low === null) fill.classList.add("below");
  if (beyond || high === null) fill.classList.add("above");
  if (low === null || high === null || high <= low) return fill;
  const range = make("div", "range");
  range.style.inlineSize = at(high);
  const both = make("div", "both");
  both.append(range, fill);
  return both;
}

/** @param {string} className @param {string} place */
function tick(className, place) {
  const made = make("div", `tick ${className}`);
  made.style.insetInlineStart = place;
  return made;
}
