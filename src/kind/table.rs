//! Figures into rows as a typesetter sets them: a cross of times and series where they share both, else a row a figure.

use super::matrix::{self, Matrix};
use super::sheet::{Cell, Row, Sheet, dated};
use super::{Brief, Plan, caption, one_unit};
use crate::error::Error;
use crate::format::unit_line;
use crate::layout::{LABEL, VALUE};
use crate::query::Status;
use crate::scene::DatumId;
use crate::words::{number, say};

pub(super) fn plan<'a>(brief: &'a Brief<'a>) -> Result<Box<dyn Plan + 'a>, Error> {
    let shown = matrix::shown(brief);
    if shown.is_empty() {
        return Err(Error::NoData { given: brief.spec.given.clone() });
    }
    if let Some(matrix) = matrix::cross(brief, &shown).filter(|_| one_unit(brief, &shown).is_ok()) {
        let mut sheet = cross(brief, &shown, &matrix);
        if sheet.solve() {
            return Ok(Box::new(sheet));
        }
    }
    let mut sheet = list(brief, &shown, false);
    if !sheet.solve() {
        sheet = list(brief, &shown, true);
        sheet.solve();
    }
    Ok(Box::new(sheet))
}

/// Times down and series across, or the other way round where series are many, in one magnitude.
fn cross<'a>(brief: &'a Brief<'a>, shown: &[DatumId], matrix: &Matrix) -> Sheet<'a> {
    let (lang, theme) = (brief.spec.lang, brief.theme);
    let series = brief.series_of(&brief.frame.data[shown[0]]);
    let magnitude = caption::magnitude(&caption::figures(brief, shown), series, lang);
    let mut columns = vec![("", false)];
    for name in &matrix.columns {
        columns.push((name, true));
    }
    let mut rows = Vec::new();
    for group in &matrix.groups {
        let mut cells = vec![Cell::new(group.name.clone(), LABEL, theme.ink)];
        for id in &group.cells {
            let Some(id) = *id else {
                cells.push(Cell::new(number::NO_NUMBER.get(lang).to_owned(), LABEL, theme.muted));
                continue;
            };
            let datum = &brief.frame.data[id];
            let note = if datum.flags.any() { say::NOT_COMPARED.get(lang) } else { "" };
            let mut cell = Cell::figure(brief, id, caption::label(brief, datum, magnitude), note.to_owned());
            cell.face = LABEL;
            cells.push(cell);
        }
        rows.push(Row { over: None, cells, ruled: true });
    }
    let mut sheet = Sheet::new(brief, &columns, rows);
    if !caption::ordered(series) {
        sheet.unit = unit_line(&series.unit, magnitude, lang);
    }
    sheet
}

/// A row a figure; in a narrow one the name of a series stands over its figures, and the status in their values.
fn list<'a>(brief: &'a Brief<'a>, shown: &[DatumId], narrow: bool) -> Sheet<'a> {
    let (frame, lang, theme) = (brief.frame, brief.spec.lang, brief.theme);
    let several = shown.iter().any(|id| frame.data[*id].series != frame.data[shown[0]].series);
    let stated = shown.iter().any(|id| frame.data[*id].status != Status::Actual);
    let mut last = None;
    let mut rows = Vec::new();
    for id in shown {
        let datum = &frame.data[*id];
        let series = &frame.series[datum.series];
        let first = last.replace(datum.series) != Some(datum.series);
        let name = if several && first { caption::short_name(brief, series) } else { String::new() };
        let status = match datum.status {
            _ if narrow || !stated => "",
            Status::Actual => say::STATUS_ACTUAL.get(lang),
            Status::Target => say::STATUS_TARGET.get(lang),
            Status::Forecast => say::STATUS_FORECAST.get(lang),
        };
        let value = match datum.figure {
            Some(figure) if !narrow => caption::based(datum, caption::told(figure, series, lang), lang),
            _ => caption::value(brief, datum),
        };
        let when = Cell::new(dated(brief, datum), LABEL, if narrow { theme.muted } else { theme.ink });
        let mut cells = vec![
            Cell::new(if narrow { String::new() } else { name.clone() }, LABEL, theme.ink),
            when,
            Cell::figure(brief, *id, value, String::new()),
            Cell::new(status.to_owned(), LABEL, theme.muted),
        ];
        let over = if narrow && !name.is_empty() { Some(Cell::new(name, VALUE, theme.ink)) } else { None };
        if narrow && several {
            cells.iter_mut().for_each(|cell| cell.face = LABEL);
        }
        rows.push(Row { ruled: !(narrow && several) || over.is_some(), over, cells });
    }
    let heads = [
        (say::COLUMN_INDICATOR, false),
        (say::COLUMN_PERIOD, false),
        (say::COLUMN_VALUE, true),
        (say::COLUMN_STATUS, false),
    ];
    Sheet::new(brief, &heads.map(|(head, right)| (head.get(lang), right)), rows)
}
