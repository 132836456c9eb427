//! A time series whose values hold until the next is printed.

use super::{Brief, Plan, line};
use crate::error::Error;

pub(super) fn plan<'a>(brief: &'a Brief<'a>) -> Result<Box<dyn Plan + 'a>, Error> {
    line::plan(brief, line::Style::Step)
}
