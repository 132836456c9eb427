// Turns the two buttons of the article into another theme of the page and another language of its charts.

/** Texts of a chart that an editor wrote, each with its English version beside it as `data-en-…`. */
const TEXTS = ["heading", "subheading", "note", "alt"];

const theme = document.querySelector("#theme");
const language = document.querySelector("#language");
const charts = [...document.querySelectorAll("indicator-chart")];

/** The Chinese texts, while the charts speak English. @type {Map<Element, Record<string, string>>} */
const chinese = new Map();

function dark() {
  const own = document.documentElement.dataset.theme;
  return own ? own === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

function nameTheme() {
  if (theme) theme.textContent = dark() ? "浅色" : "深色";
}

/** @param {Element} chart */
function toEnglish(chart) {
  /** @type {Record<string, string>} */
  const kept = {};
  for (const name of TEXTS) {
    const english = chart.getAttribute(`data-en-${name}`);
    if (english === null) continue;
    kept[name] = chart.getAttribute(name) ?? "";
    chart.setAttribute(name, english);
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

theme?.addEventListener("click", () => {
  document.documentElement.dataset.theme = dark() ? "light" : "dark";
  nameTheme();
});

language?.addEventListener("click", () => {
  const english = chinese.size === 0;
  charts.forEach(english ? toEnglish : toChinese);
  language.textContent = english ? "图表用中文" : "Charts in English";
  language.setAttribute("lang", english ? "zh-CN" : "en");
});

nameTheme();
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", nameTheme);
// Without this script the buttons would do nothing, so they are only there with it.
document.querySelector("#tools")?.removeAttribute("hidden");
