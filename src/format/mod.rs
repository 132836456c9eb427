//! Numbers, figures with their words, and periods turned into the text a Chinese or an English newspaper prints.
//!
//! This is the one place that rounds. Digits come from the shortest decimal that stands for the number, so what a
//! source printed as 1.005 is shown and rounded as 1.005, not as the binary fraction beneath it.

mod clock;
mod decimal;
mod figure;
mod magnitude;
mod number;
mod period;

pub use clock::{moment, moment_tick};
pub use figure::{figure, from_bottom, quantity, unit_line};
pub use magnitude::Magnitude;
pub use number::{Digits, number, percent, points, round, tick};
pub use period::{Style, iso, period, time_tick};
