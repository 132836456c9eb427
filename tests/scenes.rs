//! Goldens: the scene of every chart of the gallery as lines of text, compared with what was looked at.
//!
//! `UPDATE_GOLDENS=1 cargo test --test scenes` writes them anew and takes away those of charts that are gone; every
//! chart also leaves an SVG in `target/pictures/`, and with `PICTURES=1` a PNG, for goldens are looked at before they
//! are kept.
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod support;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::rc::Rc;

use indicator_chart::chart::Chart;
use indicator_chart::dataset::Dataset;
use indicator_chart::spec::Kind;
use indicator_chart::words::Lang;
use support::gallery::{self, Entry};
use support::{figures, fixtures, input, pictures};

/// Width, theme and language of the two pictures of a chart: a phone by day in Chinese, a desk by night in English.
const LOOKS: [(f64, &str, &str); 2] = [(360.0, "light", "zh-CN"), (900.0, "dark", "en")];

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/scenes")
}

/// The goldens of a chart by name: its scenes, or the words it is refused with.
fn drawn(entry: &Entry, dataset: &Rc<Dataset>, faults: &mut Vec<String>) -> Vec<(String, String)> {
    let mut goldens = Vec::new();
    for (width, theme, lang) in LOOKS {
        let width = entry.width().unwrap_or(width);
        let (theme, lang) = (entry.own("theme", theme), entry.own("lang", lang));
        let name = format!("{}-{width}-{theme}-{}", entry.id, &lang[..2]);
        match (Chart::new(Rc::clone(dataset), &input(&entry.fields(theme, lang))), entry.refused()) {
            (Ok(mut chart), None) => {
                chart.resize(width);
                goldens.push((name.clone(), chart.scene().expect("a scene").to_string()));
                let svg = chart.svg("ic");
                std::fs::write(pictures().join(format!("{name}.svg")), &svg).expect("an artefact");
                if std::env::var_os("PICTURES").is_some() {
                    support::png::raster(&svg, 2.0).keep(&name);
                }
            }
            (Err(error), Some(code)) if error.code() == code => {
                let said = [Lang::Zh, Lang::En].map(|lang| error.message(lang));
                return vec![(
                    format!("{}-refused", entry.id),
                    format!("{code}\n{}\n{}\n", said[0], said[1]),
                )];
            }
            (Ok(_), Some(code)) => faults.push(format!("{name}: drawn, but meant to be refused as {code}")),
            (Err(error), _) => faults.push(format!("{name}: {} {error}", error.code())),
        }
    }
    goldens
}

/// Compares what was drawn with what is kept, or keeps it where that was asked for.
fn hold(drawn: &BTreeMap<String, String>, faults: &mut Vec<String>) {
    let update = std::env::var_os("UPDATE_GOLDENS").is_some();
    for (name, text) in drawn {
        let path = folder().join(format!("{name}.scene"));
        let kept = std::fs::read_to_string(&path).ok();
        if kept.as_ref() == Some(text) {
            continue;
        }
        if update {
            std::fs::write(&path, text).expect("a golden can be written");
            continue;
        }
        faults.push(kept.map_or_else(
            || format!("{name}: no golden"),
            |kept| {
                let first = kept.lines().zip(text.lines()).find(|(a, b)| a != b);
                format!("{name}: first difference {first:?}")
            },
        ));
        std::fs::write(pictures().join(format!("{name}-changed.scene")), text).expect("an artefact");
    }
    for file in std::fs::read_dir(folder()).expect("a folder of goldens") {
        let path = file.expect("an entry").path();
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        if drawn.contains_key(&name) {
            continue;
        }
        if update {
            std::fs::remove_file(&path).expect("a golden can be taken away");
        } else {
            faults.push(format!("{name}: a golden of no chart"));
        }
    }
}

#[test]
fn the_gallery_draws_as_it_was_looked_at() {
    let (built_in, invented) = (figures(), fixtures::invented());
    let (mut all, mut faults) = (BTreeMap::new(), Vec::new());
    for entry in gallery::entries() {
        let dataset = if entry.invented() { &invented } else { &built_in };
        all.extend(drawn(&entry, dataset, &mut faults));
    }
    hold(&all, &mut faults);
    assert!(faults.is_empty(), "{} of {} goldens:\n{}", faults.len(), all.len(), faults.join("\n"));
}

#[test]
fn the_gallery_shows_every_kind_and_names_each_chart_once() {
    let entries = gallery::entries();
    for (kind, _) in Kind::NAMES {
        let shown = entries.iter().any(|entry| entry.own("kind", "auto") == kind);
        assert!(shown, "no {kind} in the gallery");
    }
    for (at, entry) in entries.iter().enumerate() {
        let plain =
            entry.id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        assert!(plain, "{} is not in kebab-case", entry.id);
        assert!(entries[..at].iter().all(|before| before.id != entry.id), "{} stands there twice", entry.id);
    }
}
