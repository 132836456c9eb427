//! The texts of a time series: axis, values at points, names at the ends of lines or in a legend.

use super::{Lines, Scales, Spot};
use crate::geom::Point;
use crate::kind::highlight::{self, Light};
use crate::kind::legend::{Entry, Legend};
use crate::kind::{Stage, caption, days};
use crate::layout::dodge::{Want, dodge};
use crate::layout::{Face, HEADING, Layout, SMALL, VALUE, label::Label};
use crate::order::sort;
use crate::query::Status;
use crate::scene::{Align, Symbol};
use crate::words::{Lang, say};

/// From a point to the text beside it, px.
const BESIDE: f64 = 12.0;
/// Each point carries its value where all have this much room, px.
const VALUE_ROOM: f64 = 44.0;

impl Lines<'_> {
    /// Chooses what stands at the ends of the lines, and whether a legend must name them instead.
    pub(super) fn name_ends(&mut self) {
        let brief = self.brief;
        if brief.panel.is_some() {
            // Plots side by side are equally wide; their last values stand inside.
            return;
        }
        let room = brief.room();
        let mut texts = Vec::with_capacity(self.series.len());
        for series in &self.series {
            texts.push(self.end_text(*series));
        }
        let widest = caption::widest(&texts, self.end_face(), brief.measure);
        let share = if self.series.len() == 1 { 0.24 } else { 0.34 };
        if widest + BESIDE <= room * share {
            self.ends = texts;
            self.end_width = widest + BESIDE;
        } else if self.series.len() > 1 {
            let mut entries = Vec::new();
            for (place, series) in self.series.iter().enumerate() {
                let name = caption::short_name(brief, &brief.frame.series[*series]);
                entries.push(Entry {
                    name,
                    color: self.color(*series),
                    symbol: Symbol::ORDER[place % 4],
                    hollow: false,
                    data: highlight::own(brief, *series),
                });
            }
            self.legend = Legend::new(brief, &entries);
        }
    }

    fn end_face(&self) -> Face {
        let large = self.series.len() == 1 && !self.brief.phone();
        if large { HEADING } else { VALUE }
    }

    fn end_text(&self, series: usize) -> String {
        let lang = self.brief.spec.lang;
        let own = &self.brief.frame.series[series];
        let newest = self.spots.iter().find(|spot| spot.series == series && self.last(spot));
        let value = newest.map(|spot| match (self.series.len(), lang) {
            (1, Lang::Zh) => caption::value(self.brief, self.datum(spot)),
            _ => self.heights.label(self.brief, self.datum(spot)),
        });
        match (self.series.len(), value) {
            (1, value) => value.unwrap_or_default(),
            (_, None) => caption::short_name(self.brief, own),
            (_, Some(value)) => {
                say::PERIOD_VALUE.fill(lang, &[&caption::short_name(self.brief, own), &value])
            }
        }
    }

    /// The days under the plot.
    pub(super) fn axis(&self, layout: &Layout, scales: &Scales, stage: &mut Stage) {
        let mut spots = Vec::with_capacity(self.spots.len());
        for spot in &self.spots {
            spots.push((spot.day, spot.datum));
        }
        days::axis(self.brief, &spots, scales.x, layout, stage);
    }

    pub(super) fn labels(&self, layout: &Layout, scales: &Scales, stage: &mut Stage) {
        let mut labels = Vec::new();
        self.end_labels(layout, scales, &mut labels);
        self.level_labels(layout, scales, &mut labels);
        let mut spots: Vec<&Spot> = self.spots.iter().filter(|spot| self.speaks(spot)).collect();
        // Newest first: where room is short the past gives way.
        sort(&mut spots, &|a, b| b.day.cmp(&a.day));
        for spot in spots {
            labels.extend(self.value_label(spot, scales));
        }
        stage.labels("labels", labels, layout, self.brief.measure);
        stage.names(&highlight::groups(self.brief, &self.series, &self.ends));
    }

    /// Whether a point carries its value: all where they are few, else only a series' extremes and targets.
    fn speaks(&self, spot: &Spot) -> bool {
        let Some(figure) = spot.figure else { return false };
        if self.last(spot) && !self.ends.is_empty() {
            return false;
        }
        if self.light(spot.series) == Light::Dim {
            return self.last(spot);
        }
        if self.brief.panel.is_some() {
            // A small chart says where it has come to; the rest stands in its shape.
            return self.last(spot) || spot.status == Status::Target;
        }
        let room = f64::from(u32::try_from(self.spots.len()).unwrap_or(u32::MAX)) * VALUE_ROOM;
        let few = room <= self.brief.width;
        if highlight::named(self.brief, self.datum(spot)) {
            return true;
        }
        if few || spot.from.is_some() || spot.status == Status::Target || self.last(spot) {
            return true;
        }
        // Extremes of several lines would be numbers without a name.
        if self.series.len() > 1 {
            return false;
        }
        let (mut highest, mut lowest) = (true, true);
        for other in &self.spots {
            if let (true, Some(other)) = (other.series == spot.series, other.figure) {
                highest &= other.value <= figure.value;
                lowest &= other.value >= figure.value;
            }
        }
        highest || lowest
    }

    fn value_label(&self, spot: &Spot, scales: &Scales) -> Option<Label> {
        let theme = self.brief.theme;
        let value = spot.figure?;
        let at = scales.middle(spot, value);
        let text = self.heights.label(self.brief, self.datum(spot));
        let color = match spot.status {
            Status::Actual if self.series.len() > 1 || self.brief.panel.is_some() => self.color(spot.series),
            _ => theme.ink,
        };
        let above = match (value.qualifier.open_above(), spot.from) {
            (true, None) => 25.0,
            (true, Some(_)) => 19.0,
            (false, _) => 14.0,
        };
        let level = 0.36 * VALUE.font.size;
        let mut label = Label::new(spot.datum, text, VALUE, color);
        label.or(at.x, at.y - above, Align::Middle);
        label.or(at.x, at.y + 23.0, Align::Middle);
        label.or(at.x - 6.0, at.y - above, Align::Right);
        label.or(at.x + 6.0, at.y + 23.0, Align::Left);
        label.or(at.x + 6.0, at.y - above, Align::Left);
        label.or(at.x - 6.0, at.y + 23.0, Align::Right);
        label.or(at.x + BESIDE, at.y + level, Align::Left);
        label.or(at.x - BESIDE, at.y + level, Align::Right);
        if self.brief.panel.is_some() {
            // The newest value finds a place: flush with the edge, at the upper end, before a sign there, or at the foot.
            let (top, right) = (scales.y.map(self.heights.top()), scales.x.range[1] + 8.0);
            label.or(right, at.y - above, Align::Right);
            label.or(right, at.y + 23.0, Align::Right);
            label.or(right, top - 8.0, Align::Right);
            label.or(at.x - 12.0, top - 8.0, Align::Right);
            label.or(right, scales.y.map(self.heights.foot()) - 8.0, Align::Right);
        }
        Some(label)
    }

    fn end_labels(&self, layout: &Layout, scales: &Scales, labels: &mut Vec<Label>) {
        let face = self.end_face();
        let (mut ends, mut wants): (Vec<(usize, &Spot, Point)>, Vec<Want>) = (Vec::new(), Vec::new());
        for (i, _) in self.ends.iter().enumerate() {
            let newest = self.spots.iter().find(|spot| spot.series == self.series[i] && self.last(spot));
            if let Some((spot, figure)) = newest.and_then(|spot| Some((spot, spot.figure?))) {
                let at = scales.at(spot, figure);
                ends.push((i, spot, at));
                wants.push(Want { at: at.y, size: face.leading - 2.0 });
            }
        }
        let bounds = (layout.body.y, layout.plot.bottom() + 12.0);
        for ((i, spot, at), y) in ends.into_iter().zip(dodge(&wants, 0.0, bounds)) {
            let dim = self.light(spot.series) == Light::Dim;
            let (face, color) = match dim {
                true => (SMALL, self.brief.theme.muted),
                false => (face, self.color(spot.series)),
            };
            let y = y + 0.36 * face.font.size;
            // Beside its own point; where a target or another line stands there, in the column at the end.
            let end = layout.plot.right() - 8.0 + BESIDE;
            let own = at.x + BESIDE;
            let mut label = Label::new(spot.datum, self.ends[i].clone(), face, color);
            label.or(own, y, Align::Left);
            label.or(end.max(own), y, Align::Left);
            // Where both are taken it may stand a line higher or lower.
            for off in [9.0, -9.0, 18.0, -18.0] {
                label.or(end.max(own), y + off, Align::Left);
            }
            labels.push(label);
        }
    }

    fn level_labels(&self, layout: &Layout, scales: &Scales, labels: &mut Vec<Label>) {
        let lang = self.brief.spec.lang;
        for level in &self.levels {
            let y = scales.y.map(level.figure.value);
            let datum = &self.brief.frame.data[level.datum];
            let value = self.heights.bare(self.brief, datum, level.figure);
            let text = say::TARGET_UNDATED.fill(lang, &[&value]);
            let mut label = Label::new(level.datum, text, VALUE, self.brief.theme.ink);
            label.or(layout.plot.right(), y - 7.0, Align::Right);
            label.or(layout.plot.right(), y + 17.0, Align::Right);
            labels.push(label);
        }
    }
}
