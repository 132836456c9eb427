//! A finite number turned into its decimal digits, which are shifted and rounded exactly.

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
        // Without an exponent, because the pen's colours are written this way too: one writer in the download.
        let text = value.abs().to_string();
        let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
        let zeros = text.bytes().take_while(|byte| !(b'1'..=b'9').contains(byte)).count();
        let mut digits: Vec<u8> = text.bytes().skip(zeros).filter(u8::is_ascii_digit).collect();
        trim(&mut digits);
        let mut point = i32::try_from(whole.len()).ok()?;
        if digits.is_empty() {
            point = 0;
        } else if whole == "0" {
            let ahead = part.bytes().take_while(|byte| *byte == b'0').count();
            point = -i32::try_from(ahead).ok()?;
        }
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
        let up = self.digits.get(keep).is_some_and(|digit| *digit >= b'5');
        self.digits.truncate(keep);
        if up && !raise(&mut self.digits) {
            self.digits.insert(0, b'1');
            self.point += 1;
        }
        trim(&mut self.digits);
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
