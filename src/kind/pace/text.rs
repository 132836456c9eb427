//! The words of a pace chart: where the target stands, what the rest needs, what the target needs from the start.

use super::super::progress::figure_of;
use super::super::{Brief, caption, judged};
use super::Pace;
use super::found::{self, Found, Spot};
use crate::format::{Magnitude, Style, percent, time_tick};
use crate::geom::Point;
use crate::kind::Stage;
use crate::layout::{Layout, Remark, SMALL, VALUE, axis, label::Label};
use crate::query::cadence::{self, Standing, Unit};
use crate::query::derive::share;
use crate::query::interval::{Derived, Word};
use crate::query::verdict::{PERCENT_DECIMALS, Verdict};
use crate::query::{Date, Figure, Period, Qualifier, Series};
use crate::scale::{Grain, TimeTick};
use crate::scene::{Align, DatumId, Layer, Stroke};
use crate::words::say;

/// A computed amount with about three digits, rounded so that its word stays true.
fn rough(amount: Derived, series: &Series, brief: &Brief<'_>) -> Derived {
    let size = amount.value.abs().max(amount.high.unwrap_or(0.0).abs());
    let by = Magnitude::pick(size, &series.unit, brief.spec.lang).divisor();
    let decimals = match size / by {
        100.0.. => 0,
        10.0.. => 1,
        _ => 2,
    };
    let small = amount.over(by).rounded(decimals);
    // What is counted in 万 or millions has no decimals; the product may have dust.
    small.over(1.0 / by).rounded(if by > 1.0 { 0 } else { decimals })
}

fn amount(brief: &Brief<'_>, found: &Found<'_>, amount: Derived) -> String {
    let (series, lang) = (brief.series_of(found.target), brief.spec.lang);
    judged::told(amount, lang, |v| caption::told(Figure::exact(v), series, lang))
}

/// What is needed with about three digits, the nearest number: the word stands for the demand, not for the rounding.
fn needs(amount: Derived, series: &Series, brief: &Brief<'_>) -> Derived {
    let bare = rough(Derived { word: Word::Exact, ..amount }, series, brief);
    Derived { word: amount.word, ..bare }
}

/// A computed amount of a series with about three digits, as a text.
fn roughly(brief: &Brief<'_>, series: &Series, amount: Derived) -> String {
    let lang = brief.spec.lang;
    judged::told(rough(amount, series, brief), lang, |v| caption::told(Figure::exact(v), series, lang))
}

/// What a target of a series needs in each part of a span, as a text a part; nothing of parts that need less than one
/// of what is counted.
pub(crate) fn needed_each(
    brief: &Brief<'_>,
    target: Figure,
    series: &Series,
    span: Period,
) -> Vec<(Unit, String)> {
    let lang = brief.spec.lang;
    let mut all = Vec::new();
    for need in cadence::needed(target, span, None) {
        if need.least.value >= 1.0 {
            let amount = needs(need.least, series, brief);
            let text = judged::told(amount, lang, |v| caption::told(Figure::exact(v), series, lang));
            all.push((need.unit, text));
        }
    }
    all
}

/// The verdict on the last sum: its name, and the numbers it rests on or why it is open.
fn judgement(brief: &Brief<'_>, found: &Found<'_>) -> (Verdict, String) {
    let lang = brief.spec.lang;
    let (Some(stands), Some(last)) = (&found.stands, found.spots.last()) else {
        return (found.answer.judgement.verdict, judged::facts(brief, found.answer));
    };
    let soft = found.demanded.qualifier.soft();
    let whole = Figure {
        qualifier: if soft { Qualifier::About } else { Qualifier::Exact },
        ..Figure::exact(found.demanded.value)
    };
    let mut parts = Vec::new();
    if let Some(done) = share(last.figure, whole) {
        let text =
            judged::told(done.rounded(PERCENT_DECIMALS), lang, |v| percent(v / 100.0, PERCENT_DECIMALS));
        parts.push(say::DONE.fill(lang, &[&text]));
    }
    if let Some(lead) = lead(brief, found) {
        let (ahead, size) = (lead.value >= 0.0, lead.size());
        let say = if ahead { say::PACE_AHEAD } else { say::PACE_BEHIND };
        parts.push(say.fill(lang, &[&amount(brief, found, size)]));
    }
    if parts.is_empty() {
        parts.push(say::NO_SHARE.get(lang).to_owned());
    }
    if stands.verdict == Verdict::Undetermined {
        let why = match () {
            () if soft || last.figure.qualifier.soft() => say::WHY_APPROXIMATE,
            () if stands.days > 0 => say::WHY_STRADDLES_PACE,
            () => say::WHY_STRADDLES,
        };
        parts.push(why.get(lang).to_owned());
    }
    (stands.verdict, say::CLAUSE_GAP.join(lang, &parts))
}

/// What is done less what is due, where the verdict follows from it.
fn lead(brief: &Brief<'_>, found: &Found<'_>) -> Option<Derived> {
    let stands = found.stands.as_ref().filter(|stands| stands.verdict != Verdict::Undetermined)?;
    let lead = rough(stands.lead?, brief.series_of(found.target), brief);
    (lead.value != 0.0).then_some(lead)
}

/// What the rest of a target's time needs, beside what was done so far; empty once nothing is left.
pub(crate) fn rest(brief: &Brief<'_>, series: &Series, stands: &Standing) -> String {
    let lang = brief.spec.lang;
    let Some(left) = stands.left.filter(|_| stands.days > 0) else { return String::new() };
    let text =
        |amount: Derived| judged::told(amount, lang, |v| caption::told(Figure::exact(v), series, lang));
    if stands.rest.is_empty() && matches!(left.word, Word::AtMost | Word::Under) {
        return say::REST_OPEN.fill(lang, &[&text(left)]);
    }
    let mut parts = vec![say::REST_NEEDS.fill(lang, &[&text(left)])];
    let of = |all: &[(Unit, Derived)], wanted: Unit| {
        all.iter().find(|(unit, _)| *unit == wanted).map(|(_, amount)| *amount)
    };
    // The longest of the units that are told and fit.
    let fits = |unit: &Unit| of(&stands.rest, *unit).is_some_and(|amount| amount.value.abs() >= 1.0);
    if let Some(unit) = [Unit::Month, Unit::TenDay].into_iter().find(fits) {
        let a_unit = |text: String| say::A_UNIT[unit as usize].fill(lang, &[&text]);
        let rate = of(&stands.rest, unit).map(|amount| a_unit(text(needs(amount, series, brief))));
        let done = of(&stands.done, unit).map(|amount| a_unit(roughly(brief, series, amount)));
        match (rate, done) {
            (Some(rate), Some(done)) => parts.push(say::REST_RATE.fill(lang, &[&rate, &done])),
            (rate, _) => parts.extend(rate),
        }
    }
    say::CLAUSE_GAP.join(lang, &parts)
}

/// What the target needs a ten-day, month, quarter and year; not of a span that is its own, which is the target itself.
fn needed(brief: &Brief<'_>, found: &Found<'_>) -> String {
    let (lang, series, span) = (brief.spec.lang, brief.series_of(found.target), found.target.period);
    let mut all = Vec::new();
    for need in cadence::needed(found.demanded, span, brief.spec.profile.as_ref()) {
        if need.unit.count(span) <= 1.0 || need.least.value < 1.0 {
            continue;
        }
        let least = needs(need.least, series, brief);
        let most = need.most.map(|most| needs(most, series, brief).value).or(least.high);
        let bare = Derived { word: Word::Exact, ..least };
        let bare = most.map_or(bare, |high| Derived { high: Some(high), word: Word::Range, ..bare });
        // *At least* stands once, before all.
        let word = if all.is_empty() || least.word != Word::AtLeast { least.word } else { Word::Exact };
        let word = if word == Word::Range { Word::Exact } else { word };
        let text = say::A_UNIT[need.unit as usize].fill(lang, &[&amount(brief, found, bare)]);
        all.push(judged::told(Derived { word, ..Derived::default() }, lang, |_| text.clone()));
    }
    say::CLAUSE_GAP.join(lang, &all)
}

/// What stands under the plot.
pub(super) fn remarks(brief: &Brief<'_>, found: &Found<'_>) -> Vec<Remark> {
    let (lang, ink) = (brief.spec.lang, brief.theme.ink);
    let (verdict, facts) = judgement(brief, found);
    let (name, color) = (judged::name(verdict).get(lang).to_owned(), judged::color(brief, verdict));
    let mut remarks = vec![Remark { lead: name, color, text: judged::opened(&facts) }];
    let mut more = |lead: &str, text: String| {
        if !text.is_empty() {
            remarks.push(Remark { lead: lead.to_owned(), color: ink, text });
        }
    };
    let left = found.stands.as_ref().map(|stands| rest(brief, brief.series_of(found.target), stands));
    more(rest_of(found).get(lang), left.unwrap_or_default());
    more(say::PACE_NEEDED.get(lang), needed(brief, found));
    remarks
}

fn rest_of(found: &Found<'_>) -> crate::words::Say {
    let year = found.target.period == Period::year(found.days[0].year);
    if year { say::REST_OF_YEAR } else { say::REST_OF_SPAN }
}

/// The picture in sentences.
pub(crate) fn sentences(brief: &Brief<'_>) -> Vec<String> {
    let lang = brief.spec.lang;
    let Ok(found) = found::find(brief) else { return Vec::new() };
    let name = caption::series_name(brief.series_of(found.target), lang);
    let demand = found.demand(brief, found.target);
    let mut sentences = Vec::new();
    if let Some(spot) = found.spots.last() {
        sentences.push(say::SUMMARY_PACE.fill(lang, &[&name, &demand, &sum(brief, &found, spot)]));
    } else {
        sentences.push(say::SUMMARY_ONE.fill(lang, &[&name, &say::TARGET.fill(lang, &[&demand])]));
    }
    let mut remarks = remarks(brief, &found);
    // Behind a colon the clause goes on, where a remark begins one.
    if let Some(verdict) = remarks.first_mut() {
        verdict.text = judgement(brief, &found).1;
    }
    for remark in remarks {
        sentences.push(match remark.text.is_empty() {
            true => remark.lead,
            false => say::VERDICT.fill(lang, &[&remark.lead, &remark.text]),
        });
    }
    sentences
}

/// A sum with the span it covers.
fn sum(brief: &Brief<'_>, found: &Found<'_>, spot: &Spot) -> String {
    let (lang, series) = (brief.spec.lang, brief.series_of(found.target));
    let when = found.when(found.until(spot), lang, Style::Long);
    say::VALUE_PERIOD.fill(lang, &[&caption::told(spot.figure, series, lang), &when])
}

/// What had come together when a figure was printed; none of a figure that is not in the sum, or is all of it.
pub(crate) fn so_far(brief: &Brief<'_>, datum: DatumId) -> Option<String> {
    let found = found::find(brief).ok()?;
    let spot = found.spots.iter().find(|spot| spot.datum == datum)?;
    let whole = brief.frame.data[datum].period == found.until(spot);
    (!whole).then(|| sum(brief, &found, spot))
}

/// The verdict in words, where the picture is about that target; with that of its last sum.
pub(crate) fn verdict(brief: &Brief<'_>, target: DatumId) -> Option<String> {
    let found = found::find(brief).ok().filter(|found| found.answer.target == target)?;
    let (verdict, facts) = judgement(brief, &found);
    let (lang, name) = (brief.spec.lang, judged::name(verdict).get(brief.spec.lang));
    Some(if facts.is_empty() { name.to_owned() } else { say::VERDICT.fill(lang, &[name, &facts]) })
}

impl Pace<'_> {
    /// The months, quarters or years under the plot, each in the middle of its days.
    pub(super) fn axis(&self, layout: &Layout, scales: &super::Scales, stage: &mut Stage) {
        let (brief, lang, plot) = (self.brief, self.brief.spec.lang, layout.plot);
        let span = self.found.target.period;
        let (months, room) = (Unit::Month.count(span), scales.x.range[1] - scales.x.range[0]);
        let unit = if months > 18.0 { Unit::Year } else { Unit::Month };
        // One, two or three months a name, so that December has one.
        let every =
            [1, 2, 3].into_iter().find(|every| room / months * f64::from(*every) >= 36.0).unwrap_or(6);
        let (mut rules, mut ticks) = (Layer::new("x-ticks"), Vec::new());
        for (at, part) in (1..).zip(unit.cut(span)) {
            let [from, to] = [part.start, part.end].map(|day| day.map_or(0, Date::days));
            let stroke = Stroke::new(brief.theme.limit, 1.0);
            rules.upright(None, scales.x.map(to), (plot.bottom(), plot.bottom() + 4.0), stroke);
            let grain = if unit == Unit::Year { Grain::Year } else { Grain::Month };
            if unit == Unit::Year || at % every == 0 {
                let middle = (scales.x.map(from - 1) + scales.x.map(to)) / 2.0;
                ticks.push((middle, time_tick(TimeTick { day: from, grain }, lang, false)));
            }
        }
        stage.layer(rules);
        let (span, look) = ((layout.body.x, layout.body.right()), (SMALL, brief.theme.muted));
        stage.texts(axis::along(&ticks, plot.bottom() + 20.0, span, look, brief.measure));
    }

    pub(super) fn labels(&self, layout: &Layout, scales: &super::Scales, stage: &mut Stage) {
        let (theme, lang, found) = (self.brief.theme, self.brief.spec.lang, &self.found);
        let goal = scales.at(found.days[1], found.demanded.top());
        let edge = layout.body.right();
        let text = say::TARGET.fill(lang, &[&self.bare(found.demanded)]);
        let mut target = Label::new(found.answer.target, text, VALUE, theme.ink);
        let above = if found.demanded.qualifier.open_above() { 24.0 } else { 14.0 };
        target.or(edge, goal.y - above, Align::Right);
        target.or(goal.x - 12.0, goal.y - 10.0, Align::Right);
        target.or(goal.x - 14.0, goal.y + 4.0, Align::Right);
        let mut labels = vec![target];
        labels.extend(self.outcome_label(scales));
        labels.extend(self.lead_label(scales));
        labels.extend(self.rest_label(scales));
        if found.spots.is_empty() {
            let mut none = Label::free(say::NO_OUTCOME.get(lang).to_owned(), SMALL, theme.muted);
            none.or(scales.x.range[0] + 8.0, layout.plot.y + 14.0, Align::Left);
            none.or(scales.x.range[1], layout.plot.bottom() - 8.0, Align::Right);
            labels.push(none);
        }
        labels.push(self.path_label(scales));
        stage.labels("labels", labels, layout, self.brief.measure);
    }

    /// The last sum with the days it covers.
    fn outcome_label(&self, scales: &super::Scales) -> Option<Label> {
        let (lang, spot) = (self.brief.spec.lang, self.found.spots.last()?);
        let at = scales.at(spot.point.day, spot.figure.top());
        let when = self.found.when(self.found.until(spot), lang, Style::Short);
        let bare = self.bare(spot.figure);
        let text = say::PERIOD_VALUE.fill(lang, &[&when, &bare]);
        let above = at.y - if spot.figure.qualifier.open_above() { 24.0 } else { 12.0 };
        let higher = [
            (at.x - 4.0, above, Align::Right),
            (at.x, above, Align::Middle),
            (at.x - 12.0, at.y + 4.0, Align::Right),
            (at.x - 14.0, at.y - 28.0, Align::Right),
            (at.x - 14.0, at.y - 46.0, Align::Right),
        ];
        let low = scales.at(spot.point.day, spot.figure.value).y;
        let lower = [
            (at.x + 10.0, low + 18.0, Align::Left),
            (at.x, low + 24.0, Align::Middle),
            (at.x - 9.0, low + 20.0, Align::Right),
            (at.x - 9.0, low + 38.0, Align::Right),
            (at.x - 9.0, low + 58.0, Align::Right),
            (at.x + 10.0, low + 40.0, Align::Left),
            // At the foot, where the path is far.
            (at.x - 9.0, scales.y.map(0.0) - 9.0, Align::Right),
        ];
        let mut label = Label::new(spot.datum, text, VALUE, self.brief.theme.accent_text);
        // On the side of the path where the point lies.
        let ahead = self.leads().is_some_and(|(ahead, _)| ahead);
        let (first, second) = if ahead { (&higher[..], &lower[..]) } else { (&lower[..], &higher[..]) };
        for (x, y, align) in first.iter().chain(second) {
            label.or(*x, *y, *align);
        }
        Some(label)
    }

    /// How far the last sum lies from the path.
    fn lead_label(&self, scales: &super::Scales) -> Option<Label> {
        let (lang, spot, lead) =
            (self.brief.spec.lang, self.found.spots.last()?, lead(self.brief, &self.found)?);
        let (ahead, color) = self.leads()?;
        let text = self.bare(figure_of(lead.size())?);
        let text = (if ahead { say::PACE_AHEAD } else { say::PACE_BEHIND }).fill(lang, &[&text]);
        let (at, due) = (scales.at(spot.point.day, spot.figure.value), self.due(spot.point.day, scales));
        let middle = (at.y + due) / 2.0 + 4.0;
        let mut label = Label::free(text, SMALL, color);
        for y in [middle, middle + 12.0, middle + 24.0, middle - 12.0] {
            label.or(at.x + 9.0, y, Align::Left);
            label.or(at.x - 9.0, y, Align::Right);
        }
        Some(label)
    }

    /// What the rest needs a month, inside the triangle that it must climb.
    fn rest_label(&self, scales: &super::Scales) -> Option<Label> {
        let (found, lang) = (&self.found, self.brief.spec.lang);
        let (spot, stands) = (found.spots.last()?, found.stands.as_ref()?);
        let (_, rate) = stands.rest.iter().find(|(unit, _)| *unit == Unit::Month)?;
        let rate = needs(*rate, self.brief.series_of(found.target), self.brief);
        let text = judged::told(rate, lang, |v| self.bare(Figure::exact(v)));
        let text = say::A_UNIT[Unit::Month as usize].fill(lang, &[&text]);
        let (at, end) = (scales.at(spot.point.day, spot.figure.value), scales.x.range[1]);
        let mut label = Label::free(text, SMALL, self.brief.theme.accent_text);
        label.or(end - 4.0, at.y - 8.0, Align::Right);
        label.or(end, at.y + 16.0, Align::Right);
        label.or(end, at.y + 36.0, Align::Right);
        Some(label)
    }

    /// The name of the path, under it where nothing else stands.
    fn path_label(&self, scales: &super::Scales) -> Label {
        let [start, end] = self.found.days.map(Date::days);
        let mut label =
            Label::free(say::PATH.get(self.brief.spec.lang).to_owned(), SMALL, self.brief.theme.muted);
        for share in [0.62, 0.45, 0.3, 0.75, 0.9, 0.2] {
            let day = Date::from_days(start + (f64::from(end - start) * share) as i32);
            let at = Point::new(scales.x.map(day.days()), self.due(day, scales));
            label.or(at.x + 6.0, at.y + 18.0, Align::Left);
            label.or(at.x - 6.0, at.y - 8.0, Align::Right);
        }
        label
    }
}
