//! The words that stand beside a figure, and what each makes of it.

use crate::dataset::Qualifier;

/// What a word says about the figure beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// Nothing that changes the value.
    Neutral,
    /// The figure is a decline.
    Decline,
    /// It qualifies the figure.
    Means(Qualifier),
}

use Meaning::{Decline, Means, Neutral};
use Qualifier::{About, AtLeast, AtMost, Nearly, Over};

/// Words that may stand before a figure. Longer ones come before the words they begin with.
const BEFORE: [(&str, Meaning); 36] = [
    ("超过", Means(Over)),
    ("超", Means(Over)),
    ("逾", Means(Over)),
    ("高于", Means(Over)),
    ("多于", Means(Over)),
    ("退出", Means(Over)),
    ("突破", Means(AtLeast)),
    ("不低于", Means(AtLeast)),
    ("不少于", Means(AtLeast)),
    ("不小于", Means(AtLeast)),
    ("至少", Means(AtLeast)),
    ("接近", Means(Nearly)),
    ("将近", Means(Nearly)),
    ("近", Means(Nearly)),
    ("大约", Means(About)),
    ("约", Means(About)),
    ("不超过", Means(AtMost)),
    ("不高于", Means(AtMost)),
    ("不多于", Means(AtMost)),
    ("至多", Means(AtMost)),
    ("最多", Means(AtMost)),
    ("前", Means(AtMost)),
    // A level reached by falling is no decline.
    ("下降至", Neutral),
    ("下降到", Neutral),
    ("降低至", Neutral),
    ("降低到", Neutral),
    ("减少至", Neutral),
    ("减少到", Neutral),
    ("下降", Decline),
    ("降低", Decline),
    ("减少", Decline),
    ("下滑", Decline),
    ("回落", Decline),
    ("缩减", Decline),
    ("降幅", Decline),
    ("负增长", Decline),
];

/// Words that may stand behind a figure.
const BEHIND: [(&str, Meaning); 10] = [
    ("以上", Means(AtLeast)),
    ("以内", Means(AtMost)),
    ("之内", Means(AtMost)),
    ("以下", Means(AtMost)),
    ("左右", Means(About)),
    ("上下", Means(About)),
    ("强", Means(AtMost)),
    ("级", Means(AtLeast)),
    ("余", Means(Over)),
    ("多", Means(Over)),
];

/// Those of [`BEHIND`] that are units at the end of a print, and begin other words behind one.
const UNITS: [&str; 2] = ["强", "级"];

/// Whether a text is that word.
pub(super) fn is(text: &[char], word: &str) -> bool {
    text.iter().copied().eq(word.chars())
}

fn front(text: &[char], words: &[(&str, Meaning)]) -> Option<(Meaning, usize)> {
    words.iter().find_map(|(word, meaning)| {
        let length = word.chars().count();
        text.get(..length).is_some_and(|front| is(front, word)).then_some((*meaning, length))
    })
}

/// The word that a text begins with, of those that stand before a figure, and its length in characters.
pub(super) fn starts(text: &[char]) -> Option<(Meaning, usize)> {
    front(text, &BEFORE)
}

/// The word that a text begins with, of all, and its length in characters.
pub(super) fn at(text: &[char]) -> Option<(Meaning, usize)> {
    front(text, &BEFORE).or_else(|| front(text, &BEHIND))
}

/// The word that a text ends with, of those that stand behind a figure, and its length in characters.
pub(super) fn ends(text: &[char]) -> Option<(Meaning, usize)> {
    BEHIND.iter().filter(|(word, _)| !UNITS.contains(word)).find_map(|(word, meaning)| {
        let length = word.chars().count();
        let start = text.len().checked_sub(length)?;
        is(&text[start..], word).then_some((*meaning, length))
    })
}

/// The qualifier words that stand directly at a figure, white space apart, given the text before it and behind it.
/// A sign of a figure that was taken for exact although a word qualifies it.
pub fn beside(before: &str, behind: &str) -> Vec<&'static str> {
    let squeezed = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<Vec<char>>();
    let (before, behind) = (squeezed(before), squeezed(behind));
    let qualifies = |meaning: &Meaning| matches!(meaning, Means(_));
    // 签约, 节约, 附近: the character belongs to another word.
    let other = |word: &str, at: usize| {
        let previous = at.checked_sub(1).and_then(|at| before.get(at));
        match word {
            "约" => previous.is_some_and(|c| "签节预制合条履公".contains(*c)),
            "近" => previous.is_some_and(|c| "附最临邻".contains(*c)),
            "前" => true,
            _ => false,
        }
    };
    let leading = BEFORE
        .iter()
        .filter(|(word, meaning)| {
            let at = before.len().checked_sub(word.chars().count());
            at.is_some_and(|at| qualifies(meaning) && is(&before[at..], word) && !other(word, at))
        })
        .max_by_key(|(word, _)| word.len());
    let trailing = BEHIND.iter().find(|(word, _)| {
        !UNITS.contains(word) && behind.get(..word.chars().count()).is_some_and(|front| is(front, word))
    });
    leading.into_iter().chain(trailing).map(|(word, _)| *word).collect()
}
