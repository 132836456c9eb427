//! A text in a font turned into its width.

use super::advance::advance;
use crate::geom::within;

/// The two weights that pictures use.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Weight {
    /// CSS weight 400.
    #[default]
    Regular,
    /// CSS weight 600.
    Semibold,
}

/// A size and a weight of the page's font family.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Font {
    /// CSS pixels.
    pub size: f64,
    /// The weight.
    pub weight: Weight,
}

/// What a page measures on its own canvas, once a weight and font: the figures and letters that labels are made of,
/// with those that differ most between fonts. Its width over that of [`Measure::default`] is the factor of the weight.
pub const PROBE: &str = "+10.9 −17.3 1,300 at first (till)";

/// The widths of the built-in table, or wider by a factor a weight where the page's font is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measure {
    regular: f64,
    semibold: f64,
}

impl Default for Measure {
    fn default() -> Self {
        Self { regular: 1.0, semibold: 1.0 }
    }
}

impl Measure {
    /// The table, widened by a factor for each weight. Factors are held within 1 and 1.6; what is no number is 1.
    pub fn new(regular: f64, semibold: f64) -> Self {
        let held = |factor: f64| if factor.is_nan() { 1.0 } else { within(factor, 1.0, 1.6) };
        Self { regular: held(regular), semibold: held(semibold) }
    }

    /// The width of a line of text in CSS pixels. Only what is narrower or wider than an em is widened by the factor:
    /// ideographs are as wide as they are high in every font.
    pub fn width(&self, text: &str, font: Font) -> f64 {
        text.chars().map(|c| self.advance(c, font)).sum()
    }

    /// The width of the [`PROBE`] in the table, in em.
    pub fn probe(weight: Weight) -> f64 {
        Self::default().width(PROBE, Font { size: 1.0, weight })
    }

    /// The width of one character in CSS pixels.
    pub(super) fn advance(&self, c: char, font: Font) -> f64 {
        let factor = match font.weight {
            Weight::Regular => self.regular,
            Weight::Semibold => self.semibold,
        };
        let (em, grows) = advance(c, font.weight);
        font.size * em * if grows { factor } else { 1.0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FONT: Font = Font { size: 10.0, weight: Weight::Regular };

    #[test]
    fn a_wider_page_font_widens_figures_but_not_ideographs() {
        let wide = Measure::new(1.25, 1.0);
        assert_eq!(wide.width("万人", FONT), 20.0);
        assert!((wide.width("13", FONT) - 14.0).abs() < 1e-9);
        assert_eq!(wide.width("13", Font { weight: Weight::Semibold, ..FONT }), 11.84);
    }

    #[test]
    fn factors_outside_their_bounds_are_held() {
        assert_eq!(Measure::new(0.2, f64::NAN), Measure::default());
        assert_eq!(Measure::new(9.0, f64::INFINITY), Measure::new(1.6, 1.6));
    }

    #[test]
    fn the_probe_has_no_character_that_stays_as_it_is() {
        let one = Measure::probe(Weight::Regular);
        let wide = Measure::new(1.5, 1.5).width(PROBE, Font { size: 1.0, weight: Weight::Regular });
        assert!((wide - one * 1.5).abs() < 1e-9);
    }
}
