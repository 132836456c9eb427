// Turns a chart that is too high to stay above its steps into a lower one, where its kind can be lower.

/** What the chart has beside its picture: the row of buttons, CSS px. */
const ROW = 56;

export class Squeeze {
  #chart;
  #settled;
  /** Whether the height that the chart has is ours. */
  #mine = false;
  /** The width and the room that were tried last, and in vain. */
  #tried = "";

  /**
   * @param {HTMLElement} chart
   * @param {() => void} settled what was asked for is drawn
   */
  constructor(chart, settled) {
    this.#chart = /** @type {HTMLElement & {rendered?: Promise<boolean>}} */ (chart);
    this.#settled = settled;
  }

  /** Whether the chart is lowered. */
  get mine() {
    return this.#mine;
  }

  /**
   * Asks for a chart that fits; one that its author gave a height keeps it.
   * @param {number} room CSS px
   */
  into(room) {
    const chart = this.#chart;
    const now = `${chart.offsetWidth} ${room}`;
    if (this.#tried === now || (!this.#mine && chart.hasAttribute("height"))) return;
    this.#tried = now;
    this.#mine = true;
    chart.setAttribute("height", String(Math.max(120, Math.floor(room - ROW))));
    // A chart that is far away is drawn when it comes near.
    void chart.rendered?.then(() => {
      if (!this.#mine || this.#tried !== now) return;
      // Half squeezed is neither high enough to read nor low enough to stay.
      if (chart.offsetHeight > room + 1) this.#give();
      this.#settled();
    });
  }

  /** The author's own height again. */
  release() {
    this.#tried = "";
    this.#give();
  }

  #give() {
    if (this.#mine) this.#chart.removeAttribute("height");
    this.#mine = false;
  }
}
