// Turns one step of a story, as its author wrote it, into the chart that it speaks of and what it makes of it; what is
// wrong with it is said in the step.

import { told, tongue } from "./words.js";

/** What was said of a step. @type {Set<string>} */
const warned = new Set();

export class Step {
  element;
  #story;
  /** What is wrong, and the line that says so. @type {{text: string, line: HTMLElement} | undefined} */
  #fault;

  /**
   * @param {HTMLElement} element
   * @param {HTMLElement} story where the way back leads
   */
  constructor(element, story) {
    this.element = element;
    this.#story = story;
  }

  /** The chart that the step names. @returns {HTMLElement | undefined} */
  get chart() {
    const root = /** @type {Document | ShadowRoot} */ (this.element.getRootNode());
    const found = root.getElementById?.(this.#key);
    return found instanceof HTMLElement && found.localName === "indicator-chart" ? found : undefined;
  }

  /** The view, in the grammar of links. */
  get state() {
    return this.element.getAttribute("data-state") ?? "";
  }

  /** What the step writes in the chart's spec; nothing where it writes nothing, or nothing that can be read. */
  get fields() {
    return this.#spec().fields;
  }

  get #key() {
    return this.element.getAttribute("data-step") ?? "";
  }

  /** Says what is wrong with the step, or takes back what is mended. @returns {boolean} whether its chart is there */
  check() {
    const lang = tongue(this.element);
    const there = this.chart !== undefined;
    const { wrong } = this.#spec();
    if (!there) this.#say(told(lang, "chart", this.#key), `a step speaks of the chart “${this.#key}”, which is not in this page`);
    else if (wrong) this.#say(told(lang, "spec", wrong), `a step of “${this.#key}” has a data-spec that cannot be read: ${wrong}`);
    else this.forgive();
    return there;
  }

  /** @param {boolean} active */
  mark(active) {
    this.element.classList.toggle("active", active);
    if (active) this.element.setAttribute("aria-current", "step");
    else this.element.removeAttribute("aria-current");
  }

  /** Takes away what was said. */
  forgive() {
    this.#fault?.line.remove();
    this.#fault = undefined;
  }

  /**
   * @param {string} text for the reader
   * @param {string} report for the console, once
   */
  #say(text, report) {
    if (this.#fault?.text === text) return;
    this.forgive();
    const lang = tongue(this.element);
    const line = document.createElement("p");
    line.className = "step-fault";
    line.lang = lang;
    line.setAttribute("role", "status");
    const back = document.createElement("a");
    this.#story.id ||= free(this.#story);
    back.href = `#${encodeURIComponent(this.#story.id)}`;
    back.textContent = told(lang, "back");
    // A status line tells what comes into it, not what it was put into the page with.
    this.element.append(line);
    line.append(`${text} `, back);
    this.#fault = { text, line };
    if (!warned.has(report)) console.warn(`indicator-chart: ${report}.`);
    warned.add(report);
  }

  /** @returns {{fields?: Record<string, unknown>, wrong?: string}} */
  #spec() {
    const text = (this.element.getAttribute("data-spec") ?? "").trim();
    if (text === "") return {};
    try {
      const value = JSON.parse(text);
      if (typeof value === "object" && value !== null && !Array.isArray(value)) return { fields: value };
    } catch (error) {
      return { wrong: error instanceof Error ? error.message : String(error) };
    }
    return { wrong: text.length > 40 ? `${text.slice(0, 40)}…` : text };
  }
}

/** A name that nothing around the story bears. @param {HTMLElement} story */
function free(story) {
  const root = /** @type {Document | ShadowRoot} */ (story.getRootNode());
  let number = 1;
  while (root.getElementById?.(`indicator-story-${number}`)) number += 1;
  return `indicator-story-${number}`;
}
