// Turns the parts of the libraries into minified modules, and files into their bytes under brotli.
import { copyFile, mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { build } from "esbuild";

const HERE = fileURLToPath(new URL("..", import.meta.url));
const LIBRARIES = ["chartjs", "echarts", "lightweight", "uplot"];

/** @param {string} folder where the modules go */
export async function bundle(folder) {
  await mkdir(folder, { recursive: true });
  await build({
    entryPoints: LIBRARIES.map((name) => join(HERE, "parts", `${name}.js`)),
    outdir: folder,
    bundle: true,
    minify: true,
    format: "esm",
    target: "chrome120",
    define: { "process.env.NODE_ENV": '"production"' },
    legalComments: "none",
    logLevel: "error",
  });
  await copyFile(join(HERE, "node_modules/uplot/dist/uPlot.min.css"), join(folder, "uplot.css"));
}

/** The sum over the files, each packed by itself as a server sends it. @param {string[]} paths */
export async function brotli(paths) {
  let sum = 0;
  for (const path of paths) {
    const bytes = await readFile(path);
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    sum += brotliCompressSync(bytes, { params }).length;
  }
  return sum;
}
