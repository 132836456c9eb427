//! Horizontal bars from zero: one figure a row, in time for one series, else from large to small.

use super::caption::{self, request};
use super::open::{self, Ink, Place};
use super::{Brief, Nearest, Plan, Stage, one_unit};
use crate::error::Error;
use crate::format::{Magnitude, Style, unit_line};
use crate::geom::{Point, Rect, within};
use crate::layout::{LABEL, Layout, Request, SMALL, VALUE, label::Label, mark};
use crate::order::sort;
use crate::query::{Datum, Figure, Status};
use crate::scene::{Align, Dash, DatumId, Layer, Stroke};
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

pub(super) fn plan(brief: Brief<'_>) -> Result<Box<dyn Plan + '_>, Error> {
    let data = &brief.frame.data;
    let mut shown: Vec<DatumId> = Vec::new();
    let (mut chronological, mut latest) = (true, None);
    for (id, datum) in data.iter().enumerate() {
        // Two documents that set the same target are one row.
        if !datum.asked || shown.iter().any(|other| same(&data[*other], datum)) {
            continue;
        }
        shown.push(id);
        chronological &= datum.series == data[shown[0]].series;
        let dated = datum.period.anchor().is_some();
        if datum.status == Status::Actual && datum.figure.is_some() && dated {
            latest = Some(id);
        }
    }
    let series = one_unit(&brief, &shown)?;
    if caption::ordered(series) {
        return Err(brief.refused(say::RANKED, "kind=\"ranking\""));
    }
    let value_of = |id: &DatumId| data[*id].figure.map_or(f64::NEG_INFINITY, |f| f.value);
    if !chronological {
        sort(&mut shown, &|a, b| value_of(b).total_cmp(&value_of(a)));
    }
    let magnitude = caption::magnitude(&caption::figures(&brief, &shown), series, brief.spec.lang);
    let mut rows: Vec<Row> = Vec::with_capacity(shown.len());
    for id in shown {
        rows.push(row(&brief, id, magnitude, !chronological || latest == Some(id)));
    }
    let pitch = match rows.len() {
        0..=6 => Pitch { bar: 28.0, gap: 20.0 },
        7..=12 => Pitch { bar: 22.0, gap: 14.0 },
        _ => Pitch { bar: 18.0, gap: 10.0 },
    };
    let unit = unit_line(&series.unit, magnitude, brief.spec.lang);
    let mut bars = Bars { brief, rows, unit, pitch, names: 0.0, scale: (0.0, 0.0) };
    bars.fit(chronological);
    Ok(Box::new(bars))
}

fn same(a: &Datum, b: &Datum) -> bool {
    a.series == b.series && a.period == b.period && a.status == b.status && a.figure == b.figure
}

fn row(brief: &Brief<'_>, id: DatumId, magnitude: Magnitude, strong: bool) -> Row {
    let datum = &brief.frame.data[id];
    let value = caption::label(brief, datum, magnitude);
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
        let room = self.brief.room();
        let measure = self.brief.measure;
        let (mut names, mut sides) = (Vec::with_capacity(self.rows.len()), [0.0_f64; 2]);
        for row in &self.rows {
            names.push(self.name(row, chronological));
            let side = &mut sides[usize::from(row.figure.map_or(0.0, signed_top) < 0.0)];
            *side = side.max(self.extra(row));
        }
        let widest = caption::widest(&names, LABEL, measure);
        let beside = widest + AIR + 4.0 <= (room * 0.36).min(room - (sides[1] + sides[0]) - LEAST);
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
        let (mut ends, mut top) = (Vec::new(), 0.0_f64);
        for row in &self.rows {
            ends.push((row.figure.map_or(0.0, signed_top), self.extra(row)));
            // A range may lie on both sides of zero.
            if let Some(f) = row.figure {
                ends.push((f.value, 0.0));
                ends.push((f.top(), 0.0));
                top = top.max(f.value.abs()).max(f.top().abs());
            }
        }
        let [left, right] = reach(&ends, 0.0);
        if left + right > room {
            // Not even the values alone have room; zero stays in the picture, and the reading says the longest.
            for end in &mut ends {
                end.1 = end.1.min(room * 0.4);
            }
        }
        let (mut low, mut high) = (0.0, if top > 0.0 { room / top } else { 0.0 });
        for _ in 0..48 {
            let middle = (low + high) / 2.0;
            let [left, right] = reach(&ends, middle);
            if left + right <= room { low = middle } else { high = middle }
        }
        (low, reach(&ends, low)[0])
    }

    /// Top of a row's bar and height of the row, px, from the top of the plot.
    fn slots(&self) -> Vec<(f64, f64)> {
        let (mut y, mut slots) = (0.0, Vec::with_capacity(self.rows.len()));
        for row in &self.rows {
            let lines = f64::from(u32::try_from(row.name.len()).unwrap_or(1)) * 18.0;
            let (lead, height) = match self.names > 0.0 {
                true => ((lines - self.pitch.bar).max(0.0) / 2.0, lines.max(self.pitch.bar)),
                false => (lines + 2.0, lines + 2.0 + self.pitch.bar),
            };
            slots.push((y + lead, y + height));
            y += height + self.pitch.gap;
        }
        slots
    }

    fn names(&self, row: &Row, plot: Rect, bar: f64, stage: &mut Stage) {
        let lines = f64::from(u32::try_from(row.name.len()).unwrap_or(1));
        let beside = self.names > 0.0;
        let top = if beside { bar + self.pitch.bar / 2.0 - lines * 9.0 } else { bar - 2.0 - lines * 18.0 };
        let mut layer = Layer::new("names");
        for (i, line) in (0u32..).zip(&row.name) {
            let baseline = (top + f64::from(i) * 18.0 + 13.5).round();
            let (x, align) = if beside { (plot.x - AIR - 4.0, Align::Right) } else { (plot.x, Align::Left) };
            let at = Point::new(x, baseline);
            let text = mark(at, line.clone(), LABEL.font, self.brief.theme.ink, align, self.brief.measure);
            layer.text(Some(row.datum), text);
        }
        stage.texts(layer);
    }

    fn marks(&self, row: &Row, y: (f64, f64), zero: f64, layer: &mut Layer) {
        let theme = self.brief.theme;
        let Some(f) = row.figure else { return };
        let (end, high) = (zero + f.value * self.scale.0, zero + f.top() * self.scale.0);
        let status = self.datum(row).status;
        let (fill, line) = match (status, row.strong) {
            (Status::Actual, true) => (theme.accent, theme.accent_text),
            (Status::Actual, false) => (theme.context, theme.context_line),
            _ => (theme.paper, theme.context_line),
        };
        let ink = Ink { fill, line, faint: theme.track, paper: theme.paper };
        open::bar(layer, row.datum, f, &Place { zero, end, high, y }, &ink);
        if status != Status::Actual {
            // Hollow: a demand or an expectation is not a thing that happened.
            let dash = if status == Status::Forecast { Dash::Dashed } else { Dash::Solid };
            let points = open::outline(f, &Place { zero, end, high, y: (y.0 + 0.75, y.1 - 0.75) });
            layer.line(Some(row.datum), points, Stroke::new(line, 1.5).dashed(dash));
        }
    }

    /// The zero line: one through all rows, or a piece a bar where names stand between the bars.
    fn zero(&self, zero: f64, plot: Rect, bars: &[(f64, f64)]) -> Layer {
        let stroke = Stroke::new(self.brief.theme.ink, 1.0);
        let mut layer = Layer::new("zero");
        if self.names > 0.0 {
            layer.upright(None, zero, (plot.y - 8.0, plot.bottom() + 8.0), stroke);
        } else {
            for (top, bottom) in bars {
                layer.upright(None, zero, (top - 2.0, bottom + 2.0), stroke);
            }
        }
        layer
    }

    fn value(&self, row: &Row, y: (f64, f64), zero: f64) -> Label {
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
        let face = if row.figure.is_some() { VALUE } else { SMALL };
        let mut label = Label::new(row.datum, row.value.clone(), face, color);
        label.or(end + way * AIR, baseline, align);
        if row.figure.is_none_or(|f| f.value >= 0.0 || f.top() <= 0.0) {
            label.or(zero - way * AIR, baseline, other);
        }
        if self.names == 0.0 {
            label.or(self.brief.width - self.brief.margin(), y.0 - 7.0, Align::Right);
        }
        label
    }
}

/// How far rows reach left and right of zero, px: `ends` are values and what stands beyond them in px.
fn reach(ends: &[(f64, f64)], scale: f64) -> [f64; 2] {
    let mut far = [0.0_f64; 2];
    for (value, extra) in ends {
        // Numbers left of zero keep off the names.
        let (side, air) = if *value < 0.0 { (0, AIR) } else { (1, 0.0) };
        far[side] = far[side].max(value.abs() * scale + extra + air);
    }
    far
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
        let explain = caption::signs(&self.brief, &shown);
        let height = self.slots().last().map_or(0.0, |(_, bottom)| *bottom);
        Request {
            left: self.names,
            top: 8.0,
            bottom: 8.0,
            plot: height,
            least: height,
            ..request(&self.brief, &shown, (&self.unit, ""), explain)
        }
    }

    fn draw(&self, layout: &Layout, stage: &mut Stage) {
        let plot = layout.plot;
        let zero = plot.x + self.scale.1.ceil();
        // A height that was asked for spreads the rows; it never makes bars thicker.
        let slots = self.slots();
        let own = slots.last().map_or(1.0, |(_, bottom)| *bottom).max(1.0);
        let stretch = within(plot.h / own, 1.0, 3.0);
        let (mut bars, mut values, mut edges) = (Layer::new("bars"), Vec::new(), Vec::new());
        for (row, (bar, _)) in self.rows.iter().zip(&slots) {
            let top = (plot.y + bar * stretch).round();
            let y = (top, top + self.pitch.bar);
            edges.push(y);
            self.names(row, plot, top, stage);
            self.marks(row, y, zero, &mut bars);
            values.push(self.value(row, y, zero));
            let end = row.figure.map_or(zero, |f| zero + signed_top(f) * self.scale.0);
            let at = Point::new(end, (y.0 + y.1) / 2.0);
            stage.target(row.datum, self.datum(row).series, at, Rect::between(zero, y.0, end, y.1));
        }
        stage.layer(bars);
        stage.layer(self.zero(zero, plot, &edges));
        stage.labels("values", values, layout, self.brief.measure);
    }

    fn nearest(&self) -> Nearest {
        Nearest::AlongY
    }
}
