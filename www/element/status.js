// Turns a short notice into the widget's status line: seen, spoken, and put away by the reader.

import { make } from "./shell.js";
import { say, spoken } from "./words.js";

export class Status {
  #box;

  /** @param {HTMLElement} box `role="status"`, so that it is spoken */
  constructor(box) {
    this.#box = box;
  }

  /**
   * @param {string} lang
   * @param {string} key of `words.js`
   * @param {string[]} [parts]
   */
  say(lang, key, parts = []) {
    const close = make("button", "close", say(lang, "close"));
    close.type = "button";
    close.addEventListener("click", () => this.clear());
    this.#box.lang = spoken(lang);
    this.#box.replaceChildren(make("p", "", say(lang, key, parts)), close);
    this.#box.hidden = false;
  }

  clear() {
    this.#box.hidden = true;
    this.#box.replaceChildren();
  }
}
