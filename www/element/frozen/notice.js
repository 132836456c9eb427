// Turns a list of revised figures into a button under the picture and the panel that it opens.

import { make } from "../shell.js";
import { Panel } from "../tools/panel.js";
import { spoken } from "../words.js";
import { counted, say } from "./words.js";

/** @import {ChartFigure, ChartRevision} from "../../../pkg/index.js" */
/** @import {Handle} from "../handle.js" */

export class Notice {
  #handle;
  #opener = make("button", "toggle more revised");
  #long = make("span", "long");
  #short = make("span", "short");
  #box = make("div", "panel");
  #panel;
  #swap = make("button", "deed");
  /** What is shown. @type {[ChartRevision[], boolean, string]} */
  #shown = [[], false, ""];

  /**
   * @param {Handle} handle
   * @param {() => void} swap the newest figures for those of the publication, or back
   */
  constructor(handle, swap) {
    this.#handle = handle;
    this.#panel = new Panel(this.#box, this.#opener);
    this.#opener.append(this.#long, this.#short);
    this.#opener.setAttribute("aria-expanded", "false");
    this.#opener.addEventListener("click", () => {
      if (this.#panel.open) return this.#panel.close(true);
      this.#fill();
    });
    this.#box.hidden = true;
    this.#box.id = "revised";
    this.#opener.setAttribute("aria-controls", "revised");
    this.#box.setAttribute("part", "menu");
    this.#box.setAttribute("role", "group");
    this.#swap.addEventListener("click", swap);
    const { bar, panel } = handle.shell;
    bar.append(this.#opener);
    panel.after(this.#box);
  }

  /**
   * @param {ChartRevision[]} revised
   * @param {boolean} newest whether the newest figures are drawn
   * @param {string} lang
   */
  show(revised, newest, lang) {
    const before = this.#shown[1];
    this.#shown = [revised, newest, lang];
    if (revised.length === 0) return this.hide();
    this.#opener.hidden = false;
    this.#long.textContent = say(lang, newest ? "since-current" : "since", [counted(lang, revised)]);
    this.#short.textContent = say(lang, newest ? "short-current" : "short", [String(revised.length)]);
    if (this.#panel.open) this.#fill();
    if (before !== newest) this.#handle.shell.live.textContent = say(lang, newest ? "current" : "published");
  }

  hide() {
    this.#panel.close(this.#box.matches(":focus-within"));
    this.#opener.hidden = true;
  }

  #fill() {
    const [revised, newest, lang] = this.#shown;
    const focused = this.#swap.matches(":focus");
    this.#swap.textContent = say(lang, newest ? "to-published" : "to-current");
    const list = make("ul", "changes");
    list.setAttribute("role", "list");
    list.append(...revised.map((one) => item(one, lang)));
    const text = make("p", "now", say(lang, newest ? "current" : "published"));
    this.#panel.show("revised", say(lang, "name"), lang, [text, list, this.#swap]);
    if (focused) this.#swap.focus({ preventScroll: true });
  }
}

/**
 * @param {ChartRevision} one
 * @param {string} lang
 */
function item({ indicator, period, published, current }, lang) {
  const list = make("dl", "keys");
  list.append(make("dt", "", say(lang, "was")), told(published, say(lang, "new"), lang));
  list.append(make("dt", "", say(lang, "now")), told(current, say(lang, "gone"), lang));
  const all = make("li");
  all.append(make("p", "heading", say(lang, "item", [indicator, period])), list);
  return all;
}

/**
 * @param {ChartFigure | null} figure
 * @param {string} missing
 * @param {string} lang
 */
function told(figure, missing, lang) {
  const cell = make("dd");
  if (!figure) {
    cell.textContent = missing;
    return cell;
  }
  const { value, printed, source } = figure;
  // In Chinese a value is mostly said as it is printed.
  const same = spoken(lang) !== "en" && tight(value) === tight(printed);
  const head = make("span", "value", same ? value : say(lang, "printed", [value, printed]));
  cell.append(head, make("br"), make("span", "source", source));
  return cell;
}

/** @param {string} text */
const tight = (text) => text.replace(/\s+/g, "");
