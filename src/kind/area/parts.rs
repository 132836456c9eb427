//! The data asked for into columns of parts, one a day, where they may stand on each other at all.

use std::ops::Range;

use crate::error::Error;
use crate::kind::parts::additive;
use crate::kind::{Brief, one_unit};
use crate::order::sort;
use crate::query::{Figure, Qualifier, Status};
use crate::scene::DatumId;
use crate::words::{Say, say};

/// The parts of a day, from the bottom up.
pub(super) struct Column {
    /// Days since 1970-01-01.
    pub(super) day: i32,
    /// A datum a series.
    pub(super) cells: Vec<(DatumId, Figure)>,
    /// The upper edges of the parts.
    pub(super) tops: Vec<f64>,
    /// Whether a part of it is only expected.
    pub(super) expected: bool,
    /// Whether every part may be compared with that of the day before.
    pub(super) joined: bool,
}

impl Column {
    /// What all parts add up to.
    pub(super) fn whole(&self) -> f64 {
        self.tops.last().copied().unwrap_or(0.0)
    }
}

/// The series with a day, in the order in which they were asked for.
pub(super) fn series(brief: &Brief<'_>) -> Vec<usize> {
    let mut series = Vec::new();
    for datum in brief.frame.data.iter().filter(|datum| datum.asked && datum.period.anchor().is_some()) {
        if !series.contains(&datum.series) {
            series.push(datum.series);
        }
    }
    series
}

/// The columns of series.
///
/// # Errors
/// Amounts that do not add up, parts that are missing or negative, and parts that are more than their whole.
pub(super) fn columns(brief: &Brief<'_>, series: &[usize], share: bool) -> Result<Vec<Column>, Error> {
    const LINE: &str = "kind=\"line\"";
    let data = &brief.frame.data;
    let no = |why: Say| brief.refused(why, LINE);
    let (mut shown, mut days): (Vec<DatumId>, Vec<i32>) = (Vec::new(), Vec::new());
    for (id, datum) in data.iter().enumerate().filter(|(_, datum)| datum.asked) {
        let Some(day) = datum.period.anchor() else { continue };
        shown.push(id);
        if !days.contains(&day.days()) {
            days.push(day.days());
        }
    }
    let first = one_unit(brief, &shown)?;
    if !additive(brief, series) || shown.iter().any(|id| data[*id].status == Status::Target) {
        return Err(no(say::NOT_PARTS));
    }
    sort(&mut days, &|a, b| a.cmp(b));
    if days.len() < 2 {
        return Err(brief.refused(say::NO_PAIR, "kind=\"bar\""));
    }
    let mut columns: Vec<Column> = Vec::new();
    for day in days {
        let mut column =
            Column { day, cells: Vec::new(), tops: Vec::new(), expected: false, joined: !columns.is_empty() };
        let mut whole = 0.0;
        for (part, own) in series.iter().enumerate() {
            let found = cell(brief, &shown, *own, day).ok_or_else(|| no(say::NO_WHOLE))?;
            let cell = data[found].figure.map(|figure| (found, figure));
            let fits = |f: Figure| match f.qualifier {
                Qualifier::Range => false,
                word => f.value >= 0.0 && (!share || word == Qualifier::Exact),
            };
            let (id, figure) = cell.filter(|cell| fits(cell.1)).ok_or_else(|| no(say::NO_WHOLE))?;
            if let Some(before) = columns.last() {
                let before = &data[before.cells[part].0];
                column.joined &= brief.frame.comparable(before, &data[id]);
            }
            whole += figure.value;
            column.expected |= data[id].status == Status::Forecast;
            column.cells.push((id, figure));
            column.tops.push(whole);
        }
        // Rounded parts may add up to a little more than their whole.
        if first.unit.is_percent() && whole > 100.5 {
            return Err(no(say::OVER_WHOLE));
        }
        if share && whole <= 0.0 {
            return Err(no(say::NO_WHOLE));
        }
        columns.push(column);
    }
    Ok(columns)
}

/// The datum of a series on a day: two documents that print the same are one part, two that differ are none.
fn cell(brief: &Brief<'_>, shown: &[DatumId], series: usize, day: i32) -> Option<DatumId> {
    let data = &brief.frame.data;
    let mut found: Option<DatumId> = None;
    for id in shown {
        let datum = &data[*id];
        if datum.series != series || datum.period.anchor().is_none_or(|own| own.days() != day) {
            continue;
        }
        let other = &data[*found.get_or_insert(*id)];
        if other.period != datum.period || other.figure != datum.figure {
            return None;
        }
    }
    found
}

/// Days that are filled from one to the next; what is only expected begins a run at the day before it.
pub(super) fn runs(columns: &[Column]) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, column) in columns.iter().enumerate() {
        let turns = at > 0 && column.expected != columns[at - 1].expected;
        match runs.last_mut() {
            Some(run) if column.joined && (!turns || run.len() == 1) => run.end = at + 1,
            Some(_) if column.joined => runs.push(at - 1..at + 1),
            _ => runs.push(at..at + 1),
        }
    }
    runs
}
