//! What several test binaries share: charts of the built-in figures, and pictures kept for looking at.

#![allow(dead_code, reason = "every test binary uses its own part")]
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

pub(crate) mod fixtures;
pub(crate) mod gallery;
pub(crate) mod png;

use std::path::PathBuf;
use std::rc::Rc;

use indicator_chart::chart::Chart;
use indicator_chart::dataset::{Dataset, builtin};
use indicator_chart::spec::Input;

/// The built-in figures.
pub(crate) fn figures() -> Rc<Dataset> {
    Rc::new(builtin())
}

/// An input from pairs of field and text.
pub(crate) fn input(fields: &[(&str, &str)]) -> Input {
    let mut input = Input::default();
    for (field, text) in fields {
        let slot = match *field {
            "indicator" => &mut input.indicator,
            "kind" => &mut input.kind,
            "area" => &mut input.area,
            "from" => &mut input.from,
            "to" => &mut input.to,
            "lang" => &mut input.lang,
            "theme" => &mut input.theme,
            "colors" => &mut input.colors,
            "form" => &mut input.form,
            "panels" => &mut input.panels,
            "domain" => &mut input.domain,
            "status" => &mut input.status,
            "scale" => &mut input.scale,
            "sort" => &mut input.sort,
            "profile" => &mut input.profile,
            "highlight" => &mut input.highlight,
            "annotations" => &mut input.annotations,
            "height" => &mut input.height,
            "heading" => &mut input.heading,
            "subheading" => &mut input.subheading,
            "note" => &mut input.note,
            "source" => &mut input.source,
            "alt" => &mut input.alt,
            other => panic!("no field {other}"),
        };
        *slot = Some((*text).to_owned());
    }
    input
}

/// A chart laid out at a width.
pub(crate) fn chart(dataset: &Rc<Dataset>, fields: &[(&str, &str)], width: f64) -> Chart {
    let mut chart =
        Chart::new(Rc::clone(dataset), &input(fields)).unwrap_or_else(|error| panic!("{fields:?}: {error}"));
    chart.resize(width);
    chart
}

/// Where pictures are kept for looking at; not part of the repository.
pub(crate) fn pictures() -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    std::fs::create_dir_all(&folder).expect("a folder for pictures");
    folder
}
