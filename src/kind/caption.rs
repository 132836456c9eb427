//! The words around a plot: heading, subheading with its unit, notes that explain the signs, and the source line.

use super::Brief;
use crate::format::{Magnitude, Style, period};
use crate::geom::within;
use crate::layout::{Request, inner};
use crate::query::{DateBasis, Datum, Figure, Frame, Period, Qualifier, Series, Status};
use crate::scene::DatumId;
use crate::words::{Lang, say};

/// What a picture is called: the editor's heading, or the names of what is shown.
pub fn heading(brief: &Brief<'_>) -> String {
    brief.spec.heading.clone().unwrap_or_else(|| names(brief))
}

/// A series' name, with its breakdown where it has one.
pub fn series_name(series: &Series, lang: Lang) -> String {
    let name = series.name.get(lang);
    if series.category.is_empty() { name.to_owned() } else { say::OF.fill(lang, &[name, &series.category]) }
}

/// What tells a series from the others of its picture: of name, area and breakdown only what differs, or the name
/// where nothing does.
pub(super) fn short_name(brief: &Brief<'_>, series: &Series) -> String {
    let lang = brief.spec.lang;
    let shown = || brief.frame.data.iter().filter(|datum| datum.asked).map(|datum| brief.series_of(datum));
    let mut parts: Vec<&str> = Vec::new();
    if shown().any(|other| other.id != series.id) {
        parts.push(series.name.get(lang));
    }
    if shown().any(|other| other.area != series.area) {
        parts.push(series.area.get(lang));
    }
    if shown().any(|other| other.category != series.category) {
        parts.push(&series.category);
    }
    parts.retain(|part| !part.is_empty());
    if parts.is_empty() { series_name(series, lang) } else { parts.join(say::PART_GAP.get(lang)) }
}

fn names(brief: &Brief<'_>) -> String {
    let lang = brief.spec.lang;
    let mut names: Vec<&str> = Vec::new();
    for datum in brief.frame.data.iter().filter(|datum| datum.asked) {
        let name = brief.series_of(datum).name.get(lang);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    say::AND.join(lang, &names)
}

fn areas(brief: &Brief<'_>) -> String {
    let lang = brief.spec.lang;
    let mut areas: Vec<&str> = Vec::new();
    for datum in brief.frame.data.iter().filter(|datum| datum.asked) {
        let area = brief.series_of(datum).area.get(lang);
        if !areas.contains(&area) {
            areas.push(area);
        }
    }
    say::AND.join(lang, &areas)
}

/// What is measured, and in what: the editor's line or one made from the data, then the unit.
fn subheading(brief: &Brief<'_>, unit: &str) -> String {
    let lang = brief.spec.lang;
    let what = match (&brief.spec.subheading, &brief.spec.heading) {
        (Some(given), _) => given.clone(),
        (None, Some(_)) => say::IN_AREA.fill(lang, &[&names(brief), &areas(brief)]),
        (None, None) => areas(brief),
    };
    if unit.is_empty() { what } else { say::WITH_UNIT.fill(lang, &[&what, unit]) }
}

/// The parts of a request that every kind fills alike.
pub(super) fn request(brief: &Brief<'_>, shown: &[DatumId], unit: &str, explain: &[String]) -> Request {
    let mut notes: Vec<String> = brief.spec.note.iter().cloned().collect();
    notes.extend(explain.iter().filter(|text| !text.is_empty()).cloned());
    if brief.spec.note.is_none() && !brief.phone() {
        notes.extend(scope_note(brief, shown));
    }
    Request {
        width: brief.width,
        height: brief.spec.height,
        heading: heading(brief),
        subheading: subheading(brief, unit),
        notes,
        source: source_line(brief, shown),
        ..Request::default()
    }
}

/// What a lone series says of its scope; an editor's note stands in its place, and a phone leaves it to the reading.
fn scope_note(brief: &Brief<'_>, shown: &[DatumId]) -> Option<String> {
    let first = brief.frame.data.get(*shown.first()?)?.series;
    let lone = shown.iter().all(|id| brief.frame.data[*id].series == first);
    let note = brief.frame.series[first].note.get(brief.spec.lang);
    (lone && !note.is_empty()).then(|| note.to_owned())
}

/// When a figure stands; a target without a period has no deadline, which is more than "unknown".
pub(crate) fn when(frame: &Frame, datum: &Datum, lang: Lang, style: Style) -> String {
    if datum.status == Status::Target && datum.period == Period::default() {
        return say::NO_DEADLINE.get(lang).to_owned();
    }
    period(datum.period, frame.series[datum.series].temporal, lang, style)
}

/// The magnitude that all numbers of a picture share: that of the smallest, so that few begin with "0.", but not
/// more than a step below what the largest asks for.
pub(super) fn magnitude(figures: impl Iterator<Item = Figure>, series: &Series, lang: Lang) -> Magnitude {
    let (mut low, mut high) = (f64::INFINITY, 0.0_f64);
    for figure in figures.filter(|figure| figure.value != 0.0) {
        low = low.min(figure.value.abs());
        high = high.max(figure.top().abs());
    }
    Magnitude::pick(within(low, high / 10.0, high), &series.unit, lang)
}

/// One sentence for each sign that the picture uses, in one paragraph.
pub(super) fn signs(brief: &Brief<'_>, shown: &[DatumId]) -> String {
    let lang = brief.spec.lang;
    let data = || shown.iter().map(|id| &brief.frame.data[*id]);
    let has =
        |wanted: &dyn Fn(Qualifier) -> bool| data().any(|d| d.figure.is_some_and(|f| wanted(f.qualifier)));
    let rules: [(bool, crate::words::Say); 6] = [
        (has(&Qualifier::open_above), say::SIGN_OPEN),
        (has(&|q| q == Qualifier::AtMost), say::SIGN_AT_MOST),
        (has(&Qualifier::soft), say::SIGN_SOFT),
        (data().any(|d| d.status == Status::Forecast), say::SIGN_FORECAST),
        (data().any(|d| d.flags.any()), say::SIGN_FLAGGED),
        (
            data().any(|d| d.date_basis == DateBasis::Inferred && d.status == Status::Actual),
            say::SIGN_INFERRED,
        ),
    ];
    let parts: Vec<&str> = rules.iter().filter(|(used, _)| *used).map(|(_, say)| say.get(lang)).collect();
    say::SENTENCE_GAP.join(lang, &parts)
}

/// The documents that print what is shown, each with the sections, or the editor's own line.
pub fn source_line(brief: &Brief<'_>, shown: &[DatumId]) -> String {
    let lang = brief.spec.lang;
    if let Some(given) = &brief.spec.source {
        return say::SOURCE.fill(lang, &[given]);
    }
    let used = |source: &usize| shown.iter().any(|id| brief.frame.data[*id].source == *source);
    let order: Vec<usize> = (0..brief.frame.sources.len()).filter(used).collect();
    // With more than two documents the sections would drown their names; the reading of each datum keeps them.
    let brief_form = order.len() > 2 || brief.phone();
    let cited: Vec<String> = order
        .into_iter()
        .map(|source| match brief_form {
            true => title(brief.frame.sources[source].title.get(lang), lang),
            false => cite(brief.frame, source, shown, lang),
        })
        .collect();
    if cited.is_empty() {
        String::new()
    } else {
        say::SOURCE.fill(lang, &[&say::LIST_GAP.join(lang, &cited)])
    }
}

fn cite(frame: &Frame, source: usize, shown: &[DatumId], lang: Lang) -> String {
    let mut sections: Vec<&str> = Vec::new();
    for datum in shown.iter().map(|id| &frame.data[*id]).filter(|datum| datum.source == source) {
        let section = datum.section.get(lang);
        if !section.is_empty() && !sections.contains(&section) {
            sections.push(section);
        }
    }
    let title = title(frame.sources[source].title.get(lang), lang);
    if sections.is_empty() {
        title
    } else {
        say::CITE_SECTION.fill(lang, &[&title, &say::SECTION_GAP.join(lang, &sections)])
    }
}

/// A title in its language's marks; one that brings its own keeps them.
pub(crate) fn title(text: &str, lang: Lang) -> String {
    if text.starts_with('《') { text.to_owned() } else { say::TITLE.fill(lang, &[text]) }
}

/// Width between the margins of the picture, px.
pub(super) fn room(brief: &Brief<'_>) -> f64 {
    inner(brief.width)
}

/// Whether a datum can be put beside others at all.
pub(super) fn comparable(datum: &Datum) -> bool {
    !datum.flags.any()
}
