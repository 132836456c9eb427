// Turns a reader's wishes that go beyond one point into buttons under the picture: the table, all of the time, and more.

import { make } from "./shell.js";
import { say, spoken } from "./words.js";

/**
 * @typedef {object} Wishes
 * @property {() => void} table the table in the picture's place, or the picture again
 * @property {() => void} whole all of the time
 * @property {() => void} more what else can be done
 */

/** @import {Chart} from "./types.js" */

export class Bar {
  /** Opens what the tools show; they tell here whether it is open. */
  more = button("toggle more");
  #place;
  #table = button("toggle switch");
  #whole = button("toggle whole");

  /**
   * @param {HTMLElement} place
   * @param {Wishes} wishes
   */
  constructor(place, wishes) {
    this.#place = place;
    this.#table.addEventListener("click", wishes.table);
    this.#whole.addEventListener("click", wishes.whole);
    this.more.addEventListener("click", wishes.more);
    this.more.setAttribute("aria-expanded", "false");
    place.append(this.#table, this.#whole, this.more);
  }

  /**
   * @param {Chart} chart
   * @param {string} lang
   * @param {boolean} tabled whether the table stands in the picture's place
   */
  show(chart, lang, tabled) {
    const [, , from] = chart.view();
    this.#place.lang = spoken(lang);
    this.#table.textContent = say(lang, tabled ? "chart-view" : "table");
    // One that is nothing but a table has no picture to go back to.
    this.#table.hidden = chart.facts()[0] === "table";
    this.more.textContent = say(lang, "more");
    this.#whole.textContent = say(lang, "whole");
    this.#whole.hidden = from === "";
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
