//! A dataset as a monitor shows it: every indicator with its figures in words, its targets with what became of them,
//! and the figure of a story as the text that stands in its sentence.
//!
//! Everything here is text and numbers for whoever lists figures in a page instead of drawing them; it is made of the
//! same frame, words and verdicts as the pictures, so the two cannot disagree.

mod quoted;
mod targets;

pub use quoted::{Citation, Form, Misquote, basis, citation, quoted};
pub use targets::{Need, Target, Unlike, counted, verdicts};

use crate::a11y;
use crate::dataset::{Dataset, DateBasis, Domain, IndicatorId, Observation};
use crate::error::Error;
use crate::format::{Style, iso};
use crate::kind::{Brief, based, moved, told, when};
use crate::query::{Date, Datum, Frame, Status};
use crate::spec::{ChartSpec, Input};
use crate::text::Measure;
use crate::words::{Lang, say};

/// The width that sentences are asked of; none of them depends on it, px.
const WIDTH: f64 = 640.0;

/// All that a monitor tells in one language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Monitor {
    /// Domains by id and name, in the order of the dataset's own list; only those that have an indicator.
    pub domains: Vec<(&'static str, &'static str)>,
    /// Areas by id and name.
    pub areas: Vec<(String, String)>,
    /// Documents.
    pub sources: Vec<Document>,
    /// Indicators in the dataset's order.
    pub indicators: Vec<Entry>,
}

/// A document; empty what it does not say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// Its id.
    pub id: String,
    /// Its title as it is cited.
    pub title: String,
    /// Who wrote it.
    pub author: String,
    /// Who published it.
    pub publisher: String,
    /// The day, ISO.
    pub published: String,
    /// Its own number.
    pub reference: String,
    /// Where it can be read.
    pub url: String,
}

/// An indicator with all its figures.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its name in the other language.
    pub other: String,
    /// Its domain's id.
    pub domain: &'static str,
    /// What is counted; empty for plain numbers.
    pub unit: String,
    /// What a reader must know of its scope.
    pub note: String,
    /// For places in an order: among whom.
    pub among: String,
    /// Its figures in time; reported before expected before demanded.
    pub figures: Vec<Fact>,
    /// Its targets with what became of them.
    pub targets: Vec<Target>,
}

/// One printed figure in words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fact {
    /// The observation's id.
    pub id: String,
    /// `actual`, `forecast` or `target`.
    pub status: &'static str,
    /// The area's id.
    pub area: String,
    /// Its indicator, with its area where that is not the whole.
    pub name: String,
    /// When; empty where undated.
    pub when: String,
    /// The first and the last day, ISO; empty where open.
    pub span: [String; 2],
    /// The value with its word and unit.
    pub value: String,
    /// The plain number in the indicator's unit; none where no figure is printed.
    pub number: Option<f64>,
    /// Words and figure in the document's own characters.
    pub printed: String,
    /// What its word means; empty where it has none.
    pub word: String,
    /// What lies between it and the figure before that it may be compared with.
    pub change: String,
    /// What a reader must know about it.
    pub note: String,
    /// Names of the flags that forbid comparing it.
    pub flags: String,
    /// How the period is known: `printed`, `inferred` or `unknown`.
    pub date_basis: &'static str,
    /// The same in words, where the document does not print it.
    pub basis: &'static str,
    /// Index into [`Monitor::sources`].
    pub source: usize,
    /// Document, section, paragraph in words.
    pub place: String,
    /// The section of the document.
    pub section: String,
    /// The paragraph, from 1; 0 where unknown.
    pub paragraph: u32,
}

/// The frame of one indicator, and the spec that its sentences are made by.
pub(crate) struct Subject {
    pub(crate) frame: Frame,
    pub(crate) spec: ChartSpec,
    pub(crate) measure: Measure,
}

impl Subject {
    pub(crate) fn of(dataset: &Dataset, indicator: &str, lang: Lang) -> Result<Self, Error> {
        let input = Input {
            indicator: Some(indicator.to_owned()),
            kind: Some("table".to_owned()),
            lang: Some(lang.tag().to_owned()),
            ..Input::default()
        };
        let spec = ChartSpec::resolve(&input, dataset)?;
        Ok(Self { frame: spec.query.run(dataset), spec, measure: Measure::default() })
    }

    pub(crate) fn brief(&self) -> Brief<'_> {
        Brief::new(&self.frame, &self.spec, &self.measure, WIDTH)
    }
}

/// A domain's name.
pub fn domain(domain: Domain, lang: Lang) -> &'static str {
    let place = Domain::NAMES.iter().position(|(_, one)| *one == domain).unwrap_or_default();
    say::DOMAINS[place].get(lang)
}

/// Reads a whole dataset.
///
/// # Errors
/// None for a dataset that was decoded: every id in it resolves.
pub fn read(dataset: &Dataset, lang: Lang) -> Result<Monitor, Error> {
    let mut monitor = Monitor::default();
    for (id, one) in Domain::NAMES {
        if dataset.indicators.iter().any(|indicator| indicator.domain == one) {
            monitor.domains.push((id, domain(one, lang)));
        }
    }
    for area in &dataset.areas {
        monitor.areas.push((area.id.clone(), area.name.get(lang).to_owned()));
    }
    for source in &dataset.sources {
        monitor.sources.push(Document {
            id: source.id.clone(),
            title: crate::kind::title(source.title.get(lang), lang),
            author: source.author.clone(),
            publisher: source.publisher.clone(),
            published: day(source.published),
            reference: source.reference.clone(),
            url: source.url.clone(),
        });
    }
    for id in 0..dataset.indicators.len() {
        monitor.indicators.push(entry(dataset, id, lang)?);
    }
    Ok(monitor)
}

fn entry(dataset: &Dataset, id: IndicatorId, lang: Lang) -> Result<Entry, Error> {
    let indicator = &dataset.indicators[id];
    let subject = Subject::of(dataset, &indicator.id, lang)?;
    let brief = subject.brief();
    let domain = Domain::NAMES.iter().find(|(_, one)| *one == indicator.domain);
    let other = match lang {
        Lang::Zh => indicator.name.get(Lang::En),
        Lang::En => indicator.name.get(Lang::Zh),
    };
    let mut figures = Vec::new();
    for (place, datum) in subject.frame.data.iter().enumerate() {
        if let (true, Some(row)) =
            (datum.asked, dataset.observation(&datum.id).map(|at| &dataset.observations[at]))
        {
            figures.push(fact(&brief, place, row, dataset));
        }
    }
    let first = subject.frame.data.iter().find(|datum| datum.asked).map(|datum| datum.series);
    Ok(Entry {
        id: indicator.id.clone(),
        name: indicator.name.get(lang).to_owned(),
        other: other.to_owned(),
        domain: domain.map_or("", |(name, _)| name),
        unit: dataset.units[indicator.unit].name(lang).to_owned(),
        note: indicator.note.get(lang).to_owned(),
        among: first.map_or_else(String::new, |series| moved::among(&brief, series)),
        figures,
        targets: targets::read(&brief, dataset, lang),
    })
}

fn fact(brief: &Brief<'_>, place: usize, row: &Observation, dataset: &Dataset) -> Fact {
    let (lang, datum) = (brief.spec.lang, &brief.frame.data[place]);
    Fact {
        id: datum.id.clone(),
        status: status(datum.status),
        area: dataset.areas[row.area].id.clone(),
        name: named(dataset, row, lang),
        when: when(brief.frame, datum, lang, Style::Long),
        span: [day(datum.period.start), day(datum.period.end)],
        value: value(brief, datum),
        number: datum.figure.map(|figure| figure.value),
        printed: a11y::as_printed(datum),
        word: a11y::word(datum, lang).to_owned(),
        change: a11y::change(brief, place),
        note: datum.note.get(lang).to_owned(),
        flags: datum.flags.names(),
        date_basis: DateBasis::NAMES
            .iter()
            .find(|(_, one)| *one == datum.date_basis)
            .map_or("", |(name, _)| name),
        basis: match datum.date_basis {
            DateBasis::Printed => "",
            DateBasis::Inferred => say::DATE_INFERRED.get(lang),
            DateBasis::Unknown => say::DATE_UNKNOWN.get(lang),
        },
        source: row.source,
        place: a11y::place(datum, dataset.sources[row.source].title.get(lang), lang),
        section: datum.section.get(lang).to_owned(),
        paragraph: datum.paragraph,
    }
}

/// An observation's indicator, with its area where that is not the whole.
fn named(dataset: &Dataset, row: &Observation, lang: Lang) -> String {
    let indicator = dataset.indicators[row.indicator].name.get(lang);
    let area = &dataset.areas[row.area];
    match area.parent {
        Some(_) => say::IN_AREA.fill(lang, &[indicator, area.name.get(lang)]),
        None => indicator.to_owned(),
    }
}

/// The value with its word and unit, as a sentence takes it: whether it is demanded, the sentence says itself.
pub(crate) fn value(brief: &Brief<'_>, datum: &Datum) -> String {
    let lang = brief.spec.lang;
    datum.figure.map_or_else(
        || say::NO_FIGURE.get(lang).to_owned(),
        |figure| based(datum, told(figure, brief.series_of(datum), lang), lang),
    )
}

pub(crate) fn status(status: Status) -> &'static str {
    Status::NAMES.iter().find(|(_, one)| *one == status).map_or("", |(name, _)| name)
}

pub(crate) fn day(date: Option<Date>) -> String {
    date.map(iso).unwrap_or_default()
}

#[cfg(test)]
#[cfg(feature = "builtin-dataset")]
mod tests;
