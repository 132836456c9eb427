//! Packs the tables of `data/` into the text that `dataset::builtin` includes, or stops the build with every bad row.

#![allow(
    dead_code,
    unexpected_cfgs,
    unreachable_pub,
    unused_imports,
    reason = "rooms of the library, of which a part is used here"
)]

mod src {
    pub mod dataset;
    pub mod error;
    pub mod order;
    pub mod words;
}

use std::path::Path;
use std::{env, fs, process};

// The rooms name each other from the root of their crate.
use src::{dataset, error, order, words};

const TABLES: [&str; 6] =
    ["sources.csv", "areas.csv", "units.csv", "indicators.csv", "observations.csv", "pairs.csv"];

fn main() {
    println!("cargo::rustc-check-cfg=cfg(builtin_dataset)");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/dataset");
    if env::var_os("CARGO_FEATURE_BUILTIN_DATASET").is_none() {
        return;
    }
    println!("cargo::rerun-if-changed=data");
    match compile() {
        Ok(()) => println!("cargo::rustc-cfg=builtin_dataset"),
        Err(lines) => {
            for line in &lines {
                println!("cargo::error={line}");
            }
            process::exit(1);
        }
    }
}

/// Reads, checks and packs the tables; or gives one line for each thing that is wrong.
fn compile() -> Result<(), Vec<String>> {
    let out = env::var("OUT_DIR").map_err(|error| vec![error.to_string()])?;
    let mut bytes = Vec::new();
    for name in TABLES {
        let path = Path::new("data").join(name);
        bytes.push(fs::read(&path).map_err(|error| vec![format!("{}: {error}", path.display())])?);
    }
    let tables = dataset::Tables {
        sources: &bytes[0],
        areas: &bytes[1],
        units: &bytes[2],
        indicators: &bytes[3],
        observations: &bytes[4],
        pairs: &bytes[5],
    };
    let packed = dataset::pack::compile("data", &tables)?;
    for (name, text) in [("version.txt", dataset::version(&packed)), ("figures.txt", packed)] {
        let path = Path::new(&out).join(name);
        fs::write(&path, text).map_err(|error| vec![format!("{}: {error}", path.display())])?;
    }
    Ok(())
}
