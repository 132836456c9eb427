//! The names of the kinds, what each says in its notes and labels, and what summaries say of each.

use crate::words::Say;

/// A kind's name.
pub const KIND_LINE: Say = Say("折线图", "line chart");
/// A kind's name.
pub const KIND_BAR: Say = Say("条形图", "bar chart");
/// A kind's name.
pub const KIND_BULLET: Say = Say("目标对照图", "target chart");
/// A kind's name.
pub const KIND_AREA: Say = Say("面积图", "area chart");
/// Explains parts on each other.
pub const SIGN_PARTS: Say = Say(
    "各部分自下而上叠加；两次公布之间不作推算。",
    "Parts stand on each other; nothing is implied between the printed days.",
);
/// A kind's name.
pub const KIND_STEP: Say = Say("阶梯图", "step chart");
/// Explains the level parts of steps.
pub const SIGN_STEPS: Say = Say(
    "点是公布的数字，画到下一次公布为止；其间何时变动，来源没有说。",
    "Points are the printed figures, each held until the next one; when it changed in between, no source says.",
);
/// Explains a scale of ratios.
pub const SIGN_LOG: Say =
    Say("对数刻度：距离相等，倍数相同。", "The scale is logarithmic: equal distances are equal ratios.");
/// Explains segments.
pub const SIGN_SPAN: Say =
    Say("横段是整个时段的数字，不是某一天的。", "Level bars are figures of a whole span, not of a day.");
/// A figure that holds in every month of its span.
pub const EVERY_MONTH: Say = Say("每月{0}", "{0} every month");
/// A mean over the years of its span.
pub const ANNUAL_MEAN: Say = Say("年均{0}", "{0}, annual mean");
/// A note to a number in the picture.
pub const NUMBERED: Say = Say("{0}{2}", "{1}. {2}");
/// The annotations of a picture, in its summary.
pub const ANNOTATED: Say = Say("图中标注：{0}", "Marked in the chart: {0}");
/// A kind's name.
pub const KIND_DOT: Say = Say("点图", "dot chart");
/// Explains a level axis that is cut off.
pub const SIGN_AXIS_LEVEL: Say = Say("横轴不从零开始。", "The horizontal axis does not start at zero.");
/// A kind's name.
pub const KIND_DUMBBELL: Say = Say("前后对比图", "before-and-after chart");
/// From one day to another.
pub const FROM_TO: Say = Say("{0} → {1}", "{0} → {1}");
/// In the place of a change that cannot be told.
pub const UNTOLD: Say = Say("—", "—");
/// Explains the two points of a row.
pub const SIGN_PAIR: Say = Say(
    "每行是最早和最近两个可比的数字，大圆点是最近的。",
    "Each row shows the earliest and the latest comparable figure; the large dot is the latest.",
);
/// Explains a change that is not told.
pub const SIGN_UNTOLD: Say = Say(
    "“—”：口径或时段不同，或原文只给出界限，算不出变化。",
    "“—”: scope or span differs, or only bounds are printed, so no change can be told.",
);
/// A kind's name.
pub const KIND_SLOPE: Say = Say("斜率图", "slope chart");
/// Explains a side of pairs that must not be compared.
pub const SLOPE_APART: Say = Say(
    "没有连线的，两端口径或时段不同，不能比较。",
    "Ends without a line differ in scope or span and are not compared.",
);
/// A kind's name.
pub const KIND_PROGRESS: Say = Say("进度图", "progress chart");
/// In place of a unit, where bars are shares of their targets.
pub const SHARE_OF_TARGET: Say = Say("完成目标的百分比", "% of the target done");
/// Explains the bars of a progress chart.
pub const SIGN_PROGRESS: Say = Say(
    "条形是已公布的结果占目标的份额，竖线是目标。",
    "Bars: the printed outcome as a share of the target; upright line: the target.",
);
/// Explains the ticks of time.
pub const SIGN_TIME: Say = Say(
    "红色点线是到结果公布之日时间过去的份额。",
    "Red dotted line: the share of time gone by the outcome’s day.",
);
/// In the place of a bar, where words leave no share.
pub const NO_SHARE: Say = Say("只是大致的数，算不出份额", "the figures are only bounds and give no share");
/// In the place of a bar, where the figures are percentages.
pub const RATE_NO_SHARE: Say = Say("比率不折算成完成份额", "a rate has no share done");
/// A kind's name.
pub const KIND_PACE: Say = Say("进度路线图", "pace chart");
/// Explains the path.
pub const SIGN_PATH: Say = Say(
    "灰虚线：按天数均匀推进到目标，每天应到的累计数。",
    "Grey dashes: what must have come together by each day if work were spread evenly over the days.",
);
/// Explains a path that follows a profile.
pub const SIGN_PATH_PROFILE: Say = Say(
    "灰虚线：按给定的节奏推进到目标，每天应到的累计数。",
    "Grey dashes: what must have come together by each day if work followed the profile given.",
);
/// Explains what is certain and what is not.
pub const SIGN_REST: Say = Say(
    "实线和实心点是已公布的累计数，彩色虚线和浅色三角是余下时间还需的。",
    "Solid: the sum printed so far; coloured dashes and the pale triangle: what the rest still needs.",
);
/// Names the path in the picture.
pub const PATH: Say = Say("应到进度", "path to the target");
/// Spans that no figure covers.
pub const SUM_GAPS: Say = Say(
    "没有公布：{0}。缺了一段，后面的数接不上去，只有从头累计的数才算得准。",
    "Not printed: {0}. After a gap the sum goes on only where a source adds up from the beginning.",
);
/// Targets that the picture leaves out.
pub const OTHER_TARGETS: Say = Say("不在图上的目标：{0}。", "Targets not in this picture: {0}.");
/// An amount a span.
pub const A_UNIT: [Say; 4] = [
    Say("每旬{0}", "{0} every ten days"),
    Say("每月{0}", "{0} a month"),
    Say("每季{0}", "{0} a quarter"),
    Say("每年{0}", "{0} a year"),
];
/// What a target needs.
pub const PACE_NEEDED: Say = Say("需要的速度", "Pace needed");
/// More than is due.
pub const PACE_AHEAD: Say = Say("领先{0}", "{0} ahead");
/// Less than is due.
pub const PACE_BEHIND: Say = Say("落后{0}", "{0} behind");
/// What is left, where the span is a year.
pub const REST_OF_YEAR: Say = Say("全年余下时间", "The rest of the year");
/// What is left of another span.
pub const REST_OF_SPAN: Say = Say("余下时间", "The rest of the time");
/// What it needs.
pub const REST_NEEDS: Say = Say("还需{0}", "needs {0}");
/// How fast, beside what was done so far.
pub const REST_RATE: Say = Say("{0}（至今{1}）", "{0} (so far {1})");
/// What is left, where perhaps nothing is.
pub const REST_OPEN: Say = Say(
    "还需{0}，也可能已经够了：至今的数只是下限",
    "needs {0}, perhaps nothing: the figure so far is only a lower bound",
);
/// The sum of what was printed.
pub const SO_FAR: Say = Say("累计", "So far");
/// A summary of a target without an outcome.
pub const SUMMARY_PACE: Say = Say("{0}的目标是{1}，累计{2}", "{0}: target {1}, so far {2}");
/// A kind's name.
pub const KIND_SCORECARD: Say = Say("记分卡", "scorecard");
/// A kind's name.
pub const KIND_RANKING: Say = Say("名次图", "ranking");
/// Explains rings.
pub const SIGN_RINGS: Say = Say(
    "越靠左名次越好；空心圈是其余各家，来源没有印出是谁。",
    "The further left, the better; rings are the others, whom the source does not name.",
);
/// Explains an open end of a field.
pub const SIGN_FIELD_OPEN: Say = Say(
    "虚线箭头：来源没有印出共有多少个。",
    "Dashed ends: the source does not print how many there are in all.",
);
/// Explains places from the bottom.
pub const SIGN_FROM_BOTTOM: Say =
    Say("倒数的名次从右端数起。", "Places from the bottom are counted from the right end.");
/// Explains runs of places.
pub const SIGN_BANDS: Say = Say(
    "色带：名次在其中，来源没有印出第几位；空框是目标。",
    "Bands: the place lies within, the source does not print which; outlines are targets.",
);
/// A kind's name.
pub const KIND_NUMBER: Say = Say("大数字", "figure");
/// A kind's name.
pub const KIND_MULTIPLES: Say = Say("小多图", "small multiples");
/// Explains panels with one scale.
pub const PANELS_SHARE: Say = Say("各图刻度相同。", "All panels share one scale.");
/// Explains panels with scales of their own.
pub const PANELS_DIFFER: Say = Say("各图刻度不同。", "Each panel has its own scale.");
/// Explains the lines behind a panel's own.
pub const PANELS_BEHIND: Say = Say("浅灰线为其余各图的数据。", "Pale lines show the other panels.");
/// Too many small charts.
pub const PANELS_MANY: Say = Say(
    "“{0}”超过60个系列，少选一些才画得成小图。",
    "“{0}” is more than 60 series; small charts can show only fewer.",
);
/// A kind's name.
pub const KIND_WATERFALL: Say = Say("瀑布图", "waterfall chart");
/// A kind's name.
pub const KIND_WAFFLE: Say = Say("方格图", "waffle chart");
/// In place of a unit, where squares are targets.
pub const SQUARE_TARGET: Say = Say("一格是一项目标", "a square a target");
/// Behind the number of targets that have an outcome.
pub const WITH_OUTCOME: Say = Say("项有公布的结果", "with a printed outcome");
/// How many targets there are.
pub const OF_TARGETS: Say = Say("共{0}项目标", "of {0} targets");
/// Explains empty squares.
pub const SIGN_EMPTY: Say =
    Say("虚线空格：来源没有公布结果。", "Dashed empty squares: no source prints an outcome.");
/// Whoever has no target in a picture of targets, counted.
pub const COUNT_WITHOUT_TARGET: Say = Say(
    "另有{0}项指标没有公布目标，不在图上。",
    "Not in the picture: indicators without a printed target, {0} in all.",
);
/// What is shown of all indicators, in the order of `Status::NAMES`.
pub const STATUS_ALL: [Say; 3] =
    [Say("公布的数字", "reported figures"), Say("目标", "targets"), Say("预计", "forecasts")];
/// The last bar of a waterfall in time.
pub const WATERFALL_NOW: Say = Say("最新", "Latest");
/// The last bar of a waterfall of parts.
pub const WATERFALL_SUM: Say = Say("合计", "Total");
/// A kind's name.
pub const KIND_TABLE: Say = Say("表格", "table");
/// The accessible name.
pub const LABEL_KIND: Say = Say("{0}（{1}）", "{0} ({1})");
/// A summary of a span.
pub const SUMMARY_SPAN: Say = Say("{0}：从{1}到{2}", "{0}: from {1} to {2}");
/// A change by its percentage.
pub const GREW: Say = Say("增长{0}", "up {0}");
/// A change by its percentage.
pub const SHRANK: Say = Say("下降{0}", "down {0}");
/// A change by its amount.
pub const ROSE: Say = Say("上升{0}", "up {0}");
/// A change by its amount.
pub const FELL: Say = Say("下降{0}", "down {0}");
/// No change.
pub const UNCHANGED: Say = Say("持平", "unchanged");
/// A change since a time.
pub const SINCE: Say = Say("比{0}{1}", "{1} from {0}");
/// A place before.
pub const FROM_PLACE: Say = Say("此前为{0}", "before: {0}");
/// A figure before, where its word hides the change.
pub const NO_CHANGE: Say =
    Say("{0}是{1}；两数只给出界限，算不出增减", "{1} ({0}) before; as bounds, the two give no change");
/// The highest and the lowest of a series.
pub const EXTREMES: Say = Say("最高是{0}，最低是{1}", "Highest: {0}; lowest: {1}");
/// The highest of a series.
pub const HIGHEST: Say = Say("最高是{0}", "Highest: {0}");
/// The lowest of a series.
pub const LOWEST: Say = Say("最低是{0}", "Lowest: {0}");
/// A list by size.
pub const LARGEST_FIRST: Say = Say("从大到小：{0}", "From largest to smallest: {0}");
/// Many series.
pub const SERIES_COUNT: Say = Say("共{0}个系列", "{0} series in all");
/// Among many.
pub const LARGEST: Say = Say("数值最大的是{0}", "The largest: {0}");
/// Among many.
pub const SMALLEST: Say = Say("最小的是{0}", "The smallest: {0}");
/// After what is told of many.
pub const TABLE_HAS_ALL: Say = Say("全部数字见表格", "The table has every figure");
/// What parts add up to.
pub const ADD_UP: Say = Say("各部分合计{0}", "Together: {0}");
/// Among whom a place is.
pub const AMONG: Say = Say("在{0}中", "among {0}");
/// Among whom and how many a place is.
pub const AMONG_OF: Say = Say("{0}，共{1}个", "{0} ({1} in all)");
/// How many a place is among.
pub const FIELD_SIZE: Say = Say("共{0}个", "{0} in all");
/// A place from the bottom.
pub const FROM_BOTTOM: Say = Say("从末位数起", "counted from the bottom");
/// How many targets there are.
pub const TARGET_COUNT: Say = Say("共{0}项目标：{1}", "{0} targets: {1}");
/// How many targets have a verdict.
pub const VERDICT_COUNT: Say = Say("{0}项{1}", "{0} {1}");
/// How many targets have a verdict, in words that fit a count.
pub const COUNTED: [Say; 6] = [
    Say("已达到", "met"),
    Say("未达到", "missed"),
    Say("快于进度", "ahead of pace"),
    Say("慢于进度", "behind pace"),
    Say("不能判断", "undetermined"),
    Say("没有公布结果", "without a printed outcome"),
];
/// Steps of a waterfall.
pub const STEPS: Say = Say("{0}起于{1}，止于{2}，其间{3}", "{0} starts at {1} and ends at {2}: {3}");
/// A step of a waterfall.
pub const STEP: Say = Say("{0}{1}", "{0} {1}");
/// A summary of one figure.
pub const SUMMARY_ONE: Say = Say("{0}：{1}", "{0}: {1}");
/// A summary of a target.
pub const SUMMARY_TARGET: Say = Say("{0}的目标是{1}，{2}", "{0}, target {1}. {2}");
/// A summary of a target and what answers it.
pub const SUMMARY_OUTCOME: Say = Say("{0}的目标是{1}，结果是{2}。{3}", "{0}: target {1}, outcome {2}. {3}");
/// Ends a sentence.
pub const SENTENCE: Say = Say("{0}。", "{0}.");
/// Whoever has no target in a chart of targets.
pub const WITHOUT_TARGET: Say =
    Say("没有公布目标，不在图上：{0}。", "No target is printed, so not in the picture: {0}.");
