//! A dataset with the rows that an article was published with is the dataset as that article has it.

use std::rc::Rc;

use indicator_chart::Chart;
use indicator_chart::dataset::unpack::SEPARATOR;
use indicator_chart::dataset::{
    Basis, COLUMNS, Dataset, Date, DateBasis, Observation, Period, Qualifier, Status, amend, builtin, csv,
};
use indicator_chart::spec::Input;
use proptest::prelude::*;

/// The rows of a table as cells in the order of [`COLUMNS`].
fn table(bytes: &[u8]) -> Vec<Vec<String>> {
    let rows = csv::rows(bytes).unwrap_or_default();
    let column = |name: &str| (0..rows[0].width()).find(|at| rows[0].get(*at) == name);
    let places: Vec<usize> = COLUMNS.iter().filter_map(|name| column(name)).collect();
    assert_eq!(places.len(), COLUMNS.len());
    rows[1..].iter().map(|row| places.iter().map(|at| row.get(*at).to_owned()).collect()).collect()
}

fn own_rows() -> Vec<Vec<String>> {
    table(include_bytes!("../data/observations.csv"))
}

/// Cells as one text.
fn joined(rows: &[Vec<String>]) -> String {
    rows.concat().join(&SEPARATOR.to_string())
}

/// Without what packed figures leave out.
fn packed(mut data: Dataset) -> Dataset {
    data.observations.iter_mut().for_each(|row| row.char_start = 0);
    data
}

fn named<T: PartialEq>(names: &[(&'static str, T)], value: &T) -> String {
    names.iter().find(|(_, known)| known == value).map(|(name, _)| (*name).to_owned()).unwrap_or_default()
}

fn day(date: Option<Date>) -> String {
    date.map(|day| format!("{:04}-{:02}-{:02}", day.year, day.month, day.day)).unwrap_or_default()
}

/// A row as its cells: the other way.
fn cells(data: &Dataset, row: &Observation) -> Vec<String> {
    let number = |value: Option<f64>| value.map(|value| value.to_string()).unwrap_or_default();
    let count = |count: u32| if count > 0 { count.to_string() } else { String::new() };
    let figure = row.figure;
    let base = row.base_period.map(|base| format!("{}/{}", day(base.start), day(base.end)));
    vec![
        row.id.clone(),
        data.indicators[row.indicator].id.clone(),
        data.areas[row.area].id.clone(),
        row.category.clone(),
        day(row.period.start),
        day(row.period.end),
        named(&DateBasis::NAMES, &row.date_basis),
        named(&Status::NAMES, &row.status),
        number(figure.map(|figure| figure.value)),
        number(figure.and_then(|figure| figure.high)),
        figure.map(|figure| named(&Qualifier::NAMES, &figure.qualifier)).unwrap_or_default(),
        named(&Basis::NAMES, &row.basis),
        base.unwrap_or_default(),
        row.printed.clone(),
        row.words.clone(),
        data.sources[row.source].id.clone(),
        count(row.char_start),
        row.section.zh.clone(),
        row.section.en.clone(),
        count(row.paragraph),
        row.flags.names(),
        row.note.zh.clone(),
        row.note.en.clone(),
    ]
}

#[test]
fn its_own_rows_change_nothing() {
    let data = builtin();
    let rows = own_rows();
    assert!(rows.len() > 400);
    assert_eq!(packed(amend(&data, &joined(&rows), "").unwrap()), data);
    assert_eq!(amend(&data, "", "").unwrap(), data);
    let written: Vec<Vec<String>> = data.observations.iter().map(|row| cells(&data, row)).collect();
    assert_eq!(packed(amend(&data, &joined(&written), "").unwrap()), data);
}

#[test]
fn its_own_rows_draw_the_same_bytes() {
    let data = builtin();
    let amended = Rc::new(amend(&data, &joined(&own_rows()), "").unwrap());
    let data = Rc::new(data);
    let mut drawn = 0;
    for indicator in &data.indicators {
        for lang in ["zh-CN", "en"] {
            let input = Input {
                indicator: Some(indicator.id.clone()),
                lang: Some(lang.to_owned()),
                ..Input::default()
            };
            let picture = |data: &Rc<Dataset>| {
                let mut chart = Chart::new(Rc::clone(data), &input).ok()?;
                chart.resize(640.0);
                Some((chart.svg("ic"), format!("{:?}", chart.scene()), chart.table(), chart.summary()))
            };
            let (before, after) = (picture(&data), picture(&amended));
            drawn += usize::from(before.is_some());
            assert_eq!(before, after, "{}", indicator.id);
        }
    }
    assert!(drawn > 600, "{drawn} pictures");
}

#[test]
fn a_bad_cell_is_named_by_its_row_and_column() {
    let data = builtin();
    let rows = own_rows()[..3].to_vec();
    let spoiled = |at: usize, column: &str, cell: &str| {
        let mut rows = rows.clone();
        rows[at][COLUMNS.iter().position(|name| *name == column).unwrap()] = cell.to_owned();
        amend(&data, &joined(&rows), "").map(|_| ()).map_err(|bad| (bad.row, COLUMNS[bad.column]))
    };
    let bad = [
        ("id", ""),
        ("indicator", "nothing"),
        ("indicator", ""),
        ("area", "nowhere"),
        ("source", "no-one"),
        ("value", "12,5"),
        ("value", "1e5"),
        ("value", "NaN"),
        ("value_high", "1"),
        ("qualifier", "超"),
        ("status", "done"),
        ("basis", ""),
        ("date_basis", "guessed"),
        ("period_start", "2024-02-30"),
        ("period_start", "9999-01-01"),
        ("period_end", "2024"),
        ("base_period", "soon"),
        ("printed", ""),
        ("char_start", "x"),
        ("paragraph", "-1"),
        ("flags", "wrong"),
    ];
    for (column, cell) in bad {
        let place = if column == "period_start" && cell.starts_with('9') { "period_end" } else { column };
        assert_eq!(spoiled(1, column, cell), Err((1, place)), "{column} {cell}");
    }
    assert_eq!(spoiled(2, "id", &rows[0][0]), Err((2, "id")), "an id stands twice");
    assert_eq!(spoiled(1, "char_start", ""), Ok(()), "only the audit needs the offset");
    let cut = joined(&rows[..1]).rsplit_once(SEPARATOR).map(|(start, _)| start.to_owned()).unwrap();
    assert!(amend(&data, &cut, "").is_ok(), "cells that are not there are empty");
    let named = amend(&data, "a", "").unwrap_err().to_string();
    assert_eq!(named, "row 1, column indicator: this cannot be used");
}

#[test]
fn a_figure_left_out_takes_its_pairs_along() {
    let data = builtin();
    for (at, pair) in data.pairs.iter().enumerate() {
        for gone in [pair.target, pair.outcome] {
            let amended = amend(&data, "", &data.observations[gone].id).unwrap();
            assert_eq!(amended.observations.len() + 1, data.observations.len());
            let ids = |data: &Dataset, at: usize| {
                let pair = &data.pairs[at];
                [pair.target, pair.outcome].map(|end| data.observations[end].id.clone())
            };
            let left = |at: &usize| !ids(&data, *at).contains(&data.observations[gone].id);
            let expected: Vec<_> = (0..data.pairs.len()).filter(left).map(|at| ids(&data, at)).collect();
            let found: Vec<_> = (0..amended.pairs.len()).map(|at| ids(&amended, at)).collect();
            assert_eq!(found, expected, "pair {at}");
        }
    }
}

#[test]
fn a_target_that_is_one_no_longer_is_judged_no_longer() {
    let data = builtin();
    let target = data.pairs[0].target;
    let mut row = cells(&data, &data.observations[target]);
    row[7] = "actual".to_owned();
    let amended = amend(&data, &joined(&[row]), "").unwrap();
    assert!(amended.pairs.iter().all(|pair| pair.target != target));
}

fn figure() -> impl Strategy<Value = Option<indicator_chart::dataset::Figure>> {
    use indicator_chart::dataset::Figure;
    let value = (-9_999_999_i32..9_999_999, 0..4_usize).prop_map(|(digits, scale)| {
        // Few enough digits to be read back as they were written.
        f64::from(digits) / [1.0, 10.0, 100.0, 1000.0][scale]
    });
    let word = prop::sample::select(Qualifier::NAMES.to_vec()).prop_map(|(_, word)| word);
    prop::option::of((value, word, 1..1000_u32).prop_map(|(value, qualifier, more)| {
        let high = (qualifier == Qualifier::Range).then(|| value.trunc() + f64::from(more) + 1.0);
        Figure { value, high, qualifier }
    }))
}

proptest! {
    #[test]
    fn what_was_put_in_is_read_back(
        rows in prop::collection::btree_map(0..500_usize, (figure(), 0..3_usize, 2000..2030_i32, any::<[bool; 4]>()), 1..20),
    ) {
        let data = builtin();
        let count = data.observations.len();
        let mut wanted = Vec::new();
        for (at, (figure, status, year, flags)) in rows {
            let mut row = data.observations[at % count].clone();
            // Beyond the end: figures that the dataset no longer has.
            if at >= count {
                row.id = format!("gone-{at}");
            }
            row.figure = figure;
            row.status = Status::NAMES[status].1;
            row.period = Period::year(year);
            [row.flags.misprint, row.flags.scope, row.flags.unit, row.flags.contradictory] = flags;
            wanted.push(row);
        }
        wanted.sort_by(|a, b| a.id.cmp(&b.id));
        wanted.dedup_by(|a, b| a.id == b.id);
        let cells: Vec<Vec<String>> = wanted.iter().map(|row| cells(&data, row)).collect();
        let amended = amend(&data, &joined(&cells), "").unwrap();
        for row in &wanted {
            let found: Vec<_> = amended.observations.iter().filter(|known| known.id == row.id).collect();
            prop_assert_eq!(&found, &vec![row]);
        }
        let untouched = |data: &Dataset| {
            let mut rows = data.observations.clone();
            rows.retain(|row| wanted.iter().all(|one| one.id != row.id));
            rows
        };
        prop_assert_eq!(untouched(&amended), untouched(&data));
    }
}
