// Turns an error into what a reader sees in the widget, a page hears as an event, and a developer finds in the console.

import { Problem, kindOf } from "./problem.js";
import { tell } from "./reader.js";
import { make } from "./shell.js";
import { say, spoken } from "./words.js";

/** Failures that another try can mend. */
const MENDABLE = new Set([
  "bad-data",
  "engine-corrupt",
  "engine-denied",
  "engine-mismatch",
  "engine-missing",
  "engine-not-wasm",
  "engine-slow",
  "engine-unreachable",
  "figures-missing",
  "figures-refused",
  "figures-slow",
  "figures-unreachable",
  "part-missing",
]);

/** Whether another try may mend it, without anything else being changed in the page. @param {unknown} error */
export const mendable = (error) => error instanceof Problem && MENDABLE.has(error.kind);

/** What the console was told: eight charts of a page share one missing file. @type {Set<string>} */
const told = new Set();

/** A message names what was given; of a whole page of it, this many characters will do. */
const MOST_GIVEN = 200;
/** What was given may hold quotation marks itself; then the message as a whole is cut. */
const MOST_SAID = 1000;
/** Where an engine's message quotes what was given. */
const QUOTED = new RegExp(`“([^“”]{${MOST_GIVEN}})[^“”]+”`, "gu");

/**
 * @param {string} given
 * @param {number} most characters
 */
function cut(given, most = MOST_GIVEN) {
  // A character is one or two units; a pair is never torn.
  const start = Array.from(given.slice(0, 2 * most + 2));
  return start.length > most ? `${start.slice(0, most).join("")}…` : given;
}

/**
 * The kind and the sentence of an error, in the reader's language.
 * @param {unknown} error
 * @param {string} lang
 * @returns {{kind: string, message: string}}
 */
export function explained(error, lang) {
  if (error instanceof Problem) return { kind: error.kind, message: say(lang, error.kind, error.parts.map((part) => cut(part))) };
  const text = error instanceof Error ? error.message : String(error);
  // The engine speaks the chart's language itself.
  const kind = kindOf(error);
  if (kind) return { kind, message: cut(text.replace(QUOTED, "“$1…”"), MOST_SAID) };
  return { kind: "unexpected", message: say(lang, "unexpected", [cut(text)]) };
}

export class Message {
  #box;
  #retry;

  /**
   * @param {HTMLElement} box
   * @param {() => void} retry
   */
  constructor(box, retry) {
    this.#box = box;
    this.#retry = retry;
  }

  /**
   * @param {HTMLElement} host
   * @param {unknown} error
   * @param {string} lang
   */
  show(host, error, lang) {
    const detail = explained(error, lang);
    // What stands there already is not said again, and its button keeps the focus.
    if (this.#box.hidden || this.#box.firstChild?.textContent !== detail.message) this.#write(detail, lang, mendable(error));
    if (!told.has(detail.message)) {
      told.add(detail.message);
      const cause = error instanceof Problem && error.cause !== undefined ? [error.cause] : [];
      console.error(`indicator-chart: ${detail.message}`, ...cause);
    }
    tell(host, "indicator-error", detail);
  }

  /**
   * @param {{kind: string, message: string}} detail
   * @param {string} lang
   * @param {boolean} again whether another try may mend it
   */
  #write({ message }, lang, again) {
    // Written where it differs alone: who watches the tree for another language would hear of it.
    if (this.#box.lang !== spoken(lang)) this.#box.lang = spoken(lang);
    this.#box.replaceChildren(make("p", "", message));
    if (again) {
      const button = make("button", "", say(lang, "retry"));
      button.addEventListener("click", () => {
        this.hide();
        this.#retry();
      });
      this.#box.append(button);
    }
    this.#box.hidden = false;
  }

  hide() {
    this.#box.hidden = true;
    this.#box.replaceChildren();
  }
}
