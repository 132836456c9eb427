// indicator-chart as an article embeds it: built-in figures by their id, with heading, note and source.
import "indicator-chart";

/** @type {import("./types.js").Adapter} */
export const adapter = {
  lazy: true,
  prepare: () => undefined,

  async draw(host) {
    const chart = /** @type {any} */ (document.createElement("indicator-chart"));
    chart.setAttribute("lang", "en");
    chart.setAttribute("indicator", "high-tech-enterprises");
    chart.setAttribute("kind", "line");
    host.append(chart);
    if (host.getBoundingClientRect().top < innerHeight && !(await chart.rendered)) throw new Error("not drawn");
    return { pan() {}, free: () => chart.remove() };
  },
};
