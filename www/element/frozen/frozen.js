// Turns a chart with `data-version` into one of the figures that its article was published with, and says what was
// revised since; a block that cannot be read leaves it with the newest figures, and is named.

import { Problem } from "../problem.js";
import { tell } from "../reader.js";
import { blockOf, scriptOf } from "./block.js";
import { compared } from "./compare.js";
import { Notice } from "./notice.js";
import { counted, expected, say } from "./words.js";

/** @import {ChartRevision} from "../../../pkg/index.js" */
/** @import {Handle} from "../handle.js" */
/** @import {Chart, Figures, Glue, Spec, Table} from "../types.js" */

export class Frozen {
  #host;
  /** Whether the reader wants the newest figures all the same. */
  #newest = false;
  /** @type {ChartRevision[]} */
  #revised = [];
  /** Why the block cannot be used. @type {Problem | undefined} */
  #trouble;
  #lang = "";
  /** @type {Notice | undefined} */
  #notice;
  /** What the page was told last, and what the status line said. */
  #told = "";
  #said = "";
  /** The chart that was dressed last, and what it became: it stays one and the same. @type {[Chart, Chart] | undefined} */
  #dressed;

  /** @param {HTMLElement} host */
  constructor(host) {
    this.#host = host;
  }

  /** Whether the block is there to its end: in a page that is still read, once something stands behind it. */
  get whole() {
    const script = scriptOf(this.#host);
    return Boolean(script?.nextSibling ?? (script && this.#host.nextSibling));
  }

  get #version() {
    return this.#host.getAttribute("data-version") ?? "";
  }

  /**
   * The figures to draw. Takes the engine's own.
   * @param {Glue} glue
   * @param {Figures | undefined} own nothing for those built in
   * @param {Spec} spec
   * @returns {Figures | undefined}
   */
  figures(glue, own, spec) {
    this.#lang = String(spec["lang"] ?? "");
    this.#revised = [];
    this.#trouble = undefined;
    try {
      const block = blockOf(this.#host, this.#version);
      const { figures, revised } = compared(glue, () => own?.share(), spec, block);
      this.#revised = revised;
      if (!this.#newest || revised.length === 0) {
        own?.free();
        return figures;
      }
      figures.free();
    } catch (error) {
      // Whatever is no matter of the block would keep the newest figures from being drawn too.
      if (!(error instanceof Problem)) throw error;
      this.#trouble = error;
    }
    return own;
  }

  /**
   * A chart whose summary, table and warnings tell what was revised.
   * @param {Chart} chart
   * @returns {Chart}
   */
  dressed(chart) {
    if (this.#dressed?.[0] !== chart) this.#dressed = [chart, this.#dress(chart)];
    return this.#dressed[1];
  }

  /** @param {Chart} chart */
  #dress(chart) {
    /** @type {Partial<Record<string | symbol, () => unknown>>} */
    const own = {
      summary: () => [chart.summary(), ...this.#sentences()].join(" "),
      table: () => this.#noted(chart.table()),
      facts: () => [...chart.facts(), ...this.#warnings()],
    };
    return new Proxy(chart, {
      get: (target, name) => (name === "revised" ? this.#revised : (own[name] ?? Reflect.get(target, name))),
    });
  }

  #sentences() {
    if (this.#revised.length === 0) return [];
    return [`${say(this.#lang, this.#key("since"), [counted(this.#lang, this.#revised)])}${say(this.#lang, "stop")}`];
  }

  #warnings() {
    return this.#trouble ? [this.#why(this.#trouble)] : [];
  }

  /** @param {Table} table */
  #noted(table) {
    const lang = this.#lang;
    const notes = this.#revised.map(({ indicator, period, published, current }) => {
      const was = published?.value ?? say(lang, "new");
      return say(lang, "note", [indicator, period, was, current?.value ?? say(lang, "gone")]) + say(lang, "stop");
    });
    return { ...table, notes: [...table.notes, ...this.#sentences(), ...notes] };
  }

  /** @param {string} key */
  #key(key) {
    return this.#newest ? `${key}-current` : key;
  }

  /** @param {Problem} trouble */
  #why({ kind, parts }) {
    const lang = this.#lang;
    return say(lang, kind, parts.map((part, at) => (kind === "frozen-cell" && at === 4 ? expected(lang, part) : cut(part))));
  }

  /**
   * Says what was revised under the picture and to the page.
   * @param {Handle} handle
   */
  present(handle) {
    this.#notice ??= new Notice(handle, () => {
      this.#newest = !this.#newest;
      handle.renew();
    });
    this.#notice.show(this.#revised, this.#newest, this.#lang);
    const said = this.#warnings().join("");
    if (said && said !== this.#said) handle.tell(said);
    this.#said = said;
    const detail = {
      version: this.#version,
      shows: this.#newest ? "current" : "published",
      revised: this.#revised,
    };
    const told = this.#revised.length > 0 ? JSON.stringify(detail) : "";
    if (told !== this.#told && told) tell(this.#host, "indicator-revised", detail);
    this.#told = told;
  }

  rest() {
    this.#notice?.hide();
  }
}

/** A message names what was given; of a whole page of it, this many characters will do. @param {string} text */
const cut = (text) => (text.length > 400 ? `${text.slice(0, 400)}…` : text);
