// Turns a plain table into one whose rows a reader sorts by any column and searches for any word.

import { make } from "../shell.js";
import { told } from "./words.js";

/** @import {PlainData, Records} from "../types.js" */
/** What a row is sorted by in a column, counted from the last; its text where nothing is said. @typedef {(row: number, fromEnd: number) => string | number | undefined} Key */

/** Fewer rows than this are seen at once. */
const MANY = 7;

/** How a column sorts its rows. @typedef {"none" | "ascending" | "descending"} Order */

/** What comes after each order. @type {Record<Order, Order>} */
const NEXT = { none: "ascending", ascending: "descending", descending: "none" };

/**
 * Periods by their days, values by their numbers. The first column may be left out: 5 is the period, 4 the value.
 * @param {Records} records in the order of the rows
 * @returns {Key}
 */
export const byRecords = ({ rows }) => (at, fromEnd) => {
  const record = rows[at];
  if (fromEnd === 5) return record?.end || record?.start || "";
  return fromEnd === 4 ? (record?.value ?? Number.NEGATIVE_INFINITY) : undefined;
};

/**
 * Places as they stand, values by their numbers; of what is not a row a place, texts.
 * @param {PlainData} data
 * @param {number} count of the rows of the table
 * @returns {Key}
 */
export function byColumns({ x, series }, count) {
  if (x.length !== count) return () => undefined;
  const order = Array.from(x.keys()).sort((a, b) => Number(x[a]) - Number(x[b]));
  return (at, fromEnd) => {
    const values = series[series.length - fromEnd]?.y;
    const value = values ? Number(values[order[at] ?? at]) : at;
    return Number.isFinite(value) ? value : Number.NEGATIVE_INFINITY;
  };
}

/**
 * @param {HTMLTableElement} table
 * @param {Key} key
 * @param {string} lang
 * @param {(text: string) => void} tell says what has changed
 */
export function sortable(table, key, lang, tell) {
  const body = table.tBodies[0];
  const head = table.tHead?.rows[0];
  if (!body || !head || head.querySelector("button")) return;
  const rows = [...body.rows];
  if (rows.length > 1) {
    for (const [at, cell] of [...head.cells].entries()) {
      const name = cell.textContent ?? "";
      const button = make("button", "sort", name);
      // The arrow beside it is for the eye; a screen reader is told the order.
      button.setAttribute("aria-label", name);
      cell.replaceChildren(button);
      cell.setAttribute("aria-sort", "none");
      button.addEventListener("click", () => {
        const order = NEXT[/** @type {Order} */ (cell.getAttribute("aria-sort") ?? "none")];
        for (const other of head.cells) other.setAttribute("aria-sort", other === cell ? order : "none");
        body.append(...sorted(rows, key, head.cells.length - at, order, lang));
        const said = { none: "sort-none", ascending: "sort-up", descending: "sort-down" }[order];
        tell(told(lang, said, [name]));
      });
    }
  }
  if (rows.length > MANY) table.parentElement?.before(search(table, rows, lang, tell));
}

/**
 * @param {HTMLTableRowElement[]} rows as they were made
 * @param {Key} by
 * @param {number} fromEnd the column, counted from the last
 * @param {Order} order
 * @param {string} lang
 */
function sorted(rows, by, fromEnd, order, lang) {
  if (order === "none") return rows;
  const collator = new Intl.Collator(lang === "en" ? "en" : "zh-CN", { numeric: true });
  /** @type {(at: number) => string | number} */
  const key = (at) => {
    const cells = rows[at]?.cells;
    return by(at, fromEnd) ?? cells?.[cells.length - fromEnd]?.textContent ?? "";
  };
  /** @param {number} a @param {number} b */
  const compare = (a, b) => {
    const [one, other] = [key(a), key(b)];
    if (typeof one === "number" && typeof other === "number") return one < other ? -1 : Number(one > other);
    return collator.compare(String(one), String(other));
  };
  const places = rows.map((_, at) => at).sort((a, b) => (order === "ascending" ? compare(a, b) : compare(b, a)) || a - b);
  return places.map((at) => /** @type {HTMLTableRowElement} */ (rows[at]));
}

/**
 * @param {HTMLTableElement} table
 * @param {HTMLTableRowElement[]} rows
 * @param {string} lang
 * @param {(text: string) => void} tell
 */
function search(table, rows, lang, tell) {
  // Beside the field, not around it: the field's own button would become part of its name.
  const label = make("label", "search", told(lang, "search"));
  const input = make("input", "search");
  input.type = "search";
  input.id = "search";
  label.htmlFor = input.id;
  const none = make("p", "none");
  none.hidden = true;
  input.addEventListener("input", () => {
    const words = input.value.trim().toLowerCase().split(/\s+/u);
    let found = 0;
    for (const row of rows) {
      const text = [...row.cells].map((cell) => cell.textContent ?? "").join("\n").toLowerCase();
      row.hidden = !words.every((word) => text.includes(word));
      if (!row.hidden) found += 1;
    }
    const all = found === rows.length;
    const text = found > 0 ? told(lang, "found", [String(rows.length), String(found)]) : told(lang, "nothing", [input.value.trim()]);
    none.textContent = text;
    none.hidden = all;
    table.hidden = found === 0;
    tell(all ? "" : text);
  });
  const box = make("div", "finder");
  box.append(label, input, none);
  return box;
}
