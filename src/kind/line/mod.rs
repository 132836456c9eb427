//! A time series: printed points with their words, joined where they may be compared, broken where they may not.

mod behind;
mod text;
mod trace;

use super::caption::{self, request};
use super::{Brief, Nearest, Plan, Stage, Target, one_unit};
use crate::error::Error;
use crate::format::{Magnitude, tick, unit_line};
use crate::geom::{Point, Rect, within};
use crate::layout::{Layout, Request, SMALL, mark};
use crate::query::{Datum, Figure, Measure, Status};
use crate::scale::{Linear, Ticks, Time, nice_in};
use crate::scene::{Align, DatumId, Layer, Stroke};
use crate::words::say;

/// Smaller than this the steps of a plot cannot be read, px.
const LEAST: f64 = 48.0;

/// A dated figure of the picture.
#[derive(Clone, Copy, Debug)]
struct Spot {
    datum: DatumId,
    series: usize,
    /// Days since 1970-01-01.
    day: i32,
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
    brief: Brief<'a>,
    /// By series, then in time.
    spots: Vec<Spot>,
    levels: Vec<Level>,
    /// The series shown, as indices into the frame, in order.
    series: Vec<usize>,
    magnitude: Magnitude,
    domain: [f64; 2],
    ticks: Ticks,
    days: [i32; 2],
    unit: String,
    /// Width of the widest tick text, px.
    gutter: f64,
    /// Whether values are places in an order, of which the first is best.
    ordered: bool,
    /// Texts at the ends of the lines, one a series; empty where a legend names them.
    ends: Vec<String>,
    /// Width of the column of end texts, px.
    end_width: f64,
}

/// Where values and days lie in solved boxes.
#[derive(Clone, Copy, Debug)]
struct Scales {
    x: Time,
    y: Linear,
}

impl Scales {
    fn at(&self, spot: &Spot, figure: Figure) -> Point {
        Point::new(self.x.map(spot.day), self.y.map(figure.value))
    }
}

pub(super) fn plan(brief: Brief<'_>) -> Result<Box<dyn Plan + '_>, Error> {
    let (spots, levels) = gather(&brief);
    let shown = shown(&spots, &levels);
    if shown.is_empty() && brief.frame.data.iter().any(|datum| datum.asked) {
        return Err(brief.refused(say::UNDATED, "kind=\"bar\""));
    }
    let unit = one_unit(&brief, &shown)?;
    let ordered = caption::ordered(unit);
    let Some(first) = spots.first() else {
        return Err(brief.refused(say::UNDATED, "kind=\"bar\""));
    };
    let mut days = [first.day; 2];
    let mut series: Vec<usize> = Vec::new();
    for spot in &spots {
        days = [days[0].min(spot.day), days[1].max(spot.day)];
        if series.last() != Some(&spot.series) {
            series.push(spot.series);
        }
    }
    behind::span(&brief, &mut days);
    let figures = caption::figures(&brief, &shown);
    let (low, high) = heights(&figures, unit.measure);
    let magnitude = caption::magnitude(&figures, unit, brief.spec.lang);
    let (mut domain, mut ticks) =
        nice_in(low, high, if brief.panel.is_some() { 2 } else { 4 }, magnitude.exp());
    if ordered {
        // There is no place 0 and none between two places.
        domain[0] = 1.0;
        ticks.values.retain(|place| *place >= 1.0 && place.fract() == 0.0);
        ticks.step = 1.0;
    }
    let unit = if ordered { String::new() } else { unit_line(&unit.unit, magnitude, brief.spec.lang) };
    let mut texts = Vec::new();
    for value in &ticks.values {
        texts.push(tick(*value, ticks.step, magnitude, brief.spec.lang));
    }
    let gutter = caption::widest(&texts, SMALL, brief.measure);
    let mut lines = Lines {
        brief,
        spots,
        levels,
        series,
        magnitude,
        domain,
        ticks,
        days,
        unit,
        gutter,
        ordered,
        ends: Vec::new(),
        end_width: 0.0,
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
                let day = day.days();
                spots.push(Spot { datum: id, series: datum.series, day, figure, status: datum.status });
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

/// The span of values: from zero unless all values crowd far above it.
fn heights(figures: &[Figure], measure: Measure) -> (f64, f64) {
    let (low, high) = caption::extent(figures);
    if low > high {
        return (0.0, 1.0);
    }
    if matches!(measure, Measure::Rank | Measure::Tier | Measure::Order) {
        return (1.0, high.max(2.0));
    }
    // One value alone has no neighbours to stand apart from.
    let crowded = low > 0.0 && high > low && (high - low) < 0.25 * high && measure != Measure::Share;
    match crowded {
        // Room around the crowd, so that a small change is not made to fill the picture.
        true => (low - (0.6 * (high - low)).max(0.01 * high), high + 0.3 * (high - low)),
        false => (low.min(0.0), high.max(0.0)),
    }
}

impl Lines<'_> {
    fn datum(&self, spot: &Spot) -> &Datum {
        &self.brief.frame.data[spot.datum]
    }

    fn scales(&self, plot: Rect) -> Scales {
        let left = plot.x + self.gutter + 16.0;
        let right = (plot.right() - 8.0).max(left + 1.0);
        Scales {
            x: Time { domain: self.days, range: [left, right] },
            // The first place is at the top.
            y: Linear {
                domain: self.domain,
                range: if self.ordered { [plot.y, plot.bottom()] } else { [plot.bottom(), plot.y] },
            },
        }
    }

    /// The colour of a series: the accent alone, or its own among several.
    fn color(&self, series: usize) -> crate::color::Color {
        let theme = self.brief.theme;
        let place = self.series.iter().position(|s| *s == series).unwrap_or(0);
        if self.series.len() == 1 { theme.accent_text } else { theme.series[place % theme.series.len()] }
    }

    fn grid(&self, layout: &Layout, scales: &Scales, stage: &mut Stage) {
        let (theme, lang, plot) = (self.brief.theme, self.brief.spec.lang, layout.plot);
        let (mut rules, mut texts) = (Layer::new("grid"), Layer::new("y-axis"));
        for value in &self.ticks.values {
            let y = scales.y.map(*value);
            let firm = *value == 0.0;
            let stroke = Stroke::new(if firm { theme.ink } else { theme.grid }, 1.0);
            rules.level(None, y, (plot.x, plot.right()), stroke);
            let text = tick(*value, self.ticks.step, self.magnitude, lang);
            let at = Point::new(plot.x, y - 5.0);
            texts.text(None, mark(at, text, SMALL.font, theme.muted, Align::Left, self.brief.measure));
        }
        stage.layers.push(rules);
        stage.texts(texts);
    }

    fn levels(&self, layout: &Layout, scales: &Scales, stage: &mut Stage) {
        let mut layer = Layer::new("levels");
        for level in &self.levels {
            let y = scales.y.map(level.figure.value);
            let stroke = Stroke::new(self.brief.theme.ink, 1.5).dashed(crate::scene::Dash::Dashed);
            layer.level(Some(level.datum), y, (layout.plot.x, layout.plot.right()), stroke);
            stage.take(layout.plot.x, y - 1.0, layout.plot.w, 2.0);
        }
        stage.layer(layer);
    }

    fn targets(&self, layout: &Layout, scales: &Scales, stage: &mut Stage) {
        for spot in &self.spots {
            // A gap is read at the foot of the plot: there is no height to show.
            let at = match spot.figure {
                Some(figure) => scales.at(spot, figure),
                None => Point::new(scales.x.map(spot.day), layout.plot.bottom()),
            };
            let guide = Some((Point::new(at.x, layout.plot.y), Point::new(at.x, layout.plot.bottom())));
            let area = Rect::new(at.x - 8.0, at.y - 8.0, 16.0, 16.0);
            stage.targets.push(Target { datum: spot.datum, series: spot.series, at, area, guide });
        }
        for level in &self.levels {
            let at = Point::new(layout.plot.right(), scales.y.map(level.figure.value));
            let area = Rect::new(layout.plot.right() - 90.0, at.y - 20.0, 90.0, 26.0);
            let series = self.brief.frame.data[level.datum].series;
            stage.target(level.datum, series, at, area);
        }
    }
}

impl Plan for Lines<'_> {
    fn request(&self) -> Request {
        let lang = self.brief.spec.lang;
        let shown = shown(&self.spots, &self.levels);
        let signs = caption::signs(&self.brief, &shown);
        let points = if self.spots.len() > 1 { say::SIGN_POINTS.get(lang) } else { "" };
        let axis = if self.domain[0] > 0.0 && !self.ordered { say::SIGN_AXIS.get(lang) } else { "" };
        let mut parts = vec![points, axis, &signs];
        parts.retain(|part| !part.is_empty());
        let explain = say::SENTENCE_GAP.join(lang, &parts);
        let legend = self.legend_height();
        Request {
            right: self.end_width,
            top: 24.0 + legend,
            bottom: 28.0,
            plot: match self.brief.panel {
                Some(_) => within(self.brief.width * 0.55, 88.0, 150.0).round(),
                None if self.brief.phone() => 168.0,
                None => 200.0,
            },
            least: LEAST,
            ..request(&self.brief, &shown, (&self.unit, ""), explain)
        }
    }

    fn draw(&self, layout: &Layout, stage: &mut Stage) {
        let scales = self.scales(layout.plot);
        self.grid(layout, &scales, stage);
        self.levels(layout, &scales, stage);
        self.behind(layout, &scales, stage);
        self.traces(layout, &scales, stage);
        self.axis(layout, &scales, stage);
        self.legend(layout, stage);
        self.labels(layout, &scales, stage);
        self.targets(layout, &scales, stage);
    }

    fn nearest(&self) -> Nearest {
        Nearest::AlongX
    }
}
