// Turns a citation into a small card beside its figure, with a button that copies both.

import { make } from "../shell.js";
import { copied, field } from "../tools/copy.js";
import { told } from "./words.js";

/** @import {Citation} from "./citation.js" */

/** Between figure and card, and between card and the window's edge, CSS px. */
const GAP = 6;
const EDGE = 8;
const WIDEST = 352;

export class Card {
  element;
  #citation;
  #address;
  #lang;
  #said = make("p", "said");

  /**
   * @param {Citation} citation
   * @param {string} address of the line at the page's end
   * @param {"zh-CN" | "en"} lang
   */
  constructor(citation, address, lang) {
    this.#citation = citation;
    this.#address = address;
    this.#lang = lang;
    this.element = make("div", "card");
    this.element.lang = lang;
    this.element.setAttribute("role", "group");
    this.element.setAttribute("aria-label", told(lang, citation.basis.length > 0 ? "computed" : "card"));
    this.#said.setAttribute("role", "status");
    this.element.append(this.#text(), this.#deeds(), this.#said);
  }

  /**
   * Under the figure, or over it where there is no room; never outside of the window.
   * @param {HTMLElement | null} link
   * @returns {boolean} whether the figure is on the screen
   */
  place(link) {
    const rect = link?.getClientRects()[0];
    const { clientWidth, clientHeight } = document.documentElement;
    if (!rect || rect.bottom < 0 || rect.top > clientHeight) return false;
    const { style } = this.element;
    style.left = style.top = "0";
    // What a scroll bar takes is not the window's.
    style.maxWidth = `${Math.min(WIDEST, clientWidth - 2 * EDGE)}px`;
    // Inside a transformed part of the page, this is not the window's corner.
    const { left, top, width, height } = this.element.getBoundingClientRect();
    const below = rect.bottom + GAP;
    const above = rect.top - GAP - height;
    const fits = below + height <= clientHeight - EDGE || above < EDGE;
    const y = fits ? Math.max(EDGE, Math.min(below, clientHeight - EDGE - height)) : above;
    const x = Math.max(EDGE, Math.min(rect.left - 12, clientWidth - EDGE - width));
    style.left = `${Math.round(x - left)}px`;
    style.top = `${Math.round(y - top)}px`;
    return true;
  }

  #text() {
    const { indicator, when, value, status, form, basis } = this.#citation;
    const text = make("div", "text");
    text.id = "text";
    text.append(make("p", "heading", [indicator, when, form].filter(Boolean).join(" · ")));
    const figure = make("p", "value", value);
    if (status) figure.append(" ", make("span", "status", status));
    text.append(figure);
    if (basis.length === 0) text.append(this.#printed(this.#citation));
    else text.append(make("p", "basis", told(this.#lang, "basis")), this.#rests(basis));
    return text;
  }

  /** Where a figure is printed, and in which characters. @param {Citation} citation */
  #printed({ printed, place, note, rest }) {
    const list = make("dl");
    const quote = make("q", "", printed);
    quote.lang = "zh-CN";
    if (printed) list.append(make("dt", "", told(this.#lang, "printed")), own(quote));
    const where = place || rest || told(this.#lang, "nowhere");
    list.append(make("dt", "", told(this.#lang, "place")), make("dd", "", where));
    if (note) list.append(make("dt", "", told(this.#lang, "note")), make("dd", "", note));
    return list;
  }

  /** What the figure was computed from. @param {Citation[]} basis */
  #rests(basis) {
    const list = make("ul");
    for (const each of basis) {
      const item = make("li");
      const subject = [each.indicator, each.when, each.status].filter(Boolean).join(" · ");
      item.append(make("p", "", subject), make("p", "from", each.value), this.#printed(each));
      list.append(item);
    }
    return list;
  }

  #deeds() {
    const deeds = make("p", "deeds");
    const copy = make("button", "", told(this.#lang, "copy"));
    copy.setAttribute("aria-describedby", "text");
    copy.addEventListener("click", () => void this.#copy());
    const list = make("a", "", told(this.#lang, "list"));
    list.href = this.#address;
    deeds.append(copy, list);
    return deeds;
  }

  async #copy() {
    const text = this.#quotation();
    const done = await copied(text);
    this.#said.replaceChildren(told(this.#lang, done ? "copied" : "refused"));
    if (done) return;
    const area = field(text, this.#lang);
    this.#said.after(area);
    area.select();
  }

  /** Figure and citation to paste into a text, with its caveats; of a computed one, those of all that it rests on. */
  #quotation() {
    const { indicator, form, value, basis } = this.#citation;
    const [colon, comma] = this.#lang === "en" ? [": ", ", "] : ["：", "，"];
    const subject = [indicator, form].filter(Boolean).join(comma);
    const lines = basis.length === 0 ? this.#cited(this.#citation) : [
      `${subject}${subject && colon}${value}`,
      `${told(this.#lang, "basis")}${colon.trim()}`,
      ...basis.flatMap((each) => this.#cited(each)),
    ];
    return [...lines, `${told(this.#lang, "address")}${colon}${this.#address}`].join("\n");
  }

  /** @param {Citation} citation */
  #cited({ indicator, when, value, status, printed, place, note, rest }) {
    const english = this.#lang === "en";
    const [comma, open, close, colon] = english ? [", ", " (", ")", ": "] : ["，", "（", "）", "："];
    const subject = [indicator, when].filter(Boolean).join(comma);
    const more = [status, printed && told(this.#lang, "as-printed", printed)].filter(Boolean).join(english ? "; " : "；");
    const lines = [
      `${subject}${subject && colon}${value}${more && `${open}${more}${close}`}`,
      note && `${told(this.#lang, "note")}${colon}${note}`,
      `${told(this.#lang, "place")}${colon}${place || rest}`,
    ];
    return lines.filter(Boolean);
  }
}

/** @param {Element} inside */
function own(inside) {
  const cell = make("dd");
  cell.append(inside);
  return cell;
}
