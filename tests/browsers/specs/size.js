// Size: a chart is laid out again for its width, once a frame, at the sharpness of the screen.
import assert from "node:assert/strict";
import { test } from "node:test";
import { GOOD, chart, clean, ink, look, page as address, ready, settled, shoot, visit } from "../lib/chart.js";
import { engine } from "../lib/engine.js";
import { until } from "../lib/page.js";

const box = (/** @type {string} */ inner, style = "") => `<div id="box" style="${style}">${inner}</div>`;

test("a chart follows the width of its place", async () => {
  await visit({ url: address(box(chart("one", GOOD))), viewport: { width: 1240, height: 900 } }, async (page) => {
    await ready(page, "one");
    /** @type {Map<number, number>} */
    const heights = new Map();
    for (const width of [320, 640, 1200]) {
      await page.run((width) => {
        const place = document.getElementById("box");
        if (place) place.style.width = `${width}px`;
      }, width);
      await until(
        page,
        `the picture is ${width} px wide`,
        (width) => {
          const canvas = document.getElementById("one")?.shadowRoot?.querySelector("canvas.base");
          return canvas instanceof HTMLCanvasElement && Math.abs(canvas.getBoundingClientRect().width - width) < 1;
        },
        width,
      );
      await settled(page);
      const seen = await look(page, "one");
      const ratio = await page.run(() => devicePixelRatio);
      assert.ok(Math.abs(seen.store.width - seen.box.width * ratio) <= 1, "a device pixel is a pixel of the picture");
      assert.ok((await ink(page, "one")).inked > 500);
      heights.set(width, seen.box.height);
      await shoot(page, `resize-${width}`);
    }
    assert.ok((heights.get(320) ?? 0) > 120, "a phone's picture is laid out, not shrunk");
    await clean(page);
  });
});

test("a storm of sizes draws at most once a frame", async () => {
  await visit({ url: address(box(chart("one", GOOD))), viewport: { width: 1240, height: 900 } }, async (page) => {
    await ready(page, "one");
    await page.run(async () => {
      probe.draws.length = 0;
      const place = document.getElementById("box");
      for (let frame = 0; frame < 60; frame += 1) {
        for (const step of [0, 3, 7]) if (place) place.style.width = `${400 + frame * 10 + step}px`;
        await new Promise((resolve) => requestAnimationFrame(() => resolve(true)));
      }
    });
    await settled(page);
    const most = await page.run(() => {
      /** @type {Record<string, number>} */
      const counts = {};
      for (const { canvas, frame } of probe.draws) counts[`${canvas} ${frame}`] = (counts[`${canvas} ${frame}`] ?? 0) + 1;
      return { total: probe.draws.length, most: Math.max(0, ...Object.values(counts)) };
    });
    assert.ok(most.total >= 5, `it was drawn on the way: ${most.total}`);
    assert.equal(most.most, 1, "never twice in a frame");
    await clean(page);
  });
});

test("a chart in a place without size draws when it is shown", async () => {
  await visit({ url: address(box(chart("one", GOOD), "display: none")) }, async (page) => {
    await page.run(() => new Promise((resolve) => setTimeout(() => resolve(true), 200)));
    assert.equal(await page.run(() => probe.draws.length), 0);
    await page.run(() => {
      const place = document.getElementById("box");
      if (place) place.style.display = "block";
    });
    await ready(page, "one");
    assert.ok((await ink(page, "one")).inked > 500);
    await clean(page);
  });
});

/** Places that are as wide as what they hold. */
const SHRINKING = {
  "a centred flex column": "display: flex; flex-direction: column; align-items: center",
  "a flex row": "display: flex",
  "an inline block": "display: inline-block",
  "a float": "float: left",
  "an absolute box": "position: absolute; left: 0; top: 0",
  "a table cell": "display: table-cell",
};

for (const [name, style] of Object.entries(SHRINKING)) {
  test(`a chart in ${name} gets a width of its own`, async () => {
    const html = address(`<div style="position: relative">${box(chart("one", GOOD), style)}</div>`);
    for (const [width, least] of /** @type {const} */ ([[900, 640], [320, 280]])) {
      await visit({ url: html, viewport: { width, height: 800 } }, async (page) => {
        await ready(page, "one");
        const seen = await look(page, "one");
        assert.ok(seen.box.width >= least, `${seen.box.width} px of ${width}`);
        const overflow = await page.run(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(overflow <= 0, `nothing sticks out: ${overflow} px`);
        await clean(page);
      });
    }
  });
}

test("a place that narrows when the picture is wide is not chased", async () => {
  await visit({ url: address(box(chart("one", GOOD), "width: 400px")) }, async (page) => {
    await ready(page, "one");
    // As a scrollbar does that only the wide picture needs.
    const drawn = await page.run(async () => {
      const place = document.getElementById("box");
      const canvas = document.getElementById("one")?.shadowRoot?.querySelector("canvas.base");
      if (!place || !(canvas instanceof HTMLCanvasElement)) return -1;
      probe.draws.length = 0;
      const end = performance.now() + 3500;
      while (performance.now() < end) {
        place.style.width = canvas.getBoundingClientRect().width > 390 ? "385px" : "400px";
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      return probe.draws.filter((draw) => draw.canvas === "base").length;
    });
    assert.ok(drawn > 0 && drawn < 16, `drawn ${drawn} times`);
    await page.run(() => {
      const place = document.getElementById("box");
      if (place) place.style.width = "500px";
    });
    await until(page, "a width that is meant is drawn", () => {
      const canvas = document.getElementById("one")?.shadowRoot?.querySelector("canvas.base");
      return canvas instanceof HTMLCanvasElement && Math.abs(canvas.getBoundingClientRect().width - 500) < 1;
    });
    await clean(page);
  });
});

test("a picture that no canvas can hold is scaled down, not left blank", async () => {
  const place = box(chart("one", { ...GOOD, height: "4000" }), "width: 5000px");
  await visit({ url: address(place), viewport: { width: 640, height: 800, ratio: 2 } }, async (page) => {
    await ready(page, "one");
    const seen = await look(page, "one");
    assert.ok(seen.store.width * seen.store.height <= 16_777_216 && seen.store.width <= 16_384);
    assert.ok(seen.box.width > 3990 && seen.box.width <= 4001, `${seen.box.width} px wide`);
    assert.ok((await ink(page, "one")).inked > 500);
    await clean(page);
  });
});

test("a chart of no width draws when it gets one", async () => {
  await visit({ url: address(box(chart("one", GOOD), "width: 0; overflow: hidden")) }, async (page) => {
    await page.run(() => new Promise((resolve) => setTimeout(() => resolve(true), 200)));
    assert.equal((await ink(page, "one")).inked, 0);
    await page.run(() => {
      const place = document.getElementById("box");
      if (place) place.style.width = "400px";
    });
    await until(page, "the picture gets its width", () => {
      const canvas = document.getElementById("one")?.shadowRoot?.querySelector("canvas.base");
      return canvas instanceof HTMLCanvasElement && Math.abs(canvas.getBoundingClientRect().width - 400) < 1;
    });
    await settled(page);
    assert.ok((await ink(page, "one")).inked > 500);
    await clean(page);
  });
});

test("a picture is as sharp as the screen, also when the screen changes", async (context) => {
  if (!engine.can.ratio) return context.skip(`${engine.name} cannot change its screen`);
  await visit({ url: address(chart("one", GOOD)) }, async (page) => {
    await ready(page, "one");
    // Zooming changes both, and Chromium's emulation tells a page nothing when the ratio changes alone.
    for (const [ratio, width] of /** @type {const} */ ([[2, 620], [1.5, 600], [1, 640]])) {
      await page.viewport({ width, height: 800, ratio });
      await until(
        page,
        `the picture has ratio ${ratio}`,
        (ratio) => {
          const canvas = document.getElementById("one")?.shadowRoot?.querySelector("canvas.base");
          if (!(canvas instanceof HTMLCanvasElement)) return false;
          return Math.abs(canvas.width - canvas.getBoundingClientRect().width * ratio) <= 1;
        },
        ratio,
      );
      await settled(page);
      assert.ok((await ink(page, "one")).inked > 500);
    }
    await clean(page);
  });
});
