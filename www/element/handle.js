// Turns what links, linked charts and tools want of a figure into a few verbs, and what they may know of it into answers.

import { chunk } from "./chunk.js";
import { addressOf } from "./link.js";
import { described } from "./said.js";
import { dayOf, spanOf } from "./span.js";
import { filled, languageOf } from "./spec.js";
import { DAMAGE } from "./view.js";
import { say, spoken } from "./words.js";

/** @import {Chart, ViewState} from "./types.js" */
/** @import {Model} from "./model.js" */
/** @import {Shell} from "./shell.js" */
/** @import {Status} from "./status.js" */
/** @import {Viewed} from "./viewed.js" */
/** @import {Tools} from "./tools/tools.js" */

/** One for all charts of the page. */
const tools = chunk(() => import("./tools/tools.js"));
/** Everything is drawn anew. */
const LAYOUT = DAMAGE.layout;

/**
 * @typedef {object} Inside what a handle reaches of its figure
 * @property {HTMLElement} host
 * @property {Shell} shell
 * @property {Status} status
 * @property {Viewed} viewed
 * @property {HTMLElement} opener the button that opens the tools
 * @property {<T>(work: (chart: Chart) => T) => T | undefined} ask something of the chart, where there is one
 * @property {(deed: (chart: Chart) => number) => void} act does something to the chart, and draws what follows
 * @property {() => void} again draws anew
 * @property {Model} model
 * @property {() => boolean} shown whether a picture stands there
 * @property {() => void} open another picture is waited for
 * @property {() => {width: number, height: number}} size of the picture, CSS px; it is laid out under a table too
 */

export class Handle {
  #inside;
  /** @type {Promise<Tools> | undefined} */
  #tools;

  /** @param {Inside} inside */
  constructor(inside) {
    this.#inside = inside;
  }

  get host() {
    return this.#inside.host;
  }

  get shell() {
    return this.#inside.shell;
  }

  get opener() {
    return this.#inside.opener;
  }

  /** The language that is shown: the reader's choice, else the author's. */
  get lang() {
    return this.#inside.model.lang;
  }

  /** The picture as SVG; nothing before the first frame. */
  svg() {
    return this.ask((chart) => chart.svg());
  }

  /** What the picture says, in text; nothing before the first frame. */
  describe() {
    return this.ask(described);
  }

  /**
   * Pins the point of an observation.
   * @param {string} id
   * @returns {boolean} whether the picture has it
   */
  point(id) {
    if (this.tabled) return false;
    const lived = this.#lives;
    const found = this.ask((chart) => chart.pointAt(id)) ?? false;
    // A chart that was made anew for it is still to be put as it was; the point may lie outside of the time that was shown.
    if (found && !lived) this.apply({ ...this.state, point: id });
    else if (found) this.#inside.act(() => LAYOUT);
    return found;
  }

  /** Whether it shows a page's own numbers. */
  get plain() {
    return this.#inside.model.plain;
  }

  /** The picture's size, CSS px. */
  get size() {
    return this.#inside.size();
  }

  /** Whether the chart fills the screen. */
  get full() {
    return filled(this.host);
  }

  /** Whether the table stands in the picture's place. */
  get tabled() {
    return this.#inside.shell.frame.classList.contains("alone");
  }

  /** Whether the chart of the picture is in the engine: far from the screen it need not be. */
  get #lives() {
    const { model, shown } = this.#inside;
    return shown() && model.chart !== undefined;
  }

  /** What the reader has made of the chart. @returns {ViewState} */
  get state() {
    const { viewed, ask } = this.#inside;
    return (this.#lives ? ask((chart) => viewed.of(chart)) : undefined) ?? viewed.of(undefined);
  }

  /** The address of this page that opens the chart as it is now. */
  get address() {
    return addressOf(this.host, this.state);
  }

  /**
   * Asks something of the chart; nothing where there is none.
   * @template T
   * @param {(chart: Chart) => T} work
   * @returns {T | undefined}
   */
  ask(work) {
    return this.#inside.ask(work);
  }

  /**
   * Makes of the chart what a link or a step of the article asks for; before the first frame it is kept until then.
   * @param {ViewState} state
   */
  apply(state) {
    this.#inside.viewed.ask(state);
    this.#inside.status.clear();
    this.speak(this.#inside.viewed.lang);
  }

  /**
   * Marks what a linked chart reads; this one reads nothing by it, so nothing is told and nothing said.
   * @param {string} period
   * @param {string} series
   */
  echo(period, series) {
    // One that is far from the screen is not made anew for it.
    if (this.#lives) this.#inside.act((chart) => chart.echo(period, series));
  }

  /**
   * Less or more of the time is shown, as by a key; where the button goes with it, the focus goes to the picture.
   * @param {string} key
   */
  time(key) {
    this.#inside.act((chart) => chart.key(key));
    if (this.state.from === undefined) this.shell.stage.focus({ preventScroll: true });
  }

  /**
   * Shows the time within two days alone, as a reader's narrowing does; kept until the first frame.
   * @param {unknown} from
   * @param {unknown} to
   */
  zoom(from, to) {
    if (this.plain) return this.#span(...spanOf(from, to, this.lang));
    const days = [dayOf(from, false), dayOf(to, true)];
    const wrong = days.indexOf(undefined);
    if (wrong >= 0) throw new TypeError(say(this.lang, "bad-field", ["zoom", String([from, to][wrong]), "2024, 2024-06, 2024-06-30, Date"]));
    this.apply({ ...this.state, from: days[0], to: days[1] });
  }

  /**
   * Shows x of a chart of columns from one number to another; all of it without. What is asked for before there is a
   * picture, or while another one is, is kept until then.
   * @param {number} [from]
   * @param {number} [to]
   */
  #span(from, to) {
    const { model, open, act } = this.#inside;
    if (this.#lives && !model.stale) {
      open();
      return act((chart) => (from === undefined ? chart.zoomReset?.() : chart.zoom?.(from, Number(to))) ?? 0);
    }
    const text = (/** @type {number | undefined} */ end) => (Number.isFinite(end) ? String(end) : "");
    this.apply({ ...this.state, from: text(from), to: text(to) });
  }

  /** Shows all of the time. */
  whole() {
    if (this.plain) return this.#span();
    const { from, to, ...rest } = this.state;
    if (from ?? to) this.apply(rest);
  }

  /** Copies the figure that is read with its source; whether the clipboard took it. */
  cite() {
    return this.use((tools) => tools.cite());
  }

  /** Copies the link to the chart as it is; whether the clipboard took it. */
  link() {
    return this.use((tools) => tools.link());
  }

  /** Lets go of what is pinned. */
  free() {
    this.#inside.act((chart) => (chart.view()[0] ? chart.key("Escape") : 0));
  }

  /**
   * Shows this one chart in the language that its reader wants.
   * @param {"" | "zh-CN" | "en"} lang empty for the author's
   */
  speak(lang) {
    // In the author's own language nothing is left of a choice.
    const chosen = lang === spoken(languageOf(this.host)) ? "" : lang;
    this.#inside.viewed.lang = chosen;
    this.#inside.model.reader = chosen;
    this.#inside.again();
  }

  /**
   * Says something in the widget's status line.
   * @param {string} key of `words.js`
   * @param {string[]} [parts]
   */
  say(key, parts = []) {
    this.#inside.status.say(this.lang, key, parts);
  }

  /**
   * Says a text of the tools in the widget's status line.
   * @param {string} text
   * @param {boolean} [passing] whether it may go by itself
   */
  tell(text, passing = false) {
    this.#inside.status.tell(this.lang, text, passing);
  }

  /**
   * Says what a link asked for and does not exist here.
   * @param {("point" | "series" | "span")[]} parts
   */
  lost(parts) {
    const texts = parts.map((part) => say(this.lang, `state-${part}`, [this.#inside.viewed.asked(part)]));
    if (texts.length > 0) this.tell(texts.join(" "));
  }

  /** Draws anew, of other figures. */
  renew() {
    this.#inside.again();
  }

  /** Far from the screen; what the reader made of it is kept. */
  doze() {
    void this.state;
    this.#inside.model.rest();
  }

  /** Nothing of the tools stands beside a fallback. */
  rest() {
    this.#tools?.then((tools) => tools.close()).catch(() => undefined);
  }

  /** Shows the table in the picture's place, or the picture again. */
  turn() {
    const { viewed } = this.#inside;
    viewed.tabled = !this.tabled;
    this.#inside.again();
  }

  /**
   * A file for the page's script, which hears of a failure itself.
   * @param {"png" | "csv"} kind
   * @param {unknown} [scale]
   */
  async file(kind, scale) {
    let loaded;
    try {
      loaded = await this.#loaded();
    } catch {
      throw new Error(say(this.lang, "tools-missing"));
    }
    return loaded.file(kind, scale);
  }

  async #loaded() {
    try {
      return await (this.#tools ??= tools().then((module) => new module.Tools(this)));
    } catch (error) {
      // What did not arrive is fetched again.
      this.#tools = undefined;
      throw error;
    }
  }

  /**
   * Has the tools do something; they are fetched when they are wanted first.
   * @template T
   * @param {(tools: Tools) => T | Promise<T>} work
   * @returns {Promise<T | undefined>}
   */
  async use(work) {
    let loaded;
    try {
      loaded = await this.#loaded();
    } catch (error) {
      console.warn("indicator-chart: the tools of the chart failed", error);
      this.say("tools-missing");
      return undefined;
    }
    try {
      return await work(loaded);
    } catch (error) {
      console.warn("indicator-chart: a tool of the chart failed", error);
      this.say("tools-failed", [error instanceof Error ? error.message : String(error)]);
      return undefined;
    }
  }
}
