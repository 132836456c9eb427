// What a reader has made of a chart outlives the engine's instance, and a strict policy stops nothing that a reader wants.
import assert from "node:assert/strict";
import { test } from "node:test";
import { chart, clean, look, page as address, ready, settled, settles, visit, trap } from "../lib/chart.js";
import { until } from "../lib/page.js";

/** @import {Page} from "../lib/page.js" */

const RIDES = { src: "/invented.figures", indicator: "invented-rides", kind: "line", lang: "en" };
const VIEW = [
  `point=${encodeURIComponent("invented-rides@alpha/Green/2024-07-01..2024-07-31/actual")}`,
  `series=${encodeURIComponent("invented-rides@alpha/Red")}`,
  "from=2024-05-31&to=2024-09-30",
].join("&");
/** DESIGN's policy, with Trusted Types required and named nowhere: no text may become markup or script. */
const STRICT =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; require-trusted-types-for 'script'";

/** @param {Page} page */
const state = (page) => page.run(() => /** @type {any} */ (document.getElementById("one")).state);

test("after a trap the chart is as its reader left it: pinned, narrowed, lit", async () => {
  await visit({ url: address(chart("one", RIDES)) }, async (page) => {
    await ready(page, "one");
    await page.run((view) => (/** @type {any} */ (document.getElementById("one")).state = view), VIEW);
    await settled(page);
    const before = await look(page, "one");
    assert.ok(before.tooltip !== null);
    await trap(page);
    await page.run(() => {
      /** @type {any} */ (document.getElementById("one")).describe();
    });
    await until(page, "the chart is described again", () =>
      /** @type {any} */ (document.getElementById("one")).describe() !== undefined);
    assert.equal(await settles(page, "one"), "true");
    await settled(page);
    const after = await look(page, "one");
    assert.deepEqual([await state(page), after.tooltip, after.box], [VIEW, before.tooltip, before.box]);
  });
});

test("under a strict policy everything works that a reader can want", async () => {
  await visit({ url: address(chart("one", RIDES), { lang: "en", csp: STRICT }) }, async (page) => {
    await ready(page, "one");
    await page.run(() => {
      const kept = /** @type {any} */ (globalThis);
      kept.violations = [];
      document.addEventListener("securitypolicyviolation", (event) => kept.violations.push(event.violatedDirective));
      HTMLAnchorElement.prototype.click = () => undefined;
      return true;
    });
    const press = async (/** @type {string} */ what) => {
      await until(page, `there is a button ${what}`, (what) => {
        const root = document.getElementById("one")?.shadowRoot;
        const all = /** @type {HTMLElement[]} */ ([...(root?.querySelectorAll("button") ?? [])]);
        const found = all.find((each) => each.textContent === what);
        found?.click();
        return found !== undefined;
      }, what);
      await settled(page);
    };
    await page.run((view) => (/** @type {any} */ (document.getElementById("one")).state = view), VIEW);
    await settled(page);
    for (const what of ["Copy link", "More", "Download picture (PNG)", "Download drawing (SVG)", "Download figures (CSV)", "Keyboard"]) await press(what);
    await page.run(() => dispatchEvent(new Event("beforeprint")));
    const drawn = await page.run(() =>
      document.getElementById("one")?.shadowRoot?.querySelectorAll(".paper svg *").length ?? 0);
    assert.ok(drawn > 50, `${drawn} nodes on paper`);
    await page.run(() => dispatchEvent(new Event("afterprint")));
    for (const what of ["Table", "Value", "Chart"]) await press(what);
    assert.deepEqual(await page.run(() => /** @type {any} */ (globalThis).violations), []);
    await clean(page);
  });
});
