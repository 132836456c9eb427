//! The packed form of figures into a [`Dataset`].
//!
//! The build writes it (`build_script/pack.rs`) from tables that it has checked, so what does not fit reads as empty;
//! a file from elsewhere ([`read`]) is taken only where all its rows refer to rows. One text of cells, column by column, because alike cells side by side compress
//! best. Two kinds of column need no cell a row: codes, a character a row; and texts in two languages, a code a row
//! into a table of them, since notes and sections repeat.

use std::str::Split;

use super::{
    Area, Basis, Dataset, Date, DateBasis, Direction, Domain, Figure, Flags, Indicator, Measure, Observation,
    Pair, Period, Qualifier, Relation, Source, Status, Temporal, Unit, plain_number,
};
use crate::words::Text;

/// Stands between cells; no table has it.
pub const SEPARATOR: char = '\u{1f}';
/// The character of code 0.
pub const ZERO: char = '0';

/// The values of a table of names, without the names: those would be downloaded too.
const fn values<T: Copy, const N: usize>(names: &[(&'static str, T); N]) -> [T; N] {
    let mut values = [names[0].1; N];
    let mut at = 1;
    while at < N {
        values[at] = names[at].1;
        at += 1;
    }
    values
}

const DOMAINS: [Domain; 8] = values(&Domain::NAMES);
const MEASURES: [Measure; 7] = values(&Measure::NAMES);
const TEMPORALS: [Temporal; 3] = values(&Temporal::NAMES);
const DIRECTIONS: [Direction; 3] = values(&Direction::NAMES);
const STATUSES: [Status; 3] = values(&Status::NAMES);
const BASES: [Basis; 6] = values(&Basis::NAMES);
const DATE_BASES: [DateBasis; 3] = values(&DateBasis::NAMES);
const QUALIFIERS: [Qualifier; 7] = values(&Qualifier::NAMES);
const RELATIONS: [Relation; 3] = values(&Relation::NAMES);

/// Reads what the build script wrote. Left out of it, and empty here: the names and checksums of the stored texts and
/// each figure's offset in them, which only the audit needs.
pub fn unpack(packed: &str) -> Dataset {
    let mut reader = Reader { cells: packed.split(SEPARATOR), texts: Vec::new(), used: 0 };
    let counts = reader.codes();
    let [texts, sources, areas, units, indicators, observations, pairs] =
        // Every row has a character at least: a count beyond that is no count.
        std::array::from_fn(|at| counts.get(at).copied().unwrap_or_default().min(packed.len()));
    reader.texts = vec![Text::default(); texts];
    for english in [false, true] {
        for at in 0..texts {
            let cell = reader.cell().to_owned();
            let text = &mut reader.texts[at];
            *(if english { &mut text.en } else { &mut text.zh }) = cell;
        }
    }
    let mut data = Dataset {
        sources: vec![Source::default(); sources],
        areas: vec![Area::default(); areas],
        units: vec![Unit::default(); units],
        indicators: vec![Indicator::default(); indicators],
        observations: vec![Observation::default(); observations],
        pairs: vec![Pair::default(); pairs],
    };
    reader.small_tables(&mut data);
    reader.indicators(&mut data.indicators);
    reader.observations(&mut data);
    reader.pairs(&mut data.pairs);
    data
}

/// What a file of packed figures begins with.
pub const MAGIC: &str = "indicator-chart figures 1\n";

/// What it ends with: one that does not was cut short.
pub const END: &str = "\nend\n";

/// Reads a file of packed figures, from wherever it came: none where it is no such file, is cut short or names rows
/// that it does not have.
pub fn read(bytes: &[u8]) -> Option<Dataset> {
    let data = unpack(std::str::from_utf8(bytes).ok()?.strip_prefix(MAGIC)?.strip_suffix(END)?);
    let whole = data.observations.iter().all(|row| {
        row.indicator < data.indicators.len()
            && row.area < data.areas.len()
            && row.source < data.sources.len()
    }) && data.indicators.iter().all(|row| row.unit < data.units.len())
        && data.areas.iter().all(|row| row.parent.is_none_or(|parent| parent < data.areas.len()))
        && data.pairs.iter().all(|row| row.target.max(row.outcome) < data.observations.len());
    (whole && !data.observations.is_empty()).then_some(data)
}

/// What the id of an observation is by rule: `indicator@area/period/status`.
pub fn id_by_rule(data: &Dataset, row: &Observation, period: &Text) -> String {
    let names =
        [data.indicators.get(row.indicator).map(|row| &row.id), data.areas.get(row.area).map(|row| &row.id)];
    let [indicator, area] = names.map(|id| id.map_or("", String::as_str));
    let status = match row.status {
        Status::Actual => "actual",
        Status::Target => "target",
        Status::Forecast => "forecast",
    };
    let (start, end) = (period.zh.as_str(), period.en.as_str());
    let months = row.period.end.is_some_and(Date::ends_month);
    let (first, between, last) = match (start.strip_suffix("-01"), end.get(..7)) {
        _ if start.is_empty() => ("", "", if end.is_empty() { "open" } else { end }),
        (Some(first), Some(last)) if months => match (first.strip_suffix("-01"), last.strip_suffix("-12")) {
            (Some(first), Some(last)) if first == last => (first, "", ""),
            _ => (first, "..", last),
        },
        _ => (start, "..", end),
    };
    [indicator, "@", area, "/", first, between, last, "/", status].concat()
}

/// Reads on from cell to cell.
struct Reader<'a> {
    cells: Split<'a, char>,
    /// The texts in two languages, and pairs of days; in the order of their first use.
    texts: Vec<Text>,
    /// How many of them have been used.
    used: usize,
}

impl<'a> Reader<'a> {
    #[inline(never)]
    fn cell(&mut self) -> &'a str {
        self.cells.next().unwrap_or_default()
    }

    /// A code a row.
    #[inline(never)]
    fn codes(&mut self) -> Vec<usize> {
        self.cell().chars().map(|c| (c as usize).wrapping_sub(ZERO as usize)).collect()
    }

    /// A row of another table a row: the way from the row before, forward even, backward odd.
    #[inline(never)]
    fn steps(&mut self) -> Vec<usize> {
        let (mut codes, mut at) = (self.codes(), 0_usize);
        for code in &mut codes {
            let way = *code / 2;
            at = if *code % 2 == 0 { at.wrapping_add(way) } else { at.wrapping_sub(way + 1) };
            *code = at;
        }
        codes
    }

    /// A text a row: code 0 is the next that has not been used, others count from 1 through those of this column.
    #[inline(never)]
    fn shared(&mut self) -> Vec<Text> {
        let first = self.used;
        let mut column = Vec::new();
        for code in self.codes() {
            let at = if code == 0 { self.used } else { first.wrapping_add(code).wrapping_sub(1) };
            self.used += usize::from(code == 0);
            column.push(self.texts.get(at).cloned().unwrap_or_default());
        }
        column
    }

    /// A cell a row.
    fn strings<T>(&mut self, rows: &mut [T], field: &dyn Fn(&mut T) -> &mut String) {
        for row in rows {
            *field(row) = self.cell().to_owned();
        }
    }

    fn small_tables(&mut self, data: &mut Dataset) {
        self.strings(&mut data.sources, &|row| &mut row.id);
        self.strings(&mut data.sources, &|row| &mut row.publisher);
        self.strings(&mut data.sources, &|row| &mut row.author);
        self.strings(&mut data.sources, &|row| &mut row.reference);
        self.strings(&mut data.sources, &|row| &mut row.url);
        for (row, text) in data.sources.iter_mut().zip(self.shared()) {
            row.title = text;
        }
        for row in &mut data.sources {
            row.published = Date::parse(self.cell());
        }
        self.strings(&mut data.areas, &|row| &mut row.id);
        for (row, text) in data.areas.iter_mut().zip(self.shared()) {
            row.name = text;
        }
        for (row, code) in data.areas.iter_mut().zip(self.codes()) {
            row.parent = code.checked_sub(1);
        }
        self.strings(&mut data.units, &|row| &mut row.id);
        for (row, text) in data.units.iter_mut().zip(self.shared()) {
            let (one, many) = text.en.split_once(';').unwrap_or((&text.en, &text.en));
            (row.one, row.many) = (one.to_owned(), many.to_owned());
            row.zh = text.zh;
        }
    }

    fn indicators(&mut self, rows: &mut [Indicator]) {
        self.strings(rows, &|row| &mut row.id);
        let texts = [(); 3].map(|()| self.shared());
        let codes = [(); 7].map(|()| self.codes());
        let [names, fields, notes] = texts.map(Vec::into_iter);
        for (at, (((row, name), field), note)) in
            rows.iter_mut().zip(names).zip(fields).zip(notes).enumerate()
        {
            let code = |column: usize| codes[column].get(at).copied().unwrap_or_default();
            (row.name, row.field, row.note) = (name, field, note);
            row.domain = value(&DOMAINS, code(0));
            row.unit = code(1);
            row.measure = value(&MEASURES, code(2));
            row.temporal = value(&TEMPORALS, code(3));
            row.direction = value(&DIRECTIONS, code(4));
            row.decimals = u8::try_from(code(5)).unwrap_or_default();
            row.from_bottom = code(6) == 1;
            row.field_size = self.cell().parse().ok();
        }
    }

    fn observations(&mut self, data: &mut Dataset) {
        let mut rows = std::mem::take(&mut data.observations);
        self.strings(&mut rows, &|row| &mut row.id);
        self.strings(&mut rows, &|row| &mut row.category);
        self.strings(&mut rows, &|row| &mut row.words);
        self.strings(&mut rows, &|row| &mut row.printed);
        let indicators = self.steps();
        let codes = [(); 8].map(|()| self.codes());
        let mut texts = [(); 4].map(|()| self.shared());
        for (at, row) in rows.iter_mut().enumerate() {
            let code = |column: usize| codes[column].get(at).copied().unwrap_or_default();
            let mut text = |column: usize| texts[column].get_mut(at).map(std::mem::take).unwrap_or_default();
            let days = text(0);
            row.indicator = indicators.get(at).copied().unwrap_or_default();
            row.area = code(0);
            row.date_basis = value(&DATE_BASES, code(1));
            row.status = value(&STATUSES, code(2));
            row.basis = value(&BASES, code(3));
            row.source = code(4);
            let flag = |bit: usize| code(5) & bit > 0;
            row.flags = Flags { misprint: flag(1), scope: flag(2), unit: flag(4), contradictory: flag(8) };
            row.paragraph = u32::try_from(code(6)).unwrap_or_default();
            let base = period(&text(1));
            row.base_period = (base != Period::default()).then_some(base);
            (row.section, row.note) = (text(2), text(3));
            row.period = period(&days);
            if row.id.is_empty() {
                row.id = id_by_rule(data, row, &days);
            }
            let qualifier = value(&QUALIFIERS, code(7));
            row.figure = plain_number(self.cell()).map(|value| Figure { value, high: None, qualifier });
        }
        for row in &mut rows {
            let high = plain_number(self.cell());
            if let Some(figure) = &mut row.figure {
                figure.high = high;
            }
        }
        data.observations = rows;
    }

    fn pairs(&mut self, rows: &mut [Pair]) {
        let [targets, outcomes] = [(); 2].map(|()| self.steps());
        let (relations, reasons) = (self.codes(), self.shared());
        for (at, (row, reason)) in rows.iter_mut().zip(reasons).enumerate() {
            let of = |column: &[usize]| column.get(at).copied().unwrap_or_default();
            (row.target, row.outcome) = (of(&targets), of(&outcomes));
            row.relation = value(&RELATIONS, of(&relations));
            row.reason = reason;
        }
    }
}

fn value<T: Copy + Default>(values: &[T], code: usize) -> T {
    values.get(code).copied().unwrap_or_default()
}

/// Two days that stand as a text in two languages.
fn period(days: &Text) -> Period {
    Period { start: Date::parse(&days.zh), end: Date::parse(&days.en) }
}
