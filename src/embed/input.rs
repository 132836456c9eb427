//! The attributes of a chart element into the flat spec that the element would make of them.

use crate::chart::Input;
use crate::words::Lang;

/// A field of the spec by its name.
type Field = (&'static str, fn(&mut Input) -> &mut Option<String>);

/// Fields that an element has an attribute for, in the order in which it lists them.
const FIELDS: [Field; 23] = [
    ("indicator", |input| &mut input.indicator),
    ("domain", |input| &mut input.domain),
    ("status", |input| &mut input.status),
    ("kind", |input| &mut input.kind),
    ("form", |input| &mut input.form),
    ("panels", |input| &mut input.panels),
    ("scale", |input| &mut input.scale),
    ("sort", |input| &mut input.sort),
    ("profile", |input| &mut input.profile),
    ("highlight", |input| &mut input.highlight),
    ("area", |input| &mut input.area),
    ("from", |input| &mut input.from),
    ("to", |input| &mut input.to),
    ("lang", |input| &mut input.lang),
    ("theme", |input| &mut input.theme),
    ("height", |input| &mut input.height),
    ("show", |input| &mut input.show),
    ("heading", |input| &mut input.heading),
    ("subheading", |input| &mut input.subheading),
    ("note", |input| &mut input.note),
    ("source", |input| &mut input.source),
    ("alt", |input| &mut input.alt),
    ("annotations", |input| &mut input.annotations),
];

/// Fields that an element takes in one language too, and what they are called then.
pub const TRANSLATED: [(&str, [&str; 2]); 6] = [
    ("heading", ["heading-zh", "heading-en"]),
    ("subheading", ["subheading-zh", "subheading-en"]),
    ("note", ["note-zh", "note-en"]),
    ("source", ["source-zh", "source-en"]),
    ("alt", ["alt-zh", "alt-en"]),
    ("annotations", ["annotations-zh", "annotations-en"]),
];

/// The names of the fields.
pub fn fields() -> impl Iterator<Item = &'static str> {
    FIELDS.iter().map(|(name, _)| *name)
}

/// The spec of these attributes; those that are not the chart's (class, id, data-…) are the page's own business. A text in
/// the language that is shown goes before the plain one, as the element does it.
pub fn input(attributes: &[(String, String)]) -> Input {
    let value =
        |wanted: &str| attributes.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.clone());
    let own = match Lang::of(value("lang").as_deref().unwrap_or_default()) {
        Lang::Zh => 0,
        Lang::En => 1,
    };
    let mut input = Input { colors: value("colors"), ..Input::default() };
    for (name, field) in FIELDS {
        let translated = TRANSLATED.iter().find(|(plain, _)| *plain == name);
        let translated = translated.and_then(|(_, names)| value(names[own]));
        *field(&mut input) = translated.or_else(|| value(name));
    }
    input
}

#[cfg(test)]
mod tests {
    use super::{fields, input};

    #[test]
    fn a_text_in_the_language_that_is_shown_goes_before_the_plain_one() {
        for (lang, heading) in [("zh-CN", "甲"), ("en", "A")] {
            let attributes =
                [("lang", lang), ("heading-zh", "甲"), ("heading", "?"), ("heading-en", "A"), ("note", "n")]
                    .map(|(name, value)| (name.to_owned(), value.to_owned()));
            let input = input(&attributes);
            assert_eq!((input.heading.as_deref(), input.note.as_deref()), (Some(heading), Some("n")));
        }
    }

    #[test]
    fn every_field_takes_its_own_attribute() {
        let attributes: Vec<(String, String)> =
            fields().map(|name| (name.to_owned(), format!("{name}!"))).collect();
        let said = format!("{:?}", input(&attributes));
        assert!(fields().all(|name| said.contains(&format!("{name}: Some(\"{name}!\")"))), "{said}");
    }
}
