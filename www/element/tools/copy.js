// Turns a text into the clipboard's, or into a field to copy it from where the browser gives no clipboard.

import { make } from "../shell.js";
import { told } from "./words.js";

/**
 * @param {string} text
 * @returns {Promise<boolean>} whether the clipboard took it
 */
export async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Refused, or missing as in a page without encryption.
    return false;
  }
}

/**
 * A field that holds the text, selected.
 * @param {string} text
 * @param {string} lang
 */
export function field(text, lang) {
  const area = make("textarea", "field");
  area.readOnly = true;
  area.value = text;
  area.rows = Math.min(6, text.split("\n").length + 1);
  area.setAttribute("aria-label", told(lang, "copy-field"));
  return area;
}
