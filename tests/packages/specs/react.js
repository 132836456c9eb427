// React renders around the element as often as it likes: the chart lives on, its fallback stays React's.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { until } from "../../browsers/lib/page.js";
import { installed, shell, versions, weighed } from "../lib/consumer.js";
import { drawn, looked, shoot, sorted } from "../lib/looked.js";
import { served } from "../lib/served.js";

/** @import {Page} from "../../browsers/lib/page.js" */

/** Order, and whether each chart is the very element and canvas that it was. @param {Page} page */
const kept = (page) =>
  page.run(() => {
    const all = [...document.querySelectorAll("indicator-chart")];
    const known = /** @type {any} */ (globalThis).known;
    const canvas = (/** @type {Element} */ host) => host.shadowRoot?.querySelector("canvas");
    return all.map((host) => `${host.id}${known.has(host) && known.get(host) === canvas(host) ? "" : " is another"}`);
  });

/** @param {Page} page */
const rendered = (page) =>
  page.run(() => Promise.all([...document.querySelectorAll("indicator-chart")].map((host) => /** @type {any} */ (host).rendered)));

test("React: a hundred renders in strict mode, changing props and another order leave three charts alive on one engine", async (t) => {
  const folder = await installed("react");
  await shell(folder, "npm", ["run", "build"]);
  const out = join(folder, "out");
  t.diagnostic(`${versions(folder).join(", ")}: ${weighed(out)}`);
  await served(out, async ({ origin, log }) => {
    await looked(`${origin}/`, async (page) => {
      assert.equal(await drawn(page), 3);
      await page.run(() => {
        const canvas = (/** @type {Element} */ host) => host.shadowRoot?.querySelector("canvas");
        /** @type {any} */ (globalThis).known = new Map([...document.querySelectorAll("indicator-chart")].map((host) => [host, canvas(host)]));
      });
      await page.run(async () => {
        const change = /** @type {any} */ (globalThis).page;
        for (let time = 1; time <= 100; time += 1) {
          change(() => ({ renders: time, heading: `Heading ${time}` }));
          if (time % 10 === 0) await new Promise((resolve) => requestAnimationFrame(resolve));
        }
      });
      assert.deepEqual(await rendered(page), [true, true, true]);
      assert.deepEqual(await kept(page), ["one", "two", "three"]);
      await until(page, "the last heading is drawn", () => /Heading 100/u.test(/** @type {any} */ (document.getElementById("one")).describe()?.label));
      assert.equal(await page.run(() => document.querySelector("#one p")?.textContent), "Fallback, rendered 100 times");
      for (const order of [[2, 1, 0], [1, 0, 2], [0], [0, 1, 2]]) {
        await page.run((order) => /** @type {any} */ (globalThis).page(() => ({ order })), order);
        await rendered(page);
        if (order.length === 3 && order[0] !== 0) {
          assert.deepEqual(await kept(page), order.map((at) => ["one", "two", "three"][at]), "a moved chart is the same");
        }
      }
      // Two of them were taken out and are new.
      assert.deepEqual(await kept(page), ["one", "two is another", "three is another"]);
      assert.equal(await drawn(page), 3);
      const { scripts, engines, rest } = sorted(log);
      assert.deepEqual([scripts.length, engines.length, rest], [1, 1, []]);
      await shoot(page, "react");
    });
  });
});
