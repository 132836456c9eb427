//! Goldens of whole documents: what prints, feeds and readers without scripts see, byte for byte.
//!
//! `UPDATE_GOLDENS=1 cargo test --test svg` writes them anew; the README shows two of them.
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod support;

use std::path::PathBuf;

use support::{chart, figures};

/// A document's name and the chart it holds.
type Case = (&'static str, &'static [(&'static str, &'static str)], f64);

const README: [(&str, &str); 6] = [
    ("indicator", "cross-border-ecommerce-volume"),
    ("kind", "bullet"),
    ("from", "2024"),
    ("to", "2024"),
    ("heading", "跨境电商：八个月走完全年目标的近四分之三"),
    ("subheading", "2024年交易额与全年目标"),
];

const CASES: [Case; 3] = [
    ("laboratories", &[("indicator", "provincial-laboratories"), ("lang", "en")], 640.0),
    ("talent", &[("indicator", "total-talent"), ("kind", "bar")], 320.0),
    ("sewage", &[("indicator", "rural-sewage-treatment-rate"), ("kind", "bullet"), ("theme", "dark")], 320.0),
];

fn hold(name: &str, document: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/svg").join(format!("{name}.svg"));
    if std::env::var_os("UPDATE_GOLDENS").is_some() {
        std::fs::write(&path, document).expect("a golden can be written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == document, "tests/svg/{name}.svg is not what the code draws; look, then UPDATE_GOLDENS=1");
}

#[test]
fn documents_are_the_same_to_the_byte() {
    let dataset = figures();
    for (name, fields, width) in CASES {
        hold(name, &chart(&dataset, fields, width).svg("ic"));
    }
    for theme in ["light", "dark"] {
        let mut fields = README.to_vec();
        fields.push(("theme", theme));
        hold(&format!("readme-{theme}"), &chart(&dataset, &fields, 640.0).svg("ic"));
    }
}

#[test]
fn text_of_a_page_never_becomes_markup() {
    let hostile = "</text><script>alert(1)</script>&<b a='\"'>\u{0}\u{1b}";
    let fields = [
        ("indicator", "total-talent"),
        ("heading", hostile),
        ("subheading", hostile),
        ("note", hostile),
        ("source", hostile),
        ("alt", hostile),
    ];
    let document = chart(&figures(), &fields, 640.0).svg("ic");
    for forbidden in ["<script", "<b ", "alert(1)</", "\u{0}", "\u{1b}"] {
        assert!(!document.contains(forbidden), "{forbidden:?} stands in the document");
    }
    assert!(document.contains("&lt;script&gt;"), "the text itself is kept");
}
