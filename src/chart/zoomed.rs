//! A part of the time into the data that are drawn while the reader looks at it.

use super::Chart;
use crate::interact::Span;
use crate::order::sort;
use crate::query::{Date, Frame};
use crate::spec::Kind;

/// What is shown in place of all the data.
#[derive(Clone, Debug)]
pub(super) struct Zoomed {
    /// The data within the span.
    pub(super) frame: Frame,
    /// The height of the picture of all the data, px: nothing below the picture moves.
    pub(super) height: Option<f64>,
}

/// Fewer days than this leave nothing to narrow.
const LEAST: usize = 3;

/// The days that the time of a picture can be narrowed to, in order; none where it has no axis of time.
pub(super) fn days(frame: &Frame, kind: Kind) -> Vec<i32> {
    let mut days: Vec<i32> = Vec::new();
    if !matches!(kind, Kind::Auto | Kind::Line | Kind::Step | Kind::Area) {
        return days;
    }
    for datum in frame.data.iter().filter(|datum| datum.asked) {
        days.extend(datum.period.anchor().map(Date::days));
    }
    sort(&mut days, &|a, b| a.cmp(b));
    days.dedup();
    if days.len() < LEAST { Vec::new() } else { days }
}

/// Where the data of one frame stand in another.
pub(super) fn place<'a>(from: &'a Frame, to: &'a Frame) -> impl Fn(usize) -> Option<usize> + 'a {
    |datum| {
        let id = &from.data.get(datum)?.id;
        to.data.iter().position(|other| other.id == *id)
    }
}

impl Chart {
    /// Shows a part of the time, or all of it; a part that cannot be drawn by itself is not shown.
    pub(super) fn look_at(&mut self, span: Option<Span>) {
        if span == self.state.view.span {
            return;
        }
        let (lit, state) = (self.lit_series(), self.state);
        // As high as all of the time, which is what is drawn now, or was before.
        let drawn = self.picture.as_ref().map(|picture| picture.layout.size.h);
        let height = self.zoomed.as_ref().map_or(drawn, |zoomed| zoomed.height);
        let next = span.map(|(from, to)| {
            let mut query = self.spec.query.clone();
            (query.from, query.to) = (Some(Date::from_days(from)), Some(Date::from_days(to)));
            Zoomed { frame: query.run(&self.dataset), height }
        });
        let to = next.as_ref().map_or(&self.frame, |next| &next.frame);
        self.state = state.moved(place(self.shown(), to));
        self.state.view.span = span;
        let before = (std::mem::replace(&mut self.zoomed, next), self.picture.take());
        self.draw();
        if self.picture.is_none() && self.width > 0.0 {
            (self.zoomed, self.picture) = before;
            self.state = state;
            return;
        }
        self.light(&lit);
    }

    /// Shows the days from one to the other, as ISO days; whether they hold enough figures.
    pub(super) fn look_between(&mut self, from: &str, to: &str) -> bool {
        let day = |text| Date::parse(text).map(Date::days);
        match (day(from), day(to)) {
            (Some(from), Some(to)) => self.look_within((from, to)),
            _ => false,
        }
    }

    /// Shows the days within a span; whether it holds enough figures.
    pub(super) fn look_within(&mut self, (from, to): Span) -> bool {
        let mut inside = self.days.iter().filter(|day| (from..=to).contains(day));
        let (first, last) = (inside.next().copied(), inside.next_back().copied());
        let (Some(first), Some(last)) = (first, last) else { return false };
        let all = self.days.first() == Some(&first) && self.days.last() == Some(&last);
        self.look_at((!all).then_some((first, last)));
        all || self.state.view.span == Some((first, last))
    }
}
