//! A document that prints figures.

use super::Date;
use crate::words::Text;

/// A row of `sources.csv`; what the document does not say is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// Stable id.
    pub id: String,
    /// Title as printed, and our translation.
    pub title: Text,
    /// Who published it.
    pub publisher: String,
    /// Who wrote it.
    pub author: String,
    /// The day it was published.
    pub published: Option<Date>,
    /// Its own reference number.
    pub reference: String,
    /// Where it can be read.
    pub url: String,
    /// Name of the stored text.
    pub file: String,
    /// SHA-256 of the stored text, hex.
    pub sha256: String,
}

/// A row of `areas.csv`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Area {
    /// Stable id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// The area it lies in.
    pub parent: Option<super::AreaId>,
}
