// Turns an indicator into its scorecard: what it is, its latest figure with its word, and where that stands against a target.

import { make } from "../shell.js";
import { box, dotted, kind, link } from "./parts.js";
import { leading } from "./sift.js";
import { aim, foremost, reason } from "./target.js";
import { counted, told } from "./words.js";

/** @import {Context} from "./parts.js" */
/** @import {Figure, Shown} from "./types.js" */

/** So many figures that a search met are shown on the card. */
const MOST_HITS = 3;

/**
 * @param {Context} context
 * @param {Shown} shown
 * @param {boolean} placed whether the heading above says its domain
 */
export function card(context, shown, placed) {
  const { lang } = context;
  const { indicator, targets } = shown;
  const lead = leading(shown);
  const item = make("li", "card");
  item.dataset["id"] = indicator.id;
  item.append(who(context, shown, lead, placed), what(lead, lang));
  const target = foremost(context.index, targets);
  if (target) {
    const side = box("aim", ...aim(context, indicator, target, lead));
    if (target.verdict === "no-outcome") side.classList.add("short");
    const asks = box("asks");
    const why = reason(target, lang);
    if (why) asks.append(why);
    if (targets.length > 1) asks.append(link(context, "more", counted(lang, "more-targets", targets.length - 1), { open: indicator.id }));
    side.append(asks);
    item.append(side);
  }
  const hits = found(context, shown, lead);
  if (hits) item.append(hits);
  return item;
}

/** @param {Context} context @param {Shown} shown @param {Figure | undefined} lead @param {boolean} placed */
function who(context, { indicator }, lead, placed) {
  const { index, lang } = context;
  const name = make("p", "name");
  name.append(link(context, "", indicator.name, { open: indicator.id }));
  const domain = placed ? "" : index.data.domains.find(({ id }) => id === indicator.domain)?.name;
  const area = lead && lead.area !== index.data.areas[0]?.id ? index.data.areas.find(({ id }) => id === lead.area)?.name : "";
  const count = indicator.figures.length > 1 ? told(lang, "more-figures", [String(indicator.figures.length)]) : "";
  return box("who", name, make("p", "meta", dotted([domain, lead?.when || told(lang, "undated"), area, count])));
}

/** @param {Figure | undefined} lead @param {string} lang */
function what(lead, lang) {
  const value = make("p", "value");
  if (lead) value.append(make("span", "", lead.value), kind(lead, lang));
  const side = box("what", value);
  if (lead?.change) side.append(make("p", "change", lead.change));
  if (lead && lead.flags.length > 0) side.append(make("p", "flag", lead.flags.map((flag) => told(lang, `flag-${flag}`)).join(lang === "en" ? "; " : "；")));
  return side;
}

/** The figures that a search met and that the card does not show yet. @param {Context} context @param {Shown} shown @param {Figure | undefined} lead */
function found(context, { indicator, hits }, lead) {
  const others = hits.filter((figure) => figure !== lead).slice(0, MOST_HITS);
  if (others.length === 0) return undefined;
  const line = make("p", "hits", `${told(context.lang, "hit")} `);
  for (const figure of others) {
    line.append(link(context, "", dotted([figure.value, figure.when, figure.status === "actual" ? "" : told(context.lang, figure.status)]), { open: indicator.id, point: figure.id }));
  }
  return line;
}
