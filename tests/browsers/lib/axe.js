// Turns a page into the rules of axe-core that it breaks; the script reaches the page as text, not by a request.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** @import {Page} from "./page.js" */

const SOURCE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * Holds the page as it is now against every rule that is on by default, open shadow trees included.
 * @param {Page} page
 * @param {string} state for the message
 * @returns {Promise<number>} how many rules found something to look at and nothing to blame
 */
export async function pure(page, state) {
  await page.run((source) => {
    if (!("axe" in globalThis)) (0, eval)(source);
  }, SOURCE);
  const { violations, passes } = await page.run(async () => {
    const axe = /** @type {typeof import("axe-core")} */ (/** @type {any} */ (globalThis).axe);
    const found = await axe.run(document, { resultTypes: ["violations", "passes"] });
    return {
      passes: found.passes.length,
      violations: found.violations.map(
        ({ id, help, nodes }) =>
          `${id} (${help}): ${nodes.slice(0, 5).map(({ target, failureSummary }) => `${JSON.stringify(target)} ${failureSummary}`).join(" | ")}`,
      ),
    };
  });
  assert.deepEqual(violations, [], `${state}: ${violations.length} rules broken`);
  return passes;
}
