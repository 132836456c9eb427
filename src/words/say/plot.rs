//! What is said of charts of a page's own columns.

use super::super::Say;

/// A place that is none.
pub const COLUMN_X: Say = Say(
    "data.x 的第{0}行不是有限的数，没有位置可画。请去掉这一行，或补上它的数。",
    "Row {0} of data.x is no finite number and has no place. Leave the row out, or give it one.",
);
/// Columns of unequal length.
pub const COLUMN_LENGTH: Say = Say(
    "系列“{0}”有{1}个数，而 data.x 有{2}个。两者必须一样长；缺的数写 NaN。",
    "The series “{0}” has {1} values and data.x has {2}. Both must be equally long; write NaN for a missing value.",
);
/// Far too many columns.
pub const COLUMN_MANY: Say = Say(
    "data.series 多于{0}个系列。每个系列是一列数，不是一行。",
    "data.series holds more than {0} series. Each is a column of numbers, not a row.",
);
/// No memory.
pub const COLUMN_MEMORY: Say = Say(
    "{0}个数放不进内存。请少给一些，例如先按小时或按天汇总。",
    "There is no memory for {0} numbers. Give fewer, for instance sums by the hour or the day.",
);
/// Nothing to draw.
pub const COLUMN_EMPTY: Say = Say(
    "data 里没有可画的数：x 和 series 都不能为空。",
    "data holds nothing to draw: neither x nor series may be empty.",
);
/// Gaps alone.
pub const COLUMN_GAPS: Say =
    Say("data 里没有一个有限的数，全是缺失。", "data holds not one finite value; all of it is missing.");
/// A kind that columns are not drawn by.
pub const COLUMN_KIND: Say = Say(
    "data 只能画成 line、area 或 dot，不能画成 {0}。",
    "Of data a line, area or dot can be drawn, but no {0}.",
);
/// Fields without effect.
pub const COLUMN_FIELDS: Say =
    Say("给了 data，这些属性就不起作用：{0}。", "With data these attributes have no effect: {0}.");
/// Rows that were sorted.
pub const COLUMN_SORTED: Say =
    Say("data.x 没有按大小排列，已排好。", "data.x was not in rising order; it has been sorted.");
/// Gaps.
pub const COLUMN_MISSING: Say = Say(
    "系列“{0}”有{1}个数缺失或不是有限的数，画成断开。",
    "{1} values of the series “{0}” are missing or not finite and stand as gaps.",
);
/// A scale of ratios that is not drawn.
pub const COLUMN_LOG: Say = Say(
    "数里有零或负数，对数刻度画不出来，改用普通刻度。",
    "The values hold zero or a negative number, which a log scale cannot show; the scale is linear.",
);
/// A value that is not there.
pub const COLUMN_GAP: Say = Say("无数据", "no value");
/// A kind's name.
pub const COLUMN_LINE: Say = Say("折线图", "line chart");
/// A kind's name.
pub const COLUMN_AREA: Say = Say("面积图", "area chart");
/// A kind's name.
pub const COLUMN_DOT: Say = Say("散点图", "dot plot");
/// How much there is.
pub const COLUMN_SUMMARY: Say =
    Say("{0}个系列，{1}行，从{2}到{3}。", "Series: {0}; rows: {1}, from {2} to {3}.");
/// What stands out of a series.
pub const COLUMN_FACTS: Say = Say(
    "{0}：最低{1}（{2}），最高{3}（{4}），最后{5}（{6}）。",
    "{0}: lowest {1} ({2}), highest {3} ({4}), last {5} ({6}).",
);
/// Table column.
pub const COLUMN_PLACE: Say = Say("位置", "x");
/// Table column.
pub const COLUMN_SERIES: Say = Say("系列", "Series");
/// Table column.
pub const COLUMN_FIRST: Say = Say("最先", "First");
/// Table column.
pub const COLUMN_LAST: Say = Say("最后", "Last");
/// Table column.
pub const COLUMN_LEAST: Say = Say("最低", "Lowest");
/// Table column.
pub const COLUMN_GREATEST: Say = Say("最高", "Highest");
/// A table of what stands out.
pub const COLUMN_CAPPED: Say = Say(
    "共{0}行，表中只列要点；全部数字在 CSV 文件里。",
    "Of {0} rows the table tells what stands out; all of them are in the CSV file.",
);
/// Times that no calendar tells.
pub const COLUMN_TIME: Say = Say(
    "data.x 里有公元6至3900年以外的时间。x 要写成1970年以来的毫秒数，不是秒、微秒或纳秒；如果不是时间，请设 type: \"number\"。",
    "data.x holds times outside the years 6 to 3900. Give milliseconds since 1970, not micro- or nanoseconds; where x is no time, set type: \"number\".",
);
