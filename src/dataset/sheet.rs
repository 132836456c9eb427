//! One table of a data package: columns found by name, cells read as what they should be, and every cell that
//! cannot be read reported with its place.

use std::fmt;

use super::csv::{self, Row};
use super::{Date, Period, plain_number};
use crate::order::order;

/// A cell, row or table that cannot be used, and what should stand there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file, as in `data/units.csv`.
    pub file: &'static str,
    /// Its line, counted from 1.
    pub line: u32,
    /// The column's name; empty where the whole row is meant.
    pub column: String,
    /// What stands there.
    pub given: String,
    /// What should stand there.
    pub expected: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, column, given, expected } = self;
        write!(f, "{file}:{line}")?;
        if !column.is_empty() {
            write!(f, ", column {column}")?;
        }
        write!(f, ": '{given}' cannot be used; expected {expected}")
    }
}

/// A table with the rows that are as wide as its header.
#[derive(Debug)]
pub(super) struct Sheet {
    pub(super) file: &'static str,
    columns: &'static [&'static str],
    /// Where each of `columns` stands in the file.
    at: Vec<usize>,
    rows: Vec<Row>,
}

impl Sheet {
    /// Reads a table; `columns` may stand in any order, others are ignored. A table that lacks one has no rows.
    pub(super) fn open(
        file: &'static str,
        columns: &'static [&'static str],
        bytes: &[u8],
        problems: &mut Vec<Problem>,
    ) -> Self {
        let mut sheet = Self { file, columns, at: Vec::new(), rows: Vec::new() };
        let mut rows = match csv::rows(bytes) {
            Ok(rows) => rows.into_iter(),
            Err(csv::NotText { line }) => {
                problems.push(sheet.problem(line, "", "a byte that is not text", "UTF-8".into()));
                return sheet;
            }
        };
        let header = rows.next().unwrap_or_default();
        let line = header.line.max(1);
        for column in columns {
            let mut places = (0..header.width()).filter(|place| header.get(*place).trim_ascii() == *column);
            match (places.next(), places.next()) {
                (Some(place), None) => sheet.at.push(place),
                (first, _) => {
                    let given = if first.is_some() { "two such columns" } else { "no such column" };
                    problems.push(sheet.problem(line, column, given, "one column of that name".into()));
                }
            }
        }
        if !sheet.complete() {
            return sheet;
        }
        for row in rows {
            if row.width() == header.width() {
                sheet.rows.push(row);
            } else {
                let given = row.width().to_string() + " fields";
                let expected = header.width().to_string() + " fields, as in the header";
                problems.push(sheet.problem(row.line, "", &given, expected));
            }
        }
        sheet
    }

    /// Whether the table has all its columns.
    pub(super) fn complete(&self) -> bool {
        self.at.len() == self.columns.len()
    }

    /// Leaves out and reports every row whose first column repeats an earlier row's.
    #[inline(never)]
    pub(super) fn drop_repeated(&mut self, problems: &mut Vec<Problem>) {
        let order = order(self.rows.len(), &|a, b| self.cell(a, 0).cmp(self.cell(b, 0)));
        let mut repeated = vec![false; self.rows.len()];
        for pair in order.windows(2) {
            if self.cell(pair[0], 0) == self.cell(pair[1], 0) {
                repeated[pair[1]] = true;
                let expected =
                    "an id of its own; it is taken by line ".to_string() + &self.line(pair[0]).to_string();
                problems.push(self.problem(
                    self.line(pair[1]),
                    self.columns[0],
                    self.cell(pair[1], 0),
                    expected,
                ));
            }
        }
        let mut repeated = repeated.into_iter();
        self.rows.retain(|_| repeated.next() != Some(true));
    }

    /// Reads each row; rows with a bad cell are left out. Gives what was read and the positions of its rows.
    pub(super) fn read<T>(
        &self,
        problems: &mut Vec<Problem>,
        read: impl Fn(&mut Line<'_>, &[T]) -> T,
    ) -> (Vec<T>, Vec<usize>) {
        let (mut values, mut kept) = (Vec::new(), Vec::new());
        for row in 0..self.rows.len() {
            let before = problems.len();
            let value = read(&mut Line { sheet: self, row, next: 0, problems }, &values);
            if problems.len() == before {
                values.push(value);
                kept.push(row);
            }
        }
        (values, kept)
    }

    /// The cell of a row in the n-th of the columns named at [`Sheet::open`], without outer white space.
    #[inline(never)]
    fn cell(&self, row: usize, column: usize) -> &str {
        self.rows[row].get(self.at[column]).trim_ascii()
    }

    pub(super) fn line(&self, row: usize) -> u32 {
        self.rows[row].line
    }

    pub(super) fn named(&self, row: usize, column: &str) -> &str {
        self.columns.iter().position(|name| *name == column).map_or("", |column| self.cell(row, column))
    }

    #[inline(never)]
    pub(super) fn problem(&self, line: u32, column: &str, given: &str, expected: String) -> Problem {
        Problem { file: self.file, line, column: column.into(), given: given.into(), expected }
    }
}

/// The ids of a table's good rows, to look other tables' references up.
#[derive(Debug)]
pub(super) struct Ids<'a> {
    sheet: &'a Sheet,
    kept: Vec<usize>,
    order: Vec<usize>,
}

impl<'a> Ids<'a> {
    /// The ids in the first column of the rows `kept`.
    pub(super) fn new(sheet: &'a Sheet, kept: Vec<usize>) -> Self {
        let order = order(kept.len(), &|a, b| sheet.cell(kept[a], 0).cmp(sheet.cell(kept[b], 0)));
        Self { sheet, kept, order }
    }

    fn find(&self, id: &str) -> Option<usize> {
        let found = self.order.binary_search_by(|at| self.sheet.cell(self.kept[*at], 0).cmp(id));
        found.ok().map(|place| self.order[place])
    }
}

/// A row being read. A cell that cannot be read is reported and stands in as a default; the row is then left out.
#[derive(Debug)]
pub(super) struct Line<'a> {
    sheet: &'a Sheet,
    row: usize,
    next: usize,
    problems: &'a mut Vec<Problem>,
}

impl<'a> Line<'a> {
    /// The text of a column; cheap when columns are asked for in the order they are declared.
    #[inline(never)]
    pub(super) fn text(&mut self, column: &str) -> &'a str {
        let columns = self.sheet.columns;
        for step in 0..columns.len() {
            let place = (self.next + step) % columns.len();
            if columns[place] == column {
                self.next = place + 1;
                return self.sheet.cell(self.row, place);
            }
        }
        ""
    }

    /// Reports a cell.
    #[inline(never)]
    pub(super) fn refuse(&mut self, column: &str, expected: &str) {
        let given = self.sheet.named(self.row, column);
        self.problems.push(self.sheet.problem(self.sheet.line(self.row), column, given, expected.into()));
    }

    /// How many cells have been refused so far, in this row and before.
    pub(super) fn refusals(&self) -> usize {
        self.problems.len()
    }

    #[inline(never)]
    pub(super) fn string(&mut self, column: &str) -> String {
        self.text(column).into()
    }

    /// A text that must not be empty.
    #[inline(never)]
    pub(super) fn required(&mut self, column: &str) -> String {
        let text = self.text(column);
        if text.is_empty() {
            self.refuse(column, "a text");
        }
        text.into()
    }

    fn maybe<T>(&mut self, column: &str, expected: &str, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        let text = self.text(column);
        let value = parse(text);
        if value.is_none() && !text.is_empty() {
            self.refuse(column, expected);
        }
        value
    }

    /// A plain decimal number, or none.
    #[inline(never)]
    pub(super) fn number(&mut self, column: &str) -> Option<f64> {
        self.maybe(column, "a plain decimal number such as -1200.5, of at most 15 digits", plain_number)
    }

    /// A whole number up to `most`, or none.
    #[inline(never)]
    pub(super) fn count(&mut self, column: &str, most: u32) -> Option<u32> {
        self.maybe(column, "a whole number, not negative and not too large", |text| {
            text.parse().ok().filter(|count| *count <= most)
        })
    }

    /// A whole number that must be there.
    pub(super) fn needed_count(&mut self, column: &str) -> u32 {
        if self.text(column).is_empty() {
            self.refuse(column, "a whole number");
        }
        self.count(column, u32::MAX).unwrap_or_default()
    }

    /// A day, or none.
    #[inline(never)]
    pub(super) fn date(&mut self, column: &str) -> Option<Date> {
        self.maybe(column, "a day of the calendar as YYYY-MM-DD", Date::parse)
    }

    /// A span, or none.
    #[inline(never)]
    pub(super) fn span(&mut self, column: &str) -> Option<Period> {
        self.maybe(column, "YYYY, YYYY-MM, YYYY-MM-DD, or two of these with a slash, the earlier first", span)
    }

    /// One of a table of names.
    pub(super) fn one_of<T: Copy + Default>(&mut self, column: &str, names: &[(&'static str, T)]) -> T {
        let found = self.place_of(column, &|place| names.get(place).map(|(name, _)| *name));
        found.and_then(|place| names.get(place)).map_or_else(T::default, |(_, value)| *value)
    }

    /// The place of a cell's text among names, for every type of [`Line::one_of`] once.
    #[inline(never)]
    fn place_of(&mut self, column: &str, name: &dyn Fn(usize) -> Option<&'static str>) -> Option<usize> {
        let text = self.text(column);
        let names = || (0..).map_while(name);
        let place = names().position(|name| name == text);
        if place.is_none() {
            let mut expected = String::from("one of");
            for (at, name) in names().enumerate() {
                expected.push_str(if at == 0 { " " } else { ", " });
                expected.push_str(name);
            }
            self.refuse(column, &expected);
        }
        place
    }

    /// The index of a row of another table.
    #[inline(never)]
    pub(super) fn reference(&mut self, column: &str, ids: &Ids<'_>) -> usize {
        let found = ids.find(self.text(column));
        if found.is_none() {
            self.refuse(column, &("an id of ".to_string() + ids.sheet.file + " whose row is good"));
        }
        found.unwrap_or_default()
    }
}

/// Reads `2020`, `2020-06`, `2020-06-30` or `2020-01/2020-06`.
fn span(text: &str) -> Option<Period> {
    let (first, last) = text.split_once('/').unwrap_or((text, text));
    let start = match first.len() {
        4 => Date::parse(&[first, "-01-01"].concat()),
        7 => Date::parse(&[first, "-01"].concat()),
        _ => Date::parse(first),
    };
    let end = match last.len() {
        4 => Date::parse(&[last, "-12-31"].concat()),
        // The last day that the month has.
        7 => ["-31", "-30", "-29", "-28"].iter().find_map(|day| Date::parse(&[last, *day].concat())),
        _ => Date::parse(last),
    };
    (start? <= end?).then_some(Period { start, end })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_take_whole_years_and_months() {
        let text = |period: Option<Period>| {
            let day = |date: Option<Date>| date.map(|d| (d.year, d.month, d.day));
            period.map(|p| (day(p.start), day(p.end)))
        };
        assert_eq!(text(span("2020")), Some((Some((2020, 1, 1)), Some((2020, 12, 31)))));
        assert_eq!(text(span("2024-02")), Some((Some((2024, 2, 1)), Some((2024, 2, 29)))));
        assert_eq!(text(span("2023-01/2023-06-15")), Some((Some((2023, 1, 1)), Some((2023, 6, 15)))));
        for bad in ["", "20", "2024-13", "2024/2023", "2024-02-30", "2023/2024/2025"] {
            assert_eq!(text(span(bad)), None, "{bad}");
        }
    }
}
