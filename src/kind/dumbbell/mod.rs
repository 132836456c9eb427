//! Two figures a row, before and after, joined where they may be compared, with the change in words at the end.

mod pair;

use super::annotate::Axes;
use super::caption::{self, request};
use super::heights::Heights;
use super::highlight::{self, Light};
use super::legend::{Entry, Legend};
use super::point::{self, AIR, LEAST, RADIUS, symbol};
use super::rows::Rows;
use super::values::{AXIS, Level, Reach};
use super::way::Way;
use super::{Brief, Nearest, Plan, Stage, one_unit, open};
use crate::color::Color;
use crate::error::Error;
use crate::format::Style;
use crate::geom::{Point, Rect};
use crate::layout::label::Label;
use crate::layout::{LABEL, Layout, Request, SMALL, VALUE, mark};
use crate::order::sort;
use crate::scale::Values;
use crate::scene::{Align, DatumId, Layer, Shape, Stroke, Symbol};
use crate::spec::Sort;
use crate::words::say;
use pair::{End, Pair, pair, row};

/// Height of a row's marks, and between rows, px.
const ROW: f64 = 22.0;
const GAP: f64 = 14.0;
/// The change keeps so far from the plot, px.
const APART: f64 = 16.0;
/// Extent of the arrow head along the values, and half of it across, px.
const HEAD: (f64, f64) = (9.0, 5.0);

struct Pairs<'a> {
    brief: &'a Brief<'a>,
    rows: Vec<Pair>,
    names: Rows,
    legend: Legend,
    unit: String,
    level: Level,
    /// Width of the column of changes with its air, px; 0 where they stand with the names.
    column: f64,
    /// Whether changes stand at the ends of the lines of names.
    above: bool,
}

pub(super) fn plan<'a>(brief: &'a Brief<'a>) -> Result<Box<dyn Plan + 'a>, Error> {
    let mut found: Vec<(Option<DatumId>, DatumId, bool)> = Vec::new();
    for series in 0..brief.frame.series.len() {
        found.extend(pair(brief, series));
    }
    let joined = found.iter().any(|(_, _, joined)| *joined);
    let mut shown: Vec<DatumId> = Vec::new();
    for (first, last, _) in &found {
        shown.extend(first);
        shown.push(*last);
    }
    if !joined && brief.frame.data.iter().any(|datum| datum.asked) {
        let tried = brief.frame.answers.iter().any(|answer| answer.outcome.is_some());
        return Err(brief.refused(say::NO_PAIR, if tried { "kind=\"bullet\"" } else { "kind=\"bar\"" }));
    }
    let series = one_unit(brief, &shown)?;
    if caption::ordered(series) {
        return Err(brief.refused(say::RANKED, "kind=\"ranking\""));
    }
    let figures = caption::figures(brief, &shown);
    let heights = Heights::new(brief, &figures, series, false)?;
    let (unit, level) = (heights.unit.clone(), Level::of(&heights));
    let mut rows: Vec<Pair> = Vec::new();
    for (first, last, joined) in found {
        rows.extend(row(brief, (first, last), joined, &heights));
    }
    if brief.spec.sort != Sort::Given {
        sort(&mut rows, &|a, b| b.last.figure.value.total_cmp(&a.last.figure.value));
    }
    let (names, legend) = (Rows::default(), Legend::default());
    let mut pairs = Pairs { brief, rows, names, legend, unit, level, column: 0.0, above: false };
    pairs.name();
    Ok(Box::new(pairs))
}

impl Pairs<'_> {
    /// The days of a row's figures.
    fn when(&self, row: &Pair) -> [String; 2] {
        let of = |end: &End| {
            let datum = &self.brief.frame.data[end.datum];
            caption::when(self.brief.frame, datum, self.brief.spec.lang, Style::Short)
        };
        [row.first.as_ref().map_or_else(String::new, of), of(&row.last)]
    }

    /// The days that all rows share; none where they do not.
    fn shared(&self) -> Option<[String; 2]> {
        let both = self.when(self.rows.iter().find(|row| row.first.is_some())?);
        let same = |row: &Pair| {
            let own = self.when(row);
            own[1] == both[1] && (own[0] == both[0] || row.first.is_none())
        };
        self.rows.iter().all(same).then_some(both)
    }

    /// Names the rows: their days in a legend where all share them, else under each name; the changes in a column, or
    /// with the names where those stand above the marks.
    fn name(&mut self) {
        let (brief, lang) = (self.brief, self.brief.spec.lang);
        let shared = self.shared();
        let mut notes: Vec<String> = Vec::new();
        if let Some([before, after]) = &shared {
            let entry = |name: &String, color, side: usize| Entry {
                name: name.clone(),
                color,
                symbol: Symbol::Circle,
                hollow: false,
                data: self.rows.iter().filter_map(|row| row.end(side)).collect(),
            };
            let entries =
                [entry(before, brief.theme.context_line, 0), entry(after, brief.theme.accent_text, 1)];
            self.legend = Legend::new(brief, &entries);
        } else {
            for row in &self.rows {
                let [before, after] = self.when(row);
                let both = say::FROM_TO.fill(lang, &[&before, &after]);
                notes.push(if before.is_empty() { after } else { both });
            }
        }
        let mut names: Vec<String> = self.rows.iter().map(|row| row.name.clone()).collect();
        let changes: Vec<String> = self.rows.iter().map(|row| row.change.clone()).collect();
        let column = caption::widest(&changes, VALUE, brief.measure) + APART;
        let marks = (vec![ROW; names.len()], GAP);
        let names_of = |names: &[String], notes: &[String], least: f64| {
            Rows::noted(brief, names, notes, marks.clone(), least)
        };
        let least = LEAST + column;
        self.names = names_of(&names, &notes, least.min(brief.room()));
        if self.names.side() > 0.0 {
            self.column = column.ceil();
            return;
        }
        // Above the marks: the change ends the line of its name, or has a line of its own under it.
        let fits = |name: &String| brief.measure.width(name, LABEL.font) + column <= brief.room();
        self.above = names.iter().all(fits);
        if !self.above {
            for (at, change) in changes.into_iter().enumerate() {
                match notes.get_mut(at) {
                    Some(note) => *note = say::PERIOD_VALUE.fill(lang, &[note, &change]),
                    None => notes.push(change),
                }
            }
        }
        if brief.frame.series.len() == 1 && brief.spec.heading.is_none() && self.above {
            // The heading says it.
            names.iter_mut().for_each(String::clear);
            self.above = false;
            let change = self.rows.first().map_or("", |row| row.change.as_str());
            match notes.first_mut() {
                Some(note) => *note = say::PERIOD_VALUE.fill(lang, &[note, change]),
                None => notes.push(change.to_owned()),
            }
        }
        self.names = names_of(&names, &notes, brief.room());
    }

    fn scale(&self, plot: Rect) -> Values {
        self.level.fit((plot.x, plot.right()), &self.reaches())
    }

    fn shown(&self) -> Vec<DatumId> {
        let mut shown = Vec::new();
        for row in &self.rows {
            shown.extend(row.first.as_ref().map(|end| end.datum));
            shown.push(row.last.datum);
        }
        shown
    }

    /// Whether the later figure lies right of the earlier one; so does one that stands alone or is as large.
    fn rises(row: &Pair) -> bool {
        row.first.as_ref().is_none_or(|first| first.figure.value <= row.last.figure.value)
    }

    /// The ends of a row with their ink, size, and whether their values stand at their right.
    fn ends<'b>(&self, row: &'b Pair) -> Vec<(&'b End, Color, f64, bool)> {
        let (theme, rises) = (self.brief.theme, Self::rises(row));
        let mut ends = Vec::new();
        ends.extend(row.first.as_ref().map(|end| (end, theme.context_line, RADIUS - 1.0, !rises)));
        let dim = highlight::lit(self.brief, &self.brief.frame.data[row.last.datum]) == Light::Dim;
        let color = if dim { theme.context_line } else { theme.accent_text };
        ends.push((&row.last, color, RADIUS + 1.0, rises));
        ends
    }

    fn reaches(&self) -> Vec<Reach> {
        let mut all = Vec::new();
        for row in &self.rows {
            for (end, _, radius, right) in self.ends(row) {
                let f = end.figure;
                let (before, after) = open::around(f.qualifier, radius);
                let text = AIR + self.brief.measure.width(&end.text, VALUE.font);
                let (left, right) = if right { (0.0, text) } else { (text, 0.0) };
                all.push(Reach { value: f.value, before: before + left, after: after + right });
                all.push(Reach { value: f.top(), before, after: after + right });
            }
        }
        all
    }

    /// The way from the earlier figure to the later, with an arrow head where it has room.
    fn bar(&self, row: &Pair, x: &Values, y: f64, layer: &mut Layer) {
        let Some(first) = row.first.as_ref().filter(|_| row.joined) else { return };
        let theme = self.brief.theme;
        let (from, to) = (x.map(first.figure.value), x.map(row.last.figure.value));
        let sign = if to < from { -1.0 } else { 1.0 };
        let datum = Some(row.last.datum);
        layer.line(datum, vec![Point::new(from, y), Point::new(to, y)], Stroke::new(theme.context, 4.0));
        let tip = to - sign * (RADIUS + 3.0);
        let neck = tip - sign * HEAD.0;
        if (to - from).abs() >= 2.0 * RADIUS + HEAD.0 + 5.0 {
            let points = vec![Point::new(neck, y - HEAD.1), Point::new(tip, y), Point::new(neck, y + HEAD.1)];
            layer.push_datum(row.last.datum, Shape::Area { points, fill: theme.context_line });
        }
    }

    /// The dots of a row with their signs and values.
    fn dots(&self, row: &Pair, x: &Values, y: f64, layer: &mut Layer, stage: &mut Stage) -> Vec<Label> {
        let mut labels = Vec::new();
        for (end, color, radius, right) in self.ends(row) {
            let f = end.figure;
            let (at, high) = (Point::new(x.map(f.value), y), x.map(f.top()));
            open::sign(
                layer,
                end.datum,
                f.qualifier,
                &open::Spot { way: Way::Right, at, radius, high },
                color,
            );
            layer.push_datum(end.datum, symbol(self.brief, end.datum, (at, radius), Symbol::Circle, color));
            let (before, after) = open::around(f.qualifier, radius);
            stage.take(at.x - before, y - radius, (high - at.x) + before + after, 2.0 * radius);
            let series = self.brief.frame.data[end.datum].series;
            stage.target(end.datum, series, at, Rect::new(at.x, y, 0.0, 0.0).grow(radius + 2.0));
            let baseline = (y + 0.36 * VALUE.font.size).round();
            let ink = if color == self.brief.theme.accent_text { color } else { self.brief.theme.ink };
            let mut label = Label::new(end.datum, end.text.clone(), VALUE, ink);
            let places = [(high + after + AIR, Align::Left), (at.x - before - AIR, Align::Right)];
            let [best, other] = if right { places } else { [places[1], places[0]] };
            label.or(best.0, baseline, best.1);
            label.or(other.0, baseline, other.1);
            labels.push(label);
        }
        labels
    }

    /// The change of a row: at the end of its line, or of the line of its name.
    fn change(&self, row: &Pair, (top, bottom): (f64, f64), right: f64, stage: &mut Stage) {
        let beside = self.names.side() > 0.0;
        if !beside && !self.above {
            return;
        }
        let baseline =
            if beside { (top + bottom) / 2.0 + 0.36 * VALUE.font.size } else { top - 6.5 - self.foot() };
        let (ink, measure) = (self.brief.theme.ink, self.brief.measure);
        let at = Point::new(right, baseline.round());
        let mut layer = Layer::new("changes");
        layer
            .text(Some(row.last.datum), mark(at, row.change.clone(), VALUE.font, ink, Align::Right, measure));
        stage.texts(layer);
    }

    /// Height of the notes between a name and its marks, px.
    fn foot(&self) -> f64 {
        if self.shared().is_some() { 0.0 } else { 18.0 }
    }
}

impl Plan for Pairs<'_> {
    fn request(&self) -> Request {
        let (lang, shown) = (self.brief.spec.lang, self.shown());
        let signs = caption::signs(self.brief, &shown);
        let untold = say::UNTOLD.get(lang);
        let mut parts: Vec<&str> = vec![say::SIGN_PAIR.get(lang)];
        if self.rows.iter().any(|row| row.change == untold) {
            parts.push(say::SIGN_UNTOLD.get(lang));
        }
        parts.extend([self.level.explain(lang), &signs]);
        parts.retain(|part| !part.is_empty());
        let explain = say::SENTENCE_GAP.join(lang, &parts);
        let height = self.names.height() + AXIS + 8.0;
        Request {
            left: self.names.side(),
            right: self.column,
            top: 16.0 + self.legend.height(),
            plot: height,
            least: height,
            ..request(self.brief, &shown, (&self.unit, ""), explain)
        }
    }

    fn draw(&self, layout: &Layout, stage: &mut Stage) {
        let (brief, plot) = (&self.brief, layout.plot);
        self.legend.draw(brief, layout.body.corner(), stage);
        let foot = plot.bottom() - AXIS;
        let rows = self.names.tops(Rect::between(plot.x, plot.y, plot.right(), foot - 8.0));
        let x = self.scale(plot);
        let lines = match self.names.side() > 0.0 {
            true => vec![(plot.y - 4.0, foot)],
            false => rows.iter().map(|(top, bottom)| (top - 1.0, bottom + 1.0)).collect(),
        };
        let right = if self.column > 0.0 { plot.right() + APART / 2.0 } else { plot.right() };
        self.level.draw(brief, &x, (&lines, foot), (layout.body.x, right), stage);
        let (mut bars, mut dots, mut labels) = (Layer::new("ways"), Layer::new("dots"), Vec::new());
        for (at, (row, marks)) in self.rows.iter().zip(&rows).enumerate() {
            let y = (marks.0 + marks.1) / 2.0;
            self.names.name(brief, at, None, (plot.x, *marks), brief.theme.ink, stage);
            self.change(row, *marks, layout.body.right(), stage);
            self.bar(row, &x, y, &mut bars);
            labels.extend(self.dots(row, &x, y, &mut dots, stage));
        }
        let under = stage.layers.len();
        stage.layer(bars);
        stage.layer(dots);
        if self.column > 0.0 {
            let at = Point::new(layout.body.right(), (plot.y - 3.0).round());
            let (text, muted) = (say::ROW_CHANGE.get(brief.spec.lang).to_owned(), brief.theme.muted);
            let mut head = Layer::new("head");
            head.text(None, mark(at, text, SMALL.font, muted, Align::Right, brief.measure));
            stage.texts(head);
        }
        point::labels(brief, labels, (layout, under), stage);
    }

    fn axes(&self, layout: &Layout) -> Axes {
        let Rect { x, y, w, h } = layout.plot;
        let values = Some((self.scale(layout.plot), Way::Right));
        Axes { values, data: true, plot: Rect::new(x, y, w, h - AXIS), ..Axes::default() }
    }

    fn nearest(&self) -> Nearest {
        Nearest::AlongY
    }
}
