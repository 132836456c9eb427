// Chromium by its own protocol and Firefox by WebDriver BiDi.
import puppeteer from "puppeteer-core";
import { inside } from "./inside.js";

/** @import {Abilities, Computed, Driver, Media, Page, Place, Viewport} from "./page.js" */
/** @typedef {import("puppeteer-core").KeyInput} KeyInput */

/** Preferences of Firefox that stand for what a system would say. @param {Media} media */
const preferences = (media) => ({
  "layout.css.prefers-color-scheme.content-override": media.dark ? 0 : 1,
  "ui.prefersReducedMotion": media.reduced ? 1 : 0,
  // A theme of the system's with much contrast; pages keep their own colours, or lose them.
  "ui.useAccessibilityTheme": media.forced || media.contrast ? 1 : 0,
  "browser.display.document_color_use": media.forced ? 2 : media.contrast ? 1 : 0,
});

/** @returns {Promise<Driver>} */
export async function chromium() {
  const browser = await puppeteer.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    headless: true,
    protocolTimeout: 60_000,
    // Root cannot have the sandbox; no name but this machine's may be resolved.
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"],
  });
  const can = {
    dark: true, forced: true, reduced: true, ratio: true, touch: true, fingers: true, wheel: true, paper: true, downloads: true,
  };
  return {
    name: "chromium",
    can,
    open: async (media = {}) => {
      const page = new PuppeteerPage(await browser.newPage(), can);
      await page.media(media);
      return page;
    },
    close: () => browser.close(),
  };
}

/** @returns {Promise<Driver>} */
export async function firefox() {
  /** One process a setting: preferences are read at the start. @type {Map<string, import("puppeteer-core").Browser>} */
  const browsers = new Map();
  const can = {
    dark: false, forced: false, reduced: false, ratio: true, touch: true, fingers: false, wheel: true, paper: true, downloads: false,
  };
  /** @param {Media} media */
  const browserFor = async (media) => {
    const key = JSON.stringify(preferences(media));
    const known = browsers.get(key);
    if (known) return known;
    const browser = await puppeteer.launch({
      browser: "firefox",
      executablePath: process.env["FIREFOX"] ?? "/usr/bin/firefox-esr",
      headless: true,
      protocolTimeout: 60_000,
      extraPrefsFirefox: preferences(media),
    });
    browsers.set(key, browser);
    return browser;
  };
  return {
    name: "firefox",
    can,
    open: async (media = {}) => new PuppeteerPage(await (await browserFor(media)).newPage(), can),
    close: async () => {
      await Promise.all([...browsers.values()].map((browser) => browser.close()));
    },
  };
}

/** @implements {Page} */
class PuppeteerPage {
  #page;
  #can;
  /** @type {string[]} */
  #errors = [];
  /** @type {string[]} */
  #requests = [];
  /** What the finger is on. @type {import("puppeteer-core").CDPSession | undefined} */
  #touch;

  /**
   * @param {import("puppeteer-core").Page} page
   * @param {Abilities} can
   */
  constructor(page, can) {
    this.#page = page;
    this.#can = can;
    page.setDefaultTimeout(30_000);
    page.on("console", (message) => {
      if (message.type() === "error") this.#errors.push(message.text());
    });
    page.on("pageerror", (error) => this.#errors.push(String(error)));
    page.on("request", (request) => this.#requests.push(request.url()));
  }

  /** @param {string} url */
  async goto(url) {
    await this.#page.goto(url, { waitUntil: "load" });
  }

  /**
   * @template {unknown[]} A
   * @template R
   * @param {(...args: A) => R | Promise<R>} work
   * @param {A} args
   * @returns {Promise<R>}
   */
  async run(work, ...args) {
    return /** @type {Promise<R>} */ (this.#page.evaluate(/** @type {any} */ (work), ...args));
  }

  /** @param {Viewport} viewport */
  async viewport({ width, height, ratio = 1 }) {
    await this.#page.setViewport({ width, height, deviceScaleFactor: ratio });
  }

  /** @param {Media} media */
  async media(media) {
    if (!this.#can.dark) throw new Error("this engine reads its media settings at the start");
    // Puppeteer knows neither forced colours nor contrast by name.
    const session = await this.#page.createCDPSession();
    const features = [
      { name: "prefers-color-scheme", value: media.dark ? "dark" : "light" },
      { name: "prefers-reduced-motion", value: media.reduced ? "reduce" : "no-preference" },
      { name: "prefers-contrast", value: media.contrast ? "more" : "no-preference" },
      { name: "forced-colors", value: media.forced ? "active" : "none" },
    ];
    await session.send("Emulation.setEmulatedMedia", { features });
  }

  async screenshot() {
    return Buffer.from(await this.#page.screenshot({ type: "png" }));
  }

  /** @param {number} x @param {number} y */
  async move(x, y) {
    await this.#page.mouse.move(x, y);
  }

  /** @param {number} x @param {number} y */
  async click(x, y) {
    await this.#page.mouse.click(x, y);
  }

  /** @param {number} x @param {number} y */
  async tap(x, y) {
    await this.#page.touchscreen.tap(x, y);
  }

  /** @param {string} keys */
  async key(keys) {
    const parts = /** @type {KeyInput[]} */ (keys.length > 1 ? keys.split("+") : [keys]);
    const last = parts.pop() ?? "Tab";
    for (const each of parts) await this.#page.keyboard.down(each);
    await this.#page.keyboard.press(last);
    for (const each of parts.reverse()) await this.#page.keyboard.up(each);
  }

  /** @param {Place[]} places */
  async drag([first, ...others]) {
    if (!first) return;
    await this.#page.mouse.move(first.x, first.y);
    await this.#page.mouse.down();
    for (const { x, y } of others) await this.#page.mouse.move(x, y);
    await this.#page.mouse.up();
  }

  /** @param {Place} place @param {number} deltaY @param {KeyInput} [modifier] */
  async wheel({ x, y }, deltaY, modifier) {
    await this.#page.mouse.move(x, y);
    if (modifier) await this.#page.keyboard.down(modifier);
    await this.#page.mouse.wheel({ deltaY });
    if (modifier) await this.#page.keyboard.up(modifier);
  }

  /** @param {Place[]} places @param {"lift" | "hold" | "cancel"} [end] */
  async finger(places, end = "lift") {
    if (!this.#can.fingers) throw new Error("this engine has no fingers");
    const session = (this.#touch ??= await this.#page.createCDPSession());
    for (const [at, { x, y }] of places.entries()) {
      await session.send("Input.dispatchTouchEvent", { type: at === 0 ? "touchStart" : "touchMove", touchPoints: [{ x, y }] });
    }
    if (end !== "hold") await session.send("Input.dispatchTouchEvent", { type: end === "cancel" ? "touchCancel" : "touchEnd", touchPoints: [] });
  }

  /** @param {Place} place */
  async on(place) {
    await this.#touch?.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: [place] });
  }

  async lift() {
    await this.#touch?.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  }

  /** @param {string} id @param {string} selector @param {Computed} expected @returns {Promise<Computed>} */
  async computed(id, selector, expected) {
    const handle = await this.#page.evaluateHandle(inside, id, selector);
    const element = /** @type {import("puppeteer-core").ElementHandle<Element> | null} */ (handle.asElement());
    if (!element) throw new Error(`there is no ${selector} in ${id}`);
    if (this.#can.dark) return this.#computedByTree(element);
    return this.#computedBySearch(element, expected);
  }

  /** @param {import("puppeteer-core").ElementHandle<Element>} element @returns {Promise<Computed>} */
  async #computedByTree(element) {
    const session = await this.#page.createCDPSession();
    // Objects belong to the session that made them, but the number of a node is one for all.
    const backendNodeId = await element.backendNodeId();
    const { nodes } = await session.send("Accessibility.getPartialAXTree", { backendNodeId, fetchRelatives: false });
    await session.detach();
    const [node] = nodes;
    return { role: node?.ignored ? "none" : String(node?.role?.value ?? ""), name: String(node?.name?.value ?? "") };
  }

  /**
   * WebDriver BiDi finds elements by the role and the name that the engine computes, but does not tell them.
   * @param {import("puppeteer-core").ElementHandle<Element>} element
   * @param {Computed} expected
   * @returns {Promise<Computed>}
   */
  async #computedBySearch(element, { role, name }) {
    /** @param {string | undefined} name @param {string | undefined} role */
    const found = async (name, role) => {
      const around = /** @type {import("puppeteer-core").ElementHandle<Element>} */ (
        await element.evaluateHandle((each) => each.parentElement ?? each)
      );
      // Not in its types, though it is how its own selectors by role and name work.
      const search = /** @type {any} */ (around).queryAXTree.bind(around);
      for await (const each of search(name, role)) {
        if (await element.evaluate((one, other) => one === other, each)) return true;
      }
      return false;
    };
    return { role: (await found(undefined, role)) ? role : "?", name: (await found(name || undefined, role)) ? name : "?" };
  }

  async pdf() {
    return Buffer.from(await this.#page.pdf({ printBackground: true }));
  }

  /** @param {string} folder */
  async saving(folder) {
    if (!this.#can.downloads) throw new Error("this engine asks where to save");
    const session = await this.#page.createCDPSession();
    await session.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: folder });
  }

  async errors() {
    return [...this.#errors];
  }

  async requests() {
    return [...this.#requests];
  }

  async close() {
    await this.#page.close();
  }
}
