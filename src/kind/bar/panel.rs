//! Bars in one of several panels with a common scale: what the bars of all panels need decides how those of each lie.

use super::{AIR, Bars, CAP};
use crate::kind::{caption, open};
use crate::layout::VALUE;
use crate::query::Figure;

impl Bars<'_> {
    /// The widest value of all panels, and how many bars the fullest of them has, where panels share a scale.
    fn widest(&self) -> Option<(f64, u32)> {
        let panel = self.brief.panel.filter(|panel| panel.span.is_some())?;
        let (mut widest, mut counts) = (0.0_f64, vec![0_u32; panel.whole.series.len()]);
        for datum in panel.whole.data.iter().filter(|datum| datum.asked) {
            let text = caption::label(self.brief, datum, self.magnitude);
            widest = widest.max(self.brief.measure.width(&text, VALUE.font));
            counts[datum.series] += 1;
        }
        Some((widest, counts.into_iter().max().unwrap_or(1)))
    }

    /// Whether the values of every panel have room above their bars.
    pub(super) fn all_fit(&self) -> bool {
        self.widest().is_none_or(|(wide, most)| wide <= self.brief.room() / f64::from(most.max(1)) - 4.0)
    }

    /// The ends of the common span with the most that stands beyond any end, px: no bar of this panel needs more.
    pub(super) fn common_ends(&self) -> Vec<(f64, f64)> {
        let (Some((wide, _)), Some(span)) = (self.widest(), self.brief.panel.and_then(|panel| panel.span))
        else {
            return Vec::new();
        };
        let far = open::reach(Figure { qualifier: crate::query::Qualifier::Over, ..Figure::exact(1.0) });
        let beyond = far + if self.way == super::Way::Up { CAP } else { AIR + wide };
        let mut ends = Vec::new();
        for end in [span.0, span.1] {
            ends.push((end, beyond));
        }
        ends
    }
}
