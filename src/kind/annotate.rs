//! The editor's texts, lines and bands into marks: at days, at values and beside data.
//!
//! A kind says where its axes run ([`Axes`], from its [`Plan::axes`](super::Plan::axes)) and widens its domain by
//! [`span`]; everything else is done here, for every kind alike. A bar chart, for example:
//!
//! ```ignore
//! fn axes(&self, layout: &Layout) -> Axes {
//!     let values = Values::new(false, domain, [layout.plot.x, layout.plot.right()]);
//!     Axes { values: Some((values, Way::Right)), data: true, plot: layout.plot, ..Axes::default() }
//! }
//! ```
//!
//! No text is dropped: where one finds no place, all stand as numbers that notes under the plot explain.

mod place;

use super::way::Way;
use super::{Brief, Stage, caption};
use crate::error::Error;
use crate::format::{Style, period, quantity};
use crate::geom::{Point, Rect};
use crate::layout::{Layout, SMALL};
use crate::order::sort;
use crate::query::{Figure, Period, Qualifier, Temporal};
use crate::scale::{Time, Values};
use crate::scene::{Layer, Stroke};
use crate::spec::{Annotation, Kind, Place};
use crate::words::{Say, say};

/// Where days, values and data lie in a picture; what a kind does not have, it cannot annotate.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Axes {
    /// Where days lie, from left to right.
    pub(super) time: Option<Time>,
    /// Where values lie, and which way they run.
    pub(super) values: Option<(Values, Way)>,
    /// Whether its targets can be annotated.
    pub(super) data: bool,
    /// Whether the parts of the picture have drawn their annotations themselves.
    pub(super) inside: bool,
    /// The box of the plot.
    pub(super) plot: Rect,
}

/// What an annotation stands at.
#[derive(Clone, Copy, Debug)]
enum Anchor {
    /// A line or a band across the plot; one across values that rise, or one across time.
    Strip(Rect, Way),
    /// A datum.
    Point(Point),
}

/// On a phone longer texts are numbers from the start, px.
const SHORT: f64 = 96.0;

/// Whether an annotation stands in this picture: a panel leaves out those of another panel's data and days.
fn here(brief: &Brief<'_>, one: &Annotation, axes: &Axes) -> bool {
    match &one.place {
        _ if brief.panel.is_none() && !brief.zoomed => true,
        Place::Datum(id) => brief.frame.data.iter().any(|datum| datum.asked && datum.id == *id),
        Place::Time(from, to) => {
            axes.time.is_none_or(|time| to.days() >= time.domain[0] && from.days() <= time.domain[1])
        }
        Place::Value(..) => true,
    }
}

/// The span of values, widened to the values that are annotated.
pub(super) fn span(brief: &Brief<'_>, (mut low, mut high): (f64, f64)) -> (f64, f64) {
    for annotation in &brief.spec.annotations {
        if let Place::Value(from, to) = annotation.place {
            (low, high) = (low.min(from), high.max(to));
        }
    }
    (low, high)
}

/// Whether texts are too long to stand in a picture as narrow as this.
pub(super) fn crowded(brief: &Brief<'_>) -> bool {
    let long = |one: &Annotation| brief.measure.width(&one.text, SMALL.font) > SHORT;
    // The numbers of small pictures are explained under them all.
    let small = brief.kind().0 == Kind::Multiples;
    small || (brief.phone() && brief.spec.annotations.iter().any(long))
}

/// The notes that explain the numbers; none where the texts themselves stand in the picture.
pub(super) fn notes(brief: &Brief<'_>) -> Vec<String> {
    let mut notes = Vec::new();
    if brief.numbered {
        let told = brief.spec.annotations.iter().filter(|one| !one.text.is_empty());
        for (n, one) in (0u32..).zip(told) {
            let sign = char::from_u32(0x2460 + n).map_or_else(String::new, String::from);
            let parts = [sign, (n + 1).to_string(), one.text.clone()];
            notes.push(say::NUMBERED.fill(brief.spec.lang, &[&parts[0], &parts[1], &parts[2]]));
        }
    }
    notes
}

/// The annotations in words, each with its place, for whoever does not see the picture.
fn spoken(brief: &Brief<'_>) -> Vec<String> {
    let mut spoken = Vec::new();
    for one in &brief.spec.annotations {
        let place = place_text(brief, one);
        spoken.push(match one.text.as_str() {
            "" => place,
            text => say::VALUE_PERIOD.fill(brief.spec.lang, &[text, &place]),
        });
    }
    spoken
}

fn place_text(brief: &Brief<'_>, one: &Annotation) -> String {
    let (frame, lang) = (brief.frame, brief.spec.lang);
    match &one.place {
        Place::Time(from, to) => {
            let start = (from != to).then_some(*from);
            period(Period { start, end: Some(*to) }, Temporal::Stock, lang, Style::Long)
        }
        Place::Value(from, to) => {
            let range = from != to;
            let qualifier = if range { Qualifier::Range } else { Qualifier::Exact };
            let figure = Figure { value: *from, high: range.then_some(*to), qualifier };
            let series = frame.series.first();
            series.map_or_else(String::new, |series| quantity(figure, &series.unit, series.measure, lang))
        }
        Place::Datum(id) => match frame.data.iter().find(|datum| datum.id == *id) {
            Some(datum) => caption::when(frame, datum, lang, Style::Long),
            None => id.clone(),
        },
    }
}

fn unplaced(brief: &Brief<'_>, one: &Annotation, why: Say) -> Error {
    let given = if one.text.is_empty() { place_text(brief, one) } else { one.text.clone() };
    Error::Unplaced { given, why }
}

impl Axes {
    /// Where an annotation stands.
    fn anchor(&self, brief: &Brief<'_>, one: &Annotation, stage: &Stage) -> Result<Anchor, Error> {
        let plot = self.plot;
        match &one.place {
            Place::Time(from, to) => {
                let (from, to) = (from.days(), to.days());
                let time = self.time.filter(|time| to >= time.domain[0] && from <= time.domain[1]);
                let time = time.ok_or_else(|| unplaced(brief, one, say::UNPLACED_TIME))?;
                let [a, b] = [from.max(time.domain[0]), to.min(time.domain[1])].map(|day| time.map(day));
                Ok(Anchor::Strip(Rect::between(a, plot.y, b, plot.bottom()), Way::Right))
            }
            Place::Value(from, to) => {
                let shown = |scale: &Values| {
                    let [a, b] = scale.domain();
                    *to >= a.min(b) && *from <= a.max(b)
                };
                let axis = self.values.filter(|(scale, _)| shown(scale));
                let (scale, way) = axis.ok_or_else(|| unplaced(brief, one, say::UNPLACED_VALUE))?;
                let [a, b] = scale.domain();
                let held = |value: f64| scale.map(crate::geom::within(value, a.min(b), a.max(b)));
                let across = if way == Way::Up { (plot.x, plot.right()) } else { (plot.y, plot.bottom()) };
                Ok(Anchor::Strip(way.rect((held(*from), held(*to)), across), way))
            }
            Place::Datum(id) => {
                let own = |datum: usize| brief.frame.data[datum].id == *id;
                let found = stage.targets.iter().find(|target| self.data && own(target.datum));
                found
                    .map(|target| Anchor::Point(target.at))
                    .ok_or_else(|| unplaced(brief, one, say::UNPLACED_DATUM))
            }
        }
    }
}

/// Draws what lies behind the data, and asks labels to keep off the lines.
///
/// # Errors
/// An annotation of a day or a value that the picture does not show.
pub(super) fn under(brief: &Brief<'_>, axes: &Axes, stage: &mut Stage) -> Result<(), Error> {
    let mut bands = Layer::new("bands");
    let all = if axes.inside { &[] } else { brief.spec.annotations.as_slice() };
    for one in all.iter().filter(|one| !matches!(one.place, Place::Datum(_)) && here(brief, one, axes)) {
        if let Anchor::Strip(rect, _) = axes.anchor(brief, one, stage)? {
            if rect.w.min(rect.h) > 1.0 {
                bands.fill(None, rect, brief.theme.track);
            } else {
                stage.soft.push(rect.grow(1.0));
            }
        }
    }
    stage.layer(bands);
    Ok(())
}

/// Draws lines and texts once the data has its marks and labels; whether every text found a place.
///
/// # Errors
/// An annotation of a datum that the picture does not show.
pub(super) fn over(
    brief: &Brief<'_>,
    axes: &Axes,
    layout: &Layout,
    stage: &mut Stage,
) -> Result<bool, Error> {
    let (mut rules, mut texts) = (Layer::new("rules"), place::Texts::new(brief, layout, stage));
    let (mut n, mut places) = (0, Vec::new());
    let all = if axes.inside { &[] } else { brief.spec.annotations.as_slice() };
    for one in all {
        n += u32::from(!one.text.is_empty());
        if !here(brief, one, axes) {
            continue;
        }
        let anchor = axes.anchor(brief, one, stage)?;
        if let Anchor::Strip(rect, _) = anchor {
            line(brief, rect, &mut rules);
        }
        if !one.text.is_empty() {
            places.push((n, one.text.as_str(), anchor));
        }
    }
    // A datum has one place, a line has many.
    sort(&mut places, &|a, b| matches!(b.2, Anchor::Point(_)).cmp(&matches!(a.2, Anchor::Point(_))));
    for (n, text, anchor) in places {
        if brief.numbered {
            texts.ring(n, anchor, stage);
        } else if !texts.text(text, anchor, stage) {
            return Ok(false);
        }
    }
    // Above the grid, below the data.
    let behind = stage.layers.iter().rposition(|layer| matches!(layer.name, "grid" | "bands" | "texts"));
    if !rules.marks.is_empty() {
        stage.layers.insert(behind.map_or(0, |at| at + 1), rules);
    }
    texts.done(stage);
    Ok(true)
}

/// The line of a strip that is no band.
fn line(brief: &Brief<'_>, rect: Rect, layer: &mut Layer) {
    let theme = brief.theme;
    if rect.w <= 1.0 && rect.h > 1.0 {
        layer.upright(None, rect.x, (rect.y, rect.bottom()), Stroke::new(theme.limit, 1.0));
    } else if rect.h <= 1.0 {
        layer.level(None, rect.y, (rect.x, rect.right()), Stroke::new(theme.muted, 1.0));
    }
}

/// The annotations in one sentence; empty without any.
pub(crate) fn sentence(brief: &Brief<'_>) -> String {
    let lang = brief.spec.lang;
    let spoken = spoken(brief);
    match spoken.is_empty() {
        true => String::new(),
        false => say::ANNOTATED.fill(lang, &[&say::LIST_GAP.join(lang, &spoken)]),
    }
}
