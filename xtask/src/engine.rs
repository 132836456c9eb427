//! Turns the library into the engine that a page loads: a wasm module and its JavaScript glue.
//!
//! The recipe keeps the module loadable in engines back to Chromium 88 and Safari 15: no reference types and
//! no multi-value, neither in our code (compiler flags) nor in what wasm-bindgen believes it may use
//! (`features`), nor in what the optimiser may introduce (explicit flags, never all features).

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::command::Step;
use crate::features;
use crate::fresh::Fingerprint;
use crate::imports;
use crate::install;
use crate::npm;
use crate::panics;
use crate::place::Place;

/// The target of the engine.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";
/// The glue's file stem; wasm-bindgen calls the module `<stem>_bg.wasm`.
const STEM: &str = "indicator_chart";
const TOO_NEW: [&str; 2] = ["reference-types", "multivalue"];

/// Whether the built-in figures are compiled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dataset {
    On,
    Off,
}

/// Whether functions keep their names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Names {
    Kept,
    Dropped,
}

/// The two files of a built engine.
#[derive(Clone, Debug)]
pub(crate) struct Engine {
    pub(crate) glue: PathBuf,
    pub(crate) wasm: PathBuf,
}

impl Dataset {
    fn name(self) -> &'static str {
        match self {
            Self::On => "with-dataset",
            Self::Off => "without-dataset",
        }
    }
}

/// Compiles, binds and shrinks the engine; steps whose inputs stand still are skipped.
pub(crate) fn build(place: &Place, dataset: Dataset) -> Result<Engine> {
    install::wasm_target()?;
    npm::install(place, &place.tools(), "tools")?;
    let linked = compile(place, dataset)?;
    let directory = place.work().join("engine").join(dataset.name());
    let engine = Engine {
        glue: directory.join(format!("{STEM}.js")),
        wasm: directory.join(format!("{STEM}_bg.wasm")),
    };
    Fingerprint::of(place, &format!("engine-{}", dataset.name()))
        .with_path(&linked)?
        .with_path(&place.tools().join("package-lock.json"))?
        .unless_fresh(&[engine.glue.clone(), engine.wasm.clone()], || {
            bind(&linked, &directory, STEM, Names::Dropped)?;
            shorten(&engine)?;
            shrink(place, &engine.wasm, Names::Dropped)
        })?;
    Ok(engine)
}

/// The same module with the names of its functions, to tell what its bytes are spent on.
pub(crate) fn named(place: &Place) -> Result<PathBuf> {
    let linked = compile(place, Dataset::Off)?;
    let directory = place.work().join("engine").join("named");
    let wasm = directory.join(format!("{STEM}_bg.wasm"));
    bind(&linked, &directory, STEM, Names::Kept)?;
    shrink(place, &wasm, Names::Kept)?;
    Ok(wasm)
}

/// Builds the painters' trial scene, for the tests that hold canvas and SVG against each other in a browser.
pub(crate) fn trial(place: &Place) -> Result<()> {
    let linked = compile_package(place, "indicator-chart-trial", Dataset::On, "the trial scene")?;
    let directory = place.work().join("engine").join("trial");
    Fingerprint::of(place, "trial")
        .with_path(&linked)?
        .unless_fresh(&[directory.join("trial.js"), directory.join("trial_bg.wasm")], || {
            bind(&linked, &directory, "trial", Names::Dropped)
        })?;
    Ok(())
}

fn compile(place: &Place, dataset: Dataset) -> Result<PathBuf> {
    let what = format!("the engine {}", dataset.name().replace('-', " "));
    compile_package(place, "indicator-chart", dataset, &what)
}

/// Cargo's own freshness check makes this short when nothing changed.
fn compile_package(place: &Place, package: &str, dataset: Dataset, what: &str) -> Result<PathBuf> {
    // A directory a variant: one would overwrite the other's module and both would be linked again each time.
    let target = place.work().join(dataset.name());
    let mut args = vec!["build", "--package", package, "--lib", "--profile", "wasm"];
    args.extend(["--target", TARGET]);
    if dataset == Dataset::Off {
        args.push("--no-default-features");
    }
    let step = format!("compiling {what}");
    let finished = Step::cargo(&step)
        .args(args)
        .arg_pair("--target-dir", &target)
        .within(place.root())
        .env("CARGO_ENCODED_RUSTFLAGS", flags(place)?)
        .without_env("RUSTFLAGS")
        .run()?;
    if finished.seconds > 2.0 {
        println!("  {step}: {:.0} s", finished.seconds);
    }
    Ok(target.join(TARGET).join("wasm").join(format!("{}.wasm", package.replace('-', "_"))))
}

/// Compiler flags of the engine, in cargo's encoding.
fn flags(place: &Place) -> Result<String> {
    let minus: Vec<String> = TOO_NEW.iter().map(|name| format!("-{name}")).collect();
    let mut flags = vec![format!("-Ctarget-feature={}", minus.join(","))];
    // Keeps the compiler from counting along several addresses in a loop where one would do: a kilobyte of the
    // download, and no loop of ours is long enough to gain by it.
    flags.push("-Cllvm-args=-disable-lsr".to_owned());
    // What only panics reach is taken out after linking, by the linker's own word of what refers to what (`reach`).
    flags.push("-Clink-arg=--emit-relocs".to_owned());
    // Panic messages carry paths: the same source gives the same bytes wherever it is checked out.
    for (index, registry) in registries()?.into_iter().enumerate() {
        flags.push(format!("--remap-path-prefix={}=crates{index}", registry.display()));
    }
    flags.push(format!("--remap-path-prefix={}=target", place.target().display()));
    flags.push(format!("--remap-path-prefix={}=.", place.root().display()));
    Ok(flags.join("\u{1f}"))
}

/// Directories that cargo unpacks crates into, one a registry.
fn registries() -> Result<Vec<PathBuf>> {
    let home = match (env::var_os("CARGO_HOME"), env::var_os("HOME")) {
        (Some(home), _) => PathBuf::from(home),
        (None, Some(home)) => PathBuf::from(home).join(".cargo"),
        (None, None) => return Ok(Vec::new()),
    };
    let Ok(entries) = fs::read_dir(home.join("registry/src")) else {
        return Ok(Vec::new());
    };
    let mut found = Vec::new();
    for entry in entries {
        found.push(entry?.path());
    }
    found.sort();
    Ok(found)
}

fn bind(linked: &Path, directory: &Path, stem: &str, names: Names) -> Result<()> {
    let module = fs::read(linked).with_context(|| format!("cannot read {}", linked.display()))?;
    let module = panics::muted(&features::without(&module, &TOO_NEW)?)?;
    if directory.exists() {
        fs::remove_dir_all(directory)?;
    }
    fs::create_dir_all(directory)?;
    Bindgen::new()
        .input_bytes(stem, module)
        .web(true)?
        // The element names the module's address itself, so the glue needs no default.
        .omit_default_module_path(true)
        .typescript(true)
        .remove_name_section(names == Names::Dropped)
        .remove_producers_section(true)
        .generate(directory)
        .context("wasm-bindgen")
}

fn shorten(engine: &Engine) -> Result<()> {
    let (module, glue) = imports::shortened(&fs::read(&engine.wasm)?, &fs::read_to_string(&engine.glue)?)?;
    fs::write(&engine.wasm, module)?;
    fs::write(&engine.glue, glue)?;
    Ok(())
}

fn shrink(place: &Place, wasm: &Path, names: Names) -> Result<()> {
    Step::new("wasm-opt", npm::bin(&place.tools(), "wasm-opt"))
        // Twice: the second round finds what the first has laid open.
        .args([
            "-Oz",
            "-Oz",
            "--enable-bulk-memory",
            "--enable-sign-ext",
            "--enable-nontrapping-float-to-int",
        ])
        .args(["--enable-mutable-globals", "--strip-producers", "--strip-target-features"])
        // A function called once stays a function: inlined, its locals and its caller's take each other's short numbers,
        // and brotli finds less that repeats.
        .args(["--one-caller-inline-max-function-size=20"])
        // A value kept in a local of its own is fewer bytes than its expression repeated, but the repetition costs nothing
        // once compressed.
        .args(["--skip-pass=local-cse"])
        // The lowest kilobyte of memory is the far end of the stack, which nothing reaches that has not overflowed it:
        // so an address and a constant added to it become one instruction.
        .args(["--low-memory-unused"])
        .args(if names == Names::Kept { vec!["--debuginfo"] } else { Vec::new() })
        .args([wasm.as_os_str(), "-o".as_ref(), wasm.as_os_str()])
        .run()?;
    Ok(())
}
