// A page on paper: the chart is lines and texts laid out for the sheet, and the screen is as before when it has been printed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { chart, clean, look, page as address, ready, settled, tight, visit } from "../lib/chart.js";
import { engine } from "../lib/engine.js";

/** @import {Page} from "../lib/page.js" */

const LABS = { indicator: "provincial-laboratories", kind: "line", lang: "zh-CN" };
const RIDES = { src: "/invented.figures", indicator: "invented-rides", kind: "line", lang: "en" };
const POINT = "invented-rides@alpha/Green/2024-07-01..2024-07-31/actual";

/** The texts of a PDF and how many pictures of pixels it holds. @param {Buffer} bytes */
async function read(bytes) {
  // It warns that it cannot draw, which nobody asks it to.
  const { log } = console;
  console.log = () => undefined;
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs").finally(() => (console.log = log));
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  let text = "";
  for (let at = 1; at <= document.numPages; at += 1) {
    const content = await (await document.getPage(at)).getTextContent();
    text += content.items.map((item) => ("str" in item ? item.str : "")).join("");
  }
  const { numPages } = document;
  await document.destroy();
  return { text: tight(text).normalize("NFKC"), pages: numPages };
}

/** What the printed page shows of a chart. @param {Page} page @param {string} id */
const drawn = (page, id) =>
  page.run((id) => {
    const root = document.getElementById(id)?.shadowRoot;
    const svg = root?.querySelector(".paper svg");
    return {
      texts: [...(svg?.querySelectorAll("text") ?? [])].map((each) => each.textContent ?? ""),
      namespace: svg?.namespaceURI ?? "",
      marks: svg?.querySelectorAll("path, rect, circle").length ?? 0,
    };
  }, id);

test("the drawing of the sheet has heading, values and source, and goes again", async () => {
  await visit({ url: address(chart("one", LABS) + chart("two", RIDES)) }, async (page) => {
    await ready(page, "one");
    await ready(page, "two");
    const before = await look(page, "one");
    for (const round of [1, 2]) {
      await page.run(() => dispatchEvent(new Event("beforeprint")));
      for (const id of ["one", "two"]) {
        const table = await page.run((id) => /** @type {any} */ (document.getElementById(id)).describe().table, id);
        const { texts, namespace, marks } = await drawn(page, id);
        const all = tight(texts.join("")).replace(/\u2060/gu, "");
        assert.equal(namespace, "http://www.w3.org/2000/svg", `round ${round}`);
        assert.ok(marks > 3, `${marks} marks`);
        assert.ok(all.includes(tight(table.caption)) && /来源：|Source:/u.test(all), all);
      }
      await page.run(() => dispatchEvent(new Event("afterprint")));
      await settled(page);
      assert.deepEqual((await drawn(page, "one")).texts, []);
    }
    const after = await look(page, "one");
    assert.deepEqual([after.box, after.store], [before.box, before.store], "the screen is as it was");
    await clean(page);
  });
});

test("what was pinned and zoomed to is so again after printing", async () => {
  await visit({ url: address(chart("one", RIDES)) }, async (page) => {
    await ready(page, "one");
    const state = `point=${encodeURIComponent(POINT)}&from=2024-05-31&to=2024-09-30`;
    await page.run((state) => (/** @type {any} */ (document.getElementById("one")).state = state), state);
    await settled(page);
    const held = () => page.run(() => /** @type {any} */ (document.getElementById("one")).state);
    assert.equal(await held(), state);
    await page.run(() => dispatchEvent(new Event("beforeprint")));
    await page.run(() => dispatchEvent(new Event("afterprint")));
    await settled(page);
    assert.equal(await held(), state);
    assert.ok((await look(page, "one")).tooltip !== null);
    await clean(page);
  });
});

test("a chart that never came near the screen is drawn on paper, and is its fallback again", async () => {
  const far = `${chart("one", LABS)}<div style="height: 6000px"></div>${chart("two", { ...LABS, kind: "bar" })}`;
  await visit({ url: address(far) }, async (page) => {
    await ready(page, "one");
    await page.run(() => dispatchEvent(new Event("beforeprint")));
    assert.ok((await drawn(page, "two")).marks > 3);
    await page.run(() => dispatchEvent(new Event("afterprint")));
    await settled(page);
    assert.deepEqual((await drawn(page, "two")).texts, []);
    const after = await look(page, "two");
    assert.deepEqual([after.canvas, after.fallback], [false, true]);
    await clean(page);
  });
});

test("a PDF of the page holds the chart as text, at any width of the screen", async (context) => {
  if (!engine.can.paper) return context.skip(`${engine.name}'s driver does not print`);
  for (const width of [360, 1200]) {
    await visit({ url: address(chart("one", LABS)), viewport: { width, height: 800 } }, async (page) => {
      await ready(page, "one");
      const { text, pages } = await read(await page.pdf());
      const { table } = await page.run(() => /** @type {any} */ (document.getElementById("one")).describe());
      // Firefox writes a font of its own into the file and names not every character of it.
      const within = (/** @type {string} */ words) =>
        new RegExp([...tight(words).normalize("NFKC")].map((each) => `[${each}\uFFFD]`).join(""), "u").test(text);
      for (const words of [table.caption, "来源:", "7", "12", "13", "18"]) assert.ok(within(words), `${words} in ${text}`);
      assert.ok(!text.includes("更多"), "no buttons on paper");
      assert.equal(pages, 1);
    });
  }
});
