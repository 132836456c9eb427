// Turns a tally of verdicts into the head line, a bar of its parts, and a button each.

import { make } from "../shell.js";
import { box, button, icon, numbered } from "./parts.js";
import { VERDICTS, answered, total } from "./sift.js";
import { told } from "./words.js";

/** @import {Context} from "./parts.js" */
/** @import {Tally} from "./sift.js" */
/** @import {Verdict} from "./types.js" */

export class Head {
  #title = make("h2", "heading");
  #line = make("p", "headline");
  #scope = make("p", "scope");
  #bar = make("div", "parts");
  #buttons = make("div", "verdicts");
  /** @type {Map<Verdict, {button: HTMLButtonElement, count: HTMLElement, name: HTMLElement}>} */
  #each = new Map();
  /** @type {Context | undefined} */
  #context;
  element;

  constructor() {
    this.#bar.setAttribute("aria-hidden", "true");
    this.#buttons.setAttribute("role", "group");
    for (const verdict of VERDICTS) {
      const made = button(`choice ${verdict}`, "", () => this.#choose(verdict));
      const [count, name] = [make("b", "number"), make("span", "")];
      made.append(icon(verdict), count, name);
      this.#each.set(verdict, { button: made, count, name });
      this.#buttons.append(made);
    }
    this.element = box("head", this.#title, this.#line, this.#scope, this.#bar, this.#buttons);
  }

  /**
   * @param {Context} context
   * @param {Tally} counts of everything but the verdict's own filter
   * @param {boolean} narrowed whether a filter is in force
   * @param {{heading: string, scope: string, empty: boolean}} rest `empty`: there is nothing to count
   */
  show(context, counts, narrowed, { heading, scope, empty }) {
    this.#context = context;
    const { lang, wish } = context;
    this.#title.textContent = heading || told(lang, "monitor");
    this.#title.classList.toggle("unseen", !heading);
    const [all, k] = [total(counts), answered(counts)];
    numbered(this.#line, lineOf(lang, all, k));
    this.#scope.textContent = narrowed ? told(lang, "head-narrow", [scope]) : scope;
    this.#buttons.setAttribute("aria-label", told(lang, "verdicts"));
    this.#buttons.hidden = empty || (context.fixed && context.preset.verdict !== "");
    for (const part of [this.#line, this.#scope]) part.hidden = empty;
    for (const [verdict, { button, count, name }] of this.#each) {
      count.textContent = String(counts[verdict]);
      name.textContent = context.index.verdict(verdict);
      button.setAttribute("aria-pressed", String(wish.verdict === verdict));
      button.classList.toggle("zero", counts[verdict] === 0);
    }
    this.#bar.hidden = all === 0;
    this.#bar.replaceChildren(...stacked(counts));
  }

  /** @param {Verdict} verdict */
  #choose(verdict) {
    const context = this.#context;
    context?.go({ verdict: context.wish.verdict === verdict ? "" : verdict }, "push");
  }
}

/** @param {string} lang @param {number} all @param {number} k */
function lineOf(lang, all, k) {
  if (all === 0) return told(lang, "head-none");
  if (all === 1) return told(lang, k === 1 ? "single-1" : "single-0");
  return told(lang, k === 1 ? "head-one" : "head-all", [String(all), String(k)]);
}

/** A bar's parts, each as long as its count. @param {Tally} counts */
export const stacked = (counts) =>
  VERDICTS.filter((verdict) => counts[verdict] > 0).map((verdict) => {
    const part = make("i", `part ${verdict}`);
    part.style.flexGrow = String(counts[verdict]);
    return part;
  });
