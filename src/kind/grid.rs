//! Ticks of values into level lines across a plot, each with its number at the left end above it.

use super::{Brief, Stage};
use crate::format::{Magnitude, tick};
use crate::geom::{Point, Rect};
use crate::layout::{SMALL, mark};
use crate::scale::Ticks;
use crate::scene::{Align, Layer, Stroke};

/// Draws the lines; zero is firm.
pub(super) fn level(
    brief: &Brief<'_>,
    (ticks, magnitude): (&Ticks, Magnitude),
    place: &dyn Fn(f64) -> f64,
    plot: Rect,
    stage: &mut Stage,
) {
    let theme = brief.theme;
    let (mut rules, mut texts) = (Layer::new("grid"), Layer::new("y-axis"));
    for value in &ticks.values {
        let y = place(*value);
        let stroke = Stroke::new(if *value == 0.0 { theme.ink } else { theme.grid }, 1.0);
        rules.level(None, y, (plot.x, plot.right()), stroke);
        let text = tick(*value, ticks.step, magnitude, brief.spec.lang);
        let at = Point::new(plot.x, y - 5.0);
        texts.text(None, mark(at, text, SMALL.font, theme.muted, Align::Left, brief.measure));
    }
    stage.layers.push(rules);
    stage.texts(texts);
}
