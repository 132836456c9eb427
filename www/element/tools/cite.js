// Turns a figure and the document that prints it into a citation: by GB/T 7714 in Chinese, in a newspaper's form in English.

import { told } from "./words.js";

/** @import {DataRow, DataSource, Reading} from "../types.js" */

/**
 * What the document does not say is left out; nothing is filled in.
 * @param {DataRow} row
 * @param {DataSource} source
 * @param {string} lang
 * @param {string} today ISO day, on which an address was seen
 */
export function citation(row, source, lang, today) {
  return lang === "en" ? english(row, source, today) : chinese(row, source, today);
}

/** Names that a document prints with blanks between them. @param {string} names @param {string} last between the last two */
function listed(names, last) {
  const all = names.split(/\s+/u).filter(Boolean);
  // A name in Latin letters has blanks of its own.
  if (!all.every((name) => /^\p{Script=Han}+$/u.test(name))) return names;
  // More than three are the first three and others.
  if (all.length > 3) return `${all.slice(0, 3).join(", ")}${last === ", " ? ", 等" : " et al."}`;
  const end = all.splice(-2).join(last);
  return [...all, end].join(", ");
}

/** Marks around the whole of a title are the citation's own; those around a title in it stay. @param {string} title */
const bare = (title) => /^《([^《》]*)》$/u.exec(title)?.[1] ?? title;

/** A day as an English newspaper writes it. @param {string} day ISO */
const long = (day) =>
  new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));

/**
 * Main responsibility. Title: number[type/carrier]. Publisher, date: place in the document(day of an address)[day seen].
 * Address.
 * @param {DataRow} row
 * @param {DataSource} source
 * @param {string} today
 */
function chinese(row, source, today) {
  const { author, publisher, titleZh, reference, published, url } = source;
  const place = [row.section && told("zh", "section", [row.section]), row.paragraph && told("zh", "paragraph", [String(row.paragraph)])];
  const title = `${bare(titleZh)}${reference && `: ${reference}`}[${url ? "EB/OL" : "Z"}]`;
  const issued = [author && publisher, !url && published].filter(Boolean).join(", ");
  const where = place.filter(Boolean).join("");
  const seen = url ? `${published && `(${published})`}${told("zh", "accessed", [today])}` : "";
  const issue = [issued, where].filter(Boolean).join(": ") + seen;
  const parts = [listed(author, ", ") || publisher, title, issue, url];
  // A stop at the end of an address would become part of it.
  return parts.filter(Boolean).join(". ") + (url ? "" : ".");
}

/**
 * @param {DataRow} row
 * @param {DataSource} source
 * @param {string} today
 */
function english(row, source, today) {
  const { author, publisher, titleZh, titleEn, reference, published, url } = source;
  const title = titleEn ? `“${titleEn}” [${bare(titleZh)}]` : `“${bare(titleZh)}”`;
  const parts = [
    listed(author, " and "),
    title,
    publisher,
    reference,
    published && told("en", "published", [long(published)]),
    row.section && told("en", "section", [row.section]),
    row.paragraph && told("en", "paragraph", [String(row.paragraph)]),
    url,
    url && told("en", "accessed", [long(today)]),
  ];
  return `${parts.filter(Boolean).join(", ")}.`;
}

/**
 * A figure to paste into a text: what it is, its value with its word, how it is printed, where, and the way back.
 * @param {Reading} reading
 * @param {DataRow} row
 * @param {DataSource | undefined} source none of a page's own numbers, which are not printed elsewhere
 * @param {string} lang
 * @param {string} address
 */
export function quotation(reading, row, source, lang, address) {
  const [colon, open, close] = lang === "en" ? [": ", " (", ")"] : ["：", "（", "）"];
  const now = new Date();
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  // The reader's own day.
  const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  // How its day is known, notes, scope: a figure goes nowhere without its caveats.
  const caveats = reading.rows.filter(({ more, label }) => more && label !== told(lang, "rule"));
  const lines = [
    `${reading.heading}${colon}${reading.value}${source && row.printed ? `${open}${told(lang, "printed", [row.printed])}${close}` : ""}`,
    ...caveats.map(({ label, text }) => `${label}${colon}${text}`),
    ...(source ? [told(lang, "origin", [citation(row, source, lang, today)])] : []),
    told(lang, "address", [address]),
  ];
  return lines.join("\n");
}
