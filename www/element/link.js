// Turns links into views of a page's charts: the page's own hash, anchors that drive a chart, and a chart's share link.

import { leave, share } from "./group.js";
import { tell } from "./reader.js";
import { cut, decoded, encoded, parsed, written } from "./state.js";

/** @import {Reading, ViewState} from "./types.js" */

/**
 * @typedef {object} Linked
 * @property {ViewState} state
 * @property {(state: ViewState) => void} apply
 * @property {(key: string, parts?: string[]) => void} say
 * @property {(period: string, series: string) => void} echo
 * @property {{live: HTMLElement}} shell
 */

/** A hash of ours begins so; what follows is the chart's key and a state. */
const MARK = "#indicator-chart=";
/** An anchor that drives a chart. */
const ANCHOR = "a[data-indicator-chart]";
/** A chart that a script of the page makes may come this much later than the page. */
const GRACE_MS = 1000;

/** Every chart in the page. @type {Map<Linked, HTMLElement>} */
const charts = new Map();
/** The state that the page was told of last. @type {WeakMap<Linked, string>} */
const told = new WeakMap();
/** The anchor that each chart was driven by last. @type {WeakMap<HTMLElement, Element>} */
const current = new WeakMap();
/** What anchors name and is not there. @type {Set<string>} */
const warned = new Set();

/** A hash that no chart has answered to, and whether that was said. @type {{hash: string, said: boolean} | undefined} */
let asked;
let watched = false;
let waiting = false;
let clock = 0;
/** Put into a state by a link, and still to be drawn so. @type {Linked | undefined} */
let driven;
/** Brought on the screen, maybe before it was as high as its picture; it comes again with the first frame, unless the
 * reader goes on before. @type {Linked | undefined} */
let arriving;

/**
 * @param {Linked} chart
 * @param {HTMLElement} host
 */
export function enter(chart, host) {
  charts.set(chart, host);
  if (!watched) watch();
  soon();
}

/** @param {Linked} chart */
export function exit(chart) {
  charts.delete(chart);
  if (arriving === chart) arriving = undefined;
  if (driven === chart) driven = undefined;
  leave(chart);
}

/**
 * A chart has drawn: its group echoes what it reads, and the page is told of another state.
 * @param {Linked} chart
 * @param {Reading | undefined} reading
 * @param {string} lit
 */
export function drawn(chart, reading, lit) {
  const host = charts.get(chart);
  if (!host) return;
  if (arriving === chart) {
    arriving = undefined;
    bring(chart);
  }
  if (driven === chart) {
    driven = undefined;
    // The focus is elsewhere: who does not see the picture hears what the link made of it.
    if (reading?.pinned) chart.shell.live.textContent = reading.announce;
  }
  share(chart, host.getAttribute("group") ?? "", reading, lit);
  const { state } = chart;
  const text = written(state);
  if (text === (told.get(chart) ?? "")) return;
  told.set(chart, text);
  tell(host, "indicator-state", { state, text });
}

/**
 * The address of this page that opens a chart in a state.
 * @param {HTMLElement} host
 * @param {ViewState} state
 */
export function addressOf(host, state) {
  const text = written(state);
  return `${location.href.split("#")[0]}${MARK}${encoded(host.id || indicatorOf(host))}${text && `&${text}`}`;
}

/**
 * Makes of a chart what a text asks for; what cannot be understood is named in its status line.
 * @param {Linked} chart
 * @param {string} text
 * @param {ViewState["lang"]} [lang] of a text that names none: a step of the article is no reason to speak otherwise
 */
export function drive(chart, text, lang) {
  const { state, problems } = parsed(text);
  if (lang) state.lang ??= lang;
  chart.apply(state);
  const worst = problems.find(([key]) => key === "link-damaged") ?? problems[0];
  if (worst) chart.say(worst[0], [cut(problems.map(([, parts]) => parts.join()).join(", "))]);
}

/** The listeners stay for the life of the page, as those of `page.js`. */
function watch() {
  watched = true;
  seek();
  addEventListener("hashchange", () => {
    seek();
    open();
  });
  document.addEventListener("DOMContentLoaded", open);
  document.addEventListener("click", clicked);
  for (const name of ["wheel", "touchstart", "pointerdown", "keydown"]) {
    addEventListener(name, () => (arriving = undefined), { capture: true, passive: true });
  }
}

function seek() {
  const { hash } = location;
  asked = hash.startsWith(MARK) ? { hash, said: false } : undefined;
}

/** Once all charts are there that the parser has met or one definition makes: which one is meant depends on the others. */
function soon() {
  if (waiting || !asked) return;
  waiting = true;
  queueMicrotask(() => {
    waiting = false;
    open();
  });
}

function open() {
  if (!asked || document.readyState === "loading") return;
  // A page that walks by script has left what was asked for.
  if (asked.hash !== location.hash) return seek();
  const [given = "", ...rest] = asked.hash.slice(MARK.length).split("&");
  const key = decoded(given);
  const chart = key === undefined ? undefined : named(key);
  clearTimeout(clock);
  if (!chart) {
    clock = setTimeout(() => missed(given, key), GRACE_MS);
    return;
  }
  asked = undefined;
  // Before it is drawn: a tooltip finds its place on the screen when it is.
  bring((arriving = driven = chart));
  drive(chart, rest.join("&"));
}

/**
 * @param {string} given
 * @param {string | undefined} key undefined where it is damaged
 */
function missed(given, key) {
  const first = foremost([...charts.keys()]);
  if (!asked || asked.said || !first) return;
  asked.said = true;
  if (key === undefined) first.say("link-damaged", [cut(given)]);
  else first.say("link-chart", [cut(key)]);
}

/** @param {MouseEvent} event */
function clicked(event) {
  if (event.defaultPrevented || event.button !== 0) return;
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const anchor = event.composedPath().find((each) => each instanceof Element && each.matches(ANCHOR));
  if (!(anchor instanceof Element)) return;
  const key = anchor.getAttribute("data-indicator-chart") ?? "";
  const chart = named(key);
  if (!chart) {
    if (!warned.has(key)) console.warn(`indicator-chart: a link drives the chart “${key}”, which is not in this page.`);
    warned.add(key);
    return;
  }
  event.preventDefault();
  if (!seen(chart)) bring((arriving = chart));
  driven = chart;
  const { lang } = chart.state;
  drive(chart, anchor.getAttribute("data-state") ?? "", lang);
  mark(chart, anchor);
}

/**
 * @param {Linked} chart
 * @param {Element} anchor
 */
function mark(chart, anchor) {
  const host = hostOf(chart);
  current.get(host)?.removeAttribute("aria-current");
  current.set(host, anchor);
  anchor.setAttribute("aria-current", "true");
}

/**
 * The chart of a key: an id, else what the attribute `indicator` says; of several the first.
 * @param {string} key
 */
function named(key) {
  const all = [...charts.keys()];
  const byId = key === "" ? [] : all.filter((chart) => hostOf(chart).id === key);
  return foremost(byId.length > 0 ? byId : all.filter((chart) => indicatorOf(hostOf(chart)) === key));
}

/** The one that stands first in the page. @param {Linked[]} some */
function foremost(some) {
  const before = (/** @type {Linked} */ one, /** @type {Linked} */ other) =>
    hostOf(one).compareDocumentPosition(hostOf(other)) & Node.DOCUMENT_POSITION_PRECEDING ? 1 : -1;
  return some.sort(before)[0];
}

/** @param {Linked} chart */
const hostOf = (chart) => /** @type {HTMLElement} */ (charts.get(chart));

/** @param {HTMLElement} host */
const indicatorOf = (host) => (host.getAttribute("indicator") ?? "").trim();

/** Whether at least half of a chart is on the screen, or half the screen is full of it. @param {Linked} chart */
function seen(chart) {
  const { top, bottom, height } = hostOf(chart).getBoundingClientRect();
  return 2 * (Math.min(bottom, innerHeight) - Math.max(top, 0)) >= Math.min(height, innerHeight);
}

/** The focus stays where it is, and nothing glides: who asked for less motion gets what everyone does. @param {Linked} chart */
function bring(chart) {
  const host = hostOf(chart);
  const block = host.getBoundingClientRect().height < innerHeight ? "center" : "start";
  host.scrollIntoView({ behavior: "instant", block });
}
