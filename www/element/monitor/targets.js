// Turns the targets of an indicator into sections: the goal, what became of it, the pace it asks for, what is left.

import { make } from "../shell.js";
import { box, dotted, link, mark } from "./parts.js";
import { gauge } from "./gauge.js";
import { newest } from "./sift.js";
import { measured } from "./target.js";
import { told } from "./words.js";

/** @import {Context} from "./parts.js" */
/** @import {Indicator, Target} from "./types.js" */

/** @param {Context} context @param {Indicator} indicator */
export function targets(context, indicator) {
  if (indicator.targets.length === 0) return [];
  const latest = newest(indicator.targets, ({ target }) => context.index.figures.get(target));
  return [make("h3", "", told(context.lang, "the-targets")), ...latest.map((target) => section(context, indicator, target))];
}

/** @param {Context} context @param {Indicator} indicator @param {Target} target */
function section(context, indicator, target) {
  const { index, lang } = context;
  const [goal, outcome] = index.pair(target);
  const made = box("aimed");
  if (goal) made.append(make("p", "goal", dotted([told(lang, "target-of", [goal.value]), goal.when])));
  const verdict = make("p", "verdict");
  verdict.append(mark(target.verdict, target.name));
  made.append(verdict);
  const drawn = gauge(target);
  if (drawn) made.append(drawn);
  const against = measured(target, lang);
  if (against) made.append(make("p", "against", against));
  if (outcome) {
    const line = make("p", "against", `${told(lang, "outcome")} `);
    line.append(link(context, "", dotted([outcome.value, outcome.when]), { open: target.outcomeIndicator || indicator.id, point: outcome.id }));
    const name = index.indicators.get(target.outcomeIndicator)?.name;
    if (target.outcomeIndicator !== indicator.id && name) line.append(` ${told(lang, "outcome-of", [name])}`);
    made.append(line);
  }
  if (target.facts) made.append(make("p", "facts", target.facts));
  if (target.rule) {
    const details = make("details", "why");
    details.append(make("summary", "", told(lang, "rule")), make("p", "", target.rule));
    made.append(details);
  }
  made.append(...pace(target, lang));
  return made;
}

/** @param {Target} target @param {string} lang */
function pace({ pace, rest }, lang) {
  const parts = [];
  if (pace.length > 0) {
    const list = make("dl", "pace");
    for (const { unit, text } of pace) {
      list.append(box("", make("dt", "", told(lang, unit === "year" ? "per-year" : unit)), make("dd", "", text)));
    }
    parts.push(make("p", "label", told(lang, "pace-title")), list);
  }
  if (rest) parts.push(make("p", "label", told(lang, "rest")), make("p", "facts", rest.text));
  return parts;
}
