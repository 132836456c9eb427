//! Steps of charts of figures: tables and packed figures into a dataset, a spec into boxes, a scene and an SVG.

use std::rc::Rc;

use indicator_chart::chart::Chart;
use indicator_chart::dataset::{Tables, builtin, decode, figures, pack};
use indicator_chart::kind::{self, Brief};
use indicator_chart::layout::{Request, solve};
use indicator_chart::spec::{ChartSpec, Input, Theme};
use indicator_chart::text::Measure;

use crate::{Maker, Step, step};

/// A desk's column, CSS px.
const WIDTH: f64 = 640.0;

pub(crate) const STEPS: [Maker; 8] = [
    ("csv: the six tables of data/ into a dataset", csv),
    ("packed: built-in figures into a dataset", unpacked),
    ("file: packed figures of a page into a dataset", file),
    ("layout: texts and gutters into boxes", layout),
    ("scene: a line of built-in figures", line),
    ("scene: progress of all targets of a domain", progress),
    ("svg: the line's scene into a document", svg),
    ("chart: a spec into a chart with its scene", chart),
];

macro_rules! table {
    ($name:literal) => {
        include_bytes!(concat!("../../../data/", $name, ".csv"))
    };
}

const TABLES: Tables<'static> = Tables {
    sources: table!("sources"),
    areas: table!("areas"),
    units: table!("units"),
    indicators: table!("indicators"),
    observations: table!("observations"),
    pairs: table!("pairs"),
};

fn csv() -> Step {
    step(STEPS[0].0, || decode(&TABLES))
}

fn unpacked() -> Step {
    step(STEPS[1].0, builtin)
}

fn file() -> Step {
    let bytes = pack::file(&pack::pack(&builtin()).unwrap_or_default()).into_bytes();
    step(STEPS[2].0, move || figures(&bytes))
}

fn layout() -> Step {
    let text = "Cross-border e-commerce in Zhengzhou, 跨境电商交易额, January to August, against the target of the year. ";
    let request = Request {
        width: WIDTH,
        heading: text.to_owned(),
        subheading: text.repeat(2),
        left: 48.0,
        right: 16.0,
        notes: vec![text.repeat(4)],
        source: text.repeat(2),
        ..Request::default()
    };
    let (theme, measure) = (Theme::default(), Measure::default());
    step(STEPS[3].0, move || solve(&request, &theme, &measure))
}

fn line() -> Step {
    scene(STEPS[4].0, &line_input())
}

fn progress() -> Step {
    let domain = Some("economy".to_owned());
    scene(STEPS[5].0, &Input { domain, kind: Some("progress".to_owned()), ..Input::default() })
}

fn svg() -> Step {
    let mut chart = Chart::new(Rc::new(builtin()), &line_input()).ok();
    if let Some(chart) = &mut chart {
        chart.resize(WIDTH);
    }
    step(STEPS[6].0, move || chart.as_ref().map_or(0, |chart| chart.svg("ic").len()))
}

fn chart() -> Step {
    let (dataset, input) = (Rc::new(builtin()), line_input());
    step(STEPS[7].0, move || {
        let mut chart = Chart::new(Rc::clone(&dataset), &input).ok()?;
        Some(chart.resize(WIDTH))
    })
}

fn line_input() -> Input {
    let (indicator, kind) = (Some("high-tech-enterprises".to_owned()), Some("line".to_owned()));
    Input { indicator, kind, lang: Some("en".to_owned()), ..Input::default() }
}

/// The kind's own work with the layout: a frame into a finished picture.
fn scene(name: &'static str, input: &Input) -> Step {
    let dataset = builtin();
    let resolved = ChartSpec::resolve(input, &dataset).ok();
    let asked = resolved.map(|spec| (spec.query.run(&dataset), spec));
    let measure = Measure::default();
    step(name, move || {
        let (frame, spec) = asked.as_ref()?;
        kind::picture(&Brief::new(frame, spec, &measure, WIDTH)).ok()
    })
}
