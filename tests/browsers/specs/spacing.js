// A reader who makes everything larger, or sets texts wider: nothing is cut, nothing runs out of the screen.
import assert from "node:assert/strict";
import { test } from "node:test";
import { chart, clean, page as address, ready, settled, shoot, visit } from "../lib/chart.js";
import { engine } from "../lib/engine.js";
import { until } from "../lib/page.js";

/** @import {Page} from "../lib/page.js" */

/** WCAG 2.2, success criterion 1.4.12. */
const SPACED = `<style>* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }</style>`;
const RIDES = { src: "/invented.figures", indicator: "invented-rides", kind: "line" };
const TARGET = { indicator: "cross-border-ecommerce-volume", kind: "bullet", from: "2024", to: "2024" };
const POINT = "cross-border-ecommerce-volume@zhengzhou/2024-01-01..2024-08-31/actual";

/** Clicks a part of the widget. @param {Page} page @param {string} selector */
const press = (page, selector) =>
  page.run((selector) => {
    const found = document.getElementById("one")?.shadowRoot?.querySelector(selector);
    if (!(found instanceof HTMLElement)) throw new Error(`no ${selector}`);
    found.click();
    return true;
  }, selector);

/** The parts whose text is cut, or which reach beyond the window. @param {Page} page */
const faults = (page) =>
  page.run(() => {
    const root = document.getElementById("one")?.shadowRoot;
    const found = [];
    const parts = /** @type {HTMLElement[]} */ ([...(root?.querySelectorAll(".bar, .bar button, .tip, .tip *, .panel, .panel *, .status, .status *, .finder, caption, th, td") ?? [])]);
    for (const part of parts) {
      const box = part.getBoundingClientRect();
      if (box.width === 0 || part.closest(".unseen, [hidden]") || getComputedStyle(part).visibility === "hidden") continue;
      const scrolls = part.matches(".tip, textarea");
      if (part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0) found.push(`${part.className || part.tagName} is cut across`);
      if (!scrolls && part.scrollHeight > part.clientHeight + 1 && part.clientHeight > 0) found.push(`${part.className || part.tagName} is cut below`);
      const table = part.closest("table");
      if (!table && (box.left < -0.5 || box.right > innerWidth + 0.5)) found.push(`${part.className || part.tagName} leaves the window`);
    }
    const tip = root?.querySelector(".tip");
    const box = tip?.getBoundingClientRect();
    if (box && box.width > 0 && (box.top < -0.5 || box.bottom > innerHeight + 0.5)) found.push(`the tooltip stands at ${box.top} to ${box.bottom} of ${innerHeight}`);
    if (document.documentElement.scrollWidth > innerWidth) found.push(`the page is ${document.documentElement.scrollWidth} px wide`);
    return found;
  });

/** Everything that can be open, one after the other. @param {Page} page @param {string} what */
async function through(page, what) {
  /** @type {string[]} */
  const wrong = [];
  const look = async (/** @type {string} */ state) => {
    await settled(page);
    for (const fault of await faults(page)) wrong.push(`${what}, ${state}: ${fault}`);
  };
  await look("drawn");
  await page.run((id) => /** @type {any} */ (document.getElementById("one")).focusPoint(id), POINT);
  await look("pinned");
  await page.key("Escape");
  await press(page, ".more");
  await until(page, "the menu opens", () =>
    Boolean(document.getElementById("one")?.shadowRoot?.querySelector(".panel:not([hidden]) .deeds")));
  await look("menu");
  await press(page, ".panel .close");
  await press(page, ".switch");
  await settled(page);
  await look("table");
  assert.deepEqual(wrong, []);
}

for (const lang of ["zh-CN", "en"]) {
  test(`texts set wider are not cut, ${lang}`, async () => {
    for (const width of [360, 640]) {
      const url = address(SPACED + chart("one", { ...TARGET, lang }), { lang });
      await visit({ url, viewport: { width, height: 700 } }, async (page) => {
        await ready(page, "one");
        await through(page, `${width} px`);
        await clean(page);
      });
    }
  });

  test(`a page at 200 % and 400 % holds the chart and all that opens, ${lang}`, async () => {
    // What a window of 1280 × 1024 has left: 640 × 512 and 320 × 256 CSS px.
    for (const [zoom, width, height] of [[2, 640, 512], [4, 320, 256]]) {
      const ratio = engine.can.ratio ? zoom : 1;
      const url = address(chart("one", { ...TARGET, lang }), { lang });
      await visit({ url, viewport: { width: width ?? 0, height: height ?? 0, ratio: ratio ?? 1 } }, async (page) => {
        await ready(page, "one");
        await through(page, `${zoom}00 %`);
        await shoot(page, `zoomed-${zoom}-${lang}`);
        await clean(page);
      });
    }
  });
}

test("the picture's own texts never get smaller than 12 px by a narrower window", async () => {
  await visit({ url: address(chart("one", RIDES)), viewport: { width: 320, height: 700 } }, async (page) => {
    await ready(page, "one");
    const sizes = await page.run(() => {
      const svg = /** @type {any} */ (document.getElementById("one")).toSVG();
      return [...svg.matchAll(/font-size="([\d.]+)"/gu)].map((found) => Number(found[1]));
    });
    assert.ok(sizes.length > 5 && sizes.every((/** @type {number} */ size) => size >= 12), String(sizes));
  });
});
