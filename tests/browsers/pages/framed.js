// Keeps what a page hears from its frames, and what its policy refused.
"use strict";
(() => {
  /** @type {{said: {data: any, origin: string}[], violations: string[]}} */
  const framed = { said: [], violations: [] };
  /** @type {any} */ (globalThis).framed = framed;
  addEventListener("message", ({ data, origin }) => {
    if (data) framed.said.push({ data, origin });
  });
  document.addEventListener("securitypolicyviolation", (event) => framed.violations.push(event.violatedDirective));
})();
