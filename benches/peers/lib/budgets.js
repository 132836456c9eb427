// The bounds of the design: what is held against what, and how far it may go.

/** @typedef {[name: string, figure: string]} Figure */
/** @typedef {{what: string, bound: number, of: Figure, against?: Figure | number, unit?: string}} Budget */

const COLUMNS = 16;
const MEGA = 1_000_000;

/** @type {Budget[]} */
export const BUDGETS = [
  { what: "bytes for the first chart of own numbers, brotli", bound: 75 * 1024, of: ["ours", "bytes"], unit: "bytes" },
  { what: "bytes for the first chart of built-in figures, with the figures, brotli", bound: 150 * 1024, of: ["figures", "bytes"], unit: "bytes" },
  { what: "pan one frame, 1,000,000 points: × uPlot", bound: 0.4, of: ["ours", `pan, ${MEGA}`], against: ["uplot", `pan, ${MEGA}`] },
  { what: "the same: × bare canvas", bound: 2, of: ["ours", `pan, ${MEGA}`], against: ["bare", `pan, ${MEGA}`] },
  { what: "the same: × 10,000 points", bound: 2, of: ["ours", `pan, ${MEGA}`], against: ["ours", "pan, 10000"] },
  { what: "first draw, 1,000,000 points: × uPlot", bound: 0.6, of: ["ours", `first draw, ${MEGA}`], against: ["uplot", `first draw, ${MEGA}`] },
  { what: "cold page, own numbers: × uPlot", bound: 1, of: ["ours", "cold page"], against: ["uplot", "cold page"] },
  { what: "cold page, own numbers: × Chart.js", bound: 0.6, of: ["ours", "cold page"], against: ["chartjs", "cold page"] },
  { what: "cold page, built-in figures: × uPlot", bound: 1, of: ["figures", "cold page"], against: ["uplot", "cold page"] },
  { what: "cold page, built-in figures: × Chart.js", bound: 0.6, of: ["figures", "cold page"], against: ["chartjs", "cold page"] },
  { what: "100 charts of own numbers: × uPlot", bound: 0.5, of: ["ours", "100 charts"], against: ["uplot", "100 charts"] },
  { what: "100 charts of own numbers, memory: × Chart.js", bound: 0.5, of: ["ours", "100 charts, memory"], against: ["chartjs", "100 charts, memory"] },
  { what: "100 charts of built-in figures: × uPlot", bound: 0.5, of: ["figures", "100 charts"], against: ["uplot", "100 charts"] },
  { what: "100 charts of built-in figures, memory: × Chart.js", bound: 0.5, of: ["figures", "100 charts, memory"], against: ["chartjs", "100 charts, memory"] },
  { what: "memory of the engine, 1,000,000 points: × the raw columns (16 MB)", bound: 1.4, of: ["ours", `wasm, ${MEGA}`], against: COLUMNS },
];
