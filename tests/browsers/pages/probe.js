// The first script of a test page: keeps errors, the element's events, and which canvas was drawn in which frame.
"use strict";
(() => {
  /** @type {Probe} */
  const probe = { errors: [], events: [], draws: [], frame: 0, traps: 0, memories: [] };
  globalThis.probe = probe;

  addEventListener("error", (event) => {
    // A size that changed again within a frame is told in the next one: a busy machine's notice, no error.
    if (event.message && !event.message.startsWith("ResizeObserver loop")) probe.errors.push(event.message);
  });
  addEventListener("unhandledrejection", (event) => probe.errors.push(`unhandled: ${event.reason}`));
  const error = console.error.bind(console);
  console.error = (...said) => {
    probe.errors.push(said.map(String).join(" "));
    error(...said);
  };

  for (const name of ["ready", "hover", "select", "state", "error", "warning", "revised"]) {
    document.addEventListener(`indicator-${name}`, (event) => {
      const target = event.target;
      const detail = event instanceof CustomEvent ? event.detail : undefined;
      probe.events.push({
        name,
        id: target instanceof Element ? target.id : "",
        detail: detail === undefined || detail === null ? null : JSON.parse(JSON.stringify(detail)),
      });
    });
  }

  // Where a test wants it, the next chart that is asked for its label is looked for far outside the memory: a real trap.
  if (typeof WebAssembly === "object") {
    const instantiate = WebAssembly.instantiate;
    WebAssembly.instantiate = /** @type {any} */ (async (/** @type {any} */ module, /** @type {any} */ imports) => {
      const instance = /** @type {any} */ (await instantiate(module, imports));
      if (instance.exports?.memory) probe.memories.push(instance.exports.memory);
      const label = instance.exports?.chart_label;
      if (!label) return instance;
      const trapping = (/** @type {number} */ out, /** @type {number} */ chart) => {
        const stop = probe.traps > 0;
        if (stop) probe.traps -= 1;
        return label(out, stop ? 0x7ffffff0 : chart);
      };
      return { exports: { ...instance.exports, chart_label: trapping } };
    });
  }

  const tick = () => {
    probe.frame += 1;
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);

  // Everything drawn on one canvas before the script yields counts as one drawing.
  /** @type {Set<HTMLCanvasElement>} */
  const open = new Set();
  /** @param {HTMLCanvasElement} canvas */
  const drawn = (canvas) => {
    if (open.has(canvas)) return;
    open.add(canvas);
    queueMicrotask(() => open.delete(canvas));
    const root = canvas.getRootNode();
    const host = root instanceof ShadowRoot ? root.host.id : "";
    probe.draws.push({ canvas: canvas.className, host, frame: probe.frame });
  };
  const type = CanvasRenderingContext2D.prototype;
  for (const name of /** @type {const} */ (["fill", "stroke", "fillRect", "strokeRect", "fillText"])) {
    const original = /** @type {(this: CanvasRenderingContext2D, ...args: any[]) => void} */ (type[name]);
    Object.defineProperty(type, name, {
      configurable: true,
      writable: true,
      /** @this {CanvasRenderingContext2D} @param {any[]} args */
      value(...args) {
        drawn(this.canvas);
        return original.apply(this, args);
      },
    });
  }
})();
