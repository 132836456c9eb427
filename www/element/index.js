// Registers the element; including this script is all that a page does.

import { IndicatorChart } from "./element.js";
import { later } from "./later.js";

const NAME = "indicator-chart";

// A page may include the script twice, or two versions of it: the first one stays.
if (!customElements.get(NAME)) customElements.define(NAME, IndicatorChart);

later("indicator-monitor", () => import("./monitor/monitor.js"), "Monitor");
later("indicator-story", () => import("./story/story.js"), "Story");
later("indicator-figure", () => import("./cited/cited.js"), "Cited");

export { IndicatorChart };
