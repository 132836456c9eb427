//! Turns a `package-lock.json` into installed packages, once per change of the lock file.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::command::{Step, exists};
use crate::fresh::Fingerprint;
use crate::place::Place;

/// Installs the locked packages of `directory`; install scripts stay off.
pub(crate) fn install(place: &Place, directory: &Path, name: &str) -> Result<()> {
    if !exists("node") || !exists("npm") {
        bail!("Node is missing: install Node 20 or newer with npm, then run this again");
    }
    let modules = directory.join("node_modules/.package-lock.json");
    Fingerprint::of(place, &format!("npm-{name}"))
        .with(directory)
        .with_path(&directory.join("package-lock.json"))?
        .unless_fresh(&[modules], || {
            println!("  installing the locked npm packages of {name}");
            Step::new(&format!("npm ci ({name})"), "npm")
                .args([
                    "ci",
                    "--ignore-scripts",
                    "--no-audit",
                    "--no-fund",
                    "--prefer-offline",
                    "--loglevel=error",
                ])
                .within(directory)
                .limit(600)
                .run()?;
            Ok(())
        })?;
    Ok(())
}

/// The installed command `name` of `directory`.
pub(crate) fn bin(directory: &Path, name: &str) -> PathBuf {
    directory.join("node_modules/.bin").join(name)
}
