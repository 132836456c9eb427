//! A span of days turned into the words a newspaper uses for it.

use crate::dataset::{Date, Period, Temporal, days_in_month};
use crate::scale::{Grain, TimeTick};
use crate::words::{Lang, Say, join, number as say};

/// How much room the text has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Style {
    /// For sentences, tables and tooltips: 2024年1–8月, end of 2023.
    #[default]
    Long,
    /// For axis labels: 2024.1–8, end-2023. A stock on a day within a month shows the month only.
    Short,
}

/// The period in words. A figure as of a day is "end of" a year or month where that day ends one; sums without a
/// beginning run "by" their last day.
pub fn period(period: Period, temporal: Temporal, lang: Lang, style: Style) -> String {
    match (period.start, period.end) {
        (Some(start), Some(end)) => span(start, end, lang, style),
        (None, Some(end)) => {
            let text = as_of(end, lang, style);
            match (temporal, style) {
                (Temporal::Flow, Style::Long) => say::UP_TO.fill(lang, &[&text]),
                (Temporal::Flow, Style::Short) => say::UP_TO_SHORT.fill(lang, &[&text]),
                (Temporal::Stock | Temporal::Rate, _) => text,
            }
        }
        (Some(start), None) => say::SINCE.fill(lang, &[&since(start, lang, style)]),
        (None, None) => say::UNDATED.get(lang).to_owned(),
    }
}

/// The label of a tick that stands on the first day of its year, half, quarter or month, or on a day. Only the first
/// tick that an axis shows of a year names the year; January then is the year itself.
pub fn time_tick(tick: TimeTick, lang: Lang, first_of_year: bool) -> String {
    let date = Date::from_days(tick.day);
    let month = month(date, lang);
    match (tick.grain, first_of_year) {
        (Grain::Year, _) => fill(say::YEAR, date, lang),
        (Grain::Day, true) => fill(say::DAY, date, lang),
        (Grain::Day, false) => say::DAY_ALONE.fill(lang, &[month, &date.day.to_string()]),
        (_, true) if date.month == 1 => fill(say::YEAR, date, lang),
        (_, true) => fill(say::MONTH, date, lang),
        (_, false) => say::MONTH_ALONE.fill(lang, &[month]),
    }
}

/// A day as `YYYY-MM-DD`, for what machines read.
pub fn iso(date: Date) -> String {
    let two = |number: u8| {
        let text = number.to_string();
        if number < 10 { join(&["0", &text], "") } else { text }
    };
    let year = (10_000 + date.year).to_string();
    join(&[&year[1..], &two(date.month), &two(date.day)], "-")
}

/// The day by which a figure stands.
fn as_of(date: Date, lang: Lang, style: Style) -> String {
    let ends_year = date.month == 12 && date.day == 31;
    match style {
        Style::Long if ends_year => fill(say::YEAR_END, date, lang),
        Style::Long if date.ends_month() => {
            say::MONTH_END.fill(lang, &[&date.year.to_string(), full_month(date, lang)])
        }
        Style::Long => fill(say::DAY, date, lang),
        Style::Short if ends_year => fill(say::YEAR_END_SHORT, date, lang),
        Style::Short => fill(say::MONTH_SHORT, date, lang),
    }
}

/// The day, month or year that something begins with.
fn since(date: Date, lang: Lang, style: Style) -> String {
    let say = match (date.month, date.day, style) {
        (1, 1, Style::Long) => say::YEAR,
        (1, 1, Style::Short) => say::YEAR_SHORT,
        (_, 1, Style::Long) => say::MONTH,
        (_, _, Style::Short) => say::MONTH_SHORT,
        (_, _, Style::Long) => say::DAY,
    };
    fill(say, date, lang)
}

/// A span with both ends.
fn span(start: Date, end: Date, lang: Lang, style: Style) -> String {
    let whole_months = start.day == 1 && end.day == days_in_month(end.year, end.month) && start <= end;
    if !whole_months {
        return days(start, end, lang, style);
    }
    let long = style == Style::Long;
    let year = start.year.to_string();
    let [first, last] = [start, end].map(|date| month(date, lang));
    let of_year = |full: Say, short: Say| (if long { full } else { short }).fill(lang, &[&year, first, last]);
    if start.year != end.year {
        if start.month == 1 && end.month == 12 {
            return (if long { say::YEARS } else { say::SPAN }).fill(lang, &[&year, &end.year.to_string()]);
        }
        let say = if long { say::MONTH } else { say::MONTH_SHORT };
        return say::SPAN.fill(lang, &[&fill(say, start, lang), &fill(say, end, lang)]);
    }
    match (start.month, end.month) {
        (1, 12) => of_year(say::YEAR, say::YEAR_SHORT),
        (1, 6) => of_year(say::FIRST_HALF, say::FIRST_HALF_SHORT),
        (7, 12) => of_year(say::SECOND_HALF, say::SECOND_HALF_SHORT),
        (1, 9) => of_year(say::THREE_QUARTERS, say::MONTHS_OF_YEAR_SHORT),
        (1 | 4 | 7 | 10, last) if last == start.month + 2 => {
            let say = if long { say::QUARTER } else { say::QUARTER_SHORT };
            let quarter = last / 3;
            let word = say::COUNTED[usize::from(quarter) - 1].get(Lang::Zh);
            say.fill(lang, &[&year, word, &quarter.to_string()])
        }
        (from, to) if from == to => of_year(say::MONTH, say::MONTH_SHORT),
        _ => of_year(say::MONTHS_OF_YEAR, say::MONTHS_OF_YEAR_SHORT),
    }
}

/// A span that begins or ends within a month.
fn days(start: Date, end: Date, lang: Lang, style: Style) -> String {
    let (day, of_month, of_year) = match style {
        Style::Long => (say::DAY, say::DAYS_OF_MONTH, say::DAYS_OF_YEAR),
        Style::Short => (say::DAY_SHORT, say::DAYS_OF_MONTH_SHORT, say::DAYS_OF_YEAR_SHORT),
    };
    if start == end {
        return fill(day, start, lang);
    }
    let [year, first, last] = [start.year, i32::from(start.day), i32::from(end.day)].map(|n| n.to_string());
    if (start.year, start.month) == (end.year, end.month) {
        return of_month.fill(lang, &[&year, month(start, lang), &first, &last]);
    }
    if start.year == end.year {
        return of_year.fill(lang, &[&year, month(start, lang), &first, month(end, lang), &last]);
    }
    say::SPAN.fill(lang, &[&fill(day, start, lang), &fill(day, end, lang)])
}

/// The text with year, month and day filled in.
fn fill(say: Say, date: Date, lang: Lang) -> String {
    say.fill(lang, &[&date.year.to_string(), month(date, lang), &date.day.to_string()])
}

fn month(date: Date, lang: Lang) -> &'static str {
    named(&say::MONTHS, date, lang)
}

fn full_month(date: Date, lang: Lang) -> &'static str {
    named(&say::MONTHS_FULL, date, lang)
}

fn named(months: &[Say; 12], date: Date, lang: Lang) -> &'static str {
    months.get(usize::from(date.month).wrapping_sub(1)).map_or("", |say| say.get(lang))
}

#[cfg(test)]
mod tests {
    use super::*;
    use Temporal::{Flow, Stock};

    fn date(text: &str) -> Option<Date> {
        (!text.is_empty()).then(|| Date::parse(text).expect("a day"))
    }

    fn all(start: &str, end: &str, temporal: Temporal) -> [String; 4] {
        let span = Period { start: date(start), end: date(end) };
        [(Lang::Zh, Style::Long), (Lang::Zh, Style::Short), (Lang::En, Style::Long), (Lang::En, Style::Short)]
            .map(|(lang, style)| period(span, temporal, lang, style))
    }

    #[test]
    fn a_stock_stands_at_an_end_or_on_a_day() {
        let cases = [
            ("2023-12-31", ["2023年末", "2023年末", "end of 2023", "end-2023"]),
            ("2023-06-30", ["2023年6月末", "2023.6", "end of June 2023", "Jun 2023"]),
            ("2024-02-28", ["2024年2月28日", "2024.2", "28 Feb 2024", "Feb 2024"]),
            ("2024-02-29", ["2024年2月末", "2024.2", "end of February 2024", "Feb 2024"]),
            ("2024-09-18", ["2024年9月18日", "2024.9", "18 Sep 2024", "Sep 2024"]),
        ];
        for (end, texts) in cases {
            assert_eq!(all("", end, Stock), texts);
        }
    }

    #[test]
    fn a_span_takes_the_shortest_name_it_has() {
        let cases = [
            ("2024-01-01", "2024-12-31", ["2024年", "2024", "2024", "2024"]),
            ("2021-01-01", "2025-12-31", ["2021–2025年", "2021–2025", "2021–2025", "2021–2025"]),
            ("2024-01-01", "2024-08-31", ["2024年1–8月", "2024.1–8", "Jan–Aug 2024", "Jan–Aug 2024"]),
            ("2023-01-01", "2023-06-30", ["2023年上半年", "2023上半年", "first half of 2023", "H1 2023"]),
            ("2023-07-01", "2023-12-31", ["2023年下半年", "2023下半年", "second half of 2023", "H2 2023"]),
            (
                "2024-01-01",
                "2024-09-30",
                ["2024年前三季度", "2024.1–9", "first three quarters of 2024", "Jan–Sep 2024"],
            ),
            ("2024-07-01", "2024-09-30", ["2024年第三季度", "2024三季度", "Q3 2024", "Q3 2024"]),
            ("2024-10-01", "2024-12-31", ["2024年第四季度", "2024四季度", "Q4 2024", "Q4 2024"]),
            ("2024-09-01", "2024-09-30", ["2024年9月", "2024.9", "Sep 2024", "Sep 2024"]),
            (
                "2023-09-01",
                "2024-08-31",
                ["2023年9月–2024年8月", "2023.9–2024.8", "Sep 2023–Aug 2024", "Sep 2023–Aug 2024"],
            ),
        ];
        for (start, end, texts) in cases {
            assert_eq!(all(start, end, Flow), texts);
        }
    }

    #[test]
    fn days_are_named_when_months_are_not_whole() {
        let cases = [
            ("2024-09-18", "2024-09-18", ["2024年9月18日", "2024.9.18", "18 Sep 2024", "18 Sep 2024"]),
            (
                "2024-09-01",
                "2024-09-18",
                ["2024年9月1–18日", "2024.9.1–18", "1–18 Sep 2024", "1–18 Sep 2024"],
            ),
            (
                "2024-01-01",
                "2024-09-18",
                ["2024年1月1日–9月18日", "2024.1.1–9.18", "1 Jan–18 Sep 2024", "1 Jan–18 Sep 2024"],
            ),
            (
                "2023-12-31",
                "2024-09-18",
                [
                    "2023年12月31日–2024年9月18日",
                    "2023.12.31–2024.9.18",
                    "31 Dec 2023–18 Sep 2024",
                    "31 Dec 2023–18 Sep 2024",
                ],
            ),
        ];
        for (start, end, texts) in cases {
            assert_eq!(all(start, end, Flow), texts);
        }
    }

    #[test]
    fn an_open_end_is_said() {
        assert_eq!(
            all("2024-09-01", "", Flow),
            ["2024年9月起", "2024.9起", "since Sep 2024", "since Sep 2024"]
        );
        assert_eq!(all("2024-01-01", "", Flow), ["2024年起", "2024起", "since 2024", "since 2024"]);
        assert_eq!(
            all("", "2024-12-31", Flow),
            ["截至2024年末", "至2024年末", "by end of 2024", "by end-2024"]
        );
        assert_eq!(all("", "", Stock), ["时间不详", "时间不详", "date unknown", "date unknown"]);
    }

    #[test]
    fn only_the_first_tick_of_a_year_names_it() {
        let label = |text: &str, grain, first| {
            let tick = TimeTick { day: date(text).expect("a day").days(), grain };
            [Lang::Zh, Lang::En].map(|lang| time_tick(tick, lang, first))
        };
        assert_eq!(label("2024-01-01", Grain::Year, false), ["2024年", "2024"]);
        assert_eq!(label("2024-01-01", Grain::Quarter, true), ["2024年", "2024"]);
        assert_eq!(label("2024-09-01", Grain::Month, true), ["2024年9月", "Sep 2024"]);
        assert_eq!(label("2024-09-01", Grain::Month, false), ["9月", "Sep"]);
        assert_eq!(label("2024-09-18", Grain::Day, false), ["9月18日", "18 Sep"]);
    }
}
