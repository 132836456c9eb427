//! Turns two printed figures into a change, a growth or a share, each with the word it must carry, and says why two
//! figures must not be compared.

use super::interval::{Bound, Derived, Interval};
use crate::dataset::{
    Basis, Dataset, Date, DateBasis, Figure, Measure, Observation, ObservationId, Period, Status, Temporal,
};

/// Why two figures must not be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Obstacle {
    /// One of them is not printed.
    NoFigure,
    /// One of them carries a flag.
    Flagged,
    /// They count in other units.
    OtherUnit,
    /// One is a stock, the other a flow or a rate.
    OtherTemporal,
    /// They speak of other areas.
    OtherArea,
    /// They are measured against or over something else.
    OtherBasis,
    /// They measure something else.
    OtherIndicator,
    /// They belong to other parts of a breakdown.
    OtherCategory,
    /// They are sums over spans of other lengths, or a sum reaches outside the span it is held against.
    OtherSpan,
    /// One stands for an outcome and is not an actual figure.
    NotActual,
}

/// What lies between two figures of one indicator.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Step {
    /// The change, in the indicator's unit; percentage points where that is per cent.
    pub change: Option<Derived>,
    /// The growth in per cent; only of levels.
    pub growth: Option<Derived>,
}

/// Whether two observations may be compared over time; the first obstacle otherwise.
///
/// # Errors
/// The [`Obstacle`] that forbids it.
pub fn comparable(dataset: &Dataset, a: ObservationId, b: ObservationId) -> Result<(), Obstacle> {
    alike(dataset, a, b)?;
    let (left, right) = (&dataset.observations[a], &dataset.observations[b]);
    if left.indicator != right.indicator {
        return Err(Obstacle::OtherIndicator);
    }
    if left.category != right.category {
        return Err(Obstacle::OtherCategory);
    }
    let flow = dataset.indicators[left.indicator].temporal == Temporal::Flow;
    if flow && !same_length(left.period, right.period) {
        return Err(Obstacle::OtherSpan);
    }
    Ok(())
}

/// What must agree even between a target and an outcome that `pairs.csv` joins across indicators.
pub(super) fn alike(dataset: &Dataset, a: ObservationId, b: ObservationId) -> Result<(), Obstacle> {
    let (left, right) = (&dataset.observations[a], &dataset.observations[b]);
    let of = |row: &Observation| {
        let indicator = &dataset.indicators[row.indicator];
        (indicator.unit, indicator.temporal)
    };
    let ((unit, temporal), (other_unit, other_temporal)) = (of(left), of(right));
    let other_base = left.basis == Basis::VsBase && left.base_period != right.base_period;
    let obstacle = if left.figure.is_none() || right.figure.is_none() {
        Obstacle::NoFigure
    } else if left.flags.any() || right.flags.any() {
        Obstacle::Flagged
    } else if unit != other_unit {
        Obstacle::OtherUnit
    } else if temporal != other_temporal {
        Obstacle::OtherTemporal
    } else if left.area != right.area {
        Obstacle::OtherArea
    } else if left.basis != right.basis || other_base {
        Obstacle::OtherBasis
    } else {
        return Ok(());
    };
    Err(obstacle)
}

/// Whether two spans are equally long as a reader counts them: in whole months, else in days. Two open ends match.
pub fn same_length(a: Period, b: Period) -> bool {
    let months = |p: Period| {
        let (start, end) = (p.start?, p.end?);
        let whole = start.day == 1 && end.ends_month();
        whole.then(|| (end.year - start.year) * 12 + i32::from(end.month) - i32::from(start.month))
    };
    match (months(a), months(b)) {
        (Some(a), Some(b)) => a == b,
        (None, None) => a.days() == b.days() && a.start.is_some() == b.start.is_some(),
        _ => false,
    }
}

/// The day by which an observation stands, unless it is only a guess that it has one.
pub(super) fn dated(row: &Observation) -> Option<Date> {
    if row.date_basis == DateBasis::Unknown { None } else { row.period.end }
}

/// The last actual figure, at or before the day that `period` starts, that may be compared with `with`.
pub(super) fn base(dataset: &Dataset, with: ObservationId, period: Period) -> Option<ObservationId> {
    let start = period.start?;
    let mut best: Option<(ObservationId, Date)> = None;
    for (id, row) in dataset.observations.iter().enumerate() {
        let Some(day) = dated(row).filter(|day| *day <= start) else { continue };
        let later = best.is_none_or(|(_, known)| day >= known);
        if later && row.status == Status::Actual && id != with && comparable(dataset, id, with).is_ok() {
            best = Some((id, day));
        }
    }
    best.map(|(id, _)| id)
}

/// The change from one figure to another, in their unit; none where it has no finite end of the sources' own. The
/// sign of the number is the sign of the change only where the word does not point to the other side of zero.
pub fn change(from: Figure, to: Figure) -> Option<Derived> {
    // Nine decimals: a difference of printed numbers has no more, only the dust of the subtraction.
    Some((Interval::of(to)? - Interval::of(from)?).told()?.rounded(9))
}

/// The growth from one figure to another in per cent; none where the first may be zero or less, or where the growth
/// has no finite end of the sources' own.
pub fn growth(from: Figure, to: Figure) -> Option<Derived> {
    let ratio = quotient(Interval::of(to)?, Interval::of(from)?)?;
    (ratio.scaled(100.0) - Interval::point(100.0)).told()
}

/// A part of a whole in per cent; none where the whole may be zero or less.
pub fn share(part: Figure, whole: Figure) -> Option<Derived> {
    Some(quotient(Interval::of(part)?, Interval::of(whole)?)?.scaled(100.0)).and_then(Interval::told)
}

/// The quotient by a positive divisor. Where that has no upper end, an end of the quotient at zero is the
/// arithmetic's and no source's: 290 ÷ over 240 is told as under 120.8 %, not as 0 to 120.8 %.
fn quotient(part: Interval, whole: Interval) -> Option<Interval> {
    if !whole.above(Interval::point(0.0)) {
        return None;
    }
    let mut ratio = part.divided_by(whole)?;
    if whole.hi == Bound::Free {
        for end in [&mut ratio.lo, &mut ratio.hi] {
            if *end == Bound::Open(0.0) {
                *end = Bound::Free;
            }
        }
    }
    Some(ratio)
}

/// What lies between two comparable observations. Growth is told of levels only: the growth of a rate, a rank or a
/// share would be read as points.
///
/// # Errors
/// The [`Obstacle`] that forbids comparing them.
pub fn step(dataset: &Dataset, from: ObservationId, to: ObservationId) -> Result<Step, Obstacle> {
    comparable(dataset, from, to)?;
    let (a, b) = (&dataset.observations[from], &dataset.observations[to]);
    let (Some(first), Some(second)) = (a.figure, b.figure) else {
        return Err(Obstacle::NoFigure);
    };
    let level =
        dataset.indicators[a.indicator].measure == Measure::Level && !dataset.unit_of(from).is_percent();
    let growth = if level { growth(first, second) } else { None };
    Ok(Step { change: change(first, second), growth })
}
