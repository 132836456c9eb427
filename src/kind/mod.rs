//! Chart kinds: each turns a frame into what it needs at a width, and its boxes into marks.
//!
//! A kind is a file here, a variant of [`Kind`], a line in [`plan_of`], and charts in the gallery, which its goldens are
//! drawn from. It decides which data it shows and where they lie; texts around the plot, collisions and boxes are the layout's, ink is the painter's.

mod annotate;
mod area;
mod asked;
mod auto;
mod bar;
mod bullet;
mod caption;
mod days;
mod dot;
mod dumbbell;
mod grid;
mod heights;
mod highlight;
pub(crate) mod judged;
mod legend;
mod line;
mod matrix;
pub(crate) mod moved;
mod multiples;
mod number;
mod open;
pub(crate) mod pace;
pub(crate) mod parts;
mod picture;
mod point;
mod progress;
mod ranking;
mod rows;
mod scorecard;
mod sheet;
mod slope;
mod step;
mod table;
mod values;
mod waffle;
mod waterfall;
mod way;

use crate::error::Error;
use crate::geom::{Point, Rect};
use crate::layout::label::{self, Label};
use crate::layout::{self, Layout, Request, Role};
use crate::query::{Datum, Frame, Series};
use crate::scene::{DatumId, Layer, Scene, Shape};
use crate::spec::{ChartSpec, Kind, Theme};
use crate::text::Measure;
use crate::words::Say;

use annotate::Axes;
pub(crate) use annotate::sentence as annotated;
pub(crate) use caption::{around, based, short_name, title, told, value, when};
pub use caption::{heading, series_name, source_line};
pub use picture::{Cell, Name, Nearest, Picture, Target};

/// Everything a kind may look at.
#[derive(Clone, Copy, Debug)]
pub struct Brief<'a> {
    /// The data.
    pub frame: &'a Frame,
    /// What was asked for.
    pub spec: &'a ChartSpec,
    /// The colours.
    pub theme: &'a Theme,
    /// Widths of texts.
    pub measure: &'a Measure,
    /// Width of the picture, CSS px.
    pub width: f64,
    /// Whether this is one of several small pictures, and what they share.
    pub panel: Option<Panel<'a>>,
    /// Whether annotations stand as numbers, explained under the plot: where the texts themselves had no room.
    pub numbered: bool,
    /// The height that was given to the picture, px.
    pub height: Option<f64>,
    /// Whether the reader looks at a part of the time: what stands outside of it is left out, not refused.
    pub zoomed: bool,
    /// The kind that the data chose before, with its reason, so that it is not chosen anew for every sentence.
    pub decided: Option<(Kind, Option<Say>)>,
}

/// One of several small pictures in a picture.
#[derive(Clone, Copy, Debug)]
pub struct Panel<'a> {
    /// What it is called.
    pub name: &'a str,
    /// The span of values that all panels share, where they can be read against each other.
    pub span: Option<(f64, f64)>,
    /// The data of all panels.
    pub whole: &'a Frame,
}

impl<'a> Brief<'a> {
    /// The brief of a whole picture.
    pub fn new(frame: &'a Frame, spec: &'a ChartSpec, measure: &'a Measure, width: f64) -> Self {
        let theme = &spec.theme;
        Self {
            frame,
            spec,
            theme,
            measure,
            width,
            panel: None,
            numbered: false,
            height: spec.height,
            zoomed: false,
            decided: None,
        }
    }

    /// The kind that is drawn, and where the data chose it, why.
    pub fn kind(&self) -> (Kind, Option<Say>) {
        match self.spec.kind {
            Kind::Auto => self.decided.unwrap_or_else(|| auto::choose(self)),
            kind => (kind, None),
        }
    }

    /// Whether this is a picture of its own or one of several small ones.
    fn role(&self) -> Role {
        if self.panel.is_some() { Role::Panel } else { Role::Picture }
    }

    /// The margin left and right, px.
    fn margin(&self) -> f64 {
        self.role().margin(self.width)
    }

    /// Width between the margins, px.
    fn room(&self) -> f64 {
        self.role().inner(self.width)
    }

    /// A refusal, with the nearest kind that can show the data.
    fn refused(&self, why: Say, instead: &'static str) -> Error {
        let asked = || self.frame.data.iter().filter(|datum| datum.asked).map(|datum| self.series_of(datum));
        let unit = asked().next().map(|series| &series.unit.id);
        let ranked = asked().filter(|series| caption::ordered(series)).count();
        // Bars and lines need one unit, and no places in an order.
        let instead = match instead {
            "kind=\"bar\"" | "kind=\"line\"" if asked().any(|series| Some(&series.unit.id) != unit) => {
                "kind=\"table\""
            }
            "kind=\"bar\"" if ranked > 0 => "kind=\"ranking\"",
            instead => instead,
        };
        Error::Refused { given: self.spec.given.clone(), why, instead }
    }

    /// The series of a datum.
    pub fn series_of(&self, datum: &Datum) -> &'a Series {
        &self.frame.series[datum.series]
    }

    /// Whether the picture is laid out for a phone.
    pub fn phone(&self) -> bool {
        self.width < layout::PHONE
    }
}

/// Collects marks and targets while a kind draws.
#[derive(Clone, Debug, Default)]
pub struct Stage {
    layers: Vec<Layer>,
    targets: Vec<Target>,
    cells: Vec<Cell>,
    names: Vec<Name>,
    /// Boxes that texts may not cover.
    taken: Vec<Rect>,
    /// Boxes that texts had better not cover.
    soft: Vec<Rect>,
}

impl Stage {
    /// Puts a layer on top; one without marks is left out.
    #[inline(never)]
    fn layer(&mut self, layer: Layer) {
        if !layer.marks.is_empty() {
            self.layers.push(layer);
        }
    }

    /// Puts a layer on top and keeps the place of its texts.
    #[inline(never)]
    fn texts(&mut self, layer: Layer) {
        for mark in &layer.marks {
            if let Shape::Text(text) = &mark.shape {
                self.taken.push(text.bounds());
            }
        }
        self.layer(layer);
    }

    /// Keeps texts off a box.
    #[inline(never)]
    fn take(&mut self, x: f64, y: f64, w: f64, h: f64) {
        self.taken.push(Rect::new(x, y, w, h));
    }

    /// Puts what finds a place of its own in the body of the picture into a layer on top.
    #[inline(never)]
    fn labels(&mut self, name: &'static str, labels: Vec<Label>, layout: &Layout, measure: &Measure) {
        // A label may rise a little into the air under the header, and reach into the margins.
        let (body, side) = (layout.body, layout.body.x.min(8.0));
        let bounds = Rect::new(body.x - side, body.y - 4.0, body.w + 2.0 * side, body.h + 4.0);
        let mut layer = Layer::new(name);
        label::place(labels, bounds, (&mut self.taken, &self.soft), measure, &mut layer);
        self.layer(layer);
    }

    /// Makes a box the name of data.
    #[inline(never)]
    fn name(&mut self, area: Rect, data: Vec<DatumId>) {
        match self.names.iter_mut().find(|name| name.data == data) {
            Some(name) => name.areas.push(area),
            None => self.names.push(Name { areas: vec![area], data }),
        }
    }

    /// Makes the texts of the topmost layer the names of what their data belong to, by a group of data each.
    #[inline(never)]
    fn names(&mut self, groups: &[(String, Vec<DatumId>)]) {
        let mut found = Vec::new();
        for mark in self.layers.last().map_or(&[][..], |layer| &layer.marks) {
            let (Shape::Text(text), Some(datum)) = (&mark.shape, mark.datum) else { continue };
            let own = |group: &&(String, Vec<DatumId>)| group.1.contains(&datum) && group.0 == text.text;
            if let Some((_, data)) = groups.iter().find(own) {
                found.push((text.bounds(), data.clone()));
            }
        }
        for (area, data) in found {
            self.name(area, data);
        }
    }

    /// Makes a datum readable over its box, unless it stands in another already: what answers two targets is read once.
    #[inline(never)]
    fn reads(&mut self, brief: &Brief<'_>, datum: DatumId, area: Rect) {
        if !self.targets.iter().any(|target| target.datum == datum) {
            self.target(datum, brief.frame.data[datum].series, area.center(), area);
        }
    }

    /// Makes a datum readable at a point and over its box.
    #[inline(never)]
    fn target(&mut self, datum: DatumId, series: usize, at: Point, area: Rect) {
        self.targets.push(Target { datum, series, at, area, guide: None });
    }
}

/// What a kind has decided before boxes are solved.
trait Plan {
    /// Texts and gutters.
    fn request(&self) -> Request;
    /// Marks in solved boxes.
    fn draw(&self, layout: &Layout, stage: &mut Stage);
    /// How a datum is found.
    fn nearest(&self) -> Nearest;
    /// Where days, values and data lie, for annotations; a kind without axes refuses them.
    fn axes(&self, _layout: &Layout) -> Axes {
        Axes::default()
    }
}

/// Draws a frame.
///
/// # Errors
/// Where the data cannot be shown by this kind: nothing in the window, units that cannot share a scale, no target.
/// Where a highlight or an annotation names what the picture does not have.
pub fn picture(brief: &Brief<'_>) -> Result<Picture, Error> {
    highlight::check(brief)?;
    let mut brief = *brief;
    brief.numbered |= annotate::crowded(&brief);
    let (picture, whole) = whole(&brief)?;
    if whole || brief.numbered {
        return Ok(picture);
    }
    brief.numbered = true;
    Ok(self::whole(&brief)?.0)
}

/// The height of the picture of a frame, without its marks where they do not bear on it.
///
/// # Errors
/// As [`picture`].
pub fn height(brief: &Brief<'_>) -> Result<f64, Error> {
    // Only annotations look for room among the marks, and become notes where there is none.
    if !brief.spec.annotations.is_empty() {
        return Ok(picture(brief)?.layout.size.h);
    }
    let plan = plan_of(brief.kind().0, brief)?;
    Ok(layout::solve(&plan.request(), brief.theme, brief.measure).size.h)
}

/// The picture with its notes, and whether every annotation found a place in it.
fn whole(brief: &Brief<'_>) -> Result<(Picture, bool), Error> {
    let plan = plan_of(brief.kind().0, brief)?;
    let mut request = plan.request();
    let mut notes = annotate::notes(brief);
    notes.append(&mut request.notes);
    request.notes = notes;
    finished(brief, &*plan, &request)
}

/// What a kind decides for a brief.
fn plan_of<'a>(kind: Kind, brief: &'a Brief<'a>) -> Result<Box<dyn Plan + 'a>, Error> {
    asked::check(brief, kind)?;
    match kind {
        Kind::Auto | Kind::Line => line::plan(brief, line::Style::Line),
        Kind::Area => area::plan(brief),
        Kind::Step => step::plan(brief),
        Kind::Bar => bar::plan(brief),
        Kind::Dot => dot::plan(brief),
        Kind::Dumbbell => dumbbell::plan(brief),
        Kind::Slope => slope::plan(brief),
        Kind::Bullet => bullet::plan(brief),
        Kind::Progress => progress::plan(brief),
        Kind::Pace => pace::plan(brief),
        Kind::Scorecard => scorecard::plan(brief),
        Kind::Ranking => ranking::plan(brief),
        Kind::Number => number::plan(brief),
        Kind::Multiples => multiples::plan(brief),
        Kind::Waffle => waffle::plan(brief),
        Kind::Waterfall => waterfall::plan(brief),
        Kind::Table => table::plan(brief),
    }
}

/// Solves the boxes of a plan and draws it; whether every annotation found a place.
fn finished(brief: &Brief<'_>, plan: &dyn Plan, request: &Request) -> Result<(Picture, bool), Error> {
    let layout = layout::solve(request, brief.theme, brief.measure);
    let axes = plan.axes(&layout);
    let mut stage = Stage::default();
    let mut words = Layer::new("texts");
    for text in &layout.texts {
        words.text(None, text.clone());
    }
    stage.layer(words);
    annotate::under(brief, &axes, &mut stage)?;
    plan.draw(&layout, &mut stage);
    let whole = annotate::over(brief, &axes, &layout, &mut stage)?;
    let scene = Scene { size: layout.size, paper: Some(brief.theme.paper), layers: stage.layers };
    let (targets, nearest) = (stage.targets, plan.nearest());
    let (cells, mut names) = (stage.cells, stage.names);
    if names.len() < 2 || brief.panel.is_some() {
        names.clear();
    }
    Ok((Picture { scene, targets, nearest, cells, names, time: axes.time, layout }, whole))
}

/// The one unit of the data shown, or the two that cannot share a scale.
fn one_unit<'a>(brief: &Brief<'a>, shown: &[DatumId]) -> Result<&'a Series, Error> {
    let mut all = shown.iter().map(|id| brief.series_of(&brief.frame.data[*id]));
    let first = all.next().ok_or_else(|| Error::NoData { given: brief.spec.given.clone() })?;
    match all.find(|series| series.unit.id != first.unit.id) {
        None => Ok(first),
        Some(other) => {
            let names = |s: &Series| (s.unit.zh.clone(), s.unit.many.clone());
            Err(Error::MixedUnits { first: names(first), second: names(other) })
        }
    }
}
