//! Turns the built package into what its users make of it: projects that install, build and open it.

use std::cell::RefCell;
use std::fs;

use anyhow::{Context, Result};
use serde_json::json;
use sha2::{Digest, Sha256};

use crate::command::{Step, tail};
use crate::drawer::Library;
use crate::lanes::{Counts, Verdict, node_counts};
use crate::place::Place;
use crate::prerender::{self, Draw, Fallback};
use crate::{figures, fresh, npm};

/// Widths and themes that the charts of the pages are drawn in.
const WIDTHS: [f64; 2] = [328.0, 640.0];
const THEMES: [&str; 2] = ["dark", "light"];

/// A page's drawer that keeps a line of each picture of each chart.
struct Recorder<'a> {
    library: &'a Library,
    page: String,
    lines: RefCell<Vec<String>>,
}

impl Draw for Recorder<'_> {
    fn draw(&self, attributes: &[(String, String)], folder: &str, name: &str) -> Result<Fallback> {
        let drawn = self.library.draw(attributes, folder, name)?;
        let named = attributes.iter().find(|(name, _)| name == "theme").map(|(_, theme)| theme.as_str());
        for theme in named.map_or_else(|| THEMES.to_vec(), |theme| vec![theme]) {
            for width in WIDTHS {
                let svg = self.library.svg(attributes, theme, width)?;
                let sum: String =
                    Sha256::digest(svg.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
                let attributes: serde_json::Map<String, serde_json::Value> =
                    attributes.iter().map(|(name, value)| (name.clone(), json!(value))).collect();
                let line = json!({
                    "page": self.page, "attributes": attributes, "theme": theme, "width": width, "sha256": sum,
                });
                self.lines.borrow_mut().push(line.to_string());
            }
        }
        Ok(drawn)
    }
}

/// What the native library draws of every page's charts, a line of JSON a picture.
fn pictures(place: &Place) -> Result<String> {
    let library = Library::new(&figures::served(place)?)?;
    let mut lines = Vec::new();
    for file in fresh::files(&place.www())? {
        if file.extension().is_none_or(|extension| extension != "html") {
            continue;
        }
        let page = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let recorder = Recorder { library: &library, page, lines: RefCell::default() };
        prerender::page(&fs::read_to_string(&file)?, &recorder)
            .with_context(|| file.display().to_string())?;
        lines.extend(recorder.lines.into_inner());
    }
    Ok(lines.join("\n"))
}

/// Installs, builds and opens the consumers of `tests/packages`, on what `build` left in `pkg/`.
pub(crate) fn consumers(place: &Place) -> Result<Verdict> {
    npm::install(place, &place.tools(), "tools")?;
    npm::install(place, &place.browsers(), "browsers")?;
    let list = place.work().join("pictures.jsonl");
    fs::write(&list, pictures(place)?)?;
    let finished = Step::new("consumers of the package", "node")
        .args(["--test-reporter=spec", "main.js"])
        .within(&place.root().join("tests/packages"))
        .env("PICTURES", &list)
        .env("SCREENSHOTS", place.target().join("screenshots"))
        .limit(900)
        .finish()?;
    let mut counts = node_counts(&finished.output);
    if !finished.status.success() && counts.failed == 0 {
        counts.failed = 1;
    }
    let says = if counts.failed == 0 { said(&finished.output) } else { tail(&finished.output, 200) };
    Ok(Verdict { counts: Counts { ..counts }, says })
}

/// Versions and sizes, which the tests print between their verdicts.
fn said(output: &str) -> String {
    let lines = output.lines().filter_map(|line| line.trim_start().strip_prefix("ℹ "));
    lines.filter(|line| line.contains("bytes") || line.contains("SHA-256")).collect::<Vec<_>>().join("\n")
}
