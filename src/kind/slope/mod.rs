//! Two points in time: a line a series from one to the other, with names and values at both ends.

mod pair;
mod text;

use super::annotate::Axes;
use super::caption::{self, request};
use super::heights::Heights;
use super::highlight::{self, Light};
use super::legend::Legend;
use super::way::Way;
use super::{Brief, Nearest, Plan, Stage, one_unit, open};
use crate::color::Color;
use crate::error::Error;
use crate::geom::{Point, Rect};
use crate::layout::{Layout, Request};
use crate::query::{Figure, Status};
use crate::scale::Values;
use crate::scene::{Dash, DatumId, Layer, Shape, Stroke};
use crate::words::say;
use text::Tag;

/// Half the extent of a point, px.
const RADIUS: f64 = 4.5;
/// From an axis to the texts beside it, px.
const BESIDE: f64 = 14.0;
/// Up to so many series have colours of their own.
const COLORED: usize = 4;

/// A series with its figures on the first day and on the last.
struct Row {
    series: usize,
    ends: [Option<(DatumId, Figure)>; 2],
    /// Whether the two may be compared.
    joined: bool,
}

struct Slopes<'a> {
    brief: &'a Brief<'a>,
    rows: Vec<Row>,
    heights: Heights,
    /// What stands over the two axes.
    heads: [Vec<String>; 2],
    /// What stands beside the ends, by side and row.
    tags: [Vec<Option<Tag>>; 2],
    /// Widths of the columns of tags, px.
    gutters: [f64; 2],
    legend: Legend,
}

pub(super) fn plan<'a>(brief: &'a Brief<'a>) -> Result<Box<dyn Plan + 'a>, Error> {
    let shown = pair::shown(brief);
    if shown.is_empty() && brief.frame.data.iter().any(|datum| datum.asked) {
        return Err(brief.refused(say::NO_PAIR, "kind=\"bar\""));
    }
    one_unit(brief, &shown)?;
    let Some(days) = pair::days(brief, &shown) else {
        return Err(brief.refused(say::NO_PAIR, "kind=\"bar\""));
    };
    let rows = pair::rows(brief, &shown, days);
    let mut figures = Vec::new();
    for row in &rows {
        figures.extend(row.ends.iter().flatten().map(|end| end.1));
    }
    let first = &brief.frame.series[rows[0].series];
    let heights = Heights::new(brief, &figures, first, false)?;
    let heads = pair::heads(brief, &rows, days);
    let (tags, gutters) = ([Vec::new(), Vec::new()], [0.0; 2]);
    let mut slopes = Slopes { brief, rows, heights, heads, tags, gutters, legend: Legend::default() };
    slopes.name_ends();
    Ok(Box::new(slopes))
}

impl Slopes<'_> {
    /// The colour of a row: what is highlighted in the accent, else each its own where they are few.
    fn color(&self, row: usize) -> Color {
        let theme = self.brief.theme;
        let light = |row: &Row| highlight::series(self.brief, row.series);
        let own = light(&self.rows[row]);
        let peers = self.rows.iter().filter(|other| light(other) == own).count();
        let place = self.rows[..row].iter().filter(|other| light(other) == own).count();
        match own {
            Light::Dim => theme.context_line,
            _ if peers == 1 => theme.accent_text,
            Light::All if peers > COLORED => theme.context_line,
            _ => theme.nth(place),
        }
    }

    fn dim(&self, row: usize) -> bool {
        highlight::series(self.brief, self.rows[row].series) == Light::Dim
    }

    fn shown(&self) -> Vec<DatumId> {
        let mut shown = Vec::new();
        for row in &self.rows {
            shown.extend(row.ends.iter().flatten().map(|end| end.0));
        }
        shown
    }

    /// The places of the two axes.
    fn sides(&self, plot: Rect) -> [f64; 2] {
        let left = plot.x + self.gutters[0];
        [left, (plot.right() - self.gutters[1]).max(left + 1.0)]
    }

    fn at(&self, side: usize, figure: Figure, layout: &Layout, scale: Values) -> Point {
        Point::new(self.sides(layout.plot)[side], scale.map(figure.value))
    }

    fn lines(&self, layout: &Layout, scale: Values, stage: &mut Stage) {
        let (mut axes, mut lines) = (Layer::new("axes"), Layer::new("lines"));
        for x in self.sides(layout.plot) {
            let stroke = Stroke::new(self.brief.theme.grid, 1.0);
            axes.upright(None, x, (layout.plot.y, layout.plot.bottom()), stroke);
        }
        let mut order: Vec<usize> = (0..self.rows.len()).collect();
        crate::order::sort(&mut order, &|a, b| self.dim(*b).cmp(&self.dim(*a)));
        for at in order {
            let row = &self.rows[at];
            let [Some(a), Some(b)] = row.ends else { continue };
            if !row.joined {
                continue;
            }
            let expected = self.brief.frame.data[b.0].status == Status::Forecast;
            let dash = if expected { Dash::Dashed } else { Dash::Solid };
            let stroke = Stroke::new(self.color(at), if self.dim(at) { 1.5 } else { 2.5 });
            let ends = vec![self.at(0, a.1, layout, scale), self.at(1, b.1, layout, scale)];
            lines.line(Some(b.0), ends, stroke.dashed(dash));
        }
        stage.layer(axes);
        stage.layer(lines);
    }

    fn points(&self, layout: &Layout, scale: Values, stage: &mut Stage) {
        let mut layer = Layer::new("points");
        for (at, row) in self.rows.iter().enumerate() {
            for (side, end) in row.ends.iter().enumerate() {
                let Some((datum, figure)) = *end else { continue };
                let place = self.at(side, figure, layout, scale);
                let color = self.color(at);
                let radius = if self.dim(at) { 3.0 } else { RADIUS };
                let high = scale.map(figure.top());
                let word = self.heights.word(figure.qualifier);
                let spot = open::Spot { way: Way::Up, at: place, radius, high };
                open::sign(&mut layer, datum, word, &spot, color);
                let expected = self.brief.frame.data[datum].status == Status::Forecast;
                let stroke = expected.then(|| Stroke::new(color, 2.0).dashed(Dash::Dotted));
                let fill = Some(if expected { self.brief.theme.paper } else { color });
                let symbol = self.symbol(at);
                layer.push_datum(datum, Shape::Symbol { at: place, symbol, radius, fill, stroke });
                let area = Rect::new(place.x - 8.0, place.y - 8.0, 16.0, 16.0);
                stage.target(datum, row.series, place, area);
            }
        }
        stage.layer(layer);
    }
}

impl Plan for Slopes<'_> {
    fn request(&self) -> Request {
        let lang = self.brief.spec.lang;
        let shown = self.shown();
        let apart = self.rows.iter().any(|row| !row.joined && row.ends.iter().flatten().count() == 2);
        let apart = if apart { say::SLOPE_APART.get(lang) } else { "" };
        let signs = caption::signs(self.brief, &shown);
        let mut parts = vec![apart, self.heights.explain(self.brief), &signs];
        parts.retain(|part| !part.is_empty());
        let explain = say::SENTENCE_GAP.join(lang, &parts);
        let texts = self.column(0).max(self.column(1));
        let own = if self.brief.panel.is_some() { 96.0 } else { 240.0 };
        Request {
            top: self.legend.height() + self.head_height() + 18.0,
            bottom: 16.0,
            plot: texts.max(own),
            least: texts.max(64.0),
            ..request(self.brief, &shown, (&self.heights.unit, ""), explain)
        }
    }

    fn draw(&self, layout: &Layout, stage: &mut Stage) {
        let scale = self.heights.scale(layout.plot);
        self.legend.draw(self.brief, Point::new(layout.body.x, layout.body.y), stage);
        self.head(layout, stage);
        self.lines(layout, scale, stage);
        self.points(layout, scale, stage);
        self.labels(layout, scale, stage);
    }

    fn nearest(&self) -> Nearest {
        Nearest::AlongX
    }

    fn axes(&self, layout: &Layout) -> Axes {
        Axes { data: true, plot: layout.plot, ..Axes::default() }
    }
}
