//! What a scene leaves on paper: edges, clips, dashes, signs and type, pixel by pixel, through the SVG and resvg.

#[path = "support/png.rs"]
mod png;
#[path = "support/recorder.rs"]
mod recorder;
#[path = "support/trial.rs"]
mod trial;

use indicator_chart::color::Color;
use indicator_chart::geom::{Point, Rect, Size};
use indicator_chart::paint::{SvgHead, paint, svg};
use indicator_chart::scene::{Align, Dash, Layer, Scene, Shape, Stroke, Symbol, TextMark};
use indicator_chart::text::{Font, Measure, Weight};
use png::{Picture, raster};
use recorder::Recorder;

const BLACK: Color = Color::hex(0);

fn scene(side: f64, layers: Vec<Layer>) -> Scene {
    Scene { size: Size::new(side, side), paper: None, layers }
}

fn shown(side: f64, shapes: Vec<Shape>, dpr: f32) -> Picture {
    let mut layer = Layer::new("marks");
    shapes.into_iter().for_each(|shape| layer.push(shape));
    raster(&svg(&scene(side, vec![layer]), &SvgHead::default()), dpr)
}

fn line(points: &[(f64, f64)], width: f64) -> Shape {
    let points = points.iter().map(|(x, y)| Point::new(*x, *y)).collect();
    Shape::Line { points, stroke: Stroke::new(BLACK, width) }
}

fn near(alpha: u8, expected: u8) -> bool {
    alpha.abs_diff(expected) <= 2
}

#[test]
fn a_line_of_one_and_a_half_pixels_inks_its_share_of_each_pixel() {
    let picture = shown(20.0, vec![line(&[(10.25, 0.0), (10.25, 20.0)], 1.5)], 1.0);
    let row: Vec<u8> = (8..12).map(|x| picture.alpha(x, 10)).collect();
    assert!(near(row[0], 0) && near(row[1], 128) && near(row[2], 255) && near(row[3], 0), "{row:?}");
}

#[test]
fn a_fill_that_ends_between_pixels_inks_half_of_the_last() {
    let corners = [(2.0, 2.0), (10.5, 2.0), (10.5, 12.0), (2.0, 12.0)];
    let points = corners.iter().map(|(x, y)| Point::new(*x, *y)).collect();
    let picture = shown(20.0, vec![Shape::Area { points, fill: BLACK }], 1.0);
    assert_eq!(picture.alpha(9, 6), 255);
    assert!(near(picture.alpha(10, 6), 128), "{}", picture.alpha(10, 6));
    assert_eq!(picture.alpha(11, 6), 0);
}

#[test]
fn rules_and_boxes_have_no_half_inked_pixels_at_whole_ratios() {
    for dpr in [1.0, 2.0, 3.0] {
        for offset in 0..10 {
            let at = 4.0 + f64::from(offset) / 10.0;
            let rect = Rect::new(at, at + 3.3, 7.7, 5.45);
            let picture = shown(
                32.0,
                vec![
                    Shape::Rect { rect, fill: Some(BLACK), stroke: None },
                    Shape::Rule {
                        from: Point::new(1.0, at + 14.2),
                        to: Point::new(30.2, at + 14.2),
                        stroke: Stroke::new(BLACK, 1.0),
                    },
                    Shape::Rule {
                        from: Point::new(at + 20.0, 1.0),
                        to: Point::new(at + 20.0, 12.4),
                        stroke: Stroke::new(BLACK, 2.0),
                    },
                ],
                dpr,
            );
            let (w, h) = picture.size();
            let soft = (0..h)
                .flat_map(|y| (0..w).map(move |x| (x, y)))
                .filter(|(x, y)| !matches!(picture.alpha(*x, *y), 0 | 255));
            assert_eq!(soft.count(), 0, "at {at}, {dpr} device px a px");
        }
    }
}

#[test]
fn a_hollow_bar_is_as_long_as_a_filled_one() {
    let rect = Rect::new(3.0, 3.0, 14.0, 10.0);
    let filled = shown(20.0, vec![Shape::Rect { rect, fill: Some(BLACK), stroke: None }], 2.0);
    for width in [1.0, 1.5, 2.0] {
        let stroke = Some(Stroke::new(BLACK, width));
        let hollow = shown(20.0, vec![Shape::Rect { rect, fill: None, stroke }], 2.0);
        assert_eq!(hollow.ink(), filled.ink(), "{width}");
        assert_eq!(hollow.alpha(20, 14), 0, "the inside of a hollow bar");
    }
}

#[test]
fn a_line_that_leaves_the_plot_is_cut_there_and_keeps_its_slope() {
    let clip = Rect::new(10.0, 10.0, 40.0, 40.0);
    let shape = line(&[(0.0, 55.0), (60.0, -20.0)], 2.0);
    let mut inside = Layer::new("inside");
    inside.clip = Some(clip);
    inside.push(shape.clone());
    let cut = raster(&svg(&scene(60.0, vec![inside]), &SvgHead::default()), 1.0);
    let whole = shown(60.0, vec![shape], 1.0);
    cut.keep("line-cut-at-the-plot");
    let mut kept = 0;
    for y in 0..60 {
        for x in 0..60 {
            let expected = if (10..50).contains(&x) && (10..50).contains(&y) { whole.alpha(x, y) } else { 0 };
            // resvg samples a pixel 4 × 4 times, and a mask moves the samples by one.
            let off = cut.alpha(x, y).abs_diff(expected);
            assert!(off <= 17, "{x},{y}: {} instead of {expected}", cut.alpha(x, y));
            kept += u32::from(expected > 0);
        }
    }
    assert!(kept > 60, "the line crosses the plot: {kept}");
    assert!(cut.alpha(20, 30) > 200 && cut.alpha(24, 25) > 200, "55 − x · 5/4 passes there");
}

#[test]
fn a_line_from_far_outside_passes_where_it_should() {
    let picture = shown(60.0, vec![line(&[(-900_000.0, 900_030.0), (900_000.0, -899_970.0)], 2.0)], 1.0);
    assert!(picture.alpha(10, 19) > 100 && picture.alpha(20, 9) > 100, "x + y = 30 passes there");
    assert_eq!(picture.alpha(40, 40), 0);
}

#[test]
fn what_is_no_number_never_reaches_a_surface() {
    let odd = Point { x: f64::NAN, y: f64::NEG_INFINITY };
    assert_eq!(Point::new(f64::NAN, f64::INFINITY), Point::default());
    let mut layer = Layer::new("odd");
    layer.push(Shape::Line { points: vec![odd, Point::new(3.0, 3.0)], stroke: Stroke::new(BLACK, f64::NAN) });
    layer.push(Shape::Line { points: vec![odd, Point::new(3.0, 3.0)], stroke: Stroke::new(BLACK, 1.0) });
    let stroke = Some(Stroke::new(BLACK, f64::INFINITY));
    layer.push(Shape::Symbol {
        at: odd,
        symbol: Symbol::Circle,
        radius: f64::NAN,
        fill: Some(BLACK),
        stroke,
    });
    let text = svg(&scene(10.0, vec![layer]), &SvgHead::default());
    assert!(!text.contains("NaN") && !text.contains("inf"), "{text}");
    raster(&text, 1.0);
}

#[test]
fn a_dashed_rule_is_inked_five_and_left_four() {
    let stroke = Stroke::new(BLACK, 2.0).dashed(Dash::Dashed);
    let picture = shown(
        30.0,
        vec![Shape::Rule { from: Point::new(2.0, 10.0), to: Point::new(28.0, 10.0), stroke }],
        1.0,
    );
    let inked: String = (0..30).map(|x| if picture.alpha(x, 10) > 128 { '#' } else { '.' }).collect();
    assert_eq!(inked, "..#####....#####....#####.....");
}

#[test]
fn the_outline_of_a_sign_has_no_notch() {
    for symbol in [Symbol::Square, Symbol::Diamond, Symbol::Triangle] {
        let at = Point::new(20.0, 20.0);
        let stroke = Some(Stroke::new(BLACK, 4.0));
        let ring = shown(40.0, vec![Shape::Symbol { at, symbol, radius: 10.0, fill: None, stroke }], 1.0);
        for corner in symbol.corners(at, 10.0).expect("corners") {
            let toward = |from: f64, to: f64| (from + (to - from) * 0.04).floor() as u32;
            let alpha = ring.alpha(toward(corner.x, at.x), toward(corner.y, at.y));
            assert!(alpha > 200, "{symbol:?} at {corner:?}: {alpha}");
        }
        assert_eq!(ring.alpha(20, 20), 0, "{symbol:?} is hollow");
    }
}

#[test]
fn type_stays_in_its_box() {
    if !png::has_font() {
        return;
    }
    let texts = [
        "高新技术企业",
        "超1.2万亿元",
        "“十四五”规划，目标：（约）",
        "gjpqy (Q) {@}",
        "over 5,800 (+11.8 %)",
        "鬱龘轟灥",
    ];
    let measure = Measure::default();
    for (weight, text) in [Weight::Regular, Weight::Semibold].into_iter().flat_map(|w| texts.map(|t| (w, t)))
    {
        let width = measure.width(text, Font { size: 40.0, weight });
        let mark = TextMark {
            at: Point::new(20.0, 60.0),
            text: text.to_owned(),
            size: 40.0,
            weight,
            color: BLACK,
            align: Align::Left,
            width,
        };
        let bounds = mark.bounds();
        let mut layer = Layer::new("type");
        layer.push(Shape::Text(mark));
        let scene = Scene { size: Size::new(800.0, 100.0), paper: None, layers: vec![layer] };
        let head = SvgHead { family: png::FAMILY, ..SvgHead::default() };
        let [left, top, right, bottom] = raster(&svg(&scene, &head), 1.0).ink().expect("ink").map(f64::from);
        let ink = Rect::between(left, top, right, bottom);
        // A pixel counts as inked from the first touch.
        assert!(bounds.grow(1.0).encloses(ink), "{text} {weight:?}: {ink:?} leaves {bounds:?}");
    }
}

#[test]
fn aligned_text_stands_where_it_says() {
    if !png::has_font() {
        return;
    }
    let ink = |align| {
        let mark = TextMark {
            at: Point::new(100.0, 60.0),
            text: "目标".to_owned(),
            size: 20.0,
            weight: Weight::Regular,
            color: BLACK,
            align,
            width: 40.0,
        };
        let mut layer = Layer::new("type");
        layer.push(Shape::Text(mark));
        let head = SvgHead { family: png::FAMILY, ..SvgHead::default() };
        let [left, _, right, _] = raster(&svg(&scene(200.0, vec![layer]), &head), 1.0).ink().expect("ink");
        (left, right)
    };
    let (left, _) = ink(Align::Left);
    let (middle, _) = ink(Align::Middle);
    let (right, end) = ink(Align::Right);
    assert!((100..104).contains(&left), "{left}");
    assert_eq!((left - middle, left - right), (20, 40));
    assert!(end <= 100, "{end}");
}

#[test]
fn the_walk_keeps_the_order_of_the_marks() {
    let mut back = Layer::new("back");
    back.clip = Some(Rect::new(0.5, 0.0, 4.0, 4.0));
    back.push(Shape::Rect {
        rect: Rect::new(1.0, 1.0, 2.0, 2.0),
        fill: Some(BLACK),
        stroke: Some(Stroke::new(BLACK, 1.0).dashed(Dash::Dotted)),
    });
    back.push_datum(3, line(&[(0.0, 0.0), (1.0, 0.5)], 1.5));
    let mut front = Layer::new("front");
    front.push(Shape::Symbol {
        at: Point::new(2.0, 2.0),
        symbol: Symbol::Circle,
        radius: 1.5,
        fill: Some(BLACK),
        stroke: Some(Stroke::new(BLACK, 0.0)),
    });
    front.push(Shape::Area {
        points: vec![Point::new(0.0, 0.0), Point::new(1.0, 0.0), Point::new(1.0, 1.0)],
        fill: BLACK,
    });
    let picture = Scene { size: Size::new(9.5, 9.0), paper: Some(BLACK), layers: vec![back, front] };
    let mut recorder = Recorder::default();
    paint(&picture, &mut recorder).expect("a recorder takes everything");
    let expected = [
        "prepare",
        "fill rect 0,0 160,144 w0",
        "group back clip 0,0 80,64",
        "fill rect 16,16 48,48 w0",
        "dash Dotted",
        "stroke rect 24,24 40,40 w16",
        "dash Solid",
        "path 0,0 16,8 w24",
        "ungroup",
        "group front",
        "fill circle 32,32 r24",
        "polygon 0,0 16,0 16,16",
        "ungroup",
        "present",
    ];
    assert_eq!(recorder.calls, expected);
}

#[test]
fn the_trial_picture_is_the_same_each_time_and_an_svg_document() {
    let head = SvgHead {
        title: "试“样” <script>alert(1)</script>",
        desc: "a & b",
        family: png::FAMILY,
        ..SvgHead::default()
    };
    let text = svg(&trial::trial(), &head);
    assert_eq!(text, svg(&trial::trial(), &head));
    assert!(!text.contains("<script") && !text.contains("<b>"), "text became markup");
    for dpr in [1.0_f32, 1.5, 2.0] {
        let picture = raster(&text, dpr);
        assert_eq!(picture.size(), ((640.0 * dpr) as u32, (400.0 * dpr) as u32));
        picture.keep(&format!("trial@{dpr}"));
    }
}
