// Turns the steps of an article into views of its charts: the step at the reading line, or with the focus, drives its chart.

import { Driven } from "./driven.js";
import { Scene } from "./scene.js";
import { Step } from "./step.js";

/** A chart that a script of the page makes may come this much later than the story. */
const GRACE_MS = 1000;
/** A step that takes the focus may be scrolled to by the browser, past other steps; this long it stays the one. */
const FOCUS_MS = 600;
/** An anchor that drives a chart by itself. */
const ANCHOR = "a[data-indicator-chart]";
/** What a reader who goes on does. */
const MOVES = ["wheel", "touchmove", "pointerdown", "keydown"];

export class Story {
  #host;
  /** @type {Step[]} */
  #steps = [];
  /** @type {Scene[]} */
  #scenes = [];
  /** @type {Step | undefined} */
  #active;
  /** The chart that the active step drives. @type {Driven | undefined} */
  #driven;
  /** Whether the reader has moved since a link made something of a chart; the page's own arrival overrules no link. */
  #moved = false;
  /** When a step took the focus, ms. */
  #focused = -Infinity;
  #clock = 0;
  /** What takes the listeners away again. @type {(() => void)[]} */
  #ends = [];

  /** @param {HTMLElement} host */
  constructor(host) {
    this.#host = host;
  }

  connect() {
    // The style of the steps holds only where they are led: the element is known before this script is fetched.
    this.#host.toggleAttribute("live", true);
    // A script that does not wait may meet the element before the parser has met its steps.
    if (document.readyState === "loading") this.#on(document, "DOMContentLoaded", () => this.#start());
    else this.#start();
  }

  disconnect() {
    this.#host.toggleAttribute("live", false);
    clearTimeout(this.#clock);
    for (const end of this.#ends.splice(0)) end();
    for (const scene of this.#scenes.splice(0)) scene.stop();
    this.#turn(undefined);
    for (const step of this.#steps.splice(0)) step.forgive();
  }

  #start() {
    const elements = /** @type {NodeListOf<HTMLElement>} */ (this.#host.querySelectorAll("[data-step]"));
    this.#steps = [...elements].map((element) => new Step(element, this.#host));
    /** @type {Map<HTMLElement, Step[]>} */
    const places = new Map();
    for (const step of this.#steps) {
      const place = /** @type {HTMLElement} */ (step.element.closest(".scene") ?? this.#host);
      places.set(place, [...(places.get(place) ?? []), step]);
    }
    this.#scenes = [...places].map(([place, steps]) => new Scene(place, steps, (step) => this.#reached(steps, step)));
    this.#listen();
    this.#clock = setTimeout(() => {
      for (const step of this.#steps) step.check();
    }, GRACE_MS);
  }

  #listen() {
    this.#on(this.#host, "focusin", (event) => this.#focus(event));
    this.#on(this.#host, "focusout", () => (this.#focused = -Infinity));
    for (const name of MOVES) this.#on(window, name, (event) => this.#move(event), { capture: true, passive: true });
    // After the scenes, which listen since before, have laid themselves out.
    this.#on(window, "scroll", () => this.#sight(), { passive: true });
    this.#on(window, "resize", () => this.#sight());
    this.#on(document, "click", (event) => {
      if (event.composedPath().some((each) => each instanceof Element && each.matches(ANCHOR))) this.#moved = false;
    });
    this.#on(window, "hashchange", () => (this.#moved = false));
    // Before the charts lay themselves out for the sheet: it shows them as their author wrote them.
    this.#on(window, "beforeprint", () => this.#driven?.free(), true);
    this.#on(window, "afterprint", () => this.#driven?.foreign || this.#drive());
  }

  /** @param {Event} event */
  #move(event) {
    this.#moved = true;
    // Going on by Tab is no scrolling.
    if (!(event instanceof KeyboardEvent && event.key === "Tab")) this.#focused = -Infinity;
  }

  /** @param {Event} event */
  #focus(event) {
    const step = this.#steps.find(({ element }) => event.target instanceof Node && element.contains(event.target));
    if (!step) return;
    this.#focused = performance.now();
    this.#turn(step);
  }

  /**
   * The reading line is at another step of a scene, or has left it.
   * @param {Step[]} steps of the scene
   * @param {Step | undefined} step
   */
  #reached(steps, step) {
    if (performance.now() - this.#focused < FOCUS_MS) return;
    // A scene that is left says nothing about one that was entered before.
    if (step === undefined && this.#active && !steps.includes(this.#active)) return;
    this.#turn(step);
  }

  /** @param {Step | undefined} step */
  #turn(step) {
    if (step === this.#active) return;
    this.#active?.mark(false);
    this.#active = step;
    step?.mark(true);
    this.#drive();
  }

  /** A chart that comes into sight is driven, and one that leaves it is the author's again. */
  #sight() {
    const chart = this.#active?.chart;
    if (chart && Driven.seen(chart) !== (this.#driven !== undefined)) this.#drive();
  }

  #drive() {
    const step = this.#active;
    const named = step?.check() ? step.chart : undefined;
    const chart = named && Driven.seen(named) ? named : undefined;
    if (this.#driven?.chart !== chart) {
      this.#driven?.free();
      this.#driven = chart && new Driven(chart);
    }
    if (!step || !this.#driven) return;
    if (!this.#moved && this.#driven.foreign) return;
    this.#driven.apply(step.state, step.fields);
    for (const anchor of this.#host.querySelectorAll(`${ANCHOR}[aria-current]`)) anchor.removeAttribute("aria-current");
  }

  /**
   * @param {EventTarget} target
   * @param {string} name
   * @param {(event: Event) => unknown} listener
   * @param {AddEventListenerOptions | boolean} [options]
   */
  #on(target, name, listener, options) {
    target.addEventListener(name, listener, options);
    this.#ends.push(() => target.removeEventListener(name, listener, options));
  }
}
