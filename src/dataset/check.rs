//! The rule between rows of observations: one key, one value, unless a flag says why there are two.

use std::cmp::Ordering;

use super::sheet::{Problem, Sheet};
use super::{Observation, Period};
use crate::order::order;

/// Orders observations by what they are about: everything but the figure and its provenance.
fn key(a: &Observation, b: &Observation) -> Ordering {
    let days = |period: Period| (period.start, period.end);
    let base = |row: &Observation| row.base_period.map(days);
    a.indicator
        .cmp(&b.indicator)
        .then(a.area.cmp(&b.area))
        .then_with(|| a.category.cmp(&b.category))
        .then_with(|| days(a.period).cmp(&days(b.period)))
        .then((a.status as u8).cmp(&(b.status as u8)))
        .then((a.basis as u8).cmp(&(b.basis as u8)))
        .then_with(|| base(a).cmp(&base(b)))
}

/// Whether two figures of one key give different numbers. A different word (5800, over 5800) is no conflict.
fn differ(a: &Observation, b: &Observation) -> bool {
    let numbers = |row: &Observation| row.figure.map(|figure| (figure.value, figure.high));
    numbers(a) != numbers(b)
}

/// Leaves out and reports every observation that has the key of an earlier one and another value; flagged ones may
/// differ. `kept` holds the row of each observation in `sheet`.
pub(super) fn drop_conflicts(
    sheet: &Sheet,
    observations: &mut Vec<Observation>,
    kept: &mut Vec<usize>,
    problems: &mut Vec<Problem>,
) {
    let mut dropped = vec![false; observations.len()];
    let order = order(observations.len(), &|a, b| key(&observations[a], &observations[b]));
    let mut first = None;
    for at in order {
        let row = &observations[at];
        match first {
            _ if row.flags.any() => {}
            Some(earlier) if key(&observations[earlier], row).is_eq() => {
                if differ(&observations[earlier], row) {
                    dropped[at] = true;
                    let mut expected = sheet.named(kept[earlier], "value").to_string();
                    expected.push_str(" as in line ");
                    expected.push_str(&sheet.line(kept[earlier]).to_string());
                    expected
                        .push_str(" (same indicator, area, category, period, status and basis), or a flag");
                    let given = sheet.named(kept[at], "value");
                    problems.push(sheet.problem(sheet.line(kept[at]), "value", given, expected));
                }
            }
            _ => first = Some(at),
        }
    }
    let mut drops = dropped.iter();
    observations.retain(|_| drops.next() != Some(&true));
    let mut drops = dropped.iter();
    kept.retain(|_| drops.next() != Some(&true));
}
