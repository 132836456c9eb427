//! Bars that lie: a row a group, names at the left or above, values behind the bars' ends.

use super::{AIR, Axis, Bar, Bars, LEAST, signed_top};
use crate::geom::Rect;
use crate::kind::rows::Rows;
use crate::kind::way::Way;
use crate::kind::{Stage, open};
use crate::layout::{Layout, SMALL, VALUE, label::Label};
use crate::scene::{Align, Layer};

impl Bars<'_> {
    /// Lays the bars down: names at the left or above, values behind their ends.
    pub(super) fn lie(&mut self) {
        self.way = Way::Right;
        let count: usize = self.rows.iter().map(|row| if self.stacked() { 1 } else { row.bars.len() }).sum();
        let (bar, gap) = match (count, self.rows.len() == count) {
            (0..=6, true) => (28.0, 20.0),
            (7..=12, true) => (22.0, 14.0),
            (13..=40, true) => (18.0, 10.0),
            (_, true) => (13.0, 7.0),
            (0..=9, false) => (20.0, 22.0),
            _ => (15.0, 16.0),
        };
        let (mut names, mut marks) = (Vec::new(), Vec::new());
        let stacked = self.stacked();
        for row in &mut self.rows {
            let mut across = 0.0;
            for each in &mut row.bars {
                each.slot = (across, across + bar);
                if !stacked {
                    across += bar + 3.0;
                }
            }
            row.thick = if stacked || row.bars.is_empty() { bar } else { across - 3.0 };
            names.push(row.name.clone());
            marks.push(row.thick);
        }
        // On a common scale names beside the bars of one panel would make them shorter than those of the next.
        let common = self.brief.panel.is_some_and(|panel| panel.span.is_some());
        let sides = if common { f64::INFINITY } else { self.sides() };
        self.names = Rows::new(self.brief, &names, marks, gap, sides + LEAST);
    }

    /// The widest texts behind bars on either side of zero, px.
    fn sides(&self) -> f64 {
        let mut sides = [0.0_f64; 2];
        for (value, extra) in self.ends() {
            let side = &mut sides[usize::from(value < 0.0)];
            *side = side.max(extra);
        }
        sides[0] + sides[1]
    }

    /// The value behind a lying bar's end, else on the free side of zero, else at the far end of the name's line.
    fn value(&self, bar: &Bar, axis: &Axis, first: f64) -> Label {
        let across = (first + bar.slot.0, first + bar.slot.1);
        let baseline = ((across.0 + across.1) / 2.0 + 0.36 * VALUE.font.size).round();
        let zero = axis.place(0.0);
        let way = bar.figure.map_or(1.0, |f| if signed_top(f) < 0.0 { -1.0 } else { 1.0 });
        let end = bar.figure.map_or(zero, |f| axis.place(bar.base + signed_top(f)) + way * open::reach(f));
        let (align, other) =
            if way < 0.0 { (Align::Right, Align::Left) } else { (Align::Left, Align::Right) };
        let face = if bar.figure.is_some() { VALUE } else { SMALL };
        let mut label = bar.label(face);
        // A little farther out, where a line of the editor's runs through the first place.
        for away in [AIR, AIR + 12.0, AIR + 24.0] {
            label.or(end + way * away, baseline, align);
        }
        if bar.figure.is_none_or(|f| f.value >= 0.0 || f.top() <= 0.0) {
            label.or(axis.place(bar.base) - way * AIR, baseline, other);
        }
        // Above the first bar of a row stands its name; above the others, another bar.
        if self.names.side() == 0.0 && bar.slot.0 == 0.0 {
            label.or(axis.plot.right(), across.0 - 7.0, Align::Right);
        }
        label
    }

    /// Where values lie: as far to the right as the values behind the bars leave room.
    pub(super) fn reaching(&self, plot: Rect) -> Axis {
        // A pixel is kept back: the zero line moves to a whole one.
        let (unit, zero) = self.solve(plot.w - 1.0);
        Axis { way: Way::Right, plot, unit, zero: zero.ceil() }
    }

    pub(super) fn draw_lying(&self, layout: &Layout, stage: &mut Stage) {
        let (plot, axis) = (layout.plot, self.reaching(layout.plot));
        let tops = self.names.tops(plot);
        let (mut bars, mut values) = (Layer::new("bars"), Vec::new());
        for (at, (row, marks)) in self.rows.iter().zip(&tops).enumerate() {
            let own = row.bars.first().filter(|_| row.bars.len() == 1).and_then(|bar| bar.datum);
            self.names.name(self.brief, at, own, (plot.x, *marks), self.brief.theme.ink, stage);
            for bar in &row.bars {
                self.mark(bar, &axis, marks.0, &mut bars, stage);
                if !self.stacked() {
                    values.push(self.value(bar, &axis, marks.0));
                }
            }
            if self.stacked() {
                self.pile_labels(row, &axis, marks.0, &mut values);
            }
        }
        stage.layer(self.links(&axis, &tops));
        stage.layer(bars);
        stage.layer(self.zero(&axis, &tops));
        if self.linked {
            // Steps may end before zero: their values keep off its line.
            stage.take(axis.place(0.0) - 1.0, plot.y, 2.0, plot.h);
        }
        stage.labels("values", values, layout, self.brief.measure);
    }
}
