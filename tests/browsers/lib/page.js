// One page in one engine, as the tests see it. Two drivers stand behind it: puppeteer and selenium.

/**
 * What an engine lets a test set from outside.
 * @typedef {object} Abilities
 * @property {boolean} dark the system's colour scheme, while a page is open
 * @property {boolean} forced forced colours
 * @property {boolean} reduced reduced motion
 * @property {boolean} ratio the device's pixel ratio, while a page is open
 * @property {boolean} touch touch pointers
 * @property {boolean} fingers a finger that goes over the screen as one of a reader does, page scrolling included
 * @property {boolean} wheel a wheel with a modifier key
 * @property {boolean} paper printing to PDF
 * @property {boolean} downloads files that the browser saves
 */

/** @typedef {{x: number, y: number}} Place CSS px in the viewport */

/** @typedef {{role: string, name: string}} Computed what the engine tells assistive technology of an element */

/** @typedef {{width: number, height: number, ratio?: number}} Viewport CSS px */

/** @typedef {{dark?: boolean, contrast?: boolean, forced?: boolean, reduced?: boolean}} Media */

/**
 * @typedef {object} Driver
 * @property {string} name
 * @property {Abilities} can
 * @property {(media?: Media) => Promise<Page | undefined>} open undefined when the engine cannot be set so
 * @property {() => Promise<void>} close
 */

/**
 * @typedef {object} Page
 * @property {(url: string) => Promise<void>} goto waits for the load event
 * @property {<A extends unknown[], R>(work: (...args: A) => R | Promise<R>, ...args: A) => Promise<R>} run in the page;
 *   arguments and result are JSON
 * @property {(viewport: Viewport) => Promise<void>} viewport
 * @property {(media: Media) => Promise<void>} media
 * @property {() => Promise<Buffer>} screenshot of the viewport, PNG
 * @property {(x: number, y: number) => Promise<void>} move CSS px in the viewport
 * @property {(x: number, y: number) => Promise<void>} click
 * @property {(x: number, y: number) => Promise<void>} tap by touch where the engine can, else a click
 * @property {(key: string) => Promise<void>} key a KeyboardEvent.key, with modifiers in front of it: "Shift+Tab"
 * @property {(places: Place[]) => Promise<void>} drag by mouse: pressed at the first place, let go at the last
 * @property {(place: Place, deltaY: number, modifier?: "Control" | "Meta" | "Shift") => Promise<void>} wheel
 * @property {(places: Place[], end?: "lift" | "hold" | "cancel") => Promise<void>} finger goes over the screen; where
 *   the engine has `fingers`. `hold` leaves it there until `lift`.
 * @property {(place: Place) => Promise<void>} on moves the finger that is held
 * @property {() => Promise<void>} lift
 * @property {(id: string, selector: string, expected: Computed) => Promise<Computed>} computed what the engine itself
 *   computes for an element inside a chart, or of the page where `selector` begins with ":page "; an engine that only
 *   finds elements by what they are (`expected`) tells "?" for what it did not find
 * @property {() => Promise<Buffer>} pdf of the page, where the engine has `paper`
 * @property {(folder: string) => Promise<void>} saving lets files be saved there, where the engine has `downloads`
 * @property {() => Promise<string[]>} errors what the console and the page's error events said
 * @property {() => Promise<string[]>} requests addresses of everything that the page asked for
 * @property {() => Promise<void>} close
 */

/** How long a test waits for what must come; a busy machine is slow, a wrong one never done. */
const WAIT = 10_000;

/**
 * Polls until `work` gives something true in the page.
 * @template {unknown[]} A
 * @template R
 * @param {Page} page
 * @param {string} what for the message
 * @param {(...args: A) => R | Promise<R>} work
 * @param {A} args
 * @returns {Promise<R>}
 */
export async function until(page, what, work, ...args) {
  const end = Date.now() + WAIT;
  for (;;) {
    const result = await page.run(work, ...args);
    if (result) return result;
    if (Date.now() > end) throw new Error(`waited ${WAIT / 1000} s in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}
