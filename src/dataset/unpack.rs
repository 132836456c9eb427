//! The packed form of figures into a [`Dataset`].
//!
//! `dataset::pack` writes it from tables that it has checked; what does not fit reads as empty, and the first such thing
//! is told. One text of cells, column by column, because alike cells side by side compress best. Two kinds of column
//! need no cell a row: codes, a character a row; and texts in two languages, a code a row into a table of them, since
//! notes and sections repeat.

use std::str::Split;

use super::{
    Area, Basis, Dataset, Date, DateBasis, Direction, Domain, Figure, Flags, Indicator, Measure, Observation,
    Pair, Period, Qualifier, Relation, Source, Status, Temporal, Unit, plain_number,
};
use crate::words::{Say, Text, say};

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

/// What does not fit: the table, the row from 1 where one can be named, and why.
pub(super) type Fault = (&'static str, usize, Say);

/// The fewest bytes of a row of each table: what a text counts for cannot be more rows than it has room for.
const LEAST: [usize; 7] = [2, 7, 3, 2, 12, 19, 4];

/// Texts that rows share are copied for each; more bytes than this are not made of a file of a few.
const MOST_COPIED: usize = 64_000_000;

/// Reads what was packed here from checked tables. Left out of it, and empty here: the names and checksums of the stored
/// texts and each figure's offset in them, which only the audit needs.
pub fn unpack(packed: &str) -> Dataset {
    read(packed).0
}

/// Reads a packed text, and the first thing in it that does not fit. Indices may still point at no row.
pub(super) fn read(packed: &str) -> (Dataset, Option<Fault>) {
    let cells = packed.split(SEPARATOR);
    let mut reader = Reader { cells, texts: Vec::new(), used: 0, copied: 0, table: "", fault: None };
    let counts = reader.codes(LEAST.len());
    let mut needed = 0_usize;
    for (count, least) in counts.iter().zip(LEAST) {
        needed = needed.saturating_add(count.saturating_mul(least));
    }
    if needed > packed.len() {
        reader.fault(0, say::DATA_CUT);
    }
    if reader.fault.is_some() {
        return (Dataset::default(), reader.fault);
    }
    let [texts, sources, areas, units, indicators, observations, pairs] =
        std::array::from_fn(|at| counts.get(at).copied().unwrap_or_default());
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
    if reader.cells.next().is_some() {
        reader.fault(0, say::DATA_CUT);
    }
    (data, reader.fault)
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
    /// Bytes of the copies made of them.
    copied: usize,
    /// The table that is being read.
    table: &'static str,
    /// The first thing that does not fit.
    fault: Option<Fault>,
}

impl<'a> Reader<'a> {
    /// Notes what does not fit in a row, counted from 1; 0 where no row can be named.
    #[inline(never)]
    fn fault(&mut self, row: usize, why: Say) {
        if self.fault.is_none() {
            self.fault = Some((self.table, row, why));
        }
    }

    #[inline(never)]
    fn cell(&mut self) -> &'a str {
        let cell = self.cells.next();
        if cell.is_none() {
            self.fault(0, say::DATA_CUT);
        }
        cell.unwrap_or_default()
    }

    /// A code for each of `rows`.
    #[inline(never)]
    fn codes(&mut self, rows: usize) -> Vec<usize> {
        let mut codes = Vec::new();
        for code in self.cell().chars() {
            codes.push((code as usize).wrapping_sub(ZERO as usize));
        }
        if codes.len() != rows {
            self.fault(0, say::DATA_CUT);
        }
        codes
    }

    /// A row of another table a row: the way from the row before, forward even, backward odd.
    #[inline(never)]
    fn steps(&mut self, rows: usize) -> Vec<usize> {
        let (mut codes, mut at) = (self.codes(rows), 0_usize);
        for code in &mut codes {
            let way = *code / 2;
            at = if *code % 2 == 0 { at.wrapping_add(way) } else { at.wrapping_sub(way + 1) };
            *code = at;
        }
        codes
    }

    /// A text a row: code 0 is the next that has not been used, others count from 1 through those of this column.
    #[inline(never)]
    fn shared(&mut self, rows: usize) -> Vec<Text> {
        let first = self.used;
        let mut column = Vec::new();
        for (row, code) in self.codes(rows).into_iter().enumerate() {
            let at = if code == 0 { self.used } else { first.wrapping_add(code - 1) };
            self.used += usize::from(code == 0);
            let found = self.texts.get(at).filter(|_| at < self.used);
            let text =
                found.filter(|text| self.copied + text.zh.len() + text.en.len() <= MOST_COPIED).cloned();
            if text.is_none() {
                self.fault(row + 1, say::DATA_REFERENCE);
            }
            let text = text.unwrap_or_default();
            self.copied += text.zh.len() + text.en.len();
            column.push(text);
        }
        column
    }

    /// A cell a row.
    fn strings<T>(&mut self, rows: &mut [T], field: &dyn Fn(&mut T) -> &mut String) {
        for row in rows {
            *field(row) = self.cell().to_owned();
        }
    }

    /// The value of a code.
    fn value<T: Copy + Default>(&mut self, row: usize, values: &[T], code: usize) -> T {
        let value = values.get(code).copied();
        if value.is_none() {
            self.fault(row + 1, say::DATA_CELL);
        }
        value.unwrap_or_default()
    }

    /// A number that a byte or four hold.
    fn count<T: TryFrom<usize> + Default>(&mut self, row: usize, code: usize) -> T {
        let count = T::try_from(code).ok();
        if count.is_none() {
            self.fault(row + 1, say::DATA_CELL);
        }
        count.unwrap_or_default()
    }

    /// A day, or none where the text is empty.
    #[inline(never)]
    fn day(&mut self, row: usize, text: &str) -> Option<Date> {
        let day = Date::parse(text);
        if day.is_none() && !text.is_empty() {
            self.fault(row + 1, say::DATA_CELL);
        }
        day
    }

    /// Two days that stand as a text in two languages.
    fn period(&mut self, row: usize, days: &Text) -> Period {
        Period { start: self.day(row, &days.zh), end: self.day(row, &days.en) }
    }

    /// A number, or none where the cell is empty.
    #[inline(never)]
    fn number(&mut self, row: usize) -> Option<f64> {
        let cell = self.cell();
        let number = plain_number(cell);
        if number.is_none() && !cell.is_empty() {
            self.fault(row + 1, say::DATA_CELL);
        }
        number
    }

    fn small_tables(&mut self, data: &mut Dataset) {
        self.table = "sources";
        self.strings(&mut data.sources, &|row| &mut row.id);
        self.strings(&mut data.sources, &|row| &mut row.publisher);
        self.strings(&mut data.sources, &|row| &mut row.author);
        self.strings(&mut data.sources, &|row| &mut row.reference);
        self.strings(&mut data.sources, &|row| &mut row.url);
        let titles = self.shared(data.sources.len());
        for (row, text) in data.sources.iter_mut().zip(titles) {
            row.title = text;
        }
        for (at, row) in data.sources.iter_mut().enumerate() {
            let cell = self.cell();
            row.published = self.day(at, cell);
        }
        self.table = "areas";
        self.strings(&mut data.areas, &|row| &mut row.id);
        let (names, parents) = (self.shared(data.areas.len()), self.codes(data.areas.len()));
        for ((row, text), code) in data.areas.iter_mut().zip(names).zip(parents) {
            row.name = text;
            row.parent = code.checked_sub(1);
        }
        self.table = "units";
        self.strings(&mut data.units, &|row| &mut row.id);
        let names = self.shared(data.units.len());
        for (row, text) in data.units.iter_mut().zip(names) {
            let (one, many) = text.en.split_once(';').unwrap_or((&text.en, &text.en));
            (row.one, row.many) = (one.to_owned(), many.to_owned());
            row.zh = text.zh;
        }
    }

    fn indicators(&mut self, rows: &mut [Indicator]) {
        self.table = "indicators";
        self.strings(rows, &|row| &mut row.id);
        let texts = [(); 3].map(|()| self.shared(rows.len()));
        let codes = [(); 7].map(|()| self.codes(rows.len()));
        let [names, fields, notes] = texts.map(Vec::into_iter);
        for (at, (((row, name), field), note)) in
            rows.iter_mut().zip(names).zip(fields).zip(notes).enumerate()
        {
            let code = |column: usize| codes[column].get(at).copied().unwrap_or_default();
            (row.name, row.field, row.note) = (name, field, note);
            row.domain = self.value(at, &DOMAINS, code(0));
            row.unit = code(1);
            row.measure = self.value(at, &MEASURES, code(2));
            row.temporal = self.value(at, &TEMPORALS, code(3));
            row.direction = self.value(at, &DIRECTIONS, code(4));
            row.decimals = self.count(at, code(5));
            row.from_bottom = self.value(at, &[false, true], code(6));
            let size = self.cell();
            row.field_size = size.parse().ok();
            if row.field_size.is_none() && !size.is_empty() {
                self.fault(at + 1, say::DATA_CELL);
            }
        }
    }

    fn observations(&mut self, data: &mut Dataset) {
        self.table = "observations";
        let mut rows = std::mem::take(&mut data.observations);
        self.strings(&mut rows, &|row| &mut row.id);
        self.strings(&mut rows, &|row| &mut row.category);
        self.strings(&mut rows, &|row| &mut row.words);
        self.strings(&mut rows, &|row| &mut row.printed);
        let indicators = self.steps(rows.len());
        let codes = [(); 8].map(|()| self.codes(rows.len()));
        let mut texts = [(); 4].map(|()| self.shared(rows.len()));
        for (at, row) in rows.iter_mut().enumerate() {
            let code = |column: usize| codes[column].get(at).copied().unwrap_or_default();
            let mut text = |column: usize| texts[column].get_mut(at).map(std::mem::take).unwrap_or_default();
            let (days, base) = (text(0), text(1));
            row.indicator = indicators.get(at).copied().unwrap_or_default();
            row.area = code(0);
            row.date_basis = self.value(at, &DATE_BASES, code(1));
            row.status = self.value(at, &STATUSES, code(2));
            row.basis = self.value(at, &BASES, code(3));
            row.source = code(4);
            let flag = |bit: usize| code(5) & bit > 0;
            row.flags = Flags { misprint: flag(1), scope: flag(2), unit: flag(4), contradictory: flag(8) };
            row.paragraph = self.count(at, code(6));
            let base = self.period(at, &base);
            row.base_period = (base != Period::default()).then_some(base);
            (row.section, row.note) = (text(2), text(3));
            row.period = self.period(at, &days);
            if row.id.is_empty() {
                row.id = id_by_rule(data, row, &days);
                self.copied += row.id.len();
            }
            if code(5) > 15 || self.copied > MOST_COPIED {
                self.fault(at + 1, say::DATA_CELL);
            }
            if self.fault.is_some() {
                break;
            }
            let qualifier = self.value(at, &QUALIFIERS, code(7));
            row.figure = self.number(at).map(|value| Figure { value, high: None, qualifier });
        }
        for (at, row) in rows.iter_mut().enumerate() {
            let high = self.number(at);
            if let Some(figure) = &mut row.figure {
                figure.high = high;
            } else if high.is_some() {
                self.fault(at + 1, say::DATA_CELL);
            }
        }
        data.observations = rows;
    }

    fn pairs(&mut self, rows: &mut [Pair]) {
        self.table = "pairs";
        let [targets, outcomes] = [(); 2].map(|()| self.steps(rows.len()));
        let (relations, reasons) = (self.codes(rows.len()), self.shared(rows.len()));
        for (at, (row, reason)) in rows.iter_mut().zip(reasons).enumerate() {
            let of = |column: &[usize]| column.get(at).copied().unwrap_or_default();
            (row.target, row.outcome) = (of(&targets), of(&outcomes));
            row.relation = self.value(at, &RELATIONS, of(&relations));
            row.reason = reason;
        }
    }
}
