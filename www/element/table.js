// Turns a chart's figures into a real table: always there for screen readers, in sight when asked for.

import { make } from "./shell.js";
import { say } from "./words.js";

/** @import {Chart} from "./types.js" */

export class LiveTable {
  #place;
  #toggle = make("button", "toggle");
  #sheet = make("div", "sheet unseen");
  #notes = make("div", "notes");
  /** Whether it stood in the place of a picture. */
  #alone = false;

  /** @param {HTMLElement} place */
  constructor(place) {
    this.#place = place;
    this.#toggle.type = "button";
    this.#toggle.setAttribute("aria-expanded", "false");
    this.#toggle.addEventListener("click", () => {
      const open = !this.#sheet.classList.toggle("unseen");
      this.#toggle.setAttribute("aria-expanded", String(open));
    });
    place.append(this.#toggle, this.#sheet, this.#notes);
  }

  /**
   * A chart that is a table needs no canvas: it is text, and stands there as text.
   * @param {Chart} chart
   * @param {string} lang
   * @param {HTMLElement} frame
   */
  show(chart, lang, frame) {
    const data = chart.table();
    const alone = chart.facts()[0] === "table";
    frame.classList.toggle("alone", alone);
    this.#toggle.hidden = alone;
    if (alone) this.#sheet.classList.remove("unseen");
    else if (this.#alone) this.#sheet.classList.add("unseen");
    this.#alone = alone;
    this.#toggle.setAttribute("aria-expanded", String(!this.#sheet.classList.contains("unseen")));
    this.#toggle.textContent = say(lang, "table");
    const table = make("table");
    const head = table.createTHead().insertRow();
    for (const text of data.head) head.append(header(text, "col"));
    const body = table.createTBody();
    for (const cells of data.rows) {
      const row = body.insertRow();
      for (const [at, text] of cells.entries()) row.append(at === 0 ? header(text, "row") : make("td", "", text));
    }
    const caption = make("caption", "", alone ? "" : data.caption);
    if (alone) caption.append(make("strong", "heading", data.caption), make("span", "about", data.about));
    table.prepend(caption);
    this.#sheet.replaceChildren(table);
    this.#notes.replaceChildren(...(alone ? data.notes.map((note) => make("p", "", note)) : []));
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
