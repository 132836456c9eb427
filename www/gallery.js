// Turns the gallery's second button into another language of the page and of the charts on it.
//
// A chart keeps the English of an editor's texts beside them as `data-en-…`, and a text of the page itself as
// `data-en`; a link that leads elsewhere in English says so as `data-en-href`.

/** Texts of a chart that an editor wrote. */
const TEXTS = ["heading", "subheading", "note", "alt", "annotations", "highlight"];

const language = document.querySelector("#language");
const texts = [...document.querySelectorAll("[data-en]")];
const links = [...document.querySelectorAll("a[data-en-href]")];
/** A chart that names its language keeps it. */
const charts = [...document.querySelectorAll("indicator-chart:not([lang])")];

/** What stood there in Chinese, while English stands there. @type {Map<Element, Record<string, string>>} */
const chinese = new Map();
/** What stood in the page's own texts, with their places to break. @type {Map<Element, ChildNode[]>} */
const content = new Map();

/** @param {Element} chart */
function toEnglish(chart) {
  /** @type {Record<string, string>} */
  const kept = {};
  for (const name of TEXTS) {
    const text = chart.getAttribute(`data-en-${name}`);
    if (text === null) continue;
    kept[name] = chart.getAttribute(name) ?? "";
    chart.setAttribute(name, text);
  }
  chinese.set(chart, kept);
  chart.setAttribute("lang", "en");
}

/** @param {Element} chart */
function toChinese(chart) {
  for (const [name, text] of Object.entries(chinese.get(chart) ?? {})) chart.setAttribute(name, text);
  chinese.delete(chart);
  chart.setAttribute("lang", "zh-CN");
}

/** @param {boolean} toEnglish */
function turnPage(toEnglish) {
  document.documentElement.lang = toEnglish ? "en" : "zh-CN";
  for (const text of texts) {
    if (toEnglish) content.set(text, [...text.childNodes]);
    if (toEnglish) text.textContent = text.getAttribute("data-en");
    else text.replaceChildren(...(content.get(text) ?? []));
  }
  for (const link of links) {
    const other = link.getAttribute("data-en-href") ?? "";
    link.setAttribute("data-en-href", link.getAttribute("href") ?? "");
    link.setAttribute("href", other);
  }
}

function turn() {
  const turned = language?.getAttribute("lang") === "en";
  charts.forEach(turned ? toEnglish : toChinese);
  turnPage(turned);
  const other = language?.getAttribute("data-other") ?? "";
  language?.setAttribute("data-other", language.textContent ?? "");
  if (language) language.textContent = other;
  language?.setAttribute("lang", turned ? "zh-CN" : "en");
}

language?.addEventListener("click", turn);
// The English edition of the article leads here in its own language.
if (new URLSearchParams(location.search).get("lang") === "en") turn();
