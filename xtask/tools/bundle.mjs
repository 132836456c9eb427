// Turns the element's sources and both engines into the scripts of the package:
// node bundle.mjs GLUE WASM COLUMNS_GLUE COLUMNS_WASM INTO
//
// The script that a page includes holds all that a chart needs. What few readers want (a part: any script that the
// sources import later) is a file of its own. A bundler would put what script and part share into files that each page
// fetches; here a part is a function of what it shares with the script, so that a page of charts asks for one script.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { factory } from "./glue.mjs";

const [gluePath, wasmPath, columnsGlue, columnsWasm, into] = process.argv.slice(2).map((path) => resolve(path));
const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const SOURCES = join(ROOT, "www/element");
const STEM = "indicator-chart";
const wasm = readFileSync(wasmPath);
const columns = readFileSync(columnsWasm);
/** What stands in modules that no file holds, by their names. @type {Record<string, string>} */
const ENGINES = {
  "indicator-chart-engine": factory(readFileSync(gluePath, "utf8")),
  "indicator-chart-columns": factory(readFileSync(columnsGlue, "utf8")),
  // Apart: the script knows both before it has the glue of the second.
  "indicator-chart-sums": `export const figures = ${JSON.stringify(integrity(wasm))};
export const columns = ${JSON.stringify(integrity(columns))};`,
  "indicator-chart-bytes": `export const wasm = "${wasm.toString("base64")}";
export const columns = "${columns.toString("base64")}";`,
};

/** @param {string | Uint8Array} bytes */
function integrity(bytes) {
  return `sha384-${createHash("sha384").update(bytes).digest("base64")}`;
}

/** Engines that readers have; see README. */
const TARGET = ["chrome88", "safari15"];

/** @type {import("esbuild").BuildOptions} */
const COMMON = {
  absWorkingDir: ROOT,
  bundle: true,
  minify: true,
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
  write: false,
  metafile: true,
};

/**
 * Modules that no file holds: the engine's glue, and what the script hands to its parts.
 * @param {string[]} shared names of what the parts want, in the order in which they are numbered
 * @param {Map<string, string>} origins the file that exports each
 */
const made = (shared, origins) => ({
  name: "made",
  setup(/** @type {import("esbuild").PluginBuild} */ { onResolve, onLoad }) {
    onResolve({ filter: /^indicator-chart-(engine|columns|sums|bytes|kit)$/ }, ({ path }) => ({ path, namespace: "made" }));
    onLoad({ filter: /kit$/, namespace: "made" }, () => {
      const imports = shared.map((name) => `import { ${name} } from ${JSON.stringify(origins.get(name))};`);
      return { contents: `${imports.join("\n")}\nexport const kit = () => [${shared.join(", ")}];`, resolveDir: SOURCES };
    });
    onLoad({ filter: /./, namespace: "made" }, ({ path }) => ({ contents: ENGINES[path] ?? "", resolveDir: SOURCES }));
  },
});

/**
 * What is imported later is another file, or where there is none of that name yet, left out.
 * @param {Map<string, string>} files the name of a part's file, by its source
 */
const parted = (files) => ({
  name: "parted",
  setup(/** @type {import("esbuild").PluginBuild} */ { onResolve }) {
    onResolve({ filter: /^\./ }, ({ path, kind, resolveDir }) => {
      if (kind !== "dynamic-import") return undefined;
      const source = join(resolveDir, path);
      const file = files.get(source);
      if (!file) files.set(source, "");
      return { path: `./${file ?? basename(source)}`, external: true };
    });
  },
});

/**
 * In a part, a module that the script holds is a list of what the script hands over.
 * @param {Set<string>} held sources that the script holds
 * @param {(name: string, source: string) => string | number} key by which the part asks for it
 */
const handed = (held, key) => ({
  name: "handed",
  setup(/** @type {import("esbuild").PluginBuild} */ { onResolve, onLoad }) {
    onResolve({ filter: /^\./ }, ({ path, resolveDir }) => {
      const source = join(resolveDir, path);
      return held.has(source) ? { path: source, namespace: "handed", sideEffects: false } : undefined;
    });
    onLoad({ filter: /.*/, namespace: "handed" }, async ({ path }) => {
      const names = await exported(path);
      // Pure: what the part does not use, it does not ask for.
      const lines = names.map((name) => `export const ${name} = /* @__PURE__ */ KIT(${JSON.stringify(key(name, path))});`);
      return { contents: lines.join("\n") };
    });
  },
});

/** @type {Map<string, Promise<string[]>>} */
const known = new Map();

/** The names that a module exports. @param {string} path */
function exported(path) {
  const found =
    known.get(path) ??
    build({ ...COMMON, entryPoints: [path], bundle: false, format: "esm", outdir: into }).then(
      ({ metafile }) => Object.values(metafile.outputs)[0]?.exports ?? [],
    );
  known.set(path, found);
  return found;
}

/** @param {import("esbuild").BuildResult} result */
const text = (result) => result.outputFiles?.[0]?.text ?? "";

/** The script's own sources and the parts that it imports later. @param {string} entry */
async function surveyed(entry) {
  /** @type {Map<string, string>} */
  const parts = new Map();
  const plugins = [made([], new Map()), parted(parts)];
  const { metafile } = await build({ ...COMMON, entryPoints: [entry], format: "esm", outdir: into, plugins });
  const held = Object.keys(metafile.inputs).filter((path) => !path.startsWith("made:"));
  return { parts: [...parts.keys()].sort(), held: new Set(held.map((path) => resolve(ROOT, path))) };
}

/**
 * A part as a function of what it is handed.
 * @param {string} source
 * @param {Set<string>} held
 * @param {(name: string, source: string) => string | number} key
 */
async function part(source, held, key) {
  const options = { ...COMMON, entryPoints: [source], outdir: into, target: TARGET, plugins: [handed(held, key), made([], new Map())] };
  const result = await build({ ...options, format: "iife", globalName: "PART" });
  return `export default KIT=>{${text(result).trim()}return PART};\n`;
}

/**
 * The second try at a part names it by an address, which other bundlers must leave alone; minifying drops the comments
 * that say so.
 * @param {string} code
 */
function ignored(code) {
  const [before, after, ...more] = code.split("import(`${");
  if (after === undefined || more.length > 0) throw new Error("the script imports by an address in another place than chunk.js");
  return `${before}import(/* webpackIgnore: true *//* @vite-ignore */\`\${${after}`;
}

/** @param {string} name @param {string} content */
function write(name, content) {
  writeFileSync(join(into, name), content);
}

/** All in one classic script: both engines as text, and parts that come at once. */
async function single() {
  const inline = {
    name: "inline",
    setup(/** @type {import("esbuild").PluginBuild} */ { onResolve, onLoad }) {
      onResolve({ filter: /^\.\.?\/(own|chunk)\.js$/ }, ({ path }) => ({ path: join(SOURCES, "inline", basename(path)) }));
    },
  };
  const plugins = [inline, made([], new Map())];
  const result = await build({ ...COMMON, entryPoints: [join(SOURCES, "inline.js")], format: "iife", outdir: into, target: TARGET, plugins });
  write("inline.js", text(result));
}

/**
 * A script for Node, to be read.
 * @param {string} entry @param {string[]} external
 */
async function server(entry, external) {
  const options = { ...COMMON, minify: false, platform: /** @type {const} */ ("node"), target: "node20", external, plugins: [made([], new Map())] };
  const result = await build({ ...options, entryPoints: [join(SOURCES, "node", entry)], format: "esm", outdir: into });
  write(entry, text(result));
}

/** What a page includes whose charts stand in frames; a classic script that runs in any page. */
async function frame() {
  const options = { ...COMMON, entryPoints: [join(ROOT, "www/frame.js")], bundle: false, outdir: into, target: TARGET };
  write(`${STEM}-frame.js`, text(await build(options)));
}

/** What a page may hold the files to that it names. */
function hashes() {
  const modules = new Map([[`${STEM}.wasm`, wasm], [`${STEM}-columns.wasm`, columns]]);
  const names = [`${STEM}.js`, `${STEM}-frame.js`, "index.js", "inline.js", ...modules.keys(), ...files.values()].sort();
  const all = names.map((name) => [name, integrity(modules.get(name) ?? readFileSync(join(into, name)))]);
  for (const name of [`${STEM}.css`, "story.css"]) {
    const path = join(ROOT, "www", name);
    if (existsSync(path)) all.push([name, integrity(readFileSync(path))]);
  }
  write("integrity.json", `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`);
}

const survey = await surveyed(join(SOURCES, "auto.js"));
/** @type {Map<string, string>} */
const origins = new Map();
for (const source of survey.parts) {
  const wants = /\bKIT\("(\w+)\/(\w+)"\)/gu;
  const code = await part(source, survey.held, (name, from) => `${basename(from, ".js")}/${name}`);
  for (const [, from, name] of code.matchAll(wants)) {
    const origin = `./${from}.js`;
    if ((origins.get(name) ?? origin) !== origin) throw new Error(`${name} is exported by ${origin} and by ${origins.get(name)}; parts know it by its name alone`);
    origins.set(name, origin);
  }
}
const shared = [...origins.keys()].sort();
/** @type {Map<string, string>} */
const files = new Map();
mkdirSync(into, { recursive: true });
for (const source of survey.parts) {
  const code = await part(source, survey.held, (name) => shared.indexOf(name));
  const hash = createHash("sha256").update(code).digest("hex").slice(0, 8).toUpperCase();
  const name = `${STEM}-${basename(source, ".js")}-${hash}.js`;
  files.set(source, name);
  write(name, code);
}

/**
 * A script that a page or a bundler includes.
 * @param {string} entry @param {string} name
 */
async function script(entry, name) {
  const plugins = [made(shared, origins), parted(files)];
  const result = await build({ ...COMMON, entryPoints: [join(SOURCES, entry)], format: "esm", outdir: into, target: TARGET, plugins });
  write(name, ignored(text(result)));
}
await script("auto.js", `${STEM}.js`);
await script("index.js", "index.js");
await frame();
await single();
await server("node.js", []);
await server("cli.js", ["./node.js"]);
hashes();
