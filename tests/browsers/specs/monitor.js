// The monitor: what it counts, finds and links to; what is said where nothing is found; keys, files, failures.
import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "csv-parse/sync";
import { pure } from "../lib/axe.js";
import { GOOD, chart, clean, observations, onlyOurs, page as address, ready as drawn, settled, shoot, visit } from "../lib/chart.js";
import { site } from "../lib/engine.js";
import { WIDE, at, choose, figures, focused, listed, monitor, press, shows, stands, textOf, type, yearOf } from "../lib/monitor.js";
import { until } from "../lib/page.js";
import { saved, saving } from "../lib/parts.js";

/** @import {Data, Figure, Indicator} from "../../../www/element/monitor/types.js" */

const CSP = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; require-trusted-types-for 'script'";

test("it counts every indicator, figure and target, and the fallback makes way", async () => {
  const data = await figures();
  const targets = data.indicators.flatMap(({ targets }) => targets);
  const answered = targets.filter(({ verdict }) => verdict !== "no-outcome").length;
  await visit({ url: address(monitor()), viewport: WIDE }, async (page) => {
    await stands(page);
    assert.equal(await textOf(page, ".headline"), `${targets.length}个目标，${answered}个印出了结果`);
    assert.equal(await textOf(page, ".scope"), `${data.sources.length}份文件 · ${data.indicators.length}项指标 · ${observations.size}个数字`);
    const counts = await page.run(() =>
      [...(document.getElementById("one")?.shadowRoot?.querySelectorAll(".choice .number") ?? [])].map((each) => Number(each.textContent)));
    const order = ["met", "ahead", "behind", "missed", "undetermined", "no-outcome"];
    assert.deepEqual(counts, order.map((name) => targets.filter(({ verdict }) => verdict === name).length));
    const tiles = await page.run(() =>
      [...(document.getElementById("one")?.shadowRoot?.querySelectorAll(".tile") ?? [])].map((each) => Number(/\d+/u.exec(each.textContent ?? "")?.[0])));
    assert.deepEqual(tiles, data.domains.map(({ id }) => data.indicators.filter(({ domain }) => domain === id).length));
    assert.ok(!(await page.run(() => (document.querySelector(".fallback")?.getClientRects().length ?? 0) > 0)), "the fallback is hidden");
    await shoot(page, "monitor-start");
    await clean(page);
  });
});

test("a card says which figure its verdict is about, where another one is newer", async () => {
  await visit({ url: address(monitor()) + at("q=visa-free-transit"), viewport: WIDE }, async (page) => {
    await stands(page);
    await shows(page, ".card .value", "240小时");
    await shows(page, ".card .aim", "结果：144小时");
    await clean(page);
  });
});

test("what a search met in a text is on the card, and one press from its row", async () => {
  await visit({ url: address(monitor()), viewport: WIDE }, async (page) => {
    await stands(page);
    await type(page, "5189");
    assert.deepEqual(await listed(page), ["high-tech-enterprises"]);
    await shows(page, ".hits", "5189家");
    await press(page, ".hits a");
    await shows(page, "tr[aria-current]", "5189家");
    await clean(page);
  });
});

/** How a filter is told by a figure. @type {[string, string, (indicator: Indicator, figure: Figure, data: Data) => boolean][]} */
const FILTERS = [
  ["domain", "innovation", ({ domain }) => domain === "innovation"],
  ["status", "forecast", (_, { status }) => status === "forecast"],
  ["year", "2024", (_, figure) => yearOf(figure) === "2024"],
  ["year", "none", (_, figure) => yearOf(figure) === "none"],
  ["area", "zhengzhou-airport", (_, { area }) => area === "zhengzhou-airport"],
  ["source", "press-2024", (_, { source }, data) => data.sources[source]?.id === "press-2024"],
];

test("each filter shows what it names, in the list, the table and the count", async () => {
  const data = await figures();
  await visit({ url: address(monitor()), viewport: WIDE }, async (page) => {
    await stands(page);
    for (const [key, value, has] of FILTERS) {
      await choose(page, key, value);
      const wanted = data.indicators.filter((indicator) => indicator.figures.some((figure) => has(indicator, figure, data)));
      const cards = new Set(await listed(page));
      for (const { id } of wanted) assert.ok(cards.has(id), `${key}=${value} shows ${id}`);
      // Beside those, an indicator stands here whose target was answered by one of them.
      const answered = data.indicators.filter(({ targets }) => targets.some(({ outcome }) =>
        data.indicators.some((other) => other.figures.some((figure) => figure.id === outcome && has(other, figure, data)))));
      const domains = key === "domain" ? [] : answered;
      for (const id of cards) assert.ok([...wanted, ...domains].some((each) => each.id === id), `${key}=${value} does not show ${id}`);
      await choose(page, key, "");
    }
    await choose(page, "verdict", "met");
    const met = data.indicators.filter(({ targets }) => targets.some(({ verdict }) => verdict === "met"));
    assert.deepEqual((await listed(page)).sort(), met.map(({ id }) => id).sort());
    await clean(page);
  });
});

test("orders: by name, by share, by verdict, the newest first", async () => {
  const data = await figures();
  const known = new Map(data.indicators.map((each) => [each.id, each]));
  await visit({ url: address(monitor()), viewport: WIDE }, async (page) => {
    await stands(page);
    await choose(page, "domain", "opening");
    await choose(page, "sort", "name");
    const names = (await listed(page)).map((id) => known.get(id)?.name ?? "");
    assert.deepEqual(names, [...names].sort(new Intl.Collator("zh-CN", { numeric: true }).compare));
    await choose(page, "sort", "verdict");
    await shows(page, ".group h3", "已达到");
    await choose(page, "domain", "");
    await choose(page, "sort", "share");
    const first = known.get((await listed(page))[0] ?? "");
    const best = Math.max(...data.indicators.flatMap(({ targets }) => targets.map(({ share }) => share?.low ?? share?.high ?? 0)));
    assert.ok(first?.targets.some(({ share }) => (share?.low ?? share?.high) === best), `${first?.id} has ${best} %`);
    await clean(page);
  });
});

test("a state goes into the address and comes back from it", async () => {
  let hash = "";
  const url = address(monitor());
  await visit({ url, viewport: WIDE }, async (page) => {
    await stands(page);
    await choose(page, "year", "2023");
    await choose(page, "status", "target");
    await choose(page, "sort", "newest");
    await type(page, "企业 % &=");
    await type(page, "企业");
    const before = await listed(page);
    hash = await until(page, "it is written", () => (location.hash.includes("q=") && !location.hash.includes("25") ? location.hash : ""));
    assert.match(hash, /^#indicator-monitor=one&q=%E4%BC%81%E4%B8%9A&status=target&year=2023&sort=newest$/u);
    assert.ok(before.length > 1);
    await page.goto("about:blank");
    await page.goto(url + hash);
    await stands(page);
    assert.deepEqual(await listed(page), before);
    assert.deepEqual(
      await page.run(() => ["year", "status", "sort", "area"].map((key) =>
        /** @type {HTMLSelectElement} */ (document.getElementById("one")?.shadowRoot?.querySelector(`#choose-${key}`)).value)),
      ["2023", "target", "newest", ""],
    );
    await clean(page);
  });
});

test("the back button leaves a detail for the card that opened it, and a domain for the start", async () => {
  await visit({ url: `${address(monitor())}#elsewhere`, viewport: { width: 1000, height: 600 } }, async (page) => {
    await stands(page);
    await press(page, ".tile", 1);
    const cards = await listed(page);
    await page.run(() => document.getElementById("one")?.shadowRoot?.querySelectorAll(".card")[20]?.scrollIntoView({ block: "center" }));
    await settled(page);
    const place = () => page.run(() => document.getElementById("one")?.shadowRoot?.querySelectorAll(".card .name a")[20]?.getBoundingClientRect().top ?? -1);
    // Cards get their height when they are first seen, so the place counts that the card has when it is pressed.
    const top = await page.run(() => {
      const link = document.getElementById("one")?.shadowRoot?.querySelectorAll(".card .name a")[20];
      if (!(link instanceof HTMLElement)) throw new Error("no card");
      link.focus();
      const { top } = link.getBoundingClientRect();
      link.click();
      return top;
    });
    await shows(page, "h2.title", "");
    assert.match(await focused(page), /^h2\.title/u);
    assert.equal(await page.run(() => location.hash.includes("open=")), true);
    await page.run(() => history.back());
    await until(page, "the list is back", () => Boolean(document.getElementById("one")?.shadowRoot?.querySelector(".overview:not([hidden])")));
    await settled(page);
    assert.match(await focused(page), /^a/u);
    let back = await place();
    for (let turn = 0; turn < 20 && Math.abs(back - top) >= 2; turn += 1) {
      await settled(page);
      back = await place();
    }
    assert.ok(Math.abs(back - top) < 2, `the card stood at ${top}, not ${back}`);
    assert.equal((await listed(page))[20], cards[20]);
    await page.run(() => history.back());
    await until(page, "the start is back", () => location.hash === "#elsewhere" && document.getElementById("one")?.shadowRoot?.querySelector(".tile[aria-pressed=true]") === null);
    await clean(page);
  });
});

/** What an address names that there is none of, and what is offered. @type {[string, RegExp, RegExp][]} */
const UNKNOWN = [
  ["open=high-tech-enterprizes", /high-tech-enterprizes/u, /高新技术企业总数/u],
  ["domain=ecnomy", /ecnomy/u, /经济/u],
  ["point=high-tech-enterprises%40zhengzhou%2F1999%2Factual", /1999/u, /高新技术企业/u],
  ["year=2032", /2032/u, /20/u],
  ["shape=round", /shape=round/u, /回到开头/u],
  ["q=%E0%A4%A", /q=%E0%A4%A/u, /回到开头/u],
];

for (const [text, named, offered] of UNKNOWN) {
  test(`an address with ${text} is answered in place`, async () => {
    await visit({ url: address(monitor()) + at(text), viewport: WIDE }, async (page) => {
      await stands(page);
      await until(page, "it is said", () => Boolean(document.getElementById("one")?.shadowRoot?.querySelector(".fault p")));
      assert.match(await textOf(page, ".fault"), named);
      assert.match(await textOf(page, ".fault"), offered);
      assert.ok((await textOf(page, ".headline")).length > 5, "the rest is there");
      await press(page, ".fault .deed");
      await until(page, "it is put away", () => Boolean(document.getElementById("one")?.shadowRoot?.querySelector(".fault.empty")));
      await clean(page);
    });
  });
}

test("nothing found: the filters are named, each can go, and the way back is there", async () => {
  await visit({ url: address(monitor()) + at("q=zebra&year=2023&area=zhengzhou-airport"), viewport: WIDE }, async (page) => {
    await stands(page);
    const text = await textOf(page, ".none");
    for (const part of ["zebra", "2023年", "郑州机场"]) assert.ok(text.includes(part), `${text} names ${part}`);
    await press(page, ".none .chip");
    await until(page, "the search is dropped", () => !document.getElementById("one")?.shadowRoot?.querySelector(".none"));
    assert.ok((await listed(page)).length > 0);
    await press(page, ".controls .deed:last-child");
    await until(page, "all is dropped", () => document.getElementById("one")?.shadowRoot?.querySelectorAll(".tile").length === 8 && !document.getElementById("one")?.shadowRoot?.querySelector(".chip"));
    await clean(page);
  });
});

test("an indicator shows all its figures, its chart, its targets and its sources", async () => {
  const data = await figures();
  const wanted = data.indicators.find(({ id }) => id === "cross-border-ecommerce-volume");
  assert.ok(wanted);
  await visit({ url: address(monitor()) + at(`open=${wanted.id}`), viewport: WIDE }, async (page) => {
    await stands(page);
    await shows(page, "h2.title", wanted.name);
    const rows = await page.run(() => [...(document.getElementById("one")?.shadowRoot?.querySelectorAll("table.figures tbody tr") ?? [])].map((row) => /** @type {HTMLElement} */ (row).dataset["point"]));
    assert.deepEqual(rows.sort(), wanted.figures.map(({ id }) => id).sort());
    const all = await textOf(page, ".detail");
    for (const figure of wanted.figures) {
      for (const part of [figure.printed, figure.section]) assert.ok(all.replace(/\s/gu, "").includes(part.replace(/\s/gu, "")), `${part} is there`);
    }
    for (const target of wanted.targets) assert.ok(all.includes(target.facts.replace(/\s+/gu, " ").trim()), "the reason is there");
    await until(page, "its chart is drawn", () => {
      const canvas = document.getElementById("one")?.shadowRoot?.querySelector("indicator-chart")?.shadowRoot?.querySelector("canvas.base");
      return canvas instanceof HTMLCanvasElement && canvas.width > 100;
    });
    await shoot(page, "monitor-detail");
    await clean(page);
  });
});

test("a link to a chart that only the monitor has opens its indicator; one that the page has does not", async () => {
  const hash = `#indicator-chart=provincial-laboratories&point=${encodeURIComponent("provincial-laboratories@zhengzhou/2024-12-21/actual")}`;
  await visit({ url: address(monitor()) + hash, viewport: WIDE }, async (page) => {
    await stands(page);
    await shows(page, "h2.title", "省实验室");
    assert.equal(await page.run(() => location.hash.startsWith("#indicator-chart=")), true);
    await clean(page);
  });
  await visit({ url: address(chart("high-tech", GOOD) + monitor()) + "#indicator-chart=high-tech-enterprises&view=table", viewport: WIDE }, async (page) => {
    await stands(page);
    await drawn(page, "high-tech");
    assert.equal(await textOf(page, "h2.title"), "");
    await page.run(() => (location.hash = "#indicator-chart=high-tech&lang=en"));
    await settled(page);
    assert.equal(await textOf(page, "h2.title"), "");
    await page.run(() => (location.hash = "#indicator-chart=provincial-laboratories"));
    await shows(page, "h2.title", "省实验室");
    await press(page, ".back");
    await page.run(() => (location.hash = "#anywhere"));
    await settled(page);
    assert.notEqual(await textOf(page, ".headline"), "");
    await clean(page);
  });
});

test("the file holds what is shown, reads back the same, and harms no spreadsheet", async () => {
  const data = await figures();
  await visit({ url: address(monitor()) + at("domain=opening&status=actual"), viewport: WIDE }, async (page) => {
    await stands(page);
    await saving(page);
    await press(page, ".controls .deed");
    const { name, type: kind, bytes } = await saved(page);
    assert.match(name, /\.csv$/u);
    assert.match(kind, /^text\/csv/u);
    assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf], "it begins with a mark");
    const rows = /** @type {Record<string, string>[]} */ (parse(bytes, { columns: true, bom: true }));
    const wanted = data.indicators.filter(({ domain }) => domain === "opening").flatMap(({ figures }) => figures.filter(({ status }) => status === "actual"));
    const ids = rows.filter(({ status }) => status === "actual").map(({ id }) => id);
    assert.deepEqual(ids.sort(), wanted.map(({ id }) => id).sort());
    for (const row of rows) {
      const known = observations.get(row["id"] ?? "");
      assert.ok(known);
      assert.equal(Number(row["value"]), Number(known["value"]), row["id"]);
      assert.equal(row["paragraph"], known["paragraph"]);
      assert.equal(row["date_basis"], known["date_basis"]);
      assert.equal(row["period_end"], known["period_end"]);
      for (const cell of Object.values(row)) assert.doesNotMatch(cell, /^[=+@\t]/u);
    }
    await clean(page);
  });
});

test("the table shows a row a figure", async () => {
  const data = await figures();
  await visit({ url: address(monitor()) + at("year=2024&status=actual&view=table"), viewport: WIDE }, async (page) => {
    await stands(page);
    const rows = await page.run(() => document.getElementById("one")?.shadowRoot?.querySelectorAll("table.sheet tbody td.figure").length ?? 0);
    const wanted = data.indicators.flatMap(({ figures }) => figures.filter((figure) => figure.status === "actual" && yearOf(figure) === "2024")).length;
    assert.ok(rows >= wanted && wanted > 50, `${rows} rows for ${wanted} figures`);
    await clean(page);
  });
});

test("by keyboard alone: search, open, read, back", async () => {
  await visit({ url: address(monitor()), viewport: WIDE }, async (page) => {
    await stands(page);
    for (let step = 0; step < 30 && !(await focused(page)).startsWith("input.search"); step += 1) await page.key("Tab");
    assert.match(await focused(page), /^input\.search/u);
    for (const key of ["5", "1", "8", "9"]) await page.key(key);
    assert.deepEqual(await listed(page), ["high-tech-enterprises"]);
    await until(page, "the count is said", () => /1项指标/u.test(document.getElementById("one")?.shadowRoot?.querySelector("[aria-live]")?.textContent ?? ""));
    for (let step = 0; step < 30 && !(await focused(page)).includes("高新技术企业总数"); step += 1) await page.key("Tab");
    await page.key("Enter");
    await shows(page, "h2.title", "高新技术企业总数");
    assert.match(await focused(page), /^h2\.title/u);
    await page.key("Escape");
    await until(page, "the list is back", () => Boolean(document.getElementById("one")?.shadowRoot?.querySelector(".overview:not([hidden])")));
    await settled(page);
    assert.match(await focused(page), /高新技术企业总数/u);
    await clean(page);
  });
});

test("an editor's presets hold, can be changed, and cannot where they are fixed", async () => {
  const preset = { year: "2023", status: "target" };
  await visit({ url: address(monitor(preset)), viewport: WIDE }, async (page) => {
    await stands(page);
    const first = await listed(page);
    assert.ok(first.length > 20);
    assert.equal(await page.run(() => location.hash), "");
    await choose(page, "year", "");
    assert.ok((await listed(page)).length > first.length);
    await until(page, "it is written", () => /&year=$/u.test(location.hash));
    await clean(page);
  });
  await visit({ url: address(monitor({ ...preset, fixed: "" })) + at("year=2024&status="), viewport: WIDE }, async (page) => {
    await stands(page);
    const known = await figures();
    const wanted = known.indicators.filter(({ figures }) => figures.some((figure) => figure.status === "target" && yearOf(figure) === "2023"));
    assert.deepEqual((await listed(page)).sort(), wanted.map(({ id }) => id).sort());
    assert.ok(await page.run(() => /** @type {HTMLElement} */ (document.getElementById("one")?.shadowRoot?.querySelector("#choose-year")).getClientRects().length === 0));
    await clean(page);
  });
  await visit({ url: address(monitor({ domain: "ecnomy" })), viewport: WIDE }, async (page) => {
    await stands(page);
    assert.match(await textOf(page, ".fault"), /ecnomy/u);
  });
});

test("another language takes its place, with the reader's state", async () => {
  await visit({ url: address(monitor()) + at("domain=innovation"), viewport: WIDE }, async (page) => {
    await stands(page);
    const before = await listed(page);
    await page.run(() => document.getElementById("one")?.setAttribute("lang", "en"));
    await shows(page, ".headline", "have a printed outcome");
    assert.deepEqual(await listed(page), before);
    await page.run(() => document.getElementById("one")?.removeAttribute("lang"));
    await shows(page, ".headline", "个目标");
    await clean(page);
  });
});

for (const [kind, says] of /** @type {const} */ ([["missing", /HTTP 404/u], ["truncated", /indicator-monitor\.zh\.json/u]])) {
  test(`figures that are ${kind} leave the fallback, say so, and come at another try`, async () => {
    site.faults = [{ suffix: "indicator-monitor.zh.json", kind }];
    await visit({ url: address(monitor()), viewport: WIDE }, async (page) => {
      await until(page, "it is said", () => Boolean(document.getElementById("one")?.shadowRoot?.querySelector(".message:not([hidden]) button")));
      assert.match(await textOf(page, ".message"), says);
      assert.ok(await page.run(() => (document.querySelector(".fallback")?.getClientRects().length ?? 0) > 0), "the fallback stays");
      await pure(page, `figures ${kind}`);
      site.faults = [];
      await press(page, ".message button");
      await stands(page);
      assert.equal(await textOf(page, ".message"), "");
      assert.deepEqual((await page.errors()).filter((error) => /unhandled/iu.test(error)), []);
      await onlyOurs(page);
    });
  });
}

test("a strict policy is enough for all of it", async () => {
  await visit({ url: address(monitor(), { csp: CSP }) + at("open=cross-border-ecommerce-volume"), viewport: WIDE }, async (page) => {
    await stands(page);
    await until(page, "its chart is drawn", () => (/** @type {HTMLCanvasElement | null | undefined} */ (document.getElementById("one")?.shadowRoot?.querySelector("indicator-chart")?.shadowRoot?.querySelector("canvas.base"))?.width ?? 0) > 100);
    await press(page, ".back");
    await shows(page, ".headline", "个目标");
    await type(page, "机场");
    assert.ok((await listed(page)).length > 0);
    await clean(page);
  });
});
