// What a reader has made of a chart: read here, pinned there, the time shown, the parts open, where the focus is.
import { until } from "./page.js";

/** @import {Page} from "./page.js" */
/** @typedef {HTMLElement & {state: string}} Host */

/** The figures that the repository invents for its tests, beside the built-in ones: many series and many dates. */
export const RIDES = { src: "/invented.figures", indicator: "invented-rides", kind: "line", lang: "en" };
export const DAILY = { src: "/invented.figures", indicator: "invented-daily", kind: "line", lang: "en" };

/** Id of the figure that is read, empty while none is. @param {Page} page @param {string} id */
export const readAt = (page, id) => told(page, id, "hover");
/** Id of the figure that is pinned, empty while none is. @param {Page} page @param {string} id */
export const pinnedAt = (page, id) => told(page, id, "select");

/** @param {Page} page @param {string} id @param {string} event */
const told = (page, id, event) =>
  page.run(
    (id, event) => String(probe.events.filter((each) => each.name === event && each.id === id).at(-1)?.detail?.id ?? ""),
    id,
    event,
  );

/** What a link to this view would carry. @param {Page} page @param {string} id */
export const stateOf = (page, id) => page.run((id) => /** @type {Host} */ (document.getElementById(id)).state, id);

/** Both layers of the picture, to be compared with themselves; one without ink is none. @param {Page} page @param {string} id */
export const pictureOf = (page, id) =>
  page.run(
    (id) => [...(document.getElementById(id)?.shadowRoot?.querySelectorAll(".stage canvas") ?? [])]
      .map((each) => {
        const canvas = /** @type {HTMLCanvasElement} */ (each);
        const { width, height } = canvas;
        const inked = width * height > 0 && canvas.getContext("2d")?.getImageData(0, 0, width, height).data.some((part) => part > 0);
        return inked ? canvas.toDataURL() : "";
      }).join(),
    id,
  );

/** Everything that a gesture could have left behind. @param {Page} page @param {string} id */
export async function whole(page, id) {
  const [read, pinned, state, picture] = [
    await readAt(page, id), await pinnedAt(page, id), await stateOf(page, id), await pictureOf(page, id),
  ];
  const open = await page.run((id) => {
    const root = document.getElementById(id)?.shadowRoot;
    return { tip: root?.querySelector(".tip:not([hidden])")?.textContent ?? "", top: Math.round(scrollY) };
  }, id);
  return { read, pinned, state, picture, tip: open.tip, top: open.top };
}

/** Waits for the page to stand still. @param {Page} page */
export async function still(page) {
  await until(page, "the page stands still", async () => {
    const top = scrollY;
    await new Promise((resolve) => setTimeout(resolve, 120));
    return scrollY === top;
  });
  return page.run(() => scrollY);
}
