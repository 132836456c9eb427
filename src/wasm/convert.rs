//! JavaScript values to ours and back: the spec comes in as one flat object, answers go out as plain ones.

use std::fmt;

use js_sys::{Object, Reflect};
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
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

/// The texts of [`FIELDS`], in their order. By hand, because a derived reader compiles every field anew.
struct Wire([Option<String>; FIELDS.len()]);

struct Reader;

impl<'de> Deserialize<'de> for Wire {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_struct("Spec", &FIELDS, Reader)
    }
}

impl<'de> Visitor<'de> for Reader {
    type Value = Wire;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("an object of texts")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Wire, A::Error> {
        let mut wire = Wire(Default::default());
        while let Some((Name(at), text)) = map.next_entry()? {
            if let Some(field) = wire.0.get_mut(at) {
                *field = text;
            }
        }
        Ok(wire)
    }
}

/// The place of a field's name among [`FIELDS`].
struct Name(usize);

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_identifier(Name(FIELDS.len()))
    }
}

impl Visitor<'_> for Name {
    type Value = Self;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a name")
    }

    fn visit_str<E>(self, name: &str) -> Result<Self, E> {
        Ok(Self(FIELDS.iter().position(|field| *field == name).unwrap_or(FIELDS.len())))
    }
}

/// The language a spec asks for, even where the rest of it cannot be read.
pub(super) fn lang(spec: &JsValue) -> Lang {
    let tag = Reflect::get(spec, &"lang".into()).ok().and_then(|value| value.as_string());
    Lang::of(tag.as_deref().unwrap_or(""))
}

fn bad(detail: &str) -> Error {
    Error::BadSpec { detail: detail.to_owned() }
}

/// Reads a spec. Whatever serde could refuse is refused here first: its own complaints can print any value, which
/// is a kilobyte and a half of the download (`xtask` takes them out).
pub(super) fn input(spec: JsValue) -> Result<Input, Error> {
    if !spec.is_object() {
        return Err(bad(&spec.js_typeof().as_string().unwrap_or_default()));
    }
    for key in Object::keys(spec.unchecked_ref::<Object>()).iter() {
        let name = key.as_string().unwrap_or_default();
        let value = Reflect::get(&spec, &key).unwrap_or_default();
        let text = value.is_string() || value.is_null() || value.is_undefined();
        if !text || !FIELDS.contains(&name.as_str()) {
            return Err(bad(&name));
        }
    }
    let Wire(fields) = serde_wasm_bindgen::from_value(spec).map_err(|_| bad("…"))?;
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

fn texts(list: &[String]) -> JsValue {
    list.iter().map(|text| JsValue::from_str(text)).collect::<js_sys::Array>().into()
}

/// A list of `{ label, text, more }`.
fn rows(rows: &[Row]) -> JsValue {
    let each = |row: &Row| {
        object(&[("label", (&row.label).into()), ("text", (&row.text).into()), ("more", row.more.into())])
    };
    rows.iter().map(each).collect::<js_sys::Array>().into()
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
    object(&[
        ("rows", rows.iter().map(row).collect::<js_sys::Array>().into()),
        ("sources", sources.iter().map(source).collect::<js_sys::Array>().into()),
    ])
}

/// `{ caption, about, head, rows, notes }`.
pub(super) fn table(table: &Table) -> JsValue {
    let rows = table.rows.iter().map(|row| texts(row)).collect::<js_sys::Array>();
    object(&[
        ("caption", (&table.caption).into()),
        ("about", (&table.about).into()),
        ("head", texts(&table.head)),
        ("rows", rows.into()),
        ("notes", texts(&table.notes)),
    ])
}
