// What a reader wants beyond reading: citations, links, files, a table to sort; and what the browser may refuse of it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "csv-parse/sync";
import { PNG } from "pngjs";
import { chart, clean, look, observations, page as address, ready, settled, shoot, sources, tight, visit } from "../lib/chart.js";
import { site } from "../lib/engine.js";
import { until } from "../lib/page.js";

/** @import {Page} from "../lib/page.js" */

const LABS = { indicator: "provincial-laboratories", kind: "line", lang: "zh-CN" };
const POINT = "provincial-laboratories@zhengzhou/2024-12-21/actual";
const RIDES = { src: "/invented.figures", indicator: "invented-rides", kind: "line", lang: "en" };

/** Clicks a part of the widget by what its button says or what it is. @param {Page} page @param {string} what */
const press = (page, what) =>
  page.run((what) => {
    const root = document.getElementById("one")?.shadowRoot;
    const all = /** @type {HTMLElement[]} */ ([...(root?.querySelectorAll("button") ?? [])]);
    const found = all.find((each) => each.textContent === what || each.matches(what.startsWith(".") ? what : "none"));
    if (!found) throw new Error(`no button ${what} among ${all.map((each) => each.textContent)}`);
    found.focus();
    found.click();
    return true;
  }, what);

/** What the status line says; empty while it says nothing. @param {Page} page */
const status = (page) =>
  page.run(() => document.getElementById("one")?.shadowRoot?.querySelector(".status p")?.textContent ?? "");

/** Opens the list of things to do. @param {Page} page */
async function menu(page) {
  await press(page, ".more");
  await until(page, "the menu opens", () =>
    Boolean(document.getElementById("one")?.shadowRoot?.querySelector(".panel:not([hidden]) .deeds")));
}

/** Keeps what is copied, and what is saved, in the page. @param {Page} page */
const stubbed = (page) =>
  page.run(() => {
    const kept = /** @type {any} */ (globalThis);
    kept.copied = [];
    kept.saved = [];
    const clipboard = { writeText: async (/** @type {string} */ text) => kept.copied.push(text) };
    Object.defineProperty(navigator, "clipboard", { configurable: true, value: clipboard });
    const made = new Map();
    const create = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (/** @type {Blob} */ blob) => {
      const url = create(blob);
      made.set(url, blob);
      return url;
    };
    HTMLAnchorElement.prototype.click = function () {
      kept.saved.push({ name: this.download, blob: made.get(this.href) });
    };
  });

/** The file that was saved last: its name, its type, and its bytes. @param {Page} page */
async function saved(page) {
  await until(page, "a file is saved", () => /** @type {any} */ (globalThis).saved.length > 0);
  const file = await page.run(async () => {
    const { name, blob } = /** @type {any} */ (globalThis).saved.pop();
    const bytes = new Uint8Array(await blob.arrayBuffer());
    let text = "";
    for (const byte of bytes) text += String.fromCharCode(byte);
    return { name, type: blob.type, base64: btoa(text) };
  });
  return { name: file.name, type: file.type, bytes: Buffer.from(file.base64, "base64") };
}

test("a pinned figure is copied with its source and the way back, in either language", async () => {
  await visit({ url: address(chart("one", LABS)) }, async (page) => {
    await ready(page, "one");
    await stubbed(page);
    await page.run((id) => /** @type {any} */ (document.getElementById("one")).focusPoint(id), POINT);
    await settled(page);
    await press(page, "复制数字与出处");
    await until(page, "something is copied", () => /** @type {any} */ (globalThis).copied.length > 0);
    const text = await page.run(() => /** @type {any} */ (globalThis).copied.pop());
    const row = observations.get(POINT) ?? {};
    const source = sources.get(row["source"] ?? "") ?? {};
    assert.ok(tight(text).includes(tight(row["printed"])), text);
    const authors = (source["author"] ?? "").split(" ").join(", ");
    assert.ok(text.includes(`出处：${authors}. ${source["title_zh"]}[Z].`), text);
    assert.ok(text.includes(`第${row["paragraph"]}段`), text);
    assert.ok(!/undefined|null|NaN/u.test(text), text);
    const link = /链接：(\S+)/u.exec(text)?.[1] ?? "";
    assert.ok(link.includes("#indicator-chart=one&point="), link);
    await until(page, "the button says so", () =>
      document.getElementById("one")?.shadowRoot?.querySelector(".tip .deeds button")?.textContent === "已复制");
    assert.equal((await look(page, "one")).live, "已复制。");
    assert.equal(await status(page), "", "nothing moves");
    await page.goto(link);
    await ready(page, "one");
    assert.equal(await page.run(() => /** @type {any} */ (document.getElementById("one")).state), link.split("one&")[1]);
    assert.ok((await look(page, "one")).tooltip?.includes("18"));
    await page.run(() => (/** @type {any} */ (document.getElementById("one")).lang = "en"));
    await settled(page);
    await stubbed(page);
    await press(page, "Copy figure and source");
    await until(page, "something is copied", () => /** @type {any} */ (globalThis).copied.length > 0);
    const english = await page.run(() => /** @type {any} */ (globalThis).copied.pop());
    assert.ok(english.includes(`“${source["title_en"]}” [${source["title_zh"]}]`), english);
    assert.ok(english.includes(`paragraph ${row["paragraph"]}`), english);
    await clean(page);
  });
});

test("a citation has what the document says, in the order of GB/T 7714 and in an English newspaper's", async () => {
  await visit({ url: address("") }, async (page) => {
    const found = await page.run(async () => {
      const { citation } = await import(/** @type {any} */ ("/element/tools/cite.js"));
      const row = { section: "产业", paragraph: 12 };
      const place = { section: "Industry", paragraph: 12 };
      const plan = {
        ...{ titleZh: "《某市第十四个五年规划》中期评估报告", titleEn: "Mid-term evaluation", author: "", publisher: "某市发展和改革委员会" },
        ...{ published: "2025-08-01", reference: "00163", url: "" },
      };
      const report = { ...plan, titleZh: "《统计公报》", titleEn: "", author: "甲 乙 丙", published: "2024-03-01", reference: "", url: "https://example.org/a" };
      const bare = { ...plan, publisher: "", author: "王红", published: "", reference: "" };
      const all = [];
      for (const source of [plan, report, bare]) all.push(citation(row, source, "zh-CN", "2026-01-02"), citation(place, source, "en", "2026-01-02"));
      return all;
    });
    assert.deepEqual(found, [
      "某市发展和改革委员会. 《某市第十四个五年规划》中期评估报告: 00163[Z]. 2025-08-01: “产业”第12段.",
      "“Mid-term evaluation” [《某市第十四个五年规划》中期评估报告], 某市发展和改革委员会, 00163, published 1 August 2025, “Industry”, paragraph 12.",
      "甲, 乙, 丙. 统计公报[EB/OL]. 某市发展和改革委员会: “产业”第12段(2024-03-01)[2026-01-02]. https://example.org/a",
      "甲, 乙 and 丙, “统计公报”, 某市发展和改革委员会, published 1 March 2024, “Industry”, paragraph 12, https://example.org/a, accessed 2 January 2026.",
      "王红. 《某市第十四个五年规划》中期评估报告[Z]. “产业”第12段.",
      "王红, “Mid-term evaluation” [《某市第十四个五年规划》中期评估报告], “Industry”, paragraph 12.",
    ]);
  });
});

test("where nothing can be copied, the text stands in a field and the status line says why", async () => {
  await visit({ url: address(chart("one", LABS)) }, async (page) => {
    await ready(page, "one");
    for (const refusal of ["missing", "refused"]) {
      await page.run((refusal) => {
        const refused = { writeText: () => Promise.reject(new DOMException("no", "NotAllowedError")) };
        const value = refusal === "missing" ? undefined : refused;
        Object.defineProperty(navigator, "clipboard", { configurable: true, value });
      }, refusal);
      await menu(page);
      await press(page, "复制链接");
      await until(page, "a field opens", () =>
        Boolean(document.getElementById("one")?.shadowRoot?.querySelector("textarea")));
      const field = await page.run(() => {
        const area = document.getElementById("one")?.shadowRoot?.querySelector("textarea");
        const focused = document.getElementById("one")?.shadowRoot?.activeElement;
        return { text: area?.value ?? "", all: area?.selectionEnd, focused: focused === area };
      });
      assert.ok(field.text.includes("#indicator-chart=one"), field.text);
      assert.deepEqual([field.all, field.focused], [field.text.length, true]);
      assert.match(await status(page), /不允许复制/u);
      await page.key("Escape");
    }
    await clean(page);
  });
});

test("the menu opens by its button, Escape closes it and gives the focus back", async () => {
  await visit({ url: address(chart("one", RIDES)) }, async (page) => {
    await ready(page, "one");
    await menu(page);
    await shoot(page, "menu");
    const open = () =>
      page.run(() => {
        const root = document.getElementById("one")?.shadowRoot;
        const more = root?.querySelector(".more");
        return {
          expanded: more?.getAttribute("aria-expanded"),
          inside: Boolean(root?.querySelector(".panel")?.contains(root.activeElement)),
          back: root?.activeElement === more,
          buttons: [...(root?.querySelectorAll(".deed") ?? [])].map((each) => each.textContent),
        };
      });
    const first = await open();
    assert.deepEqual([first.expanded, first.inside], ["true", true]);
    for (const wanted of ["Copy link", "Download picture (PNG)", "Download drawing (SVG)", "Download figures (CSV)", "中文", "Keyboard"]) {
      assert.ok(first.buttons.includes(wanted), `${wanted} among ${first.buttons}`);
    }
    await page.key("Escape");
    const closed = await open();
    assert.deepEqual([closed.expanded, closed.inside, closed.back, closed.buttons], ["false", false, true, []]);
    await page.run(() => document.getElementById("one")?.shadowRoot?.querySelector(/** @type {any} */ (".stage"))?.focus());
    await page.run(() => {
      const stage = document.getElementById("one")?.shadowRoot?.querySelector(".stage");
      stage?.dispatchEvent(new KeyboardEvent("keydown", { key: "?", bubbles: true, composed: true }));
    });
    await until(page, "the keys are listed", () =>
      Boolean(document.getElementById("one")?.shadowRoot?.querySelector(".panel .keys")));
    await shoot(page, "help");
    await page.key("Escape");
    const name = await page.run(() => document.getElementById("one")?.shadowRoot?.activeElement?.className);
    assert.equal(name, "stage", "the focus is back on the picture");
    await clean(page);
  });
});

test("the picture is saved at twice its size, as it is on the screen", async () => {
  await visit({ url: address(chart("one", LABS)) }, async (page) => {
    await ready(page, "one");
    await stubbed(page);
    await menu(page);
    await press(page, "下载图片（PNG）");
    const { name, type, bytes } = await saved(page);
    assert.equal(type, "image/png");
    assert.match(name, /^[^/\\:*?"<>|]+\.png$/u);
    const picture = PNG.sync.read(bytes);
    const { box } = await look(page, "one");
    assert.deepEqual([picture.width, picture.height], [Math.round(box.width) * 2, Math.round(box.height * 2)]);
    let ink = 0;
    for (let at = 0; at < picture.data.length; at += 4) ink += Number((picture.data[at] ?? 255) < 128);
    assert.ok(ink > 2000, `${ink} dark pixels`);
    await clean(page);
  });
});

test("the drawing is well formed, its texts are texts, and it says where its figures come from", async () => {
  await visit({ url: address(chart("one", LABS)) }, async (page) => {
    await ready(page, "one");
    await stubbed(page);
    await menu(page);
    await press(page, "下载矢量图（SVG）");
    const { name, bytes } = await saved(page);
    assert.match(name, /\.svg$/u);
    const seen = await page.run((text) => {
      const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
      return {
        fault: parsed.querySelector("parsererror")?.textContent ?? "",
        texts: [...parsed.querySelectorAll("text")].map((each) => each.textContent).join("\n"),
        other: [...parsed.querySelectorAll("*")].map((each) => each.tagName).filter((tag) => /script|image|foreign|use|style/iu.test(tag)),
      };
    }, bytes.toString("utf8"));
    assert.deepEqual([seen.fault, seen.other], ["", []]);
    const table = await page.run(() => /** @type {any} */ (document.getElementById("one")).describe().table);
    const loose = tight(seen.texts).replace(/\u2060/gu, "");
    assert.ok(loose.includes(tight(table.caption)), seen.texts);
    assert.ok(loose.includes("来源："), seen.texts);
    await clean(page);
  });
});

test("the figures are saved as the data have them, and read back the same", async () => {
  for (const attributes of [LABS, { indicator: "total-talent cross-border-ecommerce-volume", kind: "table", lang: "en" }, RIDES]) {
    await visit({ url: address(chart("one", attributes)) }, async (page) => {
      await ready(page, "one");
      await stubbed(page);
      await menu(page);
      await press(page, attributes.lang === "en" ? "Download figures (CSV)" : "下载数据（CSV）");
      const { bytes } = await saved(page);
      assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf], "a byte order mark");
      const rows = /** @type {Record<string, string>[]} */ (parse(bytes, { columns: true, bom: true }));
      const table = await page.run(() => /** @type {any} */ (document.getElementById("one")).describe().table);
      assert.equal(rows.length, table.rows.length);
      for (const [at, row] of rows.entries()) {
        const cells = table.rows[at];
        assert.equal(row["printed"], cells[cells.length - 2], "words and figure as printed");
        const known = observations.get(row["id"] ?? "");
        if (!known) continue;
        assert.equal(Number(row["value"]), Number(known["value"]), row["id"]);
        assert.deepEqual(
          [row["status"], row["qualifier"], row["period_start"], row["period_end"], row["flags"], row["paragraph"]],
          [known["status"], known["qualifier"], known["period_start"], known["period_end"], known["flags"], known["paragraph"]],
        );
        assert.ok(row["source"]?.includes(sources.get(known["source"] ?? "")?.["title_zh"] ?? "?"), row["source"]);
      }
      await clean(page);
    });
  }
});

test("no cell of the figures runs in a spreadsheet", async () => {
  await visit({ url: address(chart("one", LABS)) }, async (page) => {
    const text = await page.run(async () => {
      const { csv } = await import(/** @type {any} */ ("/element/tools/csv.js"));
      const row = {
        ...{ id: "a@b/2024/actual", series: "a@b", indicator: "=1+1", area: "+cmd", category: "-2", start: "", end: "2024-01-01" },
        ...{ status: "actual", value: -5, high: null, qualifier: "exact", unit: "@SUM(A1)", printed: "\t=x", note: 'a "b", c\n=d' },
        ...{ flags: "", source: 0, section: "\r@x", paragraph: 3 },
      };
      return csv({ rows: [row], sources: [{ titleZh: "=HYPERLINK()", titleEn: "", author: "", publisher: "", published: "" }] });
    });
    const [row = {}] = /** @type {Record<string, string>[]} */ (parse(text, { columns: true, bom: true }));
    assert.equal(row["value"], "-5", "a number stays a number");
    const texts = Object.entries(row).filter(([name]) => name !== "value");
    for (const [name, cell] of texts) assert.doesNotMatch(cell, /^[=+\-@\t\r]/u, name);
    assert.deepEqual([row["series"], row["category"], row["note"]], ["'=1+1", "'-2", 'a "b", c\n=d']);
  });
});

test("what the browser refuses is said, and the chart goes on", async () => {
  await visit({ url: address(chart("one", LABS)) }, async (page) => {
    await ready(page, "one");
    await page.run(() => {
      URL.createObjectURL = () => {
        throw new Error("blocked by policy");
      };
      HTMLCanvasElement.prototype.toBlob = function (give) {
        give(null);
      };
      Object.defineProperty(navigator, "share", {
        configurable: true,
        value: () => Promise.reject(new DOMException("not here", "NotAllowedError")),
      });
    });
    for (const [what, said] of [["下载数据（CSV）", /没有保存文件（blocked by policy）/u], ["下载图片（PNG）", /没有保存文件/u], ["分享…", /没能打开系统的分享（not here）/u]]) {
      const open = await page.run(() =>
        Boolean(document.getElementById("one")?.shadowRoot?.querySelector(".panel:not([hidden])")));
      if (!open) await menu(page);
      await press(page, String(what));
      await until(page, `${what} is answered`, () =>
        Boolean(document.getElementById("one")?.shadowRoot?.querySelector(".status p")));
      await settled(page);
      assert.match(await status(page), /** @type {RegExp} */ (said));
    }
    await clean(page);
  });
});

test("tools that do not load are told of, and fetched again at the next wish", async () => {
  await visit({ url: address(chart("one", LABS)) }, async (page) => {
    await ready(page, "one");
    const script = await (await fetch(`${site.origin}/indicator-chart.js`)).text();
    const chunk = /indicator-chart-tools-\w+\.js/u.exec(script)?.[0] ?? "no chunk";
    site.faults = [{ suffix: chunk, kind: "missing" }];
    await press(page, ".more");
    await until(page, "the status line speaks", () =>
      document.getElementById("one")?.shadowRoot?.querySelector(".status p")?.textContent?.includes("没有载入"));
    assert.ok((await look(page, "one")).canvas, "the picture stands");
    site.faults = [];
    await menu(page);
  });
});

test("the table stands in the picture's place, is sorted and searched, and goes again", async () => {
  await visit({ url: address(chart("one", { ...RIDES, kind: "bar" })) }, async (page) => {
    await ready(page, "one");
    await press(page, ".switch");
    await until(page, "the table can be sorted", () =>
      Boolean(document.getElementById("one")?.shadowRoot?.querySelector(".sort")));
    await shoot(page, "table");
    const seen = () =>
      page.run(() => {
        const root = document.getElementById("one")?.shadowRoot;
        const rows = [...(root?.querySelectorAll("tbody tr") ?? [])].filter((row) => !(/** @type {HTMLElement} */ (row).hidden));
        return {
          stage: (root?.querySelector(".stage")?.getClientRects().length ?? 0) > 0,
          values: rows.map((row) => row.children[2]?.textContent ?? ""),
          sort: [...(root?.querySelectorAll("thead th") ?? [])].map((cell) => cell.getAttribute("aria-sort")),
          scopes: [...(root?.querySelectorAll("th") ?? [])].map((cell) => cell.scope),
          state: /** @type {any} */ (document.getElementById("one")).state,
          live: root?.querySelector("[aria-live]")?.textContent ?? "",
        };
      });
    const given = await seen();
    assert.deepEqual([given.stage, given.state], [false, "view=table"]);
    assert.equal((await look(page, "one")).tooltip, null);
    assert.ok(given.scopes.every((scope) => scope === "col" || scope === "row"));
    const number = (/** @type {string} */ text) => Number.parseFloat(text.replace(/,/gu, ""));
    await press(page, "Value");
    const rising = await seen();
    assert.equal(rising.sort.filter((order) => order === "ascending").length, 1);
    const numbers = rising.values.map(number);
    assert.ok(numbers.every((value, at) => at === 0 || value >= (numbers[at - 1] ?? 0)), String(numbers));
    await press(page, "Value");
    const falling = (await seen()).values.map(number);
    assert.ok(falling.every((value, at) => at === 0 || value <= (falling[at - 1] ?? 0)), String(falling));
    await press(page, "Value");
    assert.deepEqual((await seen()).values, given.values, "the third time restores the order");
    const search = (/** @type {string} */ text) =>
      page.run((text) => {
        const input = document.getElementById("one")?.shadowRoot?.querySelector("input");
        if (!input) throw new Error("no search");
        input.value = text;
        input.dispatchEvent(new Event("input", { bubbles: true }));
        return true;
      }, text);
    await search("gold mar");
    assert.equal((await seen()).values.length, 1);
    assert.match((await seen()).live, /^1 of \d+ rows/u);
    await search("nothing like it");
    const none = await page.run(() => document.getElementById("one")?.shadowRoot?.querySelector(".none")?.textContent);
    assert.match(String(none), /No row has “nothing like it”/u);
    await search("");
    assert.equal((await seen()).values.length, given.values.length);
    await press(page, ".switch");
    await settled(page);
    assert.deepEqual([(await seen()).stage, (await seen()).state], [true, ""]);
    await press(page, ".switch");
    await until(page, "the table can be sorted again", () =>
      Boolean(document.getElementById("one")?.shadowRoot?.querySelector(".sort")));
    const fields = () => page.run(() => document.getElementById("one")?.shadowRoot?.querySelectorAll("input").length);
    assert.equal(await fields(), 1, "one field, however often the table comes");
    await page.run(() => (/** @type {any} */ (document.getElementById("one")).lang = "zh-CN"));
    await until(page, "the field speaks Chinese", () =>
      document.getElementById("one")?.shadowRoot?.querySelector("label")?.textContent === "在表中查找");
    assert.equal(await fields(), 1);
    await clean(page);
  });
});
