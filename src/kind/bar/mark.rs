//! A bar into its shapes along an axis of values, with its outline, the zero line and what links the steps of a sum.

use super::{Bar, Bars, signed_top};
use crate::geom::Rect;
use crate::kind::Stage;
use crate::kind::open::{self, Place};
use crate::kind::way::Way;
use crate::query::{Figure, Qualifier, Status};
use crate::scale::Values;
use crate::scene::{Dash, Layer, Stroke};

/// Where values lie in solved boxes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Axis {
    pub(super) way: Way,
    pub(super) plot: Rect,
    /// px a unit.
    pub(super) unit: f64,
    /// From the plot's first edge to zero, px.
    pub(super) zero: f64,
}

impl Axis {
    pub(super) fn place(&self, value: f64) -> f64 {
        match self.way {
            Way::Right => self.plot.x + self.zero + value * self.unit,
            Way::Up => self.plot.bottom() - self.zero - value * self.unit,
        }
    }
}

impl Axis {
    /// The same as a scale, for annotations.
    pub(super) fn values(&self) -> Values {
        let unit = self.unit.max(f64::MIN_POSITIVE);
        let (long, ends) = match self.way {
            Way::Right => (self.plot.w, [self.plot.x, self.plot.right()]),
            Way::Up => (self.plot.h, [self.plot.bottom(), self.plot.y]),
        };
        Values::new(false, [-self.zero / unit, (long - self.zero) / unit], ends)
    }
}

impl Bars<'_> {
    /// Draws a bar and makes it readable.
    pub(super) fn mark(&self, bar: &Bar, axis: &Axis, first: f64, layer: &mut Layer, stage: &mut Stage) {
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
            if bar.covered {
                self.word(bar, f, &place, layer);
            }
            self.edge(bar, whole, &place, layer);
        }
        if let Some(datum) = bar.datum {
            let area = axis.way.rect((zero, end), across);
            let at = axis.way.point(tip, (across.0 + across.1) / 2.0);
            stage.target(datum, self.datum(datum).series, at, area);
        }
    }

    /// The word of a part that something stands on: its sign lies inside, at the end that is not quite there.
    fn word(&self, bar: &Bar, figure: Figure, place: &Place, layer: &mut Layer) {
        let (long, color) = (place.end - place.zero, self.brief.theme.on(bar.ink.fill));
        let (sign, stroke) = (long.signum(), Stroke::new(color, 1.5));
        let word = figure.qualifier;
        let (middle, inset) = ((place.across.0 + place.across.1) / 2.0, place.end - sign * 4.0);
        if word.soft() {
            place.way.rule(layer, bar.datum, inset, place.across, stroke.dashed(Dash::Dashed));
        } else if word != Qualifier::Exact && long.abs() >= 12.0 {
            let back = if word == Qualifier::AtMost { -sign } else { sign };
            let tip = place.way.point(if back == sign { inset } else { inset - sign * 4.0 }, middle);
            layer.line(bar.datum, place.way.chevron(back).points(tip, 4.0, 5.0), stroke);
        }
    }

    /// The outline of what is no plain report: demanded, expected, or not to be compared.
    fn edge(&self, bar: &Bar, figure: Figure, place: &Place, layer: &mut Layer) {
        let Some(id) = bar.datum else { return };
        let datum = self.datum(id);
        let (dash, color) = match datum.status {
            Status::Target => (Dash::Solid, bar.ink.line),
            Status::Forecast => (Dash::Dashed, bar.ink.line),
            Status::Actual if datum.flags.any() => (Dash::Dotted, self.brief.theme.ink),
            Status::Actual => return,
        };
        let inner = Place { across: (place.across.0 + 0.75, place.across.1 - 0.75), ..*place };
        layer.line(Some(id), open::outline(figure, &inner), Stroke::new(color, 1.5).dashed(dash));
    }

    /// The zero line: one through all rows, or a piece a row where names stand between the rows.
    pub(super) fn zero(&self, axis: &Axis, rows: &[(f64, f64)]) -> Layer {
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

    /// Thin rules from where a bar ends to where the next begins, for steps of one sum.
    pub(super) fn links(&self, axis: &Axis, rows: &[(f64, f64)]) -> Layer {
        let mut layer = Layer::new("links");
        let stroke = Stroke::new(self.brief.theme.limit, 1.0);
        let pairs = self.rows.iter().zip(rows).zip(self.rows.iter().zip(rows).skip(1));
        for ((row, own), (_, next)) in pairs.filter(|_| self.linked) {
            if let Some(bar) = row.bars.last() {
                axis.way.rule(&mut layer, None, axis.place(bar.end()), (own.1, next.0), stroke);
            }
        }
        layer
    }
}
