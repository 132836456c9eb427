// Turns the page's font into two factors: how much wider it runs than the engine's built-in table of widths.

import { calling } from "./fence.js";

/** @import {Chart, Glue} from "./types.js" */

/** Weights of the picture's text. */
const REGULAR = 400;
const BOLD = 600;
/** Large, so that hinting and rounding do not show. */
const SIZE = 100;

/** @type {CanvasRenderingContext2D | null | undefined} */
let pen;

/**
 * The `font-family` that a chart is to use.
 * @param {HTMLElement} host
 */
export function familyOf(host) {
  const style = getComputedStyle(host);
  return style.getPropertyValue("--indicator-font").trim() || style.fontFamily || "sans-serif";
}

/**
 * Tells the chart its font where that is another one than before; gives the font back.
 * @param {Chart} chart
 * @param {Glue} glue
 * @param {HTMLElement} host
 * @param {string} before
 */
export function fitted(chart, glue, host, before) {
  const family = familyOf(host);
  if (family !== before) chart.setFont(family, ...factors(glue, family));
  return family;
}

/**
 * @param {Glue} glue
 * @param {string} family
 * @returns {[regular: number, bold: number]} at least 1
 */
export function factors(glue, family) {
  return [factor(glue, family, REGULAR), factor(glue, family, BOLD)];
}

/**
 * @param {Glue} glue
 * @param {string} family
 * @param {number} weight
 */
function factor(glue, family, weight) {
  pen ??= document.createElement("canvas").getContext("2d");
  const table = calling(() => glue.probeWidth(weight));
  if (!pen || !(table > 0)) return 1;
  pen.font = `${weight} ${SIZE}px ${family}`;
  const ratio = pen.measureText(calling(() => glue.probe(weight))).width / SIZE / table;
  // Upwards, so that rounding never makes a text wider than its box.
  return ratio > 1 && ratio < 4 ? Math.ceil(ratio * 1000) / 1000 : 1;
}
