//! Values as dots on rows over one level axis, or on stems from zero: several columns stand as several dots of a row.

use super::annotate::Axes;
use super::caption::{self, request};
use super::heights::Heights;
use super::highlight::{self, Light};
use super::legend::{Entry, Legend};
use super::matrix::{self, Matrix};
use super::open;
use super::point::{self, AIR, LEAST, RADIUS, symbol};
use super::rows::Rows;
use super::values::{AXIS, Level, Reach};
use super::way::Way;
use super::{Brief, Nearest, Plan, Stage, one_unit};
use crate::color::Color;
use crate::error::Error;
use crate::geom::{Point, Rect};
use crate::layout::label::Label;
use crate::layout::{Layout, Request, SMALL, VALUE};
use crate::order::sort;
use crate::query::{Figure, Status};
use crate::scale::Values;
use crate::scene::{Align, DatumId, Layer, Stroke, Symbol};
use crate::spec::Stem;
use crate::words::say;

/// How far dots of about the same value give way to each other, px.
const ASIDE: f64 = 6.0;
/// A dot of a row.
#[derive(Clone, Debug)]
struct Dot {
    datum: DatumId,
    figure: Option<Figure>,
    status: Status,
    symbol: Symbol,
    color: Color,
    /// The ink of its value.
    told: Color,
    text: String,
}

/// Where rows and values lie in solved boxes.
struct Placed {
    x: Values,
    plot: Rect,
    /// The heights of each row's dots, px.
    heights: Vec<Vec<f64>>,
    /// The middle of each row, px.
    middles: Vec<f64>,
}

struct Dots<'a> {
    brief: &'a Brief<'a>,
    stem: Stem,
    rows: Vec<Vec<Dot>>,
    names: Rows,
    legend: Legend,
    unit: String,
    level: Level,
    /// How many dots a row has at most.
    most: usize,
}

pub(super) fn plan<'a>(brief: &'a Brief<'a>) -> Result<Box<dyn Plan + 'a>, Error> {
    let shown = matrix::shown(brief);
    let series = one_unit(brief, &shown)?;
    if caption::ordered(series) {
        return Err(brief.refused(say::RANKED, "kind=\"ranking\""));
    }
    let stem = brief.spec.form.stem;
    let mut matrix = matrix::cross(brief, &shown).unwrap_or_else(|| matrix::list(brief, &shown));
    matrix.order(brief);
    let figures = caption::figures(brief, &shown);
    let heights = Heights::new(brief, &figures, series, stem == Stem::Lollipop)?;
    let (names, legend) = (Rows::default(), legend(brief, &matrix));
    let most = matrix.columns.len();
    let (unit, level) = (heights.unit.clone(), Level::of(&heights));
    let mut dots = Dots { brief, stem, rows: Vec::new(), names, legend, unit, level, most };
    dots.fill(&matrix, &heights);
    let (height, gap) = match (dots.rows.len(), most) {
        (0..=12, 1) => (22.0, 12.0),
        (_, 1) => (18.0, 8.0),
        _ => (24.0, 12.0),
    };
    let names: Vec<String> = matrix.groups.iter().map(|group| group.name.clone()).collect();
    let beside = dots.reaches().iter().fold(0.0_f64, |most, reach| most.max(reach.after));
    let heights = vec![height; names.len()];
    dots.names = Rows::new(brief, &names, heights, gap, (LEAST + beside).min(0.6 * brief.room()));
    Ok(Box::new(dots))
}

/// The look of a column's dots: its sign and colour.
fn look(brief: &Brief<'_>, matrix: &Matrix, column: usize) -> (Symbol, Color) {
    match matrix.newest_last {
        true if column + 1 == matrix.columns.len() => (Symbol::Circle, brief.theme.accent_text),
        true => (Symbol::Circle, brief.theme.context_line),
        false => (Symbol::ORDER[column % 4], brief.theme.nth(column)),
    }
}

fn legend(brief: &Brief<'_>, matrix: &Matrix) -> Legend {
    let mut entries = Vec::new();
    for (column, name) in matrix.columns.iter().enumerate().filter(|_| matrix.columns.len() > 1) {
        let (symbol, color) = look(brief, matrix, column);
        let first = matrix.groups.iter().find_map(|group| group.cells[column]);
        let color = match first.map_or(Light::All, |id| highlight::lit(brief, &brief.frame.data[id])) {
            Light::All => color,
            Light::Lit => brief.theme.accent_text,
            Light::Dim => brief.theme.context_line,
        };
        let target = |group: &matrix::Group| {
            let id = group.cells.get(column).copied().flatten();
            id.is_none_or(|id| brief.frame.data[id].status == Status::Target)
        };
        let hollow = matrix.groups.iter().all(target);
        let symbol = if hollow { Symbol::Diamond } else { symbol };
        let data = matrix.column(column);
        entries.push(Entry { name: name.clone(), color, symbol, hollow, data });
    }
    Legend::new(brief, &entries)
}

impl Dots<'_> {
    fn fill(&mut self, matrix: &Matrix, heights: &Heights) {
        let (brief, theme) = (self.brief, self.brief.theme);
        let newest = matrix.newest(brief);
        for group in &matrix.groups {
            let mut row = Vec::new();
            for (column, id) in group.cells.iter().enumerate() {
                let Some(datum) = *id else { continue };
                let found = &brief.frame.data[datum];
                let light = highlight::lit(brief, found);
                let strong = match light {
                    Light::All => !matrix.chronological || newest == Some(datum),
                    light => light == Light::Lit,
                };
                let (symbol, mut color) = look(brief, matrix, column);
                if self.most == 1 || light != Light::All {
                    color = if strong { theme.accent_text } else { theme.context_line };
                    color = if found.status == Status::Target { theme.ink } else { color };
                }
                let told = match found.figure {
                    None => theme.muted,
                    Some(_) if self.most == 1 && !strong => theme.ink,
                    Some(_) => color,
                };
                let mut text = heights.label(brief, found);
                if found.figure.is_none() && self.most > 1 {
                    text = say::PERIOD_VALUE.fill(brief.spec.lang, &[&matrix.columns[column], &text]);
                }
                let (figure, status) = (found.figure, found.status);
                row.push(Dot { datum, figure, status, symbol, color, told, text });
            }
            self.rows.push(row);
        }
    }

    /// Whether a dot's value stands at its left: of the leftmost of two, and of one whose stem comes from the right.
    fn left(&self, row: &[Dot], at: usize) -> bool {
        let value = |dot: &Dot| dot.figure.map_or(f64::NEG_INFINITY, |f| f.value);
        match row {
            [a, b] if a.figure.is_some() && b.figure.is_some() => (value(a) <= value(b)) == (at == 0),
            // The stem runs to the right of it.
            _ => self.stem == Stem::Lollipop && row[at].figure.is_some_and(|f| f.value < 0.0),
        }
    }

    /// What stands beside each value; of rows with more dots than two only their signs.
    fn reaches(&self) -> Vec<Reach> {
        let mut all = Vec::new();
        for row in &self.rows {
            for (at, dot) in row.iter().enumerate() {
                let Some(f) = dot.figure else { continue };
                let (before, after) = open::around(f.qualifier, RADIUS + 1.0);
                let text =
                    if row.len() <= 2 { AIR + self.brief.measure.width(&dot.text, VALUE.font) } else { 0.0 };
                let (left, right) = if self.left(row, at) { (text, 0.0) } else { (0.0, text) };
                all.push(Reach { value: f.value, before: before + left, after: after + right });
                all.push(Reach { value: f.top(), before, after: after + right });
            }
        }
        all
    }

    fn scale(&self, plot: Rect) -> Values {
        self.level.fit((plot.x, plot.right()), &self.reaches())
    }

    fn shown(&self) -> Vec<DatumId> {
        self.rows.iter().flatten().map(|dot| dot.datum).collect()
    }

    /// Where dots lie; those of about the same value give way to each other.
    fn placed(&self, x: Values, plot: Rect, rows: &[(f64, f64)]) -> Placed {
        let (mut heights, mut middles) = (Vec::new(), Vec::new());
        for (row, (top, bottom)) in self.rows.iter().zip(rows) {
            let middle = (top + bottom) / 2.0;
            let mut own = vec![middle; row.len()];
            let mut order: Vec<usize> = (0..row.len()).filter(|at| row[*at].figure.is_some()).collect();
            let px = |at: usize| row[at].figure.map_or(0.0, |f| x.map(f.value));
            sort(&mut order, &|a, b| px(*a).total_cmp(&px(*b)));
            for pair in order.windows(2) {
                if px(pair[1]) - px(pair[0]) < RADIUS {
                    let up = own[pair[0]] <= middle;
                    own[pair[0]] = middle + if up { -ASIDE } else { ASIDE };
                    own[pair[1]] = middle + if up { ASIDE } else { -ASIDE };
                }
            }
            heights.push(own);
            middles.push(middle);
        }
        Placed { x, plot, heights, middles }
    }

    /// The row's own line, and a firmer one between its outermost dots or from zero to each dot.
    fn lines(&self, placed: &Placed, stage: &mut Stage) {
        let (theme, x, plot) = (self.brief.theme, placed.x, placed.plot);
        let (mut lines, mut stems) = (Layer::new("rows"), Layer::new("stems"));
        for (at, row) in self.rows.iter().enumerate() {
            let middle = placed.middles[at];
            lines.level(None, middle, (plot.x, plot.right()), Stroke::new(theme.grid, 1.0));
            let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
            for (dot, y) in row.iter().zip(&placed.heights[at]) {
                let Some(f) = dot.figure else { continue };
                (low, high) = (low.min(f.value), high.max(f.value));
                if self.stem == Stem::Lollipop {
                    let stem = Rect::between(x.map(0.0), y - 1.0, x.map(f.value), y + 1.0);
                    stems.fill(Some(dot.datum), stem, dot.color);
                }
            }
            if low < high && self.stem == Stem::Bare {
                lines.level(None, middle, (x.map(low), x.map(high)), Stroke::new(theme.context, 2.0));
            }
        }
        stage.layer(lines);
        stage.layer(stems);
    }

    /// Dots with their signs; what they cover is kept free of texts.
    fn dots(&self, placed: &Placed, stage: &mut Stage) {
        let (x, left) = (placed.x, placed.plot.x);
        let mut layer = Layer::new("dots");
        for (row, heights) in self.rows.iter().zip(&placed.heights) {
            for (dot, y) in row.iter().zip(heights) {
                let series = self.brief.frame.data[dot.datum].series;
                let Some(f) = dot.figure else {
                    let area = Rect::new(left, y - 10.0, 2.0 * RADIUS, 20.0);
                    stage.target(dot.datum, series, Point::new(left + RADIUS, *y), area);
                    continue;
                };
                let at = Point::new(x.map(f.value), *y);
                let radius = if dot.status == Status::Actual { RADIUS } else { RADIUS - 0.5 };
                let spot = open::Spot { way: Way::Right, at, radius, high: x.map(f.top()) };
                open::sign(&mut layer, dot.datum, f.qualifier, &spot, dot.color);
                let sign = symbol(self.brief, dot.datum, (at, radius), dot.symbol, dot.color);
                layer.push_datum(dot.datum, sign);
                let (before, after) = open::around(f.qualifier, RADIUS);
                let right = (at.x + after).max(spot.high);
                stage.take(at.x - before, at.y - RADIUS, right - at.x + before, 2.0 * RADIUS);
                stage.target(dot.datum, series, at, Rect::new(at.x, at.y, 0.0, 0.0).grow(RADIUS + 2.0));
            }
        }
        stage.layer(layer);
    }

    /// Values beside their dots, on the outer sides of two.
    fn labels(&self, placed: &Placed) -> Vec<Label> {
        let (x, plot) = (placed.x, placed.plot);
        let mut labels = Vec::new();
        for (row, heights) in self.rows.iter().zip(&placed.heights) {
            for (at, (dot, y)) in row.iter().zip(heights).enumerate() {
                let baseline = (y + 0.36 * VALUE.font.size).round();
                let face = if dot.figure.is_some() { VALUE } else { SMALL };
                let mut label = Label::new(dot.datum, dot.text.clone(), face, dot.told);
                match dot.figure {
                    None => label.or(plot.x + 2.0, baseline, Align::Left),
                    Some(f) => {
                        let (before, after) = open::around(f.qualifier, RADIUS);
                        let right = x.map(f.top()) + after + AIR;
                        if row.len() > 2 {
                            // Between more dots than two, a text would lie on the line that joins them.
                            label.or(x.map(f.value), y - RADIUS - 6.0, Align::Middle);
                            labels.push(label);
                            continue;
                        }
                        if !self.left(row, at) {
                            label.or(right, baseline, Align::Left);
                        }
                        label.or(x.map(f.value) - before - AIR, baseline, Align::Right);
                        label.or(right, baseline, Align::Left);
                    }
                }
                if self.names.side() == 0.0 {
                    label.or(plot.right(), y - 18.0, Align::Right);
                }
                label.or(plot.right(), baseline, Align::Right);
                labels.push(label);
            }
        }
        labels
    }
}

impl Plan for Dots<'_> {
    fn request(&self) -> Request {
        let (lang, shown) = (self.brief.spec.lang, self.shown());
        let signs = caption::signs(self.brief, &shown);
        let mut parts: Vec<&str> = Vec::new();
        parts.extend([self.level.explain(lang), &signs]);
        parts.retain(|part| !part.is_empty());
        let explain = say::SENTENCE_GAP.join(lang, &parts);
        let height = self.names.height() + AXIS + 8.0;
        Request {
            left: self.names.side(),
            top: 8.0 + self.legend.height(),
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
        let placed = self.placed(x, plot, &rows);
        // One line a tick through all rows, or a piece a row where names stand between the rows.
        let lines = match self.names.side() > 0.0 {
            true => vec![(plot.y - 4.0, foot)],
            false => rows.iter().map(|(top, bottom)| (top - 1.0, bottom + 1.0)).collect(),
        };
        self.level.draw(brief, &x, (&lines, foot), (layout.body.x, layout.body.right()), stage);
        self.lines(&placed, stage);
        for (at, (row, marks)) in self.rows.iter().zip(&rows).enumerate() {
            let own = row.first().filter(|_| row.len() == 1).map(|dot| dot.datum);
            self.names.name(brief, at, own, (plot.x, *marks), brief.theme.ink, stage);
        }
        let under = stage.layers.len();
        self.dots(&placed, stage);
        point::labels(brief, self.labels(&placed), (layout, under), stage);
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
