// Every state that a chart can be in, against the rules of axe-core; none of them is turned off.
import assert from "node:assert/strict";
import { test } from "node:test";
import { pure } from "../lib/axe.js";
import { FALLBACK, GOOD, chart, failed, look, page as address, ready, settled, visit } from "../lib/chart.js";
import { site } from "../lib/engine.js";
import { until } from "../lib/page.js";
import { clipboard, panelled, press, searched, tabled } from "../lib/parts.js";
import { DAILY, RIDES } from "../lib/state.js";

/** @import {Page} from "../lib/page.js" */

const ZH = { ...GOOD, lang: "zh-CN" };
const EN = { ...GOOD, lang: "en" };

/** A page that is in order itself: what is found is the chart's. @param {Record<string, string>} attributes @param {string} lang */
const alone = (attributes, lang) => address(`<main><h1>${lang === "en" ? "One chart" : "一张图"}</h1>${chart("one", attributes)}</main>`, { lang });

/**
 * @typedef {object} State
 * @property {string} name
 * @property {Record<string, string>} spec
 * @property {(page: Page) => Promise<unknown>} [reach] from the first frame on
 * @property {string} [hash]
 */

/** @param {Page} page */
async function middle(page) {
  const { box } = await look(page, "one");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** @param {Page} page */
const open = (page) =>
  until(page, "the tooltip opens", () => document.getElementById("one")?.shadowRoot?.querySelector(".tip:not([hidden])") !== null);

/** @param {Page} page */
async function menu(page) {
  await press(page, "one", "more");
  await panelled(page, "one");
}

/** @param {Page} page */
async function helped(page) {
  for (const key of ["Tab", "?"]) await page.key(key);
  await panelled(page, "one");
}

/** @param {Page} page */
async function shown(page) {
  await press(page, "one", "table");
  await tabled(page, "one");
}

/** @type {State[]} */
const STATES = [
  { name: "drawn in Chinese", spec: ZH },
  { name: "drawn in English", spec: EN },
  { name: "many series", spec: RIDES },
  { name: "small multiples", spec: { ...RIDES, kind: "multiples", indicator: "invented-rides invented-bus-rides" } },
  {
    name: "a tooltip under the mouse",
    spec: ZH,
    reach: async (page) => {
      const { x, y } = await middle(page);
      await page.move(x, y);
      await open(page);
    },
  },
  {
    name: "read by keys",
    spec: ZH,
    reach: async (page) => {
      for (const key of ["Tab", "ArrowRight"]) await page.key(key);
      await open(page);
    },
  },
  {
    name: "a figure pinned by keys",
    spec: EN,
    reach: async (page) => {
      for (const key of ["Tab", "ArrowRight", "Enter"]) await page.key(key);
      await open(page);
    },
  },
  {
    name: "a figure pinned by a tap",
    spec: ZH,
    reach: async (page) => {
      const { x, y } = await middle(page);
      await page.tap(x, y);
      await open(page);
    },
  },
  {
    name: "a link that leads to nothing",
    spec: ZH,
    hash: "#indicator-chart=one&point=no-such-figure",
    reach: (page) => until(page, "the status line says so", () => document.getElementById("one")?.shadowRoot?.querySelector(".status:not(.empty)") !== null),
  },
  { name: "zoomed in", spec: DAILY, reach: async (page) => { for (const key of ["Tab", "+", "+"]) await page.key(key); } },
  { name: "dark", spec: { ...ZH, theme: "dark" } },
  { name: "a table in the picture’s place", spec: { ...ZH, kind: "table" } },
  { name: "a table in the picture’s place, in English", spec: { ...EN, kind: "table" } },
  { name: "the table shown by the reader", spec: ZH, reach: shown },
  {
    name: "the table searched in vain",
    spec: RIDES,
    reach: async (page) => {
      await shown(page);
      await searched(page, "one", "no such word");
    },
  },
  { name: "the table sorted", spec: { ...RIDES, lang: "zh-CN" }, reach: async (page) => { await shown(page); await press(page, "one", "period"); } },
  { name: "the menu open", spec: ZH, reach: menu },
  { name: "the menu open, in English", spec: EN, reach: menu },
  { name: "the menu open in the dark", spec: { ...EN, theme: "dark" }, reach: menu },
  {
    name: "a text to copy by hand",
    spec: EN,
    reach: async (page) => {
      await clipboard(page, false);
      await menu(page);
      await press(page, "one", "copy");
      await until(page, "the field is there", () => document.getElementById("one")?.shadowRoot?.querySelector("textarea") !== null);
    },
  },
  { name: "the help open", spec: EN, reach: helped },
  { name: "the help open, in Chinese", spec: ZH, reach: helped },
];

for (const { name, spec, reach, hash = "" } of STATES) {
  test(`axe finds nothing: ${name}`, async (context) => {
    await visit({ url: alone(spec, spec["lang"] ?? "zh-CN") + hash }, async (page) => {
      await ready(page, "one");
      await reach?.(page);
      await settled(page);
      context.diagnostic(`${await pure(page, name)} rules looked at`);
    });
  });
}

test("axe finds nothing: while the engine is on its way", async () => {
  site.faults = [{ suffix: ".wasm", kind: "slow", ms: 4000 }];
  await visit({ url: alone(ZH, "zh-CN") }, async (page) => {
    assert.ok((await look(page, "one")).fallback, `${FALLBACK} is there`);
    await pure(page, "loading");
  });
});

for (const [name, spec] of /** @type {const} */ ([["a chart that there is not", { ...EN, indicator: "no-such-indicator" }], ["a spec that is none", { ...ZH, spec: "{" }]])) {
  test(`axe finds nothing: the message about ${name}`, async () => {
    await visit({ url: alone(spec, spec.lang) }, async (page) => {
      await failed(page, "one");
      await settled(page);
      assert.notEqual((await look(page, "one")).message, "");
      await pure(page, name);
    });
  });
}

test("axe finds nothing: the message about a missing engine, with its button", async () => {
  site.faults = [{ suffix: ".wasm", kind: "missing" }];
  await visit({ url: alone(ZH, "zh-CN") }, async (page) => {
    await failed(page, "one");
    await settled(page);
    await pure(page, "no engine");
  });
});

test("axe finds nothing: a dark page while the engine is on its way, and when it does not come", async () => {
  site.faults = [{ suffix: ".wasm", kind: "missing" }];
  await visit({ url: alone(ZH, "zh-CN") }, async (page) => {
    await page.run(() => {
      document.documentElement.dataset["theme"] = "dark";
      document.body.style.cssText = "background: #15181c; color: #e9ebee";
    });
    await pure(page, "loading");
    await failed(page, "one");
    await settled(page);
    await pure(page, "no engine");
  });
});

for (const path of ["/", "/index.en.html", "/gallery.html"]) {
  for (const theme of ["light", "dark"]) {
    test(`axe finds nothing: the page ${path}, ${theme}`, async () => {
      await visit({ url: site.origin + path, viewport: { width: 1000, height: 900 } }, async (page) => {
        await page.run(async (theme) => {
          document.documentElement.dataset["theme"] = theme;
          await customElements.whenDefined("indicator-chart");
          const charts = /** @type {(HTMLElement & {rendered: Promise<boolean>})[]} */ ([...document.querySelectorAll("indicator-chart")]);
          for (const each of charts.slice(0, 12)) {
            each.scrollIntoView({ block: "center" });
            await each.rendered;
          }
        }, theme);
        await settled(page);
        await pure(page, path);
      });
    });
  }
}
