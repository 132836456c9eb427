//! A place in a plot into the value that is read there, and a value into what is said of it and drawn over the picture.

use super::axes::place;
use super::reader::Spot;
use super::{Plot, Sight};
use crate::a11y::{Reading, Row};
use crate::chart::{Balloon, Origin, Record};
use crate::color::Color;
use crate::geom::{Point, Rect, within};
use crate::scene::{Layer, Scene, Shape as Form, Stroke, Symbol};
use crate::spec::Shape;
use crate::words::{join, say};

/// A dot is read from as far as this, a line at its own pixel, px.
const REACH: f64 = 12.0;
/// More rows than this under the pointer are not looked at one by one.
const MANY: usize = 4096;
/// How much of its ink the brushed span is covered with.
const VEIL: u8 = 36;

impl Plot {
    /// Whether a pointer reads at a place.
    pub(super) fn in_plot(&self, at: Point) -> bool {
        self.boxes().is_some_and(|boxes| boxes.layout.plot.grow(8.0).contains(at))
    }

    /// The series named at a place of the legend.
    pub(super) fn name_at(&self, at: Point) -> Option<usize> {
        self.boxes()?.name_at(at)
    }

    /// The first value that is shown.
    pub(super) fn first_spot(&self) -> Option<Spot> {
        let (first, end) = self.data.within(self.sight()?.window);
        (first < end).then_some(Spot { row: first, series: 0 })
    }

    /// What is read at a place: of the rows at its pixel the value nearest to it, else the nearest row.
    pub(super) fn spot_at(&self, at: Point) -> Option<Spot> {
        let sight = self.sight().filter(|_| self.in_plot(at))?;
        let reach = if self.spec.shape == Shape::Dot { REACH } else { 0.5 };
        let (first, end) = (
            self.data.x.from(sight.x.invert(at.x - reach)).max(self.data.within(sight.window).0),
            self.data.x.from(sight.x.invert(at.x + reach)).min(self.data.within(sight.window).1),
        );
        let near = self.data.row_near(sight.x.invert(at.x), sight.window)?;
        let rows = if first < end && end - first <= MANY { first..end } else { near..near + 1 };
        let mut best: Option<(f64, Spot)> = None;
        for row in rows {
            for series in 0..self.data.series.len() {
                let spot = Spot { row, series };
                let Some(point) = self.point_in(sight, spot) else { continue };
                let away = point.distance2(at);
                if best.is_none_or(|(least, _)| away < least) {
                    best = Some((away, spot));
                }
            }
        }
        // A gap is read as one.
        Some(best.map_or(Spot { row: near, series: 0 }, |(_, spot)| spot))
    }

    fn point_in(&self, sight: &Sight, spot: Spot) -> Option<Point> {
        let value = self.data.series.get(spot.series)?.value(spot.row)?;
        Some(sight.at([self.data.x.at(spot.row), value]))
    }

    /// Where a value lies; one that is a gap has its place at the foot.
    pub(super) fn point(&self, spot: Spot) -> Option<Point> {
        let sight = self.sight()?;
        let foot = || Point::new(sight.x.map(self.data.x.at(spot.row)), self.bottom());
        Some(self.point_in(sight, spot).unwrap_or_else(foot))
    }

    fn bottom(&self) -> f64 {
        self.boxes().map_or(0.0, |boxes| boxes.layout.plot.bottom())
    }

    /// A value in words.
    fn told(&self, spot: Spot) -> String {
        let value = self.data.series.get(spot.series).and_then(|series| series.value(spot.row));
        match value {
            Some(value) => self.telling.value(value, self.spec.lang),
            None => say::COLUMN_GAP.get(self.spec.lang).to_owned(),
        }
    }

    /// What is read now.
    pub fn reading(&self) -> Option<Balloon> {
        let (spot, lang) = (self.reader.read?, self.spec.lang);
        let when = place(&self.data, self.data.x.at(spot.row), lang);
        let name = self.data.series.get(spot.series)?.name.as_str();
        let heading = if name.is_empty() { when } else { say::HEADING_PERIOD.fill(lang, &[name, &when]) };
        let value = self.told(spot);
        let mut beside = Vec::new();
        for (series, other) in self.data.series.iter().enumerate() {
            if series != spot.series && beside.len() < BESIDE {
                let text = self.told(Spot { series, ..spot });
                beside.push(Row { label: other.name.clone(), text, more: false });
            }
        }
        let mut rows = Vec::new();
        if !self.spec.texts[3].is_empty() {
            let label = say::ROW_SOURCE.get(lang).to_owned();
            rows.push(Row { label, text: self.spec.texts[3].clone(), more: true });
        }
        let announce = say::ANNOUNCE.fill(lang, &[&heading, &value]);
        let reading = Reading { id: self.id(spot), heading, value, beside, rows, announce };
        Some(Balloon { reading, at: self.point(spot)?, pinned: self.reader.pinned })
    }

    /// A value as links name it.
    pub(super) fn id(&self, spot: Spot) -> String {
        join(&[spot.row.to_string(), spot.series.to_string()], ":")
    }

    /// The value of a name; none where there is no such row or series.
    pub(super) fn spot_of(&self, id: &str) -> Option<Spot> {
        let (row, series) = id.split_once(':')?;
        let spot = Spot { row: row.parse().ok()?, series: series.parse().ok()? };
        (spot.row < self.data.rows() && spot.series < self.data.series.len()).then_some(spot)
    }

    /// What is read, as a row for whoever goes on with it; a page's own arrays have no documents.
    pub fn records(&self) -> (Vec<Record>, Vec<Origin>) {
        let mut rows = Vec::new();
        if let Some(spot) = self.reader.read {
            let series = &self.data.series[spot.series];
            let mut record =
                Record { value: series.value(spot.row).map(|value| (value, None)), ..Record::default() };
            let when = place(&self.data, self.data.x.at(spot.row), self.spec.lang);
            let own = [
                ("id", self.id(spot)),
                ("indicator", series.name.clone()),
                ("category", when),
                ("unit", self.data.unit.clone()),
                ("printed", self.told(spot)),
                ("series", series.name.clone()),
            ];
            for (name, text) in own {
                if let Some(at) = Record::FIELDS.iter().position(|field| *field == name) {
                    record.texts[at] = text;
                }
            }
            rows.push(record);
        }
        (rows, Vec::new())
    }

    /// Whatever lies over the picture while it is read.
    pub fn overlay(&self) -> Scene {
        let Some((boxes, sight)) = self.boxes().zip(self.sight()) else { return Scene::overlay(self.size()) };
        let mut scene = Scene::overlay(boxes.layout.size);
        if let (Some(lit), Some(base)) = (self.light(), self.scene()) {
            // The picture fades; what stands out, and all that belongs to no series, is drawn again in full.
            for layer in &base.layers {
                let mut kept = Layer { name: layer.name, clip: layer.clip, marks: Vec::new() };
                let own = layer.marks.iter().filter(|mark| mark.datum.is_none_or(|series| series == lit));
                kept.marks.extend(own.cloned());
                scene.layers.push(kept);
            }
        }
        let mut layer = Layer::new("reading");
        let plot = boxes.layout.plot;
        if let Some(row) = self.echo.row {
            self.halo(sight, Spot { row, series: usize::MAX }, plot, &mut layer);
        }
        if let Some(spot) = self.reader.read {
            self.halo(sight, spot, plot, &mut layer);
        }
        self.brushed(plot, &mut layer);
        scene.layers.push(layer);
        scene
    }

    /// A guide through a row with a ring around each of its values, a firm one around that which is read.
    fn halo(&self, sight: &Sight, spot: Spot, plot: Rect, layer: &mut Layer) {
        let theme = &self.spec.theme;
        let x = sight.x.map(self.data.x.at(spot.row));
        if x < plot.x - 1.0 || x > plot.right() + 1.0 {
            return;
        }
        layer.upright(None, x, (plot.y, plot.bottom()), Stroke::new(theme.limit, 1.0));
        for series in 0..self.data.series.len() {
            let Some(at) = self.point_in(sight, Spot { series, ..spot }) else { continue };
            let firm = series == spot.series;
            let width = if firm && self.reader.focus.is_some() { 3.0 } else { 2.0 };
            let (radius, fill) = (if firm { 5.5 } else { 3.5 }, Some(self.colors[series]));
            let stroke = Some(Stroke::new(if firm { theme.ink } else { theme.paper }, width));
            layer.push_datum(series, Form::Symbol { at, symbol: Symbol::Circle, radius, fill, stroke });
        }
    }

    /// The span that is being brushed.
    fn brushed(&self, plot: Rect, layer: &mut Layer) {
        let Some((from, to)) = self.reader.brush() else { return };
        let [from, to] = [from, to].map(|x| within(x, plot.x, plot.right()));
        let accent = self.spec.theme.accent;
        layer.fill(None, Rect::between(from, plot.y, to, plot.bottom()), Color { a: VEIL, ..accent });
        for x in [from, to] {
            layer.upright(None, x, (plot.y, plot.bottom()), Stroke::new(accent, 1.0));
        }
    }
}

/// So many other series are told beside the one that is read.
const BESIDE: usize = 8;
