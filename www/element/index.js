// Registers the element; including this script is all that a page does.

import { IndicatorChart } from "./element.js";

const NAME = "indicator-chart";

// A page may include the script twice, or two versions of it: the first one stays.
if (!customElements.get(NAME)) customElements.define(NAME, IndicatorChart);

export { IndicatorChart };
