//! A list of what is shown into what is left to the page around the picture.

use super::{bad, given_text};
use crate::error::Error;

/// The texts that a page prints itself, so that the picture need not; the unit, the notes and the source always stay.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hidden {
    /// The heading.
    pub heading: bool,
    /// What is measured; the unit stays.
    pub subheading: bool,
}

/// What a list of what is shown leaves out; the row of buttons is the page's business, and only its name is known here.
pub(super) fn hidden(text: &Option<String>) -> Result<Hidden, Error> {
    const WORDS: &str = "heading subheading bar | none";
    let Some(given) = given_text(text) else { return Ok(Hidden::default()) };
    let mut hidden = Hidden { heading: true, subheading: true };
    for word in given.split_whitespace() {
        match word {
            "heading" => hidden.heading = false,
            "subheading" => hidden.subheading = false,
            "bar" => (),
            "none" if given == word => (),
            _ => return Err(bad("show", &given, WORDS)),
        }
    }
    Ok(hidden)
}
