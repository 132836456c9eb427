//! Goldens: each case's scene as lines of text, compared with what was looked at.
//!
//! `UPDATE_GOLDENS=1 cargo test --test scenes` writes them anew; every case also leaves an SVG in
//! `target/pictures/`, and with `PICTURES=1` a PNG, for goldens are looked at before they are kept.
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod support;

use std::path::PathBuf;
use std::rc::Rc;

use indicator_chart::dataset::Dataset;
use support::{chart, figures, pictures};

/// A named chart of the built-in figures.
type Case = (&'static str, &'static [(&'static str, &'static str)]);

const CASES: [Case; 9] = [
    (
        "ecommerce",
        &[
            ("indicator", "cross-border-ecommerce-volume"),
            ("kind", "bullet"),
            ("from", "2024"),
            ("to", "2024"),
        ],
    ),
    ("ecommerce-all", &[("indicator", "cross-border-ecommerce-volume"), ("kind", "bullet")]),
    ("laboratories", &[("indicator", "provincial-laboratories"), ("kind", "line")]),
    ("talent", &[("indicator", "total-talent"), ("kind", "bar")]),
    ("enterprises", &[("indicator", "high-tech-enterprises"), ("kind", "line")]),
    (
        "enterprises-added",
        &[("indicator", "high-tech-enterprises-added"), ("kind", "bullet"), ("from", "2024")],
    ),
    ("contracts", &[("indicator", "technology-contracts"), ("kind", "bar")]),
    ("sewage", &[("indicator", "rural-sewage-treatment-rate"), ("kind", "bullet")]),
    ("electronics", &[("indicator", "electronics-industry-scale"), ("kind", "bar")]),
];

/// Charts of the invented figures: what the built-in ones do not have.
const INVENTED: [Case; 9] = [
    ("rides", &[("indicator", "invented-rides"), ("kind", "line"), ("heading", "Invented: four lines")]),
    ("growth", &[("indicator", "invented-growth"), ("kind", "bar")]),
    ("words-line", &[("indicator", "invented-words"), ("kind", "line")]),
    ("words-bar", &[("indicator", "invented-words"), ("kind", "bar")]),
    ("shops", &[("indicator", "invented-shops"), ("kind", "line")]),
    ("daily", &[("indicator", "invented-daily"), ("kind", "line")]),
    ("long-names", &[("indicator", "invented-long-names"), ("kind", "bar")]),
    ("sales", &[("indicator", "invented-sales"), ("kind", "bullet")]),
    ("waste", &[("indicator", "invented-waste"), ("kind", "bullet")]),
];

/// Width, theme and language of the pictures of a case: a phone, an article column, a wide desk.
const LOOKS: [(f64, &str, &str); 4] =
    [(320.0, "light", "zh-CN"), (640.0, "light", "zh-CN"), (640.0, "dark", "en"), (320.0, "dark", "en")];

fn golden(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/scenes").join(format!("{name}.scene"))
}

/// Compares a scene with its golden, or writes it where that was asked for.
fn hold(name: &str, scene: &str, changed: &mut Vec<String>) {
    let path = golden(name);
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    if kept == scene {
        return;
    }
    if std::env::var_os("UPDATE_GOLDENS").is_some() {
        std::fs::write(&path, scene).expect("a golden can be written");
    } else {
        let first = kept.lines().zip(scene.lines()).find(|(a, b)| a != b);
        changed.push(format!("{name}: first difference {first:?}"));
        std::fs::write(pictures().join(format!("{name}-changed.scene")), scene)
            .expect("an artefact can be written");
    }
}

fn run(dataset: &Rc<Dataset>, cases: &[Case]) {
    let mut changed = Vec::new();
    for (name, fields) in cases {
        for (width, theme, lang) in LOOKS {
            let mut fields = fields.to_vec();
            fields.extend([("theme", theme), ("lang", lang)]);
            let chart = chart(dataset, &fields, width);
            let name = format!("{name}-{width}-{theme}-{}", &lang[..2]);
            let svg = chart.svg("ic");
            std::fs::write(pictures().join(format!("{name}.svg")), &svg).expect("an artefact can be written");
            if std::env::var_os("PICTURES").is_some() {
                support::png::raster(&svg, 2.0).keep(&name);
            }
            hold(&name, &chart.scene().expect("a scene").to_string(), &mut changed);
        }
    }
    assert!(changed.is_empty(), "{} scenes changed:\n{}", changed.len(), changed.join("\n"));
}

#[test]
fn the_invented_figures_draw_as_they_were_looked_at() {
    run(&support::fixtures::invented(), &INVENTED);
}

#[test]
fn the_built_in_figures_draw_as_they_were_looked_at() {
    run(&figures(), &CASES);
}
