// Turns the name of a part of a chart's tools into the button that a reader presses for it, in either language.
import { until } from "./page.js";

/** @import {Page} from "./page.js" */

/** What is written on the buttons, or said of them. */
const NAMES = {
  table: /^(数据表|表格|看表格|Table|Show the table)/u,
  more: /^(更多|More)/u,
};

/**
 * Presses a button of the chart by what it is called.
 * @param {Page} page
 * @param {string} id
 * @param {keyof typeof NAMES} name
 */
export const press = (page, id, name) =>
  until(
    page,
    `there is a button “${name}”`,
    (id, pattern) => {
      const shown = /** @type {HTMLElement[]} */ ([...(document.getElementById(id)?.shadowRoot?.querySelectorAll("button, [role=menuitem]") ?? [])]);
      const named = (/** @type {HTMLElement} */ each) => (each.getAttribute("aria-label") ?? each.innerText).trim();
      const found = shown.find((each) => each.getClientRects().length > 0 && new RegExp(pattern, "u").test(named(each)));
      found?.click();
      return found !== undefined;
    },
    id,
    NAMES[name].source,
  );
