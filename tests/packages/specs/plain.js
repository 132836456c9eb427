// Pages without a bundler: a script tag with its hash, one file for all, a page opened from disk.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { installed, shell, weighed } from "../lib/consumer.js";
import { drawn, looked, opened, shoot, sorted } from "../lib/looked.js";
import { served } from "../lib/served.js";

let out = "";

before(async () => {
  const folder = await installed("plain");
  await shell(folder, "npm", ["run", "build"]);
  out = join(folder, "out");
});

test("a script tag with its hash: twenty charts ask for one script and one engine", async (t) => {
  const chart = ["indicator-chart.js", "indicator-chart.wasm"].map((name) => join(out, "charts", name));
  t.diagnostic(`script tag: ${weighed(out, chart)}`);
  await served(out, async ({ origin, log }) => {
    await looked(`${origin}/`, async (page) => {
      await drawn(page);
      await page.run(async () => {
        for (const host of document.querySelectorAll("indicator-chart")) {
          host.scrollIntoView();
          await /** @type {any} */ (host).rendered;
        }
        scrollTo(0, 0);
      });
      assert.deepEqual(sorted(log), { scripts: ["/charts/indicator-chart.js"], engines: ["/charts/indicator-chart.wasm"], rest: [] });
      await opened(page);
      assert.equal(sorted(log).scripts.length, 2);
      await shoot(page, "plain");
    });
  });
});

test("one file: nothing else is asked for, tools included", async (t) => {
  t.diagnostic(`inline: ${weighed(out, [join(out, "charts/inline.js")])}`);
  await served(out, async ({ origin, log }) => {
    await looked(`${origin}/inline.html`, async (page) => {
      assert.equal(await drawn(page), 2);
      await opened(page);
      assert.deepEqual(sorted(log), { scripts: ["/charts/inline.js"], engines: [], rest: [] });
    });
  });
});

test("a page that is one file by itself draws from anywhere", async () => {
  await served(out, async ({ origin, log }) => {
    await looked(`${origin}/single.html`, async (page) => {
      assert.equal(await drawn(page), 2);
      await opened(page);
      assert.deepEqual(log, ["/single.html"]);
    });
  });
});

test("from disk, without a server, it draws too", async () => {
  for (const name of ["disk.html", "single.html"]) {
    await looked(pathToFileURL(join(out, name)).href, async (page) => {
      assert.equal(await drawn(page), 2);
      await opened(page);
      await shoot(page, name.replace(".html", ""));
    });
  }
});

test("nothing in the one file ends a script element early", () => {
  assert.doesNotMatch(readFileSync(join(out, "charts/inline.js"), "utf8"), /<\/script|<!--/iu);
});
