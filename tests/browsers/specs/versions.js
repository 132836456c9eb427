// Two copies of the script in one page, as when an article quotes another one with its charts: the first one serves all.
import assert from "node:assert/strict";
import { test } from "node:test";
import { GOOD, chart, clean, failed, ink, ready, settled, visit } from "../lib/chart.js";
import { site } from "../lib/engine.js";
import { until } from "../lib/page.js";

const FIGURE = "provincial-laboratories@zhengzhou/2023-12-31/actual";
const BODY = `${chart("one", GOOD)}${chart("two", { ...GOOD, kind: "bar" })}
  <p><indicator-figure observation="${FIGURE}"><a href="#f">11</a></indicator-figure></p><ol><li id="f">f</li></ol>
  <indicator-monitor year="2023" id="monitor"><p>list</p></indicator-monitor>
  <indicator-story><section class="scene"><div class="steps"><div class="step" data-step="one" data-state="view=table">s</div></div></section></indicator-story>`;

/** @param {string[]} scripts in the order of the page @param {string} [body] */
const document = (scripts, body = BODY) =>
  site.document(`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>t</title>
    <meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><link rel="stylesheet" href="/pages/page.css">
    <script src="/pages/probe.js"></script>${scripts.map((src) => `<script type="module" src="${src}"></script>`).join("")}
    </head><body>${body}</body></html>`);

const [HERE, THERE] = ["/indicator-chart.js", "/copy/indicator-chart.js"];

for (const [first, second] of [[HERE, THERE], [THERE, HERE]]) {
  test(`of ${first} and ${second} the first serves the page with all its parts and one engine`, async () => {
    await visit({ url: document([first, second].map(String)), viewport: { width: 700, height: 900 } }, async (page) => {
      for (const id of ["one", "two"]) await ready(page, id);
      await page.run(() => /** @type {any} */ (globalThis.document.getElementById("one")?.shadowRoot?.querySelector(".more")).click());
      await until(page, "the tools are there", () => globalThis.document.getElementById("one")?.shadowRoot?.querySelector(".panel:not([hidden])") !== null);
      await page.run(() => globalThis.document.getElementById("monitor")?.scrollIntoView());
      await until(page, "the monitor stands", () => (globalThis.document.getElementById("monitor")?.shadowRoot?.querySelectorAll("article, li, tr").length ?? 0) > 5);
      for (const part of ["story", "cited"]) {
        await until(page, `the part ${part} came`, (part) => performance.getEntriesByType("resource").some(({ name }) => name.includes(`indicator-chart-${part}`)), part);
      }
      await settled(page);
      assert.ok((await ink(page, "two")).inked > 500);
      const folder = (/** @type {string} */ path) => path.slice(0, path.lastIndexOf("/") + 1);
      const parts = site.log.map(({ path }) => path).filter((path) => /\.(js|wasm|json)$/u.test(path) && !path.startsWith("/pages/"));
      const others = parts.filter((path) => path !== second && folder(path) !== folder(String(first)));
      assert.deepEqual(others, [], "every part is of the first copy");
      assert.equal(parts.filter((path) => path.endsWith(".wasm")).length, 1, "one engine");
      const same = await page.run(async (paths) => {
        const [one, other] = await Promise.all(paths.map((path) => import(path)));
        const own = customElements.get("indicator-chart");
        return one.IndicatorChart === own && other.IndicatorChart === own;
      }, [first, second].map(String));
      assert.ok(same, "both scripts give out the class that serves the page");
      await clean(page);
    });
  });
}

test("a copy that comes while the first is at work changes nothing", async () => {
  await visit({ url: document([HERE]), viewport: { width: 700, height: 900 } }, async (page) => {
    await ready(page, "one");
    await page.run(async (path) => void (await import(path)), THERE);
    await page.run(() => {
      const more = globalThis.document.createElement("indicator-chart");
      more.id = "late";
      more.setAttribute("indicator", "high-tech-enterprises");
      globalThis.document.body.prepend(more);
    });
    await ready(page, "late");
    assert.equal(site.log.filter(({ path }) => path.endsWith(".wasm")).length, 1);
    await clean(page);
  });
});

test("where the first copy has lost its engine, no other copy steps in, and the message names the file that is missing", async () => {
  site.faults = [{ suffix: "/copy/indicator-chart.wasm", kind: "missing" }];
  await visit({ url: document([THERE, HERE], chart("one", GOOD)) }, async (page) => {
    assert.match((await failed(page, "one"))?.message, /copy\/indicator-chart\.wasm/u);
    assert.equal(site.log.filter(({ path }) => path === "/indicator-chart.wasm").length, 0);
  });
});
