//! Bars from zero: one figure a row, several side by side or one on the other, lying or standing.

mod columns;
mod stack;

use super::caption::{self, request};
use super::legend::{Entry, Legend};
use super::matrix::{self, Matrix};
use super::open::{self, Ink, Place};
use super::rows::Rows;
use super::way::Way;
use super::{Brief, Nearest, Plan, Stage, one_unit};
use crate::color::Color;
use crate::error::Error;
use crate::format::{Magnitude, unit_line};
use crate::geom::Rect;
use crate::layout::{Layout, Request, SMALL, VALUE, label::Label};
use crate::query::{Datum, Figure, Qualifier, Series, Status};
use crate::scale::Ticks;
use crate::scene::{Align, Dash, DatumId, Layer, Stroke, Symbol};
use crate::spec::{Arrange, Spacing};
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
    datum: DatumId,
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
    brief: Brief<'a>,
    way: Way,
    arrange: Arrange,
    rows: Vec<Row>,
    names: Rows,
    legend: Legend,
    unit: String,
    magnitude: Magnitude,
    chronological: bool,
    /// Numbers along the values, where bars do not carry their own.
    ticks: Option<Ticks>,
    /// Width of those numbers with their air, px.
    gutter: f64,
}

pub(super) fn plan(brief: Brief<'_>) -> Result<Box<dyn Plan + '_>, Error> {
    let shown = matrix::shown(&brief);
    let series = one_unit(&brief, &shown)?;
    if caption::ordered(series) {
        return Err(brief.refused(say::RANKED, "kind=\"ranking\""));
    }
    if brief.spec.scale == Spacing::Log {
        return Err(brief.refused(say::LOG_LENGTH, "scale=\"linear\""));
    }
    let (mut matrix, arrange) = arranged(&brief, &shown);
    matrix.order(&brief);
    let figures = caption::figures(&brief, &shown);
    let magnitude = caption::magnitude(&figures, series, brief.spec.lang);
    let stacked = matches!(arrange, Arrange::Stacked | Arrange::Share);
    if stacked {
        stack::allowed(&brief, &matrix, series, arrange)?;
    }
    let mut bars = Bars {
        brief,
        way: Way::Right,
        arrange,
        rows: Vec::new(),
        names: Rows::default(),
        legend: Legend::default(),
        unit: unit_line(&series.unit, magnitude, brief.spec.lang),
        magnitude,
        chronological: matrix.chronological,
        ticks: None,
        gutter: 0.0,
    };
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
        let newest = matrix.newest(&brief);
        for group in &matrix.groups {
            let mut row = Row { name: group.name.clone(), ..Row::default() };
            for (column, id) in group.cells.iter().enumerate() {
                let Some(id) = *id else { continue };
                let datum = &brief.frame.data[id];
                let strong = if lone {
                    !matrix.chronological || newest == Some(id) || self.arrange == Arrange::Diverging
                } else {
                    !matrix.newest_last || column + 1 == matrix.columns.len()
                };
                let color = (!lone && !matrix.newest_last).then(|| brief.theme.nth(column));
                let ink = self.ink(datum, color, strong);
                let news = color.is_none() && datum.status == Status::Actual && strong;
                let told = match datum.figure {
                    None => brief.theme.muted,
                    Some(_) if news => ink.line,
                    Some(_) => brief.theme.ink,
                };
                let text = caption::label(&brief, datum, self.magnitude);
                row.bars.push(Bar {
                    datum: id,
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
                stack::pile(&brief, &mut row, self.arrange, (self.magnitude, series));
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
            let color = match matrix.newest_last {
                true if last => theme.accent,
                true => theme.context,
                false => theme.nth(at),
            };
            entries.push(Entry { name: name.clone(), color, symbol: Symbol::Square, hollow: false });
        }
        Legend::new(&self.brief, &entries)
    }

    /// Lays the bars down: names at the left or above, values behind their ends.
    fn lie(&mut self) {
        self.way = Way::Right;
        let count: usize = self.rows.iter().map(|row| if self.stacked() { 1 } else { row.bars.len() }).sum();
        let (bar, gap) = match (count, self.rows.len() == count) {
            (0..=6, true) => (28.0, 20.0),
            (7..=12, true) => (22.0, 14.0),
            (13..=40, true) => (18.0, 10.0),
            (_, true) => (13.0, 7.0),
            (0..=9, false) => (20.0, 22.0),
            _ => (15.0, 16.0),
        };
        let (mut names, mut marks) = (Vec::new(), Vec::new());
        let stacked = self.stacked();
        for row in &mut self.rows {
            let mut across = 0.0;
            for each in &mut row.bars {
                each.slot = (across, across + bar);
                if !stacked {
                    across += bar + 3.0;
                }
            }
            row.thick = if stacked || row.bars.is_empty() { bar } else { across - 3.0 };
            names.push(row.name.clone());
            marks.push(row.thick);
        }
        let sides = self.sides();
        self.names = Rows::new(&self.brief, &names, marks, gap, sides + LEAST);
    }

    /// The widest texts behind bars on either side of zero, px.
    fn sides(&self) -> f64 {
        let mut sides = [0.0_f64; 2];
        for (value, extra) in self.ends() {
            let side = &mut sides[usize::from(value < 0.0)];
            *side = side.max(extra);
        }
        sides[0] + sides[1]
    }

    /// Where bars end, in units, with what stands beyond each end, px.
    fn ends(&self) -> Vec<(f64, f64)> {
        let mut ends = Vec::new();
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

    /// Draws a bar and makes it readable.
    fn mark(&self, bar: &Bar, axis: &Axis, first: f64, layer: &mut Layer, stage: &mut Stage) {
        let across = (first + bar.slot.0, first + bar.slot.1);
        let zero = axis.place(bar.base);
        let (mut end, mut tip) = (zero, zero);
        if let Some(f) = bar.figure {
            (end, tip) = (axis.place(bar.base + f.value), axis.place(bar.base + signed_top(f)));
            let high = axis.place(bar.base + f.top());
            let place = Place { way: axis.way, zero, end, high, across };
            let plain = Figure { qualifier: Qualifier::Exact, high: None, ..f };
            let whole = if bar.covered { plain } else { f };
            open::bar(layer, bar.datum, whole, &place, &bar.ink);
            self.edge(bar, whole, &place, layer);
        }
        let series = self.datum(bar.datum).series;
        let area = axis.way.rect((zero, end), across);
        stage.target(bar.datum, series, axis.way.point(tip, (across.0 + across.1) / 2.0), area);
    }

    /// The outline of what is no plain report: demanded, expected, or not to be compared.
    fn edge(&self, bar: &Bar, figure: Figure, place: &Place, layer: &mut Layer) {
        let datum = self.datum(bar.datum);
        let (dash, color) = match datum.status {
            Status::Target => (Dash::Solid, bar.ink.line),
            Status::Forecast => (Dash::Dashed, bar.ink.line),
            Status::Actual if datum.flags.any() => (Dash::Dotted, self.brief.theme.ink),
            Status::Actual => return,
        };
        let inner = Place { across: (place.across.0 + 0.75, place.across.1 - 0.75), ..*place };
        layer.line(Some(bar.datum), open::outline(figure, &inner), Stroke::new(color, 1.5).dashed(dash));
    }

    /// The value behind a lying bar's end, else on the free side of zero, else at the far end of the name's line.
    fn value(&self, bar: &Bar, axis: &Axis, first: f64) -> Label {
        let across = (first + bar.slot.0, first + bar.slot.1);
        let baseline = ((across.0 + across.1) / 2.0 + 0.36 * VALUE.font.size).round();
        let zero = axis.place(0.0);
        let way = bar.figure.map_or(1.0, |f| if signed_top(f) < 0.0 { -1.0 } else { 1.0 });
        let end = bar.figure.map_or(zero, |f| axis.place(signed_top(f)) + way * open::reach(f));
        let (align, other) =
            if way < 0.0 { (Align::Right, Align::Left) } else { (Align::Left, Align::Right) };
        let face = if bar.figure.is_some() { VALUE } else { SMALL };
        let mut label = Label::new(bar.datum, bar.text.clone(), face, bar.told);
        label.or(end + way * AIR, baseline, align);
        if bar.figure.is_none_or(|f| f.value >= 0.0 || f.top() <= 0.0) {
            label.or(zero - way * AIR, baseline, other);
        }
        if self.names.side() == 0.0 {
            label.or(axis.plot.right(), across.0 - 7.0, Align::Right);
        }
        label
    }

    /// The zero line: one through all rows, or a piece a row where names stand between the rows.
    fn zero(&self, axis: &Axis, rows: &[(f64, f64)]) -> Layer {
        let stroke = Stroke::new(self.brief.theme.ink, 1.0);
        let zero = axis.place(0.0);
        let (mut layer, plot) = (Layer::new("zero"), axis.plot);
        match axis.way {
            Way::Up => layer.level(None, zero, (plot.x, plot.right()), stroke),
            Way::Right if self.names.side() > 0.0 => {
                layer.upright(None, zero, (plot.y - 8.0, plot.bottom() + 8.0), stroke);
            }
            Way::Right => {
                for (top, bottom) in rows {
                    layer.upright(None, zero, (top - 2.0, bottom + 2.0), stroke);
                }
            }
        }
        layer
    }

    fn draw_lying(&self, layout: &Layout, stage: &mut Stage) {
        let plot = layout.plot;
        // A pixel is kept back: the zero line moves to a whole one.
        let (unit, zero) = self.solve(plot.w - 1.0);
        let axis = Axis { way: Way::Right, plot, unit, zero: zero.ceil() };
        let tops = self.names.tops(plot);
        let (mut bars, mut values) = (Layer::new("bars"), Vec::new());
        for (at, (row, marks)) in self.rows.iter().zip(&tops).enumerate() {
            let own = row.bars.first().filter(|_| row.bars.len() == 1).map(|bar| bar.datum);
            self.names.name(&self.brief, at, own, (plot.x, *marks), self.brief.theme.ink, stage);
            for bar in &row.bars {
                self.mark(bar, &axis, marks.0, &mut bars, stage);
                if !self.stacked() {
                    values.push(self.value(bar, &axis, marks.0));
                }
            }
            if self.stacked() {
                self.pile_labels(row, &axis, marks.0, &mut values);
            }
        }
        stage.layer(bars);
        stage.layer(self.zero(&axis, &tops));
        stage.labels("values", values, layout, self.brief.measure);
    }
}

/// Where values lie in solved boxes.
#[derive(Clone, Copy, Debug)]
struct Axis {
    way: Way,
    plot: Rect,
    /// px a unit.
    unit: f64,
    /// From the plot's first edge to zero, px.
    zero: f64,
}

impl Axis {
    fn place(&self, value: f64) -> f64 {
        match self.way {
            Way::Right => self.plot.x + self.zero + value * self.unit,
            Way::Up => self.plot.bottom() - self.zero - value * self.unit,
        }
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
        let shown: Vec<DatumId> = self.rows.iter().flat_map(|row| &row.bars).map(|bar| bar.datum).collect();
        let explain = caption::signs(&self.brief, &shown);
        let legend = self.legend.height();
        let own = request(&self.brief, &shown, (&self.unit, ""), explain);
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
                plot: if self.brief.phone() { 180.0 } else { 220.0 },
                least: 96.0,
                ..own
            },
        }
    }

    fn draw(&self, layout: &Layout, stage: &mut Stage) {
        self.legend.draw(&self.brief, layout.body.corner(), stage);
        match self.way {
            Way::Right => self.draw_lying(layout, stage),
            Way::Up => self.draw_standing(layout, stage),
        }
    }

    fn nearest(&self) -> Nearest {
        match self.way {
            Way::Right => Nearest::AlongY,
            Way::Up => Nearest::AlongX,
        }
    }
}
