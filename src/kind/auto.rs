//! A frame into the kind that shows it best, with the reason.

use super::Brief;
use crate::spec::Kind;
use crate::words::Say;

/// The kind for the data, and why.
pub(super) fn choose(_brief: &Brief<'_>) -> (Kind, Option<Say>) {
    (Kind::Line, None)
}
