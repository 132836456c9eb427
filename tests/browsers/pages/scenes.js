// Draws the charts of the gallery: on a canvas against their SVG, and their texts against the ink of a real font.

/** Marks that a chart seldom has: strokes of 1.5 px, a line that leaves its plot, one through what is no number. */
const TRIAL = "trial-640";
const FAMILY = '"Noto Sans CJK SC", sans-serif';
/** The two looks that charts are compared in, by turns. */
const LOOKS = [
  { width: 360, theme: "light", lang: "zh-CN" },
  { width: 900, theme: "dark", lang: "en" },
];
/** Widths of places at which texts are measured, CSS px. */
const WIDTHS = [280, 360, 640, 1200];
/** No text is set smaller, CSS px. */
const LEAST = 12;
/** How far boxes may reach into each other: what a screen rounds away. */
const SLACK = 0.5;
/** WebKit gives a text's advance for its ink: boxes that meet no deeper are looked at pixel by pixel, CSS px. */
const SHALLOW = 2;
/** How different a pixel must be to count as another one. */
const THRESHOLD = 0.1;

/** @typedef {{width: number, theme: string, lang: string}} Look */
/** @typedef {{left: number, top: number, right: number, bottom: number, text: string, x: number, y: number, font: string}} Ink */

/** Comes from the packages of these tests. @type {typeof import("pixelmatch").default} */
let pixelmatch;

/** The canvases of one comparison. @type {HTMLCanvasElement[]} */
let used = [];

/**
 * In the page and with a language, as the element's canvases are: how close two full-width marks stand follows both.
 * @param {number} width
 * @param {number} height
 * @param {string} [lang]
 */
function surface(width, height, lang = "zh-CN") {
  const canvas = document.createElement("canvas");
  canvas.lang = lang;
  document.body.append(canvas);
  canvas.width = width;
  canvas.height = height;
  used.push(canvas);
  return canvas;
}

/** Gives the pixels back. */
function release() {
  for (const canvas of used) {
    canvas.width = canvas.height = 0;
    canvas.remove();
  }
  used = [];
}

/**
 * As a browser shows the SVG on a screen of that many device px: laid out for it, not magnified afterwards.
 * @param {string} svg
 * @param {number} width
 * @param {number} height device px
 */
async function rasterised(svg, width, height) {
  const parsed = new DOMParser().parseFromString(svg, "image/svg+xml");
  const root = parsed.documentElement;
  if (!root.hasAttribute("viewBox")) throw new Error("the SVG has no viewBox, so it cannot be scaled");
  root.setAttribute("width", String(width));
  root.setAttribute("height", String(height));
  const text = new XMLSerializer().serializeToString(parsed);
  const address = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = surface(width, height);
    canvas.getContext("2d")?.drawImage(image, 0, 0, width, height);
    return canvas;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** A clear ground would hide differences of alpha. @param {HTMLCanvasElement} canvas */
function onPaper(canvas) {
  const paper = surface(canvas.width, canvas.height);
  const context = paper.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("no 2D context");
  context.fillStyle = "#808080";
  context.fillRect(0, 0, paper.width, paper.height);
  context.drawImage(canvas, 0, 0);
  return context;
}

/**
 * The share of the pixels that differ, and the pictures where they are asked for.
 * @param {HTMLCanvasElement} base
 * @param {HTMLCanvasElement} other
 * @param {boolean} kept
 */
function compared(base, other, kept) {
  const { width, height } = base;
  const [one, two] = [onPaper(base), onPaper(other)];
  const [left, right] = [one.getImageData(0, 0, width, height), two.getImageData(0, 0, width, height)];
  const colors = new Set(new Uint32Array(left.data.buffer));
  if (colors.size < 4) throw new Error("the canvas is blank");
  const diff = new ImageData(width, height);
  const differing = pixelmatch(left.data, right.data, diff.data, width, height, { threshold: THRESHOLD });
  const result = { share: differing / (width * height), pictures: /** @type {Record<string, string>} */ ({}) };
  if (kept) {
    result.pictures = { canvas: one.canvas.toDataURL("image/png"), svg: two.canvas.toDataURL("image/png") };
    one.putImageData(diff, 0, 0);
    result.pictures["diff"] = one.canvas.toDataURL("image/png");
  }
  return result;
}

/** Attributes of the element that are the page's own business. */
const OTHER = ["heights", "id", "src", "class"];

/**
 * What the element would ask the engine for.
 * @param {Element} chart
 * @param {Look} look
 */
function specOf(chart, { theme, lang }) {
  /** @type {Record<string, string>} */
  const spec = { theme, lang };
  for (const { name, value } of chart.attributes) {
    if (name.startsWith("data-") || OTHER.includes(name)) continue;
    const english = lang === "en" ? chart.getAttribute(`data-en-${name}`) : null;
    spec[name] = english ?? value;
  }
  return spec;
}

/** The charts of the gallery that are meant to be drawn, by id. @returns {Promise<Map<string, Element>>} */
async function gallery() {
  const response = await fetch("/gallery.html");
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const charts = page.querySelectorAll("indicator-chart:not([data-refused])");
  return new Map([...charts].map((chart) => [chart.id, chart]));
}

/**
 * The ink of a picture's texts, in CSS px.
 * @param {string} svg
 * @param {CanvasRenderingContext2D} pen
 * @param {string} family
 * @returns {{inks: Ink[], faults: string[]}}
 */
function inked(svg, pen, family) {
  const page = new DOMParser().parseFromString(svg, "image/svg+xml");
  /** @type {Ink[]} */
  const inks = [];
  const faults = [];
  for (const each of page.querySelectorAll("text")) {
    const whole = each.textContent ?? "";
    const text = whole.trim();
    const [x, y, size] = ["x", "y", "font-size"].map((name) => Number(each.getAttribute(name)));
    if (x === undefined || y === undefined || size === undefined) continue;
    if (size < LEAST) faults.push(`“${text}” is set in ${size} px`);
    pen.font = `${each.getAttribute("font-weight") ?? 400} ${size}px ${family}`;
    const full = pen.measureText(whole).width;
    const anchor = each.getAttribute("text-anchor");
    // A blank at its start moves a text and is no ink.
    const blank = pen.measureText(whole.slice(0, whole.length - whole.trimStart().length)).width;
    const start = x - (anchor === "middle" ? full / 2 : anchor === "end" ? full : 0) + blank;
    const box = pen.measureText(text);
    inks.push({
      left: start - box.actualBoundingBoxLeft,
      right: start + box.actualBoundingBoxRight,
      top: y - box.actualBoundingBoxAscent,
      bottom: y + box.actualBoundingBoxDescent,
      text,
      x: start,
      y,
      font: pen.font,
    });
  }
  return { inks, faults };
}

/**
 * Whether two texts ink a pixel in common.
 * @param {Ink} ink
 * @param {Ink} other
 * @param {string} lang
 */
function touch(ink, other, lang) {
  const [left, top] = [Math.floor(Math.min(ink.left, other.left)), Math.floor(Math.min(ink.top, other.top))];
  const [right, bottom] = [Math.max(ink.right, other.right) + 1, Math.max(ink.bottom, other.bottom) + 1];
  const [one, two] = [ink, other].map(({ text, x, y, font }) => {
    const context = surface(Math.ceil(right - left), Math.ceil(bottom - top), lang).getContext("2d");
    if (!context) throw new Error("no 2D context");
    Reflect.set(context, "textRendering", "optimizeLegibility");
    context.font = font;
    context.fillText(text, x - left, y - top);
    return context.getImageData(0, 0, context.canvas.width, context.canvas.height).data;
  });
  // A faint edge on a faint edge is what antialiasing makes of neighbours.
  for (let at = 3; one && two && at < one.length; at += 4) if (Math.min(one[at] ?? 0, two[at] ?? 0) > 64) return true;
  return false;
}

/**
 * @param {Ink[]} inks
 * @param {number} width
 * @param {number} height
 * @param {string} lang
 * @param {string[]} faults
 * @returns {number} how many pairs were looked at
 */
function apart(inks, width, height, lang, faults) {
  let pairs = 0;
  for (const [at, ink] of inks.entries()) {
    const out = Math.max(-ink.left, -ink.top, ink.right - width, ink.bottom - height);
    if (out > SLACK) faults.push(`“${ink.text}” is ${out.toFixed(1)} px outside`);
    for (const other of inks.slice(at + 1)) {
      pairs += 1;
      const across = Math.min(ink.right, other.right) - Math.max(ink.left, other.left);
      const down = Math.min(ink.bottom, other.bottom) - Math.max(ink.top, other.top);
      if (across > SLACK && down > SLACK && (Math.min(across, down) > SHALLOW || touch(ink, other, lang))) {
        faults.push(`“${ink.text}” and “${other.text}” share ${across.toFixed(1)} × ${down.toFixed(1)} px`);
      }
    }
  }
  return pairs;
}

/** @type {Scenes} */
const scenes = {
  ready: false,
  failure: undefined,
  names: [],
  compare: () => Promise.reject(new Error("the engine is not there yet")),
  measure: () => Promise.reject(new Error("the engine is not there yet")),
};
globalThis.scenes = scenes;

try {
  // The addresses are the server's, which no file of this project stands for.
  const [glue, own] = ["/engine/indicator_chart.js", "/trial/trial.js"];
  const [fonts, matching] = ["/element/font.js", "/modules/pixelmatch/index.js"];
  const [engine, trial, { factors }] = await Promise.all([import(glue), import(own), import(fonts)]);
  pixelmatch = (await import(matching)).default;
  await engine.default({ module_or_path: "/engine/indicator_chart_bg.wasm" });
  await trial.default({ module_or_path: "/trial/trial_bg.wasm" });
  const invented = new engine.Figures(new Uint8Array(await (await fetch("/invented.figures")).arrayBuffer()), "en");
  const charts = await gallery();
  const order = [...charts.keys()];
  /**
   * @param {string} name
   * @param {Look} look
   */
  const drawn = (name, look) => {
    const chart = charts.get(name);
    if (!chart) throw new Error(`no ${name} in the gallery`);
    const spec = specOf(chart, look);
    return chart.hasAttribute("src") ? new engine.Chart(spec, invented.share()) : new engine.Chart(spec);
  };

  scenes.names = [TRIAL, ...order];
  scenes.compare = async (name, ratio, kept) => {
    try {
      if (name === TRIAL) {
        const [across, down] = trial.size().map((/** @type {number} */ side) => Math.round(side * ratio));
        const canvas = surface(across, down);
        trial.paint(canvas, ratio, FAMILY);
        return compared(canvas, await rasterised(trial.document(FAMILY), across, down), kept);
      }
      const look = LOOKS[order.indexOf(name) % LOOKS.length] ?? { width: 640, theme: "light", lang: "zh-CN" };
      const width = Number(charts.get(name)?.getAttribute("data-width") ?? look.width);
      const chart = drawn(name, look);
      try {
        const [across, down] = [Math.round(width * ratio), Math.round(chart.resize(width) * ratio)];
        const lang = charts.get(name)?.getAttribute("lang") ?? look.lang;
        const [base, overlay] = [surface(across, down, lang), surface(across, down, lang)];
        chart.paint(base, overlay, ratio, 3);
        return compared(base, await rasterised(chart.svg(), across, down), kept);
      } finally {
        chart.free();
      }
    } finally {
      release();
    }
  };
  scenes.measure = async (name, family, fitted) => {
    const found = { texts: 0, pairs: 0, faults: /** @type {string[]} */ ([]) };
    for (const lang of ["zh-CN", "en"]) {
      const chart = drawn(name, { width: 0, theme: "light", lang });
      const spoken = charts.get(name)?.getAttribute("lang") ?? lang;
      const pen = surface(1, 1, spoken).getContext("2d");
      if (!pen) throw new Error("no 2D context");
      // As the engine inks.
      Reflect.set(pen, "textRendering", "optimizeLegibility");
      try {
        if (fitted) chart.setFont(family, ...factors(engine, family));
        for (const width of WIDTHS) {
          const height = chart.resize(width);
          const { inks, faults } = inked(chart.svg(), pen, family);
          found.pairs += apart(inks, width, height, spoken, faults);
          found.texts += inks.length;
          found.faults.push(...faults.map((fault) => `${name} ${width} ${lang}: ${fault}`));
        }
      } finally {
        chart.free();
        release();
      }
    }
    return found;
  };
  scenes.ready = true;
} catch (error) {
  scenes.failure = error instanceof Error ? `${error.message}\n${error.stack}` : String(error);
}
