//! Points of rows: the sign at a value, and the values beside points, on paper that no line runs through.

use super::{Brief, Stage};
use crate::color::Color;
use crate::geom::{Point, Rect};
use crate::layout::Layout;
use crate::layout::label::Label;
use crate::query::Status;
use crate::scene::{Align, Dash, DatumId, Layer, Shape, Stroke, Symbol};
use crate::text::Measure;

/// Half the extent of a dot, px.
pub(super) const RADIUS: f64 = 6.0;
/// Between a dot, its sign included, and its value, px.
pub(super) const AIR: f64 = 7.0;
/// What names beside the dots must leave them, px; else they stand above.
pub(super) const LEAST: f64 = 170.0;

/// The sign at a figure's place: filled for what is reported, an outline for what is demanded, expected or not to be
/// compared.
pub(super) fn symbol(
    brief: &Brief<'_>,
    datum: DatumId,
    (at, radius): (Point, f64),
    symbol: Symbol,
    color: Color,
) -> Shape {
    let found = &brief.frame.data[datum];
    let (symbol, dash) = match found.status {
        Status::Target => (Symbol::Diamond, Dash::Solid),
        Status::Forecast => (symbol, Dash::Dotted),
        Status::Actual if found.flags.any() => (symbol, Dash::Dotted),
        Status::Actual => {
            let edge = Stroke::new(brief.theme.paper, 1.5);
            return Shape::Symbol { at, symbol, radius, fill: Some(color), stroke: Some(edge) };
        }
    };
    let edge = Stroke::new(color, 2.0).dashed(dash);
    Shape::Symbol { at, symbol, radius: radius - 1.0, fill: Some(brief.theme.paper), stroke: Some(edge) }
}

/// Places the values of points; `under` is the layer that the paper under them lies on.
pub(super) fn labels(
    brief: &Brief<'_>,
    labels: Vec<Label>,
    (layout, under): (&Layout, usize),
    stage: &mut Stage,
) {
    let labels = labels.into_iter().map(|label| inside(label, layout.body, brief.measure)).collect();
    stage.labels("values", labels, layout, brief.measure);
    back(brief, under, Rect::new(0.0, 0.0, layout.size.w, layout.size.h), stage);
}

/// Keeps a label off the margins where it has a place between them.
fn inside(mut label: Label, body: Rect, measure: &Measure) -> Label {
    let wide = measure.width(&label.text, label.face.font);
    let fits = |(at, align): &(Point, Align)| {
        let left = match align {
            Align::Left => at.x,
            Align::Middle => at.x - wide / 2.0,
            Align::Right => at.x - wide,
        };
        left >= body.x - 1.0 && left + wide <= body.right() + 1.0
    };
    if label.places.iter().any(fits) {
        label.places.retain(fits);
    }
    label
}

/// Lays paper under the texts of the topmost layer, so that no line runs through them.
fn back(brief: &Brief<'_>, under: usize, page: Rect, stage: &mut Stage) {
    let mut papers = Layer::new("papers");
    papers.clip = Some(page);
    for mark in stage.layers.last().map_or(&[][..], |layer| &layer.marks) {
        if let Shape::Text(text) = &mark.shape {
            papers.fill(None, text.bounds().grow(2.0), brief.theme.paper);
        }
    }
    if !papers.marks.is_empty() {
        stage.layers.insert(under, papers);
    }
}
