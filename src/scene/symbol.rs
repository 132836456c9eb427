//! Signs at a point and the polygons they are made of.

use crate::geom::Point;

/// A sign; series differ by it as well as by colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Symbol {
    /// A disc or ring.
    #[default]
    Circle,
    /// A square on its side.
    Square,
    /// A square on its corner.
    Diamond,
    /// A triangle, point up.
    Triangle,
}

impl Symbol {
    /// The signs in the order in which series take them.
    pub const ORDER: [Self; 4] = [Self::Circle, Self::Square, Self::Diamond, Self::Triangle];

    /// The corners of the sign around its middle; none for a circle.
    pub fn corners(self, at: Point, r: f64) -> Option<Vec<Point>> {
        let around = |offsets: &[(f64, f64)]| {
            Some(offsets.iter().map(|(x, y)| Point::new(at.x + x * r, at.y + y * r)).collect())
        };
        match self {
            Self::Circle => None,
            Self::Square => around(&[(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)]),
            Self::Diamond => around(&[(0.0, -1.2), (1.2, 0.0), (0.0, 1.2), (-1.2, 0.0)]),
            Self::Triangle => around(&[(0.0, -1.15), (1.1, 0.85), (-1.1, 0.85)]),
        }
    }
}

/// The way an open end points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chevron {
    /// More, on a horizontal scale.
    Right,
    /// Less, on a horizontal scale.
    Left,
    /// More, on a vertical scale.
    Up,
    /// Less, on a vertical scale.
    Down,
}

impl Chevron {
    /// The three points of the sign: `tip` is its point, `depth` how far the arms reach back, `half` half their
    /// spread, all CSS px.
    pub fn points(self, tip: Point, depth: f64, half: f64) -> Vec<Point> {
        let arm = |dx: f64, dy: f64| Point::new(tip.x + dx, tip.y + dy);
        match self {
            Self::Right => vec![arm(-depth, -half), tip, arm(-depth, half)],
            Self::Left => vec![arm(depth, -half), tip, arm(depth, half)],
            Self::Up => vec![arm(-half, depth), tip, arm(half, depth)],
            Self::Down => vec![arm(-half, -depth), tip, arm(half, -depth)],
        }
    }
}
