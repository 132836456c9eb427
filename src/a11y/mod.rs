//! The picture in words: its name, a summary sentence, a table, and what is said of one datum.
//!
//! Made from the frame, never from pixels, so that a chart without a canvas still says all it shows.

mod reading;
mod series;
mod summary;
mod table;

pub use reading::{Reading, Row, reading};
pub(crate) use reading::{change, day, noted, word};
pub use summary::{label, summary};
pub use table::{Table, table};
pub(crate) use table::{as_printed, place, status};
