// Turns a list of things to do, or a text, into a panel under the chart that Escape closes and that traps nobody.

import { closing, make } from "../shell.js";
import { spoken } from "../words.js";

/** A thing to do, by its text. @typedef {{text: string, lang?: string, run: () => unknown}} Deed */

export class Panel {
  #box;
  #opener;
  /** Where the focus was before. @type {HTMLElement | null} */
  #from = null;
  #name = "";

  /**
   * @param {HTMLElement} box
   * @param {HTMLElement} opener tells whether the panel is open
   */
  constructor(box, opener) {
    this.#box = box;
    this.#opener = opener;
    box.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      this.close(true);
    });
  }

  /** What is open; empty where nothing is. */
  get open() {
    return this.#box.hidden ? "" : this.#name;
  }

  /**
   * @param {string} name
   * @param {string} label
   * @param {string} lang
   * @param {Node[]} content
   */
  show(name, label, lang, content) {
    const root = this.#box.getRootNode();
    const active = root instanceof ShadowRoot ? root.activeElement : null;
    if (active instanceof HTMLElement && !this.#box.contains(active)) this.#from = active;
    this.#name = name;
    this.#box.lang = spoken(lang);
    this.#box.setAttribute("aria-label", label);
    this.#box.replaceChildren(...content, closing(lang, () => this.close(true)));
    this.#box.hidden = false;
    this.#opener.setAttribute("aria-expanded", "true");
  }

  /** @param {Deed[]} deeds @param {string} name @param {string} label @param {string} lang */
  list(deeds, name, label, lang) {
    const list = make("ul", "deeds");
    for (const { text, lang: own, run } of deeds) {
      const button = make("button", "deed", text);
      if (own) button.lang = own;
      button.addEventListener("click", run);
      const item = make("li");
      item.append(button);
      list.append(item);
    }
    // Safari takes a list without signs for none.
    list.setAttribute("role", "list");
    this.show(name, label, lang, [list]);
  }

  /** The first thing in it that takes the focus. */
  enter() {
    const first = this.#box.querySelector("button, textarea");
    if (first instanceof HTMLElement) first.focus({ preventScroll: true });
  }

  /** @param {boolean} back whether the focus goes back to where it was */
  close(back) {
    if (this.#box.hidden) return;
    this.#box.hidden = true;
    this.#box.replaceChildren();
    this.#opener.setAttribute("aria-expanded", "false");
    if (back) (this.#from?.isConnected ? this.#from : this.#opener).focus({ preventScroll: true });
    this.#from = null;
  }
}
