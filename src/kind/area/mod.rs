//! Areas over time: one series from zero, or several on each other as parts of a whole.

mod parts;

use super::caption::{self, request};
use super::heights::Heights;
use super::highlight::{self, Light};
use super::legend::{Entry, Legend};
use super::{Brief, Nearest, Plan, Stage, annotate, days, line, open, way::Way};
use crate::color::Color;
use crate::error::Error;
use crate::format::percent;
use crate::geom::{Point, Rect};
use crate::layout::dodge::{Want, dodge};
use crate::layout::{Layout, Request, SMALL, VALUE, label::Label};
use crate::query::Figure;
use crate::scale::{Time, Values};
use crate::scene::{Align, Dash, DatumId, Layer, Shape, Stroke, Symbol};
use crate::spec::Arrange;
use crate::words::say;
use parts::Column;

/// From the last day to the texts beside it, px.
const BESIDE: f64 = 12.0;
/// How much of its colour a part that is only expected has.
const FAINT: f64 = 0.45;

struct Stack<'a> {
    brief: &'a Brief<'a>,
    /// From the bottom up, as indices into the frame.
    series: Vec<usize>,
    columns: Vec<Column>,
    /// Whether parts are shown as shares of their sum.
    share: bool,
    heights: Heights,
    /// Width of the widest tick text, px.
    gutter: f64,
    /// Texts at the ends, one a series; empty where a legend names them.
    ends: Vec<String>,
    end_width: f64,
    legend: Legend,
}

pub(super) fn plan<'a>(brief: &'a Brief<'a>) -> Result<Box<dyn Plan + 'a>, Error> {
    let series = parts::series(brief);
    let share = brief.spec.form.arrange == Arrange::Share;
    if series.len() < 2 {
        if share && series.len() == 1 {
            return Err(brief.refused(say::NOT_PARTS, "kind=\"line\""));
        }
        return line::plan(brief, line::Style::Area);
    }
    let columns = parts::columns(brief, &series, share)?;
    let heights = match share {
        true => Heights::shares(brief.spec.lang),
        false => {
            let mut figures = Vec::new();
            for column in &columns {
                figures.extend(column.cells.iter().map(|cell| cell.1));
                figures.push(Figure::exact(column.tops.last().copied().unwrap_or(0.0)));
            }
            Heights::new(brief, &figures, &brief.frame.series[series[0]], true)?
        }
    };
    if share && brief.spec.scale == crate::spec::Spacing::Log {
        return Err(brief.refused(say::LOG_LENGTH, "scale=\"linear\""));
    }
    let gutter = heights.gutter(brief);
    let (ends, legend) = (Vec::new(), Legend::default());
    let mut stack = Stack { brief, series, columns, share, heights, gutter, ends, end_width: 0.0, legend };
    stack.name_ends();
    Ok(Box::new(stack))
}

impl Stack<'_> {
    fn color(&self, place: usize) -> Color {
        let theme = self.brief.theme;
        match highlight::series(self.brief, self.series[place]) {
            Light::All => theme.nth(place),
            Light::Lit => theme.accent,
            Light::Dim => theme.context,
        }
    }

    /// Chooses whether parts are named at their ends or in a legend.
    fn name_ends(&mut self) {
        let brief = self.brief;
        let Some(last) = self.columns.last() else { return };
        let (mut texts, mut entries) = (Vec::new(), Vec::new());
        for (place, (series, (datum, figure))) in self.series.iter().zip(&last.cells).enumerate() {
            let name = caption::short_name(brief, &brief.frame.series[*series]);
            let value = match self.share {
                true => percent(figure.value / last.whole(), 0),
                false => self.heights.label(brief, &brief.frame.data[*datum]),
            };
            texts.push(say::PERIOD_VALUE.fill(brief.spec.lang, &[&name, &value]));
            let (color, data) = (self.color(place), highlight::own(brief, *series));
            entries.push(Entry { name, color, symbol: Symbol::Square, hollow: false, data });
        }
        let widest = caption::widest(&texts, VALUE, brief.measure) + BESIDE;
        if widest <= brief.room() * 0.36 {
            (self.ends, self.end_width) = (texts, widest);
        } else {
            // The topmost first, as they stand.
            entries.reverse();
            self.legend = Legend::new(brief, &entries);
        }
    }

    fn scales(&self, plot: Rect) -> (Time, Values) {
        let left = plot.x + self.gutter + 16.0;
        let right = (plot.right() - 8.0).max(left + 1.0);
        let day = |column: Option<&Column>| column.map_or(0, |column| column.day);
        let domain = [day(self.columns.first()), day(self.columns.last())];
        (Time { domain, range: [left, right] }, self.heights.scale(plot))
    }

    /// Where the upper edge of a part lies at a day; of the part below the lowest, zero.
    fn edge(&self, column: &Column, part: usize, (x, y): (Time, Values)) -> Point {
        let top = if part == 0 { 0.0 } else { column.tops[part - 1] };
        let top = if self.share { top / column.whole() * 100.0 } else { top };
        Point::new(x.map(column.day), y.map(top))
    }

    fn shown(&self) -> Vec<DatumId> {
        let mut shown = Vec::new();
        for place in 0..self.series.len() {
            for column in &self.columns {
                shown.push(column.cells[place].0);
            }
        }
        shown
    }

    /// The parts: a polygon from each day to the next, one for as many days as may be compared.
    fn fills(&self, scales: (Time, Values), stage: &mut Stage) {
        let (mut layer, mut edges) = (Layer::new("areas"), Layer::new("edges"));
        let paper = self.brief.theme.paper;
        for run in parts::runs(&self.columns) {
            let columns = &self.columns[run.clone()];
            let expected = columns.iter().skip(1).any(|column| column.expected);
            for part in 0..self.series.len() {
                let color = self.color(part);
                let fill = if expected { paper.mix(color, FAINT) } else { color };
                let owner = columns.first().map(|column| column.cells[part].0);
                let mut points: Vec<Point> = Vec::new();
                let mut under: Vec<Point> = Vec::new();
                for column in columns {
                    points.push(self.edge(column, part + 1, scales));
                    under.push(self.edge(column, part, scales));
                }
                if let ([top], [foot]) = (points.as_slice(), under.as_slice()) {
                    // A day without a neighbour it may be compared with.
                    layer.fill(owner, Rect::between(top.x - 2.0, top.y, top.x + 2.0, foot.y), fill);
                    continue;
                }
                let dash = if expected { Dash::Dashed } else { Dash::Solid };
                let (ink, width) = if expected { (color, 1.5) } else { (paper, 1.0) };
                edges.line(owner, points.clone(), Stroke::new(ink, width).dashed(dash));
                under.reverse();
                points.append(&mut under);
                layer.add(owner, Shape::Area { points, fill });
            }
        }
        stage.layer(layer);
        stage.layer(edges);
    }

    fn signs(&self, scales: (Time, Values), stage: &mut Stage) {
        let mut layer = Layer::new("points");
        for column in &self.columns {
            for (part, (datum, figure)) in column.cells.iter().enumerate() {
                let at = self.edge(column, part + 1, scales);
                let word = figure.qualifier;
                let spot = open::Spot { way: Way::Up, at, radius: 0.0, high: at.y };
                open::sign(&mut layer, *datum, word, &spot, self.brief.theme.ink);
                let area = Rect::new(at.x - 8.0, at.y - 8.0, 16.0, 16.0);
                stage.target(*datum, self.series[part], at, area);
            }
        }
        stage.layer(layer);
    }

    fn labels(&self, layout: &Layout, scales: (Time, Values), stage: &mut Stage) {
        let Some(last) = self.columns.last() else { return };
        let (mut wants, mut labels, mut leaders) = (Vec::new(), Vec::new(), Layer::new("leaders"));
        for part in 0..self.ends.len() {
            let (a, b) = (self.edge(last, part, scales), self.edge(last, part + 1, scales));
            wants.push(Want { at: (a.y + b.y) / 2.0, size: VALUE.leading - 2.0 });
        }
        let x = layout.plot.right() - 8.0;
        let bounds = (layout.body.y, layout.plot.bottom() + 12.0);
        for (part, y) in dodge(&wants, 0.0, bounds).into_iter().enumerate() {
            let dim = highlight::series(self.brief, self.series[part]) == Light::Dim;
            let color = if dim { self.brief.theme.muted } else { self.color(part) };
            let face = if dim { SMALL } else { VALUE };
            let mut label = Label::new(last.cells[part].0, self.ends[part].clone(), face, color);
            label.or(x + BESIDE, y + 0.36 * face.font.size, Align::Left);
            labels.push(label);
            if (y - wants[part].at).abs() > 4.0 {
                let line = vec![Point::new(x + 2.0, wants[part].at), Point::new(x + BESIDE - 2.0, y)];
                leaders.line(Some(last.cells[part].0), line, Stroke::new(color, 1.0));
            }
        }
        stage.layer(leaders);
        stage.labels("labels", labels, layout, self.brief.measure);
        stage.names(&highlight::groups(self.brief, &self.series, &self.ends));
    }
}

impl Plan for Stack<'_> {
    fn request(&self) -> Request {
        let shown = self.shown();
        let signs = caption::signs(self.brief, &shown);
        let mut parts = vec![say::SIGN_PARTS.get(self.brief.spec.lang), signs.as_str()];
        parts.retain(|part| !part.is_empty());
        let explain = say::SENTENCE_GAP.join(self.brief.spec.lang, &parts);
        let ends = f64::from(u32::try_from(self.ends.len()).unwrap_or(0)) * VALUE.leading;
        let (panel, phone) = (self.brief.panel.is_some(), self.brief.phone());
        let own = if panel {
            96.0
        } else if phone {
            180.0
        } else {
            220.0
        };
        Request {
            right: self.end_width,
            top: 24.0 + self.legend.height(),
            bottom: 28.0,
            plot: ends.max(own),
            least: ends.max(64.0),
            ..request(self.brief, &shown, (&self.heights.unit, ""), explain)
        }
    }

    fn draw(&self, layout: &Layout, stage: &mut Stage) {
        let scales = self.scales(layout.plot);
        self.heights.grid(self.brief, layout.plot, stage);
        self.fills(scales, stage);
        let mut spots = Vec::new();
        for column in &self.columns {
            spots.push((column.day, column.cells[0].0));
        }
        days::axis(self.brief, &spots, scales.0, layout, stage);
        self.legend.draw(self.brief, Point::new(layout.body.x, layout.body.y), stage);
        self.labels(layout, scales, stage);
        self.signs(scales, stage);
    }

    fn nearest(&self) -> Nearest {
        Nearest::AlongX
    }

    fn axes(&self, layout: &Layout) -> annotate::Axes {
        let (x, y) = self.scales(layout.plot);
        annotate::Axes {
            time: Some(x),
            values: Some((y, Way::Up)),
            data: true,
            plot: layout.plot,
            inside: false,
        }
    }
}
