//! A scene becomes ink on an HTML canvas: the stock plotters backend draws the shapes, and the same 2D context
//! does what plotters has no word for.
//!
//! The context's transform turns sixteenths of a CSS pixel into device pixels, which gives the whole-number pen
//! edges between pixels. The stock backend sets colours and widths and never touches transform, clip, dash or
//! joins, so what is set here holds under its strokes.

use std::fmt;

use js_sys::{Array, JsString, Reflect};
use plotters_backend::{BackendCoord, DrawingErrorKind};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use crate::color::Color;
use crate::error::Error;
use crate::paint::{Align, Dash, Edges, Inked, Scene, Surface, TextMark, UNIT, decimal, paint};
use crate::text::Weight;
use crate::words::join;

/// Inks the scene on the canvas, whose backing store is `dpr` device pixels for each CSS px; what stood there is
/// wiped first. `family` is a CSS font-family list. The glyphs of Chinese follow the canvas's own `lang`.
///
/// # Errors
/// [`Error::Canvas`] when there is no 2D context (the store is too large, or another kind of context took it) or
/// when a call is refused.
pub fn draw(canvas: &HtmlCanvasElement, scene: &Scene, dpr: f64, family: &str) -> Result<(), Error> {
    let mut surface =
        CanvasSurface::new(canvas, dpr, family).map_err(|value| Error::Canvas { detail: told(&value) })?;
    surface.context.save();
    let inked = surface.begin(canvas).and_then(|()| paint(scene, &mut surface));
    surface.context.restore();
    inked.map_err(|fault| {
        let own = match fault {
            DrawingErrorKind::FontError(own) => own.downcast::<Refused>().ok(),
            // What the stock backend calls are shapes, which a canvas does not refuse.
            DrawingErrorKind::DrawingError(_) => None,
        };
        Error::Canvas { detail: own.map_or_else(|| "plotters".to_owned(), |own| own.0) }
    })
}

struct CanvasSurface<'a> {
    backend: CanvasBackend,
    context: CanvasRenderingContext2d,
    dpr: f64,
    family: &'a str,
    /// Size (device px) and weight of the font that the context holds: setting one costs more than asking.
    font: Option<(f64, Weight)>,
    /// The pattern that the context holds.
    dash: Dash,
    clipped: bool,
}

impl<'a> CanvasSurface<'a> {
    fn new(canvas: &HtmlCanvasElement, dpr: f64, family: &'a str) -> Result<Self, JsValue> {
        let context =
            canvas.get_context("2d")?.ok_or_else(|| JsValue::from_str("no 2D context"))?.unchecked_into();
        let backend = CanvasBackend::with_canvas_object(canvas.clone())
            .ok_or_else(|| JsValue::from_str("no 2D context"))?;
        Ok(Self { backend, context, dpr, family, font: None, dash: Dash::Solid, clipped: false })
    }

    /// Wipes the store and sets what holds for the whole picture.
    fn begin(&mut self, canvas: &HtmlCanvasElement) -> Inked<Self> {
        self.scale(1.0)?;
        self.context.clear_rect(0.0, 0.0, f64::from(canvas.width()), f64::from(canvas.height()));
        self.context.set_line_join("round");
        self.context.set_text_baseline("alphabetic");
        // As an SVG's text is set: elsewhere kerning with a space is left out, and a line ends a pixel further on.
        let _ = Reflect::set(&self.context, &"textRendering".into(), &"optimizeLegibility".into());
        // Left and right are said outright; this keeps brackets and signs in place on a page that runs right to
        // left. Engines that do not know it only lose that.
        let _ = Reflect::set(&self.context, &"direction".into(), &"ltr".into());
        self.scale(self.dpr / UNIT)
    }

    fn scale(&self, factor: f64) -> Inked<Self> {
        self.context.set_transform(factor, 0.0, 0.0, factor, 0.0, 0.0).map_err(refused)
    }

    fn set_font(&mut self, size: f64, weight: Weight) {
        if self.font != Some((size, weight)) {
            let number = match weight {
                Weight::Regular => "400 ",
                Weight::Semibold => "600 ",
            };
            self.context.set_font(&join(&[number, &decimal(size), "px ", self.family], ""));
            self.font = Some((size, weight));
        }
    }

    fn set_fill(&self, color: Color) {
        if color.a == 255 {
            self.context.set_fill_style_str(&color.css());
        } else {
            let [r, g, b] = [color.r, color.g, color.b].map(|part| part.to_string());
            let css = join(&["rgba(", &r, ",", &g, ",", &b, ",", &decimal(color.alpha()), ")"], "");
            self.context.set_fill_style_str(&css);
        }
    }
}

impl Surface for CanvasSurface<'_> {
    type Pen = CanvasBackend;

    fn pen(&mut self) -> &mut CanvasBackend {
        &mut self.backend
    }

    fn group(&mut self, _name: &'static str, clip: Option<Edges>) -> Inked<Self> {
        if let Some(e) = clip {
            self.context.save();
            self.clipped = true;
            self.context.begin_path();
            let [x, y, w, h] = [e.left, e.top, e.right - e.left, e.bottom - e.top].map(f64::from);
            self.context.rect(x, y, w, h);
            self.context.clip();
        }
        Ok(())
    }

    fn ungroup(&mut self) {
        if self.clipped {
            self.context.restore();
            self.clipped = false;
            // Font and pattern fell back to what they were before the clip.
            self.font = None;
            self.dash = Dash::Solid;
            let _ = self.context.set_line_dash(&Array::new());
        }
    }

    fn dash(&mut self, dash: Dash) -> Inked<Self> {
        if self.dash == dash {
            return Ok(());
        }
        let pattern: Array =
            dash.pattern().into_iter().flatten().map(|px| JsValue::from_f64(px * UNIT)).collect();
        self.context.set_line_dash(&pattern).map_err(refused)?;
        self.dash = dash;
        Ok(())
    }

    fn text(&mut self, text: &TextMark, (x, y): BackendCoord) -> Inked<Self> {
        self.set_font(text.size * self.dpr, text.weight);
        self.set_fill(text.color);
        self.context.set_text_align(match text.align {
            Align::Left => "left",
            Align::Middle => "center",
            Align::Right => "right",
        });
        // Type is set at its size in device pixels and not scaled, as engines set the text of an SVG: a scaled
        // font keeps the hinted advances of the size it was scaled from, and long lines drift apart.
        let factor = self.dpr / UNIT;
        self.scale(1.0)?;
        self.context.fill_text(&text.text, f64::from(x) * factor, f64::from(y) * factor).map_err(refused)?;
        self.scale(factor)
    }
}

/// What the context says of a call that it refuses. A type of ours is taken out again as it was put in; the words that
/// std and plotters would write around it are a kilobyte of the download.
#[derive(Debug)]
struct Refused(String);

impl fmt::Display for Refused {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl std::error::Error for Refused {}

/// plotters keeps its own canvas error to itself; its font error takes any.
fn refused<E: std::error::Error + Send + Sync>(value: JsValue) -> DrawingErrorKind<E> {
    DrawingErrorKind::FontError(Box::new(Refused(told(&value))))
}

/// What an exception says of itself.
fn told(value: &JsValue) -> String {
    value.as_string().unwrap_or_else(|| {
        let message = Reflect::get(value, &"message".into()).ok().and_then(|m| m.dyn_into::<JsString>().ok());
        message.map_or_else(|| String::from("canvas"), String::from)
    })
}
