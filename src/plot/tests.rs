//! What is drawn of many rows, held against all of them drawn.

use std::fmt::Write;
use std::rc::Rc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use super::Plot;
use crate::column::{Builder, Columns};
use crate::geom::Point;
use crate::scene::{Layer, Shape};
use crate::spec::Input;

/// Pixels that differ by more than so much of their ink are seen.
const SEEN: u8 = 64;

fn columns(rows: usize, spikes: &[usize]) -> Rc<Columns> {
    let (mut state, mut value) = (9_u32, 0.0);
    let mut y = Vec::with_capacity(rows);
    for _ in 0..rows {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        value += f64::from(state >> 8) / f64::from(1 << 24) - 0.5;
        y.push(value);
    }
    for spike in spikes {
        y[*spike] += 300.0;
    }
    let mut builder = Builder::new(rows);
    let x: Vec<f64> = (0_u32..).take(rows).map(f64::from).collect();
    builder.x(&x).expect("places");
    builder.series("a", "", rows).expect("a series");
    builder.y(&y);
    Rc::new(builder.finish(None, "", 0.0).expect("columns"))
}

fn outline(points: impl Iterator<Item = Point>) -> String {
    let mut d = String::new();
    for (at, point) in points.enumerate() {
        write!(d, "{}{:.3} {:.3}", if at == 0 { "M" } else { "L" }, point.x, point.y).expect("a text");
    }
    d
}

/// The ink of a path in black on white, a byte a pixel.
fn ink(plot: &Plot, path: &str) -> Vec<u8> {
    let size = plot.size();
    let clip = plot.boxes().expect("boxes").layout.plot;
    let svg = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' width='{}' height='{}'><clipPath id='c'><rect x='{}' y='{}' \
         width='{}' height='{}'/></clipPath><rect width='100%' height='100%' fill='#fff'/><g clip-path='url(#c)'>{path}</g></svg>",
        size.w, size.h, clip.x, clip.y, clip.w, clip.h
    );
    let tree = Tree::from_str(&svg, &Options::default()).expect("a drawing");
    let mut pixels = Pixmap::new(size.w as u32, size.h as u32).expect("pixels");
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    pixels.pixels().iter().map(|pixel| 255 - pixel.red()).collect()
}

/// How much of the inked pixels, and of all, differs visibly between the picture and the stroke of all its rows.
fn differing(plot: &Plot) -> [f64; 2] {
    let sight = plot.sight().expect("scales");
    let (first, end) = plot.data.within(sight.window);
    let rows = first.saturating_sub(1)..(end + 1).min(plot.data.rows());
    let all = rows.filter_map(|row| Some(sight.at([plot.data.x.at(row), plot.data.series[0].value(row)?])));
    let full = format!(
        "<path d='{}' fill='none' stroke='#000' stroke-width='1.5' stroke-linejoin='round'/>",
        outline(all)
    );
    let lines = plot.scene().expect("a picture").layers.iter().find(|layer| layer.name == "lines");
    let mut band = String::new();
    for mark in lines.map_or(&[][..], |layer: &Layer| &layer.marks) {
        let Shape::Area { points, .. } = &mark.shape else { panic!("no band: {mark:?}") };
        write!(band, "<path d='{}Z'/>", outline(points.iter().copied())).expect("a text");
    }
    let (full, band) = (ink(plot, &full), ink(plot, &band));
    let inked = full.iter().filter(|ink| **ink > SEEN).count();
    let differ = full.iter().zip(&band).filter(|(a, b)| a.abs_diff(**b) > SEEN).count();
    [inked, full.len()].map(|of| differ as f64 / of as f64)
}

fn held(rows: usize, most: f64) {
    let spikes = [rows / 7, rows / 2 + 13, rows - rows / 5];
    let data = columns(rows, &spikes);
    let mut plot = Plot::new(Rc::clone(&data), &Input::default()).expect("a plot");
    plot.resize(720.0);
    let end = rows as f64;
    for (from, to) in [(0.0, end), (0.1 * end, 0.6 * end), (0.42 * end, 0.58 * end)] {
        plot.zoom(from, to);
        let [found, of_all] = differing(&plot);
        let percent = [found, of_all].map(|share| 100.0 * share);
        println!(
            "{rows} rows, {from} to {to}: {:.2} % of the inked pixels differ, {:.2} % of all",
            percent[0], percent[1]
        );
        assert!(found < most, "{found} of the inked pixels differ from {from} to {to}");
        // Each spike that is in the window has a vertex as high as it is.
        let sight = plot.sight().expect("scales");
        let trace = data.trace(&data.series[0], sight.window);
        for spike in spikes.iter().filter(|spike| (from..to).contains(&(**spike as f64))) {
            let top = data.series[0].value(*spike).expect("a value");
            assert!(trace.vertices.iter().any(|vertex| vertex[1] == top), "the spike at {spike} is lost");
        }
    }
}

#[test]
fn a_band_inks_what_a_stroke_of_all_rows_would() {
    held(60_000, 0.13);
}

#[test]
#[ignore = "some seconds: a million rows, each of them stroked; cargo test --lib -- --ignored a_million"]
fn a_million_rows_are_drawn_as_if_each_were() {
    held(1_000_000, 0.18);
}
