//! Stub.

use super::{Brief, Plan, bullet};
use crate::error::Error;

pub(super) fn plan(brief: Brief<'_>) -> Result<Box<dyn Plan + '_>, Error> {
    bullet::plan(brief)
}
