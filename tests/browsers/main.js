// Runs every spec in one engine, or those that are named: ENGINE=chromium|firefox|webkit node --test-reporter=spec main.js [touch …]
import { readdir } from "node:fs/promises";
import { after } from "node:test";
import { closeAll } from "./lib/engine.js";

after(closeAll);

const wanted = process.argv.slice(2);
const specs = (await readdir(new URL("specs", import.meta.url))).sort();
for (const spec of specs) {
  if (wanted.length === 0 || wanted.includes(spec.replace(".js", ""))) await import(`./specs/${spec}`);
}
