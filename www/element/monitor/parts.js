// Turns what every part of the monitor needs into elements: links, buttons, marks of a verdict, numbers that stand out.

import { make } from "../shell.js";
import { told } from "./words.js";

/** @import {Index} from "./index.js" */
/** @import {Figure, Verdict, Wish} from "./types.js" */

/**
 * What a part is told of the whole.
 * @typedef {object} Context
 * @property {Index} index
 * @property {string} lang
 * @property {Wish} wish
 * @property {Wish} preset
 * @property {boolean} fixed whether the presets are not the reader's to change
 * @property {(changes: Partial<Wish>) => string} href of a link to the wish with these changes
 * @property {(changes: Partial<Wish>, how?: "push" | "replace") => void} go there
 */

const SVG = "http://www.w3.org/2000/svg";

/** A stroke each, in a square of 16; no two have the same outline. @type {Record<Verdict, string>} */
const STROKES = {
  met: "M2.5 8.5l3.5 3.5 7.5-8",
  ahead: "M3 3.5l4.5 4.5-4.5 4.5M8.5 3.5l4.5 4.5-4.5 4.5",
  behind: "M13 3.5l-4.5 4.5 4.5 4.5M7.5 3.5l-4.5 4.5 4.5 4.5",
  missed: "M3.5 3.5l9 9M12.5 3.5l-9 9",
  undetermined: "M5.4 5.8a2.7 2.7 0 1 1 3.8 2.4c-.8.4-1.2.9-1.2 1.8M8 12.9v.2",
  "no-outcome": "M8 2.5a5.5 5.5 0 0 1 5.5 5.5M13.5 8a5.5 5.5 0 0 1-5.5 5.5M8 13.5a5.5 5.5 0 0 1-5.5-5.5M2.5 8a5.5 5.5 0 0 1 5.5-5.5",
};

/** @param {Verdict} verdict */
export function icon(verdict) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("class", `icon ${verdict}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", STROKES[verdict]);
  if (verdict === "no-outcome") path.setAttribute("stroke-dasharray", "3 2.7");
  svg.append(path);
  return svg;
}

/** The verdict as a mark and a word. @param {Verdict} verdict @param {string} name */
export function mark(verdict, name) {
  const box = make("span", `mark ${verdict}`);
  box.append(icon(verdict), make("span", "", name));
  return box;
}

/**
 * A link that a reader can also copy or open elsewhere.
 * @param {Context} context
 * @param {string} className
 * @param {string} text
 * @param {Partial<Wish>} changes
 */
export function link({ href, go }, className, text, changes) {
  const anchor = make("a", className, text);
  anchor.href = href(changes);
  anchor.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(changes, "push");
  });
  return anchor;
}

/** @param {string} className @param {string} text @param {() => void} run */
export function button(className, text, run) {
  const made = make("button", className, text);
  made.addEventListener("click", run);
  return made;
}

/**
 * Puts a text into an element with its numbers standing out.
 * @param {HTMLElement} element
 * @param {string} text
 */
export function numbered(element, text) {
  const parts = text.split(/(\d+)/u).filter(Boolean);
  element.replaceChildren(...parts.map((part) => (/^\d/u.test(part) ? make("b", "number", part) : part)));
}

/** A label of what kind a figure is, where it is no outcome. @param {Figure} figure @param {string} lang */
export function kind({ status }, lang) {
  return status === "actual" ? "" : make("span", `kind ${status}`, told(lang, status));
}

/** Parts of a line with a dot between them; empty ones are left out. @param {(string | undefined)[]} parts */
export const dotted = (parts) => parts.filter(Boolean).join(" · ");

/** @param {string} className @param {Node[]} children */
export function box(className, ...children) {
  const made = make("div", className);
  made.append(...children);
  return made;
}
