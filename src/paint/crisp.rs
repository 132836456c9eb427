//! CSS pixels become sixteenths of a pixel, and edges that lie along an axis become sharp.
//!
//! The grid is the whole CSS pixel and not the device pixel: edges are sharp at every whole device pixel ratio,
//! and a canvas at any ratio, the SVG and its raster show the same picture down to the coordinate. At a ratio of
//! 1.25 or 1.5 every rule then carries the same amount of ink, which reads better than rules that differ.
//! All rounding happens on integers after the first step, so float dust cannot move an edge by a pixel.

use crate::geom::{Point, Rect, within};

/// Units in a CSS pixel.
const PX: i32 = 16;

/// As far as a coordinate may lie from the origin, units (16,777,216 px): the difference of two never overflows.
const FAR: f64 = 268_435_456.0;

/// An axis-parallel box in units of 1/16 CSS px; no edge is past its opposite.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edges {
    /// Left edge.
    pub left: i32,
    /// Top edge.
    pub top: i32,
    /// Right edge.
    pub right: i32,
    /// Bottom edge.
    pub bottom: i32,
}

/// A coordinate in the units that surfaces take, to the nearest one.
pub(super) fn units(px: f64) -> i32 {
    within((px * f64::from(PX) + 0.5).floor(), -FAR, FAR) as i32
}

/// A point in units.
pub(super) fn place(p: Point) -> (i32, i32) {
    (units(p.x), units(p.y))
}

/// The nearest whole pixel, in units.
pub(super) fn whole(unit: i32) -> i32 {
    (unit + PX / 2).div_euclid(PX) * PX
}

/// The box with sharp edges. Boxes that share an edge still share it, and one that has any extent keeps a pixel
/// of it, on the side that was not sharp before.
pub(super) fn edges(rect: Rect) -> Edges {
    let (left, right) = span(units(rect.x), units(rect.right()));
    let (top, bottom) = span(units(rect.y), units(rect.bottom()));
    Edges { left, top, right, bottom }
}

fn span(low: i32, high: i32) -> (i32, i32) {
    let (a, b) = (whole(low), whole(high));
    if a != b || low == high {
        (a, b)
    } else if (high - b).abs() >= (low - a).abs() {
        (a, b + PX)
    } else {
        (a - PX, b)
    }
}

/// Where the middle of an outline runs so that its ink ends at the edges of the box: a hollow bar is then as
/// long as a filled one, and sharp outside.
pub(super) fn outline(edges: Edges, width: u32) -> Edges {
    let inset = |low: i32, high: i32| {
        let d = (width / 2).cast_signed().min((high - low) / 2);
        (low + d, high - d)
    };
    let (left, right) = inset(edges.left, edges.right);
    let (top, bottom) = inset(edges.top, edges.bottom);
    Edges { left, top, right, bottom }
}

/// The smallest box of whole pixels around a clip: nothing that should show is trimmed.
pub(super) fn around(rect: Rect) -> Edges {
    let down = |px: f64| units(px).div_euclid(PX) * PX;
    let up = |px: f64| -(-units(px)).div_euclid(PX) * PX;
    Edges { left: down(rect.x), top: down(rect.y), right: up(rect.right()), bottom: up(rect.bottom()) }
}

/// The ends of a rule: along an axis, its leading side and its ends lie on whole pixels; aslant, it is left alone.
pub(super) fn rule(from: Point, to: Point, width: u32) -> [(i32, i32); 2] {
    let half = (width / 2).cast_signed();
    let middle = |unit: i32| whole(unit - half) + half;
    let ((x0, y0), (x1, y1)) = (place(from), place(to));
    if y0 == y1 {
        [(whole(x0), middle(y0)), (whole(x1), middle(y0))]
    } else if x0 == x1 {
        [(middle(x0), whole(y0)), (middle(x0), whole(y1))]
    } else {
        [(x0, y0), (x1, y1)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hairline_fills_one_row_of_pixels() {
        for y in [99.97, 100.0, 100.4, 100.9] {
            let [(_, y0), (_, y1)] = rule(Point::new(0.0, y), Point::new(9.0, y), 16);
            assert_eq!((y0, y1), (100 * 16 + 8, 100 * 16 + 8), "{y}");
        }
    }

    #[test]
    fn a_rule_of_one_and_a_half_pixels_has_one_sharp_side() {
        let [(x, _), _] = rule(Point::new(10.25, 0.0), Point::new(10.25, 9.0), 24);
        assert_eq!((x - 12) % 16, 0);
    }

    #[test]
    fn a_rule_aslant_is_left_alone() {
        assert_eq!(rule(Point::new(0.5, 0.25), Point::new(3.0, 1.0), 16), [(8, 4), (48, 16)]);
    }

    #[test]
    fn boxes_that_share_an_edge_still_share_it() {
        for tenth in 0..40 {
            let x = 10.0 + f64::from(tenth) / 10.0;
            let (a, b) = (edges(Rect::new(3.0, 0.0, x - 3.0, 5.0)), edges(Rect::new(x, 0.0, 5.0, 5.0)));
            assert_eq!(a.right, b.left, "{x}");
        }
    }

    #[test]
    fn a_sliver_keeps_a_pixel_on_the_side_away_from_its_baseline() {
        let up = edges(Rect::new(0.0, 99.75, 10.0, 0.25));
        assert_eq!((up.top, up.bottom), (99 * 16, 100 * 16));
        let down = edges(Rect::new(0.0, 100.0, 10.0, 0.25));
        assert_eq!((down.top, down.bottom), (100 * 16, 101 * 16));
    }

    #[test]
    fn a_box_without_extent_stays_so() {
        let none = edges(Rect::new(4.3, 4.3, 0.0, 7.0));
        assert_eq!(none.left, none.right);
    }

    #[test]
    fn an_outline_ends_where_the_fill_ends() {
        let box_ = edges(Rect::new(1.0, 1.0, 9.0, 9.0));
        assert_eq!(outline(box_, 16), Edges { left: 24, top: 24, right: 152, bottom: 152 });
    }

    #[test]
    fn a_clip_grows_outwards() {
        let clip = around(Rect::new(0.5, -0.5, 9.0, 3.0));
        assert_eq!(clip, Edges { left: 0, top: -16, right: 160, bottom: 48 });
    }

    #[test]
    fn the_far_away_stays_in_range() {
        assert!(units(1e300).checked_sub(units(-1e300)).is_some());
        assert_eq!(units(-0.03125), 0);
    }
}
