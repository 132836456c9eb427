// The monitor where something goes wrong around it: other languages and files, steps of the history, paper, attributes, damaged data.
import assert from "node:assert/strict";
import { test } from "node:test";
import { clean, page as address, visit } from "../lib/chart.js";
import { site } from "../lib/engine.js";
import { WIDE, at, figures, focused, listed, monitor, press, shows, stands, textOf, type } from "../lib/monitor.js";
import { until } from "../lib/page.js";

/** @import {Page} from "../lib/page.js" */
/** @import {Data, Figure, Indicator, Target} from "../../../www/element/monitor/types.js" */

const rest = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));
const asked = (/** @type {string} */ name) => site.log.filter(({ path }) => path.endsWith(name)).length;

/** @param {Page} page @param {string} name @param {string | null} value */
const put = (page, name, value) =>
  page.run((name, value) => {
    const host = document.getElementById("one");
    if (value === null) host?.removeAttribute(name);
    else host?.setAttribute(name, value);
    return true;
  }, name, value);

/** @param {Page} page @param {string} text */
const fails = (page, text) => shows(page, ".message:not([hidden])", text);
/** @param {Page} page */
const quiet = (page) => until(page, "no message stands", () => document.getElementById("one")?.shadowRoot?.querySelector(".message")?.hasAttribute("hidden"));

test("figures of a language that are missing are asked for once, and again when the reader says so", async () => {
  await visit({ url: address(monitor()) + at("open=high-tech-enterprises"), viewport: WIDE }, async (page) => {
    await stands(page);
    site.faults = [{ suffix: "indicator-monitor.en.json", kind: "missing" }];
    await page.run(() => void (document.documentElement.lang = "en"));
    await fails(page, "HTTP 404");
    for (const theme of ["dark", "light"]) await page.run((theme) => void (document.documentElement.dataset["theme"] = theme), theme);
    await rest(400);
    assert.equal(asked("indicator-monitor.en.json"), 1);
    await press(page, ".message button");
    await until(page, "it fails again", () => Boolean(document.getElementById("one")?.shadowRoot?.querySelector(".message:not([hidden]) button")));
    await rest(200);
    assert.equal(asked("indicator-monitor.en.json"), 2);
    await page.run(() => void (document.documentElement.lang = "zh-CN"));
    await quiet(page);
    await shows(page, "h2.title", "高新技术企业总数");
    await page.run(() => void (document.documentElement.lang = "en"));
    await fails(page, "HTTP 404");
    site.faults = [];
    await press(page, ".message button");
    await shows(page, ".back", "Back to the list");
  });
});

test("a language that is taken back while its figures are on the way does not come", async () => {
  await visit({ url: address(monitor()), viewport: WIDE }, async (page) => {
    await stands(page);
    site.faults = [{ suffix: "indicator-monitor.en.json", kind: "slow", ms: 400 }];
    await put(page, "lang", "en");
    await rest(100);
    await put(page, "lang", null);
    await until(page, "the other language is there", async () => (await fetch("/indicator-monitor.en.json")).ok);
    await rest(300);
    assert.match(await textOf(page, ".headline"), /个目标/u);
    await clean(page);
  });
});

test("another source counts before the first has come, and without it ours stand", async () => {
  site.faults = [{ suffix: "indicator-monitor.zh.json", kind: "slow", ms: 600 }];
  await visit({ url: address(monitor()), viewport: WIDE }, async (page) => {
    await until(page, "it has begun", () => Boolean(document.getElementById("one")?.shadowRoot));
    await put(page, "src", "/nope");
    await fails(page, "/nope.zh.json");
    await rest(800);
    assert.equal(await textOf(page, ".headline"), "");
    await put(page, "src", null);
    await stands(page);
    await quiet(page);
  });
});

test("the browser's way back from a plain link shows the page as it was opened; an anchor changes nothing", async () => {
  const link = `<a id="plain" href="#indicator-monitor=one&open=high-tech-enterprises">x</a><a id="top" href="#">x</a>`;
  await visit({ url: address(monitor() + link), viewport: WIDE }, async (page) => {
    await stands(page);
    await page.run(() => document.getElementById("plain")?.click());
    await shows(page, "h2.title", "高新技术企业总数");
    await page.run(() => history.back());
    await until(page, "the list stands", () => Boolean(document.getElementById("one")?.shadowRoot?.querySelector(".overview:not([hidden])")));
    await page.run(() => document.getElementById("plain")?.click());
    await shows(page, "h2.title", "高新技术企业总数");
    await page.run(() => document.getElementById("top")?.click());
    await until(page, "the anchor is reached", () => location.href.endsWith("#"));
    await rest(100);
    await shows(page, "h2.title", "高新技术企业总数");
    await clean(page);
  });
});

test("a monitor that comes back into the page reads the address", async () => {
  await visit({ url: address(monitor()), viewport: WIDE }, async (page) => {
    await stands(page);
    await page.run(async () => {
      const host = document.getElementById("one");
      const around = host?.parentElement;
      host?.remove();
      await new Promise((resolve) => setTimeout(resolve));
      location.hash = "#indicator-monitor=one&open=high-tech-enterprises";
      await new Promise((resolve) => setTimeout(resolve, 50));
      if (host) around?.append(host);
    });
    await shows(page, "h2.title", "高新技术企业总数");
    await clean(page);
  });
});

/** Says to the page that it is printed. @param {Page} page @param {"beforeprint" | "afterprint"} name */
const paper = (page, name) => page.run((name) => dispatchEvent(new Event(name)), name);
/** @param {Page} page */
const cards = (page) => page.run(() => document.getElementById("one")?.shadowRoot?.querySelectorAll(".card").length);

for (const [list, hash] of /** @type {const} */ ([["brief", ""], ["whole", at("sort=name")]])) {
  test(`paper shows every card of a ${list} list, and leaves cards, place and focus as they were`, async () => {
    const data = await figures();
    await visit({ url: address(monitor()) + hash, viewport: WIDE }, async (page) => {
      await stands(page);
      if (hash) await listed(page);
      await rest(300);
      await page.run(() => {
        const card = document.getElementById("one")?.shadowRoot?.querySelectorAll(".card")[20];
        Reflect.set(globalThis, "card", card);
        card?.querySelector("a")?.focus();
      });
      // Cards get their height when they are first seen.
      await rest(300);
      const before = await page.run(() => {
        const card = /** @type {HTMLElement} */ (Reflect.get(globalThis, "card"));
        return { count: document.getElementById("one")?.shadowRoot?.querySelectorAll(".card").length, top: card.getBoundingClientRect().top };
      });
      await paper(page, "beforeprint");
      assert.equal(await cards(page), data.indicators.length);
      await paper(page, "afterprint");
      await rest(200);
      const after = await page.run(() => {
        const card = /** @type {HTMLElement} */ (Reflect.get(globalThis, "card"));
        return { same: card.isConnected, focus: card.contains(document.getElementById("one")?.shadowRoot?.activeElement ?? null), top: card.getBoundingClientRect().top };
      });
      assert.deepEqual([after.same, after.focus], [true, true]);
      assert.ok(Math.abs(after.top - before.top) < 2, `${before.top} → ${after.top}`);
      assert.equal(await cards(page), before.count);
      await clean(page);
    });
  });
}

test("theme and presets leave the view as it stands; another language keeps what is being typed", async () => {
  await visit({ url: address(monitor()) + at("open=high-tech-enterprises"), viewport: WIDE }, async (page) => {
    await stands(page);
    await page.run(() => Reflect.set(globalThis, "chart", document.getElementById("one")?.shadowRoot?.querySelector("indicator-chart")));
    await put(page, "theme", "dark");
    await until(page, "it is dark", () => Boolean(document.getElementById("one")?.shadowRoot?.querySelector(".frame.dark")));
    assert.equal(await page.run(() => document.getElementById("one")?.shadowRoot?.querySelector("indicator-chart[theme=dark]") === Reflect.get(globalThis, "chart")), true);
    await press(page, ".back");
    await until(page, "the list stands", () => Boolean(document.getElementById("one")?.shadowRoot?.querySelector(".overview:not([hidden])")));
    await type(page, "企业");
    await page.run(() => {
      const field = /** @type {HTMLInputElement} */ (document.getElementById("one")?.shadowRoot?.querySelector("input.search"));
      Reflect.set(globalThis, "field", field);
      field.focus();
      field.setSelectionRange(1, 1);
    });
    for (const [name, value] of [["theme", "light"], ["domain", "innovation"], ["heading", "标题"]]) await put(page, String(name), String(value));
    await shows(page, "h2.heading", "标题");
    await shows(page, ".chip", "查找");
    assert.equal(await page.run(() => document.getElementById("one")?.shadowRoot?.activeElement === Reflect.get(globalThis, "field")), true);
    await put(page, "lang", "en");
    await shows(page, ".showing", "indicators");
    assert.match(await focused(page), /^input\.search/u);
    assert.deepEqual(
      await page.run(() => {
        const field = document.getElementById("one")?.shadowRoot?.querySelector("input.search");
        return field instanceof HTMLInputElement ? [field.value, field.selectionStart] : [];
      }),
      ["企业", 1],
    );
    await clean(page);
  });
});

/** What may be lacking in a file, and the place that is named. @type {[(data: any, indicator: any, target: any) => void, string][]} */
const LACKING = [
  [(_, { figures }) => delete figures[0].flags, "figures[0].flags"],
  [(_, __, target) => delete target.unlike, ".unlike"],
  [(_, __, target) => delete target.pace, ".pace"],
  [(data) => delete data.domains, "domains"],
  [(data) => delete data.sources, "sources"],
  [(data) => delete data.areas, "areas"],
  [(_, __, target) => (target.verdict = "perhaps"), ".verdict"],
  [(data) => (data.version = 2), "版本是“2”"],
];

test("data that lack a part are not shown: which part, and what to do, is said", async () => {
  const lacking = await Promise.all(LACKING.map(async ([harm, named]) => {
    const data = await figures();
    const indicator = data.indicators.find(({ targets }) => targets.length > 0);
    harm(data, indicator, indicator?.targets[0]);
    return [JSON.stringify(data), named];
  }));
  await visit({ url: address(""), viewport: WIDE }, async (page) => {
    for (const [at, [text, named]] of lacking.entries()) {
      await page.run((text, at) => {
        const real = Reflect.get(globalThis, "real") ?? fetch;
        Reflect.set(globalThis, "real", real);
        globalThis.fetch = async (address, options) => (String(address).includes("lacking-") ? new Response(text) : real(address, options));
        const made = document.createElement("indicator-monitor");
        made.id = "one";
        made.setAttribute("src", `/lacking-${at}`);
        document.body.replaceChildren(made);
      }, String(text), at);
      await fails(page, String(named));
      assert.match(await textOf(page, ".message"), /再点“重试”。/u);
      assert.equal(await textOf(page, ".view"), "");
    }
    assert.deepEqual((await page.errors()).filter((error) => /unhandled|TypeError/iu.test(error)), []);
  });
});

test("a server's refusal is not called a missing file", async () => {
  await visit({ url: address(""), viewport: WIDE }, async (page) => {
    await page.run(() => {
      globalThis.fetch = async () => new Response("", { status: 500 });
      const made = document.createElement("indicator-monitor");
      made.id = "one";
      document.body.append(made);
    });
    await fails(page, "HTTP 500");
    assert.match(await textOf(page, ".message"), /服务器没有给出.*重试/u);
  });
});

test("of a damaged address five parts are named, the others counted; a repeated one is named; the first holds", async () => {
  const many = Array.from({ length: 40 }, (_, at) => `k${at}=1`).join("&");
  await visit({ url: address(monitor()) + at(`domain=innovation&domain=opening&${many}`), viewport: WIDE }, async (page) => {
    await stands(page);
    const text = await textOf(page, ".fault");
    assert.match(text, /“domain=opening”.*“k3=1”.*还有36处/u);
    assert.doesNotMatch(text, /k4=/u);
    assert.match(await textOf(page, ".chip"), /创新|科技/u);
    await page.run(() => void (location.hash = "#indicator-monitor=%E0%A4%A&q=1"));
    await shows(page, ".fault", "%E0%A4%A");
    await clean(page);
  });
});

test("whatever the page keeps in its history, the monitor stands", async () => {
  /** @type {unknown[]} */
  const kept = [{ texts: null, depth: 0 }, { texts: { constructor: 5 }, depth: 0 }, { texts: {}, depth: 0 }, { texts: "x", depth: "y" }, null];
  await visit({ url: address(""), viewport: WIDE }, async (page) => {
    for (const each of kept) {
      await page.run((each) => {
        history.replaceState({ "indicator-monitor": JSON.parse(each), mine: 1 }, "");
        const made = document.createElement("indicator-monitor");
        made.id = "constructor";
        document.body.replaceChildren(made);
      }, JSON.stringify(each));
      await stands(page, "constructor");
      await page.run(() => /** @type {HTMLElement | null | undefined} */ (document.getElementById("constructor")?.shadowRoot?.querySelector(".tile"))?.click());
      await until(page, "it is written", () => location.hash.startsWith("#indicator-monitor=constructor&domain="));
      assert.equal(await page.run(() => history.state.mine), 1);
      await page.run(() => history.replaceState(null, "", location.pathname));
    }
    await clean(page);
  });
});

test("the nearest of ten thousand names comes at once", async () => {
  const { nearest } = await import(new URL("../../../www/element/monitor/nearest.js", import.meta.url).href);
  const items = Array.from({ length: 10_000 }, (_, at) => ({ id: `indicator-of-some-length-${at}@zhengzhou/2024-01..2024-08/actual`, name: `某项指标的名称${at}` }));
  const start = performance.now();
  assert.equal(nearest("indicator-of-some-lenght-2345@zhengzhou/2024-01..2024-08/actual", items)?.id, items[2_345]?.id);
  assert.equal(nearest("wholly/other?".repeat(8), items), undefined);
  const spent = performance.now() - start;
  assert.ok(spent < 1000, `${spent} ms`);
  for (const [given, wanted] of /** @type {const} */ ([["ecnomy", "economy"], ["onomy", "economy"], ["peple", "people"], ["zzzz", undefined]])) {
    assert.equal(nearest(given, [{ id: "economy", name: "economy" }, { id: "people", name: "people" }])?.id, wanted, given);
  }
});
