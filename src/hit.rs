//! A place on the picture to the datum that is read there.

use crate::geom::Point;
use crate::kind::{Nearest, Target};

/// What can be read in a picture, ready to be searched.
#[derive(Clone, Copy, Debug)]
pub struct HitIndex<'a> {
    /// The targets, in reading order.
    pub targets: &'a [Target],
    /// How the nearest is found.
    pub nearest: Nearest,
}

/// The minor axis counts this much: it only settles ties.
const MINOR: f64 = 0.01;

impl HitIndex<'_> {
    /// The target read at a place: the smallest mark under it, else the nearest by the kind's own axis. Ties keep
    /// reading order. None only where there is nothing to read.
    pub fn at(&self, place: Point) -> Option<usize> {
        let inside = self.targets.iter().enumerate().filter(|(_, target)| target.area.contains(place));
        let smallest = inside.min_by(|a, b| (a.1.area.w * a.1.area.h).total_cmp(&(b.1.area.w * b.1.area.h)));
        let near = |target: &Target| {
            let (dx, dy) = ((target.at.x - place.x).abs(), (target.at.y - place.y).abs());
            match self.nearest {
                Nearest::AlongX => dx + MINOR * dy,
                Nearest::AlongY => dy + MINOR * dx,
            }
        };
        let nearest = || self.targets.iter().enumerate().min_by(|a, b| near(a.1).total_cmp(&near(b.1)));
        smallest.or_else(nearest).map(|(index, _)| index)
    }

    /// The target of a datum.
    pub fn of(&self, datum: usize) -> Option<usize> {
        self.targets.iter().position(|target| target.datum == datum)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geom::Rect;

    fn target(datum: usize, x: f64, y: f64) -> Target {
        let area = Rect::new(x - 4.0, y - 4.0, 8.0, 8.0);
        Target { datum, series: 0, at: Point::new(x, y), area, guide: None }
    }

    #[test]
    fn a_mark_under_the_pointer_wins_over_a_nearer_column() {
        let targets = [target(0, 10.0, 10.0), target(1, 13.0, 90.0)];
        let index = HitIndex { targets: &targets, nearest: Nearest::AlongX };
        assert_eq!(index.at(Point::new(13.5, 12.0)), Some(0));
        assert_eq!(index.at(Point::new(13.5, 50.0)), Some(1));
    }

    #[test]
    fn nothing_to_read_is_no_hit() {
        assert_eq!(HitIndex { targets: &[], nearest: Nearest::AlongY }.at(Point::new(0.0, 0.0)), None);
    }
}
