//! The rows of a window into the few vertices that a line through them needs: exact where they are few, else the first,
//! the least, the greatest and the last of each part of the window.

use super::{Columns, Series};

/// More rows in a part of the window than this are told apart by nobody.
const FEW: usize = 4;

/// What is looked at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    /// The x at its left end.
    pub from: f64,
    /// The x at its right end.
    pub to: f64,
    /// Into how many parts of equal width it can be told apart: its width in pixels.
    pub parts: usize,
}

/// Vertices of a line in data units.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trace {
    /// x and y of each.
    pub vertices: Vec<[f64; 2]>,
    /// Where each unbroken run begins; between two runs lies a gap.
    pub starts: Vec<usize>,
    /// Whether every row of the window is a vertex.
    pub exact: bool,
}

impl Trace {
    /// The unbroken runs.
    pub fn runs(&self) -> impl Iterator<Item = &[[f64; 2]]> {
        let ends = self.starts.iter().skip(1).copied().chain([self.vertices.len()]);
        self.starts.iter().zip(ends).map(|(start, end)| &self.vertices[*start..end])
    }

    fn add(&mut self, joined: bool, x: f64, y: f64) {
        if !joined {
            self.starts.push(self.vertices.len());
        }
        self.vertices.push([x, y]);
    }
}

impl Columns {
    /// The rows of a window: from the first to before the end.
    pub fn within(&self, window: Window) -> (usize, usize) {
        (self.x.from(window.from), self.x.from(next_up(window.to)))
    }

    /// What a line through a series needs in a window, with the neighbour at either side, so that it goes on to the edge.
    pub fn trace(&self, series: &Series, window: Window) -> Trace {
        let (first, end) = self.within(window);
        let exact = end - first <= FEW * window.parts.max(1);
        let mut trace = Trace { exact, ..Trace::default() };
        let before = first.saturating_sub(1);
        let after = (end + 1).min(self.rows());
        if exact {
            self.each(series, (before, after), false, &mut trace);
        } else {
            let joined = self.each(series, (before, first), false, &mut trace);
            let joined = self.parted(series, window, (first, end), joined, &mut trace);
            self.each(series, (end, after), joined, &mut trace);
        }
        trace
    }

    /// Every row; whether the last has a value, so that the next joins it.
    fn each(
        &self,
        series: &Series,
        (first, end): (usize, usize),
        mut joined: bool,
        trace: &mut Trace,
    ) -> bool {
        for row in first..end {
            let value = series.value(row);
            if let Some(y) = value {
                trace.add(joined, self.x.at(row), y);
            }
            joined = value.is_some();
        }
        joined
    }

    /// Four vertices a part. The parts lie on a grid that begins at zero and not at the window, so that a line that is
    /// moved does not flicker.
    fn parted(
        &self,
        series: &Series,
        window: Window,
        (first, end): (usize, usize),
        mut joined: bool,
        trace: &mut Trace,
    ) -> bool {
        let width = (window.to - window.from) / window.parts.max(1) as f64;
        let base = (window.from / width).floor();
        let mut row = first;
        trace.vertices.reserve(4 * window.parts + 8);
        // One part more than there is room for: the first and the last are cut by the window.
        for part in 1..=window.parts + 1 {
            let edge = base + part as f64;
            let next = if part > window.parts { end } else { self.x.from(edge * width).min(end) };
            if next <= row {
                continue;
            }
            let (head, tail) = (series.value(row), series.value(next - 1));
            let extent = series.extent(row, next);
            row = next;
            let (least, greatest) = extent.unzip();
            let mut link = joined && head.is_some();
            for y in [head, least, greatest, tail].into_iter().flatten() {
                trace.add(link, (edge - 0.5) * width, y);
                link = true;
            }
            joined = tail.is_some();
        }
        joined
    }

    /// The row of a window that is nearest to a place.
    pub fn row_near(&self, x: f64, window: Window) -> Option<usize> {
        let (first, end) = self.within(window);
        let row = self.x.nearest(x)?;
        (first < end).then(|| row.clamp(first, end - 1))
    }
}

/// The next float above, so that a window holds the rows at its very end.
fn next_up(x: f64) -> f64 {
    x.next_up()
}
