//! A place on the picture to the datum that is read there.

use crate::geom::{Point, Rect};
use crate::kind::{Cell, Nearest, Target};

/// What can be read in a picture, ready to be searched.
#[derive(Clone, Copy, Debug)]
pub struct HitIndex<'a> {
    /// The targets, in reading order.
    pub targets: &'a [Target],
    /// How the nearest is found.
    pub nearest: Nearest,
    /// The parts that are read by themselves; none where the picture is one.
    pub cells: &'a [Cell],
}

/// The minor axis counts this much: it only settles ties.
const MINOR: f64 = 0.01;

impl HitIndex<'_> {
    /// The target read at a place: the smallest mark under it, else the nearest by the kind's own axis, both in the
    /// nearest part of the picture. Ties keep reading order. None only where there is nothing to read.
    pub fn at(&self, place: Point) -> Option<usize> {
        let away = |cell: &Cell| outside(cell.area, place);
        let cell = self.cells.iter().min_by(|a, b| away(a).total_cmp(&away(b)));
        let (first, end, axis) = match cell {
            Some(cell) => (cell.targets.0, cell.targets.1, cell.nearest),
            None => (0, self.targets.len(), self.nearest),
        };
        let own = || (first..).zip(self.targets.get(first..end).unwrap_or_default());
        let inside = own().filter(|(_, target)| target.area.contains(place));
        let smallest = inside.min_by(|a, b| (a.1.area.w * a.1.area.h).total_cmp(&(b.1.area.w * b.1.area.h)));
        let near = |target: &Target| {
            let (dx, dy) = ((target.at.x - place.x).abs(), (target.at.y - place.y).abs());
            match axis {
                Nearest::AlongX => dx + MINOR * dy,
                Nearest::AlongY => dy + MINOR * dx,
            }
        };
        let nearest = || own().min_by(|a, b| near(a.1).total_cmp(&near(b.1)));
        smallest.or_else(nearest).map(|(index, _)| index)
    }

    /// The part that a target lies in, by its place among the parts.
    pub fn cell(&self, target: usize) -> Option<usize> {
        self.cells.iter().position(|cell| (cell.targets.0..cell.targets.1).contains(&target))
    }

    /// The target of a datum.
    pub fn of(&self, datum: usize) -> Option<usize> {
        self.targets.iter().position(|target| target.datum == datum)
    }
}

/// Squared distance from a place to a box, px²; 0 inside.
fn outside(area: Rect, place: Point) -> f64 {
    let dx = (area.x - place.x).max(place.x - area.right()).max(0.0);
    let dy = (area.y - place.y).max(place.y - area.bottom()).max(0.0);
    dx * dx + dy * dy
}

#[cfg(test)]
mod tests {
    use super::*;

    fn target(datum: usize, x: f64, y: f64) -> Target {
        let area = Rect::new(x - 4.0, y - 4.0, 8.0, 8.0);
        Target { datum, series: 0, at: Point::new(x, y), area, guide: None }
    }

    #[test]
    fn a_mark_under_the_pointer_wins_over_a_nearer_column() {
        let targets = [target(0, 10.0, 10.0), target(1, 13.0, 90.0)];
        let index = HitIndex { targets: &targets, nearest: Nearest::AlongX, cells: &[] };
        assert_eq!(index.at(Point::new(13.5, 12.0)), Some(0));
        assert_eq!(index.at(Point::new(13.5, 50.0)), Some(1));
    }

    #[test]
    fn nothing_to_read_is_no_hit() {
        let index = HitIndex { targets: &[], nearest: Nearest::AlongY, cells: &[] };
        assert_eq!(index.at(Point::new(0.0, 0.0)), None);
    }

    #[test]
    fn the_part_under_the_pointer_is_read_whatever_is_nearer_in_another() {
        let targets = [target(0, 10.0, 10.0), target(1, 90.0, 10.0), target(2, 52.0, 100.0)];
        let cell = |y, first, end| Cell {
            area: Rect::new(0.0, y, 100.0, 60.0),
            targets: (first, end),
            nearest: Nearest::AlongX,
        };
        let cells = [cell(0.0, 0, 2), cell(70.0, 2, 3)];
        let index = HitIndex { targets: &targets, nearest: Nearest::AlongX, cells: &cells };
        assert_eq!(index.at(Point::new(51.0, 59.0)), Some(1));
        assert_eq!(index.at(Point::new(51.0, 69.0)), Some(2));
        assert_eq!((index.cell(1), index.cell(2)), (Some(0), Some(1)));
    }
}
