//! The figures of a series into its two that are set against each other.

use crate::kind::heights::Heights;
use crate::kind::{Brief, caption, moved};
use crate::query::{Figure, Status};
use crate::scene::DatumId;
use crate::words::say;

/// One of the two figures of a row.
#[derive(Clone, Debug)]
pub(super) struct End {
    pub(super) datum: DatumId,
    pub(super) figure: Figure,
    pub(super) text: String,
}

/// A series with its earliest and latest figure; one that has only one has no other.
pub(super) struct Pair {
    pub(super) name: String,
    pub(super) first: Option<End>,
    pub(super) last: End,
    /// Whether the two may be compared.
    pub(super) joined: bool,
    /// What lies between them, in words.
    pub(super) change: String,
}

impl Pair {
    /// The earliest figure (side 0) or the latest (side 1).
    pub(super) fn end(&self, side: usize) -> Option<DatumId> {
        if side == 0 { self.first.as_ref().map(|end| end.datum) } else { Some(self.last.datum) }
    }
}

/// The earliest and the latest reported figure of a series that may be compared; where none may, those at its ends.
pub(super) fn pair(brief: &Brief<'_>, series: usize) -> Option<(Option<DatumId>, DatumId, bool)> {
    let data = &brief.frame.data;
    let mut dated: Vec<DatumId> = Vec::new();
    for (id, datum) in brief.frame.of(series) {
        let told = datum.status == Status::Actual && datum.figure.is_some();
        if told && datum.period.anchor().is_some() {
            dated.push(id);
        }
    }
    let (start, end) = (*dated.first()?, *dated.last()?);
    for last in dated.iter().rev() {
        for first in &dated {
            let (a, b) = (&data[*first], &data[*last]);
            if a.period.order(b.period).is_lt() && brief.frame.comparable(a, b) {
                return Some((Some(*first), *last, true));
            }
        }
    }
    let earlier = data[start].period.order(data[end].period).is_lt();
    Some((earlier.then_some(start), end, false))
}

pub(super) fn row(
    brief: &Brief<'_>,
    (first, last): (Option<DatumId>, DatumId),
    joined: bool,
    heights: &Heights,
) -> Option<Pair> {
    let data = &brief.frame.data;
    let end = |datum: DatumId| {
        let text = heights.label(brief, &data[datum]);
        Some(End { datum, figure: data[datum].figure?, text })
    };
    let change = match first {
        Some(first) if joined => moved::clause(brief, &data[first], &data[last]),
        _ => String::new(),
    };
    let change = if change.is_empty() { say::UNTOLD.get(brief.spec.lang).to_owned() } else { change };
    let name = caption::short_name(brief, brief.series_of(&data[last]));
    Some(Pair { name, first: first.and_then(end), last: end(last)?, joined, change })
}
