//! Targets against outcomes: the way to the target as a track, the outcome as a bar on it, elapsed time as a tick.

mod text;

use super::caption::{self, request};
use super::open::{self, Ink, Place};
use super::values::{AXIS, Level};
use super::way::Way;
use super::{Brief, Nearest, Plan, Stage, one_unit};
use crate::error::Error;
use crate::format::{Magnitude, Style, unit_line};
use crate::geom::{Point, Rect};
use crate::layout::{Layout, Request};
use crate::query::{Answer, Datum, Direction, Figure, Qualifier, Temporal};
use crate::scale::Values;
use crate::scene::{Chevron, Dash, DatumId, Layer, Stroke};
use crate::words::say;

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
    brief: &'a Brief<'a>,
    rows: Vec<Row<'a>>,
    magnitude: Magnitude,
    level: Level,
    unit: String,
}

pub(super) fn plan<'a>(brief: &'a Brief<'a>) -> Result<Box<dyn Plan + 'a>, Error> {
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
        return Err(brief.refused(say::NO_TARGET, "kind=\"bar\""));
    }
    let series = one_unit(brief, &shown)?;
    let figures = caption::figures(brief, &shown);
    let (low, high) = caption::extent(&figures);
    let (low, high) = (low.min(0.0), high.max(0.0));
    // Room beyond the farthest mark, for its open end and its text.
    let magnitude = caption::magnitude(&figures, series, brief.spec.lang);
    let air = 0.03 * (high - low);
    let open_at_zero = figures.iter().any(|f| f.value == 0.0 && f.qualifier.open_above());
    let beyond = if high > 0.0 || open_at_zero { (high * 1.1).max(high + air) } else { high };
    let below = if low < 0.0 { (low * 1.1).min(low - air) } else { low };
    let level = Level::new((below, beyond), magnitude, brief.spec.lang);
    let unit = unit_line(&series.unit, magnitude, brief.spec.lang);
    Ok(Box::new(Bullets { brief, rows, magnitude, level, unit }))
}

fn shown(rows: &[Row<'_>]) -> Vec<DatumId> {
    let mut shown = Vec::new();
    for row in rows {
        shown.push(row.answer.target);
        shown.extend(row.answer.outcome);
    }
    shown
}

impl Bullets<'_> {
    fn several(&self) -> bool {
        self.rows.len() > 1
    }

    fn row_height(&self, row: &Row<'_>) -> f64 {
        let margin = self.brief.margin();
        let below = self.seat(row, &self.x(margin, self.brief.width - margin)) == Seat::Below;
        self.head(row) + ABOVE + TRACK + BELOW + if below { LINE } else { 0.0 }
    }

    /// The way to the target, and its end: firm, open upwards, or a cap.
    fn track(&self, row: &Row<'_>, x: &Values, top: f64) -> Layer {
        let theme = self.brief.theme;
        let mut layer = Layer::new("target");
        let (zero, goal) = (x.map(0.0), x.map(row.demanded.value));
        let datum = Some(row.answer.target);
        layer.fill(datum, Rect::between(zero, top, goal, top + TRACK), theme.track);
        if let Some(high) = row.demanded.high {
            layer.fill(datum, Rect::between(goal, top, x.map(high), top + TRACK), theme.grid);
        }
        let edge = Stroke::new(theme.limit, 1.5).dashed(Dash::Dashed);
        if row.demanded.qualifier.open_above() {
            for y in [top + 0.75, top + TRACK - 0.75] {
                layer.level(datum, y, (goal, (goal + RUN_ON).min(self.brief.width)), edge);
            }
        }
        layer
    }

    fn ticks_of(&self, row: &Row<'_>, x: &Values, top: f64) -> Layer {
        let theme = self.brief.theme;
        let mut layer = Layer::new("ticks");
        let goal = x.map(row.demanded.value);
        let datum = Some(row.answer.target);
        if let Some(px) = self.time(row, x) {
            let stroke = Stroke::new(theme.time, 1.5).dashed(Dash::Dotted);
            layer.upright(datum, px, (top - 6.0, top + TRACK + 16.0), stroke);
        }
        let soft = row.demanded.qualifier.soft();
        let dash = if soft { Dash::Dashed } else { Dash::Solid };
        let span = (top - 8.0, top + TRACK + 8.0);
        layer.upright(datum, goal, span, Stroke::new(theme.ink, 2.5).dashed(dash));
        let at_most = row.demanded.qualifier == Qualifier::AtMost
            || self.brief.series_of(row.target).direction == Direction::Down;
        let (side, reach) = match (row.demanded.qualifier.open_above(), at_most) {
            (true, _) => (Chevron::Right, 13.0),
            (false, true) => (Chevron::Left, 7.0),
            (false, false) => return layer,
        };
        let tip = Point::new(goal + reach, top + TRACK / 2.0);
        layer.line(datum, side.points(tip, 6.0, 6.0), Stroke::new(theme.ink, 2.0));
        layer
    }

    /// Where the pace would have the outcome stand, px: the share of time gone on the way from zero, or from the base
    /// of a stock or rate. None once the time is over, and where nothing gives a pace.
    fn time(&self, row: &Row<'_>, x: &Values) -> Option<f64> {
        let elapsed = row.answer.judgement.elapsed.filter(|elapsed| *elapsed < 100.0)? / 100.0;
        let flow = self.brief.series_of(row.target).temporal == Temporal::Flow;
        let from = if flow { 0.0 } else { row.answer.base?.value };
        Some(x.map(from + (row.demanded.value - from) * elapsed))
    }

    fn bar(&self, row: &Row<'_>, x: &Values, top: f64) -> Layer {
        let theme = self.brief.theme;
        let mut layer = Layer::new("outcome");
        if let Some((id, _, Some(outcome))) = row.outcome {
            let inset = (TRACK - BAR) / 2.0;
            let place = Place {
                way: Way::Right,
                zero: x.map(0.0),
                end: x.map(outcome.value),
                high: x.map(outcome.top()),
                across: (top + inset, top + inset + BAR),
            };
            let ink =
                Ink { fill: theme.accent, line: theme.accent_text, faint: theme.context, paper: theme.track };
            open::bar(&mut layer, Some(id), outcome, &place, &ink);
        }
        layer
    }

    fn x(&self, left: f64, right: f64) -> Values {
        self.level.scale(left, right)
    }

    fn read(&self, row: &Row<'_>, x: &Values, top: f64, stage: &mut Stage) {
        let (zero, middle) = (x.map(0.0), top + TRACK / 2.0);
        let goal = x.map(row.demanded.value);
        let area = Rect::between(zero, top, goal, top + TRACK);
        stage.target(row.answer.target, row.target.series, Point::new(goal, top - 8.0), area);
        if let Some((datum, found, Some(outcome))) = row.outcome {
            let end = x.map(outcome.value);
            let inset = (TRACK - BAR) / 2.0;
            let area = Rect::between(zero, top + inset, end, top + TRACK - inset);
            stage.target(datum, found.series, Point::new(end, middle), area);
        }
    }
}

impl Plan for Bullets<'_> {
    fn request(&self) -> Request {
        // A lone row has no name of its own, and a target without its period says nothing.
        let about = match self.rows.as_slice() {
            [row] => caption::when(self.brief.frame, row.target, self.brief.spec.lang, Style::Long),
            _ => String::new(),
        };
        let shown = shown(&self.rows);
        let explain = caption::signs(self.brief, &shown);
        let rows: f64 = self.rows.iter().map(|row| self.row_height(row)).sum();
        Request {
            plot: rows + AXIS,
            least: rows + AXIS,
            remarks: self.remarks(),
            ..request(self.brief, &shown, (&self.unit, &about), explain)
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
        let lines: Vec<(f64, f64)> = tops.iter().map(|top| (top - 10.0, top + TRACK + 10.0)).collect();
        let span = (plot.x - 4.0, plot.right() + 4.0);
        self.level.draw(self.brief, &x, (&lines, plot.bottom() - AXIS), span, stage);
        for (row, top) in self.rows.iter().zip(tops) {
            self.names(row, plot.x, top, stage);
            for layer in [self.track(row, &x, top), self.bar(row, &x, top), self.ticks_of(row, &x, top)] {
                stage.layer(layer);
            }
            let goal = x.map(row.demanded.value);
            stage.take(goal - 2.0, top - 8.0, 4.0, TRACK + 16.0);
            stage.labels("labels", self.labels(row, &x, top), layout, self.brief.measure);
            self.read(row, &x, top, stage);
        }
    }

    fn nearest(&self) -> Nearest {
        Nearest::AlongY
    }
}
