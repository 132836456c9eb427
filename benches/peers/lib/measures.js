// Turns a library's page into the figures of one round: cold page, an article of charts, and charts of many points.
import { onPage } from "./browser.js";

/** @import {Browser} from "puppeteer-core" */
/** @typedef {{browser: Browser, origin: string, ratio: number}} Setting */
/** @typedef {Record<string, number>} Figures by what was measured */

const BATCH = 10;
const BATCHES = 3;
const MEGA = 1_000_000;

/** A page that is opened for the first time, until its first chart is there. @param {Setting} setting @param {string} name @returns {Promise<Figures>} */
export function cold({ browser, origin, ratio }, name) {
  return onPage(browser, `${origin}/?name=${name}&charts=1`, ratio, async (stage) => {
    const until = Number(await stage.run("started"));
    return { "cold page": await stage.spent(), "cold page, until it is there": until };
  });
}

/** An article of a hundred charts, as it is opened and as it is read to its end. @param {Setting} setting @param {string} name @returns {Promise<Figures>} */
export function article({ browser, origin, ratio }, name) {
  return onPage(browser, `${origin}/?name=${name}&charts=100`, ratio, async (stage) => {
    await stage.run("started");
    const opened = await stage.spent();
    const heap = await stage.heap();
    const scrolling = await stage.task(() => stage.run("stage.scroll()"));
    const end = await stage.heap();
    return {
      "100 charts": opened,
      "100 charts, read to the end": opened + scrolling,
      "100 charts, memory": (heap.js + heap.wasm) / MEGA,
      "100 charts, canvases": heap.canvas / MEGA,
      "100 charts, memory at the end": (end.js + end.wasm) / MEGA,
      "100 charts, canvases at the end": end.canvas / MEGA,
    };
  });
}

/** Charts of many points. @param {Setting} setting @param {string} name @param {number} count @returns {Promise<Figures>} */
export function points({ browser, origin, ratio }, name, count) {
  return onPage(browser, `${origin}/?name=${name}`, ratio, async (stage) => {
    await stage.run("stage.warm()");
    await stage.run(`stage.prepare(${count})`);
    const before = await stage.heap();
    const draw = await stage.task(() => stage.run("stage.draw()"));
    const after = await stage.heap();
    const pan = await batches(stage, (from) => stage.run(`stage.pan(${from}, ${from + BATCH})`));
    const hover = await batches(stage, (from) => moves(stage, from));
    return {
      [`first draw, ${count}`]: draw,
      [`pan, ${count}`]: pan,
      [`hover, ${count}`]: hover,
      [`memory beside the arrays, ${count}`]: (after.js + after.wasm - before.js - before.wasm) / MEGA,
      [`wasm, ${count}`]: after.wasm / MEGA,
    };
  });
}

/** The median over batches of what one of their frames takes. @param {import("./browser.js").Stage} stage @param {(from: number) => Promise<unknown>} work */
async function batches(stage, work) {
  await work(0);
  await stage.collect();
  const all = [];
  for (let at = 0; at < BATCHES; at++) all.push((await stage.task(() => work(at * BATCH))) / BATCH);
  return median(all);
}

/** The pointer goes across the chart. @param {import("./browser.js").Stage} stage @param {number} from */
async function moves(stage, from) {
  for (let at = from; at < from + BATCH; at++) await stage.move(120 + at * 9, 180);
  await stage.run("stage.settle()");
}

/** @param {number[]} all */
export function median(all) {
  const sorted = [...all].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[sorted.length % 2 ? middle : middle - 1], sorted[middle]];
  return (/** @type {number} */ (low) + /** @type {number} */ (high)) / 2;
}
