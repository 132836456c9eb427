// Turns the filters in force into words that a press takes away, and an empty result into the way back.

import { make } from "../shell.js";
import { box, button } from "./parts.js";
import { sifted } from "./sift.js";
import { counted, told } from "./words.js";
import { FILTERS, choices } from "./wish.js";

/** @import {Context} from "./parts.js" */
/** @import {Wish} from "./types.js" */

/** The filters in force, by key, name and choice. @param {Context} context @returns {{key: keyof Wish, name: string, choice: string}[]} */
export function inForce({ index, lang, wish }) {
  return FILTERS.filter((key) => wish[key] !== "").map((key) => {
    const choice = choices(index, key, lang)?.find(({ id }) => id === wish[key])?.name ?? wish[key];
    return { key, name: told(lang, key), choice };
  });
}

/** Whether an editor has settled it. @param {Context} context @param {keyof Wish} key */
const settled = ({ fixed, preset }, key) => fixed && preset[key] !== "";

/**
 * A row of buttons, one a filter.
 * @param {Context} context
 * @param {(key: keyof Wish) => string} [gives] what would come of taking it away
 */
export function chips(context, gives) {
  const { lang, go } = context;
  const list = make("ul", "chips");
  list.setAttribute("role", "list");
  list.setAttribute("aria-label", told(lang, "in-force"));
  for (const { key, name, choice } of inForce(context)) {
    const item = make("li");
    const text = `${name}${lang === "en" ? ": " : "："}${choice}`;
    if (settled(context, key)) {
      item.append(make("span", "chip", text));
    } else {
      const chip = button("chip", "", () => go({ [key]: "" }, "push"));
      const cross = make("span", "cross", "×");
      cross.setAttribute("aria-hidden", "true");
      chip.append(make("span", "", text), cross, make("span", "unseen", told(lang, "drop")));
      if (gives) chip.append(make("span", "gives", gives(key)));
      item.append(chip);
    }
    list.append(item);
  }
  return list;
}

/** Never an empty page: what is in force, what each costs, and the start. @param {Context} context @param {() => void} clear */
export function none(context, clear) {
  const { index, lang, wish } = context;
  const gives = (/** @type {keyof Wish} */ key) => {
    const found = sifted(index, { ...wish, [key]: "" }).length;
    return found > 0 ? counted(lang, "indicators", found) : told(lang, "none-still");
  };
  return box(
    "none",
    make("h3", "", told(lang, "none-title")),
    make("p", "", told(lang, "none-one")),
    chips(context, gives),
    button("deed", told(lang, "clear"), clear),
  );
}
