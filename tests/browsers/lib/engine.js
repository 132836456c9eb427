// The engine and the site that every spec of this process shares.
import { chromium, firefox } from "./puppeteer.js";
import { Site } from "./server.js";
import { webkit } from "./webkit.js";

/** @import {Driver} from "./page.js" */

const launch = { chromium, firefox, webkit };

/** @param {string | undefined} name @returns {name is keyof typeof launch} */
const known = (name) => name !== undefined && Object.hasOwn(launch, name);

const wanted = process.env["ENGINE"];
if (!known(wanted)) throw new Error(`ENGINE is one of ${Object.keys(launch).join(", ")}, not ${wanted}`);

/** @type {Site} */
export const site = await new Site().start();
/** @type {Driver} */
export const engine = await launch[wanted]();

export async function closeAll() {
  await engine.close();
  await site.stop();
}
