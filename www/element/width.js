// Turns the widths of a place into one that stands still where picture and scrollbar would chase each other.
//
// A picture that is lower when narrower takes the scrollbar away that made its place narrow; then the place is wide,
// the picture high, and the scrollbar back. The narrow picture fits either way, so it is kept.

/** More than any scrollbar takes; a larger change is meant, CSS px. */
const SCROLLBAR = 24;
/** A width that comes back this soon came back by our own doing: some frames, on a slow machine too. */
const SWING_MS = 250;
/** How long the narrow one is kept before the wide one is tried once more. */
const HOLD_MS = 1000;

/** @typedef {{width: number, at: number}} Seen */

export class Steady {
  #changed;
  /** The last two widths of the place, newest last. @type {Seen[]} */
  #seen = [];
  /** The width that is kept; 0 while none is. */
  #held = 0;
  #released = -Infinity;
  #clock = 0;

  /** @param {(width: number) => void} changed told each width that is to be drawn */
  constructor(changed) {
    this.#changed = changed;
  }

  /**
   * @param {number} width of the place, whole CSS px
   * @param {number} at ms
   */
  measured(width, at) {
    const last = this.#seen[this.#seen.length - 1];
    if (last?.width === width) return;
    const before = this.#seen.length > 1 ? this.#seen[0] : undefined;
    this.#seen = last ? [last, { width, at }] : [{ width, at }];
    if (this.#held > 0 && width > this.#held && width - this.#held < SCROLLBAR) return;
    this.#release();
    const swung = last && before?.width === width && at - last.at < SWING_MS;
    if (swung && Math.abs(last.width - width) < SCROLLBAR) this.#hold(Math.min(last.width, width), at);
    this.#changed(this.#held || width);
  }

  /** Forgets the place. */
  reset() {
    this.#release();
    this.#seen = [];
  }

  #release() {
    clearTimeout(this.#clock);
    this.#held = 0;
  }

  /**
   * @param {number} width
   * @param {number} at ms
   */
  #hold(width, at) {
    this.#held = width;
    // What swings again as soon as it is let go would do so for ever.
    if (at - this.#released < HOLD_MS) return;
    this.#clock = setTimeout(() => {
      this.#held = 0;
      this.#released = performance.now();
      const now = this.#seen[this.#seen.length - 1]?.width ?? 0;
      this.#changed(now);
    }, HOLD_MS);
  }
}
