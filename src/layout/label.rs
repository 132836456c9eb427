//! Labels near their marks: candidates in order of taste become texts that overlap nothing.
//!
//! Greedy by rank: a label takes its first free place; one that finds none is left out, for two texts on top of
//! each other say less than one. What is left out stays in tooltip and table.

use super::{Face, mark};
use crate::color::Color;
use crate::geom::{Point, Rect};
use crate::scene::{Align, Layer};
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
    /// The datum it names; none for a sum.
    pub datum: Option<usize>,
}

impl Label {
    /// A text of a datum that has no place yet.
    #[inline(never)]
    pub fn new(datum: usize, text: String, face: Face, color: Color) -> Self {
        Self { datum: Some(datum), ..Self::free(text, face, color) }
    }

    /// A text of no datum of its own.
    #[inline(never)]
    pub fn free(text: String, face: Face, color: Color) -> Self {
        Self { text, face, color, places: Vec::new(), datum: None }
    }

    /// The label with one more place, worse than those it has.
    #[inline(never)]
    pub fn or(&mut self, x: f64, y: f64, align: Align) {
        self.places.push((Point::new(x, y), align));
    }
}

/// Air kept between two texts, px.
const AIR: f64 = 2.0;

/// Places labels in the order given, inside `bounds` and clear of `taken`; what is placed is added to `taken`
/// and to the layer.
pub fn place(labels: Vec<Label>, bounds: Rect, taken: &mut Vec<Rect>, measure: &Measure, layer: &mut Layer) {
    for label in labels {
        let mut text = mark(Point::default(), label.text, label.face.font, label.color, Align::Left, measure);
        for (at, align) in label.places {
            (text.at, text.align) = (at, align);
            let ink = text.bounds();
            if bounds.encloses(ink) && !taken.iter().any(|other| other.overlaps(ink.grow(AIR))) {
                taken.push(ink);
                layer.text(label.datum, text);
                break;
            }
        }
    }
}
