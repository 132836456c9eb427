//! Checks the tables of `data/` with the decoder that the widget itself uses, stops the build with every bad row,
//! and puts the tables where `dataset::builtin` includes them.

#![allow(
    dead_code,
    unexpected_cfgs,
    unreachable_pub,
    unused_imports,
    reason = "rooms of the library, of which a part is used here"
)]

mod src {
    pub mod dataset;
    pub mod order;
    pub mod words;
}

use std::path::Path;
use std::{env, fs, process};

// The rooms name each other from the root of their crate.
use src::{dataset, order, words};

const TABLES: [&str; 6] =
    ["sources.csv", "areas.csv", "units.csv", "indicators.csv", "observations.csv", "pairs.csv"];

/// Columns that only the audit reads, and so no reader should download.
const LEFT_OUT: [&str; 2] = ["file", "sha256"];

fn main() {
    println!("cargo::rustc-check-cfg=cfg(builtin_dataset)");
    println!("cargo::rerun-if-changed=build.rs");
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

/// Reads, checks and writes the tables; or gives one line for each thing that is wrong.
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
    let (_, problems) = dataset::decode(&tables);
    if !problems.is_empty() {
        return Err(problems.iter().map(|problem| problem.to_string().replace(['\r', '\n'], " ")).collect());
    }
    for (name, bytes) in TABLES.iter().zip(&bytes) {
        let path = Path::new(&out).join(name);
        fs::write(&path, compact(bytes)).map_err(|error| vec![format!("{}: {error}", path.display())])?;
    }
    Ok(())
}

/// The table again, with empty cells in the columns that are left out.
fn compact(bytes: &[u8]) -> String {
    let rows = dataset::csv::rows(bytes).unwrap_or_default();
    let left_out: Vec<bool> =
        rows.first().map_or(Vec::new(), |row| row.fields().map(|name| LEFT_OUT.contains(&name)).collect());
    let mut out = String::new();
    for (number, row) in rows.iter().enumerate() {
        for (place, field) in row.fields().enumerate() {
            if place > 0 {
                out.push(',');
            }
            if number > 0 && left_out[place] {
                continue;
            }
            if field.contains([',', '"', '\r', '\n']) {
                out.push('"');
                out.push_str(&field.replace('"', "\"\""));
                out.push('"');
            } else {
                out.push_str(field);
            }
        }
        out.push('\n');
    }
    out
}
