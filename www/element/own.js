// Turns the script's own place into the files that lie beside it; in the one file for pages without a place, into nothing.

import { columns as columnsSum, figures as figuresSum } from "indicator-chart-sums";

/**
 * The module of an engine.
 * @typedef {object} Own
 * @property {string} name
 * @property {() => string} module where it lies; a bundler takes along what is named in this very form
 * @property {string} integrity
 * @property {() => Uint8Array<ArrayBuffer>} [embedded] its bytes, where the script holds them
 */

/** The script itself. */
export const home = () => import.meta.url;

/** @type {Own} */
export const figures = {
  name: "indicator-chart.wasm",
  module: () => new URL("./indicator-chart.wasm", import.meta.url).href,
  integrity: figuresSum,
};

/** @type {Own} */
export const columns = {
  name: "indicator-chart-columns.wasm",
  module: () => new URL("./indicator-chart-columns.wasm", import.meta.url).href,
  integrity: columnsSum,
};

/** The monitor's list in a language. @param {string} lang `zh-CN` or `en` */
export const list = (lang) =>
  (lang === "en" ? new URL("./indicator-monitor.en.json", import.meta.url) : new URL("./indicator-monitor.zh.json", import.meta.url)).href;
