// Turns what was measured, round by round, into medians and ratios.
import { NONE } from "./libraries.js";
import { median } from "./measures.js";

/** @typedef {import("./measures.js").Figures} Figures */

/** What is as it is: not less for what the empty page has. */
const GROSS = /^(bytes|wasm|cold page, until)/;

export class Results {
  /** By library, then by figure: a value a round. @type {Map<string, Map<string, number[]>>} */
  #values = new Map();
  /** What could not be measured, and why. @type {Map<string, string>} */
  faults = new Map();

  /** @param {string} name @param {number} round @param {Figures} figures */
  add(name, round, figures) {
    const known = this.#values.get(name) ?? new Map();
    this.#values.set(name, known);
    for (const [figure, value] of Object.entries(figures)) {
      const rounds = known.get(figure) ?? [];
      rounds[round] = value;
      known.set(figure, rounds);
    }
  }

  /** All figures, in the order in which they came. */
  figures() {
    return [...new Set([...this.#values.values()].flatMap((known) => [...known.keys()]))];
  }

  /** A value a round, less what the page without a chart had in that round. @param {string} name @param {string} figure @returns {number[]} */
  rounds(name, figure) {
    const own = this.#values.get(name)?.get(figure) ?? [];
    const empty = name === NONE || GROSS.test(figure) ? [] : (this.#values.get(NONE)?.get(figure) ?? []);
    return own.flatMap((value, round) => (value === undefined ? [] : [Math.max(value - (empty[round] ?? 0), 0)]));
  }

  /** @param {string} name @param {string} figure */
  median(name, figure) {
    const rounds = this.rounds(name, figure);
    return rounds.length > 0 ? median(rounds) : undefined;
  }

  /**
   * One figure as a multiple of another, round by round.
   * @param {[name: string, figure: string]} upper
   * @param {[name: string, figure: string]} lower
   */
  ratios(upper, lower) {
    const [above, below] = [this.rounds(...upper), this.rounds(...lower)];
    return above.flatMap((value, round) => (below[round] ? [value / below[round]] : []));
  }
}
