// Turns a link or a file into what a reader takes along, and into the words that say how that went.

import { make } from "../shell.js";
import { copied, field } from "../tools/copy.js";
import { named, save } from "../tools/save.js";
import { box } from "./parts.js";
import { told } from "./words.js";

/**
 * @param {string} csv
 * @param {string} title
 * @param {string} lang
 * @param {HTMLElement} frame
 * @returns {string} what to say
 */
export function kept(csv, title, lang, frame) {
  const name = named(title, "csv");
  try {
    save(new Blob([csv], { type: "text/csv;charset=utf-8" }), name, frame);
    return told(lang, "saved", [name]);
  } catch (error) {
    return told(lang, "save-refused", [error instanceof Error ? error.message : String(error)]);
  }
}

/**
 * @param {string} address
 * @param {string} lang
 * @param {Element} place where it is said, and the address put where the browser does not copy it
 * @returns {Promise<string>} what to say
 */
export async function taken(address, lang, place) {
  place.querySelector(".outcome")?.remove();
  const outcome = box("outcome");
  if (await copied(address)) outcome.append(make("p", "", told(lang, "copied")));
  else outcome.append(make("p", "", told(lang, "copy-refused")), field(address, lang));
  place.append(outcome);
  const area = outcome.querySelector("textarea");
  area?.focus();
  area?.select();
  return outcome.textContent ?? "";
}
