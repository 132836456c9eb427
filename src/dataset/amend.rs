//! A dataset and the rows that an article was published with into the dataset as that article has it.
//!
//! The rows come out of a page, so nothing is taken on trust: a cell that the CSV decoder would refuse is refused here,
//! and named by its row and column.

use std::fmt;
use std::str::Split;

use super::cells::{COLUMNS, Cells, Known, observation};
use super::unpack::SEPARATOR;
use super::{Dataset, Observation, Status};

/// The cell that cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadCell {
    /// Its row, from 0.
    pub row: usize,
    /// Its column's place among [`COLUMNS`].
    pub column: usize,
}

impl fmt::Display for BadCell {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let column = COLUMNS.get(self.column).copied().unwrap_or_default();
        write!(out, "row {}, column {column}: this cannot be used", self.row + 1)
    }
}

/// The dataset with its figures replaced by those of the same ids, the others added behind, and the `hidden` ids left out.
/// `rows` are cells in the order of [`COLUMNS`], row after row, and `hidden` ids, both with a [`SEPARATOR`] between.
///
/// # Errors
/// With the first cell that cannot be used: one that is not what its column holds, that refers to an indicator, area or
/// source which the dataset does not have, or an id that stands twice.
pub fn amend(data: &Dataset, rows: &str, hidden: &str) -> Result<Dataset, BadCell> {
    let mut data = data.clone();
    let mut texts = rows.split(SEPARATOR);
    let mut given: Vec<usize> = Vec::new();
    while let Some(id) = texts.clone().next().filter(|_| !rows.is_empty()) {
        let bad = |column| BadCell { row: given.len(), column };
        let row = read(&data, &mut texts).map_err(bad)?;
        let known = data.observation(id.trim_ascii());
        if known.is_some_and(|at| given.contains(&at)) {
            return Err(bad(0));
        }
        given.push(known.unwrap_or(data.observations.len()));
        match known.and_then(|at| data.observations.get_mut(at)) {
            Some(place) => *place = row,
            None => data.observations.push(row),
        }
    }
    leave_out(&mut data, hidden);
    Ok(data)
}

/// The next row, or the column that spoils it.
fn read(data: &Dataset, texts: &mut Split<'_, char>) -> Result<Observation, usize> {
    let mut cells = [""; COLUMNS.len()];
    for cell in &mut cells {
        *cell = texts.next().unwrap_or_default().trim_ascii();
    }
    let mut line = Line { cells, bad: None, refused: 0 };
    let row = observation(&mut line, [0, 1, 2].map(|table| Rows { data, table }).each_ref());
    line.bad.map_or(Ok(row), Err)
}

/// Takes figures out, and with them the pairs that they, or another status, leave without a target and its outcome.
fn leave_out(data: &mut Dataset, hidden: &str) {
    let mut places = Vec::new();
    let mut kept = 0;
    data.observations.retain(|row| {
        let keep = !hidden.split(SEPARATOR).any(|id| id == row.id);
        places.push(keep.then_some(kept));
        kept += usize::from(keep);
        keep
    });
    let Dataset { observations, pairs, .. } = data;
    pairs.retain_mut(|pair| {
        let place = |at: usize| places.get(at).copied().flatten();
        let (Some(target), Some(outcome)) = (place(pair.target), place(pair.outcome)) else { return false };
        (pair.target, pair.outcome) = (target, outcome);
        let aims = |at: usize| observations.get(at).is_some_and(|row| row.status == Status::Target);
        aims(target) && !aims(outcome)
    });
}

/// A table that figures refer to: 0 indicators, 1 areas, 2 sources.
struct Rows<'a> {
    data: &'a Dataset,
    table: usize,
}

impl Known for Rows<'_> {
    fn place(&self, id: &str) -> Option<usize> {
        match self.table {
            0 => self.data.indicator(id),
            1 => self.data.area(id),
            _ => self.data.sources.iter().position(|row| row.id == id),
        }
    }

    fn table(&self) -> &'static str {
        ""
    }
}

/// One row; what should stand in a bad cell is told by whoever knows the reader's language.
struct Line<'a> {
    cells: [&'a str; COLUMNS.len()],
    /// The first bad cell's column.
    bad: Option<usize>,
    refused: usize,
}

impl<'a> Cells<'a> for Line<'a> {
    fn text(&mut self, column: &str) -> &'a str {
        self.cells.get(place(column)).copied().unwrap_or_default()
    }

    fn refuse(&mut self, column: &str, _expected: &str) {
        self.bad = self.bad.or(Some(place(column)));
        self.refused += 1;
    }

    fn refusals(&self) -> usize {
        self.refused
    }

    fn one_of<T: Copy + Default>(&mut self, column: &str, names: &[(&'static str, T)]) -> T {
        let text = self.text(column);
        let found = names.iter().find(|(name, _)| *name == text);
        if found.is_none() {
            self.refuse(column, "");
        }
        found.map_or_else(T::default, |(_, value)| *value)
    }

    fn reference(&mut self, column: &str, ids: &impl Known) -> usize {
        let found = ids.place(self.text(column));
        if found.is_none() {
            self.refuse(column, "");
        }
        found.unwrap_or_default()
    }

    /// Only the audit needs the offset, and packed figures are without it.
    fn needed_count(&mut self, column: &str) -> u32 {
        self.count(column, u32::MAX).unwrap_or_default()
    }
}

#[inline(never)]
fn place(column: &str) -> usize {
    COLUMNS.iter().position(|name| *name == column).unwrap_or_default()
}
