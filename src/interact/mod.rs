//! Reading a picture: an event turns the state into the next one and says what must be redrawn.
//!
//! Pure: no clock, no painter, no browser. The host sends events in CSS px and gets damage and effects back.

mod key;

pub use key::Key;

use crate::geom::{Point, Rect};
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Gesture {
    /// Nothing.
    #[default]
    Idle,
    /// The pointer reads this datum.
    Hover(usize),
    /// The keyboard reads this datum.
    Focus(usize),
    /// The reading stays until it is freed; by the keyboard or not.
    Pinned {
        /// The datum.
        datum: usize,
        /// Whether the keyboard is on the chart.
        keyboard: bool,
    },
}

/// The reader's part of a chart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// What the reader is doing.
    pub gesture: Gesture,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Event {
    /// The pointer moves, or a finger scrubs, over this place.
    Move(Point),
    /// The pointer leaves, or its gesture is cancelled.
    Leave,
    /// A click or a tap on this place.
    Tap(Point),
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

impl State {
    /// The datum being read.
    pub fn reading(&self) -> Option<usize> {
        match self.gesture {
            Gesture::Idle => None,
            Gesture::Hover(datum) | Gesture::Focus(datum) | Gesture::Pinned { datum, .. } => Some(datum),
        }
    }

    /// Whether the reading stays.
    pub fn pinned(&self) -> bool {
        matches!(self.gesture, Gesture::Pinned { .. })
    }

    /// Whether the keyboard is on the chart.
    pub fn keyboard(&self) -> bool {
        matches!(self.gesture, Gesture::Focus(_) | Gesture::Pinned { keyboard: true, .. })
    }
}

/// The next state. `bounds` is where a pointer reads at all: the plot with its gutters.
pub fn update(state: &mut State, event: Event, index: &HitIndex<'_>, bounds: Rect) -> Update {
    let before = state.gesture;
    let read = |place: Point| {
        let hit = bounds.contains(place).then(|| index.at(place)).flatten();
        hit.map(|target| index.targets[target].datum)
    };
    let mut used = false;
    state.gesture = match event {
        Event::Move(_) | Event::Leave if state.pinned() => before,
        Event::Move(place) => match (read(place), before) {
            (Some(datum), _) => Gesture::Hover(datum),
            (None, Gesture::Focus(datum)) => Gesture::Focus(datum),
            (None, _) => Gesture::Idle,
        },
        Event::Leave => match before {
            Gesture::Hover(_) => Gesture::Idle,
            other => other,
        },
        Event::Tap(place) => match (read(place), before) {
            (Some(datum), Gesture::Pinned { datum: old, .. }) if old == datum => Gesture::Hover(datum),
            (Some(datum), _) => Gesture::Pinned { datum, keyboard: state.keyboard() },
            (None, _) => Gesture::Idle,
        },
        Event::Key(key) => {
            let (next, taken) = key::press(before, key, index);
            used = taken;
            next
        }
        Event::Focus => match (before, index.targets.first()) {
            (Gesture::Idle, Some(first)) => Gesture::Focus(first.datum),
            (Gesture::Hover(datum), _) => Gesture::Focus(datum),
            (Gesture::Pinned { datum, .. }, _) => Gesture::Pinned { datum, keyboard: true },
            (other, _) => other,
        },
        Event::Blur => match before {
            Gesture::Focus(_) => Gesture::Idle,
            Gesture::Pinned { datum, .. } => Gesture::Pinned { datum, keyboard: false },
            other => other,
        },
        Event::Point(datum) => match index.of(datum) {
            Some(_) => Gesture::Pinned { datum, keyboard: state.keyboard() },
            None => before,
        },
    };
    let damage = if state.gesture == before { Damage::None } else { Damage::Overlay };
    Update { damage, used }
}

/// The state after the picture was made anew: a datum that is gone is no longer read.
pub fn retain(state: &mut State, index: &HitIndex<'_>) {
    if state.reading().is_some_and(|datum| index.of(datum).is_none()) {
        state.gesture = Gesture::Idle;
    }
}
