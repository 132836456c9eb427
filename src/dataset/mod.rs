//! A dataset of indicators: decoded from CSV into typed rows that refer to each other by index.
//!
//! This room knows nothing of charts or pixels. [`decode`] reads the tables and reports every bad row with its
//! place, the rules between rows among them. The built-in figures are packed by [`pack`] when the library is built, and
//! unpacked by [`unpack`]; [`figures`] reads the same form from a file that nobody vouches for. [`amend`] puts the rows that
//! an article was published with in the place of newer ones.

mod amend;
#[cfg(builtin_dataset)]
mod builtin;
mod cells;
mod check;
pub mod csv;
mod decode;
mod file;
mod indicator;
mod number;
mod observation;
pub mod pack;
mod pair;
mod period;
mod qualifier;
mod row;
mod sheet;
mod source;
mod unit;
pub mod unpack;
mod version;

pub use amend::{BadCell, amend};
#[cfg(builtin_dataset)]
pub use builtin::{VERSION, builtin};
pub use cells::COLUMNS;
pub use decode::{Tables, decode};
pub use file::figures;
pub use indicator::{Direction, Domain, Indicator, Measure, Temporal};
pub use number::plain_number;
pub use observation::{Basis, DateBasis, Flags, Observation, Status};
pub use pair::{Pair, Relation};
pub use period::{Date, Period, days_in_month};
pub use qualifier::{Figure, Qualifier};
pub use sheet::Problem;
pub use source::{Area, Source};
pub use unit::Unit;
pub use version::version;

/// Index into [`Dataset::sources`].
pub type SourceId = usize;
/// Index into [`Dataset::areas`].
pub type AreaId = usize;
/// Index into [`Dataset::units`].
pub type UnitId = usize;
/// Index into [`Dataset::indicators`].
pub type IndicatorId = usize;
/// Index into [`Dataset::observations`].
pub type ObservationId = usize;

/// All tables of a data package, valid among each other: every index points at a row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dataset {
    /// Documents.
    pub sources: Vec<Source>,
    /// Places.
    pub areas: Vec<Area>,
    /// Counting units.
    pub units: Vec<Unit>,
    /// What is measured.
    pub indicators: Vec<Indicator>,
    /// Printed figures.
    pub observations: Vec<Observation>,
    /// Targets and their outcomes.
    pub pairs: Vec<Pair>,
}

impl Dataset {
    /// The indicator of that id.
    pub fn indicator(&self, id: &str) -> Option<IndicatorId> {
        self.indicators.iter().position(|row| row.id == id)
    }

    /// The area of that id.
    pub fn area(&self, id: &str) -> Option<AreaId> {
        self.areas.iter().position(|row| row.id == id)
    }

    /// The observation of that id.
    pub fn observation(&self, id: &str) -> Option<ObservationId> {
        self.observations.iter().position(|row| row.id == id)
    }

    /// The unit of an observation's indicator.
    pub fn unit_of(&self, id: ObservationId) -> &Unit {
        &self.units[self.indicators[self.observations[id].indicator].unit]
    }
}
