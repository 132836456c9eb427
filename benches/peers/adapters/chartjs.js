// Chart.js as its page on performance has it: parsed and sorted points, no animation, decimation by extremes, no point marks.
import { Chart } from "parts/chartjs";

/** @type {import("./types.js").Adapter} */
export const adapter = {
  prepare: ({ x, y }, windows) => ({ data: Array.from(x, (time, at) => ({ x: time, y: y[at] })), windows }),

  draw(host, { data, windows }, { width, height }) {
    const canvas = document.createElement("canvas");
    canvas.style.cssText = `width: ${width}px; height: ${height}px`;
    canvas.width = width;
    canvas.height = height;
    host.append(canvas);
    const chart = new Chart(canvas, {
      type: "line",
      data: { datasets: [{ label: "value", data, borderColor: "#1f6feb", borderWidth: 1.5, pointRadius: 0 }] },
      options: {
        animation: false,
        responsive: false,
        parsing: false,
        normalized: true,
        spanGaps: true,
        interaction: { mode: "nearest", axis: "x", intersect: false },
        plugins: { decimation: { enabled: true, algorithm: "min-max" } },
        // Days are written by hand: its scale of time needs a library of dates besides.
        scales: { x: { type: "linear", ticks: { maxRotation: 0, autoSkip: true, callback: day } } },
      },
    });
    return {
      pan(at) {
        [chart.options.scales.x.min, chart.options.scales.x.max] = windows[at];
        chart.update("none");
      },
      free: () => chart.destroy(),
    };
  },
};

/** @param {number} time */
const day = (time) => new Date(time).toISOString().slice(0, 10);
