// Turns a wish into an entry of the browser's history, and a step through that history back into a wish.

import { decoded, encoded } from "../state.js";

/** A hash of ours begins so; what follows is the key of a monitor and a wish. */
const MARK = "#indicator-monitor=";
/** Under this name the entries of the history keep the wishes of all monitors of the page. */
const STORE = "indicator-monitor";
/** A hash that drives a chart. */
const CHART = "#indicator-chart=";
/** Typing is written down when it pauses: browsers refuse a hundred changes in half a minute. */
const PAUSE_MS = 250;

/** @typedef {{texts: Record<string, string>, steps: number}} Kept */

export class Address {
  #key;
  #hear;
  #charted;
  #clock = 0;
  /** Runs what is still to be written. @type {(() => void) | undefined} */
  #late;
  #listener = () => this.#stepped();

  /**
   * @param {() => string} key of the monitor, as its host has it now
   * @param {(text: string) => void} hear another wish comes by the history or by a link
   * @param {(key: string) => void} charted a link names a chart
   */
  constructor(key, hear, charted) {
    this.#key = key;
    this.#hear = hear;
    this.#charted = charted;
  }

  connect() {
    for (const name of ["popstate", "hashchange"]) addEventListener(name, this.#listener);
  }

  disconnect() {
    this.#flush();
    for (const name of ["popstate", "hashchange"]) removeEventListener(name, this.#listener);
  }

  /** The wish that the page was opened with; nothing where its address has none. */
  get text() {
    return kept()?.texts[this.#key()] ?? this.#hash();
  }

  /** The indicator of a chart that a link names; the page may have no such chart but ours. */
  get chart() {
    const { hash } = location;
    return hash.startsWith(CHART) ? decoded(hash.slice(CHART.length).split("&")[0] ?? "") : undefined;
  }

  /** What a link to a wish leads to. @param {string} text */
  href(text) {
    return `${MARK}${encoded(this.#key())}${text && `&${text}`}`;
  }

  /** The same with the page's own address. @param {string} text */
  whole(text) {
    return `${location.href.split("#")[0]}${this.href(text)}`;
  }

  /** How many of our own entries lie behind this one. */
  get steps() {
    return kept()?.steps ?? 0;
  }

  /**
   * Adds an entry; the one before it remembers what it showed, whatever its hash says.
   * @param {string} text
   * @param {string} before
   */
  push(text, before) {
    this.#flush();
    const steps = this.steps;
    this.#write("replaceState", before, steps, location.href);
    this.#write("pushState", text, steps + 1, this.href(text));
  }

  /** Changes this entry, when the reader pauses. @param {string} text */
  replace(text) {
    clearTimeout(this.#clock);
    this.#late = () => this.#write("replaceState", text, this.steps, this.href(text));
    this.#clock = setTimeout(() => this.#flush(), PAUSE_MS);
  }

  #flush() {
    clearTimeout(this.#clock);
    const late = this.#late;
    this.#late = undefined;
    late?.();
  }

  /**
   * @param {"pushState" | "replaceState"} verb
   * @param {string} text
   * @param {number} steps
   * @param {string} address
   */
  #write(verb, text, steps, address) {
    const own = history.state;
    // What the page itself keeps there stays; where it is no object, the hash alone must do.
    const room = own === null || (typeof own === "object" && !Array.isArray(own));
    const texts = { ...kept()?.texts, [this.#key()]: text };
    try {
      history[verb](room ? { ...own, [STORE]: { texts, steps } } : own, "", address);
    } catch {
      // A page without an address of its own, or too many changes: the monitor works on.
    }
  }

  #stepped() {
    clearTimeout(this.#clock);
    this.#late = undefined;
    const text = this.text;
    // An anchor of the page is none of our business.
    if (text !== undefined) this.#hear(text);
    else if (this.chart !== undefined) this.#charted(this.chart);
  }

  /** @returns {string | undefined} */
  #hash() {
    const { hash } = location;
    if (!hash.startsWith(MARK)) return undefined;
    const [key = "", ...rest] = hash.slice(MARK.length).split("&");
    return decoded(key) === this.#key() ? rest.join("&") : undefined;
  }
}

/** What this entry of the history keeps of us. @returns {Kept | undefined} */
function kept() {
  const found = history.state?.[STORE];
  return typeof found?.texts === "object" && typeof found.steps === "number" ? found : undefined;
}
