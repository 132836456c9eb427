//! A file that was cut, flipped or forged is refused or read, and what is read can be drawn.

use std::rc::Rc;

use super::super::{Tables, decode, pack};
use super::*;
use crate::chart::{Chart, Input};
use crate::words::Lang;

fn tables() -> Tables<'static> {
    Tables {
        sources: include_bytes!("../../../tests/fixtures/figures/sources.csv"),
        areas: include_bytes!("../../../tests/fixtures/figures/areas.csv"),
        units: include_bytes!("../../../tests/fixtures/figures/units.csv"),
        indicators: include_bytes!("../../../tests/fixtures/figures/indicators.csv"),
        observations: include_bytes!("../../../tests/fixtures/figures/observations.csv"),
        pairs: include_bytes!("../../../tests/fixtures/figures/pairs.csv"),
    }
}

fn packed() -> String {
    pack::file(&pack::compile("data", &tables()).expect("good tables"))
}

/// Numbers that look random and are the same in every run.
fn numbers() -> impl FnMut() -> usize {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state as usize
    }
}

/// Reads, and draws some charts of what was read; the picture or its refusal is all one here.
fn tried(bytes: &[u8]) -> bool {
    let Ok(data) = figures(bytes) else { return false };
    let data = Rc::new(data);
    for row in data.indicators.iter().step_by(7).take(4) {
        for kind in ["auto", "line", "table"] {
            let input =
                Input { indicator: Some(row.id.clone()), kind: Some(kind.to_owned()), ..Input::default() };
            if let Ok(mut chart) = Chart::new(Rc::clone(&data), &input) {
                chart.resize(360.0);
                chart.table();
            }
        }
    }
    true
}

#[test]
fn a_packed_file_is_the_tables_again() {
    let (data, problems) = decode(&tables());
    assert!(problems.is_empty(), "{problems:?}");
    assert_eq!(figures(packed().as_bytes()), Ok(pack::kept(&data)));
}

#[test]
fn a_file_cut_anywhere_is_refused() {
    let packed = packed();
    for end in (0..packed.len()).step_by(211).chain(packed.len() - 3..packed.len()) {
        assert!(figures(&packed.as_bytes()[..end]).is_err(), "cut at {end}");
    }
    assert!(figures([packed.as_str(), "\u{1f}"].concat().as_bytes()).is_err(), "a cell too many");
}

#[test]
fn a_flipped_bit_is_refused_or_drawn() {
    let packed = packed();
    let mut next = numbers();
    let mut read = 0;
    for _ in 0..120 {
        let mut bytes = packed.clone().into_bytes();
        let at = next() % bytes.len();
        bytes[at] ^= 1 << (next() % 8);
        read += usize::from(tried(&bytes));
    }
    assert!(read > 0, "some bits only change a text");
}

#[test]
fn characters_that_change_places_are_refused_or_drawn() {
    let packed: Vec<char> = packed().chars().collect();
    let mut next = numbers();
    for _ in 0..120 {
        let mut chars = packed.clone();
        for _ in 0..1 + next() % 6 {
            let [a, b] = [(); 2].map(|()| HEAD.len() + next() % (chars.len() - HEAD.len()));
            chars.swap(a, b);
        }
        tried(chars.into_iter().collect::<String>().as_bytes());
    }
}

#[test]
fn counts_beyond_the_file_are_refused_before_room_is_made_for_them() {
    let packed = packed();
    let body = packed.strip_prefix(HEAD).expect("a head");
    let counts: Vec<char> = body.chars().take(7).collect();
    for at in 0..counts.len() {
        let mut counts = counts.clone();
        counts[at] = char::MAX;
        let forged =
            [HEAD, &counts.into_iter().collect::<String>(), &body[body.find('\u{1f}').expect("a cell")..]];
        assert!(figures(forged.concat().as_bytes()).is_err(), "count {at}");
    }
}

#[test]
fn a_text_that_is_shared_too_often_is_refused() {
    // One long text, and a row after row of areas that say they have it.
    let rows = 400_000;
    let [texts, areas, none] = ["1", "\u{61ab0}", "0"];
    assert_eq!(areas.chars().next().map(|code| code as usize - '0' as usize), Some(rows));
    let mut cells = vec![[texts, none, areas, none, none, none, none].concat()];
    cells.push("长".repeat(400_000));
    cells.push(String::new());
    // Sources: no row, so a title column of no code.
    cells.push(String::new());
    cells.extend(vec![String::new(); rows]);
    cells.push(["0", &"1".repeat(rows - 1)].concat());
    cells.push("0".repeat(rows));
    let error = figures([HEAD, &cells.join("\u{1f}")].concat().as_bytes()).expect_err("64 MB of copies");
    assert!(matches!(error, Error::BadData { table: "areas", .. }), "{error}");
}

#[test]
fn what_is_wrong_is_named_in_both_languages() {
    let page = figures(b"<!doctype html>").expect_err("a page");
    assert_eq!(page.code(), "bad-data");
    assert_eq!(
        page.message(Lang::Zh),
        "数据文件不能用：开头不是“indicator-chart figures 1”。请用 cargo xtask pack 重新打包，再上传。"
    );
    let row = Error::BadData { table: "pairs", row: 3, why: say::DATA_REFERENCE };
    assert_eq!(
        row.message(Lang::En),
        "The file of figures cannot be used: in table pairs, row 3, a reference leads nowhere. \
         Pack it again with “cargo xtask pack” and upload it."
    );
    assert!(row.message(Lang::Zh).contains("pairs 表第 3 行指向并不存在的行"));
}

#[test]
fn a_bad_row_of_the_tables_is_named_with_its_file() {
    let pairs = b"target,outcome,relation,reason_zh,reason_en\nno-such-target,none,same,,\n";
    let lines =
        pack::compile("tests/fixtures/figures", &Tables { pairs, ..tables() }).expect_err("no such rows");
    let start = "tests/fixtures/figures/pairs.csv:2, column target: 'no-such-target' cannot be used";
    assert!(lines[0].starts_with(start), "{lines:?}");
    assert!(!lines[0].contains(" data/"), "{lines:?}");
}
