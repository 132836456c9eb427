//! A verdict or the way of a change into a small sign, told apart by shape and not by colour alone.

use crate::color::Color;
use crate::geom::Point;
use crate::query::verdict::Verdict;
use crate::scene::{DatumId, Layer, Mark, Shape, Stroke, Symbol};

/// A small sign before a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// Reached.
    Disc,
    /// Open.
    Ring,
    /// Up, or ahead.
    Up,
    /// Down, or behind.
    Down,
    /// Not reached.
    Cross,
    /// Nothing to judge by.
    Dash,
    /// Demanded.
    Hollow,
}

/// Half the extent of a sign, px.
const RADIUS: f64 = 4.5;
/// From the left edge of a sign to the text behind it, px.
pub(super) const INDENT: f64 = 15.0;

impl Sign {
    /// The sign of a verdict.
    pub(super) fn of(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Met => Self::Disc,
            Verdict::Missed => Self::Cross,
            Verdict::Ahead => Self::Up,
            Verdict::Behind => Self::Down,
            Verdict::Undetermined => Self::Ring,
            Verdict::NoOutcome => Self::Dash,
        }
    }

    /// Draws the sign with its left edge at `left`, in the middle of a line of type.
    pub(super) fn draw(self, layer: &mut Layer, datum: Option<DatumId>, (left, y): (f64, f64), color: Color) {
        let at = Point::new(left + RADIUS, y);
        let stroke = Stroke::new(color, 1.75);
        let mut push = |shape| layer.marks.push(Mark { shape, datum });
        let symbol = |symbol, radius, fill, stroke| Shape::Symbol { at, symbol, radius, fill, stroke };
        let point = |dx: f64, dy: f64| Point::new(at.x + dx * RADIUS, at.y + dy * RADIUS);
        match self {
            Self::Disc => push(symbol(Symbol::Circle, RADIUS, Some(color), None)),
            Self::Ring => push(symbol(Symbol::Circle, RADIUS - 0.75, None, Some(stroke))),
            Self::Hollow => push(symbol(Symbol::Square, RADIUS - 0.5, None, Some(stroke))),
            Self::Up | Self::Down => {
                let way = if self == Self::Up { -1.0 } else { 1.0 };
                let points = vec![point(0.0, 0.9 * way), point(1.0, -0.8 * way), point(-1.0, -0.8 * way)];
                push(Shape::Area { points, fill: color });
            }
            Self::Cross => {
                push(Shape::Line { points: vec![point(-0.8, -0.8), point(0.8, 0.8)], stroke });
                push(Shape::Line { points: vec![point(-0.8, 0.8), point(0.8, -0.8)], stroke });
            }
            Self::Dash => push(Shape::Line { points: vec![point(-1.0, 0.0), point(1.0, 0.0)], stroke }),
        }
    }
}
