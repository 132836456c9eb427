//! Every text of ours that a reader can meet, in Chinese and English, in one place.
//!
//! Texts of the dataset (names, notes) come from the data and travel as [`Text`]; the words of the widget itself
//! are the [`Say`] constants in [`say`].

pub mod number;
pub mod say;

/// The language a picture speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// Simplified Chinese.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// The language of a BCP 47 tag; whatever is not Chinese reads English. An empty tag is Chinese, the
    /// language of the built-in figures.
    pub fn of(tag: &str) -> Self {
        let tag = tag.trim();
        let first = tag.split(['-', '_']).next().unwrap_or("");
        if first.is_empty() || first.eq_ignore_ascii_case("zh") { Self::Zh } else { Self::En }
    }

    /// The tag to put into `lang` attributes.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-CN",
            Self::En => "en",
        }
    }
}

/// A text of the data in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// Chinese.
    pub zh: String,
    /// English; where the data has none, empty.
    pub en: String,
}

impl Text {
    /// The text in a language; falls back to the other where one is empty.
    pub fn get(&self, lang: Lang) -> &str {
        let (first, second) = match lang {
            Lang::Zh => (&self.zh, &self.en),
            Lang::En => (&self.en, &self.zh),
        };
        if first.is_empty() { second } else { first }
    }
}

/// A text of ours in both languages; `{0}`, `{1}` … stand for what is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Say(pub &'static str, pub &'static str);

impl Say {
    /// The text in a language.
    pub fn get(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.0,
            Lang::En => self.1,
        }
    }

    /// The text with `{0}`, `{1}` … replaced. A number without a part stays as it is written.
    pub fn fill(self, lang: Lang, parts: &[&str]) -> String {
        let mut out = String::new();
        let mut rest = self.get(lang);
        while let Some((before, from)) = rest.split_once('{') {
            out.push_str(before);
            let mut chars = from.chars();
            let part = chars.next().and_then(|c| c.to_digit(10)).and_then(|digit| parts.get(digit as usize));
            if let (Some(part), Some('}')) = (part, chars.next()) {
                out.push_str(part);
                rest = chars.as_str();
            } else {
                out.push('{');
                rest = from;
            }
        }
        out.push_str(rest);
        out
    }

    /// The parts with this text between them.
    pub fn join<T: AsRef<str>>(self, lang: Lang, parts: &[T]) -> String {
        join(parts, self.get(lang))
    }
}

/// The parts with `gap` between them; lighter than std's, which counts bytes first.
pub fn join<T: AsRef<str>>(parts: &[T], gap: &str) -> String {
    let mut out = String::new();
    for (i, part) in parts.iter().enumerate() {
        if i > 0 {
            out.push_str(gap);
        }
        out.push_str(part.as_ref());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn filling_keeps_order_by_number_and_leaves_stray_braces() {
        let say = Say("{1}到{0}{", "from {0} to {1} {9}");
        assert_eq!(say.fill(Lang::Zh, &["a", "b"]), "b到a{");
        assert_eq!(say.fill(Lang::En, &["a", "b"]), "from a to b {9}");
    }

    #[test]
    fn any_tag_names_a_language() {
        for (tag, lang) in
            [("", Lang::Zh), ("zh-Hant-TW", Lang::Zh), ("ZH_cn", Lang::Zh), ("en", Lang::En), ("C", Lang::En)]
        {
            assert_eq!(Lang::of(tag), lang, "{tag}");
        }
    }
}
