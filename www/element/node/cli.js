#!/usr/bin/env node
// Turns a command line into a chart's SVG, its texts, or a list of figures; the options are the element's attributes.

import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { FIELDS, describe, list, render, search } from "./node.js";

/** @import {ChartSpec} from "../../../pkg/index.js" */
/** @import {Found, Options} from "../../../pkg/node.js" */

const HELP = `indicator-chart: charts of sourced figures, without a browser

  indicator-chart render --indicator ID [--kind bar] [--width 640] [--theme light] [--lang en] [-o FILE.svg]
  indicator-chart describe --indicator ID [--lang en]      name, summary and table as JSON
  indicator-chart list [--domain D] [--status S] [--lang en] [--json]
  indicator-chart search WORDS [--domain D] [--lang en] [--json]

The options of a chart are the attributes of <indicator-chart>: ${FIELDS.map((/** @type {string} */ name) => `--${name}`).join(" ")}
  --spec JSON|@FILE   the same as one JSON object; options win
  --src FILE          packed figures of your own in place of the built-in ones
  --width PX          640 without it
  -o, --output FILE   in place of standard output

PNG, and HTML to paste (embed), come from the same program made natively: cargo install --path .`;

const FILTERS = ["domain", "status", "verdict", "source", "year", "area"];

/** Wrong use of the program; its message is all that is said. */
class Usage extends Error {}

/** @param {string} command @param {string[]} args */
function parsed(command, args) {
  const names = command === "render" || command === "describe" ? [...FIELDS, "spec", "src", "width"] : [...FILTERS, "lang"];
  /** @type {import("node:util").ParseArgsConfig["options"]} */
  const options = { output: { type: "string", short: "o" }, json: { type: "boolean" } };
  for (const name of names) options[name] = { type: "string" };
  try {
    return /** @type {{values: Record<string, string>, positionals: string[]}} */ (
      parseArgs({ args, options, allowPositionals: command === "search", strict: true })
    );
  } catch (error) {
    throw new Usage(error instanceof Error ? error.message : String(error));
  }
}

/** @param {string} text */
function json(text) {
  const source = text.startsWith("@") ? readFileSync(text.slice(1), "utf8") : text;
  try {
    return JSON.parse(source);
  } catch (error) {
    throw new Usage(`--spec is no JSON: ${error instanceof Error ? error.message : error}`);
  }
}

/**
 * @param {Record<string, string>} values
 * @returns {[ChartSpec, Options]}
 */
function chart({ spec, src, width, output: _output, json: _json, ...fields }) {
  /** @type {Options} */
  const options = {};
  if (src !== undefined) options.src = src;
  if (width !== undefined) options.width = /** @type {any} */ (width);
  return [{ ...(spec === undefined ? {} : json(spec)), ...fields }, options];
}

/** @param {Found[]} found @param {boolean} whole */
function lines(found, whole) {
  if (whole) return `${JSON.stringify(found, null, 2)}\n`;
  return found.map(({ id, name, figures }) => `${id}\t${name}\t${figures[figures.length - 1]?.value ?? ""}\n`).join("");
}

/** @param {string[]} argv */
function answered([command = "", ...args]) {
  if (["", "help", "--help", "-h"].includes(command) || args.includes("--help")) return { text: `${HELP}\n`, to: undefined };
  if (command === "--version") return { text: `${JSON.parse(readFileSync(new URL("./package.json", import.meta.url), "utf8")).version}\n`, to: undefined };
  if (!["render", "describe", "list", "search"].includes(command)) throw new Usage(`there is no command “${command}”: render, describe, list, search`);
  const { values, positionals } = parsed(command, args);
  const { output: to, json: whole, ...filter } = values;
  if (command === "render") return { text: render(...chart(values)).svg, to };
  if (command === "describe") return { text: `${JSON.stringify(describe(...chart(values)), null, 2)}\n`, to };
  return { text: lines(command === "list" ? list(filter) : search(positionals.join(" "), filter), Boolean(whole)), to };
}

// A reader that has seen enough closes the pipe.
process.stdout.on("error", (error) => {
  const closed = /** @type {NodeJS.ErrnoException} */ (error).code === "EPIPE";
  if (!closed) process.stderr.write(`indicator-chart: ${error.message}\n`);
  process.exit(closed ? 0 : 1);
});

try {
  const { text, to } = answered(process.argv.slice(2));
  if (to === undefined) process.stdout.write(text);
  else writeFileSync(to, text);
} catch (error) {
  const known = error instanceof Usage || (error instanceof Error && ("kind" in error || "code" in error));
  if (!known) throw error;
  process.stderr.write(`indicator-chart: ${/** @type {Error} */ (error).message.replace(/^indicator-chart: /u, "")}\n`);
  if (error instanceof Usage) process.stderr.write("indicator-chart --help lists what there is\n");
  process.exitCode = error instanceof Usage ? 2 : 1;
}
