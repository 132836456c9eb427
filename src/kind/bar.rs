//! Horizontal bars from zero: one figure a row, in time for one series, else from large to small.

use super::caption::{self, request};
use super::open::{self, Ink, owned};
use super::{Brief, Nearest, Plan, Stage, Target, one_unit};
use crate::error::Error;
use crate::format::{Magnitude, Style, figure, unit_line};
use crate::geom::{Point, Rect, within};
use crate::layout::{LABEL, Layout, Request, SMALL, VALUE, label, margin, mark};
use crate::order::sort;
use crate::query::{Datum, Figure, Status};
use crate::scene::{Align, Dash, DatumId, Mark, Shape, Stroke};
use crate::text::wrap;
use crate::words::say;

/// Sizes of a row, px; more rows are thinner.
#[derive(Clone, Copy, Debug)]
struct Pitch {
    bar: f64,
    gap: f64,
}

/// Air between a bar's end and its value, px.
const AIR: f64 = 8.0;
/// What names beside the bars must leave the longest bar, px; else they stand above.
const LEAST: f64 = 40.0;

struct Row {
    datum: DatumId,
    figure: Option<Figure>,
    name: Vec<String>,
    value: String,
    strong: bool,
}

struct Bars<'a> {
    brief: Brief<'a>,
    rows: Vec<Row>,
    unit: String,
    pitch: Pitch,
    /// Width of the column of names; 0 where names stand above their bars.
    names: f64,
    /// px a unit, and px from the plot's left edge to zero.
    scale: (f64, f64),
}

pub(super) fn plan(brief: Brief<'_>) -> Result<impl Plan + '_, Error> {
    let mut shown: Vec<DatumId> =
        (0..brief.frame.data.len()).filter(|id| brief.frame.data[*id].asked).collect();
    let series = one_unit(&brief, &shown)?;
    // Two documents that set the same target are one row.
    let data = &brief.frame.data;
    let same = |a: &Datum, b: &Datum| {
        (a.series, a.period, a.status, a.figure) == (b.series, b.period, b.status, b.figure)
    };
    let all = shown.clone();
    shown.retain(|id| {
        all.iter().take_while(|other| *other != id).all(|other| !same(&data[*other], &data[*id]))
    });
    let chronological =
        shown.iter().all(|id| brief.frame.data[*id].series == brief.frame.data[shown[0]].series);
    let value_of = |id: &DatumId| brief.frame.data[*id].figure.map_or(f64::NEG_INFINITY, |f| f.value);
    if !chronological {
        sort(&mut shown, &|a, b| value_of(b).total_cmp(&value_of(a)));
    }
    let figures = shown.iter().filter_map(|id| brief.frame.data[*id].figure);
    let magnitude = caption::magnitude(figures, series, brief.spec.lang);
    let latest = shown.iter().rposition(|id| {
        let datum = &brief.frame.data[*id];
        datum.status == Status::Actual && datum.figure.is_some()
    });
    let rows: Vec<Row> = shown
        .iter()
        .enumerate()
        .map(|(i, id)| row(&brief, *id, magnitude, !chronological || latest == Some(i)))
        .collect();
    let pitch = match rows.len() {
        0..=6 => Pitch { bar: 28.0, gap: 20.0 },
        7..=12 => Pitch { bar: 22.0, gap: 14.0 },
        _ => Pitch { bar: 18.0, gap: 10.0 },
    };
    let unit = unit_line(&series.unit, magnitude, brief.spec.lang);
    let mut bars = Bars { brief, rows, unit, pitch, names: 0.0, scale: (0.0, 0.0) };
    bars.fit(chronological);
    Ok(bars)
}

fn row(brief: &Brief<'_>, id: DatumId, magnitude: Magnitude, strong: bool) -> Row {
    let lang = brief.spec.lang;
    let datum = &brief.frame.data[id];
    let value = match datum.figure {
        None => say::NO_FIGURE.get(lang).to_owned(),
        Some(f) => {
            let text = figure(f, magnitude, lang);
            match datum.status {
                Status::Actual => text,
                Status::Target => say::TARGET.fill(lang, &[&text]),
                Status::Forecast => say::FORECAST.fill(lang, &[&text]),
            }
        }
    };
    Row { datum: id, figure: datum.figure, name: Vec::new(), value, strong }
}

impl Bars<'_> {
    fn datum(&self, row: &Row) -> &Datum {
        &self.brief.frame.data[row.datum]
    }

    fn name(&self, row: &Row, chronological: bool) -> String {
        let lang = self.brief.spec.lang;
        let datum = self.datum(row);
        let series = self.brief.series_of(datum);
        let when = caption::when(self.brief.frame, datum, lang, Style::Short);
        if chronological {
            return when;
        }
        let name = caption::short_name(&self.brief, series);
        let single = self.rows.iter().filter(|other| self.datum(other).series == datum.series).count() == 1;
        if single || when.is_empty() { name } else { say::OF.fill(lang, &[&name, &when]) }
    }

    /// Chooses where names stand and how long a unit is, so that every value fits beside its bar.
    fn fit(&mut self, chronological: bool) {
        let room = caption::room(&self.brief);
        let measure = self.brief.measure;
        let names: Vec<String> = self.rows.iter().map(|row| self.name(row, chronological)).collect();
        let widest = names.iter().map(|name| measure.width(name, LABEL.font)).fold(0.0, f64::max);
        let side = |left: bool| {
            let own = self.rows.iter().filter(|row| (row.figure.map_or(0.0, signed_top) < 0.0) == left);
            own.map(|row| self.extra(row)).fold(0.0, f64::max)
        };
        let values = side(true) + side(false);
        let beside = widest + AIR + 4.0 <= (room * 0.36).min(room - values - LEAST);
        self.names = if beside { (widest + AIR + 4.0).ceil() } else { 0.0 };
        let limit = if beside { widest + 1.0 } else { room };
        for (row, name) in self.rows.iter_mut().zip(&names) {
            row.name = wrap(name, limit, LABEL.font, measure);
        }
        // A pixel is kept back: the zero line moves to a whole one.
        self.scale = self.solve(room - self.names - 1.0);
    }

    /// What stands beyond the end of a row's bar: signs, air and the value, px.
    fn extra(&self, row: &Row) -> f64 {
        AIR + self.brief.measure.width(&row.value, VALUE.font) + row.figure.map_or(0.0, open::reach)
    }

    /// The largest scale at which no value leaves the room: bars grow with it, so a bisection finds it.
    fn solve(&self, room: f64) -> (f64, f64) {
        let end = |row: &Row| (row.figure.map_or(0.0, signed_top), self.extra(row));
        let mut ends: Vec<(f64, f64)> = self.rows.iter().map(end).collect();
        // A range may lie on both sides of zero.
        let figures = self.rows.iter().filter_map(|row| row.figure);
        ends.extend(figures.flat_map(|f| [(f.value, 0.0), (f.top(), 0.0)]));
        let reach = |ends: &[(f64, f64)], scale: f64, side: f64| {
            let far = ends.iter().filter(|(v, _)| if side > 0.0 { *v >= 0.0 } else { *v < 0.0 });
            // Numbers left of zero keep off the names.
            let air = if side < 0.0 { AIR } else { 0.0 };
            far.map(|(v, extra)| v.abs() * scale + extra + air).fold(0.0, f64::max)
        };
        if reach(&ends, 0.0, 1.0) + reach(&ends, 0.0, -1.0) > room {
            // Not even the values alone have room; zero stays in the picture, and the reading says the longest.
            ends.iter_mut().for_each(|end| end.1 = end.1.min(room * 0.4));
        }
        let top = ends.iter().map(|(v, _)| v.abs()).fold(0.0, f64::max);
        let (mut low, mut high) = (0.0, if top > 0.0 { room / top } else { 0.0 });
        for _ in 0..48 {
            let middle = (low + high) / 2.0;
            if reach(&ends, middle, 1.0) + reach(&ends, middle, -1.0) <= room {
                low = middle
            } else {
                high = middle
            }
        }
        (low, reach(&ends, low, -1.0))
    }

    /// Top of a row's bar and height of the row, px, from the top of the plot.
    fn slots(&self) -> Vec<(f64, f64)> {
        let mut y = 0.0;
        let slots = self.rows.iter().map(|row| {
            let lines = f64::from(u32::try_from(row.name.len()).unwrap_or(1)) * 18.0;
            let (lead, height) = match self.names > 0.0 {
                true => ((lines - self.pitch.bar).max(0.0) / 2.0, lines.max(self.pitch.bar)),
                false => (lines + 2.0, lines + 2.0 + self.pitch.bar),
            };
            let slot = (y + lead, y + height);
            y += height + self.pitch.gap;
            slot
        });
        slots.collect()
    }

    fn names(&self, row: &Row, plot: Rect, bar: f64, stage: &mut Stage) {
        let lines = f64::from(u32::try_from(row.name.len()).unwrap_or(1));
        let beside = self.names > 0.0;
        let top = if beside { bar + self.pitch.bar / 2.0 - lines * 9.0 } else { bar - 2.0 - lines * 18.0 };
        let mut texts = Vec::with_capacity(row.name.len());
        for (i, line) in (0u32..).zip(&row.name) {
            let baseline = (top + f64::from(i) * 18.0 + 13.5).round();
            let (x, align) = if beside { (plot.x - AIR - 4.0, Align::Right) } else { (plot.x, Align::Left) };
            let at = Point::new(x, baseline);
            texts.push(mark(at, line.clone(), LABEL.font, self.brief.theme.ink, align, self.brief.measure));
        }
        stage.take(&texts);
        stage.texts("names", texts.into_iter().map(|text| (Some(row.datum), text)));
    }

    fn marks(&self, row: &Row, y: (f64, f64), zero: f64) -> Vec<Mark> {
        let theme = self.brief.theme;
        let Some(f) = row.figure else { return Vec::new() };
        let x = |v: f64| zero + v * self.scale.0;
        let status = self.datum(row).status;
        let (fill, line) = match (status, row.strong) {
            (Status::Actual, true) => (theme.accent, theme.accent_text),
            (Status::Actual, false) => (theme.context, theme.context_line),
            _ => (theme.paper, theme.context_line),
        };
        let ink = Ink { fill, line, faint: theme.track, paper: theme.paper };
        let mut marks: Vec<Mark> = owned(row.datum, open::bar(f, zero, y, x, ink)).collect();
        if status != Status::Actual {
            // Hollow: a demand or an expectation is not a thing that happened.
            let dash = if status == Status::Forecast { Dash::Dashed } else { Dash::Solid };
            let points = open::outline(f, zero, (y.0 + 0.75, y.1 - 0.75), x);
            let outline = Shape::Line { points, stroke: Stroke::new(line, 1.5).dashed(dash) };
            marks.push(Mark { shape: outline, datum: Some(row.datum) });
        }
        marks
    }

    /// The zero line: one through all rows, or a piece a bar where names stand between the bars.
    fn zero(&self, zero: f64, plot: Rect, bars: &[(f64, f64)]) -> Vec<Mark> {
        let stroke = Stroke::new(self.brief.theme.ink, 1.0);
        let rule = |top: f64, bottom: f64| Mark {
            shape: Shape::Rule { from: Point::new(zero, top), to: Point::new(zero, bottom), stroke },
            datum: None,
        };
        match self.names > 0.0 {
            true => vec![rule(plot.y - 8.0, plot.bottom() + 8.0)],
            false => bars.iter().map(|(top, bottom)| rule(top - 2.0, bottom + 2.0)).collect(),
        }
    }

    fn value(&self, row: &Row, y: (f64, f64), zero: f64) -> label::Label {
        let theme = self.brief.theme;
        let baseline = ((y.0 + y.1) / 2.0 + 0.36 * VALUE.font.size).round();
        let (end, way) = row.figure.map_or((zero, 1.0), |f| {
            let way = if signed_top(f) < 0.0 { -1.0 } else { 1.0 };
            (zero + signed_top(f) * self.scale.0 + way * open::reach(f), way)
        });
        let (align, other) =
            if way < 0.0 { (Align::Right, Align::Left) } else { (Align::Left, Align::Right) };
        let color = match (row.figure, row.strong && self.datum(row).status == Status::Actual) {
            (None, _) => theme.muted,
            (Some(_), true) => theme.accent_text,
            (Some(_), false) => theme.ink,
        };
        // Behind the bar's end, else on the free side of zero, else at the far end of the name's line.
        let mut places = vec![
            (Point::new(end + way * AIR, baseline), align),
            (Point::new(zero - way * AIR, baseline), other),
        ];
        if row.figure.is_some_and(|f| f.value < 0.0 && f.top() > 0.0) {
            places.pop();
        }
        if self.names == 0.0 {
            let edge = self.brief.width - margin(self.brief.width);
            places.push((Point::new(edge, y.0 - 7.0), Align::Right));
        }
        let face = if row.figure.is_some() { VALUE } else { SMALL };
        label::Label { text: row.value.clone(), face, color, places, datum: Some(row.datum) }
    }
}

/// The printed number that reaches farthest from zero.
fn signed_top(f: Figure) -> f64 {
    match f.high {
        Some(high) if high.abs() > f.value.abs() => high,
        _ => f.value,
    }
}

impl Plan for Bars<'_> {
    fn request(&self) -> Request {
        let shown: Vec<DatumId> = self.rows.iter().map(|row| row.datum).collect();
        let explain = [caption::signs(&self.brief, &shown)];
        let height = self.slots().last().map_or(0.0, |(_, bottom)| *bottom);
        Request {
            left: self.names,
            top: 8.0,
            bottom: 8.0,
            plot: height,
            least: height,
            ..request(&self.brief, &shown, &self.unit, &explain)
        }
    }

    fn draw(&self, layout: &Layout, stage: &mut Stage) {
        let plot = layout.plot;
        let zero = plot.x + self.scale.1.ceil();
        // A height that was asked for spreads the rows; it never makes bars thicker.
        let slots = self.slots();
        let own = slots.last().map_or(1.0, |(_, bottom)| *bottom).max(1.0);
        let stretch = within(plot.h / own, 1.0, 3.0);
        let (mut bars, mut values, mut edges) = (Vec::new(), Vec::new(), Vec::new());
        for (row, (bar, _)) in self.rows.iter().zip(&slots) {
            let top = (plot.y + bar * stretch).round();
            let y = (top, top + self.pitch.bar);
            edges.push(y);
            self.names(row, plot, top, stage);
            bars.extend(self.marks(row, y, zero));
            values.push(self.value(row, y, zero));
            let end = row.figure.map_or(zero, |f| zero + signed_top(f) * self.scale.0);
            stage.targets.push(Target {
                datum: row.datum,
                series: self.datum(row).series,
                at: Point::new(end, (y.0 + y.1) / 2.0),
                area: Rect::between(zero, y.0, end, y.1),
                guide: None,
            });
        }
        stage.layer("bars", None, bars);
        stage.layer("zero", None, self.zero(zero, plot, &edges));
        let bounds = Rect::new(0.0, layout.body.y, layout.size.w, layout.body.h);
        let placed = label::place(values, bounds, &mut stage.taken, self.brief.measure);
        stage.texts("values", placed);
    }

    fn nearest(&self) -> Nearest {
        Nearest::AlongY
    }
}
