// Turns an element's attributes and its file of figures into one chart inside the running instance of the engine.

import { columns, engine } from "./engine.js";
import { calling, fenced } from "./fence.js";
import { fitted } from "./font.js";
import { heightAt } from "./heights.js";
import { Kept } from "./kept.js";
import { mendable } from "./message.js";
import { kindOf } from "./problem.js";
import { show } from "./show.js";
import { sourceOf } from "./source.js";
import { COLUMNS, languageOf, specOf } from "./spec.js";
import { dressOf, tint } from "./theme.js";

/** @import {Chart, Client, Figures, Glue, Recipient} from "./types.js" */
/** @import {Source} from "./source.js" */

/** What arrays are that cannot be drawn. */
const BAD = "bad-data";

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
  /** Columns of the page's own, in place of figures; null without any. @type {unknown} */
  #data = null;
  #plain = false;
  /** Whether the chart has still to take them over. */
  #unread = false;
  #refused;

  /**
   * @param {HTMLElement} host
   * @param {HTMLElement} frame wears the colours of the picture
   * @param {(error: unknown) => void} refused told why a chart of columns stays as it was
   */
  constructor(host, frame, refused) {
    this.#refused = refused;
    this.#host = host;
    this.#frame = frame;
    this.kept = new Kept(host);
  }

  /** What is said is said in this language. */
  get lang() {
    return this.#lang || languageOf(this.#host);
  }

  get data() {
    return this.#data;
  }

  /** What draws the chart. */
  get engine() {
    return this.plain ? columns : engine;
  }

  /** Whether it is one of columns. */
  get plain() {
    return this.#plain;
  }

  /** Whether another picture is asked for than there is. */
  get stale() {
    return this.#stale || this.waiting;
  }

  /**
   * Takes columns in place of figures, or figures again; those given are read anew, whether they were given before or not.
   * @param {unknown} data
   * @param {Recipient & Client} client
   * @returns {boolean} whether another engine is to draw it
   */
  take(data, client) {
    const plain = data !== null || this.#host.hasAttribute(COLUMNS);
    const turned = plain !== this.#plain;
    // A chart of the other engine is none of this one.
    if (turned) {
      this.release(client);
      this.engine.leave(client);
    }
    this.#data = data;
    this.#unread = this.#plain = this.kept.off = plain;
    return turned;
  }

  /** The chart as it is; none before the first, nor when its instance is gone. */
  get chart() {
    const chart = this.#living;
    return chart && (this.kept.frozen?.dressed(chart) ?? chart);
  }

  /** The chart as the engine has it; what is kept is never the dressed one, or each redraw would dress it again. */
  get #living() {
    return this.generation === this.engine.generation ? this.#chart : undefined;
  }

  /** While a file is on its way, the chart of the one before stays. */
  get waiting() {
    return this.#plain ? this.#data === null : (this.#source?.waiting ?? false) || this.kept.waiting;
  }

  /**
   * Names the file of figures, and asks for it as soon as it may be needed, whether the engine is there or not.
   * @param {Recipient & Client} client
   * @param {boolean} near whether it is needed
   * @returns {unknown} why it, or the engine, is not to be had, where that is known
   */
  seek(client, near) {
    const source = this.plain ? undefined : sourceOf(this.#host);
    if (source !== this.#source) this.#source?.leave(client);
    this.#source = source;
    const missing = this.engine.failure(client);
    if (!near) return missing;
    source?.join(client);
    this.kept.join(client);
    return missing ?? source?.failure ?? this.kept.failure;
  }

  /**
   * Network or reader are back: tries again by itself what could not be had, where that may be mended by now.
   * @param {unknown} error why nothing is drawn
   */
  recover(error) {
    if (!mendable(error)) return;
    this.engine.recover();
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
    const { engine } = this;
    const glue = engine.glue;
    const chart = this.#living;
    if (!glue || !engine.running || this.waiting || !(this.#stale || !chart)) return false;
    try {
      this.#make(glue, chart, printing);
    } catch (error) {
      const kind = kindOf(error);
      if (!this.plain || !chart || kind === "") throw error;
      // What is on the page stays, and goes on with the arrays that it has.
      if (kind === BAD) this.#unread = false;
      this.#stale = false;
      this.#refused(error);
      return false;
    }
    this.#stale = this.#unread = false;
    this.#family = "";
    return true;
  }

  /**
   * @param {Glue} glue
   * @param {Chart | undefined} chart the one that there is
   * @param {boolean} printing
   */
  #make(glue, chart, printing) {
    this.#lang = this.reader || languageOf(this.#host);
    const spec = specOf(this.#host, printing, this.reader, this.#width);
    this.#lang = String(spec.lang ?? "");
    // Before the engine reads it: the message of an error stands in the same colours.
    this.#dress = tint(this.#frame, spec);
    show(this.#frame, spec.show);
    this.generation = this.engine.generation;
    this.#chart = chart;
    const own = this.plain ? (!chart || this.#unread ? this.#data : undefined) : this.#source?.figures(glue, this.#lang);
    const { frozen } = this.kept;
    const figures = /** @type {Figures | undefined} */ (frozen ? frozen.figures(glue, /** @type {Figures} */ (own), spec) : own);
    if (chart) chart.setSpec(spec, figures);
    else this.#chart = calling(() => fenced(new glue.Chart(spec, figures)));
  }

  /** Tells the chart how wide the page's font runs, where it is another one. */
  measure() {
    const { chart } = this;
    const { glue } = this.engine;
    if (chart && glue) this.#family = fitted(chart, glue, this.#host, this.#family);
  }

  /** Far from the screen a chart of many numbers gives back their memory, and is made anew when it is asked for. */
  rest() {
    const chart = this.#living;
    if (!chart?.heavy?.()) return;
    this.#chart = undefined;
    chart.free();
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
      this.engine.replace(this.generation);
    }
  }
}
