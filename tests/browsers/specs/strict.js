// Under the strictest policy there is everything works and nothing is refused: every page of the site, an embed, and all that
// a reader can do there. Without 'wasm-unsafe-eval' the fallback is complete. And no script holds what such a policy is against.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { failed, settled, shoot, visit } from "../lib/chart.js";
import { embed } from "../lib/embed.js";
import { site } from "../lib/engine.js";
import { until } from "../lib/page.js";

/** @import {Page} from "../lib/page.js" */

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const DIST = process.env["SITE_DIR"] ?? join(ROOT, "dist");
const WASM = "'wasm-unsafe-eval'";
const STRICT = `default-src 'none'; script-src 'self' ${WASM}; style-src 'self'; img-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'`;

const names = (/** @type {string} */ folder) => readdirSync(join(DIST, folder)).filter((name) => name.endsWith(".html")).map((name) => join(folder, name));
const PAGES = [...names("."), ...names("stories")].filter((name) => name !== "embed.html");

/** Presses every button of a chart that does something, saves its files, prints it and shows its table. @param {Page} page */
const everything = (page) =>
  page.run(async () => {
    /** @type {string[]} */
    const saved = [];
    HTMLAnchorElement.prototype.click = function () {
      saved.push(this.download);
    };
    const pause = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));
    const chart = /** @type {any} */ (document.querySelector("indicator-chart"));
    if (!chart) return { saved, drawn: 0 };
    const root = chart.shadowRoot;
    const id = chart.describe().table.rows.length && (await chart.toCSV()).split("\r\n")[1]?.split(",").find((/** @type {string} */ cell) => cell.includes("@"));
    if (id) chart.focusPoint(id);
    await chart.toPNG(1);
    const stage = root.querySelector(".stage");
    stage.focus();
    for (const key of ["ArrowRight", "Enter", "l", "+", "0", "?"]) stage.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, composed: true }));
    await pause(200);
    const later = async (/** @type {() => boolean} */ done) => {
      for (let turn = 0; turn < 200 && !done(); turn += 1) await pause(25);
    };
    for (const wanted of [/复制.*链接|Copy link/u, /PNG/u, /SVG/u, /CSV/u]) {
      const deed = () => [...root.querySelectorAll(".panel:not([hidden]) button")].find((each) => wanted.test(each.textContent));
      // What stands open may be another part of the tools, which the first press puts away.
      for (let press = 0; press < 3 && !deed(); press += 1) {
        const before = root.querySelector(".more").getAttribute("aria-expanded");
        root.querySelector(".more").click();
        await later(() => Boolean(deed()) || root.querySelector(".more").getAttribute("aria-expanded") !== before);
        await pause(50);
      }
      const count = saved.length;
      deed()?.click();
      // A copied link leaves no file; files are made in a task of their own.
      if (/PNG|SVG|CSV/u.test(wanted.source)) await later(() => saved.length > count);
      else await pause(80);
    }
    dispatchEvent(new Event("beforeprint"));
    const drawn = root.querySelectorAll(".paper svg *").length;
    dispatchEvent(new Event("afterprint"));
    chart.state = "view=table";
    await chart.rendered;
    for (const each of root.querySelectorAll(".sort, input.search")) each.click();
    chart.state = "";
    await chart.rendered;
    return { saved, drawn };
  });

/** Goes down the page, reads a figure of a sentence, opens a detail of a monitor. @param {Page} page */
const walked = (page) =>
  page.run(async () => {
    const pause = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));
    for (let at = 0; at < document.documentElement.scrollHeight; at += innerHeight * 0.8) {
      scrollTo(0, at);
      await pause(40);
    }
    const figure = document.querySelector("indicator-figure a");
    for (const name of ["pointerenter", "pointerover", "focusin", "click"]) figure?.dispatchEvent(new Event(name, { bubbles: true, composed: true, cancelable: true }));
    const monitor = document.querySelector("indicator-monitor")?.shadowRoot;
    for (const each of /** @type {any} */ ([...(monitor?.querySelectorAll("button") ?? [])].slice(0, 12))) {
      each.click();
      await pause(20);
    }
    await pause(200);
    scrollTo(0, 0);
  });

for (const name of PAGES) {
  test(`${name} under the strictest policy: nothing is refused`, async () => {
    site.csp = STRICT;
    await visit({ url: `${site.origin}/${name}`, viewport: { width: 800, height: 900 } }, async (page) => {
      assert.equal(await page.run(() => Array.isArray(refused)), true, "the page says what is refused");
      const charts = await page.run(() => document.querySelectorAll("indicator-chart").length);
      if (charts > 0) {
        await page.run(() => document.querySelector("indicator-chart")?.scrollIntoView({ block: "center" }));
        await until(page, "the first chart is drawn", () => /** @type {any} */ (document.querySelector("indicator-chart")).describe?.() !== undefined);
        const { saved, drawn } = await everything(page);
        assert.deepEqual(saved.map((file) => file.split(".").pop()).sort(), ["csv", "png", "svg"], saved.join());
        assert.ok(drawn > 5 || name.startsWith("gallery"), `${drawn} nodes on paper`);
      }
      await walked(page);
      assert.deepEqual(await page.run(() => refused), []);
      assert.deepEqual((await page.errors()).filter((error) => /policy|trusted|refused/iu.test(error)), []);
    });
  });
}

test("the page for iframes under the strictest policy: nothing is refused", async () => {
  site.csp = STRICT;
  await visit({ url: `${site.origin}/embed.html?indicator=high-tech-enterprises&kind=line`, viewport: { width: 640, height: 700 } }, async (page) => {
    await until(page, "the chart is drawn", () => /** @type {any} */ (document.querySelector("indicator-chart"))?.describe?.() !== undefined);
    await everything(page);
    assert.deepEqual(await page.run(() => refused), []);
  });
});

/** @param {string} policy @param {string} html */
const article = (policy, html) =>
  site.document(
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>t</title><meta name="viewport" content="width=device-width">
    <link rel="icon" href="/favicon.svg"><script src="/pages/policy.js"></script><script src="/pages/probe.js"></script></head><body><main>${html}</main></body></html>`,
    policy,
  );

const EMBED = { indicator: "cross-border-ecommerce-volume", kind: "bullet", from: "2024", to: "2024", lang: "en" };

test("an embed as it is pasted, under the strictest policy: fallback and chart, and nothing is refused", async () => {
  const html = (await embed(EMBED)).replace("<indicator-chart ", '<indicator-chart id="one" ');
  await visit({ url: article(STRICT, html), viewport: { width: 700, height: 800 } }, async (page) => {
    await until(page, "the chart is drawn", () => /** @type {any} */ (document.getElementById("one")).describe?.() !== undefined);
    const { saved } = await everything(page);
    assert.equal(saved.length, 3);
    assert.deepEqual(await page.run(() => refused), []);
    await shoot(page, "strict-embed");
  });
});

test("without 'wasm-unsafe-eval' the fallback is complete: picture, table, source, and what the editor must do", async () => {
  const html = (await embed(EMBED)).replace("<indicator-chart ", '<indicator-chart id="one" ');
  await visit({ url: article(STRICT.replace(` ${WASM}`, ""), html), viewport: { width: 700, height: 900 } }, async (page) => {
    const detail = await failed(page, "one");
    assert.equal(detail?.kind, "engine-refused");
    assert.match(detail?.message, /'wasm-unsafe-eval'.*script-src/u);
    await until(page, "the picture is loaded", () => [...document.querySelectorAll("picture img")].some((each) => each.getClientRects().length > 0 && /** @type {any} */ (each).complete && /** @type {any} */ (each).naturalWidth > 0));
    await settled(page);
    const seen = await page.run(() => {
      const host = /** @type {HTMLElement} */ (document.getElementById("one"));
      const details = /** @type {HTMLDetailsElement} */ (host.querySelector("details"));
      details.open = true;
      const pictures = [...host.querySelectorAll("picture")].filter((each) => each.getClientRects().length > 0);
      return {
        pictures: pictures.length, alt: pictures[0]?.querySelector("img")?.alt ?? "", table: details.innerText,
        message: /** @type {HTMLElement} */ (host.shadowRoot?.querySelector(".message")).innerText, buttons: host.shadowRoot?.querySelectorAll(".message button").length,
      };
    });
    assert.equal(seen.pictures, 1);
    assert.match(seen.alt, /96 billion yuan/u);
    assert.match(seen.table, /at least 130 billion yuan[^]*1300亿元以上[^]*paragraph 31/u);
    assert.equal(seen.message.trim(), detail?.message);
    assert.equal(seen.buttons, 0, "another try would be no other");
    const svg = readFileSync(join(DIST, "charts", readdirSync(join(DIST, "charts")).find((file) => file.endsWith(".svg")) ?? ""), "utf8");
    assert.match(svg, /来源|Source/u, "a picture carries its source");
    await shoot(page, "strict-without-wasm");
  });
});

/** What a script must not hold, with the reason a reader of a failure needs. @type {[string, RegExp][]} */
const FORBIDDEN = [
  ["eval", /\beval\s*\(/u],
  ["new Function", /\bnew\s+Function\b|[^.\w]Function\s*\(/u],
  ["markup from text", /\b(?:innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|srcdoc|DOMParser)\b|document\.write/u],
  ["storage", /\b(?:localStorage|sessionStorage|indexedDB)\b|document\.cookie|\.cookie\b|\bcaches\.open\b/u],
  ["inline style text", /setAttribute\(\s*["'`]style["'`]/u],
  ["an inline handler", /setAttribute\(\s*["'`]on[a-z]+["'`]/u],
  ["another host", /\bhttps?:\/\/(?!www\.w3\.org\/)[\w-]/u],
];

/** Every script that a page can load. @returns {string[]} */
const scripts = () => {
  const inside = (/** @type {string} */ folder) => readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && /\.m?js$/u.test(file.name) && !/^(?:node|cli)\.js$/u.test(file.name))
    .map((file) => join(file.parentPath ?? file.path, file.name));
  return [...inside(DIST), ...inside(join(ROOT, "pkg"))];
};

test("no script holds eval, markup from text, storage, inline style text or the address of another host", () => {
  const all = scripts();
  assert.ok(all.length > 15, `${all.length} scripts`);
  for (const file of all) {
    const text = readFileSync(file, "utf8");
    for (const [what, pattern] of FORBIDDEN) {
      const found = pattern.exec(text);
      assert.equal(found && `${what}: ${text.slice(Math.max(0, found.index - 40), found.index + 60)}`, null, file);
    }
  }
});
