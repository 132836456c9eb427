// Turns what is wrong with a link or an attribute into a sentence in place, with what may have been meant and the way back.

import { make } from "../shell.js";
import { box, button } from "./parts.js";
import { told } from "./words.js";

/** @import {Context} from "./parts.js" */
/** @import {Fault} from "./wish.js" */

/**
 * @param {HTMLElement} place `role="status"`; empty where nothing is wrong
 * @param {Context} context
 * @param {Fault[]} faults
 * @param {() => void} start
 */
export function faulty(place, context, faults, start) {
  place.classList.toggle("empty", faults.length === 0);
  place.replaceChildren(...faults.map((fault) => said(context, fault)));
  if (faults.length > 0) place.append(box("deeds", button("deed", told(context.lang, "go-start"), start)));
}

/** @param {Context} context @param {Fault} fault */
function said({ lang, go, index }, { key, given, near, more }) {
  if (more) return make("p", "", told(lang, "bad-more", [String(more)]));
  if (key === "") return make("p", "", told(lang, "bad-part", [given]));
  const text = key === "point" ? told(lang, "bad-point", [key, given]) : told(lang, "bad-choice", [told(lang, key).toLowerCase(), given]);
  const line = make("p", "", text);
  if (near) {
    const owner = key === "point" ? index.owners.get(near.id)?.id : undefined;
    const figure = key === "point" ? index.figures.get(near.id) : undefined;
    const name = figure ? `${near.name.replace(near.id, "").trim()} ${figure.value} ${figure.when}` : near.name;
    line.append(" ", button("deed", told(lang, "go-near", [name]), () => go({ [key]: near.id, ...(owner && { open: owner }) }, "push")));
  }
  return line;
}
