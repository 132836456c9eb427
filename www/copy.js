// Turns the button beside a piece of code into a copy of it on the clipboard; where that is refused, into its selection.

const WORDS = {
  zh: { copied: "已复制", chosen: "已选中，请按 Ctrl+C 或 ⌘C" },
  en: { copied: "Copied", chosen: "Selected: press Ctrl+C or ⌘C" },
};

const words = WORDS[document.documentElement.lang === "en" ? "en" : "zh"];

/** @param {HTMLButtonElement} button */
async function copy(button) {
  const code = document.querySelector(`[data-code="${CSS.escape(button.dataset["copy"] ?? "")}"]`);
  const said = button.parentElement?.querySelector("[role=status]");
  if (!code) return;
  let told = words.copied;
  try {
    await navigator.clipboard.writeText(code.textContent ?? "");
  } catch {
    getSelection()?.selectAllChildren(code);
    told = words.chosen;
  }
  if (said) said.textContent = told;
}

for (const button of document.querySelectorAll("button[data-copy]")) {
  if (!(button instanceof HTMLButtonElement)) continue;
  button.addEventListener("click", () => void copy(button));
  // Without this script the button would do nothing, so it is only there with it.
  button.hidden = false;
}
