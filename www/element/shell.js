// Turns an empty shadow root into the element's inside: slot, stage, tooltip, table, live region and message.

import { dress } from "./style.js";
import { say, spoken } from "./words.js";

/** @import {Chart} from "./types.js" */

/**
 * @typedef {object} Shell
 * @property {ShadowRoot} root
 * @property {HTMLElement} frame what everything else is placed in
 * @property {HTMLSlotElement} slot the fallback
 * @property {HTMLElement} stage the picture; the element's one tab stop but for its buttons
 * @property {HTMLCanvasElement} base
 * @property {HTMLCanvasElement} overlay
 * @property {HTMLElement} hint names the keys to a screen reader
 * @property {HTMLElement} summary
 * @property {HTMLElement} tip
 * @property {HTMLElement} data where the live table stands
 * @property {HTMLElement} live
 * @property {HTMLElement} message
 * @property {HTMLElement} status
 * @property {HTMLElement} bar the buttons under the picture
 * @property {HTMLElement} panel what the tools show
 * @property {HTMLElement} paper the drawing that is printed
 */

/**
 * The stage is `role="application"`: it is the one role with which screen readers hand the arrow keys to the page,
 * and it is small. Whoever does not want to walk the points passes it in one step and reads the summary and the
 * table after it, which are ordinary text.
 * @param {HTMLElement} host
 * @returns {Shell}
 */
export function furnish(host) {
  const root = host.attachShadow({ mode: "open" });
  const frame = make("div", "frame");
  const slot = make("slot", "fallback");
  const stage = make("div", "stage");
  stage.hidden = true;
  stage.tabIndex = 0;
  stage.setAttribute("role", "application");
  stage.setAttribute("aria-describedby", "summary hint");
  const base = make("canvas", "base");
  const overlay = make("canvas", "overlay");
  for (const canvas of [base, overlay]) canvas.setAttribute("aria-hidden", "true");
  stage.append(base, overlay);
  const summary = make("p", "unseen");
  summary.id = "summary";
  const hint = make("p", "unseen");
  hint.id = "hint";
  hint.hidden = true;
  const tip = make("div", "tip");
  tip.hidden = true;
  tip.setAttribute("part", "tooltip");
  const data = make("div", "data");
  data.hidden = true;
  data.setAttribute("part", "table");
  const bar = make("div", "bar");
  bar.hidden = true;
  bar.setAttribute("part", "bar");
  const panel = make("div", "panel");
  panel.hidden = true;
  panel.setAttribute("part", "menu");
  panel.setAttribute("role", "group");
  const paper = make("div", "paper");
  const live = make("div", "unseen");
  live.setAttribute("aria-live", "polite");
  const message = make("div", "message");
  message.setAttribute("part", "message");
  message.hidden = true;
  message.setAttribute("role", "status");
  // Not hidden while it is empty: what is said first would not be heard.
  const status = make("div", "message status empty");
  status.setAttribute("part", "message");
  status.setAttribute("role", "status");
  frame.append(slot, stage, tip, paper, summary, hint, data, bar, panel, message, status, live);
  root.append(frame);
  dress(root);
  return { root, frame, slot, stage, base, overlay, hint, summary, tip, data, live, message, status, bar, panel, paper };
}

/**
 * Says what the picture is.
 * @param {Shell} shell
 * @param {Chart} chart
 * @param {string} lang
 */
export function name({ stage, summary, hint, tip, live }, chart, lang) {
  for (const part of [stage, summary, hint, tip, live]) part.lang = spoken(lang);
  stage.setAttribute("aria-label", chart.label());
  stage.setAttribute("aria-roledescription", say(lang, "chart"));
}

/**
 * Says in text what it shows.
 * @param {Shell} shell
 * @param {Chart} chart
 * @param {string} lang
 */
export function inscribe({ summary, hint }, chart, lang) {
  summary.textContent = chart.summary();
  hint.textContent = say(lang, "keys");
}

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name
 * @param {string} [className]
 * @param {string} [text]
 * @returns {HTMLElementTagNameMap[K]}
 */
export function make(name, className, text) {
  const element = document.createElement(name);
  // Inside a form of the page, another button would send it.
  if (element instanceof HTMLButtonElement) element.type = "button";
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

/**
 * The button that puts away what it stands in.
 * @param {string} lang
 * @param {() => void} run
 */
export function closing(lang, run) {
  const close = make("button", "close", "×");
  close.setAttribute("aria-label", say(lang, "close"));
  close.addEventListener("click", run);
  return close;
}
