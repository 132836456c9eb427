//! One scene with everything a painter can get wrong; the same for the tests here and in the browsers.

use indicator_chart::color::Color;
use indicator_chart::geom::{Point, Rect, Size};
use indicator_chart::scene::{Align, Chevron, Dash, Layer, Scene, Shape, Stroke, Symbol, TextMark};
use indicator_chart::text::Weight;

const INK: Color = Color::hex(0x1d_2733);
const TEAL: Color = Color::hex(0x0b_6b82);
const GREY: Color = Color::hex(0x8a_94a0);

/// A picture of 640 × 400 px: grid, bars on odd coordinates, strokes of every width and pattern, a line that
/// leaves its plot, one through a value that is no number, signs, veils, and text of both weights.
pub(crate) fn trial() -> Scene {
    Scene {
        size: Size::new(640.0, 400.0),
        paper: Some(Color::hex(0xff_ffff)),
        layers: vec![grid(), bars(), lines(), signs(), labels()],
    }
}

fn grid() -> Layer {
    let mut layer = Layer::new("grid");
    for step in 0..6 {
        let y = 60.0 + f64::from(step) * 47.3;
        let stroke = Stroke::new(Color::hex(0xdd_e1e6), 1.0);
        layer.push(Shape::Rule { from: Point::new(40.3, y), to: Point::new(600.7, y), stroke });
    }
    for (step, dash) in [Dash::Solid, Dash::Dashed, Dash::Dotted].into_iter().enumerate() {
        let x = 300.2 + step as f64 * 33.4;
        let stroke = Stroke::new(INK, 1.5).dashed(dash);
        layer.push(Shape::Rule { from: Point::new(x, 60.0), to: Point::new(x, 300.0), stroke });
    }
    layer
}

fn bars() -> Layer {
    let mut layer = Layer::new("bars");
    for step in 0..5 {
        let y = 70.4 + f64::from(step) * 24.7;
        let length = [180.3, 133.6, 90.5, 40.1, 0.2][step as usize];
        layer.push_datum(
            step as usize,
            Shape::Rect { rect: Rect::new(40.0, y, length, 16.2), fill: Some(TEAL), stroke: None },
        );
    }
    let veil = Color { a: 51, ..TEAL };
    let outline = Stroke::new(INK, 1.5).dashed(Dash::Dashed);
    layer.push(Shape::Rect {
        rect: Rect::new(40.0, 200.5, 201.5, 20.0),
        fill: Some(veil),
        stroke: Some(outline),
    });
    layer.push(Shape::Rect {
        rect: Rect::new(40.0, 230.5, 201.5, 20.0),
        fill: None,
        stroke: Some(Stroke::new(INK, 1.0)),
    });
    layer.push(Shape::Rect { rect: Rect::new(40.0, 260.5, 201.5, 9.0), fill: Some(GREY), stroke: None });
    layer
}

fn lines() -> Layer {
    let mut layer = Layer::new("lines");
    layer.clip = Some(Rect::new(400.0, 60.0, 200.0, 240.0));
    let leaving = [(380.0, 40.0), (430.0, 250.0), (470.0, 20.0), (560.0, 380.0), (660.0, 90.0)];
    layer.push_datum(5, Shape::Line { points: points(&leaving), stroke: Stroke::new(TEAL, 2.0) });
    let odd = [(410.0, 200.0), (450.5, 180.25), (f64::NAN, f64::INFINITY), (520.1, 210.7), (590.0, 120.0)];
    layer.push_datum(
        6,
        Shape::Line { points: points(&odd), stroke: Stroke::new(GREY, 1.5).dashed(Dash::Dashed) },
    );
    let area = [(400.0, 300.0), (450.3, 240.7), (520.2, 270.4), (600.0, 220.1), (600.0, 300.0)];
    layer.push(Shape::Area { points: points(&area), fill: Color { a: 77, ..GREY } });
    let far = [(-900_000.0, 300_000.0), (500.0, 180.0), (900_000.0, -250_000.0)];
    layer.push(Shape::Line { points: points(&far), stroke: Stroke::new(INK, 1.0) });
    layer
}

fn signs() -> Layer {
    let mut layer = Layer::new("signs");
    for (row, radius) in [4.0, 5.5].into_iter().enumerate() {
        for (column, symbol) in Symbol::ORDER.into_iter().enumerate() {
            let at = Point::new(60.3 + column as f64 * 30.1, 310.2 + row as f64 * 22.0);
            let (fill, stroke) =
                if row == 0 { (Some(TEAL), None) } else { (None, Some(Stroke::new(TEAL, 1.5))) };
            layer.push_datum(column, Shape::Symbol { at, symbol, radius, fill, stroke });
        }
    }
    for (column, way) in [Chevron::Right, Chevron::Left, Chevron::Up, Chevron::Down].into_iter().enumerate() {
        let tip = Point::new(200.0 + column as f64 * 22.0, 320.0);
        layer.push(Shape::Line { points: way.points(tip, 5.0, 5.0), stroke: Stroke::new(INK, 1.5) });
    }
    layer
}

fn labels() -> Layer {
    let mut layer = Layer::new("labels");
    let rows = [
        (40.0, 28.0, 18.0, Weight::Semibold, Align::Left, "高新技术企业突破6000家 <b>&amp;</b>"),
        (40.0, 48.0, 14.0, Weight::Regular, Align::Left, "“十四五”规划目标与实际完成，单位：亿元"),
        (320.0, 352.5, 13.0, Weight::Regular, Align::Middle, "Jan–Aug 2023, over 5,800  (yoy +11.8 %)"),
        (600.0, 372.0, 12.0, Weight::Semibold, Align::Right, "超1.2万亿元"),
        (600.0, 390.0, 12.0, Weight::Regular, Align::Right, "来源：郑州市人民政府"),
    ];
    for (x, y, size, weight, align, text) in rows {
        layer.push(Shape::Text(TextMark {
            at: Point::new(x, y),
            text: text.to_owned(),
            size,
            weight,
            color: INK,
            align,
            width: 300.0,
        }));
    }
    layer
}

fn points(pairs: &[(f64, f64)]) -> Vec<Point> {
    pairs.iter().map(|(x, y)| Point::new(*x, *y)).collect()
}
