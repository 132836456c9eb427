// Turns a wish into the fields that a reader changes it by: search, filters, order, view, file.

import { make } from "../shell.js";
import { box, button } from "./parts.js";
import { told } from "./words.js";
import { FILTERS, choices } from "./wish.js";

/** @import {Context} from "./parts.js" */
/** @import {Wish} from "./types.js" */

/** The lists to choose from, in their order. @type {(keyof Wish)[]} */
const LISTS = ["domain", "status", "verdict", "source", "year", "area", "sort"];

export class Controls {
  #search = make("input", "search");
  #label = make("label", "label");
  #opener = button("opener", "", () => this.#open());
  #lists = make("div", "lists");
  /** @type {Map<keyof Wish, {field: HTMLElement, label: HTMLLabelElement, select: HTMLSelectElement, made: string}>} */
  #each = new Map();
  #cards = button("switch", "", () => this.#context?.go({ view: "" }, "push"));
  #table = button("switch", "", () => this.#context?.go({ view: "table" }, "push"));
  #csv;
  #clear;
  /** @type {Context | undefined} */
  #context;
  element;

  /** @param {{csv: () => void, clear: () => void}} deeds */
  constructor({ csv, clear }) {
    this.#csv = button("deed", "", csv);
    this.#clear = button("deed", "", clear);
    this.#search.type = "search";
    this.#search.id = "search";
    this.#search.autocomplete = "off";
    this.#search.spellcheck = false;
    this.#search.enterKeyHint = "search";
    this.#label.htmlFor = "search";
    this.#search.addEventListener("input", (event) => {
      // While characters are being composed there is no word yet.
      if (event instanceof InputEvent && event.isComposing) return;
      this.#type();
    });
    this.#search.addEventListener("compositionend", () => this.#type());
    this.#lists.id = "lists";
    this.#opener.setAttribute("aria-controls", "lists");
    this.#opener.setAttribute("aria-expanded", "false");
    for (const key of LISTS) this.#each.set(key, this.#field(key));
    this.#lists.append(...[...this.#each.values()].map(({ field }) => field));
    const switches = box("switches", this.#cards, this.#table);
    switches.setAttribute("role", "group");
    const finder = box("finder", this.#label, this.#search);
    finder.setAttribute("role", "search");
    this.element = box("controls", finder, this.#opener, this.#lists, box("deeds", switches, this.#csv, this.#clear));
  }

  /** @param {Context} context */
  show(context) {
    this.#context = context;
    const { lang, wish, fixed, preset } = context;
    this.#label.textContent = told(lang, "search");
    this.#search.placeholder = told(lang, "search-hint");
    // Not while it is written in: the caret would move.
    if (this.#search.value !== wish.q && this.#search.value.trim() !== wish.q) this.#search.value = wish.q;
    for (const [key, { field, label, select }] of this.#each) {
      label.textContent = told(lang, key);
      this.#fill(key, select);
      select.value = wish[key];
      select.classList.toggle("chosen", wish[key] !== "");
      field.hidden = fixed && preset[key] !== "";
    }
    const count = FILTERS.filter((key) => key !== "q" && wish[key] !== "").length;
    this.#opener.textContent = count > 0 ? told(lang, "filters-count", [String(count)]) : told(lang, "filters");
    this.#cards.textContent = told(lang, "view-cards");
    this.#table.textContent = told(lang, "view-table");
    this.#cards.parentElement?.setAttribute("aria-label", told(lang, "view"));
    this.#cards.setAttribute("aria-pressed", String(wish.view === ""));
    this.#table.setAttribute("aria-pressed", String(wish.view === "table"));
    this.#csv.textContent = told(lang, "csv");
    this.#clear.textContent = told(lang, "clear");
    this.#clear.hidden = !FILTERS.some((key) => wish[key] !== "" && !(fixed && wish[key] === preset[key]));
  }

  /** What the reader is typing, and where; nothing where the focus is elsewhere. */
  get typing() {
    const { value, selectionStart: start, selectionEnd: end } = this.#search;
    return this.#search.matches(":focus") ? { value, start, end } : undefined;
  }

  /** @param {NonNullable<Controls["typing"]>} typing */
  type({ value, start, end }) {
    this.#search.value = value;
    this.#search.focus({ preventScroll: true });
    this.#search.setSelectionRange(start, end);
  }

  #type() {
    this.#context?.go({ q: this.#search.value.trim() }, "replace");
  }

  #open() {
    const open = this.#lists.classList.toggle("open");
    this.#opener.setAttribute("aria-expanded", String(open));
  }

  /** @param {keyof Wish} key */
  #field(key) {
    const [label, select] = [make("label", "label"), make("select")];
    select.id = `choose-${key}`;
    label.htmlFor = select.id;
    select.addEventListener("change", () => this.#context?.go({ [key]: select.value }, key === "domain" ? "push" : "replace"));
    return { field: box("field", label, select), label, select, made: "" };
  }

  /**
   * Its choices, made again where the language or the figures are others.
   * @param {keyof Wish} key
   * @param {HTMLSelectElement} select
   */
  #fill(key, select) {
    const context = this.#context;
    const known = this.#each.get(key);
    if (!context || !known) return;
    const { index, lang } = context;
    const all = choices(index, key, lang) ?? [];
    const every = key === "sort" ? [] : [{ id: "", name: told(lang, "every") }];
    const made = JSON.stringify([lang, all.map(({ id }) => id)]);
    if (made === known.made) return;
    known.made = made;
    select.replaceChildren(...[...every, ...all].map(({ id, name }) => new Option(name, id)));
  }
}
