//! The audit of an invented town: clean as it stands, and red for every single change.

use std::path::PathBuf;
use std::process;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{env, fs};

use super::*;

fn fixture() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/audit")
}

/// Audits a copy of the invented tables with one text of one table replaced.
fn with(table: &str, given: &str, instead: &str, coverage: Coverage) -> Report {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let dir = env::temp_dir().join(format!("indicator-chart-audit-{}-{count}", process::id()));
    fs::create_dir_all(&dir).expect("a directory");
    for entry in fs::read_dir(fixture().join("data")).expect("tables") {
        let entry = entry.expect("a table");
        let mut text = fs::read_to_string(entry.path()).expect("text");
        if entry.file_name() == table {
            assert!(text.contains(given), "{given} is not in {table}");
            text = text.replacen(given, instead, 1);
        }
        fs::write(dir.join(entry.file_name()), text).expect("written");
    }
    let report = run(&fixture().join("sources"), &dir, coverage);
    fs::remove_dir_all(&dir).expect("removed");
    report.expect("readable tables")
}

/// The one fault of a change to an observation.
fn fault(given: &str, instead: &str) -> String {
    let report = with("observations.csv", given, instead, Coverage::Counted);
    assert_eq!(report.faults.len(), 1, "{given} → {instead}: {report}");
    report.faults[0].clone()
}

#[test]
fn the_town_is_true_and_whole() {
    let report =
        run(&fixture().join("sources"), &fixture().join("data"), Coverage::Complete).expect("tables");
    assert_eq!(report.faults, [""; 0], "{report}");
    assert_eq!((report.observations, report.skipped, report.parsed), (10, 3, 10));
    let (_, covered, all) = &report.runs[0];
    assert_eq!(covered, all);
}

#[test]
fn a_changed_value_is_seen() {
    for (given, instead) in [
        (",125000,", ",125001,"),
        (",3400,", ",340,"),
        (",-4.2,", ",4.2,"),
        (",6,8,range", ",6,9,range"),
        (",130000000,", ",13000,"),
        (",100,,nearly", ",200,,nearly"),
    ] {
        assert!(fault(given, instead).contains("the print says"), "{given}");
    }
}

#[test]
fn a_changed_qualifier_is_seen() {
    for (given, instead) in [
        (",3400,,over,", ",3400,,at_least,"),
        (",260,,over,", ",260,,about,"),
        (",125000,,exact,", ",125000,,over,"),
        (",0.5,,at_most,", ",0.5,,exact,"),
        (",10,,at_most,", ",10,,exact,"),
    ] {
        assert!(fault(given, instead).contains("the print says"), "{given}");
    }
}

#[test]
fn a_changed_print_or_place_is_seen() {
    let report = with("observations.csv", ",12.5万亩,,town,", ",12.6万亩,,town,", Coverage::Counted);
    assert_eq!(report.faults.len(), 2, "the place and the value: {report}");
    assert!(report.faults[0].contains("not '12.6万亩'"), "{report}");
    assert!(fault(",260余家,余,town,", ",260余家,余,town,1").contains("stands at 1"));
    let file = fs::read_to_string(fixture().join("data/observations.csv")).expect("text");
    let start =
        file.split("4.2%,下降,town,").nth(1).and_then(|rest| rest.split(',').next()).expect("a place");
    let moved = start.parse::<usize>().expect("a number") + 1;
    let (given, instead) = (format!("下降,town,{start},"), format!("下降,town,{moved},"));
    assert!(fault(&given, &instead).contains("not '4.2%'"));
}

#[test]
fn words_stand_in_the_text_and_in_the_row() {
    let report = with("observations.csv", ",超过,town,", ",\"超过 大约\",town,", Coverage::Counted);
    assert!(report.faults[0].contains("大约") && report.faults[1].contains("no flag"), "{report}");
    let dropped = with(
        "observations.csv",
        ",3400,,over,as_of,,\"3400\n户\",超过,",
        ",3400,,exact,as_of,,\"3400\n户\",,",
        Coverage::Counted,
    );
    assert_eq!(dropped.faults.len(), 1, "{dropped}");
    assert!(dropped.faults[0].contains("'超过' stands beside '3400户', but the row is exact"), "{dropped}");
    let dropped = with(
        "observations.csv",
        ",at_most,cumulative,,0.5%,以内,",
        ",exact,cumulative,,0.5%,,",
        Coverage::Counted,
    );
    assert!(dropped.faults[0].contains("'以内' stands beside"), "{dropped}");
}

#[test]
fn a_row_that_is_gone_is_missed_only_where_all_is_claimed() {
    let file = fs::read_to_string(fixture().join("data/observations.csv")).expect("text");
    let row = file.lines().find(|line| line.starts_with("complaints@")).expect("a row").to_string() + "\n";
    let report = with("observations.csv", &row, "", Coverage::Counted);
    assert_eq!(report.faults, [""; 0]);
    let report = with("observations.csv", &row, "", Coverage::Complete);
    assert_eq!(report.faults.len(), 2, "0 and 5 of 0.5: {report}");
    assert!(report.faults[0].starts_with("invented-town.txt:8: '0' at "), "{report}");
    let row = file.lines().find(|line| line.contains(",翻一番,")).expect("a row").to_string() + "\n";
    let report = with("observations.csv", &row, "", Coverage::Complete);
    assert!(report.faults[0].contains("'翻一番' at "), "a figure in words: {report}");
    let report = with("skipped.csv", ",2029年,date\n", ",2029,date\n", Coverage::Complete);
    assert_eq!(report.faults, [""; 0]);
    let report = with("skipped.csv", ",2029年,", ",2028年,", Coverage::Complete);
    assert_eq!(report.faults.len(), 2, "{report}");
}

#[test]
fn another_text_or_another_unit_is_seen() {
    let report = with("sources.csv", "invented-town.txt,", "invented-town.txt,0", Coverage::Counted);
    assert!(report.faults[0].contains("sha256"), "{report}");
    let report = with("sources.csv", "invented-town.txt,", "no-such.txt,", Coverage::Counted);
    assert!(report.faults[0].contains("no-such.txt"), "{report}");
    let report = with("indicators.csv", ",economy,household,", ",economy,firm,", Coverage::Counted);
    assert!(report.faults[0].contains("the print counts '户', the indicator '家'"), "{report}");
}

#[test]
fn a_print_without_a_number_is_listed_and_not_hidden() {
    let given = ",100,,nearly,vs_base,2029-12-31,翻一番,接近,";
    let report =
        with("observations.csv", given, ",100,,nearly,vs_base,2029-12-31,一番,接近,", Coverage::Counted);
    assert!(report.faults.iter().any(|fault| fault.contains("not '一番'")), "{report}");
    let report = with("observations.csv", given, ",,,,vs_base,2029-12-31,翻一番,接近,", Coverage::Counted);
    assert!(report.faults[0].contains("no value, but the print says"), "{report}");
    let report = with(
        "observations.csv",
        ",260,,over,as_of,,260余家,余,",
        ",260,,over,as_of,,260余家,\"余 接近\",",
        Coverage::Counted,
    );
    assert_eq!(report.unreadable.len(), 1, "{report}");
}

#[test]
fn a_bad_row_is_a_fault_too() {
    let report = with("observations.csv", ",125000,", ",12x,", Coverage::Counted);
    assert!(report.faults[0].starts_with("data/observations.csv:2, column value"), "{report}");
}
