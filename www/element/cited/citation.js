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
 * @property {string} form what was computed; empty of what is printed
 * @property {Citation[]} basis what it was computed from
 * @property {string} rest all of the line, where it has no such parts; empty where there is no line
 */

/** @param {HTMLAnchorElement} link @returns {Citation} */
export function citationOf(link) {
  const line = lineOf(link);
  const cited = read(line, (link.textContent ?? "").trim());
  /** @type {HTMLAnchorElement[]} */
  const links = line ? [...line.querySelectorAll(/** @type {"a"} */ (".figure-basis a[href^='#']"))] : [];
  // What a figure was computed from is printed; no line of those rests on another.
  cited.basis = links.map((each) => read(lineOf(each), (each.textContent ?? "").trim()));
  return cited;
}

/** @param {HTMLAnchorElement} link */
function lineOf(link) {
  const root = /** @type {Document | ShadowRoot} */ (link.getRootNode());
  return root.getElementById?.(decoded(link.hash.slice(1)));
}

/** @param {Element | null | undefined} line @param {string} told what its link says @returns {Citation} */
function read(line, told) {
  const text = (/** @type {string} */ selector) => (line?.querySelector(selector)?.textContent ?? "").trim();
  const [place, form, printed] = [text(".figure-place"), text(".figure-form"), text(".figure-printed")];
  return {
    indicator: text("b"),
    when: text(".figure-when"),
    // A line leaves out a value that the document prints in the same characters.
    value: text(".figure-value") || (line && printed ? printed : told),
    status: text(".figure-status"),
    printed,
    place,
    note: text(".figure-note"),
    form,
    basis: [],
    rest: place || form ? "" : (line?.textContent ?? "").trim(),
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
