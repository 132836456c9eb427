// Turns the text that the one script carries into the engines' modules: for pages that have no place for more files.

import { columns as columnsText, wasm as figuresText } from "indicator-chart-bytes";

/** What messages call them; they are never fetched. */
const [FIGURES, COLUMNS] = ["indicator-chart.wasm", "indicator-chart-columns.wasm"];

export const figures = { name: FIGURES, module: () => FIGURES, integrity: "", embedded: () => bytesOf(figuresText) };

export const columns = { name: COLUMNS, module: () => COLUMNS, integrity: "", embedded: () => bytesOf(columnsText) };

/** @param {string} base64 @returns {Uint8Array<ArrayBuffer>} */
function bytesOf(base64) {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** The monitor's list is no part of the script: it is looked for beside the page. @param {string} lang `zh-CN` or `en` */
export const list = (lang) => new URL(`indicator-monitor.${lang === "en" ? "en" : "zh"}.json`, document.baseURI).href;
