//! A question to the dataset, and the tidy frame that answers it.
//!
//! A [`Frame`] holds all that a picture, a table or a sentence needs: series with their names and units, data
//! sorted by series and time with gaps told apart, the sources they come from, and for every target the outcome
//! that answers it.

pub mod derive;
pub mod interval;
pub mod verdict;

mod frame;
mod search;

pub use crate::dataset::{
    Basis, Dataset, Date, DateBasis, Direction, Figure, Flags, Measure, Period, Qualifier, Relation, Source,
    Status, Temporal, Unit, plain_number,
};
pub use frame::{Answer, Datum, Frame, Series};
pub use search::{holds, near};

use crate::dataset::{AreaId, IndicatorId};

/// Which figures are asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The indicators, in the order in which they were named.
    pub indicators: Vec<IndicatorId>,
    /// Only this area; none means every area.
    pub area: Option<AreaId>,
    /// Only figures that stand on this day or later.
    pub from: Option<Date>,
    /// Only figures that stand on this day or earlier.
    pub to: Option<Date>,
}

impl Query {
    /// Whether a figure of that area and period is asked for.
    pub fn takes(&self, area: AreaId, period: Period) -> bool {
        let inside = period
            .anchor()
            .is_none_or(|day| self.from.is_none_or(|from| day >= from) && self.to.is_none_or(|to| day <= to));
        inside && self.area.is_none_or(|wanted| wanted == area)
    }

    /// The answer.
    pub fn run(&self, dataset: &Dataset) -> Frame {
        Frame::answer(self, dataset)
    }
}
