// lightweight-charts with its own conflation of dense points; its x is a place in the row of points, so windows are too.
import { createChart, LineSeries } from "parts/lightweight";

/** @type {import("./types.js").Adapter} */
export const adapter = {
  prepare({ x, y }, windows) {
    const last = x.length - 1;
    const [first, span] = [/** @type {number} */ (x[0]), /** @type {number} */ (x[last]) - /** @type {number} */ (x[0])];
    return {
      data: Array.from(x, (time, at) => ({ time: time / 1000, value: y[at] })),
      windows: windows.map((window) => window.map((time) => ((time - first) / span) * last)),
      last,
    };
  },

  draw(host, { data, windows, last }, { width, height }) {
    const chart = createChart(host, {
      width,
      height,
      layout: { attributionLogo: false },
      timeScale: { enableConflation: true, minBarSpacing: 0.0001, timeVisible: true },
    });
    chart.addSeries(LineSeries, { color: "#1f6feb", lineWidth: 2, priceLineVisible: false }).setData(data);
    chart.timeScale().setVisibleLogicalRange({ from: 0, to: last });
    return {
      pan(at) {
        const [from, to] = windows[at];
        chart.timeScale().setVisibleLogicalRange({ from, to });
      },
      free: () => chart.remove(),
    };
  },
};
