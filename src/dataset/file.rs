//! The bytes of a file that a page fetched into a [`Dataset`] whose indices all point at rows, or an error that says
//! where they do not.
//!
//! A file is [`HEAD`] and the packed text. Who can put a file on a page's server can still put anything there, so nothing
//! is taken on trust: a wrong byte is refused, never followed.

use super::unpack::{Fault, read};
use super::{Dataset, Figure, ObservationId, Qualifier, Status};
use crate::error::Error;
use crate::words::{Say, say};

/// The first line of a file: what it is, and the version of its form.
pub(super) const HEAD: &str = "indicator-chart figures 1\n";

/// More bytes than this are not read; the built-in figures have a hundred thousand.
const MOST: usize = 4_000_000;

/// Reads a file of packed figures.
///
/// # Errors
/// [`Error::BadData`] with the first thing that does not fit.
pub fn figures(bytes: &[u8]) -> Result<Dataset, Error> {
    let refused = |(table, row, why): Fault| Error::BadData { table, row, why };
    let whole = |why: Say| refused(("", 0, why));
    let Some(packed) = bytes.strip_prefix(HEAD.as_bytes()) else { return Err(whole(say::DATA_HEAD)) };
    if packed.len() > MOST {
        return Err(whole(say::DATA_LARGE));
    }
    let packed = std::str::from_utf8(packed).map_err(|_| whole(say::DATA_CELL))?;
    let (data, fault) = read(packed);
    match fault.or_else(|| astray(&data)) {
        None => Ok(data),
        Some(fault) => Err(refused(fault)),
    }
}

/// The first row that a table's rules forbid: a reference to no row above all, which would be followed.
fn astray(data: &Dataset) -> Option<Fault> {
    for (at, row) in data.areas.iter().enumerate() {
        // Only rows above count, so no area lies within itself.
        if row.parent.is_some_and(|parent| parent >= at) {
            return Some(("areas", at + 1, say::DATA_REFERENCE));
        }
    }
    for (at, row) in data.indicators.iter().enumerate() {
        if row.unit >= data.units.len() {
            return Some(("indicators", at + 1, say::DATA_REFERENCE));
        }
        if row.decimals > 9 {
            return Some(("indicators", at + 1, say::DATA_CELL));
        }
    }
    for (at, row) in data.observations.iter().enumerate() {
        let known = row.indicator < data.indicators.len()
            && row.area < data.areas.len()
            && row.source < data.sources.len();
        if !known {
            return Some(("observations", at + 1, say::DATA_REFERENCE));
        }
        if row.period.days().is_some_and(|days| days < 1) || row.figure.is_some_and(crooked) {
            return Some(("observations", at + 1, say::DATA_CELL));
        }
    }
    let status = |id: ObservationId| data.observations.get(id).map(|row| row.status);
    for (at, row) in data.pairs.iter().enumerate() {
        let (target, outcome) = (status(row.target), status(row.outcome));
        if target != Some(Status::Target) || outcome.is_none() || outcome == Some(Status::Target) {
            return Some(("pairs", at + 1, say::DATA_REFERENCE));
        }
    }
    None
}

/// Only a range has an upper value, and it lies above the lower one.
fn crooked(figure: Figure) -> bool {
    match figure.high {
        Some(high) => figure.qualifier != Qualifier::Range || high <= figure.value,
        None => figure.qualifier == Qualifier::Range,
    }
}

#[cfg(test)]
mod tests;
