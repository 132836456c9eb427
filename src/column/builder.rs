//! Arrays that arrive part by part into columns: checked, sorted once where they are not, refused with their row.

use super::abscissa::even;
use super::{Abscissa, Columns, Kind, Series};
use crate::error::Error;
use crate::order::order;
use crate::words::say;

/// Times of the years 1971 to 2200, ms: what lies there is taken for a time where the page does not say.
const TIMES: std::ops::RangeInclusive<f64> = 31_536_000_000.0..=7_258_118_400_000.0;
/// The first and the last moment that a calendar of four-digit years can tell lie nearer than this, ms.
const FARTHEST: f64 = 6.2e13;
/// So many series are a mistake: an array of rows given as an array of columns.
const MOST_SERIES: usize = 1000;

/// How the places came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Run {
    /// Each a step after the one before: none has to be kept.
    Even,
    /// No one before the one before it.
    Rising,
    /// Somehow.
    Any,
}

/// Takes the arrays, x first, then each series.
#[derive(Debug)]
pub struct Builder {
    rows: usize,
    run: Run,
    count: usize,
    first: f64,
    step: f64,
    last: f64,
    list: Vec<f64>,
    series: Vec<Series>,
}

impl Builder {
    /// For so many rows.
    pub fn new(rows: usize) -> Self {
        let (first, step, last) = (0.0, 0.0, f64::MIN);
        Self { rows, run: Run::Even, count: 0, first, step, last, list: Vec::new(), series: Vec::new() }
    }

    /// The next places.
    ///
    /// # Errors
    /// Where one is not a finite number, or there is no memory for them.
    pub fn x(&mut self, part: &[f64]) -> Result<(), Error> {
        let mut rest = part;
        if self.run == Run::Even {
            // Whatever goes on with a step of finite places is finite.
            let fits = self.evens(part);
            self.count += fits;
            rest = &part[fits..];
        }
        if self.run == Run::Even && !rest.is_empty() {
            self.run = Run::Rising;
            self.list = reserved(self.rows)?;
            self.list.extend(
                (0..self.count)
                    .map(|row| if row == 0 { self.first } else { even(self.first, self.step, row) }),
            );
        }
        if self.run == Run::Even {
            return Ok(());
        }
        if !rising(self.last, rest) {
            if let Some(at) = rest.iter().position(|x| !x.is_finite()) {
                return Err(refused(say::COLUMN_X, &[&(self.count + at + 1).to_string()]));
            }
            self.run = Run::Any;
        }
        self.last = rest.last().copied().unwrap_or(self.last);
        self.list.extend_from_slice(rest);
        self.count += rest.len();
        Ok(())
    }

    /// How many of the next places go on with the step.
    fn evens(&mut self, part: &[f64]) -> usize {
        let mut fits = 0;
        for x in part.iter().take(2_usize.saturating_sub(self.count)) {
            if self.count + fits == 0 {
                self.first = *x;
            } else {
                self.step = *x - self.first;
            }
            let on = self.step > 0.0 && self.step.is_finite() && even(self.first, self.step, 1) == *x;
            if !x.is_finite() || (self.count + fits > 0 && !on) {
                return fits;
            }
            self.last = *x;
            fits += 1;
        }
        let (first, step, start) = (self.first, self.step, self.count);
        while fits < part.len() && even(first, step, start + fits) == part[fits] {
            fits += 1;
        }
        if let Some(last) = part[..fits].last() {
            self.last = *last;
        }
        fits
    }

    /// Begins a series of so many values.
    ///
    /// # Errors
    /// Where it is longer or shorter than x, there are too many, or there is no memory for it.
    pub fn series(&mut self, name: &str, color: &str, rows: usize) -> Result<(), Error> {
        let place = (self.series.len() + 1).to_string();
        if rows != self.rows {
            let name = if name.is_empty() { &place } else { name };
            return Err(refused(say::COLUMN_LENGTH, &[name, &rows.to_string(), &self.rows.to_string()]));
        }
        if self.series.len() == MOST_SERIES {
            return Err(refused(say::COLUMN_MANY, &[&MOST_SERIES.to_string()]));
        }
        let y = reserved(rows)?;
        let (name, color) = (name.trim().to_owned(), color.trim().to_owned());
        self.series.push(Series { name, color, y, ..Series::default() });
        Ok(())
    }

    /// The next values of the series begun last; what is not a finite number is a gap.
    pub fn y(&mut self, part: &[f64]) {
        let Some(series) = self.series.last_mut() else { return };
        let from = series.y.len();
        series.y.extend_from_slice(part);
        if !finite(part) {
            for value in series.y[from..].iter_mut().filter(|value| !value.is_finite()) {
                series.gaps += 1;
                *value = f64::NAN;
            }
        }
    }

    /// The columns; without a kind it is seen from the places.
    ///
    /// # Errors
    /// Where there is nothing to draw.
    pub fn finish(mut self, kind: Option<Kind>, unit: &str, offset: f64) -> Result<Columns, Error> {
        if self.rows == 0 || self.series.is_empty() {
            return Err(refused(say::COLUMN_EMPTY, &[]));
        }
        if self.series.iter().all(|series| series.gaps == self.rows) {
            return Err(refused(say::COLUMN_GAPS, &[]));
        }
        let sorted = self.run == Run::Any;
        let x = match self.run {
            Run::Even => Abscissa::Even { first: self.first, step: self.step, rows: self.rows },
            Run::Rising => Abscissa::Listed(std::mem::take(&mut self.list)),
            Run::Any => Abscissa::Listed(self.sort()?),
        };
        let mut columns =
            Columns { x, series: self.series, unit: unit.trim().to_owned(), ..Columns::default() };
        let ends = columns.domain();
        let times = ends.is_some_and(|(first, last)| TIMES.contains(&first) && TIMES.contains(&last));
        columns.kind = kind.unwrap_or(if times { Kind::Time } else { Kind::Number });
        let far = ends.is_some_and(|(first, last)| first.abs().max(last.abs()) > FARTHEST);
        if columns.kind == Kind::Time && far {
            return Err(refused(say::COLUMN_TIME, &[]));
        }
        columns.offset = if offset.is_finite() { offset } else { 0.0 };
        columns.sorted = sorted;
        Ok(columns)
    }

    /// The places in rising order, with the values of each row beside its own; rows at one place stay as they came.
    fn sort(&mut self) -> Result<Vec<f64>, Error> {
        let list = std::mem::take(&mut self.list);
        let falling = list.windows(2).all(|pair| pair[1] < pair[0]);
        let rows: Vec<usize> = match falling {
            true => (0..list.len()).rev().collect(),
            false => order(list.len(), &|a, b| list[a].total_cmp(&list[b])),
        };
        let moved = |column: &[f64]| -> Result<Vec<f64>, Error> {
            let mut next = reserved(column.len())?;
            next.extend(rows.iter().map(|row| column[*row]));
            Ok(next)
        };
        for series in &mut self.series {
            series.y = moved(&series.y)?;
        }
        moved(&list)
    }
}

// Every number passes one of these two: a loop of few steps in a function of its own, which engines make fast after some
// calls.

/// Whether finite places go on after `last`, none before the one before it.
#[inline(never)]
fn rising(mut last: f64, part: &[f64]) -> bool {
    for x in part {
        // Not so for what is no number, too; an infinite place can only be the last.
        let on = *x >= last;
        if !on {
            return false;
        }
        last = *x;
    }
    last < f64::INFINITY
}

/// Whether all are finite.
#[inline(never)]
fn finite(part: &[f64]) -> bool {
    // Zero times anything else is no number, and stays so.
    let mut sum = 0.0;
    for value in part {
        sum += *value * 0.0;
    }
    sum == 0.0
}

/// Room for so many numbers, exactly.
fn reserved(count: usize) -> Result<Vec<f64>, Error> {
    let mut list = Vec::new();
    match list.try_reserve_exact(count) {
        Ok(()) => Ok(list),
        Err(_) => Err(refused(say::COLUMN_MEMORY, &[&count.to_string()])),
    }
}

fn refused(why: crate::words::Say, parts: &[&str]) -> Error {
    Error::BadColumns { why, parts: parts.iter().map(|part| (*part).to_owned()).collect() }
}
