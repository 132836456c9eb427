// A frame that is none of ours and says what a test has it say.
"use strict";
/** @type {any} */ (globalThis).send = (/** @type {unknown} */ data) => {
  parent.postMessage(data, "*");
  // Messages keep their order: who hears this has heard the one before.
  parent.postMessage({ sent: true }, "*");
};
/** @type {any} */ (globalThis).sendTo = (/** @type {Window} */ other, /** @type {unknown} */ data) => other.postMessage(data, "*");
