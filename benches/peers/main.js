// Turns the libraries into tables: node main.js [--runs 3] [--only NAME …] [--quick] [--ratio 1] [--write FILE], or --profile [--named WASM]
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { launch } from "./lib/browser.js";
import { brotli, bundle } from "./lib/bundle.js";
import { LIBRARIES, NONE } from "./lib/libraries.js";
import { article, cold, median, points } from "./lib/measures.js";
import { profiled } from "./lib/profile.js";
import { report } from "./lib/report.js";
import { Results } from "./lib/results.js";
import { serve } from "./lib/server.js";

/** @import {Setting} from "./lib/measures.js" */
/** @import {Library} from "./lib/libraries.js" */

const { values: options } = parseArgs({
  options: {
    named: { type: "string" },
    only: { type: "string", multiple: true },
    profile: { type: "boolean", default: false },
    quick: { type: "boolean", default: false },
    ratio: { type: "string", default: "1" },
    runs: { type: "string", default: "3" },
    write: { type: "string" },
  },
});
const runs = options.quick ? 1 : Math.max(1, Number(options.runs) || 3);
const counts = options.quick ? [1_000, 1_000_000] : [1_000, 10_000, 100_000, 1_000_000];
/** Cold pages are short and unsteady: so many of each in a run. */
const COLD = options.quick ? 1 : 3;
const wanted = LIBRARIES.filter(({ name }) => !options.only || name === NONE || options.only.includes(name));
const begin = Date.now();
const results = new Results();
const parts = fileURLToPath(new URL("../../target/xtask/peers", import.meta.url));

await bundle(parts);
const site = await serve(parts, options.named);
let browser = await launch();
const version = await browser.version();
/** @type {string | undefined} */
let profile;
try {
  if (options.profile) profile = await profiled({ browser, origin: site.origin, ratio: Number(options.ratio) });
  else for (let round = 0; round < runs; round++) {
    await once({ browser, origin: site.origin, ratio: Number(options.ratio) }, round);
    await browser.close();
    if (round + 1 < runs) browser = await launch();
  }
} finally {
  await browser.close();
  site.stop();
}
const text = profile ?? await report(results, { runs, ratio: Number(options.ratio), browser: version, seconds: (Date.now() - begin) / 1000 });
if (options.write) await writeFile(options.write, text);
console.log(text);

/** Everything once, library after library. @param {Setting} setting @param {number} round */
async function once(setting, round) {
  // Bytes are the same every time.
  for (const library of round === 0 ? taking("cold") : []) await attempt(library, "bytes", round, () => bytes(setting, library.name));
  /** @type {Map<string, import("./lib/measures.js").Figures[]>} */
  const pages = new Map();
  for (let at = 0; at < COLD; at++) {
    for (const library of taking("cold")) {
      await attempt(library, "cold page", round, async () => {
        const all = [...(pages.get(library.name) ?? []), await cold(setting, library.name)];
        pages.set(library.name, all);
        return medians(all);
      });
    }
  }
  for (const library of taking("article")) await attempt(library, "100 charts", round, () => article(setting, library.name));
  for (const count of counts) {
    for (const library of taking("points")) {
      await attempt(library, `${count} points`, round, () => points(setting, library.name, count));
    }
  }
}

/** @param {import("./lib/libraries.js").Part} part */
function taking(part) {
  return wanted.filter(({ parts }) => parts.includes(part));
}

/** What a page with one chart asks for of its library. @param {Setting} setting @param {string} name */
async function bytes(setting, name) {
  site.loaded();
  await cold(setting, name);
  return { bytes: await brotli(site.loaded()) };
}

/** @param {import("./lib/measures.js").Figures[]} all */
function medians(all) {
  return Object.fromEntries(Object.keys(all[0] ?? {}).map((figure) => [figure, median(all.map((each) => each[figure] ?? NaN))]));
}

/** A library that fails is named in the report; the others go on. @param {Library} library @param {string} what @param {number} round @param {() => Promise<import("./lib/measures.js").Figures>} work */
async function attempt({ name, title }, what, round, work) {
  try {
    results.add(name, round, await work());
  } catch (error) {
    results.faults.set(`${title}, ${what}`, String(error));
  }
  console.error(`${Math.round((Date.now() - begin) / 1000)} s  run ${round + 1}  ${what}  ${title}`);
}
