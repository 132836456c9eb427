// Light and dark, forced colours and calm: the picture goes with the page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { GOOD, chart, clean, failed, ink, lightness, look, page as address, ready, settled, shoot, visit } from "../lib/chart.js";
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

/** What a chart says that it is. @param {Page} page */
const mood = (page) =>
  page.run(() => {
    const root = /** @type {HTMLElement | null} */ (document.querySelector("#one, #around"))?.shadowRoot;
    const inner = root?.querySelector("indicator-chart")?.shadowRoot ?? root;
    const stage = inner?.querySelector(".stage");
    return `${inner?.querySelector(".frame")?.classList.contains("dark")} ${stage?.getAttribute("lang")}`;
  });

test("a chart that is moved takes language and theme of its new place", async () => {
  const places = `<div lang="zh-CN" data-theme="light">${chart("one", GOOD)}</div><div id="new" lang="en" data-theme="dark"></div>`;
  await visit({ url: address(places) }, async (page) => {
    await ready(page, "one");
    assert.equal(await mood(page), "false zh-CN");
    await page.run(() => document.getElementById("new")?.append(document.getElementById("one") ?? ""));
    await until(page, "it is dark and English", () => {
      const root = document.getElementById("one")?.shadowRoot;
      return root?.querySelector(".frame.dark") && root.querySelector(".stage")?.getAttribute("lang") === "en";
    });
    await clean(page);
  });
});

test("a chart in a shadow tree follows the marks in that tree", async () => {
  await visit({ url: address(`<div id="around"></div>`) }, async (page) => {
    await page.run(async (indicator) => {
      const root = document.getElementById("around")?.attachShadow({ mode: "open" });
      const place = document.createElement("div");
      place.dataset["theme"] = "light";
      place.lang = "zh-CN";
      const one = /** @type {HTMLElement & {rendered?: Promise<boolean>}} */ (document.createElement("indicator-chart"));
      one.setAttribute("indicator", indicator);
      place.append(one);
      root?.append(place);
      await customElements.whenDefined("indicator-chart");
      await one.rendered;
    }, GOOD.indicator);
    assert.equal(await mood(page), "false zh-CN");
    await page.run(() => {
      const place = document.getElementById("around")?.shadowRoot?.querySelector("div");
      place?.setAttribute("data-theme", "dark");
      place?.setAttribute("lang", "en");
    });
    await until(page, "it is dark and English", () => {
      const one = document.getElementById("around")?.shadowRoot?.querySelector("indicator-chart")?.shadowRoot;
      return one?.querySelector(".frame.dark") && one.querySelector(".stage")?.getAttribute("lang") === "en";
    });
    await clean(page);
  });
});

test("a theme that there is none of is named", async () => {
  await visit({ url: address(chart("one", { ...GOOD, theme: "sepia" })) }, async (page) => {
    assert.match((await failed(page, "one"))?.message, /sepia/u);
  });
});
