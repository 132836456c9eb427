//! A figure as a Chinese text prints it, with the words beside it, into a value with its qualifier.
//!
//! `1270多万元` is more than 12,700,000 元; `翻一番` beside `接近` is nearly +100 %; `6-8家` lies between 6 and 8. Values
//! are counted as decimal digits and a power of ten until the end, so `52.9万` is 529000 and no neighbour of it.

mod numeral;
mod word;

use std::fmt;

use crate::dataset::{Figure, Qualifier};
use numeral::Numeral;
use word::Meaning;
pub use word::beside;

/// What a printed figure says.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The value, 万 and 亿 expanded, a decline negative, with its qualifier.
    pub figure: Figure,
    /// What is left of the print: the unit, without white space.
    pub unit: String,
}

/// Why a printed figure gives no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It holds no number, or has something before it that is not a known word.
    NoNumber,
    /// Two words say different things, such as 近 and 余.
    Words,
    /// The second number of a range is not above the first.
    Range,
    /// More digits than a value can hold.
    TooLong,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoNumber => "no number, or something before it that is not a known word",
            Self::Words => "words that say different things",
            Self::Range => "a range whose end is not above its start",
            Self::TooLong => "more digits than a value can hold",
        })
    }
}

impl std::error::Error for Unreadable {}

/// The words met so far.
#[derive(Clone, Copy, Debug, Default)]
struct Words {
    qualifier: Qualifier,
    decline: bool,
}

impl Words {
    fn add(&mut self, meaning: Meaning) -> Result<(), Unreadable> {
        match meaning {
            Meaning::Neutral => {}
            Meaning::Decline => self.decline = true,
            Meaning::Means(word) if self.qualifier == Qualifier::Exact => self.qualifier = word,
            Meaning::Means(word) if self.qualifier == word => {}
            Meaning::Means(_) => return Err(Unreadable::Words),
        }
        Ok(())
    }

    /// Adds every word of a text, wherever it stands.
    fn add_all(&mut self, text: &[char]) -> Result<(), Unreadable> {
        let mut rest = text;
        while !rest.is_empty() {
            let (meaning, used) = word::at(rest).unwrap_or((Meaning::Neutral, 1));
            self.add(meaning)?;
            rest = &rest[used..];
        }
        Ok(())
    }
}

/// Reads `printed`, the run that holds figure and unit, with `words`, the qualifier and direction words that stand
/// beside it or in it, separated by spaces.
///
/// # Errors
/// When there is no number, when two words disagree, or when a range runs backwards.
pub fn parse(printed: &str, words: &str) -> Result<Reading, Unreadable> {
    let text = folded(printed);
    let mut found = Words::default();
    for word in words.split_whitespace() {
        found.add_all(&folded(word))?;
    }
    let mut rest = &text[..];
    loop {
        if let Some((value, meaning, unit)) = idiom(rest) {
            found.add(meaning)?;
            return Ok(reading(value, None, found, unit.into()));
        }
        let Some((meaning, used)) = word::starts(rest) else { break };
        found.add(meaning)?;
        rest = &rest[used..];
    }
    number(rest, found)
}

/// The characters without white space, full-width digits and signs as ASCII.
fn folded(text: &str) -> Vec<char> {
    let fold = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '−' | '–' | '—' | '〜' => '-',
        _ => c,
    };
    text.chars().filter(|c| !c.is_whitespace()).map(fold).collect()
}

fn reading(value: f64, high: Option<f64>, words: Words, unit: String) -> Reading {
    let mut figure = Figure { value, high, qualifier: words.qualifier };
    if words.decline && value > 0.0 {
        // Words speak of size: a fall by more than 20 is -20 with *over*, which lies below -20.
        figure.value = -high.unwrap_or(value);
        figure.high = high.map(|_| -value);
    }
    Reading { figure, unit }
}

/// A number that is said and not counted, with what it means besides and its unit.
fn idiom(text: &[char]) -> Option<(f64, Meaning, &'static str)> {
    const FIXED: [(&str, f64, Meaning, &str); 11] = [
        ("减半", -50.0, Meaning::Neutral, "%"),
        ("清零", 0.0, Meaning::Neutral, ""),
        ("归零", 0.0, Meaning::Neutral, ""),
        ("一半", 50.0, Meaning::Neutral, "%"),
        ("半数", 50.0, Meaning::Neutral, "%"),
        ("过半", 50.0, Meaning::Means(Qualifier::Over), "%"),
        ("翻番", 100.0, Meaning::Neutral, "%"),
        ("倍增", 100.0, Meaning::Neutral, "%"),
        ("全覆盖", 100.0, Meaning::Neutral, "%"),
        ("全部", 100.0, Meaning::Neutral, "%"),
        ("全面达标", 100.0, Meaning::Neutral, "%"),
    ];
    for (print, value, meaning, unit) in FIXED {
        if word::is(text, print) {
            return Some((value, meaning, unit));
        }
    }
    // 翻两番 is twice doubled: four times as much, 300 % more.
    if let ['翻', count @ .., '番'] = text {
        let times = numeral::read(count)?.whole(10)?;
        let growth = (0..times).fold(1.0, |all, _| all * 2.0) - 1.0;
        return Some((growth * 100.0, Meaning::Neutral, "%"));
    }
    // 两位数 is a percentage of two digits: 10 at least.
    if let Some(count) = numeral::read(text).filter(|count| text[count.used..].starts_with(&['位', '数'])) {
        let digits = count.whole(9)?.checked_sub(1)?;
        return Some(((0..digits).fold(1.0, |all, _| all * 10.0), Meaning::Means(Qualifier::AtLeast), "%"));
    }
    // 三分之一 is a share.
    let middle = text.windows(2).position(|pair| pair == ['分', '之'])?;
    let parts = numeral::read(&text[..middle]).filter(|number| number.used == middle)?.value()?;
    let count = numeral::read(&text[middle + 2..]).filter(|number| number.used == text.len() - middle - 2)?;
    (parts > 0.0).then_some((count.value()? * 100.0 / parts, Meaning::Neutral, "%"))
}

/// A number or two with a range between, what stands before (第, 前, a sign) and after.
fn number(text: &[char], mut found: Words) -> Result<Reading, Unreadable> {
    let mut rest = match text {
        ['首', rest @ ..] => return Ok(reading(1.0, None, found, rest.iter().collect())),
        ['第' | '后' | '-' | '+', rest @ ..] => rest,
        _ => text,
    };
    match text {
        // The last twenty are the places up to the twentieth from the bottom, unless 退出 says that they are left.
        ['后', ..] if found.qualifier != Qualifier::Over => found.add(Meaning::Means(Qualifier::AtMost))?,
        ['-', ..] => found.decline = true,
        _ => {}
    }
    let class = rest.first().is_some_and(|c| numeral::scales(*c));
    let mut first = next(&mut rest, &mut found)?;
    let mut second = None;
    let after_percent = rest.strip_prefix(&['%']).unwrap_or(rest);
    if let Some(('-' | '~' | '至' | '到', upper)) = after_percent.split_first() {
        let mut upper = upper;
        if let Ok(high) = next(&mut upper, &mut found) {
            // In 3-5万 the 万 is said once and meant twice.
            if !first.scaled {
                first.power += high.power_of_words;
            }
            second = Some(high);
            rest = upper;
        }
    }
    let mut value = first.value().ok_or(Unreadable::TooLong)?;
    let mut high = None;
    if let Some(second) = second {
        let top = second.value().ok_or(Unreadable::TooLong)?;
        if top <= value {
            return Err(Unreadable::Range);
        }
        high = Some(top);
        found.add(Meaning::Means(Qualifier::Range))?;
    }
    let mut unit = rest;
    while let Some((meaning, length)) = word::ends(unit) {
        found.add(meaning)?;
        unit = &unit[..unit.len() - length];
    }
    match unit {
        // 五成 is half.
        ['成'] => {
            (value, high) = (value * 10.0, high.map(|high| high * 10.0));
            unit = &['%'];
        }
        // Among the first forty; of the trillion class.
        ['强', ..] => found.add(Meaning::Means(Qualifier::AtMost))?,
        ['级', ..] if class => found.add(Meaning::Means(Qualifier::AtLeast))?,
        _ => {}
    }
    Ok(reading(value, high, found, unit.iter().collect()))
}

/// Takes a number off the front of `rest`, and the 余 or 多 within it.
fn next(rest: &mut &[char], found: &mut Words) -> Result<Numeral, Unreadable> {
    let number = numeral::read(rest).ok_or(Unreadable::NoNumber)?;
    if number.over {
        found.add(Meaning::Means(Qualifier::Over))?;
    }
    *rest = &rest[number.used..];
    Ok(number)
}

#[cfg(test)]
mod tests;
