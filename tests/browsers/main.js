// Runs every spec in one engine: ENGINE=chromium|firefox|webkit node --test-reporter=spec main.js
import { after } from "node:test";
import { closeAll } from "./lib/engine.js";

after(closeAll);

await import("./specs/article.js");
await import("./specs/figures.js");
await import("./specs/gallery.js");
await import("./specs/links.js");
await import("./specs/reading.js");
await import("./specs/size.js");
await import("./specs/theme.js");
await import("./specs/trouble.js");
await import("./specs/svg.js");
