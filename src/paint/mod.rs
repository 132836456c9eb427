//! A scene becomes ink: one walk over its marks, the same for every surface.
//!
//! The pen is a plotters [`DrawingBackend`]; its coordinates are whole numbers, so they count sixteenths of a CSS
//! pixel ([`UNIT`]) and the surface scales them back. What a pen has no word for (clip, dash, text on an
//! alphabetic baseline, groups) the surface says itself. The walk decides nothing about charts: every position
//! and colour stands in the scene, and the only arithmetic is making edges sharp ([`Edges`]).

mod apart;
mod crisp;
mod ground;
pub mod svg;
mod write;

pub use crisp::Edges;
use ground::{Ground, Held};
pub use svg::{SvgHead, plain, svg};

pub use write::decimal;

use std::borrow::Cow;

use plotters::style::{RGBAColor, ShapeStyle};
use plotters_backend::{BackendCoord, DrawingBackend, DrawingErrorKind};

use crate::color::Color;
use crate::geom::{Point, Rect};
pub use crate::scene::{Align, Dash, Scene, TextMark};
use crate::scene::{Mark, Shape, Stroke, Symbol};

/// Units of a surface in one CSS pixel.
pub const UNIT: f64 = 16.0;

/// What comes of inking: nothing, or the complaint of the surface's pen.
pub type Inked<S> = Result<(), DrawingErrorKind<<<S as Surface>::Pen as DrawingBackend>::ErrorType>>;

/// Something that can be inked; every coordinate it is given is in units of 1/[`UNIT`] CSS px.
///
/// Joins are round and ends are cut off straight; surfaces set that once, pens do not know of it.
pub trait Surface {
    /// What draws the shapes.
    type Pen: DrawingBackend;

    /// The pen; its stroke widths and radii are in units as well.
    fn pen(&mut self) -> &mut Self::Pen;

    /// Begins a layer; until [`Surface::ungroup`] nothing is inked outside the clip. Groups do not nest.
    ///
    /// # Errors
    /// When the surface refuses.
    fn group(&mut self, name: &'static str, clip: Option<Edges>) -> Inked<Self>;

    /// Ends the layer and its clip.
    fn ungroup(&mut self);

    /// Sets the pattern of the strokes that follow.
    ///
    /// # Errors
    /// When the surface refuses.
    fn dash(&mut self, dash: Dash) -> Inked<Self>;

    /// Inks a line of text whose aligned part stands at `at`, on its alphabetic baseline.
    ///
    /// # Errors
    /// When the surface refuses.
    fn text(&mut self, text: &TextMark, at: BackendCoord) -> Inked<Self>;
}

/// Inks the scene, back to front.
///
/// # Errors
/// The first complaint of the surface; what was inked until then stays.
pub fn paint<S: Surface>(scene: &Scene, surface: &mut S) -> Inked<S> {
    let mut held = Held { surface, complaint: None };
    // Where the walk ends early, the complaint says why.
    let _ = walk(scene, &mut held);
    held.complaint.unwrap_or(Ok(()))
}

fn walk(scene: &Scene, ground: &mut dyn Ground) -> Option<()> {
    ground.prepare()?;
    if let Some(paper) = scene.paper {
        // Up to the next whole pixel, for a backing store is never narrower than the picture.
        let edges = crisp::around(Rect::new(0.0, 0.0, scene.size.w, scene.size.h));
        ground.rect(edges, &ink(paper, 0), true)?;
    }
    for layer in &scene.layers {
        ground.group(layer.name, layer.clip.map(crisp::around))?;
        let inked = layer.marks.iter().try_for_each(|mark| one(mark, ground));
        ground.ungroup();
        inked?;
    }
    ground.present()
}

fn one(mark: &Mark, ground: &mut dyn Ground) -> Option<()> {
    match &mark.shape {
        Shape::Rect { rect, fill, stroke } => {
            let edges = crisp::edges(*rect);
            if let Some(color) = fill {
                ground.rect(edges, &ink(*color, 0), true)?;
            }
            let Some((stroke, style)) = inked(*stroke) else { return Some(()) };
            ground.dash(stroke.dash)?;
            ground.rect(crisp::outline(edges, style.stroke_width), &style, false)
        }
        Shape::Rule { from, to, stroke } => {
            let Some((_, style)) = inked(Some(*stroke)) else { return Some(()) };
            path(ground, &crisp::rule(*from, *to, style.stroke_width), *stroke)
        }
        Shape::Line { points, stroke } => path(ground, &places(points), *stroke),
        Shape::Area { points, fill } => ground.polygon(&places(points), &ink(*fill, 0)),
        Shape::Symbol { at, symbol, radius, fill, stroke } => {
            sign(ground, (*at, *symbol, *radius), *fill, *stroke)
        }
        Shape::Text(text) => {
            let (x, y) = crisp::place(text.at);
            let at = (x, crisp::whole(y));
            match apart::apart(&text.text) {
                Cow::Borrowed(_) => ground.text(text, at),
                Cow::Owned(spread) => ground.text(&TextMark { text: spread, ..text.clone() }, at),
            }
        }
    }
}

fn sign(
    ground: &mut dyn Ground,
    (at, symbol, radius): (Point, Symbol, f64),
    fill: Option<Color>,
    stroke: Option<Stroke>,
) -> Option<()> {
    if let Some(corners) = symbol.corners(at, radius) {
        if let Some(color) = fill {
            ground.polygon(&places(&corners), &ink(color, 0))?;
        }
        return stroke.map_or(Some(()), |stroke| path(ground, &ring(&corners), stroke));
    }
    let (center, radius) = (crisp::place(at), crisp::units(radius).max(0).cast_unsigned());
    if let Some(color) = fill {
        ground.circle(center, radius, &ink(color, 0), true)?;
    }
    let Some((stroke, style)) = inked(stroke) else { return Some(()) };
    ground.dash(stroke.dash)?;
    ground.circle(center, radius, &style, false)
}

/// The corners as a closed path. A pen cannot close a path, so it starts and ends in the middle of a side, where
/// the two straight ends meet without a notch.
fn ring(corners: &[Point]) -> Vec<BackendCoord> {
    let [first, second, ..] = corners else { return Vec::new() };
    let middle = crisp::place(Point::new((first.x + second.x) / 2.0, (first.y + second.y) / 2.0));
    let mut ring = places(corners);
    ring.rotate_left(1);
    ring.insert(0, middle);
    ring.push(middle);
    ring
}

fn places(points: &[Point]) -> Vec<BackendCoord> {
    points.iter().map(|p| crisp::place(*p)).collect()
}

fn path(ground: &mut dyn Ground, points: &[BackendCoord], stroke: Stroke) -> Option<()> {
    let Some((stroke, style)) = inked(Some(stroke)) else { return Some(()) };
    ground.dash(stroke.dash)?;
    ground.path(points, &style)
}

/// The stroke with its style; none where it has no width, since a canvas takes a width of 0 for the last one set.
fn inked(stroke: Option<Stroke>) -> Option<(Stroke, ShapeStyle)> {
    let stroke = stroke?;
    let width = crisp::units(stroke.width).max(0).cast_unsigned();
    (width > 0).then(|| (stroke, ink(stroke.color, width)))
}

fn ink(color: Color, width: u32) -> ShapeStyle {
    ShapeStyle {
        color: RGBAColor(color.r, color.g, color.b, color.alpha()),
        // Said of the shape, never of the style.
        filled: false,
        stroke_width: width,
    }
}
