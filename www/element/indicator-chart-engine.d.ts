// The engine's glue under the name that the bundler maps to wasm-bindgen's output.
declare module "indicator-chart-engine" {
  export default function init(options: { module_or_path: WebAssembly.Module }): Promise<unknown>;
  export function __wbg_reset_state(): void;
  export const Chart: import("./types.js").Glue["Chart"];
  export const Figures: import("./types.js").Glue["Figures"];
  export function probe(weight: number): string;
  export function probeWidth(weight: number): number;
}
