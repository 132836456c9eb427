//! A question to the dataset, and the tidy frame that answers it.
//!
//! A [`Frame`] holds all that a picture, a table or a sentence needs: series with their names and units, data
//! sorted by series and time with gaps told apart, the sources they come from, and for every target the outcome
//! that answers it.

pub mod cadence;
pub mod derive;
pub mod interval;
pub mod verdict;

mod frame;
mod search;

pub use crate::dataset::{
    Basis, Dataset, Date, DateBasis, Direction, Domain, Figure, Flags, Measure, Period, Qualifier, Relation,
    Source, Status, Temporal, Unit, plain_number,
};
pub use frame::{Answer, Datum, Frame, Series};
pub use search::{find, holds, near};

use crate::dataset::{AreaId, Indicator, IndicatorId, Observation};

/// Which figures are asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The indicators, in the order in which they were named; none named means every indicator.
    pub indicators: Vec<IndicatorId>,
    /// Only indicators of this domain.
    pub domain: Option<Domain>,
    /// Only indicators of this measure.
    pub measure: Option<Measure>,
    /// Only figures of this status; the outcomes of targets come along all the same.
    pub status: Option<Status>,
    /// Only this area; none means every area.
    pub area: Option<AreaId>,
    /// Only figures that stand on this day or later.
    pub from: Option<Date>,
    /// Only figures that stand on this day or earlier.
    pub to: Option<Date>,
}

impl Query {
    /// The indicators asked for, in their order.
    pub fn wanted(&self, dataset: &Dataset) -> Vec<IndicatorId> {
        let mut ids = self.indicators.clone();
        if ids.is_empty() {
            ids = (0..dataset.indicators.len()).collect();
        }
        let takes = |row: &Indicator| {
            self.domain.is_none_or(|domain| domain == row.domain)
                && self.measure.is_none_or(|measure| measure == row.measure)
        };
        ids.retain(|id| dataset.indicators.get(*id).is_some_and(takes));
        ids
    }

    /// Whether a figure is asked for, its indicator apart.
    pub fn takes(&self, row: &Observation) -> bool {
        let windowed = self.from.is_some() || self.to.is_some();
        let inside = match row.period.anchor() {
            Some(day) => self.from.is_none_or(|from| day >= from) && self.to.is_none_or(|to| day <= to),
            // What holds at any time belongs beside any picture, but it is no target of a year.
            None => !(windowed && self.status.is_some()),
        };
        inside
            && self.area.is_none_or(|wanted| wanted == row.area)
            && self.status.is_none_or(|wanted| wanted == row.status)
    }

    /// The answer.
    pub fn run(&self, dataset: &Dataset) -> Frame {
        Frame::answer(self, dataset)
    }
}

#[cfg(test)]
mod tests;
