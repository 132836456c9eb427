//! Keys to steps: along a series, between series, to the ends, pin and free.

use super::Gesture;
use crate::geom::Point;
use crate::hit::HitIndex;
use crate::kind::{Nearest, Target};

/// A key that a chart understands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// ←
    Left,
    /// →
    Right,
    /// ↑
    Up,
    /// ↓
    Down,
    /// Home
    First,
    /// End
    Last,
    /// Enter or space
    Pin,
    /// Escape
    Free,
    /// Page Up: a good part of the way back
    PageBack,
    /// Page Down: a good part of the way on
    PageOn,
    /// +
    Closer,
    /// −
    Wider,
    /// 0: all of the time
    Whole,
    /// L: what the next name of the legend names
    Light,
}

impl Key {
    /// The key of a `KeyboardEvent.key`.
    pub fn of(name: &str) -> Option<Self> {
        Some(match name {
            "ArrowLeft" => Self::Left,
            "ArrowRight" => Self::Right,
            "ArrowUp" => Self::Up,
            "ArrowDown" => Self::Down,
            "Home" => Self::First,
            "End" => Self::Last,
            "Enter" | " " => Self::Pin,
            "Escape" => Self::Free,
            "PageUp" => Self::PageBack,
            "PageDown" => Self::PageOn,
            "+" | "=" => Self::Closer,
            "-" | "_" => Self::Wider,
            "0" => Self::Whole,
            "l" | "L" => Self::Light,
            _ => return None,
        })
    }
}

/// The gesture after a key, and whether the chart used it. Escape with nothing to free is left to the page.
pub(super) fn press(before: Gesture, key: Key, index: &HitIndex<'_>) -> (Gesture, bool) {
    let current = before.datum().and_then(|datum| index.of(datum));
    match key {
        Key::Free => match before {
            Gesture::Idle => (Gesture::Idle, false),
            Gesture::Named { focus: None, .. } => (Gesture::Idle, true),
            Gesture::Pinned { datum, keyboard: true } => (Gesture::Focus(datum), true),
            _ => (Gesture::Idle, true),
        },
        Key::Closer | Key::Wider | Key::Whole | Key::Light => (before, false),
        Key::Pin => match (before, current) {
            (Gesture::Pinned { datum, .. }, _) => (Gesture::Focus(datum), true),
            (_, Some(at)) => (Gesture::Pinned { datum: index.targets[at].datum, keyboard: true }, true),
            (_, None) => (before, false),
        },
        _ => match step(key, current, index) {
            Some(at) => {
                let datum = index.targets[at].datum;
                let next = match before {
                    Gesture::Pinned { .. } => Gesture::Pinned { datum, keyboard: true },
                    _ => Gesture::Focus(datum),
                };
                (next, true)
            }
            // At an end the key is still ours: the page must not scroll away under the reader.
            None => (before, current.is_some()),
        },
    }
}

fn step(key: Key, current: Option<usize>, index: &HitIndex<'_>) -> Option<usize> {
    let targets = index.targets;
    let Some(at) = current else { return (!targets.is_empty()).then_some(0) };
    if let Some(cell) = index.cell(at) {
        return in_cells(key, at, cell, index);
    }
    let one_row = targets.iter().all(|target| target.series == targets[at].series);
    let along = match (index.nearest, key) {
        (_, Key::First) => return Some(0),
        (_, Key::Last) => return targets.len().checked_sub(1),
        (_, Key::PageBack | Key::PageOn) => return paged(targets, at, index.nearest, key == Key::PageOn),
        (Nearest::AlongY, Key::Left | Key::Up) => return at.checked_sub(1),
        (Nearest::AlongY, Key::Right | Key::Down) => {
            return Some(at + 1).filter(|next| *next < targets.len());
        }
        (Nearest::AlongX, Key::Left) => -1,
        (Nearest::AlongX, Key::Right) => 1,
        (Nearest::AlongX, Key::Up) if one_row => -1,
        (Nearest::AlongX, Key::Down) if one_row => 1,
        (Nearest::AlongX, Key::Up) => return across(targets, at, false),
        (Nearest::AlongX, Key::Down) => return across(targets, at, true),
        _ => return None,
    };
    let next = at.checked_add_signed(along)?;
    (targets.get(next)?.series == targets[at].series).then_some(next)
}

/// Steps in a picture of several parts: left and right through all in reading order, up and down to the like place of
/// the part before or after.
fn in_cells(key: Key, at: usize, cell: usize, index: &HitIndex<'_>) -> Option<usize> {
    let count = index.targets.len();
    let other = match key {
        Key::First => return Some(0),
        Key::Last => return count.checked_sub(1),
        Key::Left => return at.checked_sub(1),
        Key::Right => return Some(at + 1).filter(|next| *next < count),
        Key::Up | Key::PageBack => cell.checked_sub(1)?,
        _ => cell + 1,
    };
    let (own, other) = (index.cells[cell].area, index.cells.get(other)?);
    let from = index.targets[at].at;
    let like = Point::new(from.x - own.x + other.area.x, from.y - own.y + other.area.y);
    let away = |at: &usize| index.targets[*at].at.distance2(like);
    (other.targets.0..other.targets.1).min_by(|a, b| away(a).total_cmp(&away(b)))
}

/// A tenth of the points on or back, two at least, and to the end where there are fewer left: of the series in a time
/// series, else of all.
fn paged(targets: &[Target], at: usize, nearest: Nearest, on: bool) -> Option<usize> {
    let own = |target: &Target| nearest == Nearest::AlongY || target.series == targets[at].series;
    let row: Vec<usize> = (0..targets.len()).filter(|other| own(&targets[*other])).collect();
    let place = row.iter().position(|other| *other == at)?;
    let stride = (row.len() / 10).max(2);
    let next = if on { (place + stride).min(row.len() - 1) } else { place.saturating_sub(stride) };
    (next != place).then(|| row[next])
}

/// The nearest-in-x target of the next or previous series.
fn across(targets: &[Target], at: usize, down: bool) -> Option<usize> {
    let own = targets[at].series;
    let all = || targets.iter().map(|target| target.series);
    let other = if down { all().filter(|s| *s > own).min() } else { all().filter(|s| *s < own).max() }?;
    let near = |target: &Target| (target.at.x - targets[at].at.x).abs();
    let candidates = targets.iter().enumerate().filter(|(_, target)| target.series == other);
    candidates.min_by(|a, b| near(a.1).total_cmp(&near(b.1))).map(|(index, _)| index)
}
