//! A chart into ranges of widths, each with the height that the most needy of its widths needs.

use crate::chart::Chart;
use crate::geom::within;

/// Where the ranges of widths begin, CSS px. `www/indicator-chart.css` knows these and no others.
pub const STARTS: [u32; 7] = [280, 340, 400, 480, 600, 760, 960];
/// The widest that a picture is made for, CSS px.
pub const WIDEST: u32 = 1400;
/// The most that a chart can be told, CSS px.
pub const HIGHEST: u32 = 4000;

/// Widths are looked at this far apart, CSS px, and both ends of a range; wide ones, where less changes, farther.
const STEP: u32 = 8;
/// The part of a width that they are apart then.
const PART: u32 = 32;

/// How wide a font may run: as the built-in table, and as the widest of those that systems bring.
const FACTORS: [f64; 2] = [1.0, 1.15];

/// Widths, and the height of the picture at all of them; CSS px.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// The smallest width.
    pub from: u32,
    /// The smallest width of the next range; none where there is none.
    pub to: Option<u32>,
    /// The height: at most [`HIGHEST`], which a very long table outgrows.
    pub height: u32,
}

/// The ranges of a chart that begin at `starts`.
///
/// A page's font may run wider than the widths that texts are laid out by, and the live chart needs more room then; the
/// heights have it, so that it still fits.
pub fn ranges(chart: &Chart, starts: &[u32]) -> Vec<Range> {
    let (mut chart, mut ranges) = (chart.clone(), Vec::new());
    for (at, from) in starts.iter().enumerate() {
        let to = starts.get(at + 1).copied();
        ranges.push(Range { from: *from, to, height: 0 });
    }
    for factor in FACTORS {
        chart.set_font("", factor, factor);
        for range in &mut ranges {
            let last = range.to.map_or(WIDEST, |to| to - 1).max(range.from);
            let step = (range.from / PART).max(STEP) as usize;
            for width in (range.from..last).step_by(step).chain([last]) {
                let needs = whole(chart.height_at(f64::from(width)));
                range.height = range.height.max(needs).min(HIGHEST);
            }
        }
    }
    ranges
}

/// The next whole number of px.
pub(super) fn whole(height: f64) -> u32 {
    within(height.ceil(), 0.0, 1e6) as u32
}
