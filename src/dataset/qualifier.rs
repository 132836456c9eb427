//! The word that stands with a figure, and the figure with it.

/// What the source's word makes of a value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Qualifier {
    /// No word: the value itself.
    #[default]
    Exact,
    /// 超, 余, 多: more than the value.
    Over,
    /// 以上, 不低于, 突破: the value or more.
    AtLeast,
    /// 近, 接近: just below the value.
    Nearly,
    /// 约, 左右: about the value, either side.
    About,
    /// 以内, 以下: the value or less.
    AtMost,
    /// Between the value and a higher one.
    Range,
}

impl Qualifier {
    /// The names used in `observations.csv`, in the order of the variants.
    pub const NAMES: [(&'static str, Self); 7] = [
        ("exact", Self::Exact),
        ("over", Self::Over),
        ("at_least", Self::AtLeast),
        ("nearly", Self::Nearly),
        ("about", Self::About),
        ("at_most", Self::AtMost),
        ("range", Self::Range),
    ];

    /// Whether the true value may lie anywhere above the printed one.
    pub fn open_above(self) -> bool {
        matches!(self, Self::Over | Self::AtLeast)
    }

    /// Whether the printed value is only approximate.
    pub fn soft(self) -> bool {
        matches!(self, Self::Nearly | Self::About)
    }
}

/// A printed figure: a finite value in its unit, with its word.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Figure {
    /// The printed value, plain, in the indicator's unit (万 and 亿 expanded).
    pub value: f64,
    /// The upper value of a range.
    pub high: Option<f64>,
    /// The word.
    pub qualifier: Qualifier,
}

impl Figure {
    /// A figure without a word.
    pub fn exact(value: f64) -> Self {
        Self { value, high: None, qualifier: Qualifier::Exact }
    }

    /// The largest printed number of the figure.
    pub fn top(self) -> f64 {
        self.high.unwrap_or(self.value).max(self.value)
    }
}
