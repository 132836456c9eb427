// Fingers: what goes down the screen is the page's, what goes across it is the chart's, and what is taken back is undone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { GOOD, chart, clean, look, page as address, ready, settled, shoot, visit } from "../lib/chart.js";
import { engine } from "../lib/engine.js";
import { RIDES, pictureOf, pinnedAt, readAt, stateOf, still, whole } from "../lib/state.js";

/** @import {Page, Place} from "../lib/page.js" */

const PHONE = { width: 400, height: 700 };
const LONG = `<div style="height: 150px"></div>${chart("one", RIDES)}<div style="height: 3000px"></div>`;

/** @param {(page: Page, middle: Place) => Promise<void>} work @param {string} [html] */
const phone = (work, html = LONG) =>
  visit({ url: address(html), viewport: PHONE }, async (page) => {
    await ready(page, "one");
    const { box } = await look(page, "one");
    await work(page, { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height * 0.6) });
    await clean(page);
  });

/** A finger's way in steps of 10 px. @param {Place} from @param {number} x px across in all @param {number} y px down in all */
function way(from, x, y) {
  const steps = Math.max(Math.abs(x), Math.abs(y)) / 10;
  return Array.from({ length: steps + 1 }, (_, at) => ({ x: from.x + (x * at) / steps, y: from.y + (y * at) / steps }));
}

const fingers = engine.can.fingers ? test : () => undefined;
if (!engine.can.fingers) test("real fingers", (context) => context.skip(`${engine.name} is driven without them; events by script stand for them`));

for (const down of [-200, 200]) {
  fingers(`a finger that goes ${down < 0 ? "up" : "down"} 200 px scrolls the page and leaves the chart as it was`, async (context) => {
    await phone(async (page, middle) => {
      if (down > 0) await page.run(() => scrollTo(0, 250));
      const place = down > 0 ? { x: middle.x, y: middle.y - 250 } : middle;
      await settled(page);
      const before = await whole(page, "one");
      await page.finger(way(place, 0, down));
      const top = await still(page);
      const after = await whole(page, "one");
      context.diagnostic(`scrolled ${top - before.top} px`);
      assert.ok(Math.abs(top - before.top) >= 180 && Math.sign(top - before.top) === -Math.sign(down), `scrolled ${top - before.top} px`);
      assert.deepEqual({ ...after, top: 0 }, { ...before, top: 0 });
    });
  });
}

fingers("a pinned figure stays pinned while the page is scrolled by a finger on the chart", async (context) => {
  await phone(async (page, middle) => {
    await page.tap(middle.x, middle.y);
    await settled(page);
    const before = await whole(page, "one");
    assert.ok(before.pinned && before.tip);
    await page.finger(way({ x: middle.x - 60, y: middle.y }, 0, -200));
    const top = await still(page);
    assert.ok(top - before.top >= 180, `scrolled ${top - before.top} px`);
    assert.deepEqual({ ...(await whole(page, "one")), top: 0 }, { ...before, top: 0 });
  });
});

fingers("a finger that goes across reads one figure after the other while the page stays, and takes nothing with it", async (context) => {
  await phone(async (page, middle) => {
    await page.run(() => scrollTo(0, 40));
    const start = { x: middle.x - 100, y: middle.y - 40 };
    await settled(page);
    const before = await whole(page, "one");
    const read = new Set();
    await page.finger(way(start, 40, 0), "hold");
    for (let step = 1; step <= 8; step += 1) {
      const at = { x: start.x + 40 + step * 15, y: start.y };
      await page.on(at);
      await settled(page);
      read.add(await readAt(page, "one"));
      const seen = await over(page);
      assert.ok(seen.tip, "what is read is shown while the finger is down");
      assert.ok(seen.bottom <= at.y - 20, `the readout ends at ${seen.bottom}, the thumb is at ${at.y}`);
      assert.ok(seen.top >= 0 && seen.left >= 0 && seen.right <= PHONE.width, JSON.stringify(seen));
    }
    await shoot(page, "touch-scrub");
    assert.ok(read.size >= 4 && !read.has(""), `${[...read]}`);
    context.diagnostic(`${read.size} figures read over 160 px`);
    await page.lift();
    await still(page);
    assert.deepEqual(await whole(page, "one"), before, "lifted, all is as before");
  });
});

/** The readout on the screen, CSS px. @param {Page} page */
const over = (page) =>
  page.run(() => {
    const tip = document.getElementById("one")?.shadowRoot?.querySelector(".tip:not([hidden])");
    const { left = -1, right = -1, top = -1, bottom = -1 } = tip?.getBoundingClientRect() ?? {};
    return { tip: Boolean(tip), left, right, top, bottom };
  });

for (const [what, x, y, scrubs] of /** @type {const} */ ([
  ["more across than down", 140, -60, true],
  ["more down than across", 60, -200, false],
])) {
  fingers(`a finger that starts ${what} is ${scrubs ? "the chart's" : "the page's"}`, async (context) => {
    await phone(async (page, middle) => {
      const start = { x: middle.x - 80, y: middle.y };
      const before = await whole(page, "one");
      await page.finger(way(start, x, y), "hold");
      await settled(page);
      const [read, top] = [await readAt(page, "one"), await still(page)];
      await page.lift();
      if (scrubs) assert.deepEqual([read !== "", top], [true, before.top], "it scrubs and the page stays");
      else assert.ok(read === "" && top - before.top >= 150, `it scrolls ${top - before.top} px, read "${read}"`);
      await still(page);
      assert.deepEqual({ ...(await whole(page, "one")), top: 0 }, { ...before, top: 0 });
    });
  });
}

fingers("once a finger scrubs, going down does not scroll", async (context) => {
  await phone(async (page, middle) => {
    const start = { x: middle.x - 100, y: middle.y };
    const across = way(start, 80, 0);
    await page.finger([...across, ...way(across.at(-1) ?? start, 0, -150)], "hold");
    await settled(page);
    assert.notEqual(await readAt(page, "one"), "");
    assert.equal(await still(page), 0);
    await page.lift();
  });
});

/**
 * Pointer and touch events as a finger makes them, by script; tells which of them was prevented and what touch-action
 * the engine computes.
 * @param {Page} page
 * @param {Place[]} places
 * @param {"pointerup" | "pointercancel" | undefined} end
 */
const synthetic = (page, places, end) =>
  page.run(
    async (places, end) => {
      const stage = /** @type {HTMLElement} */ (document.getElementById("one")?.shadowRoot?.querySelector(".stage"));
      /** @type {string[]} */
      const prevented = [];
      /** @param {string} name @param {{x: number, y: number}} place */
      const fire = (name, { x, y }) => {
        const shared = { bubbles: true, cancelable: true, composed: true };
        const own = { ...shared, pointerId: 7, pointerType: "touch", isPrimary: true, clientX: x, clientY: y };
        if (!stage.dispatchEvent(new PointerEvent(name, own))) prevented.push(name);
        const touch = { pointerdown: "touchstart", pointermove: "touchmove", pointerup: "touchend", pointercancel: "touchcancel" }[name];
        if (touch && !stage.dispatchEvent(new Event(touch, shared))) prevented.push(touch);
      };
      const others = places.slice(1);
      // A single place is where a finger is already.
      if (places[0] && others.length) fire("pointerdown", places[0]);
      for (const place of others) {
        fire("pointermove", place);
        await new Promise((resolve) => requestAnimationFrame(() => resolve(true)));
      }
      const last = places.at(-1);
      if (end && last) fire(end, last);
      return { prevented, action: getComputedStyle(stage).touchAction, moves: others.length };
    },
    places,
    end,
  );

for (const [what, spec] of /** @type {const} */ ([["a line chart", RIDES], ["a bar chart", { ...GOOD, kind: "bar" }]])) {
  test(`the style of ${what} leaves vertical moves to the page, and no script takes them`, async (context) => {
    await phone(async (page, middle) => {
      const before = await whole(page, "one");
      const { prevented, action, moves } = await synthetic(page, way(middle, 0, -200), "pointercancel");
      await settled(page);
      assert.match(action, /\bpan-y\b/u);
      assert.ok(!/\bpan-x\b|auto|manipulation/u.test(action), action);
      assert.deepEqual(prevented, []);
      context.diagnostic(`touch-action: ${action}; ${moves} moves, none prevented`);
      assert.deepEqual(await whole(page, "one"), before);
    }, chart("one", spec));
  });
}

test("a scrub that the browser takes back leaves the chart as it was", async () => {
  await phone(async (page, middle) => {
    const start = { x: middle.x - 80, y: middle.y };
    const before = await whole(page, "one");
    await synthetic(page, way(start, 120, 0), undefined);
    await settled(page);
    assert.notEqual(await readAt(page, "one"), "", "it scrubs");
    assert.notEqual(await pictureOf(page, "one"), before.picture, "and shows where");
    await synthetic(page, [{ x: start.x + 120, y: start.y }], "pointercancel");
    await settled(page);
    assert.deepEqual(await whole(page, "one"), before);
  });
});

test("a second finger scrubs nothing", async () => {
  await phone(async (page, middle) => {
    const before = await whole(page, "one");
    await page.run(({ x, y }) => {
      const stage = document.getElementById("one")?.shadowRoot?.querySelector(".stage");
      for (const step of [0, 20, 40, 60]) {
        const own = { bubbles: true, composed: true, pointerId: 9, pointerType: "touch", isPrimary: false, clientX: x + step, clientY: y };
        stage?.dispatchEvent(new PointerEvent(step ? "pointermove" : "pointerdown", own));
      }
    }, middle);
    await settled(page);
    assert.deepEqual(await whole(page, "one"), before);
  });
});

test("a mouse drag that is taken back narrows nothing", async () => {
  await phone(async (page, middle) => {
    const before = await whole(page, "one");
    await page.run(({ x, y }) => {
      const stage = document.getElementById("one")?.shadowRoot?.querySelector(".stage");
      /** @param {string} name @param {number} step */
      const fire = (name, step) => {
        const own = { bubbles: true, composed: true, pointerId: 1, pointerType: "mouse", isPrimary: true, clientX: x + step, clientY: y };
        stage?.dispatchEvent(new PointerEvent(name, own));
      };
      fire("pointerdown", 0);
      for (const step of [20, 60, 90]) fire("pointermove", step);
      fire("pointercancel", 90);
      fire("pointerleave", 90);
    }, middle);
    await settled(page);
    assert.equal(await stateOf(page, "one"), "");
    assert.equal(await pinnedAt(page, "one"), "");
    assert.deepEqual(await whole(page, "one"), before);
  });
});
