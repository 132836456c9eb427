//! What went wrong, as a sentence for the reader: what was given, where, and what to do next.

use crate::words::{Lang, Say, join, say};

/// Why a chart cannot be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Error {
    /// The spec names no indicator.
    MissingIndicator,
    /// The dataset has no indicator of that id.
    UnknownIndicator {
        /// What was given.
        given: String,
        /// Ids that look like it, best first.
        near: Vec<String>,
    },
    /// There is no such chart kind.
    UnknownKind {
        /// What was given.
        given: String,
        /// The kinds there are.
        known: String,
    },
    /// The dataset has no area of that id.
    UnknownArea {
        /// What was given.
        given: String,
        /// The areas there are.
        known: String,
    },
    /// A field of the spec cannot be read.
    BadField {
        /// The field.
        field: &'static str,
        /// What was given.
        given: String,
        /// What it should look like.
        expected: String,
    },
    /// The profile of a target's work is no list of weights.
    BadProfile {
        /// What was given.
        given: String,
    },
    /// The spec as a whole cannot be read.
    BadSpec {
        /// The reader's complaint.
        detail: String,
    },
    /// No figure lies in the chosen window.
    NoData {
        /// The indicators asked for.
        given: String,
    },
    /// The kind compares values, and these are counted in different units.
    MixedUnits {
        /// One unit's Chinese and English name.
        first: (String, String),
        /// The other's.
        second: (String, String),
    },
    /// The data cannot be drawn as asked.
    Refused {
        /// The indicators asked for.
        given: String,
        /// Why not.
        why: Say,
        /// The nearest kind that can show the data, with its form.
        instead: &'static str,
    },
    /// What is to stand out is not in the picture.
    UnknownHighlight {
        /// What was given.
        given: String,
        /// Names that look like it, or those there are.
        near: Vec<String>,
    },
    /// An annotation has no place in the picture.
    Unplaced {
        /// The annotation's place and text.
        given: String,
        /// Why not.
        why: Say,
    },
    /// A file of figures does not fit its form.
    BadData {
        /// The table that the fault lies in; empty where none can be named.
        table: &'static str,
        /// Its row, from 1; 0 where none can be named.
        row: usize,
        /// What is wrong.
        why: Say,
    },
    /// The arrays of a page are no columns.
    BadColumns {
        /// What is wrong.
        why: Say,
        /// What the sentence names.
        parts: Vec<String>,
    },
    /// The canvas refused to be drawn on.
    Canvas {
        /// The browser's complaint.
        detail: String,
    },
}

impl Error {
    /// A short stable code for scripts.
    pub fn code(&self) -> &'static str {
        match self {
            Self::MissingIndicator => "missing-indicator",
            Self::UnknownIndicator { .. } => "unknown-indicator",
            Self::UnknownKind { .. } => "unknown-kind",
            Self::UnknownArea { .. } => "unknown-area",
            Self::BadField { .. } | Self::BadProfile { .. } => "bad-field",
            Self::BadSpec { .. } => "bad-spec",
            Self::NoData { .. } => "no-data",
            Self::MixedUnits { .. } => "mixed-units",
            Self::Refused { .. } => "refused",
            Self::UnknownHighlight { .. } => "unknown-highlight",
            Self::Unplaced { .. } => "unplaced",
            Self::BadData { .. } | Self::BadColumns { .. } => "bad-data",
            Self::Canvas { .. } => "canvas",
        }
    }

    /// The sentence for the reader.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Self::MissingIndicator => say::MISSING_INDICATOR.get(lang).to_owned(),
            Self::UnknownIndicator { given, near } => {
                let mut text = say::UNKNOWN_INDICATOR.fill(lang, &[given]);
                if !near.is_empty() {
                    text.push_str(&say::DID_YOU_MEAN.fill(lang, &[&say::COMMA.join(lang, near)]));
                }
                text
            }
            Self::UnknownKind { given, known } => say::UNKNOWN_KIND.fill(lang, &[given, known]),
            Self::UnknownArea { given, known } => say::UNKNOWN_AREA.fill(lang, &[given, known]),
            Self::BadField { field, given, expected } => say::BAD_FIELD.fill(lang, &[field, given, expected]),
            Self::BadProfile { given } => say::BAD_PROFILE.fill(lang, &[given]),
            Self::BadSpec { detail } => say::BAD_SPEC.fill(lang, &[detail]),
            Self::NoData { given } => say::NO_DATA.fill(lang, &[given]),
            Self::MixedUnits { first, second } => match lang {
                Lang::Zh => say::MIXED_UNITS.fill(lang, &[&first.0, &second.0]),
                Lang::En => say::MIXED_UNITS.fill(lang, &[&first.1, &second.1]),
            },
            Self::Refused { given, why, instead } => {
                join(&[why.fill(lang, &[given]), say::INSTEAD.fill(lang, &[instead])], "")
            }
            Self::UnknownHighlight { given, near } => {
                say::UNKNOWN_HIGHLIGHT.fill(lang, &[given, &say::COMMA.join(lang, near)])
            }
            Self::Unplaced { given, why } => say::UNPLACED.fill(lang, &[given, why.get(lang)]),
            Self::BadData { table, row, why } => {
                let row =
                    if *row > 0 { say::DATA_ROW.fill(lang, &[&row.to_string()]) } else { String::new() };
                let place =
                    if table.is_empty() { String::new() } else { say::DATA_PLACE.fill(lang, &[table]) };
                say::BAD_DATA.fill(lang, &[&place, &row, why.get(lang)])
            }
            Self::BadColumns { why, parts } => {
                why.fill(lang, &parts.iter().map(String::as_str).collect::<Vec<_>>())
            }
            Self::Canvas { detail } => say::CANVAS.fill(lang, &[detail]),
        }
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message(Lang::En))
    }
}

impl std::error::Error for Error {}
