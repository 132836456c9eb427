// Serves the built site to a browser on this machine, and misbehaves on request.
import { createServer } from "node:http";
import { readFile, stat } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { setTimeout as pause } from "node:timers/promises";

const HERE = fileURLToPath(new URL("..", import.meta.url));
const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/** @type {Record<string, string>} */
const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/**
 * What goes wrong with the files whose path ends in `suffix`:
 * `missing` answers 404, `mime` names a wrong type, `truncated` sends half, `corrupt` flips bytes in the middle,
 * `slow` waits `ms` first.
 * @typedef {{suffix: string, kind: "missing" | "mime" | "truncated" | "corrupt" | "slow", ms?: number}} Fault
 */

/** @typedef {{path: string, status: number}} Served */

export class Site {
  /** @type {Fault[]} */
  faults = [];
  /** Every request since the last `reset`, in order. @type {Served[]} */
  log = [];
  /** Documents made by a test, by path. @type {Map<string, {html: string, csp: string | undefined}>} */
  #documents = new Map();
  #server = createServer((request, response) => {
    this.#answer(request.url ?? "/", response).catch((error) => response.destroy(error));
  });

  /** Starts on a free port. */
  async start() {
    await new Promise((resolve) => this.#server.listen(0, "127.0.0.1", () => resolve(undefined)));
    return this;
  }

  async stop() {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Without the closing slash. */
  get origin() {
    const address = this.#server.address();
    if (address === null || typeof address === "string") throw new Error("the site is not started");
    return `http://127.0.0.1:${address.port}`;
  }

  /** Forgets faults and requests. */
  reset() {
    this.faults = [];
    this.log = [];
  }

  /**
   * Adds a document and returns its address.
   * @param {string} html
   * @param {string} [csp] a Content-Security-Policy
   */
  document(html, csp) {
    const path = `/document-${this.#documents.size + 1}.html`;
    this.#documents.set(path, { html, csp });
    return this.origin + path;
  }

  /**
   * @param {string} url
   * @param {import("node:http").ServerResponse} response
   */
  async #answer(url, response) {
    const path = decodeURIComponent(new URL(url, "http://site").pathname);
    const made = this.#documents.get(path);
    const fault = this.faults.find((each) => path.endsWith(each.suffix));
    if (fault?.kind === "slow") await pause(fault.ms ?? 1000);
    const found = made ? Buffer.from(made.html) : await read(path);
    const body = fault?.kind === "missing" ? undefined : found;
    const status = body ? 200 : 404;
    this.log.push({ path, status });
    /** @type {Record<string, string>} */
    const headers = { "cache-control": "no-store", "access-control-allow-origin": "*" };
    headers["content-type"] = made ? "text/html; charset=utf-8" : (TYPES[extname(path)] ?? "text/html; charset=utf-8");
    if (fault?.kind === "mime") headers["content-type"] = "text/plain";
    if (made?.csp) headers["content-security-policy"] = made.csp;
    response.writeHead(status, headers);
    response.end(body ? damaged(body, fault) : "not found");
  }
}

/**
 * @param {Buffer} body
 * @param {Fault | undefined} fault
 */
function damaged(body, fault) {
  if (fault?.kind === "truncated") return body.subarray(0, Math.floor(body.length / 2));
  if (fault?.kind !== "corrupt") return body;
  const copy = Buffer.from(body);
  copy.fill(0xff, Math.floor(copy.length / 2), Math.floor(copy.length / 2) + 64);
  return copy;
}

/**
 * A page of ours, a file of the engine or the trial scene as wasm-bindgen made it, a source of the element, a package
 * of these tests, or a file of the site.
 * @param {string} path
 */
async function read(path) {
  const plain = normalize(path);
  const build = join(ROOT, "target/xtask/engine");
  const places = [
    { under: "/pages/", folder: join(HERE, "pages") },
    { under: "/engine/", folder: process.env["ENGINE_DIR"] ?? join(build, "with-dataset") },
    { under: "/trial/", folder: process.env["TRIAL_DIR"] ?? join(build, "trial") },
    { under: "/element/", folder: join(ROOT, "www/element") },
    { under: "/modules/", folder: join(HERE, "node_modules") },
    { under: "/", folder: process.env["SITE_DIR"] ?? join(ROOT, "dist") },
  ];
  const place = places.find(({ under }) => plain.startsWith(under));
  if (!place) return undefined;
  const file = join(place.folder, plain.slice(place.under.length));
  const info = await stat(file).catch(() => undefined);
  if (!info) return undefined;
  return readFile(info.isDirectory() ? join(file, "index.html") : file);
}
