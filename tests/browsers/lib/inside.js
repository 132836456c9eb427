// Turns the name of a chart and a selector into an element of its shadow tree; runs in the page.

/**
 * @param {string} id
 * @param {string} selector in the shadow tree; in the page where it begins with ":page "
 * @returns {Element | null}
 */
export function inside(id, selector) {
  if (selector.startsWith(":page ")) return document.querySelector(selector.slice(6));
  return document.getElementById(id)?.shadowRoot?.querySelector(selector) ?? null;
}
