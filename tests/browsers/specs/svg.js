// The canvas and the SVG of one scene are the same picture.
import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { test } from "node:test";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { visit } from "../lib/chart.js";
import { engine, site } from "../lib/engine.js";
import { until } from "../lib/page.js";

/** Share of the pixels that may differ. */
const ALLOWED = 0.005;
const RATIOS = [1, 1.5, 2];
const SHOTS = process.env["SCREENSHOTS"] ?? join(import.meta.dirname, "../../../target/screenshots");

/** @param {string} name @param {PNG} picture */
async function keep(name, picture) {
  const file = join(SHOTS, engine.name, "canvas-svg", `${name}.png`);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, PNG.sync.write(picture));
}

/** @param {string} address a data URL */
const decode = (address) => PNG.sync.read(Buffer.from(address.slice(address.indexOf(",") + 1), "base64"));

test("the canvas and the SVG of a scene differ in at most 0.5 % of the pixels", async (context) => {
  await visit({ url: `${site.origin}/pages/scenes.html`, viewport: { width: 1000, height: 800 } }, async (page) => {
    await until(page, "the scenes are there", () => (scenes.ready ? true : scenes.failure ?? false));
    const names = await page.run(() => {
      if (scenes.failure) throw new Error(scenes.failure);
      return scenes.names;
    });
    assert.ok(names.length > 0);
    for (const name of names) {
      for (const ratio of RATIOS) {
        await context.test(`${name} at ${ratio}`, async () => {
          const pair = await page.run((name, ratio) => scenes.compare(name, ratio), name, ratio);
          const [canvas, svg] = [decode(pair.canvas), decode(pair.svg)];
          assert.deepEqual([canvas.width, canvas.height], [svg.width, svg.height]);
          assert.ok(new Set(canvas.data).size > 4, "the canvas is not blank");
          const diff = new PNG({ width: canvas.width, height: canvas.height });
          const differing = pixelmatch(canvas.data, svg.data, diff.data, canvas.width, canvas.height, { threshold: 0.1 });
          const share = differing / (canvas.width * canvas.height);
          const file = `${name}@${ratio}`;
          await keep(`${file}-canvas`, canvas);
          await keep(`${file}-svg`, svg);
          if (differing > 0) await keep(`${file}-diff`, diff);
          context.diagnostic(`${file}: ${(share * 100).toFixed(3)} %`);
          assert.ok(share <= ALLOWED, `${(share * 100).toFixed(3)} % differ`);
        });
      }
    }
  });
});
