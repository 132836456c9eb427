// Turns groups into sections of scorecards: what is on the screen at once, the rest while the browser has nothing to do.

import { make } from "../shell.js";
import { card } from "./card.js";
import { link } from "./parts.js";
import { foremost } from "./target.js";
import { counted, told } from "./words.js";

/** @import {Context} from "./parts.js" */
/** @import {Group, Shown} from "./types.js" */

/** Of each group, where nothing is chosen yet. */
const FIRST = 6;
/** Cards that are made at once, and as many more in each pause. */
const AT_ONCE = 24;

export class List {
  #place;
  /** What is still to be made. @type {(() => void)[]} */
  #rest = [];
  #clock = 0;

  /** @param {HTMLElement} place */
  constructor(place) {
    this.#place = place;
  }

  /**
   * @param {Context} context
   * @param {Group[]} groups
   * @param {boolean} brief whether each group shows its first alone
   */
  show(context, groups, brief) {
    this.stop();
    const sections = [];
    for (const group of groups) {
      const { section, list, shown } = framed(context, group, brief);
      sections.push(section);
      const placed = group.key === group.shown[0]?.indicator.domain;
      for (const each of shown) this.#rest.push(() => list.append(card(context, each, placed)));
    }
    this.#make(AT_ONCE);
    this.#place.replaceChildren(...sections);
    this.#later();
  }

  /** Makes all that is left: to print it, or to find one. */
  finish() {
    clearTimeout(this.#clock);
    this.#make(Infinity);
  }

  stop() {
    clearTimeout(this.#clock);
    this.#rest = [];
  }

  #later() {
    if (this.#rest.length === 0) return;
    this.#clock = setTimeout(() => {
      this.#make(AT_ONCE);
      this.#later();
    });
  }

  /** @param {number} most */
  #make(most) {
    for (const make of this.#rest.splice(0, most)) make();
  }
}

/** @param {Context} context @param {Group} group @param {boolean} brief */
function framed(context, group, brief) {
  const { lang } = context;
  const section = make("section", "group");
  const heading = make("h3", "", group.name);
  const short = brief && group.shown.length > FIRST + 1;
  const count = make("span", "count", counted(lang, "indicators", group.shown.length));
  heading.append(" ", count);
  const list = make("ol", "cards");
  list.setAttribute("role", "list");
  section.append(heading, list);
  if (short) {
    const all = told(lang, "show-all", [group.name, String(group.shown.length)]);
    section.append(link(context, "all", all, { domain: group.key }));
  }
  return { section, list, shown: short ? telling(context, group.shown) : group.shown };
}

/** Those that say most: with an outcome against a target first, then with a change, then as they come. @param {Context} context @param {Shown[]} shown */
function telling({ index }, shown) {
  /** @param {Shown} each */
  const rank = ({ targets, figures }) => {
    const target = foremost(index, targets);
    if (target && target.verdict !== "no-outcome") return 0;
    return figures.some(({ change }) => change) ? 1 : 2;
  };
  const first = shown.map((each, at) => ({ each, at, rank: rank(each) })).sort((one, other) => one.rank - other.rank || one.at - other.at);
  return first.slice(0, FIRST).map(({ each }) => each);
}
