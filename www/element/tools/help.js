// Turns the keys of a chart into a list that a reader can open.

import { make } from "../shell.js";
import { told } from "./words.js";

/** Keys as they stand on a keyboard, and the text of each. @type {[string[], string][]} */
const KEYS = [
  [["←", "→", "↑", "↓"], "key-arrows"],
  [["Home", "End"], "key-ends"],
  [["Page Up", "Page Down"], "key-pages"],
  [["Enter"], "key-pin"],
  [["Esc"], "key-free"],
  [["+", "−"], "key-zoom"],
  [["0"], "key-whole"],
  [["L"], "key-light"],
  [["?"], "key-help"],
];

/** @param {string} lang */
export function help(lang) {
  const list = make("dl", "keys");
  for (const [keys, text] of KEYS) {
    const term = make("dt");
    for (const key of keys) term.append(make("kbd", "", key), " ");
    list.append(term, make("dd", "", told(lang, text)));
  }
  return [list, make("p", "about", told(lang, "key-mouse"))];
}
