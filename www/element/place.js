// Turns where charts stand and how wide into news for each of them, by one observer of each sort for all of a page.

/** How far outside the screen a chart is made ready: half a screen each way. */
const MARGIN = "50% 0px";

/**
 * @typedef {object} Placed
 * @property {(width: number) => void} resized CSS px of its frame
 * @property {(near: boolean) => void} approached
 */

/** By what is observed: its frame for the width, its element for the place. @type {WeakMap<Element, Placed>} */
const charts = new WeakMap();
/** @type {ResizeObserver} */
let sizes;
/** @type {IntersectionObserver | undefined} */
let places;

/**
 * @param {Placed} chart
 * @param {Element} host
 * @param {Element} frame
 */
export function watch(chart, host, frame) {
  charts.set(host, chart);
  charts.set(frame, chart);
  sizes ??= new ResizeObserver((entries) => {
    for (const { target, contentRect } of entries) charts.get(target)?.resized(contentRect.width);
  });
  sizes.observe(frame);
  if (typeof IntersectionObserver === "undefined") return chart.approached(true);
  places ??= new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) charts.get(target)?.approached(isIntersecting);
    },
    { rootMargin: MARGIN },
  );
  places.observe(host);
}

/** @param {Element} host @param {Element} frame */
export function unwatch(host, frame) {
  sizes.unobserve(frame);
  places?.unobserve(host);
}
