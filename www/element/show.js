// Turns the list of what is shown into what stands around the picture; the engine does the same for what stands in it.

/**
 * @param {HTMLElement} frame
 * @param {unknown} given words separated by blanks; all is shown where there are none, and the engine names wrong ones
 */
export function show(frame, given) {
  const words = String(given ?? "").split(/\s+/).filter(Boolean);
  for (const part of ["heading", "bar"]) {
    frame.classList.toggle(`no-${part}`, words.length > 0 && !words.includes(part));
  }
}
