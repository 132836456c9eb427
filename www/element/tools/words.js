// Every text of the tools, in Chinese and English.

import { speaker } from "../words.js";

/** @type {Record<string, [zh: string, en: string]>} */
const TEXTS = {
  png: ["下载图片（PNG）", "Download picture (PNG)"],
  svg: ["下载矢量图（SVG）", "Download drawing (SVG)"],
  csv: ["下载数据（CSV）", "Download figures (CSV)"],
  link: ["复制链接", "Copy link"],
  "link-point": ["复制这个数字的链接", "Copy link to this figure"],
  cite: ["复制这个数字与出处", "Copy this figure and its source"],
  share: ["分享…", "Share…"],
  full: ["全屏", "Full screen"],
  leave: ["退出全屏", "Leave full screen"],
  language: ["English", "中文"],
  keys: ["键盘操作", "Keyboard"],
  menu: ["更多操作", "More"],
  copied: ["已复制。", "Copied."],
  "copy-refused": [
    "浏览器不允许复制。请从下面的文本框里自行复制。",
    "The browser does not allow copying. Copy the text from the field below.",
  ],
  "copy-field": ["要复制的文字", "Text to copy"],
  saved: ["已生成 {0}。", "{0} is ready."],
  "save-refused": [
    "浏览器没有保存文件（{0}）。请改用“复制链接”，或在另一个浏览器里打开本页。",
    "The browser did not save the file ({0}). Copy the link instead, or open this page in another browser.",
  ],
  "share-refused": [
    "没能打开系统的分享（{0}）。请改用“复制链接”。",
    "The system’s share sheet did not open ({0}). Copy the link instead.",
  ],
  "full-refused": ["浏览器不允许全屏（{0}）。", "The browser does not allow full screen ({0})."],
  "no-point": ["没有正在看的数字。请先点按图上的一个点。", "No figure is being read. Choose a point of the chart first."],
  "no-chart": ["图表还没有画出来，请稍后再试。", "The chart is not drawn yet. Try again in a moment."],
  rule: ["判断规则", "Rule"],
  printed: ["原文：{0}", "as printed: {0}"],
  origin: ["出处：{0}", "Source: {0}"],
  address: ["链接：{0}", "Link: {0}"],
  section: ["“{0}”", "“{0}”"],
  paragraph: ["第{0}段", "paragraph {0}"],
  published: ["{0}", "published {0}"],
  accessed: ["[{0}]", "accessed {0}"],
  "sort-none": ["按原来的顺序排列。", "Rows are in their original order."],
  "sort-up": ["按“{0}”升序排列。", "Sorted by {0}, ascending."],
  "sort-down": ["按“{0}”降序排列。", "Sorted by {0}, descending."],
  search: ["在表中查找", "Search the table"],
  found: ["{0} 行中有 {1} 行符合。", "{1} of {0} rows."],
  nothing: ["没有符合“{0}”的行。请改用别的词，或清空查找。", "No row has “{0}”. Try another word, or clear the search."],
  "key-arrows": ["左右：前后各点；上下：其他系列", "Left, right: along a line; up, down: between lines"],
  "key-ends": ["第一个点、最后一个点", "First and last point"],
  "key-pages": ["一次多走几个点", "Several points at a time"],
  "key-pin": ["固定正在看的点，再按一次放开", "Pin the point that is read; again lets go"],
  "key-free": ["放开固定的点、结束查看、取消突出", "Let go of what is pinned, read or highlighted"],
  "key-zoom": ["放大、缩小时间（有时间轴的图）", "Zoom in, zoom out (charts with a time axis)"],
  "key-whole": ["显示全部时间", "All of the time"],
  "key-light": ["逐个突出图例里的系列", "Highlight the next name of the legend"],
  "key-help": ["打开这个说明", "Open this list"],
  "key-mouse": [
    "鼠标：点按固定；横向拖动选取一段时间；按住 Ctrl 滚动滚轮缩放；点图例里的名称突出一个系列。手指：横向滑动逐点查看，纵向滑动滚动页面。",
    "Mouse: a click pins; a drag across takes a span of time; the wheel with Ctrl looks closer; a name of the legend highlights. Finger: sideways walks the points, up and down scrolls the page.",
  ],
};

/** A text of the tools. */
export const told = speaker(TEXTS);
