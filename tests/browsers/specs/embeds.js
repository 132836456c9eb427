// The charts to paste: each is drawn, its code is the element that is shown, and pasted into another page it draws there.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { pure } from "../lib/axe.js";
import { clean, page as address, shoot, visit } from "../lib/chart.js";
import { site } from "../lib/engine.js";
import { until } from "../lib/page.js";

/** @import {Page} from "../lib/page.js" */

/** Every chart of the page, once it is drawn; those that are refused would never be. @param {Page} page @param {number} count */
async function drawn(page, count) {
  for (let at = 0; at < count; at += 1) {
    await page.run((at) => document.querySelectorAll("indicator-chart")[at]?.scrollIntoView({ block: "center" }), at);
    await until(
      page,
      `chart ${at + 1} is drawn`,
      (at) => /** @type {any} */ (document.querySelectorAll("indicator-chart")[at])?.describe?.() !== undefined,
      at,
    );
  }
}

for (const [path, lang] of [
  ["embeds.html", "zh-CN"],
  ["embeds.en.html", "en"],
]) {
  test(`${path}: twelve charts are drawn, no rule of axe is broken`, async () => {
    await visit({ url: `${site.origin}/${path}`, viewport: { width: 360, height: 800 } }, async (page) => {
      assert.equal(await page.run(() => document.querySelectorAll("indicator-chart").length), 12);
      await drawn(page, 12);
      const { wide, room } = await page.run(() => ({ wide: document.documentElement.scrollWidth, room: innerWidth }));
      assert.ok(wide <= room, `${wide} px of ${room}`);
      await page.run(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
      await pure(page, String(path));
      await clean(page);
    });
  });

  test(`${path}: buttons and codes are named after their chart, and figures that it names without drawing them are listed`, async () => {
    await visit({ url: `${site.origin}/${path}` }, async (page) => {
      const { names, items, dead } = await page.run(() => ({
        names: [...document.querySelectorAll(".embed")].map((part) => {
          const title = part.querySelector("h2")?.textContent ?? "?";
          const label = part.querySelector("button[data-copy]")?.getAttribute("aria-label") ?? "";
          return label.endsWith(title) && label.startsWith(part.querySelector("button[data-copy]")?.textContent ?? "?") && (part.querySelector(".code summary")?.textContent ?? "").endsWith(title);
        }),
        items: [...document.querySelectorAll("[data-figures] > li")].map((item) => item.textContent ?? ""),
        dead: document.querySelectorAll(".figure-back").length,
      }));
      assert.deepEqual(names, Array(12).fill(true));
      assert.ok(items.some((text) => text.includes("611")) && items.some((text) => text.includes("444.3")), items.join("\n"));
      assert.ok(items.some((text) => text.includes("3.1%")), "how many cases are open is computed");
      assert.equal(dead, 0, "a chart's text is no place to lead back to");
      await page.run(() => document.getElementById("embed-grid")?.scrollIntoView({ block: "center" }));
      await until(page, "it is drawn", () => /** @type {any} */ (document.getElementById("embed-grid"))?.describe?.() !== undefined);
      await shoot(page, `embeds-grid-${lang}`);
    });
  });

  test(`${path}: each piece of code is the element beside it`, async () => {
    await visit({ url: `${site.origin}/${path}` }, async (page) => {
      const pairs = await page.run(() =>
        [...document.querySelectorAll("pre[data-code]")].map((pre) => {
          const read = new DOMParser().parseFromString(pre.textContent ?? "", "text/html");
          const list = (/** @type {Element | null} */ element) =>
            [...(element?.attributes ?? [])].filter(({ name }) => name !== "heights").map(({ name, value }) => `${name}=${value}`);
          const shown = document.getElementById(pre.getAttribute("data-code") ?? "");
          const script = read.querySelector("script");
          return { shown: list(shown), told: list(read.querySelector("indicator-chart")), script: list(script) };
        }),
      );
      assert.equal(pairs.length, 12);
      for (const { shown, told, script } of pairs) {
        assert.deepEqual(told, [...shown, `lang=${lang}`]);
        assert.deepEqual(script, ["type=module", "src=indicator-chart.js"]);
      }
    });
  });
}

test("pasted into a page of their own they draw", async () => {
  const html = readFileSync(new URL("../../../dist/embeds.en.html", import.meta.url), "utf8");
  const plain = (/** @type {string} */ text) =>
    text.replace(/&lt;/gu, "<").replace(/&gt;/gu, ">").replace(/&quot;/gu, '"').replace(/&amp;/gu, "&");
  const codes = [...html.matchAll(/<pre data-code[^>]*><code>(.*?)<\/code>/gsu)].map(([, code]) => plain(code ?? ""));
  assert.equal(codes.length, 12);
  // The page of the tests brings the script itself.
  const body = codes.map((code) => code.replace(/^<script.*?<\/script>\n/su, "")).join("<p>…</p>");
  await visit({ url: address(`<main><h1>Pasted</h1>${body}</main>`, { lang: "en" }) }, async (page) => {
    await drawn(page, 12);
    await clean(page);
  });
});

test("the button copies the code, and selects it where the clipboard is refused", async () => {
  for (const takes of [true, false]) {
    await visit({ url: `${site.origin}/embeds.en.html` }, async (page) => {
      // The button is there with its script, which a busy machine may run after the page has loaded.
      await until(page, "the button is there", () => document.querySelector("button[data-copy]:not([hidden])") !== null);
      const told = await page.run(async (takes) => {
        /** @type {string[]} */
        const copied = [];
        /** @param {string} text */
        const writeText = async (text) => {
          if (!takes) throw new DOMException("refused", "NotAllowedError");
          copied.push(text);
        };
        Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText } });
        document.querySelectorAll("details").forEach((details) => (details.open = true));
        const button = /** @type {HTMLButtonElement} */ (document.querySelector("button[data-copy]"));
        button.click();
        const status = button.parentElement?.querySelector("[role=status]");
        for (let turn = 0; turn < 200 && !status?.textContent; turn += 1) {
          await new Promise((done) => setTimeout(done, 50));
        }
        return {
          says: status?.textContent ?? "",
          taken: takes ? (copied[0] ?? "") : String(getSelection()),
          code: document.querySelector("pre[data-code]")?.textContent ?? "",
        };
      }, takes);
      assert.match(told.says, takes ? /^Copied/u : /^Selected/u);
      assert.equal(told.taken.trim(), told.code.trim());
    });
  }
});
