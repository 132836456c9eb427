//! Words as marks: the open, soft and two-ended ends of a value.

use crate::color::Color;
use crate::geom::{Point, Rect};
use crate::query::{Figure, Qualifier};
use crate::scene::{Chevron, Dash, Mark, Shape, Stroke, Symbol};

/// How far an open bar's point reaches past its value, px.
const POINT: f64 = 8.0;
/// From a bar's point to the tip of its chevron, px.
const CHEVRON: f64 = 11.0;
/// Width of chevron strokes, px.
const STROKE: f64 = 2.0;
/// Half the width of the uncertain part of a bar that is *about* its value, px.
const SOFT: f64 = 5.0;

/// How far the signs of a horizontal bar's end reach past its value, px.
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

/// Draws a horizontal bar from `zero` to the figure's value, with its word at the end. `x` maps values to px.
pub(super) fn bar(figure: Figure, zero: f64, y: (f64, f64), x: impl Fn(f64) -> f64, ink: Ink) -> Vec<Shape> {
    let (top, bottom) = y;
    let end = x(figure.value);
    let way = if end < zero { -1.0 } else { 1.0 };
    let (middle, half) = ((top + bottom) / 2.0, (bottom - top) / 2.0);
    // An open bar is one polygon with its point: two shapes would show a seam between them.
    let body = match figure.qualifier.open_above() {
        true => Shape::Area { points: outline(figure, zero, y, &x), fill: ink.fill },
        false => {
            Shape::Rect { rect: Rect::between(zero, top, end, bottom), fill: Some(ink.fill), stroke: None }
        }
    };
    let mut shapes = vec![body];
    let stroke = Stroke::new(ink.line, STROKE);
    match figure.qualifier {
        Qualifier::Over | Qualifier::AtLeast => {
            shapes.push(chevron(way, Point::new(end + way * (POINT + CHEVRON), middle), half * 0.64, stroke));
        }
        Qualifier::AtMost => {
            shapes.push(chevron(-way, Point::new(end + way * 4.0, middle), half * 0.64, stroke))
        }
        Qualifier::Nearly | Qualifier::About => shapes.extend(soft_end(figure, end, way, y, ink)),
        Qualifier::Range => {
            let high = x(figure.top());
            let rect = Rect::between(end, top, high, bottom);
            shapes.push(Shape::Rect { rect, fill: Some(ink.faint), stroke: None });
            let stroke = Stroke::new(ink.line, STROKE);
            shapes.push(Shape::Rule { from: Point::new(high, top), to: Point::new(high, bottom), stroke });
        }
        Qualifier::Exact => {}
    }
    shapes
}

/// The edge of a hollow bar, its open point included.
pub(super) fn outline(
    figure: Figure,
    zero: f64,
    (top, bottom): (f64, f64),
    x: impl Fn(f64) -> f64,
) -> Vec<Point> {
    let end = x(figure.value);
    let way = if end < zero { -1.0 } else { 1.0 };
    let mut points = vec![Point::new(zero, top), Point::new(end, top)];
    if figure.qualifier.open_above() {
        points.push(Point::new(end + way * POINT, (top + bottom) / 2.0));
    }
    points.extend([Point::new(end, bottom), Point::new(zero, bottom)]);
    points
}

fn chevron(way: f64, tip: Point, half: f64, stroke: Stroke) -> Shape {
    let side = if way < 0.0 { Chevron::Left } else { Chevron::Right };
    Shape::Line { points: side.points(tip, 6.0, half.min(9.0)), stroke }
}

/// A strip of paper with a dashed edge: the bar does not quite reach its value, or may pass it.
fn soft_end(figure: Figure, end: f64, way: f64, (top, bottom): (f64, f64), ink: Ink) -> Vec<Shape> {
    let inside = end - way * SOFT;
    let outside = if figure.qualifier == Qualifier::About { end + way * SOFT } else { end };
    let rect = Rect::between(inside, top, outside, bottom);
    let stroke = Stroke::new(ink.line, 1.5).dashed(Dash::Dashed);
    vec![
        Shape::Rect { rect, fill: Some(ink.paper), stroke: None },
        Shape::Rect { rect, fill: Some(ink.faint), stroke: None },
        Shape::Rule { from: Point::new(outside, top), to: Point::new(outside, bottom), stroke },
    ]
}

/// The word of a figure on a vertical scale: a sign above, below or around its point.
pub(super) fn sign(
    figure: Figure,
    at: Point,
    radius: f64,
    color: Color,
    y: impl Fn(f64) -> f64,
) -> Vec<Shape> {
    const AWAY: f64 = 10.0;
    let stroke = Stroke::new(color, STROKE);
    match figure.qualifier {
        Qualifier::Over | Qualifier::AtLeast => {
            let tip = Point::new(at.x, at.y - radius - AWAY);
            vec![Shape::Line { points: Chevron::Up.points(tip, 5.0, 6.0), stroke }]
        }
        Qualifier::AtMost => {
            let tip = Point::new(at.x, at.y + radius + AWAY);
            vec![Shape::Line { points: Chevron::Down.points(tip, 5.0, 6.0), stroke }]
        }
        Qualifier::Nearly | Qualifier::About => {
            // A second, broken ring: the point is somewhere about here.
            let stroke = Some(Stroke::new(color, 1.5).dashed(Dash::Dotted));
            vec![Shape::Symbol { at, symbol: Symbol::Circle, radius: radius + 4.0, fill: None, stroke }]
        }
        Qualifier::Range => {
            let high = Point::new(at.x, y(figure.top()));
            let cap = [Point::new(at.x - 5.0, high.y), Point::new(at.x + 5.0, high.y)];
            vec![Shape::Rule { from: at, to: high, stroke }, Shape::Rule { from: cap[0], to: cap[1], stroke }]
        }
        Qualifier::Exact => Vec::new(),
    }
}

/// The marks of one datum.
pub(super) fn owned(datum: usize, shapes: Vec<Shape>) -> impl Iterator<Item = Mark> {
    shapes.into_iter().map(move |shape| Mark { shape, datum: Some(datum) })
}
