//! A place along the values and one across them into a point: bars that lie and bars that stand are drawn by one code.

use crate::geom::{Point, Rect};
use crate::scene::{Chevron, DatumId, Layer, Stroke};

/// Which way larger values lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// To the right; what is across runs downwards.
    Right,
    /// Upwards; what is across runs to the right.
    Up,
}

impl Way {
    /// The point at a place along the values and one across them, px.
    pub(super) fn point(self, along: f64, across: f64) -> Point {
        match self {
            Self::Right => Point::new(along, across),
            Self::Up => Point::new(across, along),
        }
    }

    /// The box between two places along and two across, px.
    pub(super) fn rect(self, along: (f64, f64), across: (f64, f64)) -> Rect {
        let (a, b) = (self.point(along.0, across.0), self.point(along.1, across.1));
        Rect::between(a.x, a.y, b.x, b.y)
    }

    /// The sign of a step in px towards larger values.
    pub(super) fn sign(self) -> f64 {
        match self {
            Self::Right => 1.0,
            Self::Up => -1.0,
        }
    }

    /// The chevron that points towards larger (positive `px`) or smaller coordinates along the values.
    pub(super) fn chevron(self, px: f64) -> Chevron {
        match (self, px < 0.0) {
            (Self::Right, true) => Chevron::Left,
            (Self::Right, false) => Chevron::Right,
            (Self::Up, true) => Chevron::Up,
            (Self::Up, false) => Chevron::Down,
        }
    }

    /// Adds a rule across the values.
    pub(super) fn rule(
        self,
        layer: &mut Layer,
        datum: Option<DatumId>,
        along: f64,
        across: (f64, f64),
        stroke: Stroke,
    ) {
        match self {
            Self::Right => layer.upright(datum, along, across, stroke),
            Self::Up => layer.level(datum, along, across, stroke),
        }
    }
}
