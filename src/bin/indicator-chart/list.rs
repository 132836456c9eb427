//! `list` and `search`: a dataset into lines, one an indicator.

use clap::ArgMatches;
use indicator_chart::dataset::{Dataset, Domain, IndicatorId, Status};
use indicator_chart::query::{find, near};
use indicator_chart::words::Lang;
use serde_json::{Value, json};

use crate::arguments::{flag, text};
use crate::fault::{Fault, Told};
use crate::figures::Figures;
use crate::{language, output, words};

pub(crate) fn run(given: &ArgMatches) -> Told<()> {
    let data = Figures::new(given)?.dataset;
    let found = print(given, &data, (0..data.indicators.len()).collect())?;
    if found { Ok(()) } else { Err(Fault::said(words::NONE_SUCH, &[])) }
}

pub(crate) fn search(given: &ArgMatches) -> Told<()> {
    let data = Figures::new(given)?.dataset;
    let said: Vec<&str> =
        given.get_many::<String>("text").into_iter().flatten().map(String::as_str).collect();
    let said = said.join(" ");
    let found = print(given, &data, find(&data, &said))?;
    if found { Ok(()) } else { Err(Fault::said(words::NOTHING, &[&said])) }
}

/// Prints those that meet the conditions; whether there is one.
fn print(given: &ArgMatches, data: &Dataset, mut ids: Vec<IndicatorId>) -> Told<bool> {
    let lang = language(given);
    if let Some(wanted) = text(given, "domain").and_then(|name| named(&Domain::NAMES, name)) {
        ids.retain(|id| data.indicators[*id].domain == wanted);
    }
    let status = text(given, "status").and_then(|name| named(&Status::NAMES, name));
    let source = text(given, "source").map(|id| source(data, id, lang)).transpose()?;
    let figures = |id: IndicatorId| {
        let rows = data.observations.iter().filter(|row| row.indicator == id);
        let rows = rows.filter(|row| status.is_none_or(|status| row.status == status));
        rows.filter(|row| source.is_none_or(|source| row.source == source)).count()
    };
    if status.is_some() || source.is_some() {
        ids.retain(|id| figures(*id) > 0);
    }
    let out = if flag(given, "json") {
        let rows: Vec<Value> = ids.iter().map(|id| object(data, *id, figures(*id), lang)).collect();
        format!("{:#}\n", Value::from(rows))
    } else {
        ids.iter().map(|id| line(data, *id, figures(*id), lang)).collect()
    };
    output::print(out.as_bytes())?;
    Ok(!ids.is_empty())
}

fn named<T: Copy>(names: &[(&str, T)], wanted: &str) -> Option<T> {
    names.iter().find(|(name, _)| *name == wanted).map(|(_, value)| *value)
}

fn source(data: &Dataset, wanted: &str, lang: Lang) -> Told<usize> {
    let known = || data.sources.iter().map(|row| row.id.as_str());
    known().position(|id| id == wanted).ok_or_else(|| {
        let close = near(wanted, known());
        let shown = if close.is_empty() { known().map(str::to_owned).collect() } else { close };
        let gap = indicator_chart::words::say::COMMA.get(lang);
        Fault::said(words::UNKNOWN_SOURCE, &[wanted, &shown.join(gap)])
    })
}

/// Cells with tabs between them, for `cut`, `sort` and eyes.
fn line(data: &Dataset, id: IndicatorId, figures: usize, lang: Lang) -> String {
    let row = &data.indicators[id];
    format!("{}\t{}\t{}\t{figures}\n", row.id, row.name.get(lang), data.units[row.unit].name(lang))
}

fn object(data: &Dataset, id: IndicatorId, figures: usize, lang: Lang) -> Value {
    let row = &data.indicators[id];
    let domain = Domain::NAMES.iter().find(|(_, domain)| *domain == row.domain).map(|(name, _)| *name);
    json!({
        "id": row.id,
        "name": row.name.get(lang),
        "unit": data.units[row.unit].name(lang),
        "domain": domain,
        "figures": figures,
    })
}
