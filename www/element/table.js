// Turns a chart's figures into a real table: always there for screen readers, and in the picture's place when the reader
// wants it or the chart is a table.

import { make } from "./shell.js";
import { spoken } from "./words.js";

/** @import {Table} from "./types.js" */

export class LiveTable {
  #place;
  #title = make("div", "title");
  #sheet = make("div", "sheet unseen");
  #notes = make("div", "notes");

  /** @param {HTMLElement} place */
  constructor(place) {
    this.#place = place;
    place.append(this.#title, this.#sheet, this.#notes);
  }

  /**
   * @param {Table} data
   * @param {string} lang
   * @param {boolean} alone whether it stands in the place of a picture, with all that a picture says around its marks
   * @returns {HTMLTableElement}
   */
  show(data, lang, alone) {
    this.#place.lang = spoken(lang);
    this.#sheet.classList.toggle("unseen", !alone);
    // On a phone the table is wider than its place; keys scroll it only where the place has the focus.
    for (const [name, value] of [["tabindex", "0"], ["role", "region"], ["aria-label", data.caption]]) {
      this.#sheet.toggleAttribute(name, alone);
      if (alone) this.#sheet.setAttribute(name, value);
    }
    const texts = alone ? [make("p", "heading", data.caption), make("p", "about", data.about)] : [];
    const table = filled(data, alone);
    // What the tools put beside the table before belongs to that one.
    this.#place.querySelector(".finder")?.remove();
    this.#title.replaceChildren(...texts);
    this.#sheet.replaceChildren(table);
    this.#notes.replaceChildren(...(alone ? data.notes.map((note) => make("p", "", note)) : []));
    this.#place.hidden = false;
    return table;
  }

  hide() {
    this.#place.hidden = true;
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
