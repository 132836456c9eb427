//! Texts and parts into JSON that can also stand in a script element of a page.

/// A text in quotes. Nothing in it can end or open an element: `</` is written `<\/`, any other `<` as its number.
pub fn text(text: &str) -> String {
    let mut out = String::from("\"");
    let mut rest = text.chars().peekable();
    while let Some(character) = rest.next() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '<' if rest.peek() == Some(&'/') => {
                rest.next();
                out.push_str("<\\/");
            }
            '<' => out.push_str("\\u003c"),
            control if control < ' ' || matches!(control, '\u{2028}' | '\u{2029}') => {
                out.push_str(&format!("\\u{:04x}", u32::from(control)));
            }
            other => out.push(other),
        }
    }
    out.push('"');
    out
}

/// Names and values that are JSON already, as an object; a part without a value is left out.
pub(super) fn object<'a>(parts: impl IntoIterator<Item = (&'a str, Option<String>)>) -> String {
    let kept = parts.into_iter().filter_map(|(name, value)| Some(format!("{}:{}", text(name), value?)));
    format!("{{{}}}", kept.collect::<Vec<_>>().join(","))
}

/// Values that are JSON already, as a list.
pub(super) fn list(values: &[String]) -> String {
    format!("[{}]", values.join(","))
}

/// A text, or nothing where it is empty.
pub(super) fn some(value: &str) -> Option<String> {
    (!value.is_empty()).then(|| text(value))
}

#[cfg(test)]
mod tests {
    use super::{object, some, text};

    #[test]
    fn nothing_of_a_text_is_seen_by_the_page_or_ends_its_quotes() {
        assert_eq!(text("</script><!--<script>"), "\"<\\/script>\\u003c!--\\u003cscript>\"");
        assert_eq!(text("a\"\\\n\u{1}\u{2028}超"), "\"a\\\"\\\\\\n\\u0001\\u2028超\"");
    }

    #[test]
    fn what_is_not_known_is_left_out() {
        assert_eq!(object([("a", some("1")), ("b", some(""))]), "{\"a\":\"1\"}");
    }
}
