// Turns the name of a part of a chart's tools into the button that a reader presses for it, in either language.
import { until } from "./page.js";

/** @import {Page} from "./page.js" */

/** What is written on the buttons, or said of them. */
const NAMES = {
  table: /^(数据表|表格|看表格|Table|Show the table)/u,
  more: /^(更多|More)$/u,
  copy: /^(复制链接|Copy link)$/u,
  png: /PNG/u,
  svg: /SVG/u,
  csv: /CSV/u,
  language: /^(English|中文)$/u,
  period: /^(时间|期间|时期|Period)/u,
};

/**
 * Presses a button of the chart by what it is called.
 * @param {Page} page
 * @param {string} id
 * @param {keyof typeof NAMES} name
 */
export const press = (page, id, name) =>
  until(
    page,
    `there is a button “${name}”`,
    (id, pattern) => {
      const shown = /** @type {HTMLElement[]} */ ([...(document.getElementById(id)?.shadowRoot?.querySelectorAll("button, [role=menuitem]") ?? [])]);
      const named = (/** @type {HTMLElement} */ each) => (each.getAttribute("aria-label") ?? each.innerText).trim();
      const found = shown.find((each) => each.getClientRects().length > 0 && new RegExp(pattern, "u").test(named(each)));
      found?.click();
      return found !== undefined;
    },
    id,
    NAMES[name].source,
  );

/** Waits until the panel of the tools is open. @param {Page} page @param {string} id */
export const panelled = (page, id) =>
  until(page, "the panel opens", (id) => document.getElementById(id)?.shadowRoot?.querySelector(".panel:not([hidden])") !== null, id);

/** Waits until the table stands in the picture's place and can be sorted. @param {Page} page @param {string} id */
export const tabled = (page, id) =>
  until(page, "the table can be sorted", (id) => document.getElementById(id)?.shadowRoot?.querySelector(".alone .sort") !== null, id);

/** Writes into the search field of a table. @param {Page} page @param {string} id @param {string} text */
export const searched = (page, id, text) =>
  page.run(
    (id, text) => {
      const field = document.getElementById(id)?.shadowRoot?.querySelector("input.search");
      if (!(field instanceof HTMLInputElement)) throw new Error("there is no search field");
      field.value = text;
      field.dispatchEvent(new Event("input"));
    },
    id,
    text,
  );

/** Has the clipboard refuse what it is given, or keep it in `probe.copied`. @param {Page} page @param {boolean} takes */
export const clipboard = (page, takes) =>
  page.run((takes) => {
    /** @param {string} text */
    const writeText = async (text) => {
      if (!takes) throw new DOMException("refused", "NotAllowedError");
      (probe.copied ??= []).push(text);
    };
    Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText } });
  }, takes);

/** Keeps the files that a page offers from now on, in `probe.saved`, instead of having the browser save them. @param {Page} page */
export const saving = (page) =>
  page.run(() => {
    const had = probe.saved !== undefined;
    probe.saved = [];
    if (had) return;
    /** @type {Map<string, Blob>} */
    const blobs = new Map();
    const create = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (object) => {
      const url = create(object);
      if (object instanceof Blob) blobs.set(url, object);
      return url;
    };
    HTMLAnchorElement.prototype.click = async function () {
      const [name, blob] = [this.download, blobs.get(this.href)];
      let text = "";
      for (const byte of new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0))) text += String.fromCharCode(byte);
      probe.saved?.push({ name, type: blob?.type ?? "", bytes: btoa(text) });
    };
  });

/** The file that was offered. @param {Page} page */
export async function saved(page) {
  const file = await until(page, "a file is offered", () => probe.saved?.[0]);
  return { name: file?.name ?? "", type: file?.type ?? "", bytes: Buffer.from(file?.bytes ?? "", "base64") };
}
