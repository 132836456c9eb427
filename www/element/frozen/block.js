// Turns the block of figures in an element's light DOM into rows of cells, or into what is wrong with it and where.

import { Problem } from "../problem.js";

/** Columns of `observations.csv`, in the order in which the engine takes the cells of a row. */
export const COLUMNS = [
  "id",
  "indicator",
  "area",
  "category",
  "period_start",
  "period_end",
  "date_basis",
  "status",
  "value",
  "value_high",
  "qualifier",
  "basis",
  "base_period",
  "printed",
  "words",
  "source",
  "char_start",
  "section_zh",
  "section_en",
  "paragraph",
  "flags",
  "note_zh",
  "note_en",
];

/** Stands between cells; no table has it. */
export const BETWEEN = "\x1f";

/** The form that is read here. */
const FORMAT = 1;
/** More characters than this are not read; an article's chart has a few thousand. */
const MOST = 4_000_000;

/** More rows than any article's chart shows; comparing them all would hold up the page. */
const MOST_ROWS = 1000;
/** Half of a character: the engine could not give it back as it is. */
const HALF = /\p{Surrogate}/u;

/** `units`: names of the units that the values are in, by indicator. @typedef {{ids: string[], cells: string[][], units: Map<string, unknown>}} Block */

/**
 * The script that holds the figures; nothing where there is none.
 * @param {Element} host
 */
export const scriptOf = (host) => host.querySelector('script[type="application/json"].indicator-data');

/**
 * @param {Element} host
 * @param {string} version that the element asks for; empty for whichever there is
 * @returns {Block}
 */
export function blockOf(host, version) {
  const script = scriptOf(host);
  if (!script) throw new Problem("frozen-missing");
  const value = parsed(script.textContent ?? "");
  if (value["format"] !== FORMAT) throw new Problem("frozen-format", [text(value["format"]), String(FORMAT)]);
  if (version && value["version"] !== version) throw new Problem("frozen-version", [text(value["version"]), version]);
  const rows = value["observations"];
  if (!Array.isArray(rows) || rows.length === 0) throw new Problem("frozen-rows", [text(rows)]);
  if (rows.length > MOST_ROWS) throw new Problem("frozen-many", [String(rows.length), String(MOST_ROWS)]);
  const cells = rows.map(row);
  const check = value["check"];
  if (check !== undefined && check !== sum(cells.flat().join(BETWEEN))) throw new Problem("frozen-check");
  const units = value["units"];
  return { cells, ids: cells.map(([id = ""]) => id), units: new Map(typeof units === "object" && units !== null ? Object.entries(units) : []) };
}

/**
 * FNV-1a over the bytes of a text, folded from 64 bits to 48, as `embed` writes it. A figure that was changed by hand is
 * no published figure any more, and its picture and table still say the one before.
 * @param {string} cells
 */
function sum(cells) {
  let sum = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(cells)) sum = BigInt.asUintN(64, (sum ^ BigInt(byte)) * 0x100000001b3n);
  return ((sum ^ (sum >> 48n)) & 0xffffffffffffn).toString(16).padStart(12, "0");
}

/**
 * @param {string} written
 * @returns {Record<string, unknown>}
 */
function parsed(written) {
  if (written.length > MOST) throw new Problem("frozen-large", [String(written.length), String(MOST)]);
  let value;
  try {
    value = JSON.parse(written);
  } catch (error) {
    throw new Problem("frozen-json", [error instanceof Error ? error.message : String(error)]);
  }
  if (typeof value !== "object" || value === null) throw new Problem("frozen-json", [text(value)]);
  return value;
}

/**
 * @param {unknown} given
 * @param {number} at
 */
function row(given, at) {
  const number = String(at + 1);
  if (typeof given !== "object" || given === null || Array.isArray(given)) throw new Problem("frozen-row", [number, text(given)]);
  const cells = COLUMNS.map(() => "");
  const known = new Map(COLUMNS.map((name, place) => [name, place]));
  for (const [name, cell] of Object.entries(given)) {
    const place = known.get(name);
    if (place === undefined) throw new Problem("frozen-column", [number, name, COLUMNS.join(", ")]);
    if (typeof cell !== "string" || cell.includes(BETWEEN) || HALF.test(cell)) throw new Problem("frozen-text", [number, name, text(cell)]);
    cells[place] = cell.trim();
  }
  return cells;
}

/** What stands in the place of something else, as a message quotes it. @param {unknown} value */
function text(value) {
  if (value === undefined) return "–";
  return typeof value === "string" ? value : JSON.stringify(value);
}
