// Serves the pages, the adapters, the bundled libraries and the built chart to a browser on this machine.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const HERE = fileURLToPath(new URL("..", import.meta.url));
const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/** @type {Record<string, string>} */
const TYPES = { ".css": "text/css", ".js": "text/javascript", ".wasm": "application/wasm" };

/** What the adapters import by name. */
const IMPORTS = {
  "indicator-chart": "/dist/indicator-chart.js",
  "parts/chartjs": "/parts/chartjs.js",
  "parts/echarts": "/parts/echarts.js",
  "parts/lightweight": "/parts/lightweight.js",
  "parts/uplot": "/parts/uplot.js",
};

/** The engine of a page's own numbers. */
const COLUMNS = "/dist/indicator-chart-columns.wasm";

/**
 * @param {string} parts the folder of the bundled libraries
 * @param {string} [named] an engine in place of the one in dist/: the same with the names of its functions
 */
export async function serve(parts, named) {
  const folders = { adapters: join(HERE, "adapters"), pages: join(HERE, "pages"), dist: join(ROOT, "dist"), parts };
  /** @type {Set<string>} */
  const loaded = new Set();
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://site");
    const headers = { "cache-control": "no-store" };
    if (url.pathname === "/") {
      response.writeHead(200, { ...headers, "content-type": "text/html; charset=utf-8" });
      response.end(page(url.searchParams.get("name") ?? ""));
      return;
    }
    const [, first = "", ...others] = normalize(url.pathname).split("/");
    const folder = Object.hasOwn(folders, first) ? folders[/** @type {keyof typeof folders} */ (first)] : undefined;
    const file = named && url.pathname === COLUMNS ? named : folder && join(folder, ...others);
    const body = file && (await readFile(file).catch(() => undefined));
    if (body && (first === "dist" || first === "parts")) loaded.add(file);
    response.writeHead(body ? 200 : 404, { ...headers, "content-type": TYPES[extname(url.pathname)] ?? "text/plain" });
    response.end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return {
    /** Files of the libraries that were asked for since the last time this was called. */
    loaded() {
      const all = [...loaded].sort();
      loaded.clear();
      return all;
    },
    origin: `http://127.0.0.1:${address.port}`,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** @param {string} name */
const page = (name) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${name.replace(/[^a-z]/g, "")}</title>
<link rel="icon" href="data:,">
${name === "uplot" ? '<link rel="stylesheet" href="/parts/uplot.css">' : ""}
<script type="importmap">${JSON.stringify({ imports: IMPORTS })}</script>
<body style="margin: 8px; font: 16px/24px sans-serif">
<script type="module" src="/pages/stage.js"></script>
</body>
</html>`;
