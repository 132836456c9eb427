//! The places of rows: a list in rising order, or where they lie evenly, a first one and a step.

/// Where rows lie along x, in rising order; equal ones are allowed.
#[derive(Clone, Debug, PartialEq)]
pub enum Abscissa {
    /// Row `i` lies at `first + step * i`, to the last bit; the step is positive.
    Even {
        /// The first place.
        first: f64,
        /// From one row to the next.
        step: f64,
        /// Number of rows.
        rows: usize,
    },
    /// A place a row.
    Listed(Vec<f64>),
}

impl Default for Abscissa {
    fn default() -> Self {
        Self::Listed(Vec::new())
    }
}

impl Abscissa {
    /// Number of rows.
    pub fn rows(&self) -> usize {
        match self {
            Self::Even { rows, .. } => *rows,
            Self::Listed(list) => list.len(),
        }
    }

    /// The place of a row; NaN past the last.
    pub fn at(&self, row: usize) -> f64 {
        match self {
            Self::Even { first, step, rows } if row < *rows => even(*first, *step, row),
            Self::Even { .. } => f64::NAN,
            Self::Listed(list) => list.get(row).copied().unwrap_or(f64::NAN),
        }
    }

    /// The first row at or after a place; the number of rows where there is none.
    pub fn from(&self, x: f64) -> usize {
        match self {
            Self::Listed(list) => list.partition_point(|other| *other < x),
            Self::Even { first, step, rows } => {
                // A cast saturates; what rounding puts one row off is set right.
                let mut row = (((x - first) / step).ceil() as usize).min(*rows);
                while row > 0 && even(*first, *step, row - 1) >= x {
                    row -= 1;
                }
                while row < *rows && even(*first, *step, row) < x {
                    row += 1;
                }
                row
            }
        }
    }

    /// The row nearest to a place; of two equally near ones the earlier.
    pub fn nearest(&self, x: f64) -> Option<usize> {
        let after = self.from(x);
        let rows = self.rows();
        match (after.checked_sub(1), after < rows) {
            (None, false) => None,
            (None, true) => Some(after),
            (Some(before), false) => Some(before),
            (Some(before), true) if x - self.at(before) <= self.at(after) - x => Some(before),
            (Some(_), true) => Some(after),
        }
    }
}

/// The place of a row of evenly spaced ones.
pub(super) fn even(first: f64, step: f64, row: usize) -> f64 {
    // Below 2^53 a count is a float to the last bit.
    first + step * row as f64
}
