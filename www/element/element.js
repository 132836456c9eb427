// Turns the custom element's attributes, properties and place in the page into calls to its figure.

import { Figure } from "./figure.js";
import * as links from "./link.js";
import { enter, exit } from "./page.js";
import { unwatch, watch } from "./place.js";
import { furnish } from "./shell.js";
import { ATTRIBUTES, COLUMNS, PROPERTIES } from "./spec.js";
import { written } from "./state.js";
import { dress } from "./style.js";
import { say } from "./words.js";

/** Without a browser there is nothing to extend; importing this must not fail there. */
const Element = globalThis.HTMLElement ?? /** @type {typeof HTMLElement} */ (class {});

export class IndicatorChart extends Element {
  /** Where the engine's module is, when it does not stand beside the script. */
  static wasm = "";
  /** The same for the engine of charts with `data`. */
  static columns = "";

  static get observedAttributes() {
    return ATTRIBUTES;
  }

  #shell = furnish(this);
  #figure = new Figure(this, this.#shell, (plain) => plain ? IndicatorChart.columns : this.getAttribute("wasm") || IndicatorChart.wasm);
  #connected = false;
  /** Inside the chart, what has the focus. @type {HTMLElement | undefined} */
  #focused;

  constructor() {
    super();
    this.#shell.root.addEventListener("focusin", ({ target }) => (this.#focused = /** @type {HTMLElement} */ (target)));
    this.#shell.root.addEventListener("focusout", () => {
      // A move inside the document takes the focus away too, and is over before this runs.
      queueMicrotask(() => (this.#focused = /** @type {any} */ (this.#shell.root.activeElement ?? undefined)));
    });
    for (const name of [...PROPERTIES, "data", "state"]) upgrade(this, name);
  }

  connectedCallback() {
    enter(this.#figure, this);
    links.enter(this.#figure.handle, this);
    // A move inside the document is a leaving and an entering before anything else runs: the picture stays, but
    // another language or theme may hold at the new place.
    if (this.#connected) return this.#moved();
    this.#connected = true;
    dress(this.#shell.root);
    this.#reserve();
    this.#figure.connect();
    watch(this.#figure, this, this.#shell.frame);
  }

  /** Without a fallback it takes room all the same, or all that follow would come near the screen with it. */
  #reserve() {
    const { frame } = this.#shell;
    frame.classList.toggle("bare", this.childElementCount === 0 && document.readyState !== "loading");
    frame.style.setProperty("--ic-room", `${this.getAttribute("height") || 240}px`);
  }

  /** Engines with `moveBefore` call this in place of a leaving and an entering. */
  connectedMoveCallback() {
    enter(this.#figure, this);
    this.#moved();
  }

  #moved() {
    const root = this.#shell.root;
    if (this.#focused && !root.activeElement && root.contains(this.#focused)) this.#focused.focus({ preventScroll: true });
    this.#figure.changed();
  }

  disconnectedCallback() {
    queueMicrotask(() => {
      if (this.isConnected || !this.#connected) return;
      this.#connected = false;
      unwatch(this, this.#shell.frame);
      exit(this.#figure);
      links.exit(this.#figure.handle);
      this.#figure.disconnect();
    });
  }

  /** A root that moves into another document leaves its sheets behind. */
  adoptedCallback() {
    dress(this.#shell.root);
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} after
   */
  attributeChangedCallback(name, before, after) {
    if (before === after || !this.#connected) return;
    if (name === "wasm") this.#figure.readdressed();
    else if (name === COLUMNS) this.data = this.data;
    else this.#figure.changed();
  }

  /** Resolves when what was asked for last is on the canvas (true), or when it cannot be drawn (false). */
  get rendered() {
    return this.#figure.rendered;
  }

  /** The page's own numbers, drawn in place of figures: what was set, or null. */
  get data() {
    return this.#figure.data;
  }

  set data(data) {
    this.#figure.data = data ?? null;
  }

  /** What the reader has made of the chart, as links carry it; what is set is applied, at the first frame at the latest. */
  get state() {
    return written(this.#figure.handle.state);
  }

  set state(text) {
    links.drive(this.#figure.handle, String(text ?? ""));
  }

  /**
   * Sets several attributes together, which make one new picture.
   * @param {Record<string, unknown>} fields by the names of attributes; null or undefined takes one away
   * @returns {Promise<boolean>} as `rendered`
   */
  update(fields) {
    const names = Object.keys(Object(fields));
    const wrong = fields === Object(fields) ? names.find((name) => !ATTRIBUTES.includes(name)) : String(fields);
    if (wrong !== undefined) {
      throw new TypeError(say(this.#figure.handle.lang, "bad-field", ["update", wrong, ATTRIBUTES.join(", ")]));
    }
    for (const name of names) {
      if (name === COLUMNS) this.data = fields[name];
      else put(this, name, fields[name]);
    }
    return this.rendered;
  }

  /**
   * Shows the time within two days alone, as a reader's narrowing does; of a chart with `data`, x within two numbers.
   * @param {string | Date | number | null} [from] `2024`, `2024-06`, `2024-06-30`, a Date or ms; null for no bound
   * @param {string | Date | number | null} [to]
   */
  zoom(from, to) {
    this.#figure.handle.zoom(from, to);
  }

  /** Shows all of the time again. */
  zoomReset() {
    this.#figure.handle.whole();
  }

  /**
   * The picture as a PNG file, as soon as what was asked for last is drawn.
   * @param {number} [scale] device pixels a CSS px, 2 without it
   */
  async toPNG(scale) {
    await this.rendered;
    return this.#figure.handle.file("png", scale);
  }

  /** The figures as a CSV text, as soon as what was asked for last is drawn. */
  async toCSV() {
    await this.rendered;
    const file = await this.#figure.handle.file("csv");
    return file.text();
  }

  /** The picture as an SVG document; undefined before the first frame. */
  toSVG() {
    return this.#figure.handle.svg();
  }

  /**
   * Pins the point of an observation, as a tap on it would; nothing is scrolled and the focus stays where it is.
   * @param {string} id of the observation
   * @returns {boolean} whether the picture has it; false before the first frame
   */
  focusPoint(id) {
    return this.#figure.handle.point(String(id));
  }

  /** Name, summary and table of the picture; undefined before the first frame. */
  describe() {
    return this.#figure.handle.describe();
  }
}

for (const name of PROPERTIES) {
  Object.defineProperty(IndicatorChart.prototype, name, {
    configurable: true,
    enumerable: true,
    /** @this {HTMLElement} */
    get() {
      return this.getAttribute(name) ?? "";
    },
    /**
     * @this {HTMLElement}
     * @param {unknown} value null or undefined takes the attribute away; an object becomes JSON
     */
    set(value) {
      put(this, name, value);
    },
  });
}

/**
 * @param {HTMLElement} element
 * @param {string} name
 * @param {unknown} value
 */
function put(element, name, value) {
  if (value === null || value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, typeof value === "object" ? JSON.stringify(value) : String(value));
}

/**
 * A property that was set before the element was defined hides the accessor: it is set again, through it. An element
 * that is still being made may not have attributes yet, so this waits until it is.
 * @param {IndicatorChart} element
 * @param {string} name
 */
function upgrade(element, name) {
  if (!Object.prototype.hasOwnProperty.call(element, name)) return;
  const value = Reflect.get(element, name);
  Reflect.deleteProperty(element, name);
  Reflect.set(element, name, value);
}
