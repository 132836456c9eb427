// Turns what is shown into groups under headings, in the order that a reader chose.

import { UNDATED, dayOf, yearOf } from "./index.js";
import { VERDICTS, leading } from "./sift.js";
import { told } from "./words.js";

/** @import {Index} from "./index.js" */
/** @import {Group, Shown, Wish} from "./types.js" */

/** The orders there are; the first, written as nothing, is that of the documents. */
export const ORDERS = ["", "name", "newest", "value", "share", "verdict"];

/** How an order groups what it sorts. @typedef {{of: (shown: Shown) => [key: string, name: string], compare: (one: Shown, other: Shown) => number}} Order */

/**
 * @param {Index} index
 * @param {Wish} wish
 * @param {Shown[]} shown
 * @param {string} lang
 * @returns {Group[]}
 */
export function grouped(index, wish, shown, lang) {
  const { of, compare } = orderOf(index, wish, lang);
  /** @type {Map<string, Group>} */
  const groups = new Map();
  for (const each of [...shown].sort(compare)) {
    const [key, name] = of(each);
    const group = groups.get(key) ?? { key, name, shown: [] };
    group.shown.push(each);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** @param {Index} index @param {Wish} wish @param {string} lang @returns {Order} */
function orderOf(index, wish, lang) {
  const { domains } = index.data;
  const names = new Map(domains.map(({ id, name }) => [id, name]));
  const ranks = new Map(domains.map(({ id }, at) => [id, at]));
  const collator = new Intl.Collator(lang === "en" ? "en" : "zh-CN", { numeric: true });
  const say = (/** @type {string} */ key) => told(lang, key);
  /** @type {Order["of"]} */
  const domain = ({ indicator }) => [indicator.domain, names.get(indicator.domain) ?? indicator.domain];
  const byDomain = by(({ indicator }) => ranks.get(indicator.domain) ?? domains.length);
  const byPlace = by(({ indicator }) => index.place(indicator));
  /** @type {Order["compare"]} */
  const byName = (one, other) => collator.compare(one.indicator.name, other.indicator.name);
  switch (wish.sort) {
    case "name":
      return { of: domain, compare: first(byDomain, byName) };
    case "newest":
      return { of: (shown) => yearGroup(shown, say), compare: first(by(ageOf), byPlace) };
    case "value":
      return { of: (shown) => unitGroup(shown, say), compare: first((one, other) => collator.compare(one.indicator.unit, other.indicator.unit), by((shown) => -(leading(shown)?.number ?? -Infinity)), byPlace) };
    case "share":
      return { of: (shown) => shareGroup(shown, say), compare: first(by((shown) => -shareOf(shown)), byPlace) };
    case "verdict":
      return { of: (shown) => verdictGroup(index, shown, say), compare: first(by(({ targets }) => rankOf(targets)), byDomain, byPlace) };
    default:
      if (wish.q) return { of: ({ named }) => [String(named), say(named ? "group-named" : "group-text")], compare: first(by(({ named }) => Number(!named)), byDomain, byPlace) };
      return { of: domain, compare: first(byDomain, byPlace) };
  }
}

/** @param {(shown: Shown) => number} key @returns {Order["compare"]} */
const by = (key) => (one, other) => {
  const [left, right] = [key(one), key(other)];
  return left < right ? -1 : Number(left > right);
};

/** The first that tells two apart decides. @param {Order["compare"][]} all @returns {Order["compare"]} */
const first = (...all) => (one, other) => all.reduce((found, compare) => found || compare(one, other), 0);

/** @param {Shown} shown */
const ageOf = (shown) => -Number(dayOf(leading(shown)).replaceAll("-", ""));

/** @typedef {(key: string, parts?: string[]) => string} Say */

/** @param {Shown} shown @param {Say} say @returns {[string, string]} */
function yearGroup(shown, say) {
  const figure = leading(shown);
  const year = figure ? yearOf(figure) : UNDATED;
  return [year, year === UNDATED ? say("undated") : year];
}

/** @param {Shown} shown @param {Say} say @returns {[string, string]} */
const unitGroup = ({ indicator: { unit } }, say) => [unit, unit || say("group-plain")];

/** The best share of what is shown; below all where there is none. @param {Shown} shown */
const shareOf = ({ targets }) => Math.max(...targets.map(({ share }) => share?.low ?? share?.high ?? -Infinity), -Infinity);

/** @param {Shown} shown @param {Say} say @returns {[string, string]} */
function shareGroup(shown, say) {
  const some = shareOf(shown) > -Infinity;
  return [String(some), say(some ? "group-share" : "group-no-share")];
}

/** @param {Shown["targets"]} targets */
const rankOf = (targets) => Math.min(...targets.map(({ verdict }) => VERDICTS.indexOf(verdict)), VERDICTS.length);

/** @param {Index} index @param {Shown} shown @param {Say} say @returns {[string, string]} */
function verdictGroup(index, { targets }, say) {
  const verdict = VERDICTS[rankOf(targets)];
  return verdict ? [verdict, index.verdict(verdict)] : ["none", say("group-no-target")];
}
