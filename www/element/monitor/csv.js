// Turns what is shown into a CSV file: a row a figure, with its words, its source, and what became of it as a target.

import { lined } from "../tools/csv.js";
import { figuresOf, targetOf } from "./sheet.js";

/** @import {Index} from "./index.js" */
/** @import {Figure, Group, Shown} from "./types.js" */

/** In the same order as `cells`. */
export const HEAD = [
  ...["indicator", "domain", "area", "period", "period_start", "period_end", "status", "value", "unit", "figure", "word"],
  ...["printed", "change", "target", "outcome", "verdict", "verdict_facts", "share_of_target", "share_of_time", "flags"],
  ...["date_basis", "note", "document", "author", "publisher", "published", "section", "paragraph", "indicator_id", "id"],
];

/** @param {Index} index @param {Group[]} groups */
export function csv(index, groups) {
  const rows = groups.flatMap(({ shown }) => shown.flatMap((each) => figuresOf(each).map((figure) => cells(index, each, figure))));
  return lined([HEAD, ...rows]);
}

/** @param {Index} index @param {Shown} shown @param {Figure} figure */
function cells(index, shown, figure) {
  const { indicator } = shown;
  const { data } = index;
  const source = data.sources[figure.source];
  const target = targetOf(shown, figure);
  const named = (/** @type {{id: string, name: string}[]} */ all, /** @type {string} */ id) => all.find((each) => each.id === id)?.name ?? id;
  return [
    ...[indicator.name, named(data.domains, indicator.domain), named(data.areas, figure.area), figure.when, figure.start, figure.end],
    ...[figure.status, figure.number, indicator.unit, figure.value, figure.word, figure.printed, figure.change],
    ...[target?.target ?? "", target?.outcome ?? "", target?.verdict ?? "", target?.facts ?? "", target?.share?.text ?? "", target?.elapsedText ?? ""],
    ...[figure.flags.join(" "), figure.dateBasis, figure.note],
    ...[source?.title ?? "", source?.author ?? "", source?.publisher ?? "", source?.published ?? "", figure.section, figure.paragraph || null],
    ...[indicator.id, figure.id],
  ];
}
