//! A counting unit with its names in both languages.

use crate::words::Lang;

/// What a figure counts: 家, 元, %.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unit {
    /// Stable id, e.g. `yuan`.
    pub id: String,
    /// Chinese name, e.g. 元.
    pub zh: String,
    /// English singular, e.g. `enterprise`.
    pub one: String,
    /// English plural, e.g. `enterprises`.
    pub many: String,
}

impl Unit {
    /// Whether the unit is a percentage, written close to its number and never scaled by 万 or million.
    pub fn is_percent(&self) -> bool {
        self.zh == "%"
    }

    /// The name beside several of the unit.
    pub fn name(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.many,
        }
    }
}
