//! The figures of a chart into a schema.org `Dataset` as JSON-LD: only what the data know.

use super::{Embed, json};
use crate::dataset::{Dataset, Date, Observation, ObservationId, Source};
use crate::format::iso;
use crate::words::Lang;

pub(super) fn dataset(embed: &Embed, dataset: &Dataset, rows: &[ObservationId]) -> String {
    let lang = embed.lang();
    let rows: Vec<&Observation> = rows.iter().map(|row| &dataset.observations[*row]).collect();
    let sources = each(rows.iter().map(|row| &dataset.sources[row.source]));
    let areas = each(rows.iter().map(|row| &dataset.areas[row.area].name));
    let measured = each(rows.iter().map(|row| &dataset.indicators[row.indicator]));
    let places = areas.iter().map(|name| thing("Place", "name", name.get(lang))).collect();
    let variables = measured.iter().map(|indicator| {
        json::object([
            ("@type", json::some("PropertyValue")),
            ("name", json::some(indicator.name.get(lang))),
            ("unitText", json::some(dataset.units[indicator.unit].name(lang))),
        ])
    });
    json::object([
        ("@context", json::some("https://schema.org")),
        ("@type", json::some("Dataset")),
        ("name", json::some(&embed.table.caption)),
        ("description", json::some(&embed.alt)),
        ("inLanguage", json::some(lang.tag())),
        ("version", json::some(&dataset.version())),
        ("creator", several(each(sources.iter().flat_map(|source| makers(source))))),
        ("citation", several(sources.iter().map(|source| citation(source, lang)).collect())),
        ("temporalCoverage", json::some(&coverage(&rows))),
        ("spatialCoverage", several(places)),
        ("variableMeasured", several(variables.collect())),
    ])
}

/// Each value once, in the order of their first use.
fn each<T: PartialEq>(values: impl Iterator<Item = T>) -> Vec<T> {
    let mut found = Vec::new();
    for value in values {
        if !found.contains(&value) {
            found.push(value);
        }
    }
    found
}

/// One value as it is, several as a list, none as nothing.
fn several(mut values: Vec<String>) -> Option<String> {
    match values.len() {
        0 => None,
        1 => values.pop(),
        _ => Some(json::list(&values)),
    }
}

fn thing(kind: &str, name: &str, text: &str) -> String {
    json::object([("@type", json::some(kind)), (name, json::some(text))])
}

/// Who published a document, and who wrote it.
fn makers(source: &Source) -> Vec<String> {
    [publisher(source), authors(source)].concat()
}

fn publisher(source: &Source) -> Vec<String> {
    let names = [source.publisher.as_str()].into_iter().filter(|name| !name.is_empty());
    names.map(|name| thing("Organization", "name", name)).collect()
}

/// Chinese names stand one after the other; of others, none is taken apart.
fn authors(source: &Source) -> Vec<String> {
    let text = source.author.as_str();
    let names: Vec<&str> =
        if text.is_ascii() { vec![text] } else { text.split([' ', '、', '，']).collect() };
    names.into_iter().filter(|name| !name.is_empty()).map(|name| thing("Person", "name", name)).collect()
}

fn citation(source: &Source, lang: Lang) -> String {
    json::object([
        ("@type", json::some("CreativeWork")),
        ("name", json::some(source.title.get(lang))),
        ("author", several(authors(source))),
        ("publisher", several(publisher(source))),
        ("datePublished", source.published.map(|day| json::text(&iso(day)))),
        ("identifier", json::some(&source.reference)),
        ("url", json::some(&source.url)),
    ])
}

/// From the first day to the last; a day alone where they are one, `..` where a figure's time has no end.
fn coverage(rows: &[&Observation]) -> String {
    let periods = || rows.iter().map(|row| row.period);
    let order = |day: &Date| (day.year, day.month, day.day);
    let first = periods().filter_map(|period| period.start.or(period.end)).min_by_key(order);
    let last = periods().filter_map(|period| period.end).max_by_key(order);
    let open = periods().any(|period| period.start.is_some() && period.end.is_none());
    match (first, last) {
        (Some(first), _) if open => [&iso(first), "/.."].concat(),
        (Some(first), Some(last)) if first == last => iso(first),
        (Some(first), Some(last)) => [&iso(first), "/", &iso(last)].concat(),
        _ => String::new(),
    }
}
