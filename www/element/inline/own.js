// Turns the text that the one script carries into the engine's module: for pages that have no place for more files.

import { wasm } from "indicator-chart-bytes";

export const integrity = "";

/** What messages call it; it is never fetched. */
export const module = () => "indicator-chart.wasm";

/** @returns {Uint8Array<ArrayBuffer>} */
export function embedded() {
  const text = atob(wasm);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** The monitor's list is no part of the script: it is looked for beside the page. @param {string} lang `zh-CN` or `en` */
export const list = (lang) => new URL(`indicator-monitor.${lang === "en" ? "en" : "zh"}.json`, document.baseURI).href;
