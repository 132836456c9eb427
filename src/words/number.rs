//! The words that stand with numbers and periods.

use super::Say;

/// More than the figure.
pub const OVER: Say = Say("超{0}", "over {0}");
/// The figure or more.
pub const AT_LEAST: Say = Say("{0}以上", "at least {0}");
/// Just below the figure.
pub const NEARLY: Say = Say("近{0}", "nearly {0}");
/// About the figure.
pub const ABOUT: Say = Say("约{0}", "about {0}");
/// The figure or less.
pub const AT_MOST: Say = Say("{0}以内", "at most {0}");
/// From the first figure to the second.
pub const RANGE: Say = Say("{0}–{1}", "{0}–{1}");
/// The same where one of them carries a minus sign.
pub const RANGE_SIGNED: Say = Say("{0}至{1}", "{0} to {1}");
/// What stands for a number that does not exist.
pub const NO_NUMBER: Say = Say("—", "—");

/// 10^4, which Chinese counts in.
pub const TEN_THOUSAND: Say = Say("万", "ten thousand");
/// 10^6, which English counts in.
pub const MILLION: Say = Say("百万", "million");
/// 10^8, which Chinese counts in.
pub const HUNDRED_MILLION: Say = Say("亿", "hundred million");
/// 10^9, which English counts in.
pub const BILLION: Say = Say("十亿", "billion");
/// 10^12.
pub const TRILLION: Say = Say("万亿", "trillion");

/// A number with its unit.
pub const QUANTITY: Say = Say("{0}{1}", "{0} {1}");
/// The unit of an axis.
pub const UNIT_LINE: Say = Say("单位：{0}", "{0}");
/// The n-th place or the n-th of its kind; the second part is the unit.
pub const ORDINAL: Say = Say("第{0}{1}", "{0}");
/// One of the first n.
pub const TOP: Say = Say("前{0}{1}", "top {0}");
/// The n-th place counted from the last.
pub const FROM_BOTTOM: Say = Say("倒数第{0}{1}", "{0} from the bottom");
/// One of the last n.
pub const BOTTOM: Say = Say("后{0}{1}", "bottom {0}");
/// Better than the last n.
pub const CLEAR_OF_BOTTOM: Say = Say("后{0}{1}之外", "outside the bottom {0}");
/// Worse than the n-th place.
pub const PLACE_AFTER: Say = Say("第{0}{1}之后", "below {0}");
/// The n-th place or worse.
pub const PLACE_OR_AFTER: Say = Say("第{0}{1}或之后", "{0} or lower");
/// The n-th place from the last or better.
pub const FROM_BOTTOM_OR_BEFORE: Say = Say("倒数第{0}{1}或之前", "{0} from the bottom or higher");
/// The n-th tier; the second part is the unit.
pub const TIER: Say = Say("第{0}{1}", "{0} {1}");
/// The unit of a place in an order.
pub const PLACE: Say = Say("位", "place");
/// The unit of an order of approval.
pub const PIECE: Say = Say("个", "");
/// The unit of a class.
pub const CLASS: Say = Say("档", "tier");
/// Several percentage points, or a part of one.
pub const POINTS: Say = Say("{0}个百分点", "{0} percentage points");
/// One percentage point.
pub const POINT: Say = Say("{0}个百分点", "{0} percentage point");

/// The first tiers and quarters in words.
pub const COUNTED: [Say; 10] = [
    Say("一", "first"),
    Say("二", "second"),
    Say("三", "third"),
    Say("四", "fourth"),
    Say("五", "fifth"),
    Say("六", "sixth"),
    Say("七", "seventh"),
    Say("八", "eighth"),
    Say("九", "ninth"),
    Say("十", "tenth"),
];
/// The English endings of ordinal numbers: 1st, 2nd, 3rd, all others.
pub const ENDINGS: [&str; 4] = ["st", "nd", "rd", "th"];

/// The months as they stand beside a year.
pub const MONTHS: [Say; 12] = [
    Say("1", "Jan"),
    Say("2", "Feb"),
    Say("3", "Mar"),
    Say("4", "Apr"),
    Say("5", "May"),
    Say("6", "Jun"),
    Say("7", "Jul"),
    Say("8", "Aug"),
    Say("9", "Sep"),
    Say("10", "Oct"),
    Say("11", "Nov"),
    Say("12", "Dec"),
];
/// The months written out.
pub const MONTHS_FULL: [Say; 12] = [
    Say("1", "January"),
    Say("2", "February"),
    Say("3", "March"),
    Say("4", "April"),
    Say("5", "May"),
    Say("6", "June"),
    Say("7", "July"),
    Say("8", "August"),
    Say("9", "September"),
    Say("10", "October"),
    Say("11", "November"),
    Say("12", "December"),
];

/// A period that nobody knows.
pub const UNDATED: Say = Say("时间不详", "date unknown");
/// From a day on.
pub const SINCE: Say = Say("{0}起", "since {0}");
/// Summed up to a day.
pub const UP_TO: Say = Say("截至{0}", "by {0}");
/// The same on an axis.
pub const UP_TO_SHORT: Say = Say("至{0}", "by {0}");
/// Any two ends of a span.
pub const SPAN: Say = Say("{0}–{1}", "{0}–{1}");

/// A calendar year.
pub const YEAR: Say = Say("{0}年", "{0}");
/// Calendar years.
pub const YEARS: Say = Say("{0}–{1}年", "{0}–{1}");
/// January to June.
pub const FIRST_HALF: Say = Say("{0}年上半年", "first half of {0}");
/// July to December.
pub const SECOND_HALF: Say = Say("{0}年下半年", "second half of {0}");
/// January to September.
pub const THREE_QUARTERS: Say = Say("{0}年前三季度", "first three quarters of {0}");
/// A quarter; the parts are the year, its Chinese numeral and its digit.
pub const QUARTER: Say = Say("{0}年第{1}季度", "Q{2} {0}");
/// A month; the parts are year and month.
pub const MONTH: Say = Say("{0}年{1}月", "{1} {0}");
/// Months of one year.
pub const MONTHS_OF_YEAR: Say = Say("{0}年{1}–{2}月", "{1}–{2} {0}");
/// A day; the parts are year, month and day.
pub const DAY: Say = Say("{0}年{1}月{2}日", "{2} {1} {0}");
/// Days of one month.
pub const DAYS_OF_MONTH: Say = Say("{0}年{1}月{2}–{3}日", "{2}–{3} {1} {0}");
/// Days of one year; the parts are the year and two months each with its day.
pub const DAYS_OF_YEAR: Say = Say("{0}年{1}月{2}日–{3}月{4}日", "{2} {1}–{4} {3} {0}");
/// As of the last day of a year.
pub const YEAR_END: Say = Say("{0}年末", "end of {0}");
/// As of the last day of a month.
pub const MONTH_END: Say = Say("{0}年{1}月末", "end of {1} {0}");

/// [`YEAR`] on an axis.
pub const YEAR_SHORT: Say = Say("{0}", "{0}");
/// [`FIRST_HALF`] on an axis.
pub const FIRST_HALF_SHORT: Say = Say("{0}上半年", "H1 {0}");
/// [`SECOND_HALF`] on an axis.
pub const SECOND_HALF_SHORT: Say = Say("{0}下半年", "H2 {0}");
/// [`QUARTER`] on an axis.
pub const QUARTER_SHORT: Say = Say("{0}{1}季度", "Q{2} {0}");
/// [`MONTH`] on an axis.
pub const MONTH_SHORT: Say = Say("{0}.{1}", "{1} {0}");
/// [`MONTHS_OF_YEAR`] on an axis.
pub const MONTHS_OF_YEAR_SHORT: Say = Say("{0}.{1}–{2}", "{1}–{2} {0}");
/// [`DAY`] on an axis.
pub const DAY_SHORT: Say = Say("{0}.{1}.{2}", "{2} {1} {0}");
/// [`DAYS_OF_MONTH`] on an axis.
pub const DAYS_OF_MONTH_SHORT: Say = Say("{0}.{1}.{2}–{3}", "{2}–{3} {1} {0}");
/// [`DAYS_OF_YEAR`] on an axis.
pub const DAYS_OF_YEAR_SHORT: Say = Say("{0}.{1}.{2}–{3}.{4}", "{2} {1}–{4} {3} {0}");
/// [`YEAR_END`] on an axis.
pub const YEAR_END_SHORT: Say = Say("{0}年末", "end-{0}");

/// A month on an axis that shows its year beside another tick.
pub const MONTH_ALONE: Say = Say("{0}月", "{0}");
/// A day on such an axis; the parts are month and day.
pub const DAY_ALONE: Say = Say("{0}月{1}日", "{1} {0}");
/// A day and a time of that day.
pub const DAY_TIME: Say = Say("{0} {1}", "{0}, {1}");
