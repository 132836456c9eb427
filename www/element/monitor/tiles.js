// Turns the domains into tiles: how much each holds, how much of it has an outcome, and a press that chooses it.

import { make } from "../shell.js";
import { stacked } from "./head.js";
import { button } from "./parts.js";
import { answered, tally, total } from "./sift.js";
import { counted, told } from "./words.js";
import { narrow } from "./wish.js";

/** @import {Context} from "./parts.js" */
/** @import {Shown} from "./types.js" */

export class Tiles {
  #list = make("div", "tiles");
  /** @type {Map<string, HTMLButtonElement>} */
  #each = new Map();
  /** @type {Context | undefined} */
  #context;
  element = this.#list;

  constructor() {
    this.#list.setAttribute("role", "group");
  }

  /**
   * @param {Context} context
   * @param {Shown[]} shown of everything but the domain's own filter
   */
  show(context, shown) {
    this.#context = context;
    const { index, lang, wish } = context;
    this.#list.setAttribute("aria-label", told(lang, "domains"));
    this.#list.hidden = context.fixed && context.preset.domain !== "";
    const domains = index.data.domains;
    // A filter leaves targets out that are printed.
    const narrowed = narrow({ ...wish, domain: "" });
    if (domains.some(({ id }) => !this.#each.has(id)) || this.#each.size !== domains.length) this.#furnish(domains.map(({ id }) => id));
    for (const { id, name } of domains) {
      const mine = shown.filter(({ indicator }) => indicator.domain === id);
      const counts = tally(mine);
      const made = this.#each.get(id);
      const aims = total(counts) > 0 ? [counted(lang, "targets", total(counts)), told(lang, "tile-answered", [String(answered(counts))])] : [narrowed ? counted(lang, "targets", 0) : told(lang, "target-none")];
      const bar = make("span", "parts");
      bar.append(...stacked(counts));
      bar.setAttribute("aria-hidden", "true");
      made?.replaceChildren(
        make("span", "title", name),
        make("span", "line", counted(lang, "indicators", mine.length)),
        make("span", "line", aims.join(lang === "en" ? ", " : "，")),
        bar,
      );
      made?.setAttribute("aria-pressed", String(wish.domain === id));
      made?.classList.toggle("zero", mine.length === 0);
    }
  }

  /** @param {string[]} ids */
  #furnish(ids) {
    this.#each = new Map(ids.map((id) => [id, button("tile", "", () => this.#choose(id))]));
    this.#list.replaceChildren(...this.#each.values());
  }

  /** @param {string} id */
  #choose(id) {
    const context = this.#context;
    context?.go({ domain: context.wish.domain === id ? "" : id }, "push");
  }
}
