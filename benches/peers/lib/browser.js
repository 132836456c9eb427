// Turns a page of the harness into figures by the browser's own counters.
//
// The clock is `ThreadTime` of the DevTools protocol: the processor time of the page's main thread, for script, style,
// layout, paint and the inking of canvases alike. `performance.now()` around a call would miss most of it: a canvas
// only takes notes while a script draws, and inks them when the frame ends. `TaskDuration` counts the same tasks by the
// clock on the wall, which a busy machine doubles, and leaves out a task that has not ended.
// Without a graphics card, as here, ink is made on the main thread and so is counted; with one it would be the card's.
import puppeteer from "puppeteer-core";

/** @import {CDPSession, Page} from "puppeteer-core" */

/** One step of a page may take so long. */
const LIMIT = 60_000;

export async function launch() {
  const browser = await puppeteer.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    headless: true,
    protocolTimeout: LIMIT,
    // Root cannot have the sandbox; no name but this machine's may be resolved.
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"],
  });
  return browser;
}

/**
 * A page in a profile of its own: nothing is cached, and the process is new.
 * @template T
 * @param {import("puppeteer-core").Browser} browser
 * @param {string} address
 * @param {number} ratio device pixels a CSS pixel
 * @param {(stage: Stage) => Promise<T>} work
 */
export async function onPage(browser, address, ratio, work) {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setViewport({ width: 800, height: 600, deviceScaleFactor: ratio });
    await page.evaluateOnNewDocument(keepMemories);
    const session = await page.createCDPSession();
    await session.send("Performance.enable");
    const stage = new Stage(page, session);
    await page.goto(address, { waitUntil: "load", timeout: LIMIT });
    await stage.ready();
    return await work(stage);
  } finally {
    await context.close();
  }
}

export class Stage {
  page;
  session;
  /** @type {string[]} */
  #errors = [];

  /** @param {Page} page @param {CDPSession} session */
  constructor(page, session) {
    this.page = page;
    this.session = session;
    page.on("pageerror", (error) => this.#errors.push(String(error)));
  }

  /** The page's script has run; where it cannot, its error is this one's. */
  async ready() {
    const { promise, resolve, reject } = deferred();
    this.page.on("pageerror", reject);
    this.page.waitForFunction("'started' in window", { timeout: LIMIT }).then(resolve, reject);
    await promise;
  }

  /** Runs a step of `pages/stage.js`. @param {string} call */
  async run(call) {
    const result = await this.page.evaluate(call);
    if (this.#errors.length > 0) throw new Error(this.#errors.join("; "));
    return result;
  }

  /** Milliseconds of the main thread since its process began. */
  async spent() {
    const { metrics } = await this.session.send("Performance.getMetrics");
    return 1000 * (metrics.find(({ name }) => name === "ThreadTime")?.value ?? NaN);
  }

  /** Milliseconds of the main thread that a piece of work takes. @param {() => Promise<unknown>} work */
  async task(work) {
    const before = await this.spent();
    await work();
    return (await this.spent()) - before;
  }

  async collect() {
    await this.session.send("HeapProfiler.collectGarbage");
  }

  /** Bytes after a collection: JavaScript and the DOM with the buffers they hold, wasm memory, canvases. */
  async heap() {
    // What the first sets free may hold more.
    await this.collect();
    await this.collect();
    const heap = /** @type {any} */ (await this.session.send("Runtime.getHeapUsage"));
    const { wasm, canvas } = /** @type {any} */ (await this.run("stage.bytes()"));
    return { js: heap.usedSize + heap.embedderHeapUsedSize + heap.backingStorageSize, wasm, canvas };
  }

  /** Moves the pointer there, as the browser gets it from a mouse. @param {number} x @param {number} y */
  async move(x, y) {
    await this.session.send("Input.dispatchMouseEvent", { type: "mouseMoved", x, y });
  }
}

function deferred() {
  /** @type {(value?: unknown) => void} */
  let resolve = () => {};
  /** @type {(error: unknown) => void} */
  let reject = () => {};
  const promise = new Promise((...both) => ([resolve, reject] = both));
  return { promise, resolve, reject };
}

/**
 * Keeps the memories of wasm modules, which no counter of the browser holds; and takes an engine with the names of its
 * functions for the one that the script has the hash of.
 */
function keepMemories() {
  const original = window.fetch;
  window.fetch = (input, options) => original(input, { ...options, integrity: "" });
  /** @type {WebAssembly.Memory[]} */
  const memories = [];
  Object.assign(window, { memories });
  for (const name of /** @type {const} */ (["instantiate", "instantiateStreaming"])) {
    const original = /** @type {any} */ (WebAssembly[name]);
    /** @type {any} */ (WebAssembly)[name] = async (/** @type {unknown[]} */ ...args) => {
      const result = await original.apply(WebAssembly, args);
      const { memory } = (result.instance ?? result).exports ?? {};
      if (memory instanceof WebAssembly.Memory && !memories.includes(memory)) memories.push(memory);
      return result;
    };
  }
  const Instance = WebAssembly.Instance;
  // Engines that start a compiled module at once come by here.
  WebAssembly.Instance = /** @type {any} */ (
    new Proxy(Instance, {
      construct(target, args) {
        const instance = Reflect.construct(target, args);
        if (instance.exports.memory instanceof WebAssembly.Memory) memories.push(instance.exports.memory);
        return instance;
      },
    })
  );
}
