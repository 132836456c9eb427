//! One chart of a page's own columns: data, spec and reader's state into a picture and answers.
//!
//! It answers the same verbs as [`Chart`](crate::chart::Chart), so that one element serves both, but a frame of it costs
//! what its width costs and not what its rows do: boxes are kept while texts stand still, scales while the span does,
//! and marks are made of a [`Trace`](crate::column::Trace).

mod axes;
mod boxes;
mod draw;
mod read;
mod reader;
mod tell;

use std::cell::OnceCell;
use std::rc::Rc;

use crate::color::Color;
use crate::column::{Columns, Window};
use crate::dataset::plain_number;
use crate::error::Error;
use crate::format::{Digits, Magnitude, number};
use crate::geom::{Point, Size, within};
use crate::interact::Damage;
use crate::paint::SvgHead;
use crate::paint::svg::{FAMILY, LATIN_FAMILY};
use crate::scale::{Linear, Values};
use crate::scene::Scene;
use crate::spec::{Input, PlotSpec, Shape};
use crate::text::Measure;
use crate::words::{Lang, join};

use axes::{Heights, Telling, places, whole, window};
use boxes::{Asked, Boxes, boxes};
use reader::Reader;

/// Wider pictures than this are drawn at this width, CSS px.
const WIDEST: f64 = 4000.0;
/// The shortest span that can be looked at, as a part of all.
const CLOSEST: f64 = 1e-12;

/// The scales of a span: where x and values lie in the plot.
#[derive(Clone, Debug)]
struct Sight {
    window: Window,
    x: Linear,
    y: Values,
    heights: Heights,
    places: Vec<(f64, String)>,
}

impl Sight {
    /// The place of an x and a value, CSS px.
    fn at(&self, [x, value]: [f64; 2]) -> Point {
        Point::new(self.x.map(x), self.y.map(value))
    }
}

/// What a linked chart reads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Echo {
    row: Option<usize>,
    lit: Option<usize>,
}

/// A chart of columns.
#[derive(Clone, Debug)]
pub struct Plot {
    data: Rc<Columns>,
    spec: PlotSpec,
    colors: Vec<Color>,
    telling: Telling,
    measure: Measure,
    /// The page's font; none before the page has told it.
    family: Option<String>,
    width: f64,
    /// The height of the picture of all of x, px: nothing below the picture moves while a part is shown.
    height: f64,
    /// The part of x that is shown; all of it without one.
    span: Option<[f64; 2]>,
    reader: Reader,
    echo: Echo,
    /// What follows from all above, made when it is asked for.
    solved: OnceCell<(Boxes, Sight)>,
    scene: OnceCell<Scene>,
}

impl Plot {
    /// A chart; nothing is drawn before [`Plot::resize`].
    ///
    /// # Errors
    /// Where the spec cannot be resolved.
    pub fn new(data: Rc<Columns>, input: &Input) -> Result<Self, Error> {
        let spec = PlotSpec::resolve(input)?;
        let (colors, telling) = (colors(&data, &spec), Telling::new(&data, spec.lang));
        Ok(Self {
            data,
            spec,
            colors,
            telling,
            measure: Measure::default(),
            family: None,
            width: 0.0,
            height: 0.0,
            span: None,
            reader: Reader::default(),
            echo: Echo::default(),
            solved: OnceCell::new(),
            scene: OnceCell::new(),
        })
    }

    /// Replaces spec and columns; on an error the chart stays as it was. Of what the reader has done stays what the new
    /// columns have a place for.
    ///
    /// # Errors
    /// As [`Plot::new`].
    pub fn set_data(&mut self, data: Rc<Columns>, input: &Input) -> Result<(), Error> {
        let mut next = Self::new(data, input)?;
        let apart = |all: [f64; 2], span: [f64; 2]| span[1] <= all[0] || span[0] >= all[1];
        let span = self.span.filter(|span| !apart(whole(&next.data), *span));
        next.measure = self.measure;
        next.family = self.family.take();
        next.width = self.width;
        next.reader = self.reader.kept(next.data.rows(), next.data.series.len());
        *self = next;
        self.stand();
        self.look(span);
        Ok(())
    }

    /// The page's font: its CSS family, and how much wider than the built-in table it runs in either weight.
    pub fn set_font(&mut self, family: &str, regular: f64, semibold: f64) {
        if !family.trim().is_empty() {
            self.family = Some(family.to_owned());
        }
        self.measure = Measure::new(regular, semibold);
        self.stand();
    }

    /// The CSS family that texts are drawn in.
    pub fn family(&self) -> &str {
        self.family.as_deref().unwrap_or(match self.spec.lang {
            Lang::Zh => FAMILY,
            Lang::En => LATIN_FAMILY,
        })
    }

    /// Lays the picture out at a width, CSS px; returns its height. A width that is not positive draws nothing.
    pub fn resize(&mut self, width: f64) -> f64 {
        let width = if width.is_finite() { within(width, 0.0, WIDEST) } else { 0.0 };
        if width != self.width {
            self.width = width;
            self.stand();
        }
        self.size().h
    }

    /// The height of all of x at this width, before a part of it is looked at.
    fn stand(&mut self) {
        let span = self.span.take();
        self.height = 0.0;
        self.stale();
        self.height = self.size().h;
        if span.is_some() {
            self.span = span;
            self.stale();
        }
    }

    fn stale(&mut self) {
        (self.solved, self.scene) = (OnceCell::new(), OnceCell::new());
    }

    /// The picture's size, CSS px.
    pub fn size(&self) -> Size {
        self.boxes().map_or(Size::default(), |boxes| boxes.layout.size)
    }

    fn solved(&self) -> Option<&(Boxes, Sight)> {
        (self.width > 0.0).then(|| self.solved.get_or_init(|| self.solve()))
    }

    fn boxes(&self) -> Option<&Boxes> {
        self.solved().map(|(boxes, _)| boxes)
    }

    fn sight(&self) -> Option<&Sight> {
        self.solved().map(|(_, sight)| sight)
    }

    fn solve(&self) -> (Boxes, Sight) {
        let (data, spec) = (&*self.data, &self.spec);
        let span = self.shown();
        let rows = data.within(window(span, 1.0));
        let heights = Heights::new(data, spec, rows, self.telling.magnitude);
        let boxes = boxes(&Asked {
            data,
            spec,
            telling: &self.telling,
            heights: &heights,
            measure: &self.measure,
            width: self.width,
            height: spec.height.or((self.height > 0.0).then_some(self.height)),
        });
        let plot = boxes.layout.plot;
        let x = Linear { domain: span, range: [plot.x, plot.right()] };
        let (y, places) = (heights.scale(plot), places(data, x, spec.lang));
        let sight = Sight { window: window(span, plot.w), x, y, heights, places };
        (boxes, sight)
    }

    /// The marks.
    pub fn scene(&self) -> Option<&Scene> {
        let (boxes, sight) = self.solved()?;
        Some(self.scene.get_or_init(|| self.marks(boxes, sight)))
    }

    /// The language of every text of ours.
    pub fn lang(&self) -> Lang {
        self.spec.lang
    }

    /// Whether there is a part of x to look at.
    pub fn zoomable(&self) -> bool {
        self.data.domain().is_some_and(|(first, last)| first < last) && self.data.rows() > 2
    }

    /// The ends of what is shown, in x.
    pub fn shown(&self) -> [f64; 2] {
        self.span.unwrap_or_else(|| whole(&self.data))
    }

    /// Shows a part of x: held within all of it, never so short that floats cannot tell its ends apart.
    fn look(&mut self, span: Option<[f64; 2]>) {
        let all = whole(&self.data);
        let next = span
            .filter(|span| span[0].is_finite() && span[1].is_finite() && self.zoomable())
            .and_then(|[from, to]| {
                let far = all[0].abs().max(all[1].abs());
                let least = ((all[1] - all[0]) * CLOSEST).max(far * 1e-13);
                let wide = (from - to).abs().max(least);
                if wide >= all[1] - all[0] {
                    return None;
                }
                let from = within(from.min(to), all[0], all[1] - wide);
                Some([from, from + wide])
            });
        if next != self.span {
            self.span = next;
            self.stale();
        }
    }

    /// Shows x from one end to the other alone, in either order; what is not a number shows all of it.
    pub fn zoom(&mut self, from: f64, to: f64) -> Damage {
        let before = self.span;
        self.look(Some([from, to]));
        if self.span == before { Damage::None } else { Damage::Scene }
    }

    /// Shows all of x.
    pub fn zoom_reset(&mut self) -> Damage {
        let before = self.span;
        self.look(None);
        if self.span == before { Damage::None } else { Damage::Scene }
    }

    /// The series that stands out.
    fn light(&self) -> Option<usize> {
        self.reader.light().or(self.echo.lit)
    }

    /// The name of the series that stands out; empty where all stand alike.
    pub fn lit(&self) -> String {
        self.light().map_or_else(String::new, |series| self.data.series[series].name.clone())
    }

    fn named(&self, name: &str) -> Option<usize> {
        self.data.series.iter().position(|series| !name.is_empty() && series.name == name)
    }

    /// Marks what a linked chart reads: the x of its row, and the series that it has lit.
    pub fn echo(&mut self, period: &str, series: &str) -> Damage {
        let row = plain_number(period).and_then(|x| {
            let row = self.data.x.from(x);
            (self.data.x.at(row) == x).then_some(row)
        });
        let next = Echo { row, lit: self.named(series) };
        let damage = if next == self.echo { Damage::None } else { Damage::Overlay };
        self.echo = next;
        damage
    }

    /// The series and the x of what is read, by which linked charts know them; empty where nothing is read.
    pub fn read_keys(&self) -> (String, String) {
        self.reader.read.map_or_else(Default::default, |spot| {
            (self.data.series[spot.series].name.clone(), self.x_text(self.data.x.at(spot.row)))
        })
    }

    /// x as links write it.
    fn x_text(&self, x: f64) -> String {
        // As many digits as can be read back.
        let whole = number(x.abs().floor(), Magnitude::PLAIN, Digits::Printed, Lang::Zh).len();
        let decimals = u8::try_from(15_usize.saturating_sub(whole)).unwrap_or(0).min(9);
        let text =
            number(crate::format::round(x.abs(), decimals), Magnitude::PLAIN, Digits::Printed, Lang::Zh);
        join(&[if x < 0.0 { "-" } else { "" }, &text], "")
    }

    /// What is pinned, the series kept lit, and the ends of what is shown; empty where not.
    pub fn view(&self) -> [String; 4] {
        let point = self.reader.read.filter(|_| self.reader.pinned).map(|spot| self.id(spot));
        let lit = self.reader.lit.map(|series| self.data.series[series].name.clone());
        let ends = self.span.map(|span| span.map(|x| self.x_text(x)));
        let [from, to] = ends.unwrap_or_default();
        [point.unwrap_or_default(), lit.unwrap_or_default(), from, to]
    }

    /// Sets what [`Plot::view`] tells; whether point, series and span exist here. Of what does not, all stays as it is
    /// without it.
    pub fn restore(&mut self, point: &str, series: &str, from: &str, to: &str) -> [bool; 3] {
        let whole = from.is_empty() && to.is_empty();
        let ends = plain_number(from).zip(plain_number(to));
        if whole || ends.is_some() {
            self.look(ends.map(|(from, to)| [from, to]));
        }
        self.reader.lit = self.named(series);
        let read = self.reader.read.is_some_and(|spot| self.id(spot) == point);
        if !read && self.reader.pinned {
            (self.reader.pinned, self.reader.read) = (false, self.reader.focus);
        }
        let pinned = point.is_empty() || self.point_at(point);
        [pinned, series.is_empty() || self.reader.lit.is_some(), whole || ends.is_some()]
    }

    /// Pins the value of a name, `row:series`; whether there is one.
    pub fn point_at(&mut self, id: &str) -> bool {
        let Some(spot) = self.spot_of(id) else { return false };
        let x = self.data.x.at(spot.row);
        if self.span.is_some_and(|[from, to]| x < from || x > to) {
            self.look(None);
        }
        (self.reader.read, self.reader.pinned) = (Some(spot), true);
        true
    }

    /// The name of the kind that is drawn, as the field `kind` takes it.
    pub fn kind(&self) -> &'static str {
        match self.spec.shape {
            Shape::Line => "line",
            Shape::Area => "area",
            Shape::Dot => "dot",
        }
    }

    /// Why this kind is drawn; the page has chosen it.
    pub fn why(&self) -> &'static str {
        ""
    }

    /// The picture as a standalone SVG document; empty before the first [`Plot::resize`].
    pub fn svg(&self, prefix: &str) -> String {
        let (title, desc) = (self.label(), self.summary());
        let head =
            SvgHead { title: &title, desc: &desc, lang: self.spec.lang.tag(), family: self.family(), prefix };
        self.scene().map_or_else(String::new, |scene| crate::paint::svg(scene, &head))
    }
}

/// A colour a series: its own where the page gave one that can be read, the accent where it is alone, else the theme's.
fn colors(data: &Columns, spec: &PlotSpec) -> Vec<Color> {
    let alone = data.series.len() == 1;
    let mut colors = Vec::with_capacity(data.series.len());
    for (place, series) in data.series.iter().enumerate() {
        let own = if alone { spec.theme.accent_text } else { spec.theme.nth(place) };
        colors.push(Color::parse(&series.color).unwrap_or(own));
    }
    colors
}

#[cfg(test)]
mod tests;
