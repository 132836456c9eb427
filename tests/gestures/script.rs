//! Scripts of events: `step → state`, a line each, run against a real chart.
//!
//! `chart kind=… indicator=… width=…` opens a chart (fields as attributes, `of=invented` for the invented figures).
//! Steps are `move X Y`, `tap X Y` (or `move on ID`, `tap on ID`: the point of that datum), `leave`, `key NAME`,
//! `focus`, `blur`, `point ID`, `resize W`, `press X Y`, `release X Y` (or `on ID`), `cancel`, `scrub X Y`, `in X Y` and `out X Y` for
//! the wheel, `name N` and `tap-name N` for a name of the legend, `echo PERIOD SERIES`. States are `idle`, `hover ID`, `focus ID`, `pinned ID` and, while the
//! keyboard is on the chart, `pinned+keys ID`; then `used` where the page must not act on the key too, and `still`
//! where nothing needs to be drawn, `lit KEY` while something stands out and
//! `FROM..TO` while a part of the time is shown.

use std::path::PathBuf;

use indicator_chart::chart::Chart;
use indicator_chart::geom::Point;
use indicator_chart::interact::{Damage, Event, Key, Update};
use indicator_chart::scene::Shape;

use super::{fixtures, support};

/// A file of steps.
pub(crate) struct Script {
    name: String,
    lines: Vec<String>,
}

/// Every script there is.
pub(crate) fn all() -> Vec<Script> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/gestures");
    let entries = std::fs::read_dir(&folder).expect("the folder of scripts");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "script"));
    paths.sort();
    let read = |path: &PathBuf| Script {
        name: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        lines: std::fs::read_to_string(path).expect("a script").lines().map(str::to_owned).collect(),
    };
    paths.iter().map(read).collect()
}

impl Script {
    /// Runs the script; the number of its steps. What reads otherwise than it says is added to `wrong`.
    pub(crate) fn run(&self, wrong: &mut Vec<String>) -> usize {
        let (mut chart, mut steps): (Option<Chart>, usize) = (None, 0);
        for (number, line) in (1..).zip(&self.lines) {
            let place = format!("{}:{number}", self.name);
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            if let Some(fields) = line.strip_prefix("chart ") {
                chart = Some(open(fields));
                continue;
            }
            let (step, wanted) =
                line.split_once(" → ").unwrap_or_else(|| panic!("{place}: no “→” in {line}"));
            let chart = chart.as_mut().unwrap_or_else(|| panic!("{place}: no chart yet"));
            let update = act(chart, step, &place);
            let found = state(chart, update);
            if found != wanted.trim() {
                wrong.push(format!("{place}: {step} → {found}, not {wanted}"));
            }
            steps += 1;
        }
        steps
    }
}

fn open(fields: &str) -> Chart {
    let fields: Vec<(&str, &str)> =
        fields.split_whitespace().filter_map(|field| field.split_once("=")).collect();
    let value = |name: &str| fields.iter().find(|(field, _)| *field == name).map(|(_, value)| *value);
    let dataset = if value("of") == Some("invented") { fixtures::invented() } else { support::figures() };
    let width = value("width").and_then(|width| width.parse().ok()).expect("a width");
    let spec: Vec<(&str, &str)> =
        fields.iter().copied().filter(|(field, _)| !["of", "width"].contains(field)).collect();
    // A line has no room for blanks inside a field.
    let blank = |(field, text): &(&str, &str)| ((*field).to_owned(), text.replace('+', " "));
    let spec: Vec<(String, String)> = spec.iter().map(blank).collect();
    let spec: Vec<(&str, &str)> = spec.iter().map(|(field, text)| (field.as_str(), text.as_str())).collect();
    support::chart(&dataset, &spec, width)
}

fn act(chart: &mut Chart, step: &str, place: &str) -> Update {
    let words: Vec<&str> = step.split_whitespace().collect();
    let number = |word: &str| word.parse::<f64>().unwrap_or_else(|_| panic!("{place}: {word} is no number"));
    let at = |chart: &Chart, id: &str| {
        let found = chart.targets().iter().find(|target| chart.shown().data[target.datum].id == id);
        found.unwrap_or_else(|| panic!("{place}: nothing to read for {id}")).at
    };
    let event = match words.as_slice() {
        ["move", "on", id] => Event::Move(at(chart, id)),
        ["tap", "on", id] => Event::Tap(at(chart, id)),
        ["move", x, y] => Event::Move(Point { x: number(x), y: number(y) }),
        ["tap", x, y] => Event::Tap(Point { x: number(x), y: number(y) }),
        ["press", "on", id] => Event::Press(at(chart, id)),
        ["release", "on", id] => Event::Release(at(chart, id)),
        ["press", x, y] => Event::Press(Point { x: number(x), y: number(y) }),
        ["release", x, y] => Event::Release(Point { x: number(x), y: number(y) }),
        ["cancel"] => Event::Cancel,
        [way @ ("in" | "out"), x, y] => Event::Wheel(Point { x: number(x), y: number(y) }, *way == "in"),
        [verb @ ("name" | "tap-name"), place] => {
            let name = number(place) as usize;
            let at = chart.picture().expect("a picture").names[name].areas[0].center();
            if *verb == "name" { Event::Move(at) } else { Event::Tap(at) }
        }
        ["echo", period, series] => {
            let bare = |text: &str| if text == "-" { String::new() } else { text.to_owned() };
            return Update { damage: chart.echo(&bare(period), &bare(series)), used: false };
        }
        ["scrub", "on", id] => Event::Scrub(at(chart, id)),
        ["scrub", x, y] => Event::Scrub(Point { x: number(x), y: number(y) }),
        ["leave"] => Event::Leave,
        ["focus"] => Event::Focus,
        ["blur"] => Event::Blur,
        ["key", name] => {
            let name = if *name == "Space" { " " } else { name };
            Event::Key(Key::of(name).unwrap_or_else(|| panic!("{place}: {name} is no key of ours")))
        }
        ["point", id] => {
            let data = &chart.shown().data;
            Event::Point(data.iter().position(|datum| datum.id == *id).unwrap_or(usize::MAX))
        }
        ["resize", width] => {
            chart.resize(number(width));
            return Update { damage: Damage::Layout, used: false };
        }
        _ => panic!("{place}: {step} is no step"),
    };
    chart.event(event)
}

/// What a reader can see of the state: what is read, whether it stays, and the thicker ring of the keyboard.
fn state(chart: &Chart, update: Update) -> String {
    let overlay = chart.overlay();
    let marks = overlay.layers.iter().flat_map(|layer| &layer.marks);
    let ring = marks.filter(|mark| mark.datum.is_some()).find_map(|mark| match &mark.shape {
        Shape::Symbol { stroke, .. } | Shape::Rect { stroke, .. } => *stroke,
        _ => None,
    });
    let keys = ring.is_some_and(|stroke| stroke.width > 2.5);
    let state = match chart.reading() {
        None => "idle".to_owned(),
        Some(balloon) => {
            let name = match (balloon.pinned, keys) {
                (true, true) => "pinned+keys",
                (true, false) => "pinned",
                (false, true) => "focus",
                (false, false) => "hover",
            };
            format!("{name} {}", balloon.reading.id)
        }
    };
    let lit = chart.lit();
    let lit = if lit.is_empty() { lit } else { format!(" lit {lit}") };
    let [_, _, from, to] = chart.view();
    let span = if from.is_empty() { from } else { format!(" {from}..{to}") };
    let used = if update.used { " used" } else { "" };
    let still = if update.damage == Damage::None { " still" } else { "" };
    format!("{state}{lit}{span}{used}{still}")
}
