//! A number turned into its digits in a language.

use super::Magnitude;
use super::decimal::Decimal;
use crate::scale::pow10;
use crate::words::{Lang, number as say};

/// The sign of negative numbers, as wide as a digit.
const MINUS: char = '\u{2212}';

/// How many digits a number shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Digits {
    /// All that the value has, never rounded: for observed figures.
    Printed,
    /// So many after the point, halves rounded away from zero: for derived figures.
    Fixed(u8),
}

/// The digits of a value divided by the magnitude, whose word is not included. English groups thousands. What is not
/// finite is a dash.
pub fn number(value: f64, magnitude: Magnitude, digits: Digits, lang: Lang) -> String {
    let Some(decimal) = Decimal::of(value).map(|d| d.shifted(-magnitude.exp())) else {
        return say::NO_NUMBER.get(lang).to_owned();
    };
    match digits {
        Digits::Printed => text(&decimal, 0, lang),
        Digits::Fixed(n) => text(&decimal.rounded(n), usize::from(n), lang),
    }
}

/// The label of a tick: with as many decimals as the step of its axis needs, so that all labels of the axis agree;
/// zero is a plain 0. A step of 0 (a lone tick) leaves the value as it is.
pub fn tick(value: f64, step: f64, magnitude: Magnitude, lang: Lang) -> String {
    if value == 0.0 {
        return number(0.0, Magnitude::PLAIN, Digits::Printed, lang);
    }
    let needed = Decimal::of(step).filter(|d| !d.is_zero()).map(|d| d.shifted(-magnitude.exp()).decimals());
    match needed.map(u8::try_from) {
        Some(Ok(decimals)) => number(value, magnitude, Digits::Fixed(decimals), lang),
        _ => number(value, magnitude, Digits::Printed, lang),
    }
}

/// A share of 1 as a percentage: 0.738 is "73.8%" in both languages.
pub fn percent(share: f64, decimals: u8) -> String {
    let mut out = match Decimal::of(share) {
        Some(decimal) => text(&decimal.shifted(2).rounded(decimals), usize::from(decimals), Lang::Zh),
        None => return say::NO_NUMBER.get(Lang::Zh).to_owned(),
    };
    out.push('%');
    out
}

/// A difference of percentages, given in points (7.1, not 0.071) and without a plus sign.
pub fn points(points: f64, decimals: u8, lang: Lang) -> String {
    let digits = number(points, Magnitude::PLAIN, Digits::Fixed(decimals), lang);
    let one = digits.trim_start_matches(MINUS) == "1";
    (if one { say::POINT } else { say::POINTS }).fill(lang, &[&digits])
}

/// The number that [`Digits::Fixed`] prints, for sums that must agree with what is printed beside them. What is not
/// finite, or too large to have such decimals, comes back as it is.
pub fn round(value: f64, decimals: u8) -> f64 {
    let Some(decimal) = Decimal::of(value).map(|d| d.rounded(decimals)) else {
        return value;
    };
    let (whole, rest) = decimal.parts(usize::from(decimals));
    let digits = whole.bytes().chain(rest.bytes());
    let units = digits.fold(0.0, |sum, digit| sum * 10.0 + f64::from(digit - b'0'));
    // Above this, whole numbers are no longer exact, and no decimals are left to round.
    if units > 9e15 || decimals > 20 {
        return value;
    }
    let size = units / pow10(i32::from(decimals));
    if decimal.negative() { -size } else { size }
}

/// The digits with sign, point and grouping.
fn text(decimal: &Decimal, decimals: usize, lang: Lang) -> String {
    let (whole, rest) = decimal.parts(decimals);
    let mut out = String::new();
    if decimal.negative() {
        out.push(MINUS);
    }
    for (i, digit) in whole.chars().enumerate() {
        if lang == Lang::En && i > 0 && (whole.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if !rest.is_empty() {
        out.push('.');
        out.push_str(&rest);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use Digits::{Fixed, Printed};

    fn zh(value: f64, exp: i32, digits: Digits) -> String {
        number(value, Magnitude::of_exponent(exp), digits, Lang::Zh)
    }

    #[test]
    fn printed_digits_are_shifted_and_never_rounded() {
        assert_eq!(zh(960e8, 8, Printed), "960");
        assert_eq!(zh(19_245_000.0, 4, Printed), "1924.5");
        assert_eq!(zh(1.0, 8, Printed), "0.00000001");
        assert_eq!(zh(64.7, 0, Printed), "64.7");
        assert_eq!(zh(0.1 + 0.2, 0, Printed), "0.30000000000000004");
        assert_eq!(zh(1e21, 0, Printed), "1000000000000000000000");
    }

    #[test]
    fn halves_round_away_from_zero_on_the_decimal() {
        assert_eq!(zh(1.005, 0, Fixed(2)), "1.01");
        assert_eq!(zh(-2.5, 0, Fixed(0)), "−3");
        assert_eq!(zh(0.5, 0, Fixed(0)), "1");
        assert_eq!(zh(999.96, 0, Fixed(1)), "1000.0");
        assert_eq!(zh(0.049, 0, Fixed(1)), "0.0");
        assert_eq!(zh(0.05, 0, Fixed(1)), "0.1");
        assert_eq!(zh(7.0, 0, Fixed(2)), "7.00");
    }

    #[test]
    fn nothing_is_minus_zero() {
        assert_eq!(zh(-0.0, 0, Printed), "0");
        assert_eq!(zh(-0.04, 0, Fixed(1)), "0.0");
        assert_eq!(round(-0.04, 1).to_bits(), 0.0_f64.to_bits());
    }

    #[test]
    fn english_groups_thousands_and_chinese_does_not() {
        assert_eq!(number(5800.0, Magnitude::PLAIN, Printed, Lang::En), "5,800");
        assert_eq!(number(-1_234_567.5, Magnitude::PLAIN, Printed, Lang::En), "−1,234,567.5");
        assert_eq!(number(100.0, Magnitude::PLAIN, Printed, Lang::En), "100");
        assert_eq!(zh(5800.0, 0, Printed), "5800");
    }

    #[test]
    fn ticks_of_one_axis_have_the_same_decimals_but_for_zero() {
        let label = |value| tick(value, 0.5, Magnitude::PLAIN, Lang::Zh);
        assert_eq!([0.0, 0.5, 1.0].map(label), ["0", "0.5", "1.0"]);
        assert_eq!(tick(250_000.0, 50_000.0, Magnitude::of_exponent(4), Lang::Zh), "25");
        assert_eq!(tick(7.3, 0.0, Magnitude::PLAIN, Lang::Zh), "7.3");
        assert_eq!(tick(2000.0, 500.0, Magnitude::PLAIN, Lang::En), "2,000");
    }

    #[test]
    fn shares_and_points_are_told_apart() {
        assert_eq!(percent(960.0 / 1300.0, 1), "73.8%");
        assert_eq!(percent(-0.173, 1), "−17.3%");
        assert_eq!(points(7.1, 1, Lang::Zh), "7.1个百分点");
        assert_eq!(points(7.1, 1, Lang::En), "7.1 percentage points");
        assert_eq!(points(1.0, 0, Lang::En), "1 percentage point");
        assert_eq!(points(round(73.846, 1) - round(66.667, 1), 1, Lang::Zh), "7.1个百分点");
    }

    #[test]
    fn what_is_not_finite_is_a_dash() {
        assert_eq!(zh(f64::NAN, 0, Printed), "—");
        assert_eq!(percent(f64::INFINITY, 1), "—");
        assert!(round(f64::NAN, 1).is_nan());
    }
}
