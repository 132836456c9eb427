// Turns a page's iframes of `embed.html` into frames that are as tall as their chart, and that wear the page's colours and
// speak its language. The built file, `indicator-chart-frame.js`, has at most 1,024 bytes.

(() => {
  const TYPE = "indicator-chart:";
  /** Frames come from where this script comes from; no other document in the page is obeyed. */
  const home = new URL("/", /** @type {HTMLScriptElement} */ (document.currentScript).src).href;
  /** What each frame that has spoken was told. @type {Map<HTMLIFrameElement, string>} */
  const told = new Map();

  /**
   * The value of an attribute here or on the closest ancestor.
   * @param {Element} at
   * @param {string} name
   */
  const near = (at, name) => at.closest(`[${name}]`)?.getAttribute(name);

  /** @param {HTMLIFrameElement} frame */
  const tell = (frame) => {
    const { colorScheme } = getComputedStyle(frame.parentElement ?? frame);
    const theme = near(frame, "data-theme") ?? (/^(light|dark)$/.test(colorScheme) ? colorScheme : "");
    const lang = near(frame.parentElement ?? frame, "lang") ?? "";
    const news = theme + " " + lang;
    if (told.get(frame) === news) return;
    told.set(frame, news);
    // A frame of another scheme than its document's would have an opaque ground.
    frame.style.colorScheme = theme;
    frame.contentWindow?.postMessage({ type: TYPE + "host", theme, lang }, "*");
  };

  addEventListener("message", ({ data, source, origin }) => {
    if (!source || data?.type !== TYPE + "height") return;
    for (const frame of document.querySelectorAll("iframe")) {
      // What has gone elsewhere in the frame is not heard; a sandboxed one has no origin.
      const same = origin + "/" === home || (origin === "null" && frame.hasAttribute("sandbox"));
      if (frame.contentWindow !== source || !same || !frame.src.startsWith(home)) continue;
      const { height, first } = data;
      if (first) told.delete(frame);
      tell(frame);
      if (Number.isFinite(height) && height > 0 && height <= 20000) frame.style.height = height + "px";
    }
  });

  new MutationObserver(() => told.forEach((_, frame) => (frame.isConnected ? tell(frame) : told.delete(frame)))).observe(document, {
    subtree: true,
    attributeFilter: ["data-theme", "lang", "class"],
  });
})();
