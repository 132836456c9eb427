//! The map of the rooms, held true: who may name whom, who may name the browser and the pen, and what no file of
//! ours may hold. ARCHITECTURE.md shows the same map to readers.

#![allow(clippy::expect_used, clippy::panic, reason = "a test says by failing what it expected")]

#[path = "architecture/scan.rs"]
mod scan;

use std::path::{Path, PathBuf};

use scan::{Token, reaches, tokens, without_tests};

/// Each room with the rooms it may name besides [`GROUND`]; `room::{A, B}` allows only those names of it.
const MAP: [(&str, &[&str]); 26] = [
    ("geom", &[]),
    ("color", &[]),
    ("words", &[]),
    ("order", &[]),
    ("error", &[]),
    ("column", &[]),
    ("dataset", &[]),
    ("figure", &["dataset::{Figure, Qualifier}"]),
    ("query", &["dataset"]),
    ("spec", &["query"]),
    ("scale", &["dataset::{Date, Period}"]),
    ("format", &["dataset", "scale"]),
    ("text", &[]),
    ("scene", &["text::{Weight}"]),
    ("layout", &["scale", "format", "text", "spec", "scene"]),
    ("kind", &["spec", "query", "scale", "format", "text", "scene", "layout"]),
    ("hit", &["kind"]),
    ("interact", &["hit", "kind", "scale"]),
    ("a11y", &["query", "spec", "format", "kind"]),
    ("paint", &["scene", "text::{Weight}"]),
    (
        "chart",
        &[
            "dataset", "figure", "query", "spec", "scale", "format", "text", "scene", "layout", "kind",
            "hit", "interact", "a11y", "paint",
        ],
    ),
    (
        "plot",
        &[
            "column",
            "spec",
            "scale",
            "format",
            "text",
            "scene",
            "layout",
            "paint",
            "dataset::{Date, Figure, Measure, Unit, plain_number}",
            "interact::{Damage, Event, Key, Update}",
            "a11y::{Reading, Row, Table}",
            "chart::{Balloon, Origin, Record}",
        ],
    ),
    ("monitor", &["dataset", "query", "spec", "format", "kind", "a11y", "text::{Measure}"]),
    ("embed", &["chart", "dataset", "format", "paint"]),
    ("wasm", &["chart", "column", "plot", "paint", "text"]),
    // The root only lists the rooms.
    ("lib", &[]),
];

/// What every room may name; of these, only errors speak, and they speak in words.
const GROUND: [&str; 5] = ["geom", "color", "error", "order", "words"];
const GROUND_USES: [(&str, &[&str]); 5] =
    [("geom", &[]), ("color", &[]), ("words", &[]), ("order", &[]), ("error", &["words"])];

/// Names that only `wasm` may write.
const BROWSER: [&str; 6] =
    ["wasm_bindgen", "web_sys", "js_sys", "serde_wasm_bindgen", "plotters_canvas", "wasm_bindgen_futures"];

/// Std methods whose last bit differs between native and wasm.
const INEXACT: [&str; 26] = [
    "ln", "ln_1p", "log", "log2", "log10", "exp", "exp2", "exp_m1", "powf", "powi", "cbrt", "hypot", "sin",
    "cos", "tan", "sin_cos", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "asinh", "acosh",
    "atanh",
];

const LINES: usize = 400;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The files under a folder, with a path from the project's root.
fn files(folder: &str, ends: &[&str]) -> Vec<String> {
    fn walk(folder: &Path, out: &mut Vec<PathBuf>) {
        let entries =
            std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        for entry in entries {
            let path = entry.expect("an entry").path();
            if path.is_dir() { walk(&path, out) } else { out.push(path) }
        }
    }
    let mut found = Vec::new();
    walk(&root().join(folder), &mut found);
    let name = |path: &PathBuf| {
        path.strip_prefix(root()).expect("below the root").to_str().expect("a plain name").replace('\\', "/")
    };
    let mut names: Vec<String> = found.iter().map(name).collect();
    names.retain(|name| ends.iter().any(|end| name.ends_with(end)));
    names.sort();
    names
}

fn read(name: &str) -> String {
    std::fs::read_to_string(root().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// A file of `src` as the rules see it.
struct Source {
    name: String,
    room: String,
    /// How many modules it lies under the root.
    depth: usize,
    tokens: Vec<Token>,
}

impl Source {
    fn new(name: &str, text: &str) -> (Self, Vec<String>) {
        let inner = name.trim_start_matches("src/").trim_end_matches(".rs");
        let parts: Vec<&str> = inner.split('/').filter(|part| *part != "mod" && *part != "lib").collect();
        let (tokens, tests) = without_tests(&tokens(text));
        let room = parts.first().map_or("lib", |room| *room).to_owned();
        // `src/a/b.rs` and `src/a/b/mod.rs` hold the modules below `src/a/b/`.
        let base = ["src", &parts.join("/")].join("/");
        let below = |module: String| [base.trim_end_matches('/'), "/", &module].concat();
        let source = Self { name: name.to_owned(), room, depth: parts.len(), tokens };
        (source, tests.into_iter().map(below).collect())
    }
}

/// All of `src` outside tests.
fn sources() -> Vec<Source> {
    let (mut all, mut tests) = (Vec::new(), Vec::new());
    for name in files("src", &[".rs"]) {
        // A program is a user of the library, with modules of its own.
        if name.starts_with("src/bin/") {
            continue;
        }
        let (source, own) = Source::new(&name, &read(&name));
        all.push(source);
        tests.extend(own);
    }
    let tested = |source: &Source| {
        let stem = source.name.trim_end_matches(".rs");
        tests.iter().any(|test| stem == test || stem.starts_with(&[test, "/"].concat()))
    };
    all.retain(|source| !tested(source));
    assert!(all.len() > 40, "only {} files of src found", all.len());
    all
}

fn allowed(room: &str) -> Option<&'static [&'static str]> {
    MAP.iter().find(|(name, _)| *name == room).map(|(_, rooms)| *rooms)
}

/// Whether a room may name a path from the crate root.
fn may(room: &str, parts: &[String]) -> bool {
    let Some(target) = parts.first().map(String::as_str) else { return false };
    if target == room {
        return true;
    }
    if let Some((_, uses)) = GROUND_USES.iter().find(|(name, _)| *name == room) {
        return uses.contains(&target);
    }
    let of_ground = GROUND.contains(&target);
    of_ground
        || allowed(room).unwrap_or(&[]).iter().any(|rule| match rule.split_once("::") {
            None => *rule == target,
            Some((name, items)) => {
                let mut items = items.trim_matches(['{', '}']).split(", ");
                name == target && parts.get(1).is_some_and(|part| items.any(|item| item == part))
            }
        })
}

/// What breaks the map in a file.
fn trespasses(source: &Source) -> Vec<String> {
    if source.room == "lib" {
        return Vec::new();
    }
    let found =
        reaches(&source.tokens, source.depth).into_iter().filter(|reach| !may(&source.room, &reach.parts));
    found
        .map(|reach| {
            let path = reach.parts.join("::");
            format!("{}:{}: {} may not name crate::{path}", source.name, reach.line, source.room)
        })
        .collect()
}

/// Words that a file must not hold, with their lines.
fn words<'a>(source: &'a Source, wrong: impl Fn(&'a [Token], usize) -> bool) -> Vec<String> {
    let tokens = &source.tokens;
    let hits = (0..tokens.len()).filter(|at| wrong(tokens, *at));
    hits.map(|at| format!("{}:{}: {}", source.name, tokens[at].line, tokens[at].text)).collect()
}

fn text(tokens: &[Token], at: Option<usize>) -> &str {
    at.and_then(|at| tokens.get(at)).map_or("", |token| token.text.as_str())
}

fn names_browser(source: &Source) -> Vec<String> {
    if source.room == "wasm" {
        return Vec::new();
    }
    words(source, |tokens, at| BROWSER.contains(&tokens[at].text.as_str()))
}

fn names_pen(source: &Source) -> Vec<String> {
    if ["wasm", "paint"].contains(&source.room.as_str()) {
        return Vec::new();
    }
    words(source, |tokens, at| tokens[at].text.starts_with("plotters"))
}

fn gives_up(source: &Source) -> Vec<String> {
    const CALLS: [&str; 5] = ["unwrap", "expect", "unwrap_err", "expect_err", "unwrap_unchecked"];
    const MACROS: [&str; 4] = ["panic", "todo", "unimplemented", "unreachable"];
    words(source, |tokens, at| {
        let word = tokens[at].text.as_str();
        let after = text(tokens, Some(at + 1));
        (CALLS.contains(&word) && after == "(" && text(tokens, at.checked_sub(1)) != "fn")
            || (MACROS.contains(&word) && after == "!")
    })
}

fn inexact(source: &Source) -> Vec<String> {
    words(source, |tokens, at| {
        let (one, two, three) = (
            text(tokens, at.checked_sub(1)),
            text(tokens, at.checked_sub(2)),
            text(tokens, at.checked_sub(3)),
        );
        // A magnitude has an `exp()` of its own; clippy, which sees types, holds the rest.
        let ours = one == "." && ["magnitude", "self"].contains(&two);
        let called = one == "." && text(tokens, Some(at + 1)) == "(";
        let named = one == ":" && two == ":" && ["f64", "f32"].contains(&three);
        INEXACT.contains(&tokens[at].text.as_str()) && !ours && (called || named)
    })
}

fn hold(rule: &str, found: Vec<String>) {
    assert!(found.is_empty(), "{rule}: {} broken\n{}", found.len(), found.join("\n"));
}

#[test]
fn rooms_name_only_the_rooms_the_map_allows() {
    hold("the map of the rooms", sources().iter().flat_map(trespasses).collect());
}

#[test]
fn the_map_has_every_room_and_no_other() {
    let source = tokens(&read("src/lib.rs"));
    let declared = |at: &usize| source[*at].text == "mod";
    let mut rooms: Vec<String> =
        (0..source.len()).filter(declared).map(|at| source[at + 1].text.clone()).collect();
    let mut mapped: Vec<String> = MAP.iter().map(|(room, _)| (*room).to_owned()).collect();
    mapped.retain(|room| room != "lib");
    rooms.sort();
    mapped.sort();
    assert_eq!(rooms, mapped);
}

#[test]
fn the_map_has_one_direction() {
    let mut done: Vec<&str> = GROUND.to_vec();
    let mut left: Vec<(&str, &[&str])> = MAP.to_vec();
    left.retain(|(room, _)| !done.contains(room));
    loop {
        let ready = |rooms: &[&str]| {
            rooms.iter().all(|rule| done.contains(&rule.split_once("::").map_or(*rule, |(room, _)| room)))
        };
        let (next, rest): (Vec<_>, Vec<_>) = left.into_iter().partition(|(_, rooms)| ready(rooms));
        left = rest;
        if next.is_empty() {
            break;
        }
        done.extend(next.iter().map(|(room, _)| *room));
    }
    assert!(left.is_empty(), "rooms in a circle: {left:?}");
}

#[test]
fn only_wasm_names_the_browser() {
    hold("the browser's crates outside src/wasm", sources().iter().flat_map(names_browser).collect());
}

#[test]
fn only_paint_and_wasm_name_the_pen() {
    hold("plotters outside src/paint and src/wasm", sources().iter().flat_map(names_pen).collect());
}

#[test]
fn nothing_gives_up_outside_tests() {
    hold("unwrap, expect or a panic in src", sources().iter().flat_map(gives_up).collect());
}

#[test]
fn no_function_differs_between_native_and_wasm() {
    hold("transcendental functions of std in src", sources().iter().flat_map(inexact).collect());
}

#[test]
fn the_native_build_cannot_link_a_browser() {
    let manifest = read("Cargo.toml");
    let mut section = "";
    for line in manifest.lines() {
        if line.starts_with('[') {
            section = line;
        }
        let name = line.split(['=', ' ']).next().unwrap_or("").replace('-', "_");
        let wasm_only = section.contains("cfg(target_arch = \"wasm32\")");
        assert!(wasm_only || !BROWSER.contains(&name.as_str()), "{section} has {line}");
    }
}

#[test]
fn no_file_is_longer_than_can_be_read() {
    let mut all = files("src", &[".rs"]);
    all.extend(files("xtask/src", &[".rs"]));
    all.extend(files("www/element", &[".js", ".ts"]));
    let long = |name: &String| {
        let lines = read(name).lines().count();
        (lines > LINES).then(|| format!("{name}: {lines} lines"))
    };
    hold("files over 400 lines", all.iter().filter_map(long).collect());
}

#[test]
fn the_readers_map_lists_every_room() {
    let Ok(page) = std::fs::read_to_string(root().join("ARCHITECTURE.md")) else { return };
    let cells: Vec<&str> =
        page.lines().filter(|line| line.starts_with('|')).filter_map(|line| line.split('|').nth(1)).collect();
    let listed = |room: &str| {
        let words = |cell: &&str| cell.split(|c: char| !c.is_alphanumeric()).any(|word| word == room);
        cells.iter().any(words)
    };
    let missing = MAP.iter().map(|(room, _)| *room).filter(|room| *room != "lib" && !listed(room));
    hold("rooms that ARCHITECTURE.md's table does not list", missing.map(str::to_owned).collect());
}

#[test]
fn each_rule_catches_what_it_forbids() {
    let source = |name: &str, text: &str| Source::new(name, text).0;
    let caught = |rule: fn(&Source) -> Vec<String>, name: &str, text: &str| rule(&source(name, text)).len();
    assert_eq!(caught(trespasses, "src/kind/bar.rs", "use crate::{dataset::Figure, query::Frame};"), 1);
    assert_eq!(caught(trespasses, "src/kind/line/text.rs", "use super::super::super::paint::svg;"), 1);
    assert_eq!(caught(trespasses, "src/hit.rs", "fn f() { super::chart::f() }"), 1);
    assert_eq!(caught(trespasses, "src/scene/mark.rs", "use crate::text::{Measure, Weight};"), 1);
    assert_eq!(caught(trespasses, "src/kind/mod.rs", "use crate::Dataset;"), 1);
    assert_eq!(caught(trespasses, "src/geom.rs", "use crate::color::Color;"), 1);
    assert_eq!(
        caught(trespasses, "src/kind/mod.rs", "// crate::paint\n#[cfg(test)] mod t { use crate::paint; }"),
        0
    );
    assert_eq!(caught(names_browser, "src/chart.rs", "#[wasm_bindgen] pub fn f() {}"), 1);
    assert_eq!(caught(names_browser, "src/wasm/mod.rs", "use web_sys::Window;"), 0);
    assert_eq!(caught(names_pen, "src/scene/mod.rs", "use plotters_backend::BackendCoord;"), 1);
    assert_eq!(caught(gives_up, "src/hit.rs", "fn f() { a.unwrap(); b.expect(\"c\"); panic!() }"), 3);
    assert_eq!(caught(gives_up, "src/hit.rs", "fn f() { a.unwrap_or(1); \"panic!\"; expected() }"), 0);
    assert_eq!(caught(inexact, "src/hit.rs", "a.powi(2) + f64::ln(b) + libm::log10(c) + magnitude.exp()"), 2);
}
