//! The figures of a chart as they are in the data, for whoever goes on with them: a row a figure, and their documents.

use super::Chart;
use super::overlay::{period_key, series_key};
use crate::a11y::{as_printed, noted};
use crate::format::iso;
use crate::query::{Basis, Date, DateBasis, Qualifier, Status};

/// A figure; empty what is not known.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    /// Texts in the order of [`Record::FIELDS`].
    pub texts: [String; 16],
    /// The value in its unit, and the upper one of a range.
    pub value: Option<(f64, Option<f64>)>,
    /// Index into the documents.
    pub source: usize,
    /// The paragraph, from 1; 0 where unknown.
    pub paragraph: u32,
}

/// A document; texts in the order of [`Origin::FIELDS`], empty what it does not say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin(pub [String; 8]);

impl Record {
    /// The names of the texts.
    pub const FIELDS: [&'static str; 16] = [
        "id",
        "indicator",
        "area",
        "category",
        "start",
        "end",
        "status",
        "qualifier",
        "unit",
        "printed",
        "note",
        "flags",
        "section",
        "series",
        "basis",
        "dateBasis",
    ];
}

impl Origin {
    /// The names of the texts.
    pub const FIELDS: [&'static str; 8] =
        ["id", "titleZh", "titleEn", "author", "publisher", "published", "reference", "url"];
}

/// The day, or nothing.
fn day(date: Option<Date>) -> String {
    date.map(iso).unwrap_or_default()
}

fn named<T: PartialEq>(names: &[(&'static str, T)], wanted: &T) -> String {
    names.iter().find(|(_, one)| one == wanted).map_or_else(String::new, |(name, _)| (*name).to_owned())
}

impl Chart {
    /// All data of the spec, in the order of the table, and the documents that print them.
    pub fn records(&self) -> (Vec<Record>, Vec<Origin>) {
        let (frame, lang) = (&self.frame, self.spec.lang);
        let mut rows = Vec::new();
        for (id, datum) in frame.data.iter().enumerate() {
            let series = &frame.series[datum.series];
            let qualifier = datum.figure.map(|figure| named(&Qualifier::NAMES, &figure.qualifier));
            let unit = &series.unit;
            rows.push(Record {
                texts: [
                    datum.id.clone(),
                    series.name.get(lang).to_owned(),
                    series.area.get(lang).to_owned(),
                    series.category.clone(),
                    day(datum.period.start),
                    day(datum.period.end),
                    named(&Status::NAMES, &datum.status),
                    qualifier.unwrap_or_default(),
                    unit.name(lang).to_owned(),
                    as_printed(datum),
                    noted(datum, series, lang),
                    datum.flags.names(),
                    datum.section.get(lang).to_owned(),
                    series_key(frame, id),
                    named(&Basis::NAMES, &datum.basis),
                    named(&DateBasis::NAMES, &datum.date_basis),
                ],
                value: datum.figure.map(|figure| (figure.value, figure.high)),
                source: datum.source,
                paragraph: datum.paragraph,
            });
        }
        let mut origins = Vec::new();
        for source in &frame.sources {
            origins.push(Origin([
                source.id.clone(),
                source.title.zh.clone(),
                source.title.en.clone(),
                source.author.clone(),
                source.publisher.clone(),
                day(source.published),
                source.reference.clone(),
                source.url.clone(),
            ]));
        }
        (rows, origins)
    }

    /// The series and the period of what is read, by which other charts know them; empty where nothing is read.
    pub fn read_keys(&self) -> (String, String) {
        let read = self.state.reading().filter(|datum| *datum < self.shown().data.len());
        read.map_or_else(Default::default, |datum| {
            (series_key(self.shown(), datum), period_key(self.shown().data[datum].period))
        })
    }
}
