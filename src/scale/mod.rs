//! Values, days and categories turned into places along an axis, and the round numbers that mark it.
//!
//! Everything here is a plain value with pure functions. Places come out finite for any input: a value that is not
//! finite lands in the middle of the range, and it is the caller who leaves a gap for it.

mod clock;
mod linear;
mod log;
mod power;
mod tick;
mod time;

pub use clock::{DAY, Mark, Moment, day_of, moments};
pub use linear::Linear;
pub use log::{Log, Values, nice_log};
pub use power::pow10;
pub use tick::{Ticks, from_zero, nice, nice_in, ticks, ticks_in};
pub use time::{Grain, Time, TimeTick, time_ticks};
