// Turns a reading into a tooltip: text nodes only, beside the point, on the screen, and never under the pointer.

import { scaleOf } from "./scale.js";
import { closing, make } from "./shell.js";
import { say, spoken } from "./words.js";

/** @import {Reading} from "./types.js" */
/** @typedef {{x: number, y: number, touch: boolean}} Pointer CSS px in the window */
/** @typedef {{left: number, top: number, width: number, height: number}} Box CSS px in the window */

/** CSS px between the point and the tooltip. */
const GAP = 14;
/** What a thumb hides around the place it touches. */
const THUMB = 32;
/** Least distance to the edge of the screen. */
const EDGE = 8;
/** In a picture narrower than this, all that is said of a pinned figure would hide it: it stands under the picture. */
const NARROW = 480;
/** So much of it is seen at once, CSS px. */
const SEEN = 160;
/** How long a button tells what it has done. */
const CONFIRMED_MS = 2000;
/** A tooltip that stood this long can be entered by the mouse; one that is passing by cannot get in its way. */
const SETTLED_MS = 300;

/** A text is copied; whether the clipboard took it. @typedef {() => Promise<boolean | undefined>} Copy */
/** What can be done with a figure that is pinned. @typedef {{plain: boolean, cite: Copy, link: Copy, free: () => void}} Deeds */

export class Tooltip {
  #box;
  #frame;
  #deeds;
  #shown = "";
  #clock = 0;

  /**
   * @param {HTMLElement} box
   * @param {HTMLElement} frame what the box is placed in
   * @param {Deeds} deeds
   */
  constructor(box, frame, deeds) {
    this.#box = box;
    this.#frame = frame;
    this.#deeds = deeds;
    box.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      this.#leave();
    });
  }

  get open() {
    return !this.#box.hidden;
  }

  /** @param {EventTarget | null} target */
  holds(target) {
    return target instanceof Node && this.#box.contains(target);
  }

  /**
   * @param {Reading} reading
   * @param {Pointer | undefined} pointer
   * @param {string} lang
   */
  show(reading, pointer, lang) {
    // While the table stands in the picture's place there is no point to stand beside.
    if (this.#frame.offsetWidth === 0) return this.hide();
    const key = lang + JSON.stringify(reading);
    // It stays where it is while it says the same, so that the mouse can reach it.
    if (key === this.#shown && this.open && !pointer?.touch) {
      // But not where the page has been scrolled from under it.
      const { top, bottom } = this.#box.getBoundingClientRect();
      const screen = screenBox();
      if (top < screen.top || bottom > screen.top + screen.height) this.#move(reading, pointer);
      return;
    }
    this.#shown = key;
    this.#fill(reading, lang);
    this.#box.hidden = false;
    this.#box.classList.remove("settled");
    clearTimeout(this.#clock);
    if (reading.pinned) this.#box.classList.add("settled");
    else this.#clock = setTimeout(() => this.#box.classList.add("settled"), SETTLED_MS);
    this.#move(reading, pointer);
  }

  hide() {
    // Asked in each frame: one that is hidden costs the page nothing.
    if (!this.open) return;
    clearTimeout(this.#clock);
    this.#shown = "";
    this.#box.hidden = true;
  }

  /**
   * @param {Reading} reading
   * @param {string} lang
   */
  #fill(reading, lang) {
    const box = this.#box;
    // A button that has the focus keeps it: only the texts are new.
    const focused = [...box.querySelectorAll("button")].findIndex((each) => each === rootOf(box).activeElement);
    box.lang = spoken(lang);
    const beside = make("dl", "beside");
    for (const { label, text } of reading.beside) beside.append(make("dt", "", label), make("dd", "", text));
    const list = make("dl");
    for (const { label, text, more } of reading.rows) {
      if (reading.pinned || !more) list.append(make("dt", "", label), make("dd", "", text));
    }
    const texts = [make("p", "heading", reading.heading), make("p", "value", reading.value), beside, list];
    box.replaceChildren(...texts, ...(reading.pinned ? [this.#buttons(lang)] : []));
    const again = box.querySelectorAll("button")[focused];
    if (again) again.focus({ preventScroll: true });
    // Passing by, the live region says the same, and a screen reader would meet the words twice.
    for (const [name, value] of [["role", "group"], ["aria-label", say(lang, "pinned")]]) {
      if (reading.pinned) box.setAttribute(name, value);
      else box.removeAttribute(name);
    }
    if (reading.pinned) box.removeAttribute("aria-hidden");
    else box.setAttribute("aria-hidden", "true");
  }

  /** @param {string} lang */
  #buttons(lang) {
    const row = make("div", "deeds");
    const [cite, link] = [make("button", "", say(lang, this.#deeds.plain ? "copy" : "cite")), make("button", "", say(lang, "link"))];
    /** @param {boolean | undefined} done @param {HTMLButtonElement} button */
    const tell = (done, button) => done && confirmed(button, say(lang, "copied"));
    cite.addEventListener("click", () => this.#deeds.cite().then((done) => tell(done, cite)));
    link.addEventListener("click", () => this.#deeds.link().then((done) => tell(done, link)));
    row.append(cite, link, closing(lang, () => this.#leave()));
    return row;
  }

  /** The figure is let go; the focus goes back to the picture. */
  #leave() {
    // First the focus: the keyboard goes on from the figure that was pinned.
    this.#frame.focus({ preventScroll: true });
    this.#deeds.free();
  }

  /**
   * @param {Reading} reading
   * @param {Pointer | undefined} pointer
   */
  #move(reading, pointer) {
    const box = this.#box;
    const docked = reading.pinned && this.#frame.offsetWidth < NARROW;
    box.classList.toggle("docked", docked);
    box.style.left = docked ? "" : "0";
    box.style.top = docked ? "" : "0";
    if (docked) return shown(box, pointer);
    const frame = this.#frame.getBoundingClientRect();
    const scale = scaleOf(this.#frame, frame);
    const point = { x: frame.left + reading.x * scale, y: frame.top + reading.y * scale };
    const size = { width: box.offsetWidth * scale, height: box.offsetHeight * scale };
    const place = placed(point, size, pointer, screenBox(), frame.top);
    box.style.left = `${Math.round((place.left - frame.left) / scale)}px`;
    box.style.top = `${Math.round((place.top - frame.top) / scale)}px`;
  }
}

/**
 * A finger that pins at the lower edge of the screen sees that something has opened.
 * @param {HTMLElement} box under the picture
 * @param {Pointer | undefined} pointer none where no finger or mouse asked for it
 */
function shown(box, pointer) {
  const hidden = box.getBoundingClientRect().top + Math.min(SEEN, box.offsetHeight) - innerHeight;
  if (pointer && hidden > 0) scrollBy(0, hidden);
}

/**
 * The button itself says for a moment that it has done what it says: a finger hides nothing else, and nothing moves.
 * @param {HTMLButtonElement} button
 * @param {string} text
 */
function confirmed(button, text) {
  const before = button.textContent ?? "";
  if (before === text) return;
  button.textContent = text;
  setTimeout(() => (button.textContent = before), CONFIRMED_MS);
}

/** @param {Node} node @returns {Document | ShadowRoot} */
const rootOf = (node) => /** @type {Document | ShadowRoot} */ (node.getRootNode());

/** What the reader sees of the window; less than the window when zoomed by two fingers. @returns {Box} */
function screenBox() {
  const seen = window.visualViewport;
  if (seen) return { left: seen.offsetLeft, top: seen.offsetTop, width: seen.width, height: seen.height };
  const { clientWidth: width } = document.documentElement;
  return { left: 0, top: 0, width, height: innerHeight };
}

/**
 * Above the point, or above the pointer where that is higher, if there is room; else below it, else beside it.
 * @param {{x: number, y: number}} point
 * @param {{width: number, height: number}} size
 * @param {Pointer | undefined} pointer
 * @param {Box} screen
 * @param {number} [roof] the picture's upper edge; without a pointer, the text above it stays free for who reads on
 */
export function placed(point, size, pointer, screen, roof = Number.NEGATIVE_INFINITY) {
  const most = { x: screen.left + screen.width - EDGE - size.width, y: screen.top + screen.height - EDGE - size.height };
  /** @param {number} x */
  const across = (x) => Math.max(screen.left + EDGE, Math.min(x, most.x));
  /** @param {number} y */
  const down = (y) => Math.max(screen.top + EDGE, Math.min(y, most.y));
  const reach = pointer?.touch ? THUMB : GAP;
  const high = pointer?.touch ? Math.min(point.y, pointer.y) : point.y;
  const low = pointer?.touch ? Math.max(point.y, pointer.y) : point.y;
  const middle = point.x - size.width / 2;
  const aside = down(high - size.height / 2);
  const wishes = [
    { left: across(middle), top: high - reach - size.height },
    { left: across(middle), top: Math.min(high, pointer?.y ?? high) - reach - size.height },
    { left: across(middle), top: low + reach },
    { left: across(middle), top: Math.max(low, pointer?.y ?? low) + reach },
    { left: point.x + reach, top: aside },
    { left: point.x - reach - size.width, top: aside },
  ];
  if (!pointer && high - reach - size.height < roof) wishes.splice(0, 0, ...wishes.splice(2, 1));
  /** @param {{left: number, top: number}} wish */
  const fits = ({ left, top }) =>
    top >= screen.top + EDGE && top <= most.y && left >= screen.left + EDGE && left <= most.x;
  /** @param {{left: number, top: number}} wish */
  const clear = ({ left, top }) =>
    !pointer ||
    pointer.x < left - 4 ||
    pointer.x > left + size.width + 4 ||
    pointer.y < top - 4 ||
    pointer.y > top + size.height + 4;
  const good = wishes.find((wish) => fits(wish) && clear(wish));
  if (good) return good;
  // Nowhere on a very small screen: the half that the pointer is not in.
  const upper = !pointer || pointer.y - screen.top > screen.height / 2;
  return { left: across(middle), top: upper ? screen.top + EDGE : Math.max(screen.top + EDGE, most.y) };
}
