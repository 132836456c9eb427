//! The texts of a time series: axis, values at points, names at the ends of lines or in a legend.

use super::{Lines, Scales, Spot};
use crate::format::{Style, period, time_tick};
use crate::geom::{Point, within};
use crate::kind::{Stage, caption};
use crate::layout::{Face, HEADING, LABEL, Layout, PHONE, SMALL, VALUE, axis, label::Label, mark};
use crate::order::sort;
use crate::query::{Date, Status};
use crate::scale::time_ticks;
use crate::scene::{Align, Layer, Shape, Symbol};
use crate::words::{Lang, say};

/// From a point to the text beside it, px.
const BESIDE: f64 = 12.0;
/// Height of a legend line, px.
const LEGEND: f64 = 20.0;
/// Up to so many days are named one by one.
const FEW: usize = 8;
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
        }
    }

    fn end_face(&self) -> Face {
        if self.series.len() == 1 && self.brief.panel.is_none() && self.brief.width >= PHONE {
            HEADING
        } else {
            VALUE
        }
    }

    fn end_text(&self, series: usize) -> String {
        let lang = self.brief.spec.lang;
        let own = &self.brief.frame.series[series];
        let newest = self.spots.iter().find(|spot| spot.series == series && self.last(spot));
        let value = newest.map(|spot| match (self.series.len(), lang) {
            (1, Lang::Zh) => caption::value(&self.brief, self.datum(spot)),
            _ => caption::label(&self.brief, self.datum(spot), self.magnitude),
        });
        match (self.series.len(), value) {
            (1, value) => value.unwrap_or_default(),
            (_, None) => caption::short_name(&self.brief, own),
            (_, Some(value)) => {
                say::PERIOD_VALUE.fill(lang, &[&caption::short_name(&self.brief, own), &value])
            }
        }
    }

    fn named_by_legend(&self) -> bool {
        self.series.len() > 1 && self.ends.is_empty()
    }

    pub(super) fn legend_height(&self) -> f64 {
        let lines = u32::try_from(self.series.len()).unwrap_or(0);
        if self.named_by_legend() { f64::from(lines) * LEGEND + 4.0 } else { 0.0 }
    }

    pub(super) fn legend(&self, layout: &Layout, stage: &mut Stage) {
        if !self.named_by_legend() {
            return;
        }
        let mut layer = Layer::new("legend");
        for (i, series) in (0u32..).zip(&self.series) {
            let top = layout.body.y + f64::from(i) * LEGEND;
            let at = Point::new(layout.body.x + 6.0, top + LEGEND / 2.0);
            let symbol = Symbol::ORDER[usize::try_from(i).unwrap_or(0) % 4];
            layer.push(Shape::Symbol {
                at,
                symbol,
                radius: 5.0,
                fill: Some(self.color(*series)),
                stroke: None,
            });
            let name = caption::short_name(&self.brief, &self.brief.frame.series[*series]);
            let at = Point::new(layout.body.x + 18.0, LABEL.baseline(top));
            let name = crate::text::fit(&name, layout.body.w - 18.0, LABEL.font, self.brief.measure);
            let name = mark(at, name, LABEL.font, self.brief.theme.ink, Align::Left, self.brief.measure);
            layer.text(None, name);
        }
        stage.texts(layer);
    }

    /// The days under the plot: those of the points where they are few, else round ones.
    pub(super) fn axis(&self, layout: &Layout, scales: &Scales, stage: &mut Stage) {
        let (brief, plot) = (self.brief, layout.plot);
        let lang = brief.spec.lang;
        // The first spot of each day.
        let mut days: Vec<&Spot> = Vec::new();
        for spot in &self.spots {
            if days.iter().all(|other| other.day != spot.day) {
                days.push(spot);
            }
        }
        let mut ticks: Vec<(f64, String)> = Vec::new();
        if days.len() <= FEW || brief.panel.is_some() {
            sort(&mut days, &|a, b| a.day.cmp(&b.day));
            if brief.panel.is_some() && days.len() > 2 {
                days.drain(1..days.len() - 1);
            }
            for spot in days {
                let datum = self.datum(spot);
                let text = period(datum.period, brief.series_of(datum).temporal, lang, Style::Short);
                ticks.push((scales.x.map(spot.day), text));
            }
        } else {
            let mut seen = None;
            for tick in time_ticks(self.days, within(plot.w / 72.0, 2.0, 12.0) as usize) {
                let year = Some(Date::from_days(tick.day).year);
                ticks.push((scales.x.map(tick.day), time_tick(tick, lang, seen != year)));
                seen = year;
            }
        }
        let mut rules = Layer::new("x-ticks");
        let baseline = plot.bottom() + 20.0;
        let span = (layout.body.x, layout.body.right());
        let look = (SMALL, brief.theme.muted);
        for (x, _) in &ticks {
            let stroke = crate::scene::Stroke::new(brief.theme.limit, 1.0);
            rules.upright(None, *x, (plot.bottom(), plot.bottom() + 4.0), stroke);
        }
        stage.layers.push(rules);
        stage.texts(axis::along(&ticks, baseline, span, look, brief.measure));
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
    }

    /// Whether a point carries its value: all where they are few, else only a series' extremes and targets.
    fn speaks(&self, spot: &Spot) -> bool {
        let Some(figure) = spot.figure else { return false };
        if self.last(spot) && !self.ends.is_empty() {
            return false;
        }
        if self.brief.panel.is_some() {
            // A small chart says where it has come to; the rest stands in its shape.
            return self.last(spot) || spot.status == Status::Target;
        }
        let few =
            f64::from(u32::try_from(self.spots.len()).unwrap_or(u32::MAX)) * VALUE_ROOM <= self.brief.width;
        if few || spot.status == Status::Target || self.last(spot) {
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
        let at = scales.at(spot, value);
        let text = caption::label(&self.brief, self.datum(spot), self.magnitude);
        let color = match spot.status {
            Status::Actual if self.series.len() > 1 || self.brief.panel.is_some() => self.color(spot.series),
            _ => theme.ink,
        };
        let above = if value.qualifier.open_above() { 25.0 } else { 14.0 };
        let level = 0.36 * VALUE.font.size;
        let mut label = Label::new(spot.datum, text, VALUE, color);
        label.or(at.x, at.y - above, Align::Middle);
        label.or(at.x, at.y + 23.0, Align::Middle);
        label.or(at.x - 6.0, at.y - above, Align::Right);
        label.or(at.x + 6.0, at.y + 23.0, Align::Left);
        label.or(at.x + BESIDE, at.y + level, Align::Left);
        label.or(at.x - BESIDE, at.y + level, Align::Right);
        if self.brief.panel.is_some() {
            label.or(scales.x.range[1] + 8.0, scales.y.range[1] - 8.0, Align::Right);
        }
        Some(label)
    }

    fn end_labels(&self, layout: &Layout, scales: &Scales, labels: &mut Vec<Label>) {
        let face = self.end_face();
        let mut ends: Vec<(f64, usize, &Spot)> = Vec::new();
        for (i, _) in self.ends.iter().enumerate() {
            let newest = self.spots.iter().find(|spot| spot.series == self.series[i] && self.last(spot));
            if let Some((spot, figure)) = newest.and_then(|spot| Some((spot, spot.figure?))) {
                ends.push((scales.at(spot, figure).y, i, spot));
            }
        }
        sort(&mut ends, &|a, b| a.0.total_cmp(&b.0));
        let mut floor = f64::NEG_INFINITY;
        let level = 0.36 * face.font.size;
        for (y, i, spot) in ends {
            let y = y.max(floor);
            floor = y + face.leading - 2.0;
            // Beside its own point; where a target or another line stands there, in the column at the end.
            let end = layout.plot.right() - 8.0 + BESIDE;
            let own = scales.x.map(spot.day) + BESIDE;
            let mut label = Label::new(spot.datum, self.ends[i].clone(), face, self.color(spot.series));
            label.or(own, y + level, Align::Left);
            label.or(end.max(own), y + level, Align::Left);
            labels.push(label);
        }
    }

    fn level_labels(&self, layout: &Layout, scales: &Scales, labels: &mut Vec<Label>) {
        let lang = self.brief.spec.lang;
        for level in &self.levels {
            let y = scales.y.map(level.figure.value);
            let series = self.brief.series_of(&self.brief.frame.data[level.datum]);
            let value = caption::bare(level.figure, series, self.magnitude, lang);
            let text = say::TARGET_UNDATED.fill(lang, &[&value]);
            let mut label = Label::new(level.datum, text, VALUE, self.brief.theme.ink);
            label.or(layout.plot.right(), y - 7.0, Align::Right);
            label.or(layout.plot.right(), y + 17.0, Align::Right);
            labels.push(label);
        }
    }
}
