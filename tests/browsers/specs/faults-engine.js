// Whatever becomes of the engine's files, the reader keeps the fallback and is told why; when the server is well again, one
// press brings all charts, and so do a network and a reader that come back.
import assert from "node:assert/strict";
import { test } from "node:test";
import { GOOD, chart, clean, failed, ink, look, page as address, ready, settled, shoot, visit } from "../lib/chart.js";
import { site } from "../lib/engine.js";
import { until } from "../lib/page.js";

/** @import {Page} from "../lib/page.js" */
/** @import {Trouble} from "../lib/server.js" */

const HTML = chart("one", { ...GOOD, lang: "en" }) + chart("two", { ...GOOD, lang: "zh-CN" });
const MODULE = "indicator-chart.wasm";

/** How a failure is got over. @type {Record<string, (page: Page) => Promise<unknown>>} */
const WAYS = {
  press: (page) => page.run(() => /** @type {any} */ (document.getElementById("one")?.shadowRoot?.querySelector(".message button")).click()),
  online: (page) => page.run(() => dispatchEvent(new Event("online"))),
  "a reader who comes back": (page) => page.run(() => document.dispatchEvent(new Event("visibilitychange"))),
};

/**
 * What goes wrong, the kinds that the page may be told (what is cut short is a broken connection to one engine and a broken
 * module to another), and what the sentence must say to do in English.
 * @type {[Trouble, string[], RegExp, string[]][]}
 */
const FAULTS = [
  ["missing", ["engine-missing"], /HTTP 404.*uploaded/u, ["press"]],
  ["denied", ["engine-denied"], /HTTP 500.*in a while/u, ["online"]],
  ["page", ["engine-not-wasm"], /text\/html.*address/u, ["a reader who comes back"]],
  ["truncated", ["engine-corrupt", "engine-unreachable"], /Upload the file again|Check the network/u, ["press"]],
  ["corrupt", ["engine-corrupt"], /Upload the file again/u, ["online"]],
  ["other", ["engine-mismatch"], /Update both together/u, ["a reader who comes back"]],
  ["broken", ["engine-unreachable"], /Check the network/u, ["press", "online", "a reader who comes back"]],
];

for (const [kind, told, what, ways] of FAULTS) {
  for (const way of ways) {
    test(`a module that is ${kind}: the fallback, the reason, and the charts by ${way}`, async () => {
      site.faults = [{ suffix: MODULE, kind }];
      await visit({ url: address(HTML) }, async (page) => {
        for (const id of ["one", "two"]) {
          const detail = await failed(page, id);
          assert.ok(told.includes(detail?.kind), `${detail?.kind} is one of ${told}`);
          assert.ok(detail.message.includes(MODULE), detail.message);
          const seen = await look(page, id);
          assert.ok(seen.fallback && !seen.canvas && seen.message.includes(detail.message), JSON.stringify(seen));
          if (id === "one") assert.match(detail.message, what);
          else assert.match(detail.message, /\p{Script=Han}/u);
          const buttons = await page.run((id) => document.getElementById(id)?.shadowRoot?.querySelector(".message button")?.textContent, id);
          assert.equal(buttons, id === "one" ? "Retry" : "重试");
        }
        await shoot(page, `fault-${kind}`);
        // Still wrong: the same message, not said anew, and its button keeps the focus.
        await page.run(() => /** @type {any} */ (document.getElementById("one")?.shadowRoot?.querySelector(".message button")).focus());
        if (way !== "press") await WAYS[way]?.(page);
        await new Promise((resolve) => setTimeout(resolve, 500));
        const kept = await page.run(() => document.getElementById("one")?.shadowRoot?.activeElement?.textContent);
        assert.equal(kept, "Retry");
        site.faults = [];
        site.log = [];
        await WAYS[way]?.(page);
        for (const id of ["one", "two"]) {
          await ready(page, id);
          const seen = await look(page, id);
          assert.ok(seen.canvas && !seen.fallback && seen.message === "", JSON.stringify(seen));
          assert.ok((await ink(page, id)).inked > 500);
        }
        assert.equal(site.log.filter(({ path }) => path.endsWith(MODULE)).length, 1, "one fetch for all charts");
        const unhandled = (await page.errors()).filter((error) => /unhandled|uncaught/iu.test(error));
        assert.deepEqual(unhandled, []);
      });
    });
  }
}

test("a module of a wrong type draws all the same, and a slow one when it comes", async () => {
  site.faults = [{ suffix: MODULE, kind: "mime" }];
  await visit({ url: address(HTML) }, async (page) => {
    await ready(page, "one");
    assert.equal((await look(page, "one")).message, "");
  });
  site.faults = [{ suffix: MODULE, kind: "slow", ms: 12_000 }];
  await visit({ url: address(HTML) }, async (page) => {
    const start = Date.now();
    while (Date.now() - start < 9000) {
      assert.ok((await look(page, "one")).fallback, "the fallback stands while it waits");
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    assert.equal((await failed(page, "one"))?.kind, "engine-slow");
    // What is still on its way is left to come: a reader who comes back does not start it again.
    await page.run(() => document.dispatchEvent(new Event("visibilitychange")));
    await ready(page, "one");
    assert.equal((await look(page, "one")).message, "");
    assert.equal(site.log.filter(({ path }) => path.endsWith(MODULE)).length, 1);
  });
});

test("an engine that comes from nowhere, then from where it is: another address is another try", async () => {
  await visit({ url: address(chart("one", { ...GOOD, lang: "en", wasm: "http://127.0.0.1:2/none.wasm" })) }, async (page) => {
    const detail = await failed(page, "one");
    assert.equal(detail?.kind, "engine-unreachable");
    assert.match(detail?.message, /127\.0\.0\.1:2/u);
    await page.run(() => document.getElementById("one")?.removeAttribute("wasm"));
    await ready(page, "one");
  });
});

for (const [lang, names] of /** @type {[string, RegExp][]} */ ([["en", /does not let .*connect-src/u], ["zh-CN", /安全策略.*connect-src/u]])) {
  test(`a policy that lets the engine or the figures not be fetched is named in ${lang}, with what to add`, async () => {
    const csp = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:";
    await visit({ url: address(chart("one", { ...GOOD, lang }), { csp }) }, async (page) => {
      const detail = await failed(page, "one");
      assert.equal(detail?.kind, "fetch-blocked");
      assert.match(detail?.message, names);
      assert.ok(detail?.message.includes(site.origin), "with the address to add");
      assert.ok((await look(page, "one")).fallback);
      const buttons = await page.run(() => document.getElementById("one")?.shadowRoot?.querySelectorAll(".message button").length);
      assert.equal(buttons, 0, "another try would be no other");
    });
    const engineOnly = `${csp}; connect-src ${site.origin}/indicator-chart.wasm`;
    await visit({ url: address(chart("one", { src: "/invented.figures", indicator: "invented-rides", lang }), { csp: engineOnly }) }, async (page) => {
      const detail = await failed(page, "one");
      assert.equal(detail?.kind, "fetch-blocked");
      assert.match(detail?.message, /invented\.figures/u);
    });
  });
}

test("a page whose script is missing shows what stands in the elements", async () => {
  site.faults = [{ suffix: "/indicator-chart.js", kind: "missing" }];
  await visit({ url: address(HTML) }, async (page) => {
    await settled(page);
    for (const id of ["one", "two"]) assert.ok((await look(page, id)).fallback);
  });
});

test("tools that do not come are named, and come at the next wish", async () => {
  await visit({ url: address(HTML) }, async (page) => {
    await ready(page, "one");
    const tools = (await page.run(async () => /indicator-chart-tools-\w+\.js/u.exec(await (await fetch("/indicator-chart.js")).text())?.[0])) ?? "";
    assert.ok(tools);
    site.faults = [{ suffix: tools, kind: "broken" }];
    const press = () => page.run(() => /** @type {any} */ (document.getElementById("one")?.shadowRoot?.querySelector(".more")).click());
    await press();
    await until(page, "it is said", () => /did not load/u.test(document.getElementById("one")?.shadowRoot?.querySelector(".status")?.textContent ?? ""));
    const refused = await page.run(() => /** @type {any} */ (document.getElementById("one")).toCSV().catch((/** @type {Error} */ error) => error.message));
    assert.match(refused, /did not load/u);
    site.faults = [];
    await press();
    await until(page, "the menu is open", () => document.getElementById("one")?.shadowRoot?.querySelector(".panel:not([hidden])") !== null);
    assert.match(await page.run(() => /** @type {any} */ (document.getElementById("one")).toCSV()), /^period,/u);
  });
});

test("a monitor whose script or list did not come keeps its fallback, and stands when the network is back", async () => {
  const body = '<indicator-monitor id="m" lang="en"><p class="fallback">list</p></indicator-monitor>';
  const stands = () => (document.getElementById("m")?.shadowRoot?.querySelectorAll("article, li, tr").length ?? 0) > 20;
  for (const suffix of ["script", "indicator-monitor.en.json"]) {
    const script = /indicator-chart-monitor-\w+\.js/u.exec(await (await fetch(`${site.origin}/indicator-chart.js`)).text())?.[0] ?? "";
    site.faults = [{ suffix: suffix === "script" ? script : suffix, kind: "broken" }];
    await visit({ url: address(body, { lang: "en" }) }, async (page) => {
      await until(page, "it was asked for", () => performance.now() > 1500);
      assert.ok(await page.run(() => (document.querySelector(".fallback")?.getClientRects().length ?? 0) > 0));
      site.faults = [];
      await page.run(() => dispatchEvent(new Event("online")));
      await until(page, "the monitor stands", stands);
    });
  }
});
