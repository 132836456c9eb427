//! The cells of one row of observations into an [`Observation`], by the same rules wherever the row comes from: a CSV
//! table with its line, or the rows that an article was published with.

use super::{Basis, Date, DateBasis, Figure, Flags, Observation, Period, Qualifier, Status, plain_number};
use crate::words::{Text, join};

/// The columns of a row of observations, in the order of `observations.csv`.
pub const COLUMNS: [&str; 23] = [
    "id",
    "indicator",
    "area",
    "category",
    "period_start",
    "period_end",
    "date_basis",
    "status",
    "value",
    "value_high",
    "qualifier",
    "basis",
    "base_period",
    "printed",
    "words",
    "source",
    "char_start",
    "section_zh",
    "section_en",
    "paragraph",
    "flags",
    "note_zh",
    "note_en",
];

/// Rows that others refer to by id.
pub(super) trait Known {
    /// The place of the row of an id.
    fn place(&self, id: &str) -> Option<usize>;
    /// The table, as a message names it.
    fn table(&self) -> &'static str;
}

/// A row being read. A cell that cannot be read is refused and stands in as a default; the row is then of no use.
pub(super) trait Cells<'a> {
    /// The text of a column, without outer white space.
    fn text(&mut self, column: &str) -> &'a str;

    /// Refuses a cell.
    fn refuse(&mut self, column: &str, expected: &str);

    /// How many cells have been refused so far.
    fn refusals(&self) -> usize;

    /// One of a table of names.
    fn one_of<T: Copy + Default>(&mut self, column: &str, names: &[(&'static str, T)]) -> T;

    /// The index of a row of another table.
    fn reference(&mut self, column: &str, ids: &impl Known) -> usize;

    /// The text of a column, for keeps.
    fn string(&mut self, column: &str) -> String {
        self.text(column).into()
    }

    /// A text that must not be empty.
    fn required(&mut self, column: &str) -> String {
        let text = self.text(column);
        if text.is_empty() {
            self.refuse(column, "a text");
        }
        text.into()
    }

    /// What a text says, or none where it is empty.
    fn maybe<T>(&mut self, column: &str, expected: &str, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        let text = self.text(column);
        let value = parse(text);
        if value.is_none() && !text.is_empty() {
            self.refuse(column, expected);
        }
        value
    }

    /// A plain decimal number, or none.
    fn number(&mut self, column: &str) -> Option<f64> {
        self.maybe(column, "a plain decimal number such as -1200.5, of at most 15 digits", plain_number)
    }

    /// A whole number up to `most`, or none.
    fn count(&mut self, column: &str, most: u32) -> Option<u32> {
        self.maybe(column, "a whole number, not negative and not too large", |text| {
            text.parse().ok().filter(|count| *count <= most)
        })
    }

    /// A whole number that must be there.
    fn needed_count(&mut self, column: &str) -> u32 {
        if self.text(column).is_empty() {
            self.refuse(column, "a whole number");
        }
        self.count(column, u32::MAX).unwrap_or_default()
    }

    /// A day, or none.
    fn date(&mut self, column: &str) -> Option<Date> {
        self.maybe(column, "a day of the calendar as YYYY-MM-DD", Date::parse)
    }

    /// A span, or none.
    fn span(&mut self, column: &str) -> Option<Period> {
        self.maybe(column, "YYYY, YYYY-MM, YYYY-MM-DD, or two of these with a slash, the earlier first", span)
    }
}

/// A row of observations; `ids` are those of indicators, areas and sources.
pub(super) fn observation<'a>(line: &mut impl Cells<'a>, ids: [&impl Known; 3]) -> Observation {
    Observation {
        id: line.required("id"),
        indicator: line.reference("indicator", ids[0]),
        area: line.reference("area", ids[1]),
        category: line.string("category"),
        period: period(line),
        date_basis: line.one_of("date_basis", &DateBasis::NAMES),
        status: line.one_of("status", &Status::NAMES),
        figure: figure(line),
        basis: line.one_of("basis", &Basis::NAMES),
        base_period: line.span("base_period"),
        printed: line.required("printed"),
        words: line.string("words"),
        source: line.reference("source", ids[2]),
        char_start: line.needed_count("char_start"),
        section: Text { zh: line.string("section_zh"), en: line.string("section_en") },
        paragraph: line.count("paragraph", u32::MAX).unwrap_or_default(),
        flags: flags(line),
        note: Text { zh: line.string("note_zh"), en: line.string("note_en") },
    }
}

fn period<'a>(line: &mut impl Cells<'a>) -> Period {
    let period = Period { start: line.date("period_start"), end: line.date("period_end") };
    if period.days().is_some_and(|days| days < 1) {
        line.refuse("period_end", "a day not before period_start");
    }
    period
}

/// The three columns that hold a value; a row whose value is empty says that the source prints no number.
fn figure<'a>(line: &mut impl Cells<'a>) -> Option<Figure> {
    let before = line.refusals();
    let (value, high) = (line.number("value"), line.number("value_high"));
    let qualifier = match value {
        None if line.text("qualifier").is_empty() => Qualifier::Exact,
        _ => line.one_of("qualifier", &Qualifier::NAMES),
    };
    if line.refusals() > before {
        return None;
    }
    match (value, high, qualifier) {
        (Some(low), Some(high), Qualifier::Range) if high > low => {}
        (_, Some(_), _) | (_, None, Qualifier::Range) => {
            line.refuse("value_high", "a number above value where qualifier is range, and nothing elsewhere");
        }
        (Some(_), None, _) | (None, None, Qualifier::Exact) => {}
        (None, None, _) => line.refuse("value", "a number, because qualifier has a word"),
    }
    value.map(|value| Figure { value, high, qualifier })
}

fn flags<'a>(line: &mut impl Cells<'a>) -> Flags {
    let mut flags = Flags::default();
    for name in line.text("flags").split([' ', ';']) {
        match name {
            "" => {}
            "misprint" => flags.misprint = true,
            "scope" => flags.scope = true,
            "unit" => flags.unit = true,
            "contradictory" => flags.contradictory = true,
            _ => line.refuse("flags", "any of misprint, scope, unit, contradictory, with spaces between"),
        }
    }
    flags
}

/// Reads `2020`, `2020-06`, `2020-06-30` or `2020-01/2020-06`.
fn span(text: &str) -> Option<Period> {
    let (first, last) = text.split_once('/').unwrap_or((text, text));
    let start = match first.len() {
        4 => Date::parse(&join(&[first, "-01-01"], "")),
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
