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
use crate::npm;
use crate::place::Place;
use crate::site;

/// The module's name in the package; the element looks for it beside its own script.
pub(crate) const WASM: &str = "indicator-chart.wasm";
/// The script that a page includes; its chunks are named after it.
pub(crate) const SCRIPT: &str = "indicator-chart.js";
/// How scenes of a story are laid out; the site's and the package's.
const STORY: &str = "story.css";
/// What a page includes whose charts stand in frames: its source, and its name in the package.
const FRAME: (&str, &str) = ("www/frame.js", "indicator-chart-frame.js");
/// How the chunk begins that the engine is started by.
pub(crate) const GLUE_CHUNK: &str = "indicator-chart-glue-";
/// How the element's sources name the engine's glue.
const GLUE: &str = "indicator-chart-engine";

/// How the chunk of a part begins that is fetched when it is wanted.
pub(crate) fn chunk(part: &str) -> String {
    format!("{}-{part}-", SCRIPT.trim_end_matches(".js"))
}

/// Files of the package that are written by hand.
const TRACKED: [&str; 5] = ["package.json", "index.d.ts", "README.md", "LICENSE-MIT", "LICENSE-APACHE"];

/// Fills `pkg/`.
pub(crate) fn package(place: &Place, dataset: Dataset) -> Result<Engine> {
    let engine = engine::build(place, dataset)?;
    let package = place.package();
    let ran = Fingerprint::of(place, "package")
        .with_path(&engine.glue)?
        .with_path(&engine.wasm)?
        .with_path(&place.www().join("element"))?
        .with_path(&place.root().join(FRAME.0))?
        .with_path(&place.tools().join("package-lock.json"))?
        .unless_fresh(&[package.join(WASM), package.join(SCRIPT)], || {
            clear(place)?;
            bundle(place, &engine)?;
            fs::copy(&engine.wasm, package.join(WASM))?;
            Ok(())
        })?;
    if dataset == Dataset::On {
        let data = builtin();
        for (name, lang) in monitor::FILES {
            fs::write(package.join(name), monitor::file(&monitor::gathered(&data, lang)?, lang))?;
        }
    }
    // Whoever writes a story of their own needs it beside the page.
    fs::copy(place.www().join(STORY), package.join(STORY))?;
    println!("pkg/  {}", if ran { "built" } else { "unchanged" });
    Ok(engine)
}

/// Fills `dist/`: the host pages with their fallbacks, the package's built files and files of figures beside them.
pub(crate) fn site(place: &Place) -> Result<()> {
    let figures = figures::served(place)?;
    let library = Library::new(&figures)?;
    let pictures = site::assemble(place, &built(place)?, &figures, &library, library.builtin())?;
    println!("dist/ {pictures} fallback pictures");
    Ok(())
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

fn bundle(place: &Place, engine: &Engine) -> Result<()> {
    let stem = SCRIPT.trim_end_matches(".js");
    Step::new("esbuild", npm::bin(&place.tools(), "esbuild"))
        .args(["www/element/index.js", "--bundle", "--splitting", "--format=esm", "--minify"])
        .args([
            "--target=chrome88,safari15",
            "--charset=utf8",
            "--legal-comments=none",
            "--log-level=warning",
        ])
        .args([format!("--entry-names={stem}"), format!("--chunk-names={stem}-[name]-[hash]")])
        .args([format!("--alias:{GLUE}={}", engine.glue.display())])
        .args([format!("--outdir={}", place.package().display())])
        .within(place.root())
        .run()?;
    Step::new("esbuild", npm::bin(&place.tools(), "esbuild"))
        .args([FRAME.0, "--minify", "--target=chrome88,safari15", "--legal-comments=none"])
        .args([
            format!("--outfile={}", place.package().join(FRAME.1).display()),
            "--log-level=warning".to_owned(),
        ])
        .within(place.root())
        .run()?;
    Ok(())
}
