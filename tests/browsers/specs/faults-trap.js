// A trap in one of twenty charts: the others stand as they stood in every frame, and the one is made again; twice, it gives up.
import assert from "node:assert/strict";
import { test } from "node:test";
import { GOOD, chart, failed, look, ready, settled, settles, shoot, visit } from "../lib/chart.js";
import { counted, metered } from "../lib/metered.js";
import { until } from "../lib/page.js";
import { RIDES } from "../lib/state.js";

/** @import {Page} from "../lib/page.js" */

const COUNT = 20;
const KINDS = ["line", "step", "bar", "dot"];
const ids = Array.from({ length: COUNT }, (_, at) => `c${at}`);
/** Small, so that all twenty are on the screen. */
const HTML = `<div style="display: grid; grid-template-columns: repeat(5, 300px)">${ids
  .map((id, at) => chart(id, { ...(at % 2 ? RIDES : GOOD), kind: KINDS[at % 4] ?? "line", lang: "en", heading: `Chart ${at}` }))
  .join("")}</div>`;
const VIEW = { url: "", viewport: { width: 1560, height: 2400 } };
const TRAPPED = "c6";

/** Opens the page with a chart read and pinned, another zoomed, another lit. @param {(page: Page) => Promise<void>} work */
const open = (work) =>
  visit({ ...VIEW, url: metered(HTML, { lang: "en" }) }, async (page) => {
    for (const id of ids) await ready(page, id);
    await page.run(() => {
      const of = (/** @type {number} */ at) => /** @type {any} */ (document.getElementById(`c${at}`));
      of(1).state = `point=${encodeURIComponent("invented-rides@alpha/Green/2024-07-01..2024-07-31/actual")}`;
      of(5).zoom("2024-05", "2024-10");
      of(9).state = `series=${encodeURIComponent("invented-rides@alpha/Red")}`;
      of(13).state = "view=table";
      of(6).focusPoint(of(6).describe().table.rows.length ? "high-tech-enterprises@zhengzhou/2023-12-31/actual" : "");
    });
    await settled(page);
    await settled(page);
    await work(page);
  });

/** What each chart is: its pixels, its view, its tooltip, what shows. @param {Page} page */
const all = (page) =>
  page.run((ids) => ids.map((id) => {
    const host = /** @type {any} */ (document.getElementById(id));
    const root = host.shadowRoot;
    const tip = root.querySelector(".tip");
    return {
      id, state: host.state, tip: tip.hidden ? "" : tip.textContent, fallback: !root.querySelector("slot.fallback").hidden,
      pixels: [...root.querySelectorAll(".stage canvas")].map((canvas) => canvas.width && canvas.toDataURL()).join(),
    };
  }), ids);

/** Has the next call into one chart trap, and watches every frame of all charts from then on. @param {Page} page @param {string} id */
const trap = (page, id) =>
  page.run(async ([trapped, ids]) => {
    const rows = () => ids.map((id) => {
      const root = /** @type {ShadowRoot} */ (document.getElementById(id)?.shadowRoot);
      const canvas = /** @type {HTMLCanvasElement} */ (root.querySelector(".base"));
      const shown = canvas.getClientRects().length > 0 && canvas.width > 0;
      const row = shown ? canvas.getContext("2d")?.getImageData(0, Math.floor(canvas.height / 2), canvas.width, 1).data.join() : "";
      const table = (root.querySelector(".alone .sheet")?.getClientRects().length ?? 0) > 0;
      const fallback = (document.getElementById(id)?.querySelector(".fallback")?.getClientRects().length ?? 0) > 0;
      return `${shown} ${table} ${fallback} ${canvas.getBoundingClientRect().top} ${row}`;
    });
    const before = rows();
    /** @type {Set<string>} */
    const flickered = new Set();
    const events = probe.events.length;
    meter.trap = true;
    /** @type {any} */ (document.getElementById(String(trapped))).describe();
    const end = performance.now() + 1200;
    while (performance.now() < end) {
      for (const [at, row] of rows().entries()) if (row !== before[at]) flickered.add(String(ids[at]));
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return { flickered: [...flickered], events: probe.events.slice(events).map(({ name, id }) => `${id} ${name}`) };
  }, /** @type {[string, string[]]} */ ([id, ids]));

test("a trap in one of twenty charts: nineteen stand still in every frame, and the one is as its reader left it", async () => {
  await open(async (page) => {
    const [before, first] = [await all(page), await counted(page)];
    assert.ok(before[1]?.tip && before[6]?.tip, "two are pinned");
    const { flickered, events } = await trap(page, TRAPPED);
    // Those that have come to stand far down are made when something is asked of them.
    await page.run((ids) => ids.map((id) => /** @type {any} */ (document.getElementById(id)).describe()?.kind), ids);
    const [after, last] = [await all(page), await counted(page)];
    assert.equal(last.instances - first.instances, 1, "the instance was replaced");
    assert.equal(last.made - first.made, COUNT, "every chart was made again");
    assert.deepEqual(flickered, [], "in no frame was a picture another, or gone");
    assert.deepEqual(after, before);
    assert.deepEqual(events, [], "the page is told nothing");
    assert.equal(await settles(page, TRAPPED), "true");
    await shoot(page, "trap-once");
  });
});

test("twice, it shows its fallback and says so, and nineteen stand still again", async () => {
  await open(async (page) => {
    const before = await all(page);
    await trap(page, TRAPPED);
    const { flickered, events } = await trap(page, TRAPPED);
    assert.equal((await failed(page, TRAPPED))?.kind, "engine-trap");
    const seen = await look(page, TRAPPED);
    assert.ok(seen.fallback && !seen.canvas && /failed twice/u.test(seen.message), JSON.stringify(seen));
    // What stands under it in its column moves with its height, and nothing else.
    const column = ids.filter((_, at) => Math.floor(at / 5) > 1);
    assert.deepEqual(flickered.filter((id) => id !== TRAPPED && !column.includes(id)), []);
    assert.deepEqual(events.filter((event) => !event.startsWith(`${TRAPPED} `)), []);
    const after = (await all(page)).filter(({ id }) => id !== TRAPPED);
    assert.deepEqual(after, before.filter(({ id }) => id !== TRAPPED));
    assert.equal(await settles(page, TRAPPED), "false");
    await shoot(page, "trap-twice");
    await page.run((id) => document.getElementById(id)?.setAttribute("heading", "Another"), TRAPPED);
    await until(page, "another spec is another try", (id) => /** @type {any} */ (document.getElementById(id)).describe()?.label.startsWith("Another"), TRAPPED);
  });
});
