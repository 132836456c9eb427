//! One observation and its text into what is not true about the row.

use indicator_chart::dataset::{Dataset, Figure, Measure, Observation, Qualifier};
use indicator_chart::figure::{self, Reading};

use super::text::Text;

/// How far from the print its words may stand, in characters without white space.
const REACH: usize = 12;

/// What was found about a row.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// What is wrong.
    pub(super) faults: Vec<String>,
    /// Why the print gives no value.
    pub(super) unreadable: Option<String>,
}

/// Checks the observation at a position and marks its print as covered.
pub(super) fn check(dataset: &Dataset, at: usize, text: &mut Text) -> Found {
    let row = &dataset.observations[at];
    let mut found = Found::default();
    let start = usize::try_from(row.char_start).unwrap_or(usize::MAX);
    match text.cover(start, &row.printed) {
        Ok(()) => found.faults.extend(words(row, start, text)),
        Err(fault) => found.faults.push(fault),
    }
    match figure::parse(&row.printed, &row.words) {
        Err(why) => {
            found.faults.extend(unread(row));
            found.unreadable = Some(why.to_string());
        }
        Ok(read) => {
            found.faults.extend(differences(row, &read));
            found.faults.extend(other_unit(dataset, at, &read));
        }
    }
    found
}

/// Words that are not beside the print, and words beside it that the row does not name.
fn words(row: &Observation, start: usize, text: &Text) -> Vec<String> {
    let end = start + row.printed.chars().count();
    let inside: String = row.printed.split_whitespace().collect();
    let mut faults = Vec::new();
    for word in row.words.split_whitespace() {
        let reach = REACH + word.chars().count();
        let near = [text.before(start, reach), inside.clone(), text.behind(end, reach)];
        if !near.iter().any(|near| near.contains(word)) {
            faults.push(format!("the word '{word}' does not stand within {REACH} characters of '{inside}'"));
        }
    }
    for word in figure::beside(&text.before(start, REACH), &text.behind(end, REACH)) {
        let named = |known: &str| known.contains(word) || word.contains(known);
        if !row.words.split_whitespace().any(named) {
            let qualifier = name(row.figure.map_or(Qualifier::Exact, |figure| figure.qualifier));
            faults.push(format!(
                "'{word}' stands beside '{inside}', but the row is {qualifier} and does not name it"
            ));
        }
    }
    faults
}

/// Where value, upper value, sign or qualifier are not what the print says.
fn differences(row: &Observation, read: &Reading) -> Option<String> {
    let given = match row.figure {
        Some(given) => given,
        None => return Some(format!("no value, but the print says {}", say(read.figure))),
    };
    // A share such as 三分之一 has no last digit; one decimal is enough.
    let room = if row.printed.contains("分之") { 0.05 } else { 0.0 };
    let near = |a: f64, b: f64| (a - b).abs() <= room;
    let same = near(given.value, read.figure.value)
        && near(given.high.unwrap_or(0.0), read.figure.high.unwrap_or(0.0))
        && given.high.is_some() == read.figure.high.is_some()
        && given.qualifier == read.figure.qualifier;
    (!same).then(|| format!("the row says {}, the print says {}", say(given), say(read.figure)))
}

/// Where words keep a print from being read as a whole, its number alone must still be the row's. A print without a
/// number gives no value.
fn unread(row: &Observation) -> Option<String> {
    let given = row.figure?;
    match figure::parse(&row.printed, "") {
        Ok(read) if given.value == read.figure.value && given.high == read.figure.high && row.flags.any() => {
            None
        }
        Ok(read) => {
            Some(format!("the row says {} and no flag, the print says {}", say(given), say(read.figure)))
        }
        Err(_) => Some(format!("the row says {}, the print gives no value", say(given))),
    }
}

/// A level whose print counts something else than the indicator does: trains and departures are not the same.
fn other_unit(dataset: &Dataset, at: usize, read: &Reading) -> Option<String> {
    let row = &dataset.observations[at];
    let unit = &dataset.unit_of(at).zh;
    let counts = matches!(
        dataset.indicators[row.indicator].measure,
        Measure::Level | Measure::Growth | Measure::Share
    );
    let silent = read.unit.is_empty() || read.unit == "级";
    let same = read.unit.contains(unit.as_str()) || unit.contains(&read.unit);
    (counts && !silent && !same && !row.flags.unit)
        .then(|| format!("the print counts '{}', the indicator '{unit}'", read.unit))
}

fn name(qualifier: Qualifier) -> &'static str {
    Qualifier::NAMES.iter().find(|(_, known)| *known == qualifier).map_or("", |(name, _)| *name)
}

fn say(figure: Figure) -> String {
    let high = figure.high.map(|high| format!(" to {high}")).unwrap_or_default();
    format!("{} {}{high}", name(figure.qualifier), figure.value)
}
