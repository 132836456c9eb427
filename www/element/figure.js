// Turns a spec, a width and what the reader does into one live picture, and any failure into the fallback and a message.

import { Answer } from "./answer.js";
import { Around } from "./around.js";
import { Bar } from "./bar.js";
import { Frame } from "./frame.js";
import { Gesture, TAP } from "./gesture.js";
import { Guard } from "./guard.js";
import { Handle } from "./handle.js";
import { drawn } from "./link.js";
import { Message } from "./message.js";
import { Model } from "./model.js";
import { Paper } from "./paper.js";
import { Reader, tell } from "./reader.js";
import { Status } from "./status.js";
import { DAMAGE, View } from "./view.js";
import { Viewed } from "./viewed.js";
import { Steady } from "./width.js";

/** @import {Chart, Client, Inhabitant, Recipient} from "./types.js" */
/** @import {Shell} from "./shell.js" */

/** Set in the answer to a key that the chart used. */
const USED = 16;
/** Below this width the picture has narrow margins, and what stands under it too; CSS px. */
const PHONE = 400;

/** The fallback until the first frame and after a failure, else the picture. @typedef {"fallback" | "picture"} Phase */

/** @implements {Client} @implements {Inhabitant} @implements {Recipient} */
export class Figure {
  /** What links, linked charts and tools may do. @type {Handle} */
  handle;
  #answer = new Answer();
  #host;
  #shell;
  #model;
  #view;
  #reader;
  #around;
  #message;
  #bar;
  #paper;
  #gesture;
  #viewed = new Viewed();
  /** @type {Phase} */
  #phase = "fallback";
  #guard = new Guard({
    model: () => this.#model,
    again: () => this.#ask(DAMAGE.layout),
    failed: (error) => this.#failed(error),
  });
  #damage = DAMAGE.layout;
  #width = 0;
  #steady = new Steady((width) => {
    this.#model.placed((this.#width = width));
    this.#shell.frame.classList.toggle("phone", width < PHONE);
    this.#ask(DAMAGE.layout);
  });
  #height = 0;
  #near = false;
  #printing = false;
  #frame = new Frame(() => this.#ready() && this.#work());
  /** Whether something was done that shows over the picture. */
  #acted = false;
  #address;

  /**
   * @param {HTMLElement} host
   * @param {Shell} shell
   * @param {(plain: boolean) => string} address where the module is to come from that draws columns, or figures
   */
  constructor(host, shell, address) {
    this.#host = host;
    this.#address = address;
    this.#shell = shell;
    this.#model = new Model(host, shell.frame, (error) => this.#told(error));
    this.#view = new View(shell.base, shell.overlay);
    this.#bar = new Bar(shell.bar, () => this.handle);
    this.handle = this.#handle();
    this.#reader = new Reader(host, shell, (reading, lit) => drawn(this.handle, reading, lit), this.handle);
    const late = (/** @type {() => void} */ write) => this.#phase === "picture" && this.#guard.run(write);
    this.#around = new Around({ host, shell, model: this.#model, viewed: this.#viewed, bar: this.#bar, late });
    this.#paper = new Paper(shell.paper, shell.frame);
    this.#message = new Message(shell.message, () => {
      this.#model.engine.retry(this);
      this.#model.retry();
    });
    this.#gesture = new Gesture(shell.stage, shell.tip, {
      point: (kind, x, y) => this.#act((chart) => chart.pointer(kind, x, y), kind === TAP),
      key: (key) => this.#key(key),
      wheel: (x, y, steps) => this.#act((chart) => chart.wheel(x, y, steps), false),
      focus: () => this.#act((chart) => chart.focus(), true),
      blur: () => this.#act((chart) => chart.blur(), true),
      inTip: (target) => this.#reader.holds(target),
      zooms: () => this.handle.ask((chart) => chart.zoomable()) ?? false,
      reading: () => this.#reader.open,
      pinned: () => this.handle.state.point ?? "",
      pin: (id) => this.handle.point(id),
    });
    for (const each of [shell.base, shell.overlay]) each.addEventListener("contextrestored", () => this.#ask(DAMAGE.scene));
  }

  /** Whether what was asked for is on the canvas, once that is known. */
  get rendered() {
    return this.#answer.promise;
  }

  connect() {
    this.#gesture.connect();
    // What the markup says of it is known by now.
    this.data = this.data;
  }

  /** Gives everything back: the chart's memory in the engine and the canvases' pixels. */
  disconnect() {
    this.#gesture.disconnect();
    this.#steady.reset();
    this.#model.engine.leave(this);
    this.#frame.cancel();
    this.#near = false;
    this.#model.release(this);
    this.#view.release();
    this.#show("fallback");
    this.#message.hide();
    this.#answer.settle(false);
  }

  /** Columns of the page's own, which the chart is made of in place of figures. */
  get data() {
    return this.#model.data;
  }

  /** @param {unknown} data null for figures again */
  set data(data) {
    const turned = this.#model.take(data, this);
    if (turned) this.#reader.stop();
    this.changed();
    if (turned && this.#near) this.#join();
  }

  /** The spec is another one; many changes before the next frame make one picture. */
  changed() {
    this.#guard.pardon();
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
   */
  approached(near) {
    if (near === this.#near) return;
    this.#near = near;
    if (!near) {
      this.#view.release();
      return this.handle.doze();
    }
    this.#model.seek(this, near);
    this.#ask(DAMAGE.scene);
    this.#join();
  }

  #join() {
    this.#model.engine.join(this, this.#address(this.#model.plain));
  }

  /** The module is to come from elsewhere; only while there is none. */
  readdressed() {
    if (!this.#near || this.#model.engine.running) return;
    this.#join();
    this.#again();
  }

  engineReady() {
    // One that comes back to the screen is as it was.
    if (this.#model.stale || !this.#model.chart || this.#guard.error !== undefined) this.#again();
    this.#frame.now();
  }

  /** Coming near the screen once more is no news. @param {unknown} error */
  engineFailed(error) {
    if (error !== this.#guard.error) this.#guard.fail(error);
  }

  figuresArrived() {
    this.#again();
  }

  figuresFailed = this.engineFailed;

  engineReplaced() {
    this.#model.forget();
    this.pageChanged();
  }

  pageChanged() {
    this.#again();
  }

  /** A class or a style around the chart is another one: most of them change nothing here. */
  pageDressed() {
    if (this.#guard.run(() => this.#model.faded(this.#printing))) this.#again();
  }

  pageShown() {
    this.#model.recover(this.#guard.error);
    this.#ask(DAMAGE.scene);
  }

  /**
   * On paper the picture is a drawing, laid out for the sheet; one far down the page has no pixels, and needs none.
   * @param {boolean} printing
   */
  pagePrints(printing) {
    this.#printing = printing;
    this.#model.outdate();
    this.#damage = DAMAGE.layout;
    // One that never came near the screen is drawn on paper all the same, where the engine is there.
    const able = this.#model.engine.running && this.#guard.error === undefined;
    if (printing && able) this.#guard.run(() => this.#paper.draw(this.#prepared(), this.#around.tabled));
    if (printing) return;
    this.#paper.clear();
    if (this.#phase === "picture") this.#work();
    else this.#show("fallback");
    if (!this.#near) this.#view.release();
  }

  /** What links, linked charts and tools may do with this figure. */
  #handle() {
    return new Handle({
      host: this.#host,
      shell: this.#shell,
      status: new Status(this.#shell.status),
      viewed: this.#viewed,
      opener: this.#bar.more,
      ask: (work) => this.#guard.run(() => ((chart) => chart && work(chart))(this.#alive())),
      act: (deed) => this.#act(deed, false),
      again: () => this.#again(),
      model: this.#model,
      shown: () => this.#phase === "picture",
      open: () => this.#answer.open(),
      size: () => ({ width: this.#width, height: this.#height }),
    });
  }

  /** The chart of the picture; made anew when its instance is gone and its next frame is still to come. */
  #alive() {
    if (this.#phase !== "picture" || !this.#model.engine.running || this.#guard.error !== undefined) return undefined;
    const chart = this.#model.chart;
    if (chart) return chart;
    const next = this.#prepared();
    next?.resize(this.#width);
    return next;
  }

  /** Tries from the start: an earlier failure may be mended. */
  #again() {
    this.#model.outdate();
    this.#answer.open();
    this.#guard.reset(this.#model.seek(this, this.#near));
    // Without an engine, another spec is drawn no more than the one before.
    if (this.#guard.error !== undefined) this.#answer.settle(false);
    // While a file is on its way, the picture before stays as it is.
    if (!this.#model.waiting) this.#ask(DAMAGE.layout);
  }

  /** @param {number} damage */
  #ask(damage) {
    this.#damage = Math.max(this.#damage, damage);
    if (this.#ready()) this.#frame.ask();
  }

  #ready() {
    if (!this.#near || document.hidden || !this.#model.engine.running || this.#guard.error !== undefined) return false;
    return !this.#model.waiting || this.#model.chart !== undefined;
  }

  /** One frame: chart, layout, picture, tooltip. */
  #work() {
    this.#guard.run(() => {
      const chart = this.#prepared();
      if (!chart || this.#width <= 0) return;
      const damage = this.#damage;
      if (damage === DAMAGE.layout) this.#lay(chart);
      if (damage > DAMAGE.none) this.#paint(chart);
      // Another span of x is another scene of the same layout.
      if (damage === DAMAGE.scene) this.#bar.show(chart, this.#around.tabled, this.handle.full);
      // Before the page is told: what it changes then is another thing to wait for.
      if (!this.#model.waiting) this.#answer.settle(true);
      if (this.#phase !== "picture") {
        this.#show("picture");
        tell(this.#host, "indicator-ready", { label: chart.label() });
      }
      this.#reader.read(chart, this.#gesture.pointer, this.#model.lang);
    });
  }

  /** The chart with the newest spec and font. */
  #prepared() {
    if (this.#model.renew(this.#printing)) {
      this.#damage = DAMAGE.layout;
      this.#message.hide();
      this.#around.present(this.handle, this.#printing);
    }
    if (this.#damage === DAMAGE.layout) this.#model.measure();
    return this.#model.chart;
  }

  /** @param {Chart} chart */
  #lay(chart) {
    chart.resize(this.#width); // a view can be put on a picture only
    this.handle.lost(this.#viewed.put(chart));
    this.#height = chart.resize(this.#width);
    this.#shell.stage.style.height = `${this.#height}px`;
    this.#bar.show(chart, this.#around.tabled, this.handle.full);
  }

  /** @param {Chart} chart */
  #paint(chart) {
    if (this.#around.tabled) {
      this.#view.release();
      this.#damage = DAMAGE.none;
    }
    if (this.#around.tabled || !(this.#height > 0)) return;
    // What does not stand out fades in the picture; what does is drawn again over it.
    const lit = chart.lit() !== "";
    this.#shell.stage.classList.toggle("dimmed", lit);
    const emptied = this.#view.fit(this.#width, this.#height, this.#acted || lit || chart.reading() !== undefined);
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
    const answer = this.handle.ask((chart) => {
      const answer = deed(chart);
      if (aloud) this.#reader.speak(chart);
      return answer;
    });
    if (answer === undefined) return false;
    this.#acted ||= (answer & 3) === DAMAGE.overlay;
    this.#ask(answer & 3);
    return (answer & USED) !== 0;
  }

  /** @param {string} key */
  #key(key) {
    if (key === "?") {
      this.handle.use((tools) => tools.help());
      return true;
    }
    if (key === "Escape") this.#reader.dismiss();
    return this.#act((chart) => chart.key(key), true);
  }

  /** @param {unknown} error */
  #failed(error) {
    this.#show("fallback");
    this.#told(error);
  }

  /** @param {unknown} error why another picture is not to be had */
  #told(error) {
    this.#answer.settle(false);
    this.#message.show(this.#host, error, this.#model.lang);
  }

  /** @param {Phase} phase */
  #show(phase) {
    this.#phase = phase;
    const live = phase === "picture";
    const { frame, slot, stage, hint, summary } = this.#shell;
    frame.classList.toggle("live", live); // the author’s fallback lies on the page’s own ground
    slot.hidden = live;
    for (const part of [stage, hint, summary]) part.hidden = !live;
    if (live) return;
    this.#model.kept.rest();
    this.#reader.stop();
    this.#around.hide();
    this.#bar.hide();
    this.handle.rest();
    // The next picture starts with everything.
    this.#model.outdate();
    this.#damage = DAMAGE.layout;
  }
}
