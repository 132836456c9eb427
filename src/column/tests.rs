//! Laws of columns: nothing that stands in an array is lost on the way to a line, and nothing is made up.

use proptest::prelude::*;

use super::{Abscissa, Builder, Columns, Kind, Pyramid, Window};
use crate::error::Error;
use crate::words::Lang;

fn columns(x: &[f64], all: &[&[f64]]) -> Result<Columns, Error> {
    let mut builder = Builder::new(x.len());
    // In parts that do not divide the length, as a page's arrays come.
    for part in x.chunks(7) {
        builder.x(part)?;
    }
    for (place, y) in all.iter().enumerate() {
        builder.series(&format!("s{place}"), "", y.len())?;
        y.chunks(5).for_each(|part| builder.y(part));
    }
    builder.finish(None, "", 0.0)
}

fn good(x: &[f64], y: &[f64]) -> Columns {
    columns(x, &[y]).expect("columns")
}

fn naive(values: &[f64]) -> Option<(f64, f64)> {
    let real = || values.iter().copied().filter(|value| !value.is_nan());
    Some((real().reduce(f64::min)?, real().reduce(f64::max)?))
}

/// Values with gaps among them.
fn values(most: usize) -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec(prop_oneof![8 => -1e6..1e6, 1 => Just(f64::NAN), 1 => Just(0.0)], 1..most)
}

proptest! {
    #[test]
    fn extremes_of_any_rows_are_those_of_the_rows(values in values(6000), ends in (0.0..1.0_f64, 0.0..1.0_f64)) {
        let pyramid = Pyramid::new(&values);
        let at = |share: f64| (share * values.len() as f64) as usize;
        let (first, end) = (at(ends.0.min(ends.1)), at(ends.0.max(ends.1)));
        prop_assert_eq!(pyramid.extent(&values, first, end), naive(&values[first..end]));
        prop_assert_eq!(pyramid.extent(&values, 0, usize::MAX), naive(&values));
    }

    #[test]
    fn each_part_of_a_window_keeps_its_extremes_and_shows_nothing_else(
        values in values(4000), zoom in (0.0..0.9_f64, 0.05..1.0_f64), parts in 1_usize..60,
    ) {
        let last = values.len() as f64 - 1.0;
        let x: Vec<f64> = (0..values.len()).map(|row| row as f64).collect();
        let data = good(&x, &values.iter().map(|v| if v.is_nan() { 0.5 } else { *v }).collect::<Vec<_>>());
        let (from, to) = (zoom.0 * last, (zoom.0 + zoom.1).min(1.0) * last);
        prop_assume!(to > from);
        let window = Window { from, to, parts };
        let trace = data.trace(&data.series[0], window);
        let (first, end) = data.within(window);
        let shown: Vec<f64> = trace.vertices.iter().map(|vertex| vertex[1]).collect();
        let own: Vec<f64> = (first..end).filter_map(|row| data.series[0].value(row)).collect();
        if let Some((least, greatest)) = naive(&own) {
            prop_assert!(shown.contains(&least) && shown.contains(&greatest));
        }
        let near = first.saturating_sub(1)..(end + 1).min(values.len());
        for value in &shown {
            prop_assert!(near.clone().any(|row| data.series[0].value(row) == Some(*value)), "{value}");
        }
        prop_assert!(shown.len() <= 4 * (parts + 1) + 2 + 4 * parts);
    }

    #[test]
    fn every_spike_is_seen_at_every_zoom(spike in 0_usize..50_000, zoom in 0_u32..12) {
        let x: Vec<f64> = (0..50_000).map(f64::from).collect();
        let mut y = vec![1.0; x.len()];
        y[spike] = 9.0;
        let data = good(&x, &y);
        let width = 50_000.0 / f64::from(1 << zoom);
        let from = (spike as f64 - width / 3.0).max(0.0);
        let trace = data.trace(&data.series[0], Window { from, to: from + width, parts: 300 });
        prop_assert!(trace.vertices.iter().any(|vertex| vertex[1] == 9.0));
    }

    #[test]
    fn a_row_is_found_by_its_place(x in prop::collection::vec(-1e3..1e3_f64, 1..200), at in -1.2e3..1.2e3_f64) {
        let mut x = x;
        x.sort_by(f64::total_cmp);
        let even: Vec<f64> = (0..x.len()).map(|row| -50.0 + 0.1 * row as f64).collect();
        for places in [x, even] {
            let data = good(&places, &vec![0.0; places.len()]);
            prop_assert_eq!(data.x.from(at), places.iter().take_while(|x| **x < at).count());
            let near = data.x.nearest(at).expect("a row");
            let away = |row: usize| (places[row] - at).abs();
            prop_assert!((0..places.len()).all(|row| away(near) <= away(row)));
        }
    }
}

#[test]
fn even_places_are_kept_as_a_step_and_any_others_one_by_one() {
    let minutes: Vec<f64> = (0..1000).map(|row| 1.7e12 + 60_000.0 * f64::from(row)).collect();
    let data = good(&minutes, &[1.0; 1000]);
    assert_eq!(data.x, Abscissa::Even { first: 1.7e12, step: 60_000.0, rows: 1000 });
    assert_eq!(data.kind, Kind::Time);
    let mut bent = minutes.clone();
    bent[700] += 1.0;
    let data = good(&bent, &[1.0; 1000]);
    assert_eq!(data.x, Abscissa::Listed(bent));
}

#[test]
fn rows_in_another_order_are_sorted_with_their_values() {
    let data = good(&[3.0, 1.0, 2.0, 1.0], &[30.0, 10.0, 20.0, 11.0]);
    assert!(data.sorted);
    let rows: Vec<(f64, Option<f64>)> =
        (0..4).map(|row| (data.x.at(row), data.series[0].value(row))).collect();
    assert_eq!(rows, [(1.0, Some(10.0)), (1.0, Some(11.0)), (2.0, Some(20.0)), (3.0, Some(30.0))]);
    let newest_first = good(&[3.0, 2.0, 1.0], &[30.0, 20.0, 10.0]);
    assert_eq!((newest_first.x.at(0), newest_first.series[0].value(0)), (1.0, Some(10.0)));
}

#[test]
fn a_gap_breaks_the_line_at_every_zoom_that_can_show_it() {
    let x: Vec<f64> = (0..10_000).map(f64::from).collect();
    let mut y = vec![5.0; x.len()];
    y[4000..6000].fill(f64::INFINITY);
    let data = good(&x, &y);
    assert_eq!(data.series[0].gaps, 2000);
    for parts in [3000, 700, 100, 10] {
        let trace = data.trace(&data.series[0], Window { from: 0.0, to: 9999.0, parts });
        let ends: Vec<(f64, f64)> = trace.runs().map(|run| (run[0][0], run[run.len() - 1][0])).collect();
        assert_eq!(ends.len(), 2, "{parts}");
        // No run reaches further into the gap than the part of the window that its last row lies in.
        let part = 10_000.0 / f64::from(u32::try_from(parts).expect("few"));
        assert!(ends[0].1 <= 4000.0 + part && ends[1].0 >= 6000.0 - part, "{parts} {ends:?}");
    }
}

#[test]
fn what_cannot_be_columns_is_named_with_its_row() {
    let told = |result: Result<Columns, Error>| result.expect_err("no columns").message(Lang::En);
    assert!(told(columns(&[1.0, f64::NAN], &[&[1.0, 2.0]])).starts_with("Row 2 of data.x"));
    assert!(told(columns(&[1.0, 2.0], &[&[1.0]])).contains("“s0” has 1 values and data.x has 2"));
    assert!(told(columns(&[], &[&[]])).contains("nothing to draw"));
    assert!(told(columns(&[1.0], &[&[f64::NAN]])).contains("not one finite value"));
    let huge = Builder::new(usize::MAX / 16).series("s", "", usize::MAX / 16).expect_err("no memory");
    assert!(huge.message(Lang::Zh).contains("放不进内存"), "{huge}");
}

#[test]
fn a_window_without_extent_or_beyond_all_rows_ends_at_once() {
    let x = vec![2.0; 5000];
    let y: Vec<f64> = (0..5000).map(f64::from).collect();
    let data = good(&x, &y);
    for window in [
        Window { from: 2.0, to: 2.0, parts: 10 },
        Window { from: 1e17, to: 1e17 + 2.0, parts: 600 },
        Window { from: -5.0, to: 9.0, parts: 0 },
    ] {
        assert!(data.trace(&data.series[0], window).vertices.len() <= 5002);
    }
}

#[test]
fn no_place_is_moved_by_a_step_that_does_not_lead_to_it() {
    for x in [[-0.3, 0.1, 0.5], [-1e16, 1.0, 2.0], [-1e308, 1e308, 1.7e308]] {
        let data = good(&x, &[1.0, 2.0, 3.0]);
        assert_eq!([0, 1, 2].map(|row| data.x.at(row)), x);
    }
    assert!(columns(&[f64::NEG_INFINITY, 1.0, 2.0], &[&[1.0; 3]]).is_err());
    let nanoseconds = Builder::new(1);
    let told = [1.7e18].iter().try_fold(nanoseconds, |mut builder, x| {
        builder.x(&[*x])?;
        builder.series("a", "", 1)?;
        builder.y(&[1.0]);
        builder.finish(Some(Kind::Time), "", 0.0).map(|_| Builder::new(0))
    });
    assert!(told.expect_err("no time").message(Lang::En).contains("milliseconds since 1970"));
}
