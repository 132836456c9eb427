//! A moment into the words for its day and the digits of its time.

use super::{Style, period, time_tick};
use crate::dataset::{Date, Period, Temporal};
use crate::scale::{DAY, Grain, Mark, Moment, TimeTick, day_of};
use crate::words::{Lang, join, number as say};

/// The time of day as `hh:mm`, with seconds and thousandths where `step` (ms) or the moment itself has them.
fn time_of_day(at: f64, step: f64) -> String {
    let within = at.rem_euclid(DAY).floor() as u32;
    let two = |number: u32| {
        let text = number.to_string();
        if number < 10 { join(&["0", &text], "") } else { text }
    };
    let (seconds, rest) = (within / 1000, within % 1000);
    let mut parts = vec![two(seconds / 3600), two(seconds / 60 % 60)];
    if step < 60e3 || seconds % 60 > 0 || rest > 0 {
        parts.push(two(seconds % 60));
    }
    let mut text = join(&parts, ":");
    if step < 1e3 || rest > 0 {
        text.push('.');
        text.push_str(&(1000 + rest).to_string()[1..]);
    }
    text
}

/// The label of a tick; `day` and `year` tell whether an earlier tick of the axis has named its day and its year.
pub fn moment_tick(moment: Moment, lang: Lang, (day, year): (bool, bool)) -> String {
    let date = |grain| TimeTick { day: day_of(moment.at), grain };
    match moment.mark {
        Mark::Day(grain) => time_tick(date(grain), lang, !year),
        Mark::Clock(step) if day => time_of_day(moment.at, step),
        Mark::Clock(step) => {
            let day = time_tick(date(Grain::Day), lang, !year);
            say::DAY_TIME.fill(lang, &[&day, &time_of_day(moment.at, step)])
        }
    }
}

/// A moment in full: its day, and its time unless that is midnight and `daily`.
pub fn moment(at: f64, daily: bool, lang: Lang) -> String {
    let date = Some(Date::from_days(day_of(at)));
    // Both ends, so that the last day of a month is a day and not the end of its month.
    let day = period(Period { start: date, end: date }, Temporal::Stock, lang, Style::Long);
    if daily && at.rem_euclid(DAY) == 0.0 {
        return day;
    }
    say::DAY_TIME.fill(lang, &[&day, &time_of_day(at, 60e3)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_tells_as_much_as_it_has() {
        let text = |at, lang| moment(at, true, lang);
        assert_eq!(text(1_704_067_200_000.0, Lang::Zh), "2024年1月1日");
        assert_eq!(text(1_704_067_200_000.0, Lang::En), "1 Jan 2024");
        assert_eq!(text(1_704_100_500_000.0, Lang::Zh), "2024年1月1日 09:15");
        assert_eq!(text(1_704_100_501_000.0, Lang::En), "1 Jan 2024, 09:15:01");
        assert_eq!(text(1_704_100_501_250.0, Lang::En), "1 Jan 2024, 09:15:01.250");
        assert_eq!(text(-1.0, Lang::En), "31 Dec 1969, 23:59:59.999");
    }

    #[test]
    fn only_the_first_tick_of_a_day_names_it() {
        let tick = |named| {
            let mark = Mark::Clock(3_600e3);
            moment_tick(Moment { at: 1_704_099_600_000.0, mark }, Lang::Zh, named)
        };
        assert_eq!(tick((false, false)), "2024年1月1日 09:00");
        assert_eq!(tick((false, true)), "1月1日 09:00");
        assert_eq!(tick((true, true)), "09:00");
    }
}
