//! What the reader does into what is read, what stands out and which part of x is shown.

use super::Plot;
use crate::geom::Point;
use crate::interact::{Damage, Event, Key, Update};

/// A value that is read: a row of a series.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Spot {
    pub(super) row: usize,
    pub(super) series: usize,
}

/// A press that goes on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Drag {
    from: f64,
    to: f64,
    /// The span that was shown when it began; it is moved, where there is one.
    span: Option<[f64; 2]>,
}

/// The reader's part of a plot.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Reader {
    /// What is read.
    pub(super) read: Option<Spot>,
    /// Whether it stays when the pointer leaves.
    pub(super) pinned: bool,
    /// Where the keyboard is, if it is on the chart.
    pub(super) focus: Option<Spot>,
    /// The series whose name the pointer is on.
    pub(super) named: Option<usize>,
    /// The series that is kept lit.
    pub(super) lit: Option<usize>,
    pub(super) drag: Option<Drag>,
}

/// A drag shorter than this is none, px.
const SLOP: f64 = 10.0;
/// A step of the page keys, of what is shown.
const PAGE: usize = 10;

impl Drag {
    fn moved(self) -> bool {
        self.from != self.to
    }
}

impl Reader {
    /// The series that stands out.
    pub(super) fn light(&self) -> Option<usize> {
        self.named.or(self.lit)
    }

    /// The two ends of the brush, px.
    pub(super) fn brush(&self) -> Option<(f64, f64)> {
        let drag = self.drag.filter(|drag| drag.span.is_none() && drag.moved())?;
        Some((drag.from.min(drag.to), drag.from.max(drag.to)))
    }

    /// The same of columns of another length and number; what they have no place for is let go.
    pub(super) fn kept(mut self, rows: usize, series: usize) -> Self {
        let there = |spot: &Spot| spot.row < rows && spot.series < series;
        (self.read, self.focus) = (self.read.filter(there), self.focus.filter(there));
        self.pinned &= self.read.is_some();
        (self.lit, self.named, self.drag) = (self.lit.filter(|lit| *lit < series), None, None);
        self
    }

    /// What is left when the pointer is gone.
    fn left(&mut self) {
        self.named = None;
        if !self.pinned {
            self.read = self.focus;
        }
    }

    /// Reads what the keyboard is on.
    fn keyed(&mut self, spot: Spot) {
        (self.read, self.focus) = (Some(spot), Some(spot));
    }

    fn free(&mut self) {
        self.pinned = false;
        self.read = self.focus;
    }
}

impl Plot {
    /// Takes an event.
    pub fn event(&mut self, event: Event) -> Update {
        let (before, span) = (self.reader, self.span);
        let used = match event {
            Event::Key(key) => self.key(key),
            Event::Wheel(place, closer) => self.scale(place.x, closer),
            _ => {
                self.pointer(event);
                false
            }
        };
        let damage = match () {
            () if self.span != span => Damage::Scene,
            () if self.reader != before => Damage::Overlay,
            () => Damage::None,
        };
        Update { damage, used }
    }

    fn pointer(&mut self, event: Event) {
        match event {
            Event::Move(place) if self.reader.drag.is_some() => self.dragged(place.x),
            Event::Move(_) if self.reader.pinned => {}
            Event::Move(place) => {
                self.reader.left();
                self.reader.named = self.name_at(place);
                if self.reader.named.is_none() {
                    self.reader.read = self.spot_at(place).or(self.reader.read);
                }
            }
            Event::Scrub(place) => self.reader.read = self.spot_at(place).or(self.reader.read),
            Event::Leave if self.reader.drag.is_some() => {}
            Event::Leave => self.reader.left(),
            Event::Tap(place) => self.tap(place),
            Event::Press(place) if self.in_plot(place) && self.zoomable() => {
                self.reader.drag = Some(Drag { from: place.x, to: place.x, span: self.span });
            }
            Event::Release(_) => self.released(),
            Event::Cancel => {
                if let Some(drag) = self.reader.drag.take().filter(|drag| drag.span.is_some()) {
                    self.look(drag.span);
                }
            }
            Event::Focus => {
                let first = self.reader.read.or_else(|| self.first_spot());
                first.into_iter().for_each(|spot| self.reader.keyed(spot));
            }
            Event::Blur => {
                self.reader.focus = None;
                if !self.reader.pinned {
                    self.reader.read = None;
                }
            }
            _ => {}
        }
    }

    fn tap(&mut self, place: Point) {
        if let Some(name) = self.name_at(place) {
            self.reader.named = None;
            self.reader.lit = if self.reader.lit == Some(name) { None } else { Some(name) };
            return;
        }
        let spot = self.spot_at(place);
        let again = self.reader.pinned && spot == self.reader.read;
        self.reader.pinned = spot.is_some() && !again;
        self.reader.read = spot;
        if self.reader.focus.is_some() {
            self.reader.focus = spot;
        }
    }

    fn dragged(&mut self, x: f64) {
        let Some(drag) = &mut self.reader.drag else { return };
        if x.is_finite() && (drag.moved() || (x - drag.from).abs() >= SLOP) {
            drag.to = x;
        }
        if let (Some(span), true) = (drag.span, drag.moved()) {
            let by = (drag.from - drag.to) * self.unit(span);
            self.look(Some([span[0] + by, span[1] + by]));
        }
    }

    fn released(&mut self) {
        let brush = self.reader.brush();
        self.reader.drag = None;
        let Some((from, to)) = brush else { return };
        let place = |px| self.sight().map(|sight| sight.x.invert(px));
        if let (Some(from), Some(to)) = (place(from), place(to)) {
            self.look(Some([from, to]));
        }
    }

    /// x in a pixel of the plot while a span is shown.
    fn unit(&self, span: [f64; 2]) -> f64 {
        let width = self.boxes().map_or(1.0, |boxes| boxes.layout.plot.w.max(1.0));
        (span[1] - span[0]) / width
    }

    /// Half of what is shown, or twice as much, around a place that stays where it is; whether that was to do.
    fn scale(&mut self, around: f64, closer: bool) -> bool {
        if !self.zoomable() || (!closer && self.span.is_none()) {
            return false;
        }
        let Some(middle) = self.sight().map(|sight| sight.x.invert(around)) else { return false };
        let factor = if closer { 0.5 } else { 2.0 };
        let [from, to] = self.shown();
        let next = [middle - (middle - from) * factor, middle + (to - middle) * factor];
        if self.reader.drag.is_none() {
            self.look(Some(next));
        }
        true
    }

    fn key(&mut self, key: Key) -> bool {
        match key {
            Key::Closer | Key::Wider => {
                let at = self.reader.read.and_then(|spot| self.point(spot));
                let middle = self.boxes().map_or(0.0, |boxes| boxes.layout.plot.center().x);
                self.scale(at.map_or(middle, |at| at.x), key == Key::Closer)
            }
            Key::Whole => self.span.is_some_and(|_| {
                self.look(None);
                true
            }),
            Key::Light => {
                let next = self.reader.lit.map_or(0, |lit| lit + 1);
                let count = if self.data.series.len() > 1 { self.data.series.len() } else { 0 };
                self.reader.lit = (next < count).then_some(next);
                count > 0
            }
            Key::Free => self.escape(),
            Key::Pin => {
                let pinned = self.reader.pinned;
                self.reader.pinned = !pinned && self.reader.read.is_some();
                pinned || self.reader.pinned
            }
            _ => self.step(key),
        }
    }

    /// Frees what is held, the newest first; whether there was anything.
    fn escape(&mut self) -> bool {
        if self.reader.drag.is_some() {
            self.pointer(Event::Cancel);
            return true;
        }
        let held = self.reader.pinned || self.reader.lit.is_some();
        if self.reader.pinned {
            self.reader.free();
        }
        self.reader.lit = None;
        held
    }

    /// Goes along the rows or to another series; what is read stays in sight.
    fn step(&mut self, key: Key) -> bool {
        let Some(spot) = self.reader.read.or_else(|| self.first_spot()) else { return false };
        let Some(sight) = self.sight() else { return false };
        let (first, end) = self.data.within(sight.window);
        // A step that moves by less than a pixel is none.
        let rows = end.saturating_sub(first);
        let step = rows.div_ceil(sight.window.parts).max(1);
        let page = (rows / PAGE).max(step);
        let last = self.data.rows() - 1;
        let row = match key {
            Key::Left => spot.row.saturating_sub(step),
            Key::Right => (spot.row + step).min(last),
            Key::PageBack => spot.row.saturating_sub(page),
            Key::PageOn => (spot.row + page).min(last),
            Key::First => first.min(last),
            Key::Last => end.saturating_sub(1).min(last),
            _ => spot.row,
        };
        let count = self.data.series.len();
        let series = match key {
            Key::Up => spot.series.saturating_sub(1),
            Key::Down => (spot.series + 1).min(count - 1),
            _ => spot.series,
        };
        // Nothing is read yet: the first step is to the first value.
        let next = if self.reader.read.is_some() { Spot { row, series } } else { spot };
        self.reader.keyed(next);
        self.follow(next.row);
        true
    }

    /// Moves what is shown so that a row is in it.
    fn follow(&mut self, row: usize) {
        let Some([from, to]) = self.span else { return };
        let x = self.data.x.at(row);
        let by = if x < from { x - from } else { (x - to).max(0.0) };
        if by != 0.0 {
            self.look(Some([from + by, to + by]));
        }
    }
}
