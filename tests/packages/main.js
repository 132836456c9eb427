// Every way into a newsroom's page: node main.js [part of a spec's name ...]
//
// PICTURES names the file in which the native build lists what it drew (cargo xtask test --only packages makes it).
import { readdirSync } from "node:fs";
import { after } from "node:test";
import { closed } from "./lib/looked.js";

const wanted = process.argv.slice(2);
for (const name of readdirSync(new URL("specs", import.meta.url)).sort()) {
  if (wanted.length === 0 || wanted.some((part) => name.includes(part))) await import(`./specs/${name}`);
}
after(closed);
