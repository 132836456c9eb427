//! A picture in a sentence or two: what, over which span, from what to what, and the verdicts.

use crate::format::Style;
use crate::kind::{Brief, annotated, heading, judged, series_name, value, when};
use crate::query::derive;
use crate::query::{Datum, Measure, Status};
use crate::spec::Kind;
use crate::words::{Say, say};

/// The accessible name: the editor's description, or the heading with the kind of picture.
pub fn label(brief: &Brief<'_>) -> String {
    let lang = brief.spec.lang;
    let kind = named(brief.kind().0);
    let made = || say::LABEL_KIND.fill(lang, &[&heading(brief), kind.get(lang)]);
    brief.spec.alt.clone().unwrap_or_else(made)
}

fn named(kind: Kind) -> Say {
    match kind {
        Kind::Auto | Kind::Line => say::KIND_LINE,
        Kind::Area => say::KIND_AREA,
        Kind::Step => say::KIND_STEP,
        Kind::Bar => say::KIND_BAR,
        Kind::Dot => say::KIND_DOT,
        Kind::Dumbbell => say::KIND_DUMBBELL,
        Kind::Slope => say::KIND_SLOPE,
        Kind::Bullet => say::KIND_BULLET,
        Kind::Progress => say::KIND_PROGRESS,
        Kind::Scorecard => say::KIND_SCORECARD,
        Kind::Ranking => say::KIND_RANKING,
        Kind::Number => say::KIND_NUMBER,
        Kind::Multiples => say::KIND_MULTIPLES,
        Kind::Waterfall => say::KIND_WATERFALL,
        Kind::Table => say::KIND_TABLE,
    }
}

/// The summary: one sentence a series, one a target.
pub fn summary(brief: &Brief<'_>) -> String {
    let lang = brief.spec.lang;
    let frame = brief.frame;
    let mut sentences: Vec<String> = Vec::new();
    // A target chart shows targets and what answers them; the other figures of the indicator are not in it.
    let shown =
        if matches!(brief.kind().0, Kind::Bullet | Kind::Progress) { &[] } else { frame.series.as_slice() };
    for (index, series) in shown.iter().enumerate() {
        let told = |datum: &&Datum| datum.status != Status::Target && datum.figure.is_some();
        let own: Vec<&Datum> = frame.of(index).map(|(_, datum)| datum).filter(told).collect();
        let name = series_name(series, lang);
        match (own.first(), own.last()) {
            (Some(first), Some(last)) if own.len() > 1 && frame.comparable(first, last) => {
                let mut text = say::SUMMARY_SPAN.fill(lang, &[&name, &at(brief, first), &at(brief, last)]);
                text.push_str(&growth(brief, first, last));
                sentences.push(text);
            }
            // What cannot be compared is listed, never strung into a development.
            (Some(_), _) => {
                let mut all = Vec::new();
                for datum in own {
                    all.push(at(brief, datum));
                }
                let all = say::CLAUSE_GAP.join(lang, &all);
                sentences.push(say::SUMMARY_ONE.fill(lang, &[&name, &all]));
            }
            _ => {}
        }
    }
    for answer in &frame.answers {
        let target = &frame.data[answer.target];
        let name = series_name(brief.series_of(target), lang);
        let verdict = judged::sentence(brief, answer);
        let demand = at(brief, target);
        sentences.push(match answer.outcome.map(|outcome| at(brief, &frame.data[outcome])) {
            Some(outcome) => say::SUMMARY_OUTCOME.fill(lang, &[&name, &demand, &outcome, &verdict]),
            None => say::SUMMARY_TARGET.fill(lang, &[&name, &demand, &verdict]),
        });
    }
    sentences.push(annotated(brief));
    sentences.retain(|text| !text.is_empty());
    let sentences: Vec<String> = sentences.iter().map(|text| say::SENTENCE.fill(lang, &[text])).collect();
    say::SENTENCE_GAP.join(lang, &sentences)
}

fn at(brief: &Brief<'_>, datum: &Datum) -> String {
    let lang = brief.spec.lang;
    let when = when(brief.frame, datum, lang, Style::Long);
    say::VALUE_PERIOD.fill(lang, &[&value(brief, datum), &when])
}

/// The growth between two reported levels, where intervals allow one to be told.
fn growth(brief: &Brief<'_>, first: &Datum, last: &Datum) -> String {
    let lang = brief.spec.lang;
    let level = brief.series_of(first).measure == Measure::Level;
    let reported = first.status == Status::Actual && last.status == Status::Actual;
    let told = match (first.figure, last.figure) {
        (Some(a), Some(b)) if level && reported => derive::growth(a, b),
        _ => None,
    };
    told.map_or_else(String::new, |derived| judged::growth(derived, lang))
}
