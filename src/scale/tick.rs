//! A span of values turned into the few round numbers that mark it.
//!
//! A tick is a whole multiple of 1, 2, 2.5 or 5 × 10^k, and is computed as that whole number times (or over) an
//! exact power of ten: one rounding, so the value is the very number that prints short, never 0.30000000000000004.

use super::power::{EXPONENTS, exponent, pow10};

/// Round numbers in rising order, equally spaced.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ticks {
    /// The numbers.
    pub values: Vec<f64>,
    /// The distance from one to the next; 0 where the span is a single value.
    pub step: f64,
}

/// No axis is marked more often than this.
const MOST: usize = 200;

/// The round numbers within `lo` and `hi` (in either order), at most `want` (at least 2) of them and as many as that
/// allows. A span without extent has itself as its one tick, a span that is not finite has none.
pub fn ticks(lo: f64, hi: f64, want: usize) -> Ticks {
    ticks_in(lo, hi, want, 0)
}

/// [`ticks`] for labels that are divided by 10^`exp` (see [`Magnitude`](crate::format::Magnitude)): steps of 2.5 are
/// used only where the divided step is whole, 25 and 250 but never 0.25.
pub fn ticks_in(lo: f64, hi: f64, want: usize, exp: i32) -> Ticks {
    let (lo, hi) = (lo.min(hi), lo.max(hi));
    if !(hi - lo).is_finite() {
        return Ticks::default();
    }
    let found = search(lo, hi, exp, |step| {
        let [first, last] = [step.index(lo)[1], step.index(hi)[0]];
        (last - first < count(want, 2)).then_some([first, last])
    });
    match found {
        Some((step, ends)) => step.ticks(ends),
        None => Ticks { values: vec![lo], step: 0.0 },
    }
}

/// The span widened to round numbers at both ends, in the order it was given, with its ticks: at most `want`, where
/// that is 3 or more. A span without extent is widened to zero, and zero itself to 0–1; a span that is not finite
/// gives 0–1 as well.
pub fn nice(lo: f64, hi: f64, want: usize) -> ([f64; 2], Ticks) {
    nice_in(lo, hi, want, 0)
}

/// [`nice`] for labels that are divided by 10^`exp`, as [`ticks_in`].
pub fn nice_in(lo: f64, hi: f64, want: usize, exp: i32) -> ([f64; 2], Ticks) {
    let backwards = lo > hi;
    let (mut low, mut high) = (lo.min(hi), lo.max(hi));
    if !(high - low).is_finite() {
        (low, high) = (0.0, 1.0);
    } else if flat(low, high) {
        (low, high) = if high == 0.0 { (0.0, 1.0) } else { (low.min(0.0), high.max(0.0)) };
    }
    let found = search(low, high, exp, |step| {
        let ends = [step.index(low)[0], step.index(high)[1]];
        (ends[1] - ends[0] < count(want, 3)).then_some(ends)
    });
    let ticks = match found {
        Some((step, ends)) => step.ticks(ends),
        None => Ticks { values: vec![low, high], step: high - low },
    };
    let ends = [ticks.values.first().copied().unwrap_or(low), ticks.values.last().copied().unwrap_or(high)];
    (if backwards { [ends[1], ends[0]] } else { ends }, ticks)
}

/// The span that an axis of values begins with: from zero, `always` or unless all values crowd far above it; 0 to 1 where
/// there are none (the lower end above the upper).
pub fn from_zero((low, high): (f64, f64), always: bool) -> (f64, f64) {
    if low > high {
        return (0.0, 1.0);
    }
    // One value alone has no neighbours to stand apart from.
    let crowded = low > 0.0 && high > low && (high - low) < 0.25 * high;
    match crowded && !always {
        // Room around the crowd, so that a small change is not made to fill the picture.
        true => (low - (0.6 * (high - low)).max(0.01 * high), high + 0.3 * (high - low)),
        false => (low.min(0.0), high.max(0.0)),
    }
}

/// The most ticks that are wanted, held within what can be asked.
fn count(want: usize, least: usize) -> f64 {
    f64::from(u16::try_from(want.max(least).min(MOST)).unwrap_or(u16::MAX))
}

/// Whether the span is too small against its values to be divided.
fn flat(lo: f64, hi: f64) -> bool {
    hi - lo <= lo.abs().max(hi.abs()) * 1e-12 || hi - lo < pow10(EXPONENTS[0] + 3)
}

/// The finest step that fits, with what `fit` says of it.
fn search<T>(lo: f64, hi: f64, exp: i32, fit: impl Fn(Step) -> Option<T>) -> Option<(Step, T)> {
    if flat(lo, hi) {
        return None;
    }
    // The finest step of all gives more than `MOST` ticks, so the walk starts below any that could fit.
    let start = (exponent(hi - lo) - 3).max(EXPONENTS[0]);
    for power in start..=EXPONENTS[1] {
        for (mantissa, power) in [(1.0, power), (2.0, power), (25.0, power - 1), (5.0, power)] {
            let step = Step { mantissa, power };
            if mantissa == 25.0 && power < exp.max(EXPONENTS[0]) {
                continue;
            }
            if let Some(found) = fit(step) {
                return Some((step, found));
            }
        }
    }
    None
}

/// A step of `mantissa` × 10^`power`, the mantissa a whole number.
#[derive(Clone, Copy)]
struct Step {
    mantissa: f64,
    power: i32,
}

impl Step {
    /// That many steps from zero, rounded once.
    fn times(self, count: f64) -> f64 {
        let whole = count * self.mantissa;
        // Adding zero turns −0 into 0.
        0.0 + if self.power < 0 { whole / pow10(-self.power) } else { whole * pow10(self.power) }
    }

    /// The number of steps from zero to the multiple at or below `x`, and to the one at or above it.
    fn index(self, x: f64) -> [f64; 2] {
        let scaled = if self.power < 0 { x * pow10(-self.power) } else { x / pow10(self.power) };
        let steps = scaled / self.mantissa;
        let near = steps.round();
        // A value that is a multiple but for the last bits counts as one.
        if (steps - near).abs() <= steps.abs() * 1e-15 + 1e-12 {
            [near, near]
        } else {
            [steps.floor(), steps.ceil()]
        }
    }

    fn ticks(self, ends: [f64; 2]) -> Ticks {
        let mut values = Vec::new();
        let mut i = ends[0];
        while i <= ends[1] && values.len() < MOST {
            values.push(self.times(i));
            i += 1.0;
        }
        Ticks { values, step: self.times(1.0) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_the_numbers_a_reader_expects() {
        let cases: [(f64, f64, usize, &[f64]); 9] = [
            (0.0, 1560.0, 5, &[0.0, 500.0, 1000.0, 1500.0]),
            (0.0, 20.0, 5, &[0.0, 5.0, 10.0, 15.0, 20.0]),
            (0.0, 100.0, 5, &[0.0, 25.0, 50.0, 75.0, 100.0]),
            (0.0, 0.9, 10, &[0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]),
            (-0.3, 0.3, 7, &[-0.3, -0.2, -0.1, 0.0, 0.1, 0.2, 0.3]),
            (10.0, 0.0, 6, &[0.0, 2.0, 4.0, 6.0, 8.0, 10.0]),
            (0.0, 1e-9, 3, &[0.0, 5e-10, 1e-9]),
            (0.0, 1e18, 3, &[0.0, 5e17, 1e18]),
            (7.0, 7.0, 5, &[7.0]),
        ];
        for (lo, hi, want, values) in cases {
            assert_eq!(ticks(lo, hi, want).values, values, "{lo} {hi} {want}");
        }
    }

    #[test]
    fn steps_of_two_and_a_half_appear_only_where_they_print_whole() {
        assert_eq!(ticks(0.0, 10.0, 5).step, 5.0);
        assert_eq!(ticks(0.0, 1e6, 5).step, 250_000.0);
        assert_eq!(ticks_in(0.0, 1e6, 5, 4).step, 250_000.0);
        assert_eq!(ticks_in(0.0, 1e6, 5, 6).step, 500_000.0);
        assert_eq!(ticks_in(0.0, 1e9, 5, 8).step, 5e8);
    }

    #[test]
    fn an_axis_may_be_marked_densely() {
        assert_eq!(ticks(0.0, 1.0, 150).values.len(), 101);
        assert_eq!(ticks(0.0, 9.99, 2000).values.len(), 200);
    }

    #[test]
    fn a_nice_span_ends_on_ticks_and_keeps_its_direction() {
        assert_eq!(nice(0.0, 960.0, 5).0, [0.0, 1000.0]);
        assert_eq!(nice(-17.3, 10.9, 5).0, [-20.0, 20.0]);
        assert_eq!(nice(18.0, 7.0, 5).0, [20.0, 5.0]);
        assert_eq!(nice(0.1, 0.30000000000000004, 5).0, [0.1, 0.3]);
    }

    #[test]
    fn a_single_value_gets_a_span_from_zero() {
        assert_eq!(nice(0.0, 0.0, 5).0, [0.0, 1.0]);
        assert_eq!(nice(18.0, 18.0, 5).0, [0.0, 20.0]);
        assert_eq!(nice(-4.0, -4.0, 5).0, [-4.0, 0.0]);
    }

    #[test]
    fn what_is_not_finite_has_no_ticks() {
        assert_eq!(ticks(f64::NAN, f64::NAN, 5), Ticks::default());
        assert_eq!(ticks(0.0, f64::INFINITY, 5), Ticks::default());
        assert_eq!(nice(f64::NAN, f64::NAN, 5).0, [0.0, 1.0]);
        assert_eq!(nice(-f64::MAX, f64::MAX, 5).0, [0.0, 1.0]);
    }

    #[test]
    fn spans_beyond_the_table_of_powers_still_end() {
        assert_eq!(nice(0.0, 1e300, 5).0, [0.0, 1e300]);
        assert_eq!(ticks(0.0, 1e-300, 5).values, [0.0]);
        assert_eq!(ticks(1e15, 1e15 + 0.125, 5).values.len(), 1);
    }
}
