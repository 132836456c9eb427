//! A place on the picture into what a reader can do something to there: a datum, a name, a part of the time.

use super::Axis;
use crate::geom::{Point, Rect};
use crate::hit::HitIndex;
use crate::kind::Name;

/// What a reader can do things to: the picture as it is now.
#[derive(Clone, Copy, Debug)]
pub struct Field<'a> {
    /// What can be read.
    pub index: HitIndex<'a>,
    /// Where a pointer reads at all: the plot with its gutters.
    pub bounds: Rect,
    /// The names that set data off from the rest.
    pub names: &'a [Name],
    /// The time that can be narrowed; none where there is none to narrow.
    pub axis: Option<Axis<'a>>,
}

impl Field<'_> {
    /// The datum read at a place.
    pub(super) fn datum(&self, place: Point) -> Option<usize> {
        let hit = self.bounds.contains(place).then(|| self.index.at(place)).flatten();
        hit.map(|target| self.index.targets[target].datum)
    }

    /// The name at a place.
    pub(super) fn name(&self, place: Point) -> Option<usize> {
        self.names.iter().position(|name| name.holds(place))
    }

    /// Where the time is narrowed around: what is read, else the middle.
    pub(super) fn middle(&self, reading: Option<usize>) -> f64 {
        let target = reading.and_then(|datum| self.index.of(datum));
        let middle = self.axis.map_or(0.0, |axis| (axis.time.range[0] + axis.time.range[1]) / 2.0);
        target.map_or(middle, |target| self.index.targets[target].at.x)
    }
}
