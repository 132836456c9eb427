//! The other panels' series into pale lines behind a panel's own, and the days of all into its time axis.

use super::{Lines, Scales};
use crate::geom::{Point, Rect};
use crate::kind::{Brief, Stage};
use crate::layout::Layout;
use crate::query::{Datum, Status};
use crate::scene::{Layer, Stroke};

/// Panels that would fill less of the days of all than this, in per cent, keep their own where nothing else is shared.
const LEAST: i64 = 33;

/// Widens the days of a panel to those of all panels.
pub(super) fn span(brief: &Brief<'_>, days: &mut [i32; 2]) {
    let Some(panel) = brief.panel else { return };
    let mut own: Vec<Option<[i32; 2]>> = vec![None; panel.whole.series.len()];
    let mut all = *days;
    for datum in panel.whole.data.iter().filter(|datum| datum.asked) {
        if let Some(day) = datum.period.anchor() {
            let day = day.days();
            all = [all[0].min(day), all[1].max(day)];
            let span = own[datum.series].get_or_insert([day, day]);
            *span = [span[0].min(day), span[1].max(day)];
        }
    }
    let length = |span: &[i32; 2]| i64::from(span[1]) - i64::from(span[0]);
    let fills = |span: &[i32; 2]| length(span) * 100 >= length(&all) * LEAST;
    if panel.span.is_some() || own.iter().flatten().all(fills) {
        *days = all;
    }
}

impl Lines<'_> {
    /// Draws what was reported of the other series, joined where it may be compared.
    pub(super) fn behind(&self, layout: &Layout, scales: &Scales, stage: &mut Stage) {
        const MOST: usize = 12;
        let Some(panel) = self.brief.panel.filter(|panel| panel.span.is_some()) else { return };
        let whole = panel.whole;
        let mut series: Vec<usize> = Vec::new();
        for datum in whole.data.iter().filter(|datum| datum.asked) {
            if !series.contains(&datum.series) {
                series.push(datum.series);
            }
        }
        if series.len() > MOST {
            return;
        }
        let mut layer = Layer::new("behind");
        layer.clip =
            Some(Rect::between(layout.plot.x, layout.body.y, layout.plot.right(), layout.plot.bottom()));
        let stroke = Stroke::new(self.brief.theme.grid, 1.5);
        for other in series.iter().filter(|other| !self.series.contains(other)) {
            let mut before: Option<&Datum> = None;
            let mut run: Vec<Point> = Vec::new();
            for (_, datum) in whole.of(*other).filter(|(_, datum)| datum.status == Status::Actual) {
                let (Some(day), Some(figure)) = (datum.period.anchor(), datum.figure) else { continue };
                let at = Point::new(scales.x.map(day.days()), scales.y.map(figure.value));
                if before.is_some_and(|before| !whole.comparable(before, datum)) {
                    layer.line(None, std::mem::take(&mut run), stroke);
                }
                run.push(at);
                before = Some(datum);
            }
            layer.line(None, run, stroke);
        }
        layer.marks.retain(
            |mark| !matches!(&mark.shape, crate::scene::Shape::Line { points, .. } if points.len() < 2),
        );
        stage.layer(layer);
    }
}
