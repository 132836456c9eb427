// Turns what a reader has made of a chart into a state that outlives the chart, and back into calls to the next one.

/** @import {Chart, ViewState} from "./types.js" */

/** What `restore` may miss, by the bits of its answer. @type {["point" | "series" | "span", number][]} */
const LOST = [
  ["point", 1],
  ["series", 2],
  ["span", 4],
];

export class Viewed {
  /** Whether the table stands in the picture's place. */
  tabled = false;
  /** The language that the reader chose; empty for the author's. @type {"" | "zh-CN" | "en"} */
  lang = "";
  /** What is to be put on the next frame. @type {ViewState | undefined} */
  #wish;
  /** What the chart was like when it was last looked at. @type {ViewState} */
  #last = {};
  /** Which chart that was: another one starts with what this one had. @type {Chart | undefined} */
  #chart;

  /** @param {ViewState} state */
  ask(state) {
    this.#wish = state;
    this.#last = state;
    this.tabled = state.view === "table";
    this.lang = state.lang ?? "";
  }

  /**
   * Puts what was asked for on a chart that has a picture; a new chart gets what the one before had.
   * @param {Chart} chart
   * @returns {("point" | "series" | "span")[]} what was asked for and does not exist
   */
  put(chart) {
    const wish = this.#wish ?? (chart === this.#chart ? undefined : this.#last);
    const asked = this.#wish !== undefined;
    this.#wish = undefined;
    this.#chart = chart;
    if (!wish) return [];
    const missing = chart.restore(wish.point ?? "", wish.series ?? "", wish.from ?? "", wish.to ?? "");
    return asked ? LOST.filter(([, bit]) => (missing & bit) !== 0).map(([name]) => name) : [];
  }

  /**
   * What was asked for last, to name what is not there.
   * @param {"point" | "series" | "span"} what
   */
  asked(what) {
    const { point = "", series = "", from = "", to = "" } = this.#last;
    return { point, series, span: `${from}/${to}` }[what];
  }

  /**
   * The state as it is now; kept, should the chart's instance be lost.
   * @param {Chart | undefined} chart
   * @returns {ViewState}
   */
  of(chart) {
    // What is asked for and not yet drawn is the state already.
    // One that was made anew has not been put into the state of the one before.
    if (chart && chart === this.#chart && !this.#wish) {
      const [point, series, from, to] = chart.view();
      this.#last = Object.fromEntries(Object.entries({ point, series, from, to }).filter(([, value]) => value));
    }
    const { point, series, from, to } = this.#last;
    /** @type {ViewState} */
    const state = {};
    if (point) state.point = point;
    if (series) state.series = series;
    if (from) state.from = from;
    if (to) state.to = to;
    if (this.tabled) state.view = "table";
    if (this.lang) state.lang = this.lang;
    return state;
  }
}
