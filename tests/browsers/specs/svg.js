// Every chart of the gallery: the canvas and the SVG of a scene are the same picture, and its texts keep apart in ink.
import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { visit } from "../lib/chart.js";
import { engine, site } from "../lib/engine.js";
import { until } from "../lib/page.js";

/** @import {Page} from "../lib/page.js" */

/** Share of the pixels that may differ. */
const ALLOWED = 0.005;
const RATIOS = [1, 1.5, 2];
const SHOTS = process.env["SCREENSHOTS"] ?? join(import.meta.dirname, "../../../target/screenshots");
/** How many of the worst pictures are named and kept. */
const WORST = 5;
/** Fonts that a reader may have: the table's own, one whose Latin runs wide, and one of Helvetica's widths. */
const FAMILIES = {
  "Noto Sans CJK": '"Noto Sans CJK SC", sans-serif',
  "DejaVu Sans": '"DejaVu Sans", "Noto Sans CJK SC", sans-serif',
  "Liberation Sans": '"Liberation Sans", "Noto Sans CJK SC", sans-serif',
};

/** @param {(page: Page, names: string[]) => Promise<void>} work */
const withScenes = (work) =>
  visit({ url: `${site.origin}/pages/scenes.html`, viewport: { width: 1000, height: 800 } }, async (page) => {
    await until(page, "the scenes are there", () => (scenes.ready ? true : scenes.failure ?? false));
    const names = await page.run(() => {
      if (scenes.failure) throw new Error(scenes.failure);
      return scenes.names;
    });
    assert.ok(names.length > 50, `${names.length} charts`);
    await work(page, names);
  });

/** @param {string} name @param {string} address a data URL */
async function keep(name, address) {
  const file = join(SHOTS, engine.name, "canvas-svg", `${name}.png`);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, Buffer.from(address.slice(address.indexOf(",") + 1), "base64"));
}

test("the canvas and the SVG of every chart differ in at most 0.5 % of the pixels", async (context) => {
  await withScenes(async (page, names) => {
    /** @type {{name: string, ratio: number, share: number}[]} */
    const found = [];
    for (const name of names) {
      for (const ratio of RATIOS) {
        const { share } = await page.run((name, ratio) => scenes.compare(name, ratio, false), name, ratio);
        found.push({ name, ratio, share });
      }
    }
    found.sort((a, b) => b.share - a.share);
    for (const { name, ratio, share } of found.slice(0, WORST)) {
      context.diagnostic(`${name}@${ratio}: ${(share * 100).toFixed(3)} %`);
      const { pictures } = await page.run((name, ratio) => scenes.compare(name, ratio, true), name, ratio);
      for (const [what, address] of Object.entries(pictures)) await keep(`${name}@${ratio}-${what}`, address);
    }
    const bad = found.filter(({ share }) => share > ALLOWED);
    assert.deepEqual(bad, [], `${bad.length} of ${found.length} pictures differ`);
  });
});

/** @param {Page} page @param {string[]} names @param {string} family @param {boolean} fitted */
async function measured(page, names, family, fitted) {
  const sum = { texts: 0, pairs: 0, faults: /** @type {string[]} */ ([]) };
  // The first one is the trial scene, whose texts are placed by hand.
  for (const name of names.slice(1)) {
    const found = await page.run((name, family, fitted) => scenes.measure(name, family, fitted), name, family, fitted);
    sum.texts += found.texts;
    sum.pairs += found.pairs;
    sum.faults.push(...found.faults);
  }
  return sum;
}

for (const [font, family] of Object.entries(FAMILIES)) {
  test(`no text of a chart meets another, leaves the picture or is small, in the ink of ${font}`, async (context) => {
    await withScenes(async (page, names) => {
      const { texts, pairs, faults } = await measured(page, names, family, true);
      context.diagnostic(`${texts} texts in ${font}, ${pairs} pairs`);
      assert.ok(texts > 5000);
      assert.equal(faults.length, 0, `${faults.length} faults:\n${faults.slice(0, 40).join("\n")}`);
    });
  });
}

test("a wide font that the charts are not told of is seen to break them", async () => {
  await withScenes(async (page, names) => {
    const { faults } = await measured(page, names, FAMILIES["DejaVu Sans"], false);
    assert.notEqual(faults.length, 0, "the measurement finds nothing, so it proves nothing");
  });
});
