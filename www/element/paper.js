// Turns a chart into a drawing for the sheet that the page is printed on, and takes it away again.

import { drawing } from "./drawing.js";

/** @import {Chart} from "./types.js" */

/** What a sheet of A4 or Letter holds between its margins, CSS px. */
const WIDTH = 680;

export class Paper {
  #place;
  #frame;

  /**
   * @param {HTMLElement} place
   * @param {HTMLElement} frame shows the drawing instead of the canvas where there is one
   */
  constructor(place, frame) {
    this.#place = place;
    this.#frame = frame;
  }

  /**
   * Lays the chart out for the sheet; on the screen it must be laid out anew.
   * @param {Chart | undefined} chart
   * @param {boolean} tabled a table is printed as the text that it is
   */
  draw(chart, tabled) {
    if (!chart || tabled || !(chart.resize(WIDTH) > 0)) return;
    const picture = drawing(chart.svg());
    if (picture) this.#place.replaceChildren(picture);
    this.#frame.classList.toggle("drawn", picture !== undefined);
  }

  clear() {
    this.#place.replaceChildren();
    this.#frame.classList.remove("drawn");
  }
}
