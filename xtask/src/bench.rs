//! Turns the built chart and the libraries that it is measured beside into tables of medians, ratios and budgets.

use std::fmt::Write as _;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
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
    let whole = options.get_many::<String>("only").is_none()
        && !options.get_flag("quick")
        && !options.get_flag("profile");
    for name in ["quick", "profile"] {
        args.extend(options.get_flag(name).then(|| format!("--{name}")));
    }
    if options.get_flag("profile") {
        args.push(format!("--named={}", engine::named_columns(place)?.display()));
        args.push(format!("--write={}", place.root().join("benches/PROFILE.md").display()));
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

/// The crate with the steps from data to picture.
const NATIVE: &str = "indicator-chart-benches";

/// Wall time of the steps; criterion keeps the last run in `target/criterion` and compares.
fn native(place: &Place) -> Result<()> {
    let step = Step::cargo("native benches").args(["bench", "--package", NATIVE, "--locked"]);
    println!("{}", step.within(place.root()).run()?.output);
    Ok(())
}

/// Instructions of each step: the same on a busy machine as on an idle one, so that a commit can be held to them.
fn instructions(place: &Place) -> Result<()> {
    if !exists("valgrind") {
        bail!("valgrind is missing: apt-get install valgrind, then run this again");
    }
    let args = ["build", "--release", "--package", NATIVE, "--bin", "step", "--locked"];
    Step::cargo("compiling the steps").args(args).within(place.root()).run()?;
    let program = place.target().join("release/step");
    let steps = Step::new("steps", &program).run()?.output;
    let mut table =
        "# Instructions of the steps from data to picture\n\nWritten by `cargo xtask bench --instructions`: \
                     native code on x86-64, counted by callgrind, the second run of each.\n\n\
                     | step | instructions |\n| --- | ---: |\n"
            .to_owned();
    for (place_in_list, step) in steps.lines().enumerate() {
        let counted = Step::new(step, "valgrind")
            .args(["--tool=callgrind", "--callgrind-out-file=/dev/null", "--toggle-collect=*Step*measured*"])
            .args([program.as_os_str(), place_in_list.to_string().as_ref()])
            .limit(300)
            .run()?;
        let count =
            collected(&counted.output).with_context(|| format!("valgrind counted nothing of {step}"))?;
        writeln!(table, "| {step} | {} |", grouped(count))?;
    }
    let to = place.root().join("benches/INSTRUCTIONS.md");
    std::fs::write(&to, &table).with_context(|| format!("cannot write {}", to.display()))?;
    println!("{table}\nwritten to {}", to.display());
    Ok(())
}

/// The number after `Collected :`.
fn collected(output: &str) -> Option<u64> {
    let (_, after) = output.split_once("Collected :")?;
    after.split_whitespace().next()?.parse().ok().filter(|count| *count > 0)
}

/// `1234567` as `1,234,567`.
fn grouped(count: u64) -> String {
    let digits = count.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{collected, grouped};

    #[test]
    fn valgrind_is_read_and_nothing_counted_is_no_result() {
        assert_eq!(collected("==1== Events    : Ir\n==1== Collected : 944619\n"), Some(944_619));
        assert_eq!(collected("==1== Collected : 0\n"), None);
        assert_eq!(grouped(944_619), "944,619");
        assert_eq!(grouped(1_000), "1,000");
        assert_eq!(grouped(12), "12");
    }
}
