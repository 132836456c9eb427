// Bundlers take along the engine and what is fetched later, with no setting of their own.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { installed, shell, versions, weighed } from "../lib/consumer.js";
import { drawn, looked, opened, shoot, sorted } from "../lib/looked.js";
import { served } from "../lib/served.js";

test("Vite: class and registration are one copy, one engine is fetched, the tools come when they are wanted", async (t) => {
  const folder = await installed("vite");
  await shell(folder, "npm", ["run", "build"]);
  const out = join(folder, "out");
  t.diagnostic(`${versions(folder).join(", ")}: ${weighed(out)}`);
  await served(out, async ({ origin, log }) => {
    await looked(`${origin}/`, async (page) => {
      assert.equal(await drawn(page), 2);
      const { scripts, engines, rest } = sorted(log);
      assert.deepEqual([scripts.length, engines.length, rest], [1, 1, []]);
      assert.equal(await page.run(() => document.documentElement.dataset["same"]), "true");
      await opened(page);
      assert.equal(sorted(log).scripts.length, 2, "the tools are one script");
      assert.equal(sorted(log).engines.length, 1);
      await shoot(page, "vite");
    });
  });
});

test("webpack: no warning, one engine is fetched, a name of one's own, the tools come when they are wanted", async (t) => {
  const folder = await installed("webpack");
  await shell(folder, "npm", ["run", "build"]);
  const out = join(folder, "out");
  t.diagnostic(`${versions(folder).join(", ")}: ${weighed(out)}`);
  await served(out, async ({ origin, log }) => {
    await looked(`${origin}/`, async (page) => {
      assert.equal(await drawn(page), 1);
      assert.equal(await drawn(page, "newsroom-chart"), 1);
      const { scripts, engines, rest } = sorted(log);
      assert.deepEqual([scripts.length, engines.length, rest], [1, 1, []]);
      await opened(page);
      assert.equal(sorted(log).scripts.length, 2, "the tools are one script");
      await shoot(page, "webpack");
    });
  });
});
