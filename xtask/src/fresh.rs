//! Turns the inputs of a build step into a fingerprint, so that a step whose inputs stand still is skipped.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::place::Place;

/// The inputs of one step, hashed in the order in which they are given.
#[derive(Debug)]
pub(crate) struct Fingerprint {
    stamp: PathBuf,
    hasher: DefaultHasher,
}

impl Fingerprint {
    /// The fingerprint of the step called `name`; every build of this program starts from another value,
    /// so a changed recipe runs again.
    pub(crate) fn of(place: &Place, name: &str) -> Self {
        let mut hasher = DefaultHasher::new();
        RECIPE.hash(&mut hasher);
        Self { stamp: place.work().join("fresh").join(name), hasher }
    }

    pub(crate) fn with(mut self, value: impl Hash) -> Self {
        value.hash(&mut self.hasher);
        self
    }

    /// Adds a file, or every file below a directory, by name and content.
    pub(crate) fn with_path(mut self, path: &Path) -> Result<Self> {
        for file in files(path)? {
            file.strip_prefix(path).unwrap_or(&file).hash(&mut self.hasher);
            fs::read(&file)
                .with_context(|| format!("cannot read {}", file.display()))?
                .hash(&mut self.hasher);
        }
        Ok(self)
    }

    /// Runs `step` unless it ran with the same inputs before and all of `outputs` are still there.
    /// Returns whether it ran.
    pub(crate) fn unless_fresh(self, outputs: &[PathBuf], step: impl FnOnce() -> Result<()>) -> Result<bool> {
        let value = self.hasher.finish().to_string();
        let known = fs::read_to_string(&self.stamp).is_ok_and(|known| known == value);
        if known && outputs.iter().all(|output| output.exists()) {
            return Ok(false);
        }
        let _ = fs::remove_file(&self.stamp);
        step()?;
        if let Some(parent) = self.stamp.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(&self.stamp, value)?;
        Ok(true)
    }
}

/// Changes when a step's own recipe changes, which no input file would show.
const RECIPE: [&str; 7] = [
    include_str!("engine.rs"),
    include_str!("features.rs"),
    include_str!("imports.rs"),
    include_str!("panics.rs"),
    include_str!("build.rs"),
    include_str!("npm.rs"),
    include_str!("sizes.rs"),
];

/// Every file below `path` (or `path` itself), sorted; hidden files and installed packages left out.
pub(crate) fn files(path: &Path) -> Result<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path.to_path_buf()]);
    }
    let mut found = Vec::new();
    let mut open = vec![path.to_path_buf()];
    while let Some(directory) = open.pop() {
        let entries =
            fs::read_dir(&directory).with_context(|| format!("cannot list {}", directory.display()))?;
        for entry in entries {
            let entry = entry?;
            let name = entry.file_name();
            if name.to_string_lossy().starts_with('.') || name == "node_modules" {
                continue;
            }
            if entry.file_type()?.is_dir() {
                open.push(entry.path());
            } else {
                found.push(entry.path());
            }
        }
    }
    found.sort();
    Ok(found)
}
