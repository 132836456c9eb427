// indicator-chart from dist/, as a page embeds it: the element, its property `data`, `zoom` to pan, `rendered` to know.
import "indicator-chart";

/** @type {import("./types.js").Adapter} */
export const adapter = {
  lazy: true,
  prepare: ({ x, y }, windows) => ({ data: { x, series: [{ name: "value", y }] }, windows }),

  async draw(host, { data, windows }, { height }) {
    const chart = /** @type {any} */ (document.createElement("indicator-chart"));
    chart.setAttribute("lang", "en");
    chart.setAttribute("kind", "line");
    chart.setAttribute("height", String(height));
    chart.setAttribute("show", "none");
    chart.data = data;
    host.append(chart);
    if (near(host) && !(await chart.rendered)) throw new Error("indicator-chart could not draw");
    return {
      pan(at) {
        const [from, to] = windows[at];
        chart.zoom(from, to);
        return chart.rendered;
      },
      free: () => chart.remove(),
    };
  },
};

/** Whether a place is on the screen; what is far off is drawn when it comes near. @param {Element} host */
const near = (host) => host.getBoundingClientRect().top < innerHeight;
