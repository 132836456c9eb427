//! A chart into ranges of widths, each with the height that the most needy of its widths needs.

use crate::chart::Chart;
use crate::geom::within;

/// Where the ranges of widths begin, CSS px. `www/indicator-chart.css` knows these and no others.
pub const STARTS: [u32; 7] = [280, 340, 400, 480, 600, 760, 960];
/// The widest that a picture is made for, CSS px.
pub const WIDEST: u32 = 1400;

/// Widths are looked at this far apart, and both ends of a range.
const STEP: usize = 8;

/// Widths, and the height of the picture at all of them; CSS px.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// The smallest width.
    pub from: u32,
    /// The smallest width of the next range; none where there is none.
    pub to: Option<u32>,
    /// The height.
    pub height: u32,
}

/// The ranges of a chart that begin at `starts`. The chart is left at its own height.
///
/// A page's font may run wider than the widths that texts are laid out by, and the live chart needs more room then; the
/// heights have it, so that it still fits.
pub fn ranges(chart: &mut Chart, starts: &[u32]) -> Vec<Range> {
    let mut needs = vec![0_u32; starts.len()];
    for factor in FACTORS {
        let mut chart = chart.clone();
        chart.set_font("", factor, factor);
        for (at, from) in starts.iter().enumerate() {
            let last = starts.get(at + 1).map_or(WIDEST, |next| next - 1).max(*from);
            for width in (*from..last).step_by(STEP).chain([last]) {
                needs[at] = needs[at].max(whole(chart.resize(f64::from(width))));
            }
        }
    }
    let range =
        |(at, from): (usize, &u32)| Range { from: *from, to: starts.get(at + 1).copied(), height: needs[at] };
    starts.iter().enumerate().map(range).collect()
}

/// How wide a font may run: as the built-in table, and as the widest of those that systems bring.
const FACTORS: [f64; 2] = [1.0, 1.15];

/// The next whole number of px.
fn whole(height: f64) -> u32 {
    within(height.ceil(), 0.0, 1e6) as u32
}
