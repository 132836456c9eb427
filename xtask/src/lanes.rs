//! The lanes of the test run: each turns the project into a verdict with counts.

use std::path::Path;

use anyhow::{Error, Result, bail};

use crate::command::{Step, tail};
use crate::engine::{Dataset, TARGET};
use crate::place::Place;
use crate::{again, alone, build, npm, old, sizes};

/// Every lane's name, in the order in which a reader wants them.
pub(crate) const NAMES: [&str; 13] = [
    "fmt",
    "clippy",
    "clippy-wasm",
    "native",
    "audit",
    "build",
    "tsc",
    "sizes",
    "old",
    "packages",
    "chromium",
    "firefox",
    "webkit",
];

/// How many tests a lane ran.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) passed: usize,
    pub(crate) failed: usize,
    pub(crate) skipped: usize,
}

/// A lane's counts and what to show of it.
#[derive(Debug)]
pub(crate) struct Verdict {
    pub(crate) counts: Counts,
    /// Shown always: a figure, or the failure's own words.
    pub(crate) says: String,
}

impl Verdict {
    fn of(good: bool, says: String) -> Self {
        let counts = Counts { passed: usize::from(good), failed: usize::from(!good), skipped: 0 };
        Self { counts, says }
    }

    /// One check that either holds or shows the end of its output.
    fn check(step: Step) -> Result<Self> {
        let finished = step.finish()?;
        let good = finished.status.success();
        Ok(Self::of(good, if good { String::new() } else { tail(&finished.output, 80) }))
    }
}

pub(crate) fn fmt(place: &Place) -> Result<Verdict> {
    Verdict::check(
        Step::cargo("fmt").args(["fmt", "--all", "--check", "--", "--color", "never"]).within(place.root()),
    )
}

pub(crate) fn clippy(place: &Place) -> Result<Verdict> {
    let args = ["clippy", "--workspace", "--all-targets", "--locked", "--", "-Dwarnings"];
    Verdict::check(Step::cargo("clippy").args(args).within(place.root()))
}

/// The rooms that only a browser has.
pub(crate) fn clippy_wasm(place: &Place) -> Result<Verdict> {
    crate::install::wasm_target()?;
    let args = ["clippy", "--package", "indicator-chart", "--lib", "--locked", "--target", TARGET];
    Verdict::check(Step::cargo("clippy for wasm").args(args).args(["--", "-Dwarnings"]).within(place.root()))
}

/// Unit tests, laws, goldens and gestures on this machine's own target.
pub(crate) fn native(place: &Place) -> Result<Verdict> {
    let finished = Step::cargo("native tests")
        .args(["test", "--workspace", "--locked", "--no-fail-fast"])
        .env("RUST_BACKTRACE", "0")
        .within(place.root())
        .finish()?;
    let mut counts = cargo_counts(&finished.output);
    if !finished.status.success() && counts.failed == 0 {
        counts.failed = 1;
    }
    let says = if counts.failed == 0 { String::new() } else { failures(&finished.output) };
    Ok(Verdict { counts, says })
}

/// The figures of `data/` against the documents that print them.
pub(crate) fn audit(place: &Place, sources: &Path) -> Result<Verdict> {
    // In this process: the lane `native` may build this program anew while the lanes run.
    let report = crate::audit::run(sources, &place.root().join("data"), crate::audit::Coverage::Complete)
        .map_err(Error::msg)?;
    let good = report.faults.is_empty();
    Ok(Verdict::of(good, tail(&report.to_string(), if good { 1 } else { 80 })))
}

/// Builds the package and the site, and keeps out what old engines do not know.
pub(crate) fn build(place: &Place) -> Result<Verdict> {
    build::package(place, Dataset::On)?;
    build::site(place)?;
    crate::engine::trial(place)?;
    let too_new = old::faults(place)?;
    let failed = usize::from(!too_new.is_empty());
    let counts = Counts { passed: 2 - failed, failed, skipped: 0 };
    Ok(Verdict { counts, says: too_new.join("\n") })
}

/// Weighs what a reader downloads, and holds the budgets.
pub(crate) fn sizes(place: &Place) -> Result<Verdict> {
    let sizes = sizes::measure(place)?;
    let budgets = [
        sizes.engine_within_budget(),
        sizes.columns_within_budget(),
        sizes.dataset_within_budget(),
        sizes.parts_within_budget(),
    ];
    let failed = budgets.iter().filter(|good| !**good).count();
    let counts = Counts { passed: budgets.len() - failed, failed, skipped: 0 };
    Ok(Verdict { counts, says: sizes.to_string() })
}

/// The types of the element, of the pages' scripts and of the browser tests.
pub(crate) fn tsc(place: &Place) -> Result<Verdict> {
    npm::install(place, &place.tools(), "tools")?;
    npm::install(place, &place.browsers(), "browsers")?;
    let tsc = npm::bin(&place.tools(), "tsc");
    let mut all = Verdict { counts: Counts::default(), says: String::new() };
    let sources = ["www/tsconfig.json", "www/element/node/tsconfig.json"];
    let tests =
        ["tests/browsers/tsconfig.json", "tests/packages/tsconfig.json", "benches/peers/tsconfig.json"];
    for project in sources.into_iter().chain(tests) {
        let step = Step::new("tsc", &tsc).args(["--project", project]).within(place.root());
        let verdict = Verdict::check(step)?;
        all.counts.passed += verdict.counts.passed;
        all.counts.failed += verdict.counts.failed;
        all.says += &verdict.says;
    }
    Ok(all)
}

/// What an engine of January 2021 shows, on what `build` left in `dist/`; the browser comes as a locked package.
pub(crate) fn old_engine(place: &Place) -> Result<Verdict> {
    in_browser(
        "Chromium 88",
        |step| step.within(&place.old()).env("OLD", place.work().join("old")).limit(300),
        place,
    )
}

/// One engine's browser tests, on what `build` left in `dist/`.
pub(crate) fn browser(place: &Place, engine: &str) -> Result<Verdict> {
    npm::install(place, &place.browsers(), "browsers")?;
    if !place.dist().join(build::SCRIPT).exists() {
        bail!("dist/ holds no build; the lane `build` makes it");
    }
    in_browser(
        engine,
        |step| {
            step.within(&place.browsers())
                .env("ENGINE", engine)
                .env("ENGINE_DIR", place.work().join("engine/with-dataset"))
                .env("TRIAL_DIR", place.work().join("engine/trial"))
                .limit(2700)
        },
        place,
    )
}

/// The specs of a folder's `main.js` in one browser, without a network where that is possible.
fn in_browser(engine: &str, at: impl Fn(Step) -> Step, place: &Place) -> Result<Verdict> {
    let mut says = "";
    let mut run = |name: String, specs: &[String]| {
        let (step, manner) = alone::step(&name, "node");
        says = manner;
        let step = step.args(["--test-reporter=spec", "main.js"]).args(specs);
        at(step.env("SCREENSHOTS", place.target().join("screenshots"))).finish()
    };
    let first = run(format!("tests in {engine}"), &[])?;
    let settled = again::settle(&first, |specs| run(format!("once more in {engine}"), specs))?;
    let unsteady: String =
        settled.unsteady.iter().map(|test| format!("failed once, then passed: {test}\n")).collect();
    Ok(Verdict { counts: settled.counts, says: says.to_owned() + &unsteady + &tail(&settled.failures, 200) })
}

/// Sums the `test result:` lines of cargo.
fn cargo_counts(output: &str) -> Counts {
    let mut counts = Counts::default();
    for line in output.lines().filter(|line| line.starts_with("test result:")) {
        for part in line.split(['.', ';']) {
            let mut words = part.split_whitespace();
            let number = words.next().and_then(|word| word.parse().ok()).unwrap_or(0);
            match words.next() {
                Some("passed") => counts.passed += number,
                Some("failed") => counts.failed += number,
                Some("ignored") => counts.skipped += number,
                _ => {}
            }
        }
    }
    counts
}

/// Reads the closing lines of node's test runner.
pub(crate) fn node_counts(output: &str) -> Counts {
    let number = |name: &str| {
        let wanted = format!("ℹ {name} ");
        let line = output.lines().rev().find_map(|line| line.strip_prefix(&wanted));
        line.and_then(|number| number.trim().parse().ok()).unwrap_or(0)
    };
    Counts {
        passed: number("pass"),
        failed: number("fail") + number("cancelled"),
        skipped: number("skipped"),
    }
}

/// What the test binaries said, without the compiler's warnings and the lines of what passed; all of it where
/// nothing could be compiled.
fn failures(output: &str) -> String {
    let ran = output.find("Running unittests").map_or(output, |start| &output[start..]);
    let kept: Vec<&str> = ran
        .lines()
        .filter(|line| !line.trim().is_empty())
        .filter(|line| !(line.starts_with("test ") && line.ends_with("... ok")))
        .collect();
    tail(&kept.join("\n"), 150)
}

#[cfg(test)]
mod tests {
    use super::{Counts, cargo_counts, node_counts};

    #[test]
    fn the_results_of_several_test_binaries_add_up() {
        let output = "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out\n\
                      test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 4 filtered out";
        assert_eq!(cargo_counts(output), Counts { passed: 15, failed: 2, skipped: 1 });
    }

    #[test]
    fn a_cancelled_browser_test_is_a_failed_one() {
        let output = "ℹ tests 9\nℹ pass 6\nℹ fail 1\nℹ cancelled 1\nℹ skipped 1\nℹ todo 0";
        assert_eq!(node_counts(output), Counts { passed: 6, failed: 2, skipped: 1 });
    }
}
