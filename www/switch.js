// Turns the two buttons of a page of ours into another theme of the page and another language of what is on it.
//
// A chart keeps the English of an editor's texts beside them as `data-en-…`, and a text of the page itself as
// `data-en`. A page without such texts stays Chinese; only its charts change.

/** Texts of a chart that an editor wrote. */
const TEXTS = ["heading", "subheading", "note", "alt", "annotations", "highlight"];

const theme = document.querySelector("#theme");
const language = document.querySelector("#language");
const texts = [...document.querySelectorAll("[data-en]")];
/** A chart that names its language keeps it. */
const charts = [...document.querySelectorAll("indicator-chart:not([lang])")];

/** What stood there in Chinese, while English stands there. @type {Map<Element, Record<string, string>>} */
const chinese = new Map();
/** What stood in the page's own texts, with their places to break. @type {Map<Element, ChildNode[]>} */
const content = new Map();

/** Names of the theme that a press would bring: dark, light. */
const THEMES = { zh: ["深色", "浅色"], en: ["Dark", "Light"] };

const english = () => document.documentElement.lang === "en";

function dark() {
  const own = document.documentElement.dataset.theme;
  return own ? own === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

function nameTheme() {
  if (theme) theme.textContent = THEMES[english() ? "en" : "zh"][Number(dark())] ?? "";
}

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
  if (texts.length === 0) return;
  document.documentElement.lang = toEnglish ? "en" : "zh-CN";
  for (const text of texts) {
    if (toEnglish) content.set(text, [...text.childNodes]);
    if (toEnglish) text.textContent = text.getAttribute("data-en");
    else text.replaceChildren(...(content.get(text) ?? []));
  }
}

theme?.addEventListener("click", () => {
  document.documentElement.dataset.theme = dark() ? "light" : "dark";
  nameTheme();
});

language?.addEventListener("click", () => {
  const turn = language.getAttribute("lang") === "en";
  charts.forEach(turn ? toEnglish : toChinese);
  turnPage(turn);
  const other = language.getAttribute("data-other") ?? "";
  language.setAttribute("data-other", language.textContent ?? "");
  language.textContent = other;
  language.setAttribute("lang", turn ? "zh-CN" : "en");
  nameTheme();
});

nameTheme();
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", nameTheme);
// Without this script the buttons would do nothing, so they are only there with it.
document.querySelector("#tools")?.removeAttribute("hidden");
