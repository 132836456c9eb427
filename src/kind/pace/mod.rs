//! One target of a sum through its time: the path it needs, what is done of it, and what the rest of the time needs.

mod draw;
mod found;
mod text;

use super::annotate::Axes;
use super::caption::{self, request};
use super::heights::Heights;
use super::way::Way;
use super::{Brief, Nearest, Plan, Stage};
use crate::error::Error;
use crate::format::Style;
use crate::geom::{Point, Rect};
use crate::layout::{Layout, Request};
use crate::query::{Date, Figure};
use crate::scale::{Time, Values};
use crate::scene::DatumId;
use crate::words::say;

pub(crate) use text::{needed_each, rest, sentences, so_far, verdict};

use found::Found;

/// Smaller than this the path cannot be read, px.
const LEAST: f64 = 72.0;
/// Room for a target's mark and its text above the plot, px.
const ABOVE: f64 = 36.0;

struct Pace<'a> {
    brief: &'a Brief<'a>,
    found: Found<'a>,
    heights: Heights,
    /// Width of the widest tick text, px.
    gutter: f64,
}

/// Where values and days lie in solved boxes.
#[derive(Clone, Copy, Debug)]
struct Scales {
    x: Time,
    y: Values,
}

impl Scales {
    fn at(&self, day: Date, value: f64) -> Point {
        Point::new(self.x.map(day.days()), self.y.map(value))
    }
}

pub(super) fn plan<'a>(brief: &'a Brief<'a>) -> Result<Box<dyn Plan + 'a>, Error> {
    let found = found::find(brief)?;
    let mut figures = caption::figures(brief, &[found.answer.target]);
    figures.push(found.demanded);
    for spot in &found.spots {
        figures.push(spot.figure);
    }
    let heights = Heights::new(brief, &figures, brief.series_of(found.target), true)?;
    let gutter = heights.gutter(brief);
    Ok(Box::new(Pace { brief, found, heights, gutter }))
}

impl Pace<'_> {
    fn shown(&self) -> Vec<DatumId> {
        let mut shown = vec![self.found.answer.target];
        for spot in &self.found.spots {
            shown.push(spot.datum);
        }
        shown
    }

    /// From the end of the day before the first to the end of the last.
    fn scales(&self, plot: Rect) -> Scales {
        let left = plot.x + self.gutter + 12.0;
        let right = (plot.right() - 12.0).max(left + 1.0);
        let [start, end] = self.found.days;
        Scales {
            x: Time { domain: [start.days() - 1, end.days()], range: [left, right] },
            y: self.heights.scale(plot),
        }
    }

    /// A figure as the labels of this picture show it.
    fn bare(&self, figure: Figure) -> String {
        self.heights.bare(self.brief, self.found.target, figure)
    }

    /// What the picture says of its own signs, of what is missing and of what it leaves out.
    fn explain(&self) -> String {
        let (brief, lang, found) = (self.brief, self.brief.spec.lang, &self.found);
        let path = if brief.spec.profile.is_some() { say::SIGN_PATH_PROFILE } else { say::SIGN_PATH };
        let mut parts = vec![path.get(lang).to_owned()];
        if found.stands.as_ref().is_some_and(|stands| stands.left.is_some()) {
            parts.push(say::SIGN_REST.get(lang).to_owned());
        }
        parts.push(caption::signs(brief, &self.shown()));
        let whens = |periods: Vec<String>, say: crate::words::Say| match periods.is_empty() {
            true => String::new(),
            false => say.fill(lang, &[&say::AND.join(lang, &periods)]),
        };
        parts.push(whens(
            found.gaps.iter().map(|gap| found.when(*gap, lang, Style::Long)).collect(),
            say::SUM_GAPS,
        ));
        parts.push(whens(
            found.others.iter().map(|other| found.demand(brief, other)).collect(),
            say::OTHER_TARGETS,
        ));
        parts.retain(|part| !part.is_empty());
        say::SENTENCE_GAP.join(lang, &parts)
    }
}

impl Plan for Pace<'_> {
    fn request(&self) -> Request {
        let (brief, shown) = (self.brief, self.shown());
        let when = self.found.when(self.found.target.period, brief.spec.lang, Style::Long);
        Request {
            top: ABOVE,
            bottom: 28.0,
            plot: match (brief.panel.is_some(), brief.phone()) {
                (true, _) => 120.0,
                (_, true) => 176.0,
                _ => 216.0,
            },
            least: LEAST,
            remarks: text::remarks(brief, &self.found),
            ..request(brief, &shown, (&self.heights.unit, &when), self.explain())
        }
    }

    fn draw(&self, layout: &Layout, stage: &mut Stage) {
        let scales = self.scales(layout.plot);
        self.fills(&scales, stage);
        self.heights.grid(self.brief, layout.plot, stage);
        self.path(&scales, stage);
        self.done(&scales, stage);
        self.goal(&scales, stage);
        self.axis(layout, &scales, stage);
        self.labels(layout, &scales, stage);
        self.targets(layout, &scales, stage);
    }

    fn nearest(&self) -> Nearest {
        Nearest::AlongX
    }

    fn axes(&self, layout: &Layout) -> Axes {
        let scales = self.scales(layout.plot);
        Axes {
            time: Some(scales.x),
            values: Some((scales.y, Way::Up)),
            data: true,
            plot: layout.plot,
            ..Axes::default()
        }
    }
}
