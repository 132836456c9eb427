//! The tables of `data/` into what they hold: counts, series, and what became of the targets.

use std::fmt;
use std::fs;
use std::path::Path;

use indicator_chart::dataset::{
    self, Basis, Dataset, DateBasis, Domain, IndicatorId, Measure, ObservationId, Qualifier, Relation,
    Status, Tables,
};
use indicator_chart::query::derive::comparable;
use indicator_chart::query::verdict::{Judgement, Verdict, judge};

/// How many rows have a property, by the property's name in the tables.
type Counts = Vec<(String, usize)>;

/// What the tables hold.
#[derive(Debug)]
pub(crate) struct Holdings {
    dataset: Dataset,
    skipped: usize,
}

/// Reads the tables in `data`.
///
/// # Errors
/// When a table cannot be read, or holds a bad row.
pub(crate) fn read(data: &Path) -> Result<Holdings, String> {
    let read = |name: &str| {
        let path = data.join(name);
        fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))
    };
    let tables = Tables {
        sources: &read("sources.csv")?,
        areas: &read("areas.csv")?,
        units: &read("units.csv")?,
        indicators: &read("indicators.csv")?,
        observations: &read("observations.csv")?,
        pairs: &read("pairs.csv")?,
    };
    let (dataset, problems) = dataset::decode(&tables);
    if let Some(problem) = problems.first() {
        return Err(problem.to_string());
    }
    let skipped = dataset::csv::rows(&read("skipped.csv")?)
        .map_err(|dataset::csv::NotText { line }| format!("skipped.csv:{line}: a byte that is not UTF-8"))?;
    Ok(Holdings { dataset, skipped: skipped.len().saturating_sub(1) })
}

fn verdict_name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Met => "met",
        Verdict::Missed => "missed",
        Verdict::Ahead => "ahead",
        Verdict::Behind => "behind",
        Verdict::Undetermined => "undetermined",
        Verdict::NoOutcome => NONE,
    }
}

const NONE: &str = "no outcome printed";
const VERDICTS: [Verdict; 6] = [
    Verdict::Met,
    Verdict::Missed,
    Verdict::Ahead,
    Verdict::Behind,
    Verdict::Undetermined,
    Verdict::NoOutcome,
];

/// Counts the rows of every name.
fn named<T: Copy + PartialEq>(names: &[(&'static str, T)], rows: impl Iterator<Item = T> + Clone) -> Counts {
    let count = |value: T| rows.clone().filter(|row| *row == value).count();
    names.iter().map(|(name, value)| ((*name).to_owned(), count(*value))).collect()
}

impl Holdings {
    /// Each target with what became of it.
    pub(crate) fn judged(&self) -> Vec<(ObservationId, Judgement)> {
        let rows = self.dataset.observations.iter().enumerate();
        let targets = rows.filter(|(_, row)| row.status == Status::Target);
        targets.map(|(id, _)| (id, judge(&self.dataset, id))).collect()
    }

    /// How many targets have each verdict.
    pub(crate) fn verdicts(&self) -> Counts {
        let judged = self.judged();
        let count = |wanted| judged.iter().filter(|(_, judgement)| judgement.verdict == wanted).count();
        VERDICTS.iter().map(|verdict| (verdict_name(*verdict).to_owned(), count(*verdict))).collect()
    }

    /// The most actual figures of each indicator that may be compared with one of them; only where two or more.
    fn series(&self) -> Vec<(IndicatorId, usize)> {
        let rows = &self.dataset.observations;
        let points = |indicator: IndicatorId| {
            let own =
                |id: &ObservationId| rows[*id].indicator == indicator && rows[*id].status != Status::Target;
            let ids: Vec<ObservationId> = (0..rows.len()).filter(own).collect();
            let apart = |a: ObservationId, b: ObservationId| {
                rows[a].period != rows[b].period && comparable(&self.dataset, a, b).is_ok()
            };
            ids.iter().map(|a| 1 + ids.iter().filter(|b| apart(*a, **b)).count()).max().unwrap_or_default()
        };
        let all = (0..self.dataset.indicators.len()).map(|indicator| (indicator, points(indicator)));
        all.filter(|(_, points)| *points > 1).collect()
    }

    /// What README.md says of the tables.
    fn sentence(&self) -> String {
        let data = &self.dataset;
        let (indicators, observations) = (data.indicators.len(), data.observations.len());
        let status = |wanted| data.observations.iter().filter(|row| row.status == wanted).count();
        let (targets, forecasts) = (status(Status::Target), status(Status::Forecast));
        let (skipped, pairs) = (self.skipped, data.pairs.len());
        let verdicts = self.verdicts();
        let answered: usize = verdicts.iter().filter(|(name, _)| name != NONE).map(|(_, count)| count).sum();
        let told = verdicts.iter().filter(|(name, count)| name != NONE && *count > 0);
        let told: Vec<String> = told.map(|(name, count)| format!("{count} {name}")).collect();
        format!(
            "{indicators} indicators, {observations} observations ({targets} of them targets, {forecasts} forecast), \
             {skipped} runs that are no figure, each with its reason, and {pairs} pairs of targets and outcomes or of \
             look-alikes that must not be paired. Of {targets} targets, {answered} have a printed outcome: {}.",
            told.join(", ")
        )
    }

    fn flags(&self) -> Counts {
        let flags = || self.dataset.observations.iter().map(|row| row.flags);
        [
            ("misprint", flags().filter(|flags| flags.misprint).count()),
            ("scope", flags().filter(|flags| flags.scope).count()),
            ("unit", flags().filter(|flags| flags.unit).count()),
            ("contradictory", flags().filter(|flags| flags.contradictory).count()),
        ]
        .map(|(name, count)| (name.to_owned(), count))
        .to_vec()
    }

    /// Observations by each of their properties.
    fn properties(&self) -> Vec<(&'static str, Counts)> {
        let data = &self.dataset;
        let rows = || data.observations.iter();
        let indicators = || rows().map(|row| &data.indicators[row.indicator]);
        let of = |source: usize| rows().filter(|row| row.source == source).count();
        let lies = |area: usize| rows().filter(|row| row.area == area).count();
        let figures = rows().filter_map(|row| row.figure);
        let mut qualifiers = named(&Qualifier::NAMES, figures.map(|figure| figure.qualifier));
        qualifiers.push(("no value".to_owned(), rows().filter(|row| row.figure.is_none()).count()));
        vec![
            ("source", data.sources.iter().enumerate().map(|(at, row)| (row.id.clone(), of(at))).collect()),
            ("area", data.areas.iter().enumerate().map(|(at, row)| (row.id.clone(), lies(at))).collect()),
            ("domain", named(&Domain::NAMES, indicators().map(|row| row.domain))),
            ("measure", named(&Measure::NAMES, indicators().map(|row| row.measure))),
            ("status", named(&Status::NAMES, rows().map(|row| row.status))),
            ("qualifier", qualifiers),
            ("basis", named(&Basis::NAMES, rows().map(|row| row.basis))),
            ("date", named(&DateBasis::NAMES, rows().map(|row| row.date_basis))),
            ("flag", self.flags()),
        ]
    }
}

fn line(counts: &Counts) -> String {
    let words = counts.iter().filter(|(_, count)| *count > 0).map(|(name, count)| format!("{name} {count}"));
    words.collect::<Vec<_>>().join(" · ")
}

impl fmt::Display for Holdings {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let data = &self.dataset;
        writeln!(out, "{}\n", self.sentence())?;
        for (name, counts) in self.properties() {
            writeln!(out, "by {name}: {}", line(&counts))?;
        }
        let series = self.series();
        writeln!(out, "\n{} indicators with two or more comparable points:", series.len())?;
        for (id, points) in series {
            let row = &data.indicators[id];
            writeln!(out, "  {points}  {}  {} · {}", row.id, row.name.zh, row.name.en)?;
        }
        let pairs = named(&Relation::NAMES, data.pairs.iter().map(|pair| pair.relation));
        writeln!(out, "\n{} pairs: {}", data.pairs.len(), line(&pairs))?;
        let judged = self.judged();
        let answered: Vec<_> = judged.iter().filter(|(_, judgement)| judgement.outcome.is_some()).collect();
        writeln!(out, "of {} targets, {} have a printed outcome", judged.len(), answered.len())?;
        writeln!(out, "verdicts: {}", line(&self.verdicts()))?;
        for (target, judgement) in answered {
            let outcome = judgement.outcome.map_or("", |id| data.observations[id].id.as_str());
            let (verdict, rule) = (verdict_name(judgement.verdict), judgement.rule);
            writeln!(out, "  {verdict} ({rule:?}): {} ← {outcome}", data.observations[*target].id)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_readme_says_what_the_tables_hold() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let sentence = read(&root.join("data")).expect("good tables").sentence();
        let readme = fs::read_to_string(root.join("README.md")).expect("a text");
        let readme = readme.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(readme.contains(&sentence), "README.md does not say: {sentence}");
    }

    #[test]
    fn every_row_is_counted_once_under_each_property() {
        let holdings = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../data")).expect("good tables");
        for (name, counts) in holdings.properties() {
            let sum: usize = counts.iter().map(|(_, count)| count).sum();
            assert!(name == "flag" || sum == holdings.dataset.observations.len(), "{name}: {counts:?}");
        }
    }
}
