//! The picture as plain data: marks in layers, in CSS px, with colours resolved and each mark tied to its datum.
//!
//! Layout decides, the scene states, paint obeys: whatever reads a scene (canvas, SVG, hit index, golden test)
//! sees the same boxes and the same text positions.

mod dump;
mod mark;
mod symbol;

pub use mark::{Align, Dash, Mark, Shape, Stroke, TextMark};
pub use symbol::{Chevron, Symbol};

use crate::color::Color;
use crate::geom::{Rect, Size};

/// Index of a datum in the frame that the picture was made from.
pub type DatumId = usize;

/// Marks that share a clip and a name; painted in the order they stand in.
#[derive(Clone, Debug, PartialEq)]
pub struct Layer {
    /// What the layer holds, for readers of goldens and of the SVG (`grid`, `bars`, `labels` …).
    pub name: &'static str,
    /// Where marks may leave ink; nothing outside is painted.
    pub clip: Option<Rect>,
    /// The marks, back to front.
    pub marks: Vec<Mark>,
}

/// A finished picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Its size, CSS px.
    pub size: Size,
    /// The paper; none for an overlay, which is transparent.
    pub paper: Option<Color>,
    /// Back to front.
    pub layers: Vec<Layer>,
}

impl Layer {
    /// An empty layer without a clip.
    pub fn new(name: &'static str) -> Self {
        Self { name, clip: None, marks: Vec::new() }
    }

    /// Adds a mark that belongs to no datum.
    pub fn push(&mut self, shape: Shape) {
        self.marks.push(Mark { shape, datum: None });
    }

    /// Adds a mark of a datum.
    pub fn push_datum(&mut self, datum: DatumId, shape: Shape) {
        self.marks.push(Mark { shape, datum: Some(datum) });
    }
}

impl Scene {
    /// An empty transparent picture.
    pub fn overlay(size: Size) -> Self {
        Self { size, paper: None, layers: Vec::new() }
    }

    /// Every text of the picture, in paint order.
    pub fn texts(&self) -> impl Iterator<Item = &TextMark> {
        self.layers.iter().flat_map(|layer| &layer.marks).filter_map(|mark| match &mark.shape {
            Shape::Text(text) => Some(text),
            _ => None,
        })
    }
}
