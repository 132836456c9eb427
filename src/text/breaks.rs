//! Two neighbouring characters turned into whether a line may end between them.
//!
//! Chinese may break between any two ideographs, but no line begins with a mark that closes or ends with one that
//! opens; words and numbers stay whole, a number with the unit behind it.

/// What a character means for the end of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    /// Room that vanishes at the end of a line.
    Space,
    /// Takes no room and belongs to the character before it.
    Mark,
    /// An ideograph or a mark as wide as one.
    Wide,
    /// Never ends a line.
    Open,
    /// Never begins a line.
    Close,
    /// A digit.
    Digit,
    /// A hyphen, dash or slash, after which a word may break and a number may not.
    Hyphen,
    /// A letter, or a sign that goes with letters.
    Letter,
}

/// How good a place is for the end of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Break {
    /// Inside one visible character.
    Never,
    /// Before a closing or after an opening mark, and inside a dash of two: the last resort.
    Ugly,
    /// Inside a word or a number that is too long for the line.
    Forced,
    /// Anywhere else.
    Free,
}

/// Whether a character is room that vanishes at the end of a line.
pub(super) fn is_space(c: char) -> bool {
    matches!(class(c), Class::Space)
}

/// Whether a line may end before `text[at]`, for `at` from 1.
pub(super) fn before(text: &[char], at: usize) -> Break {
    let (Some(&a), Some(&b)) = (text.get(at.wrapping_sub(1)), text.get(at)) else {
        return Break::Never;
    };
    let first = class(a);
    match (first, class(b)) {
        (_, Class::Mark) => Break::Never,
        // An emoji and the one joined to it, whatever they are.
        _ if a == '\u{200d}' => Break::Never,
        // Room stays at the end of its line.
        (_, Class::Space) => Break::Ugly,
        (Class::Space, _) => after_space(text, at),
        (Class::Mark, second) => match (base(text, at), second) {
            (Some(Class::Open), _) | (_, Class::Close) => Break::Ugly,
            (Some(Class::Wide), _) | (_, Class::Wide | Class::Open) => Break::Free,
            _ => Break::Forced,
        },
        (Class::Open, _) | (_, Class::Close) => Break::Ugly,
        (Class::Wide, second) => match second {
            Class::Wide if counts(a) && of_number(text, at - 1) => Break::Forced,
            Class::Hyphen => Break::Forced,
            Class::Digit if matches!(a, '第' | '超' | '近' | '约' | '逾') => Break::Forced,
            _ => Break::Free,
        },
        (Class::Digit, Class::Wide) => Break::Forced,
        // What follows % or ℃ at once belongs to the sentence; what follows ’ or a full stop is the same word.
        (Class::Close, Class::Wide | Class::Open) => Break::Free,
        (Class::Close, _) if a.is_ascii() || matches!(a, '’' | '°') => Break::Forced,
        (Class::Close, _) => Break::Free,
        (Class::Hyphen, Class::Letter) if letter_before(text, at - 1) => Break::Free,
        (Class::Hyphen, Class::Wide) => Break::Free,
        (Class::Letter, Class::Wide) => Break::Free,
        (_, Class::Open) if !b.is_ascii() => Break::Free,
        _ => Break::Forced,
    }
}

/// After a space, lines end freely, but neither before a closing mark nor between a number and its Chinese unit.
fn after_space(text: &[char], at: usize) -> Break {
    let Some(last) = text[..at].iter().rposition(|c| !is_space(*c)) else {
        return Break::Free;
    };
    match (class(text[last]), class(text[at])) {
        (Class::Open, _) | (_, Class::Close) => Break::Ugly,
        (Class::Digit, Class::Wide) if at - last == 2 => Break::Forced,
        _ => Break::Free,
    }
}

/// The class of the character that the marks before `at` belong to.
fn base(text: &[char], at: usize) -> Option<Class> {
    text[..at].iter().rev().map(|c| class(*c)).find(|class| *class != Class::Mark)
}

fn letter_before(text: &[char], at: usize) -> bool {
    let letter = |back: usize| {
        at.checked_sub(back).and_then(|i| text.get(i)).is_some_and(|c| class(*c) == Class::Letter)
    };
    // One letter is too little to leave behind: "e-commerce" stays whole.
    letter(1) && letter(2)
}

/// Whether the character is a numeral that stands between digits and unit.
fn counts(c: char) -> bool {
    matches!(c, '十' | '百' | '千' | '万' | '亿')
}

/// Whether numerals reach back from `at` to a digit.
fn of_number(text: &[char], at: usize) -> bool {
    // Numbers are short: a text of numerals only must not be walked back to its beginning at every character.
    const FAR: usize = 12;
    text[..=at]
        .iter()
        .rev()
        .take(FAR)
        .find(|c| !counts(**c) && **c != ' ')
        .is_some_and(|c| class(*c) == Class::Digit)
}

fn class(c: char) -> Class {
    match c {
        '0'..='9' => Class::Digit,
        '-' | '/' | '~' | '‐' | '–' => Class::Hyphen,
        '(' | '[' | '{' | '$' | '¥' | '€' | '£' | '‘' | '“' | '«' | '#' => Class::Open,
        '（' | '《' | '〈' | '「' | '『' | '【' | '〔' | '〖' | '［' | '｛' | '￥' | '＄' => {
            Class::Open
        }
        ')' | ']' | '}' | ',' | '.' | ';' | ':' | '!' | '?' | '%' | '’' | '”' | '»' | '°' | '′' | '″' => {
            Class::Close
        }
        '，' | '。' | '、' | '；' | '：' | '？' | '！' | '）' | '》' | '〉' | '」' | '』' | '】' | '〕' => {
            Class::Close
        }
        '〗' | '］' | '｝' | '．' | '％' | '‰' | '℃' | '℉' | '…' | '—' | '·' | '・' | '々' | 'ー' | '～' => {
            Class::Close
        }
        ' ' | '\t' | '\r' | '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{3000}' => Class::Space,
        '\u{1680}'
        | '\u{2000}'..='\u{2006}'
        | '\u{2008}'..='\u{200b}'
        | '\u{2028}'
        | '\u{2029}'
        | '\u{205f}' => Class::Space,
        '\u{300}'..='\u{36f}'
        | '\u{200c}'..='\u{200f}'
        | '\u{20d0}'..='\u{20ff}'
        | '\u{fe00}'..='\u{fe0f}' => Class::Mark,
        '\u{1f3fb}'..='\u{1f3ff}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}' => Class::Mark,
        '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' => Class::Wide,
        '\u{ff00}'..='\u{ff60}' | '\u{1f000}'..='\u{1faff}' | '\u{20000}'..='\u{3ffff}' => Class::Wide,
        _ => Class::Letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with a bar at every free break.
    fn marked(text: &str) -> String {
        let chars: Vec<char> = text.chars().collect();
        let mut out = String::new();
        for (i, c) in chars.iter().enumerate() {
            if i > 0 && before(&chars, i) == Break::Free {
                out.push('|');
            }
            out.push(*c);
        }
        out
    }

    #[test]
    fn lines_end_where_a_typesetter_would_end_them() {
        let cases = [
            ("人才，总量", "人|才，|总|量"),
            ("《规划》（修订）", "《规|划》|（修|订）"),
            ("2024年1–8月交易", "2024年|1–8月|交|易"),
            ("完成1300亿元以上", "完|成|1300亿元|以|上"),
            ("占64.7%以上", "占|64.7%|以|上"),
            ("两年从 7 家到", "两|年|从 |7 家|到"),
            ("超240万人，第19位", "超240万人，|第19位"),
            ("over 2.4 million people", "over |2.4 |million |people"),
            ("end-of-year and/or Jan–Aug", "end-|of-|year |and/|or |Jan–|Aug"),
            ("city’s (first) half", "city’s |(first) |half"),
            ("说“新增”5G基站", "说|“新|增”|5G|基|站"),
            ("从-5到−5，2021-2025", "从-5到|−5，|2021-2025"),
            ("5°C 12:30 1,300.5 a.m.", "5°C |12:30 |1,300.5 |a.m."),
            ("等等……然后——再说", "等|等……|然|后——|再|说"),
        ];
        for (text, breaks) in cases {
            assert_eq!(marked(text), breaks);
        }
    }

    #[test]
    fn a_visible_character_of_several_is_never_cut() {
        for text in ["e\u{301}", "👩\u{200d}🔬", "葛\u{fe00}"] {
            let chars: Vec<char> = text.chars().collect();
            assert!((1..chars.len()).all(|i| before(&chars, i) == Break::Never), "{text}");
        }
    }
}
