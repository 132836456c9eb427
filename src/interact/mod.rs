//! Reading a picture: an event turns the state into the next one and says what must be redrawn.
//!
//! Pure: no clock, no painter, no browser. The host sends events in CSS px and gets back what must be drawn anew.

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
    /// The pointer reads a datum; the keyboard goes on where it was when the pointer leaves.
    Hover {
        /// The datum.
        datum: usize,
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
            Gesture::Hover { datum, .. } | Gesture::Focus(datum) | Gesture::Pinned { datum, .. } => {
                Some(datum)
            }
        }
    }

    /// What of the state can be seen.
    fn seen(&self) -> (Option<usize>, bool, bool) {
        (self.reading(), self.pinned(), self.keyboard())
    }

    /// The same state for a picture whose data have other places; what `place` knows no place for is let go.
    pub fn moved(self, place: impl Fn(usize) -> Option<usize>) -> Self {
        let gesture = match self.gesture {
            Gesture::Idle => None,
            Gesture::Focus(datum) => place(datum).map(Gesture::Focus),
            Gesture::Hover { datum, focus } => {
                place(datum).map(|datum| Gesture::Hover { datum, focus: focus.and_then(&place) })
            }
            Gesture::Pinned { datum, keyboard } => {
                place(datum).map(|datum| Gesture::Pinned { datum, keyboard })
            }
        };
        Self { gesture: gesture.unwrap_or_default() }
    }

    /// Whether the reading stays.
    pub fn pinned(&self) -> bool {
        matches!(self.gesture, Gesture::Pinned { .. })
    }

    /// Whether the keyboard is on the chart.
    pub fn keyboard(&self) -> bool {
        match self.gesture {
            Gesture::Idle => false,
            Gesture::Focus(_) => true,
            Gesture::Hover { focus, .. } => focus.is_some(),
            Gesture::Pinned { keyboard, .. } => keyboard,
        }
    }
}

/// Where the keyboard is, if it is on the chart.
fn keyboard_at(gesture: Gesture) -> Option<usize> {
    match gesture {
        Gesture::Focus(datum) | Gesture::Pinned { datum, keyboard: true } => Some(datum),
        Gesture::Hover { focus, .. } => focus,
        Gesture::Idle | Gesture::Pinned { .. } => None,
    }
}

/// The next state. `bounds` is where a pointer reads at all: the plot with its gutters.
pub fn update(state: &mut State, event: Event, index: &HitIndex<'_>, bounds: Rect) -> Update {
    let before = state.gesture;
    let seen = state.seen();
    let read = |place: Point| {
        let hit = bounds.contains(place).then(|| index.at(place)).flatten();
        hit.map(|target| index.targets[target].datum)
    };
    let mut used = false;
    state.gesture = match event {
        Event::Move(_) | Event::Leave if state.pinned() => before,
        Event::Move(place) => match read(place) {
            Some(datum) => Gesture::Hover { datum, focus: keyboard_at(before) },
            None => keyboard_at(before).map_or(Gesture::Idle, Gesture::Focus),
        },
        Event::Leave => keyboard_at(before).map_or(Gesture::Idle, Gesture::Focus),
        Event::Tap(place) => match (read(place), before) {
            (Some(datum), Gesture::Pinned { datum: old, .. }) if old == datum => {
                Gesture::Hover { datum, focus: keyboard_at(before) }
            }
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
            (Gesture::Hover { datum, .. }, _) => Gesture::Focus(datum),
            (Gesture::Pinned { datum, .. }, _) => Gesture::Pinned { datum, keyboard: true },
            (other, _) => other,
        },
        Event::Blur => match before {
            Gesture::Focus(_) => Gesture::Idle,
            Gesture::Hover { datum, .. } => Gesture::Hover { datum, focus: None },
            Gesture::Pinned { datum, .. } => Gesture::Pinned { datum, keyboard: false },
            other => other,
        },
        Event::Point(datum) => match index.of(datum) {
            Some(_) => Gesture::Pinned { datum, keyboard: state.keyboard() },
            None => before,
        },
    };
    let damage = if state.seen() == seen { Damage::None } else { Damage::Overlay };
    Update { damage, used }
}

/// The state after the picture was made anew: a datum that is gone is no longer read.
pub fn retain(state: &mut State, index: &HitIndex<'_>) {
    *state = state.moved(|datum| index.of(datum).map(|_| datum));
}
