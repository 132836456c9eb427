// A figure in a sentence: its card comes by pointer, focus and tap, says what the page's own line says, and goes again.
import assert from "node:assert/strict";
import { test } from "node:test";
import { pure } from "../lib/axe.js";
import { clean, page as address, settled, shoot, visit } from "../lib/chart.js";
import { engine } from "../lib/engine.js";
import { until } from "../lib/page.js";
import { clipboard } from "../lib/parts.js";

/** @import {Page} from "../lib/page.js" */

const STRICT = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'";
const EVIL = "&lt;img src=x onerror=alert(1)>";
const SPACE = `<pre>${"\n".repeat(60)}</pre>`;

/** @param {string} [text] */
const figure = (text = "5800家") =>
  `<indicator-figure id="f" observation="a"><a href="#figure-1" id="cited-1-1">${text}</a></indicator-figure>`;
const LINE = `<li id="figure-1"><b>高新技术企业总数</b> <span class="figure-when">2023年末</span> <span class="figure-value">5800家</span>
  <span class="figure-status">目标</span> <q class="figure-printed" lang="zh-CN">5800 家</q> <span class="figure-place">《某份文件》${EVIL}</span>
  <span class="figure-note">按年末推定。</span> <a class="figure-back" href="#cited-1-1" aria-label="回到正文">↩</a></li>`;

/** @param {string} sentence @param {string} [more] */
const body = (sentence, more = "") =>
  `<link rel="stylesheet" href="/article.css"><link rel="stylesheet" href="/pages.css"><main class="page"><h1>报道</h1>
  <p id="text">到年底是${sentence}，<a id="after" href="#text">后文</a>。</p>${more}${SPACE}<ol data-figures>${LINE}</ol>${SPACE}</main>`;

/** The card's text; empty while it is not there. @param {Page} page */
const card = (page) =>
  page.run(() => {
    const found = document.getElementById("f")?.shadowRoot?.querySelector(".card");
    return found instanceof HTMLElement ? found.innerText.replace(/\s+/gu, " ").trim() : "";
  });

/** @param {Page} page @param {boolean} open */
const waits = (page, open) =>
  until(page, open ? "the card opens" : "the card closes", (open) => Boolean(document.getElementById("f")?.shadowRoot?.querySelector(".card")) === open, open);

/** Until the script of the element is there. @param {Page} page */
const made = (page) => until(page, "the figure is made", () => document.getElementById("f")?.shadowRoot?.querySelector("slot") != null);

/** The middle of the link, or of a part of the card. @param {Page} page @param {string} [part] */
const middle = (page, part = "") =>
  page.run((part) => {
    const host = document.getElementById("f");
    const found = part ? host?.shadowRoot?.querySelector(part) : host?.querySelector("a");
    const { left = 0, top = 0, width = 0, height = 0 } = found?.getClientRects()[0] ?? {};
    return { x: left + width / 2, y: top + height / 2 };
  }, part);

/** What has the focus. @param {Page} page */
const focused = (page) =>
  page.run(() => {
    const inside = document.activeElement?.shadowRoot?.activeElement;
    return inside ? inside.localName : (document.activeElement?.id ?? "");
  });

/** @param {string} html @param {(page: Page) => Promise<void>} work @param {{lang?: string, csp?: string, viewport?: {width: number, height: number}}} [options] */
const read = (html, work, { viewport, ...options } = {}) =>
  visit({ url: address(html, options), viewport }, async (page) => {
    await made(page);
    await work(page);
  });

test("under a pointer the card says what the line says; it can be entered, and Escape puts it away", async () => {
  await read(body(figure()), async (page) => {
    const { x, y } = await middle(page);
    await page.move(x, y);
    await waits(page, true);
    const text = await card(page);
    for (const part of ["高新技术企业总数 · 2023年末", "5800家 目标", "5800 家", "<img src=x onerror=alert(1)>", "按年末推定。", "复制数字与出处"]) {
      assert.ok(text.includes(part), `${part} in ${text}`);
    }
    assert.ok(!text.includes("↩"), "the way back is the list's");
    assert.equal(await page.run(() => document.getElementById("f")?.shadowRoot?.querySelector("img") ?? null), null, "data stays text");
    const inside = await middle(page, ".value");
    await page.move(inside.x, inside.y);
    await page.run(() => new Promise((resolve) => setTimeout(() => resolve(true), 500)));
    assert.notEqual(await card(page), "", "it stays under the pointer");
    await shoot(page, "cited-hover");
    await page.key("Escape");
    await waits(page, false);
    await page.move(2, 2);
    await page.move(x, y);
    await waits(page, true);
    await page.move(2, 2);
    await waits(page, false);
    await clean(page);
  }, { csp: STRICT });
});

test("by keyboard: the card comes with the focus, its button copies, and nothing traps", async () => {
  await read(body(figure()), async (page) => {
    await clipboard(page, true);
    await page.key("Tab");
    assert.equal(await focused(page), "cited-1-1");
    await waits(page, true);
    await page.key("Tab");
    assert.equal(await focused(page), "button");
    await page.key("Enter");
    await until(page, "it is copied", () => (probe.copied ?? []).length === 1);
    const [copied = ""] = await page.run(() => probe.copied ?? []);
    assert.match(copied, /^高新技术企业总数，2023年末：5800家（目标；原文：5800 家）\n说明：按年末推定。\n出处：《某份文件》.*\n链接：http.*#figure-1$/u);
    await until(page, "it is said", () => document.getElementById("f")?.shadowRoot?.querySelector("[role=status].said")?.textContent === "已复制。");
    await page.key("Escape");
    await waits(page, false);
    assert.equal(await focused(page), "cited-1-1", "the focus is where it came from");
    await page.key("Tab");
    assert.equal(await focused(page), "after", "a card that was put away is no stop");
    await page.key("Shift+Tab");
    await waits(page, true);
    for (const stop of ["button", "a", "after"]) {
      await page.key("Tab");
      assert.equal(await focused(page), stop);
    }
    await waits(page, false);
    await page.key("Shift+Tab");
    assert.equal(await focused(page), "cited-1-1");
    await page.key("Enter");
    assert.equal(await page.run(() => location.hash), "#figure-1");
    await clean(page);
  });
});

const COMPUTED = `<li id="figure-1" data-computed="change"><b>高新技术企业总数</b> <span class="figure-form">相差</span> <span class="figure-value">611家</span>
  <span class="figure-basis">由下列数字算出：<a href="#figure-2">2022年末 5189家</a>、<a href="#figure-3">2023年末 5800家</a></span></li>
  <li id="figure-2"><b>高新技术企业总数</b> <span class="figure-when">2022年末</span> <q class="figure-printed" lang="zh-CN">5189家</q> <span class="figure-place">《甲》</span></li>
  <li id="figure-3"><b>高新技术企业总数</b> <span class="figure-when">2023年末</span> <span class="figure-value">5800家</span> <q class="figure-printed" lang="zh-CN">5800 家</q>
  <span class="figure-place">《乙》</span> <span class="figure-note">按年末推定。</span></li>`;

test("of a figure that is computed the card says what from, and both citations are copied", async () => {
  await read(body(figure("611家")).replace(LINE, COMPUTED), async (page) => {
    await clipboard(page, true);
    await page.key("Tab");
    await waits(page, true);
    const text = await card(page);
    for (const part of ["高新技术企业总数 · 相差 611家", "由下列数字算出", "2022年末 5189家 原文", "《甲》", "2023年末 5800家 原文 5800 家 出处 《乙》", "按年末推定。"]) {
      assert.ok(text.includes(part), `${part} in ${text}`);
    }
    const name = await page.run(() => document.getElementById("f")?.shadowRoot?.querySelector(".card")?.getAttribute("aria-label"));
    assert.equal(name, "这个数字由什么算出", "no document prints it");
    await shoot(page, "cited-computed");
    await pure(page, "a computed figure");
    for (const key of ["Tab", "Enter"]) await page.key(key);
    await until(page, "it is copied", () => (probe.copied ?? []).length === 1);
    const [copied = ""] = await page.run(() => probe.copied ?? []);
    const lines = copied.split("\n");
    assert.deepEqual(lines.slice(0, -1), [
      "高新技术企业总数，相差：611家",
      "由下列数字算出：",
      "高新技术企业总数，2022年末：5189家（原文：5189家）",
      "出处：《甲》",
      "高新技术企业总数，2023年末：5800家（原文：5800 家）",
      "说明：按年末推定。",
      "出处：《乙》",
    ]);
    await clean(page);
  });
});

test("a first tap shows the card, the second follows the link, and the list leads back", async () => {
  await read(body(figure()), async (page) => {
    const { x, y } = await middle(page);
    await page.tap(x, y);
    if (engine.can.touch) {
      await waits(page, true);
      assert.equal(await page.run(() => location.hash), "");
      await page.tap(x, y);
    }
    await until(page, "the link is followed", () => location.hash === "#figure-1");
    await waits(page, false);
    await page.run(() => /** @type {HTMLElement} */ (document.querySelector(".figure-back")).click());
    assert.deepEqual(await page.run(() => [location.hash, document.querySelector(":target")?.id]), ["#cited-1-1", "cited-1-1"]);
    await clean(page);
  });
});

test("a press elsewhere closes the card, and a figure that is scrolled away takes it along", async () => {
  await read(body(figure()), async (page) => {
    await page.key("Tab");
    await waits(page, true);
    await page.click(5, 400);
    await waits(page, false);
    await page.run(() => document.getElementById("cited-1-1")?.focus({ preventScroll: true }));
    await waits(page, true);
    const { top } = await page.run(() => /** @type {DOMRect} */ (document.getElementById("f")?.shadowRoot?.querySelector(".card")?.getBoundingClientRect()).toJSON());
    await page.run(() => scrollBy(0, 40));
    await settled(page);
    const later = await page.run(() => /** @type {DOMRect} */ (document.getElementById("f")?.shadowRoot?.querySelector(".card")?.getBoundingClientRect()).toJSON());
    assert.ok(Math.abs(later.top - top + 40) <= 2, "it goes along with the figure");
    await page.run(() => scrollTo(0, 1500));
    await waits(page, false);
    await clean(page);
  });
});

for (const [where, before] of /** @type {const} */ ([["at the right edge", "数".repeat(9)], ["at the left edge", ""]])) {
  test(`the card stays in a window of 320 px: ${where}`, async () => {
    await read(body(before + figure("12,345,678")), async (page) => {
      for (const block of /** @type {const} */ (["start", "end"])) {
        await page.run((block) => {
          const link = document.getElementById("cited-1-1");
          link?.blur();
          link?.scrollIntoView({ block });
        }, block);
        await settled(page);
        await page.run(() => document.getElementById("cited-1-1")?.focus({ preventScroll: true }));
        await waits(page, true);
        const { box, width, height, wide } = await page.run(() => ({
          box: /** @type {DOMRect} */ (document.getElementById("f")?.shadowRoot?.querySelector(".card")?.getBoundingClientRect()).toJSON(),
          width: document.documentElement.clientWidth,
          height: document.documentElement.clientHeight,
          wide: document.documentElement.scrollWidth,
        }));
        assert.ok(box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height, JSON.stringify({ box, width, height }));
        assert.ok(wide <= width, "the page is no wider by it");
      }
    }, { viewport: { width: 320, height: 560 } });
  });
}

test("where the browser refuses the clipboard, the text stands in a field", async () => {
  await read(body(figure()), async (page) => {
    await clipboard(page, false);
    for (const key of ["Tab", "Tab", "Enter"]) await page.key(key);
    await until(page, "the field is there", () => document.getElementById("f")?.shadowRoot?.querySelector("textarea")?.value.includes("5800家"));
    await pure(page, "a citation to copy by hand");
    await clean(page);
  });
});

test("a link to a line that is not there says so", async () => {
  await read(body(figure().replace("#figure-1", "#figure-9")), async (page) => {
    await page.key("Tab");
    await waits(page, true);
    assert.match(await card(page), /5800家.*没有列出/u);
    await clean(page);
  });
});

for (const lang of ["zh-CN", "en"]) {
  test(`an element that no build has filled says what is missing, until it is filled (${lang})`, async () => {
    const empty = `<indicator-figure id="f" observation="total-talent@zhengzhou/2024-12-21/actual"></indicator-figure>`;
    await read(body(empty), async (page) => {
      const said = () =>
        page.run(() => {
          const line = document.getElementById("f")?.shadowRoot?.querySelector("[role=status]");
          return (line?.getClientRects().length ?? 0) > 0 ? (line?.textContent ?? "") : "";
        });
      assert.match(await said(), lang === "en" ? /missing here: total-talent@/u : /缺一个数字：total-talent@/u);
      await pure(page, `an empty figure, ${lang}`);
      await page.run(() => (/** @type {HTMLElement} */ (document.getElementById("f")).textContent = "超300万人"));
      await until(page, "it is mended", () => document.getElementById("f")?.shadowRoot?.querySelector("[role=status]")?.textContent === "");
      assert.equal(await said(), "");
      await clean(page);
    }, { lang });
  });
}

for (const theme of ["light", "dark"]) {
  test(`axe finds nothing: a card that is open, ${theme}`, async () => {
    await read(body(figure()), async (page) => {
      await page.run((theme) => (document.documentElement.dataset["theme"] = theme), theme);
      await page.key("Tab");
      await waits(page, true);
      await settled(page);
      await pure(page, `a card, ${theme}`);
      await shoot(page, `cited-${theme}`);
      await clean(page);
    });
  });
}
