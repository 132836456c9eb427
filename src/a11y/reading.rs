//! What is said of one datum while it is read: its value, its words explained, verdict and source.

use super::{series, table};
use crate::format::{Style, period};
use crate::kind::{Brief, based, judged, moved, pace, series_name, short_name, told, value, when};
use crate::query::{DateBasis, Datum, Measure, Period, Qualifier, Relation, Series, Status, Temporal};
use crate::spec::Kind;
use crate::words::{Lang, Say, say};

/// A labelled line of a reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What the line tells.
    pub label: String,
    /// What it says.
    pub text: String,
    /// Whether it can wait until the reader stays with the datum.
    pub more: bool,
}

/// The reading of a datum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The observation's id.
    pub id: String,
    /// Series and period.
    pub heading: String,
    /// The value with its word and unit.
    pub value: String,
    /// What other series have at the same place, a line each.
    pub beside: Vec<Row>,
    /// Everything else, a line each.
    pub rows: Vec<Row>,
    /// The same in one short sentence, to be spoken.
    pub announce: String,
}

/// Lines that would make of a glance a page; the period stands in the heading.
const LATER: [Say; 5] = [say::ROW_AMONG, say::ROW_PERIOD, say::ROW_RULE, say::ROW_NOTE, say::ROW_SCOPE];

/// Reads a datum of the frame, with those that stand at the same place.
pub fn reading(brief: &Brief<'_>, datum: usize, beside: &[usize]) -> Option<Reading> {
    let (frame, lang) = (brief.frame, brief.spec.lang);
    let found = frame.data.get(datum)?;
    let own = brief.series_of(found);
    let value = value(brief, found);
    let when = when(frame, found, lang, Style::Long);
    let heading = say::HEADING_PERIOD.fill(lang, &[&series_name(own, lang), &when]);
    let mut rows = Vec::new();
    let mut add = |label: Say, text: String| {
        if !text.is_empty() {
            let more = LATER.contains(&label);
            rows.push(Row { label: label.get(lang).to_owned(), text, more });
        }
    };
    add(say::ROW_PRINTED, table::as_printed(found));
    add(say::ROW_WORD, word(found, lang).to_owned());
    add(say::ROW_AMONG, moved::among(brief, found.series));
    let paced = brief.kind().0 == Kind::Pace;
    if paced {
        add(say::SO_FAR, pace::so_far(brief, datum).unwrap_or_default());
    }
    add(say::ROW_CHANGE, change(brief, datum));
    add(say::ROW_PERIOD, day(found.date_basis, &when, lang));
    for answer in frame.answers.iter().filter(|a| a.target == datum || a.outcome == Some(datum)) {
        let other = if answer.target == datum { answer.outcome } else { Some(answer.target) };
        if let Some(other) = other {
            let label = if answer.target == datum { say::ROW_OUTCOME } else { say::ROW_TARGET };
            add(label, against(brief, &frame.data[other]));
        }
        // A path may bend, and a sum of several figures has no pair: the picture's own verdict goes before the rule's.
        let own = if paced { pace::verdict(brief, answer.target) } else { None };
        let rule = if own.is_some() { None } else { judged::rule(answer) };
        add(say::ROW_VERDICT, own.unwrap_or_else(|| judged::sentence(brief, answer)));
        add(say::ROW_RULE, rule.map_or("", |rule| rule.get(lang)).to_owned());
        if answer.judgement.relation == Relation::Part && answer.target == datum {
            add(say::ROW_NOTE, say::PART.get(lang).to_owned());
        }
    }
    add(say::ROW_NOTE, found.note.get(lang).to_owned());
    add(say::ROW_SCOPE, own.note.get(lang).to_owned());
    add(say::ROW_SOURCE, cited(brief, found));
    let announce = say::ANNOUNCE.fill(lang, &[&heading, &value]);
    let beside = beside.iter().map(|other| self::beside(brief, &frame.data[*other])).collect();
    Some(Reading { id: found.id.clone(), heading, value, beside, rows, announce })
}

/// What another series has at the same place.
fn beside(brief: &Brief<'_>, datum: &Datum) -> Row {
    let name = short_name(brief, brief.series_of(datum));
    let value = value(brief, datum);
    let value = if value.is_empty() { say::NO_FIGURE.get(brief.spec.lang).to_owned() } else { value };
    Row { label: name, text: value, more: false }
}

/// Where a figure is printed, with the day of publication where the document tells it.
fn cited(brief: &Brief<'_>, datum: &Datum) -> String {
    let (frame, lang) = (brief.frame, brief.spec.lang);
    let place = table::source(frame, datum, lang);
    match frame.sources[datum.source].published {
        None => place,
        Some(day) => {
            let day = period(Period { start: None, end: Some(day) }, Temporal::Stock, lang, Style::Long);
            say::PUBLISHED.fill(lang, &[&place, &day])
        }
    }
}

/// What a reader must know about a figure and about the scope of its series.
pub(crate) fn noted(datum: &Datum, series: &Series, lang: Lang) -> String {
    let mut notes = vec![datum.note.get(lang), series.note.get(lang)];
    notes.retain(|note| !note.is_empty());
    say::SENTENCE_GAP.join(lang, &notes)
}

/// When a figure stands, and how that is known where the source does not print it.
pub(crate) fn day(basis: DateBasis, when: &str, lang: Lang) -> String {
    let how = match basis {
        DateBasis::Printed => return when.to_owned(),
        DateBasis::Inferred => say::DATE_INFERRED.get(lang),
        DateBasis::Unknown => say::DATE_UNKNOWN.get(lang),
    };
    if when.is_empty() { how.to_owned() } else { say::VALUE_PERIOD.fill(lang, &[when, how]) }
}

/// What lies between a figure and the one before that it may be compared with; where their words hide it, the one
/// before.
pub(crate) fn change(brief: &Brief<'_>, datum: usize) -> String {
    let (frame, lang) = (brief.frame, brief.spec.lang);
    let since = moved::since(brief, datum);
    if !since.is_empty() {
        return since;
    }
    let ordered =
        matches!(brief.series_of(&frame.data[datum]).measure, Measure::Rank | Measure::Tier | Measure::Order);
    let Some(before) = moved::before(frame, datum) else { return String::new() };
    if ordered {
        return say::FROM_PLACE.fill(lang, &[&series::at(brief, before)]);
    }
    let when = when(frame, before, lang, Style::Long);
    say::NO_CHANGE.fill(lang, &[&when, &value(brief, before)])
}

fn against(brief: &Brief<'_>, datum: &Datum) -> String {
    let (lang, series) = (brief.spec.lang, brief.series_of(datum));
    let value = datum.figure.map(|f| based(datum, told(f, series, lang), lang)).unwrap_or_default();
    say::VALUE_PERIOD.fill(lang, &[&value, &when(brief.frame, datum, lang, Style::Long)])
}

/// What the word of a figure means; empty where it has none. Of a target the word is part of the demand: there is no true
/// figure that it could speak of.
pub(crate) fn word(datum: &Datum, lang: Lang) -> &'static str {
    let figure = datum.figure.filter(|_| datum.status != Status::Target);
    figure.and_then(|figure| explained(figure.qualifier)).map_or("", |word| word.get(lang))
}

/// What a word means for the true figure.
fn explained(qualifier: Qualifier) -> Option<Say> {
    Some(match qualifier {
        Qualifier::Exact => return None,
        Qualifier::Over => say::MEANS_OVER,
        Qualifier::AtLeast => say::MEANS_AT_LEAST,
        Qualifier::Nearly => say::MEANS_NEARLY,
        Qualifier::About => say::MEANS_ABOUT,
        Qualifier::AtMost => say::MEANS_AT_MOST,
        Qualifier::Range => say::MEANS_RANGE,
    })
}
