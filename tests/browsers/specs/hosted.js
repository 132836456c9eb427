// The site as a static host sends it: by the headers of `_headers`, under the policy that they name.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { engine } from "../lib/engine.js";
import { until } from "../lib/page.js";
import { Site } from "../lib/server.js";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const VERSION = readdirSync(join(ROOT, "dist/v"))[0] ?? "";
const PAGES = ["index.html", "embeds.en.html", "monitor.html", "gallery.html", "stories/report-card-2024.html"];

/** The site with the files of the package packed, as `cargo xtask deploy` packs all of them. */
const folder = mkdtempSync(join(tmpdir(), "indicator-chart-hosted-"));
cpSync(join(ROOT, "dist"), folder, { recursive: true });
execFileSync(process.execPath, [join(ROOT, "xtask/tools/compress.mjs"), join(folder, "v"), "--keep", join(ROOT, "target/xtask/packed")]);

/** A host of its own: a browser keeps what it sends, and other specs must not find it kept. */
const host = await new Site(folder).start();
host.hosted = true;
after(async () => {
  await host.stop();
  rmSync(folder, { recursive: true });
});

/** @param {string} path */
async function head(path) {
  const response = await fetch(host.origin + path);
  await response.arrayBuffer();
  assert.equal(response.status, 200, path);
  return response.headers;
}

test("what never changes is kept for a year, what changes is asked for, and every page may fetch both", async () => {
  const forever = "public, max-age=31536000, immutable";
  const picture = readdirSync(join(folder, "charts")).find((name) => name.endsWith(".svg"));
  for (const [path, cache] of [
    [`/v/${VERSION}/indicator-chart.js`, forever],
    [`/v/${VERSION}/indicator-chart.wasm`, forever],
    [`/v/${VERSION}/indicator-monitor.zh.json`, forever],
    [`/charts/${picture}`, forever],
    ["/indicator-chart.js", "no-cache"],
    ["/indicator-chart.wasm", "no-cache"],
    ["/index.html", "no-cache"],
    ["/", "no-cache"],
  ]) {
    const headers = await head(path ?? "");
    assert.equal(headers.get("cache-control"), cache, path);
    assert.equal(headers.get("access-control-allow-origin"), "*", path);
    assert.equal(headers.get("cross-origin-resource-policy"), "cross-origin", path);
    assert.equal(headers.get("x-content-type-options"), "nosniff", path);
    if (path?.endsWith(".wasm")) assert.equal(headers.get("content-type"), "application/wasm");
  }
});

for (const name of PAGES) {
  test(`${name} works under the headers of the site`, async () => {
    const page = await engine.open();
    assert.ok(page);
    try {
      host.log = [];
      await page.viewport({ width: 640, height: 800 });
      await page.goto(`${host.origin}/${name}`);
      if (name.startsWith("monitor")) {
        await until(page, "the list is drawn", () =>
          (document.querySelector("indicator-monitor")?.shadowRoot?.querySelectorAll("li, tr").length ?? 0) > 10);
      } else {
        await page.run(() => document.querySelector("indicator-chart")?.scrollIntoView({ block: "center" }));
        await until(page, "the first chart is drawn", () =>
          /** @type {any} */ (document.querySelector("indicator-chart")).describe?.() !== undefined);
      }
      const asked = await page.requests();
      assert.ok(asked.includes(`${host.origin}/v/${VERSION}/indicator-chart.js`), "the page takes the script from its folder");
      assert.ok(!asked.includes(`${host.origin}/indicator-chart.js`), "and no other");
      assert.deepEqual(asked.filter((address) => !address.startsWith(host.origin) && !/^(data|blob):/u.test(address)), []);
      assert.deepEqual(host.log.filter(({ status }) => status !== 200), []);
      const whole = host.log.filter(({ path, coding }) => path.startsWith("/v/") && coding === "").map(({ path }) => path);
      assert.deepEqual(whole, [], "what lies packed is sent packed");
      assert.deepEqual(await page.errors(), [], "no violation, no error");
    } finally {
      await page.close();
    }
  });
}

test("what a page has fetched is not fetched again for the next", async () => {
  const page = await engine.open();
  assert.ok(page);
  try {
    for (const name of ["index.html", "index.en.html"]) {
      host.log = [];
      await page.goto(`${host.origin}/${name}`);
      await page.run(() => document.querySelector("indicator-chart")?.scrollIntoView({ block: "center" }));
      await until(page, "the first chart is drawn", () =>
        /** @type {any} */ (document.querySelector("indicator-chart")).describe?.() !== undefined);
    }
    assert.deepEqual(host.log.filter(({ path }) => path.startsWith("/v/")), []);
  } finally {
    await page.close();
  }
});
