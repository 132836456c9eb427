//! Turns a text of a page into the numerals in it, and tells whether it is a date.

/// Whatever Unicode calls a number is one, too: ５, ①, Ⅳ, ½.
const CHINESE: &str = "〇零一二三四五六七八九十百千万亿两半倍双俩仨廿卅壹贰叁肆伍陆柒捌玖拾佰仟";
/// Words of quantity that hold no numeral.
const CHINESE_WORDS: [&str; 3] = ["翻番", "翻了番", "翻两番"];

/// English number words; each counts in the plural, and before *fold*, too.
const ENGLISH: &[&str] = &[
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "hundred",
    "thousand",
    "million",
    "billion",
    "trillion",
    "dozen",
    "twice",
    "third",
    "quarter",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "halve",
    "halved",
    "halving",
    "half",
    "double",
    "doubled",
    "doubling",
    "triple",
    "tripled",
    "tripling",
    "treble",
    "trebled",
    "quadruple",
    "quadrupled",
    "quintupled",
];
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
/// What stands between the numbers of a date.
const DATE_WORDS: [&str; 18] = [
    "to", "and", "of", "the", "early", "late", "mid", "end", "start", "first", "second", "half", "quarter",
    "year", "this", "last", "next", "same",
];
const DATE_SIGNS: &str = "年月日号季度初末底中上下今去明同当半旬至到和第一二三四前、，,.–—-/～起止“”";

/// Text with its character references read; one that is not known stays as it is written.
pub(super) fn decoded(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, from)) = rest.split_once('&') {
        out += before;
        let read = from.split_once(';').and_then(|(name, after)| Some((reference(name)?, after)));
        rest = match read {
            Some((letter, after)) => {
                out.push(letter);
                after
            }
            None => {
                out.push('&');
                from
            }
        };
    }
    out + rest
}

fn reference(name: &str) -> Option<char> {
    let number = |digits: &str, base| u32::from_str_radix(digits, base).ok().and_then(char::from_u32);
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{a0}'),
        _ => match name.strip_prefix('#')? {
            hex if hex.starts_with(['x', 'X']) => number(&hex[1..], 16),
            digits => number(digits, 10),
        },
    }
}

/// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
pub(super) fn day(text: &str) -> bool {
    let parts: Vec<&str> = text.trim().split('-').collect();
    let digits = |part: &str, long, most| {
        part.len() == long
            && part.bytes().all(|b| b.is_ascii_digit())
            && part.parse().is_ok_and(|n: u32| n <= most && n > 0)
    };
    let ends = [(4, 9999), (2, 12), (2, 31)];
    parts.len() <= 3 && parts.iter().zip(ends).all(|(part, (long, most))| digits(part, long, most))
}

/// Whether a text is a day, a month, a year, or a span of those, and nothing else.
pub(super) fn dated(text: &str) -> bool {
    let lower = text.to_lowercase();
    let month = |word: &str| word.len() > 2 && MONTHS.iter().any(|month| month.starts_with(word));
    let (mut named, mut only) = (false, true);
    for word in lower.split(|letter: char| !letter.is_ascii_alphabetic()).filter(|word| !word.is_empty()) {
        named |= month(word) || word == "year";
        only &= month(word) || DATE_WORDS.contains(&word);
    }
    for digits in lower.split(|letter: char| !letter.is_ascii_digit()).filter(|digits| !digits.is_empty()) {
        let year = digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
        named |= year;
        only &= year || digits.parse().is_ok_and(|day: u32| day > 0 && day < 32);
    }
    named |= lower.contains(['年', '月', '日', '季']);
    let sign = |letter: char| {
        letter.is_ascii_alphanumeric() || letter.is_whitespace() || DATE_SIGNS.contains(letter)
    };
    named && only && lower.chars().all(sign)
}

/// Every numeral of a run, each with what stands around it.
pub(super) fn numerals(run: &str) -> Vec<(String, String)> {
    let letters: Vec<char> = run.chars().collect();
    let near = |at: usize| {
        let (from, to) = (at.saturating_sub(8), (at + 9).min(letters.len()));
        letters[from..to].iter().collect::<String>().replace('\u{1}', "…").trim().to_owned()
    };
    let mut found = Vec::new();
    for (at, letter) in letters.iter().enumerate() {
        if letter.is_numeric() || CHINESE.contains(*letter) {
            found.push((letter.to_string(), near(at)));
        }
    }
    for word in CHINESE_WORDS {
        for (at, _) in run.match_indices(word) {
            found.push((word.to_owned(), near(run[..at].chars().count())));
        }
    }
    let mut at = 0;
    for word in run.split(|letter: char| !letter.is_ascii_alphabetic()) {
        if counts(&word.to_ascii_lowercase()) {
            found.push((word.to_owned(), near(run[..at].chars().count())));
        }
        // The letter that ended the word may be several bytes long.
        at += word.len();
        at += run[at..].chars().next().map_or(0, char::len_utf8);
    }
    found
}

/// Whether an English word says how many.
fn counts(word: &str) -> bool {
    let stem = word.strip_suffix("fold").or_else(|| word.strip_suffix('s')).unwrap_or(word);
    ENGLISH.contains(&word) || ENGLISH.contains(&stem) || word == "halves"
}
