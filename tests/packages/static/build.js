// Writes a page of pictures, each with its table, as a site generator does: no browser, and no script in the page.
import { mkdirSync, writeFileSync } from "node:fs";
import { list, render, search } from "indicator-chart/node";

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
const out = new URL("out/", import.meta.url);
mkdirSync(out, { recursive: true });

const ids = ["high-tech-enterprises", "cross-border-ecommerce-volume", search("talent", { lang: "en" })[0].id];
const figures = ids.map((indicator) => {
  const { svg, width, height, label, summary, table } = render({ indicator, lang: "en" }, { width: 640 });
  writeFileSync(new URL(`${indicator}.svg`, out), svg);
  const rows = table.rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>`).join("");
  return `<figure><img src="${indicator}.svg" width="${width}" height="${height}" alt="${escaped(summary)}">
<details><summary>${escaped(label)}</summary><table>${rows}</table></details></figure>`;
});
const opening = list({ domain: "opening", lang: "en" }).length;
writeFileSync(
  new URL("index.html", out),
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Static</title><link rel="icon" href="data:,"><p id="count">${opening}</p>${figures.join("\n")}</html>\n`,
);
