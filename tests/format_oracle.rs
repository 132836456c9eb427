//! Numbers compared with those of `Intl.NumberFormat`, asked of Node while the test runs.

#![allow(clippy::expect_used, reason = "a test stops at the first thing that is not as it must be")]

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Command, Stdio};

use indicator_chart::format::{Digits, Magnitude, number};
use indicator_chart::words::Lang;

/// Reads `language decimals value` lines; decimals of −1 ask for all digits that the value has.
const SCRIPT: &str = r#"
const formats = new Map();
const of = (lang, digits) => {
  const key = lang + digits;
  if (!formats.has(key)) {
    const range = digits < 0 ? { maximumFractionDigits: 20 } : { minimumFractionDigits: digits, maximumFractionDigits: digits };
    formats.set(key, new Intl.NumberFormat(lang, { ...range, useGrouping: lang === "en-US", roundingMode: "halfExpand", signDisplay: "negative" }));
  }
  return formats.get(key);
};
const lines = require("fs").readFileSync(0, "utf8").trim().split("\n");
console.log(lines.map((line) => {
  const [lang, digits, value] = line.split(" ");
  return of(lang, Number(digits)).format(Number(value)).replace("-", "\u2212");
}).join("\n"));
"#;

/// Numbers as figures are printed: of every size, with few and with many decimals, halves and near-halves among them.
fn values() -> Vec<f64> {
    let mut values =
        vec![0.0, -0.0, 0.5, -0.5, 1.005, 2.675, 1e15, 0.1 + 0.2, 999.995, 9_999.5, -0.004, 1e-7];
    // A fixed linear congruence: the same numbers on every run.
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        state >> 33
    };
    for i in 0..3_000_u32 {
        let sign = if next() % 4 == 0 { -1.0 } else { 1.0 };
        let (big, small) = (next() as f64, (next() % 100_000) as f64);
        values.push(
            sign * match i % 6 {
                0 => small / 1e3,
                1 => small / 1e4 + 0.000_05,
                2 => big * 1e4,
                3 => big / 8.0,
                4 => (small * 2.0 + 1.0) / 200.0,
                _ => big / 2_147_483_648.0,
            },
        );
    }
    values
}

#[test]
fn numbers_read_as_the_browser_would_print_them() {
    let mut asked = String::new();
    let mut ours = Vec::new();
    for value in values() {
        for (lang, tag) in [(Lang::Zh, "zh-CN"), (Lang::En, "en-US")] {
            for decimals in [-1, 0, 1, 2] {
                let digits = u8::try_from(decimals).map_or(Digits::Printed, Digits::Fixed);
                writeln!(asked, "{tag} {decimals} {value:?}").expect("a string grows");
                ours.push(number(value, Magnitude::PLAIN, digits, lang));
            }
        }
    }
    let node = Command::new("node").args(["-e", SCRIPT]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let Ok(mut node) = node else {
        println!("skipped: no `node` on the path to ask for numbers");
        return;
    };
    let mut input = node.stdin.take().expect("a pipe");
    let writer = std::thread::spawn(move || input.write_all(asked.as_bytes()));
    let output = node.wait_with_output().expect("an answer");
    writer.join().expect("no panic").expect("all was read");
    assert!(output.status.success(), "node failed");
    let theirs = String::from_utf8(output.stdout).expect("UTF-8");
    let theirs: Vec<&str> = theirs.trim_end().split('\n').collect();
    assert_eq!(theirs.len(), ours.len());
    assert!(ours.len() >= 10_000, "{} numbers are too few", ours.len());
    let wrong: Vec<_> = ours.iter().zip(&theirs).filter(|(a, b)| a != b).take(20).collect();
    assert!(wrong.is_empty(), "ours, theirs: {wrong:?}");
}
