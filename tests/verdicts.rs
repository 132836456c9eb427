//! The verdicts of the built-in figures against those of a script that knows the tables and the rules, not the crate.

#![allow(clippy::expect_used, reason = "a test stops at the first thing that is not as it must be")]

use std::collections::BTreeMap;
use std::process::Command;

use indicator_chart::dataset::{Status, builtin};
use indicator_chart::monitor;
use indicator_chart::query::verdict::{Verdict, judge};
use indicator_chart::words::Lang;

fn name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Met => "met",
        Verdict::Missed => "missed",
        Verdict::Ahead => "ahead",
        Verdict::Behind => "behind",
        Verdict::Undetermined => "undetermined",
        Verdict::NoOutcome => "none",
    }
}

/// What the script prints; none where there is no `node` to run it.
fn reckoned(wish: &[&str]) -> Option<String> {
    let root = env!("CARGO_MANIFEST_DIR");
    let script = [root, "/tests/verdicts.mjs"].concat();
    let Ok(found) = Command::new("node").arg(script).arg([root, "/data"].concat()).args(wish).output() else {
        println!("skipped: no `node` on the path to reckon again");
        return None;
    };
    let told = String::from_utf8_lossy(&found.stderr).into_owned();
    assert!(found.status.success(), "{told}");
    Some(String::from_utf8(found.stdout).expect("text"))
}

#[test]
fn a_second_reckoning_gives_the_same_verdicts() {
    let Some(theirs) = reckoned(&[]) else { return };
    let dataset = builtin();
    let targets = dataset.observations.iter().enumerate().filter(|(_, row)| row.status == Status::Target);
    let ours: Vec<String> = targets
        .map(|(id, row)| [row.id.as_str(), "\t", name(judge(&dataset, id).verdict)].concat())
        .collect();
    assert!(ours.len() > 100, "only {} targets", ours.len());
    assert_eq!(ours, theirs.lines().collect::<Vec<_>>());
}

#[test]
fn a_second_reckoning_gives_the_counts_that_the_monitor_shows() {
    let Some(theirs) = reckoned(&["--domains"]) else { return };
    let monitor = monitor::read(&builtin(), Lang::En).expect("every id resolves");
    let mut counts: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for entry in &monitor.indicators {
        for target in &entry.targets {
            let verdict = if target.verdict == "no-outcome" { "none" } else { target.verdict };
            *counts.entry((entry.domain, verdict)).or_default() += 1;
        }
    }
    let ours: Vec<String> =
        counts.iter().map(|((domain, verdict), count)| format!("{domain}\t{verdict}\t{count}")).collect();
    assert!(counts.keys().any(|(_, verdict)| *verdict == "met"), "{ours:?}");
    assert_eq!(ours, theirs.lines().collect::<Vec<_>>());
}
