//! A row of places as rings, as a line with ticks, or as boxes of tiers: bands and discs on it, labels above and below.

use super::{Mark, OPEN, Ranks, Row, SMALL, alone, within};
use crate::color::Color;
use crate::format::{Digits, Magnitude, number};
use crate::geom::{Point, Rect, within as kept};
use crate::kind::highlight::{self, Light};
use crate::kind::{Stage, open, point, way::Way};
use crate::layout::{VALUE, axis, mark};
use crate::query::{Figure, Qualifier, Status};
use crate::scale::ticks;
use crate::scene::{Align, Chevron, Dash, Layer, Shape, Stroke, Symbol};

/// More places than these are a line, not rings.
pub(super) const MOST: f64 = 40.0;
/// Places narrower than this are a line, px.
const NARROW: f64 = 6.0;
/// From the strip's middle to the baselines of the texts above and below, px.
const ABOVE: f64 = 16.0;
const BELOW: f64 = 25.0;

/// Where the places of a row lie, px.
#[derive(Clone, Copy, Debug)]
struct Strip {
    /// The edge of the first place counted: at the left, or at the right where places count from the bottom.
    start: f64,
    /// Width of a place; negative where places run to the left.
    pitch: f64,
    /// The far end, the open part included.
    end: f64,
    y: f64,
    /// Half the extent of a ring; 0 where places are a line.
    radius: f64,
}

impl Strip {
    fn new(row: &Row<'_>, area: Rect, shared: f64) -> Self {
        let open = if row.open { OPEN } else { 0.0 };
        let rings = row.count <= MOST && shared >= NARROW;
        let pitch = if rings { shared } else { (area.w - open) / row.count.max(1.0) };
        let long = pitch * row.count;
        let radius = if rings { (pitch * 0.36).min(6.5) } else { 0.0 };
        let y = (area.y + area.h / 2.0).round();
        match row.series.from_bottom {
            false => Self { start: area.x, pitch, end: area.x + long + open, y, radius },
            true => Self { start: area.x + open + long, pitch: -pitch, end: area.x, y, radius },
        }
    }

    /// The middle of a place; an edge lies half a place from it.
    fn x(&self, place: f64) -> f64 {
        self.start + (place - 0.5) * self.pitch
    }

    /// The far end of the places that are known, px.
    fn known(&self, row: &Row<'_>) -> f64 {
        self.start + row.count * self.pitch
    }

    /// The signed direction of the count along x.
    fn sign(&self) -> f64 {
        if self.pitch < 0.0 { -1.0 } else { 1.0 }
    }
}

impl Ranks<'_> {
    /// Draws the strip of a row with its figures.
    pub(super) fn strip(&self, row: &Row<'_>, area: Rect, pitch: f64, stage: &mut Stage) {
        let strip = Strip::new(row, area, pitch);
        let (mut bands, mut discs) = (Layer::new("bands"), Layer::new("discs"));
        for mark in &row.marks {
            let series = self.brief.frame.data[mark.datum].series;
            let Some(figure) = mark.figure else {
                stage.target(
                    mark.datum,
                    series,
                    Point::new(area.x, strip.y),
                    Rect::new(area.x, strip.y - 8.0, 90.0, 16.0),
                );
                continue;
            };
            let extent = self.extent(row, figure, &strip);
            if alone(figure) {
                self.disc(mark, figure, &strip, &mut discs);
            } else {
                self.band(mark, extent, &mut bands);
            }
            let at = Point::new(extent.center().x, strip.y);
            stage.target(mark.datum, series, at, extent);
        }
        stage.layer(bands);
        self.places(row, &strip, stage);
        stage.layer(discs);
        self.texts(row, &strip, area, stage);
    }

    /// The box of the places within which a figure lies.
    fn extent(&self, row: &Row<'_>, figure: Figure, strip: &Strip) -> Rect {
        let (from, to) = within(figure);
        let far = if row.open { strip.end - strip.sign() * 10.0 } else { strip.known(row) };
        let end = to.map_or(far, |to| strip.x(to));
        let half = strip.radius.max(5.0) + 4.0;
        Rect::between(strip.x(from), strip.y - half, end, strip.y + half)
    }

    /// A run of places: filled where it is reported, an outline where it is demanded or expected.
    fn band(&self, mark: &Mark, extent: Rect, layer: &mut Layer) {
        let theme = self.brief.theme;
        let datum = &self.brief.frame.data[mark.datum];
        let (fill, dash) = match datum.status {
            Status::Target => (None, Dash::Solid),
            Status::Forecast => (None, Dash::Dashed),
            Status::Actual if datum.flags.any() => (Some(theme.track), Dash::Dotted),
            Status::Actual => return layer.fill(Some(mark.datum), extent, theme.context),
        };
        let stroke = Some(Stroke::new(theme.ink, 1.5).dashed(dash));
        layer.push_datum(mark.datum, Shape::Rect { rect: extent.grow(-0.75), fill, stroke });
    }

    fn ink(&self, mark: &Mark) -> Color {
        let datum = &self.brief.frame.data[mark.datum];
        match datum.status {
            Status::Target => self.brief.theme.ink,
            _ if mark.newest && highlight::lit(self.brief, datum) != Light::Dim => {
                self.brief.theme.accent_text
            }
            _ => self.brief.theme.context_line,
        }
    }

    fn disc(&self, mark: &Mark, figure: Figure, strip: &Strip, layer: &mut Layer) {
        let (at, radius) = (Point::new(strip.x(figure.value), strip.y), strip.radius.max(4.5) + 1.5);
        let color = self.ink(mark);
        // "Nearly" is a better place here, and lies somewhere about like any other soft figure.
        let word = if figure.qualifier.soft() { Qualifier::About } else { Qualifier::Exact };
        open::sign(layer, mark.datum, word, &open::Spot { way: Way::Right, at, radius, high: at.x }, color);
        layer.push_datum(
            mark.datum,
            point::symbol(self.brief, mark.datum, (at, radius), Symbol::Circle, color),
        );
    }

    /// The places of the field: rings, or a line; and where the sources stop, an open end.
    fn places(&self, row: &Row<'_>, strip: &Strip, stage: &mut Stage) {
        let theme = self.brief.theme;
        let mut layer = Layer::new("places");
        let edge = Stroke::new(theme.limit, 1.25);
        let y = strip.y;
        if strip.radius > 0.0 {
            let mut place = 1.0;
            while place <= row.count {
                let at = Point::new(strip.x(place), y);
                let ours = |mark: &Mark| mark.figure.is_some_and(|f| alone(f) && f.value == place);
                if !row.marks.iter().any(ours) {
                    let (fill, stroke) = (Some(theme.paper), Some(edge));
                    layer.push(Shape::Symbol {
                        at,
                        symbol: Symbol::Circle,
                        radius: strip.radius,
                        fill,
                        stroke,
                    });
                }
                place += 1.0;
            }
        } else if row.count > 0.0 {
            let ends = (strip.x(1.0), strip.x(row.count));
            layer.level(None, y, (ends.0.min(ends.1), ends.0.max(ends.1)), Stroke::new(theme.limit, 2.0));
            layer.upright(None, ends.0, (y - 6.0, y + 6.0), Stroke::new(theme.limit, 2.0));
            if !row.open {
                layer.upright(None, ends.1, (y - 6.0, y + 6.0), Stroke::new(theme.limit, 2.0));
            }
        }
        if row.open && row.count > 0.0 {
            let (sign, from) = (strip.sign(), strip.known(row));
            let (near, far) = (from + sign * 4.0, strip.end - sign * 10.0);
            layer.level(
                None,
                y,
                (near.min(far), near.max(far)),
                Stroke::new(theme.limit, 1.5).dashed(Dash::Dashed),
            );
            let side = if sign < 0.0 { Chevron::Left } else { Chevron::Right };
            let tip = Point::new(strip.end - sign * 4.0, y);
            layer.line(None, side.points(tip, 5.0, 5.0), Stroke::new(theme.limit, 1.5));
        }
        stage.layer(layer);
    }

    /// The newest figure's text above the strip, another's below it, and numbers of places where they have room.
    fn texts(&self, row: &Row<'_>, strip: &Strip, area: Rect, stage: &mut Stage) {
        let (measure, theme) = (self.brief.measure, self.brief.theme);
        let mut labels = Layer::new("labels");
        let mut below: Option<Rect> = None;
        for own in &row.marks {
            let upper = row.marks.len() == 1 || own.newest;
            let (x, face, color) = match own.figure {
                Some(figure) => (self.extent(row, figure, strip).center().x, VALUE, self.ink(own)),
                None => (area.x, SMALL, theme.muted),
            };
            let half = measure.width(&own.text, face.font) / 2.0;
            let x = kept(x, area.x + half, (area.right() - half).max(area.x + half));
            let baseline = if upper { strip.y - ABOVE } else { strip.y + BELOW };
            let text =
                mark(Point::new(x, baseline), own.text.clone(), face.font, color, Align::Middle, measure);
            if !upper {
                below = Some(text.bounds());
            }
            labels.text(Some(own.datum), text);
        }
        stage.texts(labels);
        let mut numbers: Vec<(f64, String)> = Vec::new();
        let want = kept(strip.pitch.abs() * row.count / 48.0, 2.0, 8.0) as usize;
        let mut wanted = vec![1.0];
        wanted.extend(ticks(1.0, row.count, want).values);
        if !row.open {
            wanted.push(row.count);
        }
        wanted.retain(|place| *place >= 1.0 && place.fract() == 0.0 && *place <= row.count);
        wanted.dedup();
        for place in wanted {
            let text = number(place, Magnitude::PLAIN, Digits::Printed, self.brief.spec.lang);
            let half = measure.width(&text, SMALL.font) / 2.0 + 8.0;
            let x = strip.x(place);
            if below.is_none_or(|box_| x + half < box_.x || x - half > box_.right()) {
                numbers.push((x, text));
            }
        }
        if row.series.from_bottom {
            numbers.reverse();
        }
        let span = (area.x - 8.0, area.right());
        let look = (SMALL, theme.muted);
        stage.texts(axis::along(&numbers, strip.y + BELOW, span, look, measure));
    }

    /// Tiers as boxes with their names, ours filled; a last one without an end where nothing says how many there are.
    pub(super) fn boxes(&self, row: &Row<'_>, area: Rect, stage: &mut Stage) {
        let (theme, measure, wide) = (self.brief.theme, self.brief.measure, self.cell(row));
        let (mut boxes, mut texts) = (Layer::new("boxes"), Layer::new("tiers"));
        let (mut tier, mut x) = (1.0, area.x);
        while tier <= row.count {
            let rect = Rect::new(x, area.y + 1.0, wide - 4.0, area.h - 2.0);
            let ours = row.marks.iter().find(|mark| mark.figure.is_some_and(|f| f.value == tier));
            let datum = ours.map(|mark| mark.datum);
            let status = datum.map(|id| self.brief.frame.data[id].status);
            let soft = ours.and_then(|mark| mark.figure).is_some_and(|f| f.qualifier.soft());
            let (fill, line, ink) = match status {
                Some(Status::Actual) if !soft => (Some(theme.accent), theme.accent, theme.on_accent),
                Some(_) => (Some(theme.paper), theme.ink, theme.ink),
                None => (Some(theme.paper), theme.limit, theme.muted),
            };
            let dash = if soft || status == Some(Status::Forecast) { Dash::Dashed } else { Dash::Solid };
            let stroke = Some(Stroke::new(line, if datum.is_some() { 1.5 } else { 1.0 }).dashed(dash));
            boxes.marks.push(crate::scene::Mark { shape: Shape::Rect { rect, fill, stroke }, datum });
            let text = ours.map_or_else(|| self.tier(row, tier), |mark| mark.text.clone());
            let at = Point::new(rect.center().x, (rect.center().y + 0.36 * VALUE.font.size).round());
            texts.text(datum, mark(at, text, VALUE.font, ink, Align::Middle, measure));
            if let Some(id) = datum {
                stage.target(id, self.brief.frame.data[id].series, rect.center(), rect);
            }
            (tier, x) = (tier + 1.0, x + wide);
        }
        if row.open {
            let stroke = Stroke::new(theme.limit, 1.5).dashed(Dash::Dashed);
            for y in [area.y + 1.0, area.bottom() - 1.0] {
                boxes.level(None, y, (x, x + OPEN - 16.0), stroke);
            }
            let tip = Point::new(x + OPEN - 8.0, area.center().y);
            boxes.line(None, Chevron::Right.points(tip, 5.0, 5.0), Stroke::new(theme.limit, 1.5));
        }
        stage.layer(boxes);
        stage.texts(texts);
    }
}
