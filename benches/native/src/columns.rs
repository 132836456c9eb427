//! Steps of charts of a page's own numbers: arrays into columns, columns into extremes and into the vertices of a frame.

use indicator_chart::column::{Builder, Columns, Pyramid, Window};

use crate::{Maker, Step, step};

/// Pixel columns of a plot on a screen of two device pixels a CSS pixel.
const PARTS: usize = 1_320;
const SMALL: usize = 10_000;
const LARGE: usize = 1_000_000;

pub(crate) const STEPS: [Maker; 6] = [
    ("columns: 10,000 rows from arrays", || built(STEPS[0].0, SMALL)),
    ("columns: 1,000,000 rows from arrays", || built(STEPS[1].0, LARGE)),
    ("pyramid: 10,000 values", || pyramid(STEPS[2].0, SMALL)),
    ("pyramid: 1,000,000 values", || pyramid(STEPS[3].0, LARGE)),
    ("trace: half of 10,000 rows into vertices", || trace(STEPS[4].0, SMALL)),
    ("trace: half of 1,000,000 rows into vertices", || trace(STEPS[5].0, LARGE)),
];

/// Places that are not quite even, and a walk with gaps.
fn arrays(rows: usize) -> (Vec<f64>, Vec<f64>) {
    let (mut state, mut level) = (1_u32, 0.0);
    let mut pairs = Vec::with_capacity(rows);
    for row in 0..rows {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let random = f64::from(state >> 8) / f64::from(1_u32 << 24);
        level += random - 0.5;
        let y = if row % 9_973 == 7 { f64::NAN } else { level };
        pairs.push((row as f64 * 60_000.0 + (random * 1_000.0).floor(), y));
    }
    pairs.into_iter().unzip()
}

fn columns(x: &[f64], y: &[f64]) -> Option<Columns> {
    let mut builder = Builder::new(x.len());
    builder.x(x).ok()?;
    builder.series("walk", "", y.len()).ok()?;
    builder.y(y);
    builder.finish(None, "", 0.0).ok()
}

fn built(name: &'static str, rows: usize) -> Step {
    let (x, y) = arrays(rows);
    step(name, move || columns(&x, &y))
}

fn pyramid(name: &'static str, rows: usize) -> Step {
    let (_, y) = arrays(rows);
    step(name, move || Pyramid::new(&y))
}

/// What a frame of a pan asks; the extremes are there, as after the first frame.
fn trace(name: &'static str, rows: usize) -> Step {
    let (x, y) = arrays(rows);
    let columns = columns(&x, &y);
    let mut at = 0;
    let mut work = move || {
        let columns = columns.as_ref()?;
        let (from, to) = columns.domain()?;
        let half = (to - from) / 2.0;
        at = (at + 1) % 60;
        let from = from + half * f64::from(at) / 60.0;
        Some(columns.trace(columns.series.first()?, Window { from, to: from + half, parts: PARTS }))
    };
    work();
    step(name, work)
}
