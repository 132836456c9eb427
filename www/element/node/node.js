// Turns a spec into the chart's picture, table and texts, and the built-in figures into lists, without a browser.

import { readFileSync } from "node:fs";
import { glue as copy } from "indicator-chart-engine";
import { Index } from "../monitor/index.js";
import { sifted } from "../monitor/sift.js";
import { nothing } from "../monitor/wish.js";
import { ATTRIBUTES } from "../spec.js";
import { inLanguage } from "../texts.js";
import { spoken } from "../words.js";

/** @import {Chart, Glue, Spec} from "../types.js" */
/** @import {Wish} from "../monitor/types.js" */
/** @import {ChartSpec} from "../../../pkg/index.js" */
/** @import {Described, Filter, Found, Options, Rendered} from "../../../pkg/node.js" */

/** As wide as an article's column. */
const WIDTH = 640;
/** What only an element in a page has. */
const PAGE = ["spec", "group", "src", "wasm", "heights", "data-version"];
/** What a spec may hold, the same names as the attributes. @type {string[]} */
export const FIELDS = [...ATTRIBUTES.filter((name) => !PAGE.includes(name)), "colors"];

/** @type {Glue | undefined} */
let running;

/** The one engine of the process; read at the first wish. */
function engine() {
  if (running) return running;
  const glue = copy();
  const module = new WebAssembly.Module(readFileSync(new URL("./indicator-chart.wasm", import.meta.url)));
  glue.begin(new WebAssembly.Instance(module, glue.imports()));
  return (running = glue);
}

/**
 * Makes a chart, asks it, and lets it go.
 * @template T
 * @param {ChartSpec} spec
 * @param {Options} options
 * @param {(chart: Chart) => T} ask
 * @returns {T}
 */
function asked(spec, options, ask) {
  const flat = written(spec, options);
  const bytes = options.src === undefined ? undefined : bytesOf(options.src);
  const glue = engine();
  try {
    const figures = bytes && new glue.Figures(bytes, String(flat.lang ?? ""));
    const chart = new glue.Chart(flat, figures);
    try {
      return ask(chart);
    } finally {
      chart.free();
    }
  } catch (error) {
    if (error instanceof Error && "kind" in error) throw error;
    // It stopped in the middle of a call and is not to be trusted any more.
    running = undefined;
    throw new Error("indicator-chart: the engine stopped at this spec; the next call starts a new one. Please report the spec.", { cause: error });
  }
}

/**
 * The spec as the engine takes it: texts, those of the language that is shown.
 * @param {ChartSpec} spec
 * @param {Options} options
 * @returns {Spec}
 */
function written(spec, options) {
  if (typeof options !== "object" || options === null) throw refused("bad-options", `options are an object such as { width: 640 }, not ${String(options)}`);
  const { theme, lang } = options;
  if (typeof spec !== "object" || spec === null || Array.isArray(spec)) throw refused("bad-spec", `a spec is an object such as { indicator: "…" }, not ${JSON.stringify(spec)}`);
  /** @type {Spec} */
  const flat = {};
  for (const [name, value] of Object.entries(spec)) {
    if (value === undefined || value === null) continue;
    if (!FIELDS.includes(name)) throw refused("bad-key", `a spec has no field “${name}”; it may have ${FIELDS.join(", ")}`);
    if (typeof value !== "string" && typeof value !== "number") throw refused("bad-key", `the field “${name}” is a text or a number, not ${JSON.stringify(value)}`);
    flat[name] = String(value);
  }
  if (lang !== undefined) flat.lang = lang;
  if (theme !== undefined) flat.theme = theme;
  flat.theme ??= "light";
  const tag = String(flat.lang ?? "");
  return inLanguage(flat, tag, tag);
}

/** @param {string} kind @param {string} message */
const refused = (kind, message) => Object.assign(new TypeError(`indicator-chart: ${message}`), { kind });

/** @param {Uint8Array | string | URL} src */
function bytesOf(src) {
  if (src instanceof Uint8Array) return src;
  try {
    return readFileSync(src);
  } catch (cause) {
    throw refused("bad-src", `src is a file of packed figures or its bytes; ${String(src)} cannot be read: ${cause instanceof Error ? cause.message : cause}`);
  }
}

/** @param {Chart} chart @returns {Described} */
function told(chart) {
  const [kind = "", why = "", ...warnings] = chart.facts();
  return { label: chart.label(), summary: chart.summary(), table: chart.table(), kind: /** @type {Described["kind"]} */ (kind), why, warnings };
}

/**
 * @param {ChartSpec} spec
 * @param {Options} [options]
 * @returns {Rendered}
 */
export function render(spec, options = {}) {
  const width = Number(options.width ?? WIDTH);
  if (!(width >= 1 && width <= 4000)) throw refused("bad-width", `a width is 1 to 4000 CSS px, not ${String(options.width)}`);
  return asked(spec, options, (chart) => {
    const height = chart.resize(width);
    return { svg: chart.svg(), width, height, ...told(chart) };
  });
}

/**
 * @param {ChartSpec} spec
 * @param {Options} [options]
 * @returns {Described}
 */
export function describe(spec, options = {}) {
  return asked(spec, options, (chart) => {
    chart.resize(WIDTH);
    return told(chart);
  });
}

/** By language. @type {Map<string, Index>} */
const lists = new Map();

/** @param {string} lang */
function listed(lang) {
  const short = spoken(lang) === "en" ? "en" : "zh";
  const found = lists.get(short) ?? new Index(JSON.parse(readFileSync(new URL(`./indicator-monitor.${short}.json`, import.meta.url), "utf8")));
  lists.set(short, found);
  return found;
}

/**
 * @param {Filter} [filter]
 * @returns {Found[]}
 */
export const list = (filter) => search("", filter ?? {});

/** The values that each filter can have. @param {Index} index */
function choices({ data, years }) {
  const { indicators, sources, areas } = data;
  const named = (/** @type {(string | undefined)[]} */ all) => new Set(all.filter(/** @returns {each is string} */ (each) => Boolean(each)));
  return {
    domain: named(indicators.map(({ domain }) => domain)),
    status: new Set(["actual", "target", "forecast"]),
    verdict: new Set(["met", "ahead", "behind", "missed", "undetermined", "no-outcome"]),
    source: named(sources.map(({ id }) => id)),
    year: named(["none", ...years]),
    area: named(areas.map(({ id }) => id)),
  };
}

/**
 * @param {string} text
 * @param {Filter} [filter]
 * @returns {Found[]}
 */
export function search(text, { lang = "", ...filter } = {}) {
  if (typeof text !== "string") throw refused("bad-text", `what is searched for is a text, not ${String(text)}`);
  const index = listed(String(lang));
  const known = choices(index);
  /** @type {Wish} */
  const wish = nothing();
  for (const [name, value] of Object.entries(filter)) {
    if (!(name in known)) throw refused("bad-key", `no filter is called “${name}”; there are ${Object.keys(known).join(", ")} and lang`);
    if (value === undefined || value === null || value === "") continue;
    const allowed = known[/** @type {keyof typeof known} */ (name)];
    if (!allowed.has(String(value))) throw refused("bad-filter", `${name} is one of ${[...allowed].join(", ")}, not “${String(value)}”`);
    wish[/** @type {keyof Filter & keyof Wish} */ (name)] = String(value);
  }
  wish.q = text;
  const name = (/** @type {{id: string, name: string}[]} */ all, /** @type {string} */ id) => all.find((each) => each.id === id)?.name ?? id;
  return sifted(index, wish).map(({ indicator, figures }) => ({
    id: indicator.id,
    name: indicator.name,
    domain: indicator.domain,
    unit: indicator.unit,
    figures: figures.map((figure) => ({
      id: figure.id,
      status: figure.status,
      area: name(index.data.areas, figure.area),
      when: figure.when,
      value: figure.value,
      printed: figure.printed,
      source: index.data.sources[figure.source]?.title ?? "",
      section: figure.section,
      paragraph: figure.paragraph,
    })),
  }));
}
