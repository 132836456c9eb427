//! The verdicts of the built-in figures against those of a script that knows the tables and the rules, not the crate.

#![allow(clippy::expect_used, reason = "a test stops at the first thing that is not as it must be")]

use std::process::Command;

use indicator_chart::dataset::{Status, builtin};
use indicator_chart::query::verdict::{Verdict, judge};

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

#[test]
fn a_second_reckoning_gives_the_same_verdicts() {
    let root = env!("CARGO_MANIFEST_DIR");
    let script = [root, "/tests/verdicts.mjs"].concat();
    let Ok(found) = Command::new("node").args([script, [root, "/data"].concat()]).output() else {
        println!("skipped: no `node` on the path to reckon again");
        return;
    };
    let told = String::from_utf8_lossy(&found.stderr).into_owned();
    assert!(found.status.success(), "{told}");
    let theirs = String::from_utf8(found.stdout).expect("text");
    let dataset = builtin();
    let targets = dataset.observations.iter().enumerate().filter(|(_, row)| row.status == Status::Target);
    let ours: Vec<String> = targets
        .map(|(id, row)| [row.id.as_str(), "\t", name(judge(&dataset, id).verdict)].concat())
        .collect();
    assert!(ours.len() > 100, "only {} targets", ours.len());
    assert_eq!(ours, theirs.lines().collect::<Vec<_>>());
}
