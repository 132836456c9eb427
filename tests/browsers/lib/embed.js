// Turns specs into HTML as `indicator-chart embed` makes it, in a folder that the site serves.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { site } from "./engine.js";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
/** Where the folder lies in the site. */
export const UNDER = "/embed/";

/** @type {string | undefined} */
let folder;

/** The program; one that stands already may be named. */
function program() {
  const given = process.env["INDICATOR_CHART"];
  if (given) return given;
  execFileSync("cargo", ["build", "--quiet", "--features", "cli", "--bin", "indicator-chart"], { cwd: ROOT });
  return join(ROOT, "target/debug/indicator-chart");
}

/**
 * The HTML of a chart.
 * @param {Record<string, string>} spec
 * @returns {string}
 */
export function embed(spec) {
  folder ??= mkdtempSync(join(tmpdir(), "embed-"));
  site.mounts.set(UNDER, folder);
  const options = Object.entries(spec).flatMap(([name, value]) => [`--${name}`, value]);
  execFileSync(program(), ["embed", ...options, "--package", join(ROOT, "pkg"), "--base", UNDER, "--output", folder]);
  return readFileSync(join(folder, "embed.html"), "utf8");
}
