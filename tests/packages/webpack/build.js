// Bundles main.js for production; a warning is a failure.
import { copyFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import webpack from "webpack";

const here = fileURLToPath(new URL(".", import.meta.url));
// The engine is as large as it is; how large is what the tests print.
webpack({ mode: "production", context: here, entry: "./main.js", output: { path: `${here}out`, filename: "main.js" }, performance: { hints: false } }, (error, stats) => {
  if (error) throw error;
  if (stats.hasErrors() || stats.hasWarnings()) throw new Error(stats.toString({ all: false, errors: true, warnings: true }));
  copyFileSync(`${here}index.html`, `${here}out/index.html`);
});
