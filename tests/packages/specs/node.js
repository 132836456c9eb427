// Without a browser: a site that is built, the command line, and the native program's very bytes.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { ROOT, installed, shell, weighed } from "../lib/consumer.js";
import { looked, shoot } from "../lib/looked.js";
import { served } from "../lib/served.js";

let folder = "";
/** @type {typeof import("../../../pkg/node.js")} */
let node;

before(async () => {
  folder = await installed("static");
  node = await import(pathToFileURL(join(folder, "node_modules/indicator-chart/node.js")).href);
});

/** @param {string} text */
const sum = (text) => createHash("sha256").update(text).digest("hex");

test("a static site: pictures and tables without a script", async (t) => {
  await shell(folder, "npm", ["run", "build"]);
  const out = join(folder, "out");
  t.diagnostic(`node ${process.versions.node}: ${weighed(out)}`);
  await served(out, async ({ origin, log }) => {
    await looked(`${origin}/`, async (page) => {
      const sizes = await page.run(() => [...document.images].map((image) => image.complete && image.naturalWidth === image.width && image.naturalHeight === image.height));
      assert.deepEqual(sizes, [true, true, true]);
      assert.ok(Number(await page.run(() => document.getElementById("count")?.textContent)) > 10);
      assert.ok(log.every((path) => /\/$|\.svg$/u.test(path)), log.join());
      await shoot(page, "static");
    });
  });
});

test("what the native program draws of every page, Node draws in the same bytes, and twice", (t) => {
  const list = process.env["PICTURES"] ?? "";
  assert.ok(existsSync(list), "PICTURES names no file: cargo xtask test --only packages makes it");
  const pictures = readFileSync(list, "utf8").trim().split("\n").map((line) => JSON.parse(line));
  const figures = new Map();
  const wrong = [];
  for (const { page, attributes, theme, width, sha256 } of pictures) {
    const { src, ...all } = attributes;
    const spec = Object.fromEntries(Object.entries(all).filter(([name]) => !/^(?:id|class|group|spec|data-.*)$/u.test(name)));
    if (src && !figures.has(src)) figures.set(src, readFileSync(join(ROOT, "dist", src)));
    const options = { width, theme, ...(src ? { src: figures.get(src) } : {}) };
    const [first, second] = [node.render(spec, options).svg, node.render(spec, options).svg].map(sum);
    if (first !== sha256 || second !== sha256) wrong.push(`${page}: ${JSON.stringify(attributes)} ${theme} ${width}`);
  }
  assert.deepEqual(wrong, []);
  const charts = new Set(pictures.map(({ page, attributes }) => page + JSON.stringify(attributes)));
  t.diagnostic(`${pictures.length} pictures of ${charts.size} charts: the same SHA-256 natively and in Node`);
  assert.ok(charts.size >= 60);
});

test("npx indicator-chart renders what ./node does, into a file or to standard output", async () => {
  const options = ["--indicator", "high-tech-enterprises", "--kind", "bar", "--lang", "en", "--width", "480", "--theme", "dark"];
  const { stdout } = await shell(folder, "npx", ["--no-install", "indicator-chart", "render", ...options]);
  const { svg } = node.render({ indicator: "high-tech-enterprises", kind: "bar", lang: "en" }, { width: 480, theme: "dark" });
  assert.equal(stdout, svg);
  writeFileSync(join(folder, "spec.json"), JSON.stringify({ indicator: "high-tech-enterprises", kind: "line", lang: "en", theme: "dark" }));
  await shell(folder, "npx", ["--no-install", "indicator-chart", "render", "--spec", "@spec.json", "--kind", "bar", "--width", "480", "-o", "f.svg"]);
  assert.equal(readFileSync(join(folder, "f.svg"), "utf8"), svg);
});

test("the command line names what is wrong, and lists what there is", async () => {
  const run = (/** @type {string[]} */ ...args) => shell(folder, "npx", ["--no-install", "indicator-chart", ...args]);
  await assert.rejects(run("render", "--indicator", "no-such-figure", "--lang", "en"), /no indicator “no-such-figure”/u);
  await assert.rejects(run("render", "--colour", "red"), /--colour/u);
  await assert.rejects(run("render", "--indicator", "total-talent", "--width", "wide"), /1 to 4000/u);
  await assert.rejects(run("draw"), /“draw”.*render, describe, list, search/u);
  assert.match((await run("search", "talent", "--lang", "en")).stdout, /^total-talent\t/mu);
  assert.equal((await run("list")).stdout.trim().split("\n").length, node.list().length);
  assert.match(JSON.parse((await run("describe", "--indicator", "total-talent", "--lang", "en")).stdout).summary, /\d/u);
});

test("what cannot be drawn says why, and the next spec is drawn", () => {
  assert.throws(() => node.render({ indicator: "no-such-figure", lang: "en" }), { kind: "unknown-indicator", message: /no-such-figure/u });
  assert.throws(() => node.render(/** @type {any} */ ({ colour: "red" })), { kind: "bad-key", message: /colour.*indicator/u });
  assert.throws(() => node.render(/** @type {any} */ (null)), { kind: "bad-spec" });
  assert.throws(() => node.render({ indicator: "total-talent" }, { src: new Uint8Array([1, 2, 3]) }), (error) => error instanceof Error && "kind" in error);
  assert.ok(node.render({ indicator: "total-talent" }).svg.startsWith("<svg"));
});

test("imported in Node, the elements do nothing and fail nowhere", async () => {
  const code = `const { IndicatorChart, define } = await import("indicator-chart"); define(); define("a-b"); await import("indicator-chart/auto");
    await import("indicator-chart/inline"); console.log(typeof IndicatorChart, typeof customElements)`;
  const { stdout } = await shell(folder, process.execPath, ["--input-type=module", "--eval", code]);
  assert.equal(stdout.trim(), "function undefined");
});
