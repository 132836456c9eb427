// Turns a run of readings into the last one, said once, in a polite live region.

/** Keys held down pass many points; only the one that they stop at is worth saying. */
const PAUSE_MS = 150;

export class Announcer {
  #region;
  #clock = 0;

  /** @param {HTMLElement} region */
  constructor(region) {
    this.#region = region;
  }

  /** @param {string} text empty to fall silent */
  say(text) {
    clearTimeout(this.#clock);
    this.#clock = setTimeout(() => {
      // The same words again would be said again.
      if (this.#region.textContent !== text) this.#region.textContent = text;
    }, PAUSE_MS);
  }

  stop() {
    clearTimeout(this.#clock);
    this.#region.textContent = "";
  }
}
