// Turns the figures of a chart into a CSV file that a spreadsheet opens without harm and that reads back the same.

/** @import {DataRow, DataSource, Records} from "../types.js" */

/** The columns of a table of one's own, and what our figures know besides. */
const HEAD = [
  ...["period", "category", "series", "value", "high", "qualifier", "status", "unit", "source", "note"],
  ...["id", "area", "period_start", "period_end", "printed", "section", "paragraph", "flags", "basis", "date_basis"],
];

/** A byte order mark: without it spreadsheets take Chinese for something else. */
export const MARK = "\uFEFF";
/** What makes a spreadsheet take a text for a formula. */
const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/;

/** @param {Records} records */
export function csv({ rows, sources }) {
  return lined([HEAD, ...rows.map((row) => cells(row, sources[row.source]))]);
}

/**
 * Lines of cells as a file; an empty one is none.
 * @param {(string | number | null)[][]} lines
 */
export function lined(lines) {
  return `${MARK}${lines.map((line) => line.map(quoted).join(",")).join("\r\n")}\r\n`;
}

/**
 * @param {DataRow} row
 * @param {DataSource | undefined} source
 * @returns {(string | number | null)[]}
 */
function cells(row, source) {
  const { start, end, value, high } = row;
  const period = start && end ? `${start}/${end}` : end || (start && `${start}/`);
  const by = [source?.author, source?.publisher, source?.published].filter(Boolean).join(", ");
  const document = [source?.titleZh, source?.titleEn].filter(Boolean).join(" | ");
  return [
    ...[period, row.category, row.indicator, value, high, row.qualifier, row.status, row.unit],
    ...[by ? `${document} (${by})` : document, row.note, row.id, row.area, start, end, row.printed, row.section],
    ...[row.paragraph || null, row.flags, row.basis, row.dateBasis],
  ];
}

/**
 * A number stays a number; a text that a spreadsheet would run begins with an apostrophe.
 * @param {string | number | null} cell
 */
export function quoted(cell) {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
