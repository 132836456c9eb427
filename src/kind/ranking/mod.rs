//! Places among a field: a strip a row from the best place at the left to the last, or to where the sources stop.

mod strip;

use super::annotate::Axes;
use super::caption::{self, request};
use super::matrix;
use super::rows::Rows;
use super::{Brief, Nearest, Plan, Stage};
use crate::error::Error;
use crate::format::{Magnitude, Style};
use crate::geom::Rect;
use crate::layout::{Layout, Request, SMALL, VALUE};
use crate::order::sort;
use crate::query::{Figure, Measure, Qualifier, Series, Status};
use crate::scene::DatumId;
use crate::spec::Sort;
use crate::words::say;

/// Between rows, px.
const GAP: f64 = 12.0;
/// Height of what stands above the middle of a strip and below it, px.
const HALF: f64 = 29.0;
/// Height of a strip of tiers, px.
const BOXES: f64 = 30.0;
/// What names beside the strips must leave them, px.
const LEAST: f64 = 250.0;
/// Room for the part of a strip that the sources leave open, px.
const OPEN: f64 = 44.0;

/// A place, or the places within which one lies.
#[derive(Clone, Debug)]
struct Mark {
    datum: DatumId,
    figure: Option<Figure>,
    text: String,
    /// Whether it is the newest of its row.
    newest: bool,
}

/// A series, or one figure of it, along its strip.
#[derive(Clone, Debug)]
struct Row<'a> {
    series: &'a Series,
    name: String,
    note: String,
    marks: Vec<Mark>,
    /// How many places the strip shows.
    count: f64,
    /// Whether the source leaves open how many there are.
    open: bool,
}

struct Ranks<'a> {
    brief: &'a Brief<'a>,
    rows: Vec<Row<'a>>,
    names: Rows,
}

pub(super) fn plan<'a>(brief: &'a Brief<'a>) -> Result<Box<dyn Plan + 'a>, Error> {
    let shown = matrix::shown(brief);
    if shown.is_empty() {
        return Err(Error::NoData { given: brief.spec.given.clone() });
    }
    let place = |id: &DatumId| {
        let datum = &brief.frame.data[*id];
        let whole = |f: Figure| f.value >= 1.0 && f.value.fract() == 0.0;
        caption::ordered(brief.series_of(datum)) && datum.figure.is_none_or(whole)
    };
    if !shown.iter().all(place) {
        return Err(brief.refused(say::NOT_RANKED, "kind=\"bar\""));
    }
    let mut rows: Vec<Row<'_>> = Vec::new();
    for series in 0..brief.frame.series.len() {
        let own: Vec<DatumId> =
            shown.iter().copied().filter(|id| brief.frame.data[*id].series == series).collect();
        if together(brief, &own) {
            rows.push(row(brief, series, &own, own.len() < shown.len()));
        } else {
            rows.extend(own.iter().map(|id| row(brief, series, &[*id], own.len() < shown.len())));
        }
    }
    if brief.spec.sort == Sort::Value {
        let best = |row: &Row<'_>| {
            let newest = row.marks.iter().find(|mark| mark.newest).and_then(|mark| mark.figure);
            newest.map_or(f64::INFINITY, |figure| figure.value)
        };
        sort(&mut rows, &|a, b| {
            // A place from the bottom is held against none from the top.
            a.series.from_bottom.cmp(&b.series.from_bottom).then(best(a).total_cmp(&best(b)))
        });
    }
    let (names, notes): (Vec<String>, Vec<String>) =
        rows.iter().map(|row| (row.name.clone(), row.note.clone())).unzip();
    let mut ranks = Ranks { brief, rows, names: Rows::default() };
    let mut least = LEAST;
    for row in &ranks.rows {
        let wide = |mark: &Mark| brief.measure.width(&mark.text, VALUE.font);
        least = row.marks.iter().map(wide).fold(least, f64::max);
    }
    let heights = ranks.rows.iter().map(|row| ranks.height(row)).collect();
    ranks.names = Rows::noted(brief, &names, &notes, (heights, GAP), least);
    Ok(Box::new(ranks))
}

/// Whether the figures of a series can be told apart on one strip: two of them that differ.
fn together(brief: &Brief<'_>, own: &[DatumId]) -> bool {
    let [a, b] = own else { return own.len() == 1 };
    let of = |id: &DatumId| brief.frame.data[*id].figure;
    let tier = brief.series_of(&brief.frame.data[*a]).measure == Measure::Tier;
    let apart = of(a).zip(of(b)).is_some_and(|(a, b)| a.value != b.value);
    apart && !tier
}

/// A row of one figure, or of two on one strip; `several` is whether other series have rows too.
fn row<'a>(brief: &Brief<'a>, series: usize, own: &[DatumId], several: bool) -> Row<'a> {
    let (frame, lang) = (brief.frame, brief.spec.lang);
    let found = &frame.series[series];
    let mut reported: Option<DatumId> = None;
    for id in own {
        let datum = &frame.data[*id];
        let later = reported.is_none_or(|other| !datum.period.order(frame.data[other].period).is_lt());
        if datum.status != Status::Target && later {
            reported = Some(*id);
        }
    }
    let (mut marks, mut deepest) = (Vec::new(), 0.0_f64);
    let mut when = String::new();
    for id in own {
        let datum = &frame.data[*id];
        when = caption::when(frame, datum, lang, Style::Short);
        let text = caption::label(brief, datum, Magnitude::PLAIN);
        let text = match own.len() {
            2 if !when.is_empty() => say::VALUE_PERIOD.fill(lang, &[&text, &when]),
            _ => text,
        };
        deepest = datum.figure.map_or(deepest, |figure| deepest.max(figure.top()));
        let newest = reported.is_none_or(|newest| newest == *id);
        marks.push(Mark { datum: *id, figure: datum.figure, text, newest });
    }
    let known = found.field_size.map(f64::from).filter(|size| *size >= deepest);
    let field = match (found.field.get(lang), known) {
        ("", _) => String::new(),
        (field, Some(_)) => {
            let size = found.field_size.unwrap_or_default().to_string();
            say::AMONG_OF.fill(lang, &[field, &size])
        }
        (field, None) => field.to_owned(),
    };
    if own.len() > 1 {
        when = String::new();
    }
    let (name, mut note) = match several {
        true => (caption::short_name(brief, found), vec![field, when]),
        false => (when, vec![field]),
    };
    note.retain(|part| !part.is_empty());
    let note = say::LIST_GAP.join(lang, &note);
    Row { series: found, name, note, marks, count: known.unwrap_or(deepest), open: known.is_none() }
}

/// The places within which a figure lies, by their edges: 1 fills 0.5 to 1.5; none at the far end where it is open.
fn within(figure: Figure) -> (f64, Option<f64>) {
    let value = figure.value;
    match figure.qualifier {
        Qualifier::AtMost => (0.5, Some(value + 0.5)),
        Qualifier::Over => (value + 0.5, None),
        Qualifier::AtLeast => (value - 0.5, None),
        _ => (value - 0.5, Some(figure.top() + 0.5)),
    }
}

/// Whether a figure is one place, not a run of them.
fn alone(figure: Figure) -> bool {
    matches!(figure.qualifier, Qualifier::Exact | Qualifier::Nearly | Qualifier::About)
}

impl Ranks<'_> {
    /// Whether a row is drawn as boxes with the names of the tiers in them.
    fn boxed(&self, row: &Row<'_>) -> bool {
        let plain = row.marks.iter().all(|mark| mark.figure.is_some_and(alone));
        let least = row.count * (self.cell(row)) + OPEN;
        row.series.measure == Measure::Tier && plain && least <= LEAST.min(self.brief.room())
    }

    /// Width of a box, px.
    fn cell(&self, row: &Row<'_>) -> f64 {
        let mut widest = 0.0_f64;
        let mut texts: Vec<String> = row.marks.iter().map(|mark| mark.text.clone()).collect();
        let mut tier = 1.0;
        while tier <= row.count.min(6.0) {
            texts.push(self.tier(row, tier));
            tier += 1.0;
        }
        widest = widest.max(caption::widest(&texts, VALUE, self.brief.measure));
        widest + 24.0
    }

    fn tier(&self, row: &Row<'_>, tier: f64) -> String {
        caption::told(Figure::exact(tier), row.series, self.brief.spec.lang)
    }

    fn height(&self, row: &Row<'_>) -> f64 {
        if self.boxed(row) { BOXES } else { 2.0 * HALF }
    }

    fn shown(&self) -> Vec<DatumId> {
        self.rows.iter().flat_map(|row| &row.marks).map(|mark| mark.datum).collect()
    }

    /// Width of a place in rows of rings, which can be read against each other, px.
    fn pitch(&self, width: f64) -> f64 {
        let mut most = 1.0_f64;
        for row in self.rows.iter().filter(|row| row.count <= strip::MOST) {
            most = most.max(row.count);
        }
        ((width - OPEN) / most).min(26.0)
    }
}

impl Plan for Ranks<'_> {
    fn request(&self) -> Request {
        let (lang, shown) = (self.brief.spec.lang, self.shown());
        let signs = caption::signs(self.brief, &shown);
        let mut parts: Vec<&str> = Vec::new();
        if self.rows.iter().any(|row| !self.boxed(row)) {
            parts.push(say::SIGN_RINGS.get(lang));
        }
        if self.rows.iter().any(|row| row.open) {
            parts.push(say::SIGN_FIELD_OPEN.get(lang));
        }
        if self.rows.iter().any(|row| row.series.from_bottom) {
            parts.push(say::SIGN_FROM_BOTTOM.get(lang));
        }
        // What is said of arrows there does not hold of places: runs of them are bands.
        let bands = shown.iter().filter_map(|id| self.brief.frame.data[*id].figure).any(|f| !alone(f));
        if bands {
            parts.push(say::SIGN_BANDS.get(lang));
        }
        let plain: Vec<DatumId> =
            shown.iter().copied().filter(|id| self.brief.frame.data[*id].figure.is_none_or(alone)).collect();
        let signs = if bands { caption::signs(self.brief, &plain) } else { signs };
        if !signs.is_empty() {
            parts.push(&signs);
        }
        let explain = say::SENTENCE_GAP.join(lang, &parts);
        let height = self.names.height();
        Request {
            left: self.names.side(),
            top: 4.0,
            bottom: 4.0,
            plot: height,
            least: height,
            ..request(self.brief, &shown, ("", ""), explain)
        }
    }

    fn draw(&self, layout: &Layout, stage: &mut Stage) {
        let plot = layout.plot;
        let (rows, pitch) = (self.names.tops(plot), self.pitch(plot.w));
        for (at, (row, marks)) in self.rows.iter().zip(&rows).enumerate() {
            let own = row.marks.first().filter(|_| row.marks.len() == 1).map(|mark| mark.datum);
            self.names.name(self.brief, at, own, (plot.x, *marks), self.brief.theme.ink, stage);
            let area = Rect::between(plot.x, marks.0, plot.right(), marks.1);
            if self.boxed(row) { self.boxes(row, area, stage) } else { self.strip(row, area, pitch, stage) }
        }
    }

    fn axes(&self, layout: &Layout) -> Axes {
        Axes { data: true, plot: layout.plot, ..Axes::default() }
    }

    fn nearest(&self) -> Nearest {
        Nearest::AlongY
    }
}
