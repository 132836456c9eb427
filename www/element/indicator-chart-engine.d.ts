// The engine's glue under the name that the bundler maps to wasm-bindgen's output.
declare module "indicator-chart-engine" {
  type Glue = import("./types.js").Glue;
  export default function init(options: { module_or_path: WebAssembly.Module }): Promise<unknown>;
  export function __wbg_reset_state(): void;
  export const Chart: Glue["Chart"];
  export const Figures: Glue["Figures"];
  export function probe(weight: number): string;
  export function probeWidth(weight: number): number;
}
