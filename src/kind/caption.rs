//! The words around a plot: heading, subheading with its unit, notes that explain the signs, and the source line.

use super::{Brief, judged};
use crate::format::{Magnitude, Style, figure, from_bottom, period, quantity};
use crate::geom::within;
use crate::layout::{Face, Request, SUBHEADING};
use crate::query::{Basis, DateBasis, Datum, Domain, Figure, Frame, Period, Qualifier, Series, Status};
use crate::scene::DatumId;
use crate::text::Measure;
use crate::words::{Lang, Say, Text, join, say};

/// What a picture is called: the editor's heading, or the names of what is shown.
pub fn heading(brief: &Brief<'_>) -> String {
    let made =
        || if brief.spec.query.indicators.is_empty() { all_of(brief) } else { names(brief, usize::MAX) };
    brief.spec.heading.clone().unwrap_or_else(made)
}

/// What all indicators are called that are not named one by one: their domain, their status.
fn all_of(brief: &Brief<'_>) -> String {
    let (query, lang) = (&brief.spec.query, brief.spec.lang);
    let mut parts = Vec::new();
    let places = [
        (
            query.domain.and_then(|own| Domain::NAMES.iter().position(|(_, one)| *one == own)),
            &say::DOMAINS[..],
        ),
        (
            query.status.and_then(|own| Status::NAMES.iter().position(|(_, one)| *one == own)),
            &say::STATUS_ALL,
        ),
    ];
    for (place, says) in places {
        parts.extend(place.map(|place| says[place].get(lang)));
    }
    judged::opened(&say::PART_GAP.join(lang, &parts))
}

/// A series' name, with its breakdown where it has one.
pub fn series_name(series: &Series, lang: Lang) -> String {
    let name = series.name.get(lang);
    if series.category.is_empty() { name.to_owned() } else { say::OF.fill(lang, &[name, &series.category]) }
}

/// What tells a series from the others of its picture: of name, area and breakdown only what differs, or the name
/// where nothing does.
pub(crate) fn short_name(brief: &Brief<'_>, series: &Series) -> String {
    let lang = brief.spec.lang;
    let (mut name, mut area, mut category) = (false, false, false);
    for datum in brief.frame.data.iter().filter(|datum| datum.asked) {
        let other = brief.series_of(datum);
        name |= other.id != series.id;
        area |= other.area != series.area;
        category |= other.category != series.category;
    }
    let mut parts: Vec<&str> = Vec::new();
    let told =
        [(name, series.name.get(lang)), (area, series.area.get(lang)), (category, series.category.as_str())];
    for (differs, part) in told {
        if differs && !part.is_empty() {
            parts.push(part);
        }
    }
    if parts.is_empty() { series_name(series, lang) } else { say::PART_GAP.join(lang, &parts) }
}

/// The names, or the areas, of the series asked for, each once; nothing of more than `most`, which rows and legends
/// name one by one.
fn each_once(brief: &Brief<'_>, most: usize, text: fn(&Series) -> &Text) -> String {
    let lang = brief.spec.lang;
    let mut texts: Vec<&str> = Vec::new();
    for datum in brief.frame.data.iter().filter(|datum| datum.asked) {
        let text = text(brief.series_of(datum)).get(lang);
        if !texts.contains(&text) {
            texts.push(text);
        }
    }
    if texts.len() > most { String::new() } else { say::AND.join(lang, &texts) }
}

fn names(brief: &Brief<'_>, most: usize) -> String {
    each_once(brief, most, |series| &series.name)
}

fn areas(brief: &Brief<'_>) -> String {
    each_once(brief, FEW, |series| &series.area)
}

/// More names than these are no subheading.
const FEW: usize = 2;

/// What is measured, and in what: the editor's line or one made from the data, then the unit.
fn subheading(brief: &Brief<'_>, unit: &str, about: &str) -> String {
    let lang = brief.spec.lang;
    if brief.spec.hidden.subheading {
        return unit.to_owned();
    }
    let what = match (&brief.spec.subheading, &brief.spec.heading) {
        (Some(given), _) => given.clone(),
        (None, Some(_)) => match (names(brief, FEW), areas(brief)) {
            (names, areas) if names.is_empty() => areas,
            (names, areas) if areas.is_empty() => names,
            (names, areas) => say::IN_AREA.fill(lang, &[&names, &areas]),
        },
        (None, None) => areas(brief),
    };
    let what = match (what.is_empty(), about.is_empty()) {
        (true, _) => about.to_owned(),
        (false, true) => what,
        (false, false) => say::WITH_UNIT.fill(lang, &[&what, about]),
    };
    if unit.is_empty() || what.is_empty() {
        return join(&[what.as_str(), unit], "");
    }
    let line = say::WITH_UNIT.fill(lang, &[&what, unit]);
    // A unit is not broken: where it does not fit behind, it has a line of its own.
    let fits = brief.measure.width(&line, SUBHEADING.font) <= brief.room();
    if fits { line } else { join(&[what.as_str(), unit], "\n") }
}

/// The parts of a request that every kind fills alike; `about` is what a subheading made from the data must add.
pub(super) fn request(
    brief: &Brief<'_>,
    shown: &[DatumId],
    (unit, about): (&str, &str),
    explain: String,
) -> Request {
    if let Some(panel) = brief.panel {
        return Request {
            role: brief.role(),
            width: brief.width,
            height: brief.height,
            heading: panel.name.to_owned(),
            // A unit that all panels share stands above them all.
            subheading: if panel.span.is_some() { String::new() } else { unit.to_owned() },
            notes: vec![explain],
            ..Request::default()
        };
    }
    let mut notes: Vec<String> = brief.spec.note.iter().cloned().collect();
    notes.push(explain);
    if brief.spec.note.is_none() && !brief.phone() {
        notes.extend(scope_note(brief, shown));
    }
    Request {
        width: brief.width,
        height: brief.height,
        heading: if brief.spec.hidden.heading { String::new() } else { heading(brief) },
        subheading: subheading(brief, unit, if brief.spec.subheading.is_none() { about } else { "" }),
        notes,
        source: source_line(brief, shown),
        ..Request::default()
    }
}

/// The texts around a table of the data asked for, whose cells bring their units: what is measured, then the notes and
/// last the source line.
pub(crate) fn around(brief: &Brief<'_>) -> (String, Vec<String>) {
    let mut shown = Vec::new();
    for (id, datum) in brief.frame.data.iter().enumerate() {
        if datum.asked {
            shown.push(id);
        }
    }
    let own = brief.spec.note.clone().or_else(|| scope_note(brief, &shown));
    let flagged = shown.iter().any(|id| brief.frame.data[*id].flags.any());
    let signs = if flagged { say::SIGN_NOT_COMPARED.get(brief.spec.lang) } else { "" };
    let mut notes = Vec::new();
    for note in [own.unwrap_or_default(), signs.to_owned(), inferred(brief, &shown).to_owned()] {
        if !note.is_empty() {
            notes.push(note);
        }
    }
    notes.push(source_line(brief, &shown));
    (subheading(brief, "", ""), notes)
}

/// What a lone series says of its scope; an editor's note stands in its place, and a phone leaves it to the reading.
fn scope_note(brief: &Brief<'_>, shown: &[DatumId]) -> Option<String> {
    let first = brief.frame.data.get(*shown.first()?)?.series;
    let lone = shown.iter().all(|id| brief.frame.data[*id].series == first);
    let note = brief.frame.series[first].note.get(brief.spec.lang);
    (lone && !note.is_empty()).then(|| note.to_owned())
}

/// A value as it is read alone: with its unit, and whether it is demanded or expected.
pub(crate) fn value(brief: &Brief<'_>, datum: &Datum) -> String {
    let amount = amount(brief, datum);
    if datum.figure.is_none() { amount } else { stated(datum.status, amount, brief.spec.lang) }
}

/// As [`value`], for texts that say themselves whether the value is demanded.
pub(super) fn amount(brief: &Brief<'_>, datum: &Datum) -> String {
    let lang = brief.spec.lang;
    match datum.figure {
        None => say::NO_FIGURE.get(lang).to_owned(),
        Some(figure) => based(datum, told(figure, brief.series_of(datum), lang), lang),
    }
}

/// A figure of a series with its unit; of a rank from the bottom with the end it is counted from.
pub(crate) fn told(figure: Figure, series: &Series, lang: Lang) -> String {
    match series.from_bottom {
        true => from_bottom(figure, &series.unit, lang),
        false => quantity(figure, &series.unit, series.measure, lang),
    }
}

/// The first day of a figure that speaks of every month of a span, or of the mean of its years; the mean of one year
/// is that year's figure.
pub(super) fn spans(datum: &Datum) -> Option<i32> {
    let least = match datum.basis {
        Basis::EveryMonth => 1,
        Basis::AnnualMean => 366,
        _ => return None,
    };
    let (start, end) = (datum.period.start?.days(), datum.period.end?.days());
    (end - start >= least).then_some(start)
}

/// A value that speaks of every month or of a mean year says so wherever it stands.
pub(crate) fn based(datum: &Datum, text: String, lang: Lang) -> String {
    let say = if datum.basis == Basis::EveryMonth { say::EVERY_MONTH } else { say::ANNUAL_MEAN };
    if spans(datum).is_some() { say.fill(lang, &[&text]) } else { text }
}

/// A value as a label shows it: in the picture's magnitude, without the unit that stands in the subheading. A place
/// in an order has no magnitude and no unit but its own form.
pub(super) fn label(brief: &Brief<'_>, datum: &Datum, magnitude: Magnitude) -> String {
    let (lang, series) = (brief.spec.lang, brief.series_of(datum));
    match datum.figure {
        None => say::NO_FIGURE.get(lang).to_owned(),
        Some(figure) => stated(datum.status, based(datum, bare(figure, series, magnitude, lang), lang), lang),
    }
}

/// As [`label`], but for texts that say themselves whether the value is demanded.
pub(super) fn bare(found: Figure, series: &Series, magnitude: Magnitude, lang: Lang) -> String {
    if ordered(series) {
        return told(found, series, lang);
    }
    figure(found, magnitude, lang)
}

/// Whether values are places in an order: 1 is first, and more is not more of anything.
pub(super) fn ordered(series: &Series) -> bool {
    use crate::query::Measure as Of;
    matches!(series.measure, Of::Rank | Of::Tier | Of::Order)
}

/// A demand or an expectation says so wherever its value stands.
fn stated(status: Status, text: String, lang: Lang) -> String {
    match status {
        Status::Actual => text,
        Status::Target => say::TARGET.fill(lang, &[&text]),
        Status::Forecast => say::FORECAST.fill(lang, &[&text]),
    }
}

/// When a figure stands; a target without a period has no deadline, which is more than "unknown".
pub(crate) fn when(frame: &Frame, datum: &Datum, lang: Lang, style: Style) -> String {
    if datum.status == Status::Target && datum.period == Period::default() {
        return say::NO_DEADLINE.get(lang).to_owned();
    }
    period(datum.period, frame.series[datum.series].temporal, lang, style)
}

/// When a figure stands, and whether it is demanded or expected: what tells columns of figures apart.
pub(super) fn when_stated(brief: &Brief<'_>, datum: &Datum, lang: Lang, style: Style) -> String {
    stated(datum.status, when(brief.frame, datum, lang, style), lang)
}

/// The figures of the data shown; gaps have none. In one of several panels with a common scale the ends of their span
/// stand for its own: ticks and magnitude are then the same in all.
pub(super) fn figures(brief: &Brief<'_>, shown: &[DatumId]) -> Vec<Figure> {
    if let Some((low, high)) = brief.panel.and_then(|panel| panel.span) {
        return vec![Figure::exact(low), Figure::exact(high)];
    }
    shown.iter().filter_map(|id| brief.frame.data[*id].figure).collect()
}

/// The lowest value and the highest end among figures.
pub(super) fn extent(figures: &[Figure]) -> (f64, f64) {
    let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
    for figure in figures {
        low = low.min(figure.value);
        high = high.max(figure.top());
    }
    (low, high)
}

/// Width of the widest text, px.
pub(super) fn widest(texts: &[String], face: Face, measure: &Measure) -> f64 {
    let mut widest = 0.0_f64;
    for text in texts {
        widest = widest.max(measure.width(text, face.font));
    }
    widest
}

/// The magnitude that all numbers of a picture share: that of the smallest, so that few begin with "0.", but not
/// more than a step below what the largest asks for.
pub(super) fn magnitude(figures: &[Figure], series: &Series, lang: Lang) -> Magnitude {
    let (mut low, mut high) = (f64::INFINITY, 0.0_f64);
    for figure in figures {
        if figure.value != 0.0 {
            low = low.min(figure.value.abs());
            high = high.max(figure.top().abs());
        }
    }
    Magnitude::pick(within(low, high / 10.0, high), &series.unit, lang)
}

/// A sentence where a day that is shown is inferred.
pub(super) fn inferred(brief: &Brief<'_>, shown: &[DatumId]) -> &'static str {
    for id in shown {
        let datum = &brief.frame.data[*id];
        if datum.date_basis == DateBasis::Inferred && datum.status == Status::Actual {
            return say::SIGN_INFERRED.get(brief.spec.lang);
        }
    }
    ""
}

/// One sentence for each sign that the picture uses, in one paragraph.
pub(super) fn signs(brief: &Brief<'_>, shown: &[DatumId]) -> String {
    let lang = brief.spec.lang;
    let mut used = [false; 5];
    for id in shown {
        let datum = &brief.frame.data[*id];
        if let Some(figure) = datum.figure {
            used[0] |= figure.qualifier.open_above();
            used[1] |= figure.qualifier == Qualifier::AtMost;
            used[2] |= figure.qualifier.soft();
        }
        used[3] |= datum.status == Status::Forecast;
        used[4] |= datum.flags.any();
    }
    const SIGNS: [Say; 5] =
        [say::SIGN_OPEN, say::SIGN_AT_MOST, say::SIGN_SOFT, say::SIGN_FORECAST, say::SIGN_FLAGGED];
    let mut parts = Vec::new();
    for (sign, used) in SIGNS.iter().zip(used) {
        if used {
            parts.push(sign.get(lang));
        }
    }
    let inferred = inferred(brief, shown);
    if !inferred.is_empty() {
        parts.push(inferred);
    }
    say::SENTENCE_GAP.join(lang, &parts)
}

/// The documents that print what is shown, each with the sections, or the editor's own line.
pub fn source_line(brief: &Brief<'_>, shown: &[DatumId]) -> String {
    let lang = brief.spec.lang;
    if let Some(given) = &brief.spec.source {
        return say::SOURCE.fill(lang, &[given]);
    }
    let mut order: Vec<usize> = Vec::new();
    for source in 0..brief.frame.sources.len() {
        if shown.iter().any(|id| brief.frame.data[*id].source == source) {
            order.push(source);
        }
    }
    // With more than two documents the sections would drown their names; the reading of each datum keeps them.
    let sections = if order.len() > 2 || brief.phone() { &[] } else { shown };
    let mut cited: Vec<String> = Vec::new();
    for source in order {
        cited.push(cite(brief.frame, source, sections, lang));
    }
    if cited.is_empty() {
        String::new()
    } else {
        say::SOURCE.fill(lang, &[&say::LIST_GAP.join(lang, &cited)])
    }
}

/// A document with the sections of the data shown.
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
