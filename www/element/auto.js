// Registers the elements; including this script is all that a page does.

import { define } from "./index.js";

define();

export { IndicatorChart, define } from "./index.js";
