// Turns wasm-bindgen's module into one that knows its own address, so that a second copy of it can be loaded.

export { default, __wbg_reset_state, Chart, Figures, probe, probeWidth } from "indicator-chart-engine";

/** Where this copy was loaded from. */
export const address = import.meta.url;
