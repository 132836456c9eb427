// Writes three pages as a newsroom without a bundler has them: a script tag, one file, and everything in one page.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";

const from = new URL("node_modules/indicator-chart/", import.meta.url);
const out = new URL("out/", import.meta.url);
mkdirSync(out, { recursive: true });
cpSync(from, new URL("charts/", out), { recursive: true });

const integrity = JSON.parse(readFileSync(new URL("integrity.json", from), "utf8"));
const KINDS = ["bar", "number", "scorecard", "dot"];
const chart = (at) =>
  `<indicator-chart indicator="high-tech-enterprises" kind="${KINDS[at % KINDS.length]}" heading="Chart ${at + 1}"><p>5,801 enterprises</p></indicator-chart>`;
const page = (title, head, count, end = "") => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,">${head}</head>
<body>${Array.from({ length: count }, (_, at) => chart(at)).join("\n")}${end}</body>
</html>
`;
const write = (name, text) => writeFileSync(new URL(name, out), text);

const sri = (name) => `integrity="${integrity[name]}" crossorigin="anonymous"`;
write("index.html", page("Twenty charts", `<script type="module" src="charts/indicator-chart.js" ${sri("indicator-chart.js")}></script>`, 20));
write("inline.html", page("One file", `<script src="charts/inline.js" ${sri("inline.js")}></script>`, 2));
write("disk.html", page("From disk", `<script src="charts/inline.js"></script>`, 2));
// Nothing in the script can end it early.
write("single.html", page("One page", "", 2, `<script>${readFileSync(new URL("inline.js", from), "utf8")}</script>`));
