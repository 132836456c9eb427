// Turns an element's attributes and its file of figures into one chart inside the running instance of the engine.

import { engine } from "./engine.js";
import { calling, fenced } from "./fence.js";
import { fitted } from "./font.js";
import { heightAt } from "./heights.js";
import { Kept } from "./kept.js";
import { mendable } from "./message.js";
import { show } from "./show.js";
import { sourceOf } from "./source.js";
import { languageOf, specOf } from "./spec.js";
import { dressOf, tint } from "./theme.js";

/** @import {Chart, Recipient} from "./types.js" */
/** @import {Source} from "./source.js" */

export class Model {
  /** The instance that made the chart. */
  generation = 0;
  #host;
  #frame;
  /** @type {Chart | undefined} */
  #chart;
  /** Whether another spec is asked for than the one that the chart has. */
  #stale = true;
  #family = "";
  #lang = "";
  #dress = "";
  /** The language that the reader chose for this one chart; empty for the author's. */
  reader = "";
  #width = 0;
  /** Where the figures come from; nowhere for the built-in ones. @type {Source | undefined} */
  #source;

  /** What an article was published with. @type {Kept} */
  kept;

  /**
   * @param {HTMLElement} host
   * @param {HTMLElement} frame wears the colours of the picture
   */
  constructor(host, frame) {
    this.#host = host;
    this.#frame = frame;
    this.kept = new Kept(host);
  }

  /** What is said is said in this language. */
  get lang() {
    return this.#lang || languageOf(this.#host);
  }

  /** The chart as it is; none before the first, nor when its instance is gone. */
  get chart() {
    const chart = this.#living;
    return chart && (this.kept.frozen?.dressed(chart) ?? chart);
  }

  /** The chart as the engine has it; what is kept is never the dressed one, or each redraw would dress it again. */
  get #living() {
    return this.generation === engine.generation ? this.#chart : undefined;
  }

  /** While a file is on its way, the chart of the one before stays. */
  get waiting() {
    return (this.#source?.waiting ?? false) || this.kept.waiting;
  }

  /**
   * Names the file of figures, and asks for it as soon as it may be needed, whether the engine is there or not.
   * @param {Recipient} client
   * @param {boolean} near whether it is needed
   * @returns {unknown} why it is not to be had, where that is known
   */
  seek(client, near) {
    const source = sourceOf(this.#host);
    if (source !== this.#source) this.#source?.leave(client);
    this.#source = source;
    if (!near) return undefined;
    source?.join(client);
    this.kept.join(client);
    return source?.failure ?? this.kept.failure;
  }

  /**
   * Network or reader are back: tries again by itself what could not be had, where that may be mended by now.
   * @param {unknown} error why nothing is drawn
   */
  recover(error) {
    if (!mendable(error)) return;
    engine.recover();
    this.#source?.recover();
    this.kept.retry();
  }

  /** Asks for a file again that was not to be had. */
  retry() {
    this.#source?.retry();
    this.kept.retry();
  }

  /**
   * At another width another height may be reserved.
   * @param {number} width CSS px
   */
  placed(width) {
    const given = this.#host.getAttribute("heights");
    const before = this.#width;
    this.#width = width;
    try {
      if (heightAt(given, before) !== heightAt(given, width)) this.outdate();
    } catch {
      // What is wrong with it is named when the chart is made.
    }
  }

  /** The next chart is of another spec. */
  outdate() {
    this.#stale = true;
  }

  /**
   * Whether the place of the chart gives it other colours than it has.
   * @param {boolean} printing
   */
  faded(printing) {
    return dressOf(specOf(this.#host, printing, this.reader, this.#width)) !== this.#dress;
  }

  /**
   * Brings the chart up to date where the engine and the figures are there.
   * @param {boolean} printing
   * @returns {boolean} whether it is another one, or has another spec
   */
  renew(printing) {
    const glue = engine.glue;
    const chart = this.#living;
    if (!glue || !engine.running || this.waiting || !(this.#stale || !chart)) return false;
    this.#lang = this.reader || languageOf(this.#host);
    const spec = specOf(this.#host, printing, this.reader, this.#width);
    this.#lang = String(spec.lang ?? "");
    // Before the engine reads it: the message of an error stands in the same colours.
    this.#dress = tint(this.#frame, spec);
    show(this.#frame, spec.show);
    this.generation = engine.generation;
    this.#chart = chart;
    const own = this.#source?.figures(glue, this.#lang);
    const { frozen } = this.kept;
    const figures = frozen ? frozen.figures(glue, own, spec) : own;
    if (chart) chart.setSpec(spec, figures);
    else this.#chart = calling(() => fenced(new glue.Chart(spec, figures)));
    this.#stale = false;
    this.#family = "";
    return true;
  }

  /** Tells the chart how wide the page's font runs, where it is another one. */
  measure() {
    const { chart } = this;
    if (chart && engine.glue) this.#family = fitted(chart, engine.glue, this.#host, this.#family);
  }

  /** The chart went with its instance: there is nothing left to free. */
  forget() {
    this.#chart = undefined;
    this.#stale = true;
  }

  /**
   * Gives everything back: the chart's memory in the engine, and the place among those who wait for a file.
   * @param {Recipient} client
   */
  release(client) {
    this.#source?.leave(client);
    this.#source = undefined;
    const chart = this.#living;
    this.forget();
    try {
      chart?.free();
    } catch {
      engine.replace(this.generation);
    }
  }
}
