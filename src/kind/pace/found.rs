//! The data of a picture into the target it is about, the sums that are certain on the way to it, and where they leave it.

use super::super::progress::figure_of;
use super::super::{Brief, caption};
use crate::error::Error;
use crate::format::{Style, period};
use crate::query::cadence::{self, Point, Standing};
use crate::query::{
    Answer, Basis, Date, DateBasis, Datum, Figure, Frame, Period, Relation, Status, Temporal,
};
use crate::scene::DatumId;
use crate::words::{Lang, say};

/// A sum that is certain on a day.
pub(super) struct Spot {
    /// The figure that completes it.
    pub(super) datum: DatumId,
    pub(super) point: Point,
    /// The sum with its word.
    pub(super) figure: Figure,
}

pub(super) struct Found<'a> {
    pub(super) answer: &'a Answer,
    pub(super) target: &'a Datum,
    pub(super) demanded: Figure,
    /// The first day of its time and the last.
    pub(super) days: [Date; 2],
    /// In time.
    pub(super) spots: Vec<Spot>,
    /// Reports of its series within its time that are in no sum.
    pub(super) apart: Vec<(Date, DatumId)>,
    /// Spans that no figure covers, though later ones do.
    pub(super) gaps: Vec<Period>,
    /// Where the last of the sums leaves the target.
    pub(super) stands: Option<Standing>,
    /// Targets that could be shown as well.
    pub(super) others: Vec<&'a Datum>,
}

/// The newest target with an outcome among those that have a path, else the newest.
///
/// # Errors
/// Where none has.
pub(super) fn find<'a>(brief: &Brief<'a>) -> Result<Found<'a>, Error> {
    let frame = brief.frame;
    if !frame.data.iter().any(|datum| datum.asked) {
        return Err(Error::NoData { given: brief.spec.given.clone() });
    }
    let (mut best, mut others, mut any): (Option<Found<'_>>, Vec<&Datum>, bool) = (None, Vec::new(), false);
    for answer in &frame.answers {
        let target = &frame.data[answer.target];
        let Some(demanded) = target.figure else { continue };
        any = true;
        let series = brief.series_of(target);
        let Period { start: Some(start), end: Some(end) } = target.period else { continue };
        // What is likely misprinted is compared with nothing.
        let fair = series.temporal == Temporal::Flow && !target.flags.any();
        if !fair || !cadence::paced(demanded, target.period, series.direction) {
            continue;
        }
        let found = along(brief, answer, demanded, [start, end]);
        let newer = best.as_ref().is_none_or(|best| {
            let key = |found: &Found<'_>| (!found.spots.is_empty(), found.days[1]);
            key(&found) >= key(best)
        });
        let left = if newer { best.replace(found).map(|best| best.target) } else { Some(target) };
        others.extend(left);
    }
    let Some(mut found) = best else {
        let (why, instead) =
            if any { (say::NOT_PACED, "kind=\"progress\"") } else { (say::NO_TARGET, "kind=\"bar\"") };
        return Err(brief.refused(why, instead));
    };
    if cadence::due(found.target.period, found.days[1], brief.spec.profile.as_ref()).is_none() {
        return Err(brief.refused(say::NO_WEIGHT, "profile=\"\""));
    }
    found.others = others;
    Ok(found)
}

/// A target with the sums on the way to it.
fn along<'a>(brief: &Brief<'a>, answer: &'a Answer, demanded: Figure, days: [Date; 2]) -> Found<'a> {
    let (frame, target): (&'a Frame, &'a Datum) = (brief.frame, &brief.frame.data[answer.target]);
    let (mut ids, mut figures) = (Vec::new(), Vec::new());
    for (id, datum) in frame.data.iter().enumerate() {
        if let Some(figure) = datum.figure.filter(|_| counts(frame, answer, id)) {
            ids.push(id);
            figures.push((datum.period, figure));
        }
    }
    let (points, gaps) = cadence::cumulated(target.period, &figures);
    let mut spots = Vec::new();
    for point in points {
        if let Some(figure) = point.sum.told.told().and_then(|told| figure_of(told.rounded(9))) {
            spots.push(Spot { datum: ids[point.at], point, figure });
        }
    }
    let mut apart = Vec::new();
    for (id, datum) in frame.data.iter().enumerate() {
        let own = datum.series == target.series && datum.asked && datum.status != Status::Target;
        let day = datum.period.end.filter(|_| own && target.period.covers(datum.period));
        if let Some(day) = day.filter(|_| spots.iter().all(|spot: &Spot| spot.datum != id)) {
            apart.push((day, id));
        }
    }
    let stands = spots.last().and_then(|spot| {
        let done = (spot.point.sum, spot.point.day);
        cadence::standing(demanded, target.period, done, brief.spec.profile.as_ref())
    });
    Found { answer, target, demanded, days, spots, apart, gaps, stands, others: Vec::new() }
}

/// Whether a figure is a part of what a target asks for: one of its own series, or the outcome that it is paired with.
fn counts(frame: &Frame, answer: &Answer, id: DatumId) -> bool {
    let (target, datum) = (&frame.data[answer.target], &frame.data[id]);
    let paired = answer.outcome == Some(id) && answer.judgement.relation != Relation::No;
    let own = datum.series == target.series || paired;
    let sum = !matches!(datum.basis, Basis::EveryMonth | Basis::AnnualMean) && datum.basis == target.basis;
    let unit = frame.series[datum.series].unit.id == frame.series[target.series].unit.id;
    let flow = frame.series[datum.series].temporal == Temporal::Flow;
    let dated = datum.date_basis != DateBasis::Unknown;
    own && sum && unit && flow && dated && datum.status == Status::Actual && !datum.flags.any()
}

impl Found<'_> {
    /// Days as the texts of this picture name them.
    pub(super) fn when(&self, days: Period, lang: Lang, style: Style) -> String {
        period(days, Temporal::Flow, lang, style)
    }

    /// The span that a sum covers.
    pub(super) fn until(&self, spot: &Spot) -> Period {
        Period { start: Some(self.days[0]), end: Some(spot.point.day) }
    }

    /// A target with its time.
    pub(super) fn demand(&self, brief: &Brief<'_>, target: &Datum) -> String {
        let lang = brief.spec.lang;
        let when = caption::when(brief.frame, target, lang, Style::Long);
        say::VALUE_PERIOD.fill(lang, &[&caption::amount(brief, target), &when])
    }
}
