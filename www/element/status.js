// Turns a short notice into the widget's status line: seen, spoken, and put away by the reader.

import { closing, make } from "./shell.js";
import { say, spoken } from "./words.js";

/** Long enough to be read twice. */
const PASSING_MS = 8000;

export class Status {
  #box;
  #clock = 0;

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
    this.tell(lang, say(lang, key, parts));
  }

  /**
   * @param {string} lang
   * @param {string} text
   * @param {boolean} [passing] that something was done may go by itself; what is wrong stays until it is put away
   */
  tell(lang, text, passing = false) {
    clearTimeout(this.#clock);
    if (passing) this.#clock = setTimeout(() => {
      // Not under the finger or the key that is about to put it away.
      if (!this.#box.matches(":focus-within")) this.clear();
    }, PASSING_MS);
    const close = closing(lang, () => {
      const root = this.#box.getRootNode();
      this.clear();
      // The focus is not lost with the button.
      const next = root instanceof ShadowRoot ? root.querySelector(".more") : null;
      if (next instanceof HTMLElement) next.focus({ preventScroll: true });
    });
    this.#box.lang = spoken(lang);
    this.#box.replaceChildren(make("p", "", text), close);
    this.#box.classList.remove("empty");
  }

  clear() {
    clearTimeout(this.#clock);
    this.#box.classList.add("empty");
    this.#box.replaceChildren();
  }
}
