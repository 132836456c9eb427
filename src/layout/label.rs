//! Labels near their marks: candidates in order of taste become texts that overlap nothing.
//!
//! Greedy by rank: a label takes its first free place; one that finds none is left out, for two texts on top of
//! each other say less than one. What is left out stays in tooltip and table.

use super::{Face, mark};
use crate::color::Color;
use crate::geom::{Point, Rect, Size};
use crate::scene::{Align, Layer};
use crate::text::{Measure, balance};

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
/// and to the layer. A place that also keeps off `soft` is taken first: a text may stand on a thin line, but better
/// does not.
pub fn place(
    labels: Vec<Label>,
    bounds: Rect,
    (taken, soft): (&mut Vec<Rect>, &[Rect]),
    measure: &Measure,
    layer: &mut Layer,
) {
    for label in labels {
        let mut text = mark(Point::default(), label.text, label.face.font, label.color, Align::Left, measure);
        let mut best = None;
        for (at, align) in label.places {
            (text.at, text.align) = (at, align);
            let ink = text.bounds();
            if !bounds.encloses(ink) || taken.iter().any(|other| other.overlaps(ink.grow(AIR))) {
                continue;
            }
            if !soft.iter().any(|other| other.overlaps(ink)) {
                best = Some((at, align));
                break;
            }
            best = best.or(Some((at, align)));
        }
        if let Some(place) = best {
            (text.at, text.align) = place;
            taken.push(text.bounds());
            layer.text(label.datum, text);
        }
    }
}

/// A text of several lines with the box it takes.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    lines: Vec<String>,
    face: Face,
    /// Its box.
    pub size: Size,
}

impl Block {
    /// A text broken into lines of a width at most, about equally long.
    pub fn new(text: &str, width: f64, face: Face, measure: &Measure) -> Self {
        let lines = balance(text, width, face.font, measure);
        let mut widest = 0.0_f64;
        for line in &lines {
            widest = widest.max(measure.width(line, face.font));
        }
        let height = f64::from(u32::try_from(lines.len()).unwrap_or(1)) * face.leading;
        Self { lines, face, size: Size::new(widest, height) }
    }

    /// Draws the lines in their box.
    pub fn draw(&self, ink: Rect, align: Align, color: Color, measure: &Measure, layer: &mut Layer) {
        let x = match align {
            Align::Left => ink.x,
            Align::Middle => ink.center().x,
            Align::Right => ink.right(),
        };
        let mut top = ink.y;
        for line in &self.lines {
            let at = Point::new(x, self.face.baseline(top));
            layer.text(None, mark(at, line.clone(), self.face.font, color, align, measure));
            top += self.face.leading;
        }
    }
}
