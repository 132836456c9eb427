// Figures: those of a file that a page names, a table in the place of a picture, and what a chart says of itself.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  GOOD, chart, clean, failed, ink, look, onlyOurs, page as address, ready, settled, settles, shoot, visit, trap } from "../lib/chart.js";
import { site } from "../lib/engine.js";
import { until } from "../lib/page.js";

/** @import {Page} from "../lib/page.js" */
/** @import {Fault} from "../lib/server.js" */
/** @import {ChartDescription} from "../../../pkg/index.js" */

const FILE = "/invented.figures";
const RIDES = { src: FILE, indicator: "invented-rides", kind: "line", lang: "en" };

/** How often the file was served. */
const served = () => site.log.filter(({ path }) => path === FILE).length;

/** @param {Page} page @param {string} id */
const described = (page, id) =>
  page.run((id) => {
    const host = /** @type {(HTMLElement & {describe?: () => ChartDescription | undefined}) | null} */ (
      document.getElementById(id)
    );
    return host?.describe?.();
  }, id);

/** @param {Page} page @param {string} id */
const retry = (page, id) =>
  page.run((id) => document.getElementById(id)?.shadowRoot?.querySelector(".message button")?.dispatchEvent(new Event("click")), id);

test("charts of one file are drawn from one fetch, beside those of the built-in figures", async () => {
  const more = { ...RIDES, src: `${FILE}#top`, indicator: "invented-turnover" };
  const url = address(chart("one", RIDES) + chart("two", more) + chart("built-in", GOOD));
  await visit({ url }, async (page) => {
    for (const id of ["one", "two", "built-in"]) await ready(page, id);
    assert.ok((await ink(page, "one")).inked > 500);
    const told = await described(page, "one");
    assert.match(told?.label ?? "", /Invented metro rides/u);
    assert.match((await described(page, "two"))?.label ?? "", /Invented turnover/u);
    assert.equal(served(), 1);
    await shoot(page, "figures-of-a-file");
    await clean(page);
  });
});

test("a page without src asks for no file of figures", async () => {
  await visit({ url: address(chart("one", GOOD)) }, async (page) => {
    await ready(page, "one");
    assert.equal(served(), 0);
  });
});

for (const [what, suffix] of /** @type {const} */ ([["the file", ".figures"], ["the engine", ".wasm"]])) {
  test(`a chart waits for ${what}, and is then drawn once`, async () => {
    site.faults = [{ suffix, kind: "slow", ms: 1500 }];
    await visit({ url: address(chart("one", RIDES) + chart("built-in", GOOD)) }, async (page) => {
      assert.ok((await look(page, "one")).fallback);
      if (suffix === ".figures") {
        await ready(page, "built-in");
        assert.ok((await look(page, "one")).fallback, "one is still waiting when the other is drawn");
      }
      // Neither waits for the other to be there.
      await until(page, "both are asked for", () => performance.getEntriesByType("resource").length > 0);
      assert.equal(await settles(page, "one"), "true");
      await ready(page, "one");
      const readies = await page.run(() => probe.events.filter(({ name, id }) => name === "ready" && id === "one").length);
      assert.equal(readies, 1);
      await clean(page);
    });
  });
}

/** @type {[string, Fault["kind"], string[]][]} */
const FATAL = [
  ["is missing", "missing", ["figures-missing"]],
  ["is cut short", "truncated", ["bad-data", "figures-unreachable"]],
  ["is corrupt", "corrupt", ["bad-data"]],
];

for (const [what, kind, told] of FATAL) {
  test(`a file that ${what} is named, other charts live on, and another try draws`, async () => {
    site.faults = [{ suffix: ".figures", kind }];
    await visit({ url: address(chart("one", RIDES) + chart("two", { ...RIDES, lang: "zh-CN" }) + chart("good", GOOD)) }, async (page) => {
      for (const id of ["one", "two"]) {
        const detail = await failed(page, id);
        assert.ok(told.includes(detail?.kind), `${detail?.kind} is one of ${told}`);
        assert.match(detail?.message, /invented\.figures/u, "the message names the file");
        assert.equal(/\p{Script=Han}/u.test(detail?.message), id === "two", "in the language of the chart");
        const seen = await look(page, id);
        assert.ok(seen.message.includes(detail?.message) && seen.fallback && !seen.canvas);
        assert.equal(await settles(page, id), "false");
      }
      await ready(page, "good");
      assert.ok((await ink(page, "good")).inked > 500);
      await shoot(page, `figures-${kind}`);
      site.faults = [];
      await retry(page, "one");
      for (const id of ["one", "two"]) {
        await ready(page, id);
        assert.equal((await look(page, id)).message, "");
      }
      assert.equal(served(), 2, "one fetch for each try");
      assert.deepEqual((await page.errors()).filter((error) => /unhandled|uncaught/iu.test(error)), []);
      await onlyOurs(page);
    });
  });
}

test("what is no file of figures is refused by its first line", async () => {
  await visit({ url: address(chart("one", { ...RIDES, src: "/index.html" })) }, async (page) => {
    const detail = await failed(page, "one");
    assert.equal(detail?.kind, "bad-data");
    assert.match(detail?.message, /index\.html: The file of figures cannot be used: it does not begin with/u);
  });
});

for (const src of ["javascript:probe.errors.push('ran')", "data:text/plain,indicator-chart", "blob:nothing", "http://["]) {
  test(`the address "${src}" is asked for nothing, and mended it draws`, async () => {
    await visit({ url: address(chart("one", { ...RIDES, src })) }, async (page) => {
      const detail = await failed(page, "one");
      assert.equal(detail?.kind, "figures-address");
      assert.ok(detail?.message.includes(src), detail?.message);
      assert.ok(!(await page.requests()).some((request) => request.startsWith(src)));
      await page.run((file) => document.getElementById("one")?.setAttribute("src", file), FILE);
      await ready(page, "one");
      assert.ok(!(await page.errors()).includes("ran"));
    });
  });
}

test("another file is one update, and the picture before stays until it is there", async () => {
  await visit({ url: address(chart("one", { ...GOOD, lang: "en" })) }, async (page) => {
    await ready(page, "one");
    site.faults = [{ suffix: ".figures", kind: "slow", ms: 800 }];
    const steps = await page.run(async (file) => {
      const host = /** @type {HTMLElement & {src: string, indicator: string, rendered: Promise<boolean>, describe(): any}} */ (
        document.getElementById("one")
      );
      const from = probe.draws.length;
      host.src = file;
      host.indicator = "invented-rides";
      const next = host.rendered;
      await new Promise((resolve) => setTimeout(resolve, 300));
      const meanwhile = host.describe()?.label;
      const drawn = await next;
      const after = host.describe()?.label;
      host.src = "";
      host.indicator = "high-tech-enterprises";
      const back = await host.rendered;
      const draws = probe.draws.slice(from).filter(({ canvas }) => canvas === "base").length;
      return { meanwhile, drawn, after, back, last: host.describe()?.label, draws };
    }, FILE);
    assert.match(steps.meanwhile, /[Hh]igh-tech/u);
    assert.match(steps.after, /Invented metro rides/u);
    assert.match(steps.last, /[Hh]igh-tech/u);
    assert.deepEqual([steps.drawn, steps.back, steps.draws], [true, true, 2]);
    await clean(page);
  });
});

test("after a trap the figures are made anew from the bytes that were kept", async () => {
  await visit({ url: address(chart("one", RIDES)) }, async (page) => {
    await ready(page, "one");
    await trap(page);
    await page.run(() => {
      /** @type {HTMLElement & {describe(): unknown}} */ (document.getElementById("one")).describe();
    });
    await until(page, "it is described again", () => {
      const host = /** @type {HTMLElement & {describe(): unknown}} */ (document.getElementById("one"));
      return host.describe() !== undefined;
    });
    assert.equal(await settles(page, "one"), "true");
    assert.match((await described(page, "one"))?.label ?? "", /Invented metro rides/u);
    assert.equal((await look(page, "one")).message, "");
    assert.equal(served(), 1);
  });
});

/** What a table in the place of a picture shows. @param {Page} page @param {string} id */
const tabled = (page, id) =>
  page.run((id) => {
    const root = document.getElementById(id)?.shadowRoot;
    const text = (/** @type {string} */ selector) => /** @type {HTMLElement | null | undefined} */ (root?.querySelector(selector))?.innerText ?? "";
    const shows = (/** @type {string} */ selector) => (root?.querySelector(selector)?.getClientRects().length ?? 0) > 0;
    const sheet = root?.querySelector(".sheet");
    return {
      heading: text(".heading"),
      about: text(".about"),
      head: [...(root?.querySelectorAll("thead th") ?? [])].map((cell) => cell.textContent),
      rows: root?.querySelectorAll("tbody tr").length ?? 0,
      notes: [...(root?.querySelectorAll(".notes p") ?? [])].map((note) => note.textContent ?? ""),
      stage: shows(".stage"),
      switch: shows(".switch"),
      sheet: shows(".sheet") && !sheet?.classList.contains("unseen"),
      scrolls: sheet ? sheet.scrollWidth - sheet.clientWidth : 0,
      page: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    };
  }, id);

test("a table stands in the page as text", async () => {
  const note = "A note of the editor’s.";
  const table = { indicator: "high-tech-enterprises", kind: "table", lang: "en", note };
  await visit({ url: address(chart("one", table)) }, async (page) => {
    await ready(page, "one");
    assert.equal(await settles(page, "one"), "true");
    const seen = await tabled(page, "one");
    const told = await described(page, "one");
    assert.equal(seen.heading, told?.table.caption);
    assert.equal(seen.about, told?.table.about);
    assert.deepEqual(seen.notes, told?.table.notes);
    assert.deepEqual([seen.notes[0], seen.notes.at(-1)?.startsWith("Source: ")], [note, true]);
    assert.deepEqual([seen.head, seen.rows], [told?.table.head, told?.table.rows.length]);
    assert.ok(seen.rows > 1 && seen.sheet && !seen.stage && !seen.switch, JSON.stringify(seen));
    assert.ok(!(await look(page, "one")).fallback);
    assert.equal(told?.kind, "table");
    const svg = await page.run(() => /** @type {HTMLElement & {toSVG(): string}} */ (document.getElementById("one")).toSVG());
    assert.match(svg, /^<svg/u);
    const pinned = await page.run(() =>
      /** @type {HTMLElement & {focusPoint(id: string): boolean}} */ (document.getElementById("one")).focusPoint("none"));
    assert.equal(pinned, false);
    await shoot(page, "table-wide");
    await clean(page);
  });
});

test("on a phone the table scrolls in its place, by keys too, and the page does not", async () => {
  const url = address(chart("one", { indicator: "high-tech-enterprises", kind: "table" }));
  await visit({ url, viewport: { width: 360, height: 700 } }, async (page) => {
    await ready(page, "one");
    const seen = await tabled(page, "one");
    assert.ok(seen.scrolls > 0, "it is wider than its place");
    assert.equal(seen.page, 0);
    await page.key("Tab");
    const focused = await page.run(() => document.getElementById("one")?.shadowRoot?.activeElement?.className);
    assert.equal(focused, "sheet");
    await page.key("ArrowRight");
    await until(page, "it scrolls", () => (document.getElementById("one")?.shadowRoot?.querySelector(".sheet")?.scrollLeft ?? 0) > 0);
    await shoot(page, "table-phone");
    await clean(page);
  });
});

test("a picture becomes a table and a picture again", async () => {
  await visit({ url: address(chart("one", GOOD)) }, async (page) => {
    await ready(page, "one");
    for (const kind of ["table", "line"]) {
      await page.run((kind) => document.getElementById("one")?.setAttribute("kind", kind), kind);
      assert.equal(await settles(page, "one"), "true");
      const seen = await tabled(page, "one");
      const alone = kind === "table";
      assert.deepEqual([seen.stage, seen.switch, seen.sheet], [!alone, !alone, alone], kind);
      assert.equal((await look(page, "one")).canvas, !alone);
    }
    assert.ok((await ink(page, "one")).inked > 500);
    await clean(page);
  });
});

test("a chart says which kind the data chose, and why", async () => {
  const url = address(chart("chosen", { indicator: "high-tech-enterprises", kind: "auto", lang: "en" }) + chart("given", GOOD));
  await visit({ url }, async (page) => {
    for (const id of ["chosen", "given"]) await ready(page, id);
    const [chosen, given] = [await described(page, "chosen"), await described(page, "given")];
    assert.equal(chosen?.kind, "line");
    assert.match(chosen?.why ?? "", /a line shows the course/u);
    assert.deepEqual([given?.kind, given?.why, given?.warnings], ["line", "", []]);
  });
});

test("colours that are hard to see are told to the page and once to the console", async () => {
  await visit({ url: address(chart("one", { ...GOOD, lang: "en" }) + chart("two", { ...GOOD, lang: "en" })) }, async (page) => {
    for (const id of ["one", "two"]) await ready(page, id);
    assert.deepEqual(await page.run(() => probe.events.filter(({ name }) => name === "warning")), []);
    const said = await page.run(async () => {
      /** @type {string[]} */
      const said = [];
      console.warn = (...parts) => said.push(parts.join(" "));
      document.documentElement.style.setProperty("--indicator-accent", "#ffd34d");
      const charts = /** @type {(HTMLElement & {rendered: Promise<boolean>})[]} */ ([...document.querySelectorAll("indicator-chart")]);
      await new Promise((resolve) => setTimeout(resolve, 50));
      await Promise.all(charts.map((each) => each.rendered));
      charts[0]?.setAttribute("heading", "Another");
      await charts[0]?.rendered;
      return said;
    });
    const events = await page.run(() => probe.events.filter(({ name }) => name === "warning"));
    assert.deepEqual(events.map(({ id }) => id).sort(), ["one", "two"], "once a chart, not with every update");
    const warnings = events[0]?.detail.warnings;
    assert.match(warnings[0], /“accent” has a contrast of only 1\.4:1; it needs 4\.5:1/u);
    assert.deepEqual(said, warnings.map((/** @type {string} */ each) => `indicator-chart: ${each}`));
    assert.deepEqual((await described(page, "one"))?.warnings, warnings);
    await settled(page);
  });
});
