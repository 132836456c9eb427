// Turns an indicator into all that is known of it: every figure, its chart, its targets, what must not be joined, its sources.

import { make } from "../shell.js";
import { figures as table } from "./figures.js";
import { box, button, dotted, kind, link } from "./parts.js";
import { leading } from "./sift.js";
import { cite, documents } from "./source.js";
import { targets } from "./targets.js";
import { told } from "./words.js";

/** @import {Context} from "./parts.js" */
/** @import {Indicator} from "./types.js" */

/**
 * @typedef {object} Deeds
 * @property {(event: MouseEvent) => void} back
 * @property {() => void} copy
 * @property {() => void} csv
 * @property {() => {theme: string | null, src: string | null}} chart what its chart is told
 */

/**
 * @param {Context} context
 * @param {Indicator} indicator
 * @param {Indicator[]} list what it stands in, to go on from it
 * @param {Deeds} deeds
 */
export function detail(context, indicator, list, deeds) {
  const { lang } = context;
  const section = make("section", "detail");
  section.setAttribute("aria-labelledby", "detail-title");
  const columns = box("columns", box("side", ...targets(context, indicator)), chart(context, indicator, deeds.chart()));
  columns.classList.toggle("single", indicator.targets.length === 0);
  section.append(
    ways(context, indicator, list, deeds),
    title(context, indicator),
    hero(context, indicator),
    columns,
    make("h3", "", told(lang, "all-figures")),
    box("scroller", table(context, indicator)),
    ...unlike(context, indicator),
    ...notes(context, indicator),
    make("h3", "", told(lang, "sources")),
    documents(context, new Set(indicator.figures.map(({ source }) => source))),
    box("deeds", button("deed", told(lang, "copy"), deeds.copy), button("deed", told(lang, "csv-one"), deeds.csv)),
  );
  return section;
}

/** Back, and on to those beside it. @param {Context} context @param {Indicator} indicator @param {Indicator[]} list @param {Deeds} deeds */
function ways(context, indicator, list, { back }) {
  const { lang } = context;
  const nav = make("nav", "ways");
  nav.setAttribute("aria-label", told(lang, "open"));
  const home = make("a", "back", told(lang, "back"));
  home.href = context.href({ open: "", point: "" });
  home.addEventListener("click", back);
  nav.append(home);
  const at = list.indexOf(indicator);
  for (const [name, other] of /** @type {const} */ ([["previous", list[at - 1]], ["next", list[at + 1]]])) {
    if (at < 0 || !other) continue;
    const way = link(context, name, told(lang, name), { open: other.id, point: "" });
    way.title = other.name;
    nav.append(way);
  }
  return nav;
}

/** @param {Context} context @param {Indicator} indicator */
function title({ index, lang }, indicator) {
  const heading = make("h2", "title", indicator.name);
  heading.id = "detail-title";
  heading.tabIndex = -1;
  const domain = index.data.domains.find(({ id }) => id === indicator.domain)?.name;
  const other = make("p", "other", indicator.other);
  other.lang = lang === "en" ? "zh-CN" : "en";
  return box("titles", make("p", "overline", dotted([domain, indicator.unit])), heading, other);
}

/** The latest figure, as large as it deserves. @param {Context} context @param {Indicator} indicator */
function hero(context, indicator) {
  const { lang } = context;
  const lead = leading({ indicator, figures: indicator.figures, targets: [], asked: [], hits: [], named: false });
  const value = make("p", "value");
  if (!lead) return box("hero", value);
  value.append(make("span", "", lead.value), kind(lead, lang));
  const lines = [dotted([lead.when || told(lang, "undated"), lead.change]), lead.word, cite(context, lead)];
  return box("hero", value, ...lines.filter(Boolean).map((line, at) => make("p", at === 0 ? "when" : "meta", line)));
}

/** @param {Context} context @param {Indicator} indicator @param {ReturnType<Deeds["chart"]>} attributes */
function chart({ lang, wish }, indicator, attributes) {
  const frame = box("chart");
  const made = document.createElement("indicator-chart");
  made.setAttribute("indicator", indicator.id);
  made.setAttribute("lang", lang);
  dress(made, attributes);
  made.append(make("p", "meta", told(lang, "chart-none")));
  frame.append(made);
  if (wish.point) Reflect.set(made, "state", `point=${encodeURIComponent(wish.point)}`);
  return frame;
}

/** Gives the chart what it is told. @param {Element} chart @param {ReturnType<Deeds["chart"]>} attributes */
export function dress(chart, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if ((chart.getAttribute(name) ?? "") === (value ?? "")) continue;
    if (value) chart.setAttribute(name, value);
    else chart.removeAttribute(name);
  }
}

/** @param {Context} context @param {Indicator} indicator */
function unlike(context, indicator) {
  const { lang } = context;
  const all = indicator.targets.flatMap(({ target, unlike }) => unlike.map((each) => ({ ...each, target })));
  if (all.length === 0) return [];
  const list = make("ul", "unlike");
  list.setAttribute("role", "list");
  for (const each of all) {
    const item = make("li");
    const name = make("p", "name");
    name.append(link(context, "", each.name, { open: each.indicator, point: each.id }));
    const goal = context.index.figures.get(each.target);
    const held = goal ? told(lang, "target-of", [dotted([goal.value, goal.when])]) : "";
    item.append(name, make("p", "meta", dotted([each.value, each.when])), make("p", "", each.reason), make("p", "meta", held));
    list.append(item);
  }
  return [make("h3", "", told(lang, "unlike-title")), list];
}

/** @param {Context} context @param {Indicator} indicator */
function notes({ lang }, { note, among }) {
  const lines = [note, among && told(lang, "among", [among])].filter(Boolean);
  return lines.length > 0 ? [make("h3", "", told(lang, "notes")), ...lines.map((line) => make("p", "note", line))] : [];
}
