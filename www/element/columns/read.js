// Turns what a page gives as its numbers into the columns that the engine reads, and names what is none.

import { told } from "./words.js";

/** @import {PlainData} from "../types.js" */

/** What the memory of an engine holds, were there nothing else in it. */
const MOST_ROWS = 2 ** 29;
/** No place on earth is farther from UTC, minutes. */
const MOST_OFFSET = 1440;
/** Of a text that is wrong, so much is named. */
const MOST_NAMED = 40;

/**
 * @param {unknown} data
 * @param {string} lang of the message
 * @returns {PlainData}
 */
export function columnsOf(data, lang) {
  const given = object(data) ?? refuse(lang, "shape", [named(data)]);
  const { x, series, type, unit, offset } = given;
  if (!Array.isArray(series)) refuse(lang, "series", [named(series)]);
  if (type !== undefined && type !== null && type !== "time" && type !== "number") refuse(lang, "type", [named(type)]);
  const east = offset ?? 0;
  if (typeof east !== "number" || !(Math.abs(east) <= MOST_OFFSET)) refuse(lang, "offset", [named(offset)]);
  return {
    x: numbers(x, "x", false, lang),
    series: Array.from(series, (each, at) => {
      const where = `series[${at}]`;
      const { name, y, color } = object(each) ?? refuse(lang, "series", [`${where} = ${named(each)}`]);
      return {
        name: text(name, `${where}.name`, lang),
        y: numbers(y, `${where}.y`, true, lang),
        color: text(color, `${where}.color`, lang),
      };
    }),
    type: String(type ?? ""),
    unit: text(unit, "unit", lang),
    offset: /** @type {number} */ (east),
  };
}

/**
 * Throws what the widget shows.
 * @param {string} lang
 * @param {string} key of `words.js`
 * @param {string[]} parts
 * @returns {never}
 */
function refuse(lang, key, parts) {
  throw Object.assign(new TypeError(told(lang, key, parts)), { kind: "bad-data" });
}

/** @param {unknown} value @returns {Record<string, unknown> | undefined} */
const object = (value) =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value)
    ? /** @type {Record<string, unknown>} */ (value)
    : undefined;

/** What a message calls a value. @param {unknown} value */
function named(value) {
  if (Array.isArray(value)) return `[… ${value.length}]`;
  if (typeof value === "string") return `“${value.length > MOST_NAMED ? `${value.slice(0, MOST_NAMED)}…` : value}”`;
  if (typeof value !== "object" || value === null) return typeof value === "function" || typeof value === "symbol" ? typeof value : String(value);
  return Object.prototype.toString.call(value).slice(8, -1);
}

/**
 * @param {unknown} value
 * @param {string} where
 * @param {string} lang
 */
function text(value, where, lang) {
  if (value === undefined || value === null) return "";
  return typeof value === "string" ? value : refuse(lang, "text", [where, named(value)]);
}

/**
 * The caller's own array where it is of the right kind, else a copy.
 * @param {unknown} value
 * @param {string} where
 * @param {boolean} gaps whether a row may be without a number
 * @param {string} lang
 * @returns {Float64Array}
 */
function numbers(value, where, gaps, lang) {
  if (value instanceof Float64Array) return value;
  const kind = Object.prototype.toString.call(value);
  const typed = /^\[object (?:Float|Int|Uint)\d+(?:Clamped)?Array\]$/.test(kind);
  if (!typed && !Array.isArray(value)) refuse(lang, "list", [where, named(value)]);
  const list = /** @type {ArrayLike<unknown>} */ (value);
  const count = list.length;
  const many = () => refuse(lang, "many", [where, String(count), String(MOST_ROWS)]);
  if (count > MOST_ROWS) many();
  if (!typed) {
    for (let row = 0; row < count; row += 1) {
      const cell = list[row];
      if (typeof cell !== "number" && !(gaps && (cell === null || cell === undefined))) refuse(lang, "cell", [where, String(row + 1), named(cell)]);
    }
  }
  try {
    // `null` would become 0.
    return typed ? new Float64Array(/** @type {ArrayLike<number>} */ (list)) : Float64Array.from(list, (cell) => /** @type {number} */ (cell ?? NaN));
  } catch {
    return many();
  }
}
