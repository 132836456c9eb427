//! Steps of a running sum into bars that begin where the one before them ends.

use super::{Bar, Bars, Row};
use crate::format::{Magnitude, unit_line};
use crate::kind::open::Ink;
use crate::kind::{Brief, Plan};
use crate::query::{Figure, Series};
use crate::scene::DatumId;

/// A step of a running sum, or a sum itself.
#[derive(Clone, Debug)]
pub(in crate::kind) struct Step {
    /// Its name.
    pub(in crate::kind) name: String,
    /// The figure that it is read as; none for a computed sum.
    pub(in crate::kind) datum: Option<DatumId>,
    /// What it adds, or how much there is.
    pub(in crate::kind) figure: Figure,
    /// The sum that it is added to; none for a sum itself, which begins at zero.
    pub(in crate::kind) base: Option<f64>,
    /// Its value in words.
    pub(in crate::kind) text: String,
}

/// Bars that begin where the one before them ends.
pub(in crate::kind) fn running<'a>(
    brief: &'a Brief<'a>,
    steps: Vec<Step>,
    (series, magnitude, chronological): (&Series, Magnitude, bool),
) -> Box<dyn Plan + 'a> {
    let theme = brief.theme;
    let mut rows = Vec::with_capacity(steps.len());
    for step in steps {
        let (fill, line) = match step.base {
            None => (theme.context, theme.context_line),
            Some(_) if step.figure.value < 0.0 => (theme.time, theme.time_text),
            Some(_) => (theme.accent, theme.accent_text),
        };
        let bar = Bar {
            datum: step.datum,
            figure: Some(step.figure),
            base: step.base.unwrap_or(0.0),
            slot: (0.0, 0.0),
            ink: Ink { fill, line, faint: theme.track, paper: theme.paper },
            text: step.text,
            told: if step.base.is_some() { line } else { theme.ink },
            covered: false,
        };
        rows.push(Row { name: step.name, bars: vec![bar], ..Row::default() });
    }
    let unit = unit_line(&series.unit, magnitude, brief.spec.lang);
    let mut bars = Bars { linked: true, rows, unit, chronological, ..Bars::empty(brief, magnitude) };
    if !bars.stand() {
        bars.lie();
    }
    Box::new(bars)
}
