// Turns a reader's wishes that go beyond one point into buttons under the picture: the table, less or more time, and more.

import { make } from "./shell.js";
import { say, spoken } from "./words.js";

/** @import {Chart} from "./types.js" */

/**
 * @typedef {object} Wishes
 * @property {() => void} table the table in the picture's place, or the picture again
 * @property {(key: string) => void} time what the key of that name does to the time that is shown
 * @property {() => void} leave full screen
 * @property {() => void} more what else can be done
 */

export class Bar {
  /** Opens what the tools show; they tell here whether it is open. */
  more = button("toggle more");
  #place;
  #table = button("toggle switch");
  #closer = button("toggle closer");
  #wider = button("toggle wider");
  #whole = button("toggle whole");
  #leave = button("toggle leave");

  /**
   * @param {HTMLElement} place
   * @param {Wishes} wishes
   */
  constructor(place, wishes) {
    this.#place = place;
    this.#table.addEventListener("click", wishes.table);
    this.#closer.addEventListener("click", () => wishes.time("+"));
    this.#wider.addEventListener("click", () => wishes.time("-"));
    this.#whole.addEventListener("click", () => wishes.time("0"));
    this.#leave.addEventListener("click", wishes.leave);
    this.more.addEventListener("click", wishes.more);
    this.more.setAttribute("aria-expanded", "false");
    this.#closer.textContent = "+";
    this.#wider.textContent = "−";
    place.append(this.#table, this.#closer, this.#wider, this.#whole, this.more, this.#leave);
  }

  /**
   * @param {Chart} chart
   * @param {string} lang
   * @param {boolean} tabled whether the table stands in the picture's place
   * @param {boolean} full whether the chart fills the screen
   */
  show(chart, lang, tabled, full) {
    const zoomed = !tabled && chart.view()[2] !== "";
    this.#place.lang = spoken(lang);
    this.#table.textContent = say(lang, tabled ? "chart-view" : "table");
    // One that is nothing but a table has no picture to go back to.
    this.#table.hidden = chart.facts()[0] === "table";
    this.more.textContent = say(lang, "more");
    this.#closer.hidden = tabled || !chart.zoomable();
    this.#closer.setAttribute("aria-label", say(lang, "closer"));
    this.#wider.setAttribute("aria-label", say(lang, "wider"));
    this.#whole.textContent = say(lang, "whole");
    this.#wider.hidden = this.#whole.hidden = !zoomed;
    this.#leave.textContent = say(lang, "leave");
    this.#leave.hidden = !full;
    this.#place.hidden = false;
  }

  hide() {
    this.#place.hidden = true;
  }
}

/** @param {string} name */
function button(name) {
  const made = make("button", name);
  made.type = "button";
  return made;
}
