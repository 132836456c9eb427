//! The gallery page into the charts on it: what `www/gallery.html` shows is what the goldens hold.
//!
//! The page is ours, so its tags are found by their name: every value stands in double quotes, with few references.

#![allow(clippy::expect_used, clippy::panic, reason = "a page that cannot be read fails the test")]

const PAGE: &str = include_str!("../../www/gallery.html");
const TAG: &str = "<indicator-chart ";
/// How an editor's English text stands beside the Chinese one.
const ENGLISH: &str = "data-en-";
/// Attributes that are the page's, or say where the figures come from.
const OTHER: [&str; 3] = ["id", "src", "class"];

/// A chart of the gallery.
#[derive(Debug)]
pub(crate) struct Entry {
    /// Its name in the page and among the goldens.
    pub(crate) id: String,
    attributes: Vec<(String, String)>,
}

/// Every chart, as the page has them.
pub(crate) fn entries() -> Vec<Entry> {
    PAGE.split(TAG).skip(1).map(entry).collect()
}

fn entry(rest: &str) -> Entry {
    let mut rest = rest.trim_start();
    let mut attributes = Vec::new();
    while !rest.starts_with('>') {
        let (name, after) = rest.split_once("=\"").unwrap_or_else(|| panic!("no value in {rest:.60}"));
        let (value, after) = after.split_once('"').unwrap_or_else(|| panic!("no end of {name}"));
        attributes.push((name.to_owned(), unescape(value)));
        rest = after.trim_start();
    }
    let mut entry = Entry { id: String::new(), attributes };
    entry.id = entry.value("id").unwrap_or_else(|| panic!("a chart without an id: {entry:?}")).to_owned();
    entry
}

fn unescape(text: &str) -> String {
    [("&#10;", "\n"), ("&#39;", "'"), ("&quot;", "\""), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")]
        .iter()
        .fold(text.to_owned(), |text, (reference, plain)| text.replace(reference, plain))
}

impl Entry {
    pub(crate) fn value(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// Whether it draws the invented figures.
    pub(crate) fn invented(&self) -> bool {
        self.value("src").is_some()
    }

    /// The code of the error that it is there to show.
    pub(crate) fn refused(&self) -> Option<&str> {
        self.value("data-refused")
    }

    /// The width of its place, where the page gives it one.
    pub(crate) fn width(&self) -> Option<f64> {
        self.value("data-width").map(|width| width.parse().expect("a width in px"))
    }

    /// Theme and language as the chart names them, else as a look has them.
    pub(crate) fn own<'a>(&'a self, name: &str, look: &'a str) -> &'a str {
        self.value(name).unwrap_or(look)
    }

    /// The fields of its spec in a theme and a language.
    pub(crate) fn fields<'a>(&'a self, theme: &'a str, lang: &'a str) -> Vec<(&'a str, &'a str)> {
        let english = lang == "en";
        let mut fields = vec![("theme", self.own("theme", theme)), ("lang", self.own("lang", lang))];
        for (name, value) in &self.attributes {
            let plain = !name.starts_with("data-") && !OTHER.contains(&name.as_str());
            if plain && !matches!(name.as_str(), "theme" | "lang") {
                let translated = self.value(&[ENGLISH, name].concat()).filter(|_| english);
                fields.push((name, translated.unwrap_or(value)));
            }
        }
        fields
    }
}
