// What each engine tells assistive technology of the parts of a chart, in both languages, asked of the engine itself.
import assert from "node:assert/strict";
import { test } from "node:test";
import { chart, failed, page as address, ready, settled, tight, visit } from "../lib/chart.js";
import { engine, site } from "../lib/engine.js";
import { until } from "../lib/page.js";
import { panelled, press, tabled } from "../lib/parts.js";
import { DAILY, RIDES } from "../lib/state.js";

/** @import {Computed, Page} from "../lib/page.js" */
/** @typedef {"zh-CN" | "en"} Lang */

/** Selector, role, and the name in Chinese and English. @typedef {[selector: string, role: string, zh: string, en: string]} Part */

/** The engine computes a name for these, but its driver does not tell it. */
const UNTOLD = engine.name === "webkit" ? ["columnheader", "rowheader", "cell"] : [];

/** @param {Page} page @param {Lang} lang @param {Part[]} parts */
async function hold(page, lang, parts) {
  /** @type {string[]} */
  const wrong = [];
  for (const [selector, role, zh, en] of parts) {
    const name = UNTOLD.includes(role) ? "" : lang === "en" ? en : zh;
    const found = await page.computed("one", selector, { role, name });
    if (found.role !== role || tight(found.name) !== tight(name)) wrong.push(`${selector}: ${found.role} “${found.name}”, not ${role} “${name}”`);
  }
  assert.deepEqual(wrong, []);
  return parts.length;
}

/** The picture with a figure pinned, and all around it. @type {Part[]} */
const PICTURE = [
  [".stage", "application", "虚构地铁客流（折线图）", "Invented metro rides (line chart)"],
  [".tip", "group", "固定的数字", "Pinned figure"],
  [".tip .deeds button:nth-child(1)", "button", "复制数字与出处", "Copy figure and source"],
  [".tip .deeds button:nth-child(2)", "button", "复制链接", "Copy link"],
  [".tip .close", "button", "关闭", "Close"],
  [".switch", "button", "数据表", "Table"],
  [".more", "button", "更多", "More"],
  ["table", "table", "虚构地铁客流", "Invented metro rides"],
  ["thead th:nth-child(1)", "columnheader", "指标", "Indicator"],
  ["thead th:nth-child(2)", "columnheader", "时间", "Period"],
  ["thead th:nth-child(3)", "columnheader", "数值", "Value"],
  ["thead th:nth-child(6)", "columnheader", "来源", "Source"],
  ["tbody tr:nth-child(1) th", "rowheader", "虚构地铁客流（Blue）", "Invented metro rides (Blue)"],
  ["tbody tr:nth-child(1) td", "cell", "2024年1月", "Jan 2024"],
  ["#summary", "paragraph", "", ""],
  [".status", "status", "", ""],
];

/** @type {Part[]} */
const MENU = [
  [".panel", "group", "更多操作", "More"],
  [".panel ul", "list", "", ""],
  [".panel li", "listitem", "", ""],
  [".more", "button", "更多", "More"],
  [".panel li:nth-child(1) .deed", "button", "复制这个数字与出处", "Copy this figure and its source"],
  [".panel li:nth-child(2) .deed", "button", "复制这个数字的链接", "Copy link to this figure"],
  [".panel .close", "button", "关闭", "Close"],
];

/** @type {Part[]} */
const TABLE = [
  [".sheet", "region", "虚构地铁客流", "Invented metro rides"],
  ["input.search", "searchbox", "在表中查找", "Search the table"],
  ["thead th:nth-child(2)", "columnheader", "时间", "Period"],
  ["thead th:nth-child(2) .sort", "button", "时间", "Period"],
  ["thead th:nth-child(3) .sort", "button", "数值", "Value"],
  ["tbody th", "rowheader", "虚构地铁客流（Blue）", "Invented metro rides (Blue)"],
  [".switch", "button", "图表", "Chart"],
];

/** The files that the menu offers, whatever else this engine offers between. @type {[RegExp, string, string][]} */
const FILES = [
  [/PNG/u, "下载图片（PNG）", "Download picture (PNG)"],
  [/SVG/u, "下载矢量图（SVG）", "Download drawing (SVG)"],
  [/CSV/u, "下载数据（CSV）", "Download figures (CSV)"],
  [/^(键盘操作|Keyboard)$/u, "键盘操作", "Keyboard"],
];

/** Where a button of the panel stands. @param {Page} page @param {RegExp} pattern */
const place = (page, pattern) =>
  page.run((pattern) => {
    const items = [...(document.getElementById("one")?.shadowRoot?.querySelectorAll(".panel li") ?? [])];
    return items.findIndex((each) => new RegExp(pattern, "u").test(each.textContent ?? "")) + 1;
  }, pattern.source);

for (const lang of /** @type {Lang[]} */ (["zh-CN", "en"])) {
  test(`roles and names of the parts of a chart, ${lang}`, async (context) => {
    const wide = { width: 800, height: 800 };
    await visit({ url: address(chart("one", { ...RIDES, lang }), { lang }), viewport: wide }, async (page) => {
      await ready(page, "one");
      for (const key of ["Tab", "ArrowRight", "Enter"]) await page.key(key);
      await until(page, "it is pinned", () => document.getElementById("one")?.shadowRoot?.querySelector(".tip .deeds") !== null);
      let count = await hold(page, lang, PICTURE);
      await press(page, "one", "more");
      await panelled(page, "one");
      /** @type {Part[]} */
      const files = [];
      for (const [pattern, zh, en] of FILES) files.push([`.panel li:nth-child(${await place(page, pattern)}) .deed`, "button", zh, en]);
      count += await hold(page, lang, [...MENU, ...files]);
      await press(page, "one", "table");
      await tabled(page, "one");
      count += await hold(page, lang, TABLE);
      context.diagnostic(`${count} elements`);
    });
  });

  test(`roles and names of the help, the zoom, the status line and the message, ${lang}`, async (context) => {
    let count = 0;
    const linked = `${address(chart("one", { ...DAILY, lang }), { lang })}#indicator-chart=one&point=no-such`;
    await visit({ url: linked }, async (page) => {
      await ready(page, "one");
      await until(page, "the status line speaks", () => document.getElementById("one")?.shadowRoot?.querySelector(".status .close") !== null);
      for (const key of ["Tab", "+", "?"]) await page.key(key);
      await panelled(page, "one");
      count += await hold(page, lang, [
        [".status", "status", "", ""],
        [".status .close", "button", "关闭", "Close"],
        [".whole", "button", "显示全部时间", "Show all time"],
        [".panel", "group", "键盘操作", "Keyboard"],
        [".panel .close", "button", "关闭", "Close"],
      ]);
    });
    site.faults = [{ suffix: ".wasm", kind: "missing" }];
    await visit({ url: address(chart("one", { ...DAILY, lang }), { lang }) }, async (page) => {
      await failed(page, "one");
      await settled(page);
      count += await hold(page, lang, [
        [".message", "status", "", ""],
        [".message button", "button", "重试", "Retry"],
      ]);
    });
    context.diagnostic(`${count} elements`);
  });
}

test("what a screen reader hears besides names: descriptions, scopes, states and the live region", async () => {
  await visit({ url: address(chart("one", { ...RIDES, lang: "en" }), { lang: "en" }) }, async (page) => {
    await ready(page, "one");
    const facts = await page.run(() => {
      const root = /** @type {ShadowRoot} */ (document.getElementById("one")?.shadowRoot);
      const stage = root.querySelector(".stage");
      const described = (stage?.getAttribute("aria-describedby") ?? "").split(" ").map((id) => root.getElementById(id)?.textContent ?? "");
      const focusable = [...root.querySelectorAll('[tabindex="0"], button, a[href], input')].filter((each) => each.getClientRects().length > 0);
      return {
        described,
        kind: stage?.getAttribute("aria-roledescription"),
        scopes: [...new Set([...root.querySelectorAll("th")].map((cell) => cell.scope))],
        rows: root.querySelectorAll("tbody tr").length,
        heads: root.querySelectorAll("tbody tr th[scope=row]").length,
        stops: focusable.map((each) => each.className),
        expanded: root.querySelector(".more")?.getAttribute("aria-expanded"),
      };
    });
    assert.match(facts.described[0] ?? "", /Invented metro rides/u, "the summary");
    assert.match(facts.described[1] ?? "", /^Arrow keys/u, "the keys");
    assert.deepEqual([facts.kind, facts.scopes, facts.expanded], ["interactive chart", ["col", "row"], "false"]);
    assert.equal(facts.heads, facts.rows, "every row has its header");
    assert.deepEqual(facts.stops, ["stage", "toggle switch", "toggle closer", "toggle more"], "one tab stop and three buttons");
    // Passing over many figures says only the last, once.
    const said = await page.run(() => {
      const live = /** @type {HTMLElement} */ (document.getElementById("one")?.shadowRoot?.querySelector("[aria-live]"));
      /** @type {string[]} */
      const said = [];
      new MutationObserver(() => said.push(live.textContent ?? "")).observe(live, { childList: true, characterData: true, subtree: true });
      Object.assign(globalThis, { said });
      return said.length;
    });
    assert.equal(said, 0);
    for (const key of ["Tab", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight"]) await page.key(key);
    const heard = await until(page, "something is said", async () => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      return /** @type {any} */ (globalThis).said.length > 0 ? /** @type {string[]} */ (/** @type {any} */ (globalThis).said) : undefined;
    });
    const last = heard?.at(-1) ?? "";
    assert.ok(last.length > 0 && last.length <= 160, `${last.length} characters: ${last}`);
    assert.equal(new Set(heard).size, heard?.length, "nothing is said twice");
  });
});

test("the author’s own description wins", async () => {
  await visit({ url: address(chart("one", { ...RIDES, alt: "Two lines that cross in June." })) }, async (page) => {
    await ready(page, "one");
    const told = await page.run(() => document.getElementById("one")?.shadowRoot?.getElementById("summary")?.textContent ?? "");
    const name = (await page.computed("one", ".stage", { role: "application", name: "Two lines that cross in June." })).name;
    assert.ok(`${told} ${name}`.includes("Two lines that cross in June."), `${told} | ${name}`);
  });
});
