//! Names and the heights of their marks into rows: names beside the marks where they leave room, else above them.

use super::{Brief, Stage, caption};
use crate::color::Color;
use crate::geom::{Point, Rect, within};
use crate::layout::{LABEL, SMALL, mark};
use crate::scene::{Align, DatumId, Layer};
use crate::text::wrap;

/// Distance of the baselines of a name, px.
const LEADING: f64 = 18.0;
/// Between a name beside its mark and the plot, px.
const AIR: f64 = 12.0;
/// The most of the width that names beside the marks may take.
const SHARE: f64 = 0.36;

/// Rows from top to bottom.
#[derive(Clone, Debug, Default)]
pub(super) struct Rows {
    names: Vec<Vec<String>>,
    /// What stands under each name, smaller.
    notes: Vec<Vec<String>>,
    /// Heights of the marks, px.
    marks: Vec<f64>,
    gap: f64,
    /// Width of the column of names with its air, px; 0 where names stand above their marks.
    side: f64,
}

impl Rows {
    /// Rows of names and marks that lie `gap` apart; the marks need `least` px of width.
    pub(super) fn new(brief: &Brief<'_>, names: &[String], marks: Vec<f64>, gap: f64, least: f64) -> Self {
        Self::noted(brief, names, &[], (marks, gap), least)
    }

    /// The same with a line in small type under each name.
    pub(super) fn noted(
        brief: &Brief<'_>,
        names: &[String],
        notes: &[String],
        (marks, gap): (Vec<f64>, f64),
        least: f64,
    ) -> Self {
        let (room, measure) = (brief.room(), brief.measure);
        let widest = caption::widest(names, LABEL, measure).max(caption::widest(notes, SMALL, measure));
        let beside = widest + AIR <= (room * SHARE).min(room - least);
        let limit = if beside { widest + 1.0 } else { room };
        let mut lines = Vec::with_capacity(names.len());
        for name in names {
            lines.push(wrap(name, limit, LABEL.font, measure));
        }
        let side = if beside { (widest + AIR).ceil() } else { 0.0 };
        let notes = notes.iter().map(|note| wrap(note, limit, SMALL.font, measure)).collect();
        Self { names: lines, notes, marks, gap, side }
    }

    /// Width of the column of names, px; 0 where names stand above their marks.
    pub(super) fn side(&self) -> f64 {
        self.side
    }

    /// Height of a row's name and note, px.
    fn lines(&self, row: usize) -> f64 {
        let lines = self.names[row].len() + self.notes.get(row).map_or(0, Vec::len);
        f64::from(u32::try_from(lines).unwrap_or(1)) * LEADING
    }

    /// Above a row's marks, and the whole row, px.
    fn extent(&self, row: usize) -> (f64, f64) {
        let (lines, marks) = (self.lines(row), self.marks[row]);
        if self.side > 0.0 {
            return ((lines - marks).max(0.0) / 2.0, lines.max(marks));
        }
        let head = if lines > 0.0 { lines + 2.0 } else { 0.0 };
        (head, head + marks)
    }

    /// Height of all rows, px.
    pub(super) fn height(&self) -> f64 {
        let mut height = -self.gap;
        for row in 0..self.marks.len() {
            height += self.extent(row).1 + self.gap;
        }
        height.max(1.0)
    }

    /// Top and bottom of each row's marks in a plot; more height spreads the rows and makes no mark thicker.
    pub(super) fn tops(&self, plot: Rect) -> Vec<(f64, f64)> {
        let stretch = within(plot.h / self.height(), 1.0, 3.0);
        let (mut y, mut tops) = (0.0, Vec::with_capacity(self.marks.len()));
        for (row, marks) in self.marks.iter().enumerate() {
            let (head, height) = self.extent(row);
            let top = (plot.y + (y + head) * stretch).round();
            tops.push((top, top + marks));
            y += height + self.gap;
        }
        tops
    }

    /// Puts the names of a row onto the stage; `marks` are the top and bottom of its marks.
    pub(super) fn name(
        &self,
        brief: &Brief<'_>,
        row: usize,
        datum: Option<DatumId>,
        (left, marks): (f64, (f64, f64)),
        color: Color,
        stage: &mut Stage,
    ) {
        let lines = self.lines(row);
        let beside = self.side > 0.0;
        let top = if beside { (marks.0 + marks.1 - lines) / 2.0 } else { marks.0 - 2.0 - lines };
        let mut layer = Layer::new("names");
        let names = self.names[row].iter().map(|line| (line, LABEL, color));
        let notes = self.notes.get(row).into_iter().flatten().map(|line| (line, SMALL, brief.theme.muted));
        for (i, (line, face, color)) in (0u32..).zip(names.chain(notes)) {
            let baseline = (top + f64::from(i) * LEADING + 13.5).round();
            let (x, align) = if beside { (left - AIR, Align::Right) } else { (left, Align::Left) };
            let text = mark(Point::new(x, baseline), line.clone(), face.font, color, align, brief.measure);
            layer.text(datum, text);
        }
        stage.texts(layer);
    }
}
