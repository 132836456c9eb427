//! A picture in a few sentences that fit its kind: from what to what, the largest and the smallest, places, verdicts.

use super::series::{self, Told};
use crate::kind::{Brief, annotated, heading, judged, pace, series_name};
use crate::query::Answer;
use crate::spec::{Arrange, Kind};
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
        Kind::Pace => say::KIND_PACE,
        Kind::Scorecard => say::KIND_SCORECARD,
        Kind::Ranking => say::KIND_RANKING,
        Kind::Number => say::KIND_NUMBER,
        Kind::Multiples => say::KIND_MULTIPLES,
        Kind::Waffle => say::KIND_WAFFLE,
        Kind::Waterfall => say::KIND_WATERFALL,
        Kind::Table => say::KIND_TABLE,
    }
}

/// More sentences than these are not listened to; the table has the rest.
const MOST: usize = 5;

/// The summary: what the picture shows, told as its kind shows it, in about six sentences at most.
pub fn summary(brief: &Brief<'_>) -> String {
    let lang = brief.spec.lang;
    let mut sentences: Vec<String> = Vec::new();
    let kind = brief.kind().0;
    let told = series::told(brief);
    match kind {
        // A target chart shows targets and what answers them; the other figures of the indicator are not in it.
        Kind::Bullet | Kind::Progress => {}
        Kind::Pace => sentences.extend(pace::sentences(brief)),
        Kind::Scorecard | Kind::Waffle => {
            let counts = judged::counts(brief);
            if !counts.is_empty() {
                sentences.push(counts);
            }
        }
        Kind::Ranking => series::places(brief, &told, &mut sentences),
        Kind::Number => series::newest(brief, &told, &mut sentences),
        Kind::Waterfall => series::steps(brief, &told, &mut sentences),
        Kind::Dumbbell | Kind::Slope => series::spans(brief, &told, false, &mut sentences),
        Kind::Bar if matches!(brief.spec.form.arrange, Arrange::Stacked | Arrange::Share) => {
            series::parts(brief, &told, &mut sentences);
        }
        Kind::Bar | Kind::Dot if series::one_each(&told) => series::by_size(brief, &told, &mut sentences),
        _ => series::spans(brief, &told, true, &mut sentences),
    }
    let answers = shown(brief, kind);
    let room = MOST.saturating_sub(sentences.len()).max(1);
    let mut more = sentences.len() > MOST;
    if kind == Kind::Scorecard && sentences.len() <= 1 && answers.is_empty() {
        series::spans(brief, &told, false, &mut sentences);
    }
    for (at, answer) in answers.iter().enumerate() {
        if at >= room {
            more = true;
            break;
        }
        sentences.push(target(brief, answer));
    }
    if more {
        sentences.push(say::TABLE_HAS_ALL.get(lang).to_owned());
    }
    let marked = annotated(brief);
    if !marked.is_empty() {
        sentences.push(marked);
    }
    for sentence in &mut sentences {
        *sentence = say::SENTENCE.fill(lang, &[sentence]);
    }
    say::SENTENCE_GAP.join(lang, &sentences)
}

/// The targets that are told, those with an outcome first where not all can be.
fn shown<'a>(brief: &Brief<'a>, kind: Kind) -> Vec<&'a Answer> {
    let frame = brief.frame;
    let mut answers: Vec<&Answer> = Vec::new();
    if kind == Kind::Pace {
        return answers;
    }
    if kind != Kind::Ranking || series::told(brief).iter().all(Told::is_empty) {
        answers.extend(&frame.answers);
    }
    answers.retain(|answer| frame.data[answer.target].figure.is_some());
    if answers.len() > MOST {
        crate::order::sort(&mut answers, &|a, b| a.outcome.is_none().cmp(&b.outcome.is_none()));
    }
    answers
}

/// A target, what answers it, and the verdict.
fn target(brief: &Brief<'_>, answer: &Answer) -> String {
    let (frame, lang) = (brief.frame, brief.spec.lang);
    let target = &frame.data[answer.target];
    let name = series_name(brief.series_of(target), lang);
    let verdict = judged::sentence(brief, answer);
    let demand = series::demanded(brief, target);
    match answer.outcome.map(|outcome| series::at(brief, &frame.data[outcome])) {
        Some(outcome) => say::SUMMARY_OUTCOME.fill(lang, &[&name, &demand, &outcome, &verdict]),
        None => say::SUMMARY_TARGET.fill(lang, &[&name, &demand, &verdict]),
    }
}
