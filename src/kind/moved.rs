//! From one figure of a series to a later one, in words: up more than 11.7 %, down 3 points, unchanged.

use super::judged::told;
use super::{Brief, caption};
use crate::format::{Digits, Magnitude, Style, number, points, quantity};
use crate::query::derive::{change, growth};
use crate::query::interval::{Derived, Word};
use crate::query::verdict::PERCENT_DECIMALS;
use crate::query::{Datum, Figure, Frame, Measure, Series, Status};
use crate::words::{Lang, Say, join, say};

/// The newest figure before a datum that it may be compared with.
pub(crate) fn before(frame: &Frame, datum: usize) -> Option<&Datum> {
    let found = frame.data.get(datum)?;
    let mut best: Option<&Datum> = None;
    for other in &frame.data {
        let (Some(day), Some(own)) = (other.period.anchor(), found.period.anchor()) else { continue };
        let later = best.and_then(|best| best.period.anchor()).is_none_or(|known| day > known);
        if later && day < own && both_reported(other, found) && frame.comparable(other, found) {
            best = Some(other);
        }
    }
    best
}

fn both_reported(a: &Datum, b: &Datum) -> bool {
    let reported = |datum: &Datum| datum.status == Status::Actual && datum.figure.is_some();
    reported(a) && reported(b)
}

/// The newest reported or expected figure of a series.
pub(super) fn newest(frame: &Frame, series: usize) -> Option<usize> {
    let mut newest = None;
    for (id, datum) in frame.of(series) {
        if datum.status != Status::Target && datum.figure.is_some() {
            newest = Some(id);
        }
    }
    newest
}

/// Whether a figure is more than another, where one of the two is sure.
pub(super) fn rose(from: &Datum, to: &Datum) -> Option<bool> {
    let (from, to) = (from.figure?, to.figure?);
    let size = change(from, to).or_else(|| growth(from, to))?.value;
    if size == 0.0 { None } else { Some(size > 0.0) }
}

/// The change from the figure before that may be compared; empty where its words hide it.
pub(crate) fn since(brief: &Brief<'_>, id: usize) -> String {
    let lang = brief.spec.lang;
    let Some(before) = before(brief.frame, id) else { return String::new() };
    let clause = clause(brief, before, &brief.frame.data[id]);
    let when = caption::when(brief.frame, before, lang, Style::Long);
    if clause.is_empty() { clause } else { say::SINCE.fill(lang, &[&when, &clause]) }
}

/// Among whom a place is, among how many, and whether it is counted from the bottom; empty for what is no place.
pub(crate) fn among(brief: &Brief<'_>, series: usize) -> String {
    let (lang, own) = (brief.spec.lang, &brief.frame.series[series]);
    let size = own.field_size.map(|size| size.to_string());
    let field = own.field.get(lang);
    let text = match (field.is_empty(), size) {
        (false, Some(size)) => say::AMONG_OF.fill(lang, &[field, &size]),
        (false, None) => field.to_owned(),
        (true, Some(size)) => say::FIELD_SIZE.fill(lang, &[&size]),
        (true, None) => String::new(),
    };
    let mut parts = vec![text.as_str(), if own.from_bottom { say::FROM_BOTTOM.get(lang) } else { "" }];
    parts.retain(|part| !part.is_empty());
    say::CLAUSE_GAP.join(lang, &parts)
}

/// What lies between two reported figures that may be compared: growth of a level, points of a percentage, else the
/// amount. Empty where they are places in an order, or where their words leave it open which way it went.
pub(crate) fn clause(brief: &Brief<'_>, from: &Datum, to: &Datum) -> String {
    let (lang, series) = (brief.spec.lang, brief.series_of(to));
    let fair = both_reported(from, to) && brief.frame.comparable(from, to) && !caption::ordered(series);
    let (Some(a), Some(b), true) = (from.figure, to.figure, fair) else { return String::new() };
    let level = series.measure == Measure::Level && !series.unit.is_percent();
    let grown = growth(a, b).filter(|_| level).map(|derived| derived.rounded(PERCENT_DECIMALS));
    match (grown, change(a, b)) {
        (_, Some(same)) if same.value == 0.0 && same.word == Word::Exact => {
            say::UNCHANGED.get(lang).to_owned()
        }
        // "Over 5,800" after 5,800 is more, but nobody knows by how much.
        (_, Some(more)) if more.value == 0.0 => String::new(),
        (Some(grown), _) if grown.value != 0.0 => way(grown, (say::GREW, say::SHRANK), lang, &percent),
        (_, Some(change)) => {
            let percent = series.unit.is_percent();
            let change = if percent { change.rounded(series.decimals.max(1)) } else { change };
            let size = |v: f64, lang: Lang| amount(v, series, lang);
            way(change, (say::ROSE, say::FELL), lang, &size)
        }
        _ => String::new(),
    }
}

fn percent(value: f64, lang: Lang) -> String {
    join(&[number(value, Magnitude::PLAIN, Digits::Fixed(PERCENT_DECIMALS), lang).as_str(), "%"], "")
}

/// An amount with its unit; what lies between two percentages is counted in points.
pub(crate) fn amount(value: f64, series: &Series, lang: Lang) -> String {
    if series.unit.is_percent() {
        return points(value, series.decimals.max(1), lang);
    }
    quantity(Figure::exact(value), &series.unit, series.measure, lang)
}

/// A change by its direction; empty where its word leaves that open: "at most +5 %" may be a fall, "at least −5 %" a
/// rise.
fn way(derived: Derived, says: (Say, Say), lang: Lang, text: &dyn Fn(f64, Lang) -> String) -> String {
    let downward = matches!(derived.word, Word::Under | Word::AtMost);
    let upward = matches!(derived.word, Word::Over | Word::AtLeast);
    let fell = derived.value < 0.0;
    // A span of both signs has no direction either.
    let both = derived.high.is_some_and(|high| high * derived.value < 0.0);
    if (fell && upward) || (!fell && downward) || both {
        return String::new();
    }
    let say = if fell { says.1 } else { says.0 };
    say.fill(lang, &[&told(derived.size(), lang, |v| text(v.abs(), lang))])
}
