// Turns the line of the page that says where a figure is printed into its parts, as text.

/**
 * @typedef {object} Citation
 * @property {string} indicator
 * @property {string} when
 * @property {string} value
 * @property {string} status
 * @property {string} printed
 * @property {string} place
 * @property {string} note
 * @property {string} rest all of the line, where it has no such parts; empty where there is no line
 */

/** @param {HTMLAnchorElement} link @returns {Citation} */
export function citationOf(link) {
  const root = /** @type {Document | ShadowRoot} */ (link.getRootNode());
  const line = root.getElementById?.(decoded(link.hash.slice(1)));
  const text = (/** @type {string} */ selector) => (line?.querySelector(selector)?.textContent ?? "").trim();
  const place = text(".figure-place");
  return {
    indicator: text("b"),
    when: text(".figure-when"),
    value: text(".figure-value") || (link.textContent ?? "").trim(),
    status: text(".figure-status"),
    printed: text(".figure-printed"),
    place,
    note: text(".figure-note"),
    rest: place ? "" : (line?.textContent ?? "").trim(),
  };
}

/** @param {string} hash */
function decoded(hash) {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}
