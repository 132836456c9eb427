//! Days into the texts and ticks of a time axis: those of the data where they are few, else round ones.

use super::{Brief, Stage};
use crate::format::{Style, period, time_tick};
use crate::geom::within;
use crate::layout::{Layout, SMALL, axis};
use crate::order::sort;
use crate::query::Date;
use crate::scale::{Time, time_ticks};
use crate::scene::{DatumId, Layer, Stroke};

/// Up to so many days are named one by one.
const FEW: usize = 8;

/// Draws the axis under the plot; `spots` are the data with their days. A small picture names its first day and its
/// last.
pub(super) fn axis(
    brief: &Brief<'_>,
    spots: &[(i32, DatumId)],
    time: Time,
    layout: &Layout,
    stage: &mut Stage,
) {
    let (plot, lang) = (layout.plot, brief.spec.lang);
    // The first datum of each day.
    let mut days: Vec<(i32, DatumId)> = Vec::new();
    for spot in spots {
        if days.iter().all(|other| other.0 != spot.0) {
            days.push(*spot);
        }
    }
    let mut ticks: Vec<(f64, String)> = Vec::new();
    let panel = brief.panel.is_some();
    let round = time_ticks(time.domain, within(plot.w / 72.0, 2.0, 12.0) as usize);
    if days.len() <= FEW || panel || round.len() < 2 {
        sort(&mut days, &|a, b| a.0.cmp(&b.0));
        if days.len() > FEW || (panel && days.len() > 2) {
            days = vec![days[0], days[days.len() - 1]];
        }
        for (day, datum) in days {
            let datum = &brief.frame.data[datum];
            let text = period(datum.period, brief.series_of(datum).temporal, lang, Style::Short);
            ticks.push((time.map(day), text));
        }
    } else {
        let mut seen = None;
        for tick in round {
            let year = Some(Date::from_days(tick.day).year);
            ticks.push((time.map(tick.day), time_tick(tick, lang, seen != year)));
            seen = year;
        }
    }
    let mut rules = Layer::new("x-ticks");
    for (x, _) in &ticks {
        let stroke = Stroke::new(brief.theme.limit, 1.0);
        rules.upright(None, *x, (plot.bottom(), plot.bottom() + 4.0), stroke);
    }
    stage.layer(rules);
    let span = (layout.body.x, layout.body.right());
    let look = (SMALL, brief.theme.muted);
    stage.texts(axis::along(&ticks, plot.bottom() + 20.0, span, look, brief.measure));
}
