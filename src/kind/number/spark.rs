//! Three or more figures that may be compared into a line of words' height, with its ends told.

use crate::format::Style;
use crate::geom::{Point, Rect};
use crate::kind::sheet::Cell;
use crate::kind::way::Way;
use crate::kind::{Brief, Stage, caption, moved, open};
use crate::layout::SMALL;
use crate::query::{Qualifier, Status};
use crate::scene::{DatumId, Layer, Shape, Stroke, Symbol};

/// Height of the line, and of the air under it, px.
const LINE: f64 = 64.0;
const AIR: f64 = 8.0;

/// The line with the texts at its ends.
pub(super) struct Spark {
    /// Day and value.
    points: Vec<(f64, f64)>,
    /// The figures, in time.
    pub(super) ids: Vec<DatumId>,
    ends: [Cell; 2],
}

impl Spark {
    /// None with fewer than three figures that may be compared with the newest; places in an order are no heights.
    pub(super) fn new(brief: &Brief<'_>, series: usize) -> Option<Self> {
        let frame = brief.frame;
        let newest = &frame.data[moved::newest(frame, series)?];
        let (mut points, mut ids): (Vec<(f64, f64)>, Vec<DatumId>) = (Vec::new(), Vec::new());
        for (id, datum) in frame.of(series) {
            let (Some(figure), Some(day)) = (datum.figure, datum.period.anchor()) else { continue };
            let day = f64::from(day.days());
            let later = points.last().is_none_or(|last| last.0 < day);
            if later && datum.status == Status::Actual && frame.comparable(datum, newest) {
                points.push((day, figure.value));
                ids.push(id);
            }
        }
        if points.len() < 3 || newest.status != Status::Actual || caption::ordered(&frame.series[series]) {
            return None;
        }
        let end = |id: DatumId| {
            let when = caption::when(frame, &frame.data[id], brief.spec.lang, Style::Long);
            let text = caption::value(brief, &frame.data[id]);
            Cell { note: when, datum: Some(id), ..Cell::new(text, SMALL, brief.theme.ink) }
        };
        Some(Self { ends: [end(*ids.first()?), end(*ids.last()?)], points, ids })
    }

    /// Its height, px.
    pub(super) fn height(&self, brief: &Brief<'_>, width: f64) -> f64 {
        let [a, b] = &self.ends;
        let (width, measure) = (width / 2.0 - AIR, brief.measure);
        LINE + AIR + a.height(width, measure).max(b.height(width, measure))
    }

    /// Draws it from a corner on.
    pub(super) fn draw(
        &self,
        brief: &Brief<'_>,
        area: Rect,
        (texts, lines): (&mut Layer, &mut Layer),
        stage: &mut Stage,
    ) {
        let [first, .., last] = self.points.as_slice() else { return };
        let theme = brief.theme;
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for (_, value) in &self.points {
            (low, high) = (low.min(*value), high.max(*value));
        }
        let span = if high > low { high - low } else { 1.0 };
        let (wide, tall) = (area.w - 8.0, LINE - 24.0);
        let mut line = Vec::with_capacity(self.points.len());
        for (day, value) in &self.points {
            let x = area.x + 4.0 + (day - first.0) / (last.0 - first.0) * wide;
            line.push(Point::new(x, area.y + 18.0 + (high - value) / span * tall));
        }
        let at = line.last().copied().unwrap_or_default();
        for (point, id) in line.iter().zip(&self.ids) {
            // The newest is read in its large figure.
            if *point != at {
                stage.reads(brief, *id, Rect::new(point.x - 6.0, point.y - 6.0, 12.0, 12.0));
            }
            let word = brief.frame.data[*id].figure.map_or(Qualifier::Exact, |figure| figure.qualifier);
            let spot = open::Spot { way: Way::Up, at: *point, radius: 0.0, high: point.y };
            if word != Qualifier::Range {
                open::sign(lines, *id, word, &spot, theme.accent_text);
            }
        }
        lines.line(None, line, Stroke::new(theme.accent, 2.0));
        let (symbol, fill) = (Symbol::Circle, Some(theme.accent));
        lines.push(Shape::Symbol { at, symbol, radius: 4.0, fill, stroke: None });
        let half = area.w / 2.0 - AIR;
        for (cell, right) in self.ends.iter().zip([false, true]) {
            let x = if right { area.right() - half } else { area.x };
            cell.draw(brief, Rect::new(x, area.y + LINE + AIR, half, 0.0), right, texts);
        }
    }
}
