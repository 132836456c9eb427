//! Names of series with their colours into lines of a legend above the plot.

use super::{Brief, Stage};
use crate::color::Color;
use crate::geom::{Point, Rect};
use crate::layout::{LABEL, mark};
use crate::scene::{Align, DatumId, Layer, Shape, Stroke, Symbol};
use crate::text::wrap;

/// Height of a line, px.
const LINE: f64 = 20.0;
/// From the left edge of an entry to its name, and from its end to the next entry, px.
const INDENT: f64 = 18.0;
const GAP: f64 = 18.0;

/// An entry: its name, colour and sign.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// The series' name.
    pub(super) name: String,
    /// The colour of its marks.
    pub(super) color: Color,
    /// The sign of its marks.
    pub(super) symbol: Symbol,
    /// Whether its marks are outlines: demanded or expected.
    pub(super) hollow: bool,
    /// What it names.
    pub(super) data: Vec<DatumId>,
}

/// Entries with their places.
#[derive(Clone, Debug, Default)]
pub(super) struct Legend {
    /// The box of each entry from the legend's corner, with its lines.
    places: Vec<(Rect, Vec<String>, Entry)>,
    height: f64,
}

impl Legend {
    /// Flows the entries into lines as wide as the picture has room.
    pub(super) fn new(brief: &Brief<'_>, entries: &[Entry]) -> Self {
        let (room, measure) = (brief.room(), brief.measure);
        let mut legend = Self::default();
        let (mut x, mut y, mut deep) = (0.0, 0.0, 0.0_f64);
        for entry in entries {
            let lines = wrap(&entry.name, room - INDENT, LABEL.font, measure);
            let wide = INDENT + super::caption::widest(&lines, LABEL, measure);
            if x > 0.0 && x + wide > room {
                (x, y, deep) = (0.0, y + deep, 0.0);
            }
            deep = deep.max(f64::from(u32::try_from(lines.len()).unwrap_or(1)) * LINE);
            let area = Rect::new(x, y, wide, f64::from(u32::try_from(lines.len()).unwrap_or(1)) * LINE);
            legend.places.push((area, lines, entry.clone()));
            x += wide + GAP;
        }
        if !entries.is_empty() {
            legend.height = y + deep + 8.0;
        }
        legend
    }

    /// Whether there are no entries.
    pub(super) fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// Height with the air below it, px; 0 without entries.
    pub(super) fn height(&self) -> f64 {
        self.height
    }

    /// Draws the entries from a corner on.
    pub(super) fn draw(&self, brief: &Brief<'_>, corner: Point, stage: &mut Stage) {
        let mut layer = Layer::new("legend");
        for (area, lines, entry) in &self.places {
            let (left, top) = (corner.x + area.x, corner.y + area.y);
            stage.name(Rect::new(left, top, area.w, area.h), entry.data.clone());
            let at = Point::new(left + 6.0, top + LINE / 2.0);
            let (fill, stroke, radius) = match entry.hollow {
                true => (None, Some(Stroke::new(entry.color, 2.0)), 4.5),
                false => (Some(entry.color), None, 5.5),
            };
            layer.push(Shape::Symbol { at, symbol: entry.symbol, radius, fill, stroke });
            for (i, line) in (0u32..).zip(lines) {
                let at = Point::new(left + INDENT, LABEL.baseline(top + f64::from(i) * LINE));
                let text = mark(at, line.clone(), LABEL.font, brief.theme.ink, Align::Left, brief.measure);
                layer.text(None, text);
            }
        }
        stage.texts(layer);
    }
}
