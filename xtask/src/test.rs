//! Turns the lanes into one run: side by side where they do not wait for each other, one closing line.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Mutex;
use std::thread;
use std::time::Instant;

use anyhow::Result;

use crate::install;
use crate::lanes::{self, Counts, Verdict};
use crate::npm;
use crate::packages;
use crate::place::Place;

/// The engines that run the whole suite, side by side.
const ENGINES: [&str; 3] = ["chromium", "firefox", "webkit"];
/// The lanes that start a browser.
const BROWSERS: [&str; 5] = ["old", "packages", "chromium", "firefox", "webkit"];

/// What the caller asked for.
#[derive(Debug)]
pub(crate) struct Request {
    /// Whether system packages may be installed.
    pub(crate) install: bool,
    /// Lanes to run; empty: all of them.
    pub(crate) only: Vec<String>,
    pub(crate) sources: Option<PathBuf>,
}

/// How one lane ended.
#[derive(Debug)]
struct Line {
    name: String,
    result: Outcome,
    seconds: f64,
}

#[derive(Debug)]
enum Outcome {
    Ran(Verdict),
    /// Could not run at all, and why.
    Broke(String),
    /// Was left out, and what would make it run.
    NotRun(String),
}

/// A run under way.
struct Run<'a> {
    place: &'a Place,
    request: &'a Request,
    lines: Mutex<Vec<Line>>,
}

/// Runs the lanes and prints `N passed, N failed, N skipped` last.
pub(crate) fn run(place: &Place, request: &Request) -> Result<ExitCode> {
    let start = Instant::now();
    let run = Run { place, request, lines: Mutex::new(Vec::new()) };
    thread::scope(|scope| {
        // The browsers take longest, so nothing that they do not need stands before them.
        let packages = scope.spawn(|| run.packages());
        scope.spawn(|| run.rust());
        let built = run.web();
        let why = packages.join().unwrap_or_else(|_| Some("the installation broke".to_owned()));
        scope.spawn(|| run.beside());
        run.browsers(built, why);
    });
    let lines = run.lines.into_inner().unwrap_or_default();
    Ok(close(&lines, start.elapsed().as_secs_f64()))
}

impl Run<'_> {
    fn wants(&self, name: &str) -> bool {
        self.request.only.is_empty() || self.request.only.iter().any(|only| only == name)
    }

    /// Lanes that need nothing but Rust; one after another, as cargo would make them wait anyway.
    fn rust(&self) {
        self.lane("fmt", || lanes::fmt(self.place));
        self.lane("clippy", || lanes::clippy(self.place));
        self.lane("native", || lanes::native(self.place));
        self.lane("clippy-wasm", || lanes::clippy_wasm(self.place));
        let beside = self.place.root().join("../shared/sources");
        match self.request.sources.clone().or_else(|| beside.is_dir().then_some(beside)) {
            Some(sources) => self.lane("audit", || lanes::audit(self.place, &sources)),
            None => self.leave_out("audit", "the source documents are not here: --sources DIR"),
        }
    }

    /// What is said of the package while browsers try it.
    fn beside(&self) {
        self.lane("tsc", || lanes::tsc(self.place));
        self.lane("sizes", || lanes::sizes(self.place));
    }

    /// The lane that makes the package; says whether there is one.
    fn web(&self) -> bool {
        self.lane("build", || lanes::build(self.place));
        let lines = self.lines.lock();
        lines.is_ok_and(|lines| {
            lines.iter().all(|line| line.name != "build" || matches!(line.result, Outcome::Ran(_)))
        })
    }

    /// Why the browsers cannot run, if so.
    fn packages(&self) -> Option<String> {
        if !BROWSERS.iter().any(|name| self.wants(name)) {
            return None;
        }
        // Here, while others compile; the lanes find it done.
        let tests = npm::install(self.place, &self.place.browsers(), "browsers");
        if self.request.install
            && let Err(error) = install::packages()
        {
            println!("  {error:#}");
        }
        let missing = install::missing();
        let system = (!missing.is_empty()).then(|| format!("{} (or: --install)", install::line(&missing)));
        system.or_else(|| Some(format!("the tests' packages cannot be had: {:#}", tests.err()?)))
    }

    fn browsers(&self, built: bool, why: Option<String>) {
        let reason = if built { why } else { Some("there is no build to test".to_owned()) };
        if let Some(reason) = reason {
            BROWSERS.iter().for_each(|engine| self.leave_out(engine, &reason));
            return;
        }
        thread::scope(|scope| {
            scope.spawn(|| self.old());
            scope.spawn(|| self.lane("packages", || packages::consumers(self.place)));
            for engine in ENGINES {
                scope.spawn(move || self.lane(engine, || lanes::browser(self.place, engine)));
            }
        });
    }

    /// The old engine comes as a package, and needs the libraries that the system's browsers bring.
    fn old(&self) {
        if !self.wants("old") {
            return;
        }
        match npm::install(self.place, &self.place.old(), "old") {
            Ok(()) => self.lane("old", || lanes::old_engine(self.place)),
            Err(error) => self.leave_out("old", &format!("Chromium 88 cannot be had: {error:#}")),
        }
    }

    fn lane(&self, name: &str, work: impl FnOnce() -> Result<Verdict>) {
        if !self.wants(name) {
            return;
        }
        let start = Instant::now();
        let result = match work() {
            Ok(verdict) => Outcome::Ran(verdict),
            Err(error) => Outcome::Broke(format!("{error:#}")),
        };
        self.record(name, result, start.elapsed().as_secs_f64());
    }

    fn leave_out(&self, name: &str, why: &str) {
        if self.wants(name) {
            self.record(name, Outcome::NotRun(why.to_owned()), 0.0);
        }
    }

    fn record(&self, name: &str, result: Outcome, seconds: f64) {
        let line = Line { name: name.to_owned(), result, seconds };
        line.print();
        if let Ok(mut lines) = self.lines.lock() {
            lines.push(line);
        }
    }
}

impl Line {
    /// A lane that broke is one failure, one that was left out is one skip.
    fn counts(&self) -> Counts {
        match &self.result {
            Outcome::Ran(verdict) => verdict.counts,
            Outcome::Broke(_) => Counts { failed: 1, ..Counts::default() },
            Outcome::NotRun(_) => Counts { skipped: 1, ..Counts::default() },
        }
    }

    fn print(&self) {
        let Counts { passed, failed, skipped } = self.counts();
        let (word, says) = match &self.result {
            Outcome::Ran(verdict) if failed == 0 => ("ok", &verdict.says),
            Outcome::Ran(verdict) => ("FAILED", &verdict.says),
            Outcome::Broke(why) => ("FAILED", why),
            Outcome::NotRun(why) => ("not run", why),
        };
        let counts = format!("{passed} passed, {failed} failed, {skipped} skipped");
        println!("{word:<8} {:<12} {counts:<36} {:>7.1} s", self.name, self.seconds);
        for said in says.lines() {
            println!("         {said}");
        }
    }
}

fn close(lines: &[Line], seconds: f64) -> ExitCode {
    let mut sum = Counts::default();
    for line in lines {
        let Counts { passed, failed, skipped } = line.counts();
        sum.passed += passed;
        sum.failed += failed;
        sum.skipped += skipped;
    }
    let left: Vec<&str> = lines
        .iter()
        .filter(|line| matches!(line.result, Outcome::NotRun(_)))
        .map(|line| line.name.as_str())
        .collect();
    println!("\n{seconds:.0} s");
    if !left.is_empty() {
        println!("not run: {}", left.join(", "));
    }
    println!("{} passed, {} failed, {} skipped", sum.passed, sum.failed, sum.skipped);
    if sum.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
