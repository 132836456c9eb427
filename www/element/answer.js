// Turns what was asked for last into a promise that settles once: whether it was drawn.

export class Answer {
  /** @type {Promise<boolean>} */
  promise;
  /** @type {(drawn: boolean) => void} */
  #resolve = () => undefined;
  #settled = true;

  constructor() {
    this.promise = this.#opened();
  }

  /** Something else is asked for; who waits for what was asked before hears of this one. */
  open() {
    if (this.#settled) this.promise = this.#opened();
  }

  /** @param {boolean} drawn */
  settle(drawn) {
    this.#settled = true;
    this.#resolve(drawn);
  }

  #opened() {
    this.#settled = false;
    return new Promise((/** @type {(drawn: boolean) => void} */ resolve) => {
      this.#resolve = resolve;
    });
  }
}
