//! One chart: its data, spec and reader's state, with the picture kept until something it depends on changes.

mod overlay;
mod records;
mod zoomed;

use std::rc::Rc;

pub use crate::a11y::{Row, Table};
#[cfg(feature = "builtin-dataset")]
pub use crate::dataset::builtin;
pub use crate::dataset::{BadCell, COLUMNS, amend, figures};
pub use crate::interact::{Damage, Event, Key, Update};
pub use crate::query::Dataset;
pub use crate::spec::Input;
pub use records::{Origin, Record};

use crate::a11y::{self, Reading};
use crate::error::Error;
use crate::format::{Digits, Magnitude, number};
use crate::geom::{Point, Size, within};
use crate::hit::HitIndex;
use crate::interact::{self, Axis, Field, State};
use crate::kind::{self, Brief, Picture, Target};
use crate::paint::SvgHead;
use crate::paint::svg::{FAMILY, LATIN_FAMILY};
use crate::query::Frame;
use crate::scene::Scene;
use crate::spec::{ChartSpec, Kind};
use crate::text::Measure;
use crate::words::{Lang, Say, say};
use overlay::Echo;
use zoomed::Zoomed;

/// A chart of a dataset.
#[derive(Clone, Debug)]
pub struct Chart {
    dataset: Rc<Dataset>,
    spec: ChartSpec,
    /// All data of the spec.
    frame: Frame,
    /// The days that the time can be narrowed to; none where it cannot.
    days: Vec<i32>,
    /// What is shown while the reader looks at a part of the time.
    zoomed: Option<Zoomed>,
    /// What a linked chart reads: the data of its period, and the name that it has lit.
    echo: Echo,
    /// The kind that is drawn, and where the data chose it, why.
    decided: (Kind, Option<Say>),
    measure: Measure,
    /// The page's font; none before the page has told it.
    family: Option<String>,
    state: State,
    width: f64,
    picture: Option<Picture>,
}

/// What stands beside a datum while it is read.
#[derive(Clone, Debug, PartialEq)]
pub struct Balloon {
    /// What is said.
    pub reading: Reading,
    /// Where it points to, CSS px in the picture.
    pub at: Point,
    /// Whether it stays.
    pub pinned: bool,
}

/// Wider pictures than this are drawn at this width, CSS px: lines of text would be too long to read.
const WIDEST: f64 = 4000.0;

/// A common width: what is asked of a picture before it has a width of its own is asked of this, CSS px.
const TRIAL: f64 = 640.0;

impl Chart {
    /// A chart of a spec; nothing is drawn before [`Chart::resize`].
    ///
    /// # Errors
    /// Where the spec cannot be resolved or its data cannot be shown by its kind.
    pub fn new(dataset: Rc<Dataset>, input: &Input) -> Result<Self, Error> {
        let chart = Self::undrawn(dataset, input)?;
        // What cannot be drawn is told now, not at the first frame.
        kind::picture(&chart.brief(TRIAL))?;
        Ok(chart)
    }

    fn undrawn(dataset: Rc<Dataset>, input: &Input) -> Result<Self, Error> {
        let spec = ChartSpec::resolve(input, &dataset)?;
        let frame = spec.query.run(&dataset);
        let measure = Measure::default();
        // At a common width: the kind is the data's choice, not the window's.
        let decided = Brief::new(&frame, &spec, &measure, TRIAL).kind();
        let days = zoomed::days(&frame, decided.0);
        Ok(Self {
            dataset,
            spec,
            frame,
            days,
            zoomed: None,
            echo: Echo::default(),
            decided,
            measure,
            family: None,
            state: State::default(),
            width: 0.0,
            picture: None,
        })
    }

    /// Replaces the spec; on an error the chart stays as it was.
    ///
    /// # Errors
    /// As [`Chart::new`].
    pub fn set_spec(&mut self, input: &Input) -> Result<(), Error> {
        self.set_data(Rc::clone(&self.dataset), input)
    }

    /// Replaces dataset and spec; on an error the chart stays as it was.
    ///
    /// # Errors
    /// As [`Chart::new`].
    pub fn set_data(&mut self, dataset: Rc<Dataset>, input: &Input) -> Result<(), Error> {
        let mut next = Self::undrawn(dataset, input)?;
        // The picture that shows whether the spec can be drawn is the one that is needed next.
        next.measure = self.measure;
        let trial = kind::picture(&next.brief(if self.width > 0.0 { self.width } else { TRIAL }))?;
        let (lit, span) = (self.lit_series(), self.state.view.span);
        let state = self.state.moved(zoomed::place(self.shown(), &next.frame));
        (next.state, next.width) = (state, self.width);
        next.state.view = interact::View::default();
        std::mem::swap(&mut next.family, &mut self.family);
        *self = next;
        if self.width > 0.0 {
            interact::retain(&mut self.state, &index(&trial));
            self.picture = Some(trial);
            if let Some(span) = span {
                self.look_within(span);
            }
            self.light(&lit);
        }
        Ok(())
    }

    /// The page's font: its CSS family, and how much wider than the built-in table it runs in either weight.
    pub fn set_font(&mut self, family: &str, regular: f64, semibold: f64) {
        if !family.trim().is_empty() {
            self.family = Some(family.to_owned());
        }
        self.measure = Measure::new(regular, semibold);
        self.picture = None;
        self.resize(self.width);
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
        if width != self.width || self.picture.is_none() {
            self.width = width;
            let lit = self.lit_series();
            if self.zoomed.is_some() && width > 0.0 {
                let whole = kind::picture(&self.whole(width)).ok().map(|whole| whole.layout.size.h);
                self.zoomed.iter_mut().for_each(|zoomed| zoomed.height = whole);
            }
            self.draw();
            self.light(&lit);
        }
        self.size().h
    }

    /// Makes the picture anew.
    fn draw(&mut self) {
        let width = self.width;
        self.echo = Echo::default();
        // What a trial could draw can be drawn at any width; were it not so, nothing is drawn and nothing lost.
        self.picture = if width > 0.0 { kind::picture(&self.brief(width)).ok() } else { None };
        if let Some(picture) = &self.picture {
            interact::retain(&mut self.state, &index(picture));
        }
    }

    /// The picture's size, CSS px.
    pub fn size(&self) -> Size {
        self.picture.as_ref().map_or(Size::default(), |picture| picture.layout.size)
    }

    /// The height that the picture would have at a width; 0 where it cannot be drawn.
    pub fn height_at(&self, width: f64) -> f64 {
        kind::height(&self.whole(width)).unwrap_or_default()
    }

    /// The marks.
    pub fn scene(&self) -> Option<&Scene> {
        self.picture.as_ref().map(|picture| &picture.scene)
    }

    /// What can be read, in reading order.
    pub fn targets(&self) -> &[Target] {
        self.picture.as_ref().map_or(&[], |picture| &picture.targets)
    }

    /// The language of every text of ours.
    pub fn lang(&self) -> Lang {
        self.spec.lang
    }

    /// Whether there is time to narrow.
    pub fn zoomable(&self) -> bool {
        self.axis().is_some()
    }

    /// What was asked for.
    pub fn spec(&self) -> &ChartSpec {
        &self.spec
    }

    /// All data of the spec.
    pub fn frame(&self) -> &Frame {
        &self.frame
    }

    /// The data of the picture: those of the time that the reader looks at.
    pub fn shown(&self) -> &Frame {
        self.zoomed.as_ref().map_or(&self.frame, |zoomed| &zoomed.frame)
    }

    /// The picture with its boxes and names; none before the first [`Chart::resize`].
    pub fn picture(&self) -> Option<&Picture> {
        self.picture.as_ref()
    }

    /// What the reader is doing.
    pub fn state(&self) -> State {
        self.state
    }

    /// Takes an event.
    pub fn event(&mut self, event: Event) -> Update {
        let Some(picture) = &self.picture else { return Update::default() };
        let field = Field {
            index: index(picture),
            bounds: picture.layout.body.grow(8.0),
            names: &picture.names,
            axis: self.axis(),
        };
        let mut state = self.state;
        let update = interact::update(&mut state, event, &field);
        let wanted = std::mem::replace(&mut state.view.span, self.state.view.span);
        self.state = state;
        self.look_at(wanted);
        update
    }

    /// The time that the reader can narrow; none where there is none to narrow.
    pub fn axis(&self) -> Option<Axis<'_>> {
        let picture = self.picture.as_ref().filter(|picture| picture.cells.is_empty())?;
        let days = self.days.as_slice();
        picture.time.filter(|_| !days.is_empty()).map(|time| Axis { days, time })
    }

    /// Pins the datum of an observation; whether the picture has it, or would have it of all the time.
    pub fn point_at(&mut self, id: &str) -> bool {
        let find = |frame: &Frame| frame.data.iter().position(|datum| datum.id == id);
        if find(self.shown()).is_none() && find(&self.frame).is_some() {
            self.look_at(None);
        }
        find(self.shown()).is_some_and(|datum| {
            self.event(Event::Point(datum));
            self.state.reading() == Some(datum)
        })
    }

    /// What is read now.
    pub fn reading(&self) -> Option<Balloon> {
        let datum = self.state.reading()?;
        let target = self.targets().iter().find(|target| target.datum == datum)?;
        // What lies before the time that is shown is still what a figure is compared with.
        let place = zoomed::place(self.shown(), &self.frame);
        let beside: Vec<usize> =
            self.beside(target).iter().filter_map(|target| place(target.datum)).collect();
        let reading = a11y::reading(&self.whole(self.width), place(datum)?, &beside)?;
        Some(Balloon { reading, at: target.at, pinned: self.state.pinned() })
    }

    /// The accessible name.
    pub fn label(&self) -> String {
        a11y::label(&self.whole(self.width))
    }

    /// The picture in a sentence or two.
    pub fn summary(&self) -> String {
        a11y::summary(&self.whole(self.width))
    }

    /// The name of the kind that is drawn, as the field `kind` takes it.
    pub fn kind(&self) -> &'static str {
        let named = Kind::NAMES.iter().find(|(_, kind)| *kind == self.decided.0);
        named.map_or("", |(name, _)| name)
    }

    /// Why the data have this kind drawn; empty where the spec names it.
    pub fn why(&self) -> &'static str {
        self.decided.1.map_or("", |why| why.get(self.spec.lang))
    }

    /// What the editor should know of a picture that is drawn all the same: own colours that are hard to see.
    pub fn warnings(&self) -> Vec<String> {
        let lang = self.spec.lang;
        // Cut, not rounded: what is missing to 4.5 must not read as 4.5.
        let tenths = |contrast: f64| (contrast * 10.0).floor() / 10.0;
        let ratio = |contrast| number(tenths(contrast), Magnitude::PLAIN, Digits::Fixed(1), lang);
        let mut warnings = Vec::new();
        for faint in self.spec.theme.faint() {
            let (is, needed) = (ratio(faint.contrast), ratio(faint.needed));
            warnings.push(say::FAINT.fill(lang, &[faint.name, &is, &needed]));
        }
        warnings
    }

    /// All data as a table, with the texts around it; the same at every width.
    pub fn table(&self) -> Table {
        a11y::table(&self.whole(TRIAL))
    }

    /// The picture as a standalone SVG document; empty before the first [`Chart::resize`]. Ids inside begin with
    /// `prefix`: pictures that one page holds inline need different ones.
    pub fn svg(&self, prefix: &str) -> String {
        let (title, desc) = (self.label(), self.summary());
        let head =
            SvgHead { title: &title, desc: &desc, lang: self.spec.lang.tag(), family: self.family(), prefix };
        self.scene().map_or_else(String::new, |scene| crate::paint::svg(scene, &head))
    }

    /// The brief of all the data.
    fn whole(&self, width: f64) -> Brief<'_> {
        let decided = Some(self.decided);
        Brief { decided, ..Brief::new(&self.frame, &self.spec, &self.measure, width) }
    }

    /// The brief of what is shown.
    fn brief(&self, width: f64) -> Brief<'_> {
        let whole = self.whole(width);
        match &self.zoomed {
            Some(Zoomed { frame, height }) => {
                Brief { frame, height: height.or(whole.height), zoomed: true, ..whole }
            }
            None => whole,
        }
    }
}

fn index(picture: &Picture) -> HitIndex<'_> {
    HitIndex { targets: &picture.targets, nearest: picture.nearest, cells: &picture.cells }
}

#[cfg(test)]
#[cfg(feature = "builtin-dataset")]
mod tests;
