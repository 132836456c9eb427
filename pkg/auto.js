// Registers the elements by the class that `indicator-chart` exports, so that a bundle which uses both holds one copy.
// A page without a bundler includes indicator-chart.js, which is the same in one file.

import { IndicatorChart as Own, define } from "./index.js";

define();

/** The class that serves this page: another copy of the script may have come first. */
export const IndicatorChart = globalThis.customElements?.get("indicator-chart") ?? Own;
export { define };
