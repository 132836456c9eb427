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
use crate::geom::{Point, Rect, Size};

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
        self.add(None, shape);
    }

    /// Adds a mark of a datum.
    pub fn push_datum(&mut self, datum: DatumId, shape: Shape) {
        self.add(Some(datum), shape);
    }

    // The shapes, each built in one place: a copy at every call would be a tenth of the download.

    /// Adds a mark that may belong to a datum.
    #[inline(never)]
    pub fn add(&mut self, datum: Option<DatumId>, shape: Shape) {
        self.marks.push(Mark { shape, datum });
    }

    /// Adds a filled box.
    #[inline(never)]
    pub fn fill(&mut self, datum: Option<DatumId>, rect: Rect, fill: Color) {
        self.add(datum, Shape::Rect { rect, fill: Some(fill), stroke: None });
    }

    /// Adds an upright rule at `x` from `top` to `bottom`.
    #[inline(never)]
    pub fn upright(&mut self, datum: Option<DatumId>, x: f64, (top, bottom): (f64, f64), stroke: Stroke) {
        self.add(datum, Shape::Rule { from: Point::new(x, top), to: Point::new(x, bottom), stroke });
    }

    /// Adds a level rule at `y` from `left` to `right`.
    #[inline(never)]
    pub fn level(&mut self, datum: Option<DatumId>, y: f64, (left, right): (f64, f64), stroke: Stroke) {
        self.add(datum, Shape::Rule { from: Point::new(left, y), to: Point::new(right, y), stroke });
    }

    /// Adds a run of joined segments.
    #[inline(never)]
    pub fn line(&mut self, datum: Option<DatumId>, points: Vec<Point>, stroke: Stroke) {
        self.add(datum, Shape::Line { points, stroke });
    }

    /// Adds a line of text.
    #[inline(never)]
    pub fn text(&mut self, datum: Option<DatumId>, text: TextMark) {
        self.add(datum, Shape::Text(text));
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
