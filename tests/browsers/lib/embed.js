// Turns specs into HTML as `indicator-chart embed` makes it, in a folder that the site serves.
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { site } from "./engine.js";

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
/** Where the folder lies in the site. */
export const UNDER = "/embed/";

/** @type {string | undefined} */
let folder;
/** The program; one that stands already may be named. @type {Promise<string> | undefined} */
let program;

/** Cargo may be busy with other tests, for minutes: nothing here waits for it but who needs the program. */
async function built() {
  const given = process.env["INDICATOR_CHART"];
  if (given) return given;
  await run("cargo", ["build", "--quiet", "--features", "cli", "--bin", "indicator-chart"], { cwd: ROOT });
  return join(process.env["CARGO_TARGET_DIR"] ?? join(ROOT, "target"), "debug/indicator-chart");
}

/** One after the other: each writes the same `embed.html`. @type {Promise<unknown>} */
let before = Promise.resolve();

/**
 * The HTML of a chart.
 * @param {Record<string, string>} spec
 * @returns {Promise<string>}
 */
export function embed(spec) {
  const made = before.then(async () => {
    const to = (folder ??= mkdtempSync(join(tmpdir(), "embed-")));
    site.mounts.set(UNDER, to);
    const options = Object.entries(spec).flatMap(([name, value]) => [`--${name}`, value]);
    await run(await (program ??= built()), ["embed", ...options, "--package", join(ROOT, "pkg"), "--base", UNDER, "--output", to]);
    return readFileSync(join(to, "embed.html"), "utf8");
  });
  before = made.catch(() => undefined);
  return made;
}
