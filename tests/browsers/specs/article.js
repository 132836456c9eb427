// The article as it is deployed: every chart draws, in every width and both shades, from our own files alone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { GOOD, chart, clean, ink, lightness, look, page as address, ready, settled, shoot, visit } from "../lib/chart.js";
import { site } from "../lib/engine.js";
import { until } from "../lib/page.js";

/** @import {Page} from "../lib/page.js" */
/** @import {IndicatorChart} from "../../../pkg/index.js" */

const WIDTHS = [320, 640, 1200];
/** The editions of the article, and the widths that each is read at in the light and in the dark. */
const EDITIONS = [
  { name: "article", lang: "zh-CN", path: "", light: WIDTHS, dark: WIDTHS },
  { name: "article-en", lang: "en", path: "index.en.html", light: [320, 1200], dark: [640] },
];
/** @param {{path: string}} edition */
const article = ({ path }) => `${site.origin}/${path}`;
// A page of its own can only know a chart by its place, so it gets an id before the first one is looked at.
/** @param {Page} page */
const name = (page) =>
  page.run(() => {
    const charts = [...document.querySelectorAll("indicator-chart")];
    for (const [index, each] of charts.entries()) each.id ||= `chart-${index + 1}`;
    return charts.map((each) => each.id);
  });

/** @param {Page} page @param {string} id */
async function show(page, id) {
  await page.run((id) => document.getElementById(id)?.scrollIntoView({ block: "center" }), id);
  await page.run((id) => {
    const host = /** @type {(HTMLElement & {rendered?: Promise<unknown>}) | null} */ (document.getElementById(id));
    const late = new Promise((_, reject) => setTimeout(() => reject(new Error(`${id} did not draw`)), 10_000));
    return Promise.race([host?.rendered, late]).then(() => true);
  }, id);
  await settled(page);
}

/** Walks the article from chart to chart and keeps a picture of each. @param {Page} page @param {string} folder */
async function walk(page, folder) {
  const ids = await name(page);
  assert.ok(ids.length >= 6, `the article has ${ids.length} charts`);
  for (const id of ids) {
    await show(page, id);
    const seen = await look(page, id);
    assert.ok(seen.canvas, `${id} shows a picture`);
    assert.ok(!seen.fallback, `${id} hides its fallback`);
    assert.equal(seen.message, "", `${id} says nothing`);
    const { inked, strong } = await ink(page, id);
    assert.ok(inked > 500, `${id} has ink: ${inked} px`);
    assert.ok(strong > 50, `${id} has its accent: ${strong} px`);
    await shoot(page, `${folder}/${id}`);
  }
}

for (const edition of EDITIONS) {
  for (const width of edition.light) {
    test(`every chart of the ${edition.name} draws at ${width} px`, async () => {
      await visit({ url: article(edition), viewport: { width, height: 900 } }, async (page) => {
        await walk(page, `${edition.name}-${width}-light`);
        const overflow = await page.run(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(overflow <= 0, `nothing sticks out to the right: ${overflow} px`);
        assert.equal(site.log.filter(({ path }) => path.endsWith(".wasm")).length, 1, "the engine is fetched once");
        assert.deepEqual(site.log.filter(({ status }) => status !== 200), [], "every file of ours is there");
        await clean(page);
      });
    });
  }

  for (const width of edition.dark) {
    test(`every chart of the ${edition.name} draws at ${width} px in the dark`, async () => {
      /** @param {Page} page */
      const dark = async (page) => {
        await walk(page, `${edition.name}-${width}-dark`);
        assert.ok(lightness(await shoot(page, `${edition.name}-${width}-dark/end`)) < 110, "the page is dark");
        await clean(page);
      };
      const viewport = { width, height: 900 };
      const could = await visit({ url: article(edition), viewport, media: { dark: true } }, dark);
      if (could) return;
      // An engine that cannot be told so by the system is told by the page's own switch.
      await visit({ url: article(edition), viewport }, async (page) => {
        await page.run(() => {
          document.documentElement.dataset["theme"] = "dark";
          return true;
        });
        await dark(page);
      });
    });
  }
}

test("the editions hold the same charts and links, each in its language, and lead to each other", async () => {
  /** @type {unknown[]} */
  const held = [];
  for (const edition of EDITIONS) {
    await visit({ url: article(edition) }, async (page) => {
      await show(page, "trade");
      await until(page, "the first chart speaks", () =>
        document.querySelector("indicator-chart")?.describe() !== undefined);
      const seen = await page.run(() => ({
        lang: document.documentElement.lang,
        spoken: document.querySelector("indicator-chart")?.describe()?.label ?? "",
        alternates: [...document.querySelectorAll("link[hreflang]")].map((link) => [link.getAttribute("hreflang"), link.getAttribute("href")]),
        others: [...document.querySelectorAll("nav a[hreflang]")].map((link) => link.getAttribute("hreflang")),
        fallbacks: [...document.querySelectorAll("indicator-chart img")].map((image) => image.getAttribute("alt") ?? ""),
        charts: [...document.querySelectorAll("indicator-chart")].map((chart) => [...chart.attributes].filter(({ name }) => name !== "heights").map(({ name, value }) => `${name}=${value}`).join(" ")),
        links: [...document.querySelectorAll("a[data-indicator-chart]")].map((link) => [link.getAttribute("href"), link.getAttribute("data-indicator-chart"), link.getAttribute("data-state")]),
      }));
      assert.equal(seen.lang, edition.lang);
      for (const text of [seen.spoken, ...seen.fallbacks]) {
        assert.equal(/[一-鿿]/u.test(text), edition.lang === "zh-CN", `"${text}" is in the language of the page`);
      }
      assert.deepEqual(seen.others, EDITIONS.map(({ lang }) => lang).filter((lang) => lang !== edition.lang));
      held.push([seen.charts, seen.links, seen.alternates]);
      assert.ok(seen.links.length >= 2);
      for (const [href, key, state] of seen.links) {
        assert.equal(href, `#${key}`, "without a script the link leads to its chart");
        await page.run((key) => document.querySelector(`a[data-indicator-chart="${key}"]`)?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true })), key);
        const point = (state ?? "").replace("point=", "");
        await until(page, `${key} pins ${point}`, (key, point) => {
          const host = /** @type {IndicatorChart | null} */ (document.getElementById(key ?? ""));
          return host?.state === `point=${encodeURIComponent(point)}`;
        }, key, point);
        assert.equal((await look(page, key ?? "")).message, "");
      }
      await clean(page);
    });
  }
  assert.deepEqual(held[0], held[1]);
});

test("a chart off screen is not drawn until it is near", async () => {
  const url = address(`${chart("near", GOOD)}<div style="height: 9000px"></div>${chart("far", GOOD)}`);
  await visit({ url }, async (page) => {
    await ready(page, "near");
    const drawn = await page.run(() => probe.draws.filter((draw) => draw.host === "far").length);
    assert.equal(drawn, 0, "nothing was drawn for the far one");
    assert.ok((await look(page, "far")).fallback, "the far one still shows its fallback");
    await page.run(() => document.getElementById("far")?.scrollIntoView());
    await ready(page, "far");
    assert.ok((await ink(page, "far")).inked > 500);
    await clean(page);
  });
});

test("a page without a chart in sight does not fetch the engine", async () => {
  const url = address(`<div style="height: 9000px"></div>${chart("far", GOOD)}`);
  await visit({ url }, async (page) => {
    await page.run(() => new Promise((resolve) => setTimeout(() => resolve(true), 300)));
    assert.deepEqual(site.log.filter(({ path }) => path.endsWith(".wasm")), []);
    await page.run(() => document.getElementById("far")?.scrollIntoView());
    await ready(page, "far");
  });
});
