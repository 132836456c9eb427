// Turns a spec, a width and what the reader does into one live picture, and any failure into the fallback and a message.

import { Answer } from "./answer.js";
import { engine } from "./engine.js";
import { Trap, calling, fenced } from "./fence.js";
import { fitted } from "./font.js";
import { Gesture, TAP } from "./gesture.js";
import { Message } from "./message.js";
import { Problem } from "./problem.js";
import { Reader, tell } from "./reader.js";
import { inscribe } from "./shell.js";
import { described, warn } from "./said.js";
import { figuresOf, forgetFailures } from "./source.js";
import { languageOf, specOf } from "./spec.js";
import { LiveTable } from "./table.js";
import { dressOf, tint } from "./theme.js";
import { DAMAGE, View } from "./view.js";
import { Steady } from "./width.js";

/** @import {Chart, Client, Inhabitant} from "./types.js" */
/** @import {Shell} from "./shell.js" */

/** Set in the answer to a key that the chart used. */
const USED = 16;
/** Below this width the picture has narrow margins, and what stands under it too; CSS px. */
const PHONE = 400;
/** A chart that trapped this often is no longer tried. */
const MOST_TRAPS = 2;

/** What stands in the element's place: the fallback until the first frame and after a failure, else the picture. */
/** @typedef {"fallback" | "picture"} Phase */

/**
 * @implements {Client}
 * @implements {Inhabitant}
 */
export class Figure {
  #answer = new Answer();
  #host;
  #shell;
  #view;
  #reader;
  #table;
  #message;
  #gesture;
  /** @type {Phase} */
  #phase = "fallback";
  /** @type {Chart | undefined} */
  #chart;
  /** The instance that made the chart. */
  #generation = 0;
  #traps = 0;
  /** Why nothing is drawn; until something changes, it is not tried again. @type {unknown} */
  #error;
  #damage = DAMAGE.layout;
  #stale = true;
  #family = "";
  #width = 0;
  #steady = new Steady((width) => {
    this.#width = width;
    this.#shell.frame.classList.toggle("phone", width < PHONE);
    this.#ask(DAMAGE.layout);
  });
  #height = 0;
  #near = false;
  #printing = false;
  #frame = 0;
  #lang = "";
  /** Where the figures of the chart come from; empty for the built-in ones. */
  #src = "";
  #dress = "";

  /**
   * @param {HTMLElement} host
   * @param {Shell} shell
   */
  constructor(host, shell) {
    this.#host = host;
    this.#shell = shell;
    this.#view = new View(shell.base, shell.overlay);
    this.#reader = new Reader(host, shell);
    this.#table = new LiveTable(shell.data);
    this.#message = new Message(shell.message, () => this.#retry());
    this.#gesture = new Gesture(shell.stage, shell.tip, {
      point: (kind, x, y) => this.#act((chart) => chart.pointer(kind, x, y), kind === TAP),
      key: (key) => this.#key(key),
      focus: () => this.#act((chart) => chart.focus(), true),
      blur: () => this.#act((chart) => chart.blur(), false),
      inTip: (target) => this.#reader.holds(target),
      reading: () => this.#reader.open,
    });
    shell.overlay.addEventListener("contextrestored", () => this.#ask(DAMAGE.scene));
    shell.base.addEventListener("contextrestored", () => this.#ask(DAMAGE.scene));
  }

  /** Resolves when what was asked for is on the canvas (true), or when it cannot be (false). */
  get rendered() {
    return this.#answer.promise;
  }

  connect() {
    this.#gesture.connect();
    this.changed();
  }

  /** Gives everything back: the chart's memory in the engine and the canvases' pixels. */
  disconnect() {
    this.#gesture.disconnect();
    this.#steady.reset();
    engine.leave(this);
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#near = false;
    this.#drop();
    this.#view.release();
    this.#show("fallback");
    this.#message.hide();
    this.#answer.settle(false);
  }

  /** The spec is another one; many changes before the next frame make one picture. */
  changed() {
    this.#traps = 0;
    this.#again();
  }

  /** @param {number} width CSS px of the place */
  resized(width) {
    // Whole pixels: a fraction would be laid out anew at every step of a zoom and seen by no one.
    this.#steady.measured(Math.floor(width), performance.now());
  }

  /**
   * Near the screen, it is drawn; far away, its pixels go back.
   * @param {boolean} near
   * @param {string} address of the engine's module
   */
  approached(near, address) {
    if (near === this.#near) return;
    this.#near = near;
    if (near) engine.join(this, address);
    if (near) this.#ask(DAMAGE.scene);
    else this.#view.release();
  }

  /**
   * The module is to come from elsewhere; only while there is none.
   * @param {string} address
   */
  readdressed(address) {
    if (!this.#near || engine.running) return;
    engine.join(this, address);
    this.#again();
  }

  engineReady = () => this.#again();

  /** @param {unknown} error */
  engineFailed(error) {
    // Coming near the screen once more is no news.
    if (error !== this.#error) this.#fail(error);
  }

  engineReplaced() {
    // The old chart lived in the old instance: there is nothing left to free.
    this.#chart = undefined;
    this.#again();
  }

  pageChanged = () => this.#again();

  /** A class or a style around the chart is another one: most of them change nothing here. */
  pageDressed() {
    const now = this.#guard(() => dressOf(specOf(this.#host, this.#printing)));
    if (now !== undefined && now !== this.#dress) this.#again();
  }

  pageShown = () => this.#ask(DAMAGE.scene);

  /**
   * Paper is light, and pictures far down the page have no pixels: both are mended before the page is printed.
   * @param {boolean} printing
   */
  pagePrints(printing) {
    this.#printing = printing;
    this.#stale = true;
    this.#damage = DAMAGE.layout;
    if (this.#phase === "picture") this.#work();
    if (!printing && !this.#near) this.#view.release();
  }

  /** The picture as SVG; nothing before the first frame. */
  svg = () => this.#guard(() => this.#alive()?.svg());

  /** Name, summary and table of the picture; nothing before the first frame. */
  describe() {
    return this.#guard(() => described(this.#alive()));
  }

  /**
   * Pins the point of an observation.
   * @param {string} id
   * @returns {boolean} whether the picture has it
   */
  point(id) {
    const found = this.#guard(() => this.#alive()?.pointAt(id)) ?? false;
    if (found) this.#ask(DAMAGE.overlay);
    return found;
  }

  /** The chart of the picture; made anew when its instance is gone and its next frame is still to come. */
  #alive() {
    if (this.#phase !== "picture" || !engine.running || this.#error !== undefined) return undefined;
    if (this.#chart && this.#generation === engine.generation) return this.#chart;
    const chart = this.#prepared();
    chart?.resize(this.#width);
    return chart;
  }

  #retry() {
    engine.retry(this);
    forgetFailures();
    this.#again();
  }

  /** Tries from the start: an earlier failure may be mended. */
  #again() {
    this.#stale = true;
    if (this.#traps < MOST_TRAPS) this.#error = engine.failure(this);
    this.#answer.open();
    // Without an engine, another spec is drawn no more than the one before.
    if (this.#error !== undefined) this.#answer.settle(false);
    this.#ask(DAMAGE.layout);
  }

  /** @param {number} damage */
  #ask(damage) {
    this.#damage = Math.max(this.#damage, damage);
    if (this.#frame || !this.#ready()) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      if (this.#ready()) this.#work();
    });
  }

  #ready() {
    return this.#near && !document.hidden && engine.running && this.#error === undefined;
  }

  /** One frame: chart, layout, picture, tooltip. */
  #work() {
    this.#guard(() => {
      const chart = this.#prepared();
      if (!chart || this.#width <= 0 || this.#damage === DAMAGE.none) return;
      this.#paint(chart);
      // Before the page is told: what it changes then is another thing to wait for.
      this.#answer.settle(true);
      if (this.#phase !== "picture") {
        this.#show("picture");
        tell(this.#host, "indicator-ready", { label: chart.label() });
      }
      this.#reader.read(chart, this.#gesture.pointer);
    });
  }

  /** The chart with the newest spec and font. */
  #prepared() {
    const glue = engine.glue;
    if (!glue || !engine.running) return undefined;
    if (this.#generation !== engine.generation) this.#chart = undefined;
    if (this.#stale || !this.#chart) {
      this.#lang = languageOf(this.#host);
      const spec = specOf(this.#host, this.#printing);
      this.#lang = String(spec.lang ?? "");
      // Before the engine reads it: the message of an error stands in the same colours.
      this.#dress = tint(this.#shell.frame, spec);
      const src = this.#host.getAttribute("src") ?? "";
      if (src !== this.#src) this.#drop();
      this.#src = src;
      if (this.#chart) this.#chart.setSpec(spec);
      else {
        const figures = src ? figuresOf(src, this.#host.baseURI, this.pageChanged) : undefined;
        if (src && !figures) return undefined;
        this.#generation = engine.generation;
        this.#chart = calling(() => fenced(new glue.Chart(spec, figures)));
      }
      warn(this.#host, this.#chart);
      this.#stale = false;
      this.#damage = DAMAGE.layout;
      this.#message.hide();
      this.#family = "";
      inscribe(this.#shell, this.#chart, this.#lang);
      this.#table.show(this.#chart, this.#lang, this.#shell.frame);
    }
    const chart = this.#chart;
    if (chart && this.#damage === DAMAGE.layout) this.#family = fitted(chart, glue, this.#host, this.#family);
    return chart;
  }

  /** @param {Chart} chart */
  #paint(chart) {
    if (this.#damage === DAMAGE.layout) {
      this.#height = chart.resize(this.#width);
      this.#shell.stage.style.height = `${this.#height}px`;
    }
    if (!(this.#height > 0)) return;
    const emptied = this.#view.fit(this.#width, this.#height);
    this.#view.paint(chart, emptied ? Math.max(this.#damage, DAMAGE.scene) : this.#damage);
    this.#damage = DAMAGE.none;
  }

  /**
   * Hands a deed of the reader to the chart.
   * @param {(chart: Chart) => number} deed
   * @param {boolean} aloud whether a screen reader is to say what is read now
   * @returns {boolean} whether a key was used
   */
  #act(deed, aloud) {
    const answer = this.#guard(() => {
      const chart = this.#alive();
      if (!chart) return undefined;
      const answer = deed(chart);
      if (aloud) this.#reader.speak(chart);
      return answer;
    });
    if (answer === undefined) return false;
    this.#ask(answer & 3);
    return (answer & USED) !== 0;
  }

  /** @param {string} key */
  #key(key) {
    if (key === "Escape") this.#reader.dismiss();
    return this.#act((chart) => chart.key(key), true);
  }

  /**
   * Runs something that may fail in the engine. A trap has the engine replaced; any other error is shown.
   * @template T
   * @param {() => T} work
   * @returns {T | undefined}
   */
  #guard(work) {
    try {
      return work();
    } catch (error) {
      if (error instanceof Trap) this.#trapped(error.cause);
      else this.#fail(error);
      return undefined;
    }
  }

  /** @param {unknown} error */
  #trapped(error) {
    this.#traps += 1;
    this.#chart = undefined;
    this.#stale = true;
    console.warn("indicator-chart: the engine stopped and is started again", error);
    if (this.#traps >= MOST_TRAPS) this.#fail(new Problem("engine-trap", [], error));
    // The others of this page go on, so the instance is replaced either way.
    if (this.#generation === engine.generation) engine.replace(this.#generation);
    else this.#ask(DAMAGE.layout);
  }

  /** @param {unknown} error */
  #fail(error) {
    this.#error = error;
    this.#show("fallback");
    this.#answer.settle(false);
    this.#message.show(this.#host, error, this.#lang || languageOf(this.#host));
  }

  /** @param {Phase} phase */
  #show(phase) {
    this.#phase = phase;
    const live = phase === "picture";
    const { slot, stage, hint, summary } = this.#shell;
    slot.hidden = live;
    for (const part of [stage, hint, summary]) part.hidden = !live;
    if (live) return;
    this.#reader.stop();
    this.#table.hide();
    // The next picture starts with everything.
    this.#stale = true;
    this.#damage = DAMAGE.layout;
  }

  #drop() {
    const chart = this.#chart;
    this.#chart = undefined;
    this.#stale = true;
    if (!chart || this.#generation !== engine.generation) return;
    try {
      chart.free();
    } catch {
      engine.replace(this.#generation);
    }
  }
}
