// A frame that is none of ours and says what a test has it say.
"use strict";
// In a task of its own: called from another window, one engine names that window as the sender.
/** @type {any} */ (globalThis).send = (/** @type {unknown} */ data) => setTimeout(() => {
  parent.postMessage(data, "*");
  // Messages keep their order: who hears this has heard the one before.
  parent.postMessage({ sent: true }, "*");
});
/** @type {any} */ (globalThis).sendTo = (/** @type {Window} */ other, /** @type {unknown} */ data) =>
  setTimeout(() => other.postMessage(data, "*"));

// One that nobody can call says at once what its address has it say.
const says = new URLSearchParams(location.search).get("says");
if (says) /** @type {any} */ (globalThis).send({ type: "indicator-chart:height", id: "indicator-chart", height: Number(says) });
