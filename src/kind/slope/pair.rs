//! The two days that a slope chart stands between: those on which most series may be compared.

use super::Row;
use crate::format::{Style, period};
use crate::kind::Brief;
use crate::layout::LABEL;
use crate::query::{Date, Datum, Period, Status};
use crate::scene::DatumId;
use crate::text::wrap;

/// Of more days than this only the first and the last are looked at.
const MOST: usize = 60;

/// The dated figures that report or expect something.
pub(super) fn shown(brief: &Brief<'_>) -> Vec<DatumId> {
    let mut shown = Vec::new();
    for (id, datum) in brief.frame.data.iter().enumerate() {
        let dated = datum.period.anchor().is_some() && datum.figure.is_some();
        if datum.asked && dated && datum.status != Status::Target {
            shown.push(id);
        }
    }
    shown
}

fn day(datum: &Datum) -> i32 {
    datum.period.anchor().map_or(0, Date::days)
}

/// The datum of a series on a day, a report before what is expected.
fn on(brief: &Brief<'_>, shown: &[DatumId], series: usize, when: i32) -> Option<DatumId> {
    let data = &brief.frame.data;
    let mut own = shown.iter().filter(|id| data[**id].series == series && day(&data[**id]) == when);
    own.next().copied()
}

/// The two that may be compared on a pair of days, or else the first of each.
fn both(brief: &Brief<'_>, shown: &[DatumId], series: usize, days: [i32; 2]) -> ([Option<DatumId>; 2], bool) {
    let data = &brief.frame.data;
    let here = |id: &&DatumId, when: i32| data[**id].series == series && day(&data[**id]) == when;
    for a in shown.iter().filter(|id| here(id, days[0])) {
        for b in shown.iter().filter(|id| here(id, days[1])) {
            if brief.frame.comparable(&data[*a], &data[*b]) {
                return ([Some(*a), Some(*b)], true);
            }
        }
    }
    (days.map(|when| on(brief, shown, series, when)), false)
}

fn series(brief: &Brief<'_>, shown: &[DatumId]) -> Vec<usize> {
    let mut series: Vec<usize> = Vec::new();
    for id in shown {
        if !series.contains(&brief.frame.data[*id].series) {
            series.push(brief.frame.data[*id].series);
        }
    }
    series
}

/// The two days on which most series may be compared; of several such pairs the one that lies farthest apart.
pub(super) fn days(brief: &Brief<'_>, shown: &[DatumId]) -> Option<[i32; 2]> {
    let mut days: Vec<i32> = Vec::new();
    for id in shown {
        let day = day(&brief.frame.data[*id]);
        if !days.contains(&day) {
            days.push(day);
        }
    }
    crate::order::sort(&mut days, &|a, b| a.cmp(b));
    if days.len() > MOST {
        let last = days.split_off(days.len() - MOST / 2);
        days.truncate(MOST / 2);
        days.extend(last);
    }
    let all = series(brief, shown);
    let mut best: Option<(usize, i32, [i32; 2])> = None;
    for (at, first) in days.iter().enumerate() {
        for last in days.iter().skip(at + 1) {
            let pair = [*first, *last];
            let joined = all.iter().filter(|own| both(brief, shown, **own, pair).1).count();
            let better = best.is_none_or(|(most, length, _)| (joined, last - first) > (most, length));
            if joined > 0 && better {
                best = Some((joined, last - first, pair));
            }
        }
    }
    best.map(|(.., pair)| pair)
}

/// The series with a figure on one of the two days at least.
pub(super) fn rows(brief: &Brief<'_>, shown: &[DatumId], days: [i32; 2]) -> Vec<Row> {
    let mut rows = Vec::new();
    for own in series(brief, shown) {
        let (ids, joined) = both(brief, shown, own, days);
        let ends = ids.map(|id| id.and_then(|id| Some((id, brief.frame.data[id].figure?))));
        if ends.iter().any(Option::is_some) {
            rows.push(Row { series: own, ends, joined });
        }
    }
    rows
}

/// What stands over the two axes: the period, where all figures of a side have the same, else the day.
pub(super) fn heads(brief: &Brief<'_>, rows: &[Row], days: [i32; 2]) -> [Vec<String>; 2] {
    [0, 1].map(|side| {
        let mut found: Option<&Datum> = None;
        let mut same = true;
        for end in rows.iter().filter_map(|row| row.ends[side]) {
            let datum = &brief.frame.data[end.0];
            let first = *found.get_or_insert(datum);
            let temporal = |d: &Datum| brief.series_of(d).temporal;
            same &= datum.period == first.period && temporal(datum) == temporal(first);
        }
        let lone = Period { start: None, end: Some(Date::from_days(days[side])) };
        let text = match found {
            Some(datum) if same => {
                period(datum.period, brief.series_of(datum).temporal, brief.spec.lang, Style::Short)
            }
            _ => period(lone, crate::query::Temporal::Stock, brief.spec.lang, Style::Short),
        };
        wrap(&text, brief.room() / 2.0 - 8.0, LABEL.font, brief.measure)
    })
}
