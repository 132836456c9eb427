// Turns `data-version` on a chart into the part of the script that draws the figures which its article was published with.

import { chunk } from "./chunk.js";
import { Problem } from "./problem.js";
import { VERSION } from "./spec.js";

/** @import {Frozen} from "./frozen/frozen.js" */
/** @import {Handle} from "./handle.js" */
/** @import {Recipient} from "./types.js" */

/** @typedef {typeof import("./frozen/frozen.js")} Part */

const load = chunk(() => import("./frozen/frozen.js"));

/** The fetch under way, one for all charts. @type {Promise<Part> | undefined} */
let loading;

export class Kept {
  /** Why the part is not to be had. @type {unknown} */
  #missed;
  #host;
  /** Whether nothing of it is drawn: the page brings numbers of its own. */
  off = false;
  /** @type {Frozen | undefined} */
  #frozen;
  #joined = false;
  /** Who waits. @type {Recipient | undefined} */
  #client;

  /** @param {HTMLElement} host */
  constructor(host) {
    this.#host = host;
  }

  get #wanted() {
    return !this.off && this.#host.hasAttribute(VERSION);
  }

  /** Why the article's own figures cannot be drawn; the newest need nothing. */
  get failure() {
    return this.#wanted ? this.#missed : undefined;
  }

  /** What draws the article's own figures; nothing where the newest are wanted. */
  get frozen() {
    return this.#wanted ? this.#frozen : undefined;
  }

  /** Whether something is still to come: the part, or the end of a page whose figures may stand further down. */
  get waiting() {
    if (!this.#wanted) return false;
    return !this.#frozen || (document.readyState === "loading" && !this.#frozen.whole);
  }

  /**
   * Asks for what is missing; the newest figures need nothing.
   * @param {Recipient} client
   */
  join(client) {
    this.#client = client;
    if (!this.waiting || this.#joined || this.#missed !== undefined) return;
    this.#joined = true;
    const arrived = () => {
      this.#joined = false;
      client.figuresArrived();
    };
    if (this.#frozen) return document.addEventListener("DOMContentLoaded", arrived, { once: true });
    loading ??= load();
    loading.then(
      (loaded) => {
        this.#frozen = new loaded.Frozen(this.#host);
        arrived();
      },
      (cause) => {
        loading = undefined;
        this.#joined = false;
        this.#missed = new Problem("part-missing", [], cause);
        client.figuresFailed(this.#missed);
      },
    );
  }

  /**
   * Says around a picture what of it was revised since; nothing where it is of the newest figures.
   * @param {Handle} handle
   */
  present(handle) {
    if (this.frozen) this.frozen.present(handle);
    else this.rest();
  }

  /** Nothing of it stands beside a fallback. */
  rest() {
    this.#frozen?.rest();
  }

  /** Asks again for a part that did not arrive. */
  retry() {
    if (this.#missed === undefined) return;
    this.#missed = undefined;
    if (this.#client) this.join(this.#client);
  }
}
