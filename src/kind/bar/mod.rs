//! Bars from zero: one figure a row, several side by side or one on the other, lying or standing.

mod columns;
mod mark;
mod panel;
mod rows;
mod stack;
mod steps;

use mark::Axis;
pub(super) use steps::{Step, running};

use super::annotate::{self, Axes};
use super::caption::{self, request};
use super::highlight::{self, Light};
use super::legend::{Entry, Legend};
use super::matrix::{self, Matrix};
use super::open::{self, Ink};
use super::rows::Rows;
use super::way::Way;
use super::{Brief, Nearest, Plan, Stage, one_unit};
use crate::color::Color;
use crate::error::Error;
use crate::format::{Magnitude, unit_line};
use crate::geom::within;
use crate::layout::{Face, Layout, Request, VALUE, label::Label};
use crate::query::{Datum, Figure, Series, Status};
use crate::scale::Ticks;
use crate::scene::{DatumId, Symbol};
use crate::spec::Arrange;
use crate::words::say;

/// Air between a bar's end and its value, px.
const AIR: f64 = 8.0;
/// What names beside the bars must leave the longest bar, px; else they stand above.
const LEAST: f64 = 40.0;
/// A value above or under a standing bar, with its air, px.
const CAP: f64 = 24.0;

/// A bar of a group.
#[derive(Clone, Debug)]
struct Bar {
    /// None for a sum.
    datum: Option<DatumId>,
    /// What is as long as the bar; none is a gap.
    figure: Option<Figure>,
    /// The value that it begins at: zero, or the end of what it stands on.
    base: f64,
    /// Its edges across the values, from the group's first edge, px.
    slot: (f64, f64),
    ink: Ink,
    /// Its value; empty where an axis tells it.
    text: String,
    /// The ink of its value.
    told: Color,
    /// Whether something stands on it.
    covered: bool,
}

impl Bar {
    /// Where it ends, in units.
    fn end(&self) -> f64 {
        self.base + self.figure.map_or(0.0, |f| f.value)
    }

    /// Its value as a label without a place.
    fn label(&self, face: Face) -> Label {
        Label { datum: self.datum, ..Label::free(self.text.clone(), face, self.told) }
    }
}

/// The bars beside one name.
#[derive(Clone, Debug, Default)]
struct Row {
    name: String,
    bars: Vec<Bar>,
    /// What the bars of a stack add up to.
    total: String,
    /// Extent across the values, px.
    thick: f64,
}

struct Bars<'a> {
    brief: &'a Brief<'a>,
    way: Way,
    arrange: Arrange,
    rows: Vec<Row>,
    names: Rows,
    legend: Legend,
    unit: String,
    magnitude: Magnitude,
    chronological: bool,
    /// Whether each bar begins where the one before it ends.
    linked: bool,
    /// Numbers along the values, where bars do not carry their own.
    ticks: Option<Ticks>,
    /// Width of those numbers with their air, px.
    gutter: f64,
}

pub(super) fn plan<'a>(brief: &'a Brief<'a>) -> Result<Box<dyn Plan + 'a>, Error> {
    let shown = matrix::shown(brief);
    let series = one_unit(brief, &shown)?;
    if caption::ordered(series) {
        return Err(brief.refused(say::RANKED, "kind=\"ranking\""));
    }
    let (mut matrix, arrange) = arranged(brief, &shown);
    matrix.order(brief);
    let figures = caption::figures(brief, &shown);
    let magnitude = caption::magnitude(&figures, series, brief.spec.lang);
    let stacked = matches!(arrange, Arrange::Stacked | Arrange::Share);
    if stacked {
        stack::allowed(brief, &matrix, series, arrange)?;
    }
    let unit = unit_line(&series.unit, magnitude, brief.spec.lang);
    let chronological = matrix.chronological;
    let mut bars = Bars { arrange, unit, chronological, ..Bars::empty(brief, magnitude) };
    if arrange == Arrange::Share {
        bars.unit = say::SHARE_OF_SUM.get(brief.spec.lang).to_owned();
    }
    bars.fill(&matrix, series);
    bars.legend = bars.named(&matrix);
    if !bars.stand() {
        bars.lie();
    }
    Ok(Box::new(bars))
}

/// Groups and columns, and how columns stand: side by side, on each other, or one figure a row.
fn arranged(brief: &Brief<'_>, shown: &[DatumId]) -> (Matrix, Arrange) {
    let cross = matrix::cross(brief, shown);
    match (brief.spec.form.arrange, cross) {
        (Arrange::Stacked | Arrange::Share, None) => (stack::parts(brief, shown), brief.spec.form.arrange),
        (Arrange::Auto, Some(matrix)) => (matrix, Arrange::Grouped),
        (arrange, Some(matrix)) => (matrix, arrange),
        (arrange, None) => (matrix::list(brief, shown), arrange),
    }
}

impl<'a> Bars<'a> {
    fn empty(brief: &'a Brief<'a>, magnitude: Magnitude) -> Self {
        Self {
            brief,
            way: Way::Right,
            arrange: Arrange::Auto,
            rows: Vec::new(),
            names: Rows::default(),
            legend: Legend::default(),
            unit: String::new(),
            magnitude,
            chronological: false,
            linked: false,
            ticks: None,
            gutter: 0.0,
        }
    }
}

impl Bars<'_> {
    fn datum(&self, id: DatumId) -> &Datum {
        &self.brief.frame.data[id]
    }

    fn stacked(&self) -> bool {
        matches!(self.arrange, Arrange::Stacked | Arrange::Share)
    }

    /// Fills the rows with bars, not yet placed.
    fn fill(&mut self, matrix: &Matrix, series: &Series) {
        let brief = self.brief;
        let lone = matrix.columns.len() == 1;
        let newest = matrix.newest(brief);
        for group in &matrix.groups {
            let mut row = Row { name: group.name.clone(), ..Row::default() };
            for (column, id) in group.cells.iter().enumerate() {
                let Some(id) = *id else { continue };
                let datum = &brief.frame.data[id];
                let light = highlight::lit(brief, datum);
                let strong = match light {
                    Light::Lit => true,
                    Light::Dim => false,
                    Light::All if lone => {
                        !matrix.chronological || newest == Some(id) || self.arrange == Arrange::Diverging
                    }
                    Light::All => !matrix.newest_last || column + 1 == matrix.columns.len(),
                };
                let several = !lone && !matrix.newest_last && light == Light::All;
                let color = several.then(|| brief.theme.nth(column));
                let ink = self.ink(datum, color, strong);
                let news = color.is_none() && datum.status == Status::Actual && strong;
                let told = match datum.figure {
                    None => brief.theme.muted,
                    Some(_) if news => ink.line,
                    Some(_) => brief.theme.ink,
                };
                let text = caption::label(brief, datum, self.magnitude);
                row.bars.push(Bar {
                    datum: Some(id),
                    figure: datum.figure,
                    base: 0.0,
                    slot: (0.0, 0.0),
                    ink,
                    text,
                    told,
                    covered: false,
                });
            }
            if self.stacked() {
                stack::pile(brief, &mut row, self.arrange, (self.magnitude, series));
            }
            self.rows.push(row);
        }
    }

    /// The ink of a bar: of its column, or the accent for the news and grey for context.
    fn ink(&self, datum: &Datum, color: Option<Color>, strong: bool) -> Ink {
        let theme = self.brief.theme;
        let against = self.arrange == Arrange::Diverging && datum.figure.is_some_and(|f| f.value < 0.0);
        let (fill, line) = match (color, strong) {
            (Some(color), _) => (color, color),
            (None, _) if against => (theme.time, theme.time_text),
            (None, true) => (theme.accent, theme.accent_text),
            (None, false) => (theme.context, theme.context_line),
        };
        // Hollow: a demand or an expectation is not a thing that happened.
        let hollow = datum.status != Status::Actual;
        let (fill, line) = match (hollow, color) {
            (true, None) => (theme.paper, theme.context_line),
            (true, Some(color)) => (theme.paper, color),
            (false, _) => (fill, line),
        };
        Ink { fill, line, faint: theme.track, paper: theme.paper }
    }

    /// The legend of the columns, where there are several.
    fn named(&self, matrix: &Matrix) -> Legend {
        let theme = self.brief.theme;
        let mut entries = Vec::new();
        for (at, name) in matrix.columns.iter().enumerate().filter(|_| matrix.columns.len() > 1) {
            let last = at + 1 == matrix.columns.len();
            let first = matrix.groups.iter().find_map(|group| group.cells[at]);
            // What is demanded or expected is hollow in the legend as in the picture.
            let hollow = first.is_some_and(|id| self.datum(id).status != Status::Actual);
            let light = first.map_or(Light::All, |id| highlight::lit(self.brief, self.datum(id)));
            let color = match (light, matrix.newest_last) {
                (Light::Lit, _) => theme.accent,
                (Light::Dim, _) => theme.context,
                (Light::All, true) if last => theme.accent,
                (Light::All, true) => theme.context,
                (Light::All, false) => theme.nth(at),
            };
            let data = matrix.column(at);
            entries.push(Entry { name: name.clone(), color, symbol: Symbol::Square, hollow, data });
        }
        Legend::new(self.brief, &entries)
    }

    /// Where bars end, in units, with what stands beyond each end, px.
    fn ends(&self) -> Vec<(f64, f64)> {
        let mut ends = self.common_ends();
        let (low, high) = annotate::span(self.brief, (0.0, 0.0));
        ends.push((low, 4.0));
        ends.push((high, 4.0));
        for row in &self.rows {
            for bar in &row.bars {
                let Some(f) = bar.figure else {
                    ends.push((0.0, self.beyond(&bar.text, None)));
                    continue;
                };
                if bar.covered {
                    continue;
                }
                let text = if self.stacked() { &row.total } else { &bar.text };
                ends.push((bar.base + signed_top(f), self.beyond(text, Some(f))));
                // A range may lie on both sides of zero.
                ends.push((bar.base + f.value, 0.0));
                ends.push((bar.base + f.top(), 0.0));
            }
        }
        ends
    }

    /// What stands beyond the end of a bar: its sign, air and value, px.
    fn beyond(&self, text: &str, figure: Option<Figure>) -> f64 {
        let sign = figure.map_or(0.0, open::reach);
        match self.way {
            _ if text.is_empty() => sign + 4.0,
            Way::Right => AIR + self.brief.measure.width(text, VALUE.font) + sign,
            Way::Up => CAP + sign,
        }
    }

    /// The largest scale at which no value leaves the room: bars grow with it, so a bisection finds it.
    fn solve(&self, room: f64) -> (f64, f64) {
        let mut ends = self.ends();
        let [first, last] = reach(&ends, 0.0);
        if first + last > room {
            // Not even the values alone have room; zero stays in the picture, and the reading says the longest.
            for end in &mut ends {
                end.1 = end.1.min(room * 0.4);
            }
        }
        let mut top = 0.0_f64;
        for (value, _) in &ends {
            top = top.max(value.abs());
        }
        let (mut low, mut high) = (0.0, if top > 0.0 { room / top } else { 0.0 });
        for _ in 0..48 {
            let middle = (low + high) / 2.0;
            let [first, last] = reach(&ends, middle);
            if first + last <= room { low = middle } else { high = middle }
        }
        (low, reach(&ends, low)[0])
    }
}

/// How far rows reach to either side of zero, px: `ends` are values and what stands beyond them in px.
fn reach(ends: &[(f64, f64)], scale: f64) -> [f64; 2] {
    let mut far = [0.0_f64; 2];
    for (value, extra) in ends {
        // Numbers left of zero keep off the names.
        let (side, air) = if *value < 0.0 { (0, AIR) } else { (1, 0.0) };
        far[side] = far[side].max(value.abs() * scale + extra + air);
    }
    far
}

/// The printed number that reaches farthest from zero.
fn signed_top(f: Figure) -> f64 {
    match f.high {
        Some(high) if high.abs() > f.value.abs() => high,
        _ => f.value,
    }
}

impl Plan for Bars<'_> {
    fn request(&self) -> Request {
        let shown: Vec<DatumId> =
            self.rows.iter().flat_map(|row| &row.bars).filter_map(|bar| bar.datum).collect();
        let explain = caption::signs(self.brief, &shown);
        let legend = self.legend.height();
        let own = request(self.brief, &shown, (&self.unit, ""), explain);
        match self.way {
            Way::Right => {
                let height = self.names.height();
                let (left, top) = (self.names.side(), 8.0 + legend);
                Request { left, top, bottom: 8.0, plot: height, least: height, ..own }
            }
            Way::Up => Request {
                left: self.gutter,
                top: 8.0 + legend,
                bottom: self.foot(),
                plot: match self.brief.panel {
                    Some(_) => within(self.brief.width * 0.55, 96.0, 150.0).round(),
                    None if self.brief.phone() => 180.0,
                    None => 220.0,
                },
                least: 96.0,
                ..own
            },
        }
    }

    fn draw(&self, layout: &Layout, stage: &mut Stage) {
        self.legend.draw(self.brief, layout.body.corner(), stage);
        match self.way {
            Way::Right => self.draw_lying(layout, stage),
            Way::Up => self.draw_standing(layout, stage),
        }
    }

    fn axes(&self, layout: &Layout) -> Axes {
        let axis = match self.way {
            Way::Right => self.reaching(layout.plot),
            Way::Up => self.rising(layout.plot),
        };
        // Shares are no values of the unit.
        let values = (self.arrange != Arrange::Share).then(|| (axis.values(), self.way));
        Axes { values, data: true, plot: layout.plot, ..Axes::default() }
    }

    fn nearest(&self) -> Nearest {
        match self.way {
            Way::Right => Nearest::AlongY,
            Way::Up => Nearest::AlongX,
        }
    }
}
