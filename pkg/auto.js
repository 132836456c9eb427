// Registers the elements by the class that `indicator-chart` exports, so that a bundle which uses both holds one copy.
// A page without a bundler includes indicator-chart.js, which is the same in one file.

import { define } from "./index.js";

define();

export { IndicatorChart, define } from "./index.js";
