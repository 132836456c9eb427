//! A surface that inks nothing and writes down what it was asked, in order.

use std::convert::Infallible;

use indicator_chart::paint::{Edges, Inked, Surface};
use indicator_chart::scene::{Dash, TextMark};
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, DrawingBackend, DrawingErrorKind};

type Never = Result<(), DrawingErrorKind<Infallible>>;

/// The calls, one a line.
#[derive(Default)]
pub(crate) struct Recorder {
    pub(crate) calls: Vec<String>,
}

impl Recorder {
    fn note(&mut self, call: String) -> Never {
        self.calls.push(call);
        Ok(())
    }
}

fn run(points: impl IntoIterator<Item = BackendCoord>) -> String {
    points.into_iter().map(|(x, y)| format!("{x},{y}")).collect::<Vec<_>>().join(" ")
}

fn verb(fill: bool) -> &'static str {
    if fill { "fill" } else { "stroke" }
}

impl DrawingBackend for Recorder {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (0, 0)
    }

    fn ensure_prepared(&mut self) -> Never {
        self.note("prepare".to_owned())
    }

    fn present(&mut self) -> Never {
        self.note("present".to_owned())
    }

    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Never {
        self.note("pixel".to_owned())
    }

    fn draw_line<S: BackendStyle>(&mut self, _: BackendCoord, _: BackendCoord, _: &S) -> Never {
        self.note("line".to_owned())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        a: BackendCoord,
        b: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Never {
        self.note(format!("{} rect {} w{}", verb(fill), run([a, b]), style.stroke_width()))
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Never {
        self.note(format!("path {} w{}", run(path), style.stroke_width()))
    }

    fn draw_circle<S: BackendStyle>(&mut self, at: BackendCoord, r: u32, _: &S, fill: bool) -> Never {
        self.note(format!("{} circle {} r{r}", verb(fill), run([at])))
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        _: &S,
    ) -> Never {
        self.note(format!("polygon {}", run(path)))
    }
}

impl Surface for Recorder {
    type Pen = Self;

    fn pen(&mut self) -> &mut Self {
        self
    }

    fn group(&mut self, name: &'static str, clip: Option<Edges>) -> Inked<Self> {
        let clip =
            clip.map_or_else(String::new, |e| format!(" clip {},{} {},{}", e.left, e.top, e.right, e.bottom));
        self.note(format!("group {name}{clip}"))
    }

    fn ungroup(&mut self) {
        self.calls.push("ungroup".to_owned());
    }

    fn dash(&mut self, dash: Dash) -> Inked<Self> {
        self.note(format!("dash {dash:?}"))
    }

    fn text(&mut self, text: &TextMark, at: BackendCoord) -> Inked<Self> {
        self.note(format!("text {} {}", run([at]), text.text))
    }
}
