// Light and dark, forced colours and calm: the picture goes with the page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { GOOD, chart, clean, ink, lightness, look, page as address, ready, settled, shoot, visit } from "../lib/chart.js";
import { engine } from "../lib/engine.js";
import { until } from "../lib/page.js";

/** @import {Page} from "../lib/page.js" */

/** @param {Page} page */
const text = (page) =>
  page.run(() => {
    const canvas = document.getElementById("one")?.shadowRoot?.querySelector("canvas.base");
    return canvas instanceof HTMLCanvasElement ? canvas.toDataURL() : "";
  });

/** Waits for another picture than `before`. @param {Page} page @param {string} before */
const changed = (page, before) =>
  until(
    page,
    "the picture changes",
    (before) => {
      const canvas = document.getElementById("one")?.shadowRoot?.querySelector("canvas.base");
      return canvas instanceof HTMLCanvasElement && canvas.toDataURL() !== before;
    },
    before,
  );

test("the theme attribute turns a chart dark and back", async () => {
  await visit({ url: address(chart("one", { ...GOOD, theme: "light" })) }, async (page) => {
    await ready(page, "one");
    const light = await text(page);
    await page.run(() => document.getElementById("one")?.setAttribute("theme", "dark"));
    await changed(page, light);
    const dark = await text(page);
    await settled(page);
    await shoot(page, "theme-attribute-dark");
    assert.ok((await ink(page, "one")).strong > 50);
    await page.run(() => document.getElementById("one")?.setAttribute("theme", "light"));
    await changed(page, dark);
    await settled(page);
    assert.equal(await text(page), light, "the same picture as before");
    await clean(page);
  });
});

test("a chart follows the system's colour scheme while it is open", async (context) => {
  if (!engine.can.dark) return context.skip(`${engine.name} reads the colour scheme at its start`);
  await visit({ url: address(chart("one", GOOD)) }, async (page) => {
    await ready(page, "one");
    const light = await text(page);
    await page.media({ dark: true });
    await changed(page, light);
    const dark = await text(page);
    await page.media({});
    await changed(page, dark);
    await settled(page);
    assert.equal(await text(page), light);
    await clean(page);
  });
});

for (const [name, media] of /** @type {const} */ ([
  ["a dark system", { dark: true }],
  ["forced colours", { forced: true }],
  ["reduced motion", { reduced: true }],
])) {
  test(`a chart draws under ${name}`, async (context) => {
    const could = await visit({ url: address(chart("one", GOOD)), media }, async (page) => {
      await ready(page, "one");
      const seen = await look(page, "one");
      assert.ok(seen.canvas);
      assert.ok((await ink(page, "one")).inked > 500);
      lightness(await shoot(page, name.replaceAll(" ", "-")));
      await clean(page);
    });
    if (!could) context.skip(`${engine.name} cannot be set so`);
  });
}
