/**
 * Registers `<indicator-chart>`, `<indicator-monitor>`, `<indicator-figure>` and `<indicator-story>`.
 *
 * ```js
 * import "indicator-chart/auto";
 * ```
 */
export { IndicatorChart, define } from "./index.js";
