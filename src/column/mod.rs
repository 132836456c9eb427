//! Arrays of numbers into columns that a picture reads: x in rising order, y with its gaps, extremes of any run of rows.
//!
//! A row is a place in the arrays once they are sorted by x. Nothing here knows of pixels: a [`Trace`] is what is left of
//! the rows of a window when no more than a few of them can be told apart in each of its parts.

mod abscissa;
mod builder;
mod pyramid;
mod trace;

pub use abscissa::Abscissa;
pub use builder::Builder;
pub use pyramid::Pyramid;
pub use trace::{Trace, Window};

use std::cell::OnceCell;

/// What x counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// Numbers.
    #[default]
    Number,
    /// Milliseconds since 1970-01-01 UTC.
    Time,
}

/// One column of values.
#[derive(Clone, Debug, Default)]
pub struct Series {
    /// Its name; empty where the page gave none.
    pub name: String,
    /// Its colour as the page wrote it; empty for one of the theme's.
    pub color: String,
    /// A value a row; NaN is a gap.
    y: Vec<f64>,
    /// How many rows are gaps.
    pub gaps: usize,
    /// Built when the first picture asks for extremes.
    pyramid: OnceCell<Pyramid>,
}

impl Series {
    /// The value of a row; none for a gap, or where there is no such row.
    pub fn value(&self, row: usize) -> Option<f64> {
        self.y.get(row).copied().filter(|value| value.is_finite())
    }

    /// The least and the greatest value of the rows from `first` to before `end`; none where all are gaps.
    pub fn extent(&self, first: usize, end: usize) -> Option<(f64, f64)> {
        self.pyramid().extent(&self.y, first, end)
    }

    /// The first row that has an extreme value of all.
    pub fn find(&self, extreme: f64) -> Option<usize> {
        self.pyramid().find(&self.y, extreme)
    }

    /// The last row that has a value.
    pub fn last(&self) -> Option<usize> {
        self.y.iter().rposition(|value| value.is_finite())
    }

    /// The first row that has a value.
    pub fn first(&self) -> Option<usize> {
        self.y.iter().position(|value| value.is_finite())
    }

    fn pyramid(&self) -> &Pyramid {
        self.pyramid.get_or_init(|| Pyramid::new(&self.y))
    }
}

/// Columns of equal length.
#[derive(Clone, Debug, Default)]
pub struct Columns {
    /// Where rows lie.
    pub x: Abscissa,
    /// What x counts.
    pub kind: Kind,
    /// The values.
    pub series: Vec<Series>,
    /// What the values are counted in; may be empty.
    pub unit: String,
    /// Minutes east of UTC that times are told in.
    pub offset: f64,
    /// Whether the rows came in another order.
    pub sorted: bool,
}

impl Columns {
    /// Number of rows.
    pub fn rows(&self) -> usize {
        self.x.rows()
    }

    /// The first and the last x; none without rows.
    pub fn domain(&self) -> Option<(f64, f64)> {
        let last = self.rows().checked_sub(1)?;
        Some((self.x.at(0), self.x.at(last)))
    }

    /// The least and the greatest value of all series in some rows; none where all are gaps.
    pub fn extent(&self, first: usize, end: usize) -> Option<(f64, f64)> {
        let all = self.series.iter().filter_map(|series| series.extent(first, end));
        all.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
    }
}

#[cfg(test)]
mod tests;
