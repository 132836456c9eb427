// Registers the elements; including this script is all that a page does.

import { IndicatorChart as Own, define } from "./index.js";

define();

/** The class that serves this page: another copy of the script may have come first. */
export const IndicatorChart = /** @type {typeof Own} */ (globalThis.customElements?.get("indicator-chart") ?? Own);
export { define };
