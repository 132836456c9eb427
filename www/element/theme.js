// Turns a chart's place in the page, the reader's system and a newsroom's custom properties into theme and colours.

/** @import {Spec} from "./types.js" */

/** Colours a newsroom may set as `--indicator-…`; the engine knows them by the same names, without the hyphen. */
export const NAMES = ["paper", "ink", "muted", "grid", "accent", "context", "alert"];
for (let each = 1; each <= 6; each += 1) NAMES.push(`series-${each}`);

/** What colours a brand and may go on paper; ground and ink of paper are its own. */
const ON_PAPER = NAMES.slice(NAMES.indexOf("accent"));

/** The system's colours in the order of `NAMES`, each one that it promises to be readable on its canvas. */
const SYSTEM = [
  ...["Canvas", "CanvasText", "CanvasText", "GrayText", "LinkText", "GrayText", "CanvasText"],
  ...["LinkText", "CanvasText", "VisitedText", "GrayText", "Highlight", "ButtonText"],
];

/** Who asks for more contrast gets it, in the same light. @type {Record<string, string>} */
const FIRM = { light: "contrast", dark: "contrast-dark" };

/** What the style sheet starts from: ground and ink. */
const GROUNDS = { light: ["#ffffff", "#1b1f24"], dark: ["#15181c", "#e9ebee"] };

/** What changes here changes the picture. */
export const MEDIA = ["(prefers-color-scheme: dark)", "(prefers-contrast: more)", "(forced-colors: active)"];

/** @param {string} query */
const holds = (query) => matchMedia(query).matches;

/**
 * Theme and colours of a chart. Paper comes before everything, then the system's forced colours; light or dark is the
 * author's to say, and the page's where the author does not; more contrast is the reader's. A newsroom's colours hold
 * where the reader asked for none.
 * @param {HTMLElement} host
 * @param {unknown} own what the author wrote, if anything
 * @param {string} page the theme that the page is marked with; empty where it is not
 * @param {boolean} printing
 * @returns {Spec}
 */
export function dressed(host, own, page, printing) {
  if (holds("(forced-colors: active)") && !printing) {
    const colors = mixed(host, NAMES, (_, at) => SYSTEM[at] ?? "");
    return { theme: dark(colors["paper"] ?? "") ? "dark" : "light", colors: written(colors) };
  }
  const style = getComputedStyle(host);
  const colors = mixed(host, NAMES, (name) => style.getPropertyValue(`--indicator-${name}`).trim());
  const theme = own || lightOrDark(page, colors["paper"]);
  if (printing) return { theme: "print", colors: theme === "light" ? written(colors, ON_PAPER) : "" };
  const firm = typeof theme === "string" && holds("(prefers-contrast: more)") ? FIRM[theme] : undefined;
  if (firm) return { theme: firm, colors: "" };
  return { theme, colors: theme === "light" || theme === "dark" || theme === "print" ? written(colors) : "" };
}

/**
 * @param {string} page
 * @param {string | undefined} paper a newsroom's own; the rest must be readable on it
 */
function lightOrDark(page, paper) {
  if (paper !== undefined) return dark(paper) ? "dark" : "light";
  if (page === "light" || page === "dark") return page;
  return holds("(prefers-color-scheme: dark)") ? "dark" : "light";
}

/** All that this file has a say in. @param {Spec} spec */
export const dressOf = (spec) => `${spec["theme"]} ${spec["colors"]}`;

/**
 * Gives the element's own parts the colours of the picture.
 * @param {HTMLElement} frame
 * @param {Spec} spec
 * @returns {string} the dress that it now wears
 */
export function tint(frame, spec) {
  for (const name of ["dark", "contrast", "contrast-dark", "print"]) frame.classList.toggle(name, spec["theme"] === name);
  const own = Object.fromEntries(String(spec["colors"] ?? "").split(", ").map((entry) => entry.split(" ")));
  const shade = spec["theme"] === "dark" ? "dark" : "light";
  /** @type {Record<string, string | undefined>} */
  const parts = { accent: own.accent, soft: own.muted, faint: own.grid };
  if (own.paper || own.ink) {
    const [paper = "", ink = ""] = [own.paper ?? GROUNDS[shade][0], own.ink ?? GROUNDS[shade][1]];
    const between = (/** @type {number} */ share) => blended(paper, ink, share);
    Object.assign(parts, { ground: paper, ink, paper: between(shade === "dark" ? 0.07 : 0) });
    parts["soft"] ??= between(0.7);
    parts["faint"] ??= between(0.18);
  }
  for (const name of ["ground", "paper", "ink", "soft", "faint", "accent"]) {
    const color = parts[name];
    if (color) frame.style.setProperty(`--ic-${name}`, color);
    else frame.style.removeProperty(`--ic-${name}`);
  }
  return dressOf(spec);
}

/**
 * Named colours as the engine takes them: opaque, in hex. What is no colour is left out.
 * @param {HTMLElement} host
 * @param {string[]} names
 * @param {(name: string, at: number) => string} given
 */
function mixed(host, names, given) {
  /** @type {Record<string, string>} */
  const colors = {};
  const probe = document.createElement("i");
  // Display and the system's forcing aside, a colour computes here as it would beside the chart.
  probe.style.cssText = "display: none; forced-color-adjust: none";
  for (const [at, name] of names.entries()) {
    const text = given(name, at);
    if (!text) continue;
    probe.style.color = "";
    probe.style.color = text;
    if (!probe.style.color) continue;
    if (!probe.parentNode) host.shadowRoot?.append(probe);
    const color = hex(getComputedStyle(probe).color, colors["paper"] ?? "#ffffff");
    if (color) colors[name] = color;
  }
  probe.remove();
  return colors;
}

/** @type {CanvasRenderingContext2D | null | undefined} */
let pen;

/**
 * A computed colour over paper, as `#rrggbb`; undefined where the canvas does not know its form.
 * @param {string} color
 * @param {string} paper
 */
function hex(color, paper) {
  pen ??= onePixel();
  if (!pen) return undefined;
  pen.fillStyle = "#010203";
  pen.fillStyle = color;
  const plain = String(pen.fillStyle);
  if (plain === "#010203" && !/^rgb\(1, 2, 3\)$/.test(color)) return undefined;
  if (/^#[0-9a-f]{6}$/.test(plain)) return plain;
  // See-through, or in a form with its own space: the canvas itself mixes it.
  for (const layer of [paper, color]) {
    pen.fillStyle = layer;
    pen.fillRect(0, 0, 1, 1);
  }
  return joined([...pen.getImageData(0, 0, 1, 1).data].slice(0, 3));
}

function onePixel() {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  return canvas.getContext("2d", { willReadFrequently: true });
}

/** @param {number[]} parts of a colour, 0 to 255 */
const joined = (parts) => `#${parts.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;

/** @param {string} color */
const parts = (color) => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));

/** @param {string} color @param {string} other @param {number} share of the other */
function blended(color, other, share) {
  const more = parts(other);
  return joined(parts(color).map((part, at) => part + ((more[at] ?? part) - part) * share));
}

/** @param {string} color */
function dark(color) {
  const [red = 0, green = 0, blue = 0] = parts(color);
  return red * 0.3 + green * 0.59 + blue * 0.11 < 128;
}

/**
 * @param {Record<string, string>} colors
 * @param {string[]} [names]
 */
function written(colors, names = NAMES) {
  const kept = names.filter((name) => colors[name] !== undefined);
  return kept.map((name) => `${name.replace("-", "")} ${colors[name]}`).join(", ");
}
