//! Points and the segments between them: a segment joins only what may be compared.

use super::{Lines, Scales, Spot, Style};
use crate::color::Color;
use crate::geom::{Point, Rect, within};
use crate::kind::Stage;
use crate::kind::highlight::Light;
use crate::kind::open;
use crate::kind::way::Way;
use crate::layout::Layout;
use crate::query::{Figure, Qualifier, Status};
use crate::scene::{Dash, DatumId, Layer, Shape, Stroke, Symbol};

/// Half the extent of a point, px.
const RADIUS: f64 = 4.5;
/// Points closer than this are drawn without symbols, px.
const CROWD: f64 = 9.0;
/// How much of its colour a line's area has.
const TINT: f64 = 0.16;

impl Lines<'_> {
    /// Whether a segment may join two neighbours.
    fn joined(&self, a: &Spot, b: &Spot) -> bool {
        let targets = a.status == Status::Target || b.status == Status::Target;
        !targets && self.brief.frame.comparable(self.datum(a), self.datum(b))
    }

    /// The series shown, those that are context first: what the picture is about lies on top.
    fn back_to_front(&self) -> Vec<usize> {
        let mut all = self.series.clone();
        all.retain(|series| self.light(*series) == Light::Dim);
        for series in &self.series {
            if self.light(*series) != Light::Dim {
                all.push(*series);
            }
        }
        all
    }

    /// The areas between lines and zero.
    pub(super) fn fills(&self, scales: &Scales, stage: &mut Stage) {
        let mut layer = Layer::new("areas");
        if self.style == Style::Area {
            let zero = scales.y.map(0.0);
            for series in self.back_to_front() {
                let fill = self.brief.theme.paper.mix(self.color(series), TINT);
                for run in self.runs(series, scales) {
                    let mut points = run.points;
                    let (first, last) = (points.first().map(|p| p.x), points.last().map(|p| p.x));
                    points.push(Point::new(last.unwrap_or(0.0), zero));
                    points.push(Point::new(first.unwrap_or(0.0), zero));
                    layer.add(Some(run.first), Shape::Area { points, fill });
                }
            }
        }
        stage.layer(layer);
    }

    pub(super) fn traces(&self, layout: &Layout, scales: &Scales, stage: &mut Stage) {
        let clip =
            Rect::between(layout.plot.x, layout.body.y, layout.plot.right(), layout.plot.bottom() + 6.0);
        let mut lines = Layer { name: "lines", clip: Some(clip), marks: Vec::new() };
        let order = self.back_to_front();
        for series in &order {
            let width = if self.light(*series) == Light::Dim { 1.5 } else { 2.5 };
            for run in self.runs(*series, scales) {
                if self.spots.len() <= 64 {
                    for ends in run.points.windows(2) {
                        take(ends[0], ends[1], &mut stage.taken);
                    }
                }
                let stroke = Stroke::new(self.color(*series), width).dashed(run.dash);
                lines.line(Some(run.first), run.points, stroke);
            }
        }
        stage.layers.push(lines);
        let mut points = Layer::new("points");
        for spot in order.iter().flat_map(|own| self.spots.iter().filter(move |spot| spot.series == *own)) {
            let Some(figure) = spot.figure else { continue };
            if let Some(from) = spot.from {
                self.span(spot, figure, scales.x.map(from), scales, (&mut points, stage));
                continue;
            }
            self.point(spot, figure, scales, &mut points);
            let at = scales.at(spot, figure);
            stage.take(at.x - 6.0, at.y - 6.0, 12.0, 12.0);
            if figure.qualifier.open_above() {
                stage.take(at.x - 7.0, at.y - 17.0, 14.0, 11.0);
            }
            let high = scales.y.map(figure.top());
            if high < at.y {
                stage.take(at.x - 5.0, high - 1.0, 10.0, at.y - high);
            }
        }
        stage.layers.push(points);
    }

    /// Runs of joined points with one dash each; a forecast begins a dashed run at the point before it.
    fn runs(&self, series: usize, scales: &Scales) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        let (mut open, mut before) = (false, None);
        for b in &self.spots {
            // Targets stand apart, and so do figures of a whole span.
            if b.series != series || b.status == Status::Target || b.from.is_some() {
                continue;
            }
            let Some(a) = before.replace(b) else { continue };
            let (Some(fa), Some(fb), true) = (a.figure, b.figure, self.joined(a, b)) else {
                open = false;
                continue;
            };
            let dash = if b.status == Status::Forecast { Dash::Dashed } else { Dash::Solid };
            let (from, to) = (scales.at(a, fa), scales.at(b, fb));
            if !(open && runs.last().is_some_and(|run| run.dash == dash)) {
                runs.push(Run { first: a.datum, dash, points: vec![from] });
            }
            if let Some(run) = runs.last_mut() {
                if self.style == Style::Step {
                    run.points.push(Point::new(to.x, from.y));
                }
                run.points.push(to);
            }
            open = true;
        }
        runs
    }

    /// Whether no segment reaches a spot of its series.
    fn lonely(&self, spot: &Spot) -> bool {
        let mut own = self.spots.iter().filter(|other| {
            other.series == spot.series && other.status != Status::Target && other.from.is_none()
        });
        let mut before: Option<&Spot> = None;
        let mut joined = false;
        for other in &mut own {
            let both = before.is_some_and(|b| {
                (b.datum == spot.datum || other.datum == spot.datum)
                    && b.figure.is_some()
                    && other.figure.is_some()
                    && self.joined(b, other)
            });
            joined |= both;
            before = Some(other);
        }
        !joined
    }

    fn point(&self, spot: &Spot, figure: Figure, scales: &Scales, layer: &mut Layer) {
        let theme = self.brief.theme;
        let at = scales.at(spot, figure);
        let target = spot.status == Status::Target;
        let color = if target { theme.ink } else { self.color(spot.series) };
        let high = scales.y.map(figure.top());
        let place = open::Spot { way: Way::Up, at, radius: RADIUS, high };
        open::sign(layer, spot.datum, self.heights.word(figure.qualifier), &place, color);
        let named = crate::kind::highlight::named(self.brief, self.datum(spot));
        if self.light(spot.series) == Light::Dim && !target {
            // Context has no symbols but where nothing else would show the figure.
            if self.lonely(spot) {
                let (symbol, fill) = (Symbol::Circle, Some(color));
                layer.push_datum(spot.datum, Shape::Symbol { at, symbol, radius: 3.0, fill, stroke: None });
            }
            return;
        }
        let width = scales.x.range[1] - scales.x.range[0];
        let crowd = f64::from(u32::try_from(self.spots.len()).unwrap_or(u32::MAX)) * CROWD > width;
        if !crowd || target || named || self.last(spot) || self.lonely(spot) {
            layer.push_datum(spot.datum, self.symbol(spot, at, color, named));
        }
    }

    /// A figure of a whole span: a level segment from its first day to its last, with its word over the middle.
    fn span(
        &self,
        spot: &Spot,
        figure: Figure,
        left: f64,
        scales: &Scales,
        (layer, stage): (&mut Layer, &mut Stage),
    ) {
        let (end, color, owner) = (scales.at(spot, figure), self.color(spot.series), Some(spot.datum));
        let soft = figure.qualifier.soft() || spot.status == Status::Forecast;
        let dash = if soft { Dash::Dashed } else { Dash::Solid };
        let stroke = Stroke::new(color, 2.5);
        layer.line(owner, vec![Point::new(left, end.y), end], stroke.dashed(dash));
        for x in [left, end.x] {
            layer.line(owner, vec![Point::new(x, end.y - 4.0), Point::new(x, end.y + 4.0)], stroke);
        }
        stage.take(left - 2.0, end.y - 4.0, end.x - left + 4.0, 8.0);
        let middle = scales.middle(spot, figure);
        let word = self.heights.word(figure.qualifier);
        if !word.soft() && word != Qualifier::Exact {
            let high = scales.y.map(figure.top());
            let place = open::Spot { way: Way::Up, at: middle, radius: 0.0, high };
            open::sign(layer, spot.datum, word, &place, color);
            stage.take(middle.x - 7.0, (middle.y - 13.0).min(high), 14.0, 26.0_f64.max(middle.y - high));
        }
    }

    fn symbol(&self, spot: &Spot, at: Point, color: Color, named: bool) -> Shape {
        let place = self.series.iter().position(|s| *s == spot.series).unwrap_or(0);
        let (symbol, radius) = match spot.status {
            Status::Target => (Symbol::Diamond, 5.0),
            _ if named || self.last(spot) => (Symbol::ORDER[place % 4], 5.5),
            _ => (Symbol::ORDER[place % 4], RADIUS),
        };
        let solid = (named || self.last(spot)) && spot.status == Status::Actual;
        let dash = if spot.status == Status::Forecast { Dash::Dotted } else { Dash::Solid };
        Shape::Symbol {
            at,
            symbol,
            radius,
            fill: Some(if solid { color } else { self.brief.theme.paper }),
            stroke: (!solid).then(|| Stroke::new(color, 2.5).dashed(dash)),
        }
    }

    /// Whether this is the newest reported or expected figure of its series.
    pub(super) fn last(&self, spot: &Spot) -> bool {
        let own = |s: &&Spot| s.series == spot.series && s.status != Status::Target && s.figure.is_some();
        self.spots.iter().rev().find(own).is_some_and(|newest| newest.datum == spot.datum)
    }
}

struct Run {
    /// The datum that it begins at.
    first: DatumId,
    dash: Dash,
    points: Vec<Point>,
}

/// Keeps labels off a segment by small boxes along it.
pub(in crate::kind) fn take(a: Point, b: Point, taken: &mut Vec<Rect>) {
    const STEP: f64 = 5.0;
    let length = a.distance2(b).sqrt();
    let count = within((length / STEP).ceil(), 1.0, 400.0);
    let mut i = 0.0;
    while i <= count {
        let t = i / count;
        taken.push(Rect::new(a.x + (b.x - a.x) * t - 1.5, a.y + (b.y - a.y) * t - 1.5, 3.0, 3.0));
        i += 1.0;
    }
}
