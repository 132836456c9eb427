// Turns a wish into what of the figures it asks for, and into how much each other choice would show.

import { has, words } from "./fold.js";
import { dayOf, yearOf } from "./index.js";

/** @import {Index} from "./index.js" */
/** @import {Figure, Indicator, Shown, Target, Verdict, Wish} from "./types.js" */

/** In the order in which they are counted and shown. @type {Verdict[]} */
export const VERDICTS = ["met", "ahead", "behind", "missed", "undetermined", "no-outcome"];

/** @typedef {Record<Verdict, number>} Tally */

/**
 * @param {Index} index
 * @param {Wish} wish
 * @returns {Shown[]} in the order of the file
 */
export function sifted(index, wish) {
  const wanted = words(wish.q);
  const found = [];
  for (const indicator of index.data.indicators) {
    if (wish.domain && indicator.domain !== wish.domain) continue;
    const shown = part(index, indicator, wish, wanted);
    if (shown) found.push(shown);
  }
  return found;
}

/**
 * @param {Index} index
 * @param {Indicator} indicator
 * @param {Wish} wish
 * @param {string[]} wanted
 * @returns {Shown | undefined} nothing where nothing of it is asked for
 */
function part(index, indicator, wish, wanted) {
  const figures = indicator.figures.filter((figure) => fits(index, figure, wish));
  const targets = indicator.targets.filter((target) => due(index, target, wish));
  const judged = wish.verdict ? targets.filter(({ verdict }) => verdict === wish.verdict) : targets;
  // A target whose outcome alone fits is shown with it, the figure may be another indicator's; but it is not counted.
  const asked = judged.filter(({ target }) => fitting(index, index.figures.get(target), wish));
  if (wish.verdict ? judged.length === 0 : figures.length === 0 && judged.length === 0) return undefined;
  if (wanted.length === 0) return { indicator, figures, targets: judged, asked, hits: [], named: false };
  const texts = index.texts(indicator);
  if (!has(texts.text, wanted)) return undefined;
  const named = has(texts.name, wanted);
  const hits = named ? [] : figures.filter((figure) => has(texts.figures.get(figure) ?? "", wanted));
  return { indicator, figures, targets: judged, asked, hits, named };
}

/**
 * Whether a figure is of the status, source, year and area that are asked for.
 * @param {Index} index
 * @param {Figure} figure
 * @param {Wish} wish
 */
function fits(index, figure, { status, source, year, area }) {
  if (status && figure.status !== status) return false;
  if (source && index.data.sources[figure.source]?.id !== source) return false;
  if (year && yearOf(figure) !== year) return false;
  return !area || figure.area === area;
}

/**
 * A target is asked for with itself or with its outcome.
 * @param {Index} index
 * @param {Target} target
 * @param {Wish} wish
 */
function due(index, target, wish) {
  return index.pair(target).some((figure) => fitting(index, figure, wish));
}

/** @param {Index} index @param {Figure | undefined} figure @param {Wish} wish */
const fitting = (index, figure, wish) => figure !== undefined && fits(index, figure, wish);

/** How many of the targets that are asked for have each verdict. @param {Shown[]} shown @returns {Tally} */
export function tally(shown) {
  const counts = /** @type {Tally} */ (Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])));
  for (const { asked } of shown) for (const { verdict } of asked) counts[verdict] += 1;
  return counts;
}

/** @param {Tally} counts */
export const total = (counts) => VERDICTS.reduce((sum, verdict) => sum + counts[verdict], 0);

/** How many have an outcome. @param {Tally} counts */
export const answered = (counts) => total(counts) - counts["no-outcome"];

/**
 * The one figure that stands for what is shown of an indicator: the latest outcome, else the latest of what there is.
 * @param {Shown} shown
 * @returns {Figure | undefined}
 */
export function leading({ indicator, figures, targets }) {
  const actual = figures.filter(({ status }) => status === "actual");
  const rest = figures.length > 0 ? figures : indicator.figures.filter(({ id }) => targets.some(({ target }) => target === id));
  return latest(actual.length > 0 ? actual : rest, (figure) => figure);
}

/**
 * The one of the latest day, and of one day the last; without a day only where none has one.
 * @template Each
 * @param {Each[]} all in time
 * @param {(each: Each) => Figure | undefined} figure that tells the day of each
 * @returns {Each | undefined}
 */
export const latest = (all, figure) => newest(all, figure)[0];

/**
 * The same order for all of them.
 * @template Each
 * @param {Each[]} all in time
 * @param {(each: Each) => Figure | undefined} figure
 */
export function newest(all, figure) {
  const day = (/** @type {Each} */ each) => dayOf(figure(each));
  return [...all].reverse().sort((one, other) => (day(one) > day(other) ? -1 : Number(day(one) < day(other))));
}
