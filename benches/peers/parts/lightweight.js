// What a page loads of lightweight-charts for a line chart.
export { createChart, LineSeries } from "lightweight-charts";
