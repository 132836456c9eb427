// The engine's glue under the name that the bundler maps to wasm-bindgen's output.
declare module "indicator-chart-engine" {
  type ChartType = import("./types.js").Chart;
  type Spec = import("./types.js").Spec;
  export default function init(options: { module_or_path: WebAssembly.Module }): Promise<unknown>;
  export function __wbg_reset_state(): void;
  export const Chart: new (spec: Spec) => ChartType;
  export function probe(weight: number): string;
  export function probeWidth(weight: number): number;
}
