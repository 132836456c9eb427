//! One printed figure: its value and word, its period, and the place where it is printed.

use super::{AreaId, Figure, IndicatorId, Period, SourceId};
use crate::words::{Text, join};

/// Whether the figure reports, demands or expects.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Status {
    /// Reported.
    #[default]
    Actual,
    /// Demanded by a plan.
    Target,
    /// Expected by the source.
    Forecast,
}

impl Status {
    /// The names used in `observations.csv`.
    pub const NAMES: [(&'static str, Self); 3] =
        [("actual", Self::Actual), ("target", Self::Target), ("forecast", Self::Forecast)];
}

/// What the value is measured against or over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Basis {
    /// A stock as of the last day.
    #[default]
    AsOf,
    /// Summed over the period.
    Cumulative,
    /// Against the same period a year before.
    Yoy,
    /// A yearly mean over several years.
    AnnualMean,
    /// Holds in every month of the period.
    EveryMonth,
    /// Against the base period.
    VsBase,
}

impl Basis {
    /// The names used in `observations.csv`.
    pub const NAMES: [(&'static str, Self); 6] = [
        ("as_of", Self::AsOf),
        ("cumulative", Self::Cumulative),
        ("yoy", Self::Yoy),
        ("annual_mean", Self::AnnualMean),
        ("every_month", Self::EveryMonth),
        ("vs_base", Self::VsBase),
    ];
}

/// How we know the period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum DateBasis {
    /// The source prints it.
    #[default]
    Printed,
    /// It follows from the context.
    Inferred,
    /// It cannot be known.
    Unknown,
}

impl DateBasis {
    /// The names used in `observations.csv`.
    pub const NAMES: [(&'static str, Self); 3] =
        [("printed", Self::Printed), ("inferred", Self::Inferred), ("unknown", Self::Unknown)];
}

/// Why a figure must not be compared; none of them set means it may.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flags {
    /// A likely misprint.
    pub misprint: bool,
    /// Its scope differs from the indicator's other figures.
    pub scope: bool,
    /// Its unit differs from the indicator's other figures.
    pub unit: bool,
    /// The documents contradict each other.
    pub contradictory: bool,
}

impl Flags {
    /// Whether any flag is set: such a figure is never compared.
    pub fn any(self) -> bool {
        self.misprint || self.scope || self.unit || self.contradictory
    }

    /// The names used in `observations.csv`, separated by spaces.
    pub fn names(self) -> String {
        let all = [
            (self.misprint, "misprint"),
            (self.scope, "scope"),
            (self.unit, "unit"),
            (self.contradictory, "contradictory"),
        ];
        let set: Vec<&str> = all.iter().filter(|(set, _)| *set).map(|(_, name)| *name).collect();
        join(&set, " ")
    }
}

/// A row of `observations.csv`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Observation {
    /// Stable id, `indicator@area/period/status`.
    pub id: String,
    /// What is measured.
    pub indicator: IndicatorId,
    /// Where.
    pub area: AreaId,
    /// Breakdown within the indicator; mostly empty.
    pub category: String,
    /// When.
    pub period: Period,
    /// How we know when.
    pub date_basis: DateBasis,
    /// Reported, demanded or expected.
    pub status: Status,
    /// The value with its word; none where the source says that there is a figure but prints none.
    pub figure: Option<Figure>,
    /// What the value is measured against or over.
    pub basis: Basis,
    /// The period a change is measured from.
    pub base_period: Option<Period>,
    /// The run that holds figure and unit, as printed.
    pub printed: String,
    /// The qualifier and direction words as printed, in source order, separated by spaces.
    pub words: String,
    /// The document.
    pub source: SourceId,
    /// Offset of `printed` in the document, in Unicode scalar values.
    pub char_start: u32,
    /// The section of the document, a short term of ours.
    pub section: Text,
    /// The paragraph of the document, counted from 1; 0 where unknown.
    pub paragraph: u32,
    /// Why it must not be compared.
    pub flags: Flags,
    /// What a reader must know about it.
    pub note: Text,
}
