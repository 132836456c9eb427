//! The tables of `data/` and the texts they were read from, into a report of what is not true.
//!
//! Every row is proved from the text: the print stands at its place, the words stand beside it, and reading both
//! again gives the row's value, qualifier and sign.

mod row;
mod text;

#[cfg(test)]
mod tests;

use std::fmt;
use std::fs;
use std::path::Path;

use indicator_chart::dataset::{self, Dataset, Tables, csv};

use text::Text;

/// What to make of digits and figures in words that no row covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Coverage {
    /// Count them.
    Counted,
    /// Each is a fault: the tables claim to hold every figure.
    Complete,
}

/// What an audit found.
#[derive(Debug, Default)]
pub(crate) struct Report {
    /// Observations checked.
    pub(crate) observations: usize,
    /// Skipped rows checked.
    pub(crate) skipped: usize,
    /// Observations whose print was read again and agreed or not.
    pub(crate) parsed: usize,
    /// Observations whose print gives no value, with the reason; for a person to read.
    pub(crate) unreadable: Vec<String>,
    /// Each text's name, the runs of digits and figures in words that rows cover, and all of them.
    pub(crate) runs: Vec<(String, usize, usize)>,
    /// What is wrong, each with file and line.
    pub(crate) faults: Vec<String>,
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for fault in &self.faults {
            writeln!(f, "fault: {fault}")?;
        }
        for row in &self.unreadable {
            writeln!(f, "not readable by rule, read by hand: {row}")?;
        }
        for (name, covered, all) in &self.runs {
            writeln!(f, "{name}: {covered} of {all} runs of digits and figures in words covered")?;
        }
        let Self { observations, skipped, parsed, .. } = self;
        let (unreadable, faults) = (self.unreadable.len(), self.faults.len());
        writeln!(f, "{observations} observations and {skipped} skipped rows checked against their texts")?;
        write!(
            f,
            "{parsed} values read again from the print, {unreadable} not readable by rule, {faults} faults"
        )
    }
}

/// Audits the tables in `data` against the texts in `sources`.
///
/// # Errors
/// When a table cannot be read at all.
pub(crate) fn run(sources: &Path, data: &Path, coverage: Coverage) -> Result<Report, String> {
    let read = |name: &str| {
        let path = data.join(name);
        fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))
    };
    let observations = read("observations.csv")?;
    let tables = Tables {
        sources: &read("sources.csv")?,
        areas: &read("areas.csv")?,
        units: &read("units.csv")?,
        indicators: &read("indicators.csv")?,
        observations: &observations,
        pairs: &read("pairs.csv")?,
    };
    let (dataset, problems) = dataset::decode(&tables);
    let mut report =
        Report { faults: problems.iter().map(ToString::to_string).collect(), ..Report::default() };
    let mut texts = load(sources, &dataset, &mut report);
    check_observations(&dataset, &observations, &mut texts, &mut report)?;
    check_skipped(&dataset, &read("skipped.csv")?, &mut texts, &mut report)?;
    for text in texts.iter().flatten() {
        let (covered, open): (Vec<_>, Vec<_>) = text.runs().into_iter().partition(|run| run.covered);
        report.runs.push((text.name.clone(), covered.len(), covered.len() + open.len()));
        if coverage == Coverage::Complete {
            report.faults.extend(open.iter().map(|run| {
                let Text { name, .. } = text;
                format!("{name}:{}: '{}' at {} is in no row", text.line(run.start), run.print, run.start)
            }));
        }
    }
    Ok(report)
}

/// The text of each source, in the order of the dataset; none where it cannot be read.
fn load(dir: &Path, dataset: &Dataset, report: &mut Report) -> Vec<Option<Text>> {
    let load = |source: &dataset::Source| {
        let text = Text::load(dir, source);
        text.map_err(|why| report.faults.push(format!("data/sources.csv: source {}: {why}", source.id))).ok()
    };
    dataset.sources.iter().map(load).collect()
}

fn check_observations(
    dataset: &Dataset,
    bytes: &[u8],
    texts: &mut [Option<Text>],
    report: &mut Report,
) -> Result<(), String> {
    let table = Table::read("observations.csv", bytes)?;
    let id = table.column("id")?;
    for (at, observation) in dataset.observations.iter().enumerate() {
        let line =
            table.rows.iter().find(|row| row.get(id).trim() == observation.id).map_or(0, |row| row.line);
        let Some(text) = &mut texts[observation.source] else { continue };
        let place = format!("data/observations.csv:{line}: {}", observation.id);
        let found = row::check(dataset, at, text);
        report.observations += 1;
        report.faults.extend(found.faults.iter().map(|fault| format!("{place}: {fault}")));
        match found.unreadable {
            Some(why) => report.unreadable.push(format!("{place}: '{}': {why}", observation.printed)),
            None => report.parsed += 1,
        }
    }
    Ok(())
}

fn check_skipped(
    dataset: &Dataset,
    bytes: &[u8],
    texts: &mut [Option<Text>],
    report: &mut Report,
) -> Result<(), String> {
    let table = Table::read("skipped.csv", bytes)?;
    let (source, start) = (table.column("source")?, table.column("char_start")?);
    let (printed, reason) = (table.column("printed")?, table.column("reason")?);
    for row in &table.rows {
        let place = format!("data/skipped.csv:{}", row.line);
        report.skipped += 1;
        if row.get(reason).trim().is_empty() {
            report.faults.push(format!("{place}: no reason"));
        }
        let Some(id) = dataset.sources.iter().position(|known| known.id == row.get(source)) else {
            report.faults.push(format!("{place}: '{}' is no source", row.get(source)));
            continue;
        };
        let Some(text) = &mut texts[id] else { continue };
        let fault = match row.get(start).parse() {
            Ok(start) => text.cover(start, row.get(printed)).err(),
            Err(_) => Some(format!("char_start '{}' is no whole number", row.get(start))),
        };
        report.faults.extend(fault.map(|fault| format!("{place}: {fault}")));
    }
    Ok(())
}

/// The rows of a table below its header.
#[derive(Debug)]
struct Table {
    name: &'static str,
    header: csv::Row,
    rows: Vec<csv::Row>,
}

impl Table {
    fn read(name: &'static str, bytes: &[u8]) -> Result<Self, String> {
        let mut rows = csv::rows(bytes)
            .map_err(|csv::NotText { line }| format!("data/{name}:{line}: a byte that is not UTF-8"))?
            .into_iter();
        Ok(Self { name, header: rows.next().unwrap_or_default(), rows: rows.collect() })
    }

    fn column(&self, column: &str) -> Result<usize, String> {
        let found = self.header.fields().position(|name| name.trim() == column);
        found.ok_or_else(|| format!("data/{}: no column {column}", self.name))
    }
}
