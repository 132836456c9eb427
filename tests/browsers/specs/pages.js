// The pages that the build fills from the dataset and the stories, in both editions: drawn, quiet, whole, and within the
// rules of axe-core.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { pure } from "../lib/axe.js";
import { clean, observations, tight, visit } from "../lib/chart.js";
import { site } from "../lib/engine.js";
import { until } from "../lib/page.js";

/** @import {Page} from "../lib/page.js" */

const WWW = new URL("../../../www/", import.meta.url);
const STORIES = readdirSync(new URL("stories/", WWW)).filter((name) => name.endsWith(".html"));
const PAGES = ["across.html", "across.en.html", "plan.html", "plan.en.html", ...STORIES.map((name) => `stories/${name}`)];

/** A phone by day in one edition, a desk by night in the other. @param {string} name */
const look = (name) =>
  name.endsWith(".en.html")
    ? { viewport: { width: 1280, height: 900 }, theme: "dark" }
    : { viewport: { width: 360, height: 800 }, theme: "light" };

/** Brings every chart on the screen once, and says what became of each. @param {Page} page */
async function drawn(page) {
  const count = await page.run(() => document.querySelectorAll("indicator-chart").length);
  for (let at = 0; at < count; at += 1) {
    await page.run((at) => document.querySelectorAll("indicator-chart")[at]?.scrollIntoView({ block: "center" }), at);
    await until(
      page,
      `chart ${at + 1} of ${count} is drawn`,
      (at) => {
        const chart = /** @type {any} */ (document.querySelectorAll("indicator-chart")[at]);
        return chart?.describe?.() !== undefined;
      },
      at,
    );
  }
  await page.run(() => scrollTo(0, 0));
  return count;
}

test("there are five stories in two editions", () => assert.equal(STORIES.length, 10));

for (const name of PAGES) {
  test(`${name}: drawn, quiet, no wider than the window, no rule broken`, async () => {
    const { viewport, theme } = look(name);
    await visit({ url: `${site.origin}/${name}`, viewport }, async (page) => {
      await page.run((theme) => (document.documentElement.dataset["theme"] = theme), theme);
      const count = await drawn(page);
      if (name.startsWith("stories/")) assert.ok(count >= 4, `${count} charts`);
      const { wide, room } = await page.run(() => ({ wide: document.documentElement.scrollWidth, room: innerWidth }));
      assert.ok(wide <= room, `${wide} px of ${room}`);
      await pure(page, name);
      await clean(page);
    });
  });

  test(`${name}: every figure leads to the line that prints it, in the document's own characters`, async () => {
    await visit({ url: `${site.origin}/${name}` }, async (page) => {
      const figures = await page.run(() => {
        const aim = (/** @type {Element | null} */ link) =>
          link && document.getElementById((link.getAttribute("href") ?? "").slice(1));
        return [...document.querySelectorAll("indicator-figure")].map((figure) => {
          const link = figure.querySelector("a");
          const line = aim(link);
          return {
            id: figure.getAttribute("observation") ?? "",
            text: link?.textContent ?? "",
            // What is computed has a line that leads to those that print what it rests on.
            printed: [line, ...[...(line?.querySelectorAll('a[href^="#figure-"]') ?? [])].map(aim)]
              .map((line) => line?.querySelector("q")?.textContent ?? "")
              .join(" "),
          };
        });
      });
      assert.ok(figures.length > 0, "no figure");
      for (const { id, text, printed } of figures) {
        const row = observations.get(id);
        assert.ok(row, `no observation ${id}`);
        assert.notEqual(text, "", id);
        assert.ok(tight(printed).includes(tight(row["printed"])), `${id}: ${printed} has not ${row["printed"]}`);
      }
    });
  });
}

test("without scripts a story is a whole article: its text, its figures, its pictures", () => {
  const dist = new URL("../../../dist/", import.meta.url);
  for (const name of PAGES) {
    const html = readFileSync(new URL(name, dist), "utf8");
    assert.ok(!/<indicator-figure[^>]*><\/indicator-figure>/u.test(html), `${name} has an empty figure`);
    assert.ok(!/<indicator-chart[^>]*><\/indicator-chart>/u.test(html), `${name} has an empty chart`);
    assert.ok(!html.includes("[["), `${name} has a figure that is not filled`);
  }
});
