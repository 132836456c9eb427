//! The words of the widget.

mod kind;
mod monitor;
mod plot;
mod refusal;
mod sheet;

pub use kind::*;
pub use monitor::*;
pub use plot::*;
pub use refusal::*;
pub use sheet::*;

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
/// Between the parts of a series' name.
pub const PART_GAP: Say = Say("·", ", ");
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

/// Explains open ends.
pub const SIGN_OPEN: Say = Say(
    "开口箭头：原文为“超”“余”“以上”等，实际数更大或不小于所示。",
    "Open arrows: printed as “over” or “at least”; the true figure is larger, or no smaller.",
);
/// Explains upper limits.
pub const SIGN_AT_MOST: Say = Say(
    "反向箭头：原文为“以内”“以下”，实际数不大于所示。",
    "Arrows turned back: printed as “at most”; the true figure is no larger.",
);
/// Explains soft ends.
pub const SIGN_SOFT: Say = Say(
    "虚边：原文为“近”“约”，只是大致的数。",
    "Dashed edges: printed as “nearly” or “about”; the figure is approximate.",
);
/// Explains forecasts.
pub const SIGN_FORECAST: Say =
    Say("虚线为来源的预计。", "Dashed outlines: expected by the source, not yet reported.");
/// Explains flags.
pub const SIGN_FLAGGED: Say = Say(
    "断开处、点线框处口径、单位不同或疑有误印，不作比较。",
    "Breaks and dotted outlines: scope or unit differs, or a misprint is likely; not compared.",
);
/// Explains inferred days.
pub const SIGN_INFERRED: Say = Say("有的时点由文件推定。", "Some dates are inferred from the documents.");
/// Explains an axis that is cut off.
pub const SIGN_AXIS: Say = Say("纵轴不从零开始。", "The vertical axis does not start at zero.");
/// Explains lines between points.
pub const SIGN_POINTS: Say = Say(
    "点是公布的数字，点与点之间不作推算。",
    "Points are the printed figures; nothing is implied between them.",
);

/// In place of a unit, where bars are shares of their sum.
pub const SHARE_OF_SUM: Say = Say("各部分占合计的百分比", "% of the total");
/// A target, before its value.
pub const TARGET: Say = Say("目标 {0}", "Target {0}");
/// A target without a deadline.
pub const TARGET_UNDATED: Say = Say("目标 {0}（没有期限）", "Target {0} (no deadline)");
/// A forecast, before its value.
pub const FORECAST: Say = Say("预计 {0}", "Expected {0}");
/// A value after its period.
pub const PERIOD_VALUE: Say = Say("{0}：{1}", "{0}: {1}");
/// The share of time gone.
pub const TIME_GONE: Say = Say("时间过去 {0}", "{0} of the time gone");
/// In the place of an outcome.
pub const NO_OUTCOME: Say = Say("来源没有公布结果", "No outcome printed");
/// In the place of a target's period.
pub const NO_DEADLINE: Say = Say("没有期限", "no deadline");
/// In the place of a figure.
pub const NO_FIGURE: Say = Say("没有公布数字", "No figure printed");

/// What opens the table of a picture.
pub const DATA_TABLE: Say = Say("数据表：{0}", "Table: {0}");
/// Table column.
pub const COLUMN_INDICATOR: Say = Say("指标", "Indicator");
/// Table column.
pub const COLUMN_PERIOD: Say = Say("时间", "Period");
/// Table column.
pub const COLUMN_STATUS: Say = Say("性质", "Status");
/// Table column.
pub const COLUMN_VALUE: Say = Say("数值", "Value");
/// Table column.
pub const COLUMN_PRINTED: Say = Say("原文", "As printed");
/// Table column.
pub const COLUMN_SOURCE: Say = Say("来源", "Source");
/// A reported figure.
pub const STATUS_ACTUAL: Say = Say("实际", "reported");
/// A demanded figure.
pub const STATUS_TARGET: Say = Say("目标", "target");
/// An expected figure.
pub const STATUS_FORECAST: Say = Say("预计", "expected");
/// Added to a citation.
pub const PARAGRAPH: Say = Say("第{0}段", ", paragraph {0}");
/// Words that Chinese sources print behind the figure.
pub const TRAILING: [&str; 6] = ["以上", "以下", "以内", "左右", "上下", "级"];

/// Heading of a reading.
pub const HEADING_PERIOD: Say = Say("{0} · {1}", "{0} · {1}");
/// A value with its period.
pub const VALUE_PERIOD: Say = Say("{0}（{1}）", "{0} ({1})");
/// Spoken when a datum is read.
pub const ANNOUNCE: Say = Say("{0}：{1}", "{0}: {1}");
/// Line of a reading.
pub const ROW_PRINTED: Say = Say("原文", "As printed");
/// Line of a reading.
pub const ROW_WORD: Say = Say("用词", "Meaning");
/// Line of a reading.
pub const ROW_AMONG: Say = Say("范围", "Among");
/// Line of a reading.
pub const ROW_CHANGE: Say = Say("变化", "Change");
/// Line of a reading.
pub const ROW_PERIOD: Say = Say("时点", "Date");
/// Line of a reading.
pub const ROW_OUTCOME: Say = Say("结果", "Outcome");
/// Line of a reading.
pub const ROW_TARGET: Say = Say("目标", "Target");
/// Line of a reading.
pub const ROW_VERDICT: Say = Say("判断", "Verdict");
/// Line of a reading.
pub const ROW_RULE: Say = Say("判断规则", "Rule");
/// The rule of a verdict.
pub const RULE_MET: Say = Say(
    "结果的每一种可能取值都达到目标，才算完成。",
    "Met only if every value that the outcome allows reaches the target.",
);
/// The rule of a verdict.
pub const RULE_MISSED: Say = Say(
    "目标期已过，且结果的每一种可能取值都没有达到目标，才算未完成。",
    "Missed only if the target’s time is over and no value that the outcome allows reaches it.",
);
/// The rule of a verdict.
pub const RULE_PACE: Say = Say(
    "把完成的份额与目标期过去的天数份额相比。",
    "The share done is held against the share of the target’s days gone.",
);
/// The rule of a verdict.
pub const RULE_PACE_FROM_BASE: Say = Say(
    "从起点到目标要走的路，已走的份额与目标期过去的天数份额相比。",
    "Of the way from the starting figure to the target, the share gone is held against the share of the target’s days gone.",
);
/// The rule of a verdict.
pub const RULE_OPEN: Say = Say(
    "结果的可能取值有的达到要求，有的没有，不下结论。",
    "Left open where some values that the outcome allows are enough and others are not.",
);
/// A place in a document, with the day of publication.
pub const PUBLISHED: Say = Say("{0}，{1}公布", "{0}, published {1}");
/// Line of a reading.
pub const ROW_NOTE: Say = Say("说明", "Note");
/// Line of a reading.
pub const ROW_SCOPE: Say = Say("口径", "Scope");
/// Line of a reading.
pub const ROW_SOURCE: Say = Say("来源", "Source");
/// How the day is known.
pub const DATE_INFERRED: Say = Say("由文件推定", "inferred from the document");
/// How the day is known.
pub const DATE_UNKNOWN: Say = Say("来源没有写明", "not given by the source");
/// An outcome that covers a part.
pub const PART: Say = Say("结果只覆盖目标时段的一部分。", "The outcome covers a part of the target’s span.");
/// What a word means.
pub const MEANS_OVER: Say = Say("实际数比所示更大", "the true figure is larger");
/// What a word means.
pub const MEANS_AT_LEAST: Say = Say("实际数等于或大于所示", "the true figure is this or larger");
/// What a word means.
pub const MEANS_NEARLY: Say = Say("实际数略小于所示", "the true figure is a little smaller");
/// What a word means.
pub const MEANS_ABOUT: Say = Say("实际数与所示相近", "the true figure is close to this");
/// What a word means.
pub const MEANS_AT_MOST: Say = Say("实际数等于或小于所示", "the true figure is this or smaller");
/// What a word means.
pub const MEANS_RANGE: Say = Say("实际数在两数之间", "the true figure lies between the two");

/// A verdict.
pub const MET: Say = Say("已达到", "Met");
/// A verdict.
pub const MISSED: Say = Say("未达到", "Missed");
/// A verdict.
pub const AHEAD: Say = Say("快于进度", "Ahead of pace");
/// A verdict.
pub const BEHIND: Say = Say("慢于进度", "Behind pace");
/// A verdict.
pub const UNDETERMINED: Say = Say("不能判断", "Undetermined");
/// A verdict with its facts.
pub const VERDICT: Say = Say("{0}：{1}", "{0}: {1}");
/// The outcome as a share of the target.
pub const DONE: Say = Say("完成{0}", "{0} of the target");
/// Points ahead of the time gone.
pub const POINTS_AHEAD: Say = Say("高出时间进度{0}", "{0} ahead of the time gone");
/// Points behind the time gone.
pub const POINTS_BEHIND: Say = Say("落后时间进度{0}", "{0} behind the time gone");
/// What is left.
pub const REMAINING: Say = Say("还需{0}", "{0} still to go");
/// What is left, over months.
pub const REMAINING_MONTHS: Say = Say("余下{1}个月还需{0}", "{0} still to go in the {1} months left");
/// What is left, in the last month.
pub const REMAINING_MONTH: Say = Say("余下1个月还需{0}", "{0} still to go in the month left");

/// Why a verdict is open.
pub const WHY_STRADDLES: Say = Say(
    "结果只给出一个界限，够不够目标都有可能",
    "the outcome is only a bound; it may or may not reach the target",
);
/// Why a verdict is open.
pub const WHY_STRADDLES_PACE: Say =
    Say("结果只给出一个界限，快慢都有可能", "the outcome is only a bound; it may be ahead of pace or behind");
/// Why a verdict is open.
pub const WHY_APPROXIMATE: Say =
    Say("数字只是大致的，与目标相差太小", "the figure is approximate and too close to the target");
/// Why a verdict is open.
pub const WHY_NOT_OVER: Say = Say(
    "结果的时点早于目标期限，又没有可比的起点",
    "the outcome is from before the deadline, and no comparable starting point is printed",
);
/// Why a verdict is open.
pub const WHY_NO_DEADLINE: Say = Say("目标没有期限", "the target has no deadline");
/// Why a verdict is open.
pub const WHY_NO_DATE: Say = Say("结果的日期没有印出", "the outcome’s date is not printed");
/// Why a verdict is open.
pub const WHY_NO_DIRECTION: Say = Say("没有说明多好还是少好", "nothing says whether more or less is better");
/// Why a verdict is open.
pub const WHY_INCOMPARABLE: Say =
    Say("口径或单位不同，不能比较", "scope or unit differs, so they cannot be compared");
/// Why a verdict stands.
pub const WHY_MET_LATER: Say = Say("达到的数字晚于期限", "by a figure from after the deadline");

/// How a result is told.
pub const TOLD_OVER: Say = Say("超{0}", "over {0}");
/// How a result is told.
pub const TOLD_AT_LEAST: Say = Say("至少{0}", "at least {0}");
/// How a result is told.
pub const TOLD_UNDER: Say = Say("不到{0}", "under {0}");
/// How a result is told.
pub const TOLD_AT_MOST: Say = Say("至多{0}", "at most {0}");
/// How a result is told.
pub const TOLD_NEARLY: Say = Say("近{0}", "nearly {0}");
/// How a result is told.
pub const TOLD_ABOUT: Say = Say("约{0}", "about {0}");
/// How a result is told.
pub const TOLD_RANGE: Say = Say("{0}至{1}", "{0} to {1}");

/// Why this kind was chosen.
pub const AUTO_RANKS: Say = Say("数字都是名次，用名次图。", "All figures are ranks: a ranking.");
/// Why this kind was chosen.
pub const AUTO_TARGETS: Say =
    Say("有目标可以对照，把目标和结果画在一起。", "There are targets: each is held against its outcome.");
/// Why this kind was chosen.
pub const AUTO_UNLIKE: Say = Say(
    "单位不同，不能共用一个刻度，各画各的。",
    "The units differ and share no scale: each stands by itself.",
);
/// Why this kind was chosen.
pub const AUTO_ONE: Say = Say("只有一个数字，直接写大。", "There is one figure: it is written large.");
/// Why this kind was chosen.
pub const AUTO_UNDATED: Say =
    Say("数字没有日期，画不出走势，只比大小。", "No figure has a date: sizes are compared, not a course.");
/// Why this kind was chosen.
pub const AUTO_TIME: Say = Say(
    "有三个以上可比的时点，用线看走势。",
    "Three or more comparable points in time: a line shows the course.",
);
/// Why this kind was chosen.
pub const AUTO_FEW: Say = Say(
    "可比的时点不到三个，用条比大小。",
    "Fewer than three comparable points in time: bars compare their sizes.",
);
/// Why this kind was chosen.
pub const AUTO_TANGLE: Say = Say(
    "系列超过六个，画在一起会缠成一团，分成小图。",
    "More than six lines would be a tangle: a small chart each.",
);
/// Why this kind was chosen.
pub const AUTO_PAIRS: Say = Say(
    "各系列都有同样两个时点，比前后。",
    "Every series has the same two points in time: before and after.",
);
/// Why this kind was chosen.
pub const AUTO_EACH: Say = Say("单位相同，用条比大小。", "The unit is the same: bars compare sizes.");
/// Why this kind was chosen.
pub const AUTO_MANY: Say =
    Say("数字超过四十个，用表格查。", "More than forty figures: a table to look them up.");
/// Why this kind was chosen.
pub const AUTO_ELSE: Say = Say(
    "更合适的图画不了这些数字，改用这一种。",
    "The kind that suits best cannot show these figures; this one can.",
);
