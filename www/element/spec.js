// Turns an element's attributes and its place in the page into the flat spec that the engine takes.

import { heightAt } from "./heights.js";
import { Problem } from "./problem.js";
import { TRANSLATED, inLanguage } from "./texts.js";
import { dressed } from "./theme.js";

/** @import {Spec} from "./types.js" */

/** Attributes that go to the engine as they are written. */
const PLAIN = [
  "indicator",
  "domain",
  "status",
  "kind",
  "form",
  "panels",
  "scale",
  "sort",
  "profile",
  "highlight",
  "annotations",
  "area",
  "from",
  "to",
  "height",
  "show",
  "heading",
  "subheading",
  "note",
  "source",
  "alt",
];

/** Says which figures an article was published with: those in its own block are drawn. */
export const VERSION = "data-version";

/** Says that the page's script gives the chart its numbers: it asks for no figures. */
export const COLUMNS = "data";

/** Every attribute that makes the picture another one. */
const PICTURE = [...PLAIN, ...TRANSLATED, "lang", "theme", "heights", "spec"];

/** Those that the element listens to. */
export const ATTRIBUTES = [...PICTURE, VERSION, COLUMNS, "group", "src", "wasm"];

/** Attributes with a property of the same name; `lang` has one in every element. */
export const PROPERTIES = [...PLAIN, "theme", "heights", "spec", "group", "src", "wasm"];

/**
 * @param {HTMLElement} host
 * @param {boolean} printing
 * @param {string} reader the language that the reader chose for this chart; empty for the author's
 * @param {number} width CSS px of the chart
 * @returns {Spec}
 */
export function specOf(host, printing, reader, width) {
  const spec = written(host);
  for (const name of [...PLAIN, ...TRANSLATED]) {
    const value = host.getAttribute(name);
    if (value !== null) spec[name] = value;
  }
  if (host.hasAttribute("lang") || !("lang" in spec)) spec.lang = languageOf(host);
  const own = String(spec.lang ?? "");
  if (reader) spec.lang = reader;
  inLanguage(spec, String(spec.lang ?? ""), own);
  const tall = heightAt(host.getAttribute("heights"), width);
  if (!printing) spec.height = filled(host) ? filling() : spec.height || tall;
  // As it is written: a theme that there is none of is named by the engine, here as in `spec`.
  const theme = host.getAttribute("theme") ?? spec.theme;
  return Object.assign(spec, dressed(host, theme, nearest(host, "data-theme"), printing));
}

/** Whether an element fills the screen; seen from outside a shadow tree, its host does. @param {HTMLElement} host */
export function filled(host) {
  const root = host.getRootNode();
  return (root instanceof ShadowRoot ? root : document).fullscreenElement === host;
}

/** The height of a picture that fills the screen with its buttons, CSS px. */
const filling = () => String(Math.min(Math.max(Math.floor(innerHeight * 0.94) - 72, 120), 4000));

/**
 * The language that a reader meets at this place; it need not be a valid tag.
 * @param {Element} host
 */
export function languageOf(host) {
  return nearest(host, "lang");
}

/**
 * The value of an attribute here or on the closest ancestor, out of shadow trees too.
 * @param {Element} start
 * @param {string} attribute
 */
export function nearest(start, attribute) {
  /** @type {Element | null} */
  let at = start;
  while (at) {
    const found = at.closest(`[${attribute}]`);
    if (found) return found.getAttribute(attribute) ?? "";
    const root = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return "";
}

/**
 * What stands in the attribute `spec`.
 * @param {Element} host
 * @returns {Spec}
 */
function written(host) {
  const text = host.getAttribute("spec");
  if (text === null || text.trim() === "") return {};
  let value;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Problem("bad-json", [error instanceof Error ? error.message : String(error)]);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new Problem("bad-json", [text.length > 40 ? `${text.slice(0, 40)}…` : text]);
  }
  const known = [...PLAIN, "lang", "theme"];
  const strange = Object.keys(value).find((name) => !known.includes(name) && !TRANSLATED.includes(name));
  if (strange !== undefined) throw new Problem("bad-key", [strange, known.join(", ")]);
  // The engine reads texts, as attributes are; whatever else stands here, it names in its error.
  const texts = Object.entries(value).map(([name, part]) => [name, typeof part === "number" ? String(part) : part]);
  return Object.fromEntries(texts);
}
