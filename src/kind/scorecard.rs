//! Indicators of any unit into rows: newest figure, change, target, share done and verdict.

use super::highlight::{self, Light};
use super::sheet::{Cell, Row, Sheet, Sign, dated};
use super::{Brief, Plan, caption, judged, moved};
use crate::color::Color;
use crate::error::Error;
use crate::format::{Style, percent};
use crate::layout::{Face, LABEL, SMALL, VALUE};
use crate::order::sort;
use crate::query::verdict::{PERCENT_DECIMALS, Verdict};
use crate::query::{Answer, Datum, Direction, Qualifier, Status};
use crate::scene::DatumId;
use crate::spec::Sort;
use crate::words::{Say, say};

/// What a row tells of: a figure, a target, or both.
#[derive(Clone, Copy)]
struct Entry<'a> {
    series: usize,
    figure: Option<DatumId>,
    answer: Option<&'a Answer>,
    /// Whether the row above is of the same series.
    again: bool,
}

pub(super) fn plan(brief: Brief<'_>) -> Result<Box<dyn Plan + '_>, Error> {
    let groups = groups(&brief);
    if groups.is_empty() {
        return Err(Error::NoData { given: brief.spec.given.clone() });
    }
    let (mut rows, mut used) = (Vec::new(), [false; SIGNS.len()]);
    for entry in groups.iter().flatten() {
        rows.push(row(&brief, entry, &mut used));
    }
    let lang = brief.spec.lang;
    let heads = HEADS.map(|(head, right)| (head.get(lang), right));
    let mut sheet = Sheet::new(brief, &heads, rows);
    sheet.about = judged::counts(&brief);
    for (sign, used) in SIGNS.iter().zip(used) {
        if used {
            sheet.signs.push(sign.get(lang));
        }
    }
    if !sheet.solve() {
        sheet.blocks();
    }
    Ok(Box::new(sheet))
}

/// The rows of each series in the order asked for.
fn groups<'a>(brief: &Brief<'a>) -> Vec<Vec<Entry<'a>>> {
    let mut groups: Vec<Vec<Entry<'_>>> = Vec::new();
    for series in 0..brief.frame.series.len() {
        let entries = entries(brief, series);
        if !entries.is_empty() {
            groups.push(entries);
        }
    }
    if brief.spec.sort == Sort::Value {
        // Values of other units have no order; shares done have one.
        let done = |group: &Vec<Entry<'_>>| {
            let share = group.iter().find_map(|entry| entry.answer?.judgement.share);
            share.map_or(f64::NEG_INFINITY, |share| share.value)
        };
        sort(&mut groups, &|a, b| done(b).total_cmp(&done(a)));
    }
    groups
}

/// The targets of a series with the figures that answer them, the latest deadline first, and its newest figure.
fn entries<'a>(brief: &Brief<'a>, series: usize) -> Vec<Entry<'a>> {
    let frame = brief.frame;
    let mut answers: Vec<&Answer> = Vec::new();
    for answer in &frame.answers {
        let target = &frame.data[answer.target];
        if target.series == series && target.figure.is_some() {
            answers.push(answer);
        }
    }
    let deadline = |answer: &Answer| frame.data[answer.target].period.end;
    sort(&mut answers, &|a, b| deadline(b).cmp(&deadline(a)));
    let newest = newest(brief, series);
    let mut entries: Vec<Entry<'_>> = Vec::new();
    let told = |answer: &&Answer| answer.outcome.is_some() && answer.outcome == newest;
    let first_open = answers.first().is_some_and(|answer| answer.outcome.is_none());
    let alone = newest.is_some() && !answers.iter().any(told) && !first_open;
    if alone || (answers.is_empty() && frame.of(series).next().is_some()) {
        // A series without a figure stands there with its gap.
        let figure = newest.or_else(|| frame.of(series).last().map(|(id, _)| id));
        entries.push(Entry { series, figure, answer: None, again: false });
    }
    for answer in answers {
        let figure = answer.outcome.or_else(|| newest.filter(|_| entries.is_empty()));
        let figure = figure.filter(|id| entries.iter().all(|entry| entry.figure != Some(*id)));
        entries.push(Entry { series, figure, answer: Some(answer), again: !entries.is_empty() });
    }
    entries
}

/// The newest reported figure of a series that was asked for; where none is reported, the newest expected one.
pub(super) fn newest(brief: &Brief<'_>, series: usize) -> Option<DatumId> {
    let last = |status| {
        let own =
            brief.frame.of(series).filter(|(_, datum)| datum.status == status && datum.figure.is_some());
        // What has no day is not known to be newer than anything.
        let day = |datum: &Datum| datum.period.anchor();
        let mut best: Option<(DatumId, &Datum)> = None;
        for (id, datum) in own {
            if best.is_none_or(|(_, known)| day(datum) >= day(known)) {
                best = Some((id, datum));
            }
        }
        best.map(|(id, _)| id)
    };
    last(Status::Actual).or_else(|| last(Status::Forecast))
}

/// What a note must explain where rows use it.
const SIGNS: [Say; 6] =
    [say::SIGN_BAR, say::SIGN_TIME, say::SIGN_OPEN, say::SIGN_AT_MOST, say::SIGN_SOFT, say::SIGN_NO_CHANGE];
/// The place of the dash among them.
const DASH: usize = 5;

/// The columns, and whether they end on the right.
const HEADS: [(Say, bool); 6] = [
    (say::COLUMN_INDICATOR, false),
    (say::COLUMN_FIGURE, true),
    (say::COLUMN_CHANGE, true),
    (say::COLUMN_TARGET, true),
    (say::COLUMN_DONE, false),
    (say::COLUMN_VERDICT, false),
];

fn row(brief: &Brief<'_>, entry: &Entry<'_>, used: &mut [bool]) -> Row {
    let (theme, frame) = (brief.theme, brief.frame);
    let (face, ink) = match highlight::series(brief, entry.series) {
        Light::All => (LABEL, theme.ink),
        Light::Lit => (VALUE, theme.accent_text),
        Light::Dim => (LABEL, theme.muted),
    };
    let name =
        if entry.again { String::new() } else { caption::short_name(brief, &frame.series[entry.series]) };
    let empty = || Cell::new(String::new(), LABEL, ink);
    let mut cells = vec![Cell::new(name, face, ink)];
    cells.push(entry.figure.map_or_else(empty, |id| stated(brief, id, VALUE)));
    cells.push(entry.figure.map_or_else(empty, |id| change(brief, id, used)));
    if let Some(answer) = entry.answer {
        cells.push(stated(brief, answer.target, LABEL));
        cells.push(done(brief, answer, used));
        cells.push(verdict(brief, answer));
    }
    cells.resize_with(HEADS.len(), empty);
    Row { over: None, cells, ruled: true }
}

/// A value with the time it stands for; a target's column says that it is one.
fn stated(brief: &Brief<'_>, id: DatumId, face: Face) -> Cell {
    let (lang, datum) = (brief.spec.lang, &brief.frame.data[id]);
    let text = match datum.figure {
        Some(figure) if datum.status == Status::Target => {
            caption::based(datum, caption::told(figure, brief.series_of(datum), lang), lang)
        }
        _ => caption::value(brief, datum),
    };
    Cell { face, ..Cell::figure(brief, id, text, dated(brief, datum)) }
}

/// The change from the newest figure before, in the colour of its direction.
fn change(brief: &Brief<'_>, id: DatumId, used: &mut [bool]) -> Cell {
    let (theme, lang, datum) = (brief.theme, brief.spec.lang, &brief.frame.data[id]);
    let before = moved::before(brief.frame, id);
    let clause = before.map(|before| moved::clause(brief, before, datum)).unwrap_or_default();
    let Some(before) = before.filter(|_| !clause.is_empty()) else {
        used[DASH] = true;
        return Cell::new(crate::words::number::NO_NUMBER.get(lang).to_owned(), LABEL, theme.muted);
    };
    let (sign, ink) = way(brief, before, datum);
    let note = say::CHANGE_FROM.fill(lang, &[&caption::when(brief.frame, before, lang, Style::Long)]);
    Cell { sign, note, ..Cell::new(clause, LABEL, ink) }
}

/// The sign of a change and its ink: the alert's where it goes the wrong way, plain where no way is better.
pub(super) fn way(brief: &Brief<'_>, from: &Datum, to: &Datum) -> (Sign, Color) {
    let theme = brief.theme;
    let Some(rose) = moved::rose(from, to) else { return (Sign::None, theme.ink) };
    let ink = match (brief.series_of(to).direction, rose) {
        (Direction::None, _) => theme.ink,
        (Direction::Up, true) | (Direction::Down, false) => theme.accent_text,
        _ => theme.time_text,
    };
    (if rose { Sign::Up } else { Sign::Down }, ink)
}

/// The share done as a bar with its number; empty where the figures give none.
fn done(brief: &Brief<'_>, answer: &Answer, used: &mut [bool]) -> Cell {
    let (lang, muted) = (brief.spec.lang, brief.theme.muted);
    let Some(share) = answer.judgement.share.map(|share| share.rounded(PERCENT_DECIMALS)) else {
        return Cell::new(String::new(), SMALL, muted);
    };
    let text = judged::told(share, lang, |v| percent(v / 100.0, PERCENT_DECIMALS));
    let mut cell = Cell::new(text, SMALL, muted);
    if let Some(figure) = judged::share(share) {
        let elapsed = answer.judgement.elapsed.filter(|elapsed| *elapsed < 100.0);
        let word = figure.qualifier;
        let own = [true, elapsed.is_some(), word.open_above(), word == Qualifier::AtMost, word.soft()];
        for (used, own) in used.iter_mut().zip(own) {
            *used |= own;
        }
        cell.sign = Sign::Bar(figure, elapsed);
    }
    cell
}

fn verdict(brief: &Brief<'_>, answer: &Answer) -> Cell {
    let (lang, found) = (brief.spec.lang, answer.judgement.verdict);
    let open = found == Verdict::NoOutcome;
    let ink = if open { brief.theme.muted } else { judged::color(brief, found) };
    let name = judged::name(found).get(lang).to_owned();
    let note = judged::opened(&judged::reason(brief, answer));
    Cell { sign: Sign::of(found), note, ..Cell::new(name, if open { LABEL } else { VALUE }, ink) }
}
