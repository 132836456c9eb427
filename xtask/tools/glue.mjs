// Turns wasm-bindgen's module into a function that makes one copy of it after the other, each with its own instance.
//
// After a trap the engine needs a fresh instance. wasm-bindgen's own way blocks the page, which Chromium before 109
// refuses beyond 4 KB, and a second import of a script that holds all of the element would run all of it again.

/** From here on stands how wasm-bindgen fetches, compiles and starts, all of which the element does itself. */
const TAIL = "\nasync function __wbg_load(";

/** @param {string} text @param {string} start */
const count = (text, start) => text.split(start).length - 1;

/**
 * @param {string} source the module as wasm-bindgen wrote it
 * @returns {string} a module that exports `glue`
 */
export function factory(source) {
  for (const [needed, times] of [
    [TAIL, 1],
    ["\nfunction __wbg_get_imports() {", 1],
    ["\nfunction __wbg_finalize_init(instance, module) {", 1],
    ["import.meta", 0],
    ["\nimport ", 0],
  ]) {
    const found = count(source, /** @type {string} */ (needed));
    if (found !== times) throw new Error(`wasm-bindgen's glue has ${JSON.stringify(needed)} ${found} times, not ${times}: xtask/tools/glue.mjs must learn its new form`);
  }
  /** @type {string[]} */
  const names = [];
  const body = source.slice(0, source.indexOf(TAIL)).replace(/^export (?=(?:class|function) (\w+))/gmu, (_, name) => {
    names.push(name);
    return "";
  });
  if (/^export\b/mu.test(body)) throw new Error("wasm-bindgen's glue exports something that is no class and no function");
  return `export function glue() {
${body}
  return { imports: __wbg_get_imports, begin: __wbg_finalize_init, ${names.join(", ")} };
}
`;
}
