// Turns the place of a scene in the window into the step that is read, and its chart's size into where the chart stands.

import { Squeeze } from "./squeeze.js";

/** @import {Step} from "./step.js" */

/** From here on the chart stands beside the steps; as in the style sheet. */
const WIDE = "(min-width: 960px)";
/** A chart above the steps stays on the screen where it takes no more of the window than this. */
const MOST = 0.52;
/** Once there, a little more is no reason to jump. */
const STILL = 0.58;
/** Where the reading line is in what of the window is left to the text. */
const LINE = 0.5;
/** What stays free above and below a chart that stands beside the steps, CSS px. */
const MARGIN = 16;

export class Scene {
  #element;
  #steps;
  #stage;
  #tell;
  /** @type {Squeeze | undefined} */
  #squeeze;
  #line = 0;
  /** @type {IntersectionObserver | undefined} */
  #crossing;
  #size = new ResizeObserver(() => this.#place());
  #resized = () => this.#place();

  /**
   * @param {HTMLElement} element
   * @param {Step[]} steps in order
   * @param {(step: Step | undefined) => void} tell which step is read; none before the first and behind the scene
   */
  constructor(element, steps, tell) {
    this.#element = element;
    this.#steps = steps;
    this.#tell = tell;
    this.#stage = /** @type {HTMLElement | null} */ (element.querySelector(".stage"));
    if (this.#stage) this.#size.observe(this.#stage);
    const charts = this.#stage?.querySelectorAll("indicator-chart") ?? [];
    const [only] = charts.length === 1 ? charts : [];
    if (only instanceof HTMLElement) this.#squeeze = new Squeeze(only, () => this.#place());
    addEventListener("resize", this.#resized);
    this.#place();
  }

  stop() {
    removeEventListener("resize", this.#resized);
    this.#size.disconnect();
    this.#crossing?.disconnect();
    this.#element.classList.remove("over", "tall");
    this.#squeeze?.release();
    this.#stage?.style.removeProperty("--stage-top");
  }

  /** Where the chart stands, and the reading line with it. */
  #place() {
    // A phone's bars come and go while it scrolls; this height does not follow them.
    const view = document.documentElement.clientHeight;
    const { classList } = this.#element;
    const height = this.#stage?.offsetHeight ?? 0;
    const wide = matchMedia(WIDE).matches;
    const over = !wide && height > 0 && height <= view * (classList.contains("over") ? STILL : MOST);
    if (wide) this.#squeeze?.release();
    else if (!over) this.#squeeze?.into(view * MOST);
    classList.toggle("over", over);
    classList.toggle("tall", wide && height > view - 2 * MARGIN);
    this.#stage?.style.setProperty("--stage-top", `${Math.max(MARGIN, Math.round((view - height) / 2))}px`);
    const top = over ? height : 0;
    this.#watch(Math.round(top + (view - top) * LINE), view);
  }

  /**
   * @param {number} line CSS px from the window's top
   * @param {number} view height of the window
   */
  #watch(line, view) {
    if (this.#crossing && line === this.#line) return;
    this.#line = line;
    this.#crossing?.disconnect();
    // Of the window a line is left: whatever begins or ends to cross it is told. The document as root makes it hold
    // inside a frame, too.
    this.#crossing = new IntersectionObserver(() => this.#tell(this.#read()), {
      root: document,
      rootMargin: `${-line}px 0px ${line + 1 - view}px 0px`,
    });
    for (const { element } of [{ element: this.#element }, ...this.#steps]) this.#crossing.observe(element);
  }

  /** The last step that begins above the line, while the line is in the scene. */
  #read() {
    const { top, bottom } = this.#element.getBoundingClientRect();
    if (top > this.#line || bottom <= this.#line) return undefined;
    return this.#steps.filter(({ element }) => element.getBoundingClientRect().top <= this.#line + 1).pop();
  }
}
