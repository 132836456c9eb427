//! Indicators of any unit into rows: newest figure, change, target, share done and verdict.

use super::caption::{self, request};
use super::highlight::{self, Light};
use super::sheet::{Cell, Column, Gauge, Row, Sheet};
use super::sign::Sign;
use super::{Brief, Nearest, Plan, Stage, judged, moved};
use crate::error::Error;
use crate::format::{Style, percent};
use crate::layout::{Face, LABEL, Layout, Request, SMALL, VALUE};
use crate::order::sort;
use crate::query::verdict::{PERCENT_DECIMALS, Verdict};
use crate::query::{Answer, Datum, Direction, Qualifier, Status};
use crate::scene::{Align, DatumId};
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

struct Scorecard<'a> {
    brief: Brief<'a>,
    sheet: Sheet<'a>,
    shown: Vec<DatumId>,
    explain: String,
    counts: String,
}

pub(super) fn plan(brief: Brief<'_>) -> Result<Box<dyn Plan + '_>, Error> {
    let groups = groups(&brief);
    if groups.is_empty() {
        return Err(Error::NoData { given: brief.spec.given.clone() });
    }
    let (mut rows, mut shown, mut used) = (Vec::new(), Vec::new(), Used::default());
    for entry in groups.iter().flatten() {
        shown.extend(entry.figure);
        shown.extend(entry.answer.map(|answer| answer.target));
        rows.push(row(&brief, entry, &mut used));
    }
    let sheet = sheet(brief, rows);
    let explain = used.explained(&brief, &shown);
    let counts = judged::counts(&brief);
    Ok(Box::new(Scorecard { brief, sheet, shown, explain, counts }))
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
        let own = brief.frame.of(series).filter(|(_, datum)| datum.status == status && datum.figure.is_some());
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

/// What the rows use that a note must explain.
#[derive(Default)]
struct Used {
    dash: bool,
    gauge: bool,
    time: bool,
    words: [bool; 3],
}

impl Used {
    fn explained(&self, brief: &Brief<'_>, shown: &[DatumId]) -> String {
        let says: [(bool, Say); 6] = [
            (self.gauge, say::SIGN_PROGRESS),
            (self.time, say::SIGN_TIME),
            (self.words[0], say::SIGN_OPEN),
            (self.words[1], say::SIGN_AT_MOST),
            (self.words[2], say::SIGN_SOFT),
            (self.dash, say::SIGN_NO_CHANGE),
        ];
        let mut parts = Vec::new();
        for (used, say) in says {
            if used {
                parts.push(say.get(brief.spec.lang));
            }
        }
        parts.push(caption::inferred(brief, shown));
        parts.retain(|part| !part.is_empty());
        say::SENTENCE_GAP.join(brief.spec.lang, &parts)
    }
}

const HEADS: [(Say, Align); 6] = [
    (say::COLUMN_INDICATOR, Align::Left),
    (say::COLUMN_FIGURE, Align::Right),
    (say::COLUMN_CHANGE, Align::Right),
    (say::COLUMN_TARGET, Align::Right),
    (say::COLUMN_DONE, Align::Left),
    (say::COLUMN_VERDICT, Align::Left),
];

/// The table without the columns that say nothing.
fn sheet(brief: Brief<'_>, mut rows: Vec<Row>) -> Sheet<'_> {
    let said = |column: usize| {
        let cell = |row: &Row| row.cells.get(column).is_some_and(|cell| cell.datum.is_some());
        column < 2 || rows.iter().any(cell)
    };
    let kept: Vec<bool> = (0..HEADS.len()).map(said).collect();
    let mut columns = Vec::new();
    for ((say, align), kept) in HEADS.iter().zip(&kept) {
        if *kept {
            columns.push(Column { head: say.get(brief.spec.lang).to_owned(), align: *align });
        }
    }
    for row in &mut rows {
        let mut kept = kept.iter();
        row.cells.retain(|_| kept.next().is_some_and(|kept| *kept));
    }
    Sheet::new(brief, columns, rows)
}

fn row(brief: &Brief<'_>, entry: &Entry<'_>, used: &mut Used) -> Row {
    let (theme, frame) = (brief.theme, brief.frame);
    let (face, ink) = match highlight::series(brief, entry.series) {
        Light::All => (LABEL, theme.ink),
        Light::Lit => (VALUE, theme.accent_text),
        Light::Dim => (LABEL, theme.muted),
    };
    let name = if entry.again { String::new() } else { caption::short_name(brief, &frame.series[entry.series]) };
    let mut cells = vec![Cell::of(name, face, ink)];
    cells.push(entry.figure.map(|id| stated(brief, id, VALUE)).unwrap_or_default());
    cells.push(entry.figure.map(|id| change(brief, id, used)).unwrap_or_default());
    match entry.answer {
        Some(answer) => {
            cells.push(stated(brief, answer.target, LABEL));
            cells.push(done(brief, answer, used));
            cells.push(verdict(brief, answer));
        }
        None => cells.resize_with(HEADS.len(), Cell::default),
    }
    Row { cells, datum: None, again: entry.again }
}

/// A value with the time it stands for; a target's column says that it is one.
fn stated(brief: &Brief<'_>, id: DatumId, face: Face) -> Cell {
    let (theme, lang, datum) = (brief.theme, brief.spec.lang, &brief.frame.data[id]);
    let demanded = datum.status == Status::Target;
    let text = match datum.figure {
        Some(figure) if demanded => {
            caption::based(datum, caption::told(figure, brief.series_of(datum), lang), lang)
        }
        _ => caption::value(brief, datum),
    };
    let ink = if datum.figure.is_some() { theme.ink } else { theme.muted };
    let mut cell = Cell::of(text, face, ink).about(id, true);
    cell.add(caption::when(brief.frame, datum, lang, Style::Long), SMALL, theme.muted);
    if datum.flags.any() {
        cell.add(say::NOT_COMPARED.get(lang).to_owned(), SMALL, theme.muted);
    }
    cell
}

/// The change from the newest figure before, in the colour of its direction.
fn change(brief: &Brief<'_>, id: DatumId, used: &mut Used) -> Cell {
    let (theme, lang, datum) = (brief.theme, brief.spec.lang, &brief.frame.data[id]);
    let before = moved::before(brief.frame, id);
    let clause = before.map(|before| moved::clause(brief, before, datum)).unwrap_or_default();
    let Some(before) = before.filter(|_| !clause.is_empty()) else {
        used.dash = true;
        return Cell::of("—".to_owned(), LABEL, theme.muted);
    };
    let (sign, ink) = way(brief, before, datum);
    let mut cell = Cell::of(clause, LABEL, ink).about(id, false);
    cell.sign = sign.map(|sign| (sign, ink));
    let since = caption::when(brief.frame, before, lang, Style::Long);
    cell.add(say::CHANGED_FROM.fill(lang, &[&since]), SMALL, theme.muted);
    cell
}

/// The sign of a change and its ink: the alert's where it goes the wrong way, plain where no way is better.
pub(super) fn way(brief: &Brief<'_>, from: &Datum, to: &Datum) -> (Option<Sign>, crate::color::Color) {
    let theme = brief.theme;
    let rose = moved::rose(from, to);
    let better = match brief.series_of(to).direction {
        Direction::Up => rose,
        Direction::Down => rose.map(|rose| !rose),
        Direction::None => None,
    };
    let ink = match better {
        Some(true) => theme.accent_text,
        Some(false) => theme.time_text,
        None => theme.ink,
    };
    (rose.map(|rose| if rose { Sign::Up } else { Sign::Down }), ink)
}

/// The share done as a bar with its number; empty where the figures give none.
fn done(brief: &Brief<'_>, answer: &Answer, used: &mut Used) -> Cell {
    let lang = brief.spec.lang;
    let Some(share) = answer.judgement.share.map(|share| share.rounded(PERCENT_DECIMALS)) else {
        return Cell::default();
    };
    let text = judged::told(share, lang, |v| percent(v / 100.0, PERCENT_DECIMALS));
    let mut cell = Cell::of(text, SMALL, brief.theme.muted).about(answer.target, false);
    let Some(figure) = judged::share(share) else { return cell };
    let elapsed = answer.judgement.elapsed.filter(|elapsed| *elapsed < 100.0);
    used.gauge = true;
    used.time |= elapsed.is_some();
    used.words[0] |= figure.qualifier.open_above();
    used.words[1] |= figure.qualifier == Qualifier::AtMost;
    used.words[2] |= figure.qualifier.soft();
    cell.gauge = Some(Gauge { share: figure, elapsed });
    cell
}

fn verdict(brief: &Brief<'_>, answer: &Answer) -> Cell {
    let (lang, found) = (brief.spec.lang, answer.judgement.verdict);
    let open = found == Verdict::NoOutcome;
    let ink = if open { brief.theme.muted } else { judged::color(brief, found) };
    let face = if open { LABEL } else { VALUE };
    let mut cell = Cell::of(judged::name(found).get(lang).to_owned(), face, ink).about(answer.target, false);
    cell.sign = Some((Sign::of(found), ink));
    cell.add(judged::opened(&judged::reason(brief, answer)), SMALL, brief.theme.muted);
    cell
}

impl Plan for Scorecard<'_> {
    fn request(&self) -> Request {
        let height = self.sheet.height();
        // An editor's subheading takes the place of ours; the count then stands first among the notes.
        let mut explain = self.explain.clone();
        if self.brief.spec.subheading.is_some() && !self.counts.is_empty() {
            let counts = say::SENTENCE.fill(self.brief.spec.lang, &[&self.counts]);
            explain = say::SENTENCE_GAP.join(self.brief.spec.lang, &[counts, explain]);
        }
        Request { plot: height, least: height, ..request(&self.brief, &self.shown, ("", &self.counts), explain) }
    }

    fn draw(&self, layout: &Layout, stage: &mut Stage) {
        self.sheet.draw(layout.plot, stage);
    }

    fn nearest(&self) -> Nearest {
        Nearest::AlongY
    }
}
