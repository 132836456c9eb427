// WebKitGTK by its WebDriver, on a virtual screen with the keyboard.
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { PNG } from "pngjs";
import { Builder, Button, Capabilities, Key, Origin } from "selenium-webdriver";
import { inside } from "./inside.js";
import { focus, screen } from "./screen.js";

/** @import {Computed, Driver, Media, Page, Place, Viewport} from "./page.js" */

/** @type {Record<string, string>} */
const KEYS = {
  ArrowDown: Key.ARROW_DOWN,
  ArrowLeft: Key.ARROW_LEFT,
  ArrowRight: Key.ARROW_RIGHT,
  ArrowUp: Key.ARROW_UP,
  Control: Key.CONTROL,
  End: Key.END,
  Enter: Key.ENTER,
  Escape: Key.ESCAPE,
  Home: Key.HOME,
  Meta: Key.META,
  PageDown: Key.PAGE_DOWN,
  PageUp: Key.PAGE_UP,
  Shift: Key.SHIFT,
  Tab: Key.TAB,
};

/** The browser's window gets no narrower; a narrower page is shown in a frame in its corner. CSS px. */
const NARROWEST = 600;

/** @returns {Promise<Driver>} */
export async function webkit() {
  let browser = await started();
  let current = /** @type {WebKitPage | undefined} */ (undefined);
  return {
    name: "webkit",
    can: {
      dark: false, forced: false, reduced: false, ratio: false, touch: false, fingers: false, wheel: false, paper: false, downloads: false,
    },
    // One session a driver: a new page is the old window, emptied.
    open: async (media = {}) => {
      if (Object.values(media).some(Boolean)) return undefined;
      try {
        await within(30, "the old page to go", current?.close() ?? Promise.resolve());
      } catch (error) {
        // A browser that has crashed costs the test that it crashed in, and no other.
        console.error(`WebKit is started again: ${error}`);
        browser.end();
        browser = await started();
      }
      current = new WebKitPage(browser.driver);
      return current;
    },
    close: async () => {
      await within(10, "the end of the session", browser.driver.quit()).catch(() => undefined);
      browser.end();
    },
  };
}

/** A browser with its driver, on a screen of its own. */
async function started() {
  const port = await freePort();
  const { display, end: off } = await screen("1600x1400x24", 3000);
  // A group of its own, so that the browser ends with its driver; `timeout` ends it even when this process is killed.
  const child = spawn("timeout", ["3000", "WebKitWebDriver", `--port=${port}`], {
    detached: true,
    stdio: "ignore",
    env: { ...process.env, DISPLAY: display, LC_ALL: "zh_CN.UTF-8" },
  });
  const end = () => {
    if (child.pid && child.exitCode === null) {
      try {
        process.kill(-child.pid, "SIGTERM");
      } catch {
        // It ended by itself.
      }
    }
    off();
  };
  process.once("exit", end);
  await answering(port);
  const driver = await within(30, "a session", connect(port));
  await driver.manage().setTimeouts({ script: 30_000, pageLoad: 30_000 });
  await focus(display);
  return { driver, end };
}

/** @param {number} port */
function connect(port) {
  return Promise.resolve(
    new Builder()
      .usingServer(`http://127.0.0.1:${port}`)
      .withCapabilities(new Capabilities({ browserName: "MiniBrowser" }))
      .build(),
  );
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port"))));
    });
  });
}

/** Waits for the driver to listen. @param {number} port */
async function answering(port) {
  const end = Date.now() + 30_000;
  for (;;) {
    const good = await fetch(`http://127.0.0.1:${port}/status`, { signal: AbortSignal.timeout(2000) }).then(
      (response) => response.ok,
      () => false,
    );
    if (good) return;
    if (Date.now() > end) throw new Error("WebKitWebDriver does not answer");
    await pause(100);
  }
}

/**
 * The driver hangs without an error when it has no screen, so every first word to it has a limit.
 * @template T
 * @param {number} seconds
 * @param {string} what
 * @param {Promise<T>} promise
 * @returns {Promise<T>}
 */
async function within(seconds, what, promise) {
  const stop = new AbortController();
  const late = pause(seconds * 1000, undefined, { signal: stop.signal }).then(() => {
    throw new Error(`WebKit: waited ${seconds} s in vain for ${what}`);
  });
  late.catch(() => undefined);
  try {
    return await Promise.race([promise, late]);
  } finally {
    stop.abort();
  }
}

/** @implements {Page} */
class WebKitPage {
  #driver;
  /** Set where the page is narrower than the window can be. @type {{width: number, height: number} | undefined} */
  #frame;

  /** @param {import("selenium-webdriver").WebDriver} driver */
  constructor(driver) {
    this.#driver = driver;
  }

  /** @param {string} url */
  async goto(url) {
    await this.#driver.switchTo().defaultContent();
    if (!this.#frame) return this.#driver.get(url);
    const { width, height } = this.#frame;
    await this.#driver.get(new URL("/pages/frame.html", url).href);
    await this.run(
      (url, width, height) =>
        new Promise((resolve) => {
          const frame = document.createElement("iframe");
          frame.addEventListener("load", () => resolve(true));
          frame.width = String(width);
          frame.height = String(height);
          frame.src = url;
          document.body.append(frame);
        }),
      url,
      width,
      height,
    );
    await this.#driver.switchTo().frame(0);
  }

  /**
   * @template {unknown[]} A
   * @template R
   * @param {(...args: A) => R | Promise<R>} work
   * @param {A} args
   * @returns {Promise<R>}
   */
  async run(work, ...args) {
    // An expression may come as text.
    const called = typeof work === "string" ? `async () => (${work})` : work;
    const script = `const done = arguments[arguments.length - 1];
      Promise.resolve().then(() => (${called})(...Array.from(arguments).slice(0, -1)))
        .then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const answer = /** @type {{value: R, error?: string}} */ (
      await this.#driver.executeAsyncScript(script, ...args)
    );
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer.value;
  }

  /** The ratio is the screen's: this engine cannot change it while it runs. @param {Viewport} viewport */
  async viewport({ width, height }) {
    this.#frame = width < NARROWEST ? { width, height } : undefined;
    await this.#resize(Math.max(width, NARROWEST), height);
  }

  /** @param {number} width @param {number} height of the inside */
  async #resize(width, height) {
    const window = this.#driver.manage().window();
    let [extraWidth, extraHeight] = [0, 0];
    // The window's border is only known once it stands.
    for (let round = 0; round < 4; round += 1) {
      await window.setRect({ x: 0, y: 0, width: width + extraWidth, height: height + extraHeight });
      const end = Date.now() + 1000;
      for (;;) {
        const inner = await this.run(() => ({ width: innerWidth, height: innerHeight }));
        if (inner.width === width && inner.height === height) return;
        if (Date.now() > end) {
          extraWidth += width - inner.width;
          extraHeight += height - inner.height;
          break;
        }
        await pause(50);
      }
    }
    const inner = await this.run(() => ({ width: innerWidth, height: innerHeight }));
    if (inner.width !== width) throw new Error(`WebKit: the window is ${inner.width} px wide, not ${width}`);
  }

  /** @param {Media} media */
  async media(media) {
    if (Object.values(media).some(Boolean)) throw new Error("this engine cannot be set so");
  }

  async screenshot() {
    const bytes = Buffer.from(await this.#driver.takeScreenshot(), "base64");
    if (!this.#frame) return bytes;
    const whole = PNG.sync.read(bytes);
    const part = new PNG({
      width: Math.min(this.#frame.width, whole.width),
      height: Math.min(this.#frame.height, whole.height),
    });
    PNG.bitblt(whole, part, 0, 0, part.width, part.height, 0, 0);
    return PNG.sync.write(part);
  }

  /** @param {number} x @param {number} y */
  async move(x, y) {
    const where = { x: Math.round(x), y: Math.round(y), origin: Origin.VIEWPORT, duration: 0 };
    await this.#driver.actions().move(where).perform();
  }

  /** @param {number} x @param {number} y */
  async click(x, y) {
    const where = { x: Math.round(x), y: Math.round(y), origin: Origin.VIEWPORT, duration: 0 };
    await this.#driver.actions().move(where).press(Button.LEFT).release(Button.LEFT).perform();
  }

  /** A touch would arrive as a mouse. @param {number} x @param {number} y */
  async tap(x, y) {
    await this.click(x, y);
  }

  /** @param {string} keys */
  async key(keys) {
    const codes = (keys.length > 1 ? keys.split("+") : [keys]).map((each) => KEYS[each] ?? each);
    const actions = this.#driver.actions();
    for (const code of codes) actions.keyDown(code);
    for (const code of codes.reverse()) actions.keyUp(code);
    await actions.perform();
  }

  /** @param {Place[]} places */
  async drag([first, ...others]) {
    if (!first) return;
    /** @param {Place} place */
    const at = ({ x, y }) => ({ x: Math.round(x), y: Math.round(y), origin: Origin.VIEWPORT, duration: 0 });
    const actions = this.#driver.actions().move(at(first)).press(Button.LEFT);
    for (const place of others) actions.move(at(place));
    await actions.release(Button.LEFT).perform();
  }

  /** @param {Place} place @param {number} deltaY @param {string} [modifier] */
  async wheel({ x, y }, deltaY, modifier) {
    // The wheel's event does not tell of the key.
    if (modifier) throw new Error("this engine's driver turns the wheel without keys");
    // Scrolling is not in its types.
    const actions = /** @type {any} */ (this.#driver.actions());
    actions.scroll(Math.round(x), Math.round(y), 0, deltaY, Origin.VIEWPORT);
    await actions.perform();
  }

  async finger() {
    throw new Error("this engine has no fingers");
  }

  async on() {
    throw new Error("this engine has no fingers");
  }

  async lift() {
    throw new Error("this engine has no fingers");
  }

  /** @param {string} id @param {string} selector @returns {Promise<Computed>} */
  async computed(id, selector) {
    const element = /** @type {import("selenium-webdriver").WebElement | null} */ (
      await this.#driver.executeScript(`return (${inside})(...arguments)`, id, selector)
    );
    if (!element) throw new Error(`there is no ${selector} in ${id}`);
    return { role: await element.getAriaRole(), name: await element.getAccessibleName() };
  }

  /** @returns {Promise<Buffer>} */
  async pdf() {
    throw new Error("this engine's driver cannot print");
  }

  async saving() {
    throw new Error("this engine asks where to save");
  }

  /** The engine has no log to ask, so the page's own probe keeps it. */
  async errors() {
    return this.run(() => globalThis.probe?.errors ?? []);
  }

  async requests() {
    return this.run(() => [location.href, ...performance.getEntriesByType("resource").map((entry) => entry.name)]);
  }

  async close() {
    await this.#driver.switchTo().defaultContent();
    await this.#driver.get("about:blank");
  }
}
