//! A mistyped id to the ids that look like it.

use crate::order::sort;

/// Up to three candidates that differ from `given` in at most a third of its letters, or hold it, best first.
pub fn near<'a>(given: &str, candidates: impl Iterator<Item = &'a str>) -> Vec<String> {
    let given = given.to_ascii_lowercase();
    let limit = given.chars().count() / 3;
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
