//! The CSV tables of a data package into a [`Dataset`] whose indices all point at rows, and the list of what was
//! wrong.
//!
//! Every bad row is reported and left out; nothing here panics. The build script compiles this same file and stops
//! the build when anything is reported.

use super::cells::{COLUMNS, Cells, observation};
use super::check;
use super::sheet::{Ids, Line, Problem, Sheet};
use super::{Area, Dataset, Direction, Domain, Indicator, Measure};
use super::{Observation, Pair, Relation, Source, Status, Temporal, Unit};
use crate::words::Text;

/// The bytes of each table.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tables<'a> {
    /// `sources.csv`.
    pub sources: &'a [u8],
    /// `areas.csv`.
    pub areas: &'a [u8],
    /// `units.csv`.
    pub units: &'a [u8],
    /// `indicators.csv`.
    pub indicators: &'a [u8],
    /// `observations.csv`.
    pub observations: &'a [u8],
    /// `pairs.csv`.
    pub pairs: &'a [u8],
}

const SOURCES: &[&str] =
    &["id", "title_zh", "title_en", "publisher", "author", "published", "ref", "url", "file", "sha256"];
const AREAS: &[&str] = &["id", "name_zh", "name_en", "parent"];
const UNITS: &[&str] = &["id", "name_zh", "name_en"];
const INDICATORS: &[&str] = &[
    "id",
    "name_zh",
    "name_en",
    "domain",
    "unit",
    "measure",
    "temporal",
    "direction",
    "decimals",
    "field_zh",
    "field_en",
    "field_size",
    "counted_from",
    "note_zh",
    "note_en",
];
const PAIRS: &[&str] = &["target", "outcome", "relation", "reason_zh", "reason_en"];

/// Decodes the tables. A table that lacks a column is of no use, so then nothing is decoded.
pub fn decode(tables: &Tables<'_>) -> (Dataset, Vec<Problem>) {
    let mut found = Vec::new();
    let mut open = |file, columns, bytes| Sheet::open(file, columns, bytes, &mut found);
    let mut sources = open("data/sources.csv", SOURCES, tables.sources);
    let mut areas = open("data/areas.csv", AREAS, tables.areas);
    let mut units = open("data/units.csv", UNITS, tables.units);
    let mut indicators = open("data/indicators.csv", INDICATORS, tables.indicators);
    let mut observations = open("data/observations.csv", &COLUMNS, tables.observations);
    let pairs = open("data/pairs.csv", PAIRS, tables.pairs);
    let all = [&sources, &areas, &units, &indicators, &observations, &pairs];
    if all.iter().any(|sheet| !sheet.complete()) {
        return (Dataset::default(), found);
    }
    for sheet in [&mut sources, &mut areas, &mut units, &mut indicators, &mut observations] {
        sheet.drop_repeated(&mut found);
    }
    let mut data = Dataset::default();
    let kept;
    (data.sources, kept) = sources.read(&mut found, |line, _| source(line));
    let source_ids = Ids::new(&sources, kept);
    let kept;
    (data.areas, kept) = areas.read(&mut found, area);
    let area_ids = Ids::new(&areas, kept);
    let kept;
    (data.units, kept) = units.read(&mut found, |line, _| unit(line));
    let unit_ids = Ids::new(&units, kept);
    let kept;
    (data.indicators, kept) = indicators.read(&mut found, |line, _| indicator(line, &unit_ids));
    let ids = [&Ids::new(&indicators, kept), &area_ids, &source_ids];
    let mut kept;
    (data.observations, kept) = observations.read(&mut found, |line, _| observation(line, ids));
    check::drop_conflicts(&observations, &mut data.observations, &mut kept, &mut found);
    let ids = Ids::new(&observations, kept);
    data.pairs = pairs.read(&mut found, |line, _| pair(line, &ids, &data.observations)).0;
    (data, found)
}

fn source(line: &mut Line<'_>) -> Source {
    Source {
        id: line.required("id"),
        title: Text { zh: line.required("title_zh"), en: line.string("title_en") },
        publisher: line.string("publisher"),
        author: line.string("author"),
        published: line.date("published"),
        reference: line.string("ref"),
        url: line.string("url"),
        file: line.string("file"),
        sha256: line.string("sha256"),
    }
}

fn area(line: &mut Line<'_>, above: &[Area]) -> Area {
    let id = line.required("id");
    let name = Text { zh: line.required("name_zh"), en: line.string("name_en") };
    let parent = line.text("parent");
    // Only rows above count, so no area can lie within itself.
    let found = above.iter().position(|area| area.id == parent);
    if found.is_none() && !parent.is_empty() {
        line.refuse("parent", "the id of an area that stands above it in the file");
    }
    Area { id, name, parent: found }
}

fn unit(line: &mut Line<'_>) -> Unit {
    let (id, zh) = (line.required("id"), line.required("name_zh"));
    let name = line.text("name_en");
    let (one, many) = name.split_once(';').unwrap_or((name, name));
    if one.is_empty() || many.is_empty() || many.contains(';') {
        line.refuse("name_en", "the singular, a semicolon and the plural");
    }
    Unit { id, zh, one: one.trim_ascii().into(), many: many.trim_ascii().into() }
}

fn indicator(line: &mut Line<'_>, units: &Ids<'_>) -> Indicator {
    Indicator {
        id: line.required("id"),
        name: Text { zh: line.required("name_zh"), en: line.required("name_en") },
        domain: line.one_of("domain", &Domain::NAMES),
        unit: line.reference("unit", units),
        measure: line.one_of("measure", &Measure::NAMES),
        temporal: line.one_of("temporal", &Temporal::NAMES),
        direction: line.one_of("direction", &Direction::NAMES),
        decimals: line.count("decimals", 9).and_then(|n| u8::try_from(n).ok()).unwrap_or_default(),
        field: Text { zh: line.string("field_zh"), en: line.string("field_en") },
        field_size: line.count("field_size", u32::MAX),
        from_bottom: line.one_of("counted_from", &[("", false), ("top", false), ("bottom", true)]),
        note: Text { zh: line.string("note_zh"), en: line.string("note_en") },
    }
}

fn pair(line: &mut Line<'_>, ids: &Ids<'_>, observations: &[Observation]) -> Pair {
    let status = |at: usize| observations.get(at).map(|row| row.status);
    let before = line.refusals();
    let target = line.reference("target", ids);
    let outcome = line.reference("outcome", ids);
    if line.refusals() == before {
        if status(target) != Some(Status::Target) {
            line.refuse("target", "an observation whose status is target");
        }
        if status(outcome) == Some(Status::Target) {
            line.refuse("outcome", "an observation whose status is actual or forecast");
        }
    }
    Pair {
        target,
        outcome,
        relation: line.one_of("relation", &Relation::NAMES),
        reason: Text { zh: line.string("reason_zh"), en: line.string("reason_en") },
    }
}

#[cfg(test)]
mod tests;
