// Turns the day or the place along x that a page's script names into what views carry.

import { isDay } from "./state.js";
import { say } from "./words.js";

/**
 * Two places along x of a chart of columns.
 * @param {unknown} from a number or a Date; nothing for no bound
 * @param {unknown} to
 * @param {string} lang of a message
 * @returns {[number, number]}
 */
export function spanOf(from, to, lang) {
  const start = typeof from === "string" ? NaN : Number(from ?? -Infinity);
  const end = typeof to === "string" ? NaN : Number(to ?? Infinity);
  if (!(start < end)) throw new TypeError(say(lang, "bad-field", ["zoom", `${from}, ${to}`, "0.5, Date"]));
  return [start, end];
}

/**
 * @param {unknown} given `2024`, `2024-06`, `2024-06-30`, a Date or ms since 1970; nothing for no bound
 * @param {boolean} last whether it bounds the end: of a year or a month, then, the last day
 * @returns {string | undefined} an ISO day; nothing where none was named
 */
export function dayOf(given, last) {
  if (given === undefined || given === null || given === "") return last ? "9999-12-31" : "0001-01-01";
  if (typeof given !== "string") return iso(Number(given));
  const [, year, month] = /^(\d{4})(?:-(\d\d))?$/.exec(given) ?? [];
  if (!year) return isDay(given) ? given : undefined;
  const at = month ? Number(month) - 1 : last ? 11 : 0;
  return at < 0 || at > 11 ? undefined : iso(Date.UTC(Number(year), last ? at + 1 : at, last ? 0 : 1));
}

/** @param {number} time */
function iso(time) {
  const day = new Date(time);
  return Number.isFinite(day.getTime()) ? day.toISOString().slice(0, 10) : undefined;
}
