//! Stub.

use super::{Brief, Plan, line};
use crate::error::Error;

pub(super) fn plan(brief: Brief<'_>) -> Result<Box<dyn Plan + '_>, Error> {
    line::plan(brief, line::Style::Line)
}
