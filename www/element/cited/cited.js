// Turns a figure in a sentence, as the build filled it, into one whose citation a reader sees beside it.

import { make } from "../shell.js";
import { dress } from "../style.js";
import { Card } from "./card.js";
import { citationOf } from "./citation.js";
import { STYLE } from "./style.js";
import { told, tongue } from "./words.js";

/** A pointer on its way elsewhere opens nothing; one on its way into the card does not close it. */
const OPEN_MS = 120;
const CLOSE_MS = 280;

/** What the console was warned of. @type {Set<string>} */
const warned = new Set();
/** The one figure whose card is open. @type {Cited | undefined} */
let open;

export class Cited {
  #host;
  #root;
  /** Says what is missing, where nothing was filled in. */
  #gap = make("span", "gap");
  /** @type {Card | undefined} */
  #card;
  #clock = 0;
  /** Whether the card was open when a finger came down. */
  #before = false;
  /** With what the reader pressed last. */
  #pointer = "";
  #outside = (/** @type {Event} */ event) => this.#pressed(event);
  #place = () => this.#card?.place(this.#link) || this.#close();
  #slot = make("slot");

  /** @param {HTMLElement} host */
  constructor(host) {
    this.#host = host;
    this.#root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
    this.#gap.setAttribute("role", "status");
    this.#root.replaceChildren(this.#slot, this.#gap);
    this.#slot.addEventListener("slotchange", () => this.#check());
    host.addEventListener("pointerenter", (event) => this.#entered(event));
    host.addEventListener("pointerleave", (event) => this.#left(event));
    host.addEventListener("pointerdown", (event) => {
      this.#pointer = event.pointerType;
      this.#before = open === this;
    });
    host.addEventListener("focusin", () => this.#open());
    host.addEventListener("focusout", (event) => this.#within(event.relatedTarget) || this.#close());
    host.addEventListener("click", (event) => this.#clicked(event));
  }

  connect() {
    dress(this.#root, STYLE);
    this.#check();
  }

  disconnect() {
    this.#close();
  }

  /** The link that the build made, to the line that says where the figure is printed. @returns {HTMLAnchorElement | null} */
  get #link() {
    return this.#host.querySelector("a[href^='#']");
  }

  /** An element that no build has filled says so; text of the author's own stays as it is. */
  #check() {
    const empty = (this.#host.textContent ?? "").trim() === "";
    const id = this.#host.getAttribute("observation") ?? "";
    const text = empty ? told(tongue(this.#host), "gap", id) : "";
    if (this.#gap.textContent !== text) this.#gap.textContent = text;
    if (!empty || warned.has(id)) return;
    warned.add(id);
    console.warn(`indicator-chart: <indicator-figure observation="${id}"> is empty; the build of the site fills it.`);
  }

  /** @param {PointerEvent} event */
  #entered({ pointerType }) {
    clearTimeout(this.#clock);
    if (pointerType !== "touch" && open !== this) this.#clock = setTimeout(() => this.#open(), OPEN_MS);
  }

  /** @param {PointerEvent} event */
  #left({ pointerType }) {
    clearTimeout(this.#clock);
    if (pointerType === "touch" || open !== this) return;
    this.#clock = setTimeout(() => this.#within(document.activeElement) || this.#close(), CLOSE_MS);
  }

  /** @param {EventTarget | null} target */
  #within(target) {
    return target instanceof Node && this.#host.contains(target);
  }

  /** A first tap shows the card; the next one, and every other way to follow a link, follows it. @param {MouseEvent} event */
  #clicked(event) {
    const onLink = event.composedPath().some((each) => each instanceof HTMLAnchorElement);
    if (!onLink) return;
    if (this.#pointer === "touch" && !this.#before && event.detail > 0) {
      event.preventDefault();
      this.#open();
    } else this.#close();
  }

  #open() {
    clearTimeout(this.#clock);
    const link = this.#link;
    if (open === this || !link) return;
    if (open) open.#close();
    open = this;
    const lang = tongue(this.#host);
    this.#card = new Card(citationOf(link), link.href, lang);
    this.#root.append(this.#card.element);
    for (const name of ["pointerdown", "keydown"]) document.addEventListener(name, this.#outside, true);
    for (const name of ["scroll", "resize"]) addEventListener(name, this.#place, { capture: true, passive: true });
    this.#card.place(link);
  }

  #close() {
    clearTimeout(this.#clock);
    if (open !== this) return;
    // The focus would be nowhere when what holds it is gone; as long as the card is open, this opens none.
    if (this.#root.activeElement) this.#link?.focus({ preventScroll: true });
    open = undefined;
    for (const name of ["pointerdown", "keydown"]) document.removeEventListener(name, this.#outside, true);
    for (const name of ["scroll", "resize"]) removeEventListener(name, this.#place, true);
    this.#card?.element.remove();
    this.#card = undefined;
  }

  /** Escape, and a press anywhere else. @param {Event} event */
  #pressed(event) {
    if (event instanceof KeyboardEvent ? event.key !== "Escape" : event.composedPath().includes(this.#host)) return;
    this.#close();
  }
}
