// What is measured: the adapter's name, how a reader of the tables knows it, and what it takes part in.
import { readFile } from "node:fs/promises";

/** @typedef {"cold" | "article" | "points"} Part */
/** @typedef {{name: string, title: string, package?: string, parts: Part[]}} Library */

/** @type {Part[]} */
const all = ["cold", "article", "points"];

/** Taken off all others; the first, so that it is there. */
export const NONE = "none";

/** @type {Library[]} */
export const LIBRARIES = [
  { name: NONE, title: "no chart", parts: all },
  { name: "ours", title: "indicator-chart", parts: all },
  { name: "figures", title: "indicator-chart, built-in figures", parts: ["cold", "article"] },
  { name: "bare", title: "bare canvas", parts: all },
  { name: "uplot", title: "uPlot", package: "uplot", parts: all },
  { name: "lightweight", title: "lightweight-charts", package: "lightweight-charts", parts: all },
  { name: "chartjs", title: "Chart.js", package: "chart.js", parts: all },
  { name: "echarts", title: "ECharts", package: "echarts", parts: all },
];

/** The pinned versions. */
export async function versions() {
  const { dependencies } = JSON.parse(await readFile(new URL("../package.json", import.meta.url), "utf8"));
  return LIBRARIES.flatMap(({ title, package: name }) => (name ? [`${title} ${dependencies[name]}`] : [])).join(", ");
}
