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
#[derive(Clone, Copy, Debug)]
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
        while let Some(open) = rest.find('{') {
            let (before, from) = rest.split_at(open);
            out.push_str(before);
            let part = from.as_bytes().get(1).and_then(|d| parts.get(usize::from(d.wrapping_sub(b'0'))));
            match (part, from.as_bytes().get(2)) {
                (Some(part), Some(b'}')) => {
                    out.push_str(part);
                    rest = &from[3..];
                }
                _ => {
                    out.push('{');
                    rest = &from[1..];
                }
            }
        }
        out.push_str(rest);
        out
    }
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
