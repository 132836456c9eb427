// Turns a block of figures and those of the engine into the figures to draw, and the list of what differs.

import { calling } from "../fence.js";
import { Problem, kindOf } from "../problem.js";
import { BETWEEN, COLUMNS } from "./block.js";

/** @import {ChartFigure, ChartRevision} from "../../../pkg/index.js" */
/** @import {Figures, Glue, Spec} from "../types.js" */
/** @import {Block} from "./block.js" */

/** What the engine has of one observation. @typedef {{unit: string, indicator: string, period: string, figure: ChartFigure, sum: string}} Told */

/** What asks for figures in a spec; everything else is how they are drawn. */
const QUESTION = ["indicator", "domain", "status", "area", "from", "to", "lang"];

/**
 * The figures of a block, and what the engine's own say otherwise.
 * @param {Glue} glue
 * @param {() => Figures | undefined} share a handle of the engine's own figures; nothing for those built in
 * @param {Spec} spec
 * @param {Block} block
 * @returns {{figures: Figures, revised: ChartRevision[]}}
 */
export function compared(glue, share, spec, block) {
  const question = Object.fromEntries(QUESTION.filter((name) => name in spec).map((name) => [name, spec[name]]));
  // The one kind that asks for other figures than a table would.
  const given = (/** @type {string} */ name) => String(spec[name] ?? "").trim();
  if (given("kind") === "waffle" && !given("status")) question["status"] = "target";
  const ask = (/** @type {Figures | undefined} */ figures) => told(glue, figures, { ...question, kind: "table" });
  const current = ask(share());
  held(current, block);
  const known = new Set(block.ids);
  const strangers = (/** @type {Map<string, Told>} */ all) => [...all.keys()].filter((id) => !known.has(id));
  const hidden = strangers(current);
  for (;;) {
    const figures = amended(glue, share(), block, hidden);
    let published;
    try {
      published = ask(figures.share());
    } catch (error) {
      figures.free();
      throw error;
    }
    // What is hidden stays away; were it not so, this would never end.
    const more = strangers(published).filter((id) => !hidden.includes(id));
    if (more.length === 0) {
      if (published.size === 0) figures.free();
      if (published.size === 0) throw new Problem("frozen-other", [String(spec["indicator"] ?? spec["domain"] ?? "")]);
      return { figures, revised: differences(published, current) };
    }
    // Without the newest outcome of a target, one that came before it answers; that may have come since too.
    hidden.push(...more);
    figures.free();
  }
}

/**
 * Values are numbers in the indicator's unit, which is the engine's: were it another one now, they would be others too.
 * @param {Map<string, Told>} current
 * @param {Block} block
 */
function held(current, { cells, units }) {
  for (const [id = "", indicator = ""] of cells) {
    const [was, now] = [units.get(indicator), current.get(id)?.unit];
    if (Array.isArray(was) && now !== undefined && !was.includes(now)) throw new Problem("frozen-unit", [indicator, was.join(" / "), now]);
  }
}

/**
 * @param {Glue} glue
 * @param {Figures | undefined} figures
 * @param {Block} block
 * @param {string[]} hidden
 */
function amended(glue, figures, { cells, ids }, hidden) {
  return calling(() => {
    try {
      return glue.Figures.amended(figures, cells.flat().join(BETWEEN), hidden.join(BETWEEN));
    } catch (error) {
      if (typeof error !== "number") throw error;
      const at = Math.floor(error / COLUMNS.length);
      const place = error % COLUMNS.length;
      const cell = cells[at]?.[place] ?? "";
      const name = COLUMNS[place] ?? "";
      // The only rule for an id that is there: no other row has it.
      const kind = name === "id" && cell !== "" ? "frozen-twice" : "frozen-cell";
      throw new Problem(kind, [String(at + 1), name, cell, ids[at] ?? "", name]);
    }
  });
}

/**
 * What the engine has for a question, by id; nothing where it has no figure. Takes the figures.
 * @param {Glue} glue
 * @param {Figures | undefined} figures
 * @param {Spec} spec
 * @returns {Map<string, Told>}
 */
function told(glue, figures, spec) {
  let chart;
  try {
    chart = calling(() => new glue.Chart(spec, figures));
  } catch (error) {
    if (kindOf(error) === "no-data") return new Map();
    throw error;
  }
  const { records, table } = calling(() => ({ records: chart.records(), table: chart.table() }));
  chart.free();
  const all = new Map();
  for (const [at, record] of records.rows.entries()) {
    // The columns from the end: the indicator's is there only where there are several.
    const [source = "", printed = "", , value = "", period = ""] = [...(table.rows[at] ?? [])].reverse();
    const { id, indicator, area, category, start, end, status, high, qualifier, unit, basis, flags } = record;
    const title = records.sources[record.source]?.id;
    const sum = [area, category, start, end, status, record.value, high, qualifier, unit, basis, flags, printed, title];
    const name = category ? `${indicator} · ${category}` : indicator;
    all.set(id, { unit, indicator: name, period, figure: { value, printed, source }, sum: JSON.stringify(sum) });
  }
  return all;
}

/**
 * @param {Map<string, Told>} published
 * @param {Map<string, Told>} current
 * @returns {ChartRevision[]} the revised ones first, then what is gone, then what is new
 */
function differences(published, current) {
  /** @type {ChartRevision[]} */
  const revised = [];
  /** @type {ChartRevision[]} */
  const gone = [];
  for (const [id, { indicator, period, figure, sum }] of published) {
    const now = current.get(id);
    const one = { id, indicator, period, published: figure, current: now?.figure ?? null };
    if (!now) gone.push({ ...one, change: "gone" });
    else if (now.sum !== sum) revised.push({ ...one, change: "revised" });
  }
  const fresh = [...current].filter(([id]) => !published.has(id));
  return [
    ...revised,
    ...gone,
    ...fresh.map(([id, { indicator, period, figure }]) => ({ id, change: /** @type {const} */ ("new"), indicator, period, published: null, current: figure })),
  ];
}
