// Turns a reader's wishes that go beyond one point into buttons under the picture: the table, less or more time, and more.

import { make } from "./shell.js";
import { say, spoken } from "./words.js";

/** @import {Chart} from "./types.js" */

/** @import {Handle} from "./handle.js" */

export class Bar {
  /** Opens what the tools show; they tell here whether it is open. */
  more = make("button", "toggle more");
  #place;
  #table = make("button", "toggle switch");
  #closer = make("button", "toggle closer");
  #wider = make("button", "toggle wider");
  #whole = make("button", "toggle whole");
  #leave = make("button", "toggle leave");

  /**
   * @param {HTMLElement} place
   * @param {() => Handle} handle of the chart
   */
  constructor(place, handle) {
    this.#place = place;
    this.#table.addEventListener("click", () => handle().turn());
    this.#closer.addEventListener("click", () => handle().time("+"));
    this.#wider.addEventListener("click", () => handle().time("-"));
    this.#whole.addEventListener("click", () => handle().time("0"));
    this.#leave.addEventListener("click", () => document.exitFullscreen().catch(() => undefined));
    this.more.addEventListener("click", () => handle().use((tools) => tools.menu()));
    this.more.setAttribute("aria-expanded", "false");
    this.#closer.textContent = "+";
    this.#wider.textContent = "−";
    place.append(this.#table, this.#closer, this.#wider, this.#whole, this.more, this.#leave);
  }

  /**
   * What is said and what there is to do, for another spec or another language.
   * @param {string} lang
   * @param {boolean} tabled whether the table stands in the picture's place
   * @param {boolean} fixed whether the chart is a table, with no picture to go back to
   */
  name(lang, tabled, fixed) {
    this.#place.lang = spoken(lang);
    this.#table.textContent = say(lang, tabled ? "chart-view" : "table");
    this.#table.hidden = fixed;
    this.more.textContent = say(lang, "more");
    this.#closer.setAttribute("aria-label", say(lang, "closer"));
    this.#wider.setAttribute("aria-label", say(lang, "wider"));
    this.#whole.textContent = say(lang, "whole");
    this.#leave.textContent = say(lang, "leave");
  }

  /**
   * What there is to do with the picture as it is laid out.
   * @param {Chart} chart
   * @param {boolean} tabled
   * @param {boolean} full whether the chart fills the screen
   */
  show(chart, tabled, full) {
    const whole = tabled || chart.view()[2] === "";
    hide(this.#closer, tabled || !chart.zoomable());
    hide(this.#wider, whole);
    hide(this.#whole, whole);
    hide(this.#leave, !full);
    hide(this.#place, false);
  }

  hide() {
    this.#place.hidden = true;
  }
}

/**
 * Written where it differs alone: this is asked in frames that must not touch the page.
 * @param {HTMLElement} part
 * @param {boolean} hidden
 */
function hide(part, hidden) {
  if (part.hidden !== hidden) part.hidden = hidden;
}
