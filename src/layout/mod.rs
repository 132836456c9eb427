//! Boxes for everything that is not a mark: a [`Request`] of texts and gutters becomes a [`Layout`] in px.
//!
//! One downward pass: header, plot with the gutters its kind asked for, remarks, notes, source. Text is wrapped,
//! never cut, so the height of a picture follows from its width; a given height goes to the plot.

pub mod axis;
pub mod dodge;
pub mod label;

use crate::color::Color;
use crate::geom::{Point, Rect, Size};
use crate::scene::{Align, TextMark};
use crate::spec::Theme;
use crate::text::{Font, Measure, Weight, balance, wrap};

/// Below this width a picture is re-laid out for a phone, CSS px.
pub const PHONE: f64 = 400.0;

/// A type size with the distance of its baselines.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Face {
    /// Size and weight.
    pub font: Font,
    /// Distance from baseline to baseline, px.
    pub leading: f64,
}

const fn face(size: f64, leading: f64, weight: Weight) -> Face {
    Face { font: Font { size, weight }, leading }
}

/// The heading.
pub const HEADING: Face = face(18.0, 24.0, Weight::Semibold);
/// The subheading.
pub const SUBHEADING: Face = face(14.0, 20.0, Weight::Regular);
/// Category names and remarks.
pub const LABEL: Face = face(13.0, 20.0, Weight::Regular);
/// Values.
pub const VALUE: Face = face(13.0, 20.0, Weight::Semibold);
/// Ticks, notes and sources.
pub const SMALL: Face = face(12.0, 18.0, Weight::Regular);

impl Face {
    /// The baseline of a line whose box starts at `top`, px.
    pub fn baseline(self, top: f64) -> f64 {
        // Ink of 1.1 em, centred in the leading; rounded, so that stems of all lines sit alike.
        (top + (self.leading - 1.1 * self.font.size) / 2.0 + 0.88 * self.font.size).round()
    }
}

/// A sentence under the plot, with a coloured lead.
#[derive(Clone, Debug, PartialEq)]
pub struct Remark {
    /// The lead, e.g. the verdict.
    pub lead: String,
    /// The lead's ink.
    pub color: Color,
    /// The sentence.
    pub text: String,
}

/// What is laid out: a picture of its own, or one of several small ones inside it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// With margins, heading and footer.
    #[default]
    Picture,
    /// Without margins; a name and a unit above the plot, nothing below it.
    Panel,
}

impl Role {
    /// The margin left and right of everything, px.
    pub fn margin(self, width: f64) -> f64 {
        match self {
            Self::Panel => 0.0,
            Self::Picture if width < PHONE => 16.0,
            Self::Picture => 24.0,
        }
    }

    /// Width between the margins, px.
    pub fn inner(self, width: f64) -> f64 {
        (width - 2.0 * self.margin(width)).max(1.0)
    }

    fn heading(self) -> (Face, Face) {
        match self {
            Self::Picture => (HEADING, SUBHEADING),
            Self::Panel => (VALUE, SMALL),
        }
    }

    /// Above the heading, under it, under the subheading, and below everything, px.
    fn air(self) -> [f64; 4] {
        match self {
            Self::Picture => [18.0, 4.0, 12.0, 20.0],
            Self::Panel => [0.0, 0.0, 6.0, 0.0],
        }
    }
}

/// What a picture needs besides its marks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Request {
    /// What is laid out.
    pub role: Role,
    /// Width of the picture, CSS px.
    pub width: f64,
    /// Height of the picture, CSS px; none takes the plot's own.
    pub height: Option<f64>,
    /// What the picture tells.
    pub heading: String,
    /// What is measured, with the unit.
    pub subheading: String,
    /// Gutter left of the plot, px.
    pub left: f64,
    /// Gutter right of the plot, px.
    pub right: f64,
    /// Gutter above the plot, px.
    pub top: f64,
    /// Gutter below the plot, px.
    pub bottom: f64,
    /// Height of the plot itself, px.
    pub plot: f64,
    /// The height below which the plot's marks and texts have no room, whatever height was asked for, px.
    pub least: f64,
    /// Sentences under the plot.
    pub remarks: Vec<Remark>,
    /// Notes, a paragraph each.
    pub notes: Vec<String>,
    /// The source line.
    pub source: String,
}

/// Solved boxes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// The whole picture.
    pub size: Size,
    /// What lies between the margins, header and footer: plot and gutters.
    pub body: Rect,
    /// Where data is drawn.
    pub plot: Rect,
    /// Header and footer texts.
    pub texts: Vec<TextMark>,
}

/// Stacks lines of text downwards.
struct Column<'a> {
    left: f64,
    width: f64,
    y: f64,
    measure: &'a Measure,
    texts: Vec<TextMark>,
}

impl Column<'_> {
    fn line(&mut self, indent: f64, text: String, face: Face, color: Color) {
        let at = Point::new(self.left + indent, face.baseline(self.y));
        self.texts.push(mark(at, text, face.font, color, Align::Left, self.measure));
    }

    fn paragraph(&mut self, text: &str, face: Face, color: Color) {
        for line in wrap(text, self.width, face.font, self.measure) {
            self.line(0.0, line, face, color);
            self.y += face.leading;
        }
    }

    fn remark(&mut self, remark: &Remark, ink: Color) {
        const GAP: f64 = 12.0;
        let lead = self.measure.width(&remark.lead, VALUE.font);
        let fits = lead + GAP + self.measure.width(&remark.text, LABEL.font) <= self.width;
        self.paragraph(&remark.lead, VALUE, remark.color);
        if !fits {
            self.paragraph(&remark.text, LABEL, ink);
        } else if !remark.text.is_empty() {
            self.y -= VALUE.leading;
            self.line(lead + GAP, remark.text.clone(), LABEL, ink);
            self.y += VALUE.leading;
        }
    }
}

/// A line of text with its measured width.
#[inline(never)]
pub fn mark(at: Point, text: String, font: Font, color: Color, align: Align, measure: &Measure) -> TextMark {
    let width = measure.width(&text, font);
    TextMark { at, text, size: font.size, weight: font.weight, color, align, width }
}

/// Solves the boxes of a request.
pub fn solve(request: &Request, theme: &Theme, measure: &Measure) -> Layout {
    let role = request.role;
    let [above, between, under, end] = role.air();
    let (left, width) = (role.margin(request.width), role.inner(request.width));
    let mut column = Column { left, width, y: above, measure, texts: Vec::new() };
    let (heading, subheading) = role.heading();
    for line in balance(&request.heading, column.width, heading.font, measure) {
        column.line(0.0, line, heading, theme.ink);
        column.y += heading.leading;
    }
    // Where the page prints the heading itself, its air goes with it.
    let bare = role == Role::Picture && request.heading.is_empty();
    column.y += if bare { 0.0 } else { between };
    column.paragraph(&request.subheading, subheading, theme.muted);
    column.y += if bare && request.subheading.is_empty() { 0.0 } else { under };

    let top = column.y;
    let below = footer_height(request, theme, measure) + end;
    let own = request.top + request.plot + request.bottom;
    let body = match request.height {
        Some(height) => (height - top - below).max(request.top + request.least + request.bottom),
        None => own,
    };
    let body = Rect::new(left, top, column.width, body);
    let plot = Rect::between(
        left + request.left,
        top + request.top,
        (body.right() - request.right).max(left + request.left),
        body.bottom() - request.bottom,
    );
    column.y = body.bottom();
    footer(&mut column, request, theme);
    Layout { size: Size::new(request.width, column.y + end), body, plot, texts: column.texts }
}

fn footer(column: &mut Column<'_>, request: &Request, theme: &Theme) {
    if request.role == Role::Panel {
        return;
    }
    if !request.remarks.is_empty() {
        column.y += 12.0;
    }
    for remark in &request.remarks {
        column.remark(remark, theme.ink);
    }
    column.y += 12.0;
    for note in request.notes.iter().chain([&request.source]).filter(|text| !text.is_empty()) {
        column.paragraph(note, SMALL, theme.muted);
        column.y += 2.0;
    }
}

fn footer_height(request: &Request, theme: &Theme, measure: &Measure) -> f64 {
    let width = request.role.inner(request.width);
    let mut trial = Column { left: 0.0, width, y: 0.0, measure, texts: Vec::new() };
    footer(&mut trial, request, theme);
    trial.y
}
