//! Points and the segments between them: a segment joins only what may be compared.

use super::{Lines, Scales, Spot};
use crate::color::Color;
use crate::geom::{Point, Rect, within};
use crate::kind::Stage;
use crate::kind::open;
use crate::kind::way::Way;
use crate::layout::Layout;
use crate::query::{Figure, Qualifier, Status};
use crate::scene::{Dash, Layer, Shape, Stroke, Symbol};

/// Half the extent of a point, px.
const RADIUS: f64 = 4.5;
/// Points closer than this are drawn without symbols, px.
const CROWD: f64 = 9.0;

impl Lines<'_> {
    /// Whether a segment may join two neighbours.
    fn joined(&self, a: &Spot, b: &Spot) -> bool {
        let targets = a.status == Status::Target || b.status == Status::Target;
        !targets && self.brief.frame.comparable(self.datum(a), self.datum(b))
    }

    pub(super) fn traces(&self, layout: &Layout, scales: &Scales, stage: &mut Stage) {
        let clip =
            Rect::between(layout.plot.x, layout.body.y, layout.plot.right(), layout.plot.bottom() + 6.0);
        let mut lines = Layer { name: "lines", clip: Some(clip), marks: Vec::new() };
        for series in &self.series {
            for run in self.runs(*series, scales) {
                if self.spots.len() <= 64 {
                    for ends in run.points.windows(2) {
                        take(ends[0], ends[1], stage);
                    }
                }
                let stroke = Stroke::new(self.color(*series), 2.5).dashed(run.dash);
                lines.line(None, run.points, stroke);
            }
        }
        stage.layers.push(lines);
        let mut points = Layer::new("points");
        for spot in &self.spots {
            let Some(figure) = spot.figure else { continue };
            self.point(spot, figure, scales, &mut points);
            let at = scales.at(spot, figure);
            stage.take(at.x - 6.0, at.y - 6.0, 12.0, 12.0);
            if figure.qualifier.open_above() {
                stage.take(at.x - 7.0, at.y - 17.0, 14.0, 11.0);
            }
        }
        stage.layers.push(points);
    }

    /// Runs of joined points with one dash each; a forecast begins a dashed run at the point before it.
    fn runs(&self, series: usize, scales: &Scales) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        let (mut open, mut before) = (false, None);
        for b in &self.spots {
            // Targets stand apart.
            if b.series != series || b.status == Status::Target {
                continue;
            }
            let Some(a) = before.replace(b) else { continue };
            let (Some(fa), Some(fb), true) = (a.figure, b.figure, self.joined(a, b)) else {
                open = false;
                continue;
            };
            let dash = if b.status == Status::Forecast { Dash::Dashed } else { Dash::Solid };
            match runs.last_mut() {
                Some(run) if open && run.dash == dash => run.points.push(scales.at(b, fb)),
                _ => runs.push(Run { dash, points: vec![scales.at(a, fa), scales.at(b, fb)] }),
            }
            open = true;
        }
        runs
    }

    fn point(&self, spot: &Spot, figure: Figure, scales: &Scales, layer: &mut Layer) {
        let theme = self.brief.theme;
        let at = scales.at(spot, figure);
        let target = spot.status == Status::Target;
        let color = if target { theme.ink } else { self.color(spot.series) };
        let high = scales.y.map(figure.top());
        // Where the first place is at the top, a place that is better than printed lies above.
        let word = match figure.qualifier {
            Qualifier::AtMost if self.ordered => Qualifier::AtLeast,
            Qualifier::Over | Qualifier::AtLeast if self.ordered => Qualifier::AtMost,
            word => word,
        };
        let place = open::Spot { way: Way::Up, at, radius: RADIUS, high };
        open::sign(layer, spot.datum, word, &place, color);
        let width = scales.x.range[1] - scales.x.range[0];
        let crowd = f64::from(u32::try_from(self.spots.len()).unwrap_or(u32::MAX)) * CROWD > width;
        if !crowd || target || self.last(spot) {
            layer.push_datum(spot.datum, self.symbol(spot, at, color));
        }
    }

    fn symbol(&self, spot: &Spot, at: Point, color: Color) -> Shape {
        let place = self.series.iter().position(|s| *s == spot.series).unwrap_or(0);
        let (symbol, radius) = match spot.status {
            Status::Target => (Symbol::Diamond, 5.0),
            _ if self.last(spot) => (Symbol::ORDER[place % 4], 5.5),
            _ => (Symbol::ORDER[place % 4], RADIUS),
        };
        let solid = self.last(spot) && spot.status == Status::Actual;
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
    dash: Dash,
    points: Vec<Point>,
}

/// Keeps labels off a segment by small boxes along it.
fn take(a: Point, b: Point, stage: &mut Stage) {
    const STEP: f64 = 5.0;
    let length = a.distance2(b).sqrt();
    let count = within((length / STEP).ceil(), 1.0, 400.0);
    let mut i = 0.0;
    while i <= count {
        let t = i / count;
        stage.take(a.x + (b.x - a.x) * t - 1.5, a.y + (b.y - a.y) * t - 1.5, 3.0, 3.0);
        i += 1.0;
    }
}
