// What is said of columns that are none, in Chinese and English.

import { speaker } from "../words.js";

export const told = speaker({
  shape: [
    "data 要写成 { x, series: [{ name, y }] }，给出的是 {0}。请改正后重新设置 data。",
    "data takes { x, series: [{ name, y }] } and was given {0}. Correct it and set data again.",
  ],
  list: [
    "data 的 {0} 要是数组或 Float64Array，给出的是 {1}。请改正后重新设置 data。",
    "{0} of data takes an array or a Float64Array and was given {1}. Correct it and set data again.",
  ],
  cell: [
    "data 的 {0} 第 {1} 行不是数字：{2}。请改成数字，缺数的地方写 null 或 NaN，再重新设置 data。",
    "{0} of data has no number in row {1}: {2}. Make it a number, or null or NaN for a gap, and set data again.",
  ],
  series: [
    "data 的 series 要是一个数组，每项写成 { name, y }，给出的是 {0}。请改正后重新设置 data。",
    "series of data takes an array of { name, y } and was given {0}. Correct it and set data again.",
  ],
  text: [
    "data 的 {0} 要是文字，给出的是 {1}。请改正后重新设置 data。",
    "{0} of data takes a text and was given {1}. Correct it and set data again.",
  ],
  type: [
    "data 的 type 只能是 time 或 number，给出的是 {0}。请改正后重新设置 data。",
    "type of data is time or number and was given {0}. Correct it and set data again.",
  ],
  offset: [
    "data 的 offset 是从 UTC 起向东的分钟数（-1440 到 1440），给出的是 {0}。请改正后重新设置 data。",
    "offset of data is minutes east of UTC, -1440 to 1440, and was given {0}. Correct it and set data again.",
  ],
  many: [
    "data 的 {0} 有 {1} 行，超出浏览器能放下的（{2}）。请先减少行数，再重新设置 data。",
    "{0} of data has {1} rows, more than a browser can hold ({2}). Give it fewer and set data again.",
  ],
});
