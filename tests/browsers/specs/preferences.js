// What a reader asks of the system: calm, colours of their own, contrast, the dark, larger and wider text; also while the page is open.
import assert from "node:assert/strict";
import { test } from "node:test";
import { GOOD, chart, clean, ink, look, page as address, ready, settled, shoot, visit } from "../lib/chart.js";
import { engine } from "../lib/engine.js";
import { until } from "../lib/page.js";
import { panelled, press, tabled } from "../lib/parts.js";
import { RIDES, pictureOf, pinnedAt, stateOf } from "../lib/state.js";

/** @import {Media, Page} from "../lib/page.js" */

const POINT = "invented-rides@alpha/Green/2024-07-01..2024-07-31/actual";

/** @param {Page} page */
const pinned = async (page) => {
  await page.run((id) => /** @type {any} */ (document.getElementById("one")).focusPoint(id), POINT);
  await until(page, "it is pinned", () => document.getElementById("one")?.shadowRoot?.querySelector(".tip .deeds") !== null);
};

test("everything may change while a figure is pinned and the menu is open, and both stay", async (context) => {
  if (!engine.can.dark) return context.skip(`${engine.name} reads its media settings at the start`);
  await visit({ url: address(chart("one", RIDES)), viewport: { width: 800, height: 800 } }, async (page) => {
    await ready(page, "one");
    await pinned(page);
    await press(page, "one", "more");
    await panelled(page, "one");
    await settled(page);
    const [first, state] = [await pictureOf(page, "one"), await stateOf(page, "one")];
    let before = first;
    const seen = new Set([first]);
    for (const media of /** @type {Media[]} */ ([{ dark: true }, { dark: true, contrast: true }, { contrast: true }, { forced: true }, { forced: true, dark: true }, {}])) {
      await page.media(media);
      await until(page, `it looks different: ${JSON.stringify(media)}`, (before) =>
        [...(document.getElementById("one")?.shadowRoot?.querySelectorAll(".stage canvas") ?? [])]
          .map((canvas) => /** @type {HTMLCanvasElement} */ (canvas).toDataURL()).join() !== before, before);
      await settled(page);
      before = await pictureOf(page, "one");
      seen.add(before);
      assert.deepEqual([await pinnedAt(page, "one"), await stateOf(page, "one")], [POINT, state]);
      const open = await page.run(() => {
        const root = document.getElementById("one")?.shadowRoot;
        return [".tip:not([hidden]) .deeds", ".panel:not([hidden]) .deed"].map((part) => root?.querySelector(part) !== null);
      });
      assert.deepEqual(open, [true, true], JSON.stringify(media));
      await shoot(page, `runtime-${Object.keys(media).join("-") || "plain"}`);
    }
    assert.equal(before, first, "as at the start");
    context.diagnostic(`${seen.size} looks`);
    await clean(page);
  });
});

/** Whether anything moves by itself: animations and transitions of page and chart. @param {Page} page */
const moving = (page) =>
  page.run(() => {
    const root = document.getElementById("one")?.shadowRoot;
    const all = [...document.getAnimations(), ...(root && "getAnimations" in root ? root.getAnimations() : [])];
    return all.map((each) => String(/** @type {any} */ (each).animationName ?? /** @type {any} */ (each).transitionProperty ?? each.id));
  });

test("nothing moves by itself: at rest no frame is drawn, no style runs", async (context) => {
  /** @param {Page} page */
  const calm = async (page) => {
    await ready(page, "one");
    await pinned(page);
    await press(page, "one", "more");
    await panelled(page, "one");
    assert.deepEqual(await moving(page), []);
    // A chart that stands still draws nothing at all.
    const drawn = await page.run(async () => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      probe.draws.length = 0;
      await new Promise((resolve) => setTimeout(resolve, 600));
      return probe.draws.length;
    });
    assert.equal(drawn, 0);
  };
  const where = { url: address(chart("one", RIDES)) };
  await visit(where, calm);
  if (!(await visit({ ...where, media: { reduced: true } }, calm))) context.diagnostic(`${engine.name} cannot be asked for calm`);
});

for (const reduced of [false, true]) {
  test(`a link scrolls to its chart ${reduced ? "at once where the reader wants calm" : "and the chart is on the screen"}`, async (context) => {
    const url = `${address(`<div style="height: 4000px"></div>${chart("one", GOOD)}<div style="height: 2000px"></div>`)}#indicator-chart=one`;
    const could = await visit({ url, media: { reduced } }, async (page) => {
      await ready(page, "one");
      await until(page, "the chart is on the screen", () => {
        const { top = -1, bottom = -1 } = document.getElementById("one")?.getBoundingClientRect() ?? {};
        return top < innerHeight && bottom > 0;
      });
      if (reduced) {
        const tops = await page.run(async () => {
          const tops = [];
          for (let frame = 0; frame < 10; frame += 1) {
            tops.push(scrollY);
            await new Promise((resolve) => requestAnimationFrame(resolve));
          }
          return new Set(tops).size;
        });
        assert.equal(tops, 1, "it is there, not on its way");
      }
    });
    if (!could) context.skip(`${engine.name} cannot be asked for calm`);
  });
}

/** Every kind with what it shows; at 320 px none may be wider. */
const KINDS = [
  { ...RIDES, kind: "line" },
  { ...RIDES, kind: "multiples", indicator: "invented-rides invented-bus-rides" },
  { ...RIDES, kind: "bar", indicator: "invented-long-names" },
  { ...RIDES, kind: "table" },
  { ...GOOD, kind: "bar", lang: "zh-CN" },
  { indicator: "rural-sewage-treatment-rate", kind: "bullet", lang: "zh-CN" },
];

/** What sticks out of the window, or is cut. @param {Page} page */
const faults = (page) =>
  page.run(() => {
    const root = document.getElementById("one")?.shadowRoot;
    /** @type {string[]} */
    const found = [];
    const page = document.documentElement;
    if (page.scrollWidth > page.clientWidth) found.push(`the page is ${page.scrollWidth - page.clientWidth} px too wide`);
    for (const part of root?.querySelectorAll("*") ?? []) {
      const box = part.getBoundingClientRect();
      if (!(part instanceof HTMLElement) || box.width < 2 || part.closest(".unseen, .sheet table, .overlay")) continue;
      if (box.right > innerWidth + 1 || box.left < -1) found.push(`${part.className || part.tagName} from ${box.left} to ${box.right}`);
      const holds = part.matches("button, p, dt, dd, li, h1, h2, label, caption");
      if (holds && (part.scrollWidth > part.clientWidth + 1 || part.scrollHeight > part.clientHeight + 1) && part.clientWidth > 0 && getComputedStyle(part).overflow !== "visible") found.push(`${part.className || part.tagName} is cut`);
    }
    return found;
  });

for (const spec of KINDS) {
  test(`at 400 % a ${spec.kind} chart of ${spec.indicator} stays in the window, with all that can be open`, async () => {
    const ratio = engine.can.ratio ? 4 : 1;
    await visit({ url: address(chart("one", spec)), viewport: { width: 320, height: 256, ratio } }, async (page) => {
      await ready(page, "one");
      assert.deepEqual(await faults(page), [], "drawn");
      const { canvas, box } = await look(page, "one");
      if (canvas) {
        assert.ok((await ink(page, "one")).inked > 500);
        assert.ok(box.width <= 320);
        for (let step = 1; step < 8; step += 1) {
          const y = await page.run((step) => {
            const stage = /** @type {HTMLElement} */ (document.getElementById("one")?.shadowRoot?.querySelector(".stage"));
            scrollTo(0, scrollY + stage.getBoundingClientRect().top + (stage.offsetHeight * step) / 8 - innerHeight / 2);
            return innerHeight / 2;
          }, step);
          await page.move(20 + step * 35, y);
          await settled(page);
          assert.deepEqual(await faults(page), [], `read at ${step}`);
          // It is placed at the next frame, which a busy machine may take its time for.
          await until(page, `the tooltip at ${step} is in the window`, () => {
            const box = document.getElementById("one")?.shadowRoot?.querySelector(".tip:not([hidden])")?.getBoundingClientRect();
            return !box || box.height > innerHeight - 16 || (box.top >= 0 && box.bottom <= innerHeight);
          });
        }
      }
      await press(page, "one", "more");
      await panelled(page, "one");
      assert.deepEqual(await faults(page), [], "the menu");
      await page.run(() => document.getElementById("one")?.shadowRoot?.querySelector(/** @type {any} */ (".panel .close"))?.click());
      if (canvas) {
        await press(page, "one", "table");
        await tabled(page, "one");
        assert.deepEqual(await faults(page), [], "the table");
      }
      await shoot(page, `400-${spec.kind}-${spec.indicator.split(" ")[0]}`);
      await clean(page);
    });
  });
}

test("a long tooltip on a small screen can be read to its end", async () => {
  await visit({ url: address(chart("one", { ...RIDES, kind: "bar", indicator: "invented-long-names", lang: "en" })), viewport: { width: 320, height: 256 } }, async (page) => {
    await ready(page, "one");
    await page.run(() => document.getElementById("one")?.scrollIntoView({ block: "end" }));
    for (const key of ["Tab", "Enter"]) await page.key(key);
    await until(page, "it is pinned", () => document.getElementById("one")?.shadowRoot?.querySelector(".tip .deeds") !== null);
    const reach = await page.run(() => {
      const tip = /** @type {HTMLElement} */ (document.getElementById("one")?.shadowRoot?.querySelector(".tip"));
      const box = tip.getBoundingClientRect();
      const hidden = tip.scrollHeight - tip.clientHeight;
      const { overflowY } = getComputedStyle(tip);
      // Either it is all in the window, or it scrolls inside, or the page scrolls to what is below it.
      const below = document.documentElement.scrollHeight - (scrollY + box.bottom);
      const above = scrollY + box.top;
      return { hidden, overflowY, below, above, top: box.top, bottom: box.bottom };
    });
    if (reach.hidden > 1) assert.match(reach.overflowY, /auto|scroll/u);
    assert.ok(reach.above >= 0 && reach.below >= 0, JSON.stringify(reach));
  });
});
