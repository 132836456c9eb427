// The ways through the monitor: ten figures and the steps to them, back to the list, two monitors of a page, what is told outside.
import assert from "node:assert/strict";
import { register } from "node:module";
import { test } from "node:test";
import { clean, page as address, settled, visit } from "../lib/chart.js";
import { WIDE, at, choose, figures, listed, monitor, press, shows, stands, textOf, type } from "../lib/monitor.js";
import { until } from "../lib/page.js";

/** @import {Page} from "../lib/page.js" */

/**
 * Ten figures and the steps to each from the start: the language of the page, what is typed, and the figure that then
 * stands on the first card, or in the detail that a press on that card's name opens.
 * @type {["zh-CN" | "en", typed: string, found: string][]}
 */
const TEN = [
  ["zh-CN", "５８００家", "high-tech-enterprises@zhengzhou/2023-12-31/actual"],
  ["zh-CN", "高新技术企业总数", "high-tech-enterprises@zhengzhou/2024-09-18/actual"],
  ["zh-CN", "High-Tech  ENTERPRISES added", "high-tech-enterprises-added@zhengzhou/2024/target"],
  ["zh-CN", "省实验室", "provincial-laboratories@zhengzhou/2024-12-21/actual"],
  ["zh-CN", "960亿元", "cross-border-ecommerce-volume@zhengzhou/2024-01..2024-08/actual"],
  ["en", "CROSS border e-commerce", "cross-border-ecommerce-volume@zhengzhou/2024/target"],
  ["en", "5189家", "high-tech-enterprises@zhengzhou/2022-12-31/actual"],
  ["en", "5,189", "high-tech-enterprises@zhengzhou/2022-12-31/actual"],
  ["en", "人才总量", "total-talent@zhengzhou/2024-12-21/actual"],
  ["en", "electronics industry", "electronics-industry-scale@zhengzhou/2024-11-30/actual"],
];

/** @param {Page} page @param {string} hash */
const go = (page, hash) => page.run((hash) => void (location.hash = hash), hash);

/** @param {Page} page @param {string} [id] */
const overview = (page, id = "one") =>
  until(page, "the list stands", (id) => Boolean(document.getElementById(id)?.shadowRoot?.querySelector(".overview:not([hidden])")), id);

test("each of ten figures is read in two steps: a search, and a press on its first card", async () => {
  for (const lang of /** @type {const} */ (["zh-CN", "en"])) {
    const data = await figures(lang === "en" ? "en" : "zh");
    await visit({ url: address(monitor(), { lang }), viewport: WIDE }, async (page) => {
      await stands(page);
      for (const [, text, id] of TEN.filter(([each]) => each === lang)) {
        await go(page, at(""));
        await overview(page);
        const indicator = data.indicators.find(({ figures }) => figures.some((figure) => figure.id === id));
        const figure = indicator?.figures.find((figure) => figure.id === id);
        assert.ok(indicator && figure, id);
        await type(page, text);
        assert.equal((await listed(page))[0], indicator.id, text);
        await press(page, ".card .name a");
        const row = await until(page, `the row of ${id}`, (id) => {
          const rows = [...(document.getElementById("one")?.shadowRoot?.querySelectorAll("table.figures tr") ?? [])];
          return rows.find((each) => each instanceof HTMLElement && each.dataset["point"] === id)?.textContent;
        }, id);
        for (const part of [figure.value, figure.printed]) assert.ok(row?.includes(part), `${row} holds ${part}`);
      }
      await clean(page);
    });
  }
});

test("undated figures and targets are last: a card shows the newest, and the target that has an outcome", async () => {
  await visit({ url: address(monitor(), { lang: "en" }), viewport: WIDE }, async (page) => {
    await stands(page);
    for (const [id, value] of /** @type {const} */ ([
      ["living-allowance", "750 yuan"],
      ["development-zones", "17 zones"],
      ["destitute-allowance", "13,500 yuan"],
    ])) {
      await go(page, at(`q=${id}`));
      await shows(page, `.card[data-id=${id}] .value`, value);
      await press(page, `.card[data-id=${id}] .name a`);
      await shows(page, ".hero .value", value);
      await shows(page, "table.figures tbody tr:last-child", "date unknown");
      await shows(page, "table.figures tbody tr:last-child", "not given by the source");
      assert.doesNotMatch(await textOf(page, "table.figures tbody tr:last-child"), /inferred/u);
    }
    await go(page, at("q=industrial-rd-coverage"));
    await shows(page, ".card .aim .mark", "Met");
    await press(page, ".card .name a");
    await shows(page, ".aimed .mark", "Met");
    await go(page, at("view=table"));
    await shows(page, "table.sheet", "no deadline");
    assert.doesNotMatch(await textOf(page, "table.sheet"), /no deadline · [^n]|unknown · inferred/u);
    await clean(page);
  });
});

/** The counts of a year's targets as the page of what was planned prints them, in the order of the verdicts. @param {string} year */
async function planned(year) {
  const html = await (await fetch(new URL("/across.html", address("")))).text();
  const text = new RegExp(`data-fill="counts:${year}">(.*?)</p>`, "u").exec(html)?.[1] ?? "";
  const [all, answered, met, ahead, behind, missed, open, none] = [...text.matchAll(/(\d+)项/gu)].map(([, count]) => Number(count));
  return { all, answered, each: [met, ahead, behind, missed, open, none] };
}

test("a year has as many targets here as on the page of what was planned: head, buttons, tiles and count", async () => {
  const known = { 2023: [81, 5], 2024: [13, 3] };
  for (const [year, counts] of Object.entries(known)) {
    const { all, answered, each } = await planned(year);
    assert.deepEqual([all, answered], counts, "the other page");
    await visit({ url: address(monitor()) + at(`year=${year}`), viewport: WIDE }, async (page) => {
      await stands(page);
      assert.equal(await textOf(page, ".headline"), `${all}个目标，${answered}个印出了结果`);
      const numbers = (/** @type {string} */ selector, /** @type {string} */ pattern) =>
        page.run((selector, pattern) => [...(document.getElementById("one")?.shadowRoot?.querySelectorAll(selector) ?? [])]
          .map((part) => Number(new RegExp(pattern, "u").exec(part.textContent ?? "")?.[1] ?? 0)), selector, pattern);
      assert.deepEqual(await numbers(".choice .number", "(\\d+)"), each);
      const sum = (/** @type {number[]} */ some) => some.reduce((sum, one) => sum + one, 0);
      assert.equal(sum(await numbers(".tile", "(\\d+)个目标")), all);
      assert.equal(sum(await numbers(".tile", "(\\d+)个印出了结果")), answered);
      await shows(page, ".showing", `，${all}个目标`);
      await clean(page);
    });
  }
});

test("indicators whose outcome alone fits are listed, and their targets are not counted", async () => {
  await visit({ url: address(monitor()) + at("status=actual"), viewport: WIDE }, async (page) => {
    await stands(page);
    await shows(page, ".headline", "这里没有目标，只有数字");
    assert.ok((await listed(page)).includes("cross-border-ecommerce-volume"));
    assert.match(await textOf(page, ".showing"), /，0个目标$/u);
    await clean(page);
  });
});

test("verdicts have the words of the charts: on buttons, in the filter, on tiles", async () => {
  for (const [lang, words] of /** @type {const} */ ([
    ["zh", ["已达到", "快于进度", "慢于进度", "未达到", "不能判断", "来源没有公布结果"]],
    ["en", ["Met", "Ahead of pace", "Behind pace", "Missed", "Undetermined", "No outcome printed"]],
  ])) {
    const data = await figures(lang);
    assert.deepEqual(data.verdicts.map(({ name }) => name), words);
    await visit({ url: address(monitor(), { lang: lang === "en" ? "en" : "zh-CN" }), viewport: WIDE }, async (page) => {
      await stands(page);
      const texts = (/** @type {string} */ selector) =>
        page.run((selector) => [...(document.getElementById("one")?.shadowRoot?.querySelectorAll(selector) ?? [])].map((each) => each.textContent), selector);
      assert.deepEqual(await texts(".choice span"), words);
      assert.deepEqual((await texts("#choose-verdict option")).slice(1), words);
      for (const tile of await texts(".tile")) assert.match(tile ?? "", lang === "en" ? /with a printed outcome|No target printed/u : /印出了结果|没有印出目标/u);
    });
  }
});

/** @param {Page} page @param {string} id @param {number} at */
const tile = (page, id, at) =>
  page.run((id, at) => void /** @type {HTMLElement[]} */ ([...(document.getElementById(id)?.shadowRoot?.querySelectorAll(".tile") ?? [])])[at]?.click(), id, at);

/** Which tiles are pressed. @param {Page} page @param {string} id */
const chosen = (page, id) =>
  page.run((id) => [...(document.getElementById(id)?.shadowRoot?.querySelectorAll(".tile") ?? [])].flatMap((each, at) => (each.getAttribute("aria-pressed") === "true" ? [at] : [])), id);

for (const way of ["a figure of it", "the next one and back", "another monitor"]) {
  test(`"Back to the list" goes to the list after ${way}`, async () => {
    await visit({ url: address(monitor() + monitor({}, "two")), viewport: WIDE }, async (page) => {
      await stands(page);
      await stands(page, "two");
      for (const [each, leave] of [() => press(page, ".back"), () => page.key("Escape")].entries()) {
        await go(page, at(`q=&domain=innovation${each ? "&sort=name" : ""}`));
        await until(page, "the domain is chosen", () => Boolean(document.getElementById("one")?.shadowRoot?.querySelector(".chip")));
        await press(page, ".card .name a");
        await shows(page, "h2.title", "");
        if (way === "a figure of it") await press(page, "table.figures th a");
        if (way === "the next one and back") {
          await press(page, ".ways .next");
          await press(page, ".ways .previous");
        }
        if (way === "another monitor") await tile(page, "two", each + 1);
        await leave();
        await overview(page);
        if (way === "another monitor") assert.deepEqual(await chosen(page, "two"), [each + 1], "the other one keeps its filter");
      }
      await clean(page);
    });
  });
}

test("two monitors of a page keep their own states", async () => {
  await visit({ url: address(monitor() + monitor({ year: "2023" }, "two")) + "#indicator-monitor=two&domain=innovation", viewport: WIDE }, async (page) => {
    await stands(page);
    await stands(page, "two");
    assert.equal(await textOf(page, ".chip"), "");
    const chips = await page.run(() => [...(document.getElementById("two")?.shadowRoot?.querySelectorAll(".chip") ?? [])].map((chip) => chip.textContent));
    assert.equal(chips.length, 2);
    await clean(page);
  });
});

test("monitors without an id have a number each in the address", async () => {
  const bare = "<indicator-monitor></indicator-monitor>";
  await visit({ url: address(bare + bare + monitor({}, "monitor-2")) + "#indicator-monitor=monitor-3&domain=innovation", viewport: WIDE }, async (page) => {
    await stands(page, "monitor-2");
    const all = () => page.run(() => [...document.querySelectorAll("indicator-monitor")].map((each) => each.shadowRoot?.querySelectorAll(".tile[aria-pressed=true]").length ?? -1));
    await until(page, "all stand", () => [...document.querySelectorAll("indicator-monitor")].every((each) => each.shadowRoot?.querySelector(".tile")));
    assert.deepEqual(await all(), [0, 1, 0]);
    await page.run(() => /** @type {HTMLElement | null | undefined} */ (document.querySelector("indicator-monitor")?.shadowRoot?.querySelector(".tile"))?.click());
    assert.match(await page.run(() => location.hash), /^#indicator-monitor=monitor&/u);
    await page.run(() => history.back());
    await until(page, "the first is as it was", () => !document.querySelector("indicator-monitor")?.shadowRoot?.querySelector(".tile[aria-pressed=true]"));
    assert.deepEqual(await all(), [0, 1, 0]);
    await clean(page);
  });
});

test("a page hears a monitor by names of its own: ready once, then each state", async () => {
  await visit({ url: address(""), viewport: WIDE }, async (page) => {
    await page.run(() => {
      /** @type {unknown[]} */
      const heard = [];
      Reflect.set(globalThis, "heard", heard);
      for (const name of ["indicator-ready", "indicator-state", "indicator-monitor-ready", "indicator-monitor-state"]) {
        addEventListener(name, (event) => heard.push(name, (event instanceof CustomEvent && event.detail?.text) ?? ""));
      }
      const made = document.createElement("indicator-monitor");
      made.id = "one";
      document.body.append(made);
    });
    await stands(page);
    await choose(page, "year", "2023");
    await page.run(() => document.getElementById("one")?.setAttribute("lang", "en"));
    await shows(page, ".headline", "have a printed outcome");
    assert.deepEqual(await page.run(() => Reflect.get(globalThis, "heard")), ["indicator-monitor-ready", "", "indicator-monitor-state", "year=2023"]);
  });
});

test("an element that leaves and comes back while its script is on the way is connected once", async () => {
  /** @type {Map<string, new () => any>} */
  const defined = new Map();
  class Stand {
    isConnected = false;
  }
  Object.assign(globalThis, { HTMLElement: Stand, addEventListener: () => undefined, document: new EventTarget(), customElements: { get: () => undefined, define: (/** @type {string} */ name, /** @type {new () => any} */ made) => defined.set(name, made) } });
  // What the bundler makes up.
  const made = "export const kit = () => []; export const [columns, figures] = ['', '']; export const glue = undefined;";
  const resolve = `(name, context, next) => name.startsWith("indicator-chart-") ? { url: ${JSON.stringify(`data:text/javascript,${made}`)}, shortCircuit: true } : next(name, context)`;
  register(`data:text/javascript,${encodeURIComponent(`export const resolve = ${resolve};`)}`);
  const { later } = await import(new URL("../../../www/element/later.js", import.meta.url).href);
  /** @type {string[]} */
  const done = [];
  /** @type {((value: any) => void)[]} */
  const waiting = [];
  later("x-part", () => new Promise((resolve) => waiting.push(resolve)), "Part");
  class Part {
    connect() {
      done.push("connect");
    }
    disconnect() {
      done.push("disconnect");
    }
  }
  const turn = () => new Promise((resolve) => setTimeout(resolve));
  const part = new (/** @type {new () => any} */ (defined.get("x-part")))();
  const [enter, leave] = [() => ((part.isConnected = true), part.connectedCallback()), () => ((part.isConnected = false), part.disconnectedCallback())];
  enter();
  leave();
  await turn();
  enter();
  await turn();
  for (const arrive of waiting) arrive({ Part });
  await turn();
  assert.deepEqual(done, ["connect"]);
  leave();
  await turn();
  assert.deepEqual(done, ["connect", "disconnect"]);
  enter();
  leave();
  await turn();
  assert.deepEqual(done.filter((each) => each === "connect").length - done.filter((each) => each === "disconnect").length, 0, String(done));
});
