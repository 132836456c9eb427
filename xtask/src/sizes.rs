//! Turns the built files into what a reader downloads: bytes, raw and compressed, against the budgets.

use std::fmt;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::build;
use crate::command::Step;
use crate::engine::{self, Dataset};
use crate::place::Place;

/// Engine and element without the built-in figures, brotli bytes: what the code holds today, so that it does not grow
/// unseen. Far over the goal; it is to go down.
const ENGINE_BUDGET: u64 = 195_000;
/// What all chart kinds should cost.
const ENGINE_GOAL: u64 = 120 * 1024;
/// What a reader's further wishes (files, citations, help, a table to sort) cost when the first is uttered, brotli bytes.
const TOOLS_BUDGET: u64 = 6_000;
/// What the built-in figures add, brotli bytes.
const DATASET_BUDGET: u64 = 30 * 1024;

/// Bytes of one file or sum of files.
#[derive(Clone, Copy, Debug, Default)]
struct Size {
    raw: u64,
    brotli: u64,
}

/// Everything that is measured.
#[derive(Debug)]
pub(crate) struct Sizes {
    scripts: Vec<(String, Size)>,
    tools: Size,
    with: Size,
    without: Size,
}

/// Builds both engines and weighs them with the scripts of the package.
pub(crate) fn measure(place: &Place) -> Result<Sizes> {
    let with = build::package(place, Dataset::On)?;
    let without = engine::build(place, Dataset::Off)?;
    let scripts: Vec<PathBuf> = build::built(place)?
        .into_iter()
        .filter(|path| path.extension().is_some_and(|extension| extension == "js"))
        .collect();
    let mut files = scripts.clone();
    files.extend([with.wasm, without.wasm]);
    let mut weighed = weigh(place, &files)?;
    let without = weighed.pop().context("no size of the engine without figures")?;
    let with = weighed.pop().context("no size of the engine with figures")?;
    let names = scripts.iter().map(|path| name(path));
    let all: Vec<(String, Size)> = names.zip(weighed).collect();
    let (tools, scripts): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|(name, _)| name.starts_with(build::TOOLS));
    let tools = tools.first().context("no chunk of the tools")?.1;
    Ok(Sizes { scripts, tools, with, without })
}

/// One size a file, in the order given.
fn weigh(place: &Place, files: &[PathBuf]) -> Result<Vec<Size>> {
    let finished = Step::new("brotli", "node").args([place.tools().join("weigh.mjs")]).args(files).run()?;
    let mut sizes = Vec::new();
    for line in finished.output.lines() {
        let mut numbers = line.split_whitespace().map(str::parse);
        match (numbers.next(), numbers.next()) {
            (Some(Ok(raw)), Some(Ok(brotli))) => sizes.push(Size { raw, brotli }),
            _ => anyhow::bail!("not a size: {line}"),
        }
    }
    Ok(sizes)
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

impl Sizes {
    pub(crate) fn within_budget(&self) -> bool {
        self.engine_within_budget() && self.dataset_within_budget() && self.tools_within_budget()
    }

    pub(crate) fn tools_within_budget(&self) -> bool {
        self.tools.brotli <= TOOLS_BUDGET
    }

    pub(crate) fn engine_within_budget(&self) -> bool {
        self.total(self.without).brotli <= ENGINE_BUDGET
    }

    pub(crate) fn dataset_within_budget(&self) -> bool {
        self.dataset().brotli <= DATASET_BUDGET
    }

    fn total(&self, wasm: Size) -> Size {
        self.scripts
            .iter()
            .fold(wasm, |sum, (_, size)| Size { raw: sum.raw + size.raw, brotli: sum.brotli + size.brotli })
    }

    fn dataset(&self) -> Size {
        Size {
            raw: self.with.raw.saturating_sub(self.without.raw),
            brotli: self.with.brotli.saturating_sub(self.without.brotli),
        }
    }
}

impl fmt::Display for Sizes {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "{:<40} {:>10} {:>10} {:>12}", "bytes", "raw", "brotli -11", "budget")?;
        let mut line = |name: &str, size: Size, budget: Option<u64>| {
            let budget = budget.map(|budget| budget.to_string()).unwrap_or_default();
            writeln!(out, "{name:<40} {:>10} {:>10} {budget:>12}", size.raw, size.brotli)
        };
        for (name, size) in &self.scripts {
            line(name, *size, None)?;
        }
        line("wasm without dataset", self.without, None)?;
        line("wasm with dataset", self.with, None)?;
        line("engine: scripts and wasm without dataset", self.total(self.without), Some(ENGINE_BUDGET))?;
        line("dataset", self.dataset(), Some(DATASET_BUDGET))?;
        line("tools, fetched when wanted", self.tools, Some(TOOLS_BUDGET))?;
        let over = self.total(self.without).brotli.saturating_sub(ENGINE_GOAL);
        if over > 0 {
            writeln!(out, "the engine is {over} bytes over its goal of {ENGINE_GOAL}")
        } else {
            Ok(())
        }
    }
}
