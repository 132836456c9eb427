// Turns the figures of an indicator into a table that a phone shows one below the other.

import { make } from "../shell.js";
import { dotted, kind, link } from "./parts.js";
import { header } from "./sheet.js";
import { newest } from "./sift.js";
import { cite } from "./source.js";
import { told } from "./words.js";

/** @import {Context} from "./parts.js" */
/** @import {Figure, Indicator} from "./types.js" */

const COLUMNS = ["period", "figure", "printed", "source", "note"];

/**
 * Its roles are written down: a browser forgets those of a table whose cells are laid out as blocks.
 * @param {Context} context
 * @param {Indicator} indicator
 */
export function figures(context, indicator) {
  const { lang } = context;
  const table = make("table", "figures");
  table.setAttribute("role", "table");
  table.append(make("caption", "unseen", indicator.name));
  const head = table.createTHead();
  head.setAttribute("role", "rowgroup");
  const names = head.insertRow();
  names.setAttribute("role", "row");
  for (const column of COLUMNS) {
    const cell = header(told(lang, `col-${column}`), "col");
    cell.setAttribute("role", "columnheader");
    names.append(cell);
  }
  const body = table.createTBody();
  body.setAttribute("role", "rowgroup");
  for (const figure of newest(indicator.figures, (figure) => figure)) body.append(row(context, indicator, figure));
  return table;
}

/** @param {Context} context @param {Indicator} indicator @param {Figure} figure */
function row(context, indicator, figure) {
  const { index, lang, wish } = context;
  const made = make("tr");
  made.setAttribute("role", "row");
  made.dataset["point"] = figure.id;
  if (wish.point === figure.id) made.setAttribute("aria-current", "true");
  const when = header("", "row");
  when.setAttribute("role", "rowheader");
  const period = figure.when || told(lang, "undated");
  const anchor = link(context, "", period, { open: indicator.id, point: figure.id });
  anchor.setAttribute("aria-label", told(lang, "link-figure", [period]));
  when.append(anchor);
  if (figure.basis) when.append(make("span", "small", figure.basis));
  const value = make("td", "figure");
  value.append(make("span", "", figure.value), kind(figure, lang));
  if (figure.change) value.append(make("span", "small", figure.change));
  const printed = make("td", "", figure.printed);
  printed.lang = "zh-CN";
  const area = figure.area === index.data.areas[0]?.id ? "" : index.data.areas.find(({ id }) => id === figure.area)?.name;
  const notes = make("td", "", dotted([area, figure.word, figure.note]));
  for (const flag of figure.flags) notes.append(make("span", "flag", told(lang, `flag-${flag}`)));
  const cells = [value, printed, make("td", "", cite(context, figure)), notes];
  for (const [at, cell] of cells.entries()) {
    cell.setAttribute("role", "cell");
    cell.dataset["label"] = told(lang, `col-${COLUMNS[at + 1]}`);
    // On a phone an empty one would be a label without a text.
    if (!cell.textContent) cell.classList.add("bare");
  }
  made.append(when, ...cells);
  return made;
}
