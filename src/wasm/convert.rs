//! JavaScript values to ours and back: the spec comes in as one flat object, answers go out as plain ones.

use serde::Deserialize;
use wasm_bindgen::JsValue;

use crate::a11y::Table;
use crate::chart::Balloon;
use crate::error::Error;
use crate::spec::Input;
use crate::words::Lang;

/// The flat object of a page; every field a text.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Wire {
    indicator: Option<String>,
    kind: Option<String>,
    area: Option<String>,
    from: Option<String>,
    to: Option<String>,
    lang: Option<String>,
    theme: Option<String>,
    height: Option<String>,
    heading: Option<String>,
    subheading: Option<String>,
    note: Option<String>,
    source: Option<String>,
    alt: Option<String>,
}

/// The language a spec asks for, even where the rest of it cannot be read.
pub(super) fn lang(spec: &JsValue) -> Lang {
    let tag = js_sys::Reflect::get(spec, &"lang".into()).ok().and_then(|value| value.as_string());
    Lang::of(tag.as_deref().unwrap_or(""))
}

/// Reads a spec.
pub(super) fn input(spec: JsValue) -> Result<Input, Error> {
    let wire: Wire =
        serde_wasm_bindgen::from_value(spec).map_err(|error| Error::BadSpec { detail: error.to_string() })?;
    Ok(Input {
        indicator: wire.indicator,
        kind: wire.kind,
        area: wire.area,
        from: wire.from,
        to: wire.to,
        lang: wire.lang,
        theme: wire.theme,
        height: wire.height,
        heading: wire.heading,
        subheading: wire.subheading,
        note: wire.note,
        source: wire.source,
        alt: wire.alt,
    })
}

fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = js_sys::Object::new();
    for (name, value) in fields {
        // Setting a property of a fresh object cannot fail.
        let _ = js_sys::Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}

fn texts(list: &[String]) -> JsValue {
    list.iter().map(|text| JsValue::from_str(text)).collect::<js_sys::Array>().into()
}

/// `{ id, x, y, pinned, heading, value, rows, announce }`.
pub(super) fn balloon(balloon: &Balloon) -> JsValue {
    let reading = &balloon.reading;
    let rows = reading
        .rows
        .iter()
        .map(|row| object(&[("label", (&row.label).into()), ("text", (&row.text).into())]));
    object(&[
        ("id", (&reading.id).into()),
        ("x", balloon.at.x.into()),
        ("y", balloon.at.y.into()),
        ("pinned", balloon.pinned.into()),
        ("heading", (&reading.heading).into()),
        ("value", (&reading.value).into()),
        ("rows", rows.collect::<js_sys::Array>().into()),
        ("announce", (&reading.announce).into()),
    ])
}

/// `{ caption, head, rows }`.
pub(super) fn table(table: &Table) -> JsValue {
    let rows = table.rows.iter().map(|row| texts(row)).collect::<js_sys::Array>();
    object(&[("caption", (&table.caption).into()), ("head", texts(&table.head)), ("rows", rows.into())])
}
