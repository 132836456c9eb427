// Every text around a figure of a sentence, in Chinese and English.

import { speaker, spoken } from "../words.js";

/** @type {Record<string, [zh: string, en: string]>} */
const TEXTS = {
  card: ["这个数字的出处", "Where this figure is printed"],
  computed: ["这个数字由什么算出", "What this figure was computed from"],
  basis: ["由下列数字算出", "Computed from"],
  printed: ["原文", "As printed"],
  place: ["出处", "Source"],
  note: ["说明", "Note"],
  address: ["链接", "Link"],
  nowhere: ["本页没有列出它的出处。", "This page does not list where it is printed."],
  "as-printed": ["原文：{0}", "as printed: {0}"],
  copy: ["复制数字与出处", "Copy figure and source"],
  copied: ["已复制。", "Copied."],
  refused: [
    "浏览器不允许复制。请从下面的文本框里自行复制。",
    "The browser does not allow copying. Copy the text from the field below.",
  ],
  list: ["看文末列表", "See the list"],
  gap: [
    "〔这里缺一个数字：{0}。网站的构建会填写它；本页没有经过构建。〕",
    "[A figure is missing here: {0}. The build of the site fills it in; this page was not built.]",
  ],
};

const say = speaker(TEXTS);

/** @param {"zh-CN" | "en"} lang @param {string} key @param {string} [part] stands for `{0}` */
export const told = (lang, key, part = "") => say(lang, key, [part]);

/** The language at a place. @param {Element} at */
export const tongue = (at) => spoken(at.closest("[lang]")?.getAttribute("lang") ?? "");
