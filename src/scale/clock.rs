//! A span of milliseconds into the round moments that mark it, down to the millisecond.

use super::time::{Grain, time_ticks};

/// Milliseconds of a day.
pub const DAY: f64 = 86_400_000.0;

/// Steps below a day, ms.
const STEPS: [f64; 23] = [
    1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1e3, 2e3, 5e3, 1e4, 15e3, 30e3, 60e3, 120e3, 300e3,
    600e3, 900e3, 1_800e3, 3_600e3, 7_200e3,
];
/// The same, where hours are counted.
const HOURS: [f64; 3] = [3.0 * 3_600e3, 6.0 * 3_600e3, 12.0 * 3_600e3];

/// A moment to mark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moment {
    /// Milliseconds since 1970-01-01, in the time that is told.
    pub at: f64,
    /// What it marks the beginning of.
    pub mark: Mark,
}

/// What a moment marks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Mark {
    /// A day, month or year.
    Day(Grain),
    /// A time of day; the step between ticks, ms.
    Clock(f64),
}

/// The day that a moment lies in, since 1970-01-01.
pub fn day_of(at: f64) -> i32 {
    // A cast saturates, so a far moment gives a far day.
    (at / DAY).floor() as i32
}

/// The ticks from `low` to `high` (ms, in the time that is told), in rising order: the finest step that gives at most
/// `want` (at least 2).
pub fn moments(low: f64, high: f64, want: usize) -> Vec<Moment> {
    let want = want.clamp(2, 200);
    if !(high - low).is_finite() || high < low {
        return Vec::new();
    }
    for step in STEPS.into_iter().chain(HOURS) {
        let (first, last) = ((low / step).ceil(), (high / step).floor());
        if last - first < want as f64 {
            let mut found = Vec::new();
            let mut count = first;
            while count <= last {
                let at = count * step;
                let midnight = at.rem_euclid(DAY) == 0.0;
                let mark = if midnight { Mark::Day(Grain::Day) } else { Mark::Clock(step) };
                found.push(Moment { at, mark });
                count += 1.0;
            }
            return found;
        }
    }
    let (first, last) = (day_of(low + DAY - 1.0), day_of(high));
    let days = time_ticks([first, last], want).into_iter();
    days.map(|tick| Moment { at: f64::from(tick.day) * DAY, mark: Mark::Day(tick.grain) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_at_every_span() {
        let hour = 3_600e3;
        let steps = |low: f64, high: f64, want| -> Vec<f64> {
            moments(low, high, want).iter().map(|moment| moment.at - low.floor()).collect()
        };
        assert_eq!(steps(0.0, 4.0, 5), [0.0, 1.0, 2.0, 3.0, 4.0]);
        assert_eq!(steps(0.0, hour, 5), [0.0, 900e3, 1_800e3, 2_700e3, hour]);
        assert_eq!(steps(0.0, DAY, 5), [0.0, 6.0 * hour, 12.0 * hour, 18.0 * hour, DAY]);
        assert_eq!(steps(0.0, 3.0 * DAY, 5), [0.0, DAY, 2.0 * DAY, 3.0 * DAY]);
    }

    #[test]
    fn midnight_is_a_day_and_all_else_a_time() {
        let found = moments(-6.0 * 3_600e3, 6.0 * 3_600e3, 3);
        let marks: Vec<Mark> = found.iter().map(|moment| moment.mark).collect();
        let clock = Mark::Clock(6.0 * 3_600e3);
        assert_eq!(marks, [clock, Mark::Day(Grain::Day), clock]);
    }

    #[test]
    fn no_span_is_too_long_too_short_or_no_number() {
        for (low, high) in
            [(0.0, 0.0), (5.0, 5.2), (-1e15, 1e15), (f64::NAN, 1.0), (0.0, f64::INFINITY), (2.0, 1.0)]
        {
            let found = moments(low, high, 6);
            assert!(found.len() <= 6, "{low} {high}");
            assert!(found.iter().all(|moment| moment.at >= low && moment.at <= high), "{low} {high}");
        }
    }
}
