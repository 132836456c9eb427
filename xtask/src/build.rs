//! Turns the engine and the element into the npm package, and the host pages into the site.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use indicator_chart::dataset::builtin;

use crate::command::Step;
use crate::drawer::Library;
use crate::engine::{self, Dataset, Engine};
use crate::figures;
use crate::fresh::Fingerprint;
use crate::monitor;
use crate::place::Place;
use crate::site;

/// The module's name in the package; the element looks for it beside its own script.
pub(crate) const WASM: &str = "indicator-chart.wasm";
/// The module of a page's own numbers.
pub(crate) const COLUMNS: &str = "indicator-chart-columns.wasm";
/// The script that a page includes; its chunks are named after it.
pub(crate) const SCRIPT: &str = "indicator-chart.js";
/// Style sheets of the site that a page of one's own needs too: how scenes of a story are laid out, and how a prepared
/// picture stands where the live one will.
const SHEETS: [&str; 2] = ["story.css", "indicator-chart.css"];
/// What a page includes whose charts stand in frames.
const FRAME: &str = "www/frame.js";

/// How the chunk of a part begins that is fetched when it is wanted.
pub(crate) fn chunk(part: &str) -> String {
    format!("{}-{part}-", SCRIPT.trim_end_matches(".js"))
}

/// Files of the package that are written by hand.
const TRACKED: [&str; 9] = [
    "package.json",
    "auto.js",
    "auto.d.ts",
    "index.d.ts",
    "inline.d.ts",
    "node.d.ts",
    "README.md",
    "LICENSE-MIT",
    "LICENSE-APACHE",
];
/// Built files that no page of the site asks for.
const ELSEWHERE: [&str; 6] =
    ["index.js", "inline.js", "node.js", "cli.js", "custom-elements.json", "integrity.json"];

/// Fills `pkg/`.
pub(crate) fn package(place: &Place, dataset: Dataset) -> Result<Engine> {
    let engine = engine::build(place, dataset)?;
    let columns = engine::columns(place)?;
    let package = place.package();
    let ran = Fingerprint::of(place, "package")
        .with_path(&engine.glue)?
        .with_path(&engine.wasm)?
        .with_path(&columns.glue)?
        .with_path(&columns.wasm)?
        .with_path(&place.www().join("element"))?
        .with_path(&place.package().join("index.d.ts"))?
        .with_path(&place.root().join(FRAME))?
        .with_path(&place.tools().join("package-lock.json"))?
        .with_path(&place.tools().join("bundle.mjs"))?
        .with_path(&place.tools().join("glue.mjs"))?
        .with_path(&place.tools().join("manifest.mjs"))?
        .unless_fresh(&[package.join(WASM), package.join(COLUMNS), package.join(SCRIPT)], || {
            clear(place)?;
            bundle(place, &engine, &columns)?;
            fs::copy(&engine.wasm, package.join(WASM))?;
            fs::copy(&columns.wasm, package.join(COLUMNS))?;
            Ok(())
        })?;
    if dataset == Dataset::On {
        let data = builtin();
        for (name, lang) in monitor::FILES {
            fs::write(package.join(name), monitor::file(&monitor::gathered(&data, lang)?, lang))?;
        }
    }
    for name in SHEETS {
        let sheet = place.www().join(name);
        if sheet.exists() {
            fs::copy(sheet, package.join(name))?;
        }
    }
    println!("pkg/  {}", if ran { "built" } else { "unchanged" });
    Ok(engine)
}

/// Fills `dist/`: the host pages with their fallbacks, the package's built files and files of figures beside them.
pub(crate) fn site(place: &Place) -> Result<()> {
    let figures = figures::served(place)?;
    let library = Library::new(&figures)?;
    let pictures = site::assemble(place, &served(place)?, &figures, &library, library.builtin())?;
    println!("dist/ {pictures} fallback pictures");
    Ok(())
}

/// The built files that pages ask for.
fn served(place: &Place) -> Result<Vec<PathBuf>> {
    let mut files = built(place)?;
    files.retain(|path| ELSEWHERE.iter().all(|name| !path.ends_with(name)));
    Ok(files)
}

/// The built files of the package.
pub(crate) fn built(place: &Place) -> Result<Vec<PathBuf>> {
    let package = place.package();
    let mut found = Vec::new();
    for entry in fs::read_dir(&package).with_context(|| format!("cannot list {}", package.display()))? {
        let entry = entry?;
        let tracked = TRACKED.iter().any(|name| entry.file_name() == *name);
        if entry.file_type()?.is_file() && !tracked {
            found.push(entry.path());
        }
    }
    found.sort();
    Ok(found)
}

/// Chunks carry a hash in their names, so those of an earlier build would stay behind.
fn clear(place: &Place) -> Result<()> {
    fs::create_dir_all(place.package())?;
    for path in built(place)? {
        fs::remove_file(path)?;
    }
    Ok(())
}

fn bundle(place: &Place, engine: &Engine, columns: &Engine) -> Result<()> {
    Step::new("bundling the element", "node")
        .args([place.tools().join("bundle.mjs")])
        .args([&engine.glue, &engine.wasm, &columns.glue, &columns.wasm, &place.package()])
        .within(place.root())
        .run()?;
    Step::new("writing the manifest of the elements", "node")
        .args([place.tools().join("manifest.mjs"), place.package()])
        .within(place.root())
        .run()?;
    Ok(())
}
