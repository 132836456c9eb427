//! A scene becomes a standalone SVG document: no script, no style sheet, nothing fetched, the same bytes each time.
//!
//! Coordinates are printed from the sixteenths exactly, so the document states the same picture as the canvas.
//! Everything is said in attributes, which a strict content policy lets through, and all text passes through `escape`.

mod plain;

use std::convert::Infallible;

use plotters_backend::{BackendColor, BackendCoord, BackendStyle, DrawingBackend, DrawingErrorKind};

pub use plain::plain;

use super::write::{escape, pair, push_digits, push_thousandths, push_units, step};
use super::{Edges, Inked, Surface, crisp, paint};
use crate::color::Color;
use crate::geom::Size;
use crate::scene::{Align, Dash, Scene, TextMark};
use crate::text::Weight;

/// The fonts a Chinese picture asks for when its page names none.
pub const FAMILY: &str = "-apple-system,\"PingFang SC\",\"Microsoft YaHei\",\"Noto Sans CJK SC\",sans-serif";

/// The same for English, where a Chinese font would set quotation marks a full em wide.
pub const LATIN_FAMILY: &str = "-apple-system,\"Segoe UI\",Roboto,\"Helvetica Neue\",Arial,\"Liberation Sans\",\"PingFang SC\",\"Microsoft YaHei\",\"Noto Sans CJK SC\",sans-serif";

/// What a document says besides its picture.
#[derive(Clone, Copy, Debug)]
pub struct SvgHead<'a> {
    /// The accessible name; none when empty.
    pub title: &'a str,
    /// The long description; none when empty.
    pub desc: &'a str,
    /// The BCP 47 language of the text.
    pub lang: &'a str,
    /// The CSS font-family list.
    pub family: &'a str,
    /// What ids begin with: unique among the documents that are pasted into one page. Only ASCII letters, digits,
    /// `-` and `_` of it are kept.
    pub prefix: &'a str,
}

impl Default for SvgHead<'_> {
    fn default() -> Self {
        Self { title: "", desc: "", lang: "zh-CN", family: FAMILY, prefix: "ic" }
    }
}

/// The scene as an SVG document.
pub fn svg(scene: &Scene, head: &SvgHead<'_>) -> String {
    let mut surface = SvgSurface::<false>::open(scene.size, head);
    // Writing to memory cannot fail: this pen's error has no values, and it never complains of a font.
    paint(scene, &mut surface).unwrap_or_default();
    surface.out.push_str("</svg>");
    surface.out
}

/// Writes what is inked as SVG elements; a plain one without groups, ids and what needs them. Known when compiled, so
/// that the engine of a page has nothing of the plain form.
#[derive(Debug)]
struct SvgSurface<const PLAIN: bool> {
    out: String,
    size: (i32, i32),
    prefix: String,
    clips: Vec<Edges>,
    dash: Dash,
}

type Never = DrawingErrorKind<Infallible>;

impl<const PLAIN: bool> SvgSurface<PLAIN> {
    fn open(size: Size, head: &SvgHead<'_>) -> Self {
        let (w, h) = (crisp::units(size.w), crisp::units(size.h));
        let prefix =
            head.prefix.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect();
        let mut surface = Self {
            out: String::with_capacity(4096),
            size: (w, h),
            prefix,
            clips: Vec::new(),
            dash: Dash::Solid,
        };
        surface.out.push_str("<svg xmlns=\"http://www.w3.org/2000/svg\"");
        if PLAIN {
            surface.attribute("width", "100%");
        } else {
            surface.number("width", w);
            surface.number("height", h);
        }
        surface.out.push_str(" viewBox=\"0 0 ");
        push_units(&mut surface.out, w);
        surface.out.push(' ');
        push_units(&mut surface.out, h);
        surface.out.push_str("\" role=\"img\"");
        if !head.title.is_empty() {
            surface.attribute("aria-label", head.title);
        }
        surface.attribute("lang", head.lang);
        surface.attribute("font-family", head.family);
        surface.out.push_str(" direction=\"ltr\" fill=\"none\" stroke-linejoin=\"round\">");
        surface.element("title", head.title);
        surface.element("desc", head.desc);
        surface
    }

    fn element(&mut self, name: &str, text: &str) {
        if !text.is_empty() {
            self.out.push('<');
            self.out.push_str(name);
            self.out.push('>');
            escape(&mut self.out, text);
            self.out.push_str("</");
            self.out.push_str(name);
            self.out.push('>');
        }
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        escape(&mut self.out, value);
        self.out.push('"');
    }

    fn number(&mut self, name: &str, units: i32) {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        push_units(&mut self.out, units);
        self.out.push('"');
    }

    /// `fill` or `stroke` with its opacity.
    fn color(&mut self, name: &str, color: Color) {
        self.attribute(name, &color.css());
        if color.a < 255 {
            self.out.push(' ');
            self.out.push_str(name);
            self.out.push_str("-opacity=\"");
            push_thousandths(&mut self.out, (u32::from(color.a) * 1000 + 127) / 255);
            self.out.push('"');
        }
    }

    fn box_of(&mut self, e: Edges) {
        self.number("x", e.left);
        self.number("y", e.top);
        self.number("width", e.right - e.left);
        self.number("height", e.bottom - e.top);
    }

    /// The end of an element that is filled or stroked.
    fn finish<S: BackendStyle>(&mut self, style: &S, fill: bool) {
        let color = color_of(style.color());
        if fill {
            self.color("fill", color);
        } else {
            self.color("stroke", color);
            let width = style.stroke_width().cast_signed();
            if width != 16 {
                self.number("stroke-width", width);
            }
            if let Some([ink, gap]) = self.dash.pattern() {
                self.out.push_str(" stroke-dasharray=\"");
                push_units(&mut self.out, crisp::units(ink));
                self.out.push(' ');
                push_units(&mut self.out, crisp::units(gap));
                self.out.push('"');
            }
        }
        self.out.push_str("/>");
    }

    /// The start of a path element, with steps relative to the point before.
    fn path(&mut self, points: impl IntoIterator<Item = BackendCoord>, closed: bool) {
        self.out.push_str("<path d=\"");
        let mut last: Option<BackendCoord> = None;
        for (x, y) in points {
            match last {
                None => pair(&mut self.out, 'M', x, y),
                Some((a, b)) if b == y => step(&mut self.out, 'h', x - a),
                Some((a, b)) if a == x => step(&mut self.out, 'v', y - b),
                Some((a, b)) => pair(&mut self.out, 'l', x - a, y - b),
            }
            last = Some((x, y));
        }
        if closed {
            self.out.push('z');
        }
        self.out.push('"');
    }
}

impl<const PLAIN: bool> DrawingBackend for SvgSurface<PLAIN> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (self.size.0.max(0).cast_unsigned(), self.size.1.max(0).cast_unsigned())
    }

    fn ensure_prepared(&mut self) -> Result<(), Never> {
        Ok(())
    }

    fn present(&mut self) -> Result<(), Never> {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Result<(), Never> {
        self.draw_rect((x, y), (x + 1, y + 1), &color, true)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        a: BackendCoord,
        b: BackendCoord,
        style: &S,
    ) -> Result<(), Never> {
        self.draw_path([a, b], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (left, top): BackendCoord,
        (right, bottom): BackendCoord,
        style: &S,
        fill: bool,
    ) -> Result<(), Never> {
        if style.color().alpha > 0.0 {
            if fill {
                self.out.push_str("<rect");
                self.box_of(Edges { left, top, right, bottom });
            } else {
                // A rect element without width or height is not inked at all, a path is, as on a canvas.
                self.path([(left, top), (right, top), (right, bottom), (left, bottom)], true);
            }
            self.finish(style, fill);
        }
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        points: I,
        style: &S,
    ) -> Result<(), Never> {
        if style.color().alpha > 0.0 {
            self.path(points, false);
            self.finish(style, false);
        }
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        (x, y): BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Result<(), Never> {
        if style.color().alpha > 0.0 {
            self.out.push_str("<circle");
            self.number("cx", x);
            self.number("cy", y);
            self.number("r", radius.cast_signed());
            self.finish(style, fill);
        }
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        points: I,
        style: &S,
    ) -> Result<(), Never> {
        if style.color().alpha > 0.0 {
            self.path(points, true);
            self.finish(style, true);
        }
        Ok(())
    }
}

impl<const PLAIN: bool> Surface for SvgSurface<PLAIN> {
    type Pen = Self;

    fn pen(&mut self) -> &mut Self {
        self
    }

    fn group(&mut self, name: &'static str, clip: Option<Edges>) -> Inked<Self> {
        if PLAIN {
            return Ok(());
        }
        let id = clip.map(|edges| {
            let known = self.clips.iter().position(|known| *known == edges);
            let index = known.unwrap_or(self.clips.len());
            let mut id = self.prefix.clone();
            push_digits(&mut id, index as u32);
            if known.is_none() {
                self.clips.push(edges);
                self.out.push_str("<clipPath");
                self.attribute("id", &id);
                self.out.push_str("><rect");
                self.box_of(edges);
                self.out.push_str("/></clipPath>");
            }
            id
        });
        self.out.push_str("<g");
        self.attribute("class", name);
        if let Some(id) = id {
            self.out.push_str(" clip-path=\"url(#");
            self.out.push_str(&id);
            self.out.push_str(")\"");
        }
        self.out.push('>');
        Ok(())
    }

    fn ungroup(&mut self) {
        if !PLAIN {
            self.out.push_str("</g>");
        }
    }

    fn dash(&mut self, dash: Dash) -> Inked<Self> {
        self.dash = dash;
        Ok(())
    }

    fn text(&mut self, text: &TextMark, (x, y): BackendCoord) -> Inked<Self> {
        self.out.push_str("<text");
        self.number("x", x);
        self.number("y", y);
        self.number("font-size", crisp::units(text.size));
        if text.weight == Weight::Semibold {
            self.out.push_str(" font-weight=\"600\"");
        }
        match text.align {
            Align::Left => {}
            Align::Middle => self.out.push_str(" text-anchor=\"middle\""),
            Align::Right => self.out.push_str(" text-anchor=\"end\""),
        }
        self.color("fill", text.color);
        // A canvas inks every space, an SVG text drops those at its ends and joins those in a row.
        let kept = text.text.starts_with(' ')
            || text.text.ends_with(' ')
            || text.text.as_bytes().windows(2).any(|pair| pair == b"  ");
        if kept && PLAIN {
            self.out.push('>');
            escape(&mut self.out, &text.text.replace(' ', "\u{a0}"));
            self.out.push_str("</text>");
            return Ok(());
        }
        if kept {
            self.out.push_str(" xml:space=\"preserve\"");
        }
        self.out.push('>');
        escape(&mut self.out, &text.text);
        self.out.push_str("</text>");
        Ok(())
    }
}

fn color_of(color: BackendColor) -> Color {
    let (r, g, b) = color.rgb;
    Color { r, g, b, a: (color.alpha * 255.0).round() as u8 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prefix_cannot_leave_its_attribute() {
        let head = SvgHead { prefix: "a\")b c<", ..SvgHead::default() };
        let mut surface = SvgSurface::<false>::open(Size::new(1.0, 1.0), &head);
        let clip = Edges { left: 0, top: 0, right: 16, bottom: 16 };
        surface.group("one", Some(clip)).expect("memory");
        surface.ungroup();
        surface.group("two", Some(clip)).expect("memory");
        assert_eq!(surface.out.matches("id=\"abc0\"").count(), 1);
        assert_eq!(surface.out.matches("clip-path=\"url(#abc0)\"").count(), 2);
    }
}
