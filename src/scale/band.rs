//! The n-th category turned into its stretch of the axis.

use crate::geom::within;

/// Equal slots along a range, with a gap between them and half a gap at each end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// The number of slots.
    pub count: usize,
    /// The ends in CSS pixels; a range that runs backwards puts the first slot at its far end.
    pub range: [f64; 2],
    /// The share of a step that stays empty, held within 0 and 0.95.
    pub gap: f64,
}

impl Band {
    /// Where slot `i` begins (its lower end in pixels) and how long it is. An `i` past the end is the last slot;
    /// without slots the length is 0.
    pub fn slot(self, i: usize) -> (f64, f64) {
        let [low, high] = self.ends();
        if self.count == 0 {
            return (low, 0.0);
        }
        let i = i.min(self.count - 1);
        let place = if self.range[0] <= self.range[1] { i } else { self.count - 1 - i };
        let gap = if self.gap.is_finite() { within(self.gap, 0.0, 0.95) } else { 0.0 };
        let step = (high - low) / number(self.count);
        (low + step * (number(place) + gap / 2.0), step * (1.0 - gap))
    }

    /// The slot at a place, the gap beside it included; none outside the range.
    pub fn at(self, px: f64) -> Option<usize> {
        let [low, high] = self.ends();
        if self.count == 0 || !(px >= low && px <= high) || low == high {
            return None;
        }
        let share = (px - low) / (high - low) * number(self.count);
        // `px` lies within the range, so this is a small whole number.
        let place = (share as usize).min(self.count - 1);
        Some(if self.range[0] <= self.range[1] { place } else { self.count - 1 - place })
    }

    fn ends(self) -> [f64; 2] {
        [self.range[0].min(self.range[1]), self.range[0].max(self.range[1])]
    }
}

fn number(n: usize) -> f64 {
    n as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_stand_in_order_with_half_a_gap_outside() {
        let band = Band { count: 4, range: [0.0, 80.0], gap: 0.5 };
        assert_eq!(band.slot(0), (5.0, 10.0));
        assert_eq!(band.slot(3), (65.0, 10.0));
        assert_eq!(Band { range: [80.0, 0.0], ..band }.slot(0), (65.0, 10.0));
    }

    #[test]
    fn a_place_outside_or_without_slots_has_none() {
        let band = Band { count: 2, range: [10.0, 30.0], gap: 0.2 };
        assert_eq!(band.at(10.0), Some(0));
        assert_eq!(band.at(30.0), Some(1));
        for px in [9.9, 30.1, f64::NAN] {
            assert_eq!(band.at(px), None);
        }
        assert_eq!(Band { count: 0, ..band }.at(15.0), None);
        assert_eq!(Band { count: 0, ..band }.slot(1), (10.0, 0.0));
    }
}
