//! A time series: printed points with their words, joined where they may be compared, broken where they may not.

mod behind;
mod text;
mod trace;

pub(super) use trace::take;

use super::annotate::Axes;
use super::caption::{self, request};
use super::heights::Heights;
use super::highlight::{self, Light};
use super::legend::Legend;
use super::way::Way;
use super::{Brief, Nearest, Plan, Stage, Target, one_unit};
use crate::color::Color;
use crate::error::Error;
use crate::geom::{Point, Rect, within};
use crate::layout::{Layout, Request};
use crate::query::{Datum, Figure, Status};
use crate::scale::{Time, Values};
use crate::scene::{Dash, DatumId, Layer, Stroke};
use crate::words::say;

/// Smaller than this the steps of a plot cannot be read, px.
const LEAST: f64 = 48.0;

/// How neighbours are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// By a straight line.
    Line,
    /// By a level line to the day of the next, and an upright one to it.
    Step,
    /// By a straight line, over the area from zero.
    Area,
}

/// A dated figure of the picture.
#[derive(Clone, Copy, Debug)]
struct Spot {
    datum: DatumId,
    series: usize,
    /// Days since 1970-01-01.
    day: i32,
    /// The first day, where the figure speaks of every month of a span or of its mean year.
    from: Option<i32>,
    /// None is a gap.
    figure: Option<Figure>,
    status: Status,
}

/// A target that names no day: a height without a place in time.
#[derive(Clone, Copy, Debug)]
struct Level {
    datum: DatumId,
    figure: Figure,
}

struct Lines<'a> {
    brief: &'a Brief<'a>,
    style: Style,
    /// By series, then in time.
    spots: Vec<Spot>,
    levels: Vec<Level>,
    /// The series shown, as indices into the frame, in order.
    series: Vec<usize>,
    heights: Heights,
    days: [i32; 2],
    /// Width of the widest tick text, px.
    gutter: f64,
    /// Texts at the ends of the lines, one a series; empty where a legend names them.
    ends: Vec<String>,
    /// Width of the column of end texts, px.
    end_width: f64,
    legend: Legend,
}

/// Where values and days lie in solved boxes.
#[derive(Clone, Copy, Debug)]
struct Scales {
    x: Time,
    y: Values,
}

impl Scales {
    fn at(&self, spot: &Spot, figure: Figure) -> Point {
        Point::new(self.x.map(spot.day), self.y.map(figure.value))
    }

    /// The point where a spot is read: the middle of a span.
    fn middle(&self, spot: &Spot, figure: Figure) -> Point {
        let at = self.at(spot, figure);
        match spot.from {
            Some(from) => Point::new((self.x.map(from) + at.x) / 2.0, at.y),
            None => at,
        }
    }
}

pub(super) fn plan<'a>(brief: &'a Brief<'a>, style: Style) -> Result<Box<dyn Plan + 'a>, Error> {
    let (spots, levels) = gather(brief);
    let shown = shown(&spots, &levels);
    if shown.is_empty() && brief.frame.data.iter().any(|datum| datum.asked) {
        return Err(brief.refused(say::UNDATED, "kind=\"bar\""));
    }
    let unit = one_unit(brief, &shown)?;
    let Some(first) = spots.first() else {
        return Err(brief.refused(say::UNDATED, "kind=\"bar\""));
    };
    if style == Style::Area && caption::ordered(unit) {
        return Err(brief.refused(say::RANKED, "kind=\"line\""));
    }
    let mut days = [first.day; 2];
    let mut series: Vec<usize> = Vec::new();
    for spot in &spots {
        days = [days[0].min(spot.from.unwrap_or(spot.day)), days[1].max(spot.day)];
        if series.last() != Some(&spot.series) {
            series.push(spot.series);
        }
    }
    behind::span(brief, &mut days);
    let figures = caption::figures(brief, &shown);
    let heights = Heights::new(brief, &figures, unit, style == Style::Area)?;
    let gutter = heights.gutter(brief);
    let mut lines = Lines {
        brief,
        style,
        spots,
        levels,
        series,
        heights,
        days,
        gutter,
        ends: Vec::new(),
        end_width: 0.0,
        legend: Legend::default(),
    };
    lines.name_ends();
    Ok(Box::new(lines))
}

fn shown(spots: &[Spot], levels: &[Level]) -> Vec<DatumId> {
    let mut shown = Vec::new();
    for spot in spots {
        shown.push(spot.datum);
    }
    for level in levels {
        shown.push(level.datum);
    }
    shown
}

fn gather(brief: &Brief<'_>) -> (Vec<Spot>, Vec<Level>) {
    let (mut spots, mut levels): (Vec<Spot>, Vec<Level>) = (Vec::new(), Vec::new());
    for (id, datum) in brief.frame.data.iter().enumerate().filter(|(_, datum)| datum.asked) {
        let target = datum.status == Status::Target;
        match (datum.period.anchor(), datum.figure) {
            (Some(day), figure) => {
                let whole = !target && figure.is_some();
                let (day, from) = (day.days(), if whole { caption::spans(datum) } else { None });
                spots.push(Spot { datum: id, series: datum.series, day, from, figure, status: datum.status });
            }
            // Two documents may set the same height; it is drawn once. Only a target holds at any time: a report
            // without a day has no place in a time series.
            (None, Some(figure)) if target => {
                let same = |l: &Level| l.figure == figure && brief.frame.data[l.datum].series == datum.series;
                if !levels.iter().any(same) {
                    levels.push(Level { datum: id, figure });
                }
            }
            _ => {}
        }
    }
    (spots, levels)
}

impl Lines<'_> {
    fn datum(&self, spot: &Spot) -> &Datum {
        &self.brief.frame.data[spot.datum]
    }

    fn scales(&self, plot: Rect) -> Scales {
        let left = plot.x + self.gutter + 16.0;
        let right = (plot.right() - 8.0).max(left + 1.0);
        Scales { x: Time { domain: self.days, range: [left, right] }, y: self.heights.scale(plot) }
    }

    fn light(&self, series: usize) -> Light {
        highlight::series(self.brief, series)
    }

    /// The colour of a series: the accent alone, or its own among several; of those that are highlighted, likewise.
    fn color(&self, series: usize) -> Color {
        let theme = self.brief.theme;
        let light = self.light(series);
        let mut peers = self.series.iter().filter(|other| self.light(**other) == light);
        let place = peers.clone().position(|other| *other == series).unwrap_or(0);
        match light {
            Light::Dim => theme.context_line,
            _ if peers.nth(1).is_none() => theme.accent_text,
            _ => theme.nth(place),
        }
    }

    fn levels(&self, layout: &Layout, scales: &Scales, stage: &mut Stage) {
        let mut layer = Layer::new("levels");
        for level in &self.levels {
            let y = scales.y.map(level.figure.value);
            let stroke = Stroke::new(self.brief.theme.ink, 1.5).dashed(Dash::Dashed);
            layer.level(Some(level.datum), y, (layout.plot.x, layout.plot.right()), stroke);
            stage.take(layout.plot.x, y - 1.0, layout.plot.w, 2.0);
        }
        stage.layer(layer);
    }

    fn targets(&self, layout: &Layout, scales: &Scales, stage: &mut Stage) {
        for spot in &self.spots {
            // A gap is read at the foot of the plot: there is no height to show.
            let at = match spot.figure {
                Some(figure) => scales.middle(spot, figure),
                None => Point::new(scales.x.map(spot.day), layout.plot.bottom()),
            };
            let half = spot.from.map_or(0.0, |from| (scales.x.map(spot.day) - scales.x.map(from)) / 2.0);
            let guide = Some((Point::new(at.x, layout.plot.y), Point::new(at.x, layout.plot.bottom())));
            let guide = if spot.from.is_some() { None } else { guide };
            let area = Rect::new(at.x - half - 8.0, at.y - 8.0, 2.0 * half + 16.0, 16.0);
            stage.targets.push(Target { datum: spot.datum, series: spot.series, at, area, guide });
        }
        for level in &self.levels {
            let at = Point::new(layout.plot.right(), scales.y.map(level.figure.value));
            let area = Rect::new(layout.plot.right() - 90.0, at.y - 20.0, 90.0, 26.0);
            let series = self.brief.frame.data[level.datum].series;
            stage.target(level.datum, series, at, area);
        }
    }

    /// What the picture says of its own signs.
    fn explain(&self, shown: &[DatumId]) -> String {
        let lang = self.brief.spec.lang;
        let joined = self.spots.iter().filter(|spot| spot.from.is_none()).count() > 1;
        let points = match self.style {
            _ if !joined => "",
            Style::Step => say::SIGN_STEPS.get(lang),
            Style::Line | Style::Area => say::SIGN_POINTS.get(lang),
        };
        let spans = self.spots.iter().any(|spot| spot.from.is_some());
        let spans = if spans { say::SIGN_SPAN.get(lang) } else { "" };
        let signs = caption::signs(self.brief, shown);
        let mut parts = vec![points, spans, self.heights.explain(self.brief), &signs];
        parts.retain(|part| !part.is_empty());
        say::SENTENCE_GAP.join(lang, &parts)
    }
}

impl Plan for Lines<'_> {
    fn request(&self) -> Request {
        let shown = shown(&self.spots, &self.levels);
        let explain = self.explain(&shown);
        Request {
            right: self.end_width,
            top: 24.0 + self.legend.height(),
            bottom: 28.0,
            plot: match self.brief.panel {
                Some(_) => within(self.brief.width * 0.55, 88.0, 150.0).round(),
                None if self.brief.phone() => 168.0,
                None => 200.0,
            },
            least: LEAST,
            ..request(self.brief, &shown, (&self.heights.unit, ""), explain)
        }
    }

    fn draw(&self, layout: &Layout, stage: &mut Stage) {
        let scales = self.scales(layout.plot);
        self.fills(&scales, stage);
        self.heights.grid(self.brief, layout.plot, stage);
        self.levels(layout, &scales, stage);
        self.behind(layout, &scales, stage);
        self.traces(layout, &scales, stage);
        self.axis(layout, &scales, stage);
        self.legend.draw(self.brief, Point::new(layout.body.x, layout.body.y), stage);
        self.labels(layout, &scales, stage);
        self.targets(layout, &scales, stage);
    }

    fn nearest(&self) -> Nearest {
        Nearest::AlongX
    }

    fn axes(&self, layout: &Layout) -> Axes {
        let scales = self.scales(layout.plot);
        Axes {
            time: Some(scales.x),
            values: Some((scales.y, Way::Up)),
            data: true,
            plot: layout.plot,
            ..Axes::default()
        }
    }
}
