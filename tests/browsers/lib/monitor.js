// Turns a page with a monitor into what its specs ask of it: what is listed, what a part says, what is pressed.
import { site } from "./engine.js";
import { until } from "./page.js";

/** @import {Page} from "./page.js" */
/** @import {Data, Figure} from "../../../www/element/monitor/types.js" */

export const FALLBACK = "所有数字的清单";
export const WIDE = { width: 1000, height: 900 };

/** @param {Record<string, string>} [attributes] @param {string} [id] */
export const monitor = (attributes = {}, id = "one") =>
  `<main><h1>t</h1><indicator-monitor ${Object.entries({ id, ...attributes }).map(([name, value]) => `${name}="${value}"`).join(" ")}><p class="fallback">${FALLBACK}</p></indicator-monitor></main>`;

/** @param {"zh" | "en"} [lang] @returns {Promise<Data>} */
export const figures = async (lang = "zh") => /** @type {Data} */ (await (await fetch(`${site.origin}/indicator-monitor.${lang}.json`)).json());

/** @param {Page} page @param {string} [id] */
export const stands = (page, id = "one") =>
  until(page, "the monitor stands", (id) => Boolean(document.getElementById(id)?.shadowRoot?.querySelector(".live:not([hidden]) .view")), id);

/** The text of a part; empty where it is not seen. @param {Page} page @param {string} selector */
export const textOf = (page, selector) =>
  page.run((selector) => {
    const part = document.getElementById("one")?.shadowRoot?.querySelector(selector);
    return part instanceof HTMLElement && part.getClientRects().length > 0 ? part.innerText.replace(/\s+/gu, " ").trim() : "";
  }, selector);

/** Ids of the indicators on cards, when all are made. @param {Page} page */
export async function listed(page) {
  const found = await until(page, "the list is whole", () => {
    const root = document.getElementById("one")?.shadowRoot;
    const cards = [...(root?.querySelectorAll(".card") ?? [])].map((card) => /** @type {HTMLElement} */ (card).dataset["id"] ?? "");
    const said = Number(/\d+/u.exec(root?.querySelector(".showing")?.textContent ?? "")?.[0]);
    return cards.length === said || root?.querySelector(".none") ? { cards } : undefined;
  });
  return found?.cards ?? [];
}

/** @param {Page} page @param {string} text */
export const type = (page, text) =>
  page.run((text) => {
    const field = /** @type {HTMLInputElement} */ (document.getElementById("one")?.shadowRoot?.querySelector("input.search"));
    field.value = text;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    return true;
  }, text);

/** @param {Page} page @param {string} key @param {string} value */
export const choose = (page, key, value) =>
  page.run(
    (key, value) => {
      const select = /** @type {HTMLSelectElement} */ (document.getElementById("one")?.shadowRoot?.querySelector(`#choose-${key}`));
      select.value = value;
      select.dispatchEvent(new Event("change", { bubbles: true }));
      return select.value;
    },
    key,
    value,
  );

/** @param {Page} page @param {string} selector @param {number} [at] */
export const press = (page, selector, at = 0) =>
  page.run(
    (selector, at) => {
      const part = document.getElementById("one")?.shadowRoot?.querySelectorAll(selector)[at];
      if (!(part instanceof HTMLElement)) throw new Error(`no ${selector}`);
      part.focus();
      part.click();
      return true;
    },
    selector,
    at,
  );

/** Waits for a text in a part. @param {Page} page @param {string} selector @param {string} wanted */
export const shows = (page, selector, wanted) =>
  until(
    page,
    `${selector} shows ${wanted}`,
    (selector, wanted) => {
      const part = document.getElementById("one")?.shadowRoot?.querySelector(selector);
      return part instanceof HTMLElement && part.getClientRects().length > 0 && (part.textContent ?? "").includes(wanted);
    },
    selector,
    wanted,
  );

/** What has the focus inside. @param {Page} page */
export const focused = (page) =>
  page.run(() => {
    const active = document.getElementById("one")?.shadowRoot?.activeElement;
    return active ? `${active.tagName.toLowerCase()}.${active.className} ${(active.textContent ?? "").trim().slice(0, 40)}` : "";
  });

export const yearOf = (/** @type {Figure} */ { start, end }) => (end || start).slice(0, 4) || "none";

/** @param {string} text */
export const at = (text) => `#indicator-monitor=one${text && `&${text}`}`;
