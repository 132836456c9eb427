//! One table of a data package: columns found by name, cells read as what they should be, and every cell that
//! cannot be read reported with its place.

use std::fmt;

use super::cells::{Cells, Known};
use super::csv::{self, Row};
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
}

impl Known for Ids<'_> {
    fn place(&self, id: &str) -> Option<usize> {
        let found = self.order.binary_search_by(|at| self.sheet.cell(self.kept[*at], 0).cmp(id));
        found.ok().map(|place| self.order[place])
    }

    fn table(&self) -> &'static str {
        self.sheet.file
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

impl<'a> Cells<'a> for Line<'a> {
    /// Cheap when columns are asked for in the order they are declared.
    fn text(&mut self, column: &str) -> &'a str {
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

    fn refuse(&mut self, column: &str, expected: &str) {
        let given = self.sheet.named(self.row, column);
        self.problems.push(self.sheet.problem(self.sheet.line(self.row), column, given, expected.into()));
    }

    fn refusals(&self) -> usize {
        self.problems.len()
    }

    fn one_of<T: Copy + Default>(&mut self, column: &str, names: &[(&'static str, T)]) -> T {
        let text = self.text(column);
        let found = names.iter().find(|(name, _)| *name == text);
        if found.is_none() {
            let known: Vec<&str> = names.iter().map(|(name, _)| *name).collect();
            self.refuse(column, &["one of ", &known.join(", ")].concat());
        }
        found.map_or_else(T::default, |(_, value)| *value)
    }

    fn reference(&mut self, column: &str, ids: &impl Known) -> usize {
        let found = ids.place(self.text(column));
        if found.is_none() {
            self.refuse(column, &["an id of ", ids.table(), " whose row is good"].concat());
        }
        found.unwrap_or_default()
    }
}
