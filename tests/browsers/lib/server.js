// Serves the built site to a browser on this machine, and misbehaves on request.
import { createServer } from "node:http";
import { readFile, stat } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { setTimeout as pause } from "node:timers/promises";
import { headersOf, packed } from "./host.js";

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
 * `missing` answers 404, `denied` 500, `page` a page with 200, `mime` names a wrong type, `truncated` sends half, `corrupt`
 * flips bytes in the middle, `other` sends a sound wasm that is not the one that was built, `broken` ends the connection,
 * `slow` waits `ms` first, `thin` sends `rate` bytes a second.
 * @typedef {"missing" | "denied" | "page" | "mime" | "truncated" | "corrupt" | "other" | "broken" | "slow" | "thin"} Trouble
 * @typedef {{suffix: string, kind: Trouble, ms?: number, rate?: number}} Fault
 */

/**
 * `search` begins with "?", or is empty; `coding` is how the body was packed.
 * @typedef {{path: string, status: number, search: string, coding: string}} Served
 */

export class Site {
  /** @type {Fault[]} */
  faults = [];
  /** A Content-Security-Policy of every page of the site. @type {string | undefined} */
  csp;
  /** Folders that a test made, by the path that they are under. @type {Map<string, string>} */
  mounts = new Map();
  /** Every request since the last `reset`, in order. @type {Served[]} */
  log = [];
  /** Whether files are sent as a static host sends them: by `_headers` of the site, packed where they lie packed. */
  hosted = false;
  /** What is served at the root. */
  #folder;
  /** Documents made by a test, by path. @type {Map<string, {html: string, csp: string | undefined}>} */
  #documents = new Map();
  #server = createServer((request, response) => {
    this.#answer(request, response).catch((error) => response.destroy(error));
  });

  /** @param {string} [folder] what is served at the root */
  constructor(folder = process.env["SITE_DIR"] ?? join(ROOT, "dist")) {
    this.#folder = folder;
  }

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
    this.csp = undefined;
    this.log = [];
    this.hosted = false;
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
   * @param {import("node:http").IncomingMessage} request
   * @param {import("node:http").ServerResponse} response
   */
  async #answer(request, response) {
    const url = new URL(request.url ?? "/", "http://site");
    const path = decodeURIComponent(url.pathname);
    const made = this.#documents.get(path);
    const fault = this.faults.find((each) => path.endsWith(each.suffix));
    if (fault?.kind === "slow") await pause(fault.ms ?? 1000);
    if (fault?.kind === "broken") return void response.destroy();
    const found = made ? Buffer.from(made.html) : await read(path, this.#folder, this.mounts);
    const body = fault?.kind === "missing" ? undefined : found;
    const status = fault?.kind === "denied" ? 500 : body ? 200 : 404;
    const served = { path, status, search: url.search, coding: "" };
    this.log.push(served);
    /** @type {Record<string, string>} */
    const headers = { "cache-control": "no-store", "access-control-allow-origin": "*" };
    headers["content-type"] = made ? "text/html; charset=utf-8" : (TYPES[extname(path)] ?? "text/html; charset=utf-8");
    if (fault?.kind === "mime") headers["content-type"] = "text/plain";
    if (fault?.kind === "page") headers["content-type"] = "text/html; charset=utf-8";
    const policy = made?.csp ?? (headers["content-type"]?.startsWith("text/html") ? this.csp : undefined);
    if (policy) headers["content-security-policy"] = policy;
    if (this.hosted && !made && status === 200) {
      const rules = String(await read("/_headers", this.#folder));
      delete headers["access-control-allow-origin"];
      Object.assign(headers, { "cache-control": "no-cache", vary: "accept-encoding" }, headersOf(rules, path));
      const small = await packed(place(path, this.#folder) ?? "", String(request.headers["accept-encoding"] ?? ""));
      if (small) {
        served.coding = small.coding;
        response.writeHead(status, { ...headers, "content-encoding": small.coding });
        response.end(small.body);
        return;
      }
    }
    response.writeHead(status, headers);
    const bytes = path === "/copy/indicator-chart.js" && body ? Buffer.concat([body, Buffer.from("\n// copy\n")]) : body;
    if (bytes && fault?.kind === "thin") await thinly(response, bytes, fault.rate ?? 100_000);
    response.end(bytes && fault?.kind !== "thin" ? damaged(bytes, fault) : bytes ? undefined : "not found");
  }
}

/**
 * A twentieth of a second's bytes at a time, as a slow line brings them.
 * @param {import("node:http").ServerResponse} response
 * @param {Buffer} body
 * @param {number} rate bytes a second
 */
async function thinly(response, body, rate) {
  for (let at = 0; at < body.length; at += rate / 20) {
    response.write(body.subarray(at, at + rate / 20));
    await pause(50);
  }
}

/**
 * @param {Buffer} body
 * @param {Fault | undefined} fault
 */
function damaged(body, fault) {
  if (fault?.kind === "page") return Buffer.from("<!doctype html><title>Sign in</title>");
  if (fault?.kind === "truncated") return body.subarray(0, Math.floor(body.length / 2));
  // A section that says nothing.
  if (fault?.kind === "other") return Buffer.concat([body, Buffer.from([0, 2, 1, 97])]);
  if (fault?.kind !== "corrupt") return body;
  const copy = Buffer.from(body);
  copy.fill(0xff, Math.floor(copy.length / 2), Math.floor(copy.length / 2) + 64);
  return copy;
}

/**
 * Where a path leads: to a page of ours, a file of the engine or the trial scene as wasm-bindgen made it, a source of the
 * element, a package of these tests, or a file of the site.
 * @param {string} path
 * @param {string} root
 * @param {Map<string, string>} [mounts]
 */
function place(path, root, mounts = new Map()) {
  const plain = normalize(path);
  const build = join(ROOT, "target/xtask/engine");
  const places = [
    ...[...mounts].map(([under, folder]) => ({ under, folder })),
    { under: "/pages/", folder: join(HERE, "pages") },
    { under: "/engine/", folder: process.env["ENGINE_DIR"] ?? join(build, "with-dataset") },
    { under: "/trial/", folder: process.env["TRIAL_DIR"] ?? join(build, "trial") },
    { under: "/element/", folder: join(ROOT, "www/element") },
    { under: "/modules/", folder: join(HERE, "node_modules") },
    // The same again at another address, as another version would lie there.
    { under: "/copy/", folder: root },
    { under: "/", folder: root },
  ];
  const found = places.find(({ under }) => plain.startsWith(under));
  return found && join(found.folder, plain.slice(found.under.length));
}

/** @param {string} path @param {string} root @param {Map<string, string>} [mounts] */
async function read(path, root, mounts) {
  const file = place(path, root, mounts);
  const info = file === undefined ? undefined : await stat(file).catch(() => undefined);
  if (file === undefined || !info) return undefined;
  return readFile(info.isDirectory() ? join(file, "index.html") : file);
}
