//! A chart widget for stories made of sourced figures.
//!
//! ```text
//! bytes → Dataset ─ + Query → Frame ─ + ChartSpec, Theme, text measure → Layout → Scene → paint → canvas | SVG
//!                               │                                                  ├→ HitIndex → interact(State, Event)
//!                               └→ a11y: table, summary, announcements             └→ overlay Scene
//! ```
//!
//! Every arrow is a pure function on plain values; only [`wasm`] knows that there is a browser. ARCHITECTURE.md
//! holds the map of the rooms and what each must never know; `tests/architecture.rs` holds the map true.

pub mod a11y;
pub mod chart;
pub mod color;
pub mod column;
pub mod dataset;
pub mod embed;
pub mod error;
pub mod figure;
pub mod format;
pub mod geom;
pub mod hit;
pub mod interact;
pub mod kind;
pub mod layout;
pub mod monitor;
pub mod order;
pub mod paint;
pub mod plot;
pub mod query;
pub mod scale;
pub mod scene;
pub mod spec;
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
pub mod words;

pub use chart::Chart;
pub use dataset::Dataset;
pub use error::Error;
pub use spec::ChartSpec;
