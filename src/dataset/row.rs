//! An observation back into the cells of its row in `observations.csv`, for whoever shows or compares rows as texts.

use super::cells::COLUMNS;
use super::{Basis, Dataset, Date, DateBasis, Observation, ObservationId, Period, Qualifier, Status};

impl Dataset {
    /// The columns of `observations.csv` with the cells of a row, in the order of the file; empty what it leaves empty.
    ///
    /// Figures from a packed form know no `char_start`: it is empty there.
    pub fn row(&self, id: ObservationId) -> Vec<(&'static str, String)> {
        let row = &self.observations[id];
        let mut cells = Vec::new();
        for column in COLUMNS {
            cells.push((column, self.cell(row, column)));
        }
        cells
    }

    fn cell(&self, row: &Observation, column: &str) -> String {
        let figure = row.figure;
        match column {
            "id" => row.id.clone(),
            "indicator" => self.indicators[row.indicator].id.clone(),
            "area" => self.areas[row.area].id.clone(),
            "category" => row.category.clone(),
            "period_start" => day(row.period.start),
            "period_end" => day(row.period.end),
            "date_basis" => named(&DateBasis::NAMES, row.date_basis),
            "status" => named(&Status::NAMES, row.status),
            "value" => figure.map(|figure| figure.value.to_string()).unwrap_or_default(),
            "value_high" => {
                figure.and_then(|figure| figure.high).map(|high| high.to_string()).unwrap_or_default()
            }
            "qualifier" => {
                figure.map(|figure| named(&Qualifier::NAMES, figure.qualifier)).unwrap_or_default()
            }
            "basis" => named(&Basis::NAMES, row.basis),
            "base_period" => span(row.base_period),
            "printed" => row.printed.clone(),
            "words" => row.words.clone(),
            "source" => self.sources[row.source].id.clone(),
            "char_start" => count(row.char_start),
            "section_zh" => row.section.zh.clone(),
            "section_en" => row.section.en.clone(),
            "paragraph" => count(row.paragraph),
            "flags" => row.flags.names(),
            "note_zh" => row.note.zh.clone(),
            "note_en" => row.note.en.clone(),
            _ => String::new(),
        }
    }
}

fn named<T: PartialEq>(names: &[(&'static str, T)], wanted: T) -> String {
    names.iter().find(|(_, one)| *one == wanted).map_or_else(String::new, |(name, _)| (*name).to_owned())
}

/// A count from 1; what is not known is 0, and empty.
fn count(count: u32) -> String {
    if count == 0 { String::new() } else { count.to_string() }
}

fn day(date: Option<Date>) -> String {
    date.map(|day| format!("{:04}-{:02}-{:02}", day.year, day.month, day.day)).unwrap_or_default()
}

/// A span in the shortest form that names its days.
fn span(period: Option<Period>) -> String {
    let Some((start, end)) = period.and_then(|period| period.start.zip(period.end)) else {
        return String::new();
    };
    let (first, last) = (day(Some(start)), day(Some(end)));
    let month = |text: &str| text.get(..7).unwrap_or_default().to_owned();
    if start == end {
        return first;
    }
    if start.day != 1 || !end.ends_month() {
        return format!("{first}/{last}");
    }
    match (start.month, end.month) {
        (1, 12) if start.year == end.year => start.year.to_string(),
        (1, 12) => format!("{}/{}", start.year, end.year),
        _ if month(&first) == month(&last) => month(&first),
        _ => format!("{}/{}", month(&first), month(&last)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::csv;
    use super::super::{Tables, decode};

    #[test]
    fn every_row_of_the_table_comes_back_cell_by_cell() {
        let observations = include_bytes!("../../data/observations.csv");
        let tables = Tables {
            sources: include_bytes!("../../data/sources.csv"),
            areas: include_bytes!("../../data/areas.csv"),
            units: include_bytes!("../../data/units.csv"),
            indicators: include_bytes!("../../data/indicators.csv"),
            observations,
            pairs: include_bytes!("../../data/pairs.csv"),
        };
        let (data, _) = decode(&tables);
        let rows = csv::rows(observations).expect("text");
        assert_eq!(rows.len(), data.observations.len() + 1);
        for (id, row) in rows[1..].iter().enumerate() {
            for (at, (column, cell)) in data.row(id).iter().enumerate() {
                assert_eq!((*column, cell.as_str()), (rows[0].get(at), row.get(at)), "row {id}");
            }
        }
    }
}
