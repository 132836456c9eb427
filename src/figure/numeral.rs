//! The number at the front of a text, in digits or in Chinese numerals, as decimal digits and a power of ten.

/// A number: `digits` × 10^`power`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Numeral {
    digits: u64,
    pub(super) power: i32,
    /// The part of `power` that 十, 百, 千, 万 and 亿 after digits make.
    pub(super) power_of_words: i32,
    /// Whether it has such words.
    pub(super) scaled: bool,
    /// Whether 余 or 多 stands within it or behind it.
    pub(super) over: bool,
    /// How many characters it takes.
    pub(super) used: usize,
}

impl Numeral {
    /// The nearest value; none where digits or power are beyond what a value holds exactly.
    pub(super) fn value(self) -> Option<f64> {
        let mut scale = 1.0;
        for _ in 0..self.power.unsigned_abs() {
            scale *= 10.0;
        }
        if self.digits > 1 << 53 || self.power.abs() > 22 {
            return None;
        }
        // Both are exact, so one rounding is all there is.
        let digits = self.digits as f64;
        Some(if self.power < 0 { digits / scale } else { digits * scale })
    }

    /// The number where it is whole, written without words, and at most `most`.
    pub(super) fn whole(self, most: u64) -> Option<u64> {
        (self.power == 0 && self.digits <= most).then_some(self.digits)
    }
}

/// Reads as many characters as belong to a number.
pub(super) fn read(text: &[char]) -> Option<Numeral> {
    let mut number = match text.first()? {
        '0'..='9' => decimal(text)?,
        _ => chinese(text)?,
    };
    loop {
        let rest = text.get(number.used..).unwrap_or_default();
        match rest {
            // 千米, 千瓦 and 百分点 are units.
            ['千', '米' | '克' | '瓦' | '伏' | '卡' | '赫', ..] | ['百', '分', ..] => {
                return Some(number);
            }
            ['余' | '多', ..] => number.over = true,
            [c, ..] => {
                let Some(power) = power_of(*c) else { return Some(number) };
                number.power += power;
                number.power_of_words += power;
                number.scaled = true;
            }
            [] => return Some(number),
        }
        number.used += 1;
    }
}

/// Whether a character is one of 十, 百, 千, 万 and 亿.
pub(super) fn scales(c: char) -> bool {
    power_of(c).is_some()
}

fn power_of(c: char) -> Option<i32> {
    Some(match c {
        '十' => 1,
        '百' => 2,
        '千' => 3,
        '万' => 4,
        '亿' => 8,
        _ => return None,
    })
}

fn plain(digits: u64, power: i32, used: usize) -> Numeral {
    Numeral { digits, power, power_of_words: 0, scaled: false, over: false, used }
}

/// Digits with a decimal point, and commas before groups of three.
fn decimal(text: &[char]) -> Option<Numeral> {
    let (mut digits, mut power, mut used, mut point) = (0u64, 0, 0, false);
    while let Some(c) = text.get(used) {
        let group =
            || text.get(used + 1..used + 4).is_some_and(|three| three.iter().all(char::is_ascii_digit));
        match c {
            '0'..='9' => {
                digits = digits.checked_mul(10)?.checked_add(u64::from(*c) - u64::from('0'))?;
                power -= i32::from(point);
            }
            '.' if !point && text.get(used + 1).is_some_and(char::is_ascii_digit) => point = true,
            ',' if !point && group() && !text.get(used + 4).is_some_and(char::is_ascii_digit) => {}
            _ => break,
        }
        used += 1;
    }
    Some(plain(digits, power, used))
}

/// Chinese numerals up to 千亿 and beyond: 三十二, 一百零五, 两千万; a word without a digit before it counts once.
fn chinese(text: &[char]) -> Option<Numeral> {
    let (mut total, mut section, mut digit) = (0u64, 0u64, None::<u64>);
    let mut used = 0;
    while let Some(c) = text.get(used) {
        if matches!((c, text.get(used + 1)), ('千', Some('米' | '克' | '瓦' | '伏'))) {
            break;
        }
        if let Some(value) = digit_of(*c) {
            // 二三 is two or three: no number. A zero only keeps a place.
            if digit.is_some_and(|digit| digit > 0) {
                return None;
            }
            digit = Some(value);
        } else if let Some(power) = power_of(*c) {
            let scale = 10u64.checked_pow(power.unsigned_abs())?;
            if power < 4 {
                section = section.checked_add(digit.filter(|d| *d > 0).unwrap_or(1).checked_mul(scale)?)?;
            } else {
                section = section.checked_add(digit.unwrap_or(0))?;
                total = total.checked_add(section)?.max(1).checked_mul(scale)?;
                section = 0;
            }
            digit = None;
        } else {
            break;
        }
        used += 1;
    }
    let digits = total.checked_add(section)?.checked_add(digit.unwrap_or(0))?;
    let last = text[..used].last()?;
    // A last 万 or 亿 stays a power of ten, as behind digits.
    let (power, scale) = match last {
        '万' => (4, 10_000),
        '亿' => (8, 100_000_000),
        _ => return Some(plain(digits, 0, used)),
    };
    Some(Numeral { power, power_of_words: power, scaled: true, ..plain(digits / scale, 0, used) })
}

fn digit_of(c: char) -> Option<u64> {
    Some(match c {
        '零' | '〇' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}
