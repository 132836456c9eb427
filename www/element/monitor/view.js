// Turns a wish into what stands in the monitor: the overview with what is asked for, or one indicator in its place.

import { Announcer } from "../announce.js";
import { make } from "../shell.js";
import { Controls } from "./controls.js";
import { detail, dress } from "./detail.js";
import { faulty } from "./fault.js";
import { chips, none } from "./force.js";
import { Head } from "./head.js";
import { List } from "./list.js";
import { box } from "./parts.js";
import { sheet } from "./sheet.js";
import { sifted, tally } from "./sift.js";
import { grouped } from "./sort.js";
import { documents } from "./source.js";
import { Tiles } from "./tiles.js";
import { counted, told } from "./words.js";
import { narrow } from "./wish.js";

/** @import {Context} from "./parts.js" */
/** @import {Deeds} from "./detail.js" */
/** @import {Fault} from "./wish.js" */
/** @import {Group, Indicator, Shown, Wish} from "./types.js" */

/** @typedef {Deeds & {clear: () => void, start: () => void, heading: () => string}} Wants what a view asks of the monitor */

export class View {
  #head = new Head();
  #tiles = new Tiles();
  #controls;
  #fault = box("fault empty");
  #showing = make("p", "showing");
  #chips = box("force");
  #legend = box("legend");
  #results = box("results");
  #foot = make("section", "foot");
  #overview = box("overview");
  #place = box("place");
  #list = new List(this.#results);
  #live = make("div", "unseen");
  #announcer = new Announcer(this.#live);
  /** What is shown, in its order; of the latest overview. @type {Group[]} */
  groups = [];
  #wants;
  element;
  /** Whether everything is shown, for paper. */
  #whole = false;
  /** What is open for paper alone. @type {HTMLDetailsElement[]} */
  #unfolded = [];
  /** What stood here before paper, where paper needs more. @type {{parts: Node[], held: Element | null, anchor: Element | undefined, top: number} | undefined} */
  #before;
  /** @type {Context | undefined} */
  #context;

  /** @param {Wants} wants */
  constructor(wants) {
    this.#wants = wants;
    this.#controls = new Controls({ csv: wants.csv, clear: wants.clear });
    this.#fault.setAttribute("role", "status");
    this.#live.setAttribute("aria-live", "polite");
    this.#showing.tabIndex = -1;
    this.#overview.append(
      this.#head.element,
      this.#controls.element,
      this.#tiles.element,
      this.#chips,
      this.#showing,
      this.#legend,
      this.#results,
      this.#foot,
    );
    this.element = box("view", this.#fault, this.#overview, this.#place, this.#live);
  }

  /**
   * @param {Context} context
   * @param {Fault[]} faults
   */
  show(context, faults) {
    this.#context = context;
    const { index, lang, wish } = context;
    faulty(this.#fault, context, faults, this.#wants.start);
    const indicator = index.indicators.get(wish.open);
    this.#overview.hidden = indicator !== undefined;
    this.#place.hidden = indicator === undefined;
    const shown = sifted(index, wish);
    this.groups = grouped(index, wish, shown, lang);
    if (indicator) {
      this.#list.stop();
      const order = this.groups.flatMap(({ shown }) => shown.map((each) => each.indicator));
      this.#place.replaceChildren(detail(context, indicator, order, this.#wants));
    } else {
      this.#place.replaceChildren();
      this.#overviewOf(context, shown);
    }
  }

  /** @param {Context} context @param {Shown[]} shown */
  #overviewOf(context, shown) {
    const { index, lang, wish, preset } = context;
    const narrowed = narrow(wish);
    const judged = wish.verdict ? sifted(index, { ...wish, verdict: "" }) : shown;
    this.#head.show(context, tally(judged), narrowed, { heading: this.#wants.heading(), scope: scopeOf(context), empty: judged.length === 0 });
    this.#controls.show(context);
    const around = wish.domain ? sifted(index, { ...wish, domain: "" }) : shown;
    this.#tiles.show(context, around);
    // Who has typed wants to see what was found, and where nothing was, there is nothing to choose.
    if (wish.q || around.length === 0) this.#tiles.element.hidden = true;
    const count = countOf(shown, lang);
    this.#showing.textContent = count;
    // At the start the head says the same.
    this.#showing.classList.toggle("unseen", !narrowed);
    this.#chips.replaceChildren(...(narrowed ? [chips(context)] : []));
    this.#fill(context);
    this.#foot.replaceChildren(make("h3", "", told(lang, "sources")), documents(context, new Set(index.data.sources.keys())));
    // At the start there is nothing to tell.
    this.#announcer.say(narrow(wish, preset) || wish.sort ? (shown.length > 0 ? count : told(lang, "none-title")) : "");
  }

  /** @param {Context} context */
  #fill(context) {
    const { wish } = context;
    this.#before = undefined;
    this.#list.stop();
    this.#legend.replaceChildren();
    const empty = this.groups.length === 0;
    this.#showing.hidden = empty;
    this.#chips.hidden = empty;
    if (empty) this.#results.replaceChildren(none(context, this.#wants.clear));
    else if (wish.view === "table") this.#results.replaceChildren(sheet(context, this.groups));
    else {
      const some = this.groups.some(({ shown }) => shown.some(({ targets }) => targets.some(({ verdict }) => verdict !== "no-outcome")));
      this.#legend.replaceChildren(...(some ? legend(context) : []));
      this.#list.show(context, this.groups, !this.#whole && brief(wish));
    }
  }

  /** Paper shows everything, reasons and rules too: nobody can press there. @param {boolean} whole */
  print(whole) {
    for (const part of this.#unfolded) part.open = false;
    this.#whole = whole;
    this.#list.finish();
    if (whole) this.#swell();
    else this.#restore();
    this.#unfolded = whole ? [...this.element.querySelectorAll("details")].filter(({ open }) => !open) : [];
    for (const part of this.#unfolded) part.open = true;
  }

  /** A list that shows the first of each group gets them all; what stands here is put aside as it is. */
  #swell() {
    const context = this.#context;
    if (!context || context.wish.open || this.groups.length === 0 || !brief(context.wish)) return;
    const root = this.element.getRootNode();
    const held = root instanceof ShadowRoot ? root.activeElement : null;
    // The card that is uppermost in the window, if the reader is that far down.
    const under = this.#results.getBoundingClientRect().top < 0;
    const anchor = under ? [...this.#results.querySelectorAll(".card")].find((card) => card.getBoundingClientRect().bottom > 0) : undefined;
    const before = { parts: [...this.#results.childNodes], held, anchor, top: anchor?.getBoundingClientRect().top ?? scrollY };
    this.#list.show(context, this.groups, false);
    this.#list.finish();
    this.#before = before;
  }

  #restore() {
    const before = this.#before;
    this.#before = undefined;
    if (!before) return;
    this.#results.replaceChildren(...before.parts);
    if (before.held instanceof HTMLElement) before.held.focus({ preventScroll: true });
    if (before.anchor) kept(before.anchor, before.top);
    else scrollTo({ top: before.top, behavior: "instant" });
  }

  /** What the reader is typing, and where; nothing where the focus is elsewhere. */
  get typing() {
    return this.#controls.typing;
  }

  /** Goes on with what another view was typed in. @param {NonNullable<View["typing"]>} typing */
  type(typing) {
    this.#controls.type(typing);
  }

  /** Gives the chart that is open other attributes. @param {ReturnType<Deeds["chart"]>} told */
  dress(told) {
    const made = this.#place.querySelector("indicator-chart");
    if (made) dress(made, told);
  }

  /** What was done is told. @param {string} text */
  say(text) {
    this.#announcer.say(text);
  }

  stop() {
    this.#list.stop();
    this.#announcer.stop();
  }

  /** What a choice brought is seen: where it would be below the window, it comes up to the middle. */
  bring() {
    const part = this.#showing.hidden ? this.#results : this.#showing;
    const { top } = part.getBoundingClientRect();
    if (top > innerHeight * 0.75 || top < 0) scrollBy({ top: top - (top < 0 ? 16 : innerHeight * 0.35), behavior: "instant" });
  }

  /** The focus comes to what is shown when what held it is gone. */
  enter() {
    const part = this.#showing.hidden ? this.#results.querySelector("button") : this.#showing;
    if (part instanceof HTMLElement) part.focus({ preventScroll: true });
  }

  /** @param {string} point whether a figure is meant, or the whole */
  enterDetail(point) {
    const row = point ? [...this.#place.querySelectorAll("tr")].find((each) => each.dataset["point"] === point) : undefined;
    const goal = row?.querySelector("a") ?? this.#place.querySelector(".title");
    if (goal instanceof HTMLElement) goal.focus({ preventScroll: true });
    (row ?? this.#place).scrollIntoView({ behavior: "instant", block: row ? "center" : "start" });
  }

  /** How far down the window the card of an indicator stands. @param {string} id */
  topOf(id) {
    return this.#anchor(id)?.getBoundingClientRect().top;
  }

  /** Back on the card that was left. @param {string} id of its indicator @param {number | undefined} top how far down the window it stood */
  leave(id, top) {
    this.#list.finish();
    const anchor = this.#anchor(id);
    if (!anchor) return this.enter();
    anchor.focus({ preventScroll: true });
    kept(anchor, top);
  }

  /** The link to an indicator. @param {string} id */
  #anchor(id) {
    const all = [...this.#results.querySelectorAll(".card, tr")];
    return all.find((each) => each instanceof HTMLElement && each.dataset["id"] === id)?.querySelector("a") ?? undefined;
  }

  /** @returns {Indicator | undefined} */
  get opened() {
    return this.#context?.index.indicators.get(this.#context.wish.open);
  }
}

/** Brings a part to where it stood in the window, or to its middle. @param {Element} part @param {number | undefined} top */
function kept(part, top) {
  const restore = () => {
    if (top === undefined) part.scrollIntoView({ behavior: "instant", block: "center" });
    else scrollBy({ top: part.getBoundingClientRect().top - top, behavior: "instant" });
  };
  let left = 8;
  // The browser puts the page where it was too, a moment later; and cards get their height when they are first seen.
  const again = () => {
    restore();
    if (left-- > 0) requestAnimationFrame(again);
  };
  again();
}

/** Whether each group shows its first alone: where nothing is chosen yet. @param {Wish} wish */
const brief = (wish) => !wish.view && !wish.sort && !narrow(wish);

/** How much there is in all. @param {Context} context */
function scopeOf({ index, lang }) {
  const { sources, indicators } = index.data;
  return told(lang, "head-scope", [String(sources.length), String(indicators.length), String(index.figures.size)]);
}

/** What the bars mean. @param {Context} context */
function legend({ lang }) {
  return ["share", "time", "open"].map((name) => {
    const line = make("span");
    line.append(make("i", name === "open" ? "above" : name), told(lang, `legend-${name}`));
    return line;
  });
}

/** How much is shown. @param {Shown[]} shown @param {string} lang */
function countOf(shown, lang) {
  const sum = (/** @type {(each: Shown) => number} */ of) => shown.reduce((all, each) => all + of(each), 0);
  return told(lang, "count", [
    counted(lang, "indicators", shown.length),
    counted(lang, "figures", sum(({ figures }) => figures.length)),
    counted(lang, "targets", sum(({ asked }) => asked.length)),
  ]);
}
