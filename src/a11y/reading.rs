//! What is said of one datum while it is read: its value, its words explained, verdict and source.

use super::table;
use crate::format::Style;
use crate::kind::{Brief, judged, series_name, told, value, when};
use crate::query::{DateBasis, Datum, Qualifier, Relation, Status};
use crate::words::{Say, say};

/// A labelled line of a reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What the line tells.
    pub label: String,
    /// What it says.
    pub text: String,
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
    /// Everything else, a line each.
    pub rows: Vec<Row>,
    /// The same in one short sentence, to be spoken.
    pub announce: String,
}

/// Reads a datum of the frame.
pub fn reading(brief: &Brief<'_>, datum: usize) -> Option<Reading> {
    let (frame, lang) = (brief.frame, brief.spec.lang);
    let found = frame.data.get(datum)?;
    let series = brief.series_of(found);
    let value = value(brief, found);
    let when = when(frame, found, lang, Style::Long);
    let heading = say::HEADING_PERIOD.fill(lang, &[&series_name(series, lang), &when]);
    let mut rows = Vec::new();
    let mut add = |label: Say, text: String| {
        if !text.is_empty() {
            rows.push(Row { label: label.get(lang).to_owned(), text });
        }
    };
    add(say::ROW_PRINTED, table::as_printed(found));
    // Of a target the word is part of the demand; there is no true figure that it could speak of.
    let word = found.figure.filter(|_| found.status != Status::Target).and_then(|f| explained(f.qualifier));
    add(say::ROW_WORD, word.map_or("", |s| s.get(lang)).to_owned());
    if found.date_basis != DateBasis::Printed {
        let say =
            if found.date_basis == DateBasis::Inferred { say::DATE_INFERRED } else { say::DATE_UNKNOWN };
        add(say::ROW_PERIOD, say.get(lang).to_owned());
    }
    for answer in frame.answers.iter().filter(|a| a.target == datum || a.outcome == Some(datum)) {
        let other = if answer.target == datum { answer.outcome } else { Some(answer.target) };
        if let Some(other) = other {
            let label = if answer.target == datum { say::ROW_OUTCOME } else { say::ROW_TARGET };
            add(label, against(brief, &frame.data[other]));
        }
        add(say::ROW_VERDICT, judged::sentence(brief, answer));
        if answer.judgement.relation == Relation::Part && answer.target == datum {
            add(say::ROW_NOTE, say::PART.get(lang).to_owned());
        }
    }
    add(say::ROW_NOTE, found.note.get(lang).to_owned());
    add(say::ROW_SCOPE, series.note.get(lang).to_owned());
    add(say::ROW_SOURCE, table::source(frame, found, lang));
    let announce = say::ANNOUNCE.fill(lang, &[&heading, &value]);
    Some(Reading { id: found.id.clone(), heading, value, rows, announce })
}

fn against(brief: &Brief<'_>, datum: &Datum) -> String {
    let (lang, series) = (brief.spec.lang, brief.series_of(datum));
    let value = datum.figure.map(|f| told(f, series, lang)).unwrap_or_default();
    say::VALUE_PERIOD.fill(lang, &[&value, &when(brief.frame, datum, lang, Style::Long)])
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
