// The gallery: every chart is drawn, or refused where that is what it shows; one switch turns the page English.
import assert from "node:assert/strict";
import { test } from "node:test";
import { onlyOurs, settled, shoot, visit } from "../lib/chart.js";
import { site } from "../lib/engine.js";
import { until } from "../lib/page.js";

/** @import {Page} from "../lib/page.js" */

/** Brings every chart to the screen; tells how each ended: "drawn", or the code it is refused with. @param {Page} page */
async function walked(page) {
  const ids = await page.run(async () => {
    await customElements.whenDefined("indicator-chart");
    return [...document.querySelectorAll("indicator-chart")].map((chart) => chart.id);
  });
  /** @type {Record<string, string>} */
  const ends = {};
  for (const id of ids) {
    ends[id] = await page.run(async (id) => {
      const chart = /** @type {HTMLElement & {rendered: Promise<boolean>}} */ (document.getElementById(id));
      chart.scrollIntoView({ block: "center" });
      if (await chart.rendered) return "drawn";
      return "refused: " + chart.shadowRoot?.querySelector(".message")?.textContent;
    }, id);
  }
  return ends;
}

/** The charts that are there to be refused, with the code. @param {Page} page */
const meant = (page) =>
  page.run(() =>
    Object.fromEntries(
      [...document.querySelectorAll("indicator-chart[data-refused]")].map((chart) => [
        chart.id,
        chart.getAttribute("data-refused") ?? "",
      ]),
    ),
  );

/** @param {Page} page */
async function holds(page) {
  const [ends, refused] = [await walked(page), await meant(page)];
  const drawn = Object.entries(ends).filter(([, end]) => end === "drawn");
  assert.ok(drawn.length > 50, `${drawn.length} charts are drawn`);
  for (const [id, end] of Object.entries(ends)) assert.equal(end === "drawn", !(id in refused), `${id}: ${end}`);
  const found = await page.run(() =>
    Object.fromEntries(probe.events.filter(({ name }) => name === "error").map(({ id, detail }) => [id, detail.kind])),
  );
  assert.deepEqual(found, refused, "each is refused for the reason that it shows");
  const wide = await page.run(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.equal(wide, 0, "the page does not scroll sideways");
  await onlyOurs(page);
}

/** The page with what keeps its events, before anything else runs. */
async function address() {
  const response = await fetch(`${site.origin}/gallery.html`);
  const probed = (await response.text()).replace("<head>", '<head><base href="/"><script src="/pages/probe.js"></script>');
  return site.document(probed);
}

test("every chart of the gallery stands on a phone, in Chinese", async () => {
  await visit({ url: await address(), viewport: { width: 360, height: 800 } }, async (page) => {
    await holds(page);
    await shoot(page, "gallery-360");
  });
});

test("every chart of the gallery stands on a desk, in English and in the dark", async () => {
  await visit({ url: await address(), viewport: { width: 1240, height: 900 } }, async (page) => {
    await until(page, "the buttons are there", () => document.querySelector("#tools:not([hidden])") !== null);
    await page.run(() => {
      for (const button of ["language", "theme"]) document.getElementById(button)?.click();
    });
    await holds(page);
    const said = await page.run(() => ({
      page: document.documentElement.lang,
      left: [...document.querySelectorAll("[data-en]")].filter((text) => text.textContent !== text.getAttribute("data-en")).length,
      charts: [...document.querySelectorAll("indicator-chart")]
        .filter((chart) => (chart.shadowRoot?.querySelector(".stage")?.getAttribute("lang") ?? "en") !== "en")
        .map((chart) => chart.id),
    }));
    assert.deepEqual(said, { page: "en", left: 0, charts: ["lang-zh"] });
    await page.run(() => document.getElementById("language")?.click());
    await settled(page);
    assert.equal(await page.run(() => document.querySelector("h1")?.innerHTML), "图集：每一种图，<wbr>每一种情形");
    await shoot(page, "gallery-1240");
  });
});

test("the two invented newspapers wear their own paper, by day and by night", async () => {
  await visit({ url: await address(), viewport: { width: 1240, height: 900 } }, async (page) => {
    const papers = () =>
      page.run(async () => {
        /** @type {string[]} */
        const found = [];
        for (const id of ["theme-rose", "theme-slate"]) {
          const chart = /** @type {HTMLElement & {rendered: Promise<boolean>}} */ (document.getElementById(id));
          chart.scrollIntoView({ block: "center" });
          await chart.rendered;
          const canvas = chart.shadowRoot?.querySelector("canvas.base");
          const pixel = canvas instanceof HTMLCanvasElement ? canvas.getContext("2d")?.getImageData(40, 2, 1, 1).data : [];
          found.push([...(pixel ?? [])].slice(0, 3).join());
        }
        return found;
      });
    await page.run(() => customElements.whenDefined("indicator-chart").then(() => true));
    assert.deepEqual(await papers(), ["255,243,234", "245,246,250"]);
    await page.run(() => document.documentElement.setAttribute("data-theme", "dark"));
    await settled(page);
    assert.deepEqual(await papers(), ["42,34,32", "22,29,44"]);
  });
});

test("gallery and article lead to each other", async () => {
  await visit({ url: `${site.origin}/` }, async (page) => {
    await page.goto(await page.run(() => document.querySelector('a[href="gallery.html"]')?.getAttribute("href") ?? "").then((href) => new URL(href, site.origin).href));
    assert.equal(await page.run(() => document.querySelectorAll('a[href="./"]').length), 1);
  });
});
