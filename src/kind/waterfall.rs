//! A span of time, or a sum, into the steps that make it: where it begins, what each step adds, where it ends.

use super::bar::{self, Step};
use super::parts::summable;
use super::{Brief, Plan, caption, judged, matrix, one_unit};
use crate::error::Error;
use crate::format::{Digits, Magnitude, Style, number};
use crate::order::sort;
use crate::query::derive;
use crate::query::interval::{Derived, Interval, Word};
use crate::query::{Figure, Qualifier, Status};
use crate::scene::DatumId;
use crate::spec::Sort;
use crate::words::say;

pub(super) fn plan<'a>(brief: &'a Brief<'a>) -> Result<Box<dyn Plan + 'a>, Error> {
    let shown = matrix::shown(brief);
    let series = one_unit(brief, &shown)?;
    if caption::ordered(series) {
        return Err(brief.refused(say::RANKED, "kind=\"ranking\""));
    }
    let data = &brief.frame.data;
    let lone = shown.iter().all(|id| data[*id].series == data[shown[0]].series);
    let magnitude = caption::magnitude(&caption::figures(brief, &shown), series, brief.spec.lang);
    let steps = if lone { in_time(brief, &shown, magnitude) } else { in_parts(brief, &shown, magnitude) };
    match steps {
        Some(steps) if steps.len() >= 3 => Ok(bar::running(brief, steps, (series, magnitude, lone))),
        _ => Err(brief.refused(say::NO_STEPS, if lone { "kind=\"line\"" } else { "kind=\"bar\"" })),
    }
}

/// The first figure of a series, the change to each later one, and the last; none where a change cannot be told.
fn in_time(brief: &Brief<'_>, shown: &[DatumId], magnitude: Magnitude) -> Option<Vec<Step>> {
    let (data, lang) = (&brief.frame.data, brief.spec.lang);
    let mut steps = Vec::new();
    let mut before: Option<(DatumId, Figure)> = None;
    for id in shown {
        let datum = &data[*id];
        let (figure, day) = (datum.figure?, datum.period.anchor());
        let name = caption::when_stated(brief, datum, lang, Style::Short);
        match before {
            // A demand, a gap or another scope is no step of what happened.
            _ if datum.status != Status::Actual || day.is_none() => return None,
            None => steps.push(total(Some(*id), figure, name, caption::label(brief, datum, magnitude))),
            Some((last, base)) => {
                if !brief.frame.comparable(&data[last], datum) {
                    return None;
                }
                // "Over 5,800" after 5,800 is more by nobody knows what: no step that could be drawn.
                let change = derive::change(base, figure)
                    .filter(|change| change.value != 0.0 || change.word == Word::Exact)?;
                let text = signed(change, magnitude, brief);
                steps.push(Step {
                    name,
                    datum: Some(*id),
                    figure: as_figure(change)?,
                    base: Some(base.value),
                    text,
                });
            }
        }
        before = Some((*id, figure));
    }
    let (last, figure) = before?;
    let name = say::WATERFALL_NOW.get(lang).to_owned();
    steps.push(total(None, figure, name, caption::label(brief, &data[last], magnitude)));
    Some(steps)
}

/// One figure a series, each standing on the sum of those before it, and the sum; none where they do not add up.
fn in_parts(brief: &Brief<'_>, shown: &[DatumId], magnitude: Magnitude) -> Option<Vec<Step>> {
    if !summable(brief, shown) {
        return None;
    }
    let (data, lang) = (&brief.frame.data, brief.spec.lang);
    let mut shown = shown.to_vec();
    if brief.spec.sort != Sort::Given {
        // What adds comes before what takes away, the largest first.
        let value = |id: &DatumId| data[*id].figure.map_or(0.0, |figure| figure.value);
        sort(&mut shown, &|a, b| {
            let (a, b) = (value(a), value(b));
            (a < 0.0).cmp(&(b < 0.0)).then(b.abs().total_cmp(&a.abs()))
        });
    }
    let mut steps: Vec<Step> = Vec::new();
    let (mut sum, mut end) = (Interval::of(Figure::exact(0.0))?, 0.0);
    for (at, id) in shown.iter().enumerate() {
        let datum = &data[*id];
        let figure = datum.figure?;
        if datum.status != Status::Actual {
            return None;
        }
        let name = caption::short_name(brief, brief.series_of(datum));
        let mut text = caption::label(brief, datum, magnitude);
        if at > 0 && figure.value > 0.0 && figure.qualifier == Qualifier::Exact && !text.starts_with('+') {
            text.insert(0, '+');
        }
        steps.push(Step { name, datum: Some(*id), figure, base: Some(end), text });
        sum = sum + Interval::of(figure)?;
        end += figure.value;
    }
    let told = sum.told()?.rounded(9);
    let text = judged::told(told, lang, |v| number(v, magnitude, Digits::Printed, lang));
    let name = say::WATERFALL_SUM.get(lang).to_owned();
    steps.push(total(None, as_figure(told)?, name, text));
    Some(steps)
}

fn total(datum: Option<DatumId>, figure: Figure, name: String, text: String) -> Step {
    Step { name, datum, figure, base: None, text }
}

/// A change with its sign: +611, −3, a word before it where it has one.
fn signed(change: Derived, magnitude: Magnitude, brief: &Brief<'_>) -> String {
    let lang = brief.spec.lang;
    let mut text = judged::told(change, lang, |v| number(v, magnitude, Digits::Printed, lang));
    if change.value > 0.0 && change.word == Word::Exact {
        text.insert(0, '+');
    }
    text
}

/// A computed result as a figure whose word can be drawn; none where it only has an upper end.
fn as_figure(derived: Derived) -> Option<Figure> {
    let qualifier = match derived.word {
        Word::Exact => Qualifier::Exact,
        Word::Over => Qualifier::Over,
        Word::AtLeast => Qualifier::AtLeast,
        Word::Nearly => Qualifier::Nearly,
        Word::About => Qualifier::About,
        Word::AtMost => Qualifier::AtMost,
        Word::Range => Qualifier::Range,
        Word::Under => return None,
    };
    Some(Figure { value: derived.value, high: derived.high, qualifier })
}
