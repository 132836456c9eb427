//! A solved plot and the columns in its window into marks.

use super::boxes::{BESIDE, Boxes};
use super::{Plot, Sight};
use crate::color::Color;
use crate::column::{Series, Trace};
use crate::geom::{Point, Rect};
use crate::layout::dodge::{Want, dodge};
use crate::layout::{SMALL, VALUE, axis, mark};
use crate::scene::{Align, Dash, Layer, Scene, Shape as Form, Stroke, Symbol};
use crate::spec::Shape;

/// How much of its colour an area has, of 255.
const TINT: u8 = 41;
/// So many vertices are drawn as a firm line; more of them would be a blot.
const FIRM: usize = 64;
/// So many dots are drawn one by one; of more, the spots that they cover are inked, each once.
const DOTS: usize = 4000;
/// Side of such a spot, px.
const SPOT: f64 = 2.0;
/// Half the thickness of a line of many rows, and half the width of the top of a spike of one pixel, px.
const HALF: f64 = 0.75;
const FLAT: f64 = 0.35;

impl Plot {
    /// The marks of the window that is looked at.
    pub(super) fn marks(&self, boxes: &Boxes, sight: &Sight) -> Scene {
        let mut layers = Vec::new();
        let mut texts = Layer::new("texts");
        for text in &boxes.layout.texts {
            texts.text(None, text.clone());
        }
        layers.push(texts);
        self.grid(boxes, sight, &mut layers);
        self.data(boxes, sight, &mut layers);
        let mut lines = Vec::with_capacity(self.colors.len());
        for (series, color) in self.colors.iter().enumerate() {
            lines.push(Stroke::new(*color, 3.0).dashed(self.dash(series)));
        }
        layers.push(boxes.draw_legend(&lines, self.spec.theme.ink, &self.measure));
        if boxes.ends {
            layers.push(self.ends(boxes, sight));
        }
        layers.retain(|layer| !layer.marks.is_empty());
        Scene { size: boxes.layout.size, paper: Some(self.spec.theme.paper), layers }
    }

    /// Lines across the plot with their numbers, and the ticks of x with theirs.
    fn grid(&self, boxes: &Boxes, sight: &Sight, layers: &mut Vec<Layer>) {
        let (plot, theme) = (boxes.layout.plot, &self.spec.theme);
        let (mut rules, mut numbers) = (Layer::new("grid"), Layer::new("y-axis"));
        for (value, text) in &sight.heights.ticks {
            let y = sight.y.map(*value);
            let color = if *value == 0.0 { theme.ink } else { theme.grid };
            rules.level(None, y, (plot.x, plot.right()), Stroke::new(color, 1.0));
            let at = Point::new(plot.x - 8.0, y + 0.35 * SMALL.font.size);
            numbers.text(None, mark(at, text.clone(), SMALL.font, theme.muted, Align::Right, &self.measure));
        }
        for (x, _) in &sight.places {
            let stroke = Stroke::new(theme.limit, 1.0);
            rules.upright(None, *x, (plot.bottom(), plot.bottom() + 4.0), stroke);
        }
        layers.push(rules);
        layers.push(numbers);
        let span = (boxes.layout.body.x, boxes.layout.body.right());
        let look = (SMALL, theme.muted);
        // The first text names the day or the year of all: where it has no room, the later ones give way.
        let mut places = &sight.places[..];
        let mut texts = axis::along(places, plot.bottom() + 20.0, span, look, &self.measure);
        while let [first, _, ..] = places {
            if texts.marks.iter().any(|mark| matches!(&mark.shape, Form::Text(text) if text.text == first.1))
            {
                break;
            }
            places = &places[..places.len() - 1];
            texts = axis::along(places, plot.bottom() + 20.0, span, look, &self.measure);
        }
        layers.push(texts);
    }

    /// The marks of the data alone, each with its series for a datum.
    fn data(&self, boxes: &Boxes, sight: &Sight, layers: &mut Vec<Layer>) {
        let plot = boxes.layout.plot;
        let clip = Some(Rect::between(plot.x, plot.y - 4.0, plot.right() + 3.0, plot.bottom() + 4.0));
        let layer = |name| Layer { name, clip, marks: Vec::new() };
        let (mut areas, mut lines, mut dots) = (layer("areas"), layer("lines"), layer("points"));
        for (place, series) in self.data.series.iter().enumerate() {
            let color = self.colors[place];
            if self.spec.shape == Shape::Dot {
                self.dots(place, series, (plot, sight), &mut dots);
                continue;
            }
            let trace = self.data.trace(series, sight.window);
            if self.spec.shape == Shape::Area {
                fill(&trace, sight, Color { a: TINT, ..color }, place, &mut areas);
            }
            if !trace.exact {
                for run in trace.runs() {
                    let points = band(run, sight);
                    lines.add(Some(place), Form::Area { points, fill: color });
                }
                continue;
            }
            let width = if trace.vertices.len() <= FIRM { 2.5 } else { 2.0 };
            for run in trace.runs() {
                let points: Vec<Point> = run.iter().map(|vertex| sight.at(*vertex)).collect();
                if let [at] = points[..] {
                    // A value between two gaps.
                    dot(at, width, color, place, &mut dots);
                } else {
                    let stroke = Stroke::new(color, width).dashed(self.dash(place));
                    lines.line(Some(place), points, stroke);
                }
            }
        }
        layers.extend([areas, lines, dots]);
    }

    /// Where colours come again, the lines differ.
    pub(super) fn dash(&self, series: usize) -> Dash {
        match series / self.spec.theme.series.len() {
            0 => Dash::Solid,
            1 => Dash::Dashed,
            _ => Dash::Dotted,
        }
    }

    fn dots(&self, place: usize, series: &Series, (plot, sight): (Rect, &Sight), layer: &mut Layer) {
        let (first, end) = self.data.within(sight.window);
        let color = self.colors[place];
        let values = (first..end).filter_map(|row| Some([self.data.x.at(row), series.value(row)?]));
        if end - first <= DOTS {
            let radius = if end - first > 400 { 2.0 } else { 3.0 };
            for vertex in values {
                dot(sight.at(vertex), radius, color, place, layer);
            }
            return;
        }
        // Each spot that a dot covers, column by column; no spot is inked that has none.
        let columns = (plot.w / SPOT).ceil().max(1.0) as usize;
        let rows = (plot.h / SPOT).ceil().max(1.0) as usize;
        let mut covered = vec![false; columns * rows];
        for vertex in values {
            let at = sight.at(vertex);
            let column = ((at.x - plot.x) / SPOT) as usize;
            let row = ((at.y - plot.y) / SPOT) as usize;
            covered[column.min(columns - 1) * rows + row.min(rows - 1)] = true;
        }
        for (column, spots) in covered.chunks(rows).enumerate() {
            let left = plot.x + column as f64 * SPOT;
            let mut row = 0;
            while row < rows {
                let length = spots[row..].iter().take_while(|spot| **spot).count();
                if length > 0 {
                    let (top, height) = (plot.y + row as f64 * SPOT, length as f64 * SPOT);
                    layer.fill(Some(place), Rect::new(left, top, SPOT, height), color);
                }
                row += length.max(1);
            }
        }
    }

    /// The names at the ends of the lines, as high as the last value that is shown.
    fn ends(&self, boxes: &Boxes, sight: &Sight) -> Layer {
        let plot = boxes.layout.plot;
        let (first, end) = self.data.within(sight.window);
        let mut wants = Vec::new();
        for series in &self.data.series {
            let last = (first..end).rev().take(DOTS).find_map(|row| series.value(row));
            let at = last.map_or(plot.bottom(), |value| sight.y.map(value));
            wants.push(Want { at, size: VALUE.leading - 2.0 });
        }
        let mut layer = Layer::new("labels");
        let bounds = (boxes.layout.body.y, plot.bottom() + 12.0);
        for (place, y) in dodge(&wants, 0.0, bounds).into_iter().enumerate() {
            let at = Point::new(plot.right() + BESIDE, y + 0.36 * VALUE.font.size);
            let name = self.data.series[place].name.clone();
            let color = self.colors[place];
            layer.text(Some(place), mark(at, name, VALUE.font, color, Align::Left, &self.measure));
        }
        layer
    }
}

/// A line whose pixels each hold many rows, as the band between the extremes of each pixel. That is what its stroke would
/// ink, and a browser fills a polygon ten times as fast as it strokes a line that goes up and down in each pixel.
fn band(run: &[[f64; 2]], sight: &Sight) -> Vec<Point> {
    let (mut upper, mut lower) = (Vec::new(), Vec::new());
    for part in run.chunk_by(|a, b| a[0] == b[0]) {
        let (mut high, mut low) = (f64::INFINITY, f64::NEG_INFINITY);
        for vertex in part {
            let y = sight.y.map(vertex[1]);
            (high, low) = (high.min(y), low.max(y));
        }
        let x = sight.x.map(part[0][0]);
        for side in [-FLAT, FLAT] {
            upper.push(Point::new(x + side, high - HALF));
            lower.push(Point::new(x + side, low + HALF));
        }
    }
    lower.reverse();
    upper.append(&mut lower);
    upper
}

fn dot(at: Point, radius: f64, color: Color, series: usize, layer: &mut Layer) {
    let (symbol, fill) = (Symbol::Circle, Some(color));
    layer.push_datum(series, Form::Symbol { at, symbol, radius, fill, stroke: None });
}

/// The areas between the runs of a line and the foot of the axis.
fn fill(trace: &Trace, sight: &Sight, fill: Color, series: usize, layer: &mut Layer) {
    let foot = sight.heights.foot();
    for run in trace.runs() {
        let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
        let ends = [[last[0], foot], [first[0], foot]];
        let points = run.iter().chain(&ends).map(|vertex| sight.at(*vertex)).collect();
        layer.add(Some(series), Form::Area { points, fill });
    }
}
