//! A positive value turned into a place by its ratio to others, and the round numbers that mark such an axis.

use super::Linear;
use super::power::{EXPONENTS, exponent, pow10};

/// A mapping in which equal ratios are equally long.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Log {
    /// The values at the two ends of the range, both positive.
    pub domain: [f64; 2],
    /// The ends in CSS pixels.
    pub range: [f64; 2],
}

impl Log {
    /// The place of a value in CSS pixels, always finite; the middle of the range for one that has no ratio to the
    /// domain.
    pub fn map(self, value: f64) -> f64 {
        self.powers().map(power_of(value))
    }

    /// The value at a place.
    pub fn invert(self, px: f64) -> f64 {
        let value = libm::pow(10.0, self.powers().invert(px));
        if value.is_finite() { value } else { f64::MAX }
    }

    fn powers(self) -> Linear {
        Linear { domain: self.domain.map(power_of), range: self.range }
    }
}

/// The power of ten that a value is; not a number where it is none.
fn power_of(value: f64) -> f64 {
    if value > 0.0 && value.is_finite() { libm::log10(value) } else { f64::NAN }
}

/// Values on an axis, in proportion or by their ratios.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Values {
    /// Equal differences are equally long.
    Linear(Linear),
    /// Equal ratios are equally long.
    Log(Log),
}

impl Values {
    /// A scale of either kind.
    pub fn new(log: bool, domain: [f64; 2], range: [f64; 2]) -> Self {
        if log { Self::Log(Log { domain, range }) } else { Self::Linear(Linear { domain, range }) }
    }

    /// The place of a value in CSS pixels, always finite.
    #[inline(never)]
    pub fn map(self, value: f64) -> f64 {
        match self {
            Self::Linear(linear) => linear.map(value),
            Self::Log(log) => log.map(value),
        }
    }

    /// The values at the two ends.
    pub fn domain(self) -> [f64; 2] {
        match self {
            Self::Linear(linear) => linear.domain,
            Self::Log(log) => log.domain,
        }
    }
}

/// The span widened to round numbers at both ends, with those between: 1, 2 and 5 times the powers of ten where at
/// most `want` (at least 3) of them fit, else the powers of ten, else every second, third … of them. A span that is
/// not positive gives 1 to 10.
pub fn nice_log(lo: f64, hi: f64, want: usize) -> ([f64; 2], Vec<f64>) {
    let (mut lo, mut hi) = (lo.min(hi), lo.max(hi));
    if !(lo > 0.0 && hi.is_finite()) {
        (lo, hi) = (1.0, 10.0);
    }
    // What lies beyond the table of powers is held at its ends.
    let [least, most] = EXPONENTS.map(pow10);
    (lo, hi) = (lo.max(least).min(most / 10.0), hi.max(least).min(most));
    let want = want.max(3);
    let fine = marks(lo, hi, &[1.0, 2.0, 5.0], 1);
    if fine.len() <= want {
        return ends(fine);
    }
    let mut every = 1;
    loop {
        let found = marks(lo, hi, &[1.0], every);
        if found.len() <= want || every > EXPONENTS[1] {
            return ends(found);
        }
        every += 1;
    }
}

fn ends(marks: Vec<f64>) -> ([f64; 2], Vec<f64>) {
    let (first, last) = (marks.first().copied().unwrap_or(1.0), marks.last().copied().unwrap_or(10.0));
    ([first, last], marks)
}

/// The multiples of every `every`-th power of ten from the last at or below `lo` to the first at or above `hi`, two at
/// least.
fn marks(lo: f64, hi: f64, mantissas: &[f64], every: i32) -> Vec<f64> {
    let mut found: Vec<f64> = Vec::new();
    let mut power = exponent(lo).div_euclid(every) * every;
    // The last step may lead past the table, to its end.
    while power < EXPONENTS[1] + every {
        for mantissa in mantissas {
            // A quotient of exact numbers is the number that prints short.
            let value = if power < 0 { mantissa / pow10(-power) } else { mantissa * pow10(power) };
            if value <= lo {
                found.clear();
            }
            found.push(value);
            if value >= hi && found.len() > 1 {
                return found;
            }
        }
        power += every;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_ratios_are_equally_long() {
        let scale = Log { domain: [1.0, 1000.0], range: [300.0, 0.0] };
        for (value, place) in [(1.0, 300.0), (10.0, 200.0), (100.0, 100.0), (1000.0, 0.0)] {
            assert!((scale.map(value) - place).abs() < 1e-9, "{value}");
            assert!((scale.invert(place) / value - 1.0).abs() < 1e-9, "{place}");
        }
    }

    #[test]
    fn marks_thin_out_as_the_span_grows() {
        let cases: [(f64, f64, &[f64]); 6] = [
            (3.0, 8.0, &[2.0, 5.0, 10.0]),
            (1.0, 88.0, &[1.0, 10.0, 100.0]),
            (0.002, 0.04, &[0.002, 0.005, 0.01, 0.02, 0.05]),
            (1.0, 880_000_000.0, &[1.0, 1000.0, 1_000_000.0, 1_000_000_000.0]),
            (7.0, 7.0, &[5.0, 10.0]),
            (10.0, 10.0, &[10.0, 20.0]),
        ];
        for (lo, hi, values) in cases {
            assert_eq!(nice_log(lo, hi, 5).1, values, "{lo} {hi}");
        }
    }

    #[test]
    fn whatever_goes_in_a_finite_place_comes_out() {
        let odd = [f64::NAN, f64::INFINITY, -1.0, 0.0, f64::MIN_POSITIVE, 1.0, f64::MAX];
        for a in odd {
            for b in odd {
                let (domain, marks) = nice_log(a, b, 5);
                assert!(domain[0] > 0.0 && domain[1].is_finite() && marks.len() >= 2, "{a} {b}");
                for v in odd {
                    let scale = Log { domain: [a, b], range: [0.0, 300.0] };
                    assert!(scale.map(v).is_finite() && scale.invert(v).is_finite(), "{a} {b} {v}");
                }
            }
        }
    }
}
