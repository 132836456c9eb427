// A script of test pages before the element's: counts the calls into the engine and what is left of what was taken, keeps
// the engine's memory, and has a call trap.
"use strict";
(() => {
  /** @type {Meter} */
  const meter = { calls: {}, instances: 0, memory: undefined, trap: false, watches: 0, listeners: 0 };
  globalThis.meter = meter;

  /**
   * The instance with doors that count. A trap is a real one: the call is made with places far outside of the memory.
   * @param {{exports: WebAssembly.Exports}} instance
   * @returns {any}
   */
  const counted = (instance) => {
    /** @type {Record<string, unknown>} */
    const exports = {};
    for (const [name, part] of Object.entries(instance.exports)) {
      exports[name] = typeof part !== "function" ? part : (/** @type {unknown[]} */ ...given) => {
        meter.calls[name] = (meter.calls[name] ?? 0) + 1;
        const traps = meter.trap && /^chart_/u.test(name);
        if (traps) meter.trap = meter.trap === "always" ? "always" : false;
        return part(...given.map((each) => (traps ? 0x7ffffff0 : each)));
      };
    }
    meter.instances += 1;
    meter.memory = /** @type {WebAssembly.Memory} */ (instance.exports["memory"]);
    return { exports };
  };
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (/** @type {any} */ module, /** @type {any} */ imports) => {
    const made = /** @type {any} */ (await instantiate(module, imports));
    return made.instance ? { module: made.module, instance: counted(made.instance) } : counted(made);
  };

  // Observers and listeners on what outlives an element, less those that were taken away.
  /** @param {string} name */
  const watched = (name) => {
    const type = /** @type {any} */ (globalThis)[name].prototype;
    const { observe, disconnect } = type;
    /** @type {WeakSet<object>} */
    const active = new WeakSet();
    /** @this {object} @param {unknown[]} given */
    type.observe = function (...given) {
      if (!active.has(this)) meter.watches += 1;
      active.add(this);
      return observe.apply(this, given);
    };
    /** @this {object} */
    type.disconnect = function () {
      if (active.delete(this)) meter.watches -= 1;
      return disconnect.apply(this);
    };
  };
  for (const name of ["ResizeObserver", "IntersectionObserver", "MutationObserver"]) watched(name);
  for (const target of [document, window]) {
    const { addEventListener: add, removeEventListener: remove } = target;
    /** @param {unknown[]} given */
    target.addEventListener = (...given) => ((meter.listeners += 1), Reflect.apply(add, target, given));
    /** @param {unknown[]} given */
    target.removeEventListener = (...given) => ((meter.listeners -= 1), Reflect.apply(remove, target, given));
  }
})();
