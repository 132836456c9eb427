// Turns what a chart says of itself into the answer of `describe()`, and its warnings into an event and the console.

import { tell } from "./reader.js";

/** @import {Chart} from "./types.js" */
/** @import {ChartDescription, ChartKind} from "../../pkg/index.js" */

/**
 * @param {Chart | undefined} chart
 * @returns {ChartDescription | undefined}
 */
export function described(chart) {
  if (!chart) return undefined;
  const [kind = "", why = "", ...warnings] = chart.facts();
  const told = { label: chart.label(), summary: chart.summary(), table: chart.table() };
  const { revised } = chart;
  return { ...told, kind: /** @type {ChartKind} */ (kind), why, warnings, ...(revised && { revised }) };
}

/** What the console was warned of: charts of a page share their colours. @type {Set<string>} */
const warned = new Set();

/** Tells page and console what an editor should know of a picture that is drawn all the same. */
export class Warnings {
  #host;
  /** What the page was told last. */
  #last = "";

  /** @param {HTMLElement} host */
  constructor(host) {
    this.#host = host;
  }

  /** @param {string[]} warnings sentences; the same ones again are no news */
  show(warnings) {
    const all = warnings.join("\n");
    if (all === this.#last) return;
    this.#last = all;
    // Forced colours are the reader's own: nobody else can mend them.
    if (warnings.length === 0 || matchMedia("(forced-colors: active)").matches) return;
    for (const warning of warnings) {
      if (!warned.has(warning)) console.warn(`indicator-chart: ${warning}`);
      warned.add(warning);
    }
    tell(this.#host, "indicator-warning", { warnings });
  }
}
