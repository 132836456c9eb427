// From fallback to live nothing moves: HTML as `indicator-chart embed` makes it, at widths between those it was drawn at, in a
// page whose theme is not the system's. The picture stands before the engine comes, and stays when it does not.
import assert from "node:assert/strict";
import { test } from "node:test";
import { shoot, settled, visit } from "../lib/chart.js";
import { embed } from "../lib/embed.js";
import { engine, site } from "../lib/engine.js";
import { until } from "../lib/page.js";

/** @import {Page} from "../lib/page.js" */

const SPECS = [
  { indicator: "cross-border-ecommerce-volume", kind: "bullet", from: "2024", to: "2024", lang: "en" },
  { indicator: "high-tech-enterprises", kind: "line", lang: "zh-CN" },
  { indicator: "provincial-laboratories", kind: "step", lang: "en", heading: "Laboratories" },
  { domain: "innovation", kind: "waffle", lang: "zh-CN" },
];
/** @type {Promise<string[]> | undefined} */
let made;
const embeds = () => (made ??= Promise.all(SPECS.map((spec) => embed(/** @type {any} */ (spec)))));
/** As README has it, the style sheet stands in the head: in a body, one engine draws before it comes. */
const SHEET = /<link rel="stylesheet"[^>]*>\n?/gu;
const WIDTHS = [347, 512, 731, 1010];
const FROM = [340, 480, 600, 960];
const COUNT = SPECS.length;

/** @param {number} width @param {"light" | "dark" | ""} theme @param {string} [csp] */
const article = async (width, theme, csp) => {
  const all = await embeds();
  return site.document(
    `<!doctype html><html lang="en"${theme && ` data-theme="${theme}"`}><head><meta charset="utf-8"><title>t</title>
    <meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">${all[0]?.match(SHEET)?.[0] ?? ""}
    <script src="/pages/probe.js"></script><script src="/pages/still.js"></script>
    <style>body { margin: 0 } main { width: ${width}px } p { margin: 12px 0 }</style></head>
    <body><main><p class="mark">Before.</p>${all.map((html) => `${html.replace(SHEET, "")}<p class="mark">After.</p>`).join("\n")}</main></body></html>`,
    csp,
  );
};

/** Whether as many pictures as there are charts show, and are whole. @param {number} count */
const stand = (count) =>
  [...document.querySelectorAll("indicator-chart img")].filter((each) =>
    each.getClientRects().length > 0 && /** @type {HTMLImageElement} */ (each).complete && /** @type {HTMLImageElement} */ (each).naturalWidth > 0).length === count;

/** What of the fallbacks shows. @param {Page} page */
const shown = (page) =>
  page.run(() => [...document.querySelectorAll("indicator-chart")].map((host) => {
    const pictures = /** @type {HTMLElement[]} */ ([...host.querySelectorAll("picture")]).filter((each) => each.getClientRects().length > 0);
    return pictures.map((each) => {
      const image = /** @type {HTMLImageElement} */ (each.querySelector("img"));
      const src = new URL(image.src).pathname;
      return { from: each.dataset["from"], shade: each.dataset["shade"], loaded: image.complete && image.naturalWidth > 0, src, height: image.offsetHeight };
    });
  }));

/** Pages against the system: the page's theme and the system's. @type {{theme: "light" | "dark" | "", dark: boolean}[]} */
const LIGHTS = [{ theme: "dark", dark: false }, { theme: "light", dark: true }, { theme: "", dark: true }];

for (const [at, width] of WIDTHS.entries()) {
  for (const { theme, dark } of LIGHTS) {
    const name = `${width} px, the page ${theme || "as the system"}, the system ${dark ? "dark" : "light"}`;
    test(`nothing moves from fallback to live: ${name}`, async () => {
      site.faults = [{ suffix: ".wasm", kind: "slow", ms: 1500 }];
      const url = await article(width, theme);
      const able = await visit({ url, viewport: { width: 1100, height: 3200 }, media: { dark } }, async (page) => {
        await until(page, "the pictures stand", stand, COUNT);
        const fallback = await shown(page);
        const shade = theme || (dark ? "dark" : "light");
        for (const pictures of fallback) {
          assert.equal(pictures.length, 1, "exactly one picture a chart");
          assert.deepEqual([pictures[0]?.from, pictures[0]?.shade, pictures[0]?.loaded], [String(FROM[at]), shade, true]);
        }
        await shoot(page, `shift-${width}-${shade}-fallback`);
        assert.equal(await page.run(() => still.ready.length), 0, "no chart yet");
        await until(page, "all charts are drawn", (count) => still.ready.length === count, COUNT);
        await settled(page);
        await settled(page);
        await shoot(page, `shift-${width}-${shade}-live`);
        const kept = await page.run(() => ({ ...still }));
        assert.equal(kept.shift, 0, `the browser counts no shift: ${kept.moved.join(" | ")}`);
        // While the document is still read there are fewer of them, and those stand where they will.
        const last = kept.places[kept.places.length - 1] ?? "";
        assert.equal(last.split(" ").length, COUNT + 1);
        assert.ok(kept.places.every((each) => `${last} `.startsWith(`${each} `)), `nothing moved: ${kept.places.join(" | ")}`);
        assert.ok(kept.frames > 20);
        const asked = site.log.map(({ path }) => path).filter((path) => path.endsWith(".svg")).sort();
        const wanted = fallback.map((pictures) => pictures[0]?.src ?? "").sort();
        if (engine.name === "webkit") {
          // It fetches those of narrower ranges too, before it knows how wide the place is.
          assert.deepEqual(wanted.filter((path) => !asked.includes(path)), []);
          const needless = asked.filter((path) => !wanted.includes(path));
          assert.ok(needless.every((path) => path.includes("-dark-") === (shade === "dark")), "none of the other theme");
          assert.ok(needless.every((path) => Number(/-(\d+)-/u.exec(path.replace("-dark", ""))?.[1]) < Number(FROM[at])), needless.join());
        } else assert.deepEqual(asked, wanted, "no hidden picture was fetched");
        const hosts = await page.run(() => [...document.querySelectorAll("indicator-chart")].map((host) => {
          const stage = /** @type {HTMLElement} */ (host.shadowRoot?.querySelector(".stage"));
          return [stage.getBoundingClientRect().height, stage.clientWidth, host.shadowRoot?.querySelector(".frame")?.classList.contains("dark")];
        }));
        for (const [each, [height, wide, night]] of hosts.entries()) {
          assert.deepEqual([height, wide, night], [fallback[each]?.[0]?.height, width, shade === "dark"], "as tall as the picture, in its theme");
        }
      });
      assert.ok(able || !engine.can.dark, "the engine can be set so");
    });
  }
}

test("on a slow line the pictures stand before the engine comes", async () => {
  site.faults = [{ suffix: "", kind: "thin", rate: 120_000 }];
  await visit({ url: await article(731, "light"), viewport: { width: 1100, height: 1200 } }, async (page) => {
    await until(page, "all charts near the screen are drawn", () => still.ready.length >= 2);
    const { first, pictures, ready, shift, moved } = await page.run(() => ({ ...still }));
    const picture = pictures[0]?.at ?? Infinity;
    console.log(`# first paint ${Math.round(first ?? NaN)} ms, first picture ${Math.round(picture)} ms, first chart ${Math.round(ready[0] ?? NaN)} ms`);
    assert.ok(picture + 1000 < (ready[0] ?? 0), `${picture} ms, then ${ready[0]} ms`);
    assert.ok(first === undefined || first + 1000 < (ready[0] ?? 0));
    assert.equal(shift, 0, moved.join(" | "));
  });
});

test("where the engine does not come the block stays as it is, and a message stands under it", async () => {
  site.faults = [{ suffix: ".wasm", kind: "missing" }];
  await visit({ url: await article(731, "light"), viewport: { width: 1100, height: 3200 } }, async (page) => {
    const box = () => page.run(() => [...document.querySelectorAll(".indicator-fallback")].map((each) => {
      const { height, width } = each.getBoundingClientRect();
      return [height, width];
    }));
    await until(page, "the pictures stand", stand, COUNT);
    const before = await box();
    await until(page, "it is said", (count) => probe.events.filter(({ name }) => name === "error").length >= count, COUNT);
    await settled(page);
    assert.deepEqual(await box(), before);
    const shownNow = await shown(page);
    for (const pictures of shownNow) assert.deepEqual([pictures.length, pictures[0]?.loaded], [1, true]);
    const messages = await page.run(() => [...document.querySelectorAll("indicator-chart")].map((host) => {
      const message = host.shadowRoot?.querySelector(".message");
      const under = (message?.getBoundingClientRect().top ?? 0) >= (host.querySelector(".indicator-fallback")?.getBoundingClientRect().bottom ?? Infinity);
      return under && Boolean(message?.querySelector("button"));
    }));
    assert.deepEqual(messages, SPECS.map(() => true));
    const table = await page.run(() => {
      const details = /** @type {HTMLDetailsElement} */ (document.querySelector(".indicator-fallback details"));
      details.open = true;
      return /** @type {HTMLElement} */ (details.querySelector("table")).innerText.includes("at least 130 billion yuan");
    });
    assert.ok(table, "the table opens");
    await shoot(page, "shift-engine-missing");
  });
});
