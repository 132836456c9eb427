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
  for (const name of ["indicator-chart.js", "index.js"]) assert.ok(readFileSync(join(home, name), "utf8").includes(integrity["indicator-chart.wasm"]), name);
});

for (const [module, resolution] of [["node16", "node16"], ["esnext", "bundler"]]) {
  test(`TypeScript, strict, module resolution ${resolution}`, async () => {
    const tsc = join(ROOT, "xtask/tools/node_modules/.bin/tsc");
    await shell(folder, tsc, ["--project", ".", "--module", String(module), "--moduleResolution", String(resolution)]);
  });
}

test("an application that only names the class holds nothing else of the package", async () => {
  assert.ok(!description.sideEffects.includes("./index.js"));
  const { IndicatorChart } = await import(pathToFileURL(join(home, "index.js")).href);
  assert.equal(typeof IndicatorChart, "function");
});
