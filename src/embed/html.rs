//! Any text into text of an HTML page.

/// The text as it can stand in an element or in a quoted attribute: no character of it is markup.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' => out.push('\n'),
            '\t' => out.push(' '),
            control if control.is_control() => {}
            other => out.push(other),
        }
    }
    out
}

/// An attribute with its value, after a space. A line end, as between annotations, survives every tool on the way only as a
/// reference.
pub(super) fn attribute(name: &str, value: &str) -> String {
    format!(" {name}=\"{}\"", escape(value).replace('\n', "&#10;"))
}

/// Letters, digits and single hyphens, so that a file name needs no quoting anywhere.
pub fn slug(text: &str) -> String {
    let words = text.split(|sign: char| !sign.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<String> = words.map(str::to_ascii_lowercase).collect();
    if words.is_empty() { "chart".to_owned() } else { words.join("-") }
}

#[cfg(test)]
mod tests {
    use super::{attribute, escape};

    #[test]
    fn nothing_leaves_its_element_or_its_attribute() {
        assert_eq!(escape("<b a='1'>&\u{0}\"\r\n超"), "&lt;b a=&#39;1&#39;&gt;&amp;&quot;\n超");
        assert_eq!(attribute("alt", "\"\nonload=\"x"), " alt=\"&quot;&#10;onload=&quot;x\"");
    }
}
