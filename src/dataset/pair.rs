//! Which outcome answers which target, and which look-alike does not.

use super::ObservationId;
use crate::words::Text;

/// How an outcome relates to a target.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Relation {
    /// It measures the same thing.
    Same,
    /// It covers a part of the target's span.
    Part,
    /// It looks alike and is not.
    #[default]
    No,
}

impl Relation {
    /// The names used in `pairs.csv`.
    pub const NAMES: [(&'static str, Self); 3] =
        [("same", Self::Same), ("part", Self::Part), ("no", Self::No)];
}

/// A row of `pairs.csv`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pair {
    /// The target.
    pub target: ObservationId,
    /// The outcome.
    pub outcome: ObservationId,
    /// How they relate.
    pub relation: Relation,
    /// Why.
    pub reason: Text,
}
