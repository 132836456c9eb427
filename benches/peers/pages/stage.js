// Turns an adapter into steps that the measuring side calls one by one: warm, prepare, draw, pan, scroll, free.
import { columns, windows } from "./data.js";

/** @import {Adapter, Drawn, Size} from "../adapters/types.js" */

const query = new URLSearchParams(location.search);
const name = query.get("name");
/** @type {Size} */
export const size = { width: 720, height: 360 };
/** Windows of one pan. */
const FRAMES = 60;

/** @type {Adapter} */
const adapter = (await import(`/adapters/${name}.js`)).adapter;
/** @type {any} */
let prepared;
/** @type {Drawn | undefined} */
let drawn;

const frame = () => new Promise(requestAnimationFrame);

/** Two frames: whatever draws at once, in a microtask or in the next frame is on the screen by then. */
async function settle() {
  await frame();
  await frame();
}

/** A place for a chart; it is as large before the chart as with it. */
function place() {
  const host = document.createElement("div");
  host.style.cssText = `width: ${size.width}px; min-height: ${size.height}px; margin: 0 0 24px`;
  document.body.append(host);
  return host;
}

const stage = {
  FRAMES,

  /** Draws a small chart and takes it away: what starts up with the first chart has started. */
  async warm() {
    const data = columns(50);
    const host = place();
    const chart = await adapter.draw(host, adapter.prepare(data, windows(data, 2), size), size);
    await settle();
    await chart.pan(1);
    await settle();
    chart.free();
    host.remove();
    await settle();
  },

  /** @param {number} count */
  prepare(count) {
    const data = columns(count);
    prepared = adapter.prepare(data, windows(data, FRAMES), size);
  },

  async draw() {
    drawn = await adapter.draw(place(), prepared, size);
    await settle();
  },

  /** Frames `from` to `to` of the pan, each with the next for what is drawn late. @param {number} from @param {number} to */
  async pan(from, to) {
    for (let at = from; at < to; at++) {
      await frame();
      await drawn?.pan(at % FRAMES);
      await frame();
    }
    await settle();
  },

  free() {
    drawn?.free();
    document.body.replaceChildren();
    drawn = prepared = undefined;
  },

  settle,

  /** Down the page, so that every chart was near the screen once. */
  async scroll() {
    for (let top = 0; top < document.body.scrollHeight; top += innerHeight) {
      scrollTo(0, top);
      await settle();
    }
  },

  /** Bytes of wasm memory, and of what canvases hold. */
  bytes() {
    const memories = /** @type {any} */ (window).memories;
    return {
      wasm: memories.reduce((/** @type {number} */ sum, /** @type {WebAssembly.Memory} */ each) => sum + each.buffer.byteLength, 0),
      canvas: canvases(document).reduce((sum, { width, height }) => sum + 4 * width * height, 0),
    };
  },
};

/** All canvases, in shadow roots too. @param {Document | ShadowRoot} root @returns {HTMLCanvasElement[]} */
function canvases(root) {
  const inside = [...root.querySelectorAll("*")].flatMap((each) => (each.shadowRoot ? canvases(each.shadowRoot) : []));
  return [...root.querySelectorAll("canvas"), ...inside];
}

/** An article of so many charts, each with 300 points of its own, drawn as it is opened. @param {number} charts */
async function article(charts) {
  const all = Array.from({ length: charts }, (_, at) => {
    const data = columns(300, at + 1);
    const text = document.createElement("p");
    text.textContent = `Chart ${at + 1} of the article. `.repeat(20);
    document.body.append(text);
    return { host: place(), prepared: adapter.prepare(data, windows(data, 2), size) };
  });
  for (const { host, prepared } of all) {
    const drawing = adapter.draw(host, prepared, size);
    // The first is waited for by its own word; a chart that is far off says nothing yet.
    if (host === all[0]?.host) await drawing;
  }
  for (let at = 0; at < 5; at++) await settle();
}

const charts = Number(query.get("charts"));
const started = charts > 0 ? article(charts) : Promise.resolve();
Object.assign(window, { stage, started: started.then(() => performance.now()) });
