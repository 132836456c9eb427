//! A day turned into a place, and a span of days into the days that mark it.

use super::Linear;
use crate::dataset::Date;

/// A mapping from days to pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Time {
    /// The days since 1970-01-01 at the two ends of the range.
    pub domain: [i32; 2],
    /// The ends in CSS pixels.
    pub range: [f64; 2],
}

impl Time {
    /// The place of a day in CSS pixels; the middle of the range where the domain is a single day.
    pub fn map(self, day: i32) -> f64 {
        self.linear().map(f64::from(day))
    }

    /// The day nearest to a place.
    pub fn invert(self, px: f64) -> i32 {
        // A float cast saturates, so a far place gives a far day.
        self.linear().invert(px).round() as i32
    }

    fn linear(self) -> Linear {
        Linear { domain: self.domain.map(f64::from), range: self.range }
    }
}

/// What kind of day a tick marks the beginning of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grain {
    /// Years, or every 2nd, 5th, 10th … of them.
    Year,
    /// January and July.
    Half,
    /// January, April, July and October.
    Quarter,
    /// Months.
    Month,
    /// Days, or every 2nd, 5th or 10th of a month.
    Day,
}

/// A day to mark on a time axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeTick {
    /// Days since 1970-01-01.
    pub day: i32,
    /// The grain of all ticks of this axis.
    pub grain: Grain,
}

/// The ticks within a span of days (in either order), in rising order: the finest grain that has at most `want`
/// (at least 2). A span that holds no such day has none.
pub fn time_ticks(domain: [i32; 2], want: usize) -> Vec<TimeTick> {
    let want = want.clamp(2, 200);
    let [first, last] =
        [domain[0].min(domain[1]), domain[0].max(domain[1])].map(|day| day.clamp(FIRST, LAST));
    for step in [1, 2, 5, 10] {
        if let Some(days) = days(first, last, step, want) {
            return marked(days, Grain::Day);
        }
    }
    let grains = [(1, Grain::Month), (3, Grain::Quarter), (6, Grain::Half)];
    for (step, grain) in grains.into_iter().chain(YEARS.map(|years| (years * 12, Grain::Year))) {
        if let Some(days) = months(first, last, step, want) {
            return marked(days, grain);
        }
    }
    Vec::new()
}

/// The days of the years 0 and 9999, the first and last that a [`Date`] can hold.
const FIRST: i32 = -719_528;
const LAST: i32 = 2_932_896;

/// The steps between marked years.
const YEARS: [i32; 12] = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];

fn marked(days: Vec<i32>, grain: Grain) -> Vec<TimeTick> {
    days.into_iter().map(|day| TimeTick { day, grain }).collect()
}

/// Every `step`-th day of each month (1, 11, 21 for a step of 10), if there are at most `want`.
fn days(first: i32, last: i32, step: u8, want: usize) -> Option<Vec<i32>> {
    let mut found = Vec::new();
    for day in first..=last {
        let of_month = Date::from_days(day).day;
        // The 31st is left out of wider steps: it would stand beside the 1st.
        if (of_month - 1).is_multiple_of(step) && (step == 1 || of_month < 31) {
            if found.len() == want {
                return None;
            }
            found.push(day);
        }
    }
    Some(found)
}

/// The first day of every `step`-th month, counted from year 0, if there are at most `want`.
fn months(first: i32, last: i32, step: i32, want: usize) -> Option<Vec<i32>> {
    let date = Date::from_days(first);
    let mut month = date.year * 12 + i32::from(date.month) - 1;
    if date.day > 1 {
        month += 1;
    }
    month += (-month).rem_euclid(step);
    let mut found = Vec::new();
    loop {
        let start = Date { year: month.div_euclid(12), month: of_year(month), day: 1 };
        if start.days() > last {
            return Some(found);
        }
        if found.len() == want {
            return None;
        }
        found.push(start.days());
        month += step;
    }
}

/// The month of the year, 1–12, of a count of months from year 0.
fn of_year(month: i32) -> u8 {
    u8::try_from(month.rem_euclid(12) + 1).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> i32 {
        Date::parse(text).expect("a day").days()
    }

    fn texts(from: &str, to: &str, want: usize) -> (Vec<String>, Option<Grain>) {
        let ticks = time_ticks([day(from), day(to)], want);
        let texts = ticks.iter().map(|tick| {
            let date = Date::from_days(tick.day);
            format!("{}-{}-{}", date.year, date.month, date.day)
        });
        (texts.collect(), ticks.first().map(|tick| tick.grain))
    }

    #[test]
    fn the_finest_grain_that_fits_is_taken() {
        let cases = [
            ("2022-12-31", "2024-12-31", 2, "2023-1-1 2024-1-1", Grain::Year),
            ("2022-12-31", "2024-12-31", 4, "2023-1-1 2023-7-1 2024-1-1 2024-7-1", Grain::Half),
            ("2024-01-01", "2024-12-31", 4, "2024-1-1 2024-4-1 2024-7-1 2024-10-1", Grain::Quarter),
            ("2024-01-31", "2024-04-30", 4, "2024-2-1 2024-3-1 2024-4-1", Grain::Month),
            ("2024-01-25", "2024-02-05", 3, "2024-1-26 2024-2-1", Grain::Day),
            ("2024-02-27", "2024-03-01", 4, "2024-2-27 2024-2-28 2024-2-29 2024-3-1", Grain::Day),
            ("1990-06-01", "2025-06-01", 4, "2000-1-1 2010-1-1 2020-1-1", Grain::Year),
        ];
        for (from, to, want, expected, grain) in cases {
            let (found, of) = texts(from, to, want);
            assert_eq!((found.join(" "), of), (expected.to_owned(), Some(grain)), "{from} {to} {want}");
        }
    }

    #[test]
    fn a_span_backwards_or_beyond_the_calendar_is_no_trouble() {
        assert_eq!(time_ticks([10, 0], 20), time_ticks([0, 10], 20));
        assert!(!time_ticks([i32::MIN, i32::MAX], 5).is_empty());
        assert_eq!(time_ticks([0, 0], 5), [TimeTick { day: 0, grain: Grain::Day }]);
    }

    #[test]
    fn every_day_maps_there_and_back() {
        let time = Time { domain: [day("2020-01-01"), day("2025-12-31")], range: [24.0, 560.0] };
        for day in time.domain[0]..=time.domain[1] {
            assert_eq!(time.invert(time.map(day)), day);
        }
    }
}
