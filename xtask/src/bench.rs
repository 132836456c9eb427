//! Turns the built chart and the libraries that it is measured beside into tables of medians, ratios and budgets.

use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use crate::build;
use crate::command::{Step, exists};
use crate::engine::{self, Dataset};
use crate::npm;
use crate::place::Place;

/// Seconds in which a run of everything must end, and what each further one may take.
const LIMIT: [u64; 2] = [600, 360];

pub(crate) fn command() -> Command {
    let flag = |name: &'static str, help: &'static str| {
        Arg::new(name).long(name).action(ArgAction::SetTrue).help(help)
    };
    Command::new("bench")
        .about("Measure the chart beside uPlot, ECharts, Chart.js, lightweight-charts and a bare canvas in Chromium")
        .arg(
            Arg::new("runs")
                .long("runs")
                .value_name("N")
                .value_parser(value_parser!(u64).range(1..=20))
                .default_value("3")
                .help("How often everything is measured, library after library in turn"),
        )
        .arg(
            Arg::new("only")
                .long("only")
                .value_name("NAME")
                .action(ArgAction::Append)
                .value_parser(["ours", "figures", "bare", "uplot", "lightweight", "chartjs", "echarts"])
                .help("Only this library (may be given several times)"),
        )
        .arg(
            Arg::new("ratio")
                .long("ratio")
                .value_parser(["1", "2", "3"])
                .default_value("1")
                .help("Device pixels a CSS pixel"),
        )
        .arg(flag("quick", "One run at 1,000 and 1,000,000 points"))
        .arg(flag("profile", "Instead: where a frame of a pan at 1,000,000 points goes, and the heap over 1,000 pans"))
        .arg(flag("native", "Instead: the library's own steps on this machine, by criterion"))
        .arg(flag("instructions", "Instead: the same steps in instructions, by valgrind"))
}

pub(crate) fn run(place: &Place, options: &ArgMatches) -> Result<()> {
    if options.get_flag("native") {
        return native(place);
    }
    if options.get_flag("instructions") {
        return instructions(place);
    }
    let peers = place.root().join("benches/peers");
    build::package(place, Dataset::On)?;
    build::site(place)?;
    npm::install(place, &peers, "benches")?;
    let runs = options.get_one::<u64>("runs").copied().unwrap_or(3);
    let mut args = vec!["main.js".to_owned(), format!("--runs={runs}")];
    args.extend(options.get_many::<String>("only").unwrap_or_default().map(|name| format!("--only={name}")));
    args.extend(options.get_one::<String>("ratio").map(|ratio| format!("--ratio={ratio}")));
    let whole = !options.contains_id("only") && !options.get_flag("quick") && !options.get_flag("profile");
    for name in ["quick", "profile"] {
        args.extend(options.get_flag(name).then(|| format!("--{name}")));
    }
    if whole {
        args.push(format!("--write={}", results(place).display()));
    }
    let limit = LIMIT[0] + LIMIT[1] * runs;
    let step = Step::new("measurements in Chromium", "node").args(args).within(&peers).limit(limit);
    println!("{}", step.run()?.output);
    if whole {
        println!("written to {}", results(place).display());
    }
    Ok(())
}

fn results(place: &Place) -> PathBuf {
    place.root().join("benches/RESULTS.md")
}

/// Wall time of the steps between data and picture; criterion keeps the last run in `target/criterion` and compares.
fn native(place: &Place) -> Result<()> {
    let step = Step::cargo("native benches").args(["bench", "--package", "indicator-chart-benches", "--locked"]);
    println!("{}", step.within(place.root()).run()?.output);
    Ok(())
}
