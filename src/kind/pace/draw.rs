//! The marks of a pace chart: the path dashed in grey, what is done solid, what is needed dashed in colour, the target hollow.

use super::{Pace, Scales};
use crate::color::Color;
use crate::geom::{Point, Rect};
use crate::kind::line::take;
use crate::kind::way::Way;
use crate::kind::{Stage, Target, open};
use crate::layout::Layout;
use crate::order::sort;
use crate::query::Date;
use crate::query::cadence;
use crate::query::interval::Word;
use crate::query::verdict::Verdict;
use crate::scene::{Dash, Layer, Shape, Stroke, Symbol};

/// Half the extent of a sum's point, and of the last one, px.
const RADIUS: f64 = 4.0;
const LAST: f64 = 5.5;
/// Half the extent of the target's mark, px.
const GOAL: f64 = 6.0;
/// Points closer than this are drawn without symbols, px.
const CROWD: f64 = 14.0;
/// How much of its colour the area of what is done has.
const TINT: f64 = 0.16;

impl Pace<'_> {
    /// Where the path stands at the end of a day, px.
    pub(super) fn due(&self, day: Date, scales: &Scales) -> f64 {
        let share = cadence::due(self.found.target.period, day, self.brief.spec.profile.as_ref());
        scales.y.map(self.found.demanded.value * share.unwrap_or(0.0))
    }

    /// Whether the last sum lies above the path, and the colour that says so; none where that is open.
    pub(super) fn leads(&self) -> Option<(bool, Color)> {
        let (stands, theme) = (self.found.stands.as_ref()?, self.brief.theme);
        match stands.verdict {
            Verdict::Met | Verdict::Ahead => Some((stands.lead?.value >= 0.0, theme.accent_text)),
            Verdict::Behind | Verdict::Missed => Some((false, theme.time_text)),
            Verdict::Undetermined | Verdict::NoOutcome => None,
        }
    }

    fn origin(&self, scales: &Scales) -> Point {
        Point::new(scales.x.range[0], scales.y.map(0.0))
    }

    /// Runs of sums with nothing missing between them, from the beginning where that is known.
    fn runs(&self, scales: &Scales) -> Vec<Vec<Point>> {
        let mut runs = vec![vec![self.origin(scales)]];
        for spot in &self.found.spots {
            let at = scales.at(spot.point.day, spot.figure.value);
            match runs.last_mut() {
                Some(run) if spot.point.joined => run.push(at),
                _ => runs.push(vec![at]),
            }
        }
        runs.retain(|run| run.len() > 1);
        runs
    }

    /// The last sum, the end that it must reach, and the corner under that.
    fn climb(&self, scales: &Scales) -> Option<[Point; 3]> {
        let (spot, stands) = (self.found.spots.last()?, self.found.stands.as_ref()?);
        stands.left.filter(|_| stands.days > 0)?;
        let at = scales.at(spot.point.day, spot.figure.value);
        let end = scales.at(self.found.days[1], self.found.demanded.value);
        Some([at, end, Point::new(end.x, at.y)])
    }

    /// Whether the word of the last sum leaves it open that anything is left.
    pub(super) fn open(&self) -> bool {
        let left = self.found.stands.as_ref().and_then(|stands| stands.left);
        left.is_some_and(|left| matches!(left.word, Word::AtMost | Word::Under))
    }

    /// What is done as an area from zero, and the triangle that the rest must climb.
    pub(super) fn fills(&self, scales: &Scales, stage: &mut Stage) {
        let (theme, zero) = (self.brief.theme, scales.y.map(0.0));
        let mut layer = Layer::new("areas");
        if let Some(corners) = self.climb(scales) {
            layer.push(Shape::Area { points: corners.to_vec(), fill: theme.track });
        }
        for mut points in self.runs(scales) {
            let ends = (points.first().map_or(0.0, |p| p.x), points.last().map_or(0.0, |p| p.x));
            points.extend([Point::new(ends.1, zero), Point::new(ends.0, zero)]);
            layer.push(Shape::Area { points, fill: theme.paper.mix(theme.accent, TINT) });
        }
        stage.layer(layer);
    }

    /// The path to the target.
    pub(super) fn path(&self, scales: &Scales, stage: &mut Stage) {
        let (found, mut layer) = (&self.found, Layer::new("path"));
        let mut points = vec![self.origin(scales)];
        let span = found.target.period;
        let bends =
            self.brief.spec.profile.as_ref().map_or_else(|| vec![found.days[1]], |own| own.bends(span));
        for day in bends {
            points.push(Point::new(scales.x.map(day.days()), self.due(day, scales)));
        }
        for ends in points.windows(2) {
            take(ends[0], ends[1], &mut stage.soft);
        }
        let stroke = Stroke::new(self.brief.theme.limit, 1.5).dashed(Dash::Dashed);
        layer.line(Some(found.answer.target), points, stroke);
        stage.layer(layer);
    }

    /// What is done: lines where nothing is missing, stems where a point stands alone, the last point with its distance
    /// from the path and the way that is left.
    pub(super) fn done(&self, scales: &Scales, stage: &mut Stage) {
        let (theme, found) = (self.brief.theme, &self.found);
        let (mut lines, mut points) = (Layer::new("lines"), Layer::new("points"));
        let last = found.spots.last().map(|spot| spot.datum);
        let zero = scales.y.map(0.0);
        if let Some([at, end, _]) = self.climb(scales) {
            // Where perhaps nothing is left, no way is needed.
            if !self.open() {
                take(at, end, &mut stage.soft);
                lines.line(last, vec![at, end], Stroke::new(theme.accent_text, 2.0).dashed(Dash::Dashed));
            }
        }
        let runs = self.runs(scales);
        for spot in &found.spots {
            let at = scales.at(spot.point.day, spot.figure.value);
            if !runs.iter().flatten().any(|point| *point == at) {
                lines.upright(Some(spot.datum), at.x, (at.y, zero), Stroke::new(theme.accent, 2.0));
                stage.take(at.x - 2.0, at.y, 4.0, zero - at.y);
            }
        }
        for run in runs {
            for ends in run.windows(2) {
                take(ends[0], ends[1], &mut stage.taken);
            }
            lines.line(last, run, Stroke::new(theme.accent_text, 2.5));
        }
        if let (Some(spot), Some((_, color))) = (found.spots.last(), self.leads()) {
            let (at, due) = (scales.at(spot.point.day, spot.figure.value), self.due(spot.point.day, scales));
            lines.upright(last, at.x, (at.y, due), Stroke::new(color, 4.0));
            lines.level(last, due, (at.x - 5.0, at.x + 5.0), Stroke::new(color, 2.0));
            stage.take(at.x - 5.0, at.y.min(due) - 2.0, 10.0, (at.y - due).abs() + 4.0);
        }
        let width = (scales.x.range[1] - scales.x.range[0])
            / f64::from(u16::try_from(found.spots.len()).unwrap_or(1)).max(1.0);
        for spot in &found.spots {
            let lone = last == Some(spot.datum);
            if lone || width >= CROWD {
                self.point(spot, scales, if lone { LAST } else { RADIUS }, &mut points, stage);
            }
        }
        stage.layer(lines);
        stage.layer(points);
    }

    fn point(
        &self,
        spot: &super::found::Spot,
        scales: &Scales,
        radius: f64,
        layer: &mut Layer,
        stage: &mut Stage,
    ) {
        let (theme, last) = (self.brief.theme, radius == LAST);
        let at = scales.at(spot.point.day, spot.figure.value);
        let high = scales.y.map(spot.figure.top());
        if last || !spot.figure.qualifier.open_above() {
            let place = open::Spot { way: Way::Up, at, radius, high };
            open::sign(layer, spot.datum, spot.figure.qualifier, &place, theme.accent_text);
        }
        let fill = Some(if last { theme.accent_text } else { theme.paper });
        let stroke = Some(Stroke::new(
            if last { theme.paper } else { theme.accent_text },
            if last { 1.5 } else { 2.0 },
        ));
        layer.push_datum(spot.datum, Shape::Symbol { at, symbol: Symbol::Circle, radius, fill, stroke });
        let (_, above) = open::around(spot.figure.qualifier, radius);
        stage.take(at.x - radius - 1.0, at.y - above, 2.0 * radius + 2.0, above + radius);
    }

    /// The target, hollow at the end of its time.
    pub(super) fn goal(&self, scales: &Scales, stage: &mut Stage) {
        let (theme, found) = (self.brief.theme, &self.found);
        let (mut layer, datum) = (Layer::new("target"), found.answer.target);
        let at = scales.at(found.days[1], found.demanded.value);
        let place = open::Spot { way: Way::Up, at, radius: GOAL, high: scales.y.map(found.demanded.top()) };
        open::sign(&mut layer, datum, found.demanded.qualifier, &place, theme.ink);
        let stroke = Some(Stroke::new(theme.ink, 2.0));
        let shape =
            Shape::Symbol { at, symbol: Symbol::Diamond, radius: GOAL, fill: Some(theme.paper), stroke };
        layer.push_datum(datum, shape);
        stage.layer(layer);
        let (below, above) = open::around(found.demanded.qualifier, GOAL);
        stage.take(at.x - 8.0, at.y - above, 16.0, above + below);
    }

    /// What can be read: the sums where they stand, what is in no sum at the foot of its day, the target at its end.
    pub(super) fn targets(&self, layout: &Layout, scales: &Scales, stage: &mut Stage) {
        let (found, foot) = (&self.found, layout.plot.bottom());
        let mut all = Vec::new();
        for spot in &found.spots {
            all.push((scales.at(spot.point.day, spot.figure.value), spot.datum));
        }
        for (day, datum) in &found.apart {
            all.push((Point::new(scales.x.map(day.days()), foot), *datum));
        }
        sort(&mut all, &|a, b| a.0.x.total_cmp(&b.0.x));
        for (at, datum) in all {
            let guide = Some((Point::new(at.x, layout.plot.y), Point::new(at.x, foot)));
            let area = Rect::new(at.x - 8.0, at.y - 8.0, 16.0, 16.0);
            let series = self.brief.frame.data[datum].series;
            stage.targets.push(Target { datum, series, at, area, guide });
        }
        let at = scales.at(found.days[1], found.demanded.value);
        stage.target(
            found.answer.target,
            found.target.series,
            at,
            Rect::new(at.x - 10.0, at.y - 10.0, 20.0, 20.0),
        );
    }
}
