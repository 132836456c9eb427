// Turns results into Markdown: what it was run on, medians, ratios and the budgets.
import { cpus, totalmem } from "node:os";
import { BUDGETS } from "./budgets.js";
import { LIBRARIES, NONE, versions } from "./libraries.js";
import { median } from "./measures.js";

/** @import {Results} from "./results.js" */
/** @typedef {{runs: number, ratio: number, browser: string, seconds: number}} Run */

/** @param {Results} results @param {Run} run */
export async function report(results, run) {
  const libraries = LIBRARIES.filter(({ name }) => results.rounds(name, "cold page").length + results.rounds(name, "pan, 1000").length > 0);
  const shown = libraries.filter(({ name }) => name !== NONE);
  const figures = results.figures();
  const own = figures.includes("pan, 1000") && results.median("ours", "pan, 1000") !== undefined;
  const parts = [
    "# Measured beside other libraries",
    await about(run),
    "## Medians",
    "Milliseconds of the main thread (ms), bytes after brotli, or megabytes (MB: JavaScript heap, buffers and wasm memory after a collection).",
    table(["", ...shown.map(({ title }) => title)], figures.map((figure) => [label(figure), ...shown.map(({ name }) => number(results.median(name, figure)))])),
    `The page without a chart, taken off all times and memories: ${NOTED.filter((figure) => figures.includes(figure)).map((figure) => `${label(figure)} ${number(results.median(NONE, figure))}`).join("; ")}.`,
    ...(own
      ? ["## Ratios: indicator-chart as a multiple of", ratios(results, shown.filter(({ name }) => !["ours", "figures"].includes(name)), figures)]
      : []),
    "## Budgets",
    budgets(results),
  ];
  if (results.faults.size > 0) {
    parts.push("## Not measured", [...results.faults].map(([what, why]) => `- ${what}: ${why.split("\n")[0]}`).join("\n"));
  }
  return parts.join("\n\n") + "\n";
}

/** Figures of the empty page that a reader may want to know. */
const NOTED = ["cold page", "100 charts", "first draw, 1000", "pan, 1000", "hover, 1000", "100 charts, memory"];

/** @param {Run} run */
async function about({ runs, ratio, browser, seconds }) {
  const [first] = cpus();
  const lines = [
    `Written by \`cargo xtask bench\` on ${new Date().toISOString().slice(0, 10)}: ${runs} ${runs === 1 ? "run" : "runs"} of each measurement, library after library in turn, ${Math.round(seconds)} s.`,
    `Machine: ${cpus().length} × ${first?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, no graphics card. ${browser}, ${ratio} device pixel${ratio === 1 ? "" : "s"} a CSS pixel. ${await versions()}.`,
    "All draw the same columns (a walk with forty spikes) as a line of 1.5 px at 720 × 360 px, each in its own fastest documented set-up (`peers/adapters/`), on a form of the data that was made before the clock starts; bytes are of the parts that a line chart needs. The clock is the processor time of the page's main thread by the browser's own counter (`ThreadTime`, `peers/lib/browser.js` says why), less that of the same page without a chart. *bare canvas* strokes the extremes of every pixel column, computed before: no axes, no texts, no reading.",
    "*Cold page*: a new process opens a page with one chart of 300 points. *100 charts*: an article of them; *read to the end*: scrolled once through. *Pan*: half of the time, moved in thirty frames a run. *Hover*: thirty moves of a mouse. *First draw* comes after a small chart was drawn and taken away.",
  ];
  return lines.join("\n\n");
}

/** @param {Results} results @param {{name: string, title: string}[]} others @param {string[]} figures */
function ratios(results, others, figures) {
  // What one library holds in the page's arrays another holds itself; canvases are given up off screen.
  const rows = figures.filter((figure) => !/canvases|^wasm|^memory/.test(figure)).map((figure) => [
    label(figure),
    ...others.map(({ name }) => {
      const all = results.ratios(["ours", figure], [name, figure]);
      return all.length > 0 ? times(median(all)) : "–";
    }),
  ]);
  return table(["", ...others.map(({ title }) => title)], rows);
}

/** @param {Results} results */
function budgets(results) {
  const rows = BUDGETS.map(({ what, bound, of, against, unit }) => {
    const each = against === undefined
      ? results.rounds(...of)
      : typeof against === "number" ? results.rounds(...of).map((value) => value / against) : results.ratios(of, against);
    const show = unit ? number : times;
    if (each.length === 0) return [what, `≤ ${show(bound)}`, "–", "", "not measured"];
    const middle = median(each);
    const met = middle <= bound ? "met" : `**${times(middle / bound)} × the bound**`;
    return [what, `≤ ${show(bound)}`, show(middle), each.map(show).join(", "), met];
  });
  return table(["what", "bound", "median", "runs", ""], rows);
}

/** @param {string} figure */
function label(figure) {
  const grouped = figure.replace(/\d{4,}/, (digits) => Number(digits).toLocaleString("en"));
  if (/^bytes/.test(figure)) return grouped;
  return `${grouped} (${/wasm|memory|canvases/.test(figure) ? "MB" : "ms"})`;
}

/** @param {number | undefined} value */
function number(value) {
  if (value === undefined) return "–";
  if (value >= 1000) return Math.round(value).toLocaleString("en");
  return value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2);
}

/** @param {number} ratio */
const times = (ratio) => ratio.toFixed(ratio >= 10 ? 0 : 2);

/** @param {string[]} head @param {string[][]} rows */
function table(head, rows) {
  const line = (/** @type {string[]} */ cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, at) => (at ? "---:" : "---"))), ...rows.map(line)].join("\n");
}
