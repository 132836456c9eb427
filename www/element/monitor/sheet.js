// Turns groups into one table with a row for every figure that is shown.

import { make } from "../shell.js";
import { cite } from "./source.js";
import { box, dotted, link, mark } from "./parts.js";
import { told } from "./words.js";

/** @import {Context} from "./parts.js" */
/** @import {Figure, Group, Shown, Target} from "./types.js" */

const COLUMNS = ["indicator", "figure", "period", "status", "change", "verdict", "source"];

/** The figures of what is shown; a target that only its outcome brought in comes with them. @param {Shown} shown @returns {Figure[]} */
export function figuresOf({ indicator, figures, targets }) {
  const more = new Set(targets.map(({ target }) => target));
  return indicator.figures.filter((figure) => figures.includes(figure) || more.has(figure.id));
}

/** The target that a figure states or answers. @param {Shown} shown @param {Figure} figure @returns {Target | undefined} */
export function targetOf({ indicator }, figure) {
  const { targets } = indicator;
  return targets.find(({ target }) => target === figure.id) ?? targets.find(({ outcome }) => outcome === figure.id);
}

/** @param {Context} context @param {Group[]} groups */
export function sheet(context, groups) {
  const { lang } = context;
  const table = make("table", "sheet");
  table.append(make("caption", "", told(lang, "table-of")));
  const head = table.createTHead().insertRow();
  for (const column of COLUMNS) head.append(header(told(lang, `col-${column}`), "col"));
  for (const group of groups) {
    const body = table.createTBody();
    const title = header(group.name, "rowgroup");
    title.colSpan = COLUMNS.length;
    title.className = "title";
    body.insertRow().append(title);
    for (const shown of group.shown) for (const figure of figuresOf(shown)) body.append(row(context, shown, figure));
  }
  const scroller = box("scroller", table);
  scroller.tabIndex = 0;
  scroller.setAttribute("role", "region");
  scroller.setAttribute("aria-label", told(lang, "scroll"));
  return scroller;
}

/** @param {Context} context @param {Shown} shown @param {Figure} figure */
function row(context, shown, figure) {
  const { lang } = context;
  const { indicator } = shown;
  const made = make("tr");
  made.dataset["id"] = indicator.id;
  const name = header("", "row");
  name.append(link(context, "", indicator.name, { open: indicator.id, point: figure.id }));
  const verdict = make("td");
  const target = targetOf(shown, figure);
  if (target) verdict.append(mark(target.verdict, target.name));
  made.append(
    name,
    make("td", "figure", figure.value),
    make("td", "", dotted([figure.when || told(lang, "undated"), figure.basis])),
    make("td", "", told(lang, figure.status)),
    make("td", "", figure.change),
    verdict,
    make("td", "", cite(context, figure)),
  );
  return made;
}

/** @param {string} text @param {"col" | "row" | "rowgroup"} scope */
export function header(text, scope) {
  const cell = make("th", "", text);
  cell.scope = scope;
  return cell;
}
