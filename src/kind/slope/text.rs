//! The texts beside the ends of slopes, moved apart where lines end close to each other, and those over the two axes.

use super::{BESIDE, Row, Slopes};
use crate::geom::{Point, within};
use crate::kind::legend::{Entry, Legend};
use crate::kind::{Stage, caption};
use crate::layout::dodge::{Want, dodge};
use crate::layout::{LABEL, Layout, VALUE, mark};
use crate::scale::Values;
use crate::scene::{Align, Layer, Shape, Stroke, Symbol};
use crate::text::wrap;

/// The most of the width that a column of texts may take.
const SHARE: f64 = 0.34;
/// The same for a value, with the name behind it.
const WIDEST: f64 = 0.4;
/// A name of more lines than this stands in a legend.
const LINES: usize = 3;
/// Distance of the baselines of a name, px.
const LEADING: f64 = 17.0;
/// Between a value and the name behind it, px.
const GAP: f64 = 6.0;

/// What stands beside an end.
pub(super) struct Tag {
    /// One line, where that fits.
    value: Vec<String>,
    /// Above the value; behind it where it is one line that fits.
    name: Vec<String>,
    behind: bool,
}

impl Tag {
    fn height(&self) -> f64 {
        let lines = if self.behind { 0 } else { self.name.len() };
        count(lines) * LEADING + self.values()
    }

    fn values(&self) -> f64 {
        count(self.value.len()) * (VALUE.leading - 2.0)
    }
}

fn count(lines: usize) -> f64 {
    f64::from(u32::try_from(lines).unwrap_or(0))
}

impl Slopes<'_> {
    /// Chooses what stands beside the ends: a value on the left, a value with the name on the right.
    pub(super) fn name_ends(&mut self) {
        let (brief, measure) = (self.brief, self.brief.measure);
        let limit = brief.room() * SHARE - BESIDE;
        let (mut names, mut deep, mut widest) = (Vec::new(), 0, 0.0_f64);
        for row in &self.rows {
            let name = caption::short_name(brief, &brief.frame.series[row.series]);
            let lines = wrap(&name, limit, LABEL.font, measure);
            deep = deep.max(lines.len());
            let value = row.ends[1].map_or(0.0, |end| {
                measure.width(&self.heights.label(brief, &brief.frame.data[end.0]), VALUE.font) + GAP
            });
            widest = widest.max(value + measure.width(&name, LABEL.font));
            names.push((name, lines));
        }
        let (listed, behind) = (deep > LINES, widest <= brief.room() * WIDEST - BESIDE);
        // One line needs no name: the heading is its.
        let alone = self.rows.len() == 1;
        let mut entries = Vec::new();
        for (at, (name, lines)) in names.into_iter().enumerate() {
            for side in [0, 1] {
                let Some((datum, _)) = self.rows[at].ends[side] else {
                    self.tags[side].push(None);
                    continue;
                };
                let value = self.heights.label(brief, &brief.frame.data[datum]);
                // A lone end is named where it stands.
                let named = !alone && (side == 1 || self.rows[at].ends[1].is_none());
                let name = match (named && !listed, behind) {
                    (false, _) => Vec::new(),
                    (true, true) if side == 1 => vec![name.clone()],
                    (true, _) => lines.clone(),
                };
                // A number is not broken unless it would leave the lines no room.
                let value = wrap(&value, brief.room() * WIDEST - BESIDE, VALUE.font, measure);
                let tag = Tag { value, name, behind: behind && side == 1 };
                self.gutters[side] = self.gutters[side].max(self.width(&tag) + BESIDE);
                self.tags[side].push(Some(tag));
            }
            let data = self.rows[at].ends.iter().flatten().map(|end| end.0).collect();
            entries.push(Entry { name, color: self.color(at), symbol: self.symbol(at), hollow: false, data });
        }
        if listed && !alone {
            self.legend = Legend::new(brief, &entries);
        }
    }

    pub(super) fn symbol(&self, row: usize) -> Symbol {
        Symbol::ORDER[if self.rows.len() > super::COLORED { 0 } else { row % 4 }]
    }

    fn width(&self, tag: &Tag) -> f64 {
        let measure = self.brief.measure;
        let name = caption::widest(&tag.name, LABEL, measure);
        let value = caption::widest(&tag.value, VALUE, measure);
        if tag.behind && !tag.name.is_empty() { value + GAP + name } else { value.max(name) }
    }

    /// Height that the texts of a side need, px.
    pub(super) fn column(&self, side: usize) -> f64 {
        let (mut height, gap) = (0.0, self.gap(side));
        for tag in self.tags[side].iter().flatten() {
            height += tag.height() + gap;
        }
        height
    }

    /// Between two tags of a side, px: those of several lines must not be taken for one.
    fn gap(&self, side: usize) -> f64 {
        let deep = self.tags[side].iter().flatten().any(|tag| tag.height() > VALUE.leading);
        if deep { 7.0 } else { 0.0 }
    }

    pub(super) fn head_height(&self) -> f64 {
        let lines = self.heads[0].len().max(self.heads[1].len());
        f64::from(u32::try_from(lines).unwrap_or(1)) * LABEL.leading
    }

    /// The periods over the axes, each centred on its own where the picture has room.
    pub(super) fn head(&self, layout: &Layout, stage: &mut Stage) {
        let mut layer = Layer::new("heads");
        let (room, measure) = (layout.body, self.brief.measure);
        for (side, x) in self.sides(layout.plot).into_iter().enumerate() {
            let half = caption::widest(&self.heads[side], LABEL, measure) / 2.0;
            let (low, high) = match side {
                0 => (room.x + half, room.center().x - 4.0 - half),
                _ => (room.center().x + 4.0 + half, room.right() - half),
            };
            let mut top = room.y + self.legend.height();
            for line in &self.heads[side] {
                let at = Point::new(within(x, low, high), LABEL.baseline(top));
                let ink = self.brief.theme.muted;
                layer.text(None, mark(at, line.clone(), LABEL.font, ink, Align::Middle, measure));
                top += LABEL.leading;
            }
        }
        stage.texts(layer);
    }

    /// The texts beside the ends of a side, in the order of their values.
    pub(super) fn labels(&self, layout: &Layout, scale: Values, stage: &mut Stage) {
        let (mut layer, mut leaders) = (Layer::new("labels"), Layer::new("leaders"));
        for side in [0, 1] {
            let (mut wants, mut ends) = (Vec::new(), Vec::new());
            for (row, tag) in self.tags[side].iter().enumerate() {
                if let (Some(tag), Some((datum, figure))) = (tag, self.rows[row].ends[side]) {
                    let at = self.at(side, figure, layout, scale);
                    // The value stands level with its point, the name above it.
                    let lift = (tag.height() - tag.values()) / 2.0;
                    wants.push(Want { at: at.y - lift, size: tag.height() });
                    ends.push((row, datum, at, tag));
                }
            }
            let bounds = (layout.plot.y - 10.0, layout.plot.bottom() + 10.0);
            let found = dodge(&wants, self.gap(side), bounds);
            for ((row, datum, at, tag), (middle, want)) in ends.into_iter().zip(found.iter().zip(&wants)) {
                self.tag((side, row, datum), at, tag, *middle, &mut layer);
                if (middle - want.at).abs() > 4.0 {
                    let way = if side == 0 { -1.0 } else { 1.0 };
                    let end = at.y + middle - want.at;
                    let line = vec![
                        Point::new(at.x + way * 6.0, at.y),
                        Point::new(at.x + way * (BESIDE - 2.0), end),
                    ];
                    leaders.line(Some(datum), line, Stroke::new(self.color(row), 1.0));
                }
            }
        }
        stage.layer(leaders);
        self.tagged(&layer, stage);
        stage.texts(layer);
    }

    /// Makes each tag the name of its row.
    fn tagged(&self, layer: &Layer, stage: &mut Stage) {
        if !self.legend.is_empty() {
            return;
        }
        for mark in &layer.marks {
            let (Shape::Text(text), Some(datum)) = (&mark.shape, mark.datum) else { continue };
            let own = |row: &&Row| row.ends.iter().flatten().any(|end| end.0 == datum);
            if let Some(row) = self.rows.iter().find(own) {
                stage.name(text.bounds(), row.ends.iter().flatten().map(|end| end.0).collect());
            }
        }
    }

    fn tag(
        &self,
        (side, row, datum): (usize, usize, usize),
        at: Point,
        tag: &Tag,
        middle: f64,
        layer: &mut Layer,
    ) {
        let (theme, measure) = (self.brief.theme, self.brief.measure);
        let plain = self.color(row) == theme.context_line;
        let color = match (plain, self.dim(row)) {
            (false, _) => self.color(row),
            (true, true) => theme.muted,
            (true, false) => theme.ink,
        };
        let (x, align) = if side == 0 { (at.x - BESIDE, Align::Right) } else { (at.x + BESIDE, Align::Left) };
        let mut y = middle - tag.height() / 2.0;
        if !tag.behind {
            for line in &tag.name {
                let at = Point::new(x, (y + 13.0).round());
                layer.text(Some(datum), mark(at, line.clone(), LABEL.font, color, align, measure));
                y += LEADING;
            }
        }
        let mut end = (x, y);
        for line in &tag.value {
            let baseline = (y + (VALUE.leading - 2.0) / 2.0 + 0.36 * VALUE.font.size).round();
            let value = mark(Point::new(x, baseline), line.clone(), VALUE.font, color, align, measure);
            end = (x + value.width + GAP, baseline);
            layer.text(Some(datum), value);
            y += VALUE.leading - 2.0;
        }
        if let (true, Some(name)) = (tag.behind, tag.name.first()) {
            let at = Point::new(end.0, end.1);
            layer.text(Some(datum), mark(at, name.clone(), LABEL.font, color, align, measure));
        }
    }
}
