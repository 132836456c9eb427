// Turns the elements' classes into names that a page can use; importing this does nothing yet.

import { IndicatorChart } from "./element.js";
import { later } from "./later.js";

const NAME = "indicator-chart";

/**
 * Registers the elements, or under a name of the page's own the chart alone. A name that is taken stays as it is: a page
 * may include the script twice, or two versions of it, and the first one stays.
 * @param {string} [name]
 */
export function define(name = NAME) {
  if (typeof customElements === "undefined" || customElements.get(name)) return;
  // A class has one name.
  if (name !== NAME) return customElements.define(name, class extends IndicatorChart {});
  customElements.define(NAME, IndicatorChart);
  later("indicator-monitor", () => import("./monitor/monitor.js"), "Monitor");
  later("indicator-story", () => import("./story/story.js"), "Story");
  later("indicator-figure", () => import("./cited/cited.js"), "Cited");
}

export { IndicatorChart };
