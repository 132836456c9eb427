//! Reading a picture: an event turns the state into the next one and says what must be redrawn.
//!
//! Pure: no clock, no painter, no browser. The host sends events in CSS px and gets back what must be drawn anew.

mod field;
mod key;
mod zoom;

pub use field::Field;
pub use key::Key;
pub use zoom::{Axis, Span};

use crate::geom::Point;
use crate::hit::HitIndex;

/// What must be drawn again; a greater damage includes the lesser.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Damage {
    /// Nothing.
    #[default]
    None,
    /// Crosshair and focus ring.
    Overlay,
    /// The marks.
    Scene,
    /// The boxes.
    Layout,
}

/// What the reader is doing.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Gesture {
    /// Nothing.
    #[default]
    Idle,
    /// The pointer reads a datum; the keyboard goes on where it was when the pointer leaves.
    Hover {
        /// The datum.
        datum: usize,
        /// Where the keyboard is, if it is on the chart.
        focus: Option<usize>,
    },
    /// The pointer is on a name: what it names stands out from the rest.
    Named {
        /// Index into the picture's names.
        name: usize,
        /// Where the keyboard is, if it is on the chart.
        focus: Option<usize>,
    },
    /// The keyboard reads this datum.
    Focus(usize),
    /// The reading stays until it is freed; by the keyboard or not.
    Pinned {
        /// The datum.
        datum: usize,
        /// Whether the keyboard is on the chart.
        keyboard: bool,
    },
    /// The mouse is down: it brushes over a span of time, or moves the span that is shown.
    Drag {
        /// Where it went down.
        from: f64,
        /// Where it is; the same as long as it has not moved far enough to be a drag.
        to: f64,
        /// The span shown when it went down; it is moved, where there is one.
        span: Option<Span>,
        /// What was read and is read again if nothing comes of the drag, and whether that is pinned.
        datum: Option<(usize, bool)>,
        /// Where the keyboard is, if it is on the chart.
        focus: Option<usize>,
    },
}

/// What stays when the gesture is over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// The span of time that is shown; all of it without one.
    pub span: Option<Span>,
    /// What stands out from the rest: an index into the picture's names.
    pub lit: Option<usize>,
}

/// The reader's part of a chart.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct State {
    /// What stays.
    pub view: View,
    /// What the reader is doing.
    pub gesture: Gesture,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Event {
    /// The pointer moves over this place.
    Move(Point),
    /// A finger scrubs over this place: what is pinned goes along.
    Scrub(Point),
    /// The pointer leaves, or its gesture is cancelled.
    Leave,
    /// A click or a tap on this place.
    Tap(Point),
    /// The mouse goes down on this place.
    Press(Point),
    /// The mouse is let go.
    Release(Point),
    /// The drag is taken away: all is as it was.
    Cancel,
    /// The wheel is turned with a modifier; whether towards the paper.
    Wheel(Point, bool),
    /// A key.
    Key(Key),
    /// The keyboard comes to the chart.
    Focus,
    /// The keyboard leaves the chart.
    Blur,
    /// The page asks for this datum.
    Point(usize),
}

/// What follows from an event besides a redraw.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Update {
    /// What must be redrawn.
    pub damage: Damage,
    /// Whether the event was used; the page must not act on it too.
    pub used: bool,
}

/// A drag shorter than this is none, px.
const SLOP: f64 = 10.0;

impl Gesture {
    /// The datum being read.
    pub fn datum(&self) -> Option<usize> {
        match *self {
            Self::Idle => None,
            Self::Hover { datum, .. } | Self::Focus(datum) | Self::Pinned { datum, .. } => Some(datum),
            Self::Named { focus, .. } => focus,
            Self::Drag { from, to, datum, .. } if from == to => datum.map(|(datum, _)| datum),
            Self::Drag { .. } => None,
        }
    }

    /// Where the keyboard is, if it is on the chart.
    fn focus(self) -> Option<usize> {
        match self {
            Self::Focus(datum) | Self::Pinned { datum, keyboard: true } => Some(datum),
            Self::Hover { focus, .. } | Self::Named { focus, .. } | Self::Drag { focus, .. } => focus,
            Self::Idle | Self::Pinned { .. } => None,
        }
    }

    /// What is left when the pointer is gone.
    fn left(self) -> Self {
        self.focus().map_or(Self::Idle, Self::Focus)
    }
}

impl State {
    /// The datum being read.
    pub fn reading(&self) -> Option<usize> {
        self.gesture.datum()
    }

    /// What stands out from the rest: an index into the picture's names.
    pub fn lit(&self) -> Option<usize> {
        match self.gesture {
            Gesture::Named { name, .. } => Some(name),
            _ => self.view.lit,
        }
    }

    /// The two ends of the brush, px.
    pub fn brush(&self) -> Option<(f64, f64)> {
        match self.gesture {
            Gesture::Drag { from, to, span: None, .. } if from != to => Some((from, to)),
            _ => None,
        }
    }

    /// What of the state can be seen.
    fn seen(&self) -> impl PartialEq + use<> {
        (self.reading(), self.pinned(), self.reading().is_some() && self.keyboard(), self.lit(), self.brush())
    }

    /// The same state for a picture whose data have other places; what `place` knows no place for is let go.
    pub fn moved(self, place: impl Fn(usize) -> Option<usize>) -> Self {
        let focus = |focus: Option<usize>| focus.and_then(&place);
        let gesture = match self.gesture {
            Gesture::Focus(datum) => place(datum).map(Gesture::Focus),
            Gesture::Hover { datum, focus: at } => {
                place(datum).map(|datum| Gesture::Hover { datum, focus: focus(at) })
            }
            Gesture::Pinned { datum, keyboard } => {
                place(datum).map(|datum| Gesture::Pinned { datum, keyboard })
            }
            Gesture::Drag { from, to, span, datum, focus: at } => {
                let datum = datum.and_then(|(datum, pinned)| Some((place(datum)?, pinned)));
                Some(Gesture::Drag { from, to, span, datum, focus: focus(at) })
            }
            Gesture::Named { .. } => Some(self.gesture.left()),
            Gesture::Idle => None,
        };
        Self { gesture: gesture.unwrap_or_default(), ..self }
    }

    /// Whether the reading stays.
    pub fn pinned(&self) -> bool {
        match self.gesture {
            Gesture::Pinned { .. } => true,
            Gesture::Drag { from, to, datum, .. } => from == to && datum.is_some_and(|(_, pinned)| pinned),
            _ => false,
        }
    }

    /// Whether the keyboard is on the chart.
    pub fn keyboard(&self) -> bool {
        self.gesture.focus().is_some()
    }
}

/// The next state.
pub fn update(state: &mut State, event: Event, field: &Field<'_>) -> Update {
    let (before, seen) = (*state, state.seen());
    let used = match event {
        Event::Key(key) => pressed(state, key, field),
        Event::Wheel(place, closer) => zoomed(state, field, place.x, closer),
        Event::Press(_) | Event::Release(_) | Event::Cancel => {
            dragged(state, event, field);
            false
        }
        _ => {
            state.gesture = gesture(state, event, field);
            false
        }
    };
    if let (Event::Tap(place), Gesture::Named { .. }) = (event, state.gesture) {
        // A finger that has tapped is gone: what stays lit is the view's, not the gesture's.
        let name = field.name(place);
        state.view.lit = if state.view.lit == name { None } else { name };
        state.gesture = state.gesture.left();
    }
    if let Gesture::Drag { from, to, span: Some(span), .. } = state.gesture {
        let panned = field.axis.filter(|_| from != to).and_then(|axis| axis.panned(span, to - from));
        state.view.span = Some(panned.unwrap_or(span));
    }
    let damage = match () {
        () if state.view.span != before.view.span => Damage::Layout,
        () if state.seen() != seen => Damage::Overlay,
        () => Damage::None,
    };
    Update { damage, used }
}

/// The gesture after what a pointer, the page or the focus does.
fn gesture(state: &State, event: Event, field: &Field<'_>) -> Gesture {
    let before = state.gesture;
    match event {
        Event::Move(place) => match before {
            Gesture::Drag { from, to, span, datum, focus } => {
                let far = from != to || (place.x - from).abs() >= SLOP;
                let to = if far && place.x.is_finite() { place.x } else { to };
                Gesture::Drag { from, to, span, datum, focus }
            }
            _ if state.pinned() => before,
            _ => match (field.name(place), field.datum(place)) {
                (Some(name), _) => Gesture::Named { name, focus: before.focus() },
                (None, Some(datum)) => Gesture::Hover { datum, focus: before.focus() },
                (None, None) => before.left(),
            },
        },
        Event::Scrub(place) => match (field.datum(place), before) {
            (Some(datum), Gesture::Pinned { keyboard, .. }) => Gesture::Pinned { datum, keyboard },
            (Some(datum), _) => Gesture::Hover { datum, focus: before.focus() },
            (None, _) => before,
        },
        Event::Leave if state.pinned() || matches!(before, Gesture::Drag { .. }) => before,
        Event::Leave => before.left(),
        Event::Tap(place) => match (field.name(place), field.datum(place), before) {
            (Some(name), _, _) => Gesture::Named { name, focus: before.focus() },
            (None, Some(datum), Gesture::Pinned { datum: old, .. }) if old == datum => {
                Gesture::Hover { datum, focus: before.focus() }
            }
            (None, Some(datum), _) => Gesture::Pinned { datum, keyboard: state.keyboard() },
            (None, None, _) => Gesture::Idle,
        },
        Event::Focus => match (before, field.index.targets.first()) {
            (Gesture::Idle | Gesture::Named { focus: None, .. }, Some(first)) => Gesture::Focus(first.datum),
            (Gesture::Hover { datum, .. }, _) => Gesture::Focus(datum),
            (Gesture::Pinned { datum, .. }, _) => Gesture::Pinned { datum, keyboard: true },
            (other, _) => other,
        },
        Event::Blur => match before {
            Gesture::Focus(_) => Gesture::Idle,
            Gesture::Hover { datum, .. } => Gesture::Hover { datum, focus: None },
            Gesture::Pinned { datum, .. } => Gesture::Pinned { datum, keyboard: false },
            Gesture::Named { name, .. } => Gesture::Named { name, focus: None },
            Gesture::Drag { from, to, span, datum, .. } => {
                Gesture::Drag { from, to, span, datum, focus: None }
            }
            Gesture::Idle => before,
        },
        Event::Point(datum) if field.index.of(datum).is_some() => {
            Gesture::Pinned { datum, keyboard: state.keyboard() }
        }
        _ => before,
    }
}

/// A drag begins, ends with what it did, or is taken back.
fn dragged(state: &mut State, event: Event, field: &Field<'_>) {
    let before = state.gesture;
    match (event, before) {
        (Event::Press(place), _) => {
            let free = field.bounds.contains(place) && field.name(place).is_none();
            if field.axis.is_some() && free {
                let datum = before.datum().map(|datum| (datum, state.pinned()));
                let (span, focus) = (state.view.span, before.focus());
                state.gesture = Gesture::Drag { from: place.x, to: place.x, span, datum, focus };
            }
        }
        (_, Gesture::Drag { from, to, span, datum, focus }) => {
            let done = event != Event::Cancel && from != to;
            state.gesture = match (done, datum) {
                // What is pinned stays so; if it leaves the time that is shown, it is let go with it.
                (_, Some((datum, true))) => Gesture::Pinned { datum, keyboard: focus.is_some() },
                (false, Some((datum, false))) if focus != Some(datum) => Gesture::Hover { datum, focus },
                _ => before.left(),
            };
            if span.is_some() && !done {
                state.view.span = span;
            } else if done && span.is_none() {
                state.view.span = field.axis.and_then(|axis| axis.brushed(from, to));
            }
        }
        _ => {}
    }
}

/// Narrows or widens the time; whether that was to do: all of the time gets no wider.
fn zoomed(state: &mut State, field: &Field<'_>, around: f64, closer: bool) -> bool {
    let Some(axis) = field.axis.filter(|_| closer || state.view.span.is_some()) else { return false };
    if !matches!(state.gesture, Gesture::Drag { .. }) {
        state.view.span = axis.scaled(state.view.span, around, closer);
    }
    true
}

/// What a key does; whether the chart used it.
fn pressed(state: &mut State, key: Key, field: &Field<'_>) -> bool {
    match key {
        Key::Closer | Key::Wider => zoomed(state, field, field.middle(state.reading()), key == Key::Closer),
        Key::Whole => state.view.span.take().is_some(),
        Key::Light => {
            let next = state.view.lit.map_or(0, |lit| lit + 1);
            state.view.lit = (next < field.names.len()).then_some(next);
            !field.names.is_empty()
        }
        Key::Free if matches!(state.gesture, Gesture::Drag { .. }) => {
            dragged(state, Event::Cancel, field);
            true
        }
        _ => {
            let (next, used) = key::press(state.gesture, key, &field.index);
            let lit = if key == Key::Free && !state.pinned() { state.view.lit.take() } else { None };
            state.gesture = next;
            used || lit.is_some()
        }
    }
}

/// The state after the picture was made anew: a datum that is gone is no longer read.
pub fn retain(state: &mut State, index: &HitIndex<'_>) {
    *state = state.moved(|datum| index.of(datum).map(|_| datum));
}
