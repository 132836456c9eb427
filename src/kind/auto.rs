//! A frame into the kind that shows it best, with the reason: the rules of a data desk, the first that fits.

use super::multiples::developed;
use super::{Brief, caption, plan_of};
use crate::query::{Datum, Status};
use crate::spec::Kind;
use crate::words::{Say, say};

/// More lines than these in one picture are a tangle.
const LINES: usize = 6;
/// More pairs than these are no longer read one by one.
const PAIRS: usize = 12;
/// More bars than these are a table.
const BARS: usize = 40;
/// More targets than these in full are a roll of paper.
const TARGETS: usize = 6;

/// What the rules look at.
struct Facts {
    /// The series asked for, with how many reported or expected figures each has.
    series: Vec<(usize, usize)>,
    /// Reported or expected figures, and demanded ones.
    told: usize,
    targets: usize,
    /// Targets that an outcome answers.
    answered: usize,
    /// Whether all count in one unit, and whether all are places in an order.
    one_unit: bool,
    ordered: bool,
    /// Whether any figure has a day.
    dated: bool,
}

/// The kind for the data, and why; never one that refuses where another can draw.
pub(super) fn choose(brief: &Brief<'_>) -> (Kind, Option<Say>) {
    let (kind, why) = rule(brief, &facts(brief));
    // Panels find a kind for every series by themselves; a trial would draw them all.
    let sure = kind == Kind::Multiples && brief.spec.panels == Kind::Auto;
    if sure || plan_of(kind, brief).is_ok() {
        return (kind, Some(why));
    }
    for kind in [Kind::Bar, Kind::Number, Kind::Table] {
        if plan_of(kind, brief).is_ok() {
            return (kind, Some(say::AUTO_ELSE));
        }
    }
    (kind, Some(why))
}

fn facts(brief: &Brief<'_>) -> Facts {
    let frame = brief.frame;
    let mut facts = Facts {
        series: Vec::new(),
        told: 0,
        targets: 0,
        answered: 0,
        one_unit: true,
        ordered: true,
        dated: false,
    };
    for datum in frame.data.iter().filter(|datum| datum.asked && datum.figure.is_some()) {
        let series = brief.series_of(datum);
        let told = usize::from(datum.status != Status::Target);
        facts.told += told;
        facts.targets += 1 - told;
        facts.dated |= datum.period.anchor().is_some();
        facts.ordered &= caption::ordered(series);
        match facts.series.iter_mut().find(|(known, _)| *known == datum.series) {
            Some((_, count)) => *count += told,
            None => {
                let first = facts.series.first().map_or(datum.series, |(first, _)| *first);
                facts.one_unit &= frame.series[first].unit.id == series.unit.id;
                facts.series.push((datum.series, told));
            }
        }
    }
    for answer in &frame.answers {
        facts.answered += usize::from(answer.outcome.is_some() && frame.data[answer.target].asked);
    }
    facts
}

fn rule(brief: &Brief<'_>, facts: &Facts) -> (Kind, Say) {
    let one = facts.series.len() <= 1;
    let develops = |count| facts.series.iter().any(|(series, _)| developed(brief.frame, *series, count));
    if facts.ordered && !facts.series.is_empty() {
        return (Kind::Ranking, say::AUTO_RANKS);
    }
    if facts.told == 0 && facts.targets > 0 {
        return match (facts.one_unit, facts.targets) {
            (true, ..=TARGETS) => (Kind::Bullet, say::AUTO_TARGETS),
            (true, _) => (Kind::Progress, say::AUTO_TARGETS),
            (false, _) => (Kind::Scorecard, say::AUTO_UNLIKE),
        };
    }
    if facts.told + facts.targets == 1 {
        return (Kind::Number, say::AUTO_ONE);
    }
    if !facts.dated && facts.one_unit {
        return (Kind::Bar, say::AUTO_UNDATED);
    }
    if one && develops(3) {
        return (Kind::Line, say::AUTO_TIME);
    }
    if one && facts.answered > 0 && facts.told <= 2 {
        return (Kind::Bullet, say::AUTO_TARGETS);
    }
    if one {
        return (Kind::Bar, say::AUTO_FEW);
    }
    if !facts.one_unit {
        return match develops(3) && facts.series.len() <= super::multiples::MOST {
            true => (Kind::Multiples, say::AUTO_UNLIKE),
            false => (Kind::Scorecard, say::AUTO_UNLIKE),
        };
    }
    several(brief, facts, develops(3))
}

/// Several series of one unit.
fn several(brief: &Brief<'_>, facts: &Facts, develops: bool) -> (Kind, Say) {
    let count = facts.series.len();
    if develops && count <= LINES {
        return (Kind::Line, say::AUTO_TIME);
    }
    if develops && count <= super::multiples::MOST {
        return (Kind::Multiples, say::AUTO_TANGLE);
    }
    if (3..=PAIRS).contains(&count) && facts.targets == 0 && paired(brief, facts) {
        return (Kind::Dumbbell, say::AUTO_PAIRS);
    }
    if facts.told + facts.targets > BARS {
        return (Kind::Table, say::AUTO_MANY);
    }
    (Kind::Bar, say::AUTO_EACH)
}

/// Whether every series has two figures that may be compared, at the same two times.
fn paired(brief: &Brief<'_>, facts: &Facts) -> bool {
    let mut times = None;
    for (series, _) in &facts.series {
        let told = |datum: &&Datum| datum.figure.is_some();
        let mut own = brief.frame.of(*series).map(|(_, datum)| datum).filter(told);
        let (Some(a), Some(b), None) = (own.next(), own.next(), own.next()) else { return false };
        let both = (a.period, b.period);
        if a.period == b.period || !brief.frame.comparable(a, b) || *times.get_or_insert(both) != both {
            return false;
        }
    }
    true
}
