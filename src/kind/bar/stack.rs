//! Parts one on the other: which may be stacked, where each begins, and what they add up to.

use super::{Axis, Bars, Row};
use crate::error::Error;
use crate::format::{Digits, Magnitude, number, percent};
use crate::kind::matrix::{Group, Matrix};
use crate::kind::parts::summable;
use crate::kind::way::Way;
use crate::kind::{Brief, caption, judged};
use crate::layout::{SMALL, VALUE, label::Label};
use crate::query::interval::Interval;
use crate::query::{Figure, Qualifier, Series, Status};
use crate::scene::{Align, DatumId};
use crate::spec::Arrange;
use crate::words::say;

/// One stack of a datum a series, in the order of the data.
pub(super) fn parts(brief: &Brief<'_>, shown: &[DatumId]) -> Matrix {
    let data = &brief.frame.data;
    let mut matrix = Matrix { chronological: true, ..Matrix::default() };
    let mut group = Group::default();
    for id in shown {
        matrix.columns.push(caption::short_name(brief, &brief.frame.series[data[*id].series]));
        group.cells.push(Some(*id));
    }
    if let Some(first) = shown.first() {
        let datum = &data[*first];
        group.name = caption::when_stated(brief, datum, brief.spec.lang, crate::format::Style::Short);
    }
    matrix.groups.push(group);
    matrix
}

/// Whether the parts may be stacked at all.
///
/// # Errors
/// The reason why not.
pub(super) fn allowed(
    brief: &Brief<'_>,
    matrix: &Matrix,
    series: &Series,
    arrange: Arrange,
) -> Result<(), Error> {
    if matrix.newest_last {
        return Err(brief.refused(say::NOT_PARTS, "form=\"grouped\""));
    }
    for group in &matrix.groups {
        let mut whole = 0.0;
        let ids: Vec<DatumId> = group.cells.iter().flatten().copied().collect();
        if !ids.is_empty() && !summable(brief, &ids) {
            return Err(brief.refused(say::NOT_PARTS, "form=\"grouped\""));
        }
        for cell in &group.cells {
            let datum = cell.map(|id| &brief.frame.data[id]);
            let figure = datum.and_then(|datum| datum.figure);
            let plain = figure.is_some_and(|f| f.qualifier == Qualifier::Exact && f.value >= 0.0);
            let reported = datum.is_none_or(|datum| datum.status == Status::Actual);
            if arrange == Arrange::Share && !(plain && reported) {
                return Err(brief.refused(say::NO_WHOLE, "form=\"grouped\""));
            }
            whole += figure.map_or(0.0, |f| f.value);
        }
        // Rounded parts may add up to a little more than their whole.
        if series.unit.is_percent() && whole > 100.5 {
            return Err(brief.refused(say::OVER_WHOLE, "form=\"grouped\""));
        }
        if arrange == Arrange::Share && whole <= 0.0 {
            return Err(brief.refused(say::NO_WHOLE, "form=\"grouped\""));
        }
    }
    Ok(())
}

/// Puts the bars of a row on each other: those below zero the other way.
pub(super) fn pile(
    brief: &Brief<'_>,
    row: &mut Row,
    arrange: Arrange,
    (magnitude, series): (Magnitude, &Series),
) {
    let lang = brief.spec.lang;
    if arrange == Arrange::Share {
        let whole: f64 = row.bars.iter().filter_map(|bar| bar.figure).map(|f| f.value).sum();
        for bar in &mut row.bars {
            let share = bar.figure.map(|f| Figure::exact(f.value / whole * 100.0));
            bar.text = share.map_or_else(String::new, |share| percent(share.value / 100.0, 0));
            bar.figure = share;
        }
    }
    let (mut ends, mut last) = ([0.0_f64; 2], [None; 2]);
    let mut sum = Some(Interval::of(Figure::exact(0.0)));
    for (at, bar) in row.bars.iter_mut().enumerate() {
        let Some(figure) = bar.figure else {
            sum = None;
            continue;
        };
        let side = usize::from(figure.value < 0.0);
        if side == 1 {
            sum = None;
        }
        bar.base = ends[side];
        ends[side] += figure.value;
        last[side] = Some(at);
        sum = sum.map(|sum| Some(sum? + Interval::of(figure)?));
    }
    for (at, bar) in row.bars.iter_mut().enumerate() {
        bar.covered = !last.contains(&Some(at));
    }
    // Of a part that is missing or negative, a sum would say less than it seems to.
    let told =
        sum.flatten().and_then(Interval::told).filter(|_| arrange == Arrange::Stacked && row.bars.len() > 1);
    if let Some(told) = told {
        let told = told.rounded(series.decimals);
        row.total = judged::told(told, lang, |v| number(v, magnitude, Digits::Printed, lang));
    }
}

impl Bars<'_> {
    /// The values inside the parts that have room for them, and the sum at the end.
    pub(super) fn pile_labels(&self, row: &Row, axis: &Axis, first: f64, labels: &mut Vec<Label>) {
        let (theme, measure) = (self.brief.theme, self.brief.measure);
        let across = (first, first + row.thick);
        let middle = (across.0 + across.1) / 2.0;
        let mut end: f64 = 0.0;
        for bar in &row.bars {
            let Some(f) = bar.figure else { continue };
            end = end.max(bar.base + f.value);
            let (a, b) = (axis.place(bar.base), axis.place(bar.base + f.value));
            let wide = measure.width(&bar.text, SMALL.font);
            let fits = match axis.way {
                Way::Right => wide + 8.0 <= (b - a).abs(),
                Way::Up => (b - a).abs() >= 16.0 && wide + 4.0 <= row.thick,
            };
            if fits && !bar.text.is_empty() {
                let at = axis.way.point((a + b) / 2.0, middle);
                let ink = theme.on(bar.ink.fill);
                let mut label = Label { color: ink, ..bar.label(SMALL) };
                label.or(at.x, (at.y + 0.36 * SMALL.font.size).round(), Align::Middle);
                labels.push(label);
            }
        }
        let last = row.bars.iter().rev().find(|bar| bar.figure.is_some_and(|f| f.value >= 0.0));
        let figure = last.and_then(|bar| bar.figure).filter(|_| !row.total.is_empty());
        if let Some(figure) = figure {
            let reach = crate::kind::open::reach(figure) * axis.way.sign();
            let mut label = Label::free(row.total.clone(), VALUE, theme.ink);
            match axis.way {
                Way::Right => label.or(
                    axis.place(end) + reach + super::AIR,
                    (middle + 0.36 * VALUE.font.size).round(),
                    Align::Left,
                ),
                Way::Up => label.or(middle, (axis.place(end) + reach - 7.0).round(), Align::Middle),
            }
            labels.push(label);
        }
    }
}
