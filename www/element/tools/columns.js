// Turns the columns of a page into a CSV file: a row a place, a column a series, gaps empty.

import { MARK, quoted } from "./csv.js";

/** @import {PlainData} from "../types.js" */

/** Times of the years 1971 to 2200, ms; the engine's own rule where the page does not say what x is. */
const [FIRST, LAST] = [31_536_000_000, 7_258_118_400_000];
const MINUTE_MS = 60_000;

/** @param {PlainData} data */
export function csvOf({ x, series, type, offset }) {
  const timed = type === "time" || (type === "" && x.every((each) => each >= FIRST && each <= LAST));
  const lines = [["x", ...series.map(({ name }, at) => quoted(name || String(at + 1)))].join(",")];
  for (const [row, place] of x.entries()) {
    const cells = [timed ? time(place, offset) : String(place)];
    for (const { y } of series) {
      const value = y[row] ?? NaN;
      cells.push(Number.isFinite(value) ? String(value) : "");
    }
    lines.push(cells.join(","));
  }
  return `${MARK}${lines.join("\r\n")}\r\n`;
}

/**
 * A time as ISO has it, on the clock of its place.
 * @param {number} ms
 * @param {number} offset minutes east of UTC
 */
function time(ms, offset) {
  const day = new Date(ms + offset * MINUTE_MS);
  if (Number.isNaN(day.getTime())) return String(ms);
  const text = day.toISOString();
  if (offset === 0) return text;
  const [hours, minutes] = [Math.trunc(Math.abs(offset) / 60), Math.abs(offset) % 60].map((part) => String(Math.trunc(part)).padStart(2, "0"));
  return `${text.slice(0, -1)}${offset < 0 ? "-" : "+"}${hours}:${minutes}`;
}
