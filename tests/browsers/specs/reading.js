// Reading one figure: by mouse, touch and keys, the tooltip says what the data files say.
import assert from "node:assert/strict";
import { test } from "node:test";
import { GOOD, chart, clean, look, observations, page as address, ready, settled, shoot, sources, tight, visit } from "../lib/chart.js";
import { until } from "../lib/page.js";

/** @import {Page} from "../lib/page.js" */

const KINDS = [
  { indicator: "high-tech-enterprises", kind: "line" },
  { indicator: "high-tech-enterprises", kind: "bar" },
  { indicator: "rural-sewage-treatment-rate", kind: "bullet" },
];

/** The figure that the last event of a chart named. @param {Page} page @param {string} event */
const named = (page, event) =>
  page.run((event) => probe.events.filter(({ name }) => name === event).at(-1)?.detail?.id ?? "", event);

/** The tooltip of `one` says the figure that the data files print under this id. @param {string} id @param {string} text */
function agrees(id, text) {
  const row = observations.get(id);
  assert.ok(row, `the figure ${id} is in the data files`);
  assert.ok(tight(text).includes(tight(row["printed"])), `"${text}" says ${row["printed"]}`);
  const year = row["period_end"]?.slice(0, 4) ?? "no year";
  assert.ok(text.includes(year), `"${text}" names the period, ${year}`);
  const title = sources.get(row["source"] ?? "")?.["title_zh"] ?? "no source";
  assert.ok(tight(text).includes(tight(title)), `"${text}" names the source, ${title}`);
}

for (const spec of KINDS) {
  test(`hovering a ${spec.kind} chart shows the datum as printed`, async () => {
    await visit({ url: address(chart("one", { ...spec, lang: "zh-CN" })) }, async (page) => {
      await ready(page, "one");
      const { box } = await look(page, "one");
      const found = new Set();
      for (let step = 1; step < 12; step += 1) {
        await page.move(box.x + (box.width * step) / 12, box.y + box.height * 0.5);
        await settled(page);
        const { tooltip } = await look(page, "one");
        if (tooltip === null) continue;
        const id = await named(page, "hover");
        agrees(id, tooltip);
        found.add(id);
      }
      assert.ok(found.size > 0, "some place of the picture has a figure");
      await shoot(page, `tooltip-${spec.kind}`);
      await page.move(2, 790);
      await until(page, "the tooltip closes", () =>
        document.getElementById("one")?.shadowRoot?.querySelector(".tip[hidden]") !== null);
      await clean(page);
    });
  });

  test(`arrow keys walk a ${spec.kind} chart and Escape leaves it`, async () => {
    await visit({ url: address(chart("one", { ...spec, lang: "zh-CN" })) }, async (page) => {
      await ready(page, "one");
      await page.key("Tab");
      const found = [];
      for (const key of ["ArrowRight", "ArrowRight", "ArrowLeft", "Home", "End"]) {
        await page.key(key);
        await settled(page);
        const { tooltip } = await look(page, "one");
        assert.ok(tooltip !== null, `${key} opens the tooltip`);
        const id = await named(page, "hover");
        agrees(id, tooltip);
        found.push(id);
      }
      // Only where the walk rests is it told, so the words come a little later; they may say the figure in full.
      const digits = /[\d.]+/u.exec(observations.get(found.at(-1) ?? "")?.["printed"] ?? "")?.[0] ?? "no digits";
      await until(
        page,
        `the figure ${digits} is announced`,
        (digits) =>
          document.getElementById("one")?.shadowRoot?.querySelector("[aria-live]")?.textContent?.includes(digits),
        digits,
      );
      if (spec.kind === "line") assert.notEqual(found[3], found[4], "Home is not End");
      await shoot(page, `keys-${spec.kind}`);
      await page.key("Escape");
      await settled(page);
      assert.equal((await look(page, "one")).tooltip, null);
      await clean(page);
    });
  });
}

test("a tap pins a figure, a tap elsewhere and Escape free it", async () => {
  await visit({ url: address(`${chart("one", GOOD)}<p id="else">别处</p>`) }, async (page) => {
    await ready(page, "one");
    const { box } = await look(page, "one");
    const tap = async () => {
      await page.tap(box.x + box.width * 0.5, box.y + box.height * 0.5);
      await settled(page);
    };
    await tap();
    const pinned = await look(page, "one");
    assert.ok(pinned.tooltip !== null, "the tooltip stays after the finger is gone");
    agrees(await named(page, "select"), pinned.tooltip);
    await shoot(page, "tap");
    const outside = await page.run(() => {
      const { x, y } = document.getElementById("else")?.getBoundingClientRect() ?? { x: 0, y: 0 };
      return { x: x + 5, y: y + 5 };
    });
    await page.tap(outside.x, outside.y);
    await settled(page);
    assert.equal((await look(page, "one")).tooltip, null, "a tap elsewhere frees it");
    await tap();
    await page.key("Escape");
    await settled(page);
    assert.equal((await look(page, "one")).tooltip, null, "Escape frees it");
    await clean(page);
  });
});

test("the points of a chart are one tab stop with a name", async () => {
  const url = address(`<a href="#a">前</a>${chart("one", GOOD)}<a id="after" href="#b">后</a>`);
  await visit({ url }, async (page) => {
    await ready(page, "one");
    await page.run(() => document.querySelector("a")?.focus());
    await page.key("Tab");
    const inside = await page.run(() => {
      const host = document.activeElement;
      const focused = host?.shadowRoot?.activeElement ?? host;
      return { id: host?.id, name: focused?.getAttribute("aria-label") ?? host?.getAttribute("aria-label") ?? "" };
    });
    assert.equal(inside.id, "one");
    assert.notEqual(inside.name.trim(), "");
    // What follows inside the widget are the buttons under the picture.
    for (const name of ["switch", "closer", "more"]) {
      await page.key("Tab");
      const next = await page.run(() => {
        const focused = document.activeElement?.shadowRoot?.activeElement;
        return { id: document.activeElement?.id, button: focused?.tagName === "BUTTON" && focused.className };
      });
      assert.deepEqual(next, { id: "one", button: `toggle ${name}` });
    }
    await page.key("Tab");
    assert.equal(await page.run(() => document.activeElement?.id), "after");
  });
});

for (const [what, style] of [["scaled", "transform: scale(0.5); transform-origin: 0 0"], ["zoomed", "zoom: 0.5"]]) {
  test(`a ${what} chart is read where the pointer is`, async (context) => {
    await visit({ url: address(`<div style="${style}">${chart("one", GOOD)}</div>`) }, async (page) => {
      await ready(page, "one");
      const half = await page.run(() => {
        const stage = /** @type {HTMLElement | null | undefined} */ (
          document.getElementById("one")?.shadowRoot?.querySelector(".stage")
        );
        return stage ? stage.getBoundingClientRect().width / stage.offsetWidth : 0;
      });
      if (Math.abs(half - 0.5) > 0.02) return context.skip("this engine measures a zoomed box in its own px");
      const { box } = await look(page, "one");
      await page.move(box.x + box.width - 14, box.y + box.height / 2);
      await settled(page);
      const [x, width] = await page.run(() => {
        const read = probe.events.filter(({ name }) => name === "hover").at(-1)?.detail;
        const stage = /** @type {HTMLElement | null | undefined} */ (
          document.getElementById("one")?.shadowRoot?.querySelector(".stage")
        );
        return [read?.x ?? 0, stage?.offsetWidth ?? 0];
      });
      assert.ok(x > width * 0.7, `the last point is read, at ${x} of ${width}`);
    });
  });
}

test("a page can point at a figure", async () => {
  await visit({ url: address(chart("one", { ...GOOD, lang: "zh-CN" })) }, async (page) => {
    await ready(page, "one");
    const id = "high-tech-enterprises@zhengzhou/2023-12-31/actual";
    const found = await page.run((id) => {
      const host = /** @type {HTMLElement & {focusPoint(id: string): boolean}} */ (document.getElementById("one"));
      return [host.focusPoint("no-such-figure"), host.focusPoint(id), document.activeElement === host];
    }, id);
    assert.deepEqual(found, [false, true, false]);
    await settled(page);
    assert.equal(await named(page, "select"), id);
    agrees(id, (await look(page, "one")).tooltip ?? "");
    await clean(page);
  });
});
