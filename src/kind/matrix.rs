//! The data asked for into groups with one datum a colour: what stands side by side, and what tells marks apart in it.

use super::{Brief, caption};
use crate::format::Style;
use crate::order::sort;
use crate::query::{Datum, Status};
use crate::scene::DatumId;
use crate::spec::Sort;

/// What stands beside one name on the axis.
#[derive(Clone, Debug, Default)]
pub(super) struct Group {
    /// Its name.
    pub(super) name: String,
    /// A datum a column, or the gap where there is none.
    pub(super) cells: Vec<Option<DatumId>>,
}

/// Groups and columns.
#[derive(Clone, Debug, Default)]
pub(super) struct Matrix {
    /// In time, or in the order of the data.
    pub(super) groups: Vec<Group>,
    /// What the cells of all groups have in common, by place; one that has no name where there is one column.
    pub(super) columns: Vec<String>,
    /// Whether groups follow each other in time.
    pub(super) chronological: bool,
    /// Whether columns do: the last is the newest.
    pub(super) newest_last: bool,
}

impl Matrix {
    /// Rows that do not follow each other in time stand from large to small, unless the order is the editor's.
    pub(super) fn order(&mut self, brief: &Brief<'_>) {
        let by_value = match brief.spec.sort {
            Sort::Auto => !self.chronological,
            Sort::Value => true,
            Sort::Given => false,
        };
        let value_of = |group: &Group| {
            let newest = group.cells.iter().rev().flatten().next();
            newest
                .and_then(|id| brief.frame.data[*id].figure)
                .map_or(f64::NEG_INFINITY, |figure| figure.value)
        };
        if by_value {
            self.chronological = false;
            sort(&mut self.groups, &|a, b| value_of(b).total_cmp(&value_of(a)));
        }
    }

    /// The data of a column.
    pub(super) fn column(&self, at: usize) -> Vec<DatumId> {
        self.groups.iter().filter_map(|group| group.cells.get(at).copied().flatten()).collect()
    }

    /// The newest report, where one figure a row follows the other in time: the news.
    pub(super) fn newest(&self, brief: &Brief<'_>) -> Option<DatumId> {
        self.groups.iter().rev().find_map(|group| {
            let id = group.cells.first().copied().flatten()?;
            let datum = &brief.frame.data[id];
            let told = datum.status == Status::Actual && datum.figure.is_some();
            (told && datum.period.anchor().is_some()).then_some(id)
        })
    }
}

/// More series than this are groups of their own, with their points in time as columns.
const SERIES: usize = 6;

/// The data asked for, each figure once: two documents that print the same are one mark.
pub(super) fn shown(brief: &Brief<'_>) -> Vec<DatumId> {
    let data = &brief.frame.data;
    let mut shown: Vec<DatumId> = Vec::new();
    for (id, datum) in data.iter().enumerate() {
        let same = |other: &DatumId| {
            let other = &data[*other];
            other.series == datum.series && alike(other, datum) && other.figure == datum.figure
        };
        if datum.asked && !shown.iter().any(same) {
            shown.push(id);
        }
    }
    shown
}

/// Whether two data stand in the same place of time: a target beside an actual figure is another.
fn alike(a: &Datum, b: &Datum) -> bool {
    a.period == b.period && a.status == b.status
}

/// A cross of series and points in time, where two series at least share two points at least and none has two figures
/// for one.
pub(super) fn cross(brief: &Brief<'_>, shown: &[DatumId]) -> Option<Matrix> {
    let data = &brief.frame.data;
    let (mut series, mut times): (Vec<usize>, Vec<DatumId>) = (Vec::new(), Vec::new());
    for id in shown {
        if !series.contains(&data[*id].series) {
            series.push(data[*id].series);
        }
        if !times.iter().any(|time| alike(&data[*time], &data[*id])) {
            times.push(*id);
        }
    }
    sort(&mut times, &|a, b| {
        let late = |id: &DatumId| data[*id].status == Status::Target;
        data[*a].period.order(data[*b].period).then(late(a).cmp(&late(b)))
    });
    let cell = |series: usize, time: DatumId| {
        let mut found = None;
        for id in shown.iter().filter(|id| data[**id].series == series && alike(&data[**id], &data[time])) {
            if found.replace(*id).is_some() {
                return None;
            }
        }
        Some(found)
    };
    let (mut table, mut shared) = (Vec::new(), 0);
    for time in &times {
        let mut row = Vec::new();
        for own in &series {
            row.push(cell(*own, *time)?);
        }
        shared += usize::from(row.iter().flatten().count() >= 2);
        table.push(row);
    }
    if series.len() < 2 || times.len() < 2 || shared < 2 {
        return plane(brief, shown).filter(|_| times.len() == 1);
    }
    let lang = brief.spec.lang;
    let mut names: Vec<String> = Vec::new();
    for own in &series {
        names.push(caption::short_name(brief, &brief.frame.series[*own]));
    }
    let mut whens: Vec<String> = Vec::new();
    for time in &times {
        whens.push(caption::when_stated(brief, &data[*time], lang, Style::Short));
    }
    let many = series.len() > SERIES;
    let (groups, columns) = if many { (names, whens) } else { (whens, names) };
    let groups = groups.into_iter().enumerate().map(|(at, name)| {
        let cells = (0..columns.len()).map(|column| if many { table[column][at] } else { table[at][column] });
        Group { name, cells: cells.collect() }
    });
    Some(Matrix { groups: groups.collect(), columns, chronological: !many, newest_last: many })
}

/// A cross within one point in time, where the series differ in two ways: by area and breakdown, or by indicator and
/// either.
fn plane(brief: &Brief<'_>, shown: &[DatumId]) -> Option<Matrix> {
    let lang = brief.spec.lang;
    let of = |id: &DatumId| {
        let series = brief.series_of(&brief.frame.data[*id]);
        [series.area.get(lang), series.name.get(lang), series.category.as_str()]
    };
    let varies = |way: usize| shown.iter().any(|id| of(id)[way] != of(&shown[0])[way]);
    let (group, column) = match [varies(0), varies(1), varies(2)] {
        [true, false, true] => (0, 2),
        [true, true, false] => (0, 1),
        [false, true, true] => (1, 2),
        _ => return None,
    };
    let (mut groups, mut columns): (Vec<&str>, Vec<&str>) = (Vec::new(), Vec::new());
    for id in shown {
        for (way, known) in [(group, &mut groups), (column, &mut columns)] {
            let name = of(id)[way];
            if !known.contains(&name) {
                known.push(name);
            }
        }
    }
    if columns.len() > SERIES || groups.len() * columns.len() != shown.len() {
        return None;
    }
    let mut matrix = Matrix::default();
    for name in groups {
        let mut cells = Vec::new();
        for own in &columns {
            let at = |id: &&DatumId| of(id)[group] == name && of(id)[column] == *own;
            cells.push(Some(*shown.iter().find(at)?));
        }
        matrix.groups.push(Group { name: name.to_owned(), cells });
    }
    for name in columns {
        matrix.columns.push(name.to_owned());
    }
    Some(matrix)
}

/// One datum a group: the points in time of one series, or one row for every figure of several.
pub(super) fn list(brief: &Brief<'_>, shown: &[DatumId]) -> Matrix {
    let (data, lang) = (&brief.frame.data, brief.spec.lang);
    let chronological = shown.iter().all(|id| data[*id].series == data[shown[0]].series);
    let mut groups = Vec::with_capacity(shown.len());
    for id in shown {
        let series = data[*id].series;
        let when = caption::when(brief.frame, &data[*id], lang, Style::Short);
        let lone = shown.iter().filter(|other| data[**other].series == series).count() == 1;
        let name = if chronological {
            when
        } else {
            let name = caption::short_name(brief, &brief.frame.series[series]);
            if lone || when.is_empty() { name } else { crate::words::say::OF.fill(lang, &[&name, &when]) }
        };
        groups.push(Group { name, cells: vec![Some(*id)] });
    }
    Matrix { groups, columns: vec![String::new()], chronological, newest_last: false }
}
