// The article as it is deployed: every chart draws, in every width and both shades, from our own files alone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { GOOD, chart, clean, ink, lightness, look, page as address, ready, settled, shoot, visit } from "../lib/chart.js";
import { site } from "../lib/engine.js";

/** @import {Page} from "../lib/page.js" */

const WIDTHS = [320, 640, 1200];
const article = () => `${site.origin}/`;
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

for (const width of WIDTHS) {
  test(`every chart of the article draws at ${width} px`, async () => {
    await visit({ url: article(), viewport: { width, height: 900 } }, async (page) => {
      await walk(page, `article-${width}-light`);
      const overflow = await page.run(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(overflow <= 0, `nothing sticks out to the right: ${overflow} px`);
      assert.equal(site.log.filter(({ path }) => path.endsWith(".wasm")).length, 1, "the engine is fetched once");
      assert.deepEqual(site.log.filter(({ status }) => status !== 200), [], "every file of ours is there");
      await clean(page);
    });
  });

  test(`every chart of the article draws at ${width} px in the dark`, async () => {
    /** @param {Page} page */
    const dark = async (page) => {
      await walk(page, `article-${width}-dark`);
      assert.ok(lightness(await shoot(page, `article-${width}-dark/end`)) < 110, "the page is dark");
      await clean(page);
    };
    const viewport = { width, height: 900 };
    const could = await visit({ url: article(), viewport, media: { dark: true } }, dark);
    if (could) return;
    // An engine that cannot be told so by the system is told by the page's own switch.
    await visit({ url: article(), viewport }, async (page) => {
      await page.run(() => {
        document.documentElement.dataset["theme"] = "dark";
        return true;
      });
      await dark(page);
    });
  });
}

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
