//! A chart into a picture that needs nothing of the page it is pasted into.

use crate::chart::Chart;
use crate::paint::{SvgHead, plain as painted};

/// The picture at the chart's width, for editors that take out ids, classes and styles; with the figures as `data`.
pub fn plain(chart: &Chart, data: &str) -> String {
    let (title, desc) = (chart.label(), chart.summary());
    let lang = chart.spec().lang.tag();
    let head = SvgHead { title: &title, desc: &desc, lang, family: "sans-serif", ..SvgHead::default() };
    chart.scene().map_or_else(String::new, |scene| painted(scene, &head, data))
}
