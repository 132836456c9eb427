// Live or frozen: a chart draws the figures that its article was published with, and says what was revised since.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { pure } from "../lib/axe.js";
import { chart, clean, look, observations, page as address, ready, settled, settles, shoot, trap, visit } from "../lib/chart.js";
import { site } from "../lib/engine.js";
import { embed } from "../lib/embed.js";
import { until } from "../lib/page.js";

/** @import {Page} from "../lib/page.js" */
/** @import {ChartDescription, ChartRevision} from "../../../pkg/index.js" */

/** @typedef {Record<string, string>} Row */

const VERSION = "0123456789ab";
const LABS = { indicator: "provincial-laboratories", kind: "bar" };

/** The rows of an indicator as `observations.csv` has them, empty cells left out. @param {string} indicator @returns {Row[]} */
const rowsOf = (indicator) =>
  [...observations.values()]
    .filter((row) => row["indicator"] === indicator)
    .map((row) => Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== "")));

const OWN = rowsOf(LABS.indicator);
const ID = OWN[0]?.["id"] ?? "";

/** @param {unknown} observations @param {Record<string, unknown>} [more] */
const block = (observations, more) => JSON.stringify({ format: 1, version: VERSION, observations, ...more });

/**
 * A chart with a block of figures.
 * @param {string} id
 * @param {Record<string, string>} attributes
 * @param {string} text of the block
 */
const frozen = (id, attributes, text) => {
  const script = `<script type="application/json" class="indicator-data">${text.replaceAll("</", "<\\/")}</script>`;
  return chart(id, { "data-version": VERSION, ...attributes }).replace("</indicator-chart>", `${script}</indicator-chart>`);
};

/** @param {Page} page @param {string} [id] @returns {Promise<ChartDescription>} */
const described = (page, id = "one") => page.run((id) => /** @type {any} */ (document.getElementById(id)).describe(), id);

/** @param {Page} page @param {string} [id] @returns {Promise<string>} */
const svg = (page, id = "one") => page.run((id) => /** @type {any} */ (document.getElementById(id)).toSVG(), id);

/** What stands under the picture. @param {Page} page @param {string} [id] */
const notice = (page, id = "one") =>
  page.run((id) => {
    const root = document.getElementById(id)?.shadowRoot;
    const shown = (/** @type {string} */ selector) => {
      const found = /** @type {HTMLElement | null | undefined} */ (root?.querySelector(selector));
      return found && found.getClientRects().length > 0 ? found.innerText.replace(/\s+/gu, " ").trim() : "";
    };
    return { line: shown(".bar .revised"), panel: shown("#revised"), status: shown(".status") };
  }, id);

/** Presses what opens the list, or a button of it. @param {Page} page @param {string} selector @param {string} [id] */
const press = async (page, selector, id = "one") => {
  await page.run((selector, id) => /** @type {any} */ (document.getElementById(id)?.shadowRoot?.querySelector(selector)).click(), selector, id);
  await settled(page);
};

/** @param {Page} page @param {string} name */
const heard = (page, name) => page.run((name) => probe.events.filter((event) => event.name === name).map(({ detail }) => detail), name);

/** @param {Row[]} rows @param {number} at @param {Row} cells */
const with_ = (rows, at, cells) => rows.map((row, each) => (each === at ? { ...row, ...cells } : row));

test("where nothing differs the picture is the same, and nothing is said", async () => {
  const url = address(chart("live", { ...LABS, lang: "en" }) + frozen("one", { ...LABS, lang: "en" }, block(OWN)), { lang: "en" });
  await visit({ url }, async (page) => {
    for (const id of ["live", "one"]) await ready(page, id);
    assert.equal(await svg(page), await svg(page, "live"));
    const { revised, ...told } = await described(page);
    assert.deepEqual(revised, []);
    assert.deepEqual(told, await described(page, "live"));
    assert.equal("revised" in (await described(page, "live")), false);
    assert.deepEqual(await notice(page), { line: "", panel: "", status: "" });
    assert.deepEqual([await heard(page, "revised"), await heard(page, "warning")], [[], []]);
    await clean(page);
  });
});

test("figures that a kind does not ask for are no news", async () => {
  const indicator = "high-tech-enterprises rural-sewage-treatment-rate";
  const targets = rowsOf("rural-sewage-treatment-rate");
  await visit({ url: address(frozen("one", { indicator, kind: "waffle" }, block(targets))) }, async (page) => {
    await ready(page, "one");
    const { revised, table } = await described(page);
    assert.deepEqual([revised, table.rows.length], [[], targets.length]);
    await clean(page);
  });
});

test("a page without data-version asks for nothing more", async () => {
  await visit({ url: address(chart("one", LABS)) }, async (page) => {
    await ready(page, "one");
    assert.equal(site.log.filter(({ path }) => path.includes("frozen")).length, 0);
  });
});

for (const lang of /** @type {const} */ (["zh-CN", "en"])) {
  test(`${lang}: a revised figure is drawn as it was published, and what it is now is listed`, async () => {
    const en = lang === "en";
    const text = block(with_(OWN, 0, { value: "777", printed: "777个", words: "超", qualifier: "over" }));
    await visit({ url: address(`<main><h1>H</h1>${frozen("one", { ...LABS, lang }, text)}</main>`, { lang }) }, async (page) => {
      await ready(page, "one");
      const row = observations.get(ID) ?? {};
      const { table, revised, summary } = await described(page);
      const values = table.rows.map((cells) => cells.at(-4) ?? "");
      assert.match(values[0] ?? "", /777/u);
      assert.equal(values.length, OWN.length);
      assert.ok(values.every((value) => !value.startsWith(row["value"] ?? "?") || value.includes("777")), values.join());
      assert.ok((await svg(page)).includes("777"));
      assert.equal(revised?.length, 1);
      const [one] = /** @type {ChartRevision[]} */ (revised);
      assert.deepEqual([one?.id, one?.change], [ID, "revised"]);
      assert.match(one?.published?.value ?? "", en ? /over 777/iu : /超777/u);
      assert.ok(one?.current?.value.includes(row["value"] ?? "?") && (one.current.source.length ?? 0) > 4);
      assert.match(summary, en ? /Since publication: 1 figure revised\./u : /发布以来：修订 1 个数字。/u);
      assert.ok(table.notes.some((note) => note.includes("777") && note.includes(row["value"] ?? "?")), table.notes.join("\n"));
      assert.deepEqual(await heard(page, "revised"), [{ version: VERSION, shows: "published", revised }]);
      const { line, panel } = await notice(page);
      assert.match(line, en ? /^Since publication: 1 figure revised$/u : /^发布以来：修订 1 个数字$/u);
      assert.equal(panel, "");
      // The tooltip says the embedded one.
      await page.run((id) => /** @type {any} */ (document.getElementById("one")).focusPoint(id), ID);
      await settled(page);
      assert.match((await look(page, "one")).tooltip ?? "", /777/u);
      await press(page, ".bar .revised");
      const opened = (await notice(page)).panel;
      for (const part of ["777", row["value"] ?? "?", one?.current?.source ?? "?"]) assert.ok(opened.includes(part), `${part} in ${opened}`);
      await shoot(page, `frozen-${lang}`);
      await pure(page, "the list of what was revised");
      // The newest ones and back.
      await press(page, "#revised .deed");
      await until(page, "the newest are drawn", () => !/** @type {any} */ (document.getElementById("one")).toSVG().includes("777"));
      assert.match((await notice(page)).line, en ? /^Current figures are shown/u : /^图中是最新数字/u);
      assert.equal((await heard(page, "revised")).at(-1)?.shows, "current");
      assert.equal(await page.run(() => document.getElementById("one")?.shadowRoot?.querySelector("#revised .deed:focus") !== null), false);
      await press(page, "#revised .deed");
      await until(page, "those of the publication are drawn", () => /** @type {any} */ (document.getElementById("one")).toSVG().includes("777"));
      assert.equal((await heard(page, "revised")).at(-1)?.shows, "published");
      await clean(page);
    });
  });
}

test("what is gone is still drawn, and what came since is not", async () => {
  const gone = { ...OWN[0], id: "provincial-laboratories@zhengzhou/2019-12-31/actual", period_end: "2019-12-31", value: "333", printed: "333个" };
  const { period_start: _, ...stock } = /** @type {Row} */ (gone);
  const rows = [stock, ...OWN.slice(1)];
  await visit({ url: address(frozen("one", { ...LABS, lang: "en" }, block(rows)), { lang: "en" }) }, async (page) => {
    await ready(page, "one");
    const { table, revised } = await described(page);
    assert.deepEqual(revised?.map(({ id, change, published, current }) => [id, change, published !== null, current !== null]), [
      [stock["id"], "gone", true, false],
      [ID, "new", false, true],
    ]);
    assert.ok(table.rows.flat().join("|").includes("333"));
    assert.equal(table.rows.length, OWN.length);
    assert.equal((await notice(page)).line, "Since publication: 1 figure withdrawn, 1 added");
    await press(page, ".bar .revised");
    const { panel } = await notice(page);
    assert.match(panel, /no longer among the figures/u);
    assert.match(panel, /not there yet/u);
    await shoot(page, "frozen-gone-and-new");
    await clean(page);
  });
});

test("a range, a decline, a flag and a target with its outcome are drawn as they were published", async () => {
  const wide = [...observations.values()].find((row) => row["qualifier"] === "range" && row["status"] === "target");
  const fall = [...observations.values()].find((row) => Number(row["value"]) < 0);
  assert.ok(wide && fall);
  const changed = [
    [wide, { value: "1", value_high: "99999", printed: "1-99999" }, /99999|99,999/u],
    [fall, { value: "-88.5", printed: "88.5%" }, /88\.5/u],
  ];
  for (const [row, cells, wanted] of /** @type {[Row, Row, RegExp][]} */ (changed)) {
    const indicator = row["indicator"] ?? "";
    const rows = rowsOf(indicator).map((each) => (each["id"] === row["id"] ? { ...each, ...cells, flags: "scope" } : each));
    await visit({ url: address(frozen("one", { indicator, kind: "table", lang: "en" }, block(rows)), { lang: "en" }) }, async (page) => {
      await ready(page, "one");
      const { table, revised } = await described(page);
      assert.match(table.rows.flat().join("|"), wanted);
      assert.ok(revised?.some(({ id, change }) => id === row["id"] && change === "revised"));
      const shown = table.rows.find((each) => wanted.test(each.join("|")));
      assert.match(shown?.join("|") ?? "", /not compared/iu);
      await clean(page);
    });
  }
});

/** @type {[string, string, RegExp][]} */
const DAMAGED = [
  ["bad JSON", block(OWN).slice(0, 40), /not valid JSON/u],
  ["another format", block(OWN, { format: 2 }), /format “2”; this script reads 1/u],
  ["another version", block(OWN, { version: "ffffffffffff" }), /version “ffffffffffff”.*“0123456789ab”/u],
  ["no rows", block({}), /observations is “\{\}”/u],
  ["a row that is none", block([...OWN, 7]), /Row \d+ .* is “7”/u],
  ["a cell that is no text", block(with_(OWN, 0, { value: /** @type {any} */ (12) })), /row 1, column value is “12”/u],
  ["a column that there is not", block(with_(OWN, 0, { valeu: "1" })), /“valeu”, which is no column/u],
  ["a cell that cannot be read", block(with_(OWN, 0, { value: "12,5" })), /row 1 \(provincial-laboratories@.*\), column value: “12,5” cannot be used; expected a plain number/u],
  ["an indicator that there is not", block(with_(OWN, 0, { indicator: "nothing" })), /column indicator: “nothing”.*an indicator that the figures have/u],
  ["a source that there is not", block(with_(OWN, 0, { source: "" })), /column source: “” cannot be used/u],
  ["an id twice", block([...OWN, OWN[0]]), /Row \d+ .* repeats the id “provincial-laboratories@/u],
  ["a check of other rows", block(OWN, { check: "0123456789ab" }), /were changed after they were made/u],
  ["another unit", block(OWN, { units: { "provincial-laboratories": ["万家", "thousand"] } }), /was 万家 \/ thousand when this was published and is .* now/u],
  ["half a character", block(with_(OWN, 0, { words: "\ud800" })), /row 1, column words/u],
  ["more rows than a chart has", block(Array.from({ length: 1001 }, (_, at) => ({ ...OWN[0], id: `${ID}${at}` }))), /1001 rows, more than 1000/u],
  ["figures of another chart", block(rowsOf("high-tech-enterprises")), /hold none of this chart \(provincial-laboratories\)/u],
];

for (const [what, text, wanted] of DAMAGED) {
  test(`a block with ${what} leaves the newest figures, and is named`, async () => {
    const both = chart("live", { ...LABS, lang: "en" }) + frozen("one", { ...LABS, lang: "en" }, text);
    await visit({ url: address(both, { lang: "en" }) }, async (page) => {
      for (const id of ["live", "one"]) await ready(page, id);
      assert.equal(await svg(page), await svg(page, "live"));
      const { status, line } = await notice(page);
      assert.match(status, wanted);
      assert.match(status, /Current figures are shown/u);
      assert.equal(line, "");
      const [warning] = await heard(page, "warning");
      assert.match(warning?.warnings.join("\n") ?? "", wanted);
      assert.match((await described(page)).warnings.join("\n"), wanted);
      assert.deepEqual(await heard(page, "revised"), []);
      await clean(page);
    });
  });
}

test("what the program writes is as it says; a figure that was changed by hand is no published one", async () => {
  const html = (await embed({ ...LABS, lang: "en" })).replace("<indicator-chart ", '<indicator-chart id="one" ');
  const [before = "", after = ""] = html.split('"value":"18"');
  assert.ok(after, "the embed has the figure");
  for (const [value, wanted] of [["18", /^$/u], ["19", /were changed after they were made/u]]) {
    await visit({ url: address(`${before}"value":"${value}"${after}`, { lang: "en" }) }, async (page) => {
      await ready(page, "one");
      assert.match((await notice(page)).status, /** @type {RegExp} */ (wanted));
      assert.match((await described(page)).table.rows.flat().join("|"), /18/u);
      assert.deepEqual(await heard(page, "revised"), []);
    });
  }
});

test("a part of the script that does not come is named, and comes with the next try", async () => {
  const name = readdirSync(new URL("../../../dist", import.meta.url)).find((each) => each.startsWith("indicator-chart-frozen-")) ?? "";
  await visit({ url: address(`<p>x</p>`, { lang: "en" }) }, async (page) => {
    site.faults = [{ suffix: name, kind: "missing" }];
    await page.run((html) => document.body.append(document.createRange().createContextualFragment(html)), frozen("one", { ...LABS, lang: "en" }, block(OWN)));
    const message = () => page.run(() => {
      const box = /** @type {HTMLElement | null | undefined} */ (document.getElementById("one")?.shadowRoot?.querySelector(".message"));
      return box && !box.hidden ? (box.textContent ?? "") : "";
    });
    await until(page, "the message is there", () => /did not load/u.test(document.getElementById("one")?.shadowRoot?.querySelector(".message")?.textContent ?? ""));
    assert.match(await message(), /this chart.*Retry/u);
    site.faults = [];
    await page.run(() => /** @type {any} */ (document.getElementById("one")?.shadowRoot?.querySelector(".message button")).click());
    await ready(page, "one");
    assert.equal(await message(), "");
    const once = async () => (await described(page)).summary.length;
    const length = await once();
    for (const kind of ["line", "bar"]) {
      await page.run((kind) => /** @type {any} */ (document.getElementById("one")).update({ kind }), kind);
    }
    assert.equal(await once(), length, "what is said is said once");
  });
});

test("a block that is missing is named in Chinese, and the light DOM stays as it is", async () => {
  await visit({ url: address(chart("one", { ...LABS, "data-version": VERSION })) }, async (page) => {
    const html = await page.run(() => document.getElementById("one")?.innerHTML);
    await ready(page, "one");
    assert.match((await notice(page)).status, /data-version.*script.*现在显示的是最新数字/u);
    await shoot(page, "frozen-missing");
    assert.equal(await page.run(() => document.getElementById("one")?.innerHTML), html);
    await clean(page);
  });
});

test("data-version set, changed and taken away is another picture each time", async () => {
  const text = block(with_(OWN, 0, { value: "777", printed: "777个" }));
  const html = frozen("one", { ...LABS, lang: "en" }, text).replace(`data-version="${VERSION}"`, "");
  await visit({ url: address(html, { lang: "en" }) }, async (page) => {
    await ready(page, "one");
    const set = (/** @type {string | null} */ version) => page.run(async (version) => {
      const host = /** @type {any} */ (document.getElementById("one"));
      if (version === null) host.removeAttribute("data-version");
      else host.setAttribute("data-version", version);
      return host.rendered;
    }, version);
    assert.doesNotMatch(await svg(page), /777/u);
    await set(VERSION);
    assert.match(await svg(page), /777/u);
    assert.equal((await notice(page)).line, "Since publication: 1 figure revised");
    await set("another");
    assert.doesNotMatch(await svg(page), /777/u);
    assert.match((await notice(page)).status, /“another”/u);
    await set("");
    assert.match(await svg(page), /777/u);
    await set(null);
    assert.doesNotMatch(await svg(page), /777/u);
    assert.equal((await notice(page)).line, "");
    await clean(page);
  });
});

test("figures of a file are frozen too, also after a trap", async () => {
  const rides = { src: "/invented.figures", indicator: "invented-rides", kind: "line", lang: "en" };
  await visit({ url: address(chart("one", rides), { lang: "en" }) }, async (page) => {
    await ready(page, "one");
    // The block that an embed would have been given: the rows as the chart itself has them, one of them as it was.
    const id = await page.run((version) => {
      const host = /** @type {any} */ (document.getElementById("one"));
      const first = "invented-rides@alpha/Green/2024-07-01..2024-07-31/actual";
      const row = {
        id: first, indicator: "invented-rides", area: "alpha", category: "Green", period_start: "2024-07-01", period_end: "2024-07-31",
        date_basis: "printed", status: "actual", value: "123456789", qualifier: "exact", basis: "cumulative", printed: "123456789", source: "invented-yearbook",
      };
      const script = document.createElement("script");
      script.type = "application/json";
      script.className = "indicator-data";
      script.textContent = JSON.stringify({ format: 1, version, observations: [row] });
      host.append(script);
      host.setAttribute("data-version", version);
      return first;
    }, VERSION);
    assert.equal(await settles(page, "one"), "true");
    const { revised, table, warnings } = await described(page);
    assert.deepEqual(warnings, []);
    assert.equal(table.rows.length, 1, "only what was published is drawn");
    assert.equal(revised?.find((each) => each.id === id)?.change, "revised");
    const before = await svg(page);
    await trap(page);
    await page.run(() => {
      /** @type {any} */ (document.getElementById("one")).describe();
    });
    await until(page, "the chart is described again", () => /** @type {any} */ (document.getElementById("one")).describe() !== undefined);
    assert.equal(await settles(page, "one"), "true");
    assert.equal(await svg(page), before);
    assert.deepEqual((await described(page)).revised, revised);
  });
});

test("under a strict policy it is drawn and listed without a violation", async () => {
  const csp =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; require-trusted-types-for 'script'";
  const text = block(with_(OWN, 0, { value: "777", printed: "<img src=x onerror=alert(1)>" }));
  await visit({ url: address(frozen("one", { ...LABS, lang: "en" }, text), { lang: "en", csp }) }, async (page) => {
    await page.run(() => {
      const kept = /** @type {any} */ (globalThis);
      kept.violations = [];
      document.addEventListener("securitypolicyviolation", (event) => kept.violations.push(event.violatedDirective));
    });
    await ready(page, "one");
    await press(page, ".bar .revised");
    assert.match((await notice(page)).panel, /<imgsrc=x/u);
    await press(page, "#revised .deed");
    assert.deepEqual(await page.run(() => /** @type {any} */ (globalThis).violations), []);
    await clean(page);
  });
});

test("the part that compares does not arrive: the fallback stays, and another try draws", async () => {
  const name = readdirSync(new URL("../../../dist", import.meta.url)).find((each) => each.startsWith("indicator-chart-frozen-")) ?? "none";
  site.faults = [{ suffix: name, kind: "missing" }];
  const text = block(with_(OWN, 0, { value: "777", printed: "777个" }));
  await visit({ url: address(frozen("one", { ...LABS, lang: "en" }, text), { lang: "en" }) }, async (page) => {
    await until(page, "it fails", () => probe.events.some(({ name }) => name === "error"));
    const seen = await look(page, "one");
    assert.ok(seen.fallback && !seen.canvas && /did not load/u.test(seen.message), JSON.stringify(seen));
    site.faults = [];
    await page.run(() => /** @type {any} */ (document.getElementById("one")?.shadowRoot?.querySelector(".message button")).click());
    await ready(page, "one");
    assert.match(await svg(page), /777/u);
  });
});

for (const width of [320, 640, 1200]) {
  for (const lang of /** @type {const} */ (["zh-CN", "en"])) {
    test(`${width} px, ${lang}: the line that says so moves nothing`, async () => {
      const theme = width === 640 ? "dark" : "light";
      const rows = with_(with_(OWN, 0, { value: "777", printed: "777个" }), 1, { value: "888", printed: "888个" });
      const body = chart("live", { ...LABS, lang, theme }) + frozen("one", { ...LABS, lang, theme }, block(rows));
      await visit({ url: address(body, { lang }), viewport: { width, height: 1400 } }, async (page) => {
        for (const id of ["live", "one"]) await ready(page, id);
        const heights = await page.run(() => ["live", "one"].map((id) => document.getElementById(id)?.getBoundingClientRect().height));
        assert.equal(heights[1], heights[0]);
        await press(page, ".bar .revised");
        await shoot(page, `frozen-${width}-${lang}`);
        const inside = await page.run(() => document.documentElement.scrollWidth <= innerWidth);
        assert.ok(inside, "nothing is wider than the page");
        await clean(page);
      });
    });
  }
}
