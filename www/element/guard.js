// Turns a call that may fail in the engine into its answer, and a failure into another instance or a message.

import { Trap } from "./fence.js";
import { Problem } from "./problem.js";

/** A chart that trapped this often is no longer tried. */
const MOST_TRAPS = 2;

/** @import {Model} from "./model.js" */

/**
 * @typedef {object} Ward
 * @property {() => Model} model of the chart
 * @property {() => void} again the instance was replaced already: make the chart anew
 * @property {(error: unknown) => void} failed the error is to be shown
 */

export class Guard {
  /** Why nothing is drawn; until something changes, it is not tried again. @type {unknown} */
  error;
  #ward;
  #traps = 0;

  /** @param {Ward} ward */
  constructor(ward) {
    this.#ward = ward;
  }

  /** Another spec deserves all its tries. */
  pardon() {
    this.#traps = 0;
  }

  /**
   * What is known before another try; a chart that trapped too often gets none.
   * @param {unknown} error
   */
  reset(error) {
    if (this.#traps < MOST_TRAPS) this.error = error;
  }

  /**
   * Runs something that may fail in the engine. A trap has the engine replaced; any other error is shown.
   * @template T
   * @param {() => T} work
   * @returns {T | undefined}
   */
  run(work) {
    try {
      return work();
    } catch (error) {
      if (error instanceof Trap) this.#trapped(error.cause);
      else this.fail(error);
      return undefined;
    }
  }

  /** @param {unknown} error */
  fail(error) {
    this.error = error;
    this.#ward.failed(error);
  }

  /** @param {unknown} error */
  #trapped(error) {
    this.#traps += 1;
    const model = this.#ward.model();
    model.forget();
    console.warn("indicator-chart: the engine stopped and is started again", error);
    if (this.#traps >= MOST_TRAPS) this.fail(new Problem("engine-trap", [], error));
    // The others of this page go on, so the instance is replaced either way.
    const { generation, engine } = model;
    if (generation === engine.generation) engine.replace(generation);
    else this.#ward.again();
  }
}
