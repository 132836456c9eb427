// Turns what a chart says of itself into the answer of `describe()`, and its warnings into an event and the console.

import { tell } from "./reader.js";

/** @import {Chart} from "./types.js" */
/** @import {ChartDescription, ChartKind} from "../../pkg/index.js" */

/** What the console was warned of: charts of a page share their colours. @type {Set<string>} */
const warned = new Set();

/**
 * @param {Chart | undefined} chart
 * @returns {ChartDescription | undefined}
 */
export function described(chart) {
  if (!chart) return undefined;
  const [kind = "", why = "", ...warnings] = chart.facts();
  const told = { label: chart.label(), summary: chart.summary(), table: chart.table() };
  return { ...told, kind: /** @type {ChartKind} */ (kind), why, warnings };
}

/**
 * Tells page and console what an editor should know of a picture that can be drawn.
 * @param {HTMLElement} host
 * @param {Chart} chart
 */
export function warn(host, chart) {
  const warnings = chart.facts().slice(2);
  if (warnings.length === 0) return;
  for (const warning of warnings) {
    if (warned.has(warning)) continue;
    warned.add(warning);
    console.warn(`indicator-chart: ${warning}`);
  }
  tell(host, "indicator-warning", { warnings });
}
