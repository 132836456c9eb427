//! A flat spec as a page writes it: every field a text, every field optional.

/// What a page asks for; mirrors the attributes of the element.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Input {
    /// One or more indicator ids, separated by spaces or commas.
    pub indicator: Option<String>,
    /// Only indicators of this domain; all of them where none is named.
    pub domain: Option<String>,
    /// `actual`, `target` or `forecast`; all indicators with such figures where none is named.
    pub status: Option<String>,
    /// The chart kind.
    pub kind: Option<String>,
    /// An area id.
    pub area: Option<String>,
    /// The first day of the window: `2024`, `2024-01` or `2024-01-31`.
    pub from: Option<String>,
    /// The last day of the window, in the same forms.
    pub to: Option<String>,
    /// A BCP 47 tag.
    pub lang: Option<String>,
    /// `light`, `dark`, `contrast`, `contrast-dark` or `print`.
    pub theme: Option<String>,
    /// Colours in place of the theme's: `paper #ffffff, accent #0b6b82`.
    pub colors: Option<String>,
    /// Words that shape the kind: `vertical`, `stacked`, `lollipop` …
    pub form: Option<String>,
    /// The kind of the panels of `multiples`.
    pub panels: Option<String>,
    /// `linear` or `log`.
    pub scale: Option<String>,
    /// `value` or `given`.
    pub sort: Option<String>,
    /// Weights of the quarters, months or ten-days of a year: 4, 12 or 36 numbers.
    pub profile: Option<String>,
    /// Ids or names of what the picture is about; all else is context.
    pub highlight: Option<String>,
    /// Texts, lines and bands: a line each, `2024-06: text`, `=1300: text`, `id: text`.
    pub annotations: Option<String>,
    /// Height of the whole picture, CSS px.
    pub height: Option<String>,
    /// What is shown of the texts and buttons that a page may have itself: `heading`, `subheading`, `bar`, or `none`.
    pub show: Option<String>,
    /// What the picture tells.
    pub heading: Option<String>,
    /// What is measured.
    pub subheading: Option<String>,
    /// A note of the editor's.
    pub note: Option<String>,
    /// A source line in place of the one made from the data.
    pub source: Option<String>,
    /// A description in place of the one made from the data.
    pub alt: Option<String>,
}
