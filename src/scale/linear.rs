//! A value turned into a place in proportion.

/// A straight mapping from a domain of values to a range of pixels; either may run backwards.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Linear {
    /// The values at the two ends of the range.
    pub domain: [f64; 2],
    /// The ends in CSS pixels.
    pub range: [f64; 2],
}

impl Linear {
    /// The place of a value in CSS pixels, always finite. A domain without extent, and a value that is not finite,
    /// give the middle of the range.
    pub fn map(self, value: f64) -> f64 {
        between(self.domain, value, self.range).unwrap_or_else(|| middle(self.range))
    }

    /// The value at a place; the middle of the domain where the range has no extent.
    pub fn invert(self, px: f64) -> f64 {
        between(self.range, px, self.domain).unwrap_or_else(|| middle(self.domain))
    }
}

/// Carries `x` from one span to another; none where the result is not a finite number.
fn between(from: [f64; 2], x: f64, to: [f64; 2]) -> Option<f64> {
    // Measured from the nearer end, so that both ends map exactly.
    let share = (x - from[0]) / (from[1] - from[0]);
    let y = if share <= 0.5 {
        to[0] + share * (to[1] - to[0])
    } else {
        to[1] - (from[1] - x) / (from[1] - from[0]) * (to[1] - to[0])
    };
    y.is_finite().then_some(y)
}

/// Halfway between two ends, without overflow; 0 where there is no such place.
fn middle(span: [f64; 2]) -> f64 {
    let y = span[0] / 2.0 + span[1] / 2.0;
    if y.is_finite() { y } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ends_of_the_domain_land_on_the_ends_of_the_range() {
        let scale = Linear { domain: [0.1, 0.7], range: [311.0, 17.3] };
        assert_eq!(scale.map(0.1), 311.0);
        assert_eq!(scale.map(0.7), 17.3);
        assert_eq!(scale.invert(17.3), 0.7);
    }

    #[test]
    fn a_domain_without_extent_maps_to_the_middle() {
        let scale = Linear { domain: [5.0, 5.0], range: [0.0, 100.0] };
        assert_eq!(scale.map(5.0), 50.0);
        assert_eq!(scale.map(9.0), 50.0);
        assert_eq!(Linear { domain: [2.0, 4.0], range: [7.0, 7.0] }.invert(7.0), 3.0);
    }

    #[test]
    fn whatever_goes_in_a_finite_place_comes_out() {
        let odd = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, f64::MAX, -f64::MAX, 0.0, 1.0];
        for a in odd {
            for b in odd {
                for v in odd {
                    let scale = Linear { domain: [a, b], range: [0.0, 300.0] };
                    assert!(scale.map(v).is_finite(), "{a} {b} {v}");
                    assert!(scale.invert(v).is_finite(), "{a} {b} {v}");
                }
            }
        }
    }
}
