// Trouble: whatever is wrong, the reader gets the fallback or a sentence, the page gets an event, others live on.
import assert from "node:assert/strict";
import { test } from "node:test";
import { GOOD, chart, clean, failed, ink, look, onlyOurs, page as address, ready, settled, settles, shoot, visit, trap } from "../lib/chart.js";
import { site } from "../lib/engine.js";
import { until } from "../lib/page.js";

/** @import {Fault} from "../lib/server.js" */

/**
 * Faults under which the engine cannot run, and the kinds that the page may be told: what is cut short is a broken
 * connection to one engine and a broken module to another, as it happens to notice.
 * @type {[string, Fault["kind"], string[]][]}
 */
const FATAL = [
  ["is missing", "missing", ["engine-missing"]],
  ["is cut short", "truncated", ["engine-corrupt", "engine-unreachable"]],
  ["is corrupt", "corrupt", ["engine-corrupt"]],
  ["is another build's", "other", ["engine-mismatch"]],
];

for (const [what, kind, told] of FATAL) {
  test(`a module that ${what} leaves the fallback and says so`, async () => {
    site.faults = [{ suffix: ".wasm", kind }];
    await visit({ url: address(chart("one", GOOD) + chart("two", GOOD)) }, async (page) => {
      for (const id of ["one", "two"]) {
        const detail = await failed(page, id);
        assert.ok(told.includes(detail?.kind), `${detail?.kind} is one of ${told}`);
        assert.match(detail?.message, /indicator-chart\.wasm/u, "the message names the file");
        const seen = await look(page, id);
        assert.ok(seen.message.includes(detail?.message), "the reader is told the same");
        assert.ok(seen.fallback, "the fallback stays");
        assert.ok(!seen.canvas || (await ink(page, id)).inked === 0, "no half picture");
      }
      await shoot(page, `module-${kind}`);
      const unhandled = (await page.errors()).filter((error) => /unhandled|uncaught/iu.test(error));
      assert.deepEqual(unhandled, [], "no unhandled rejection");
      await onlyOurs(page);
    });
  });
}

test("another build's module draws where the page names it, and is drawn by after a retry where it was mended", async () => {
  site.faults = [{ suffix: ".wasm", kind: "other" }];
  await visit({ url: address(chart("one", GOOD)) }, async (page) => {
    assert.equal((await failed(page, "one"))?.kind, "engine-mismatch");
    site.faults = [];
    await page.run(() => document.getElementById("one")?.shadowRoot?.querySelector(".message button")?.dispatchEvent(new Event("click")));
    await ready(page, "one");
  });
  site.faults = [{ suffix: ".wasm", kind: "other" }];
  await visit({ url: address(chart("one", { ...GOOD, wasm: "/indicator-chart.wasm" })) }, async (page) => ready(page, "one"));
});

test("a module of the wrong type draws all the same", async () => {
  site.faults = [{ suffix: ".wasm", kind: "mime" }];
  await visit({ url: address(chart("one", GOOD)) }, async (page) => {
    await ready(page, "one");
    assert.ok((await ink(page, "one")).inked > 500);
    assert.equal((await look(page, "one")).message, "");
    await onlyOurs(page);
  });
});

test("a slow module keeps the fallback until the first frame", async () => {
  site.faults = [{ suffix: ".wasm", kind: "slow", ms: 1500 }];
  await visit({ url: address(chart("one", GOOD)) }, async (page) => {
    assert.ok((await look(page, "one")).fallback);
    await ready(page, "one");
    assert.ok(!(await look(page, "one")).fallback);
    await clean(page);
  });
});

test("a page that forbids wasm keeps the fallback and says so", async () => {
  const csp = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'";
  await visit({ url: address(chart("one", GOOD), { csp }) }, async (page) => {
    assert.equal((await failed(page, "one"))?.kind, "engine-refused");
    const seen = await look(page, "one");
    assert.ok(seen.fallback);
    assert.match(seen.message, /'wasm-unsafe-eval'/u);
    await shoot(page, "csp-without-wasm");
  });
});

test("a strict policy with 'wasm-unsafe-eval' is enough to draw", async () => {
  const csp =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; require-trusted-types-for 'script'";
  await visit({ url: address(chart("one", GOOD), { csp }) }, async (page) => {
    await ready(page, "one");
    const { box, message } = await look(page, "one");
    assert.equal(message, "");
    assert.ok((await ink(page, "one")).inked > 500);
    await page.move(box.x + box.width / 2, box.y + box.height / 2);
    await settled(page);
    assert.ok((await look(page, "one")).tooltip !== null);
    await shoot(page, "csp-strict");
    await clean(page);
  });
});

/** Specs that cannot be drawn, and what the sentence must name. @type {[string, Record<string, string>, RegExp][]} */
const BAD = [
  ["an unknown indicator", { indicator: "no-such-figure", kind: "line" }, /no-such-figure/u],
  ["an unknown kind", { ...GOOD, kind: "sunburst" }, /sunburst/u],
  ["an unknown area", { ...GOOD, area: "atlantis" }, /atlantis/u],
  ["a day that is none", { ...GOOD, from: "2023-13-45" }, /2023-13-45/u],
  ["a height that is none", { ...GOOD, height: "tall" }, /tall/u],
  ["no indicator", { kind: "line" }, /indicator/u],
  ["a spec that is no JSON", { spec: '{"indicator": ' }, /spec|JSON/u],
];

for (const [what, attributes, names] of BAD) {
  for (const lang of ["zh-CN", "en"]) {
    test(`${what} is named in ${lang}, and the next chart draws`, async () => {
      const url = address(chart("bad", { ...attributes, lang }) + chart("good", GOOD));
      await visit({ url }, async (page) => {
        const detail = await failed(page, "bad");
        await ready(page, "good");
        const seen = await look(page, "bad");
        assert.match(seen.message, names);
        assert.match(JSON.stringify(detail), names);
        assert.equal(/\p{Script=Han}/u.test(seen.message), lang === "zh-CN", `"${seen.message}" is in ${lang}`);
        assert.ok(seen.fallback, "the fallback stays");
        assert.ok((await ink(page, "good")).inked > 500);
        const said = await page.run(() => probe.errors.filter((error) => !error.includes("favicon")).length);
        assert.ok(said <= 1, `the console says it once, not ${said} times`);
        await shoot(page, `bad-${what.replaceAll(" ", "-")}-${lang}`);
        await onlyOurs(page);
      });
    });
  }
}

test("a wrong attribute that is mended draws", async () => {
  await visit({ url: address(chart("one", { ...GOOD, indicator: "no-such-figure" })) }, async (page) => {
    await failed(page, "one");
    await page.run((good) => document.getElementById("one")?.setAttribute("indicator", good), GOOD.indicator);
    await ready(page, "one");
    const seen = await look(page, "one");
    assert.equal(seen.message, "");
    assert.ok(seen.canvas && !seen.fallback);
  });
});

for (const lang of ["C", "xx-invalid-language-tag-that-is-long", "", "zh_CN", "12"]) {
  test(`the language tag "${lang}" does no harm`, async () => {
    await visit({ url: address(chart("one", { ...GOOD, lang })) }, async (page) => {
      await ready(page, "one");
      assert.ok((await ink(page, "one")).inked > 500);
      assert.equal((await look(page, "one")).message, "");
      await clean(page);
    });
  });
}

test("text from the page never becomes markup", async () => {
  const evil = `<img src=x onerror="probe.errors.push('ran')">`;
  const url = address(chart("one", { ...GOOD, heading: evil, note: evil, source: evil }) + chart("bad", { indicator: evil }));
  await visit({ url }, async (page) => {
    await ready(page, "one");
    await failed(page, "bad");
    const images = await page.run(() =>
      [...document.querySelectorAll("indicator-chart")].map((host) => host.shadowRoot?.querySelectorAll("img").length));
    assert.deepEqual(images, [0, 0]);
    assert.ok(!(await page.errors()).includes("ran"));
  });
});

test("what is asked for after a failure settles too", async () => {
  site.faults = [{ suffix: ".wasm", kind: "missing" }];
  await visit({ url: address(chart("one", GOOD)) }, async (page) => {
    await failed(page, "one");
    assert.equal(await settles(page, "one"), "false");
    await page.run(() => document.getElementById("one")?.setAttribute("heading", "another"));
    assert.equal(await settles(page, "one"), "false");
    site.faults = [];
    await page.run(() => document.getElementById("one")?.shadowRoot?.querySelector(".message button")?.dispatchEvent(new Event("click")));
    await ready(page, "one");
    assert.equal(await settles(page, "one"), "true");
  });
});

test("what a handler of indicator-ready asks for is waited for by itself", async () => {
  await visit({ url: address(chart("one", GOOD)) }, async (page) => {
    const both = await page.run(async () => {
      const host = /** @type {HTMLElement & {rendered: Promise<boolean>, toSVG(): string}} */ (
        document.createElement("indicator-chart")
      );
      host.setAttribute("indicator", "high-tech-enterprises");
      /** @type {Promise<boolean> | undefined} */
      let second;
      host.addEventListener("indicator-ready", () => {
        host.setAttribute("heading", "SECOND");
        second = host.rendered;
      });
      document.body.prepend(host);
      const first = host.rendered;
      return [await first, await second, first !== second, host.toSVG().includes("SECOND")];
    });
    assert.deepEqual(both, [true, true, true, true]);
  });
});

for (const [wasm, kind] of /** @type {const} */ ([["http://[", "engine-address"], ["/nowhere.wasm", "engine-missing"]])) {
  test(`the engine's address "${wasm}" is named, and mended it draws`, async () => {
    await visit({ url: address(chart("one", { ...GOOD, wasm })) }, async (page) => {
      const detail = await failed(page, "one");
      assert.equal(detail?.kind, kind);
      assert.ok(detail?.message.includes(wasm), detail?.message);
      assert.equal(await settles(page, "one"), "false");
      assert.ok((await look(page, "one")).fallback);
      await page.run(() => document.getElementById("one")?.removeAttribute("wasm"));
      await ready(page, "one");
      assert.deepEqual((await page.errors()).filter((error) => /unhandled/iu.test(error)), []);
    });
  });

  test(`the engine's address "${wasm}" of one chart is no other's`, async () => {
    // Which of the two asks first is the browser's to say; either way the one without an address draws, unharmed.
    await visit({ url: address(chart("bad", { ...GOOD, wasm }) + chart("good", GOOD)) }, async (page) => {
      await ready(page, "good");
      assert.ok((await ink(page, "good")).inked > 500);
      const hurt = await page.run(() => probe.events.some(({ name, id }) => name === "error" && id === "good"));
      assert.ok(!hurt, "it hears of no error");
      assert.ok(!(await look(page, "good")).message);
    });
  });
}

test("a very long text that is wrong is cut in the message", async () => {
  await visit({ url: address(chart("bad", { ...GOOD, kind: "x".repeat(50_000) })) }, async (page) => {
    const detail = await failed(page, "bad");
    assert.match(detail?.message, /x{40,200}…/u);
    assert.ok(detail?.message.length < 600, `${detail?.message.length} characters`);
  });
});

test("keys without a name and a trapped engine leave the other charts alone", async () => {
  const url = address(chart("one", GOOD) + chart("two", GOOD));
  await visit({ url }, async (page) => {
    await ready(page, "one");
    await ready(page, "two");
    await trap(page);
    await page.run(() => {
      const stage = document.getElementById("one")?.shadowRoot?.querySelector(".stage");
      for (let time = 0; time < 3; time += 1) stage?.dispatchEvent(new Event("keydown", { bubbles: true }));
      const charts = /** @type {(HTMLElement & {describe(): unknown, toSVG(): unknown})[]} */ ([
        ...document.querySelectorAll("indicator-chart"),
      ]);
      for (const each of [...charts, ...charts, ...charts]) [each.describe(), each.toSVG()];
    });
    for (const id of ["one", "two"]) {
      await until(page, `${id} is described again`, (id) => {
        const host = /** @type {(HTMLElement & {describe?: () => unknown}) | null} */ (document.getElementById(id));
        return host?.describe?.() !== undefined;
      }, id);
      assert.equal(await settles(page, id), "true");
      const seen = await look(page, id);
      assert.ok(seen.canvas && !seen.fallback, `${id} shows its picture`);
      assert.equal(seen.message, "");
    }
  });
});

test("a chart that traps twice is stopped and says so", async () => {
  await visit({ url: address(chart("one", GOOD)) }, async (page) => {
    await ready(page, "one");
    await trap(page, 1000);
    await page.run(async () => {
      const one = /** @type {HTMLElement & {describe(): unknown}} */ (document.getElementById("one"));
      one.describe();
      for (let wait = 0; wait < 100 && !one.shadowRoot?.querySelector(".message p"); wait += 1) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        one.describe();
      }
    });
    await trap(page, 0);
    assert.equal((await failed(page, "one"))?.kind, "engine-trap");
    assert.equal(await settles(page, "one"), "false");
    await page.run(() => document.documentElement.setAttribute("data-theme", "dark"));
    assert.equal(await settles(page, "one"), "false");
    await page.run(() => document.getElementById("one")?.setAttribute("heading", "again"));
    assert.equal(await settles(page, "one"), "true", "a change is another try");
  });
});
