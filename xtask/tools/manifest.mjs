// Turns the element's code and its types into the custom elements manifest: node manifest.mjs INTO
//
// Names come from the code, descriptions from the comments of index.d.ts; what neither can say stands here.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { ATTRIBUTES, PROPERTIES } from "../../www/element/spec.js";
import { NAMES } from "../../www/element/theme.js";

const TYPES = readFileSync(fileURLToPath(new URL("../../pkg/index.d.ts", import.meta.url)), "utf8");

/** Attributes that are no field of a spec. @type {Record<string, string>} */
const OWN = {
  data: "Without a value: the page's script gives the chart its numbers by the property of this name; no figures are asked for.",
  "data-version": "Version of the figures that were written in the embed: those are shown, and what was revised since is listed.",
  group: "Charts of one name mark the period and the series that one of them reads.",
  heights: "Heights of the picture at container widths, as `embed` writes them: ascending MIN_WIDTH:HEIGHT pairs, CSS px.",
  spec: "The fields of a spec as one flat JSON object; attributes of their own win.",
  src: "Address of packed figures of one's own, in place of the built-in ones.",
  wasm: "Address of the engine's module where it does not lie beside the script; it is not held to the built-in hash.",
};

const PARTS = {
  bar: "The buttons under the picture.",
  menu: "What stands behind More.",
  message: "The sentences under the picture: what is wrong, and what was asked for in vain.",
  table: "The figures as a table.",
  tooltip: "What is said of the figure that is read.",
};

/** @type {Record<string, string>} */
const COLORS = {
  paper: "The ground.",
  ink: "Headings and values.",
  muted: "Notes and ticks.",
  grid: "Grid lines.",
  accent: "What the story is about.",
  context: "What stands beside it.",
  alert: "Time gone, and what goes the wrong way.",
};

/** The attributes of the elements that are fetched when they are wanted, in the words of README. */
const MORE = {
  "indicator-monitor": {
    class: "IndicatorMonitor",
    attributes: {
      q: "What is searched for: names in either language, figures, words of the source.",
      domain: "Only indicators of a domain.",
      status: "Only figures that report, demand or expect.",
      verdict: "Only targets with this verdict.",
      source: "Only figures of a document, by its id.",
      year: "Only figures of a year of four digits; none for those without a date.",
      area: "Only figures of an area, by its id.",
      sort: "name, newest, value, share or verdict; without it, as printed.",
      view: "table; without it, scorecards.",
      fixed: "The filters above are not the reader's to change.",
      heading: "Its heading.",
      "heading-zh": "Its heading in Chinese.",
      "heading-en": "Its heading in English.",
      src: "Its own file of other figures, without .zh.json or .en.json.",
      figures: "Packed figures for the charts of its details.",
      lang: "Chinese or English; without it, the page's.",
      theme: "As a chart's.",
    },
  },
  "indicator-figure": {
    class: "IndicatorFigure",
    attributes: {
      observation: "Id of the figure that stands in the sentence.",
      form: "What of it is said: number, printed, period, change, growth and so on; see README.",
      from: "The earlier observation that change and growth are reckoned from.",
    },
  },
  "indicator-story": { class: "IndicatorStory", attributes: {} },
};

/** A comment's text in one line. @param {string | undefined} comment */
const plain = (comment) => (comment ?? "").replace(/^\s*\* ?/gmu, "").replace(/\{@link ([^}]+)\}/gu, "$1").replace(/\s+/gu, " ").trim();

/** What stands between the braces of a declaration. @param {string} start */
function block(start) {
  const from = TYPES.indexOf(start);
  if (from < 0) throw new Error(`index.d.ts has no ${start}`);
  return TYPES.slice(from, TYPES.indexOf("\n}", from));
}

/** The comment right before a declaration. @param {string} start */
function about(start) {
  const before = TYPES.slice(0, TYPES.indexOf(start)).trimEnd();
  return before.endsWith("*/") ? plain(before.slice(before.lastIndexOf("/**") + 3, -2)) : "";
}

const COMMENT = String.raw`(?:/\*\*((?:(?!\*/)[\s\S])*)\*/\s*)?`;

/** Fields of an interface: name, type, comment. @param {string} start */
function fields(start) {
  const found = block(start).matchAll(new RegExp(`${COMMENT}^  (?:readonly )?"?([\\w-]+)"?\\??: ((?:[^;{]|\\{[^}]*\\})+);`, "gmu"));
  return [...found].map(([, comment, name = "", type = ""]) => ({ name, type: type.replace(/\s+/gu, " ").trim(), description: plain(comment) }));
}

/** Accessors, fields and methods of the class. */
function members() {
  const text = block("export declare class IndicatorChart ");
  const pattern = new RegExp(`${COMMENT}^  (static |readonly |get |set )?(\\w+)(\\([^;]*?\\))?(?:: ([^;]+))?;`, "gmu");
  /** @type {Map<string, Record<string, unknown>>} */
  const all = new Map();
  for (const [, comment, before = "", name = "", parameters, type = ""] of text.matchAll(pattern)) {
    const key = before === "static " ? before + name : name;
    if (/EventListener$/u.test(name) || all.has(key)) continue;
    const method = parameters !== undefined && before !== "get " && before !== "set ";
    const setter = new RegExp(`^  set ${name}\\((\\w+): ([^)]+)\\)`, "mu").exec(text)?.[2];
    const said = plain(comment) || (PROPERTIES.includes(name) ? `The attribute ${name}.` : "");
    all.set(key, {
      kind: method ? "method" : "field",
      name,
      description: said,
      ...(before === "static " ? { static: true } : {}),
      ...(before === "readonly " || (before === "get " && !setter) ? { readonly: true } : {}),
      ...(method ? { parameters: taken(parameters), return: { type: { text: type } } } : { type: { text: setter ?? type } }),
      ...(PROPERTIES.includes(key) ? { attribute: name, reflects: true } : {}),
    });
  }
  return [...all.values()];
}

/** @param {string} parameters as they are declared */
function taken(parameters) {
  const found = parameters.matchAll(/(\w+)(\?)?: ([^,()]+)/gu);
  return [...found].map(([, name, optional, type = ""]) => ({ name, type: { text: type.trim() }, ...(optional ? { optional: true } : {}) }));
}

/** @param {string} start of the interface that maps names to events */
const events = (start) => fields(start).map(({ name, type, description }) => ({ name, type: { text: type }, description }));

function chart() {
  const spec = new Map(fields("export interface ChartSpec {").map((field) => [field.name, field]));
  const told = (/** @type {string} */ name) => {
    const field = spec.get(name);
    // In one language: as the plain one, which is described first.
    const plainly = /^(\w+)-(zh|en)$/u.exec(name);
    const language = plainly?.[2] === "zh" ? "Chinese" : "English";
    return field?.description || OWN[name] || (plainly ? `The attribute ${plainly[1]} in ${language}.` : "") || DEFAULTS[name] || "";
  };
  return {
    kind: "class",
    name: "IndicatorChart",
    tagName: "indicator-chart",
    customElement: true,
    superclass: { name: "HTMLElement" },
    description: "An interactive chart of sourced figures; its own content is the fallback and is never changed.",
    attributes: ATTRIBUTES.map((name) => ({
      name,
      type: { text: spec.get(name)?.type ?? "string" },
      description: told(name),
      ...(PROPERTIES.includes(name) ? { fieldName: name } : {}),
    })),
    members: members(),
    events: events("export interface IndicatorChartEventMap {"),
    slots: [{ name: "", description: "The fallback: shown until the first frame, without scripts, and whenever the engine cannot run." }],
    cssParts: Object.entries(PARTS).map(([name, description]) => ({ name, description })),
    cssProperties: [
      ...NAMES.map((name) => ({ name: `--indicator-${name}`, syntax: "<color>", description: COLORS[name] ?? "One of several series side by side." })),
      { name: "--indicator-font", description: "The font." },
      { name: "--indicator-radius", syntax: "<length>", description: "The corners of frame, tooltip, buttons and message." },
    ],
  };
}

/** Texts of the picture whose names say all. @type {Record<string, string>} */
const DEFAULTS = {
  kind: "How the figures are drawn; auto, the default, chooses from the data.",
  heading: "The heading, in place of the one made from the data.",
  subheading: "What is measured; the unit is added.",
  note: "A note of the author's, above the one that explains the signs.",
};

/** @param {[string, {class: string, attributes: Record<string, string>}]} element */
function further([tagName, { class: name, attributes }]) {
  return {
    kind: "class",
    name,
    tagName,
    customElement: true,
    superclass: { name: "HTMLElement" },
    description: about(`export interface ${name} `).replace(/ Attributes: .*$/u, ""),
    attributes: Object.entries(attributes).map(([attribute, description]) => ({ name: attribute, type: { text: attribute === "fixed" ? "boolean" : "string" }, description })),
    members: [],
    events: tagName === "indicator-monitor" ? events("export interface IndicatorMonitorEventMap {") : [],
    slots: [{ name: "", description: "What is shown without scripts." }],
  };
}

const declarations = [chart(), ...Object.entries(MORE).map(further)];
const named = (/** @type {string} */ name) => ({ name, module: "index.js" });
const manifest = {
  schemaVersion: "2.1.0",
  readme: "README.md",
  modules: [
    {
      kind: "javascript-module",
      path: "index.js",
      declarations: [
        ...declarations,
        { kind: "function", name: "define", description: about("export declare function define"), parameters: [{ name: "name", type: { text: "string" }, optional: true }] },
      ],
      exports: ["IndicatorChart", "define"].map((name) => ({ kind: "js", name, declaration: named(name) })),
    },
    {
      kind: "javascript-module",
      path: "auto.js",
      declarations: [],
      exports: declarations.map(({ tagName, name }) => ({ kind: "custom-element-definition", name: tagName, declaration: named(name) })),
    },
  ],
};
writeFileSync(join(process.argv[2] ?? ".", "custom-elements.json"), `${JSON.stringify(manifest, null, 2)}\n`);
