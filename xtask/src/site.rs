//! Turns the host pages, the built package and files of figures into the site as it is deployed.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use indicator_chart::Dataset;

use crate::figures;
use crate::fill::Lists;
use crate::fresh;
use crate::place::Place;
use crate::prerender::{self, Draw};
use crate::{cited, deliver, fill, links, prose, quote};

/// Pages whose prose holds no number that the dataset does not stand behind.
const PROSE: [&str; 3] = ["stories/", "plan.", "across."];
/// The numerals in them that are no figures, each with the reason.
const ALLOWED: &str = "stories/allowed.csv";

/// Writes `dist/` and returns how many fallback pictures it holds.
pub(crate) fn assemble(
    place: &Place,
    package: &[PathBuf],
    figures: &[figures::File],
    draw: &dyn Draw,
    dataset: &Dataset,
) -> Result<usize> {
    prosaic(&place.www())?;
    let lists = Lists::new(dataset)?;
    let dist = place.dist();
    if dist.exists() {
        fs::remove_dir_all(&dist).with_context(|| format!("cannot empty {}", dist.display()))?;
    }
    fs::create_dir_all(&dist)?;
    let www = place.www();
    let mut pictures = 0;
    for file in fresh::files(&www)? {
        let relative = file.strip_prefix(&www)?;
        // The element's sources come bundled, and the compiler's settings are nobody's page.
        if relative.starts_with("element")
            || relative == Path::new("tsconfig.json")
            // The package has it as it is delivered.
            || relative == Path::new("frame.js")
            || relative == Path::new(ALLOWED)
        {
            continue;
        }
        let to = dist.join(relative);
        if let Some(parent) = to.parent() {
            fs::create_dir_all(parent)?;
        }
        if file.extension().is_some_and(|extension| extension == "html") {
            pictures += page(&file, &to, draw, (dataset, &lists))?;
        } else {
            fs::copy(&file, &to)?;
        }
    }
    for file in package {
        // What the package took from the pages is there already, as it is now.
        if let Some(to) = file.file_name().map(|name| dist.join(name)).filter(|to| !to.exists()) {
            fs::copy(file, to)?;
        }
    }
    for file in figures {
        fs::write(dist.join(file.name), &file.bytes)?;
    }
    deliver::arrange(place, package)?;
    let dead = links::dead(&dist)?;
    if !dead.is_empty() {
        bail!("{} links lead nowhere:\n{}", dead.len(), dead.join("\n"));
    }
    Ok(pictures)
}

/// Holds the stories to figures that the dataset stands behind.
fn prosaic(www: &Path) -> Result<()> {
    let list = www.join(ALLOWED);
    let csv = if list.exists() { fs::read_to_string(&list)? } else { String::new() };
    let allowed = prose::allowed(&csv).with_context(|| list.display().to_string())?;
    let mut check = prose::Check::default();
    for file in fresh::files(www)? {
        let name = file.strip_prefix(www)?.display().to_string();
        if name.ends_with(".html") && PROSE.iter().any(|start| name.starts_with(start)) {
            check.page(&name, &fs::read_to_string(&file)?, &allowed)?;
        }
    }
    let faults = check.faults(&allowed);
    if !faults.is_empty() {
        bail!("{} numbers in prose without an observation:\n{}", faults.len(), faults.join("\n"));
    }
    Ok(())
}

/// Writes one page with its fallbacks, and the pictures into `charts/` beside it.
fn page(from: &Path, to: &Path, draw: &dyn Draw, (dataset, lists): (&Dataset, &Lists)) -> Result<usize> {
    let source = fs::read_to_string(from).with_context(|| format!("cannot read {}", from.display()))?;
    let filled = fill::page(&source, lists).with_context(|| from.display().to_string())?;
    let cited = cited::page(&filled, dataset).with_context(|| from.display().to_string())?;
    let coded = quote::page(&cited).with_context(|| from.display().to_string())?;
    let page = prerender::page(&coded, draw)
        .with_context(|| format!("no fallback for a chart of {}", from.display()))?;
    let directory = to.parent().unwrap_or(to).join(prerender::DIRECTORY);
    fs::create_dir_all(&directory)?;
    let mut html = page.html;
    for (plain, svg) in &page.files {
        let name = deliver::named(plain, svg);
        let folder = prerender::DIRECTORY;
        html = html.replace(&format!("{folder}/{plain}"), &format!("{folder}/{name}"));
        let path = directory.join(&name);
        // Two pages share the folder; a picture of the other one must not be lost.
        if path.exists() {
            bail!("two pages have a picture {name}: give the chart an id of its own");
        }
        fs::write(path, svg)?;
    }
    fs::write(to, html)?;
    Ok(page.files.len())
}
