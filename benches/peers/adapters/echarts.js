// ECharts as its handbook has it for much data: one typed array, canvas, sampling by extremes, no animation, no symbols.
import { init } from "parts/echarts";

/** @type {import("./types.js").Adapter} */
export const adapter = {
  prepare({ x, y }, windows) {
    const data = new Float64Array(2 * x.length);
    for (let at = 0; at < x.length; at++) data.set([/** @type {number} */ (x[at]), /** @type {number} */ (y[at])], 2 * at);
    return { data, windows };
  },

  draw(host, { data, windows }, size) {
    const chart = init(host, null, { renderer: "canvas", ...size });
    chart.setOption({
      animation: false,
      grid: { left: 48, right: 8, top: 8, bottom: 32 },
      xAxis: { type: "time" },
      yAxis: { type: "value", scale: true },
      dataZoom: { type: "inside", throttle: 0, filterMode: "filter" },
      tooltip: { trigger: "axis", transitionDuration: 0 },
      series: { type: "line", data, dimensions: ["x", "y"], sampling: "minmax", showSymbol: false, lineStyle: { width: 1.5 } },
    });
    return {
      pan(at) {
        const [startValue, endValue] = windows[at];
        chart.dispatchAction({ type: "dataZoom", startValue, endValue });
      },
      free: () => chart.dispose(),
    };
  },
};
