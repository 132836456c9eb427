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

/** What monitors without an id call themselves: the first by this name, the others with a number. */
const NAME = "monitor";
/** The names that are in use. @type {Set<string>} */
const names = new Set();

/** @typedef {{texts: Record<string, unknown>, depth: number}} Kept */

export class Address {
  #host;
  /** Its name where it has no id. */
  #name = "";
  #hear;
  #charted;
  #clock = 0;
  /** Runs what is still to be written. @type {(() => void) | undefined} */
  #late;
  #listener = () => this.#stepped();

  /**
   * @param {HTMLElement} host the monitor
   * @param {(text: string) => void} hear another wish comes by the history or by a link
   * @param {(key: string) => void} charted a link names a chart
   */
  constructor(host, hear, charted) {
    this.#host = host;
    this.#hear = hear;
    this.#charted = charted;
  }

  connect() {
    this.#name = this.#host.id ? "" : freeName(this.#host);
    names.add(this.#name);
    for (const name of ["popstate", "hashchange"]) addEventListener(name, this.#listener);
  }

  disconnect() {
    this.#flush();
    names.delete(this.#name);
    for (const name of ["popstate", "hashchange"]) removeEventListener(name, this.#listener);
  }

  get #key() {
    return this.#host.id || this.#name || NAME;
  }

  /** The wish that the page was opened with; nothing where its address has none. */
  get text() {
    const text = own(kept()?.texts, this.#key);
    return typeof text === "string" ? text : this.#hash();
  }

  /** The indicator of a chart that a link names; the page may have no such chart but ours. */
  get chart() {
    const { hash } = location;
    return hash.startsWith(CHART) ? decoded(hash.slice(CHART.length).split("&")[0] ?? "") : undefined;
  }

  /** What a link to a wish leads to. @param {string} text */
  href(text) {
    return `${MARK}${encoded(this.#key)}${text && `&${text}`}`;
  }

  /** The same with the page's own address. @param {string} text */
  whole(text) {
    return `${location.href.split("#")[0]}${this.href(text)}`;
  }

  /** How many entries of all monitors of the page lie behind this one: a history has one order, whoever adds to it. */
  get depth() {
    return kept()?.depth ?? 0;
  }

  /**
   * Adds an entry; the one before it remembers what it showed, whatever its hash says.
   * @param {string} text
   * @param {string} before
   */
  push(text, before) {
    this.#flush();
    const { depth } = this;
    this.#write("replaceState", before, depth, location.href);
    this.#write("pushState", text, depth + 1, this.href(text));
  }

  /** Changes this entry, when the reader pauses. @param {string} text */
  replace(text) {
    clearTimeout(this.#clock);
    this.#late = () => this.#write("replaceState", text, this.depth, this.href(text));
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
   * @param {number} depth
   * @param {string} address
   */
  #write(verb, text, depth, address) {
    const { state } = history;
    // What the page itself keeps there stays; where it is no object, the hash alone must do.
    const room = state === null || isObject(state);
    const texts = { ...kept()?.texts, [this.#key]: text };
    try {
      history[verb](room ? { ...state, [STORE]: { texts, depth } } : state, "", address);
    } catch {
      // A page without an address of its own, or too many changes: the monitor works on.
    }
  }

  #stepped() {
    clearTimeout(this.#clock);
    this.#late = undefined;
    // An anchor of the page is none of our business; without any, it is the page as it was opened.
    const text = this.text ?? (location.href.includes("#") ? undefined : "");
    if (text !== undefined) this.#hear(text);
    else if (this.chart !== undefined) this.#charted(this.chart);
  }

  /** @returns {string | undefined} */
  #hash() {
    const { hash } = location;
    if (!hash.startsWith(MARK)) return undefined;
    const [key = "", ...rest] = hash.slice(MARK.length).split("&");
    const name = decoded(key);
    // Whom a damaged name means nobody knows; the first says so.
    if (name === undefined) return document.querySelector("indicator-monitor") === this.#host ? key : undefined;
    return name === this.#key ? rest.join("&") : undefined;
  }
}

/** What this entry of the history keeps of us; the page may have put anything there. @returns {Kept | undefined} */
function kept() {
  const found = own(history.state, STORE);
  const [texts, depth] = [own(found, "texts"), own(found, "depth")];
  return isObject(texts) && typeof depth === "number" ? { texts, depth } : undefined;
}

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** What an object has of its own: a monitor may be called "constructor". @param {unknown} object @param {string} key */
const own = (object, key) => (isObject(object) && Object.prototype.hasOwnProperty.call(object, key) ? object[key] : undefined);

/**
 * By its place among those without an id, for they may be connected in any order; the next where another has that name.
 * @param {HTMLElement} host
 */
function freeName(host) {
  const place = [...document.querySelectorAll("indicator-monitor:not([id])")].indexOf(host);
  const taken = (/** @type {string} */ name) => names.has(name) || document.getElementById(name)?.localName === "indicator-monitor";
  for (let number = Math.max(place, 0) + 1; ; number += 1) {
    const name = number === 1 ? NAME : `${NAME}-${number}`;
    if (!taken(name)) return name;
  }
}
