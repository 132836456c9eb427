//! The figures of a chart into texts for machines: the JSON of an embed, and the same rows as CSV.

use super::json;
use crate::dataset::{Dataset, ObservationId, version};
use crate::words::Lang;

/// The form of the JSON; another one gets another number.
const FORMAT: &str = "1";
/// Stands between the cells that the check is made of: all columns, row after row.
const SEPARATOR: &str = "\u{1f}";

/// The rows as objects, with the columns of `observations.csv` for names; empty cells are left out.
pub(super) fn data(dataset: &Dataset, rows: &[ObservationId]) -> String {
    let mut observations = Vec::new();
    let mut all: Vec<String> = Vec::new();
    let mut units: Vec<(&str, Option<String>)> = Vec::new();
    for row in rows {
        let cells = dataset.row(*row);
        let indicator = &dataset.indicators[dataset.observations[*row].indicator];
        if units.iter().all(|(id, _)| *id != indicator.id) {
            let unit = &dataset.units[indicator.unit];
            let names = [Lang::Zh, Lang::En].map(|lang| json::text(unit.name(lang)));
            units.push((&indicator.id, Some(json::list(&names))));
        }
        all.extend(cells.iter().map(|(_, cell)| cell.trim().to_owned()));
        observations.push(json::object(cells.iter().map(|(column, cell)| (*column, json::some(cell)))));
    }
    json::object([
        ("format", Some(FORMAT.to_owned())),
        ("version", Some(json::text(&dataset.version()))),
        ("check", Some(json::text(&version(&all.join(SEPARATOR))))),
        ("units", Some(json::object(units))),
        ("observations", Some(json::list(&observations))),
    ])
}

/// The rows as CSV with a header.
pub(super) fn csv(dataset: &Dataset, rows: &[ObservationId]) -> String {
    let mut out = String::new();
    for (at, row) in rows.iter().enumerate() {
        let cells = dataset.row(*row);
        if at == 0 {
            let names: Vec<&str> = cells.iter().map(|(column, _)| *column).collect();
            out += &line(&names);
        }
        let texts: Vec<&str> = cells.iter().map(|(_, cell)| cell.as_str()).collect();
        out += &line(&texts);
    }
    out
}

fn line(cells: &[&str]) -> String {
    let quoted = |cell: &&str| match cell.contains([',', '"', '\n', '\r']) {
        true => format!("\"{}\"", cell.replace('"', "\"\"")),
        false => (*cell).to_owned(),
    };
    cells.iter().map(quoted).collect::<Vec<_>>().join(",") + "\n"
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn a_cell_that_needs_quotes_has_them() {
        assert_eq!(line(&["a", "b,c", "\"d\"", ""]), "a,\"b,c\",\"\"\"d\"\"\",\n");
    }
}
