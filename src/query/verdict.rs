//! Turns a target and its outcome into a verdict, with the rule behind it and the numbers the rule compares.
//!
//! A target is a test: it accepts everything on the good side of its number. Time is the outcome's own last day,
//! never a clock. A verdict is given only where every value the printed words allow would give the same one.

pub(super) mod target;

use self::target::Test;
use super::cadence::left;
use super::derive::{Obstacle, alike, base, dated};
use super::interval::{Derived, Interval};
use crate::dataset::{
    Dataset, DateBasis, Figure, Measure, Observation, ObservationId, Pair, Relation, Status, Temporal,
};

/// Decimals of the shares and points a [`Judgement`] is printed with, and its lead is computed from.
pub const PERCENT_DECIMALS: u8 = 1;

/// What became of a target.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// Reached.
    Met,
    /// Not reached, and its time is over.
    Missed,
    /// Not over yet; on the pace it needs, or ahead of it.
    Ahead,
    /// Not over yet; behind the pace it needs.
    Behind,
    /// The printed figures do not decide.
    Undetermined,
    /// No outcome is printed.
    #[default]
    NoOutcome,
}

/// Why a verdict is what it is; never worded here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Rule {
    /// Met: the target accepts every value the outcome may have.
    AllAccepted,
    /// Met, by a figure of a day after the target's last one.
    AllAcceptedLater,
    /// Missed: the target accepts no value the outcome may have, and its time is over.
    NoneAccepted,
    /// Ahead or behind: outcome ÷ target against the share of days gone.
    FlowPace,
    /// Ahead or behind: the way gone from the base against the share of days gone.
    BaselinePace,
    /// Undetermined: the outcome's word allows values on both sides of the target.
    StraddlesTarget,
    /// Undetermined: the outcome's word allows values on both sides of the pace.
    StraddlesPace,
    /// Undetermined: an approximate number lies within its last printed digit of the target or the pace.
    Approximate,
    /// Undetermined: the outcome is of a day before the target's last one, and nothing gives a pace.
    PeriodNotOver,
    /// Undetermined: not accepted so far, but the target has no last day.
    NoDeadline,
    /// Undetermined: not over, and no comparable figure at or before the target's start gives a pace.
    NoBase,
    /// Undetermined: not accepted, but the outcome's day, on or after the last one, is not printed.
    DateNotPrinted,
    /// Undetermined: neither a word nor the indicator says which way is better.
    NoDirection,
    /// Undetermined: the figures must not be compared.
    Incomparable(Obstacle),
    /// No pair names an outcome, or the outcome it names prints no figure.
    #[default]
    NoOutcomePrinted,
}

/// A verdict with all that a reader may ask about it. Shares and `elapsed` are in per cent.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Judgement {
    /// The verdict.
    pub verdict: Verdict,
    /// Why.
    pub rule: Rule,
    /// The outcome it rests on.
    pub outcome: Option<ObservationId>,
    /// How that outcome relates to the target; `No` where there is none.
    pub relation: Relation,
    /// Outcome ÷ target; only of levels and ratios.
    pub share: Option<Derived>,
    /// The part of the way that is held against `elapsed`: the share for a flow, the way from the base otherwise.
    pub progress: Option<Derived>,
    /// Days of the target's span gone by the outcome's last day.
    pub elapsed: Option<f64>,
    /// Percentage points between progress and elapsed time, positive where ahead. A difference of the *printed*
    /// numbers (73.8 − 66.7 = 7.1), so that a reader who subtracts finds it. Only with *ahead* and *behind*.
    pub lead_points: Option<Derived>,
    /// Target − outcome in the indicator's unit, negative where the figure must fall; none once it is reached.
    pub remaining: Option<Derived>,
    /// The figure that the pace starts from.
    pub base: Option<ObservationId>,
}

/// All that a rule needs to know of one target and one outcome, found once.
struct Case<'a> {
    dataset: &'a Dataset,
    target: &'a Observation,
    outcome: &'a Observation,
    demanded: Figure,
    printed: Figure,
    /// The target's test; its threshold reaches over the last digit of an approximate target.
    test: Test,
    /// Where the outcome may lie, over the last digit of an approximate one.
    reach: Interval,
    /// The target's number alone.
    goal: f64,
    flow: bool,
    /// Whether a running sum starts where the target already accepts it: a cap, safe only when the span is over.
    cap: bool,
    /// Days gone and days in all of the target's span.
    days: Option<(f64, f64)>,
}

/// Judges a target by the outcome that counts among its pairs with relation same or part: the one on the target's
/// last day, else the first after it, else the last before it; of several on one day, *same* before *part* and a
/// printed day before an inferred one. A sum counts only within the target's span.
pub fn judge(dataset: &Dataset, target: ObservationId) -> Judgement {
    let deadline = dataset.observations[target].period.end;
    let key = |pair: &Pair| {
        let outcome = &dataset.observations[pair.outcome];
        let day = dated(outcome);
        let (nearness, day) = match (day, deadline) {
            (Some(day), Some(end)) if day >= end => (2, -day.days()),
            (Some(day), _) => (1, day.days()),
            (None, _) => (0, 0),
        };
        let usable = obstacle(dataset, target, pair.outcome).is_none();
        (usable, nearness, day, pair.relation == Relation::Same, outcome.date_basis == DateBasis::Printed)
    };
    let mut best = None;
    for pair in &dataset.pairs {
        if pair.target == target && pair.relation != Relation::No {
            let key = key(pair);
            if best.is_none_or(|(known, _)| key >= known) {
                best = Some((key, pair));
            }
        }
    }
    match best {
        Some((_, pair)) => judge_pair(dataset, target, pair.outcome, pair.relation),
        None => Judgement::default(),
    }
}

/// Why an outcome does not count for a target.
fn obstacle(dataset: &Dataset, target: ObservationId, outcome: ObservationId) -> Option<Obstacle> {
    if let Err(obstacle) = alike(dataset, target, outcome) {
        return Some(obstacle);
    }
    let (demand, found) = (&dataset.observations[target], &dataset.observations[outcome]);
    if found.status != Status::Actual {
        return Some(Obstacle::NotActual);
    }
    let flow = dataset.indicators[demand.indicator].temporal == Temporal::Flow;
    (flow && !demand.period.covers(found.period)).then_some(Obstacle::OtherSpan)
}

/// Judges a target by one outcome. Their indicators and categories may differ, the pair says that they answer each
/// other; whatever else forbids a comparison forbids a verdict.
pub fn judge_pair(
    dataset: &Dataset,
    target: ObservationId,
    outcome: ObservationId,
    relation: Relation,
) -> Judgement {
    let (demand, found) = (&dataset.observations[target], &dataset.observations[outcome]);
    let judged =
        |verdict, rule| Judgement { verdict, rule, outcome: Some(outcome), relation, ..Judgement::default() };
    let (Some(printed), true) = (found.figure, relation != Relation::No) else {
        return Judgement::default();
    };
    if let Some(obstacle) = obstacle(dataset, target, outcome) {
        return judged(Verdict::Undetermined, Rule::Incomparable(obstacle));
    }
    let no_figure = judged(Verdict::Undetermined, Rule::Incomparable(Obstacle::NoFigure));
    let Some(demanded) = demand.figure else {
        return no_figure;
    };
    let (Some(_), Some(reach)) = (Interval::of(demanded), Interval::reach(printed)) else {
        return no_figure;
    };
    let indicator = &dataset.indicators[demand.indicator];
    let Some(test) = Test::of(demanded, indicator.direction) else {
        return judged(Verdict::Undetermined, Rule::NoDirection);
    };
    let flow = indicator.temporal == Temporal::Flow;
    let case = Case {
        dataset,
        target: demand,
        outcome: found,
        demanded,
        printed,
        test,
        reach,
        goal: test.threshold.single().unwrap_or(demanded.value),
        flow,
        cap: flow && test.accepts(Interval::point(0.0)),
        days: days(demand, found),
    };
    let (verdict, rule, base) = case.verdict(outcome, relation);
    case.told(Judgement { base, ..judged(verdict, rule) })
}

/// Days gone by the outcome's last day and days in all of the target's span.
fn days(target: &Observation, outcome: &Observation) -> Option<(f64, f64)> {
    let total = target.period.days().filter(|total| *total > 0)?;
    let gone = dated(outcome)?.days() - target.period.start?.days() + 1;
    Some((f64::from(gone.max(0).min(total)), f64::from(total)))
}

impl Case<'_> {
    /// Whether the outcome covers the target's time, or comes to its end without the day being printed.
    fn over(&self) -> (bool, bool) {
        if self.flow {
            let same = self.outcome.period == self.target.period && self.target.period.end.is_some();
            return (same && dated(self.outcome).is_some(), same);
        }
        let reached = match (dated(self.outcome), self.target.period.end) {
            (Some(day), Some(end)) => day >= end,
            _ => false,
        };
        (reached && self.outcome.date_basis == DateBasis::Printed, reached)
    }

    /// The verdict, its rule, and the base of its pace.
    fn verdict(&self, id: ObservationId, relation: Relation) -> (Verdict, Rule, Option<ObservationId>) {
        let undetermined = |rule| (Verdict::Undetermined, rule, None);
        let (over, reached) = self.over();
        // A cap on a sum and a rate over part of a span are not kept before the span is over.
        let partial = !self.flow && relation == Relation::Part && self.days.is_some();
        let early = (self.cap || partial) && !reached;
        if self.test.accepts(self.reach) && !early {
            let later = !self.flow
                && dated(self.outcome) > self.target.period.end
                && self.target.period.end.is_some();
            let rule = if later { Rule::AllAcceptedLater } else { Rule::AllAccepted };
            return (Verdict::Met, rule, None);
        }
        if self.test.refuses(self.reach) && over {
            return (Verdict::Missed, Rule::NoneAccepted, None);
        }
        if self.target.period.end.is_none() {
            return undetermined(Rule::NoDeadline);
        }
        if reached {
            return undetermined(if self.test.undecided(self.reach) {
                self.blurred()
            } else {
                Rule::DateNotPrinted
            });
        }
        if let Some((verdict, base)) = self.pace(id) {
            let rule = match (verdict, self.flow) {
                (Verdict::Undetermined, _) if self.test.undecided(self.reach) => self.blurred(),
                (Verdict::Undetermined, _) if self.printed.qualifier.soft() => Rule::Approximate,
                (Verdict::Undetermined, _) => Rule::StraddlesPace,
                (_, true) => Rule::FlowPace,
                (_, false) => Rule::BaselinePace,
            };
            return (verdict, rule, base);
        }
        if self.test.undecided(self.reach) {
            return undetermined(self.blurred());
        }
        let based = !self.flow && self.target.period.start.is_some();
        undetermined(if based { Rule::NoBase } else { Rule::PeriodNotOver })
    }

    /// Why the test is undecided: the printed number would decide it but for its last digit, or its word leaves
    /// both answers open.
    fn blurred(&self) -> Rule {
        let bare = Test { threshold: Interval::point(self.goal), ..self.test };
        if self.printed.qualifier.soft() || !bare.undecided(self.reach) {
            Rule::Approximate
        } else {
            Rule::StraddlesTarget
        }
    }

    /// On, ahead of or behind the pace from the base (zero for a flow) to the target; none without one.
    fn pace(&self, id: ObservationId) -> Option<(Verdict, Option<ObservationId>)> {
        let (gone, total) = self.days?;
        let (from, base) = if self.flow {
            // A sum that starts later than its target says nothing about the days before.
            if self.outcome.period.start != self.target.period.start || self.goal == 0.0 {
                return None;
            }
            (Interval::point(0.0), None)
        } else {
            let base = base(self.dataset, id, self.target.period)?;
            let from = Interval::reach(self.dataset.observations[base].figure?)?;
            if gone == 0.0 || !self.test.refuses(from) {
                return None;
            }
            (from, Some(base))
        };
        let verdict = self.test.paced(from, self.reach, (gone, total));
        Some((verdict, base))
    }

    /// Adds the numbers to a verdict.
    fn told(&self, mut judgement: Judgement) -> Judgement {
        let (Some(outcome), goal) = (Interval::of(self.printed), Interval::point(self.goal)) else {
            return judgement;
        };
        let goal = Interval { approx: self.demanded.qualifier.soft(), ..goal };
        let measure = self.dataset.indicators[self.target.indicator].measure;
        let share = outcome.divided_by(goal).map(|ratio| ratio.scaled(100.0));
        if matches!(measure, Measure::Level | Measure::Ratio) {
            judgement.share = share.and_then(Interval::told);
        }
        judgement.elapsed = self.days.map(|(gone, total)| gone / total * 100.0);
        judgement.progress = match judgement.base {
            Some(base) => self.way(base, outcome, goal),
            None if self.flow => judgement.share,
            None => None,
        };
        judgement.lead_points = self.lead(&judgement);
        if judgement.verdict != Verdict::Met {
            judgement.remaining = left(self.demanded, goal, outcome, self.test.up);
        }
        judgement
    }

    /// The way gone from a base that is a single number, in per cent.
    fn way(&self, base: ObservationId, outcome: Interval, goal: Interval) -> Option<Derived> {
        let from =
            Interval::of(self.dataset.observations[base].figure?).filter(|from| from.single().is_some())?;
        (outcome - from).divided_by(goal - from)?.scaled(100.0).told()
    }

    /// Printed progress less printed elapsed time; none where rounding would contradict the verdict.
    fn lead(&self, judgement: &Judgement) -> Option<Derived> {
        let progress = judgement.progress?.rounded(PERCENT_DECIMALS);
        let elapsed =
            Derived { value: judgement.elapsed?, ..Derived::default() }.rounded(PERCENT_DECIMALS).value;
        let shift = |value: f64| {
            Derived { value: value - elapsed, ..Derived::default() }.rounded(PERCENT_DECIMALS).value
        };
        let ahead = Derived { value: shift(progress.value), high: progress.high.map(shift), ..progress };
        let lead = if self.cap { -ahead } else { ahead };
        let told = match judgement.verdict {
            Verdict::Ahead => lead.value >= 0.0,
            Verdict::Behind => lead.high.unwrap_or(lead.value) < 0.0,
            _ => false,
        };
        told.then_some(lead)
    }
}
