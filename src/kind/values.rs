//! A span of values into a level axis under rows: the scale, upright lines behind the rows, and ticks with their numbers.

use super::heights::Heights;
use super::{Brief, Stage};
use crate::format::{Magnitude, tick};
use crate::geom::within;
use crate::layout::{SMALL, axis};
use crate::scale::{Values, nice_in};
use crate::scene::{Layer, Stroke};
use crate::words::{Lang, say};

/// Room for the axis under the last row, px.
pub(super) const AXIS: f64 = 24.0;

/// Values from left to right.
#[derive(Clone, Debug)]
pub(super) struct Level {
    /// The values at the two ends.
    domain: [f64; 2],
    /// Round numbers with their texts.
    ticks: Vec<(f64, String)>,
    /// Whether equal distances are equal ratios.
    log: bool,
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

impl Level {
    /// The axis of a span, widened to round numbers in a magnitude.
    pub(super) fn new((low, high): (f64, f64), magnitude: Magnitude, lang: Lang) -> Self {
        let (domain, found) = nice_in(low, high, 4, magnitude.exp());
        let text = |value: &f64| (*value, tick(*value, found.step, magnitude, lang));
        Self { domain, ticks: found.values.iter().map(text).collect(), log: false }
    }

    /// An upright axis, laid down.
    pub(super) fn of(heights: &Heights) -> Self {
        Self { domain: heights.domain, ticks: heights.ticks.clone(), log: heights.log }
    }

    /// What a note must say of the axis; empty where it is as a reader expects.
    pub(super) fn explain(&self, lang: Lang) -> &'static str {
        let cut = self.domain[0] > 0.0 || self.domain[1] < 0.0;
        match (self.log, cut) {
            (true, _) => say::SIGN_LOG.get(lang),
            (false, true) => say::SIGN_AXIS_LEVEL.get(lang),
            (false, false) => "",
        }
    }

    /// The scale between two places, px.
    pub(super) fn scale(&self, left: f64, right: f64) -> Values {
        Values::new(self.log, self.domain, [left, right])
    }

    /// The longest scale between two places on which nothing that stands beside a value leaves them; it keeps two
    /// fifths of the room whatever stands there.
    pub(super) fn fit(&self, (left, right): (f64, f64), all: &[Reach]) -> Values {
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
        scale: &Values,
        (rows, foot): (&[(f64, f64)], f64),
        span: (f64, f64),
        stage: &mut Stage,
    ) {
        let theme = brief.theme;
        let (mut grid, mut ticks) = (Layer::new("grid"), Vec::new());
        for (value, text) in &self.ticks {
            let px = within(scale.map(*value), span.0, span.1);
            let stroke = Stroke::new(if *value == 0.0 { theme.ink } else { theme.grid }, 1.0);
            for row in rows {
                grid.upright(None, px, *row, stroke);
            }
            // The lines stop short of the texts under the marks; a tick ties each number to its line.
            grid.upright(None, px, (foot, foot + 4.0), Stroke::new(theme.limit, 1.0));
            ticks.push((px, text.clone()));
        }
        stage.layers.push(grid);
        stage.texts(axis::along(&ticks, foot + 18.0, span, (SMALL, theme.muted), brief.measure));
    }
}
