// Chromium by its own protocol and Firefox by WebDriver BiDi.
import puppeteer from "puppeteer-core";

/** @import {Abilities, Driver, Media, Page, Viewport} from "./page.js" */

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
  const can = { dark: true, forced: true, reduced: true, ratio: true, touch: true };
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
  const can = { dark: false, forced: false, reduced: false, ratio: true, touch: true };
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

  /** @param {string} key */
  async key(key) {
    await this.#page.keyboard.press(/** @type {import("puppeteer-core").KeyInput} */ (key));
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
