// Turns a wish into the text that an address carries it in, and such a text back, naming what is wrong.

import { nearest } from "./nearest.js";
import { UNDATED } from "./index.js";
import { ORDERS } from "./sort.js";
import { told } from "./words.js";
import { cut, decoded, encoded } from "../state.js";

/** @import {Index} from "./index.js" */
/** @import {Wish} from "./types.js" */

/** In the order in which they are written. @type {(keyof Wish)[]} */
export const KEYS = ["q", "domain", "status", "verdict", "source", "year", "area", "sort", "view", "open", "point"];
/** Those that leave something out. @type {(keyof Wish)[]} */
export const FILTERS = ["q", "domain", "status", "verdict", "source", "year", "area"];
/** What an editor may set. @type {(keyof Wish)[]} */
export const PRESETS = ["q", "domain", "status", "verdict", "source", "year", "area", "sort", "view"];
/** Longer than any wish that we write; what is longer is not read. */
const MOST = 4096;
/** So many parts that cannot be read are named, the others counted. */
const MOST_NAMED = 5;

/** What is wrong with a wish: what was given, the choice that may have been meant, and how many more there are. @typedef {{key: keyof Wish | "", given: string, near?: {id: string, name: string}, more?: number}} Fault */

/** @returns {Wish} */
export const nothing = () => ({ q: "", domain: "", status: "", verdict: "", source: "", year: "", area: "", sort: "", view: "", open: "", point: "" });

/** Whether anything is left out. @param {Wish} wish @param {Wish} [base] that is not counted */
export const narrow = (wish, base) => FILTERS.some((key) => wish[key] !== "" && wish[key] !== base?.[key]);

/**
 * @param {Wish} wish
 * @param {Wish} preset what holds where nothing is written
 */
export function written(wish, preset) {
  const parts = [];
  for (const key of KEYS) if (wish[key] !== preset[key]) parts.push(`${key}=${encoded(wish[key])}`);
  return parts.join("&");
}

/**
 * @param {string} text
 * @param {Wish} preset
 * @returns {{wish: Wish, faults: Fault[]}} as it stands: whether there is such a choice is `checked`
 */
export function read(text, preset) {
  const wish = { ...preset };
  /** @type {Fault[]} */
  const faults = [];
  if (text.length > MOST) return { wish, faults: [{ key: "", given: cut(text) }] };
  const seen = new Set();
  for (const part of text.split("&")) {
    if (part === "") continue;
    const at = part.indexOf("=");
    const name = decoded(at < 0 ? part : part.slice(0, at));
    const value = decoded(at < 0 ? "" : part.slice(at + 1));
    const key = KEYS.find((each) => each === name);
    // Of two that contradict each other the first holds, as for charts.
    if (key === undefined || value === undefined || seen.has(key)) faults.push({ key: "", given: cut(part) });
    else wish[key] = value;
    if (key) seen.add(key);
  }
  const more = faults.length - MOST_NAMED;
  return { wish, faults: more > 0 ? [...faults.slice(0, MOST_NAMED), { key: "", given: "", more }] : faults };
}

/**
 * What can be chosen under a key, by id and name.
 * @param {Index} index
 * @param {keyof Wish} key
 * @param {string} lang
 * @returns {{id: string, name: string}[] | undefined} nothing where anything goes
 */
export function choices(index, key, lang) {
  const { data, years } = index;
  const named = (/** @type {string[]} */ ids) => ids.map((id) => ({ id, name: told(lang, id) }));
  switch (key) {
    case "domain":
      return data.domains;
    case "area":
      return data.areas;
    case "source":
      return data.sources.map(({ id, title }) => ({ id, name: title }));
    case "status":
      return named(["actual", "target", "forecast"]).filter(({ id }) => data.indicators.some(({ figures }) => figures.some(({ status }) => status === id)));
    case "verdict":
      return data.verdicts;
    case "year":
      return years.map((id) => ({ id, name: id === UNDATED ? told(lang, "undated") : told(lang, "year-name", [id]) }));
    case "sort":
      return ORDERS.map((id) => ({ id, name: told(lang, `sort-${id || "document"}`) }));
    case "view":
      return [{ id: "table", name: told(lang, "view-table") }];
    case "open":
      return data.indicators;
    case "point":
      return [...index.owners].map(([id, { name }]) => ({ id, name: `${name} ${id}` }));
    default:
      return undefined;
  }
}

/**
 * Takes out of a wish what there is none of, and says what may have been meant.
 * @param {Wish} wish
 * @param {Index} index
 * @param {string} lang
 * @returns {Fault[]}
 */
export function checked(wish, index, lang) {
  /** @type {Fault[]} */
  const faults = [];
  for (const key of KEYS) {
    const given = wish[key];
    if (given === "") continue;
    const all = choices(index, key, lang);
    if (!all || all.some(({ id }) => id === given)) continue;
    faults.push({ key, given: cut(given), near: nearest(given, all) });
    wish[key] = "";
  }
  // A figure is shown with its indicator.
  const owner = index.owners.get(wish.point);
  if (owner && wish.open === "") wish.open = owner.id;
  if (owner && owner.id !== wish.open) {
    faults.push({ key: "point", given: cut(wish.point), near: { id: wish.point, name: owner.name } });
    wish.point = "";
  }
  return faults;
}
