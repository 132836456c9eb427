//! What a chart says where it cannot be drawn as asked: what was given, why not, and what to do next.

use crate::words::Say;

/// A missing id.
pub const MISSING_INDICATOR: Say = Say(
    "没有指定指标。请在 indicator 属性里写一个指标的 id。",
    "No indicator is named. Put an indicator’s id into the attribute “indicator”.",
);
/// An unknown id.
pub const UNKNOWN_INDICATOR: Say = Say(
    "数据里没有“{0}”这个指标。请检查 indicator 属性的拼写。",
    "The data has no indicator “{0}”. Check the spelling in the attribute “indicator”.",
);
/// Ids that look alike.
pub const DID_YOU_MEAN: Say = Say("是否指：{0}？", " Did you mean {0}?");
/// An unknown kind.
pub const UNKNOWN_KIND: Say = Say(
    "没有“{0}”这种图。kind 属性可以写：{1}。",
    "There is no chart kind “{0}”. The attribute “kind” takes: {1}.",
);
/// An unknown area.
pub const UNKNOWN_AREA: Say = Say(
    "数据里没有“{0}”这个地区。area 属性可以写：{1}。",
    "The data has no area “{0}”. The attribute “area” takes: {1}.",
);
/// A field that cannot be read.
pub const BAD_FIELD: Say = Say(
    "属性 {0} 的值“{1}”读不出来，应当像这样：{2}。",
    "The value “{1}” of the attribute “{0}” cannot be read; write it like this: {2}.",
);
/// A profile that is no list of weights.
pub const BAD_PROFILE: Say = Say(
    "profile 属性的值“{0}”不能用。请写4个（季）、12个（月）或36个（旬）数，不能有负数，不能全是零。",
    "The value “{0}” of the attribute “profile” cannot be used. Write 4 (quarters), 12 (months) or 36 (ten-days) numbers, none negative, not all zero.",
);
/// A spec that cannot be read.
pub const BAD_SPEC: Say = Say(
    "spec 读不出来（{0}）。请改成一个键值都是文字的对象。",
    "The spec cannot be read ({0}). Make it one flat object of texts.",
);
/// A file of figures that does not fit.
pub const BAD_DATA: Say = Say(
    "数据文件不能用：{0}{1}{2}。请用 cargo xtask pack 重新打包，再上传。",
    "The file of figures cannot be used: {0}{1}{2}. Pack it again with “cargo xtask pack” and upload it.",
);
/// The table of a fault in a file of figures.
pub const DATA_PLACE: Say = Say("{0} 表", "in table {0}, ");
/// The row of a fault in a file of figures.
pub const DATA_ROW: Say = Say("第 {0} 行", "row {0}, ");
/// A fault in a file of figures.
pub const DATA_HEAD: Say =
    Say("开头不是“indicator-chart figures 1”", "it does not begin with “indicator-chart figures 1”");
/// A fault in a file of figures.
pub const DATA_LARGE: Say = Say("超过 4 MB", "it is larger than 4 MB");
/// A fault in a file of figures.
pub const DATA_CUT: Say = Say("内容缺了或多了一段", "something is missing or left over");
/// A fault in a file of figures.
pub const DATA_REFERENCE: Say = Say("指向并不存在的行", "a reference leads nowhere");
/// A fault in a file of figures.
pub const DATA_CELL: Say = Say("有读不出的内容", "a value cannot be read");
/// An empty window.
pub const NO_DATA: Say = Say(
    "“{0}”在所选的时段、地区、领域和性质里没有数字。请放宽 from、to、area、domain 或 status。",
    "“{0}” has no figure in the chosen period, area, domain and status. Widen “from”, “to”, “area”, “domain” or “status”.",
);
/// Units that cannot share a scale.
pub const MIXED_UNITS: Say = Say(
    "单位不同（{0}与{1}），不能画在同一个刻度上。请改用 kind=\"multiples\" 或 \"scorecard\"。",
    "The units differ ({0} and {1}) and cannot share a scale. Use kind=\"multiples\" or \"scorecard\".",
);
/// Ends a refusal.
pub const INSTEAD: Say = Say("请改用 {0}。", " Use {0}.");
/// A highlight that is not there.
pub const UNKNOWN_HIGHLIGHT: Say = Say(
    "图里没有“{0}”，无法突出它。highlight 属性可以写：{1}。",
    "The chart has no “{0}” to highlight. The attribute “highlight” takes: {1}.",
);
/// An annotation without a place.
pub const UNPLACED: Say = Say(
    "标注“{0}”在图里没有位置：{1}。请改 annotations 属性。",
    "The annotation “{0}” has no place in this chart: {1}. Change the attribute “annotations”.",
);
/// Why an annotation has no place.
pub const UNPLACED_DATUM: Say = Say("图里没有这个数字", "it has no such figure");
/// Why an annotation has no place.
pub const UNPLACED_TIME: Say = Say(
    "这段时间不在图上，或这种图没有时间轴",
    "its time is not in the picture, or this kind has no time axis",
);
/// Why an annotation has no place.
pub const UNPLACED_VALUE: Say = Say("这种图没有数值轴", "this kind has no axis of values");
/// A target chart without a target.
pub const NO_TARGET: Say = Say(
    "“{0}”在所选时段没有公布目标，没有可以对照的东西。",
    "“{0}” has no printed target in the chosen period, so there is nothing to hold it against.",
);
/// A target without a path.
pub const NOT_PACED: Say = Say(
    "“{0}”的目标不是要在一段时间里累计完成的数量，没有进度路线。",
    "No target of “{0}” is an amount to be reached by adding up within a span of time, so there is no path to it.",
);
/// A profile where there is no path.
pub const NO_PROFILE: Say =
    Say("profile 只用在 kind=\"pace\" 的图上。", "A profile is only for kind=\"pace\".");
/// A profile that gives a target's time nothing.
pub const NO_WEIGHT: Say = Say(
    "profile 没有给“{0}”的目标时段分配任何份额。",
    "The profile gives no weight to the time of the target of “{0}”.",
);
/// Places as lengths.
pub const RANKED: Say = Say(
    "“{0}”是名次，名次越靠前数越小，按长短画会看反。",
    "“{0}” is a rank: the better the place, the shorter its mark would be.",
);
/// No places to rank.
pub const NOT_RANKED: Say = Say("“{0}”不是名次。", "“{0}” is no rank.");
/// A line without dates.
pub const UNDATED: Say = Say(
    "“{0}”的数字都没有日期，画不到时间轴上。",
    "No figure of “{0}” has a date, so it has no place on a time axis.",
);
/// A scale of ratios.
pub const NOT_LOG: Say = Say(
    "“{0}”里有零或负数，对数刻度画不出来。",
    "“{0}” holds zero or a negative number, which a log scale cannot show.",
);
/// A length on a scale of ratios.
pub const LOG_LENGTH: Say = Say(
    "这种图用长短表示“{0}”的大小，必须从零开始，不能用对数刻度。",
    "This kind shows “{0}” as lengths, which must start at zero; a log scale has none.",
);
/// Parts that are more than the whole.
pub const OVER_WHOLE: Say = Say(
    "“{0}”的各部分加起来超过100%，不能叠成一个整体。",
    "The parts of “{0}” add up to more than 100%, so they cannot be stacked into a whole.",
);
/// Parts of either sign, or none.
pub const NO_WHOLE: Say = Say(
    "“{0}”的各部分有缺、有负数，或只是大致的数，算不出各占多少。",
    "Parts of “{0}” are missing, negative or only bounds, so their shares of the whole are not known.",
);
/// Parts that do not add up.
pub const NOT_PARTS: Say = Say(
    "“{0}”不是可以相加的数量，不能叠起来。",
    "“{0}” is not an amount that can be added up, so it cannot be stacked.",
);
/// Two points are needed.
pub const NO_PAIR: Say =
    Say("“{0}”没有两个可以比较的时点。", "“{0}” has no two points in time that may be compared.");
/// Several steps are needed.
pub const NO_STEPS: Say = Say(
    "“{0}”没有可以相加的几步：需要两个以上可比的时点，或几个部分。",
    "“{0}” has no steps to add up: it needs two or more comparable points in time, or several parts.",
);
/// A canvas that refuses.
pub const CANVAS: Say = Say(
    "浏览器没能画出这张图（{0}）。请刷新页面。",
    "The browser could not draw this chart ({0}). Reload the page.",
);
/// A form that a kind does not have.
pub const NO_FORM: Say = Say("这种图没有“{0}”这种形式。", "This kind of chart has no form “{0}”.");
/// A colour that is hard to see.
pub const FAINT: Say = Say(
    "颜色 {0} 与底色的对比只有 {1}:1，至少要 {2}:1。请换深一些或浅一些的颜色。",
    "The colour “{0}” has a contrast of only {1}:1; it needs {2}:1. Choose a darker or a lighter one.",
);
/// A scale where there is none.
pub const NO_SCALE: Say = Say(
    "这种图没有数值刻度，“{0}”谈不上对数刻度。",
    "This kind has no axis of values on which “{0}” could stand on a log scale.",
);
