// Turns a reader's further wishes into deeds: files, citations, links, full screen, another language, help, a table to sort.

import { Trap } from "../fence.js";
import { say, spoken } from "../words.js";
import { quotation } from "./cite.js";
import { csvOf } from "./columns.js";
import { copied, field } from "./copy.js";
import { csv } from "./csv.js";
import { help } from "./help.js";
import { Panel } from "./panel.js";
import { named, picture, save } from "./save.js";
import { byColumns, byRecords, sortable } from "./sheet.js";
import { told } from "./words.js";

/** @import {Handle} from "../handle.js" */
/** @import {Chart} from "../types.js" */
/** @import {Deed} from "./panel.js" */

/** Those of the file kinds that are text. */
const TYPES = { svg: "image/svg+xml;charset=utf-8", csv: "text/csv;charset=utf-8" };

/** A larger picture would be larger than canvases are. */
const MOST_SCALE = 8;

export class Tools {
  #chart;
  #panel;

  /** @param {Handle} chart */
  constructor(chart) {
    this.#chart = chart;
    this.#panel = new Panel(chart.shell.panel, chart.opener);
  }

  get #lang() {
    return this.#chart.lang;
  }

  /** Opens the list of things to do, or closes it. */
  menu() {
    if (this.#panel.open === "menu") return this.#panel.close(true);
    this.#panel.list(this.#deeds(), "menu", told(this.#lang, "menu"), this.#lang);
    this.#panel.enter();
  }

  /** Opens the list of keys, or closes it. */
  help() {
    if (this.#panel.open === "help") return this.#panel.close(true);
    this.#panel.show("help", told(this.#lang, "keys"), this.#lang, help(this.#lang));
    this.#panel.enter();
  }

  /** Copies the figure that is read, with where it is printed and the way back to it. */
  async cite() {
    const text = this.#chart.ask((chart) => {
      const reading = chart.reading();
      const { rows, sources } = chart.records();
      const row = rows.find(({ id }) => id === reading?.id);
      const source = row && sources[row.source];
      return reading && row && (source || this.#chart.plain) ? quotation(reading, row, source, spoken(this.#lang), this.#chart.address) : undefined;
    });
    return this.#copy(text);
  }

  /** Copies the address that opens the chart as it is. */
  link() {
    return this.#copy(this.#chart.address);
  }

  /**
   * Lets the reader sort and search the table.
   * @param {HTMLTableElement} table
   */
  sheet(table) {
    const key = this.#chart.ask((chart) => {
      const data = chart.columns?.();
      return data ? byColumns(data, table.tBodies[0]?.rows.length ?? 0) : byRecords(chart.records());
    });
    if (key) sortable(table, key, spoken(this.#lang), (text) => this.#announce(text));
  }

  /**
   * A file for the page's own script.
   * @param {"png" | "csv"} kind
   * @param {unknown} [scale]
   * @returns {Promise<Blob>}
   */
  async file(kind, scale = 2) {
    if (!(Number(scale) > 0 && Number(scale) <= MOST_SCALE)) throw new RangeError(say(this.#lang, "bad-field", ["toPNG", String(scale), `0–${MOST_SCALE}`]));
    const blob = await this.#file(kind, Number(scale));
    if (!blob) throw new Error(told(this.#lang, "no-chart"));
    return blob;
  }

  /** Nothing of the tools is left open beside another picture. */
  close() {
    this.#panel.close(false);
  }

  /** @returns {Deed[]} */
  #deeds() {
    const lang = this.#lang;
    const pinned = Boolean(this.#chart.state.point);
    const text = (/** @type {string} */ key) => told(lang, key);
    /** @type {(Deed | undefined)[]} */
    const deeds = [
      pinned ? { text: this.#chart.plain ? say(lang, "copy") : text("cite"), run: () => this.cite() } : undefined,
      { text: text(pinned ? "link-point" : "link"), run: () => this.link() },
      "share" in navigator ? { text: text("share"), run: () => this.#share() } : undefined,
      { text: text("png"), run: () => this.#save("png") },
      { text: text("svg"), run: () => this.#save("svg") },
      { text: text("csv"), run: () => this.#save("csv") },
      this.#full(),
      { text: text("language"), lang: spoken(lang) === "en" ? "zh-CN" : "en", run: () => this.#translate() },
      { text: text("keys"), run: () => this.help() },
    ];
    return deeds.filter((deed) => deed !== undefined);
  }

  /** @param {string | undefined} text */
  async #copy(text) {
    if (text === undefined) {
      this.#chart.tell(told(this.#lang, "no-point"));
      return false;
    }
    // What is opened while the clipboard is asked is another wish.
    const open = this.#panel.open;
    if (await copied(text)) {
      // In the menu nothing else would show it.
      if (open) this.#chart.tell(told(this.#lang, "copied"), true);
      else this.#announce(told(this.#lang, "copied"));
      if (open === this.#panel.open) this.#panel.close(true);
      return true;
    }
    const area = field(text, this.#lang);
    this.#panel.show("copy", told(this.#lang, "copy-field"), this.#lang, [area]);
    area.focus();
    area.select();
    this.#chart.tell(told(this.#lang, "copy-refused"));
    return false;
  }

  async #share() {
    try {
      await navigator.share({ title: this.#chart.ask((chart) => chart.label()) ?? "", url: this.#chart.address });
    } catch (error) {
      // A reader who changes their mind knows it.
      if (error instanceof Error && error.name === "AbortError") return;
      this.#chart.tell(told(this.#lang, "share-refused", [reason(error)]));
    }
  }

  /** @param {"png" | "svg" | "csv"} kind */
  async #save(kind) {
    try {
      const blob = await this.#file(kind);
      if (!blob) return this.#chart.tell(told(this.#lang, "no-chart"));
      const name = named(this.#chart.ask((chart) => chart.table().caption) ?? "", kind);
      save(blob, name, this.#chart.shell.panel);
      this.#chart.tell(told(this.#lang, "saved", [name]), true);
    } catch (error) {
      this.#chart.tell(told(this.#lang, "save-refused", [reason(error)]));
    }
  }

  /**
   * @param {"png" | "svg" | "csv"} kind
   * @param {number} [scale] device pixels a CSS px of a picture
   */
  #file(kind, scale) {
    return this.#chart.ask((chart) => {
      if (kind === "csv") return new Blob([table(chart)], { type: TYPES.csv });
      if (kind === "svg") return new Blob([chart.svg()], { type: TYPES.svg });
      const { width, height } = this.#chart.size;
      try {
        return picture(chart, width, height, spoken(this.#lang), scale);
      } catch (error) {
        // A canvas that is refused costs the file, not the chart.
        if (error instanceof Trap) throw error;
        return Promise.reject(error);
      }
    });
  }

  /** @returns {Deed | undefined} nothing where the browser has no full screen for elements */
  #full() {
    const host = this.#chart.host;
    if (!document.fullscreenEnabled || !host.requestFullscreen) return undefined;
    const on = this.#chart.full;
    const turn = async () => {
      try {
        this.#panel.close(true);
        await (on ? document.exitFullscreen() : host.requestFullscreen());
      } catch (error) {
        this.#chart.tell(told(this.#lang, "full-refused", [reason(error)]));
      }
    };
    return { text: told(this.#lang, on ? "leave" : "full"), run: turn };
  }

  #translate() {
    const other = spoken(this.#lang) === "en" ? "zh-CN" : "en";
    this.#panel.close(true);
    this.#chart.speak(other);
  }

  /** Said, but not shown: the table itself shows it. @param {string} text */
  #announce(text) {
    this.#chart.shell.live.textContent = text;
  }
}

/** The numbers of a chart as a file. @param {Chart} chart */
function table(chart) {
  const columns = chart.columns?.();
  return columns ? csvOf(columns) : csv(chart.records());
}

/** @param {unknown} error */
function reason(error) {
  return error instanceof Error ? error.message || error.name : String(error);
}
