// Turns what the page and the system do (theme, language, zoom, hiding, printing) into one call to every chart on it.

import { MEDIA } from "./theme.js";

/** @import {Inhabitant} from "./types.js" */

/** @type {Set<Inhabitant>} */
const inhabitants = new Set();
let watched = false;

/** What changes theme or language at a place. */
const MARKS = { attributes: true, subtree: true, attributeFilter: ["data-theme", "lang"] };
/** One for all trees; a tree that is thrown away takes its observation along. @type {MutationObserver} */
let marks;

/** What a style sheet may hang a newsroom's colours on; of the chart and what is around it, not of the whole tree. */
const HOOKS = { attributes: true, attributeFilter: ["class", "style"] };
/** @type {MutationObserver} */
let hooks;

/**
 * @param {Inhabitant} chart
 * @param {Element} host its element
 */
export function enter(chart, host) {
  inhabitants.add(chart);
  if (!watched) watch();
  /** @type {Node | null} */
  let around = host;
  while (around) {
    if (around instanceof Element) hooks.observe(around, HOOKS);
    around = around instanceof ShadowRoot ? around.host : around.parentNode;
  }
  /** @type {Node} */
  let tree = host.getRootNode();
  // The mark that counts may stand in any tree around; seen from outside, a shadow tree is closed.
  while (tree instanceof ShadowRoot) {
    marks.observe(tree, MARKS);
    tree = tree.host.getRootNode();
  }
  marks.observe(tree, MARKS);
}

/** @param {Inhabitant} chart */
export function exit(chart) {
  inhabitants.delete(chart);
}

/**
 * Runs each time the network is there again, or the reader.
 * @param {() => void} run
 */
export function back(run) {
  addEventListener("online", run);
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) run();
  });
}

/** @param {(chart: Inhabitant) => void} say */
function tell(say) {
  for (const chart of [...inhabitants]) say(chart);
}

/** The listeners stay for the life of the page: they are few, and the next chart needs them again. */
function watch() {
  watched = true;
  marks = new MutationObserver(() => tell((chart) => chart.pageChanged()));
  hooks = new MutationObserver(() => tell((chart) => chart.pageDressed()));
  const changed = () => tell((chart) => chart.pageChanged());
  const shown = () => tell((chart) => chart.pageShown());
  for (const query of MEDIA) matchMedia(query).addEventListener("change", changed);
  document.fonts?.addEventListener("loadingdone", changed);
  document.addEventListener("fullscreenchange", changed);
  back(shown);
  addEventListener("pageshow", shown);
  addEventListener("beforeprint", () => tell((chart) => chart.pagePrints(true)));
  addEventListener("afterprint", () => tell((chart) => chart.pagePrints(false)));
  watchRatio(shown);
}

/**
 * A resolution query matches one ratio only, so each change asks a new one.
 * @param {() => void} changed
 */
function watchRatio(changed) {
  const query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
  query.addEventListener(
    "change",
    () => {
      changed();
      watchRatio(changed);
    },
    { once: true },
  );
}
