// A script of test pages: keeps what stands where in every frame, and when pictures and charts came.
"use strict";
(() => {
  /** @type {Still} */
  const still = { places: [], frames: 0, shift: 0, moved: [], pictures: [], ready: [], first: undefined };
  globalThis.still = still;
  /** @type {string | undefined} */
  let last;
  const look = () => {
    const marks = [...document.querySelectorAll(".mark")].map((mark) => mark.getBoundingClientRect().top + scrollY);
    if (marks.length > 0) {
      still.frames += 1;
      const now = marks.join(" ");
      if (now !== last) still.places.push(now);
      last = now;
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  const seen = (/** @type {string} */ type, /** @type {(entry: any) => void} */ each) => {
    if (!globalThis.PerformanceObserver?.supportedEntryTypes?.includes(type)) return;
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
  };
  seen("layout-shift", (entry) => {
    still.shift += entry.value;
    for (const { node, previousRect: from, currentRect: to } of entry.sources) {
      const name = node instanceof Element ? `${node.localName}.${node.className}` : node?.parentElement?.localName;
      still.moved.push(`${name} ${[from, to].map(({ x, y, width, height }) => [x, y, width, height].join()).join(" → ")}`);
    }
  });
  seen("paint", (entry) => {
    if (entry.name === "first-contentful-paint") still.first = entry.startTime;
  });
  // On the document: such an event does not come to the window.
  document.addEventListener("load", ({ target }) => {
    if (target instanceof HTMLImageElement) still.pictures.push({ src: target.src, at: performance.now() });
  }, true);
  document.addEventListener("indicator-ready", () => still.ready.push(performance.now()));
})();
