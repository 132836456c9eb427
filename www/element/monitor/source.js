// Turns a document into a line that names it, and a figure into the place where it is printed.

import { make } from "../shell.js";
import { told } from "./words.js";

/** @import {Context} from "./parts.js" */
/** @import {Figure, Source} from "./types.js" */

/** In the language's own marks. @param {string} title @param {string} lang */
const titled = (title, lang) => (/^[《“]/u.test(title) ? title : lang === "en" ? `“${title}”` : `《${title}》`);

/** Document, section and paragraph of a figure. @param {Context} context @param {Figure} figure */
export function cite({ index, lang }, figure) {
  const source = index.data.sources[figure.source];
  const parts = [
    source && titled(source.title, lang),
    figure.section && told(lang, "section", [figure.section]),
    figure.paragraph > 0 && told(lang, "paragraph", [String(figure.paragraph)]),
  ];
  return parts.filter(Boolean).join(lang === "en" ? ", " : "，");
}

/** All that a document says of itself; what it does not say is left out. @param {Source} source @param {string} lang */
export function full(source, lang) {
  const parts = [titled(source.title, lang), source.author, source.publisher, source.reference, source.published];
  return parts.filter(Boolean).join(lang === "en" ? ", " : "，");
}

/**
 * The documents as a list.
 * @param {Context} context
 * @param {Set<number>} some
 */
export function documents({ index, lang }, some) {
  const list = make("ol", "documents");
  for (const [at, source] of index.data.sources.entries()) if (some.has(at)) list.append(make("li", "", full(source, lang)));
  return list;
}
