//! The targets of an indicator into what became of them: verdict, the numbers behind it, and the outcomes that look like
//! answers and are none.

use super::{Subject, value};
use crate::dataset::{Dataset, Pair};
use crate::format::{Style, percent};
use crate::kind::{Brief, judged, pace, when};
use crate::query::cadence::{self, Unit};
use crate::query::interval::{Derived, Word};
use crate::query::verdict::{PERCENT_DECIMALS, Verdict};
use crate::query::{Answer, Datum, Direction, Figure, Relation, Status, Temporal};
use crate::words::Lang;

/// A target with what became of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Target {
    /// The target's observation.
    pub target: String,
    /// The outcome's observation; empty where none is printed.
    pub outcome: String,
    /// The outcome's indicator, which may be another one.
    pub outcome_indicator: String,
    /// How the outcome answers: `same`, `part`, or `no` where there is none.
    pub relation: &'static str,
    /// The verdict's id: `met`, `missed`, `ahead`, `behind`, `undetermined`, `no-outcome`.
    pub verdict: &'static str,
    /// The verdict's name.
    pub name: &'static str,
    /// The share done, the pace, what is left; or why it is open.
    pub facts: String,
    /// The rule that the verdict follows.
    pub rule: &'static str,
    /// The outcome as a share of the target in per cent: its text, and its ends where they are known.
    pub share: Option<(String, Option<f64>, Option<f64>)>,
    /// The part of the target's time that is gone in per cent, and its text.
    pub elapsed: Option<(f64, String)>,
    /// What the target needs in each part of its time, if all days bear alike.
    pub pace: Vec<Need>,
    /// What the rest of its time needs a month; empty where that cannot be told.
    pub rest: String,
    /// Outcomes that look alike and must not be joined.
    pub unlike: Vec<Unlike>,
}

/// What a part of a target's time needs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Need {
    /// `ten-day`, `month`, `quarter` or `year`.
    pub unit: &'static str,
    /// The amount.
    pub text: String,
}

/// A figure that looks like a target's outcome and must not be taken for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unlike {
    /// The observation's id.
    pub id: String,
    /// Its indicator's id.
    pub indicator: String,
    /// Its indicator's name.
    pub name: String,
    /// Its value with word and unit.
    pub value: String,
    /// When.
    pub when: String,
    /// Why not.
    pub reason: String,
}

/// A verdict's id, as a page's address carries it.
pub(crate) fn id(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Met => "met",
        Verdict::Missed => "missed",
        Verdict::Ahead => "ahead",
        Verdict::Behind => "behind",
        Verdict::Undetermined => "undetermined",
        Verdict::NoOutcome => "no-outcome",
    }
}

/// Every verdict by id and name, in the order in which they are counted and shown.
pub fn verdicts(lang: Lang) -> Vec<(&'static str, &'static str)> {
    judged::COUNTED.iter().map(|(verdict, _)| (id(*verdict), judged::name(*verdict).get(lang))).collect()
}

/// Every verdict by id and its word in a count, in the same order.
pub fn counted(lang: Lang) -> Vec<(&'static str, &'static str)> {
    judged::COUNTED.iter().map(|(verdict, counted)| (id(*verdict), counted.get(lang))).collect()
}

/// A share with its word.
pub(crate) fn share_text(share: Derived, lang: Lang) -> String {
    judged::told(share.rounded(PERCENT_DECIMALS), lang, |v| percent(v / 100.0, PERCENT_DECIMALS))
}

/// The targets of the brief's own indicator; those that came along as somebody's outcome are none.
pub(super) fn read(brief: &Brief<'_>, dataset: &Dataset, lang: Lang) -> Vec<Target> {
    let frame = brief.frame;
    let own = |answer: &&Answer| {
        let target = &frame.data[answer.target];
        target.asked && target.status == Status::Target && target.figure.is_some()
    };
    frame.answers.iter().filter(own).map(|answer| target(brief, answer, dataset, lang)).collect()
}

fn target(brief: &Brief<'_>, answer: &Answer, dataset: &Dataset, lang: Lang) -> Target {
    let (frame, judgement) = (brief.frame, &answer.judgement);
    let demanded = &frame.data[answer.target];
    let outcome = answer.outcome.map(|id| &frame.data[id]);
    Target {
        target: demanded.id.clone(),
        outcome: outcome.map(|datum| datum.id.clone()).unwrap_or_default(),
        outcome_indicator: outcome.map(|datum| brief.series_of(datum).id.clone()).unwrap_or_default(),
        relation: match (outcome, judgement.relation) {
            (None, _) | (_, Relation::No) => "no",
            (_, Relation::Same) => "same",
            (_, Relation::Part) => "part",
        },
        verdict: id(judgement.verdict),
        name: judged::name(judgement.verdict).get(lang),
        facts: judged::facts(brief, answer),
        rule: judged::rule(answer).map_or("", |rule| rule.get(lang)),
        share: judgement.share.map(|share| {
            let (low, high) = ends(share);
            (share_text(share, lang), low, high)
        }),
        elapsed: judgement.elapsed.map(|gone| (gone, percent(gone / 100.0, PERCENT_DECIMALS))),
        pace: paced(brief, demanded),
        rest: outcome.map(|outcome| rest(brief, demanded, outcome)).unwrap_or_default(),
        unlike: dataset.pairs.iter().filter_map(|pair| unlike(pair, &demanded.id, dataset, lang)).collect(),
    }
}

/// The number of a target of a sum that comes together in its time; what must not be compared sets no pace.
fn summed(brief: &Brief<'_>, target: &Datum) -> Option<Figure> {
    let series = brief.series_of(target);
    let fair = series.temporal == Temporal::Flow && series.direction == Direction::Up && !target.flags.any();
    target.figure.filter(|figure| fair && cadence::paced(*figure, target.period, series.direction))
}

/// What a target needs a ten-day, month, quarter and year, all days alike.
fn paced(brief: &Brief<'_>, target: &Datum) -> Vec<Need> {
    let Some(figure) = summed(brief, target) else { return Vec::new() };
    let needs = pace::needed_each(brief, figure, brief.series_of(target), target.period);
    needs.into_iter().map(|(unit, text)| Need { unit: name(unit), text }).collect()
}

fn name(unit: Unit) -> &'static str {
    match unit {
        Unit::TenDay => "ten-day",
        Unit::Month => "month",
        Unit::Quarter => "quarter",
        Unit::Year => "year",
    }
}

/// What the rest of a target's time needs, beside what was done so far.
fn rest(brief: &Brief<'_>, target: &Datum, outcome: &Datum) -> String {
    let stands = summed(brief, target)
        .and_then(|figure| cadence::rest(figure, target.period, outcome.figure?, outcome.period));
    stands.map_or_else(String::new, |stands| pace::rest(brief, brief.series_of(target), &stands))
}

/// The ends of a share that its word leaves known.
fn ends(share: Derived) -> (Option<f64>, Option<f64>) {
    match share.word {
        Word::Exact | Word::About => (Some(share.value), Some(share.value)),
        Word::Over | Word::AtLeast => (Some(share.value), None),
        Word::Under | Word::AtMost | Word::Nearly => (None, Some(share.value)),
        Word::Range => (Some(share.value), share.high),
    }
}

/// The reason why a pair's outcome must not be joined with a target.
fn unlike(pair: &Pair, target: &str, dataset: &Dataset, lang: Lang) -> Option<Unlike> {
    if pair.relation != Relation::No || dataset.observations[pair.target].id != target {
        return None;
    }
    let outcome = &dataset.observations[pair.outcome];
    let indicator = &dataset.indicators[outcome.indicator];
    let subject = Subject::of(dataset, &indicator.id, lang).ok()?;
    let datum = subject.frame.data.iter().find(|datum| datum.id == outcome.id)?;
    Some(Unlike {
        id: datum.id.clone(),
        indicator: indicator.id.clone(),
        name: indicator.name.get(lang).to_owned(),
        value: value(&subject.brief(), datum),
        when: when(&subject.frame, datum, lang, Style::Long),
        reason: pair.reason.get(lang).to_owned(),
    })
}
