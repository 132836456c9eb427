// Turns a parsed file into figures as they are declared, or an error that names the first part that is missing or wrong.

import { VERDICTS } from "./sift.js";

/** @import {Data} from "./types.js" */

/** Whether a value is as it must be. @typedef {(value: unknown) => boolean} Test */
/** A test, the parts of an object, or, in brackets, what each of a list is. @typedef {Test | [Shape] | {[key: string]: Shape}} Shape */

/** @type {Test} */
const text = (value) => typeof value === "string";
/** @type {Test} */
const named = (value) => typeof value === "string" && value !== "";
/** @type {Test} */
const number = (value) => typeof value === "number";
/** @type {Test} */
const count = (value) => Number.isInteger(value) && Number(value) >= 0;
/** @param {Test} test @returns {Test} */
const open = (test) => (value) => value === null || test(value);
/** @param {string[]} words @returns {Test} */
const among = (...words) => (value) => words.some((word) => word === value);

const NAMED = { id: named, name: text };
const FIGURE = {
  ...{ id: named, status: among("actual", "target", "forecast"), area: text, when: text, start: text, end: text, value: text },
  ...{ number: open(number), printed: text, word: text, change: text, note: text, flags: /** @type {[Shape]} */ ([text]) },
  ...{ dateBasis: text, basis: text, source: count, section: text, paragraph: number },
};
const UNLIKE = { id: text, indicator: text, name: text, value: text, when: text, reason: text };
/** @type {Shape} */
const TARGET = {
  ...{ target: named, outcome: text, outcomeIndicator: text, verdict: among(...VERDICTS), name: text, facts: text, rule: text },
  share: open((value) => fault(value, { text, low: open(number), high: open(number) }, "") === ""),
  ...{ elapsed: open(number), elapsedText: text },
  pace: [{ unit: among("ten-day", "month", "quarter", "year"), text }],
  rest: open((value) => fault(value, { text }, "") === ""),
  unlike: [UNLIKE],
};
/**
 * All that a reader may see: a qualifier or a flag that is left out would make a figure say more than it does.
 * @type {Shape}
 */
const DATA = {
  version: (value) => value === 1,
  domains: [NAMED],
  verdicts: [{ id: among(...VERDICTS), name: text }],
  areas: [NAMED],
  sources: [{ id: named, title: text, author: text, publisher: text, published: text, reference: text }],
  indicators: [{ ...NAMED, other: text, domain: text, unit: text, note: text, among: text, figures: [FIGURE], targets: [TARGET] }],
};

/**
 * Where a value is not of a shape.
 * @param {unknown} value
 * @param {Shape} shape
 * @param {string} place
 * @returns {string} empty where it is
 */
function fault(value, shape, place) {
  if (typeof shape === "function") return shape(value) ? "" : place || "?";
  if (typeof value !== "object" || value === null || Array.isArray(value) !== Array.isArray(shape)) return place || "?";
  /** @type {[unknown, Shape, string][]} */
  const parts = Array.isArray(shape)
    ? /** @type {unknown[]} */ (value).map((each, at) => [each, shape[0], `${place}[${at}]`])
    : Object.entries(shape).map(([key, each]) => [Reflect.get(value, key), each, place ? `${place}.${key}` : key]);
  for (const [part, each, where] of parts) {
    const found = fault(part, each, where);
    if (found) return found;
  }
  return "";
}

/**
 * @param {unknown} parsed
 * @returns {Data}
 */
export function shaped(parsed) {
  const found = fault(parsed, DATA, "");
  if (found) throw new Error(found);
  return /** @type {Data} */ (parsed);
}
