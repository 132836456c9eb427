//! A finite number turned into its decimal digits, which are shifted and rounded exactly.

use std::cmp::Ordering;

/// A decimal number, 0.d₁d₂d₃… × 10^`point`, without trailing zeros; no digits are zero.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Decimal {
    negative: bool,
    /// ASCII digits, the first of them not 0.
    digits: Vec<u8>,
    point: i32,
}

impl Decimal {
    /// The shortest decimal that reads back as `value`; none where it is not finite.
    pub(super) fn of(value: f64) -> Option<Self> {
        if !value.is_finite() {
            return None;
        }
        let (digits, point) = shortest(value.abs());
        Some(Self { negative: value < 0.0, digits, point })
    }

    /// The number times 10^`exp`.
    pub(super) fn shifted(mut self, exp: i32) -> Self {
        if !self.digits.is_empty() {
            self.point += exp;
        }
        self
    }

    /// The number of digits after the decimal point.
    pub(super) fn decimals(&self) -> usize {
        let digits = i32::try_from(self.digits.len()).unwrap_or(i32::MAX);
        usize::try_from(digits - self.point).unwrap_or(0)
    }

    /// Rounded to so many digits after the point, halves away from zero.
    pub(super) fn rounded(mut self, decimals: u8) -> Self {
        let keep = self.point + i32::from(decimals);
        let Ok(keep) = usize::try_from(keep) else {
            self.digits.clear();
            return self;
        };
        let mut number = (self.digits, self.point);
        cut(&mut number, keep);
        (self.digits, self.point) = number;
        self
    }

    /// Whether the number is below zero.
    pub(super) fn negative(&self) -> bool {
        self.negative && !self.digits.is_empty()
    }

    /// Whether the number is zero.
    pub(super) fn is_zero(&self) -> bool {
        self.digits.is_empty()
    }

    /// The digits before and after the point: at least one before, at least `decimals` after, no sign.
    pub(super) fn parts(&self, decimals: usize) -> (String, String) {
        let point = usize::try_from(self.point).unwrap_or(0);
        let (mut whole, mut rest) = (String::new(), String::new());
        for i in 0..point {
            whole.push(self.digit(i));
        }
        if whole.is_empty() {
            whole.push('0');
        }
        if !self.digits.is_empty() {
            for _ in self.point..0 {
                rest.push('0');
            }
        }
        for i in point..self.digits.len() {
            rest.push(self.digit(i));
        }
        while rest.len() < decimals {
            rest.push('0');
        }
        (whole, rest)
    }

    fn digit(&self, i: usize) -> char {
        self.digits.get(i).map_or('0', |digit| char::from(*digit))
    }
}

/// The fewest digits that are nearer to `value` than to any other float, and where their point lies. By hand, because
/// std's writer has two ways to them and is six kilobytes of the download.
fn shortest(value: f64) -> (Vec<u8>, i32) {
    let bits = value.to_bits();
    let (exp, fraction) = ((bits >> 52) as i32, bits & ((1 << 52) - 1));
    let mantissa = if exp == 0 { fraction } else { fraction | (1 << 52) };
    if mantissa == 0 {
        return (Vec::new(), 0);
    }
    // The value and the two halves of the way to its neighbours, in quarters of its last binary digit; below a power
    // of two the neighbour is nearer.
    let below = if fraction == 0 && exp > 1 { 1 } else { 2 };
    let [low, exact, high] = [4 * mantissa - below, 4 * mantissa, 4 * mantissa + 2]
        .map(|quarters| expanded(quarters, exp.max(1) - 1077));
    let even = mantissa % 2 == 0;
    for count in 1..exact.0.len() {
        let mut near = exact.clone();
        cut(&mut near, count);
        let (above, under) = (compare(&near, &low), compare(&near, &high));
        if above.is_gt() && under.is_lt() || even && (above.is_eq() || under.is_eq()) {
            return near;
        }
    }
    exact
}

/// The decimal digits of `whole` × 2^`exp`, all of them.
fn expanded(whole: u64, exp: i32) -> (Vec<u8>, i32) {
    let mut digits = whole.to_string().into_bytes();
    let mut point = digits.len() as i32;
    // Half of a number is a tenth of five times it.
    let (factor, shift) = if exp < 0 { (5, -1) } else { (2, 0) };
    for _ in 0..exp.abs() {
        let mut carry = 0;
        for digit in digits.iter_mut().rev() {
            let product = (*digit - b'0') * factor + carry;
            (*digit, carry) = (b'0' + product % 10, product / 10);
        }
        point += shift;
        if carry > 0 {
            digits.insert(0, b'0' + carry);
            point += 1;
        }
    }
    trim(&mut digits);
    (digits, point)
}

/// Rounds to so many digits, halves away from zero.
fn cut((digits, point): &mut (Vec<u8>, i32), count: usize) {
    let up = digits.get(count).is_some_and(|digit| *digit >= b'5');
    digits.truncate(count);
    if up && !raise(digits) {
        digits.insert(0, b'1');
        *point += 1;
    }
    trim(digits);
}

fn compare(a: &(Vec<u8>, i32), b: &(Vec<u8>, i32)) -> Ordering {
    // Without trailing zeros, digits compare as texts do.
    a.1.cmp(&b.1).then_with(|| a.0.cmp(&b.0))
}

/// Adds one to the last digit; false where the carry runs out of the first, leaving zeros.
fn raise(digits: &mut [u8]) -> bool {
    for digit in digits.iter_mut().rev() {
        if *digit < b'9' {
            *digit += 1;
            return true;
        }
        *digit = b'0';
    }
    false
}

fn trim(digits: &mut Vec<u8>) {
    while digits.last() == Some(&b'0') {
        digits.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digits_are_those_of_std() {
        let mut bits = 0x9e37_79b9_7f4a_7c15_u64;
        let edges = [f64::MIN_POSITIVE, f64::MAX, 5e-324, 0.3, 1e23, 9_007_199_254_740_993.0, 1024.0, 2e-300];
        for step in 0..400_u64 {
            bits = bits.wrapping_mul(0xd129_0d3a_2f53_1f1f).wrapping_add(step);
            let near = f64::from_bits(bits >> 12 | 0x3ff0_0000_0000_0000);
            let value = match step {
                0..8 => edges[step as usize],
                _ if step % 2 == 0 => near * 1e3,
                _ => f64::from_bits(bits >> 1),
            };
            let Some(decimal) = Decimal::of(value) else { continue };
            let (digits, exp) = (String::from_utf8(decimal.digits).unwrap(), decimal.point - 1);
            let point = if digits.len() > 1 { "." } else { "" };
            assert_eq!(format!("{}{point}{}e{exp}", &digits[..1], &digits[1..]), format!("{value:e}"));
        }
    }
}
