//! Labels near their marks: candidates in order of taste become texts that overlap nothing.
//!
//! Greedy by rank: a label takes its first free place; one that finds none is left out, for two texts on top of
//! each other say less than one. What is left out stays in tooltip and table.

use super::{Face, mark};
use crate::color::Color;
use crate::geom::{Point, Rect};
use crate::scene::{Align, TextMark};
use crate::text::Measure;

/// A text with the places it would take.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// The text, one line.
    pub text: String,
    /// Its type.
    pub face: Face,
    /// Its ink.
    pub color: Color,
    /// Baseline points with their alignment, best first.
    pub places: Vec<(Point, Align)>,
    /// The datum it names.
    pub datum: Option<usize>,
}

/// Air kept between two texts, px.
const AIR: f64 = 2.0;

/// Places labels in the order given, inside `bounds` and clear of `taken`; what is placed is added to `taken`.
pub fn place(
    labels: Vec<Label>,
    bounds: Rect,
    taken: &mut Vec<Rect>,
    measure: &Measure,
) -> Vec<(Option<usize>, TextMark)> {
    let mut placed = Vec::with_capacity(labels.len());
    for label in labels {
        let mut text = mark(Point::default(), label.text, label.face.font, label.color, Align::Left, measure);
        for (at, align) in label.places {
            (text.at, text.align) = (at, align);
            let ink = text.bounds();
            if bounds.encloses(ink) && !taken.iter().any(|other| other.overlaps(ink.grow(AIR))) {
                taken.push(ink);
                placed.push((label.datum, text));
                break;
            }
        }
    }
    placed
}
