//! Indicators of any units into rows: the latest figure, its change, and each target with what became of it.

use super::sheet::{Cell, Row, Sheet, Sign, dated};
use super::{Brief, Plan, caption, judged, moved, progress};
use crate::color::Color;
use crate::error::Error;
use crate::format::{Style, percent};
use crate::layout::{LABEL, SMALL, VALUE};
use crate::order::sort;
use crate::query::verdict::{PERCENT_DECIMALS, Verdict};
use crate::query::{Answer, Direction};
use crate::scene::DatumId;
use crate::spec::Sort;
use crate::words::{Lang, number, say};

/// Columns of the cells of a row.
const CHANGE: usize = 2;
const DONE: usize = 4;

/// A row before it is set.
struct Entry<'a> {
    series: usize,
    /// The outcome of the target, else the newest figure.
    latest: Option<DatumId>,
    answer: Option<&'a Answer>,
    /// Whether the row before is of the same series.
    again: bool,
}

pub(super) fn plan<'a>(brief: &'a Brief<'a>) -> Result<Box<dyn Plan + 'a>, Error> {
    let lang = brief.spec.lang;
    let mut rows = Vec::new();
    let counts = judged::counts(brief);
    if !counts.is_empty() && brief.panel.is_none() {
        let over = Some(Cell::new(counts, LABEL, brief.theme.ink));
        rows.push(Row { over, cells: Vec::new(), ruled: false });
    }
    let entries = entries(brief);
    if entries.is_empty() {
        return Err(Error::NoData { given: brief.spec.given.clone() });
    }
    let first = rows.len();
    for entry in &entries {
        rows.push(Row { over: None, cells: cells(brief, entry), ruled: true });
    }
    let dash = number::NO_NUMBER.get(lang);
    let changes = |row: &Row| !row.cells[CHANGE].text.is_empty() && row.cells[CHANGE].text != dash;
    if !rows[first..].iter().any(changes) {
        // A column of dashes says nothing.
        rows[first..].iter_mut().for_each(|row| row.cells[CHANGE].text.clear());
    }
    let signs = signs(&rows[first..], lang);
    let heads = [
        (say::COLUMN_INDICATOR, false),
        (say::WATERFALL_NOW, true),
        (say::ROW_CHANGE, true),
        (say::ROW_TARGET, true),
        (say::COLUMN_DONE, false),
        (say::ROW_VERDICT, false),
    ];
    let mut sheet = Sheet::new(brief, &heads.map(|(head, right)| (head.get(lang), right)), rows);
    sheet.signs = signs;
    if !sheet.solve() {
        sheet.blocks();
        // Blocks leave dashes out.
        sheet.signs.retain(|sign| *sign != say::SIGN_NO_CHANGE.get(lang));
    }
    Ok(Box::new(sheet))
}

/// What must be said of the signs in the rows.
fn signs(rows: &[Row], lang: Lang) -> Vec<&'static str> {
    let (mut bar, mut open, mut time, mut none) = (false, false, false, false);
    for row in rows {
        none |= row.cells[CHANGE].text == number::NO_NUMBER.get(lang);
        if let Sign::Bar(share, gone) = row.cells[DONE].sign {
            bar = true;
            open |= share.qualifier.open_above();
            time |= gone.is_some();
        }
    }
    let says =
        [(bar, say::SIGN_BAR), (open, say::SIGN_OPEN), (time, say::SIGN_TIME), (none, say::SIGN_NO_CHANGE)];
    says.iter().filter(|(used, _)| *used).map(|(_, say)| say.get(lang)).collect()
}

/// A row a target, and one for the newest figure of a series where no target's row has it.
fn entries<'a>(brief: &Brief<'a>) -> Vec<Entry<'a>> {
    let frame = brief.frame;
    let mut order: Vec<usize> = Vec::new();
    for series in 0..frame.series.len() {
        if frame.of(series).next().is_some() {
            order.push(series);
        }
    }
    if brief.spec.sort == Sort::Value {
        // Values of several units have no order; the shares done have one.
        let share = |series: usize| {
            let own = frame.answers.iter().filter(|answer| frame.data[answer.target].series == series);
            own.filter_map(|answer| answer.judgement.share).map(|share| share.value).fold(f64::MIN, f64::max)
        };
        sort(&mut order, &|a, b| share(*b).total_cmp(&share(*a)));
    }
    let mut entries: Vec<Entry<'_>> = Vec::new();
    for series in order {
        let first = entries.len();
        let newest = moved::newest(frame, series);
        // The latest deadline first: it is what the newest figure is held against.
        for answer in frame.answers.iter().rev() {
            let target = &frame.data[answer.target];
            if target.series == series && target.figure.is_some() {
                entries.push(Entry { series, latest: answer.outcome, answer: Some(answer), again: true });
            }
        }
        let told = entries[first..].iter().any(|entry| newest.is_some() && entry.latest == newest);
        let lone = entries.get(first).is_some_and(|entry| entry.latest.is_none());
        if !told && lone {
            entries[first].latest = newest;
        } else if !told {
            // A series of gaps says so.
            let latest = newest.or_else(|| frame.of(series).next().map(|(id, _)| id));
            if newest.is_some() || first == entries.len() {
                entries.insert(first, Entry { series, latest, answer: None, again: true });
            }
        }
        entries[first].again = false;
    }
    entries
}

/// Name, latest figure, change, target, share done and verdict.
fn cells(brief: &Brief<'_>, entry: &Entry<'_>) -> Vec<Cell> {
    let (frame, lang, theme) = (brief.frame, brief.spec.lang, brief.theme);
    let blank = || Cell::new(String::new(), LABEL, theme.muted);
    let name = |series: usize| caption::short_name(brief, &frame.series[series]);
    let mut cells =
        vec![Cell::new(if entry.again { String::new() } else { name(entry.series) }, LABEL, theme.ink)];
    match entry.latest {
        None => cells.extend([blank(), blank()]),
        Some(id) => {
            let datum = &frame.data[id];
            let mut note = dated(brief, datum);
            if datum.series != entry.series {
                note = say::PART_GAP.join(lang, &[name(datum.series), note]);
            }
            cells.push(Cell::figure(brief, id, caption::value(brief, datum), note));
            cells.push(change(brief, id));
        }
    }
    let Some(answer) = entry.answer else {
        cells.extend([blank(), blank(), blank()]);
        return cells;
    };
    let target = &frame.data[answer.target];
    let demand = caption::amount(brief, target);
    let mut goal = Cell::figure(brief, answer.target, demand, dated(brief, target));
    goal.face = LABEL;
    cells.extend([goal, done(brief, answer), verdict(brief, answer)]);
    cells
}

/// The share of a target that is done, as a bar with its number under it; empty where none can be told.
pub(super) fn done(brief: &Brief<'_>, answer: &Answer) -> Cell {
    let mut cell = Cell::new(String::new(), SMALL, brief.theme.muted);
    let share = answer.judgement.share.map(|share| share.rounded(PERCENT_DECIMALS));
    let share = share.filter(|_| answer.outcome.is_some());
    if let (Some(share), Some(figure)) = (share, share.and_then(progress::figure_of)) {
        cell.sign = Sign::Bar(figure, progress::gone(answer));
        cell.note = judged::told(share, brief.spec.lang, |v| percent(v / 100.0, PERCENT_DECIMALS));
    }
    cell
}

/// A verdict's name with its sign.
pub(super) fn verdict(brief: &Brief<'_>, answer: &Answer) -> Cell {
    let verdict = answer.judgement.verdict;
    let none = verdict == Verdict::NoOutcome;
    let color = if none { brief.theme.muted } else { judged::color(brief, verdict) };
    let text = judged::name(verdict).get(brief.spec.lang).to_owned();
    Cell { sign: Sign::of(verdict), ..Cell::new(text, if none { LABEL } else { VALUE }, color) }
}

/// What lies between a figure and the one before that it may be compared with; a dash where there is none.
fn change(brief: &Brief<'_>, id: DatumId) -> Cell {
    let (frame, lang, theme) = (brief.frame, brief.spec.lang, brief.theme);
    let dash = Cell::new(number::NO_NUMBER.get(lang).to_owned(), LABEL, theme.muted);
    let Some(before) = moved::before(frame, id) else { return dash };
    let clause = moved::clause(brief, before, &frame.data[id]);
    if clause.is_empty() {
        return dash;
    }
    let when = caption::when(frame, before, lang, Style::Long);
    let (sign, color) = way(brief, moved::rose(before, &frame.data[id]), frame.data[id].series);
    Cell { sign, note: say::CHANGE_FROM.fill(lang, &[&when]), ..Cell::new(clause, LABEL, color) }
}

/// The sign of a rise or a fall, in the colour of what is better or worse.
pub(super) fn way(brief: &Brief<'_>, rose: Option<bool>, series: usize) -> (Sign, Color) {
    let theme = brief.theme;
    let Some(rose) = rose else { return (Sign::None, theme.ink) };
    let color = match brief.frame.series[series].direction {
        Direction::None => theme.ink,
        Direction::Up if rose => theme.accent_text,
        Direction::Down if !rose => theme.accent_text,
        _ => theme.time_text,
    };
    (if rose { Sign::Up } else { Sign::Down }, color)
}
