//! Charts of a page's own columns: goldens of their documents, what a reader does to them, what they answer.
//!
//! `UPDATE_GOLDENS=1 cargo test --test plots` writes the goldens anew.
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::path::PathBuf;
use std::rc::Rc;

use indicator_chart::column::{Builder, Columns};
use indicator_chart::geom::Point;
use indicator_chart::interact::{Damage, Event, Key};
use indicator_chart::plot::Plot;
use indicator_chart::scene::Shape;
use indicator_chart::spec::Input;

const HOUR: f64 = 3_600e3;
const START: f64 = 1_704_067_200_000.0;

/// The same invented numbers everywhere: a walk of a multiplier.
fn walk(rows: usize, seed: u32, from: f64) -> Vec<f64> {
    let (mut state, mut value) = (seed, from);
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        f64::from(state >> 8) / f64::from(1 << 24) - 0.5
    };
    (0..rows)
        .map(|_| {
            value += next();
            (value * 100.0).round() / 100.0
        })
        .collect()
}

fn columns(x: &[f64], all: &[(&str, Vec<f64>)], unit: &str, offset: f64) -> Rc<Columns> {
    let mut builder = Builder::new(x.len());
    builder.x(x).expect("places");
    for (name, y) in all {
        builder.series(name, "", y.len()).expect("a series");
        builder.y(y);
    }
    Rc::new(builder.finish(None, unit, offset).expect("columns"))
}

fn hours(rows: usize) -> Vec<f64> {
    (0..rows).map(|row| START + HOUR * f64::from(u32::try_from(row).expect("few"))).collect()
}

fn input(fields: &[(&str, &str)]) -> Input {
    let mut input = Input::default();
    for (name, value) in fields {
        let slot = match *name {
            "kind" => &mut input.kind,
            "lang" => &mut input.lang,
            "theme" => &mut input.theme,
            "scale" => &mut input.scale,
            "heading" => &mut input.heading,
            "subheading" => &mut input.subheading,
            "note" => &mut input.note,
            "source" => &mut input.source,
            "height" => &mut input.height,
            "from" => &mut input.from,
            other => panic!("no field {other}"),
        };
        *slot = Some((*value).to_owned());
    }
    input
}

fn plot(data: &Rc<Columns>, fields: &[(&str, &str)], width: f64) -> Plot {
    let mut plot = Plot::new(Rc::clone(data), &input(fields)).expect("a plot");
    plot.resize(width);
    plot
}

fn hold(name: &str, document: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/plots").join(format!("{name}.svg"));
    if std::env::var_os("UPDATE_GOLDENS").is_some() {
        std::fs::write(&path, document).expect("a golden can be written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == document,
        "tests/plots/{name}.svg is not what the code draws; look, then UPDATE_GOLDENS=1"
    );
}

/// Hourly readings with a gap of two days.
fn air() -> Rc<Columns> {
    let mut east = walk(720, 7, 62.0);
    east[300..348].fill(f64::NAN);
    columns(&hours(720), &[("东风站", east), ("西流湖站", walk(720, 11, 55.0))], "微克", 480.0)
}

#[test]
fn documents_are_the_same_to_the_byte() {
    let air = air();
    let texts = [("heading", "两个站点的小时读数"), ("source", "虚构数据"), ("note", "两天没有读数。")];
    let zh = |more: &[(&'static str, &'static str)]| [&texts[..], more].concat();
    hold("line-zh-640", &plot(&air, &zh(&[]), 640.0).svg("ic"));
    hold("line-zh-320-dark", &plot(&air, &zh(&[("theme", "dark")]), 320.0).svg("ic"));
    let mut day = plot(&air, &zh(&[("lang", "en")]), 640.0);
    day.zoom(START + 24.0 * HOUR, START + 48.0 * HOUR);
    hold("line-en-a-day", &day.svg("ic"));
    let steps: Vec<f64> = (0..200).map(|row| f64::from(row) * 0.05).collect();
    let wave: Vec<f64> = steps.iter().map(|x| (x - 5.0) * (x - 2.0) * 40_000.0).collect();
    let curve = columns(&steps, &[("curve", wave)], "yuan", 0.0);
    hold(
        "area-en-640",
        &plot(&curve, &[("kind", "area"), ("lang", "en"), ("heading", "A curve")], 640.0).svg("ic"),
    );
    let cloud = columns(&walk(300, 3, 10.0), &[("a", walk(300, 5, 3.0)), ("b", walk(300, 9, 8.0))], "", 0.0);
    hold(
        "dot-en-640",
        &plot(&cloud, &[("kind", "dot"), ("lang", "en"), ("heading", "A cloud")], 640.0).svg("ic"),
    );
    let names =
        ["north", "south", "east", "west", "centre", "port", "hills", "the district with a long name"];
    let many: Vec<(&str, Vec<f64>)> =
        (0_u32..8).zip(names).map(|(at, name)| (name, walk(500, at, 100.0 + f64::from(at) * 9.0))).collect();
    let many = columns(&hours(500), &many, "people", 0.0);
    hold("line-en-many-320", &plot(&many, &[("lang", "en"), ("heading", "Eight places")], 320.0).svg("ic"));
}

#[test]
fn a_frame_has_a_few_vertices_a_pixel_however_many_rows_there_are() {
    let mut counts = Vec::new();
    for rows in [10_000, 400_000] {
        let data = columns(&hours(rows), &[("a", walk(rows, 1, 0.0))], "", 0.0);
        let plot = plot(&data, &[("lang", "en")], 640.0);
        let scene = plot.scene().expect("a picture");
        let count: usize = scene
            .layers
            .iter()
            .flat_map(|layer| &layer.marks)
            .map(|mark| match &mark.shape {
                Shape::Line { points, .. } | Shape::Area { points, .. } => points.len(),
                _ => 0,
            })
            .sum();
        assert!(count <= 4 * 642, "{rows} rows: {count} vertices");
        counts.push(count);
    }
    assert!(counts[1] <= counts[0] + 8, "{counts:?}");
}

#[test]
fn zooming_shows_a_part_and_leaves_the_height() {
    let air = air();
    let mut plot = plot(&air, &[("heading", "h"), ("lang", "en")], 640.0);
    let height = plot.size().h;
    assert_eq!(plot.zoom(START + HOUR, START + 30.0 * HOUR), Damage::Scene);
    assert_eq!(plot.shown(), [START + HOUR, START + 30.0 * HOUR]);
    assert_eq!((plot.size().h, plot.zoom(START + HOUR, START + 30.0 * HOUR)), (height, Damage::None));
    assert_eq!(plot.zoom(START + 30.0 * HOUR, START + HOUR), Damage::None, "the other way round");
    plot.zoom(f64::NEG_INFINITY, START);
    assert_eq!(plot.shown(), [START, START + 719.0 * HOUR], "no number shows all");
    plot.zoom(START - 1e15, START + 10.0 * HOUR - 1e15);
    assert_eq!(plot.shown()[0], START, "it is held within all of x");
    assert_eq!(plot.zoom_reset(), Damage::Scene);
    assert_eq!(plot.zoom_reset(), Damage::None);
    plot.zoom(START + 5.0, START + 5.0);
    assert!(plot.shown()[0] < plot.shown()[1], "a span of nothing is as short as can be told");
    plot.scene().expect("still a picture");
}

#[test]
fn a_pointer_reads_the_nearest_value_and_a_gap_as_one() {
    let air = air();
    let mut plot = plot(&air, &[("lang", "en")], 640.0);
    let scene = plot.scene().expect("a picture").clone();
    let clip =
        scene.layers.iter().find(|layer| layer.name == "lines").and_then(|layer| layer.clip).expect("a clip");
    let middle = Point::new(clip.center().x, clip.y + 4.0);
    assert_eq!(plot.event(Event::Move(middle)).damage, Damage::Overlay);
    let balloon = plot.reading().expect("a reading");
    assert!(!balloon.pinned && balloon.reading.beside.len() == 1, "{balloon:?}");
    plot.event(Event::Tap(middle));
    assert!(plot.reading().expect("a reading").pinned);
    let [point, ..] = plot.view();
    assert_eq!(point, plot.reading().expect("a reading").reading.id);
    plot.event(Event::Key(Key::Free));
    plot.event(Event::Leave);
    assert_eq!(plot.reading(), None);
    assert!(plot.point_at("320:0"));
    let gap = plot.reading().expect("a reading").reading;
    assert_eq!(gap.value, "no value");
    assert!(gap.announce.ends_with("no value"), "{}", gap.announce);
    assert!(!plot.point_at("720:0") && !plot.point_at("1:2") && !plot.point_at("x"));
}

#[test]
fn the_keyboard_goes_through_rows_and_series_and_looks_closer() {
    let air = air();
    let mut plot = plot(&air, &[("lang", "en")], 640.0);
    let id = |plot: &Plot| plot.reading().map(|balloon| balloon.reading.id);
    plot.event(Event::Focus);
    assert_eq!(id(&plot).as_deref(), Some("0:0"));
    plot.event(Event::Key(Key::Down));
    plot.event(Event::Key(Key::Last));
    assert_eq!(id(&plot).as_deref(), Some("719:1"));
    for _ in 0..4 {
        assert!(plot.event(Event::Key(Key::Closer)).used);
    }
    assert!(plot.shown()[0] > START && plot.shown()[1] == START + 719.0 * HOUR);
    plot.event(Event::Key(Key::First));
    let from = plot.shown()[0];
    for _ in 0..20 {
        plot.event(Event::Key(Key::Left));
    }
    assert!(plot.shown()[0] < from, "what is read stays in sight");
    assert!(plot.event(Event::Key(Key::Whole)).used && !plot.event(Event::Key(Key::Whole)).used);
    plot.event(Event::Blur);
    assert_eq!(id(&plot), None);
}

#[test]
fn a_brush_takes_a_span_another_drag_moves_it_and_links_carry_it() {
    let air = air();
    let mut plot = plot(&air, &[("lang", "en")], 640.0);
    let drag = |plot: &mut Plot, from: f64, to: f64| {
        plot.event(Event::Press(Point::new(from, 150.0)));
        plot.event(Event::Move(Point::new(to, 150.0)));
        plot.event(Event::Release(Point::new(to, 150.0)));
    };
    drag(&mut plot, 200.0, 204.0);
    let all = plot.shown();
    drag(&mut plot, 200.0, 400.0);
    let part = plot.shown();
    assert!(part[0] > all[0] && part[1] < all[1]);
    drag(&mut plot, 300.0, 350.0);
    assert!(plot.shown()[0] < part[0] && plot.shown()[1] < part[1], "the paper moves with the hand");
    let [point, lit, from, to] = plot.view();
    assert_eq!((point.as_str(), lit.as_str()), ("", ""));
    let mut other = self::plot(&air, &[("lang", "en")], 320.0);
    assert_eq!(other.restore("5:1", "东风站", &from, &to), [true; 3]);
    // The point lies outside, and is what the link is about.
    assert_eq!(other.view()[..2], ["5:1".to_owned(), "东风站".to_owned()]);
    assert_eq!(other.restore("9999:1", "no", "a", "b"), [false; 3]);
}

#[test]
fn answers_tell_what_the_columns_hold() {
    let air = air();
    let plot =
        plot(&air, &[("lang", "en"), ("heading", "Air"), ("from", "2024"), ("source", "invented")], 640.0);
    assert_eq!(plot.label(), "Air: line chart");
    let summary = plot.summary();
    assert!(
        summary.starts_with("Series: 2; rows: 720, from 1 Jan 2024, 08:00 to 31 Jan 2024, 07:00."),
        "{summary}"
    );
    let table = plot.table();
    assert_eq!((table.rows.len(), table.rows[0].len(), table.head.len()), (2, 5, 5));
    assert_eq!(
        table.notes,
        ["Of 720 rows the table tells what stands out; all of them are in the CSV file.", "Source: invented"]
    );
    let warnings = plot.warnings();
    assert_eq!(warnings.len(), 2, "{warnings:?}");
    assert!(
        warnings[0].contains("from") && warnings[1].contains("48 values of the series “东风站”"),
        "{warnings:?}"
    );
    let refused =
        Plot::new(Rc::clone(&air), &input(&[("kind", "bar"), ("lang", "en")])).expect_err("no bars");
    assert_eq!(refused.to_string(), "Of data a line, area or dot can be drawn, but no bar.");
    let short = columns(&[1.0, 2.0, 4.0], &[("a", vec![0.5, f64::NAN, 2.0])], "%", 0.0);
    let table = self::plot(&short, &[("lang", "en")], 640.0).table();
    assert_eq!(table.rows, [["1", "0.5%"], ["2", "no value"], ["4", "2%"]]);
}

#[test]
fn values_without_extent_or_at_one_place_are_drawn() {
    for (x, y) in [
        (vec![5.0; 3], vec![1.0, 2.0, 3.0]),
        (vec![0.0, 1.0, 2.0], vec![7.0; 3]),
        (vec![START], vec![0.0]),
        (vec![-1e300, 0.0, 1e300], vec![1e300, -1e300, 0.0]),
        (vec![0.0, 1e-300, 2e-300], vec![1e-300, 2e-300, 0.0]),
    ] {
        for kind in ["line", "area", "dot"] {
            let data = columns(&x, &[("a", y.clone())], "", 0.0);
            let mut plot = plot(&data, &[("kind", kind), ("lang", "en")], 320.0);
            plot.event(Event::Focus);
            for key in [Key::Closer, Key::Right, Key::Last, Key::Closer, Key::Wider] {
                plot.event(Event::Key(key));
            }
            let scene = plot.scene().expect("a picture");
            assert!(
                scene.layers.iter().any(|layer| ["lines", "points"].contains(&layer.name)),
                "{kind} {x:?}"
            );
        }
    }
}

#[test]
fn a_value_keeps_its_own_digits_beside_far_larger_ones() {
    let data = columns(&[0.1 + 0.2, 1.0, 2.0], &[("a", vec![0.001, 0.1 + 0.2, 1e6])], "", 0.0);
    let table = plot(&data, &[("lang", "en")], 640.0).table();
    assert_eq!(table.rows, [["0.3", "0.001"], ["1", "0.3"], ["2", "1 million"]]);
}

#[test]
fn a_window_of_positive_values_does_not_make_a_scale_of_ratios() {
    let data = columns(&[0.0, 1.0, 2.0, 3.0], &[("a", vec![-5.0, 10.0, 100.0, 1000.0])], "", 0.0);
    let mut plot = plot(&data, &[("scale", "log"), ("lang", "en")], 640.0);
    let heights = |plot: &Plot| -> Vec<f64> {
        let scene = plot.scene().expect("a picture");
        let grid = scene.layers.iter().find(|layer| layer.name == "grid").expect("a grid");
        let levels = grid.marks.iter().filter_map(|mark| match mark.shape {
            Shape::Rule { from, to, .. } if from.y == to.y => Some(from.y),
            _ => None,
        });
        levels.collect()
    };
    plot.zoom(0.5, 3.0);
    let steps: Vec<f64> = heights(&plot).windows(2).map(|pair| pair[0] - pair[1]).collect();
    assert!(steps.iter().all(|step| (step - steps[0]).abs() < 1.0), "{steps:?}");
    assert!(plot.warnings()[0].contains("linear"));
}

#[test]
fn what_the_reader_holds_stays_when_the_columns_are_set_again() {
    let mut plot = plot(&air(), &[("lang", "en")], 640.0);
    assert!(plot.point_at("500:1"));
    plot.zoom(START + 400.0 * HOUR, START + 600.0 * HOUR);
    let view = plot.view();
    plot.set_data(air(), &input(&[("lang", "en")])).expect("the same again");
    assert_eq!(plot.view(), view);
    let short = columns(&[0.0, 1.0, 2.0], &[("a", vec![1.0, 2.0, 3.0])], "", 0.0);
    plot.set_data(short, &input(&[("lang", "en")])).expect("other columns");
    assert_eq!(plot.view(), [const { String::new() }; 4]);
}
