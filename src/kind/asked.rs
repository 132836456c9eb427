//! The form and the scale asked for, held against what a kind has: what it would pass over in silence is refused.

use super::Brief;
use crate::error::Error;
use crate::spec::{Arrange, Form, Kind, Orient, Spacing, Stem};
use crate::words::say;

/// The words of `form` that a kind takes.
fn forms(kind: Kind) -> &'static str {
    match kind {
        Kind::Bar => "form=\"horizontal | vertical · grouped | stacked | share | diverging\"",
        Kind::Area => "form=\"stacked | share\"",
        Kind::Dot => "form=\"lollipop\"",
        Kind::Waterfall => "form=\"horizontal | vertical\"",
        _ => "",
    }
}

/// Refuses a form that the kind does not have, and a scale of ratios where there is none.
pub(super) fn check(brief: &Brief<'_>, kind: Kind) -> Result<(), Error> {
    let spec = brief.spec;
    // Panels are drawn by their own kind, which looks for itself.
    if kind == Kind::Multiples {
        return Ok(());
    }
    if spec.profile.is_some() && kind != Kind::Pace {
        return Err(brief.refused(say::NO_PROFILE, "profile=\"\""));
    }
    let Form { orient, arrange, stem } = spec.form;
    let words = forms(kind);
    let oriented = orient == Orient::Auto || matches!(kind, Kind::Bar | Kind::Waterfall);
    let arranged = match arrange {
        Arrange::Auto => true,
        Arrange::Stacked | Arrange::Share => matches!(kind, Kind::Bar | Kind::Area),
        Arrange::Grouped | Arrange::Diverging => kind == Kind::Bar,
    };
    if !oriented || !arranged || (stem == Stem::Lollipop && kind != Kind::Dot) {
        let instead = if words.is_empty() { "form=\"\"" } else { words };
        return Err(Error::Refused { given: spec.form.name().to_owned(), why: say::NO_FORM, instead });
    }
    let ratios = matches!(kind, Kind::Line | Kind::Step | Kind::Dot | Kind::Dumbbell | Kind::Slope)
        && stem == Stem::Bare;
    if spec.scale == Spacing::Log && !ratios {
        let lengths = matches!(
            kind,
            Kind::Area | Kind::Bar | Kind::Bullet | Kind::Progress | Kind::Pace | Kind::Waterfall | Kind::Dot
        );
        let why = if lengths { say::LOG_LENGTH } else { say::NO_SCALE };
        return Err(brief.refused(why, "scale=\"linear\""));
    }
    Ok(())
}
