// Trouble: whatever is wrong, the reader gets the fallback or a sentence, the page gets an event, others live on.
import assert from "node:assert/strict";
import { test } from "node:test";
import { GOOD, chart, clean, failed, ink, look, onlyOurs, page as address, ready, settled, shoot, visit } from "../lib/chart.js";
import { site } from "../lib/engine.js";

/** @import {Fault} from "../lib/server.js" */

/** Faults under which the engine cannot run. @type {[string, Fault["kind"]][]} */
const FATAL = [
  ["is missing", "missing"],
  ["is cut short", "truncated"],
  ["is corrupt", "corrupt"],
];

for (const [what, kind] of FATAL) {
  test(`a module that ${what} leaves the fallback and says so`, async () => {
    site.faults = [{ suffix: ".wasm", kind }];
    await visit({ url: address(chart("one", GOOD) + chart("two", GOOD)) }, async (page) => {
      for (const id of ["one", "two"]) {
        const detail = await failed(page, id);
        assert.match(JSON.stringify(detail), /\S/u, "the event carries a detail");
        const seen = await look(page, id);
        assert.ok(seen.fallback, "the fallback stays");
        assert.notEqual(seen.message, "", "a sentence stands inside the widget");
        assert.ok(!seen.canvas || (await ink(page, id)).inked === 0, "no half picture");
      }
      await shoot(page, `module-${kind}`);
      const unhandled = (await page.errors()).filter((error) => /unhandled|uncaught/iu.test(error));
      assert.deepEqual(unhandled, [], "no unhandled rejection");
      await onlyOurs(page);
    });
  });
}

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
    await failed(page, "one");
    const seen = await look(page, "one");
    assert.ok(seen.fallback);
    assert.notEqual(seen.message, "");
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
