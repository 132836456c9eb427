//! `cargo xtask`: builds, serves, measures and tests the project on a machine with only Rust and Node.

mod across;
mod again;
mod alone;
mod audit;
mod bench;
mod build;
mod cited;
mod command;
mod dataset;
mod deliver;
mod drawer;
mod engine;
mod evaluation;
mod features;
mod figures;
mod fill;
mod fresh;
mod imports;
mod install;
mod lanes;
mod links;
mod locations;
mod monitor;
mod npm;
mod old;
mod packages;
mod panics;
mod place;
mod prerender;
mod prose;
mod quote;
mod reach;
mod rooms;
mod serve;
mod site;
mod sizes;
mod test;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Error, Result};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use crate::engine::Dataset;
use crate::place::Place;

fn main() -> ExitCode {
    match run(&arguments().get_matches()) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn arguments() -> Command {
    let dataset = Arg::new("dataset")
        .long("dataset")
        .value_name("on|off")
        .value_parser(["on", "off"])
        .default_value("on")
        .help("Compile the built-in figures into the engine, or leave them out");
    let port = Arg::new("port")
        .long("port")
        .value_parser(value_parser!(u16))
        .default_value("4173")
        .help("Port on 127.0.0.1; 0 picks a free one");
    let sources = Arg::new("sources")
        .long("sources")
        .value_name("DIR")
        .value_parser(value_parser!(PathBuf))
        .help("Directory that holds the source documents");
    let gaps = Arg::new("gaps")
        .long("gaps")
        .action(ArgAction::SetTrue)
        .help("Only count the runs of digits that no row holds, for tables that are still being made");
    let install = Arg::new("install")
        .long("install")
        .action(ArgAction::SetTrue)
        .help("Install missing system packages (browsers, drivers, fonts); implied by CI");
    let rooms = Arg::new("rooms")
        .long("rooms")
        .action(ArgAction::SetTrue)
        .help("Also print what the module spends its bytes on, by room, by chart kind and by function");
    let only = Arg::new("only")
        .long("only")
        .value_name("LANE")
        .action(ArgAction::Append)
        .value_parser(lanes::NAMES)
        .help("Run only this lane (may be given several times)");
    Command::new("xtask")
        .about("Builds, serves, measures and tests indicator-chart")
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand(Command::new("build").about("Fill pkg/ and dist/").arg(dataset))
        .subcommand(
            Command::new("deploy")
                .about("Build, then pack every file of dist/ by brotli and gzip, for a static host"),
        )
        .subcommand(Command::new("serve").about("Build, then serve the article on 127.0.0.1").arg(port))
        .subcommand(Command::new("test").about("Run every test").arg(install).arg(only).arg(sources.clone()))
        .subcommand(
            Command::new("audit")
                .about("Prove the dataset against the sources")
                .arg(sources.required(true))
                .arg(gaps),
        )
        .subcommands([packing(), monitoring(), bench::command()])
        .subcommand(Command::new("site").about("Fill dist/ from the pages and the package that is there"))
        .subcommand(Command::new("dataset").about("Print what the dataset holds"))
        .subcommand(
            Command::new("sizes").about("Print what a reader downloads, and check the budgets").arg(rooms),
        )
}

fn packing() -> Command {
    let tables = Arg::new("tables").value_name("DIR").required(true).help("Folder with the six tables");
    let to = Arg::new("to")
        .value_name("FILE")
        .required(true)
        .value_parser(value_parser!(PathBuf))
        .help("The file to write, for example own.figures");
    Command::new("pack")
        .about("Pack the tables of a folder into a file of figures for the attribute src")
        .args([tables, to])
}

fn monitoring() -> Command {
    let tables = Arg::new("tables").value_name("DIR").required(true).help("Folder with the six tables");
    let to = Arg::new("to")
        .value_name("NAME")
        .required(true)
        .help("Begin of the two files to write: NAME.zh.json and NAME.en.json");
    Command::new("monitor")
        .about("Turn the tables of a folder into the files of <indicator-monitor src=\"NAME\">")
        .args([tables, to])
}

fn run(matches: &ArgMatches) -> Result<ExitCode> {
    let place = Place::find()?;
    match matches.subcommand() {
        Some(("build", options)) => {
            let dataset = match options.get_one::<String>("dataset").map(String::as_str) {
                Some("off") => Dataset::Off,
                _ => Dataset::On,
            };
            build::package(&place, dataset)?;
            build::site(&place)?;
        }
        Some(("site", _)) => build::site(&place)?,
        Some(("deploy", _)) => {
            build::package(&place, Dataset::On)?;
            deliver::deploy(&place)?;
        }
        Some(("serve", options)) => {
            build::package(&place, Dataset::On)?;
            build::site(&place)?;
            serve::serve(&place.dist(), options.get_one::<u16>("port").copied().unwrap_or(0))?;
        }
        Some(("test", options)) => {
            let request = test::Request {
                install: options.get_flag("install") || install::in_ci(),
                only: options.get_many::<String>("only").unwrap_or_default().cloned().collect(),
                sources: options.get_one::<PathBuf>("sources").cloned(),
            };
            return test::run(&place, &request);
        }
        Some(("sizes", options)) => {
            build::package(&place, Dataset::On)?;
            let sizes = sizes::measure(&place)?;
            print!("{sizes}");
            if options.get_flag("rooms") {
                print!("{}", rooms::weigh(&place, &engine::named(&place)?)?);
            }
            return Ok(exit(sizes.within_budget()));
        }
        Some(("bench", options)) => bench::run(&place, options)?,
        Some(("pack", options)) => pack(options)?,
        Some(("monitor", options)) => list(options)?,
        Some(("dataset", _)) => {
            print!("{}", dataset::read(&place.root().join("data")).map_err(Error::msg)?);
        }
        Some(("audit", options)) => {
            let sources = options.get_one::<PathBuf>("sources").context("--sources DIR is missing")?;
            let gaps = options.get_flag("gaps");
            let coverage = if gaps { audit::Coverage::Counted } else { audit::Coverage::Complete };
            let report = audit::run(sources, &place.root().join("data"), coverage).map_err(Error::msg)?;
            println!("{report}");
            return Ok(exit(report.faults.is_empty()));
        }
        _ => anyhow::bail!("no such command; see cargo xtask --help"),
    }
    Ok(ExitCode::SUCCESS)
}

/// The tables of a folder as one packed file.
fn pack(options: &ArgMatches) -> Result<()> {
    let to = options.get_one::<PathBuf>("to").context("FILE is missing")?;
    let bytes = packed(options)?;
    std::fs::write(to, &bytes).with_context(|| format!("cannot write {}", to.display()))?;
    println!("{}  {} bytes", to.display(), bytes.len());
    Ok(())
}

/// The tables of a folder as the files of a monitor.
fn list(options: &ArgMatches) -> Result<()> {
    let name = options.get_one::<String>("to").context("NAME is missing")?;
    for (file, text) in monitor::files(&packed(options)?, name)? {
        std::fs::write(&file, &text).with_context(|| format!("cannot write {file}"))?;
        println!("{file}  {} bytes", text.len());
    }
    Ok(())
}

fn packed(options: &ArgMatches) -> Result<Vec<u8>> {
    let tables = options.get_one::<String>("tables").context("DIR is missing")?;
    figures::packed(&std::env::current_dir()?, tables)
}

fn exit(good: bool) -> ExitCode {
    if good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
