// Modules that the build makes (xtask/tools/bundle.mjs).
declare module "indicator-chart-engine" {
  /** A copy of wasm-bindgen's glue, for one instance of the module. */
  export function glue(): import("./types.js").Glue;
  /** Of the module that belongs to this glue, as `fetch` takes it. */
  export const integrity: string;
}
declare module "indicator-chart-kit" {
  /** What the script hands to its parts. */
  export function kit(): unknown[];
}
declare module "indicator-chart-bytes" {
  /** The engine's module in base64. */
  export const wasm: string;
}
