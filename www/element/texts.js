// Turns an author's texts in two languages into those of the language that is shown.

import { spoken } from "./words.js";

/** @import {Spec} from "./types.js" */

/** What an author may write in each language, as `heading-zh` and `heading-en`. */
const TEXTS = ["heading", "subheading", "note", "source", "alt", "annotations"];
/** A caveat is never lost: without a translation it stands as it was written. */
const CAVEATS = ["note", "annotations"];

/** @type {Record<"zh-CN" | "en", "zh" | "en">} */
const SHORT = { "zh-CN": "zh", en: "en" };

/** The texts of one language, by the names of attributes and of fields of `spec`. */
export const TRANSLATED = TEXTS.flatMap((name) => Object.values(SHORT).map((lang) => `${name}-${lang}`));

/**
 * A spec whose texts are those of a language: its own one wins; the plain one is of the author's language, and in
 * another the engine makes the text from the data, which it can say in both.
 * @param {Spec} spec
 * @param {string} shown tag of the language
 * @param {string} own tag of the author's
 */
export function inLanguage(spec, shown, own) {
  const lang = spoken(shown);
  const same = lang === spoken(own);
  for (const name of TEXTS) {
    const text = spec[`${name}-${SHORT[lang]}`];
    if (text !== undefined && text !== null) spec[name] = text;
    else if (!same && !CAVEATS.includes(name)) delete spec[name];
  }
  for (const name of TRANSLATED) delete spec[name];
  return spec;
}
