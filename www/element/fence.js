// Turns a chart of the glue into one whose unexplained errors are traps, so that ours are not mistaken for them.

import { kindOf } from "./problem.js";

/** @import {Chart} from "./types.js" */

/** The engine stopped in the middle of a call; its instance is not to be trusted any more. */
export class Trap extends Error {
  /** @param {unknown} cause */
  constructor(cause) {
    super("the engine stopped");
    this.name = "Trap";
    this.cause = cause;
  }
}

/**
 * Runs a call into the glue. What the engine explains goes through; anything else that leaves it is a trap.
 * @template T
 * @param {() => T} call
 * @returns {T}
 */
export function calling(call) {
  try {
    return call();
  } catch (error) {
    throw kindOf(error) ? error : new Trap(error);
  }
}

/**
 * @param {Chart} chart
 * @returns {Chart}
 */
export function fenced(chart) {
  return new Proxy(chart, {
    get(target, name) {
      const part = Reflect.get(target, name);
      if (typeof part !== "function") return part;
      return (/** @type {unknown[]} */ ...given) => calling(() => Reflect.apply(part, target, given));
    },
  });
}
