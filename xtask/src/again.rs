//! Turns a browser run in which a few tests failed into a second run of their specs alone, and says which tests are
//! unsteady: a test that fails twice is wrong, one that fails once on a crowded machine is named and not hidden.

use std::collections::BTreeSet;

use anyhow::Result;

use crate::command::Finished;
use crate::lanes::{Counts, node_counts};

/// More than so many failures are no accident.
const FEW: usize = 8;

/// A run's counts, and what to say of it.
#[derive(Debug)]
pub(crate) struct Settled {
    pub(crate) counts: Counts,
    /// The output in which the failures that count are told; empty without one.
    pub(crate) failures: String,
    /// The tests that failed once and then passed.
    pub(crate) unsteady: Vec<String>,
}

/// Judges the run `first` of all specs; `run` runs the specs of the given names once more.
pub(crate) fn settle(first: &Finished, run: impl FnOnce(&[String]) -> Result<Finished>) -> Result<Settled> {
    let mut counts = node_counts(&first.output);
    if first.status.success() && counts.failed == 0 {
        return Ok(Settled { counts, failures: String::new(), unsteady: Vec::new() });
    }
    let failed = failed(&first.output);
    if counts.failed == 0 || counts.failed > FEW || failed.len() != counts.failed {
        counts.failed = counts.failed.max(1);
        return Ok(Settled { counts, failures: first.output.clone(), unsteady: Vec::new() });
    }
    let specs: BTreeSet<&str> = failed.iter().map(|(spec, _)| *spec).collect();
    let specs: Vec<String> = specs.into_iter().map(str::to_owned).collect();
    let second = run(&specs)?;
    let again = self::failed(&second.output);
    let mut stays = node_counts(&second.output).failed;
    if !second.status.success() {
        stays = stays.max(1);
    }
    counts.passed += counts.failed.saturating_sub(stays);
    counts.failed = stays;
    let unsteady = failed.iter().filter(|test| !again.contains(test));
    Ok(Settled {
        counts,
        failures: if stays == 0 { String::new() } else { second.output.clone() },
        unsteady: unsteady.map(|(spec, test)| format!("{spec}: {test}")).collect(),
    })
}

/// The failed tests that node's reporter sums up at its end: spec and name.
fn failed(output: &str) -> Vec<(&str, &str)> {
    let lines: Vec<&str> = output.lines().collect();
    let pairs = lines.windows(2).filter_map(|pair| {
        let spec = pair[0].strip_prefix("test at specs/")?.split_once(".js:")?.0;
        let test = pair[1].strip_prefix("✖ ")?;
        Some((spec, test.rsplit_once(" (").map_or(test, |(name, _)| name)))
    });
    pairs.collect()
}

#[cfg(test)]
mod tests {
    use std::os::unix::process::ExitStatusExt;
    use std::process::ExitStatus;

    use super::{Finished, settle};

    fn output(passed: usize, failed: &[(&str, &str)]) -> Finished {
        let told: String = failed
            .iter()
            .map(|(spec, test)| format!("test at specs/{spec}.js:55:3\n✖ {test} (13.6ms)\n"))
            .collect();
        let output =
            format!("ℹ pass {passed}\nℹ fail {}\nℹ skipped 2\n\n✖ failing tests:\n\n{told}", failed.len());
        let status = ExitStatus::from_raw(if failed.is_empty() { 0 } else { 256 });
        Finished { status, output, seconds: 1.0 }
    }

    #[test]
    fn what_passes_alone_is_named_and_what_fails_twice_fails() {
        let first = output(9, &[("zoom", "a (b) holds"), ("touch", "c")]);
        let mut asked = Vec::new();
        let good = settle(&first, |specs| {
            asked = specs.to_vec();
            Ok(output(30, &[]))
        });
        let good = good.unwrap();
        assert_eq!(asked, ["touch", "zoom"]);
        assert_eq!((good.counts.passed, good.counts.failed, good.counts.skipped), (11, 0, 2));
        assert_eq!(good.unsteady, ["zoom: a (b) holds", "touch: c"]);
        let bad = settle(&first, |_| Ok(output(29, &[("touch", "c")]))).unwrap();
        assert_eq!((bad.counts.passed, bad.counts.failed), (10, 1));
        assert_eq!(bad.unsteady, ["zoom: a (b) holds"]);
        assert!(bad.failures.contains("touch"), "{}", bad.failures);
    }

    #[test]
    fn a_run_that_broke_or_failed_widely_is_not_run_again() {
        let many: Vec<(&str, &str)> = (0..9).map(|_| ("zoom", "a")).collect();
        let wide = settle(&output(9, &many), |_| panic!("run again")).unwrap();
        assert_eq!(wide.counts.failed, 9);
        let broken =
            Finished { status: ExitStatus::from_raw(256), output: "no engine".to_owned(), seconds: 1.0 };
        assert_eq!(settle(&broken, |_| panic!("run again")).unwrap().counts.failed, 1);
    }
}
