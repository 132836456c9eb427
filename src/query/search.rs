//! Words of a reader to the indicators whose names hold them; a mistyped id to the ids that look like it.

use crate::dataset::{Dataset, IndicatorId};
use crate::order::sort;

/// The indicators whose names hold every term of `words`, terms being apart by spaces; names that are the words come
/// first, then names that begin with them, then as the dataset has them.
///
/// A term in Chinese stands anywhere in the Chinese name; any other begins a word of either name, so that *art* does
/// not find *party*. Upper and lower case, full and half width are one.
pub fn find(dataset: &Dataset, words: &str) -> Vec<IndicatorId> {
    let words = folded(words);
    let terms: Vec<&str> = words.split_whitespace().collect();
    let mut found: Vec<(usize, IndicatorId)> = Vec::new();
    for (id, row) in dataset.indicators.iter().enumerate() {
        let names = [folded(&row.name.zh), folded(&row.name.en)];
        let stands = |term: &str| names.iter().any(|name| has(name, term));
        if terms.is_empty() || !terms.iter().all(|term| stands(term)) {
            continue;
        }
        let whole = terms.join(" ");
        let rank = match () {
            () if names.contains(&whole) => 0,
            () if names.iter().any(|name| name.starts_with(&whole)) => 1,
            () => 2,
        };
        found.push((rank, id));
    }
    sort(&mut found, &Ord::cmp);
    found.into_iter().map(|(_, id)| id).collect()
}

/// Whether a term stands in a name: anywhere if it begins with a sign of Chinese, else where a word begins.
fn has(name: &str, term: &str) -> bool {
    let anywhere = !term.starts_with(|c: char| c.is_ascii_alphanumeric());
    let mut before = None;
    for (at, c) in name.char_indices() {
        let begins = !before.is_some_and(|c: char| c.is_ascii_alphanumeric());
        if (anywhere || begins) && name[at..].starts_with(term) {
            return true;
        }
        before = Some(c);
    }
    false
}

/// The text in lower case and half width.
fn folded(text: &str) -> String {
    let half = |c: char| match c {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    };
    text.chars().map(|c| half(c).to_ascii_lowercase()).collect()
}

/// Up to three candidates that differ from `given` in at most a third of its letters, or hold it, best first.
pub fn near<'a>(given: &str, candidates: impl Iterator<Item = &'a str>) -> Vec<String> {
    let given = given.to_ascii_lowercase();
    let limit = given.chars().fold(0, |count, _| count + 1) / 3;
    let mut found: Vec<(usize, &str)> = Vec::new();
    for id in candidates {
        let d = distance(&given, id);
        let part = !given.is_empty() && (holds(id, &given) || holds(&given, id));
        if d <= limit || part {
            found.push((if part { d.min(limit) } else { d }, id));
        }
    }
    sort(&mut found, &Ord::cmp);
    found.truncate(3);
    let mut best = Vec::new();
    for (_, id) in found {
        best.push(id.to_owned());
    }
    best
}

/// Whether `part` stands in `text`, byte by byte: the search of std is made for long texts and weighs as much.
pub fn holds(text: &str, part: &str) -> bool {
    let (text, part) = (text.as_bytes(), part.as_bytes());
    (0..=text.len()).any(|at| text.get(at..at + part.len()).is_some_and(|here| here == part))
}

/// Letters to insert, drop or change to make one word of the other (Levenshtein).
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, ca) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, cb) in b.iter().enumerate() {
            let cost = diagonal + usize::from(ca != *cb);
            diagonal = row[j + 1];
            row[j + 1] = cost.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_hand_is_found_and_a_stranger_is_not() {
        let ids = ["total-talent", "provincial-laboratories", "urban-jobs"];
        assert_eq!(near("provincal-laboratory", ids.into_iter()), ["provincial-laboratories"]);
        assert_eq!(near("talent", ids.into_iter()), ["total-talent"]);
        assert!(near("gdp", ids.into_iter()).is_empty());
    }

    #[test]
    fn distance_counts_changes() {
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("", "abc"), 3);
    }
}
