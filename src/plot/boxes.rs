//! The texts of a plot and the names of its series into solved boxes.

use super::axes::{Heights, Telling};
use crate::color::Color;
use crate::column::Columns;
use crate::format::unit_line;
use crate::geom::{Point, Rect, within};
use crate::layout::{LABEL, Layout, PHONE, Request, Role, SMALL, VALUE, mark, solve};
use crate::scene::{Align, Layer, Stroke};
use crate::spec::PlotSpec;
use crate::text::{Measure, fit};
use crate::words::say;

/// More lines than this are named in a legend: their ends would crowd.
const FEW: usize = 4;
/// The most that names at the ends may take of the width.
const SHARE: f64 = 0.34;
/// From the end of a line to its name, px.
pub(super) const BESIDE: f64 = 8.0;
/// A legend's line, the length of its sample, and the air between two entries, px.
const LINE: f64 = 20.0;
const SAMPLE: f64 = 14.0;
const GAP: f64 = 18.0;
/// Without room for its lines a plot is none, px.
const LEAST: f64 = 80.0;

/// What is solved for a width and an axis of values.
#[derive(Clone, Debug, Default)]
pub(super) struct Boxes {
    /// Texts and plot.
    pub(super) layout: Layout,
    /// The names of the series in the legend, each with its box; empty where they stand at the ends or there is one.
    pub(super) legend: Vec<(Rect, String)>,
    /// Whether names stand at the ends of the lines.
    pub(super) ends: bool,
}

/// The texts and the room that a plot needs.
pub(super) struct Asked<'a> {
    pub(super) data: &'a Columns,
    pub(super) spec: &'a PlotSpec,
    pub(super) telling: &'a Telling,
    pub(super) heights: &'a Heights,
    pub(super) measure: &'a Measure,
    pub(super) width: f64,
    pub(super) height: Option<f64>,
}

/// Names at the ends where they are few and short, else a legend; then everything around them.
pub(super) fn boxes(asked: &Asked<'_>) -> Boxes {
    let Asked { data, spec, heights, measure, width, .. } = asked;
    let room = Role::Picture.inner(*width);
    let names: Vec<&str> = data.series.iter().map(|series| series.name.as_str()).collect();
    let widest =
        |texts: &[&str], font| texts.iter().fold(0.0_f64, |most, text| most.max(measure.width(text, font)));
    let named = names.len() > 1 && names.iter().any(|name| !name.is_empty());
    let tail = widest(&names, VALUE.font) + BESIDE;
    let ends = named && names.len() <= FEW && tail <= room * SHARE;
    let legend = if named && !ends { legend(&names, room, measure) } else { Vec::new() };
    let numbers: Vec<&str> = heights.ticks.iter().map(|(_, text)| text.as_str()).collect();
    // In steps, so that the plot stands still while its numbers change.
    let gutter = ((widest(&numbers, SMALL.font) + 8.0) / 12.0).ceil() * 12.0;
    let deep = legend.iter().fold(0.0_f64, |most, (area, _)| most.max(area.bottom()));
    let request = Request {
        role: Role::Picture,
        width: *width,
        height: asked.height,
        heading: if spec.hidden.heading { String::new() } else { spec.texts[0].clone() },
        subheading: subheading(asked),
        left: gutter,
        right: if ends { tail } else { 4.0 },
        top: 10.0 + if legend.is_empty() { 0.0 } else { deep + 8.0 },
        bottom: 28.0,
        plot: if *width < PHONE { 168.0 } else { 220.0 },
        least: LEAST,
        remarks: Vec::new(),
        notes: notes(asked),
        source: match spec.texts[3].as_str() {
            "" => String::new(),
            source => say::SOURCE.fill(spec.lang, &[source]),
        },
    };
    Boxes { layout: solve(&request, &spec.theme, measure), legend, ends }
}

/// The editor's line or the name of the one series, then the unit.
fn subheading(asked: &Asked<'_>) -> String {
    let Asked { data, spec, telling, .. } = asked;
    let unit = unit_line(&telling.unit, telling.magnitude, spec.lang);
    let what = match (spec.hidden.subheading, spec.texts[1].as_str(), data.series.as_slice()) {
        (true, _, _) => "",
        (false, "", [one]) => &one.name,
        (false, given, _) => given,
    };
    match (what.is_empty(), unit.is_empty()) {
        (true, _) => unit,
        (false, true) => what.to_owned(),
        (false, false) => say::WITH_UNIT.fill(spec.lang, &[what, &unit]),
    }
}

/// What the axis must say of itself, and the editor's note.
fn notes(asked: &Asked<'_>) -> Vec<String> {
    let spec = asked.spec;
    let mut notes = vec![spec.texts[2].clone()];
    if asked.heights.log {
        notes.push(say::SIGN_LOG.get(spec.lang).to_owned());
    } else if asked.heights.cut() {
        notes.push(say::SIGN_AXIS.get(spec.lang).to_owned());
    }
    notes
}

/// Flows the names into lines as wide as there is room.
fn legend(names: &[&str], room: f64, measure: &Measure) -> Vec<(Rect, String)> {
    let (mut x, mut y) = (0.0, 0.0);
    let mut found = Vec::new();
    for name in names {
        let lead = SAMPLE + 6.0;
        let name = fit(name, (room - lead).max(1.0), LABEL.font, measure);
        let wide = lead + measure.width(&name, LABEL.font);
        if x > 0.0 && x + wide > room {
            (x, y) = (0.0, y + LINE);
        }
        found.push((Rect::new(x, y, wide, LINE), name));
        x = within(x + wide + GAP, 0.0, room);
    }
    found
}

impl Boxes {
    /// The legend: a piece of each line, and its name.
    pub(super) fn draw_legend(&self, lines: &[Stroke], ink: Color, measure: &Measure) -> Layer {
        let mut layer = Layer::new("legend");
        for (series, ((area, name), line)) in self.legend.iter().zip(lines).enumerate() {
            let area = self.placed(*area);
            layer.level(Some(series), area.center().y, (area.x, area.x + SAMPLE), *line);
            let at = Point::new(area.x + SAMPLE + 6.0, LABEL.baseline(area.y));
            layer.text(Some(series), mark(at, name.clone(), LABEL.font, ink, Align::Left, measure));
        }
        layer
    }

    /// The name in the legend at a place.
    pub(super) fn name_at(&self, place: Point) -> Option<usize> {
        self.legend.iter().position(|(area, _)| self.placed(*area).grow(1.0).contains(place))
    }

    fn placed(&self, area: Rect) -> Rect {
        let corner = self.layout.body.corner();
        Rect::new(area.x + corner.x, area.y + corner.y, area.w, area.h)
    }
}
