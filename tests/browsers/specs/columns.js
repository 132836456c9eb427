// Columns: charts of a page's own arrays, which never ask for figures.
import assert from "node:assert/strict";
import { test } from "node:test";
import { GOOD, chart, clean, failed, ink, look, onlyOurs, page as address, ready, settled, settles, shoot, trap, visit } from "../lib/chart.js";
import { site } from "../lib/engine.js";
import { until } from "../lib/page.js";
import { clipboard, press, tabled } from "../lib/parts.js";

/** @import {Page} from "../lib/page.js" */
/** @typedef {any} Chart */

/** Where the arrays begin, and how far apart their rows are, ms. */
const [START, STEP] = [1_600_000_000_000, 60_000];

/** A chart to be given data. @param {string} id @param {Record<string, string>} [more] */
const plot = (id, more = {}) => chart(id, { kind: "line", lang: "en", data: "", ...more });

/**
 * Gives a chart so many rows of a wave.
 * @param {Page} page @param {string} id
 * @param {{rows?: number, series?: number, more?: Record<string, unknown>}} [what]
 */
const give = (page, id, { rows = 1000, series = 1, more = {} } = {}) =>
  page.run(
    async (id, rows, series, more, start, step) => {
      await customElements.whenDefined("indicator-chart");
      const x = Float64Array.from({ length: rows }, (_, row) => start + row * step);
      const wave = (/** @type {number} */ each) => Float64Array.from({ length: rows }, (_, row) => 100 * Math.sin((row / rows) * 20 + each) + (row % 7));
      const host = /** @type {Chart} */ (document.getElementById(id));
      host.data = { x, series: Array.from({ length: series }, (_, each) => ({ name: `wave ${each + 1}`, y: wave(each) })), ...more };
    },
    id, rows, series, more, START, STEP,
  );

/** What was asked for, but for the page itself and what a test page has. */
const asked = () => site.log.map(({ path }) => path).filter((path) => !/^\/(?:document|pages)/u.test(path));

for (const kind of ["line", "area", "dot"]) {
  test(`a chart of columns is drawn as ${kind}, by one script, its part and its module`, async () => {
    await visit({ url: address(plot("one", { kind, heading: "Waves" })) }, async (page) => {
      await give(page, "one", { series: 2, more: { unit: "mm" } });
      assert.equal(await settles(page, "one"), "true");
      await ready(page, "one");
      const { inked, strong } = await ink(page, "one");
      assert.ok(inked > 500 && strong > 50, `${inked} px inked, ${strong} of them in colour`);
      const { fallback, message } = await look(page, "one");
      assert.deepEqual({ fallback, message }, { fallback: false, message: "" });
      const told = await page.run(() => /** @type {Chart} */ (document.getElementById("one")).describe());
      assert.equal(told.kind, kind);
      assert.ok(told.table.rows.length > 0 && told.label !== "" && told.summary !== "");
      const paths = asked().sort();
      assert.equal(paths.length, 3, paths.join(" "));
      assert.equal(paths[1], "/indicator-chart-columns.wasm");
      assert.match(paths[0] ?? "", /^\/indicator-chart-columns-[0-9A-F]{8}\.js$/u);
      assert.equal(paths[2], "/indicator-chart.js");
      await shoot(page, `columns-${kind}`);
      await clean(page);
    });
  });
}

test("nothing of it is asked for before a chart with data is near the screen; then part and module side by side", async () => {
  // Either is held back: none may wait for the other.
  site.faults = [{ suffix: "columns.wasm", kind: "slow", ms: 800 }, { suffix: await partOf(), kind: "slow", ms: 800 }];
  await visit({ url: address(`<div style="margin-top: 5000px">${plot("one")}</div>`) }, async (page) => {
    await settled(page);
    await give(page, "one");
    await settled(page);
    assert.deepEqual(asked(), ["/indicator-chart.js"]);
    await page.run(() => document.getElementById("one")?.scrollIntoView());
    await ready(page, "one");
    const times = await page.run(() => {
      const all = /** @type {PerformanceResourceTiming[]} */ (performance.getEntriesByType("resource"));
      return Object.fromEntries(all.filter(({ name }) => name.includes("columns")).map((each) => [each.name.endsWith(".wasm") ? "module" : "part", [each.startTime, each.responseEnd]]));
    });
    const [module = [0, 0], part = [0, 0]] = [times["module"], times["part"]];
    assert.ok(Number(module[0]) < Number(part[1]) && Number(part[0]) < Number(module[1]), `side by side: ${JSON.stringify(times)}`);
    await onlyOurs(page);
  });
});

test("a property that was set before the element is defined counts, and so does one that waits for another chart's", async () => {
  const early = `<script>
    const host = document.getElementById("one");
    host.data = { x: [1, 2, 3, 4], series: [{ name: "a", y: [1, null, 3, 2] }] };
  </script>`;
  await visit({ url: address(plot("one") + early) }, async (page) => {
    await ready(page, "one");
    const kept = await page.run(() => /** @type {Chart} */ (document.getElementById("one")).data.series[0].y);
    assert.deepEqual(kept, [1, null, 3, 2]);
    await clean(page);
  });
});

test("zoom by numbers narrows and widens, rendered follows, and links carry the span", async () => {
  await visit({ url: address(plot("one")) }, async (page) => {
    await give(page, "one");
    await ready(page, "one");
    const whole = await ink(page, "one");
    const zoomed = await page.run(
      async (from, to) => {
        const host = /** @type {Chart} */ (document.getElementById("one"));
        host.zoom(from, to);
        const drawn = await host.rendered;
        return { drawn, state: host.state };
      },
      START + 200 * STEP,
      START + 300 * STEP,
    );
    assert.equal(zoomed.drawn, true);
    assert.match(zoomed.state, /from=16000120\d+&to=1600018\d+/u);
    const near = await ink(page, "one");
    assert.notEqual(near.inked, whole.inked);
    await shoot(page, "columns-zoomed");
    const back = await page.run(async () => {
      const host = /** @type {Chart} */ (document.getElementById("one"));
      host.zoomReset();
      return [await host.rendered, host.state];
    });
    assert.deepEqual(back, [true, ""]);
    assert.equal((await ink(page, "one")).inked, whole.inked);
    // The state of one chart makes another like it.
    await page.run((state) => {
      const host = /** @type {Chart} */ (document.getElementById("one"));
      host.state = state;
    }, zoomed.state);
    assert.equal(await settles(page, "one"), "true");
    assert.equal((await ink(page, "one")).inked, near.inked);
    await clean(page);
  });
});

test("a span asked for before the first frame is drawn with it; what is none is refused by name", async () => {
  await visit({ url: address(plot("one")) }, async (page) => {
    await page.run(
      (start, step) => {
        const host = /** @type {Chart} */ (document.getElementById("one"));
        host.data = { x: Array.from({ length: 100 }, (_, row) => start + row * step), series: [{ name: "a", y: Array.from({ length: 100 }, (_, row) => row) }] };
        host.zoom(start + 10 * step, start + 20 * step);
      },
      START, STEP,
    );
    assert.equal(await settles(page, "one"), "true");
    assert.match(await page.run(() => /** @type {Chart} */ (document.getElementById("one")).state), /from=.+&to=/u);
    for (const [from, to] of [["2024", "2025"], [5, 5], [9, 3], ["x", 3]]) {
      const said = await page.run(
        (from, to) => {
          try {
            /** @type {Chart} */ (document.getElementById("one")).zoom(from, to);
            return "";
          } catch (error) {
            return error instanceof TypeError ? error.message : "";
          }
        },
        from, to,
      );
      assert.ok(said.includes("zoom") && said.includes(String(from)), said);
    }
    await clean(page);
  });
});

test("a thousand zooms in a row cost one picture a frame, and each frame draws the newest", async () => {
  await visit({ url: address(plot("one")) }, async (page) => {
    await give(page, "one", { rows: 20_000 });
    await ready(page, "one");
    const { clears, state } = await page.run(
      async (start, step) => {
        const host = /** @type {Chart} */ (document.getElementById("one"));
        await new Promise((resolve) => requestAnimationFrame(resolve));
        // Each drawing begins by clearing its canvas.
        const type = CanvasRenderingContext2D.prototype;
        const original = type.clearRect;
        let clears = 0;
        type.clearRect = function (...box) {
          clears += 1;
          return original.apply(this, box);
        };
        for (let each = 0; each < 1000; each += 1) host.zoom(start + each * step, start + (each + 5000) * step);
        const drawn = await host.rendered;
        type.clearRect = original;
        return { clears, state: drawn && host.state };
      },
      START, STEP,
    );
    assert.ok(clears >= 1 && clears <= 2, `${clears} drawings`);
    assert.ok(String(state).includes(`from=${START + 999 * STEP}`), String(state));
    await clean(page);
  });
});

test("mouse and keys read a point, pin it and let it go", async () => {
  await visit({ url: address(plot("one")) }, async (page) => {
    await give(page, "one", { rows: 200, more: { unit: "mm" } });
    await ready(page, "one");
    const { box } = await look(page, "one");
    await page.move(box.x + box.width / 2, box.y + box.height / 2);
    const hovered = await until(page, "a tooltip opens", () => {
      const tip = /** @type {HTMLElement | null | undefined} */ (document.getElementById("one")?.shadowRoot?.querySelector(".tip"));
      return tip && !tip.hidden ? tip.innerText : "";
    });
    assert.match(hovered, /mm|wave/u);
    await shoot(page, "columns-hover");
    await page.click(box.x + box.width / 2, box.y + box.height / 2);
    const point = await until(page, "the point is pinned", () => /point=([^&]+)/u.exec(/** @type {Chart} */ (document.getElementById("one")).state)?.[1] ?? "");
    assert.match(decodeURIComponent(point), /^\d+:/u, "a point is a row and a series");
    await page.key("Escape");
    await until(page, "it is let go", () => /** @type {Chart} */ (document.getElementById("one")).state === "");
    await page.run(() => document.getElementById("one")?.shadowRoot?.querySelector(".stage")?.dispatchEvent(new FocusEvent("focus")));
    await page.run(() => /** @type {HTMLElement | null | undefined} */ (document.getElementById("one")?.shadowRoot?.querySelector(".stage"))?.focus());
    await page.key("Home");
    const first = await until(page, "the first point is said", () => document.getElementById("one")?.shadowRoot?.querySelector("[aria-live]")?.textContent ?? "");
    await page.key("ArrowRight");
    await until(page, "the next point is said", (first) => document.getElementById("one")?.shadowRoot?.querySelector("[aria-live]")?.textContent !== first, first);
    assert.ok(await page.run((point) => /** @type {Chart} */ (document.getElementById("one")).focusPoint(decodeURIComponent(point)), point));
    await settled(page);
    assert.ok((await look(page, "one")).tooltip);
    await clean(page);
  });
});

test("files: every row as CSV with gaps empty, the picture as PNG and SVG, a table that says what it leaves out", async () => {
  await visit({ url: address(plot("one")) }, async (page) => {
    await page.run(async (start) => {
      await customElements.whenDefined("indicator-chart");
      const host = /** @type {Chart} */ (document.getElementById("one"));
      host.data = { x: [start, start + 1000, start + 2500], series: [{ name: '=cmd,"x"', y: [1.5, null, 3] }, { name: "b", y: new Float32Array([1, 2, NaN]) }], offset: 480 };
    }, START);
    await ready(page, "one");
    const csv = await page.run(() => /** @type {Chart} */ (document.getElementById("one")).toCSV());
    assert.equal(csv, 'x,"\'=cmd,""x""",b\r\n2020-09-13T20:26:40.000+08:00,1.5,1\r\n2020-09-13T20:26:41.000+08:00,,2\r\n2020-09-13T20:26:42.500+08:00,3,\r\n');
    const png = await page.run(async () => (await /** @type {Chart} */ (document.getElementById("one")).toPNG(1)).size);
    assert.ok(png > 500, `${png} bytes`);
    assert.match(await page.run(() => /** @type {Chart} */ (document.getElementById("one")).toSVG() ?? ""), /^<svg[\s\S]*<\/svg>\s*$/u);
    await give(page, "one", { rows: 30_000 });
    assert.equal(await settles(page, "one"), "true");
    const { rows, notes } = await page.run(() => /** @type {Chart} */ (document.getElementById("one")).describe().table);
    assert.ok(rows.length < 5000, `${rows.length} rows`);
    assert.ok(notes.length > 0, "what is left out is said");
    const lines = await page.run(async () => (await /** @type {Chart} */ (document.getElementById("one")).toCSV()).split("\r\n").length);
    assert.equal(lines, 30_002);
    await give(page, "one", { rows: 20, more: { type: "number" } });
    assert.equal(await settles(page, "one"), "true");
    await press(page, "one", "table");
    await tabled(page, "one");
    const column = (/** @type {number} */ at) =>
      page.run((at) => {
        const root = document.getElementById("one")?.shadowRoot;
        root?.querySelectorAll(".sort")[at]?.dispatchEvent(new Event("click"));
        return [...(root?.querySelectorAll("tbody tr") ?? [])].map((row) => Number((row.children[at]?.textContent ?? "").replace(/,/gu, "").replace("−", "-")));
      }, at);
    for (const at of [1, 0]) {
      const cells = await column(at);
      assert.equal(cells.length, 20);
      assert.deepEqual(cells, [...cells].sort((a, b) => a - b), `column ${at} rises`);
    }
    await shoot(page, "columns-table");
    await clean(page);
  });
});

test("what is read is copied with the way back to it, and without a source", async () => {
  await visit({ url: address(plot("one")) }, async (page) => {
    await clipboard(page, true);
    await give(page, "one", { rows: 50, more: { unit: "mm" } });
    await ready(page, "one");
    const { box } = await look(page, "one");
    await page.click(box.x + box.width / 3, box.y + box.height / 2);
    await until(page, "the point is pinned", () => /** @type {Chart} */ (document.getElementById("one")).state.startsWith("point="));
    const name = await until(page, "it can be copied", () => {
      const button = /** @type {HTMLElement | null | undefined} */ (document.getElementById("one")?.shadowRoot?.querySelector(".tip .deeds button"));
      button?.click();
      return button?.textContent;
    });
    assert.equal(name, "Copy value");
    await until(page, "it is copied", () => (probe.copied ?? []).length === 1);
    const [copied = ""] = await page.run(() => probe.copied ?? []);
    assert.match(copied, /^wave 1.*: .*mm\nLink: http\S+#indicator-chart=one&point=\d+%3A\d+$/u);
    await clean(page);
  });
});

/** Zeros that no engine's memory holds; WebKit has no such array, and is given a list as long. */
const HUGE = "(() => { try { return new Float64Array(545000000) } catch { return Object.assign([], { length: 545000000 }) } })()";

/**
 * What is no data, as a text of the page's script, what of it the message names, and in which language.
 * @type {[string, string, RegExp][]}
 */
const BAD = [
  ["a text", `"x,y"`, /“x,y”/u],
  ["an array", `[1, 2]`, /series/u],
  ["no x", `{ series: [{ name: "a", y: [1] }] }`, /\bx\b/u],
  ["x that is a text", `{ x: "1,2", series: [] }`, /\bx\b.*“1,2”/u],
  ["series that is none", `{ x: [1, 2], series: { name: "a" } }`, /series/u],
  ["a series that is a number", `{ x: [1, 2], series: [3] }`, /series\[0\]/u],
  ["a text among numbers", `{ x: [1, 2], series: [{ name: "a", y: [1, "2"] }] }`, /series\[0\]\.y.*2/u],
  ["a name that is an object", `{ x: [1, 2], series: [{ name: {}, y: [1, 2] }] }`, /series\[0\]\.name/u],
  ["whole numbers that are too long", `{ x: new BigInt64Array(2), series: [] }`, /BigInt64Array/u],
  ["something like an array, two milliards long", `{ x: { length: 2e9 }, series: [] }`, /\bx\b/u],
  ["a list with two milliards of holes", `{ x: Object.assign([], { length: 2e9 }), series: [] }`, /2000000000/u],
  ["a type that is none", `{ x: [1, 2], series: [{ name: "a", y: [1, 2] }], type: "log" }`, /“log”/u],
  ["an offset that is none", `{ x: [1, 2], series: [{ name: "a", y: [1, 2] }], offset: 9999 }`, /9999/u],
  ["lengths that differ", `{ x: [1, 2, 3], series: [{ name: "rain", y: [1, 2] }] }`, /rain/u],
  ["x that is not finite", `{ x: [1, Infinity, 3], series: [{ name: "a", y: [1, 2, 3] }] }`, /2/u],
  ["x with a hole", `{ x: [1, NaN, 3], series: [{ name: "a", y: [1, 2, 3] }] }`, /2/u],
  ["more than memory holds", `{ x: ${HUGE}, series: [{ name: "a", y: new Float64Array(1) }] }`, /545/u],
];

for (const [what, code, names] of BAD) {
  for (const lang of ["en", "zh-CN"]) {
    test(`${what} is refused by name in ${lang}; the picture before stays, and the next one draws`, async () => {
      await visit({ url: address(plot("one", { lang })) }, async (page) => {
        await give(page, "one");
        await ready(page, "one");
        const before = await ink(page, "one");
        await page.run((code) => {
          const script = document.createElement("script");
          script.textContent = `document.getElementById("one").data = (${code});`;
          document.head.append(script);
        }, code);
        const detail = await failed(page, "one");
        assert.equal(detail?.kind, "bad-data");
        assert.match(detail?.message, names);
        assert.equal(/\p{Script=Han}/u.test(detail?.message), lang === "zh-CN", detail?.message);
        assert.equal(await settles(page, "one"), "false");
        const seen = await look(page, "one");
        assert.ok(seen.canvas && !seen.fallback, "the picture stays");
        assert.equal(seen.message, detail?.message, "and the message has no button that could not help");
        assert.equal((await ink(page, "one")).inked, before.inked);
        await give(page, "one", { rows: 70 });
        assert.equal(await settles(page, "one"), "true");
        assert.equal((await look(page, "one")).message, "");
        await onlyOurs(page);
      });
    });
  }
}

test("bad numbers from the start leave the fallback with a message", async () => {
  await visit({ url: address(plot("one")) }, async (page) => {
    await page.run(() => (/** @type {Chart} */ (document.getElementById("one")).data = { x: [1, 2], series: [{ name: "a", y: [1] }] }));
    assert.equal((await failed(page, "one"))?.kind, "bad-data");
    const seen = await look(page, "one");
    assert.ok(seen.fallback && !seen.canvas && seen.message !== "");
    assert.equal(await settles(page, "one"), "false");
    await shoot(page, "columns-bad");
  });
});

/** What is drawn all the same, with gaps or alone. @type {[string, string][]} */
const ODD = [
  ["values that are missing or infinite", `{ x: [1, 2, 3, 4, 5], series: [{ name: "a", y: [1, NaN, Infinity, -Infinity, 2] }] }`],
  ["x all equal", `{ x: [5, 5, 5], series: [{ name: "a", y: [1, 2, 3] }] }`],
  ["x in no order", `{ x: [5, 1, 3, 2, 4], series: [{ name: "a", y: [5, 1, 3, 2, 4] }] }`],
  ["no row", `{ x: [], series: [{ name: "a", y: [] }] }`],
  ["no series", `{ x: [1, 2, 3], series: [] }`],
  ["one row", `{ x: [1], series: [{ name: "a", y: [7] }] }`],
  ["no value at all", `{ x: [1, 2], series: [{ name: "a", y: [NaN, NaN] }] }`],
];

for (const [what, code] of ODD) {
  test(`${what}: drawn, or refused in words; nothing breaks`, async () => {
    await visit({ url: address(plot("one")) }, async (page) => {
      await page.run((code) => {
        const script = document.createElement("script");
        script.textContent = `document.getElementById("one").data = (${code});`;
        document.head.append(script);
      }, code);
      const drawn = await settles(page, "one");
      await settled(page);
      const { message } = await look(page, "one");
      assert.ok(drawn === "true" || (drawn === "false" && message !== ""), `${drawn}: ${message}`);
      assert.ok(!/trap|unexpected|could not be drawn/u.test(message), message);
      await shoot(page, `columns-odd-${what.replaceAll(" ", "-")}`);
      const host = await page.run(() => /** @type {Chart} */ (document.getElementById("one")).describe()?.summary ?? "");
      assert.ok(drawn === "false" || host !== "");
      await onlyOurs(page);
    });
  });
}

test("data that goes gives way to figures, and the other way round; each engine is asked for once", async () => {
  const early = `<script>document.getElementById("one").data = { x: [1, 2], series: [{ name: "a", y: [1, 2] }] };</script>`;
  await visit({ url: address(chart("one", { ...GOOD, lang: "en" }) + early) }, async (page) => {
    await ready(page, "one");
    assert.ok(!asked().includes("/indicator-chart.wasm"));
    for (let round = 0; round < 2; round += 1) {
      await page.run(() => (/** @type {Chart} */ (document.getElementById("one")).data = null));
      assert.equal(await settles(page, "one"), "true");
      assert.match(await page.run(() => /** @type {Chart} */ (document.getElementById("one")).describe().label), /high|tech|enterprise/iu);
      await give(page, "one");
      assert.equal(await settles(page, "one"), "true");
      assert.doesNotMatch(await page.run(() => /** @type {Chart} */ (document.getElementById("one")).describe().label), /enterprise/iu);
    }
    assert.equal(asked().filter((path) => path.endsWith(".wasm")).length, 2);
    await clean(page);
  });
});

test("arrays that were changed in place are read again when they are set again", async () => {
  await visit({ url: address(plot("one")) }, async (page) => {
    await give(page, "one", { rows: 100 });
    await ready(page, "one");
    const before = await page.run(() => /** @type {Chart} */ (document.getElementById("one")).describe().table.rows[0]);
    await page.run(() => {
      const host = /** @type {Chart} */ (document.getElementById("one"));
      host.data.series[0].y[0] = 4321;
      host.data = host.data;
    });
    assert.equal(await settles(page, "one"), "true");
    const after = await page.run(() => /** @type {Chart} */ (document.getElementById("one")).describe().table.rows[0]);
    assert.notDeepEqual(after, before);
    assert.match(after.join(), /4,?321/u);
    await clean(page);
  });
});

test("a trap costs one instance: every chart of columns is made anew, where it was; two leave the fallback", async () => {
  await visit({ url: address(plot("one") + plot("two")) }, async (page) => {
    await give(page, "one", { rows: 300 });
    await give(page, "two", { rows: 300 });
    await ready(page, "one");
    await ready(page, "two");
    await page.run((from, to) => /** @type {Chart} */ (document.getElementById("two")).zoom(from, to), START + 50 * STEP, START + 90 * STEP);
    assert.equal(await settles(page, "two"), "true");
    const state = await page.run(() => /** @type {Chart} */ (document.getElementById("two")).state);
    const whole = await ink(page, "one");
    await trap(page);
    await page.run(() => document.getElementById("one")?.setAttribute("heading", "another"));
    assert.equal(await settles(page, "one"), "true");
    assert.equal(await settles(page, "two"), "true");
    assert.ok((await ink(page, "one")).inked > whole.inked / 2);
    assert.equal(await page.run(() => /** @type {Chart} */ (document.getElementById("two")).state), state);
    await trap(page, 2);
    await page.run(() => document.getElementById("one")?.setAttribute("heading", "a third"));
    assert.equal((await failed(page, "one"))?.kind, "engine-trap");
    await until(page, "the other chart goes on", () => /** @type {Chart} */ (document.getElementById("two")).describe() !== undefined);
  });
});

test("a strict policy is enough", async () => {
  const csp =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; require-trusted-types-for 'script'";
  await visit({ url: address(plot("one"), { csp }) }, async (page) => {
    await give(page, "one");
    await ready(page, "one");
    assert.ok((await ink(page, "one")).inked > 500);
    await clean(page);
  });
});

/** Faults of the two files, and what the page is told. @type {[string, import("../lib/server.js").Fault["kind"], string[]][]} */
const FAULTS = [
  ["columns.wasm", "missing", ["engine-missing"]],
  ["columns.wasm", "corrupt", ["engine-corrupt"]],
  ["columns.wasm", "other", ["engine-mismatch"]],
  [".js", "missing", ["part-missing"]],
];

for (const [suffix, kind, told] of FAULTS) {
  test(`a ${suffix === ".js" ? "part" : "module"} that is ${kind} is named, and a retry draws once it is mended`, async () => {
    site.faults = [{ suffix: suffix === ".js" ? await partOf() : suffix, kind }];
    await visit({ url: address(plot("one") + chart("two", GOOD)) }, async (page) => {
      await ready(page, "two");
      await give(page, "one");
      const detail = await failed(page, "one");
      assert.ok(told.includes(detail?.kind), `${detail?.kind} is one of ${told}`);
      assert.ok((await look(page, "one")).fallback);
      site.faults = [];
      await page.run(() => document.getElementById("one")?.shadowRoot?.querySelector(".message button")?.dispatchEvent(new Event("click")));
      await ready(page, "one");
      assert.ok((await ink(page, "one")).inked > 500);
    });
  });
}

/** The name of the part, from the script. */
async function partOf() {
  const script = await (await fetch(`${site.origin}/indicator-chart.js`)).text();
  return /indicator-chart-columns-[0-9A-F]{8}\.js/u.exec(script)?.[0] ?? "none";
}

test("a page says where the module of columns is", async () => {
  const head = `<script type="module">import { IndicatorChart } from "/indicator-chart.js"; IndicatorChart.columns = "/copy/indicator-chart-columns.wasm";</script>`;
  await visit({ url: address(plot("one"), { head }) }, async (page) => {
    await give(page, "one");
    await ready(page, "one");
    assert.ok(asked().includes("/copy/indicator-chart-columns.wasm"), asked().join(" "));
    assert.ok(!asked().includes("/indicator-chart-columns.wasm"));
  });
});

/** The bytes of the memory of each engine's instance that is there now. @param {Page} page */
const memory = (page) => page.run(() => probe.memories.map((memory) => memory.buffer.byteLength));

test("memory is flat: 200 charts made and taken away, and a thousand zooms", async () => {
  await visit({ url: address('<div id="place"></div>') }, async (page) => {
    const cycle = (/** @type {number} */ times) =>
      page.run(
        async (times, start) => {
          await customElements.whenDefined("indicator-chart");
          const x = Float64Array.from({ length: 5000 }, (_, row) => start + row * 1000 + (row % 3));
          const y = x.map((each) => each % 977);
          const place = document.getElementById("place");
          for (let each = 0; each < times; each += 1) {
            /** @type {Chart} */
            const host = (document.createElement("indicator-chart"));
            host.data = { x, series: [{ name: "a", y }] };
            place?.replaceChildren(host);
            await host.rendered;
          }
          place?.replaceChildren();
          await new Promise((resolve) => setTimeout(resolve));
        },
        times, START,
      );
    await cycle(20);
    const before = await memory(page);
    await cycle(200);
    assert.deepEqual(await memory(page), before, "made and taken away");
    await page.run(() => {
      const host = document.createElement("indicator-chart");
      host.id = "one";
      document.getElementById("place")?.append(host);
    });
    await give(page, "one", { rows: 100_000 });
    assert.equal(await settles(page, "one"), "true", (await look(page, "one")).message);
    const pan = (/** @type {number} */ times) =>
      page.run(
        async (times, start, step) => {
          const host = /** @type {Chart} */ (document.getElementById("one"));
          for (let each = 0; each < times; each += 1) {
            host.zoom(start + each * 10 * step, start + (each * 10 + 50_000) * step);
            if (each % 20 === 0) await host.rendered;
          }
          host.zoomReset();
          await host.rendered;
        },
        times, START, STEP,
      );
    await pan(40);
    const still = await memory(page);
    await pan(1000);
    assert.deepEqual(await memory(page), still, "zoomed");
    await clean(page);
  });
});

test("a chart of many numbers gives their memory back far from the screen, and comes back as it was", async () => {
  const spaced = [1, 2, 3, 4, 5, 6].map((each) => `<div style="height: 2500px">${plot(`plot-${each}`)}</div>`).join("");
  await visit({ url: address(spaced) }, async (page) => {
    for (let each = 1; each <= 6; each += 1) {
      await page.run((each) => document.getElementById(`plot-${each}`)?.scrollIntoView(), each);
      await give(page, `plot-${each}`, { rows: 1_000_000 });
      await ready(page, `plot-${each}`);
      if (each > 1) continue;
      await page.run((from, to) => /** @type {Chart} */ (document.getElementById("plot-1")).zoom(from, to), START + 1000 * STEP, START + 9000 * STEP);
      assert.equal(await settles(page, "plot-1"), "true");
    }
    // 48 MB, were each kept.
    const [bytes = 0] = await memory(page);
    assert.ok(bytes < 34e6, `${bytes} bytes`);
    const state = await page.run(() => /** @type {Chart} */ (document.getElementById("plot-1")).state);
    assert.match(state, /from=\d+&to=\d+/u);
    await page.run(() => document.getElementById("plot-1")?.scrollIntoView());
    await settled(page);
    await settled(page);
    assert.ok((await ink(page, "plot-1")).inked > 500);
    assert.equal(await page.run(() => /** @type {Chart} */ (document.getElementById("plot-1")).state), state);
    await clean(page);
  });
});

test("a hundred charts without a fallback, made at once: those far down are not drawn", async () => {
  await visit({ url: address('<div id="place"></div>') }, async (page) => {
    const drawn = await page.run(async () => {
      await customElements.whenDefined("indicator-chart");
      const x = Float64Array.from({ length: 100 }, (_, row) => row);
      /** @type {Chart[]} */
      const all = Array.from({ length: 100 }, () => Object.assign(document.createElement("indicator-chart"), { data: { x, series: [{ name: "a", y: x }] } }));
      document.getElementById("place")?.append(...all);
      await all[0].rendered;
      await new Promise((resolve) => setTimeout(resolve, 300));
      return all.filter((each) => each.describe() !== undefined).length;
    });
    assert.ok(drawn > 0 && drawn < 12, `${drawn} of 100 are drawn`);
    await clean(page);
  });
});

test("a hundred charts: those near the screen have pixels, and only those", async () => {
  const all = Array.from({ length: 100 }, (_, at) => plot(`plot-${at}`, { height: "240" }) + chart(`chart-${at}`, { ...GOOD, lang: "en" })).join("");
  await visit({ url: address(all) }, async (page) => {
    await page.run(
      async (start, step) => {
        await customElements.whenDefined("indicator-chart");
        const x = Float64Array.from({ length: 500 }, (_, row) => start + row * step);
        for (let at = 0; at < 100; at += 1) /** @type {Chart} */ (document.getElementById(`plot-${at}`)).data = { x, series: [{ name: "a", y: x.map((each) => each % 101) }] };
      },
      START, STEP,
    );
    await ready(page, "plot-0");
    const pixels = () =>
      page.run(() => {
        let near = 0;
        let far = 0;
        for (const host of document.querySelectorAll("indicator-chart")) {
          const { top, bottom } = host.getBoundingClientRect();
          const out = bottom < -innerHeight / 2 - 10 || top > innerHeight * 1.5 + 10;
          const canvases = [...(host.shadowRoot?.querySelectorAll("canvas") ?? [])];
          const held = canvases.some((canvas) => canvas.width > 0 && canvas.height > 0 && canvas.checkVisibility?.() !== false && canvas.style.width !== "");
          const sum = canvases.reduce((sum, canvas) => sum + (canvas.style.width === "" ? 0 : canvas.width * canvas.height), 0);
          if (out && held && sum > 0) far += 1;
          if (!out && held) near += 1;
        }
        return { near, far };
      });
    await page.run(() => document.getElementById("plot-50")?.scrollIntoView({ block: "center" }));
    await ready(page, "plot-50");
    await settled(page);
    const seen = await pixels();
    assert.ok(seen.near >= 2 && seen.far === 0, JSON.stringify(seen));
    await clean(page);
  });
});
