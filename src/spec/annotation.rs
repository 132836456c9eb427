//! The lines of the `annotations` attribute into places of the picture with a text at each.
//!
//! A line is a place, a colon and a text: `2024-06: reform begins`, `2024-01..2024-06: first half`, `=1300: target`,
//! `=60..80: pass`, `some-indicator@area/2024/actual: the record`. A value may end in 万, 亿 or %.

use super::day;
use crate::query::{Date, plain_number};

/// What an annotation stands at.
#[derive(Clone, Debug, PartialEq)]
pub enum Place {
    /// A day, or a span of days where the two differ.
    Time(Date, Date),
    /// A value, or a span of values where the two differ.
    Value(f64, f64),
    /// The datum of an observation.
    Datum(String),
}

/// A text at a place of the picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Annotation {
    /// Where.
    pub place: Place,
    /// What is said there; a value or a time may stand without a text.
    pub text: String,
}

/// What a line should look like, for messages.
pub(super) const FORMS: &str =
    "2024-06: text | 2024-01..2024-06: text | =1300: text | =60..80: text | id: text";
/// More than these are no notes but a text of their own.
const MOST: usize = 12;

/// Reads the lines, separated by line ends or `|`.
///
/// # Errors
/// The first line that cannot be read.
pub(super) fn read(text: &str) -> Result<Vec<Annotation>, &str> {
    let mut all = Vec::new();
    for line in text.split(['\n', '\r', '|']).map(str::trim).filter(|line| !line.is_empty()) {
        let one = one(line).filter(|_| all.len() < MOST).ok_or(line)?;
        all.push(one);
    }
    Ok(all)
}

fn one(line: &str) -> Option<Annotation> {
    let (place, text) =
        line.split_once([':', '：']).map_or((line, ""), |(place, text)| (place.trim(), text.trim()));
    let place = match place.strip_prefix('=') {
        Some(value) => {
            let (low, high) = ends(value);
            let (low, high) = (value_of(low)?, value_of(high)?);
            Place::Value(low.min(high), low.max(high))
        }
        None if place.contains('@') => Place::Datum(place.to_owned()),
        None => {
            let (first, last) = ends(place);
            let span = first.len() < place.len();
            let from = day("annotations", &Some(first.to_owned()), !span).ok()??;
            let to = day("annotations", &Some(last.to_owned()), true).ok()??;
            (from <= to).then_some(Place::Time(from, to))?
        }
    };
    // A datum without a text would be nothing at all.
    let nothing = text.is_empty() && matches!(place, Place::Datum(_));
    (!nothing).then(|| Annotation { place, text: text.to_owned() })
}

/// The two sides of `..`, or the text twice. Byte by byte: the search of std is made for long texts and weighs as much.
fn ends(text: &str) -> (&str, &str) {
    let dots = text.as_bytes().windows(2).position(|pair| pair == b"..");
    let sides = dots.and_then(|at| Some((text.get(..at)?, text.get(at + 2..)?)));
    sides.map_or((text, text), |(first, last)| (first.trim(), last.trim()))
}

fn value_of(text: &str) -> Option<f64> {
    let (digits, factor) = match text.trim_end_matches('%') {
        text if text.ends_with('万') => (text.trim_end_matches('万'), 1e4),
        text if text.ends_with('亿') => (text.trim_end_matches('亿'), 1e8),
        text => (text, 1.0),
    };
    plain_number(digits.trim()).map(|value| value * factor)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse(text).expect("a day")
    }

    #[test]
    fn a_line_names_a_place_and_says_something_there() {
        fn read(text: &str) -> Result<Vec<(Place, String)>, &str> {
            super::read(text).map(|all| all.into_iter().map(|one| (one.place, one.text)).collect())
        }
        let one = |place, text: &str| Ok(vec![(place, text.to_owned())]);
        let june = date("2024-06-30");
        assert_eq!(read("2024-06: 改革"), one(Place::Time(june, june), "改革"));
        assert_eq!(read("2024..2024-06：上半年"), one(Place::Time(date("2024-01-01"), june), "上半年"));
        assert_eq!(read("=1300亿: goal"), one(Place::Value(1300e8, 1300e8), "goal"));
        assert_eq!(read("=60..80"), one(Place::Value(60.0, 80.0), ""));
        assert_eq!(
            read("a@b/2024/actual: record: 12"),
            one(Place::Datum("a@b/2024/actual".into()), "record: 12")
        );
        assert_eq!(read("=1 | =2\n\n =3 ").map(|all| all.len()), Ok(3));
    }

    #[test]
    fn a_line_that_names_no_place_is_given_back() {
        for wrong in ["hello", "=tall: x", "2024-06..2024-01: x", "2024-13: x", "a@b/2024/actual"] {
            assert_eq!(read(&["=1", wrong].join("\n")), Err(wrong));
        }
    }
}
