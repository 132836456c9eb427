// Turns a picture's size in CSS px into two stacked canvases of the right resolution, and has them inked.

import { Problem } from "./problem.js";

/** @import {Chart} from "./types.js" */

/** Longest side that every browser's canvas can have. */
const MOST_SIDE = 16_384;
/** With fewer device pixels a CSS px, the picture could not be read. */
const LEAST_RATIO = 0.25;

/** iOS gives no canvas beyond this; elsewhere it keeps a page's memory in bounds. */
export const MOST_PIXELS = 16_777_216;

/** Ordered: the greater one includes the smaller. */
export const DAMAGE = { none: 0, overlay: 1, scene: 2, layout: 3 };

/**
 * Backing store of a canvas, and the ratio that it really has.
 * @param {number} width CSS px
 * @param {number} height CSS px
 * @param {number} ratio device pixels a CSS px
 */
export function backing(width, height, ratio) {
  const most = Math.min(Math.sqrt(MOST_PIXELS / (width * height)), MOST_SIDE / Math.max(width, height));
  let used = Math.min(ratio, most);
  // Rounding up both sides can step over the limit.
  if (Math.round(width * used) * Math.round(height * used) > MOST_PIXELS) used *= 0.999;
  if (used < ratio && used < LEAST_RATIO) throw new Problem("too-large", [String(width), String(Math.round(height))]);
  return {
    width: Math.max(1, Math.round(width * used)),
    height: Math.max(1, Math.round(height * used)),
    ratio: used,
  };
}

export class View {
  #base;
  #overlay;
  #ratio = 1;
  /** Whether the overlay has pixels: none before there is something to show on it, and most charts of a page never do. */
  #over = false;

  /**
   * @param {HTMLCanvasElement} base the picture
   * @param {HTMLCanvasElement} overlay crosshair and focus ring
   */
  constructor(base, overlay) {
    this.#base = base;
    this.#overlay = overlay;
    overlay.width = 0;
  }

  /**
   * Gives the canvases a size; says whether the picture was emptied by it.
   * @param {number} width CSS px
   * @param {number} height CSS px
   * @param {boolean} over whether there may be something to show on the overlay
   */
  fit(width, height, over) {
    const size = backing(width, height, devicePixelRatio || 1);
    this.#ratio = size.ratio;
    this.#over ||= over;
    if (this.#over) sized(this.#overlay, size);
    return sized(this.#base, size);
  }

  /**
   * @param {Chart} chart
   * @param {number} damage
   */
  paint(chart, damage) {
    chart.paint(this.#base, this.#overlay, this.#ratio, damage);
  }

  /** Gives the pixels back; WebKit keeps them as long as the element lives. */
  release() {
    this.#over = false;
    for (const canvas of [this.#base, this.#overlay]) {
      canvas.width = 0;
      canvas.height = 0;
    }
  }
}

/**
 * Whether it had another size before.
 * @param {HTMLCanvasElement} canvas
 * @param {ReturnType<typeof backing>} size
 */
function sized(canvas, { width, height, ratio }) {
  if (canvas.width === width && canvas.height === height) return false;
  canvas.width = width;
  canvas.height = height;
  // One backing pixel is exactly one device pixel, so nothing is resampled.
  canvas.style.width = `${width / ratio}px`;
  canvas.style.height = `${height / ratio}px`;
  if (!canvas.getContext("2d")) throw new Problem("canvas-refused");
  return true;
}
