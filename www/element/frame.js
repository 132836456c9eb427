// Turns many wishes for a picture into one drawing a frame, or into one in this very task.

export class Frame {
  #draw;
  #asked = 0;

  /** @param {() => void} draw */
  constructor(draw) {
    this.#draw = draw;
  }

  ask() {
    if (this.#asked) return;
    this.#asked = requestAnimationFrame(() => {
      this.#asked = 0;
      this.#draw();
    });
  }

  /** What waits is on the screen a frame sooner. */
  now() {
    if (!this.#asked) return;
    this.cancel();
    this.#draw();
  }

  cancel() {
    cancelAnimationFrame(this.#asked);
    this.#asked = 0;
  }
}
