// Keys: one long walk through a chart and its buttons, the same in every engine; where the focus is can be seen.
import assert from "node:assert/strict";
import { test } from "node:test";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { chart, clean, page as address, ready, settled, shoot, visit } from "../lib/chart.js";
import { engine } from "../lib/engine.js";
import { until } from "../lib/page.js";
import { panelled, press } from "../lib/parts.js";
import { RIDES } from "../lib/state.js";

/** @import {Media, Page} from "../lib/page.js" */

/**
 * A key, and how things stand after it: line and month that are read, whether they are pinned, the time that is shown
 * or the line that is kept lit, which panel is open, and where the focus is.
 * @typedef {[key: string, read: string, pinned: boolean, view: string, panel: string, focus: string]} Step
 */

/** @type {Step[]} */
const WALK = [
  ["Tab", "Blue 01", false, "", "", "picture"],
  ["ArrowRight", "Blue 02", false, "", "", "picture"],
  ["ArrowRight", "Blue 03", false, "", "", "picture"],
  ["ArrowLeft", "Blue 02", false, "", "", "picture"],
  ["ArrowDown", "Gold 02", false, "", "", "picture"],
  ["ArrowDown", "Green 02", false, "", "", "picture"],
  ["ArrowUp", "Gold 02", false, "", "", "picture"],
  ["End", "Red 12", false, "", "", "picture"],
  ["ArrowRight", "Red 12", false, "", "", "picture"],
  ["Home", "Blue 01", false, "", "", "picture"],
  ["ArrowLeft", "Blue 01", false, "", "", "picture"],
  ["ArrowUp", "Blue 01", false, "", "", "picture"],
  ["PageDown", "Blue 03", false, "", "", "picture"],
  ["PageDown", "Blue 05", false, "", "", "picture"],
  ["PageUp", "Blue 03", false, "", "", "picture"],
  ["End", "Red 12", false, "", "", "picture"],
  ["PageUp", "Red 10", false, "", "", "picture"],
  ["Home", "Blue 01", false, "", "", "picture"],
  ["ArrowRight", "Blue 02", false, "", "", "picture"],
  ["ArrowRight", "Blue 03", false, "", "", "picture"],
  ["Enter", "Blue 03", true, "", "", "picture"],
  ["ArrowRight", "Blue 04", true, "", "", "picture"],
  ["Enter", "Blue 04", false, "", "", "picture"],
  ["Enter", "Blue 04", true, "", "", "picture"],
  ["Escape", "Blue 04", false, "", "", "picture"],
  ["Escape", "", false, "", "", "picture"],
  ["ArrowRight", "Blue 01", false, "", "", "picture"],
  ["+", "Blue 01", false, "2024-01-31/2024-06-30", "", "picture"],
  ["+", "Blue 01", false, "2024-01-31/2024-03-31", "", "picture"],
  ["ArrowLeft", "Blue 01", false, "2024-01-31/2024-03-31", "", "picture"],
  ["Home", "Blue 01", false, "2024-01-31/2024-03-31", "", "picture"],
  ["End", "Red 03", false, "2024-01-31/2024-03-31", "", "picture"],
  ["PageDown", "Red 03", false, "2024-01-31/2024-03-31", "", "picture"],
  ["-", "Red 03", false, "2024-01-31/2024-06-30", "", "picture"],
  ["0", "Red 03", false, "", "", "picture"],
  ["=", "Red 03", false, "2024-02-29/2024-07-31", "", "picture"],
  ["_", "Red 03", false, "", "", "picture"],
  ["l", "Red 03", false, "lit Blue", "", "picture"],
  ["l", "Red 03", false, "lit Gold", "", "picture"],
  ["ArrowRight", "Red 04", false, "lit Gold", "", "picture"],
  ["l", "Red 04", false, "lit Green", "", "picture"],
  ["L", "Red 04", false, "lit Red", "", "picture"],
  ["Escape", "", false, "", "", "picture"],
  ["Escape", "", false, "", "", "picture"],
  ["?", "", false, "", "Keyboard", "Close"],
  ["Tab", "", false, "", "Keyboard", "after"],
  ["Shift+Tab", "", false, "", "Keyboard", "Close"],
  ["Escape", "Blue 01", false, "", "", "picture"],
  ["Enter", "Blue 01", true, "", "", "picture"],
  ["Tab", "Blue 01", true, "", "", "Copy figure and source"],
  ["Tab", "Blue 01", true, "", "", "Copy link"],
  ["Tab", "Blue 01", true, "", "", "Close"],
  ["Tab", "Blue 01", true, "", "", "Table"],
  ["Tab", "Blue 01", true, "", "", "Zoom in"],
  ["Tab", "Blue 01", true, "", "", "More"],
  ["Enter", "Blue 01", true, "", "More", "Copy this figure and its source"],
  // The panel is closed, and nothing else.
  ["Escape", "Blue 01", true, "", "", "More"],
  ["Shift+Tab", "Blue 01", true, "", "", "Zoom in"],
  ["Shift+Tab", "Blue 01", true, "", "", "Table"],
  ["Shift+Tab", "Blue 01", true, "", "", "Close"],
  ["Enter", "Blue 01", false, "", "", "picture"],
  [" ", "Blue 01", true, "", "", "picture"],
  ["Tab", "Blue 01", true, "", "", "Copy figure and source"],
  ["Escape", "Blue 01", false, "", "", "picture"],
  ["Shift+Tab", "", false, "", "", "before"],
  ["Tab", "Blue 01", false, "", "", "picture"],
  ["Tab", "", false, "", "", "Table"],
  ["Tab", "", false, "", "", "Zoom in"],
  ["Tab", "", false, "", "", "More"],
  ["Enter", "", false, "", "More", "Copy link"],
  ["Tab", "", false, "", "More", "Download picture (PNG)"],
  ["Tab", "", false, "", "More", "Download drawing (SVG)"],
  ["Shift+Tab", "", false, "", "More", "Download picture (PNG)"],
  ["Escape", "", false, "", "", "More"],
  ["Tab", "", false, "", "", "after"],
  ["Shift+Tab", "", false, "", "", "More"],
  ["Shift+Tab", "", false, "", "", "Zoom in"],
  ["Shift+Tab", "", false, "", "", "Table"],
  ["Shift+Tab", "Blue 01", false, "", "", "picture"],
  ["Shift+Tab", "", false, "", "", "before"],
];

/** @param {Page} page @returns {Promise<[string, boolean, string, string, string]>} */
const now = (page) =>
  page.run(() => {
    const host = /** @type {HTMLElement & {state: string}} */ (document.getElementById("one"));
    const root = /** @type {ShadowRoot} */ (host.shadowRoot);
    const last = (/** @type {string} */ name) => String(probe.events.filter((event) => event.name === name).at(-1)?.detail?.id ?? "");
    const [, line = "", month = ""] = /alpha\/(\w+)\/2024-(\d\d)/u.exec(last("hover")) ?? [];
    const state = new URLSearchParams(host.state);
    const [from, to, lit] = [state.get("from"), state.get("to"), state.get("series")?.split("/").at(-1)];
    const inner = root.activeElement;
    const named = inner?.classList.contains("stage") ? "picture" : inner?.getAttribute("aria-label") ?? inner?.textContent;
    return [
      `${line} ${month}`.trim(),
      last("select") !== "",
      from ? `${from}/${to}` : lit ? `lit ${lit}` : "",
      root.querySelector(".panel:not([hidden])")?.getAttribute("aria-label") ?? "",
      named ?? document.activeElement?.id ?? "",
    ];
  });

const WAY = `<a id="before" href="#a">before</a>${chart("one", RIDES)}<a id="after" href="#b">after</a><div style="height: 3000px"></div>`;

test(`a walk of ${WALK.length} keys`, async (context) => {
  await visit({ url: address(WAY, { lang: "en" }), viewport: { width: 800, height: 700 } }, async (page) => {
    await ready(page, "one");
    await page.run(() => document.getElementById("before")?.focus());
    for (const [at, [key, ...expected]] of WALK.entries()) {
      await page.key(key);
      // Some panels come from a part of the script that is loaded first; what does not come is told below.
      const end = Date.now() + 3000;
      let found = await now(page);
      await settled(page);
      do found = await now(page);
      while (JSON.stringify(found) !== JSON.stringify(expected) && Date.now() < end);
      assert.deepEqual(found, expected, `step ${at + 1}, ${key}`);
    }
    assert.equal(await page.run(() => scrollY), 0, "no key of the chart scrolled the page");
    context.diagnostic(`${WALK.length} steps`);
    await clean(page);
  });
});

test("a key that the chart has no use for is the page’s", async () => {
  await visit({ url: address(WAY), viewport: { width: 800, height: 700 } }, async (page) => {
    await ready(page, "one");
    await page.run(() => {
      document.getElementById("before")?.focus();
      Object.assign(globalThis, { kept: [] });
      addEventListener("keydown", (event) => /** @type {any} */ (globalThis).kept.push(`${event.key} ${event.defaultPrevented}`));
    });
    for (const key of ["Tab", "x", "Escape", "Escape", "ArrowRight", "Control+ArrowRight"]) await page.key(key);
    const kept = await page.run(() => /** @type {string[]} */ (/** @type {any} */ (globalThis).kept));
    assert.deepEqual(
      kept.filter((each) => !each.startsWith("Control")),
      ["Tab false", "x false", "Escape true", "Escape false", "ArrowRight true", "ArrowRight false"],
    );
  });
});

/** Pixels that differ between two pictures of the window. @param {PNG} one @param {PNG} other */
const differing = (one, other) => pixelmatch(one.data, other.data, undefined, one.width, one.height, { threshold: 0.1 });

/** Where the focus goes by Tab, and how many pixels its ring must change at least. @type {[string, number][]} */
const RINGS = [["picture", 2000], ["Table", 100], ["Zoom in", 100], ["More", 100]];

/** @param {Page} page @param {string} what */
async function rings(page, what) {
  await ready(page, "one");
  await page.run(() => document.getElementById("before")?.focus());
  // The ring alone is to be seen: the reading that comes with it is let go, and the window stands still.
  const bare = await shoot(page, `ring-${what}-none`);
  /** @type {string[]} */
  const seen = [];
  for (const [name, least] of RINGS) {
    await page.key("Tab");
    if (name === "picture") await page.key("Escape");
    await settled(page);
    const focused = (await now(page))[4];
    assert.equal(focused, name);
    const pixels = differing(bare, await shoot(page, `ring-${what}-${name}`));
    seen.push(`${name} ${pixels} px`);
    assert.ok(pixels >= least, `${name}: ${pixels} px of ring`);
  }
  return seen.join(", ");
}

for (const [what, media] of /** @type {[string, Media][]} */ ([["light", {}], ["dark", { dark: true }], ["forced", { forced: true }], ["contrast", { contrast: true }]])) {
  test(`the focus can be seen: ${what}`, async (context) => {
    const where = { url: address(WAY, { lang: "en" }), viewport: { width: 800, height: 700 }, media };
    const could = await visit(where, async (page) => context.diagnostic(await rings(page, what)));
    if (!could) context.skip(`${engine.name} cannot be set so`);
  });
}

test("inside tooltip and menu the focus can be seen", async (context) => {
  await visit({ url: address(WAY, { lang: "en" }), viewport: { width: 800, height: 700 } }, async (page) => {
    await ready(page, "one");
    await page.run(() => document.getElementById("before")?.focus());
    for (const key of ["Tab", "Enter"]) await page.key(key);
    await until(page, "the buttons are there", () => document.getElementById("one")?.shadowRoot?.querySelector(".tip .deeds") !== null);
    await settled(page);
    /** @type {string[]} */
    const seen = [];
    let before = await shoot(page, "ring-tip-none");
    const step = async (/** @type {string} */ key) => {
      await page.key(key);
      await settled(page);
      const after = await shoot(page, "ring-step");
      const pixels = differing(before, after);
      before = after;
      const name = (await now(page))[4];
      seen.push(`${name} ${pixels} px`);
      assert.ok(pixels >= 60, `${name}: ${pixels} px differ`);
    };
    for (const key of ["Tab", "Tab", "Tab"]) await step(key);
    await press(page, "one", "more");
    await panelled(page, "one");
    await settled(page);
    before = await shoot(page, "ring-menu");
    for (const key of ["Tab", "Tab", "Shift+Tab"]) await step(key);
    context.diagnostic(seen.join(", "));
  });
});
