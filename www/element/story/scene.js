// Turns the place of a scene in the window into the step that is read, and its chart's size into where the chart stands.

import { Squeeze } from "./squeeze.js";

/** @import {Step} from "./step.js" */

/** From here on the chart stands beside the steps; as in the style sheet. */
const WIDE = "(min-width: 960px)";
/** A chart above the steps takes no more of the window than this; what is higher is lowered, or its end is cut off. */
const MOST = 0.55;
/** No chart is cut off for so little more. */
const STILL = 0.58;
/** In a window lower than this nothing stays above the text, CSS px: too little of it would be left. */
const LOW = 480;
/** Where the reading line is in what of the window is left to the text. */
const LINE = 0.5;
/** What stays free above and below a chart that stands beside the steps, CSS px. */
const MARGIN = 16;

export class Scene {
  #element;
  #steps;
  #stage;
  #tell;
  /** @type {Squeeze | undefined} */
  #squeeze;
  #line = 0;
  /** @type {IntersectionObserver | undefined} */
  #crossing;
  #size = new ResizeObserver(() => this.#place());
  #resized = () => this.#place();
  #scrolled = () => {
    this.#cut();
    // A short step may pass the line between two frames, and then crosses nothing.
    this.#tell(this.#read());
  };
  #blurred = () => this.#cut();
  /** The greatest height that the chart had at this size of window and column, once it was drawn. */
  #tallest = 0;
  #measured = "";
  #drawn = false;
  /** How much of the chart stays above the steps, CSS px; all of it where it is none. */
  #room = 0;

  /**
   * @param {HTMLElement} element
   * @param {Step[]} steps in order
   * @param {(step: Step | undefined) => void} tell which step is read; none before the first and behind the scene
   */
  constructor(element, steps, tell) {
    this.#element = element;
    this.#steps = steps;
    this.#tell = tell;
    this.#stage = /** @type {HTMLElement | null} */ (element.querySelector(".stage"));
    for (const part of [this.#stage, ...(this.#stage?.children ?? [])]) if (part) this.#size.observe(part);
    const charts = /** @type {HTMLElement[]} */ ([...(this.#stage?.querySelectorAll("indicator-chart") ?? [])]);
    for (const chart of charts) {
      const { rendered } = /** @type {HTMLElement & {rendered?: Promise<boolean>}} */ (chart);
      void rendered?.then(() => {
        this.#drawn = true;
        this.#place();
      });
    }
    const [only] = charts.length === 1 ? charts : [];
    if (only instanceof HTMLElement) this.#squeeze = new Squeeze(only, () => this.#place());
    addEventListener("resize", this.#resized);
    addEventListener("scroll", this.#scrolled, { passive: true });
    this.#stage?.addEventListener("focusin", this.#focused);
    this.#stage?.addEventListener("focusout", this.#blurred);
    this.#place();
  }

  stop() {
    removeEventListener("resize", this.#resized);
    removeEventListener("scroll", this.#scrolled);
    this.#stage?.removeEventListener("focusin", this.#focused);
    this.#stage?.removeEventListener("focusout", this.#blurred);
    this.#size.disconnect();
    this.#crossing?.disconnect();
    this.#element.classList.remove("over");
    this.#squeeze?.release();
    for (const name of ["--stage-top", "--stage-cut", "min-height"]) this.#stage?.style.removeProperty(name);
    this.#element.style.removeProperty("--scene-end");
  }

  /** Where the chart stands, and the reading line with it. */
  #place() {
    // A phone's bars come and go while it scrolls; this height does not follow them.
    const view = document.documentElement.clientHeight;
    const { classList, style } = this.#element;
    const wide = matchMedia(WIDE).matches;
    const height = this.#height(view);
    const most = view * MOST;
    if (wide) this.#squeeze?.release();
    else if (height > most) this.#squeeze?.into(most);
    // Of a chart that is higher still less than half would stay: it goes by.
    const over = !wide && height > 0 && (height <= view * STILL || (view >= LOW && height <= 2 * most));
    this.#room = over && height > view * STILL ? Math.round(most) : 0;
    classList.toggle("over", over);
    this.#stage?.style.setProperty("--stage-top", `${Math.max(MARGIN, Math.round((view - height) / 2))}px`);
    // When the last step is read, there is place for the end of the chart, which comes back there.
    style.setProperty("--scene-end", `${this.#room && height - this.#room}px`);
    this.#cut();
    const top = over ? this.#room || height : 0;
    this.#watch(Math.round(top + (view - top) * LINE), view);
  }

  /**
   * What the stage takes. It keeps the greatest height that its chart had, else a step that makes the chart lower would
   * move all that is below under the reader's eyes.
   * @param {number} view height of the window
   */
  #height(view) {
    const stage = this.#stage;
    if (!stage) return 0;
    const { top } = stage.getBoundingClientRect();
    const now = Math.ceil(Math.max(0, ...[...stage.children].map((each) => each.getBoundingClientRect().bottom - top)));
    const size = `${stage.offsetWidth} ${view} ${this.#squeeze?.mine ?? false}`;
    if (size !== this.#measured) this.#tallest = 0;
    this.#measured = size;
    // What stands there before the chart is drawn has a height of its own.
    if (!this.#drawn) return now;
    this.#tallest = Math.max(this.#tallest, now);
    stage.style.minHeight = `${this.#tallest}px`;
    return this.#tallest;
  }

  /** Cuts off the end of a chart that stays above the steps, as far as they have come; at the scene's end it is whole again. */
  #cut() {
    const stage = this.#stage;
    if (!stage) return;
    let cut = 0;
    if (this.#room) {
      const { top, height } = stage.getBoundingClientRect();
      const steps = Math.min(...this.#steps.map(({ element }) => element.getBoundingClientRect().top));
      if (top > -1) cut = Math.max(0, Math.round(Math.min(height - this.#room, top + height - steps)));
    }
    stage.style.setProperty("--stage-cut", `${cut}px`);
  }

  /** Who goes on by key to what is cut off sees it. @param {Event} event */
  #focused = (event) => {
    const [target] = event.composedPath();
    if (!this.#room || !this.#stage || !(target instanceof Element)) return;
    const { top, height } = target.getBoundingClientRect();
    if (top + height / 2 > this.#stage.getBoundingClientRect().top + this.#room) this.#stage.style.setProperty("--stage-cut", "0px");
  };

  /**
   * @param {number} line CSS px from the window's top
   * @param {number} view height of the window
   */
  #watch(line, view) {
    if (this.#crossing && line === this.#line) return;
    this.#line = line;
    this.#crossing?.disconnect();
    // Of the window a line is left: whatever begins or ends to cross it is told. The document as root makes it hold
    // inside a frame, too.
    this.#crossing = new IntersectionObserver(() => this.#tell(this.#read()), {
      root: document,
      rootMargin: `${-line}px 0px ${line + 1 - view}px 0px`,
    });
    for (const { element } of [{ element: this.#element }, ...this.#steps]) this.#crossing.observe(element);
  }

  /** The last step that begins above the line, while the line is in the scene. */
  #read() {
    const { top, bottom } = this.#element.getBoundingClientRect();
    if (top > this.#line || bottom <= this.#line) return undefined;
    return this.#steps.filter(({ element }) => element.getBoundingClientRect().top <= this.#line + 1).pop();
  }
}
