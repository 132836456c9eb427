//! Which figures are parts of one amount: what must hold before anything is stacked, shared out or added up.

use super::Brief;
use crate::query::{Measure, Temporal};
use crate::scene::DatumId;

/// Whether series are amounts of one kind, and none the sum of others.
pub(crate) fn additive(brief: &Brief<'_>, series: &[usize]) -> bool {
    let all = &brief.frame.series;
    let first = &all[series[0]];
    series.iter().map(|own| &all[*own]).all(|own| {
        let amount = match own.measure {
            Measure::Level => own.temporal != Temporal::Rate,
            Measure::Share => true,
            _ => false,
        };
        // A series without a category beside those with one is their sum.
        let sum = own.category.is_empty()
            && series
                .iter()
                .map(|other| &all[*other])
                .any(|other| other.id == own.id && other.area == own.area && !other.category.is_empty());
        amount && !sum && own.measure == first.measure && own.temporal == first.temporal
    })
}

/// Whether figures can be added up: parts of one amount, each once, of one span and status, none to be kept apart.
pub(crate) fn summable(brief: &Brief<'_>, ids: &[DatumId]) -> bool {
    let data = &brief.frame.data;
    let mut series: Vec<usize> = Vec::new();
    for id in ids {
        let (datum, first) = (&data[*id], &data[ids[0]]);
        let twice = series.contains(&datum.series);
        if twice || datum.flags.any() || datum.period != first.period || datum.status != first.status {
            return false;
        }
        series.push(datum.series);
    }
    !series.is_empty() && additive(brief, &series)
}
