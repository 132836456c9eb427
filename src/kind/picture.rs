//! What a kind has drawn into what can be read in it: marks, targets, parts, names.

use crate::geom::{Point, Rect};
use crate::layout::Layout;
use crate::scale::Time;
use crate::scene::{DatumId, Scene};

/// A datum that can be read: where it lies and how it is marked while it is read.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// Index into the frame's data.
    pub datum: DatumId,
    /// Index into the frame's series.
    pub series: usize,
    /// Its point: where the tooltip points to, CSS px.
    pub at: Point,
    /// The box of its mark; a pointer inside reads it whatever else is near.
    pub area: Rect,
    /// A guide through the point while it is read.
    pub guide: Option<(Point, Point)>,
}

/// How the nearest datum is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nearest {
    /// Along x; y only settles ties.
    AlongX,
    /// Along y; x only settles ties.
    AlongY,
}

/// A part of a picture that is read by itself: a small chart among others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cell {
    /// Its box, CSS px.
    pub area: Rect,
    /// Its targets: from the first to before the second, indices into [`Picture::targets`].
    pub targets: (usize, usize),
    /// How the nearest of them is found.
    pub nearest: Nearest,
}

/// A name in the picture (an entry of a legend, the end of a line) with the data that it names.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Name {
    /// Its boxes, CSS px: a line of text each, at either end.
    pub areas: Vec<Rect>,
    /// Indices into the frame's data; no two names have the same.
    pub data: Vec<DatumId>,
}

impl Name {
    /// Whether a place is on the name; the air between two lines belongs to the first.
    pub fn holds(&self, place: Point) -> bool {
        self.areas.iter().any(|area| area.grow(1.0).contains(place))
    }
}

/// A finished picture with what can be read in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// The marks.
    pub scene: Scene,
    /// What can be read, in reading order.
    pub targets: Vec<Target>,
    /// How the nearest of them is found.
    pub nearest: Nearest,
    /// The parts that are read by themselves, in reading order; none where the picture is one.
    pub cells: Vec<Cell>,
    /// Names that set what they name off from the rest; none where there is nothing to tell apart.
    pub names: Vec<Name>,
    /// Where days lie, for a picture with an axis of time.
    pub time: Option<Time>,
    /// The solved boxes.
    pub layout: Layout,
}
