//! Bars that stand: groups from left to right, names under them, values above them or numbers along an axis.

use super::{AIR, Axis, Bar, Bars, CAP, signed_top};
use crate::format::{Magnitude, tick};
use crate::geom::{Point, Rect};
use crate::kind::way::Way;
use crate::kind::{Stage, annotate, caption, grid, open};
use crate::layout::{Layout, SMALL, VALUE, axis, label::Label, mark};
use crate::scale::nice_in;
use crate::scene::{Align, Layer};
use crate::spec::{Arrange, Orient};
use crate::text::wrap;

/// From this many points in time on, bars stand where nothing else was asked for.
const MANY: usize = 4;
/// More rows than this would be a roll of paper.
const ROLL: usize = 40;
/// Lines that a name under a bar may have.
const LINES: usize = 3;
/// Distance of the baselines of names, px.
const LEADING: f64 = 16.0;
/// The widest bar, px.
const WIDEST: f64 = 64.0;

impl Bars<'_> {
    /// Stands the bars up where that is asked for, or where time runs and there is room; says whether they stand.
    pub(super) fn stand(&mut self) -> bool {
        let asked = self.brief.spec.form.orient;
        let auto = self.chronological && (self.rows.len() >= MANY || self.brief.panel.is_some());
        if asked == Orient::Horizontal || (asked == Orient::Auto && !auto) {
            return false;
        }
        self.way = Way::Up;
        let step = self.step(self.brief.room());
        self.slots(step);
        let panel = self.brief.panel;
        let labelled = self.values_fit(step) && self.all_fit();
        // Names of categories must all be read; of points in time, some tell the others.
        let named = self.chronological || self.wrapped(step).iter().all(|lines| lines.len() <= LINES);
        let good =
            named && (labelled || panel.is_some() || asked == Orient::Vertical || self.rows.len() > ROLL);
        if !good {
            self.way = Way::Right;
            return false;
        }
        if !labelled {
            self.silence(step);
        }
        true
    }

    fn step(&self, width: f64) -> f64 {
        width / f64::from(u32::try_from(self.rows.len()).unwrap_or(u32::MAX)).max(1.0)
    }

    /// Gives each bar its place in a group that is `step` px wide.
    fn slots(&mut self, step: f64) {
        let stacked = self.stacked();
        for row in &mut self.rows {
            let count =
                if stacked { 1.0 } else { f64::from(u32::try_from(row.bars.len()).unwrap_or(1)).max(1.0) };
            let between = if count > 1.0 && step > 24.0 { 2.0 } else { 0.0 };
            let group = if count > 1.0 { step * 0.8 } else { step * 0.68 };
            let bar = ((group - between * (count - 1.0)) / count).min(WIDEST);
            let mut across = 0.0;
            for each in &mut row.bars {
                each.slot = (across, across + bar);
                if !stacked {
                    across += bar + between;
                }
            }
            row.thick = bar * count + between * (count - 1.0);
        }
    }

    /// Whether every value has room above its bar.
    fn values_fit(&self, step: f64) -> bool {
        let wide = |text: &str| self.brief.measure.width(text, VALUE.font);
        self.rows.iter().all(|row| {
            let alone = self.stacked() || row.bars.len() <= 1;
            match alone {
                true if self.stacked() => wide(&row.total) <= step - 4.0,
                true => row.bars.iter().all(|bar| wide(&bar.text) <= step - 4.0),
                false => row.bars.iter().all(|bar| wide(&bar.text) <= bar.slot.1 - bar.slot.0 + 1.0),
            }
        })
    }

    /// Takes the values off the bars and puts numbers along an axis.
    fn silence(&mut self, step: f64) {
        let span = self.brief.panel.and_then(|panel| panel.span).unwrap_or_default();
        let (mut low, mut high) = annotate::span(self.brief, (span.0.min(0.0), span.1.max(0.0)));
        for row in &mut self.rows {
            row.total.clear();
            for bar in &mut row.bars {
                if let Some(f) = bar.figure {
                    low = low.min(bar.base + f.value);
                    high = high.max(bar.base + f.top());
                    bar.text.clear();
                } else if self.brief.measure.width(&bar.text, SMALL.font) > step - 4.0 {
                    // A gap says so where it has the room; its reading does anywhere.
                    bar.text.clear();
                }
            }
        }
        let magnitude = self.counted();
        let ticks = nice_in(low, high, if self.brief.panel.is_some() { 2 } else { 5 }, magnitude.exp()).1;
        let mut texts = Vec::new();
        for value in &ticks.values {
            texts.push(tick(*value, ticks.step, magnitude, self.brief.spec.lang));
        }
        self.gutter = caption::widest(&texts, SMALL, self.brief.measure).ceil() + AIR;
        self.ticks = Some(ticks);
        self.slots(self.step(self.brief.room() - self.gutter));
    }

    /// What the numbers of the axis are counted in.
    fn counted(&self) -> Magnitude {
        if self.arrange == Arrange::Share { Magnitude::PLAIN } else { self.magnitude }
    }

    /// The lines of each name within a group's width.
    fn wrapped(&self, step: f64) -> Vec<Vec<String>> {
        let mut all = Vec::new();
        for row in &self.rows {
            all.push(wrap(&row.name, step - 6.0, SMALL.font, self.brief.measure));
        }
        all
    }

    /// Whether names under the bars may be broken into lines: where each has its own width.
    fn breaks(&self, step: f64) -> bool {
        let whole = |lines: &Vec<String>| {
            // A point in time is read at one glance, or the axis thins them.
            lines.len() <= if self.chronological { 1 } else { LINES }
                && lines.iter().all(|line| self.brief.measure.width(line, SMALL.font) <= step - 4.0)
        };
        self.wrapped(step).iter().all(whole) && (!self.chronological || step > 44.0)
    }

    /// Height of the names under the plot, px.
    pub(super) fn foot(&self) -> f64 {
        let step = self.step(self.brief.room() - self.gutter);
        if !self.breaks(step) {
            return 28.0;
        }
        let deepest = self.wrapped(step).iter().map(Vec::len).max().unwrap_or(1);
        12.0 + LEADING * f64::from(u32::try_from(deepest).unwrap_or(1))
    }

    /// Where values lie: as high as the values above the bars leave room, or along the numbers of the axis.
    pub(super) fn rising(&self, plot: Rect) -> Axis {
        let (unit, zero) = match &self.ticks {
            None => self.solve(plot.h),
            Some(ticks) => {
                let low = ticks.values.first().copied().unwrap_or(0.0);
                let high = ticks.values.last().copied().unwrap_or(1.0);
                // Room for the number of the topmost line.
                let unit = (plot.h - 18.0).max(1.0) / (high - low).max(f64::MIN_POSITIVE);
                (unit, -low * unit)
            }
        };
        Axis { way: Way::Up, plot, unit, zero: zero.ceil() }
    }

    /// Draws the bars in their plot.
    pub(super) fn draw_standing(&self, layout: &Layout, stage: &mut Stage) {
        let plot = layout.plot;
        let (step, axis) = (self.step(plot.w), self.rising(plot));
        if let Some(ticks) = &self.ticks {
            let lines = Rect::between(plot.x - self.gutter, plot.y, plot.right(), plot.bottom());
            grid::level(self.brief, (ticks, self.counted()), &|value| axis.place(value), lines, stage);
        }
        let (mut bars, mut values) = (Layer::new("bars"), Vec::new());
        let (mut middles, mut slots) = (Vec::with_capacity(self.rows.len()), Vec::new());
        let mut x = plot.x;
        for row in &self.rows {
            let first = x + (step - row.thick) / 2.0;
            middles.push(x + step / 2.0);
            slots.push((first, first + row.thick));
            for bar in &row.bars {
                self.mark(bar, &axis, first, &mut bars, stage);
                if !self.stacked() && !bar.text.is_empty() {
                    values.push(self.cap(bar, &axis, first));
                }
            }
            if self.stacked() {
                self.pile_labels(row, &axis, first, &mut values);
            }
            x += step;
        }
        stage.layer(self.links(&axis, &slots));
        stage.layer(bars);
        stage.layer(self.zero(&axis, &[]));
        self.under(layout, step, &middles, stage);
        stage.labels("values", values, layout, self.brief.measure);
    }

    /// The value above a standing bar, or under one that hangs.
    fn cap(&self, bar: &Bar, axis: &Axis, first: f64) -> Label {
        let middle = first + (bar.slot.0 + bar.slot.1) / 2.0;
        let zero = axis.place(0.0);
        let hangs = bar.figure.is_some_and(|f| signed_top(f) < 0.0);
        let end = bar.figure.map_or(zero, |f| {
            let sign = if hangs { 1.0 } else { -1.0 };
            axis.place(bar.base + signed_top(f)) + sign * open::reach(f)
        });
        let face = if bar.figure.is_some() { VALUE } else { SMALL };
        let mut label = bar.label(face);
        let y = if hangs { end + CAP - 7.0 } else { end - 7.0 };
        label.or(middle, y.round(), Align::Middle);
        label
    }

    /// Names under the plot: each in its own width, or along the axis as many as fit.
    fn under(&self, layout: &Layout, step: f64, middles: &[f64], stage: &mut Stage) {
        let (plot, theme, measure) = (layout.plot, self.brief.theme, self.brief.measure);
        if !self.breaks(step) {
            let mut ticks: Vec<(f64, String)> = Vec::new();
            for (x, row) in middles.iter().zip(&self.rows) {
                // Days of one month have one name; it stands where the month begins.
                if ticks.last().is_none_or(|(_, name)| *name != row.name) {
                    ticks.push((*x, row.name.clone()));
                }
            }
            let span = (layout.body.x, layout.body.right());
            stage.texts(axis::along(&ticks, plot.bottom() + 20.0, span, (SMALL, theme.muted), measure));
            return;
        }
        let mut layer = Layer::new("names");
        for ((x, row), lines) in middles.iter().zip(&self.rows).zip(self.wrapped(step)) {
            let own = row.bars.first().filter(|_| row.bars.len() == 1).and_then(|bar| bar.datum);
            for (i, line) in (0u32..).zip(lines) {
                let at = Point::new(*x, plot.bottom() + 20.0 + LEADING * f64::from(i));
                layer.text(own, mark(at, line, SMALL.font, theme.ink, Align::Middle, measure));
            }
        }
        stage.texts(layer);
    }
}
