//! What to draw of a page's own columns: an [`Input`] as a page writes it becomes a [`PlotSpec`] that is valid by
//! construction.

use super::{Hidden, Input, Kind, Theme};
use crate::error::Error;
use crate::words::{Lang, say};

/// How columns are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shape {
    /// A line.
    #[default]
    Line,
    /// A line over its area from zero.
    Area,
    /// A dot a value.
    Dot,
}

/// A valid request for a picture of columns.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlotSpec {
    /// How to draw.
    pub shape: Shape,
    /// Whether equal ratios are equally long.
    pub log: bool,
    /// The language of every text of ours.
    pub lang: Lang,
    /// The colours.
    pub theme: Theme,
    /// Height of the whole picture, CSS px; none takes the kind's own.
    pub height: Option<f64>,
    /// What of the texts is left to the page.
    pub hidden: Hidden,
    /// Heading, subheading, note, source and description of the editor's; empty where there is none.
    pub texts: [String; 5],
    /// Attributes that were given and have no effect here.
    pub idle: Vec<&'static str>,
}

impl PlotSpec {
    /// Resolves the fields that a picture of columns has; an empty one counts as not given.
    ///
    /// # Errors
    /// Names the first field that cannot be used, with what was given.
    pub fn resolve(input: &Input) -> Result<Self, Error> {
        let mut spec = Self { lang: Lang::of(input.lang.as_deref().unwrap_or("")), ..Self::default() };
        spec.shape = match super::kind(&input.kind)? {
            Kind::Auto | Kind::Line => Shape::Line,
            Kind::Area => Shape::Area,
            Kind::Dot => Shape::Dot,
            other => {
                let name = Kind::NAMES.iter().find(|(_, kind)| *kind == other).map_or("", |(name, _)| name);
                return Err(Error::BadColumns { why: say::COLUMN_KIND, parts: vec![name.to_owned()] });
            }
        };
        spec.log = super::choice("scale", &input.scale, &["linear", "log"])? == 1;
        spec.theme = super::colors(input)?;
        spec.height = super::height(&input.height)?;
        spec.hidden = super::show::hidden(&input.show)?;
        let texts = [
            ("heading", &input.heading),
            ("subheading", &input.subheading),
            ("note", &input.note),
            ("source", &input.source),
            ("alt", &input.alt),
        ];
        for ((field, given), slot) in texts.into_iter().zip(&mut spec.texts) {
            *slot = super::prose(field, given)?.unwrap_or_default();
        }
        let idle = [
            ("domain", &input.domain),
            ("status", &input.status),
            ("area", &input.area),
            ("from", &input.from),
            ("to", &input.to),
            ("form", &input.form),
            ("panels", &input.panels),
            ("sort", &input.sort),
            ("profile", &input.profile),
            ("highlight", &input.highlight),
            ("annotations", &input.annotations),
        ];
        for (name, given) in idle {
            if super::given_text(given).is_some() {
                spec.idle.push(name);
            }
        }
        Ok(spec)
    }
}
