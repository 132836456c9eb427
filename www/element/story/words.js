// Every text of a story that its author did not write, in Chinese and English.

/** @type {Record<string, [zh: string, en: string]>} */
const TEXTS = {
  chart: [
    "这一步所指的图表“{0}”不在本页；文字照常可读。",
    "The chart “{0}” that this step speaks of is not in this page; the text reads on without it.",
  ],
  spec: [
    "这一步的 data-spec 读不出来（{0}）；图表照原样显示。请改正这个属性。",
    "The data-spec of this step cannot be read ({0}); the chart is shown as it is. Correct this attribute.",
  ],
  back: ["回到开头", "Back to the start"],
};

/** The language that we speak at a place; the same rule as the chart's. @param {Element} at @returns {"zh-CN" | "en"} */
export function tongue(at) {
  const first = (at.closest("[lang]")?.getAttribute("lang") ?? "").trim().split(/[-_]/)[0]?.toLowerCase() ?? "";
  return first === "" || first === "zh" ? "zh-CN" : "en";
}

/** @param {"zh-CN" | "en"} lang @param {string} key @param {string} [part] stands for `{0}` */
export function told(lang, key, part = "") {
  return (TEXTS[key]?.[lang === "en" ? 1 : 0] ?? "").replace("{0}", () => part);
}
