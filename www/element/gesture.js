// Turns pointers, wheel and keys on the stage into the chart's verbs: read here, stop reading, pin, let go, look closer.

import { scaleOf } from "./scale.js";

/** @import {Pointer} from "./tooltip.js" */

/**
 * @typedef {object} Verbs
 * @property {(kind: number, x: number, y: number) => void} point CSS px inside the picture
 * @property {(key: string) => boolean} key whether the chart used it
 * @property {(x: number, y: number, steps: number) => boolean} wheel whether the chart used it
 * @property {() => void} focus by keyboard
 * @property {() => void} blur
 * @property {(target: EventTarget | null) => boolean} inTip
 * @property {() => boolean} zooms whether there is time to narrow
 * @property {() => boolean} reading whether a point is being read
 * @property {() => string} pinned the observation that is pinned; empty where none is
 * @property {(id: string) => void} pin
 */

/** Kinds of `Chart.pointer`. */
const HOVER = 0;
const LEAVE = 1;
export const TAP = 2;
const PRESS = 3;
const RELEASE = 4;
const CANCEL = 5;
const SCRUB = 6;
/** A step of a wheel is at least so many px. */
const NOTCH = 50;
/** A press that moved farther is no tap, CSS px. */
const SLOP = 10;

/** What a pointer is doing. @typedef {"none" | "pressed" | "scrubbing"} Press */

export class Gesture {
  /** The last place of the pointer, while it matters for placing a tooltip. @type {Pointer | undefined} */
  pointer;
  #stage;
  #verbs;
  /** @type {Press} */
  #press = "none";
  #start = { x: 0, y: 0 };
  /** How far a touchpad has turned since the last step. */
  #turned = 0;
  /** What was pinned before a finger began to scrub. */
  #pinned = "";
  /** For engines that do not know `:focus-visible`. */
  #byPointer = false;
  /** A press outside, until it turns out to be a tap or a scroll. @type {{x: number, y: number} | undefined} */
  #outside;
  /** The listeners that only matter while the element stands in a page. @type {[string, EventListener][]} */
  #elsewhere = [
    ["keydown", (event) => this.#escape(/** @type {KeyboardEvent} */ (event))],
    ["pointerdown", (event) => this.#downElsewhere(/** @type {PointerEvent} */ (event))],
    ["pointerup", (event) => this.#upElsewhere(/** @type {PointerEvent} */ (event))],
    ["pointercancel", () => (this.#outside = undefined)],
  ];

  /**
   * @param {HTMLElement} stage
   * @param {HTMLElement} tip
   * @param {Verbs} verbs
   */
  constructor(stage, tip, verbs) {
    this.#stage = stage;
    this.#verbs = verbs;
    stage.addEventListener("pointerdown", (event) => this.#down(event));
    stage.addEventListener("pointermove", (event) => this.#move(event));
    stage.addEventListener("pointerup", (event) => this.#up(event));
    stage.addEventListener("pointercancel", () => this.#cancel());
    stage.addEventListener("pointerleave", (event) => this.#leave(event));
    stage.addEventListener("click", (event) => this.#click(event));
    // Not passive: with a modifier the wheel is ours, and the page must not zoom.
    stage.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
    stage.addEventListener("keydown", (event) => this.#keydown(event));
    stage.addEventListener("focus", () => {
      if (this.#ringed()) verbs.focus();
    });
    stage.addEventListener("blur", () => {
      this.#byPointer = false;
      verbs.blur();
    });
    tip.addEventListener("pointerleave", (event) => {
      if (event.relatedTarget !== stage && !stage.contains(asNode(event.relatedTarget))) this.#leave(event);
    });
  }

  /** Listens for Escape and taps elsewhere. */
  connect() {
    for (const [name, listener] of this.#elsewhere) document.addEventListener(name, listener, true);
  }

  disconnect() {
    // By hand: the option `signal` is younger than some browsers that we serve.
    for (const [name, listener] of this.#elsewhere) document.removeEventListener(name, listener, true);
    this.#press = "none";
    this.pointer = undefined;
  }

  /** Whether focus came by the keyboard; a press on the picture is no wish to walk its points. */
  #ringed() {
    try {
      return this.#stage.matches(":focus-visible");
    } catch {
      return !this.#byPointer;
    }
  }

  /** @param {PointerEvent} event */
  #down(event) {
    this.#byPointer = true;
    this.#start = { x: event.clientX, y: event.clientY };
    this.#press = "pressed";
    if (event.pointerType === "touch" || event.button !== 0) return;
    // A drag goes on beyond the picture's edge.
    try {
      this.#stage.setPointerCapture(event.pointerId);
    } catch {
      // The pointer is gone already, or was never there.
    }
    this.#send(PRESS, event, false);
  }

  /** @param {PointerEvent} event */
  #move(event) {
    if (event.pointerType === "touch") {
      if (!event.isPrimary || this.#press === "none") return;
      const across = Math.abs(event.clientX - this.#start.x);
      // A finger that goes down the page belongs to the page; the browser cancels it for us.
      if (this.#press === "pressed" && across < SLOP) return;
      if (this.#press === "pressed" && across < Math.abs(event.clientY - this.#start.y)) return;
      if (this.#press === "pressed") this.#pinned = this.#verbs.pinned();
      this.#press = "scrubbing";
      return this.#send(SCRUB, event, true);
    }
    if (this.#press === "pressed" && event.buttons === 0) {
      // It was let go where nobody could tell us: over a dialog of the system.
      this.#press = "none";
      this.#verbs.point(CANCEL, 0, 0);
    }
    this.#send(HOVER, event, false);
  }

  /** @param {PointerEvent} event */
  #up(event) {
    const far = Math.hypot(event.clientX - this.#start.x, event.clientY - this.#start.y) > SLOP;
    if (event.pointerType !== "touch" && this.#press !== "none") this.#send(RELEASE, event, false);
    if (event.pointerType === "touch" && this.#press === "scrubbing") this.#end();
    // Kept until the click that may follow.
    this.#press = far ? "scrubbing" : "none";
  }

  /** The browser took the finger for scrolling or zooming: all is as it was before. */
  #cancel() {
    const scrubbed = this.#press === "scrubbing";
    if (this.#press !== "none") this.#verbs.point(CANCEL, 0, 0);
    this.#press = "none";
    if (!scrubbed) return;
    if (this.#pinned) this.#verbs.pin(this.#pinned);
    else this.#end();
  }

  /** @param {WheelEvent} event */
  #wheel(event) {
    if (!(event.ctrlKey || event.metaKey) || event.deltaY === 0) return;
    // Two fingers on a touchpad turn by many small steps, which make one of a wheel together.
    const fine = event.deltaMode === 0 && Math.abs(event.deltaY) < NOTCH;
    this.#turned = fine ? this.#turned + event.deltaY : event.deltaY;
    if (fine && Math.abs(this.#turned) < NOTCH) {
      if (this.#verbs.zooms()) event.preventDefault();
      return;
    }
    const { x, y } = this.#inside(event);
    if (this.#verbs.wheel(x, y, -Math.sign(this.#turned))) event.preventDefault();
    this.#turned = 0;
  }

  /** @param {PointerEvent} event */
  #leave(event) {
    if (event.pointerType === "touch" || this.#verbs.inTip(event.relatedTarget)) return;
    this.#end();
  }

  #end() {
    this.pointer = undefined;
    this.#verbs.point(LEAVE, 0, 0);
  }

  /** @param {MouseEvent} event a PointerEvent in newer engines only */
  #click(event) {
    const dragged = this.#press === "scrubbing";
    this.#press = "none";
    if (dragged) return;
    const touch = "pointerType" in event ? event.pointerType === "touch" : matchMedia("(pointer: coarse)").matches;
    this.#send(TAP, event, touch);
    // A finger is gone when it has tapped; what is pinned or kept stays.
    if (touch) this.#verbs.point(LEAVE, 0, 0);
  }

  /**
   * @param {number} kind
   * @param {MouseEvent} event
   * @param {boolean} touch
   */
  #send(kind, event, touch) {
    this.pointer = { x: event.clientX, y: event.clientY, touch };
    const { x, y } = this.#inside(event);
    this.#verbs.point(kind, x, y);
  }

  /** The place of an event, CSS px inside the picture. @param {MouseEvent} event */
  #inside(event) {
    const box = this.#stage.getBoundingClientRect();
    const scale = scaleOf(this.#stage, box);
    return { x: (event.clientX - box.left) / scale, y: (event.clientY - box.top) / scale };
  }

  /** @param {KeyboardEvent} event */
  #keydown(event) {
    // A browser that fills in a form tells of keys without a name.
    if (typeof event.key !== "string") return;
    this.#byPointer = false;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    this.pointer = undefined;
    if (this.#verbs.key(event.key)) event.preventDefault();
  }

  /** A tooltip under the mouse can be put away without moving the mouse. @param {KeyboardEvent} event */
  #escape(event) {
    if (event.key !== "Escape" || !this.#verbs.reading()) return;
    // In a panel it closes the panel, and in the tooltip it is heard there.
    const own = (/** @type {EventTarget} */ each) =>
      each === this.#stage || (each instanceof Element && each.matches(".panel, .tip") && each.getRootNode() === this.#stage.getRootNode());
    if (event.composedPath().some(own)) return;
    this.#verbs.key("Escape");
  }

  /** @param {PointerEvent} event */
  #downElsewhere(event) {
    const path = event.composedPath();
    // What stands around the picture belongs to it: its buttons do something with what is read.
    const root = this.#stage.getRootNode();
    const inside = root instanceof ShadowRoot && path.includes(root.host);
    this.#outside = inside || !this.#verbs.reading() ? undefined : { x: event.clientX, y: event.clientY };
  }

  /** @param {PointerEvent} event */
  #upElsewhere(event) {
    const start = this.#outside;
    this.#outside = undefined;
    if (start && Math.hypot(event.clientX - start.x, event.clientY - start.y) <= SLOP) this.#verbs.key("Escape");
  }
}

/** @param {EventTarget | null} target */
function asNode(target) {
  return target instanceof Node ? target : null;
}
