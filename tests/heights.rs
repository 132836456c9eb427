//! The heights of an embed: at every width of a range the chart is exactly as tall as it was told, and so is the picture that
//! stands before it. And what the plain SVG rests on: no mark leaves its clip.
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod support;

use std::rc::Rc;

use indicator_chart::chart::Chart;
use indicator_chart::dataset::Dataset;
use indicator_chart::embed::{Embed, HIGHEST, Range, STARTS, WIDEST};
use indicator_chart::geom::{Point, Rect};
use indicator_chart::scene::{Scene, Shape};
use indicator_chart::spec::Input;
use support::{figures, fixtures, gallery, input};

/// Every chart of the gallery that is drawn, in both languages.
fn charts() -> Vec<(String, Rc<Dataset>, Input)> {
    let (built, invented) = (figures(), fixtures::invented());
    let mut all = Vec::new();
    for entry in gallery::entries().iter().filter(|entry| entry.refused().is_none()) {
        for lang in ["zh-CN", "en"] {
            let data = if entry.invented() { &invented } else { &built };
            let name = format!("{} {lang}", entry.id);
            all.push((name, Rc::clone(data), input(&entry.fields("light", lang))));
        }
    }
    all
}

fn range_of(ranges: &[Range], width: u32) -> Range {
    *ranges.iter().rev().find(|range| range.from <= width).expect("a range")
}

fn texts_inside(scene: &Scene) -> bool {
    let page = Rect::new(0.0, 0.0, scene.size.w, scene.size.h).grow(0.01);
    scene.texts().all(|text| page.encloses(text.bounds()))
}

#[test]
fn a_chart_is_as_tall_as_it_is_told_at_every_width() {
    let mut broken = Vec::new();
    for (at, (name, data, input)) in charts().into_iter().enumerate() {
        let embed = Embed::new(&data, &input, &STARTS).unwrap_or_else(|error| panic!("{name}: {error}"));
        for picture in embed.pictures.iter().filter(|picture| picture.range.height < HIGHEST) {
            if picture.height != picture.range.height {
                broken.push(format!(
                    "{name}: the picture from {} is {} high",
                    picture.range.from, picture.height
                ));
            }
        }
        // Other widths for each chart: 30 in all that a place can have, the ends of the ranges among them for some.
        let step = (WIDEST - STARTS[0]) / 30;
        let widths = (0..30).map(|n| STARTS[0] + n * step + (at as u32 * 7) % step);
        for width in widths {
            let range = range_of(&embed.ranges, width);
            let mut told = input.clone();
            told.height = Some(range.height.to_string());
            let mut chart =
                Chart::new(Rc::clone(&data), &told).unwrap_or_else(|error| panic!("{name}: {error}"));
            let height = chart.resize(f64::from(width));
            if range.height < HIGHEST && height != f64::from(range.height) {
                broken.push(format!("{name} at {width}: {height} for {}", range.height));
            }
            if !chart.scene().is_some_and(texts_inside) {
                broken.push(format!("{name} at {width}: a text leaves the picture"));
            }
        }
    }
    assert!(broken.is_empty(), "{} broken:\n{}", broken.len(), broken.join("\n"));
}

#[test]
fn no_mark_leaves_its_clip() {
    let mut clips = 0;
    for (name, data, input) in charts() {
        let mut chart = Chart::new(data, &input).unwrap_or_else(|error| panic!("{name}: {error}"));
        for width in [320.0, 640.0, 1200.0] {
            chart.resize(width);
            let scene = chart.scene().expect("a picture");
            // What leaves the page is cut there by every viewer.
            let page = Rect::new(0.0, 0.0, scene.size.w, scene.size.h);
            for layer in
                scene.layers.iter().filter(|layer| layer.clip.is_some_and(|clip| !clip.encloses(page)))
            {
                clips += 1;
                let clip = layer.clip.expect("a clip").grow(0.01);
                for mark in &layer.marks {
                    let inside = points(&mark.shape).into_iter().all(|point| clip.contains(point));
                    assert!(inside, "{name} at {width}: {:?} leaves {clip:?}", mark.shape);
                }
            }
        }
    }
    assert!(clips > 20, "only {clips} layers with a clip");
}

fn points(shape: &Shape) -> Vec<Point> {
    let corners = |rect: &Rect| vec![Point::new(rect.x, rect.y), Point::new(rect.right(), rect.bottom())];
    match shape {
        Shape::Rect { rect, .. } => corners(rect),
        Shape::Rule { from, to, .. } => vec![*from, *to],
        Shape::Line { points, .. } | Shape::Area { points, .. } => points.clone(),
        Shape::Symbol { at, .. } => vec![*at],
        Shape::Text(text) => corners(&text.bounds()),
    }
}
