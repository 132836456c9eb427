// Turns a chart into files: a picture at twice its size, a drawing, a table of figures.

import { make } from "../shell.js";
import { DAMAGE, backing } from "../view.js";

/** @import {Chart} from "../types.js" */

/** Device pixels a CSS px of the saved picture. */
const RATIO = 2;
/** A browser has fetched what it saves long before. */
const KEPT_MS = 60_000;
/** Characters of a name. */
const MOST = 60;

/**
 * Inks the picture as the reader sees it on a canvas of its own.
 * @param {Chart} chart
 * @param {number} width CSS px
 * @param {number} height CSS px
 * @param {string} lang of its texts: a canvas outside of the page has none, and would take another font
 * @param {number} [scale] device pixels a CSS px; fewer where a canvas cannot hold so many
 * @returns {Promise<Blob>}
 */
export function picture(chart, width, height, lang, scale = RATIO) {
  const size = backing(width, height, scale);
  const [base, over] = [make("canvas"), make("canvas")];
  base.lang = lang;
  base.width = size.width;
  base.height = size.height;
  over.width = over.height = 1;
  chart.paint(base, over, size.ratio, DAMAGE.scene);
  return new Promise((resolve, reject) => {
    base.toBlob((blob) => {
      // The pixels go back at once.
      base.width = base.height = 0;
      if (blob) resolve(blob);
      else reject(new Error("PNG"));
    }, "image/png");
  });
}

/**
 * Offers a file; throws where the browser takes none.
 * @param {Blob} blob
 * @param {string} name
 * @param {HTMLElement} place for the anchor that is clicked
 */
export function save(blob, name, place) {
  const anchor = make("a");
  const address = URL.createObjectURL(blob);
  anchor.href = address;
  anchor.download = name;
  anchor.hidden = true;
  place.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}

/**
 * A name of a file: the heading, without what a file system refuses.
 * @param {string} heading
 * @param {string} extension
 */
export function named(heading, extension) {
  const safe = heading.replace(/[\u0000-\u001f\u007f<>:"/\\|?*\u202a-\u202e\u2066-\u2069]+/gu, " ").replace(/\s+/gu, " ");
  const short = Array.from(safe).slice(0, MOST).join("").replace(/^[. ]+|[. ]+$/gu, "");
  return `${short || "indicator-chart"}.${extension}`;
}
