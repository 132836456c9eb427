// Files that leave a chart, opened again: pixels against the canvas, words against what the author wrote, figures against the tables.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { parse } from "csv-parse/sync";
import { PNG } from "pngjs";
import { chart, clean, page as address, ready, settled, tight, visit } from "../lib/chart.js";
import { engine, site } from "../lib/engine.js";
import { until } from "../lib/page.js";
import { panelled, press, saved, saving } from "../lib/parts.js";
import { RIDES } from "../lib/state.js";

/** @import {Page} from "../lib/page.js" */
/** @typedef {Record<string, string>} Row */

const FIXTURES = new URL("../../fixtures/figures/", import.meta.url);
/** @param {string} name */
const fixture = (name) => /** @type {Row[]} */ (parse(readFileSync(new URL(name, FIXTURES)), { columns: true, bom: true }));

const WORDED = { ...RIDES, heading: "A heading of the editor’s", note: "A note of the editor’s.", source: "A source of the editor’s" };

/** Has a file made by the menu. @param {Page} page @param {"png" | "svg" | "csv"} kind */
async function made(page, kind) {
  await saving(page);
  const open = await page.run(() => document.getElementById("one")?.shadowRoot?.querySelector(".panel:not([hidden])") !== null);
  if (!open) await press(page, "one", "more");
  await panelled(page, "one");
  await press(page, "one", kind);
  return saved(page);
}

/** The picture on the screen. @param {Page} page */
async function screened(page) {
  const url = await page.run(() => {
    const canvas = document.getElementById("one")?.shadowRoot?.querySelector("canvas.base");
    return canvas instanceof HTMLCanvasElement ? canvas.toDataURL() : "";
  });
  return PNG.sync.read(Buffer.from(url.slice(url.indexOf(",") + 1), "base64"));
}

/** A picture at half its size: the mean of every four pixels. @param {PNG} picture */
function halved(picture) {
  const half = new PNG({ width: Math.floor(picture.width / 2), height: Math.floor(picture.height / 2) });
  for (let y = 0; y < half.height; y += 1) {
    for (let x = 0; x < half.width; x += 1) {
      for (let part = 0; part < 4; part += 1) {
        let sum = 0;
        for (const [right, down] of [[0, 0], [1, 0], [0, 1], [1, 1]]) {
          sum += picture.data[((2 * y + (down ?? 0)) * picture.width + 2 * x + (right ?? 0)) * 4 + part] ?? 0;
        }
        half.data[(y * half.width + x) * 4 + part] = sum / 4;
      }
    }
  }
  return half;
}

/** Share of the pixels in which a colour differs by more than `slack`. @param {PNG} one @param {PNG} other @param {number} slack */
function apart(one, other, slack) {
  let count = 0;
  for (let at = 0; at < one.data.length; at += 4) {
    if ([0, 1, 2].some((part) => Math.abs((one.data[at + part] ?? 0) - (other.data[at + part] ?? 0)) > slack)) count += 1;
  }
  return count / (one.data.length / 4);
}

for (const [what, spec] of /** @type {const} */ ([["light", WORDED], ["dark", { ...WORDED, theme: "dark", lang: "zh-CN" }]])) {
  test(`the saved picture is the one on the screen, at twice its size, ${what}`, async (context) => {
    const ratio = engine.can.ratio ? 2 : 1;
    await visit({ url: address(chart("one", spec)), viewport: { width: 700, height: 700, ratio } }, async (page) => {
      await ready(page, "one");
      const shown = await screened(page);
      const { name, type, bytes } = await made(page, "png");
      assert.equal(type, "image/png");
      assert.ok(name.endsWith(".png"));
      const file = PNG.sync.read(bytes);
      const compared = ratio === 2 ? file : halved(file);
      assert.deepEqual([compared.width, compared.height], [shown.width, shown.height]);
      // Where the screen has as many pixels, they are the same ones; else the edges of letters are smoothed otherwise.
      const share = ratio === 2 ? apart(compared, shown, 0) : apart(compared, shown, 96);
      context.diagnostic(`${file.width} × ${file.height} px, ${(share * 100).toFixed(3)} % differ`);
      assert.ok(share <= (ratio === 2 ? 0 : 0.02), `${share * 100} % of the pixels differ`);
      await clean(page);
    });
  });
}

test("the saved picture shows no reading, though one is pinned", async () => {
  await visit({ url: address(chart("one", WORDED)), viewport: { width: 700, height: 700 } }, async (page) => {
    await ready(page, "one");
    const before = await made(page, "png");
    await page.run(() => /** @type {any} */ (document.getElementById("one")).focusPoint("invented-rides@alpha/Green/2024-07-01..2024-07-31/actual"));
    await settled(page);
    assert.ok((await made(page, "png")).bytes.equals(before.bytes));
  });
});

test("the saved drawing is well formed, has text as text, and says what the author said", async (context) => {
  await visit({ url: address(chart("one", WORDED)) }, async (page) => {
    await ready(page, "one");
    const { bytes } = await made(page, "svg");
    const seen = await page.run((text) => {
      const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
      const all = [...parsed.querySelectorAll("*")];
      return {
        root: parsed.documentElement.namespaceURI,
        fault: parsed.querySelector("parsererror")?.textContent ?? "",
        tags: [...new Set(all.map((each) => each.tagName))],
        handlers: all.flatMap((each) => [...each.attributes].map(({ name }) => name)).filter((name) => /^on|href/iu.test(name)),
        texts: [...parsed.querySelectorAll("text")].map((each) => each.textContent ?? ""),
        size: [parsed.documentElement.getAttribute("width"), parsed.documentElement.getAttribute("height")].map(Number),
      };
    }, bytes.toString("utf8"));
    assert.deepEqual([seen.root, seen.fault, seen.handlers], ["http://www.w3.org/2000/svg", "", []]);
    const allowed = ["svg", "title", "desc", "g", "defs", "clipPath", "mask", "path", "rect", "circle", "line", "text", "tspan", "linearGradient", "stop", "pattern"];
    assert.deepEqual(seen.tags.filter((tag) => !allowed.includes(tag)), []);
    const words = tight(seen.texts.join("")).replace(/\u2060/gu, "");
    for (const word of [WORDED.heading, WORDED.note, WORDED.source, "Blue", "Gold", "Green", "Red"]) assert.ok(words.includes(tight(word)), `${word} in ${words}`);
    const box = await page.run(() => {
      const { width, height } = document.getElementById("one")?.shadowRoot?.querySelector("canvas.base")?.getBoundingClientRect() ?? new DOMRect();
      return [width, height];
    });
    assert.ok(seen.size.every((side, at) => Math.abs(side - (box[at] ?? 0)) < 1), `${seen.size} of ${box}`);
    context.diagnostic(`${seen.texts.length} texts, ${seen.size.join(" × ")}`);
    await clean(page);
  });
});

test("the saved figures read back as the tables that they come from, in every word and flag", async (context) => {
  const indicators = new Map(fixture("indicators.csv").map((row) => [row["id"], row]));
  const given = new Map(fixture("observations.csv").map((row) => [row["id"], row]));
  const titles = new Map(fixture("sources.csv").map((row) => [row["id"], row["title_zh"] ?? "none"]));
  let count = 0;
  const words = new Set();
  for (const indicator of ["invented-rides", "invented-words", "invented-balance", "invented-tiny", "invented-huge", "invented-forecasts", "invented-sales"]) {
    await visit({ url: address(chart("one", { src: RIDES.src, indicator, kind: "table", lang: "zh-CN" })) }, async (page) => {
      await ready(page, "one");
      const { bytes } = await made(page, "csv");
      const rows = /** @type {Row[]} */ (parse(bytes, { columns: true, bom: true }));
      const table = await page.run(() => /** @type {any} */ (document.getElementById("one")).describe().table);
      assert.equal(rows.length, table.rows.length, indicator);
      for (const [at, row] of rows.entries()) {
        const from = given.get(row["id"]);
        assert.ok(from, row["id"]);
        const cells = table.rows[at];
        const { printed } = row;
        // The last two cells of a row of the table: as printed, and where.
        assert.equal(cells[cells.length - 2], (printed ?? "").replace(/^'/u, ""), row["id"]);
        assert.deepEqual([row["value"], row["high"]].map((text) => text && Number(text)), [from["value"], from["value_high"]].map((text) => text && Number(text)), row["id"]);
        for (const [name, other] of [["qualifier", "qualifier"], ["status", "status"], ["flags", "flags"], ["period_start", "period_start"], ["period_end", "period_end"], ["category", "category"]]) {
          assert.equal((row[name ?? ""] ?? "").replace(/^'/u, ""), from[other ?? ""], `${row["id"]} ${name}`);
        }
        assert.equal(row["series"], indicators.get(indicator)?.["name_zh"], row["id"]);
        assert.ok(row["source"]?.includes(titles.get(from["source"]) ?? "none"), `${row["source"]}`);
        words.add(row["qualifier"]);
        count += 1;
      }
      await clean(page);
    });
  }
  context.diagnostic(`${count} rows, words: ${[...words].join(" ")}`);
  assert.ok(words.size >= 6, [...words].join());
});

test("names of a file of figures that a spreadsheet would run are saved as text", async () => {
  // The file holds its texts side by side with their lengths beside, so that only as long ones can take their place.
  const file = await (await fetch(`${site.origin}/invented.figures`)).text();
  const other = file
    .replaceAll("Invented shares of output", "=HYPERLINK(1;2;3;4;5;67)@")
    .replaceAll("Farms", "@arms").replaceAll("Factories", "-actories").replaceAll("Shops and services", "+hops and services");
  assert.notEqual(other, file);
  const src = new URL(site.document(other)).pathname;
  await visit({ url: address(chart("one", { src, indicator: "invented-shares", kind: "bar", lang: "en" }), { lang: "en" }) }, async (page) => {
    await ready(page, "one");
    const { bytes } = await made(page, "csv");
    const rows = /** @type {Row[]} */ (parse(bytes, { columns: true, bom: true }));
    assert.deepEqual(rows.map(({ category }) => category).sort(), ["'+hops and services", "'-actories", "'@arms", "Everything else"].sort());
    for (const row of rows) {
      assert.equal(row["series"], "'=HYPERLINK(1;2;3;4;5;67)@");
      for (const [name, cell] of Object.entries(row)) {
        if (name !== "value" && name !== "high") assert.doesNotMatch(cell, /^[=+\-@\t\r]/u, name);
      }
    }
    assert.deepEqual(rows.map(({ value }) => Number(value)).sort(), [3.2, 38.4, 51.9, 6.5].sort(), "numbers stay numbers");
  });
});

test("the browser really saves the three files", async (context) => {
  if (!engine.can.downloads) return context.skip(`${engine.name} is driven without a folder to save in`);
  const folder = await mkdtemp(join(tmpdir(), "indicator-chart-"));
  try {
    await visit({ url: address(chart("one", WORDED)) }, async (page) => {
      await ready(page, "one");
      await page.saving(folder);
      await press(page, "one", "more");
      await panelled(page, "one");
      /** @type {string[]} */
      let names = [];
      for (const kind of /** @type {const} */ (["png", "svg", "csv"])) {
        await press(page, "one", kind);
        const end = Date.now() + 5000;
        while (!names.some((name) => name.endsWith(`.${kind}`)) && Date.now() < end) {
          await new Promise((resolve) => setTimeout(resolve, 50));
          names = await readdir(folder);
        }
      }
      assert.deepEqual(names.sort(), ["csv", "png", "svg"].map((kind) => `A heading of the editor’s.${kind}`));
      const csv = await readFile(join(folder, names[0] ?? ""));
      assert.equal(/** @type {Row[]} */ (parse(csv, { columns: true, bom: true })).length, 48);
      assert.equal(PNG.sync.read(await readFile(join(folder, names[1] ?? ""))).width, 2 * (640 - 32));
      await clean(page);
    });
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("what is printed is lines and letters, no pixels", async (context) => {
  if (!engine.can.paper) return context.skip(`${engine.name}'s driver does not print`);
  await visit({ url: address(chart("one", WORDED)) }, async (page) => {
    await ready(page, "one");
    const bytes = await page.pdf();
    const { warn } = console;
    // It warns that it cannot draw, which nobody asks it to.
    console.warn = () => undefined;
    const { OPS, getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs").finally(() => (console.warn = warn));
    const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
    const { fnArray } = await (await document.getPage(1)).getOperatorList();
    const count = (/** @type {number[]} */ ...codes) => fnArray.filter((code) => codes.includes(code)).length;
    const [paths, letters] = [count(OPS.constructPath), count(OPS.showText)];
    assert.equal(count(OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject), 0, "no picture of pixels");
    assert.ok(paths > 8 && letters > 8, `${paths} paths, ${letters} texts`);
    context.diagnostic(`${paths} paths, ${letters} texts, ${bytes.length} bytes`);
    await document.destroy();
  });
});
