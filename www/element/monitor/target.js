// Turns a target into what a reader sees of it: verdict, goal, bar, share and time, and why on request.

import { make } from "../shell.js";
import { gauge } from "./gauge.js";
import { dotted, mark } from "./parts.js";
import { latest } from "./sift.js";
import { told } from "./words.js";

/** @import {Index} from "./index.js" */
/** @import {Context} from "./parts.js" */
/** @import {Figure, Indicator, Target} from "./types.js" */

/**
 * The target that stands for several: that of the latest deadline with an outcome, else that of the latest deadline; one
 * without a deadline only where none has one.
 * @param {Index} index
 * @param {Target[]} targets
 */
export function foremost(index, targets) {
  const answered = targets.filter(({ verdict }) => verdict !== "no-outcome");
  return latest(answered.length > 0 ? answered : targets, ({ target }) => index.figures.get(target));
}

/**
 * @param {Context} context
 * @param {Indicator} indicator
 * @param {Target} target
 * @param {Figure | undefined} before it, so it is not said again
 * @returns {HTMLElement[]}
 */
export function aim({ index, lang }, indicator, target, before) {
  const [goal, outcome] = index.pair(target);
  const head = make("p", "verdict");
  head.append(mark(target.verdict, target.name));
  if (goal && goal !== before) head.append(make("span", "goal", dotted([told(lang, "target-of", [goal.value]), goal.when])));
  /** @type {HTMLElement[]} */
  const parts = [head];
  const drawn = gauge(target);
  if (drawn) parts.push(drawn);
  const against = measured(target, lang);
  if (against) parts.push(make("p", "against", against));
  // The figure that the verdict is about, where it is not the one that the card shows.
  if (outcome && outcome !== before) {
    const own = target.outcomeIndicator === indicator.id;
    const name = own ? told(lang, "outcome") : told(lang, "outcome-of", [index.indicators.get(target.outcomeIndicator)?.name ?? ""]);
    parts.push(make("p", "against", `${name}${lang === "en" ? ": " : "："}${dotted([outcome.value, outcome.when])}`));
  }
  return parts;
}

/** Share and time in words. @param {Target} target @param {string} lang */
export function measured({ share, elapsed, elapsedText, verdict }, lang) {
  if (verdict === "no-outcome") return "";
  const time = elapsedText || (elapsed === null ? "" : `${elapsed}%`);
  return dotted([
    share ? told(lang, "share-of", [share.text]) : told(lang, "no-share"),
    time && told(lang, "time-gone", [time]),
  ]);
}

/** Why the verdict is what it is. @param {Target} target @param {string} lang */
export function reason({ facts, rule }, lang) {
  if (!facts && !rule) return undefined;
  const details = make("details", "why");
  details.append(make("summary", "", told(lang, "why")));
  if (facts) details.append(make("p", "", facts));
  if (rule) details.append(make("p", "rule", rule));
  return details;
}
