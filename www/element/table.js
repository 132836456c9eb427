// Turns a chart's figures into a real table: always there for screen readers, in sight when asked for, and in the place
// of the picture where the chart is a table.

import { make } from "./shell.js";
import { say, spoken } from "./words.js";

/** @import {Table} from "./types.js" */

export class LiveTable {
  #place;
  #title = make("div", "title");
  #toggle = make("button", "toggle");
  #sheet = make("div", "sheet unseen");
  #notes = make("div", "notes");
  /** Whether it stands in the place of a picture. */
  #alone = false;

  /** @param {HTMLElement} place */
  constructor(place) {
    this.#place = place;
    this.#toggle.type = "button";
    this.#toggle.addEventListener("click", () => this.#open(this.#sheet.classList.contains("unseen")));
    this.#open(false);
    place.append(this.#title, this.#toggle, this.#sheet, this.#notes);
  }

  /**
   * @param {Table} data
   * @param {string} lang
   * @param {boolean} alone whether it stands in the place of a picture, with all that a picture says around its marks
   */
  show(data, lang, alone) {
    this.#place.lang = spoken(lang);
    this.#toggle.textContent = say(lang, "table");
    this.#toggle.hidden = alone;
    if (alone !== this.#alone) this.#open(alone);
    this.#alone = alone;
    // On a phone the table is wider than its place; keys scroll it only where the place has the focus.
    for (const [name, value] of [["tabindex", "0"], ["role", "region"], ["aria-label", data.caption]]) {
      this.#sheet.toggleAttribute(name, alone);
      if (alone) this.#sheet.setAttribute(name, value);
    }
    const texts = alone ? [make("p", "heading", data.caption), make("p", "about", data.about)] : [];
    this.#title.replaceChildren(...texts);
    this.#sheet.replaceChildren(filled(data, alone));
    this.#notes.replaceChildren(...(alone ? data.notes.map((note) => make("p", "", note)) : []));
    this.#place.hidden = false;
  }

  hide() {
    this.#place.hidden = true;
  }

  /** @param {boolean} open */
  #open(open) {
    this.#sheet.classList.toggle("unseen", !open);
    this.#toggle.setAttribute("aria-expanded", String(open));
  }
}

/**
 * @param {Table} data
 * @param {boolean} titled whether a heading above it says what it shows
 */
function filled(data, titled) {
  const table = make("table");
  table.append(make("caption", titled ? "unseen" : "", data.caption));
  const head = table.createTHead().insertRow();
  for (const text of data.head) head.append(header(text, "col"));
  const body = table.createTBody();
  for (const cells of data.rows) {
    const row = body.insertRow();
    for (const [at, text] of cells.entries()) row.append(at === 0 ? header(text, "row") : make("td", "", text));
  }
  return table;
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
