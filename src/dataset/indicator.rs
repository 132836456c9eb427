//! What is measured: an indicator with its unit, its kind of number and the way that is better.

use super::UnitId;
use crate::words::Text;

/// The part of city life an indicator belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Domain {
    /// Output, investment, market entities.
    #[default]
    Economy,
    /// Research, talent, technology.
    Innovation,
    /// Manufacturing and its clusters.
    Industry,
    /// Infrastructure and building.
    City,
    /// Trade, transport corridors, reform.
    Opening,
    /// Air, water, green space.
    Environment,
    /// Jobs, schools, health, care.
    Livelihood,
    /// Safety and governance.
    Resilience,
}

impl Domain {
    /// The names used in `indicators.csv`.
    pub const NAMES: [(&'static str, Self); 8] = [
        ("economy", Self::Economy),
        ("innovation", Self::Innovation),
        ("industry", Self::Industry),
        ("city", Self::City),
        ("opening", Self::Opening),
        ("environment", Self::Environment),
        ("livelihood", Self::Livelihood),
        ("resilience", Self::Resilience),
    ];
}

/// The kind of number (the SDMX sense of a measure).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Measure {
    /// An amount or a count.
    #[default]
    Level,
    /// A rate of change, negative for a decline.
    Growth,
    /// A part of a whole.
    Share,
    /// A place in an order, 1 is first.
    Rank,
    /// A class such as the first tier.
    Tier,
    /// The n-th of its kind to be approved.
    Order,
    /// One amount per another.
    Ratio,
}

impl Measure {
    /// The names used in `indicators.csv`.
    pub const NAMES: [(&'static str, Self); 7] = [
        ("level", Self::Level),
        ("growth", Self::Growth),
        ("share", Self::Share),
        ("rank", Self::Rank),
        ("tier", Self::Tier),
        ("order", Self::Order),
        ("ratio", Self::Ratio),
    ];
}

/// How the figure lies in time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Temporal {
    /// As of a day.
    #[default]
    Stock,
    /// Summed within a span.
    Flow,
    /// A rate, neither.
    Rate,
}

impl Temporal {
    /// The names used in `indicators.csv`.
    pub const NAMES: [(&'static str, Self); 3] =
        [("stock", Self::Stock), ("flow", Self::Flow), ("rate", Self::Rate)];
}

/// Which way is better.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Direction {
    /// More is better.
    Up,
    /// Less is better.
    Down,
    /// Neither.
    #[default]
    None,
}

impl Direction {
    /// The names used in `indicators.csv`.
    pub const NAMES: [(&'static str, Self); 3] =
        [("up", Self::Up), ("down", Self::Down), ("none", Self::None)];
}

/// A row of `indicators.csv`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Indicator {
    /// Stable id in kebab case.
    pub id: String,
    /// Short name that reads without the document.
    pub name: Text,
    /// Its domain.
    pub domain: Domain,
    /// Its unit.
    pub unit: UnitId,
    /// Its kind of number.
    pub measure: Measure,
    /// How it lies in time.
    pub temporal: Temporal,
    /// Which way is better.
    pub direction: Direction,
    /// Decimals of values derived from it; observed ones keep their printed digits.
    pub decimals: u8,
    /// For ranks: among whom.
    pub field: Text,
    /// For ranks: among how many.
    pub field_size: Option<u32>,
    /// For ranks: whether 1 is the bottom.
    pub from_bottom: bool,
    /// What a reader must know about scope.
    pub note: Text,
}
