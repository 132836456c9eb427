// What a reader with an engine of January 2021 has: the article, a pasted chart, a story, and a chart that comes back after
// a trap, in Chromium 88: SITE_DIR, SCREENSHOTS and OLD (where the program is unpacked) may name other folders.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { Site } from "../../browsers/lib/server.js";
import { launch } from "./chromium.js";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const SHOTS = join(process.env["SCREENSHOTS"] ?? join(ROOT, "target/screenshots"), "old");
const DESK = { width: 800, height: 900 };
const PHONE = { width: 360, height: 740 };

const site = await new Site().start();
const { page, close } = await launch(process.env["OLD"] ?? join(ROOT, "target/xtask/old"));
after(async () => {
  await close();
  await site.stop();
});

async function shoot(name) {
  await mkdir(SHOTS, { recursive: true });
  await writeFile(join(SHOTS, `${name}.png`), await page.screenshot());
}

/** The pixels of a chart's picture that differ from its first; runs in the page. @param {number} at */
const ink = (at) => {
  const canvas = document.querySelectorAll("indicator-chart")[at].shadowRoot.querySelector("canvas.base");
  if (!canvas.width || !canvas.height) return 0;
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  let inked = 0;
  for (let index = 0; index < data.length; index += 4) {
    if (data[index + 3] > 128 && [0, 1, 2].some((part) => Math.abs(data[index + part] - data[part]) > 16)) inked += 1;
  }
  return inked;
};

/** Brings every chart on the screen and counts the inked pixels of each. */
async function drawn() {
  const count = await page.run(() => document.querySelectorAll("indicator-chart").length);
  const inked = [];
  for (let at = 0; at < count; at += 1) {
    await page.run((at) => document.querySelectorAll("indicator-chart")[at].scrollIntoView({ block: "center" }), at);
    await page.until(`chart ${at + 1} of ${count} is drawn`, (at) =>
      document.querySelectorAll("indicator-chart")[at].describe() !== undefined, at);
    inked.push(await page.until(`chart ${at + 1} of ${count} has ink`, ink, at));
  }
  return inked;
}

/** A page as the README has an editor paste it. */
const pasted = () => {
  const readme = readFileSync(join(ROOT, "README.md"), "utf8");
  const code = /```html\n(<script type="module" src="\/charts\/indicator-chart\.js">[\s\S]*?)```/u.exec(readme)?.[1];
  assert.ok(code, "the README has code to paste");
  const body = code.replaceAll("/charts/", "/");
  return site.document(`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>t</title>
    <link rel="icon" href="data:,"></head><body>${body}</body></html>`);
};

await page.before(() => {
  // Counts instances of the engine, and lets the next call for a chart's name trap as a fault in the engine would.
  const real = WebAssembly.instantiate;
  const trap = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array([
    0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 4, 1, 0x60, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 0x74, 0, 0, 10, 5, 1, 3, 0, 0, 0x0b,
  ]))).exports.t;
  globalThis.engines = 0;
  WebAssembly.instantiate = async (...asked) => {
    const made = await real.apply(WebAssembly, asked);
    if (!(made instanceof WebAssembly.Instance)) return made;
    globalThis.engines += 1;
    const exports = {};
    for (const [name, value] of Object.entries(made.exports)) {
      exports[name] = name !== "chart_label" ? value : (...args) => {
        if (!globalThis.trapping) return value(...args);
        globalThis.trapping = false;
        return trap();
      };
    }
    return Object.create(WebAssembly.Instance.prototype, { exports: { value: exports } });
  };
});

test("the engine is the old one", async () => {
  await page.goto(pasted(), DESK);
  const agent = await page.run(() => navigator.userAgent);
  assert.match(agent, /Chrome\/88\./u);
  assert.deepEqual(await page.run(() => WebAssembly.validate(new Uint8Array([
    // A function that takes and gives back a reference: what this engine must not know.
    0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 6, 1, 0x60, 1, 0x6f, 1, 0x6f, 3, 2, 1, 0, 10, 6, 1, 4, 0, 0x20, 0, 0x0b,
  ]))), false);
});

for (const [name, size] of [["desk", DESK], ["phone", PHONE]]) {
  test(`the article's charts are drawn, and the console is quiet: ${name}`, async () => {
    await page.goto(`${site.origin}/index.html`, size);
    const inked = await drawn();
    assert.ok(inked.length >= 8 && inked.every((count) => count > 1000), String(inked));
    const wide = await page.run(() => document.documentElement.scrollWidth);
    assert.ok(wide <= size.width, `${wide} px of ${size.width}`);
    await page.run(() => document.querySelector("indicator-chart").scrollIntoView());
    await shoot(`article-${name}`);
    assert.deepEqual(page.errors, []);
  });
}

test("a pasted chart: the mouse reads it, its table opens", async () => {
  await page.goto(pasted(), DESK);
  const [inked] = await drawn();
  assert.ok(inked > 1000, String(inked));
  const { left, top, width, height } = await page.run(() =>
    document.querySelector("indicator-chart").shadowRoot.querySelector("canvas.base").getBoundingClientRect().toJSON());
  await page.move(left + width / 3, top + height / 2);
  const tip = await page.until("the tooltip opens", () => {
    const tip = document.querySelector("indicator-chart").shadowRoot.querySelector(".tip");
    return tip && !tip.hidden && tip.innerText;
  });
  assert.match(tip, /billion yuan/u);
  await shoot("pasted-tooltip");
  await page.run(() => document.querySelector("indicator-chart").shadowRoot.querySelector(".switch").click());
  const rows = await page.until("the table shows", () => {
    const rows = document.querySelector("indicator-chart").shadowRoot.querySelectorAll("tbody tr");
    return [...rows].filter((row) => row.getClientRects().length > 0).length;
  });
  assert.ok(rows >= 2, `${rows} rows`);
  await shoot("pasted-table");
  assert.deepEqual(page.errors, []);
});

test("a story: its charts are drawn, and its steps drive them", async () => {
  await page.goto(`${site.origin}/stories/report-card-2024.html`, DESK);
  const inked = await drawn();
  assert.ok(inked.length >= 4 && inked.every((count) => count > 1000), String(inked));
  await page.run(() => scrollTo(0, 0));
  const states = await page.run(async () => {
    const seen = new Set();
    for (let y = 0; y < document.documentElement.scrollHeight; y += 60) {
      scrollTo(0, y);
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      for (const chart of document.querySelectorAll(".scene indicator-chart")) if (chart.state) seen.add(chart.state.split("&")[0]);
    }
    return [...seen];
  });
  const asked = await page.run(() =>
    [...document.querySelectorAll(".step[data-state]")].map((step) => step.dataset.state.split("&")[0]).filter(Boolean));
  assert.ok(asked.length > 0, "the story has steps that ask for a view");
  const plain = new Set(states.map(decodeURIComponent));
  assert.deepEqual(asked.map(decodeURIComponent).filter((state) => !plain.has(state)), [], "every step sets its view");
  await page.run(() => document.querySelector(".scene").scrollIntoView());
  await page.until("the first chart is drawn again", ink, 0);
  await shoot("story");
  assert.deepEqual(page.errors, []);
});

test("after a trap the chart is drawn anew by another instance", async () => {
  await page.goto(pasted(), DESK);
  const [before] = await drawn();
  assert.equal(await page.run(() => globalThis.engines), 1);
  await page.run(() => {
    globalThis.trapping = true;
    return document.querySelector("indicator-chart").describe() === undefined;
  });
  await page.until("there is another instance", () => globalThis.engines === 2);
  await page.until("the chart is described again", () => document.querySelector("indicator-chart").describe() !== undefined);
  const [again] = await drawn();
  assert.equal(again, before);
  await shoot("after-trap");
});
