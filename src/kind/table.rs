//! Stub.

use super::{Brief, Plan, bar};
use crate::error::Error;

pub(super) fn plan(brief: Brief<'_>) -> Result<Box<dyn Plan + '_>, Error> {
    bar::plan(brief)
}
