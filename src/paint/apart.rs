//! Neighbouring full-width marks, kept a full width apart by every engine.
//!
//! Some engines close up `；《` and `》“` in SVG text but not on a canvas, others in neither. Layout gives each mark
//! its em, so a joiner without width between the two makes all of them set what layout measured.

use std::borrow::Cow;

/// U+2060: no width, no line break, no glyph.
const JOINER: char = '\u{2060}';

/// Whether the character is a full-width mark with empty room on one side.
fn is_mark(c: char) -> bool {
    matches!(c, '，' | '。' | '、' | '；' | '：' | '！' | '？' | '》' | '）' | '」' | '』' | '”' | '’')
        || matches!(c, '《' | '（' | '「' | '『' | '“' | '‘')
}

/// The text with a joiner between any two neighbouring marks; the text itself where there are none.
pub(super) fn apart(text: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let (mut done, mut last) = (0, false);
    for (at, c) in text.char_indices() {
        let mark = is_mark(c);
        if mark && last {
            out.push_str(text.get(done..at).unwrap_or(""));
            out.push(JOINER);
            done = at;
        }
        last = mark;
    }
    if done == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(text.get(done..).unwrap_or(""));
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_neighbouring_marks_are_kept_apart() {
        assert_eq!(apart("来源：《甲》“乙”"), "来源：\u{2060}《甲》\u{2060}“乙”");
        assert_eq!(apart("“超”“余”"), "“超”\u{2060}“余”");
        assert!(matches!(apart("目标 1300以上，约12%"), Cow::Borrowed(_)));
    }
}
