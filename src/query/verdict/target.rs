//! Turns a target into the test it sets: which values it accepts, and which it refuses, at its end or on the way.

use super::Verdict;
use crate::dataset::{Direction, Figure, Qualifier};
use crate::query::interval::Interval;

/// What a target accepts: everything beyond a threshold.
#[derive(Clone, Copy, Debug)]
pub(in crate::query) struct Test {
    /// The threshold; wider than a point only where the target is approximate.
    pub(in crate::query) threshold: Interval,
    /// Whether values above it are accepted, or those below.
    pub(in crate::query) up: bool,
    /// Whether the threshold itself is refused.
    pub(in crate::query) strict: bool,
}

impl Test {
    /// The test a target sets; none where nothing says which way is better. A word that caps wins over the
    /// indicator's direction, the direction over the other words; without a direction 以上 and 超 ask for more.
    /// An approximate number is a threshold as wide as its reach.
    pub(in crate::query) fn of(target: Figure, direction: Direction) -> Option<Self> {
        let larger = target.value >= 0.0;
        let up = match (target.qualifier, direction) {
            (Qualifier::AtMost, _) => !larger,
            (_, Direction::Up) => true,
            (_, Direction::Down) => false,
            (Qualifier::AtLeast | Qualifier::Over, Direction::None) => larger,
            (_, Direction::None) => return None,
        };
        let threshold = match target.qualifier {
            Qualifier::About | Qualifier::Nearly => Interval::reach(target)?,
            Qualifier::Range => {
                let whole = Interval::of(target)?;
                Interval::point(if up { whole.lo.value()? } else { whole.hi.value()? })
            }
            _ => Interval::of(Figure::exact(target.value))?,
        };
        Some(Self { threshold, up, strict: target.qualifier == Qualifier::Over })
    }

    /// Whether it accepts every value of the outcome.
    pub(in crate::query) fn accepts(self, outcome: Interval) -> bool {
        let (above, below) = if self.up { (outcome, self.threshold) } else { (self.threshold, outcome) };
        if self.strict { above.above(below) } else { above.at_least(below) }
    }

    /// Whether it refuses every value of the outcome.
    pub(in crate::query) fn refuses(self, outcome: Interval) -> bool {
        let (above, below) = if self.up { (self.threshold, outcome) } else { (outcome, self.threshold) };
        if self.strict { above.at_least(below) } else { above.above(below) }
    }

    /// Whether the outcome may lie on either side.
    pub(in crate::query) fn undecided(self, outcome: Interval) -> bool {
        !self.accepts(outcome) && !self.refuses(outcome)
    }
    /// Whether an outcome is on the pace from `from` to the threshold after `gone` of `total`, or behind it. Both
    /// sides are taken times the total, so that *exactly on pace* is not lost to a division; it counts as ahead.
    pub(in crate::query) fn paced(
        self,
        from: Interval,
        outcome: Interval,
        (gone, total): (f64, f64),
    ) -> Verdict {
        let threshold = from.scaled(total - gone) + self.threshold.scaled(gone);
        let pace = Self { threshold, up: self.up, strict: false };
        let outcome = outcome.scaled(total);
        if pace.accepts(outcome) {
            Verdict::Ahead
        } else if pace.refuses(outcome) {
            Verdict::Behind
        } else {
            Verdict::Undetermined
        }
    }
}
