//! The size of numbers turned into the power of ten a newspaper counts in: 万 and 亿, million and billion.

use super::decimal::Decimal;
use crate::dataset::{Figure, Unit};
use crate::scale::pow10;
use crate::words::{Lang, Say, number as say};

/// A power of ten that numbers are divided by, with its word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Magnitude {
    exp: u8,
}

/// The most decimals a figure may show for the sake of a larger word: 2.38万, 13617.8亿 and not 1.36178万亿.
const EASY: usize = 2;
/// The same where digits are hardly longer than the word: 13500 and not 1.35万, yet 1.5万.
const SMALL: usize = 1;
/// Below it a figure in 万 is small.
const SMALL_BELOW: f64 = 2e4;
/// The most decimals where no easier form is found.
const BEARABLE: usize = 4;

impl Magnitude {
    /// Numbers as they are, without a word.
    pub const PLAIN: Self = Self { exp: 0 };

    /// The magnitude of a whole chart whose largest number is `max_abs`.
    ///
    /// Chinese counts in 万 from 10万 on (19800 stays 19800, so that its axis reads 5000, 10000 …), in 亿 from 1亿
    /// and in 万亿 from 10万亿 (an axis of 13000亿 reads better than one of 1.3万亿). English counts in million,
    /// billion and trillion from one of each; thousands stay digits. Percentages are never divided.
    pub fn pick(max_abs: f64, unit: &Unit, lang: Lang) -> Self {
        let steps: [(f64, u8); 3] = match lang {
            Lang::Zh => [(1e13, 12), (1e8, 8), (1e5, 4)],
            Lang::En => [(1e12, 12), (1e9, 9), (1e6, 6)],
        };
        if unit.is_percent() || !max_abs.is_finite() {
            return Self::PLAIN;
        }
        let found = steps.into_iter().find(|(from, _)| max_abs.abs() >= *from);
        found.map_or(Self::PLAIN, |(_, exp)| Self { exp })
    }

    /// The magnitude of a figure that stands alone, in a sentence or a tooltip.
    ///
    /// The largest word that leaves at least 1 and at most two decimals (240万, 2.38万, 1300亿, 2.4 million), at
    /// most one below 2万 (1.5万, but 13500, as newspapers print an allowance); failing that, from ten times the word on, the largest with at most four (12.3456万); else none. No digit of
    /// the figure is ever dropped for it.
    pub fn alone(figure: Figure, unit: &Unit, lang: Lang) -> Self {
        if unit.is_percent() {
            return Self::PLAIN;
        }
        let exps: [u8; 3] = match lang {
            Lang::Zh => [12, 8, 4],
            Lang::En => [12, 9, 6],
        };
        let decimals =
            |value: f64, exp: u8| Decimal::of(value).map_or(0, |d| d.shifted(-i32::from(exp)).decimals());
        let low = figure.high.map_or(figure.value, |high| high.abs().min(figure.value.abs())).abs();
        let needed =
            |exp: u8| decimals(figure.value, exp).max(figure.high.map_or(0, |high| decimals(high, exp)));
        let fits =
            |exp: u8, times: f64, most: usize| low >= pow10(i32::from(exp)) * times && needed(exp) <= most;
        let easy = exps.into_iter().find(|exp| {
            let small = *exp == 4 && low < SMALL_BELOW;
            fits(*exp, 1.0, if small { SMALL } else { EASY })
        });
        let found = easy.or_else(|| exps.into_iter().find(|exp| fits(*exp, 10.0, BEARABLE)));
        found.map_or(Self::PLAIN, |exp| Self { exp })
    }

    /// The exponent of the power of ten.
    pub fn exp(self) -> i32 {
        i32::from(self.exp)
    }

    /// The power of ten.
    pub fn divisor(self) -> f64 {
        pow10(self.exp())
    }

    /// Its word, empty where numbers stay as they are.
    pub fn word(self, lang: Lang) -> &'static str {
        const WORDS: [(u8, Say); 5] = [
            (4, say::TEN_THOUSAND),
            (6, say::MILLION),
            (8, say::HUNDRED_MILLION),
            (9, say::BILLION),
            (12, say::TRILLION),
        ];
        WORDS.iter().find(|(exp, _)| *exp == self.exp).map_or("", |(_, word)| word.get(lang))
    }

    #[cfg(test)]
    pub(super) fn of_exponent(exp: i32) -> Self {
        Self { exp: u8::try_from(exp).expect("a small exponent") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn yuan() -> Unit {
        Unit { id: "yuan".into(), zh: "元".into(), one: "yuan".into(), many: "yuan".into() }
    }

    #[test]
    fn a_chart_counts_in_the_words_of_its_reader() {
        let word = |max, lang| Magnitude::pick(max, &yuan(), lang).word(lang);
        let cases = [
            (5800.0, "", ""),
            (19_800.0, "", ""),
            (99_999.0, "", ""),
            (825_000.0, "万", ""),
            (3e6, "万", "million"),
            (1300e8, "亿", "billion"),
            (1.36e12, "亿", "trillion"),
            (2e13, "万亿", "trillion"),
            (-3e6, "万", "million"),
            (f64::NAN, "", ""),
        ];
        for (max, zh, en) in cases {
            assert_eq!((word(max, Lang::Zh), word(max, Lang::En)), (zh, en), "{max}");
        }
    }

    #[test]
    fn percentages_are_never_divided() {
        let percent = Unit { zh: "%".into(), ..Unit::default() };
        assert_eq!(Magnitude::pick(1e7, &percent, Lang::Zh), Magnitude::PLAIN);
        assert_eq!(Magnitude::alone(Figure::exact(1e7), &percent, Lang::En), Magnitude::PLAIN);
    }

    #[test]
    fn a_lone_figure_takes_the_word_that_needs_few_digits() {
        let cases = [
            (5800.0, 0, 0),
            (13_500.0, 0, 0),
            (15_000.0, 4, 0),
            (23_800.0, 4, 0),
            (11_850.0, 0, 0),
            (123_456.0, 4, 0),
            (2_400_000.0, 4, 6),
            (19_245_000.0, 4, 6),
            (1300e8, 8, 9),
            (13_617.8e8, 8, 9),
            (1.36e12, 12, 12),
        ];
        for (value, zh, en) in cases {
            let exp = |lang| Magnitude::alone(Figure::exact(value), &yuan(), lang).exp();
            assert_eq!((exp(Lang::Zh), exp(Lang::En)), (zh, en), "{value}");
        }
    }
}
