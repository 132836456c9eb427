//! Text turned into widths and lines, the same on every machine.
//!
//! Widths come from a built-in table; a page whose font runs wider says so by a factor (see [`Measure`]), so layout
//! needs no font and no browser.

mod advance;
mod breaks;
mod measure;
mod wrap;

pub use measure::{Font, Measure, PROBE, Weight};
pub use wrap::{balance, fit, least, wrap};
