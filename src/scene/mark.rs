//! The six shapes a picture is made of.

use super::{DatumId, Symbol};
use crate::color::Color;
use crate::geom::{Point, Rect};
use crate::text::Weight;

/// A pattern of ink along a stroke.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dash {
    /// Unbroken.
    #[default]
    Solid,
    /// 5 px ink, 4 px gap: forecasts, soft edges, limits that stay open.
    Dashed,
    /// 2 px ink, 3 px gap: the passing of time.
    Dotted,
}

impl Dash {
    /// Ink and gap in CSS px; none for an unbroken stroke.
    pub fn pattern(self) -> Option<[f64; 2]> {
        match self {
            Self::Solid => None,
            Self::Dashed => Some([5.0, 4.0]),
            Self::Dotted => Some([2.0, 3.0]),
        }
    }
}

/// How an outline or a line is inked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// Its colour.
    pub color: Color,
    /// Its width, CSS px.
    pub width: f64,
    /// Its pattern.
    pub dash: Dash,
}

impl Stroke {
    /// An unbroken stroke.
    pub fn new(color: Color, width: f64) -> Self {
        Self { color, width, dash: Dash::Solid }
    }

    /// The same stroke in another pattern.
    pub fn dashed(self, dash: Dash) -> Self {
        Self { dash, ..self }
    }
}

/// Which part of a text stands at its position.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// The left end.
    #[default]
    Left,
    /// The middle.
    Middle,
    /// The right end.
    Right,
}

/// One line of text on its alphabetic baseline.
#[derive(Clone, Debug, PartialEq)]
pub struct TextMark {
    /// Where the aligned part stands; y is the baseline.
    pub at: Point,
    /// The text, one line.
    pub text: String,
    /// Type size, CSS px.
    pub size: f64,
    /// Type weight.
    pub weight: Weight,
    /// Ink.
    pub color: Color,
    /// What stands at `at.x`.
    pub align: Align,
    /// The measured width, CSS px: what layout reserved.
    pub width: f64,
}

impl TextMark {
    /// The box the text's ink stays in: from ascender to descender, as wide as measured.
    pub fn bounds(&self) -> Rect {
        let x = match self.align {
            Align::Left => self.at.x,
            Align::Middle => self.at.x - self.width / 2.0,
            Align::Right => self.at.x - self.width,
        };
        Rect::new(x, self.at.y - ASCENT * self.size, self.width, (ASCENT + DESCENT) * self.size)
    }
}

/// How far ink rises above the baseline, em: ideographs and plain Latin capitals.
pub(crate) const ASCENT: f64 = 0.88;
/// How far ink falls below the baseline, em.
pub(crate) const DESCENT: f64 = 0.25;

/// A shape; all coordinates are finite CSS px.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A box, filled, outlined or both.
    Rect {
        /// Its edges.
        rect: Rect,
        /// Ink inside.
        fill: Option<Color>,
        /// Ink on the edge, centred on it.
        stroke: Option<Stroke>,
    },
    /// A straight line that belongs to the frame of the picture: grid, axis, tick, limit.
    Rule {
        /// One end.
        from: Point,
        /// The other.
        to: Point,
        /// Its ink.
        stroke: Stroke,
    },
    /// A run of joined segments: data, chevrons, brackets.
    Line {
        /// At least two points.
        points: Vec<Point>,
        /// Its ink.
        stroke: Stroke,
    },
    /// A filled polygon.
    Area {
        /// Its corners in order.
        points: Vec<Point>,
        /// Its ink.
        fill: Color,
    },
    /// A sign at a point.
    Symbol {
        /// Its middle.
        at: Point,
        /// Which sign.
        symbol: Symbol,
        /// Half its extent, CSS px.
        radius: f64,
        /// Ink inside.
        fill: Option<Color>,
        /// Ink on the edge.
        stroke: Option<Stroke>,
    },
    /// A line of text.
    Text(TextMark),
}

impl Shape {
    /// Moves the shape.
    pub fn shift(&mut self, dx: f64, dy: f64) {
        let by = |at: &mut Point| *at = Point::new(at.x + dx, at.y + dy);
        match self {
            Self::Rect { rect, .. } => *rect = Rect { x: rect.x + dx, y: rect.y + dy, ..*rect },
            Self::Rule { from, to, .. } => {
                by(from);
                by(to);
            }
            Self::Line { points, .. } | Self::Area { points, .. } => points.iter_mut().for_each(by),
            Self::Symbol { at, .. } => by(at),
            Self::Text(text) => by(&mut text.at),
        }
    }
}

/// A shape with the datum it shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// What is inked.
    pub shape: Shape,
    /// What it shows; none for frame, axis and furniture.
    pub datum: Option<DatumId>,
}
