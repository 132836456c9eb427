// What a reader's browser asks for: a page with twenty charts costs one script and one wasm, and no request says who reads.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { chart, clean, visit } from "../lib/chart.js";
import { engine, site } from "../lib/engine.js";
import { until } from "../lib/page.js";

/** @import {Page} from "../lib/page.js" */

/** Twenty of the built-in figures, in the kind that the data choose. */
const INDICATORS = readFileSync(new URL("../../../data/indicators.csv", import.meta.url), "utf8")
  .split("\n")
  .slice(1)
  .map((line) => line.split(",")[0] ?? "")
  .filter(Boolean)
  .slice(0, 20);

/** Nothing but the chart's own files: the page of a test brings neither probe nor style. */
const twenty = () => {
  const charts = INDICATORS.map((indicator, at) => chart(`chart-${at}`, { indicator, lang: "en" })).join("");
  return site.document(`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>t</title>
    <link rel="icon" href="data:,"><script type="module" src="/indicator-chart.js"></script></head><body>${charts}</body></html>`);
};

/** Brings every chart on the screen and waits for its picture. @param {Page} page @param {number} count */
async function through(page, count) {
  for (let at = 0; at < count; at += 1) {
    await page.run((at) => document.querySelectorAll("indicator-chart")[at]?.scrollIntoView({ block: "center" }), at);
    await until(page, `chart ${at + 1} of ${count} is drawn`, (at) =>
      /** @type {any} */ (document.querySelectorAll("indicator-chart")[at]).describe?.() !== undefined, at);
  }
}

test("twenty charts: one script, one wasm, nothing else", async () => {
  const url = twenty();
  await visit({ url }, async (page) => {
    await through(page, 20);
    const asked = site.log.map(({ path }) => path);
    assert.deepEqual(asked.sort(), [new URL(url).pathname, "/indicator-chart.js", "/indicator-chart.wasm"].sort());
    assert.deepEqual(site.log.filter(({ status }) => status !== 200), []);
    await clean(page);
  });
});

test("two readers who differ in all that a browser says ask for the same, and no address carries a query", async () => {
  /** @param {import("../lib/page.js").Viewport} viewport @param {import("../lib/page.js").Media} media */
  const asked = async (viewport, media) => {
    /** @type {string[]} */
    let paths = [];
    const could = await visit({ url: `${site.origin}/index.html`, viewport, media }, async (page) => {
      const count = await page.run(() => document.querySelectorAll("indicator-chart").length);
      await through(page, count);
      assert.deepEqual(site.log.filter(({ search }) => search !== ""), []);
      // Which of the prepared pictures is fetched is the one thing that a window and a theme choose; the page's sign is
      // fetched when the browser likes.
      const addresses = (await page.requests()).filter((address) => address.startsWith(site.origin));
      paths = addresses.filter((address) => !/\/charts\/|\/favicon/u.test(address));
    });
    return could ? [...new Set(paths)].sort() : undefined;
  };
  const desk = await asked({ width: 1280, height: 900 }, {});
  const phone = await asked({ width: 360, height: 700, ratio: engine.can.ratio ? 3 : 1 }, engine.can.dark ? { dark: true } : {});
  assert.deepEqual(phone, desk);
  assert.equal(desk?.filter((path) => path.endsWith(".wasm")).length, 1);
});

test("a reader leaves nothing behind: no cookie, no storage", async () => {
  await visit({ url: `${site.origin}/index.html` }, async (page) => {
    await through(page, 2);
    const kept = await page.run(async () => ({
      cookie: document.cookie,
      local: localStorage.length,
      session: sessionStorage.length,
      caches: "caches" in globalThis ? (await caches.keys()).length : 0,
      bases: indexedDB.databases ? (await indexedDB.databases()).length : 0,
    }));
    assert.deepEqual(kept, { cookie: "", local: 0, session: 0, caches: 0, bases: 0 });
  });
});
