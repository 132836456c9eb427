// Every text about figures that an article was published with, in Chinese and English.

import { speaker, spoken } from "../words.js";

/** @import {ChartRevision} from "../../../pkg/index.js" */

/** @type {Record<string, [zh: string, en: string]>} */
const TEXTS = {
  since: ["发布以来：{0}", "Since publication: {0}"],
  "since-current": ["图中是最新数字；发布以来：{0}", "Current figures are shown. Since publication: {0}"],
  short: ["{0} 处变动", "{0} changed"],
  "short-current": ["最新数字", "Now current"],
  name: ["发布以来的变动", "Changes since publication"],
  published: ["图中是本文发布时的数字。", "The picture shows the figures that this article was published with."],
  current: ["图中是最新的数字。", "The picture shows the current figures."],
  "to-current": ["改看最新数字", "Show current figures"],
  "to-published": ["改看发布时的数字", "Show figures as published"],
  was: ["发布时", "As published"],
  now: ["现在", "Now"],
  gone: ["数据中已没有这个数字", "no longer among the figures"],
  new: ["当时还没有", "not there yet"],
  printed: ["{0}（原文“{1}”）", "{0} (printed “{1}”)"],
  note: ["{0}，{1}：发布时{2}，现在{3}", "{0}, {1}: {2} as published, {3} now"],
  stop: ["。", "."],
  item: ["{0} · {1}", "{0} · {1}"],
  "frozen-missing": [
    "这张图要显示发布时的数字（data-version），但元素里没有 <script type=\"application/json\" class=\"indicator-data\">，现在显示的是最新数字。请重新生成嵌入代码。",
    "This chart is to show the figures of its publication (data-version), but the element holds no <script type=\"application/json\" class=\"indicator-data\">. Current figures are shown. Make the embed code anew.",
  ],
  "frozen-json": [
    "嵌入的数字（script.indicator-data）不是有效的 JSON（{0}），现在显示的是最新数字。请重新生成嵌入代码。",
    "The embedded figures (script.indicator-data) are not valid JSON ({0}). Current figures are shown. Make the embed code anew.",
  ],
  "frozen-large": [
    "嵌入的数字（script.indicator-data）有 {0} 个字符，最多读 {1} 个，现在显示的是最新数字。请重新生成嵌入代码。",
    "The embedded figures (script.indicator-data) have {0} characters, more than {1}. Current figures are shown. Make the embed code anew.",
  ],
  "frozen-check": [
    "嵌入的数字（script.indicator-data）在生成之后被改动过，现在显示的是最新数字。请重新生成嵌入代码。",
    "The embedded figures (script.indicator-data) were changed after they were made. Current figures are shown. Make the embed code anew.",
  ],
  "frozen-unit": [
    "指标 {0} 发表时的单位是{1}，现在是{2}，不能照原样显示，现在显示的是最新数字。请重新生成嵌入代码。",
    "The unit of {0} was {1} when this was published and is {2} now, so its figures cannot be drawn as they were. Current figures are shown. Make the embed code anew.",
  ],
  "frozen-many": [
    "嵌入的数字（script.indicator-data）有 {0} 行，最多读 {1} 行，现在显示的是最新数字。请重新生成嵌入代码。",
    "The embedded figures (script.indicator-data) have {0} rows, more than {1}. Current figures are shown. Make the embed code anew.",
  ],
  "frozen-format": [
    "嵌入的数字（script.indicator-data）的 format 是“{0}”，这个脚本能读的是 {1}，现在显示的是最新数字。请更新脚本，或重新生成嵌入代码。",
    "The embedded figures (script.indicator-data) have the format “{0}”; this script reads {1}. Current figures are shown. Update the script, or make the embed code anew.",
  ],
  "frozen-version": [
    "嵌入的数字（script.indicator-data）的 version 是“{0}”，元素的 data-version 却是“{1}”，现在显示的是最新数字。请重新生成嵌入代码。",
    "The embedded figures (script.indicator-data) are of version “{0}”, but data-version of the element is “{1}”. Current figures are shown. Make the embed code anew.",
  ],
  "frozen-rows": [
    "嵌入的数字（script.indicator-data）里 observations 应是一列数字，却是“{0}”，现在显示的是最新数字。请重新生成嵌入代码。",
    "In the embedded figures (script.indicator-data), observations is “{0}”, not a list of figures. Current figures are shown. Make the embed code anew.",
  ],
  "frozen-row": [
    "嵌入的数字（script.indicator-data）第 {0} 行是“{1}”，不是一行数字，现在显示的是最新数字。请重新生成嵌入代码。",
    "Row {0} of the embedded figures (script.indicator-data) is “{1}”, not a row. Current figures are shown. Make the embed code anew.",
  ],
  "frozen-column": [
    "嵌入的数字（script.indicator-data）第 {0} 行有不认识的列“{1}”，现在显示的是最新数字。可用的列：{2}。",
    "Row {0} of the embedded figures (script.indicator-data) has “{1}”, which is no column. Current figures are shown. The columns are {2}.",
  ],
  "frozen-text": [
    "嵌入的数字（script.indicator-data）第 {0} 行 {1} 列是“{2}”，应是文字，现在显示的是最新数字。请重新生成嵌入代码。",
    "In the embedded figures (script.indicator-data), row {0}, column {1} is “{2}” and should be a text. Current figures are shown. Make the embed code anew.",
  ],
  "frozen-twice": [
    "嵌入的数字（script.indicator-data）第 {0} 行重复了编号“{2}”，现在显示的是最新数字。请重新生成嵌入代码。",
    "Row {0} of the embedded figures (script.indicator-data) repeats the id “{2}”. Current figures are shown. Make the embed code anew.",
  ],
  "frozen-cell": [
    "嵌入的数字（script.indicator-data）第 {0} 行（{3}）{1} 列的“{2}”不能用，应是{4}，现在显示的是最新数字。请重新生成嵌入代码。",
    "In the embedded figures (script.indicator-data), row {0} ({3}), column {1}: “{2}” cannot be used; expected {4}. Current figures are shown. Make the embed code anew.",
  ],
  "frozen-other": [
    "嵌入的数字（script.indicator-data）里没有这张图（{0}）的数字，现在显示的是最新数字。请重新生成嵌入代码。",
    "The embedded figures (script.indicator-data) hold none of this chart ({0}). Current figures are shown. Make the embed code anew.",
  ],
};

/** What a cell of a column should hold. @type {Record<string, [zh: string, en: string]>} */
const EXPECTED = {
  id: ["编号", "an id"],
  indicator: ["数据中的指标编号", "the id of an indicator that the figures have"],
  area: ["数据中的地区编号", "the id of an area that the figures have"],
  source: ["数据中的来源编号", "the id of a source that the figures have"],
  period_start: ["日期，如 2023-01-01", "a day such as 2023-01-01"],
  period_end: ["不早于起始日的日期，如 2023-12-31", "a day such as 2023-12-31, not before the first"],
  date_basis: ["printed、inferred、unknown 之一", "one of printed, inferred, unknown"],
  status: ["actual、target、forecast 之一", "one of actual, target, forecast"],
  value: ["不超过 15 位的普通数字，如 -1200.5", "a plain number such as -1200.5, of at most 15 digits"],
  value_high: ["区间的上限，大于 value；其他情况为空", "the upper end of a range, above value, and nothing elsewhere"],
  qualifier: [
    "exact、over、at_least、nearly、about、at_most、range 之一",
    "one of exact, over, at_least, nearly, about, at_most, range",
  ],
  basis: [
    "as_of、cumulative、yoy、annual_mean、every_month、vs_base 之一",
    "one of as_of, cumulative, yoy, annual_mean, every_month, vs_base",
  ],
  base_period: ["时段，如 2020 或 2020-01/2020-06", "a span such as 2020 or 2020-01/2020-06"],
  printed: ["原文", "a text as printed"],
  char_start: ["整数", "a whole number"],
  paragraph: ["整数", "a whole number"],
  flags: ["misprint、scope、unit、contradictory，以空格分隔", "any of misprint, scope, unit, contradictory, with spaces between"],
};

/** A text about an article's figures. */
export const say = speaker(TEXTS);
/** What a cell of a column should hold. */
export const expected = speaker(EXPECTED);

/** How many figures changed in which way. @type {[ChartRevision["change"], zh: string, en: string][]} */
const COUNTED = [
  ["revised", "修订", "revised"],
  ["gone", "撤下", "withdrawn"],
  ["new", "新增", "added"],
];

/**
 * How many figures were revised, as in “2 figures revised, 1 added”.
 * @param {string} lang
 * @param {ChartRevision[]} all
 */
export function counted(lang, all) {
  const zh = spoken(lang) !== "en";
  /** @type {string[]} */
  const parts = [];
  for (const [change, chinese, english] of COUNTED) {
    const count = all.filter((one) => one.change === change).length;
    if (count === 0) continue;
    const first = parts.length === 0;
    const things = first ? (count === 1 ? " figure" : " figures") : "";
    parts.push(zh ? `${chinese} ${count} ${first ? "个数字" : "个"}` : `${count}${things} ${english}`);
  }
  return parts.join(zh ? "，" : ", ");
}
