// Turns an element's two sizes into the factor that `transform` and `zoom` put between its own px and the window's.

/** What rounding of the own size makes of no scaling at all. */
const ROUNDING = 0.005;

/**
 * Px in the window for one px of the element.
 * @param {HTMLElement} element
 * @param {DOMRect} box of the element in the window
 */
export function scaleOf(element, box) {
  const across = box.width / element.offsetWidth;
  return across > 0 && Number.isFinite(across) && Math.abs(across - 1) > ROUNDING ? across : 1;
}
