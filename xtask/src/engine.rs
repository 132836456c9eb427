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

/// What is compiled of the library, and how.
#[derive(Clone, Copy, Debug)]
struct Recipe {
    /// Names the folders of what is built.
    name: &'static str,
    profile: &'static str,
    /// Those of the library; its default ones, the figures among them, where it says none.
    features: Option<&'static str>,
    /// Whether loops count along one address alone, which is fewer bytes.
    short_loops: bool,
    /// How the optimiser weighs bytes against time.
    level: &'static str,
}

const WITH_DATASET: Recipe =
    Recipe { name: "with-dataset", profile: "wasm", features: None, short_loops: true, level: "-Oz" };
const WITHOUT_DATASET: Recipe = Recipe { name: "without-dataset", features: Some(""), ..WITH_DATASET };
/// The engine of a page's own numbers runs over millions of them.
const COLUMNS: Recipe =
    Recipe { name: "columns", profile: "wasm-columns", features: Some("columns"), ..WITH_DATASET };

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
    fn recipe(self) -> Recipe {
        match self {
            Self::On => WITH_DATASET,
            Self::Off => WITHOUT_DATASET,
        }
    }
}

/// Compiles, binds and shrinks the engine of figures; steps whose inputs stand still are skipped.
pub(crate) fn build(place: &Place, dataset: Dataset) -> Result<Engine> {
    made(place, dataset.recipe())
}

/// The same of the engine that draws a page's own numbers.
pub(crate) fn columns(place: &Place) -> Result<Engine> {
    made(place, COLUMNS)
}

fn made(place: &Place, recipe: Recipe) -> Result<Engine> {
    install::wasm_target()?;
    npm::install(place, &place.tools(), "tools")?;
    let linked = compile(place, recipe)?;
    let directory = place.work().join("engine").join(recipe.name);
    let engine = Engine {
        glue: directory.join(format!("{STEM}.js")),
        wasm: directory.join(format!("{STEM}_bg.wasm")),
    };
    Fingerprint::of(place, &format!("engine-{}", recipe.name))
        .with_path(&linked)?
        .with_path(&place.tools().join("package-lock.json"))?
        .unless_fresh(&[engine.glue.clone(), engine.wasm.clone()], || {
            bind(&linked, &directory, STEM, Names::Dropped)?;
            shorten(&engine)?;
            shrink(place, &engine.wasm, recipe.level, Names::Dropped)
        })?;
    Ok(engine)
}

/// The same module with the names of its functions, to tell what its bytes are spent on.
pub(crate) fn named(place: &Place) -> Result<PathBuf> {
    let linked = compile(place, WITHOUT_DATASET)?;
    let directory = place.work().join("engine").join("named");
    let wasm = directory.join(format!("{STEM}_bg.wasm"));
    bind(&linked, &directory, STEM, Names::Kept)?;
    shrink(place, &wasm, WITHOUT_DATASET.level, Names::Kept)?;
    Ok(wasm)
}

/// The engine of columns with the names of its functions, which the glue of the package fits, to tell where its time goes.
pub(crate) fn named_columns(place: &Place) -> Result<PathBuf> {
    let linked = compile(place, COLUMNS)?;
    let directory = place.work().join("engine").join("columns-named");
    let engine = Engine {
        glue: directory.join(format!("{STEM}.js")),
        wasm: directory.join(format!("{STEM}_bg.wasm")),
    };
    bind(&linked, &directory, STEM, Names::Kept)?;
    shorten(&engine)?;
    shrink(place, &engine.wasm, COLUMNS.level, Names::Kept)?;
    Ok(engine.wasm)
}

/// Builds the painters' trial scene, for the tests that hold canvas and SVG against each other in a browser.
pub(crate) fn trial(place: &Place) -> Result<()> {
    let linked = compile_package(place, "indicator-chart-trial", WITH_DATASET, "the trial scene")?;
    let directory = place.work().join("engine").join("trial");
    Fingerprint::of(place, "trial")
        .with_path(&linked)?
        .unless_fresh(&[directory.join("trial.js"), directory.join("trial_bg.wasm")], || {
            bind(&linked, &directory, "trial", Names::Dropped)
        })?;
    Ok(())
}

fn compile(place: &Place, recipe: Recipe) -> Result<PathBuf> {
    let what = format!("the engine {}", recipe.name.replace('-', " "));
    compile_package(place, "indicator-chart", recipe, &what)
}

/// Cargo's own freshness check makes this short when nothing changed.
fn compile_package(place: &Place, package: &str, recipe: Recipe, what: &str) -> Result<PathBuf> {
    // A directory a variant: one would overwrite the other's module and both would be linked again each time.
    let target = place.work().join(recipe.name);
    let mut args = vec!["build", "--package", package, "--lib", "--profile", recipe.profile];
    args.extend(["--target", TARGET]);
    if let Some(features) = recipe.features {
        args.extend(["--no-default-features", "--features", features]);
    }
    let step = format!("compiling {what}");
    let finished = Step::cargo(&step)
        .args(args)
        .arg_pair("--target-dir", &target)
        .within(place.root())
        .env("CARGO_ENCODED_RUSTFLAGS", flags(place, recipe)?)
        .without_env("RUSTFLAGS")
        .run()?;
    if finished.seconds > 2.0 {
        println!("  {step}: {:.0} s", finished.seconds);
    }
    Ok(target.join(TARGET).join(recipe.profile).join(format!("{}.wasm", package.replace('-', "_"))))
}

/// Compiler flags of the engine, in cargo's encoding.
fn flags(place: &Place, recipe: Recipe) -> Result<String> {
    let minus: Vec<String> = TOO_NEW.iter().map(|name| format!("-{name}")).collect();
    let mut flags = vec![format!("-Ctarget-feature={}", minus.join(","))];
    // Keeps the compiler from counting along several addresses in a loop where one would do: a kilobyte of the
    // download, and no loop of the engine of figures is long enough to gain by it.
    if recipe.short_loops {
        flags.push("-Cllvm-args=-disable-lsr".to_owned());
    }
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

fn shrink(place: &Place, wasm: &Path, level: &str, names: Names) -> Result<()> {
    Step::new("wasm-opt", npm::bin(&place.tools(), "wasm-opt"))
        // Twice: the second round finds what the first has laid open.
        .args([
            level,
            level,
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
