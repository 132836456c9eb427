// Turns the button of a page of ours into another theme of the page, and the way to its other edition into one that takes
// along what the address carries.

const theme = document.querySelector("#theme");

/** Names of the theme that a press would bring: dark, light. */
const THEMES = { zh: ["深色", "浅色"], en: ["Dark", "Light"] };

function dark() {
  const own = document.documentElement.dataset.theme;
  return own ? own === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

function nameTheme() {
  const lang = document.documentElement.lang === "en" ? "en" : "zh";
  if (theme) theme.textContent = THEMES[lang][Number(dark())] ?? "";
}

theme?.addEventListener("click", () => {
  document.documentElement.dataset.theme = dark() ? "light" : "dark";
  nameTheme();
});

nameTheme();
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", nameTheme);
new MutationObserver(nameTheme).observe(document.documentElement, { attributes: true, attributeFilter: ["lang"] });
for (const edition of document.querySelectorAll("nav a[hreflang]")) {
  if (!(edition instanceof HTMLAnchorElement)) continue;
  edition.addEventListener("click", () => {
    edition.hash = location.hash;
  });
}
// Without this script the button would do nothing, so it is only there with it.
document.querySelector("#tools")?.removeAttribute("hidden");
