//! A solved table into marks: head, hairlines, texts, signs and gauges, and the boxes that are read.

use super::{GAUGE, Gauge, HEAD, PAD, Sheet, count};
use crate::geom::{Point, Rect};
use crate::kind::open::{self, Ink, Place};
use crate::kind::way::Way;
use crate::kind::Stage;
use crate::layout::{SMALL, mark};
use crate::scene::{Align, Dash, DatumId, Layer, Stroke};

/// Height of a gauge's track, px.
const TRACK: f64 = 8.0;

impl Sheet<'_> {
    /// Draws the table from the top of a plot on; more height spreads its rows.
    pub(crate) fn draw(&self, plot: Rect, stage: &mut Stage) {
        let spare = ((plot.h - self.height()) / count(self.rows.len()).max(1.0)).max(0.0).floor();
        let right = plot.x + if self.block { plot.w } else { self.places.last().map_or(plot.w, |(x, w)| x + w) };
        let mut rules = Layer::new("grid");
        let mut y = plot.y + self.head_height();
        if !self.block {
            self.head(plot, stage);
            rules.level(None, y, (plot.x, right), Stroke::new(self.brief.theme.limit, 1.0));
        }
        let mut tops = Vec::with_capacity(self.rows.len());
        for (at, row) in self.rows.iter().enumerate() {
            // What goes on is set off by a shorter line.
            let left = if row.again && !self.block { self.places.get(1).map_or(0.0, |place| place.0) } else { 0.0 };
            if at > 0 {
                rules.level(None, y, (plot.x + left, right), Stroke::new(self.brief.theme.grid, 1.0));
            }
            let height = self.row_height(at) + spare;
            tops.push((y, height));
            y += height;
        }
        stage.layer(rules);
        for (at, (top, height)) in tops.into_iter().enumerate() {
            self.row(at, (plot.x, right), top + (spare / 2.0).floor() + PAD, stage);
            if let Some(datum) = self.rows[at].datum {
                let area = Rect::between(plot.x, top, right, top + height);
                self.read(datum, area, stage);
            }
        }
    }

    fn head(&self, plot: Rect, stage: &mut Stage) {
        let (theme, measure) = (self.brief.theme, self.brief.measure);
        let foot = plot.y + self.head_height() - HEAD;
        let mut layer = Layer::new("head");
        for (at, lines) in self.heads.iter().enumerate() {
            let mut y = foot - count(lines.len()) * SMALL.leading;
            for line in lines {
                let (x, align) = self.side(at, plot.x);
                let point = Point::new(x, SMALL.baseline(y));
                layer.text(None, mark(point, line.clone(), SMALL.font, theme.muted, align, measure));
                y += SMALL.leading;
            }
        }
        stage.layer(layer);
    }

    /// Where a column's texts stand, and which of their ends.
    fn side(&self, column: usize, left: f64) -> (f64, Align) {
        let (x, width) = self.place(column);
        match self.columns[column].align {
            Align::Right if !self.block => (left + x + width, Align::Right),
            _ => (left + x, Align::Left),
        }
    }

    fn row(&self, row: usize, (left, right): (f64, f64), top: f64, stage: &mut Stage) {
        let (theme, measure) = (self.brief.theme, self.brief.measure);
        let mut y = top;
        for column in 0..self.columns.len() {
            let tall = self.tall(row, column);
            if tall == 0.0 || self.rows[row].cells[column].empty() {
                continue;
            }
            if self.block && column > 0 {
                let mut labels = Layer::new("head");
                for (i, line) in self.heads[column].iter().enumerate() {
                    let at = Point::new(left, SMALL.baseline(y + 1.0 + count(i) * SMALL.leading));
                    labels.text(None, mark(at, line.clone(), SMALL.font, theme.muted, Align::Left, measure));
                }
                stage.layer(labels);
            }
            self.cell((row, column), left, y, stage);
            let cell = &self.rows[row].cells[column];
            if let (Some(datum), true) = (cell.datum, cell.reads) {
                let (x, width) = self.place(column);
                let area = Rect::between(left + x, y, (left + x + width).min(right), y + tall);
                self.read(datum, area, stage);
            }
            if self.block {
                y += tall;
            }
        }
    }

    fn cell(&self, (row, column): (usize, usize), left: f64, top: f64, stage: &mut Stage) {
        let (cell, measure) = (&self.rows[row].cells[column], self.brief.measure);
        let mut y = top;
        if let Some(gauge) = cell.gauge {
            let (x, width) = self.place(column);
            self.gauge(gauge, cell.datum, (left + x, width.min(160.0), y + GAUGE / 2.0), stage);
            y += GAUGE;
        }
        let (x, align) = self.side(column, left);
        let mut layer = Layer::new("cells");
        if let (Some((sign, color)), Some(first)) = (cell.sign, self.lines[row][column].first()) {
            let wide = measure.width(&first.text, first.face.font) + cell.indent();
            let edge = if align == Align::Right { x - wide } else { x };
            let middle = first.face.baseline(y) - 0.36 * first.face.font.size;
            sign.draw(&mut layer, cell.datum, (edge, middle), color);
        }
        let x = if align == Align::Right { x } else { x + cell.indent() };
        for line in &self.lines[row][column] {
            let at = Point::new(x, line.face.baseline(y));
            layer.text(cell.datum, mark(at, line.text.clone(), line.face.font, line.color, align, measure));
            y += line.face.leading;
        }
        stage.layer(layer);
    }

    /// A track to 100 %, the share done on it, and the time gone as a tick.
    fn gauge(&self, gauge: Gauge, datum: Option<DatumId>, (left, width, y): (f64, f64, f64), stage: &mut Stage) {
        let theme = self.brief.theme;
        // Room for the sign of an open end beyond the scale.
        let x = |share: f64| left + (width - 20.0) * share.min(self.far) / self.far;
        let across = (y - TRACK / 2.0, y + TRACK / 2.0);
        let mut layer = Layer::new("gauges");
        layer.fill(datum, Rect::between(left, across.0, x(100.0), across.1), theme.track);
        let ink = Ink { fill: theme.accent, line: theme.accent_text, faint: theme.context, paper: theme.track };
        let share = gauge.share;
        let place =
            Place { way: Way::Right, zero: left, end: x(share.value.max(0.0)), high: x(share.top()), across };
        open::bar(&mut layer, datum, share, &place, &ink);
        let (over, under) = (across.0 - 3.0, across.1 + 3.0);
        layer.upright(datum, x(100.0), (over, under), Stroke::new(theme.ink, 1.5));
        if let Some(elapsed) = gauge.elapsed {
            let stroke = Stroke::new(theme.time, 1.5).dashed(Dash::Dotted);
            layer.upright(datum, x(elapsed), (over - 2.0, under + 2.0), stroke);
        }
        stage.layer(layer);
    }

    /// Makes a datum readable, once.
    fn read(&self, datum: DatumId, area: Rect, stage: &mut Stage) {
        if stage.targets.iter().all(|known| known.datum != datum) {
            let series = self.brief.frame.data[datum].series;
            let at = Point::new(area.x + area.w / 2.0, area.y + area.h / 2.0);
            stage.target(datum, series, at, area);
        }
    }
}
