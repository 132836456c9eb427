// What a test says about charts: documents that hold them, and questions to one of them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { PNG } from "pngjs";
import { engine, site } from "./engine.js";
import { until } from "./page.js";

/** @import {Media, Page, Viewport} from "./page.js" */

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const SHOTS = process.env["SCREENSHOTS"] ?? join(ROOT, "target/screenshots");

/** What stands in an element until the engine draws. */
export const FALLBACK = "这里是替代文字";

/** @param {string} text */
const escaped = (text) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/**
 * The markup of one chart.
 * @param {string} id
 * @param {Record<string, string>} attributes
 */
export function chart(id, attributes) {
  const all = Object.entries({ id, ...attributes }).map(([name, value]) => `${name}="${escaped(value)}"`);
  return `<indicator-chart ${all.join(" ")}><p class="fallback">${FALLBACK}</p></indicator-chart>`;
}

/** One that draws in every engine. */
export const GOOD = { indicator: "high-tech-enterprises", kind: "line" };

/**
 * Adds a document with `body` and returns its address.
 * @param {string} body
 * @param {{lang?: string, csp?: string, head?: string}} [options] `head`: what stands before the element's script
 */
export function page(body, { lang = "zh-CN", csp, head = "" } = {}) {
  const html = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>t</title>
    <meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
    <link rel="stylesheet" href="/pages/page.css"><script src="/pages/probe.js"></script>${head}
    <script type="module" src="/indicator-chart.js"></script></head><body>${body}</body></html>`;
  return site.document(html, csp);
}

/**
 * Opens a page, runs `work`, closes the page; skips nothing silently: without the setting the caller is told.
 * @param {{url: string, viewport?: Viewport, media?: Media}} where
 * @param {(page: Page) => Promise<void>} work
 * @returns {Promise<boolean>} whether the engine could be set so
 */
export async function visit({ url, viewport, media }, work) {
  const opened = await engine.open(media);
  if (!opened) return false;
  try {
    await opened.viewport(viewport ?? { width: 640, height: 800 });
    site.log = [];
    await opened.goto(url);
    await work(opened);
  } finally {
    try {
      await opened.close();
    } finally {
      site.reset();
    }
  }
  return true;
}

/** Waits for the first frame of a chart. @param {Page} page @param {string} id */
export async function ready(page, id) {
  await until(page, `${id} draws`, (id) => probe.events.some((event) => event.name === "ready" && event.id === id), id);
  await settled(page);
}

/** Waits for the `indicator-error` event of a chart and returns its detail. @param {Page} page @param {string} id */
export async function failed(page, id) {
  const found = await until(
    page,
    `${id} fails`,
    (id) => probe.events.find((event) => event.name === "error" && event.id === id),
    id,
  );
  return found?.detail;
}

/** Waits until everything asked for is on the screen. @param {Page} page */
export async function settled(page) {
  await page.run(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(true))))),
  );
}

/** How `rendered` of a chart settles, once its script runs; "never" after a while. @param {Page} page @param {string} id */
export const settles = (page, id) =>
  page.run(async (id) => {
    // A busy WebKit hands over a page whose script has not run yet.
    await customElements.whenDefined("indicator-chart");
    const host = /** @type {(HTMLElement & {rendered?: Promise<boolean>}) | null} */ (document.getElementById(id));
    const late = new Promise((resolve) => setTimeout(() => resolve("never"), 5000));
    return String(await Promise.race([host?.rendered, late]));
  }, id);

/**
 * Has the next charts that are asked for their label trap.
 * @param {Page} page
 * @param {number} [times]
 */
export const trap = (page, times = 1) => page.run((times) => (probe.traps = times), times);

/**
 * @typedef {object} Seen what a reader has before them
 * @property {boolean} canvas whether the picture takes space
 * @property {boolean} fallback whether the light DOM shows
 * @property {string} message
 * @property {string | null} tooltip its text while it is open
 * @property {string} live
 * @property {{x: number, y: number, width: number, height: number}} box of the picture, CSS px in the viewport
 * @property {{width: number, height: number}} store of the picture, device px
 */

/** @param {Page} page @param {string} id @returns {Promise<Seen>} */
export function look(page, id) {
  return page.run((id) => {
    const host = document.getElementById(id);
    const root = host?.shadowRoot;
    const canvas = /** @type {HTMLCanvasElement | null | undefined} */ (root?.querySelector("canvas.base"));
    const tooltip = /** @type {HTMLElement | null | undefined} */ (root?.querySelector(".tip"));
    const fallback = host?.querySelector(".fallback");
    const box = canvas?.getBoundingClientRect();
    const shows = (/** @type {Element | null | undefined} */ each) => (each?.getClientRects().length ?? 0) > 0;
    const message = root?.querySelector(".message");
    return {
      canvas: shows(canvas) && (box?.width ?? 0) > 0 && (box?.height ?? 0) > 0,
      fallback: shows(fallback),
      message: shows(message) ? (message?.textContent ?? "").trim() : "",
      tooltip: tooltip && !tooltip.hidden ? tooltip.innerText : null,
      live: root?.querySelector("[aria-live]")?.textContent ?? "",
      box: { x: box?.x ?? 0, y: box?.y ?? 0, width: box?.width ?? 0, height: box?.height ?? 0 },
      store: { width: canvas?.width ?? 0, height: canvas?.height ?? 0 },
    };
  }, id);
}

/**
 * The inked pixels of a chart's picture and how many of them carry a strong colour.
 * @param {Page} page
 * @param {string} id
 */
export function ink(page, id) {
  return page.run((id) => {
    const canvas = /** @type {HTMLCanvasElement | null | undefined} */ (
      document.getElementById(id)?.shadowRoot?.querySelector("canvas.base")
    );
    const context = canvas?.getContext("2d");
    if (!canvas || !context || !canvas.width || !canvas.height) return { inked: 0, strong: 0, paper: 0 };
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const at = (/** @type {number} */ index) => data[index] ?? 0;
    const paper = [at(0), at(1), at(2), at(3)];
    let [inked, strong] = [0, 0];
    for (let index = 0; index < data.length; index += 4) {
      const [red, green, blue, alpha] = [at(index), at(index + 1), at(index + 2), at(index + 3)];
      if (alpha > 128 && [red, green, blue, alpha].some((part, each) => Math.abs(part - (paper[each] ?? 0)) > 16)) {
        inked += 1;
        if (Math.max(red, green, blue) - Math.min(red, green, blue) > 60) strong += 1;
      }
    }
    // A clear corner shows the page below, so its own lightness says nothing.
    return { inked, strong, paper: at(3) > 128 ? (at(0) + at(1) + at(2)) / 3 : -1 };
  }, id);
}

/** Keeps a picture of the viewport among the run's artefacts. @param {Page} page @param {string} name */
export async function shoot(page, name) {
  const bytes = await page.screenshot();
  const file = join(SHOTS, engine.name, `${name}.png`);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, bytes);
  return PNG.sync.read(bytes);
}

/** Mean lightness (0 to 255) of a picture. @param {PNG} picture */
export function lightness(picture) {
  let sum = 0;
  for (let index = 0; index < picture.data.length; index += 4) {
    sum += ((picture.data[index] ?? 0) + (picture.data[index + 1] ?? 0) + (picture.data[index + 2] ?? 0)) / 3;
  }
  return sum / (picture.data.length / 4);
}

/** The rows of a data file by id. @param {string} name */
const rows = (name) =>
  new Map(
    /** @type {Record<string, string>[]} */ (
      parse(readFileSync(join(ROOT, "data", name)), { columns: true, bom: true })
    ).map((row) => [row["id"] ?? "", row]),
  );

/** What a tooltip must agree with. */
export const observations = rows("observations.csv");
export const sources = rows("sources.csv");

/** Without white space. @param {string | undefined} text */
export const tight = (text) => (text ?? "").replace(/\s+/gu, "");

/** Nothing on the console, nothing from elsewhere. @param {Page} page */
export async function clean(page) {
  assert.deepEqual(await page.errors(), [], "the console stays empty");
  await onlyOurs(page);
}

/** @param {Page} page */
export async function onlyOurs(page) {
  const ours = (/** @type {string} */ address) => address.startsWith(site.origin) || /^(data|blob|about):/.test(address);
  assert.deepEqual((await page.requests()).filter((address) => !ours(address)), [], "no request to another host");
}
