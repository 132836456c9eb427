//! The npm package into the files that a page needs beside it, and the hash that a page holds the script to.

use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha384};

use crate::fault::{Fault, Told};
use crate::words;

/// The script that a page includes.
pub(crate) const SCRIPT: &str = "indicator-chart.js";
/// What files of the engine begin with, and what they end in.
const OURS: [(&str, &str); 3] =
    [("indicator-chart", "js"), ("indicator-chart", "wasm"), ("indicator-monitor", "json")];

/// The files of a package that a page may fetch, by name.
pub(crate) struct Package {
    pub(crate) files: Vec<PathBuf>,
    /// The script's hash.
    pub(crate) integrity: String,
    /// The folder that the files are put into: its name is made of what they hold, so that an article which holds the
    /// script to its hash keeps its own when a newer package comes.
    pub(crate) home: String,
}

impl Package {
    pub(crate) fn new(folder: &Path) -> Told<Self> {
        let entries = fs::read_dir(folder).map_err(|error| Fault::unreadable(folder, &error))?;
        let mut files: Vec<PathBuf> =
            entries.filter_map(Result::ok).map(|entry| entry.path()).filter(|path| ours(path)).collect();
        files.sort();
        let script = folder.join(SCRIPT);
        let bytes = fs::read(&script)
            .map_err(|_| Fault::said(words::PACKAGE, &[&folder.display().to_string(), SCRIPT]))?;
        let mut all = Sha384::new();
        for file in &files {
            all.update(file.file_name().unwrap_or_default().as_encoded_bytes());
            all.update(fs::read(file).map_err(|error| Fault::unreadable(file, &error))?);
        }
        Ok(Self { files, integrity: integrity(&bytes), home: format!("v/{}/", hex(&all.finalize()[..6])) })
    }
}

fn ours(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let ending = path.extension().unwrap_or_default();
    OURS.iter().any(|(begin, end)| name.starts_with(begin) && ending == *end)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Eight digits for a name that changes with what a file holds.
pub(crate) fn digest(bytes: &[u8]) -> String {
    hex(&Sha384::digest(bytes)[..4])
}

/// The value of the attribute `integrity`.
fn integrity(bytes: &[u8]) -> String {
    ["sha384-", &STANDARD.encode(Sha384::digest(bytes))].concat()
}

/// A picture as an address that holds it.
pub(crate) fn data_url(svg: &str) -> String {
    ["data:image/svg+xml;base64,", &STANDARD.encode(svg)].concat()
}

#[cfg(test)]
mod tests {
    use super::integrity;

    #[test]
    fn a_hash_is_as_browsers_compute_it() {
        // printf 'alert(1)' | openssl dgst -sha384 -binary | base64
        let known = "sha384-HT2E9NfWiuQ/w1PRai+hTyqW16NIoCGA/m8VQDUopfAtcz6YQjtsMmQd5uRbVDpW";
        assert_eq!(integrity(b"alert(1)"), known);
    }
}
