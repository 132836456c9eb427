//! A surface of any type becomes one the walk can call: so the walk is compiled once and not once a surface.
//!
//! A verb gives none where the surface complained; the complaint waits here for whoever began to paint.

use plotters::style::ShapeStyle;
use plotters_backend::{BackendCoord, DrawingBackend};

use super::{Edges, Inked, Surface};
use crate::scene::{Dash, TextMark};

/// The verbs of a surface and its pen.
pub(super) trait Ground {
    fn prepare(&mut self) -> Option<()>;
    fn present(&mut self) -> Option<()>;
    fn group(&mut self, name: &'static str, clip: Option<Edges>) -> Option<()>;
    fn ungroup(&mut self);
    fn dash(&mut self, dash: Dash) -> Option<()>;
    fn text(&mut self, text: &TextMark, at: BackendCoord) -> Option<()>;
    fn rect(&mut self, edges: Edges, style: &ShapeStyle, fill: bool) -> Option<()>;
    fn path(&mut self, points: &[BackendCoord], style: &ShapeStyle) -> Option<()>;
    fn polygon(&mut self, points: &[BackendCoord], style: &ShapeStyle) -> Option<()>;
    fn circle(&mut self, at: BackendCoord, radius: u32, style: &ShapeStyle, fill: bool) -> Option<()>;
}

/// A surface, and what it complained of.
pub(super) struct Held<'a, S: Surface> {
    pub(super) surface: &'a mut S,
    pub(super) complaint: Option<Inked<S>>,
}

impl<S: Surface> Held<'_, S> {
    fn keep(&mut self, inked: Inked<S>) -> Option<()> {
        let fine = inked.is_ok();
        if !fine {
            self.complaint = Some(inked);
        }
        fine.then_some(())
    }
}

impl<S: Surface> Ground for Held<'_, S> {
    fn prepare(&mut self) -> Option<()> {
        let inked = self.surface.pen().ensure_prepared();
        self.keep(inked)
    }

    fn present(&mut self) -> Option<()> {
        let inked = self.surface.pen().present();
        self.keep(inked)
    }

    fn group(&mut self, name: &'static str, clip: Option<Edges>) -> Option<()> {
        let inked = self.surface.group(name, clip);
        self.keep(inked)
    }

    fn ungroup(&mut self) {
        self.surface.ungroup();
    }

    fn dash(&mut self, dash: Dash) -> Option<()> {
        let inked = self.surface.dash(dash);
        self.keep(inked)
    }

    fn text(&mut self, text: &TextMark, at: BackendCoord) -> Option<()> {
        let inked = self.surface.text(text, at);
        self.keep(inked)
    }

    fn rect(&mut self, edges: Edges, style: &ShapeStyle, fill: bool) -> Option<()> {
        let (from, to) = ((edges.left, edges.top), (edges.right, edges.bottom));
        let inked = self.surface.pen().draw_rect(from, to, style, fill);
        self.keep(inked)
    }

    fn path(&mut self, points: &[BackendCoord], style: &ShapeStyle) -> Option<()> {
        let inked = self.surface.pen().draw_path(points.iter().copied(), style);
        self.keep(inked)
    }

    fn polygon(&mut self, points: &[BackendCoord], style: &ShapeStyle) -> Option<()> {
        let inked = self.surface.pen().fill_polygon(points.iter().copied(), style);
        self.keep(inked)
    }

    fn circle(&mut self, at: BackendCoord, radius: u32, style: &ShapeStyle, fill: bool) -> Option<()> {
        let inked = self.surface.pen().draw_circle(at, radius, style, fill);
        self.keep(inked)
    }
}
