//! The words of the widget.

use super::Say;

/// Between items of a list of ids.
pub const COMMA: Say = Say("、", ", ");
/// Between names in a heading.
pub const AND: Say = Say("、", ", ");
/// Between sentences.
pub const SENTENCE_GAP: Say = Say("", " ");
/// Between sources.
pub const LIST_GAP: Say = Say("；", "; ");
/// Between the sections of a source.
pub const SECTION_GAP: Say = Say("、", ", ");
/// Between clauses.
pub const CLAUSE_GAP: Say = Say("，", ", ");
/// A name with its breakdown.
pub const OF: Say = Say("{0}（{1}）", "{0} ({1})");
/// A name and a place.
pub const IN_AREA: Say = Say("{1}{0}", "{0}, {1}");
/// A subheading with its unit line.
pub const WITH_UNIT: Say = Say("{0}，{1}", "{0}, {1}");
/// The source line.
pub const SOURCE: Say = Say("来源：{0}", "Source: {0}");
/// A document's title.
pub const TITLE: Say = Say("《{0}》", "“{0}”");
/// A title with the sections used.
pub const CITE_SECTION: Say = Say("{0}“{1}”", "{0} ({1})");

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
pub const UNKNOWN_KIND: Say =
    Say("没有“{0}”这种图。kind 属性可以写：{1}。", "There is no chart kind “{0}”. The attribute “kind” takes: {1}.");
/// An unknown area.
pub const UNKNOWN_AREA: Say =
    Say("数据里没有“{0}”这个地区。area 属性可以写：{1}。", "The data has no area “{0}”. The attribute “area” takes: {1}.");
/// A field that cannot be read.
pub const BAD_FIELD: Say = Say(
    "属性 {0} 的值“{1}”读不出来，应当像这样：{2}。",
    "The value “{1}” of the attribute “{0}” cannot be read; write it like this: {2}.",
);
/// A spec that cannot be read.
pub const BAD_SPEC: Say =
    Say("spec 读不出来（{0}）。请改成一个键值都是文字的对象。", "The spec cannot be read ({0}). Make it one flat object of texts.");
/// An empty window.
pub const NO_DATA: Say = Say(
    "“{0}”在所选的时段或地区里没有数字。请放宽 from、to 或 area。",
    "“{0}” has no figure in the chosen period or area. Widen “from”, “to” or “area”.",
);
/// Units that cannot share a scale.
pub const MIXED_UNITS: Say = Say(
    "单位不同（{0}与{1}），不能画在同一个刻度上。请分成两张图。",
    "The units differ ({0} and {1}) and cannot share a scale. Make two charts of them.",
);
/// A bullet chart without a target.
pub const NO_TARGET: Say = Say(
    "“{0}”在所选时段没有公布目标，画不成目标对照图。请改用 kind=\"line\" 或 \"bar\"。",
    "“{0}” has no printed target in the chosen period, so there is nothing to hold it against. Use kind=\"line\" or \"bar\".",
);
/// A canvas that refuses.
pub const CANVAS: Say = Say("浏览器没能画出这张图（{0}）。请刷新页面。", "The browser could not draw this chart ({0}). Reload the page.");

/// Explains open ends.
pub const SIGN_OPEN: Say = Say(
    "开口箭头：原文为“超”“余”“以上”等，实际数更大或不小于所示。",
    "Open arrows: printed as “over” or “at least”; the true figure is larger, or no smaller.",
);
/// Explains upper limits.
pub const SIGN_AT_MOST: Say =
    Say("反向箭头：原文为“以内”“以下”，实际数不大于所示。", "Arrows turned back: printed as “at most”; the true figure is no larger.");
/// Explains soft ends.
pub const SIGN_SOFT: Say =
    Say("虚边：原文为“近”“约”，只是大致的数。", "Dashed edges: printed as “nearly” or “about”; the figure is approximate.");
/// Explains forecasts.
pub const SIGN_FORECAST: Say = Say("虚线为来源的预计。", "Dashed outlines: expected by the source, not yet reported.");
/// Explains flags.
pub const SIGN_FLAGGED: Say =
    Say("断开处口径、单位不同或疑有误印，不作比较。", "Breaks: scope or unit differs, or a misprint is likely; not compared.");
/// Explains inferred days.
pub const SIGN_INFERRED: Say = Say("有的时点由文件推定。", "Some dates are inferred from the documents.");
/// Explains lines between points.
pub const SIGN_POINTS: Say =
    Say("点是公布的数字，点与点之间不作推算。", "Points are the printed figures; nothing is implied between them.");

/// A target, before its value.
pub const TARGET: Say = Say("目标 {0}", "Target {0}");
/// A target without a deadline.
pub const TARGET_UNDATED: Say = Say("目标 {0}（没有期限）", "Target {0} (no deadline)");
/// A forecast, before its value.
pub const FORECAST: Say = Say("预计 {0}", "Expected {0}");
/// A value after its period.
pub const PERIOD_VALUE: Say = Say("{0} {1}", "{0}: {1}");
/// The share of time gone.
pub const TIME_GONE: Say = Say("时间过去 {0}", "{0} of time gone");
/// In the place of an outcome.
pub const NO_OUTCOME: Say = Say("来源没有公布结果", "No outcome printed");
/// In the place of a figure.
pub const NO_FIGURE: Say = Say("没有公布数字", "No figure printed");
