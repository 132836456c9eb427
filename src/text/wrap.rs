//! A text turned into lines that fit a width.

use super::breaks::{Break, before, is_space};
use super::{Font, Measure};

/// The lines of a text, none wider than `max_width` CSS pixels unless it is a single character. Line ends in the text
/// are kept, empty lines are not, and white space is lost only where a line ends. A width that is no number or not
/// above 0 puts each character on a line.
pub fn wrap(text: &str, max_width: f64, font: Font, measure: &Measure) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.split(['\n', '\r', '\u{2028}', '\u{2029}']) {
        let chars: Vec<char> = paragraph.trim_matches(is_space).chars().collect();
        let mut start = 0;
        while start < chars.len() {
            let end = line_end(&chars, start, max_width, font, measure);
            let line: String = chars[start..end].iter().collect();
            lines.push(line.trim_end_matches(is_space).to_owned());
            start = end + chars[end..].iter().take_while(|c| is_space(**c)).count();
        }
    }
    lines
}

/// [`wrap`] with lines of even length: as many lines as the width needs, each as short as that allows. For headings.
pub fn balance(text: &str, max_width: f64, font: Font, measure: &Measure) -> Vec<String> {
    let mut best = wrap(text, max_width, font, measure);
    let count = best.len();
    if count < 2 || !max_width.is_finite() {
        return best;
    }
    // No narrower than a word that fits: a line more would be saved by breaking it.
    let word = least(text, font, measure);
    if word >= max_width {
        return best;
    }
    let (mut low, mut high) = ((max_width / 2.0).max(word), max_width);
    // Nine halvings of half the width come well under a pixel's worth of difference.
    for _ in 0..9 {
        let width = (low + high) / 2.0;
        let lines = wrap(text, width, font, measure);
        let holds = lines.len() == count && lines.iter().all(|line| measure.width(line, font) <= width);
        if holds {
            best = lines;
            high = width;
        } else {
            low = width;
        }
    }
    best
}

/// The width of the widest part of a text that a line should hold unbroken, CSS pixels.
pub fn least(text: &str, font: Font, measure: &Measure) -> f64 {
    let chars: Vec<char> = text.chars().collect();
    let (mut widest, mut own) = (0.0_f64, 0.0);
    for (at, c) in chars.iter().enumerate() {
        if at > 0 && before(&chars, at) == Break::Free {
            own = 0.0;
        }
        own += measure.advance(*c, font);
        if !is_space(*c) {
            widest = widest.max(own);
        }
    }
    widest
}

/// The text if it fits the width in CSS pixels, else as much of its beginning as fits with an ellipsis; empty where not
/// even that fits. For a last resort: prefer [`wrap`].
pub fn fit(text: &str, max_width: f64, font: Font, measure: &Measure) -> String {
    const ELLIPSIS: char = '…';
    if measure.width(text, font) <= max_width {
        return text.to_owned();
    }
    let chars: Vec<char> = text.chars().collect();
    let mut room = max_width - measure.advance(ELLIPSIS, font);
    if room.is_nan() || room < 0.0 {
        return String::new();
    }
    let mut end = 0;
    for (i, c) in chars.iter().enumerate() {
        room -= measure.advance(*c, font);
        if room < 0.0 {
            break;
        }
        if before(&chars, i + 1) != Break::Never {
            end = i + 1;
        }
    }
    let mut out: String = chars[..end].iter().collect();
    out.truncate(out.trim_end_matches(is_space).len());
    out.push(ELLIPSIS);
    out
}

/// Where the line that begins at `start` ends: after the most characters that fit, at the best kind of break among
/// them, and after at least one visible character.
fn line_end(chars: &[char], start: usize, max_width: f64, font: Font, measure: &Measure) -> usize {
    let mut width = 0.0;
    let mut best = (Break::Never, start);
    for at in start..chars.len() {
        if at > start {
            let kind = before(chars, at);
            if kind != Break::Never && kind >= best.0 {
                best = (kind, at);
            }
        }
        width += measure.advance(chars[at], font);
        // Room at the end of a line needs no room of its own.
        let fits = width <= max_width || is_space(chars[at]);
        if !fits && best.1 > start {
            return best.1;
        }
    }
    chars.len()
}

#[cfg(test)]
mod tests {
    use super::super::Weight;
    use super::*;

    const FONT: Font = Font { size: 10.0, weight: Weight::Regular };

    fn lines(text: &str, width: f64) -> Vec<String> {
        wrap(text, width, FONT, &Measure::default())
    }

    #[test]
    fn chinese_fills_its_lines_and_closing_marks_stay_behind() {
        assert_eq!(lines("八个月走完全年目标", 40.0), ["八个月走", "完全年目", "标"]);
        assert_eq!(lines("八个月走，完全年", 40.0), ["八个月", "走，完全", "年"]);
        assert_eq!(lines("全年目标（亿元）", 50.0), ["全年目标", "（亿元）"]);
    }

    #[test]
    fn english_breaks_between_words_and_numbers_stay_whole() {
        assert_eq!(lines("at least 1,300 billion yuan", 70.0), ["at least 1,300", "billion yuan"]);
        assert_eq!(lines("at least 1,300 billion", 60.0), ["at least", "1,300 billion"]);
        assert_eq!(lines("交易额1300亿元", 50.0), ["交易额", "1300亿元"]);
    }

    #[test]
    fn what_is_longer_than_a_line_is_cut_by_force() {
        assert_eq!(lines("1234567890", 17.0), ["123", "456", "789", "0"]);
        assert_eq!(lines("，，，", 10.0), ["，", "，", "，"]);
        assert_eq!(lines("目标", 0.0), ["目", "标"]);
        assert_eq!(lines("目标", f64::NAN), ["目", "标"]);
    }

    #[test]
    fn the_least_width_breaks_no_word_and_no_number() {
        for text in ["at least 1,300 billion yuan", "交易额1300亿元以上", "undetermined"] {
            let width = least(text, FONT, &Measure::default());
            let widest =
                lines(text, width).iter().map(|l| Measure::default().width(l, FONT)).fold(0.0, f64::max);
            assert!((widest - width).abs() < 1e-9, "{text}");
        }
        assert_eq!(
            lines("交易额1300亿元", least("交易额1300亿元", FONT, &Measure::default())),
            ["交易额", "1300亿元"]
        );
    }

    #[test]
    fn line_ends_are_kept_and_empty_lines_are_not() {
        assert_eq!(lines("来源\r\n\n 一节 \n", 100.0), ["来源", "一节"]);
        assert!(lines(" \n ", 100.0).is_empty());
        assert_eq!(lines("a  b", f64::INFINITY), ["a  b"]);
    }

    #[test]
    fn a_heading_is_cut_into_even_lines() {
        let even = |text, width| balance(text, width, FONT, &Measure::default());
        assert_eq!(even("八个月走完全年目标", 80.0), ["八个月走完", "全年目标"]);
        assert_eq!(even("一行", 80.0), ["一行"]);
    }

    #[test]
    fn an_ellipsis_stands_for_what_does_not_fit() {
        let cut = |text, width| fit(text, width, FONT, &Measure::default());
        assert_eq!(cut("高新技术企业", 60.0), "高新技术企业");
        assert_eq!(cut("高新技术企业", 50.0), "高新技术…");
        assert_eq!(cut("new urban jobs", 40.0), "new u…");
        assert_eq!(cut("new urban jobs", 9.0), "");
        assert_eq!(cut("目标", f64::NAN), "");
    }

    #[test]
    fn lines_of_even_length_break_no_word_that_fits() {
        let (font, measure) = (Font { size: 13.0, weight: Weight::Regular }, Measure::default());
        let text = "National technology SMEs";
        assert_eq!(balance(text, 88.0, font, &measure), ["National", "technology", "SMEs"]);
        // One that does not fit is broken, and no line is wider for it.
        let long = "702414800000000–1000000284002338.1 things";
        for line in balance(long, 150.0, font, &measure) {
            assert!(measure.width(&line, font) <= 150.0, "{line}");
        }
    }
}
