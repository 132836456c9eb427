//! Series into sentences: from what to what, their extremes, their order by size, their places in a field, their sum.

use crate::format::{Style, quantity};
use crate::kind::parts::summable;
use crate::kind::{Brief, judged, moved, series_name, value, when};
use crate::order::sort;
use crate::query::interval::{Derived, Interval};
use crate::query::{Datum, Figure, Measure, Series, Status};
use crate::words::say;

/// More series than these are told by their largest and smallest.
const FEW: usize = 5;

/// The reported and expected figures of a series that were asked for, in time.
pub(super) struct Told {
    series: usize,
    ids: Vec<usize>,
}

impl Told {
    pub(super) fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }
}

/// Every series with what it tells; one that tells nothing is left out.
pub(super) fn told(brief: &Brief<'_>) -> Vec<Told> {
    let mut all = Vec::new();
    for series in 0..brief.frame.series.len() {
        let mut ids = Vec::new();
        for (id, datum) in brief.frame.of(series) {
            if datum.status != Status::Target && datum.figure.is_some() {
                ids.push(id);
            }
        }
        if !ids.is_empty() {
            all.push(Told { series, ids });
        }
    }
    all
}

/// Whether several series have one figure each.
pub(super) fn one_each(told: &[Told]) -> bool {
    told.len() > 1 && told.iter().all(|each| each.ids.len() == 1)
}

/// A value with its period.
pub(super) fn at(brief: &Brief<'_>, datum: &Datum) -> String {
    dated(brief, datum, value(brief, datum))
}

/// A demanded value with its period, for a sentence that says itself that it is a target.
pub(super) fn demanded(brief: &Brief<'_>, datum: &Datum) -> String {
    let series = brief.series_of(datum);
    let text = datum.figure.map(|f| quantity(f, &series.unit, series.measure, brief.spec.lang));
    dated(brief, datum, text.unwrap_or_default())
}

fn dated(brief: &Brief<'_>, datum: &Datum, value: String) -> String {
    let lang = brief.spec.lang;
    let when = when(brief.frame, datum, lang, Style::Long);
    if when.is_empty() { value } else { say::VALUE_PERIOD.fill(lang, &[&value, &when]) }
}

fn name(brief: &Brief<'_>, series: usize) -> String {
    let (frame, lang) = (brief.frame, brief.spec.lang);
    let own = &frame.series[series];
    let name = series_name(own, lang);
    // Where one indicator stands for several areas, its name alone tells nothing.
    let other = |s: &Series| s.id == own.id && s.area != own.area;
    if frame.series.iter().any(other) { say::IN_AREA.fill(lang, &[&name, own.area.get(lang)]) } else { name }
}

/// A figure with its series' name.
fn named(brief: &Brief<'_>, id: usize) -> String {
    let datum = &brief.frame.data[id];
    say::SUMMARY_ONE.fill(brief.spec.lang, &[&name(brief, datum.series), &at(brief, datum)])
}

/// A sentence a series: from what to what. Of many, the largest and the smallest instead.
pub(super) fn spans(brief: &Brief<'_>, told: &[Told], extremes: bool, sentences: &mut Vec<String>) {
    if told.len() > FEW {
        return many(brief, told, sentences);
    }
    for each in told {
        sentences.push(span(brief, each));
        if extremes && told.len() <= 2 {
            sentences.extend(peaks(brief, each));
        }
    }
}

fn span(brief: &Brief<'_>, told: &Told) -> String {
    let (frame, lang) = (brief.frame, brief.spec.lang);
    let name = name(brief, told.series);
    let [first, .., last] = told.ids.as_slice() else { return newest_of(brief, told) };
    let (first, last) = (&frame.data[*first], &frame.data[*last]);
    if frame.comparable(first, last) {
        let clause = moved::clause(brief, first, last);
        let text = say::SUMMARY_SPAN.fill(lang, &[&name, &at(brief, first), &at(brief, last)]);
        return if clause.is_empty() { text } else { say::CLAUSE_GAP.join(lang, &[text, clause]) };
    }
    // What cannot be compared is listed, never strung into a development.
    let mut all = Vec::new();
    for id in told.ids.iter().rev().take(FEW).rev() {
        all.push(at(brief, &frame.data[*id]));
    }
    say::SUMMARY_ONE.fill(lang, &[&name, &say::CLAUSE_GAP.join(lang, &all)])
}

/// The highest and the lowest of four or more comparable figures, where they are not told as its ends.
fn peaks(brief: &Brief<'_>, told: &Told) -> Option<String> {
    let (frame, lang) = (brief.frame, brief.spec.lang);
    let [first, .., last] = told.ids.as_slice() else { return None };
    let placed = matches!(frame.series[told.series].measure, Measure::Rank | Measure::Tier | Measure::Order);
    let fair = |id: &usize| {
        let datum = &frame.data[*id];
        datum.status == Status::Actual && frame.comparable(datum, &frame.data[*last])
    };
    let mut own: Vec<usize> = told.ids.clone();
    own.retain(fair);
    if own.len() < 4 || placed {
        return None;
    }
    sort(&mut own, &|a, b| size(brief, *a).total_cmp(&size(brief, *b)));
    let (low, high) = (*own.first()?, *own.last()?);
    let inner = |id: usize| {
        let ends = [first, last];
        ends.iter().all(|end| size(brief, **end) != size(brief, id))
    };
    let text = |id: usize| at(brief, &frame.data[id]);
    Some(match (inner(high), inner(low)) {
        (true, true) => say::EXTREMES.fill(lang, &[&text(high), &text(low)]),
        (true, false) => say::HIGHEST.fill(lang, &[&text(high)]),
        (false, true) => say::LOWEST.fill(lang, &[&text(low)]),
        (false, false) => return None,
    })
}

fn size(brief: &Brief<'_>, id: usize) -> f64 {
    brief.frame.data[id].figure.map_or(f64::NEG_INFINITY, |figure| figure.value)
}

/// How many series there are, and of those in one unit the largest and the smallest of their newest figures.
fn many(brief: &Brief<'_>, told: &[Told], sentences: &mut Vec<String>) {
    let lang = brief.spec.lang;
    sentences.push(say::SERIES_COUNT.fill(lang, &[&told.len().to_string()]));
    let mut newest: Vec<usize> = Vec::new();
    for each in told {
        newest.extend(each.ids.last());
    }
    let unit = |id: &usize| &brief.series_of(&brief.frame.data[*id]).unit.id;
    let one = newest.iter().all(|id| unit(id) == unit(&newest[0]));
    if one {
        sort(&mut newest, &|a, b| size(brief, *b).total_cmp(&size(brief, *a)));
        if let [first, .., last] = newest.as_slice() {
            sentences.push(say::LARGEST.fill(lang, &[&named(brief, *first)]));
            sentences.push(say::SMALLEST.fill(lang, &[&named(brief, *last)]));
        }
    } else {
        for each in told.iter().take(3) {
            sentences.push(span(brief, each));
        }
    }
    sentences.push(say::TABLE_HAS_ALL.get(lang).to_owned());
}

/// Series with one figure each, the largest first.
pub(super) fn by_size(brief: &Brief<'_>, told: &[Told], sentences: &mut Vec<String>) {
    if told.len() > FEW + 1 {
        return many(brief, told, sentences);
    }
    sentences.push(say::LARGEST_FIRST.fill(brief.spec.lang, &[&listed(brief, told)]));
}

fn listed(brief: &Brief<'_>, told: &[Told]) -> String {
    let mut ids: Vec<usize> = Vec::new();
    for each in told {
        ids.extend(each.ids.last());
    }
    sort(&mut ids, &|a, b| size(brief, *b).total_cmp(&size(brief, *a)));
    let mut texts = Vec::new();
    for id in ids {
        texts.push(named(brief, id));
    }
    say::LIST_GAP.join(brief.spec.lang, &texts)
}

/// Parts with what they add up to.
pub(super) fn parts(brief: &Brief<'_>, told: &[Told], sentences: &mut Vec<String>) {
    if !one_each(told) {
        return spans(brief, told, false, sentences);
    }
    by_size(brief, told, sentences);
    if let (Some(sum), Some(first)) = (sum(brief, told), told.first()) {
        let (lang, series) = (brief.spec.lang, &brief.frame.series[first.series]);
        let text =
            judged::told(sum, lang, |v| quantity(Figure::exact(v), &series.unit, series.measure, lang));
        sentences.push(say::ADD_UP.fill(lang, &[&text]));
    }
}

/// What the figures of several series add up to; none where a flag or another unit forbids it.
fn sum(brief: &Brief<'_>, told: &[Told]) -> Option<Derived> {
    let mut sum: Option<Interval> = None;
    let first = told.first()?.series;
    let mut ids = Vec::new();
    for each in told {
        ids.push(*each.ids.last()?);
    }
    if !summable(brief, &ids) {
        return None;
    }
    for each in told {
        let datum = &brief.frame.data[*each.ids.last()?];
        if brief.frame.series[each.series].unit.id != brief.frame.series[first].unit.id {
            return None;
        }
        let own = Interval::of(datum.figure?)?;
        sum = Some(sum.map_or(own, |sum| sum + own));
    }
    Some(sum?.told()?.rounded(9))
}

/// The newest figure of each series, with what lies between it and the one before.
pub(super) fn newest(brief: &Brief<'_>, told: &[Told], sentences: &mut Vec<String>) {
    if told.len() > FEW {
        return many(brief, told, sentences);
    }
    for each in told {
        sentences.push(newest_of(brief, each));
    }
}

fn newest_of(brief: &Brief<'_>, told: &Told) -> String {
    let Some(last) = told.ids.last() else { return String::new() };
    let text = named(brief, *last);
    let since = moved::since(brief, *last);
    if since.is_empty() { text } else { say::CLAUSE_GAP.join(brief.spec.lang, &[text, since]) }
}

/// The newest place of each series, and among whom.
pub(super) fn places(brief: &Brief<'_>, told: &[Told], sentences: &mut Vec<String>) {
    let lang = brief.spec.lang;
    for each in told.iter().take(FEW) {
        let field = field(brief, each.series);
        let text = span(brief, each);
        sentences.push(if field.is_empty() { text } else { say::CLAUSE_GAP.join(lang, &[text, field]) });
    }
    if told.len() > FEW {
        sentences.insert(0, say::SERIES_COUNT.fill(lang, &[&told.len().to_string()]));
        sentences.push(say::TABLE_HAS_ALL.get(lang).to_owned());
    }
}

fn field(brief: &Brief<'_>, series: usize) -> String {
    let among = moved::among(brief, series);
    let named = !brief.frame.series[series].field.get(brief.spec.lang).is_empty();
    if named { say::AMONG.fill(brief.spec.lang, &[&among]) } else { among }
}

/// Where a series starts, the steps it takes, and where it ends; of several series, what they add up to.
pub(super) fn steps(brief: &Brief<'_>, told: &[Told], sentences: &mut Vec<String>) {
    let (frame, lang) = (brief.frame, brief.spec.lang);
    let [lone] = told else { return parts(brief, told, sentences) };
    let [first, .., last] = lone.ids.as_slice() else { return spans(brief, told, false, sentences) };
    let mut steps = Vec::new();
    for pair in lone.ids.windows(2) {
        let (from, to) = (&frame.data[pair[0]], &frame.data[pair[1]]);
        let clause = moved::clause(brief, from, to);
        let when = when(frame, to, lang, Style::Long);
        if !clause.is_empty() {
            steps.push(say::STEP.fill(lang, &[&when, &clause]));
        }
    }
    if steps.is_empty() || steps.len() > 2 * FEW {
        return spans(brief, told, true, sentences);
    }
    let steps = say::CLAUSE_GAP.join(lang, &steps);
    let (first, last) = (at(brief, &frame.data[*first]), at(brief, &frame.data[*last]));
    sentences.push(say::STEPS.fill(lang, &[&name(brief, lone.series), &first, &last, &steps]));
}
