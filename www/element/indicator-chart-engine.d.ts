// Modules that the build makes (xtask/tools/bundle.mjs).
declare module "indicator-chart-engine" {
  /** A copy of wasm-bindgen's glue, for one instance of the engine of figures. */
  export function glue(): import("./types.js").Glue;
}
declare module "indicator-chart-columns" {
  /** The same of the engine of a page's own numbers. */
  export function glue(): import("./types.js").ColumnsGlue;
}
declare module "indicator-chart-sums" {
  /** Of the module that belongs to the glue of figures, as `fetch` takes it. */
  export const figures: string;
  /** Of the one of columns. */
  export const columns: string;
}
declare module "indicator-chart-kit" {
  /** What the script hands to its parts. */
  export function kit(): unknown[];
}
declare module "indicator-chart-bytes" {
  /** The engine's module in base64. */
  export const wasm: string;
  /** That of columns. */
  export const columns: string;
}
