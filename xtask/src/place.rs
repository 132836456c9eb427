//! Where things are: turns a name of the project's layout into a path.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The checkout and the directory that cargo builds into.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    root: PathBuf,
    target: PathBuf,
}

impl Place {
    /// The checkout that this program was compiled from.
    pub(crate) fn find() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .context("xtask has no directory above it")?
            .to_path_buf();
        let target = match env::var_os("CARGO_TARGET_DIR") {
            Some(dir) => env::current_dir()?.join(dir),
            None => root.join("target"),
        };
        Ok(Self { root, target })
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    pub(crate) fn target(&self) -> &Path {
        &self.target
    }

    /// The npm package; only its built files are ours to write.
    pub(crate) fn package(&self) -> PathBuf {
        self.root.join("pkg")
    }

    /// The site as it is deployed.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The host pages.
    pub(crate) fn www(&self) -> PathBuf {
        self.root.join("www")
    }

    /// The pinned Node tools of the build.
    pub(crate) fn tools(&self) -> PathBuf {
        self.root.join("xtask/tools")
    }

    /// The browser tests.
    pub(crate) fn browsers(&self) -> PathBuf {
        self.root.join("tests/browsers")
    }

    /// The tests in an old engine.
    pub(crate) fn old(&self) -> PathBuf {
        self.root.join("tests/packages/old")
    }

    /// Files between two steps of a build.
    pub(crate) fn work(&self) -> PathBuf {
        self.target.join("xtask")
    }
}
