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
const ENGINE_BUDGET: u64 = 209_100;
/// What all chart kinds should cost.
const ENGINE_GOAL: u64 = 120 * 1024;
/// What is fetched when it is wanted, each a script with all that only it needs: the glue of columns, the reader's further wishes (files,
/// citations, help, a table to sort), the monitor, a story's steps, the citations of figures in sentences, an article's own
/// figures. Brotli bytes.
const PARTS: [(&str, u64); 6] = [
    ("columns", 4_600),
    ("tools", 6_300),
    ("monitor", 25_000),
    ("story", 4_000),
    ("cited", 5_400),
    ("frozen", 5_800),
];
/// The monitor's figures in one language, brotli bytes.
const LIST_BUDGET: u64 = 30 * 1024;
/// All that a page fetches for a first chart of its own numbers, brotli bytes: script, part and module of columns, and no
/// figures.
const COLUMNS_BUDGET: u64 = 97_500;
/// What that should cost.
const COLUMNS_GOAL: u64 = 75 * 1024;
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
    /// In the order of [`PARTS`].
    parts: [Size; PARTS.len()],
    /// The larger of the monitor's lists.
    list: Size,
    with: Size,
    without: Size,
    /// The module of columns.
    columns: Size,
}

/// Builds both engines and weighs them with the scripts of the package that is there, which it leaves alone: others may
/// be reading it.
pub(crate) fn measure(place: &Place) -> Result<Sizes> {
    let with = engine::build(place, Dataset::On)?;
    let without = engine::build(place, Dataset::Off)?;
    let columns = engine::columns(place)?;
    let built = build::built(place)?;
    let kind = |wanted: &str| {
        let found = |path: &&PathBuf| path.extension().is_some_and(|extension| extension == wanted);
        built.iter().filter(found).cloned().collect::<Vec<_>>()
    };
    let (scripts, lists) = (kind("js"), kind("json"));
    let files = [scripts.clone(), lists, vec![with.wasm, without.wasm, columns.wasm]].concat();
    let mut weighed = weigh(place, &files)?;
    let columns = weighed.pop().context("no size of the engine of columns")?;
    let without = weighed.pop().context("no size of the engine without figures")?;
    let with = weighed.pop().context("no size of the engine with figures")?;
    let list = heaviest(weighed.drain(scripts.len()..))?;
    let weighed: Vec<(String, Size)> = scripts.iter().map(|path| name(path)).zip(weighed).collect();
    let scripts = Scripts::read(&scripts)?;
    let base = scripts.needs(&[build::SCRIPT.to_owned()]);
    let of = |names: &[String]| {
        let own: Vec<_> = weighed.iter().filter(|(name, _)| names.contains(name)).cloned().collect();
        own
    };
    let mut parts = [Size::default(); PARTS.len()];
    for ((name, _), size) in PARTS.iter().zip(&mut parts) {
        let needs = scripts.needs(&[scripts.begins(&build::chunk(name))?]);
        let own: Vec<String> = needs.into_iter().filter(|script| !base.contains(script)).collect();
        *size = sum(Size::default(), &of(&own));
    }
    Ok(Sizes { scripts: of(&base), parts, list, with, without, columns })
}

/// The larger of the monitor's lists; without any there is nothing to hold to a budget.
fn heaviest(lists: impl Iterator<Item = Size>) -> Result<Size> {
    lists.max_by_key(|size| size.brotli).context("the package has no list of a monitor's figures")
}

fn sum(start: Size, all: &[(String, Size)]) -> Size {
    all.iter()
        .fold(start, |sum, (_, size)| Size { raw: sum.raw + size.raw, brotli: sum.brotli + size.brotli })
}

/// The package's scripts with their texts.
struct Scripts(Vec<(String, String)>);

impl Scripts {
    fn read(paths: &[PathBuf]) -> Result<Self> {
        let mut all = Vec::new();
        for path in paths {
            all.push((name(path), std::fs::read_to_string(path)?));
        }
        Ok(Self(all))
    }

    /// The one script whose name begins so.
    fn begins(&self, start: &str) -> Result<String> {
        let found = self.0.iter().find(|(name, _)| name.starts_with(start));
        found.map(|(name, _)| name.clone()).with_context(|| format!("the package has no {start}…"))
    }

    /// These scripts and all that they import as they start; what they import later is quoted in `import("…")`.
    fn needs(&self, first: &[String]) -> Vec<String> {
        let mut all = first.to_vec();
        let mut at = 0;
        while let Some(next) = all.get(at).cloned() {
            let text = self.0.iter().find(|(name, _)| *name == next).map_or("", |(_, text)| text.as_str());
            for (name, _) in &self.0 {
                let named = [format!("from\"./{name}\""), format!("import\"./{name}\"")];
                if !all.contains(name) && named.iter().any(|import| text.contains(import.as_str())) {
                    all.push(name.clone());
                }
            }
            at += 1;
        }
        all
    }
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

/// One number of bytes a file, as a reader downloads it.
pub(crate) fn brotli(place: &Place, files: &[PathBuf]) -> Result<Vec<u64>> {
    Ok(weigh(place, files)?.into_iter().map(|size| size.brotli).collect())
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

impl Sizes {
    pub(crate) fn within_budget(&self) -> bool {
        self.engine_within_budget()
            && self.dataset_within_budget()
            && self.columns_within_budget()
            && self.parts_within_budget()
    }

    pub(crate) fn parts_within_budget(&self) -> bool {
        let light = |((_, budget), size): (&(&str, u64), &Size)| size.brotli <= *budget;
        PARTS.iter().zip(&self.parts).all(light) && self.list.brotli <= LIST_BUDGET
    }

    pub(crate) fn engine_within_budget(&self) -> bool {
        self.total(self.without).brotli <= ENGINE_BUDGET
    }

    pub(crate) fn dataset_within_budget(&self) -> bool {
        self.dataset().brotli <= DATASET_BUDGET
    }

    pub(crate) fn columns_within_budget(&self) -> bool {
        self.first_columns().brotli <= COLUMNS_BUDGET
    }

    /// Script, part and module for a first chart of a page's own numbers.
    fn first_columns(&self) -> Size {
        // The first of the parts.
        let [glue, ..] = self.parts;
        sum(self.total(self.columns), &[(String::new(), glue)])
    }

    fn total(&self, wasm: Size) -> Size {
        sum(wasm, &self.scripts)
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
        line("wasm of columns", self.columns, None)?;
        line("columns: script, part and wasm", self.first_columns(), Some(COLUMNS_BUDGET))?;
        for ((name, budget), size) in PARTS.iter().zip(&self.parts) {
            line(&format!("{name}, fetched when wanted"), *size, Some(*budget))?;
        }
        line("the monitor's figures, one language", self.list, Some(LIST_BUDGET))?;
        let over = self.total(self.without).brotli.saturating_sub(ENGINE_GOAL);
        if over > 0 {
            writeln!(out, "the engine is {over} bytes over its goal of {ENGINE_GOAL}")?;
        }
        let over = self.first_columns().brotli.saturating_sub(COLUMNS_GOAL);
        if over > 0 {
            writeln!(out, "a first chart of columns is {over} bytes over its goal of {COLUMNS_GOAL}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Size, heaviest};

    #[test]
    fn the_larger_list_counts_and_a_package_without_any_is_refused() {
        let lists = [1, 3, 2].map(|brotli| Size { raw: 9, brotli });
        assert_eq!(heaviest(lists.into_iter()).unwrap().brotli, 3);
        assert!(heaviest([].into_iter()).unwrap_err().to_string().contains("no list"));
    }
}
