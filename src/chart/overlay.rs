//! What the reader does into what is drawn over the picture: what stands out, guides, rings, the brush.

use super::Chart;
use crate::color::Color;
use crate::geom::{Point, Rect};
use crate::interact::Damage;
use crate::kind::Target;
use crate::query::{Date, Frame, Period};
use crate::scene::{Layer, Scene, Shape, Stroke, Symbol};

/// What a linked chart reads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Echo {
    /// The data of its period.
    data: Vec<usize>,
    /// The name of what it has lit.
    lit: Option<usize>,
}

/// How much of its ink the brushed span is covered with.
const VEIL: u8 = 36;

impl Chart {
    /// Whatever lies over the picture while it is read.
    pub fn overlay(&self) -> Scene {
        let mut scene = Scene::overlay(self.size());
        if let (Some(data), Some(picture)) = (self.lit_data(), &self.picture) {
            // The picture fades; what stands out and all that belongs to nothing is drawn again in full.
            // A mark of a whole run carries its first datum, so where all of it is one series, the series counts.
            let (frame, one) = (self.shown(), one_series(self.shown(), data));
            let out = |datum: usize| match one {
                Some(series) => frame.data[datum].series == series,
                None => data.contains(&datum),
            };
            for layer in &picture.scene.layers {
                let mut kept = Layer { name: layer.name, clip: layer.clip, marks: Vec::new() };
                kept.marks.extend(layer.marks.iter().filter(|mark| mark.datum.is_none_or(out)).cloned());
                scene.layers.push(kept);
            }
        }
        let mut layer = Layer::new("reading");
        for datum in &self.echo.data {
            let echoed = self.targets().iter().filter(|target| target.datum == *datum);
            echoed.for_each(|target| self.halo(target, 1.5, &mut layer));
        }
        if let Some(target) = self.target() {
            for other in self.beside(target) {
                self.ring(other.at, 7.0, 1.5, &mut layer);
            }
            self.halo(target, if self.state.keyboard() { 3.0 } else { 2.0 }, &mut layer);
        }
        self.brushed(&mut layer);
        if !layer.marks.is_empty() {
            scene.layers.push(layer);
        }
        scene
    }

    /// What is read now.
    fn target(&self) -> Option<&Target> {
        let datum = self.state.reading()?;
        self.targets().iter().find(|target| target.datum == datum)
    }

    /// What other series have at the place of what is read, in a picture of time.
    pub(super) fn beside(&self, read: &Target) -> Vec<&Target> {
        let Some(picture) = &self.picture else { return Vec::new() };
        let index = super::index(picture);
        let cell = |target: &Target| index.of(target.datum).and_then(|at| index.cell(at));
        let here = |other: &&Target| {
            other.series != read.series && other.guide.is_some() && (other.at.x - read.at.x).abs() < 0.5
        };
        let mut beside: Vec<&Target> = Vec::new();
        if read.guide.is_some() {
            beside.extend(picture.targets.iter().filter(here).filter(|other| cell(other) == cell(read)));
        }
        beside
    }

    /// What marks a datum: a guide, and a ring around its point or its box.
    fn halo(&self, target: &Target, width: f64, layer: &mut Layer) {
        let theme = self.theme();
        if let Some((from, to)) = target.guide {
            layer.upright(None, from.x, (from.y, to.y), Stroke::new(theme.limit, 1.0));
        }
        let firm = width > 2.0;
        let point = target.area.w <= 24.0 && target.area.h <= 24.0;
        if point {
            let (at, radius) = (target.at, if firm { 10.0 } else { 8.0 });
            let stroke = Some(Stroke::new(theme.ink, width));
            let ring = Shape::Symbol { at, symbol: Symbol::Circle, radius, fill: None, stroke };
            layer.push_datum(target.datum, ring);
        } else {
            let rect = target.area.grow(if firm { 4.0 } else { 2.0 });
            let stroke = Some(Stroke::new(theme.ink, width));
            layer.push_datum(target.datum, Shape::Rect { rect, fill: None, stroke });
        }
    }

    /// A thin ring that belongs to nothing.
    fn ring(&self, at: Point, radius: f64, width: f64, layer: &mut Layer) {
        let stroke = Some(Stroke::new(self.theme().ink, width));
        layer.push(Shape::Symbol { at, symbol: Symbol::Circle, radius, fill: None, stroke });
    }

    /// The span that is being brushed.
    fn brushed(&self, layer: &mut Layer) {
        let (Some((from, to)), Some(picture)) = (self.state.brush(), &self.picture) else { return };
        let plot = picture.layout.plot;
        let range = picture.time.map_or([plot.x, plot.right()], |time| time.range);
        let inside = |x: f64| crate::geom::within(x, range[0] - 8.0, range[1] + 8.0);
        let (from, to) = (inside(from), inside(to));
        let theme = self.theme();
        let veil = Color { a: VEIL, ..theme.accent };
        layer.fill(None, Rect::between(from.min(to), plot.y, from.max(to), plot.bottom()), veil);
        for x in [from, to] {
            layer.upright(None, x, (plot.y, plot.bottom()), Stroke::new(theme.accent, 1.0));
        }
    }

    fn theme(&self) -> &crate::spec::Theme {
        &self.spec.theme
    }

    /// The data that stand out; none where all stand alike.
    fn lit_data(&self) -> Option<&[usize]> {
        let lit = self.state.lit().or(self.echo.lit)?;
        let name = self.picture.as_ref()?.names.get(lit)?;
        Some(&name.data)
    }

    /// The key of what the reader has made stand out, for good or under the pointer; empty where all stand alike.
    pub fn lit(&self) -> String {
        let lit = self.state.lit().or(self.echo.lit);
        lit.map_or_else(String::new, |lit| self.key_of(lit))
    }

    /// The key of what is kept lit.
    pub(super) fn lit_series(&self) -> String {
        self.state.view.lit.map_or_else(String::new, |lit| self.key_of(lit))
    }

    /// The key of a name: that of the series of its data where they are of one, else its place.
    fn key_of(&self, name: usize) -> String {
        let names = self.picture.as_ref().map_or(&[][..], |picture| &picture.names);
        let Some(found) = names.get(name) else { return String::new() };
        match one_series(self.shown(), &found.data) {
            Some(_) => series_key(self.shown(), found.data[0]),
            None => crate::words::join(&["#", &(name + 1).to_string()], ""),
        }
    }

    /// The name of a key; an empty key names nothing.
    fn name_of(&self, key: &str) -> Option<usize> {
        let count = self.picture.as_ref().map_or(0, |picture| picture.names.len());
        (0..count).find(|name| !key.is_empty() && self.key_of(*name) == *key)
    }

    /// Keeps what a key names lit; whether the picture has it. An empty key lets all stand alike.
    pub(super) fn light(&mut self, key: &str) -> bool {
        self.state.view.lit = self.name_of(key);
        key.is_empty() || self.state.view.lit.is_some()
    }

    /// Marks what a linked chart reads: the data of its period, as [`period_key`] writes it, and what it has lit.
    pub fn echo(&mut self, period: &str, series: &str) -> Damage {
        let day = |text: &str| Date::parse(text);
        let period = period.split_once('/').map(|(start, end)| Period { start: day(start), end: day(end) });
        let own = |id: &usize| period.is_some_and(|period| self.shown().data[*id].period == period);
        let data = self.targets().iter().map(|target| target.datum).filter(own).collect();
        let next = Echo { data, lit: self.name_of(series) };
        if next == self.echo {
            return Damage::None;
        }
        self.echo = next;
        Damage::Overlay
    }

    /// What is pinned, kept lit, and the first and the last day that is zoomed to; empty where not.
    pub fn view(&self) -> [String; 4] {
        let read = self.state.reading().filter(|_| self.state.pinned());
        let point = read.and_then(|datum| self.shown().data.get(datum)).map(|datum| datum.id.clone());
        let day = |day: i32| crate::format::iso(Date::from_days(day));
        let (from, to) = self.state.view.span.map(|(from, to)| (day(from), day(to))).unwrap_or_default();
        [point.unwrap_or_default(), self.lit_series(), from, to]
    }

    /// Sets what [`Chart::view`] tells; whether point, series and span exist here. Of what does not, all stays as it is
    /// without it.
    pub fn restore(&mut self, point: &str, series: &str, from: &str, to: &str) -> [bool; 3] {
        if self.picture.is_none() {
            return [true; 3];
        }
        let whole = from.is_empty() && to.is_empty();
        if whole {
            self.look_at(None);
        }
        let span = whole || self.look_between(from, to);
        let lit = self.light(series);
        let read = self.state.reading().is_some_and(|datum| self.shown().data[datum].id == point);
        if !read && self.state.pinned() {
            self.state.gesture = crate::interact::Gesture::Idle;
        }
        [point.is_empty() || self.point_at(point), lit, span]
    }
}

/// The series that all of some data are of.
fn one_series(frame: &Frame, data: &[usize]) -> Option<usize> {
    let first = frame.data.get(*data.first()?)?.series;
    data.iter().all(|id| frame.data[*id].series == first).then_some(first)
}

/// The series of a datum, by its id and category: `indicator@area` or `indicator@area/category`.
pub(super) fn series_key(frame: &Frame, datum: usize) -> String {
    let Some(datum) = frame.data.get(datum) else { return String::new() };
    let own = datum.id.split('/').next().unwrap_or_default();
    match frame.series[datum.series].category.as_str() {
        "" => own.to_owned(),
        category => crate::words::join(&[own, category], "/"),
    }
}

/// A period as two ISO days; an open end is empty, and so is the whole where no day is known.
pub(super) fn period_key(period: Period) -> String {
    if period.anchor().is_none() {
        return String::new();
    }
    let day = |day: Option<Date>| day.map(crate::format::iso).unwrap_or_default();
    crate::words::join(&[day(period.start), day(period.end)], "/")
}
