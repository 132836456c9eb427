// Turns a chart's figures into a real table: always there for screen readers, in sight when asked for.

import { make } from "./shell.js";
import { say } from "./words.js";

/** @import {Table} from "./types.js" */

export class LiveTable {
  #place;
  #toggle = make("button", "toggle");
  #sheet = make("div", "sheet unseen");

  /** @param {HTMLElement} place */
  constructor(place) {
    this.#place = place;
    this.#toggle.type = "button";
    this.#toggle.setAttribute("aria-expanded", "false");
    this.#toggle.addEventListener("click", () => {
      const open = !this.#sheet.classList.toggle("unseen");
      this.#toggle.setAttribute("aria-expanded", String(open));
    });
    place.append(this.#toggle, this.#sheet);
  }

  /**
   * @param {Table} data
   * @param {string} lang
   */
  show(data, lang) {
    this.#toggle.textContent = say(lang, "table");
    const table = make("table");
    const head = table.createTHead().insertRow();
    for (const text of data.head) head.append(header(text, "col"));
    const body = table.createTBody();
    for (const cells of data.rows) {
      const row = body.insertRow();
      for (const [at, text] of cells.entries()) row.append(at === 0 ? header(text, "row") : make("td", "", text));
    }
    table.prepend(make("caption", "", data.caption));
    this.#sheet.replaceChildren(table);
    this.#place.hidden = false;
  }

  hide() {
    this.#place.hidden = true;
  }
}

/**
 * @param {string} text
 * @param {"col" | "row"} scope
 */
function header(text, scope) {
  const cell = make("th", "", text);
  cell.scope = scope;
  return cell;
}
