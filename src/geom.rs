//! Points, sizes and rectangles in CSS pixels; every one of them is finite.
//!
//! Values that come from data pass [`finite`] before they become coordinates, so nothing below the layout
//! has to ask again.

/// A place on the picture, CSS px, y grows downwards.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// Distance from the left edge, px.
    pub x: f64,
    /// Distance from the top edge, px.
    pub y: f64,
}

/// Width and height, CSS px, never negative.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Size {
    /// px
    pub w: f64,
    /// px
    pub h: f64,
}

/// An axis-parallel box, CSS px.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Left edge, px.
    pub x: f64,
    /// Top edge, px.
    pub y: f64,
    /// Width, px, never negative.
    pub w: f64,
    /// Height, px, never negative.
    pub h: f64,
}

/// The value, or 0 where it is NaN or infinite: the last guard before a coordinate.
#[inline(never)]
pub fn finite(v: f64) -> f64 {
    if v.is_finite() { v } else { 0.0 }
}

/// The value within bounds; the lower one where they cross. Unlike std's it cannot panic, and is compiled once.
#[inline(never)]
pub fn within(v: f64, low: f64, high: f64) -> f64 {
    v.min(high).max(low)
}

impl Point {
    /// A point; non-finite parts become 0.
    #[inline(never)]
    pub fn new(x: f64, y: f64) -> Self {
        Self { x: finite(x), y: finite(y) }
    }

    /// Squared distance to another point, px².
    pub fn distance2(self, other: Self) -> f64 {
        let (dx, dy) = (self.x - other.x, self.y - other.y);
        dx * dx + dy * dy
    }
}

impl Size {
    /// A size; negative or non-finite parts become 0.
    pub fn new(w: f64, h: f64) -> Self {
        Self { w: finite(w).max(0.0), h: finite(h).max(0.0) }
    }
}

impl Rect {
    /// A box from its corner and size; a negative width or height becomes 0.
    #[inline(never)]
    pub fn new(x: f64, y: f64, w: f64, h: f64) -> Self {
        Self { x: finite(x), y: finite(y), w: finite(w).max(0.0), h: finite(h).max(0.0) }
    }

    /// A box between two edges in either order.
    pub fn between(x0: f64, y0: f64, x1: f64, y1: f64) -> Self {
        Self::new(x0.min(x1), y0.min(y1), (x1 - x0).abs(), (y1 - y0).abs())
    }

    /// Right edge, px.
    pub fn right(self) -> f64 {
        self.x + self.w
    }

    /// Bottom edge, px.
    pub fn bottom(self) -> f64 {
        self.y + self.h
    }

    /// Top left corner, px.
    pub fn corner(self) -> Point {
        Point { x: self.x, y: self.y }
    }

    /// Middle, px.
    pub fn center(self) -> Point {
        Point { x: self.x + self.w / 2.0, y: self.y + self.h / 2.0 }
    }

    /// The box grown by `d` px on every side (shrunk where `d` is negative).
    pub fn grow(self, d: f64) -> Self {
        Self::new(self.x - d, self.y - d, self.w + 2.0 * d, self.h + 2.0 * d)
    }

    /// Whether the point lies inside or on the edge.
    pub fn contains(self, p: Point) -> bool {
        p.x >= self.x && p.x <= self.right() && p.y >= self.y && p.y <= self.bottom()
    }

    /// Whether the boxes share more than an edge.
    pub fn overlaps(self, o: Self) -> bool {
        self.x < o.right() && o.x < self.right() && self.y < o.bottom() && o.y < self.bottom()
    }

    /// Whether `o` lies wholly inside, with half a hundredth of a pixel of slack for rounding.
    pub fn encloses(self, o: Self) -> bool {
        const SLACK: f64 = 0.005;
        o.x >= self.x - SLACK
            && o.y >= self.y - SLACK
            && o.right() <= self.right() + SLACK
            && o.bottom() <= self.bottom() + SLACK
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_is_finite_whatever_it_is_made_of() {
        assert_eq!(Point::new(f64::NAN, f64::INFINITY), Point { x: 0.0, y: 0.0 });
    }

    #[test]
    fn boxes_that_share_an_edge_do_not_overlap() {
        let a = Rect::new(0.0, 0.0, 10.0, 10.0);
        assert!(!a.overlaps(Rect::new(10.0, 0.0, 5.0, 5.0)));
        assert!(a.overlaps(Rect::new(9.9, 9.9, 5.0, 5.0)));
    }
}
