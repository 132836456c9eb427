// Turns an element with a fallback into a monitor: fetches the figures, follows attributes, language, theme and history.

import { Message } from "../message.js";
import { enter, exit } from "../page.js";
import { tell } from "../reader.js";
import { make } from "../shell.js";
import { languageOf, nearest } from "../spec.js";
import { dress } from "../style.js";
import { dressed, tint } from "../theme.js";
import { spoken } from "../words.js";
import { Address } from "./address.js";
import { csv } from "./csv.js";
import { indexed } from "./load.js";
import { box } from "./parts.js";
import { sifted } from "./sift.js";
import { STYLE } from "./style.js";
import { kept, taken } from "./take.js";
import { View } from "./view.js";
import { told } from "./words.js";
import { FILTERS, PRESETS, checked, nothing, read, written } from "./wish.js";

/** @import {Inhabitant} from "../types.js" */
/** @import {Index} from "./index.js" */
/** @import {Context} from "./parts.js" */
/** @import {Fault} from "./wish.js" */
/** @import {Group, Wish} from "./types.js" */

/** What an editor writes and may change. */
const ATTRIBUTES = ["id", "lang", "src", "theme", "heading", "heading-zh", "heading-en", "figures", "fixed", ...PRESETS];
/** Below these widths the monitor is laid out as for a phone, or a tablet; CSS px. */
const [PHONE, TABLET] = [600, 900];

/** The wish to see an indicator. @param {string} id */
const opening = (id) => `open=${encodeURIComponent(id)}`;

/** @implements {Inhabitant} */
export class Monitor {
  #host;
  #root;
  #frame = box("frame");
  #slot = make("slot", "fallback");
  #live = box("live");
  #message = make("div", "message");
  #shown;
  /** @type {View | undefined} */
  #view;
  /** @type {Index | undefined} */
  #index;
  #lang = "";
  #printing = false;
  /** Language and source of the figures that are asked for last, and of those that stand. */
  #wanted = "";
  #standing = "";
  /** Whether it has come into the page, and not read the address yet. */
  #entered = false;
  #wish = nothing();
  #preset = nothing();
  /** What the view was last shown with; see `#setting`. */
  #set = "";
  #address;
  #attributes = new MutationObserver(() => this.#changed());
  #size = new ResizeObserver((entries) => this.#resized(entries[entries.length - 1]?.contentRect.width ?? 0));
  /** What is asked for last; an answer to an earlier question is none. */
  #asked = 0;
  /**
   * What was opened, how far down the window its card stood, and how deep in the history it is.
   * @type {{id: string, top: number | undefined, depth: number} | undefined}
   */
  #from;

  /** @param {HTMLElement} host */
  constructor(host) {
    this.#host = host;
    this.#address = new Address(
      host,
      (text) => this.#heard(text),
      (key) => this.#ours(key) && this.#heard(opening(key)),
    );
    this.#root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
    this.#message.hidden = true;
    this.#message.setAttribute("role", "status");
    this.#live.hidden = true;
    this.#frame.append(this.#slot, this.#message, this.#live);
    this.#root.append(this.#frame);
    this.#shown = new Message(this.#message, () => void this.#load());
    this.#frame.addEventListener("keydown", (event) => this.#key(event));
  }

  connect() {
    dress(this.#root, STYLE);
    enter(this, this.#host);
    this.#address.connect();
    this.#attributes.observe(this.#host, { attributes: true, attributeFilter: ATTRIBUTES });
    this.#size.observe(this.#frame);
    this.#tint();
    this.#entered = true;
    void this.#load();
  }

  disconnect() {
    exit(this);
    this.#address.disconnect();
    this.#attributes.disconnect();
    this.#size.disconnect();
    this.#view?.stop();
    this.#standing = "";
    this.#asked += 1;
  }

  pageChanged() {
    this.#tint();
    this.#follow();
  }

  pageDressed() {
    this.#tint();
  }

  pageShown() {
    if (this.#wanted !== this.#standing) void this.#load();
  }

  /** @param {boolean} printing */
  pagePrints(printing) {
    this.#printing = printing;
    this.#tint();
    this.#view?.print(printing);
  }

  #tint() {
    tint(this.#frame, dressed(this.#host, this.#host.getAttribute("theme"), nearest(this.#host, "data-theme"), this.#printing));
  }

  /** @param {number} width */
  #resized(width) {
    if (width === 0) return;
    this.#frame.classList.toggle("phone", width < PHONE);
    this.#frame.classList.toggle("tablet", width < TABLET);
  }

  /** The figures that this place needs. */
  get #needed() {
    return `${spoken(languageOf(this.#host))} ${(this.#host.getAttribute("src") ?? "").trim()}`;
  }

  /** Asks for other figures where others are needed; those that did not come are asked for again by the reader alone. */
  #follow() {
    if (this.#needed === this.#wanted) return false;
    void this.#load();
    return true;
  }

  /** Fetches the figures of the language that holds here, and shows what is asked for. */
  async #load() {
    const asked = (this.#asked += 1);
    const lang = spoken(languageOf(this.#host));
    const wanted = (this.#wanted = this.#needed);
    // Back at what stands: what was asked for in between is not wanted any more.
    if (wanted === this.#standing) return this.#shown.hide();
    try {
      const index = await indexed(this.#host.getAttribute("src"), this.#host.baseURI, lang);
      if (asked !== this.#asked) return;
      const first = this.#index === undefined;
      this.#index = index;
      this.#lang = lang;
      this.#standing = wanted;
      this.#shown.hide();
      this.#stand(lang, first);
    } catch (error) {
      // What stands here, fallback or figures of another language, stays.
      if (asked === this.#asked) this.#shown.show(this.#host, error, lang);
    }
  }

  /** @param {string} lang @param {boolean} first */
  #stand(lang, first) {
    const faults = this.#presets();
    const [text, chart] = [this.#address.text, this.#address.chart];
    if (first) {
      faults.push(...this.#understood(text ?? (chart !== undefined && this.#ours(chart) ? opening(chart) : "")));
    } else if (this.#entered && text !== undefined) {
      faults.push(...this.#understood(text));
    } else {
      // Other figures may lack what the reader has chosen.
      faults.push(...this.#known(this.#wish));
    }
    this.#entered = false;
    const typing = this.#view?.typing;
    // Another language has other words everywhere.
    this.#view?.stop();
    this.#view = new View({
      back: (event) => this.#back(event),
      clear: () => this.#clear(),
      copy: () => void this.#copy(),
      csv: () => this.#save(),
      start: () => this.#start(),
      heading: () => this.#heading,
      chart: () => this.#chart,
    });
    this.#live.lang = lang;
    this.#live.replaceChildren(this.#view.element);
    this.#render(faults);
    this.#live.hidden = false;
    this.#slot.hidden = true;
    this.#frame.classList.add("stands");
    if (typing) this.#view.type(typing);
    if (first && (text !== undefined || this.#wish.open)) this.#arrive();
    if (first) tell(this.#host, "indicator-monitor-ready", null);
  }

  /** A link has brought the reader here; the focus stays where it is. */
  #arrive() {
    const row = this.#root.querySelector("tr[aria-current]");
    (row ?? this.#host).scrollIntoView({ behavior: "instant", block: row ? "center" : "start" });
  }

  /** Whether the chart that a link names is one that only the monitor can show. @param {string} key */
  #ours(key) {
    const there = [...document.querySelectorAll("indicator-chart")].some((chart) => chart.id === key || chart.getAttribute("indicator") === key);
    return !there && this.#index?.indicators.has(key) === true;
  }

  /** @returns {Context} */
  get #context() {
    const index = this.#index;
    if (!index) throw new Error("no figures");
    return {
      index,
      lang: this.#lang,
      wish: this.#wish,
      preset: this.#preset,
      fixed: this.#fixed,
      href: (changes) => this.#address.href(written({ ...this.#wish, ...changes }, this.#preset)),
      go: (changes, how = "replace") => this.#go({ ...this.#wish, ...changes }, how),
    };
  }

  get #heading() {
    const own = this.#host.getAttribute(`heading-${this.#lang === "en" ? "en" : "zh"}`);
    return own ?? this.#host.getAttribute("heading") ?? "";
  }

  /** What the chart of an indicator is told. */
  get #chart() {
    return { theme: this.#host.getAttribute("theme"), src: this.#host.getAttribute("figures") };
  }

  get #fixed() {
    return this.#host.hasAttribute("fixed");
  }

  /** What the editor has set. @returns {Fault[]} */
  #presets() {
    const preset = nothing();
    for (const key of PRESETS) preset[key] = (this.#host.getAttribute(key) ?? "").trim();
    if (preset.view !== "table") preset.view = "";
    if (preset.sort === "document") preset.sort = "";
    const faults = this.#known(preset);
    this.#preset = preset;
    return faults;
  }

  /** Takes out what the figures lack. @param {Wish} wish */
  #known(wish) {
    return this.#index ? checked(wish, this.#index, this.#lang) : [];
  }

  /** @param {string} text of a wish @returns {Fault[]} */
  #understood(text) {
    const { wish, faults } = read(text, this.#preset);
    if (this.#fixed) for (const key of FILTERS) if (this.#preset[key] !== "") wish[key] = this.#preset[key];
    faults.push(...this.#known(wish));
    this.#wish = wish;
    return faults;
  }

  /** All that an editor has set and the view shows. */
  get #setting() {
    return JSON.stringify([this.#preset, this.#fixed, this.#heading, this.#host.id]);
  }

  /** An attribute is another one. */
  #changed() {
    this.#tint();
    this.#view?.dress(this.#chart);
    if (!this.#index || !this.#view) return void this.#follow();
    const before = this.#preset;
    const faults = this.#presets();
    // What the reader has not touched follows the editor.
    for (const key of PRESETS) if (this.#wish[key] === before[key]) this.#wish[key] = this.#preset[key];
    if (this.#follow() || this.#setting === this.#set) return;
    const held = this.#root.activeElement;
    this.#render(faults);
    if (held && !held.isConnected) this.#view.enter();
  }

  /** The history, or a link, asks for something. @param {string} text */
  #heard(text) {
    if (!this.#index || !this.#view) return;
    const before = this.#wish;
    const faults = this.#understood(text);
    if (faults.length === 0 && written(before, nothing()) === written(this.#wish, nothing())) return;
    this.#turn(before, faults);
  }

  /**
   * @param {Wish} wish
   * @param {"push" | "replace"} how
   */
  #go(wish, how) {
    const before = this.#wish;
    // A figure belongs to its indicator.
    if (!wish.open) wish.point = "";
    this.#wish = wish;
    const [text, last] = [written(wish, this.#preset), written(before, this.#preset)];
    const depth = this.#address.depth + 1;
    if (text !== last) {
      if (how === "push") this.#address.push(text, last);
      else this.#address.replace(text);
    }
    if (!before.open && wish.open) this.#from = { id: wish.open, top: this.#view?.topOf(wish.open), depth };
    this.#turn(before, []);
    const chosen = before.domain !== wish.domain || before.verdict !== wish.verdict;
    if (how === "push" && chosen && !wish.open) this.#view?.bring();
  }

  /** @param {Fault[]} faults */
  #render(faults) {
    this.#set = this.#setting;
    this.#view?.show(this.#context, faults);
  }

  /** Goes from one wish to another. @param {Wish} before @param {Fault[]} faults */
  #turn(before, faults) {
    const view = this.#view;
    const held = this.#root.activeElement;
    this.#render(faults);
    const { open, point } = this.#wish;
    if (open && (open !== before.open || point !== before.point)) view?.enterDetail(point);
    else if (!open && before.open) this.#returned(before.open);
    // What held the focus may be gone with what it chose.
    else if (held && (!held.isConnected || held.closest("[hidden]"))) view?.enter();
    tell(this.#host, "indicator-monitor-state", { text: written(this.#wish, this.#preset), state: { ...this.#wish } });
  }

  /** @param {string} id of the indicator that was open */
  #returned(id) {
    this.#view?.leave(id, this.#from?.id === id ? this.#from.top : undefined);
    this.#from = undefined;
  }

  /** Back to the list: the way the reader came, or to a list that was never left. @param {MouseEvent} [event] */
  #back(event) {
    if (event?.ctrlKey || event?.metaKey || event?.shiftKey || event?.altKey) return;
    event?.preventDefault();
    // After a step within the indicator, to another one, or in another monitor, the entry behind is not the list.
    if (this.#from?.id === this.#wish.open && this.#from.depth === this.#address.depth) return history.back();
    this.#go({ ...this.#wish, open: "", point: "" }, "push");
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key !== "Escape" || event.defaultPrevented || !this.#wish.open) return;
    // In the chart it lets go of a figure first.
    if (event.composedPath().some((each) => each instanceof Element && each.matches("indicator-chart, textarea"))) return;
    event.preventDefault();
    this.#back();
  }

  #clear() {
    const wish = { ...this.#wish };
    for (const key of FILTERS) wish[key] = this.#fixed ? this.#preset[key] : "";
    this.#go(wish, "push");
  }

  #start() {
    this.#go({ ...this.#preset }, "push");
    this.#view?.enter();
  }

  /** What is shown, or the indicator that is open. @returns {Group[]} */
  get #groups() {
    const opened = this.#view?.opened;
    if (!opened || !this.#index) return this.#view?.groups ?? [];
    const all = sifted(this.#index, nothing()).filter(({ indicator }) => indicator === opened);
    return [{ key: opened.domain, name: opened.name, shown: all }];
  }

  #save() {
    const { index, lang } = this.#context;
    const name = this.#view?.opened?.name ?? (this.#host.getAttribute("heading") || told(lang, "csv-name"));
    this.#view?.say(kept(csv(index, this.#groups), name, lang, this.#frame));
  }

  async #copy() {
    const place = this.#root.querySelector(".detail .deeds");
    if (place) this.#view?.say(await taken(this.#address.whole(written(this.#wish, this.#preset)), this.#lang, place));
  }
}
