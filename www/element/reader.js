// Turns the point that a chart is read at into a tooltip, a spoken sentence, and events for the page.

import { Announcer } from "./announce.js";
import { Tooltip } from "./tooltip.js";

/** @import {Chart, Reading} from "./types.js" */
/** @import {Deeds, Pointer} from "./tooltip.js" */
/** @import {Shell} from "./shell.js" */

export class Reader {
  #host;
  #tip;
  #live;
  /** @type {Reading | undefined} */
  #reading;
  /** Put away by Escape; comes back with another point. */
  #dismissed = "";
  #drawn;

  /**
   * @param {HTMLElement} host
   * @param {Shell} shell
   * @param {(reading: Reading | undefined, lit: string) => void} drawn told what is read and what stands out
   * @param {Deeds} deeds
   */
  constructor(host, shell, drawn, deeds) {
    this.#host = host;
    this.#drawn = drawn;
    this.#tip = new Tooltip(shell.tip, shell.stage, deeds);
    this.#live = new Announcer(shell.live);
  }

  get open() {
    return this.#tip.open;
  }

  /** @param {EventTarget | null} target */
  holds(target) {
    return this.#tip.holds(target);
  }

  /**
   * Shows what is being read, and tells the page when it is something else.
   * @param {Chart} chart
   * @param {Pointer | undefined} pointer
   * @param {string} lang
   */
  read(chart, pointer, lang) {
    const before = this.#reading;
    const now = chart.reading();
    this.#reading = now;
    if (!now || now.pinned || now.id !== this.#dismissed) this.#dismissed = "";
    if (now && !this.#dismissed) this.#tip.show(now, pointer, lang);
    else this.#tip.hide();
    if (before?.id !== now?.id) tell(this.#host, "indicator-hover", now ?? null);
    const [was, is] = [before, now].map((reading) => (reading?.pinned ? reading.id : ""));
    if (was !== is) tell(this.#host, "indicator-select", is ? now : null);
    // A name without a series of its own means nothing elsewhere.
    const lit = chart.lit();
    this.#drawn(now, lit.startsWith("#") ? "" : lit);
  }

  /** @param {Chart} chart */
  speak(chart) {
    this.#live.say(chart.reading()?.announce ?? "");
  }

  /** The reader wants the tooltip away, whatever the chart makes of it. */
  dismiss() {
    if (!this.#reading || !this.#tip.open) return;
    this.#dismissed = this.#reading.id;
    this.#tip.hide();
  }

  stop() {
    this.#tip.hide();
    this.#live.stop();
    this.#reading = undefined;
    this.#dismissed = "";
    this.#drawn(undefined, "");
  }
}

/**
 * Tells the page; heard on every ancestor, outside shadow trees too.
 * @param {HTMLElement} host
 * @param {string} name
 * @param {unknown} detail
 */
export function tell(host, name, detail) {
  host.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}
