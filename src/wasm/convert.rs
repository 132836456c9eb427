//! JavaScript values to ours and back: the spec comes in as one flat object, answers go out as plain ones.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::chart::{Balloon, Input, Origin, Record, Row, Table};
use crate::error::Error;
use crate::words::Lang;

/// The fields of a page's flat object; every one a text, null or undefined.
const FIELDS: [&str; 24] = [
    "indicator",
    "domain",
    "status",
    "kind",
    "area",
    "from",
    "to",
    "lang",
    "theme",
    "colors",
    "form",
    "panels",
    "scale",
    "sort",
    "profile",
    "highlight",
    "annotations",
    "height",
    "show",
    "heading",
    "subheading",
    "note",
    "source",
    "alt",
];

/// The language a spec asks for, even where the rest of it cannot be read.
pub(super) fn lang(spec: &JsValue) -> Lang {
    let tag = Reflect::get(spec, &"lang".into()).ok().and_then(|value| value.as_string());
    Lang::of(tag.as_deref().unwrap_or(""))
}

fn bad(detail: &str) -> Error {
    Error::BadSpec { detail: detail.to_owned() }
}

/// Reads a spec. Whatever serde could refuse is refused here first: its own complaints can print any value, which
/// is a kilobyte and a half of the download (`xtask` takes them out). Field by field, because serde's reader of a whole
/// object keeps a table of names, which weighs as much again.
pub(super) fn input(spec: JsValue) -> Result<Input, Error> {
    if !spec.is_object() {
        return Err(bad(&spec.js_typeof().as_string().unwrap_or_default()));
    }
    let mut fields: [Option<String>; FIELDS.len()] = Default::default();
    for key in Object::keys(spec.unchecked_ref::<Object>()).iter() {
        let name = key.as_string().unwrap_or_default();
        let value = Reflect::get(&spec, &key).unwrap_or_default();
        let text = value.is_string() || value.is_null() || value.is_undefined();
        let field = FIELDS.iter().position(|field| *field == name).filter(|_| text);
        let at = field.ok_or_else(|| bad(&name))?;
        fields[at] = serde_wasm_bindgen::from_value(value).map_err(|_| bad(&name))?;
    }
    let mut texts = fields.into_iter();
    let mut next = || texts.next().flatten();
    // In the order of FIELDS, which a struct's fields are read in.
    Ok(Input {
        indicator: next(),
        domain: next(),
        status: next(),
        kind: next(),
        area: next(),
        from: next(),
        to: next(),
        lang: next(),
        theme: next(),
        colors: next(),
        form: next(),
        panels: next(),
        scale: next(),
        sort: next(),
        profile: next(),
        highlight: next(),
        annotations: next(),
        height: next(),
        show: next(),
        heading: next(),
        subheading: next(),
        note: next(),
        source: next(),
        alt: next(),
    })
}

fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}

/// An array of what `each` makes of every item.
fn array<T>(list: &[T], each: &dyn Fn(&T) -> JsValue) -> JsValue {
    let array = Array::new();
    for item in list {
        array.push(&each(item));
    }
    array.into()
}

fn texts(list: &[String]) -> JsValue {
    array(list, &|text| text.into())
}

/// A list of `{ label, text, more }`.
fn rows(rows: &[Row]) -> JsValue {
    let each = |row: &Row| {
        object(&[("label", (&row.label).into()), ("text", (&row.text).into()), ("more", row.more.into())])
    };
    array(rows, &each)
}

/// `{ id, series, period, x, y, pinned, heading, value, beside, rows, announce }`.
pub(super) fn balloon(balloon: &Balloon, (series, period): (String, String)) -> JsValue {
    let reading = &balloon.reading;
    object(&[
        ("series", series.into()),
        ("period", period.into()),
        ("beside", rows(&reading.beside)),
        ("id", (&reading.id).into()),
        ("x", balloon.at.x.into()),
        ("y", balloon.at.y.into()),
        ("pinned", balloon.pinned.into()),
        ("heading", (&reading.heading).into()),
        ("value", (&reading.value).into()),
        ("rows", rows(&reading.rows)),
        ("announce", (&reading.announce).into()),
    ])
}

/// `{ rows, sources }`, their fields by name.
pub(super) fn records(rows: &[Record], sources: &[Origin]) -> JsValue {
    let row = |row: &Record| {
        let number = |value: Option<f64>| value.map_or(JsValue::NULL, JsValue::from);
        let mut fields: Vec<(&str, JsValue)> = Vec::new();
        for (name, text) in Record::FIELDS.into_iter().zip(&row.texts) {
            fields.push((name, text.into()));
        }
        fields.push(("value", number(row.value.map(|(value, _)| value))));
        fields.push(("high", number(row.value.and_then(|(_, high)| high))));
        fields.push(("source", JsValue::from(u32::try_from(row.source).unwrap_or_default())));
        fields.push(("paragraph", JsValue::from(row.paragraph)));
        object(&fields)
    };
    let source = |source: &Origin| {
        let mut fields: Vec<(&str, JsValue)> = Vec::new();
        for (name, text) in Origin::FIELDS.into_iter().zip(&source.0) {
            fields.push((name, text.into()));
        }
        object(&fields)
    };
    object(&[("rows", array(rows, &row)), ("sources", array(sources, &source))])
}

/// `{ caption, about, head, rows, notes }`.
pub(super) fn table(table: &Table) -> JsValue {
    object(&[
        ("caption", (&table.caption).into()),
        ("about", (&table.about).into()),
        ("head", texts(&table.head)),
        ("rows", array(&table.rows, &|row| texts(row))),
        ("notes", texts(&table.notes)),
    ])
}
