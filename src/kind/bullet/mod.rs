//! Targets against outcomes: the way to the target as a track, the outcome as a bar on it, elapsed time as a tick.

mod text;

use super::caption::{self, request};
use super::open::{self, Ink, owned};
use super::{Brief, Nearest, Plan, Stage, Target, one_unit};
use crate::error::Error;
use crate::format::{Magnitude, tick, unit_line};
use crate::geom::{Point, Rect};
use crate::layout::{Layout, Request, SMALL, axis, label};
use crate::query::{Answer, Datum, Direction, Figure, Qualifier, Temporal};
use crate::scale::{Linear, Ticks, nice_in};
use crate::scene::{Chevron, Dash, DatumId, Layer, Shape, Stroke};

/// Height of the track and of the bar on it, px.
const TRACK: f64 = 44.0;
const BAR: f64 = 28.0;
/// Room above the track for the target's text, and below for that of time, px.
const ABOVE: f64 = 34.0;
const BELOW: f64 = 34.0;
/// Room under a row's name where there are several rows, px.
const NAME: f64 = 4.0;
/// Room for an outcome's text on a line of its own, px.
const LINE: f64 = 24.0;
/// Room for the axis under the last row, px.
const AXIS: f64 = 24.0;
/// How far an open target's edges run on, px.
const RUN_ON: f64 = 20.0;

struct Row<'a> {
    answer: &'a Answer,
    target: &'a Datum,
    demanded: Figure,
    outcome: Option<(DatumId, &'a Datum, Option<Figure>)>,
}

/// Where the outcome's text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Seat {
    Inside,
    Behind,
    Below,
}

struct Bullets<'a> {
    brief: Brief<'a>,
    rows: Vec<Row<'a>>,
    magnitude: Magnitude,
    domain: [f64; 2],
    ticks: Ticks,
    unit: String,
}

pub(super) fn plan(brief: Brief<'_>) -> Result<impl Plan + '_, Error> {
    let frame = brief.frame;
    if !frame.data.iter().any(|datum| datum.asked) {
        return Err(Error::NoData { given: brief.spec.given.clone() });
    }
    let mut rows: Vec<Row<'_>> = Vec::new();
    for answer in &frame.answers {
        let target = &frame.data[answer.target];
        let Some(demanded) = target.figure else { continue };
        let outcome = answer.outcome.map(|id| (id, &frame.data[id], frame.data[id].figure));
        // Two documents that set the same target are one row.
        let told = |row: &Row<'_>| {
            row.demanded == demanded
                && row.target.period == target.period
                && row.target.series == target.series
                && row.answer.outcome == answer.outcome
        };
        if !rows.iter().any(told) {
            rows.push(Row { answer, target, demanded, outcome });
        }
    }
    let shown = shown(&rows);
    if shown.is_empty() {
        return Err(Error::NoTarget { given: brief.spec.given.clone() });
    }
    let series = one_unit(&brief, &shown)?;
    let figures = || {
        rows.iter()
            .flat_map(|row| [Some(row.demanded), row.outcome.and_then(|(_, _, figure)| figure)])
            .flatten()
    };
    let high = figures().map(Figure::top).fold(0.0, f64::max);
    let low = figures().map(|f| f.value).fold(0.0, f64::min);
    // Room beyond the farthest mark, for its open end and its text.
    let magnitude = caption::magnitude(figures(), series, brief.spec.lang);
    let air = 0.03 * (high - low);
    let open_at_zero = figures().any(|f| f.value == 0.0 && f.qualifier.open_above());
    let beyond = if high > 0.0 || open_at_zero { (high * 1.1).max(high + air) } else { high };
    let below = if low < 0.0 { (low * 1.1).min(low - air) } else { low };
    let (domain, ticks) = nice_in(below, beyond, 4, magnitude.exp());
    let unit = unit_line(&series.unit, magnitude, brief.spec.lang);
    Ok(Bullets { brief, rows, magnitude, domain, ticks, unit })
}

fn shown(rows: &[Row<'_>]) -> Vec<DatumId> {
    rows.iter().flat_map(|row| [Some(row.answer.target), row.answer.outcome]).flatten().collect()
}

impl Bullets<'_> {
    fn several(&self) -> bool {
        self.rows.len() > 1
    }

    fn row_height(&self, row: &Row<'_>) -> f64 {
        let margin = crate::layout::margin(self.brief.width);
        let below = self.seat(row, &self.x(margin, self.brief.width - margin)) == Seat::Below;
        self.head(row) + ABOVE + TRACK + BELOW + if below { LINE } else { 0.0 }
    }

    /// Ticks under the last row, and their lines behind every row.
    fn axis(&self, plot: Rect, x: &Linear, tops: &[f64], stage: &mut Stage) {
        let (theme, lang) = (self.brief.theme, self.brief.spec.lang);
        let foot = plot.bottom() - AXIS;
        let mut grid = Layer::new("grid");
        let mut ticks = Vec::new();
        for value in &self.ticks.values {
            let px = x.map(*value);
            let stroke = Stroke::new(if *value == 0.0 { theme.ink } else { theme.grid }, 1.0);
            for top in tops {
                let (from, to) = (Point::new(px, top - 10.0), Point::new(px, top + TRACK + 10.0));
                grid.push(Shape::Rule { from, to, stroke });
            }
            // The lines stop short of the texts under the track; a tick ties each number to its line.
            let (from, to) = (Point::new(px, foot), Point::new(px, foot + 4.0));
            grid.push(Shape::Rule { from, to, stroke: Stroke::new(theme.limit, 1.0) });
            ticks.push((px, tick(*value, self.ticks.step, self.magnitude, lang)));
        }
        stage.layers.push(grid);
        let span = (plot.x - 4.0, plot.right() + 4.0);
        let look = (SMALL, theme.muted);
        let texts =
            axis::along(&ticks, axis::ends_first(ticks.len()), foot + 18.0, span, look, self.brief.measure);
        stage.take(&texts);
        stage.texts("x-axis", texts.into_iter().map(|text| (None, text)));
    }

    /// The way to the target, and its end: firm, open upwards, or a cap.
    fn track(&self, row: &Row<'_>, x: &Linear, top: f64) -> Layer {
        let theme = self.brief.theme;
        let mut layer = Layer::new("target");
        let (zero, goal) = (x.map(0.0), x.map(row.demanded.value));
        let rect = Rect::between(zero, top, goal, top + TRACK);
        let datum = row.answer.target;
        layer.push_datum(datum, Shape::Rect { rect, fill: Some(theme.track), stroke: None });
        if let Some(high) = row.demanded.high {
            let rect = Rect::between(goal, top, x.map(high), top + TRACK);
            layer.push_datum(datum, Shape::Rect { rect, fill: Some(theme.grid), stroke: None });
        }
        let edge = Stroke::new(theme.limit, 1.5).dashed(Dash::Dashed);
        if row.demanded.qualifier.open_above() {
            for y in [top + 0.75, top + TRACK - 0.75] {
                let (from, to) = (Point::new(goal, y), Point::new((goal + RUN_ON).min(self.brief.width), y));
                layer.push_datum(datum, Shape::Rule { from, to, stroke: edge });
            }
        }
        layer
    }

    fn ticks_of(&self, row: &Row<'_>, x: &Linear, top: f64) -> Layer {
        let theme = self.brief.theme;
        let mut layer = Layer::new("ticks");
        let goal = x.map(row.demanded.value);
        let datum = row.answer.target;
        if let Some(px) = self.time(row, x) {
            let stroke = Stroke::new(theme.time, 1.5).dashed(Dash::Dotted);
            let (from, to) = (Point::new(px, top - 6.0), Point::new(px, top + TRACK + 16.0));
            layer.push_datum(datum, Shape::Rule { from, to, stroke });
        }
        let soft = row.demanded.qualifier.soft();
        let dash = if soft { Dash::Dashed } else { Dash::Solid };
        let stroke = Stroke::new(theme.ink, 2.5).dashed(dash);
        let (from, to) = (Point::new(goal, top - 8.0), Point::new(goal, top + TRACK + 8.0));
        layer.push_datum(datum, Shape::Rule { from, to, stroke });
        let at_most = row.demanded.qualifier == Qualifier::AtMost
            || self.brief.series_of(row.target).direction == Direction::Down;
        let sign = match (row.demanded.qualifier.open_above(), at_most) {
            (true, _) => Some(Chevron::Right.points(Point::new(goal + 13.0, top + TRACK / 2.0), 6.0, 6.0)),
            (false, true) => Some(Chevron::Left.points(Point::new(goal + 7.0, top + TRACK / 2.0), 6.0, 6.0)),
            _ => None,
        };
        if let Some(points) = sign {
            layer.push_datum(datum, Shape::Line { points, stroke: Stroke::new(theme.ink, 2.0) });
        }
        layer
    }

    /// Where the pace would have the outcome stand, px: the share of time gone on the way from zero, or from the base
    /// of a stock or rate. None once the time is over, and where nothing gives a pace.
    fn time(&self, row: &Row<'_>, x: &Linear) -> Option<f64> {
        let elapsed = row.answer.judgement.elapsed.filter(|elapsed| *elapsed < 100.0)? / 100.0;
        let flow = self.brief.series_of(row.target).temporal == Temporal::Flow;
        let from = if flow { 0.0 } else { row.answer.base?.value };
        Some(x.map(from + (row.demanded.value - from) * elapsed))
    }

    fn bar(&self, row: &Row<'_>, x: &Linear, top: f64) -> Layer {
        let theme = self.brief.theme;
        let mut layer = Layer::new("outcome");
        if let Some((id, _, Some(outcome))) = row.outcome {
            let inset = (TRACK - BAR) / 2.0;
            let y = (top + inset, top + inset + BAR);
            let ink =
                Ink { fill: theme.accent, line: theme.accent_text, faint: theme.context, paper: theme.track };
            layer.marks.extend(owned(id, open::bar(outcome, x.map(0.0), y, |v| x.map(v), ink)));
        }
        layer
    }

    fn x(&self, left: f64, right: f64) -> Linear {
        Linear { domain: self.domain, range: [left, right] }
    }

    fn read(&self, row: &Row<'_>, x: &Linear, top: f64, stage: &mut Stage) {
        let (zero, middle) = (x.map(0.0), top + TRACK / 2.0);
        let goal = x.map(row.demanded.value);
        let area = Rect::between(zero, top, goal, top + TRACK);
        let series = row.target.series;
        stage.targets.push(Target {
            datum: row.answer.target,
            series,
            at: Point::new(goal, top - 8.0),
            area,
            guide: None,
        });
        if let Some((datum, found, Some(outcome))) = row.outcome {
            let end = x.map(outcome.value);
            let inset = (TRACK - BAR) / 2.0;
            let area = Rect::between(zero, top + inset, end, top + TRACK - inset);
            stage.targets.push(Target {
                datum,
                series: found.series,
                at: Point::new(end, middle),
                area,
                guide: None,
            });
        }
    }
}

impl Plan for Bullets<'_> {
    fn request(&self) -> Request {
        let shown = shown(&self.rows);
        let explain = [caption::signs(&self.brief, &shown)];
        let rows: f64 = self.rows.iter().map(|row| self.row_height(row)).sum();
        Request {
            plot: rows + AXIS,
            least: rows + AXIS,
            remarks: self.remarks(),
            ..request(&self.brief, &shown, &self.unit, &explain)
        }
    }

    fn draw(&self, layout: &Layout, stage: &mut Stage) {
        let plot = layout.plot;
        let x = self.x(plot.x, plot.right());
        // A height that was asked for spreads the rows; it never makes bars thicker.
        let own: f64 = self.rows.iter().map(|row| self.row_height(row)).sum();
        let spare =
            ((plot.h - AXIS - own) / f64::from(u32::try_from(self.rows.len()).unwrap_or(1))).max(0.0).floor();
        let mut y = plot.y + (spare / 2.0).round();
        let mut tops = Vec::with_capacity(self.rows.len());
        for row in &self.rows {
            tops.push(y + ABOVE + self.head(row));
            y += self.row_height(row) + spare;
        }
        self.axis(plot, &x, &tops, stage);
        let bounds = Rect::new(0.0, layout.body.y, layout.size.w, layout.body.h);
        for (row, top) in self.rows.iter().zip(tops) {
            self.names(row, plot.x, top, stage);
            for layer in [self.track(row, &x, top), self.bar(row, &x, top), self.ticks_of(row, &x, top)] {
                stage.layer(layer.name, None, layer.marks);
            }
            let goal = x.map(row.demanded.value);
            stage.taken.push(Rect::between(goal - 2.0, top - 8.0, goal + 2.0, top + TRACK + 8.0));
            let labels = self.labels(row, &x, top);
            let placed = label::place(labels, bounds, &mut stage.taken, self.brief.measure);
            stage.texts("labels", placed);
            self.read(row, &x, top, stage);
        }
    }

    fn nearest(&self) -> Nearest {
        Nearest::AlongY
    }
}
