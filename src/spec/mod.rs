//! What to draw: an [`Input`] as a page writes it becomes a [`ChartSpec`] that is valid by construction.

mod annotation;
mod form;
mod input;
mod plot;
mod show;
mod theme;

pub use annotation::{Annotation, Place};
pub use form::{Arrange, Form, Orient, Stem};
pub use input::Input;
pub use plot::{PlotSpec, Shape};
pub use show::Hidden;
pub use theme::{Faint, Mode, Theme};

use crate::error::Error;
use crate::query::cadence::Profile;
use crate::query::{Dataset, Date, Domain, Query, Status, near, plain_number};
use crate::words::{Lang, join};

/// How the figures are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// Whichever of the others the data ask for.
    #[default]
    Auto,
    /// A time series.
    Line,
    /// A time series over its area from zero.
    Area,
    /// A time series whose values hold until the next is printed.
    Step,
    /// Values side by side, from zero.
    Bar,
    /// Values as dots on rows.
    Dot,
    /// Two values a row, before and after.
    Dumbbell,
    /// Two points in time, a line a series between them.
    Slope,
    /// Targets against outcomes.
    Bullet,
    /// Shares of targets done, against the time gone.
    Progress,
    /// A target's path through its time, and what is done of it.
    Pace,
    /// A row an indicator: its newest figure, change, target and verdict.
    Scorecard,
    /// Places among a field.
    Ranking,
    /// One figure, large.
    Number,
    /// A small chart a series.
    Multiples,
    /// A square a target, by what became of it.
    Waffle,
    /// A sum or a span of time as the steps that make it.
    Waterfall,
    /// Figures in rows and columns.
    Table,
}

impl Kind {
    /// The names of the `kind` attribute.
    pub const NAMES: [(&'static str, Self); 18] = [
        ("auto", Self::Auto),
        ("line", Self::Line),
        ("area", Self::Area),
        ("step", Self::Step),
        ("bar", Self::Bar),
        ("dot", Self::Dot),
        ("dumbbell", Self::Dumbbell),
        ("slope", Self::Slope),
        ("bullet", Self::Bullet),
        ("progress", Self::Progress),
        ("pace", Self::Pace),
        ("scorecard", Self::Scorecard),
        ("ranking", Self::Ranking),
        ("number", Self::Number),
        ("multiples", Self::Multiples),
        ("waffle", Self::Waffle),
        ("waterfall", Self::Waterfall),
        ("table", Self::Table),
    ];
}

/// How values lie along their axis.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Spacing {
    /// Equal differences are equally long.
    #[default]
    Linear,
    /// Equal ratios are equally long.
    Log,
}

/// In which order rows stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// In time where rows are points in time, else by value.
    #[default]
    Auto,
    /// The largest first.
    Value,
    /// As the data and the spec name them.
    Given,
}

/// A valid request for a picture of a dataset.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChartSpec {
    /// How to draw.
    pub kind: Kind,
    /// What to draw; its ids are rows of the dataset it was resolved against.
    pub query: Query,
    /// The ids as given, for messages.
    pub given: String,
    /// The language of every text of ours.
    pub lang: Lang,
    /// The colours.
    pub theme: Theme,
    /// The shape of the kind.
    pub form: Form,
    /// The kind of the panels of multiples.
    pub panels: Kind,
    /// How values lie along their axis.
    pub scale: Spacing,
    /// In which order rows stand.
    pub sort: Sort,
    /// How the work of a target spreads over its time; none is straight by days.
    pub profile: Option<Profile>,
    /// Ids or names of what the picture is about; none makes no difference between series.
    pub highlight: Vec<String>,
    /// Texts, lines and bands of the editor's.
    pub annotations: Vec<Annotation>,
    /// Height of the whole picture, CSS px; none lets the kind choose.
    pub height: Option<f64>,
    /// What of the texts is left to the page.
    pub hidden: Hidden,
    /// The editor's heading.
    pub heading: Option<String>,
    /// The editor's subheading.
    pub subheading: Option<String>,
    /// The editor's note.
    pub note: Option<String>,
    /// The editor's source line.
    pub source: Option<String>,
    /// The editor's description.
    pub alt: Option<String>,
}

/// The heights a picture can be given, CSS px.
const HEIGHTS: std::ops::RangeInclusive<f64> = 120.0..=4000.0;

impl ChartSpec {
    /// Resolves ids, dates and names; an empty field counts as not given.
    ///
    /// # Errors
    /// Names the first field that cannot be used, with what was given.
    pub fn resolve(input: &Input, dataset: &Dataset) -> Result<Self, Error> {
        // Field by field into one value: a value that is given up half made must be taken apart only in one place.
        let mut spec = Self::default();
        spec.fill(input, dataset).map(|()| spec)
    }

    fn fill(&mut self, input: &Input, dataset: &Dataset) -> Result<(), Error> {
        self.kind = kind(&input.kind)?;
        self.query.domain = one_of("domain", &input.domain, &Domain::NAMES)?;
        self.query.status = one_of("status", &input.status, &Status::NAMES)?;
        // Its squares are targets: nothing else is asked of the data.
        self.query.status = self.query.status.or((self.kind == Kind::Waffle).then_some(Status::Target));
        (self.query.indicators, self.given) = indicators(input, dataset)?;
        self.panels = panels(&input.panels)?;
        let scales = [Spacing::Linear, Spacing::Log];
        self.scale = scales[choice("scale", &input.scale, &["linear", "log"])?];
        let sorts = [Sort::Auto, Sort::Value, Sort::Given];
        self.sort = sorts[choice("sort", &input.sort, &["auto", "value", "given"])?];
        self.profile = profile(&input.profile)?;
        self.theme = colors(input)?;
        self.form = form(&input.form)?;
        self.highlight = listed(&input.highlight);
        self.annotations = annotations(&input.annotations)?;
        self.query.area = area(input, dataset)?;
        self.query.from = day("from", &input.from, false)?;
        self.query.to = day("to", &input.to, true)?;
        if self.query.from.is_some() && self.query.to.is_some() && self.query.from > self.query.to {
            return Err(bad("to", &given_text(&input.to).unwrap_or_default(), "≥ from"));
        }
        self.lang = Lang::of(input.lang.as_deref().unwrap_or(""));
        self.height = height(&input.height)?;
        self.hidden = show::hidden(&input.show)?;
        let texts = [
            ("heading", &input.heading, &mut self.heading),
            ("subheading", &input.subheading, &mut self.subheading),
            ("note", &input.note, &mut self.note),
            ("source", &input.source, &mut self.source),
            ("alt", &input.alt, &mut self.alt),
        ];
        for (field, text, slot) in texts {
            *slot = prose(field, text)?;
        }
        Ok(())
    }
}

#[inline(never)]
fn kind(text: &Option<String>) -> Result<Kind, Error> {
    let Some(text) = given_text(text) else { return Ok(Kind::Auto) };
    named(&Kind::NAMES, &text)
        .ok_or_else(|| Error::UnknownKind { given: short(&text), known: names(&Kind::NAMES) })
}

/// The kind of small charts: any but those that are several by themselves.
fn panels(text: &Option<String>) -> Result<Kind, Error> {
    let whole = |kind| matches!(kind, Kind::Multiples | Kind::Scorecard | Kind::Waffle | Kind::Table);
    if let Ok(found) = kind(text)
        && !whole(found)
    {
        return Ok(found);
    }
    let mut can = Vec::new();
    for (name, kind) in Kind::NAMES {
        if !whole(kind) {
            can.push(name);
        }
    }
    Err(bad("panels", &given_text(text).unwrap_or_default(), &join(&can, " | ")))
}

/// The place of one of a few names; the first where none is given.
#[inline(never)]
fn choice(field: &'static str, text: &Option<String>, names: &[&str]) -> Result<usize, Error> {
    let Some(given) = given_text(text) else { return Ok(0) };
    names.iter().position(|name| *name == given).ok_or_else(|| bad(field, &given, &join(names, " | ")))
}

fn colors(input: &Input) -> Result<Theme, Error> {
    let theme = Theme::of(Mode::ALL[choice("theme", &input.theme, &Mode::NAMES)?]);
    let own = given_text(&input.colors).unwrap_or_default();
    theme.with(&own).map_err(|entry| bad("colors", entry, "paper #ffffff, accent #0b6b82"))
}

fn profile(text: &Option<String>) -> Result<Option<Profile>, Error> {
    let Some(given) = given_text(text) else { return Ok(None) };
    Profile::read(&given).map(Some).ok_or_else(|| Error::BadProfile { given: short(&given) })
}

fn form(text: &Option<String>) -> Result<Form, Error> {
    let given = given_text(text).unwrap_or_default();
    Form::read(&given).ok_or_else(|| bad("form", &given, form::WORDS))
}

fn annotations(text: &Option<String>) -> Result<Vec<Annotation>, Error> {
    let given = prose("annotations", text)?.unwrap_or_default();
    annotation::read(&given).map_err(|line| bad("annotations", line, annotation::FORMS))
}

/// Ids and names separated by commas of either language, for a name may hold spaces.
fn listed(text: &Option<String>) -> Vec<String> {
    let given = given_text(text).unwrap_or_default();
    let parts = given.split([',', '，', '、', '\n']).map(str::trim);
    parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// Longer texts of a page are mistakes: a document pasted into an attribute, not a note.
const LONGEST: usize = 2000;
/// No id is longer.
const LONGEST_ID: usize = 80;

/// What was given, short enough for a message.
fn short(text: &str) -> String {
    const ENOUGH: usize = 60;
    let mut out: String = text.chars().take(ENOUGH).collect();
    if out.len() < text.len() {
        out.push('…');
    }
    out
}

/// A text for the picture.
#[inline(never)]
fn prose(field: &'static str, text: &Option<String>) -> Result<Option<String>, Error> {
    let given = given_text(text);
    match &given {
        // Characters, not bytes: those that begin one.
        Some(text) if text.bytes().filter(|byte| byte & 0xc0 != 0x80).nth(LONGEST).is_some() => {
            Err(bad(field, text, "≤ 2000"))
        }
        _ => Ok(given),
    }
}

#[inline(never)]
fn given_text(field: &Option<String>) -> Option<String> {
    field.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}

#[inline(never)]
fn bad(field: &'static str, given: &str, expected: &str) -> Error {
    Error::BadField { field, given: short(given), expected: expected.to_owned() }
}

fn named<T: Copy>(table: &[(&str, T)], text: &str) -> Option<T> {
    table.iter().find(|(name, _)| *name == text).map(|(_, value)| *value)
}

/// A name of a table; none where none is given.
fn one_of<T: Copy>(
    field: &'static str,
    text: &Option<String>,
    table: &[(&str, T)],
) -> Result<Option<T>, Error> {
    let Some(given) = given_text(text) else { return Ok(None) };
    named(table, &given).map(Some).ok_or_else(|| bad(field, &given, &names(table)))
}

fn names<T>(table: &[(&str, T)]) -> String {
    let mut names = Vec::new();
    for (name, _) in table {
        names.push(*name);
    }
    join(&names, ", ")
}

fn indicators(input: &Input, dataset: &Dataset) -> Result<(Vec<usize>, String), Error> {
    let Some(given) = given_text(&input.indicator) else {
        // A domain, or a status, stands for every indicator that has it.
        let whole: Vec<String> = [&input.domain, &input.status].into_iter().filter_map(given_text).collect();
        return if whole.is_empty() {
            Err(Error::MissingIndicator)
        } else {
            Ok((Vec::new(), join(&whole, " ")))
        };
    };
    let mut ids = Vec::new();
    for id in given.split([' ', ',', '\n', '\t']).filter(|id| !id.is_empty()) {
        let found = dataset.indicator(id).ok_or_else(|| {
            // What is far too long for an id is like none of them.
            let close = if id.len() > LONGEST_ID { "" } else { id };
            let near = near(close, dataset.indicators.iter().map(|row| row.id.as_str()));
            Error::UnknownIndicator { given: short(id), near }
        })?;
        if !ids.contains(&found) {
            ids.push(found);
        }
    }
    if ids.is_empty() { Err(Error::MissingIndicator) } else { Ok((ids, short(&given))) }
}

fn area(input: &Input, dataset: &Dataset) -> Result<Option<usize>, Error> {
    let Some(given) = given_text(&input.area) else { return Ok(None) };
    dataset.area(&given).map(Some).ok_or_else(|| {
        let mut known = Vec::new();
        for row in &dataset.areas {
            known.push(row.id.as_str());
        }
        Error::UnknownArea { given: short(&given), known: join(&known, ", ") }
    })
}

/// Reads a year, a month or a day; `last` picks the last day of a year or month.
#[inline(never)]
fn day(field: &'static str, text: &Option<String>, last: bool) -> Result<Option<Date>, Error> {
    const FORMS: &str = "2024 | 2024-06 | 2024-06-30";
    let Some(given) = given_text(text) else { return Ok(None) };
    let found = match (given.len(), last) {
        (4, false) => Date::parse(&join(&[&given, "-01-01"], "")),
        (4, true) => Date::parse(&join(&[&given, "-12-31"], "")),
        (7, false) => Date::parse(&join(&[&given, "-01"], "")),
        (7, true) => {
            ["-31", "-30", "-29", "-28"].iter().find_map(|day| Date::parse(&join(&[&given, *day], "")))
        }
        _ => Date::parse(&given),
    };
    found.map(Some).ok_or_else(|| bad(field, &given, FORMS))
}

fn height(text: &Option<String>) -> Result<Option<f64>, Error> {
    let Some(given) = given_text(text) else { return Ok(None) };
    let number = plain_number(given.strip_suffix("px").unwrap_or(&given).trim());
    match number.filter(|h| HEIGHTS.contains(h)) {
        Some(h) => Ok(Some(h)),
        None => Err(bad("height", &given, "120–4000")),
    }
}

#[cfg(test)]
mod tests;
