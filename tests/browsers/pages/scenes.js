// Draws a scene twice, on a canvas and as an SVG picture on a canvas, and gives both away as PNG.

/** Specs of the charts that are compared, all drawn by the engine itself. */
const SPECS = {
  "line-640": { width: 640, spec: { indicator: "high-tech-enterprises", kind: "line" } },
  "line-320-dark": { width: 320, spec: { indicator: "high-tech-enterprises", kind: "line", theme: "dark" } },
  "line-cut-640": { width: 640, spec: { indicator: "high-tech-enterprises", kind: "line", from: "2023-06", to: "2024-03" } },
  "bar-640": { width: 640, spec: { indicator: "high-tech-enterprises", kind: "bar", lang: "en" } },
  "bullet-640": { width: 640, spec: { indicator: "rural-sewage-treatment-rate", kind: "bullet" } },
  "bullet-320": { width: 320, spec: { indicator: "cross-border-ecommerce-volume", kind: "bullet", lang: "en" } },
};

/** Marks that a chart seldom has: strokes of 1.5 px, a line that leaves its plot, one through what is no number. */
const TRIAL = "trial-640";
const FAMILY = '"Noto Sans CJK SC", sans-serif';

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
  return canvas;
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
  const context = paper.getContext("2d");
  if (context) {
    context.fillStyle = "#808080";
    context.fillRect(0, 0, paper.width, paper.height);
    context.drawImage(canvas, 0, 0);
  }
  return paper.toDataURL("image/png");
}

/** @type {Scenes} */
const scenes = {
  ready: false,
  failure: undefined,
  names: Object.keys(SPECS),
  compare: () => Promise.reject(new Error("the engine is not there yet")),
};
globalThis.scenes = scenes;

try {
  // The address is the server's, which no file of this project stands for.
  const glue = "/engine/indicator_chart.js";
  const engine = await import(glue);
  await engine.default({ module_or_path: "/engine/indicator_chart_bg.wasm" });
  scenes.compare = async (name, ratio) => {
    const { width, spec } = SPECS[/** @type {keyof typeof SPECS} */ (name)];
    const chart = new engine.Chart({ theme: "light", lang: "zh-CN", ...spec });
    try {
      const height = chart.resize(width);
      const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)];
      const lang = "lang" in spec ? spec.lang : "zh-CN";
      const [base, overlay] = [surface(across, down, lang), surface(across, down, lang)];
      chart.paint(base, overlay, ratio, 3);
      return { canvas: onPaper(base), svg: onPaper(await rasterised(chart.svg(), across, down)) };
    } finally {
      chart.free();
    }
  };
  const own = "/trial/trial.js";
  const trial = await import(own);
  await trial.default({ module_or_path: "/trial/trial_bg.wasm" });
  const [wide, high] = trial.size();
  const charts = scenes.compare;
  scenes.names = [TRIAL, ...scenes.names];
  scenes.compare = async (name, ratio) => {
    if (name !== TRIAL) return charts(name, ratio);
    const [across, down] = [Math.round(wide * ratio), Math.round(high * ratio)];
    const canvas = surface(across, down);
    trial.paint(canvas, ratio, FAMILY);
    return { canvas: onPaper(canvas), svg: onPaper(await rasterised(trial.document(FAMILY), across, down)) };
  };
  scenes.ready = true;
} catch (error) {
  scenes.failure = String(error);
}
