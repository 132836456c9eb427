// Turns the script's own place into the files that lie beside it; in the one file for pages without a place, into nothing.

export { integrity } from "indicator-chart-engine";

/** The script itself. */
export const home = () => import.meta.url;

/** The engine's module. A bundler takes along what is named in this very form. */
export const module = () => new URL("./indicator-chart.wasm", import.meta.url).href;

/** Its bytes, where the script holds them. @returns {Uint8Array<ArrayBuffer> | undefined} */
export const embedded = () => undefined;

/** The monitor's list in a language. @param {string} lang `zh-CN` or `en` */
export const list = (lang) =>
  (lang === "en" ? new URL("./indicator-monitor.en.json", import.meta.url) : new URL("./indicator-monitor.zh.json", import.meta.url)).href;
