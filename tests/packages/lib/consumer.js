// Turns a folder of this directory into the project that its author would have: installed from `npm pack`, then built.
import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompressSync } from "node:zlib";

const HERE = fileURLToPath(new URL("..", import.meta.url));
export const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
/** No install script runs, nothing is asked that a lock file answers. */
const QUIET = ["--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"];

const run = promisify(execFile);

/** @param {string} folder @param {string} command @param {string[]} args */
export async function shell(folder, command, args) {
  try {
    return await run(command, args, { cwd: folder, maxBuffer: 64 << 20, env: { ...process.env, NO_COLOR: "1" } });
  } catch (error) {
    const { stdout, stderr } = /** @type {{stdout: string, stderr: string}} */ (error);
    throw new Error(`${command} ${args.join(" ")}\n${stdout}${stderr}`, { cause: error });
  }
}

const temporary = mkdtempSync(join(tmpdir(), "indicator-chart-packages-"));
process.on("exit", () => rmSync(temporary, { recursive: true, force: true }));

/** The package as it would be published; made once. @type {Promise<string> | undefined} */
let tarball;

export function packed() {
  return (tarball ??= shell(join(ROOT, "pkg"), "npm", ["pack", "--ignore-scripts", "--loglevel=error", "--pack-destination", temporary]).then(
    ({ stdout }) => join(temporary, stdout.trim().split("\n").at(-1) ?? ""),
  ));
}

/**
 * A copy of a folder with its locked packages and ours, built.
 * @param {string} name
 */
export async function installed(name) {
  const folder = join(temporary, name);
  cpSync(join(HERE, name), folder, { recursive: true, filter: (path) => !path.includes("node_modules") });
  await shell(folder, "npm", ["ci", ...QUIET]);
  await shell(folder, "npm", ["install", "--no-save", "--no-package-lock", "--offline", ...QUIET, await packed()]);
  return folder;
}

/** What a folder's own lock file pins. @param {string} folder */
export function versions(folder) {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return Object.entries({ ...dependencies, ...devDependencies }).map(([name, version]) => `${name} ${version}`);
}

/** Every file under a folder. @param {string} folder @returns {string[]} */
export function files(folder) {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .sort();
}

/** Bytes of built files, as they are and compressed, in a line. @param {string} folder @param {string[]} [only] */
export function weighed(folder, only = files(folder)) {
  let [raw, small] = [0, 0];
  for (const path of only) {
    const bytes = readFileSync(path);
    raw += bytes.length;
    small += brotliCompressSync(bytes).length;
  }
  return `${only.length} files, ${raw} bytes, ${small} in brotli`;
}

/** @param {string} folder @param {string} path */
export const within = (folder, path) => relative(folder, path);
