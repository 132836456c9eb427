// uPlot as its README has it for much data: typed arrays as they are, setScale to pan, cursor and live legend as delivered.
import uPlot from "parts/uplot";

/** @type {import("./types.js").Adapter} */
export const adapter = {
  prepare: ({ x, y }, windows) => ({ data: [x, y], windows }),

  draw(host, { data, windows }, { width, height }) {
    const series = [{}, { label: "value", stroke: "#1f6feb", width: 1.5 }];
    const chart = new uPlot({ width, height, ms: 1, series }, data, host);
    return {
      pan(at) {
        const [min, max] = windows[at];
        chart.setScale("x", { min, max });
      },
      free: () => chart.destroy(),
    };
  },
};
