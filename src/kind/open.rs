//! Words as marks: the open, soft and two-ended ends of a value.

use super::way::Way;
use crate::color::Color;
use crate::geom::Point;
use crate::query::{Figure, Qualifier};
use crate::scene::{Dash, DatumId, Layer, Mark, Shape, Stroke, Symbol};

/// How far an open bar's point reaches past its value, px.
const POINT: f64 = 8.0;
/// From a bar's point to the tip of its chevron, px.
const CHEVRON: f64 = 11.0;
/// Width of chevron strokes, px.
const STROKE: f64 = 2.0;
/// Half the width of the uncertain part of a bar that is *about* its value, px.
const SOFT: f64 = 5.0;

/// How far the signs of a bar's end reach past its value, px.
pub(super) fn reach(figure: Figure) -> f64 {
    match figure.qualifier {
        Qualifier::Over | Qualifier::AtLeast => POINT + CHEVRON,
        Qualifier::AtMost => CHEVRON,
        Qualifier::About => SOFT + 1.0,
        _ => 0.0,
    }
}

/// The ink of a bar's end.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ink {
    /// The bar itself.
    pub(super) fill: Color,
    /// Chevrons and soft edges.
    pub(super) line: Color,
    /// What an open or uncertain part is filled with.
    pub(super) faint: Color,
    /// The ground.
    pub(super) paper: Color,
}

/// Where a bar lies, px.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// Which way larger values lie.
    pub(super) way: Way,
    /// Where the bar begins: at zero, or at the end of the bar it stands on.
    pub(super) zero: f64,
    /// Where the figure's value lies.
    pub(super) end: f64,
    /// Where its upper number lies, or its only one.
    pub(super) high: f64,
    /// Its two edges across the values.
    pub(super) across: (f64, f64),
}

impl Place {
    /// The sign of the way from zero to the end in px; of a bar without length, that of larger values.
    fn sign(&self) -> f64 {
        if self.end == self.zero { self.way.sign() } else { (self.end - self.zero).signum() }
    }
}

/// Draws a bar from zero to the figure's value, with its word at the end.
pub(super) fn bar(layer: &mut Layer, datum: Option<DatumId>, figure: Figure, place: &Place, ink: &Ink) {
    let Place { way, zero, end, high, across } = *place;
    let sign = place.sign();
    // An open bar is one polygon with its point: two shapes would show a seam between them.
    if figure.qualifier.open_above() {
        layer
            .marks
            .push(Mark { shape: Shape::Area { points: outline(figure, place), fill: ink.fill }, datum });
    } else {
        layer.fill(datum, way.rect((zero, end), across), ink.fill);
    }
    let stroke = Stroke::new(ink.line, STROKE);
    let (middle, half) = ((across.0 + across.1) / 2.0, ((across.1 - across.0) / 2.0 * 0.64).min(9.0));
    let mut chevron = |px: f64, tip: f64| {
        layer.line(datum, way.chevron(px).points(way.point(tip, middle), 6.0, half), stroke);
    };
    match figure.qualifier {
        Qualifier::Over | Qualifier::AtLeast => chevron(sign, end + sign * (POINT + CHEVRON)),
        Qualifier::AtMost => chevron(-sign, end + sign * 4.0),
        Qualifier::Nearly | Qualifier::About => {
            // A strip of paper with a dashed edge: the bar does not quite reach its value, or may pass it.
            let outside = if figure.qualifier == Qualifier::About { end + sign * SOFT } else { end };
            let strip = way.rect((end - sign * SOFT, outside), across);
            layer.fill(datum, strip, ink.paper);
            layer.fill(datum, strip, ink.faint);
            way.rule(layer, datum, outside, across, Stroke::new(ink.line, 1.5).dashed(Dash::Dashed));
        }
        Qualifier::Range => {
            layer.fill(datum, way.rect((end, high), across), ink.faint);
            way.rule(layer, datum, high, across, stroke);
        }
        Qualifier::Exact => {}
    }
}

/// The edge of a hollow bar, its open point included.
pub(super) fn outline(figure: Figure, place: &Place) -> Vec<Point> {
    let Place { way, zero, end, across: (first, last), .. } = *place;
    let mut points = Vec::with_capacity(5);
    let mut corner = |along: f64, across: f64| points.push(way.point(along, across));
    corner(zero, first);
    corner(end, first);
    if figure.qualifier.open_above() {
        corner(end + place.sign() * POINT, (first + last) / 2.0);
    }
    corner(end, last);
    corner(zero, last);
    points
}

/// A point on a scale of values, to which its word is drawn.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spot {
    /// Which way larger values lie.
    pub(super) way: Way,
    /// Its middle.
    pub(super) at: Point,
    /// Half its extent, px.
    pub(super) radius: f64,
    /// Where the figure's upper number lies along the values, px.
    pub(super) high: f64,
}

/// From a point's edge to the tip of its chevron, px.
const AWAY: f64 = 10.0;
/// How far the broken ring of a soft point lies from its edge, px.
const RING: f64 = 4.0;

/// How far the sign of a point reaches from its middle towards smaller and larger values, px.
pub(super) fn around(word: Qualifier, radius: f64) -> (f64, f64) {
    match word {
        Qualifier::Over | Qualifier::AtLeast => (radius, radius + AWAY),
        Qualifier::AtMost => (radius + AWAY, radius),
        Qualifier::Nearly | Qualifier::About => (radius + RING + 1.0, radius + RING + 1.0),
        Qualifier::Range | Qualifier::Exact => (radius, radius),
    }
}

/// The word of a figure as a sign beside or around its point.
pub(super) fn sign(layer: &mut Layer, datum: DatumId, word: Qualifier, spot: &Spot, color: Color) {
    let Spot { way, at, radius, high } = *spot;
    let (stroke, owner) = (Stroke::new(color, STROKE), Some(datum));
    let (along, across) = match way {
        Way::Right => (at.x, at.y),
        Way::Up => (at.y, at.x),
    };
    let mut chevron = |sign: f64| {
        let tip = way.point(along + sign * (radius + AWAY), across);
        layer.line(owner, way.chevron(sign).points(tip, 5.0, 6.0), stroke);
    };
    match word {
        Qualifier::Over | Qualifier::AtLeast => chevron(way.sign()),
        Qualifier::AtMost => chevron(-way.sign()),
        Qualifier::Nearly | Qualifier::About => {
            // A second, broken ring: the point is somewhere about here.
            let stroke = Some(Stroke::new(color, 1.5).dashed(Dash::Dotted));
            let radius = radius + RING;
            layer.push_datum(datum, Shape::Symbol { at, symbol: Symbol::Circle, radius, fill: None, stroke });
        }
        Qualifier::Range => {
            let (from, to) = (way.point(along, across), way.point(high, across));
            layer.marks.push(Mark { shape: Shape::Rule { from, to, stroke }, datum: owner });
            way.rule(layer, owner, high, (across - 5.0, across + 5.0), stroke);
        }
        Qualifier::Exact => {}
    }
}
