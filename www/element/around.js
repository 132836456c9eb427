// Turns what a new spec says in text into what stands around a picture: its name at once, summary and table after the frame.

import { Warnings } from "./said.js";
import { inscribe, name } from "./shell.js";
import { LiveTable } from "./table.js";

/** @import {Bar} from "./bar.js" */
/** @import {Handle} from "./handle.js" */
/** @import {Model} from "./model.js" */
/** @import {Shell} from "./shell.js" */
/** @import {Viewed} from "./viewed.js" */

/**
 * @typedef {object} Place
 * @property {HTMLElement} host
 * @property {Shell} shell
 * @property {Model} model
 * @property {Viewed} viewed
 * @property {Bar} bar
 * @property {(write: () => void) => void} late runs what may fail in the engine, where there is a picture by then
 */

export class Around {
  /** Whether the chart is a table, which stands in the page as text. */
  tabled = false;
  #place;
  #table;
  #warnings;
  /** Whether something is still to be written. */
  #late = false;

  /** @param {Place} place */
  constructor(place) {
    this.#place = place;
    this.#table = new LiveTable(place.shell.data);
    this.#warnings = new Warnings(place.host);
  }

  /**
   * @param {Handle} handle
   * @param {boolean} printing
   */
  present(handle, printing) {
    const { shell, model, viewed, bar, late } = this.#place;
    const { chart, lang } = model;
    if (!chart) return;
    name(shell, chart, lang);
    const [kind] = chart.facts();
    const before = this.tabled;
    // A table needs no canvas: it is text, and stands there as text.
    this.tabled = kind === "table" || viewed.tabled;
    bar.name(lang, this.tabled, kind === "table");
    shell.frame.classList.toggle("alone", this.tabled);
    model.kept.present(handle);
    // A table that stood in the picture's place goes with the frame that brings the picture.
    if (this.tabled || before || printing) return this.#write(handle, printing);
    // Its room is the picture's from the first frame on: nothing moves when it is written.
    shell.data.hidden = false;
    if (this.#late) return;
    this.#late = true;
    // The first frame needs none of it.
    requestAnimationFrame(() =>
      setTimeout(() => {
        this.#late = false;
        late(() => this.#write(handle, false));
      }),
    );
  }

  /**
   * @param {Handle} handle
   * @param {boolean} printing
   */
  #write(handle, printing) {
    const { shell, model } = this.#place;
    const { chart, lang } = model;
    if (!chart) return;
    inscribe(shell, chart, lang);
    const sheet = this.#table.show(chart.table(), lang, this.tabled);
    if (printing) return;
    // What stands as text from the start is sorted and searched as one that was asked for.
    if (this.tabled) handle.use((tools) => tools.sheet(sheet));
    this.#warnings.show(chart.facts().slice(2));
  }

  hide() {
    this.#table.hide();
  }
}
