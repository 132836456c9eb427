//! Turns the target of a flow into what it needs a ten-day, month, quarter and year, and what is done by a day into what is left.
//!
//! Ten-days are those of Chinese offices: 1–10, 11–20, 21 to the end of each month. The path to a target is straight by
//! days, or follows the weights of a profile; both are shares of loads that are exact for days, so that *on pace* here is
//! *on pace* of a verdict.

use super::interval::{Bound, Derived, Interval, Word};
use super::verdict::Verdict;
use super::verdict::target::Test;
use crate::dataset::{Date, Direction, Figure, Period, Qualifier, days_in_month, plain_number};
use crate::order::order;

/// A span that offices report by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// 1–10, 11–20, or 21 to the end of a month.
    TenDay,
    /// A calendar month.
    Month,
    /// Three of them.
    Quarter,
    /// Twelve of them.
    Year,
}

impl Unit {
    /// From the shortest to the longest.
    pub const ALL: [Self; 4] = [Self::TenDay, Self::Month, Self::Quarter, Self::Year];

    /// The span of this kind that a day lies in, and its place in the year, from 0.
    fn around(self, day: Date) -> (Period, usize) {
        let third = (day.day.saturating_sub(1) / 10).min(2);
        let length = match self {
            Self::TenDay | Self::Month => 1,
            Self::Quarter => 3,
            Self::Year => 12,
        };
        let place = day.month.saturating_sub(1) / length;
        let (first, last) = (place * length + 1, place * length + length);
        let closing = days_in_month(day.year, last);
        let (from, to) = match (self, third) {
            (Self::TenDay, 0) => (1, 10),
            (Self::TenDay, 1) => (11, 20),
            (Self::TenDay, _) => (21, closing),
            _ => (1, closing),
        };
        let period = Period { start: Date::new(day.year, first, from), end: Date::new(day.year, last, to) };
        let place = if self == Self::TenDay { place * 3 + third } else { place };
        (period, usize::from(place))
    }

    /// A span cut where spans of this kind end; nothing where an end is open.
    pub fn cut(self, span: Period) -> Vec<Period> {
        let mut parts = Vec::new();
        let (Some(mut start), Some(last)) = (span.start, span.end) else { return parts };
        while start <= last {
            let end = self.around(start).0.end.map_or(last, |end| end.min(last));
            parts.push(Period { start: Some(start), end: Some(end) });
            start = Date::from_days(end.days() + 1);
        }
        parts
    }

    /// How many spans of this kind a span holds; a part of one counts by its days.
    pub fn count(self, span: Period) -> f64 {
        let share =
            |part: &Period| part.start.map_or(0.0, |start| days(*part) / days(self.around(start).0).max(1.0));
        self.cut(span).iter().map(share).sum()
    }
}

/// How a year's work spreads over the year: a weight a quarter, a month or a ten-day.
#[derive(Clone, Debug, PartialEq)]
pub struct Profile {
    unit: Unit,
    weights: Vec<f64>,
}

impl Profile {
    /// Reads 4, 12 or 36 weights, none negative and not all zero; none otherwise. Only their proportions count.
    pub fn read(text: &str) -> Option<Self> {
        let mut weights = Vec::new();
        for part in text.split([' ', ',', '，', '、', '\n', '\t']).filter(|part| !part.is_empty()) {
            weights.push(plain_number(part).filter(|weight| *weight >= 0.0)?);
        }
        let unit = match weights.len() {
            4 => Unit::Quarter,
            12 => Unit::Month,
            36 => Unit::TenDay,
            _ => return None,
        };
        weights.iter().any(|weight| *weight > 0.0).then_some(Self { unit, weights })
    }

    /// The weight of a day.
    fn density(&self, day: Date) -> f64 {
        let (whole, place) = self.unit.around(day);
        self.weights.get(place).map_or(0.0, |weight| weight / days(whole).max(1.0))
    }

    /// The last days of the spans within which the path is straight.
    pub fn bends(&self, span: Period) -> Vec<Date> {
        self.unit.cut(span).iter().filter_map(|part| part.end).collect()
    }
}

fn days(period: Period) -> f64 {
    f64::from(period.days().unwrap_or(0).max(0))
}

/// The weight of a span: its days, or what a profile puts into them.
fn load(span: Period, profile: Option<&Profile>) -> f64 {
    let Some(profile) = profile else { return days(span) };
    let part = |part: &Period| part.start.map_or(0.0, |start| profile.density(start) * days(*part));
    Unit::TenDay.cut(span).iter().map(part).sum()
}

/// The share of a target that is due by the end of a day of its span, 0 to 1; none where an end of the span is open, or
/// where a profile gives it no weight.
pub fn due(span: Period, day: Date, profile: Option<&Profile>) -> Option<f64> {
    let total = Some(load(span, profile)).filter(|total| *total > 0.0)?;
    Some(load(until(span, day), profile) / total)
}

/// The days of a span up to the end of one of them.
fn until(span: Period, day: Date) -> Period {
    Period { start: span.start, end: span.end.map(|end| end.min(day)) }
}

/// The number a target sets, *about* where its word is.
fn goal(target: Figure) -> Interval {
    Interval { approx: target.qualifier.soft(), ..Interval::point(target.value) }
}

/// The word that a target lends to what is computed from its number.
fn lent(target: Figure, told: Derived) -> Derived {
    match (told.word, target.qualifier) {
        (Word::Exact, Qualifier::Over) => Derived { word: Word::Over, ..told },
        (Word::Exact, word) if word != Qualifier::Exact => Derived { word: Word::AtLeast, ..told },
        _ => told,
    }
}

/// A longer span is no plan that anybody reports by ten-days, and would be cut into millions of them.
const LONGEST: i32 = 36_525;

/// Whether a target asks for more than nothing within a span that can be cut: a ceiling has no pace that it needs.
pub fn paced(target: Figure, span: Period, direction: Direction) -> bool {
    if span.days().is_some_and(|days| days > LONGEST) {
        return false;
    }
    let test = Test::of(target, if direction == Direction::None { Direction::Up } else { direction });
    test.is_some_and(|test| test.up) && target.value > 0.0
}

/// What a target needs of each part of its span, in time.
pub fn parts(target: Figure, span: Period, unit: Unit, profile: Option<&Profile>) -> Vec<(Period, Derived)> {
    let total = load(span, profile);
    let part = |part: Period| {
        let share = goal(target).scaled(load(part, profile) / total);
        Some((part, lent(target, share.told()?)))
    };
    if total > 0.0 { unit.cut(span).into_iter().filter_map(part).collect() } else { Vec::new() }
}

/// What a target needs of a span of one kind.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Need {
    /// The kind of span.
    pub unit: Unit,
    /// The mean of a straight path; the least of a profile.
    pub least: Derived,
    /// The most of a profile, where that is more.
    pub most: Option<Derived>,
}

/// What a target needs a ten-day, month, quarter and year, as far as its span holds at least one of them.
pub fn needed(target: Figure, span: Period, profile: Option<&Profile>) -> Vec<Need> {
    let mut needs = Vec::new();
    for unit in Unit::ALL {
        let count = unit.count(span);
        let Some(whole) = goal(target).told().filter(|_| count >= 1.0) else { continue };
        let mut need = Need { unit, least: lent(target, whole).over(count), most: None };
        if profile.is_some() {
            let mut all = parts(target, span, unit, profile).into_iter().map(|(_, amount)| amount);
            let Some(first) = all.next() else { continue };
            let (mut least, mut most) = (first, first);
            for amount in all {
                least = if amount.value < least.value { amount } else { least };
                most = if amount.value > most.value { amount } else { most };
            }
            need = Need { unit, least, most: Some(most).filter(|most| most.value > least.value) };
        }
        needs.push(need);
    }
    needs
}

/// What is left to a target's number, with the target's own word where the outcome adds none; none once it is reached.
/// *At most* where the outcome is only a lower bound: perhaps nothing is left.
pub(super) fn left(target: Figure, goal: Interval, outcome: Interval, up: bool) -> Option<Derived> {
    let turned = |told: Derived| if up { told } else { -told };
    let mut left = turned((goal - outcome).told()?);
    // Of a range that ends beyond the target, only the far end is left.
    if let (true, Some(high)) = (left.value < 0.0, left.high) {
        left = Derived { value: high, high: None, word: Word::AtMost };
    }
    left = lent(target, left);
    let some = left.value > 0.0 || (left.value == 0.0 && left.word == Word::Over);
    some.then(|| turned(left).rounded(9))
}

/// Where a target stands on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// Against the path: met, ahead, behind, undetermined; missed once the span is over.
    pub verdict: Verdict,
    /// What is done less what is due, negative where it lags; none where the words hide it.
    pub lead: Option<Derived>,
    /// What is left; none once it is reached, or where the words hide it.
    pub left: Option<Derived>,
    /// Days that are left.
    pub days: i32,
    /// What was done a ten-day, month …, as far as the days gone hold at least one.
    pub done: Vec<(Unit, Derived)>,
    /// What the rest needs a ten-day, month …, as far as the days left hold at least one; nothing where the outcome's
    /// word leaves it open whether anything is left.
    pub rest: Vec<(Unit, Derived)>,
}

/// A sum of printed figures: as it is told, and as far as a verdict must reckon.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sum {
    /// As it is told.
    pub told: Interval,
    /// Over the last digits of approximate figures.
    pub reach: Interval,
}

impl Sum {
    /// One figure; none where it is not finite.
    pub fn of(figure: Figure) -> Option<Self> {
        Some(Self { told: Interval::of(figure)?, reach: Interval::reach(figure)? })
    }

    /// With another figure.
    pub fn plus(self, other: Self) -> Self {
        Self { told: self.told + other.told, reach: self.reach + other.reach }
    }
}

/// Where a target stands once `sum` is done by the end of `day`; none where nothing gives a pace.
pub fn standing(
    target: Figure,
    span: Period,
    (sum, day): (Sum, Date),
    profile: Option<&Profile>,
) -> Option<Standing> {
    let test = Test::of(target, Direction::Up)?;
    let gone = until(span, day);
    let (loads, end) = ((load(gone, profile), load(span, profile)), span.end?);
    let path = goal(target).scaled(due(span, day, profile)?);
    let verdict = match () {
        () if test.accepts(sum.reach) => Verdict::Met,
        () if day < end => test.paced(Interval::point(0.0), sum.reach, loads),
        () if test.refuses(sum.reach) => Verdict::Missed,
        () => Verdict::Undetermined,
    };
    let left = if verdict == Verdict::Met { None } else { left(target, goal(target), sum.told, true) };
    let ahead = Period { start: Some(Date::from_days(day.days() + 1)), end: Some(end) };
    let open = sum.told.hi == Bound::Free;
    Some(Standing {
        verdict,
        lead: (sum.told - path).told().map(|lead| lead.rounded(9)),
        left,
        days: (end.days() - day.days()).max(0),
        done: a_unit(sum.told.told(), gone),
        rest: a_unit(left.filter(|_| !open), ahead),
    })
}

/// An amount over the spans of each kind that a span holds at least one of.
fn a_unit(amount: Option<Derived>, span: Period) -> Vec<(Unit, Derived)> {
    let mut all = Vec::new();
    for unit in Unit::ALL {
        let count = unit.count(span);
        if let Some(amount) = amount.filter(|_| count >= 1.0) {
            all.push((unit, amount.over(count)));
        }
    }
    all
}

/// A sum as it stands at the end of a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// The figure that completes it, by its place among those given.
    pub at: usize,
    /// The day.
    pub day: Date,
    /// What has come together since the span began.
    pub sum: Sum,
    /// Whether nothing is missing between it and the point before, or the beginning.
    pub joined: bool,
}

/// Figures of parts of a span into the sums that are certain, in time, and the spans that no figure covers. After a
/// gap nothing is certain but a figure that itself runs from the beginning.
pub fn cumulated(span: Period, figures: &[(Period, Figure)]) -> (Vec<Point>, Vec<Period>) {
    let (mut points, mut gaps): (Vec<Point>, Vec<Period>) = (Vec::new(), Vec::new());
    let Some(origin) = span.start.map(|start| start.days() - 1) else { return (points, gaps) };
    let mut seen = origin;
    for at in order(figures.len(), &|a, b| figures[a].0.order(figures[b].0)) {
        let (period, figure) = figures[at];
        let (Some(start), Some(day), Some(own)) = (period.start, period.end, Sum::of(figure)) else {
            continue;
        };
        let (before, last) = (start.days() - 1, points.last().map_or(origin, |point| point.day.days()));
        if !span.covers(period) || last >= day.days() {
            continue;
        }
        if before > seen {
            let [from, to] = [seen + 1, before].map(Date::from_days);
            gaps.push(Period { start: Some(from), end: Some(to) });
        }
        seen = seen.max(day.days());
        let sum = match points.iter().find(|point| point.day.days() == before) {
            _ if before == origin => own,
            Some(point) => point.sum.plus(own),
            None => continue,
        };
        // A month on, or a quarter that begins where the last ended: what lies between is the figure itself.
        let step = day.days() - last;
        points.push(Point { at, day, sum, joined: step <= 31 || (before == last && step <= 92) });
    }
    (points, gaps)
}

/// Where one printed outcome of a part of the span leaves a target; none where it starts later than the span, which says
/// nothing about the days before.
pub fn rest(target: Figure, span: Period, outcome: Figure, by: Period) -> Option<Standing> {
    let day = by.end.filter(|_| by.start == span.start && span.covers(by))?;
    standing(target, span, (Sum::of(outcome)?, day), None)
}

#[cfg(test)]
mod tests;
