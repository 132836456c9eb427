// Turns the address of a built page into what its reader has before them, in Debian's Chromium.
import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "../../browsers/lib/puppeteer.js";
import { until } from "../../browsers/lib/page.js";
import { ROOT } from "./consumer.js";

/** @import {Page} from "../../browsers/lib/page.js" */

/** @type {ReturnType<typeof chromium> | undefined} */
let browser;

export const closed = async () => (await browser)?.close();

/**
 * @param {string} url
 * @param {(page: Page) => Promise<void>} work
 */
export async function looked(url, work) {
  const page = await (await (browser ??= chromium())).open();
  if (!page) throw new Error("no page");
  try {
    await page.viewport({ width: 720, height: 900 });
    await page.goto(url);
    await work(page);
    assert.deepEqual(await page.errors(), [], "the console stays empty");
  } finally {
    await page.close();
  }
}

/**
 * Waits until every chart that has come near the screen is drawn, and says how many there are.
 * @param {Page} page
 * @param {string} name of its element
 */
export function drawn(page, name = "indicator-chart") {
  return until(
    page,
    "the charts draw",
    (name) => {
      const inks = [...document.querySelectorAll(name)].filter((host) => host.getBoundingClientRect().top < innerHeight).map((host) => {
        const canvas = host.shadowRoot?.querySelector("canvas");
        const context = canvas instanceof HTMLCanvasElement && canvas.width > 0 ? canvas.getContext("2d") : null;
        if (!context || !canvas || canvas.getClientRects().length === 0) return 0;
        const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
        let inked = 0;
        for (let at = 3; at < data.length; at += 4) if ((data[at] ?? 0) > 128 && (data[at - 1] ?? 255) < 200) inked += 1;
        return inked;
      });
      return inks.every((ink) => ink > 500) ? inks.length : 0;
    },
    name,
  );
}

/** Opens the tools of the first chart, which are fetched for it. @param {Page} page */
export async function opened(page) {
  await page.run(() => {
    const more = document.querySelector("indicator-chart")?.shadowRoot?.querySelector("button.more");
    if (more instanceof HTMLElement) more.click();
  });
  await until(page, "the tools open", () => {
    const panel = document.querySelector("indicator-chart")?.shadowRoot?.querySelector(".panel");
    return panel instanceof HTMLElement && !panel.hidden && panel.querySelectorAll("button").length > 2;
  });
}

/** Keeps a picture of the page among the run's artefacts. @param {Page} page @param {string} name */
export async function shoot(page, name) {
  const folder = join(process.env["SCREENSHOTS"] ?? join(ROOT, "target/screenshots"), "packages");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${name}.png`), await page.screenshot());
}

/** Of what a site was asked for: scripts, modules of the engine, and all the rest but pages. @param {string[]} log */
export function sorted(log) {
  const end = (/** @type {RegExp} */ pattern) => log.filter((path) => pattern.test(path));
  return { scripts: end(/\.js$/u), engines: end(/\.wasm$/u), rest: log.filter((path) => !/\.(?:js|wasm|html)$|\/$|favicon/u.test(path)) };
}
