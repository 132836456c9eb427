// What an application in TypeScript does with the package; it is compiled and never run.
import { IndicatorChart, define, type ChartData, type ChartDescription, type ChartSpec } from "indicator-chart";
import "indicator-chart/auto";
import "indicator-chart/inline";
import { IndicatorChart as Registered } from "indicator-chart/auto";
import { describe, list, render, search, type Found, type Rendered } from "indicator-chart/node";

define();
define("newsroom-chart");
IndicatorChart.wasm = "/charts/indicator-chart.wasm";

const chart = document.createElement("indicator-chart");
const same: IndicatorChart = chart;
const spec: ChartSpec = { indicator: "high-tech-enterprises", kind: "bar", height: 320, "heading-zh": "题" };
chart.spec = spec;
chart.kind = "line";
// @ts-expect-error there is no such kind
chart.kind = "sunburst";
chart.addEventListener("indicator-select", ({ detail }) => console.log(detail?.id, detail?.rows.length));
document.addEventListener("indicator-error", ({ detail }) => console.log(detail.kind, detail.message));
const drawn: Promise<boolean> = chart.rendered;
IndicatorChart.columns = "/charts/indicator-chart-columns.wasm";
const data: ChartData = { x: new Float64Array(2), series: [{ name: "a", y: [1, null] }], type: "number", unit: "mm" };
chart.data = data;
chart.zoom(0, new Date());
void chart.update({ data, kind: "area" });
// @ts-expect-error a column is no text
chart.data = { x: "1, 2", series: [] };
chart.data = null;
const description: ChartDescription | undefined = chart.describe();

const { svg, height, table }: Rendered = render(spec, { width: 640, theme: "dark" });
// @ts-expect-error there is no such theme
render(spec, { theme: "pink" });
const found: Found[] = [...list({ domain: "city" }), ...search("talent", { lang: "en" })];
console.log(same, Registered, drawn, description, svg, height, table, found, describe(spec).summary);
