// Turns the name of an element that few pages have into one that fetches its script when the first comes into a page.

import { chunk } from "./chunk.js";
import { back } from "./page.js";

/**
 * What a fetched script makes of an element.
 * @typedef {{ connect(): void, disconnect(): void }} Part
 * @typedef {new (host: HTMLElement) => Part} Making
 */

/**
 * @template {string} Name
 * @param {string} name of the element
 * @param {() => Promise<Record<Name, Making>>} load
 * @param {Name} pick the class that the script exports
 */
export function later(name, load, pick) {
  // A page may include the script twice, or two versions of it: the first one stays.
  if (customElements.get(name)) return;
  const fetched = chunk(load);
  /** Those whose script did not come. @type {Set<() => void>} */
  const missed = new Set();
  back(() => {
    for (const again of missed) again();
    missed.clear();
  });
  customElements.define(
    name,
    class extends HTMLElement {
      /** @type {Part | undefined} */
      #part;
      #live = false;
      /** The latest entering; one that was left while the script was on its way is no more. */
      #entered = 0;
      #connected = false;

      connectedCallback() {
        if (!this.#live) void this.#enter();
      }

      disconnectedCallback() {
        // A move inside the document is a leaving and an entering before anything else runs.
        queueMicrotask(() => {
          if (this.isConnected || !this.#live) return;
          this.#live = false;
          this.#entered += 1;
          if (this.#connected) this.#part?.disconnect();
          this.#connected = false;
        });
      }

      async #enter() {
        this.#live = true;
        const entered = (this.#entered += 1);
        try {
          const Made = (await fetched())[pick];
          if (entered !== this.#entered) return;
          this.#part ??= new Made(this);
          this.#connected = true;
          this.#part.connect();
        } catch (error) {
          if (entered !== this.#entered) return;
          // What stands inside the element is still there to read.
          this.#live = false;
          missed.add(() => this.#live || !this.isConnected || void this.#enter());
          console.error(`indicator-chart: <${name}> could not be made`, error);
        }
      }
    },
  );
}
