// Every text that the element shows when the engine is not there to say it, in Chinese and English.

/** @type {Record<string, [zh: string, en: string]>} */
const TEXTS = {
  chart: ["交互图表", "interactive chart"],
  keys: [
    "按方向键逐点查看，回车固定，Esc 取消，问号列出全部按键。",
    "Arrow keys move from point to point, Enter pins one, Escape lets go, question mark lists all keys.",
  ],
  retry: ["重试", "Retry"],
  table: ["数据表", "Table"],
  "chart-view": ["图表", "Chart"],
  more: ["更多", "More"],
  whole: ["显示全部时间", "Show all time"],
  closer: ["放大时间", "Zoom in"],
  wider: ["缩小时间", "Zoom out"],
  leave: ["退出全屏", "Exit full screen"],
  copied: ["已复制", "Copied"],
  pinned: ["固定的数字", "Pinned figure"],
  cite: ["复制数字与出处", "Copy figure and source"],
  copy: ["复制数值", "Copy value"],
  link: ["复制链接", "Copy link"],
  "tools-failed": ["这一步没有成功（{0}）。", "That did not work ({0})."],
  "tools-missing": [
    "这个功能没有载入。请检查网络，再试一次。",
    "This part of the chart did not load. Check the network and try again.",
  ],
  close: ["关闭", "Close"],
  "state-point": [
    "链接所指的数字“{0}”不在这张图里，可能已经更正或移走；图表照原样显示。",
    "The figure “{0}” that the link points to is not in this chart; it may have been revised or moved. The chart is shown as it is.",
  ],
  "state-series": [
    "链接所指的系列“{0}”不在这张图里；图表照原样显示。",
    "The series “{0}” that the link names is not in this chart. The chart is shown as it is.",
  ],
  "state-span": [
    "链接所指的时段“{0}”在这张图里没有足够的数字；图表显示全部时间。",
    "The span “{0}” that the link names does not hold enough figures of this chart. All its time is shown.",
  ],
  "link-chart": [
    "链接所指的图表“{0}”不在本页。请向分享者要新的链接，或在本页里查找。",
    "The chart “{0}” that the link names is not in this page. Ask for a new link, or look for it in the page.",
  ],
  "link-damaged": [
    "链接损坏，有一部分读不出来：“{0}”。请向分享者要新的链接；其余部分照常显示。",
    "The link is damaged; a part of it cannot be read: “{0}”. Ask for a new link. The rest is shown.",
  ],
  "link-part": [
    "链接里有这张图不认识的部分：“{0}”；其余部分照常显示。",
    "The link has a part that means nothing to this chart: “{0}”. The rest is shown.",
  ],
  "bad-data": ["{0}：{1}", "{0}: {1}"],
  "bad-json": [
    "spec 属性不是有效的 JSON（{0}）。请改正这个属性。",
    "The attribute spec is not valid JSON ({0}). Correct this attribute.",
  ],
  "bad-field": ["{0} 用不了“{1}”。可用的有：{2}。", "{0} cannot use “{1}”. It takes {2}."],
  "bad-key": [
    "spec 属性里的“{0}”不是可用的名称。可用的有：{1}。",
    "The attribute spec has “{0}”, which is not a name it knows. It knows {1}.",
  ],
  "canvas-refused": [
    "浏览器没有给出画布，图表画不出来。请关闭一些页面后重新载入。",
    "The browser gave no canvas to draw on. Close some tabs and load the page again.",
  ],
  "engine-address": [
    "“{0}”不是图表引擎的有效地址。请改正 wasm 属性。",
    "“{0}” is not an address where the chart engine can be. Correct the attribute wasm.",
  ],
  "engine-corrupt": [
    "图表引擎文件 {0} 已损坏。请重新上传该文件，再点“重试”。",
    "The chart engine {0} is damaged. Upload the file again, then choose Retry.",
  ],
  "engine-denied": [
    "服务器没有给出图表引擎文件 {0}（HTTP {1}）。请稍后点“重试”；仍然如此，请联系本站。",
    "The server did not give out the chart engine {0} (HTTP {1}). Choose Retry in a while; if that does not help, tell this site.",
  ],
  "engine-mismatch": [
    "图表引擎文件 {0} 与脚本不是同一版本。请把两者一起更新，再点“重试”。",
    "The chart engine {0} and the script are of different versions. Update both together, then choose Retry.",
  ],
  "engine-missing": [
    "没有找到图表引擎文件 {0}（HTTP {1}）。请确认该文件已上传，再点“重试”。",
    "The chart engine {0} was not found (HTTP {1}). Check that the file is uploaded, then choose Retry.",
  ],
  "engine-not-wasm": [
    "{0} 不是图表引擎，服务器给出的类型是 {1}。请检查该文件的地址，再点“重试”。",
    "{0} is not the chart engine; the server says it is {1}. Check the address of the file, then choose Retry.",
  ],
  "engine-refused": [
    "本页的安全策略不允许运行图表引擎。请在 Content-Security-Policy 的 script-src 里加上 'wasm-unsafe-eval'。",
    "This page’s security policy does not let the chart engine run. Add 'wasm-unsafe-eval' to script-src in its Content-Security-Policy.",
  ],
  "engine-slow": [
    "图表引擎 {0} 超过 {1} 秒还没有下载完。请检查网络，或点“重试”。",
    "The chart engine {0} has not arrived after {1} seconds. Check the network, or choose Retry.",
  ],
  "engine-trap": [
    "交互图表两次出错，已停用；这里仍可查看静态图和数据表。重新载入本页可再试一次。",
    "The interactive chart failed twice and was stopped; the still picture and the table remain. Load the page again to try once more.",
  ],
  "engine-unreachable": [
    "图表引擎 {0} 下载失败。请检查网络，再点“重试”。",
    "The chart engine {0} could not be fetched. Check the network, then choose Retry.",
  ],
  "engine-unsupported": [
    "这个浏览器不能运行交互图表（没有 WebAssembly）。请更新浏览器。",
    "This browser cannot run interactive charts (it lacks WebAssembly). Update the browser.",
  ],
  "fetch-blocked": [
    "本页的安全策略不允许下载 {0}。请在 Content-Security-Policy 的 connect-src 里加上 {1}。",
    "This page’s security policy does not let {0} be fetched. Add {1} to connect-src in its Content-Security-Policy.",
  ],
  "figures-address": [
    "“{0}”不是数据文件的有效地址。请在 src 属性里写本站或 https 的地址。",
    "“{0}” is not an address where figures can be. Put a relative or an https address into the attribute src.",
  ],
  "part-missing": [
    "图表脚本的一部分没有载入，这张图画不出来。请检查网络，再点“重试”。",
    "A part of the chart’s script did not load, so this chart cannot be drawn. Check the network, then choose Retry.",
  ],
  "figures-missing": [
    "没有找到数据文件 {0}（HTTP {1}）。请确认该文件已上传，再点“重试”。",
    "The figures {0} were not found (HTTP {1}). Check that the file is uploaded, then choose Retry.",
  ],
  "figures-refused": [
    "服务器没有给出数据文件 {0}（HTTP {1}）。请稍后点“重试”；仍然如此，请联系本站。",
    "The server did not give out the figures {0} (HTTP {1}). Choose Retry in a while; if that does not help, tell this site.",
  ],
  "figures-slow": [
    "数据文件 {0} 超过 {1} 秒还没有下载完。请检查网络，或点“重试”。",
    "The figures {0} have not arrived after {1} seconds. Check the network, or choose Retry.",
  ],
  "figures-unreachable": [
    "数据文件 {0} 下载失败。请检查网络，再点“重试”。",
    "The figures {0} could not be fetched. Check the network, then choose Retry.",
  ],
  "too-large": [
    "图表要占 {0} × {1} 像素，画布放不下。请减小 height，或缩短其中的文字。",
    "The picture needs {0} × {1} px, more than a canvas can hold. Give it a smaller height or shorter texts.",
  ],
  unexpected: [
    "交互图表没能画出来（{0}）。请重新载入本页。",
    "The interactive chart could not be drawn ({0}). Load the page again.",
  ],
};

/**
 * The language that we speak to a reader of `tag`; the same rule as the engine's.
 * @param {string} tag any text, valid language tag or not
 * @returns {"zh-CN" | "en"}
 */
export function spoken(tag) {
  const first = tag.trim().split(/[-_]/)[0]?.toLowerCase() ?? "";
  return first === "" || first === "zh" ? "zh-CN" : "en";
}

/**
 * Who says the texts of a table in the reader's language.
 * @param {Record<string, [zh: string, en: string]>} texts
 * @returns {(tag: string, key: string, parts?: string[]) => string} `parts` stand for `{0}`, `{1}` …
 */
export const speaker = (texts) => (tag, key, parts = []) => {
  const [zh, en] = texts[key] ?? ["{0}", "{0}"];
  return (spoken(tag) === "en" ? en : zh).replace(/\{(\d)\}/g, (whole, at) => parts[Number(at)] ?? whole);
};

/** A text of the element. */
export const say = speaker(TEXTS);
