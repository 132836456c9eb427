//! Texts along an axis: those that fit, ends first, moved inwards where they would stick out.

use super::{Face, mark};
use crate::color::Color;
use crate::geom::{Point, Rect, within};
use crate::order::sort;
use crate::scene::{Align, Layer, TextMark};
use crate::text::Measure;

/// Air between two texts of an axis, px.
const AIR: f64 = 8.0;

/// Lays texts on one baseline, each centred on its x; where two collide the one that matters less is left out
/// ([`ends_first`]).
pub fn along(
    ticks: &[(f64, String)],
    baseline: f64,
    span: (f64, f64),
    look: (Face, Color),
    measure: &Measure,
) -> Layer {
    let (face, color) = look;
    let mut kept: Vec<(Rect, TextMark)> = Vec::with_capacity(ticks.len());
    for index in ends_first(ticks.len()) {
        let Some((x, text)) = ticks.get(index) else { continue };
        let half = measure.width(text, face.font) / 2.0;
        if 2.0 * half > span.1 - span.0 {
            continue;
        }
        let x = within(*x, span.0 + half, span.1 - half);
        let text = mark(Point::new(x, baseline), text.clone(), face.font, color, Align::Middle, measure);
        let ink = text.bounds();
        if !kept.iter().any(|(other, _)| other.x < ink.right() + AIR && ink.x < other.right() + AIR) {
            kept.push((ink, text));
        }
    }
    sort(&mut kept, &|a, b| a.0.x.total_cmp(&b.0.x));
    let mut layer = Layer::new("x-axis");
    for (_, text) in kept {
        layer.text(None, text);
    }
    layer
}

/// The order that keeps an axis honest when room is short: last, first, then from the end backwards.
fn ends_first(count: usize) -> impl Iterator<Item = usize> {
    (0..count).map(move |place| match place {
        0 => count - 1,
        1 => 0,
        _ => count - place,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_index_comes_once_and_the_ends_first() {
        assert_eq!(ends_first(5).collect::<Vec<_>>(), [4, 0, 3, 2, 1]);
        assert_eq!(ends_first(1).collect::<Vec<_>>(), [0]);
        assert_eq!(ends_first(0).count(), 0);
    }
}
