//! The names and ids of the `highlight` attribute into what a picture is about: a datum is lit, dimmed, or neither.

use super::Brief;
use crate::error::Error;
use crate::query::{Datum, Series, near};
use crate::scene::DatumId;
use crate::words::Lang;

/// How a datum stands against the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Light {
    /// Nothing was highlighted: all stand alike.
    All,
    /// The picture is about it.
    Lit,
    /// Context.
    Dim,
}

/// Whether a token names a series: its indicator's id, a name, an area or a category.
fn names(token: &str, series: &Series) -> bool {
    let known = [
        series.id.as_str(),
        series.name.get(Lang::Zh),
        series.name.get(Lang::En),
        series.area.get(Lang::Zh),
        series.area.get(Lang::En),
        series.category.as_str(),
    ];
    known.iter().any(|name| name.eq_ignore_ascii_case(token))
}

/// Whether a token is a datum's own id or that of its area, which stands in it: `indicator@area/period/status`.
fn is(token: &str, datum: &Datum) -> bool {
    let area = datum.id.split_once('@').and_then(|(_, rest)| rest.split('/').next());
    datum.id == token || area == Some(token)
}

/// How a datum stands: lit by its own id or by what names its series.
pub(super) fn lit(brief: &Brief<'_>, datum: &Datum) -> Light {
    let tokens = &brief.spec.highlight;
    let own = |token: &String| is(token, datum) || names(token, brief.series_of(datum));
    light(tokens.is_empty(), tokens.iter().any(own))
}

/// How a series stands: lit where any of its data is.
pub(super) fn series(brief: &Brief<'_>, series: usize) -> Light {
    let mut own = brief.frame.of(series);
    light(brief.spec.highlight.is_empty(), own.any(|(_, datum)| lit(brief, datum) == Light::Lit))
}

/// The data of a series that the picture shows.
pub(super) fn own(brief: &Brief<'_>, series: usize) -> Vec<DatumId> {
    brief.frame.of(series).map(|(id, _)| id).collect()
}

/// Texts that name series, each with the data of its own.
pub(super) fn groups(brief: &Brief<'_>, series: &[usize], texts: &[String]) -> Vec<(String, Vec<DatumId>)> {
    series.iter().zip(texts).map(|(series, text)| (text.clone(), own(brief, *series))).collect()
}

/// Whether a datum itself was named, not only its series.
pub(super) fn named(brief: &Brief<'_>, datum: &Datum) -> bool {
    brief.spec.highlight.contains(&datum.id)
}

fn light(all: bool, lit: bool) -> Light {
    match (all, lit) {
        (true, _) => Light::All,
        (false, true) => Light::Lit,
        (false, false) => Light::Dim,
    }
}

/// Refuses a token that nothing in the picture answers to, with the names there are.
pub(super) fn check(brief: &Brief<'_>) -> Result<(), Error> {
    let frame = brief.frame;
    for token in &brief.spec.highlight {
        let known = frame.series.iter().any(|series| names(token, series))
            || frame.data.iter().any(|datum| is(token, datum));
        if known || brief.zoomed {
            continue;
        }
        let lang = brief.spec.lang;
        let mut there: Vec<&str> = Vec::new();
        for series in &frame.series {
            for name in [series.category.as_str(), series.name.get(lang), series.area.get(lang)] {
                if !name.is_empty() && !there.contains(&name) {
                    there.push(name);
                }
            }
        }
        let mut found = near(token, there.iter().copied());
        if found.is_empty() {
            for name in there.iter().take(4) {
                found.push((*name).to_owned());
            }
        }
        return Err(Error::UnknownHighlight { given: token.clone(), near: found });
    }
    Ok(())
}
