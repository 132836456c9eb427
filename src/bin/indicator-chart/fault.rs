//! What went wrong, as a sentence for whoever typed the command, and as an exit code.

use std::fmt::Display;
use std::path::Path;

use indicator_chart::Error;
use indicator_chart::words::{Lang, Say};

use crate::words;

/// A result, or the sentence that says why not.
pub(crate) type Told<T> = Result<T, Fault>;

/// Why a command did not do what was asked.
#[derive(Debug)]
pub(crate) enum Fault {
    /// The chart cannot be made of these figures.
    Chart(Error),
    /// The command itself is not one: what clap would have refused.
    Usage(Say, Vec<String>),
    /// Anything else.
    Said(Say, Vec<String>),
    /// A sentence that is there in Chinese and in English.
    Both(String, String),
}

impl Fault {
    pub(crate) fn said(say: Say, parts: &[&str]) -> Self {
        Self::Said(say, parts.iter().map(|part| (*part).to_owned()).collect())
    }

    pub(crate) fn usage(say: Say, parts: &[&str]) -> Self {
        Self::Usage(say, parts.iter().map(|part| (*part).to_owned()).collect())
    }

    pub(crate) fn unreadable(path: &Path, error: &dyn Display) -> Self {
        Self::said(words::UNREADABLE, &[&path.display().to_string(), &plain(error)])
    }

    pub(crate) fn unwritable(path: &Path, error: &dyn Display) -> Self {
        Self::said(words::UNWRITABLE, &[&path.display().to_string(), &plain(error)])
    }

    pub(crate) fn message(&self, lang: Lang) -> String {
        match self {
            Self::Chart(error) => error.message(lang),
            Self::Both(zh, _) if lang == Lang::Zh => zh.clone(),
            Self::Both(_, en) => en.clone(),
            Self::Usage(say, parts) | Self::Said(say, parts) => {
                let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
                say.fill(lang, &parts)
            }
        }
    }

    pub(crate) fn code(&self) -> u8 {
        if matches!(self, Self::Usage(..)) { 2 } else { 1 }
    }
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        Self::Chart(error)
    }
}

/// The system's complaint without its number.
fn plain(error: &dyn Display) -> String {
    let text = error.to_string();
    text.split(" (os error").next().unwrap_or(&text).to_owned()
}
