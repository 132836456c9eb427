// Looking closer by mouse: a drag takes a span of time, a drag over a part moves it, the wheel only with a modifier.
import assert from "node:assert/strict";
import { test } from "node:test";
import { chart, clean, look, page as address, ready, settled, shoot, visit } from "../lib/chart.js";
import { engine } from "../lib/engine.js";
import { until } from "../lib/page.js";
import { RIDES, pictureOf, stateOf, still } from "../lib/state.js";

/** @import {Page} from "../lib/page.js" */

const HTML = `${chart("one", RIDES)}<div style="height: 3000px"></div>`;

/** @param {(page: Page, at: (share: number) => {x: number, y: number}) => Promise<void>} work */
const open = (work) =>
  visit({ url: address(HTML), viewport: { width: 800, height: 700 } }, async (page) => {
    await ready(page, "one");
    const { box } = await look(page, "one");
    await work(page, (share) => ({ x: Math.round(box.x + box.width * share), y: Math.round(box.y + box.height * 0.5) }));
    await clean(page);
  });

/** The span that is shown, as two days; empty for all of it. @param {Page} page */
async function span(page) {
  await settled(page);
  const state = new URLSearchParams(await stateOf(page, "one"));
  return [state.get("from") ?? "", state.get("to") ?? ""];
}

/** Whether there is a button that shows all of the time. @param {Page} page */
const way = (page) =>
  page.run(() => (document.getElementById("one")?.shadowRoot?.querySelector(".whole")?.getClientRects().length ?? 0) > 0);

test("a drag across takes a span, another moves it, and one button shows all again", async () => {
  await open(async (page, at) => {
    const whole = await pictureOf(page, "one");
    assert.equal(await way(page), false);
    await page.drag([at(0.3), at(0.4), at(0.5), at(0.6)]);
    const [from = "", to = ""] = await span(page);
    assert.ok(from > "2024-01-31" && to < "2024-12-31" && from < to, `${from} to ${to}`);
    assert.equal(await way(page), true);
    await shoot(page, "zoom-drag");
    await page.drag([at(0.4), at(0.5), at(0.7)]);
    const [earlier = "", sooner = ""] = await span(page);
    assert.ok(earlier < from && sooner < to, `${from} to ${to} became ${earlier} to ${sooner}`);
    await page.run(() => /** @type {any} */ (document.getElementById("one")?.shadowRoot?.querySelector(".whole")).click());
    assert.deepEqual(await span(page), ["", ""]);
    assert.equal(await way(page), false);
    await page.move(2, 690);
    await until(page, "nothing is read", () => document.getElementById("one")?.shadowRoot?.querySelector(".tip[hidden]") !== null);
    await settled(page);
    assert.equal(await pictureOf(page, "one"), whole, "as at the start");
  });
});

test("a drag of a few pixels is a click", async () => {
  await open(async (page, at) => {
    const place = at(0.5);
    await page.drag([place, { x: place.x + 4, y: place.y + 1 }]);
    assert.deepEqual(await span(page), ["", ""]);
    assert.match(await stateOf(page, "one"), /^point=/u);
  });
});

/** The wheel with Ctrl; by script where the driver cannot hold the key. @param {Page} page @param {{x: number, y: number}} place @param {number} deltaY */
async function turned(page, place, deltaY) {
  if (engine.can.wheel) return page.wheel(place, deltaY, "Control");
  const prevented = await page.run(({ x, y }, deltaY) => {
    const own = { bubbles: true, cancelable: true, composed: true, clientX: x, clientY: y, deltaY, ctrlKey: true };
    return !document.getElementById("one")?.shadowRoot?.querySelector(".stage")?.dispatchEvent(new WheelEvent("wheel", own));
  }, place, deltaY);
  assert.ok(prevented, "the browser does not zoom too");
}

test("the wheel scrolls the page, and with Ctrl it looks closer while the page stays", async (context) => {
  await open(async (page, at) => {
    await page.wheel(at(0.5), 200);
    await until(page, "the page scrolls", () => scrollY > 0);
    context.diagnostic(`the wheel alone scrolls ${await still(page)} px`);
    assert.deepEqual(await span(page), ["", ""]);
    await page.run(() => scrollTo(0, 0));
    await still(page);
    const scale = await page.run(() => [visualViewport?.scale, innerWidth]);
    await turned(page, at(0.5), -100);
    await until(page, "it is closer", () => /from=/u.test(/** @type {any} */ (document.getElementById("one")).state));
    const near = await span(page);
    await turned(page, at(0.5), -100);
    await until(page, "it is closer still", (near) => !/** @type {any} */ (document.getElementById("one")).state.includes(`${near[0]}&to=${near[1]}`), near);
    // Nothing is wider than all of the time: then the wheel is the page's again, and the browser may zoom by it.
    for (let step = 0; step < 3 && (await span(page))[0] !== ""; step += 1) await turned(page, at(0.5), 100);
    await until(page, "all is shown again", () => !/from=/u.test(/** @type {any} */ (document.getElementById("one")).state));
    assert.deepEqual(await page.run(() => [visualViewport?.scale, innerWidth]), scale, "the page was not zoomed");
    assert.equal(await page.run(() => scrollY), 0, "nor scrolled");
  });
});
