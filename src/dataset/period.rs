//! Days and spans of days: what a figure's period is, whatever form the source prints it in.

use std::cmp::Ordering;

/// A day of the proleptic Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// Year, 0–9999.
    pub year: i32,
    /// Month, 1–12.
    pub month: u8,
    /// Day, 1–31.
    pub day: u8,
}

/// Days of a month; 0 for a month that does not exist.
pub fn days_in_month(year: i32, month: u8) -> u8 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u8::from(leap),
        _ => 0,
    }
}

impl Date {
    /// The day, if the calendar has it.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let real = (0..=9999).contains(&year) && day >= 1 && day <= days_in_month(year, month);
        real.then_some(Self { year, month, day })
    }

    /// Reads `YYYY-MM-DD`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (y, m, d) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() || y.len() != 4 || m.len() != 2 || d.len() != 2 {
            return None;
        }
        Self::new(y.parse().ok()?, m.parse().ok()?, d.parse().ok()?)
    }

    /// Days since 1970-01-01; earlier days are negative.
    pub fn days(self) -> i32 {
        let y = if self.month <= 2 { self.year - 1 } else { self.year };
        let era = y.div_euclid(400);
        let year_of_era = y.rem_euclid(400);
        let month = (i32::from(self.month) + 9) % 12;
        let day_of_year = (153 * month + 2) / 5 + i32::from(self.day) - 1;
        era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
    }

    /// The day that many days after 1970-01-01.
    pub fn from_days(days: i32) -> Self {
        let z = days + 719_468;
        let era = z.div_euclid(146_097);
        let day_of_era = z.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let m = (5 * day_of_year + 2) / 153;
        let month = if m < 10 { m + 3 } else { m - 9 };
        let year = era * 400 + year_of_era + i32::from(month <= 2);
        let day = day_of_year - (153 * m + 2) / 5 + 1;
        Self { year, month: u8::try_from(month).unwrap_or(1), day: u8::try_from(day).unwrap_or(1) }
    }

    /// Whether this is the last day of its month.
    pub fn ends_month(self) -> bool {
        self.day == days_in_month(self.year, self.month)
    }
}

/// A span of days, both ends inclusive; an end that is not there is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Period {
    /// First day; open for a figure "as of" a day.
    pub start: Option<Date>,
    /// Last day.
    pub end: Option<Date>,
}

impl Period {
    /// The whole calendar year.
    pub fn year(year: i32) -> Self {
        Self { start: Date::new(year, 1, 1), end: Date::new(year, 12, 31) }
    }

    /// Days from first to last, inclusive; none where an end is open.
    pub fn days(self) -> Option<i32> {
        Some(self.end?.days() - self.start?.days() + 1)
    }

    /// The share of this span that is over at the end of `day`, 0 to 1; none where an end is open.
    pub fn elapsed(self, day: Date) -> Option<f64> {
        let total = self.days().filter(|d| *d > 0)?;
        let gone = day.days() - self.start?.days() + 1;
        Some(f64::from(gone.max(0).min(total)) / f64::from(total))
    }

    /// Whether every day of `other` lies in this span.
    pub fn covers(self, other: Self) -> bool {
        let starts = match (self.start, other.start) {
            (None, _) => true,
            (Some(a), Some(b)) => a <= b,
            (Some(_), None) => false,
        };
        let ends = match (self.end, other.end) {
            (None, _) => true,
            (Some(a), Some(b)) => a >= b,
            (Some(_), None) => false,
        };
        starts && ends
    }

    /// The day by which the figure stands: the last day, or the first where the end is open.
    pub fn anchor(self) -> Option<Date> {
        self.end.or(self.start)
    }

    /// Order in time: by last day, then by first; open ends come last and first.
    pub fn order(self, other: Self) -> Ordering {
        let key = |p: Self| (p.anchor().map_or(i32::MAX, Date::days), p.start.map_or(i32::MIN, Date::days));
        key(self).cmp(&key(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_dates_are_inverse() {
        for days in (-800_000..800_000).step_by(37) {
            let date = Date::from_days(days);
            if date.year >= 0 && date.year <= 9999 {
                assert_eq!(date.days(), days, "{date:?}");
                assert!(Date::new(date.year, date.month, date.day).is_some());
            }
        }
        assert_eq!(Date::new(1970, 1, 1).map(Date::days), Some(0));
        assert_eq!(Date::new(2000, 2, 29).map(Date::days), Some(11_016));
    }

    #[test]
    fn eight_months_of_a_leap_year_are_two_thirds_of_it() {
        let end = Date::new(2024, 8, 31).expect("a day");
        let share = Period::year(2024).elapsed(end).expect("closed");
        assert!((share - 244.0 / 366.0).abs() < 1e-12);
    }

    #[test]
    fn a_day_that_the_calendar_lacks_is_refused() {
        assert_eq!(Date::parse("2023-02-29"), None);
        assert_eq!(Date::parse("2024-2-29"), None);
        assert!(Date::parse("2024-02-29").is_some());
    }
}
