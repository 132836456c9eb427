// The package itself: what it holds, what its doors lead to, its types and its manifest.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { ROOT, files, installed, packed, shell, weighed, within } from "../lib/consumer.js";

let home = "";
let folder = "";
/** @type {any} */
let description;

before(async () => {
  folder = await installed("types");
  home = join(folder, "node_modules/indicator-chart");
  description = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
});

test("every door of the package leads to a file, types first, and nothing else is in it", async (t) => {
  const all = files(home).map((path) => within(home, path));
  t.diagnostic(`the package: ${weighed(home)}; ${(readFileSync(await packed())).length} bytes packed`);
  const named = new Set();
  for (const [door, target] of Object.entries(description.exports)) {
    const ways = typeof target === "string" ? [["default", target]] : Object.entries(target);
    if (typeof target !== "string") assert.equal(ways[0]?.[0], "types", `${door}: types come first`);
    for (const [, path] of ways) {
      assert.ok(existsSync(join(home, path)), `${door} leads to ${path}, which the package lacks`);
      named.add(path.slice(2));
    }
  }
  for (const path of [description.unpkg, description.jsdelivr, description.types, description.customElements, description.bin["indicator-chart"]]) assert.ok(existsSync(join(home, path)), path);
  const known = /^(?:README\.md|LICENSE-(?:MIT|APACHE)|package\.json|cli\.js|indicator-chart-[a-z]+-[0-9A-F]{8}\.js|indicator-monitor\.(?:zh|en)\.json)$/u;
  assert.deepEqual(all.filter((name) => !named.has(name) && !known.test(name)), [], "nothing else is in the package");
  assert.equal(description.scripts, undefined, "nothing runs when it is installed");
});

test("the hashes are those of the files, and the script holds the engine to its own", () => {
  const integrity = JSON.parse(readFileSync(join(home, "integrity.json"), "utf8"));
  for (const [name, said] of Object.entries(integrity)) {
    assert.equal(said, `sha384-${createHash("sha384").update(readFileSync(join(home, name))).digest("base64")}`, name);
  }
  for (const name of ["indicator-chart.js", "index.js"]) {
    const script = readFileSync(join(home, name), "utf8");
    for (const module of ["indicator-chart.wasm", "indicator-chart-columns.wasm"]) assert.ok(script.includes(integrity[module]), `${name}: ${module}`);
  }
});

for (const [module, resolution] of [["node16", "node16"], ["esnext", "bundler"]]) {
  test(`TypeScript, strict, module resolution ${resolution}`, async () => {
    const tsc = join(ROOT, "xtask/tools/node_modules/.bin/tsc");
    await shell(folder, tsc, ["--project", ".", "--module", String(module), "--moduleResolution", String(resolution)]);
  });
}

/** @param {string} tag */
function declared(tag) {
  const manifest = JSON.parse(readFileSync(join(home, "custom-elements.json"), "utf8"));
  assert.equal(manifest.schemaVersion, "2.1.0");
  return manifest.modules[0].declarations.find((/** @type {any} */ each) => each.tagName === tag);
}

/** @param {{name: string}[]} all */
const names = (all) => all.map(({ name }) => name).sort();

/** @param {string} file in www/element @param {RegExp} pattern */
const found = (file, pattern) => [...readFileSync(join(ROOT, "www/element", file), "utf8").matchAll(pattern)].map(([, name]) => name ?? "");

test("the manifest has every attribute, member, event, part and property of the chart's code, each with its text", async () => {
  const chart = declared("indicator-chart");
  const { IndicatorChart } = await import(pathToFileURL(join(home, "index.js")).href);
  assert.deepEqual(names(chart.attributes), [...IndicatorChart.observedAttributes].sort());
  const callbacks = /^(?:constructor|\w+Callback)$/u;
  const own = Object.getOwnPropertyNames(IndicatorChart.prototype).filter((name) => !callbacks.test(name));
  assert.deepEqual(names(chart.members.filter((/** @type {any} */ each) => !each.static)), own.sort());
  assert.deepEqual(names(chart.members.filter((/** @type {any} */ each) => each.static)), ["columns", "wasm"]);
  const sources = files(join(ROOT, "www/element")).map((path) => within(join(ROOT, "www/element"), path));
  const events = sources.flatMap((file) => found(file, /\btell\([^,]+, "(indicator-\w+)"/gu));
  assert.deepEqual(names(chart.events), [...new Set(events)].sort());
  const parts = sources.flatMap((file) => found(file, /setAttribute\("part", "([\w-]+)"\)/gu));
  assert.deepEqual(names(chart.cssParts), [...new Set(parts)].sort());
  const { NAMES } = await import(pathToFileURL(join(ROOT, "www/element/theme.js")).href);
  assert.deepEqual(names(chart.cssProperties), [...NAMES, "font", "radius"].map((name) => `--indicator-${name}`).sort());
  for (const part of ["attributes", "members", "events", "cssParts", "cssProperties"]) {
    for (const { name, description } of chart[part]) assert.ok(description, `${part}: ${name} has no text; index.d.ts or xtask/tools/manifest.mjs gives it one`);
  }
});

test("the manifest has the attributes of the other three elements", () => {
  const read = (/** @type {string[]} */ ...all) => all.flatMap((file) => found(file, /getAttribute\("([\w-]+)"\)|hasAttribute\("([\w-]+)"\)/gu));
  const presets = (readFileSync(join(ROOT, "www/element/monitor/wish.js"), "utf8").match(/PRESETS = \[([^\]]+)\]/u)?.[1] ?? "").match(/\w+/gu) ?? [];
  const monitor = names(declared("indicator-monitor").attributes);
  for (const name of [...presets, ...read("monitor/monitor.js").filter((name) => name !== "indicator" && name !== "data-theme")]) {
    assert.ok(name === "" || monitor.includes(name), `indicator-monitor: ${name}`);
  }
  assert.deepEqual(names(declared("indicator-figure").attributes), ["form", "from", "observation"]);
  assert.deepEqual(declared("indicator-story").attributes, []);
});

test("the class alone registers nothing", async () => {
  assert.ok(!description.sideEffects.includes("./index.js"));
  assert.deepEqual(Object.keys(await import(pathToFileURL(join(home, "index.js")).href)).sort(), ["IndicatorChart", "define"]);
});
