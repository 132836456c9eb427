//! A span of values into a level axis under rows: the scale, upright lines behind the rows, and ticks with their numbers.

use super::{Brief, Stage};
use crate::format::{Magnitude, tick};
use crate::geom::within;
use crate::layout::{SMALL, axis};
use crate::scale::{Linear, Ticks, nice_in};
use crate::scene::{Layer, Stroke};

/// Room for the axis under the last row, px.
pub(super) const AXIS: f64 = 24.0;

/// Values from left to right.
#[derive(Clone, Debug)]
pub(super) struct Values {
    /// The values at the two ends.
    domain: [f64; 2],
    ticks: Ticks,
    magnitude: Magnitude,
}

/// A value with what stands to its left and to its right, px.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reach {
    /// The value.
    pub(super) value: f64,
    /// Towards smaller values.
    pub(super) before: f64,
    /// Towards larger ones.
    pub(super) after: f64,
}

impl Values {
    /// The axis of a span, widened to round numbers in a magnitude.
    pub(super) fn new((low, high): (f64, f64), magnitude: Magnitude) -> Self {
        let (domain, ticks) = nice_in(low, high, 4, magnitude.exp());
        Self { domain, ticks, magnitude }
    }

    /// Whether zero lies between the ends.
    pub(super) fn holds_zero(&self) -> bool {
        self.domain[0] <= 0.0 && self.domain[1] >= 0.0
    }

    /// The scale between two places, px.
    pub(super) fn scale(&self, left: f64, right: f64) -> Linear {
        Linear { domain: self.domain, range: [left, right] }
    }

    /// The longest scale between two places on which nothing that stands beside a value leaves them; it keeps two
    /// fifths of the room whatever stands there.
    pub(super) fn fit(&self, (left, right): (f64, f64), all: &[Reach]) -> Linear {
        let keep = 0.4 * (right - left);
        let [mut first, mut last] = [left, right];
        // Each step gives way to what still stands out; what was given moves the others less and less.
        for _ in 0..12 {
            let scale = self.scale(first, last);
            let (mut low, mut high) = (left, right);
            for reach in all {
                let at = scale.map(reach.value);
                low = low.min(at - reach.before);
                high = high.max(at + reach.after);
            }
            (first, last) = (first + (left - low), last - (high - right));
            let spare = (keep - (last - first)).max(0.0);
            (first, last) = ((first - spare / 2.0).max(left), (last + spare / 2.0).min(right));
        }
        self.scale(first.ceil(), last.floor().max(first.ceil() + 1.0))
    }

    /// Draws an upright line a tick behind each row, zero firm, and the ticks with their numbers from `foot` down;
    /// numbers keep within `span`.
    pub(super) fn draw(
        &self,
        brief: &Brief<'_>,
        scale: &Linear,
        (rows, foot): (&[(f64, f64)], f64),
        span: (f64, f64),
        stage: &mut Stage,
    ) {
        let theme = brief.theme;
        let (mut grid, mut ticks) = (Layer::new("grid"), Vec::new());
        for value in &self.ticks.values {
            let px = within(scale.map(*value), span.0, span.1);
            let stroke = Stroke::new(if *value == 0.0 { theme.ink } else { theme.grid }, 1.0);
            for row in rows {
                grid.upright(None, px, *row, stroke);
            }
            // The lines stop short of the texts under the marks; a tick ties each number to its line.
            grid.upright(None, px, (foot, foot + 4.0), Stroke::new(theme.limit, 1.0));
            ticks.push((px, tick(*value, self.ticks.step, self.magnitude, brief.spec.lang)));
        }
        stage.layers.push(grid);
        stage.texts(axis::along(&ticks, foot + 18.0, span, (SMALL, theme.muted), brief.measure));
    }
}
