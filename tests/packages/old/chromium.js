// Turns the Chromium 88 of an npm package into a browser with one page, driven over its own protocol: drivers of today no
// longer speak to it.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync } from "node:zlib";
import { WebSocket } from "ws";

const PACKED = fileURLToPath(new URL("node_modules/chrome-aws-lambda/bin/chromium.br", import.meta.url));
/** How long a test waits for what must come. */
const WAIT = 15_000;

/** The unpacked program; unpacking is done once. @param {string} folder */
async function program(folder) {
  const file = join(folder, "chromium-88");
  if (!existsSync(file)) {
    await mkdir(folder, { recursive: true });
    await writeFile(`${file}.part`, brotliDecompressSync(await readFile(PACKED)), { mode: 0o755 });
    await rename(`${file}.part`, file);
  }
  return file;
}

/** Starts the browser; its page is opened by `goto`. @param {string} folder where the program is unpacked */
export async function launch(folder) {
  const profile = await mkdtemp(join(tmpdir(), "chromium-88-"));
  const child = spawn(
    await program(folder),
    [
      "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--remote-debugging-port=0", "--hide-scrollbars",
      "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1", `--user-data-dir=${profile}`, "about:blank",
    ],
    { stdio: ["ignore", "ignore", "pipe"] },
  );
  const address = await new Promise((resolve, reject) => {
    let said = "";
    const late = setTimeout(() => reject(new Error(`Chromium 88 does not start: ${said}`)), WAIT);
    child.stderr.on("data", (part) => {
      said += part;
      const found = /DevTools listening on ws:\/\/([^/]+)/u.exec(said)?.[1];
      if (found) {
        clearTimeout(late);
        resolve(found);
      }
    });
    child.on("exit", (code) => reject(new Error(`Chromium 88 ended with ${code}: ${said}`)));
  });
  const pages = await (await fetch(`http://${address}/json/list`)).json();
  const page = new Page(new WebSocket(pages.find((each) => each.type === "page").webSocketDebuggerUrl));
  await page.start();
  const close = async () => {
    child.removeAllListeners("exit");
    page.close();
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await ended;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  return { page, close };
}

class Page {
  /** What the console and the page's errors said since the last `goto`. @type {string[]} */
  errors = [];
  #socket;
  #next = 0;
  #answers = new Map();
  #loaded = () => undefined;

  constructor(socket) {
    this.#socket = socket;
  }

  async start() {
    await new Promise((resolve, reject) => this.#socket.once("open", resolve).once("error", reject));
    this.#socket.on("message", (data) => this.#heard(JSON.parse(String(data))));
    for (const domain of ["Page", "Runtime", "Log"]) await this.send(`${domain}.enable`);
  }

  close() {
    this.#socket.terminate();
  }

  /** Runs before every script of the pages to come. @param {() => void} work */
  async before(work) {
    await this.send("Page.addScriptToEvaluateOnNewDocument", { source: `(${work})()` });
  }

  send(method, params = {}) {
    this.#next += 1;
    const id = this.#next;
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`${method}: no answer`)), 2 * WAIT);
      this.#answers.set(id, { resolve, reject, late });
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
  }

  #heard({ id, method, params, result, error }) {
    const answer = this.#answers.get(id);
    if (answer) {
      clearTimeout(answer.late);
      this.#answers.delete(id);
      return error ? answer.reject(new Error(error.message)) : answer.resolve(result);
    }
    if (method === "Page.loadEventFired") this.#loaded();
    if (method === "Runtime.exceptionThrown") {
      const { exception, text } = params.exceptionDetails;
      this.errors.push(exception?.description ?? text);
    }
    if (method === "Runtime.consoleAPICalled" && params.type === "error") {
      this.errors.push(params.args.map((each) => each.value ?? each.description).join(" "));
    }
    if (method === "Log.entryAdded" && params.entry.level === "error") this.errors.push(params.entry.text);
  }

  /** Waits for the load event. */
  async goto(url, { width, height }) {
    await this.send("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: false });
    // What the last page was still fetching fails as it is left, which is no fault of the next.
    await this.#load("about:blank");
    this.errors.length = 0;
    await this.#load(url);
  }

  async #load(url) {
    const loaded = new Promise((resolve) => (this.#loaded = () => resolve(undefined)));
    await this.send("Page.navigate", { url });
    await loaded;
  }

  /** Calls a function in the page; arguments and result are JSON. */
  async run(work, ...args) {
    const expression = `(${work})(...${JSON.stringify(args)})`;
    const { result, exceptionDetails } = await this.send("Runtime.evaluate", {
      expression, awaitPromise: true, returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /** Polls until the function gives something true. */
  async until(what, work, ...args) {
    const end = Date.now() + WAIT;
    for (;;) {
      const result = await this.run(work, ...args);
      if (result) return result;
      if (Date.now() > end) throw new Error(`waited in vain: ${what}; the console: ${this.errors.join("; ")}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** The mouse, CSS px in the viewport. */
  move(x, y) {
    return this.send("Input.dispatchMouseEvent", { type: "mouseMoved", x, y });
  }

  async screenshot() {
    return Buffer.from((await this.send("Page.captureScreenshot", { format: "png" })).data, "base64");
  }
}
