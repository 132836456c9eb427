//! The arrays of a page into columns that its charts share.

use std::rc::Rc;

use js_sys::{Array, Float64Array, Reflect};
use wasm_bindgen::prelude::*;

use super::thrown;
use crate::column::{self, Builder, Kind};
use crate::error::Error;
use crate::words::Lang;

/// So many numbers are taken over at a time: what is checked is still in the nearest cache.
const CHUNK: u32 = 8192;

/// Columns of numbers that a page handed over. Charts that were made of them live on when this is freed.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Columns {
    inner: Rc<column::Columns>,
}

#[wasm_bindgen]
impl Columns {
    /// Columns from `{ x, series: [{ name, y, color }], type, unit, offset }`, arrays as Float64Array, each read once;
    /// throws an error with `message`, in the language of a tag, and `kind`.
    ///
    /// # Errors
    /// Where a column does not fit the others, or x is no place on an axis.
    #[wasm_bindgen(constructor)]
    pub fn new(data: JsValue, lang: Option<String>) -> Result<Self, JsValue> {
        let lang = Lang::of(lang.as_deref().unwrap_or_default());
        let inner = read(&data).map_err(|error| thrown(&error, lang))?;
        Ok(Self { inner: Rc::new(inner) })
    }

    /// Another handle of the same columns: a chart takes the one that it is given.
    pub fn share(&self) -> Self {
        Self { inner: Rc::clone(&self.inner) }
    }
}

/// The columns that a chart is to show; none where the page gave none.
pub(super) fn data(columns: Option<Columns>) -> Rc<column::Columns> {
    columns.map_or_else(Rc::default, |columns| columns.inner)
}

fn field(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or_default()
}

fn text(object: &JsValue, name: &str) -> String {
    field(object, name).as_string().unwrap_or_default()
}

fn read(data: &JsValue) -> Result<column::Columns, Error> {
    let x = numbers(&field(data, "x"));
    let all = field(data, "series").dyn_into::<Array>().unwrap_or_default();
    let mut builder = Builder::new(x.length() as usize);
    chunks(&x, |chunk| builder.x(chunk))?;
    for series in all.iter() {
        let y = numbers(&field(&series, "y"));
        builder.series(&text(&series, "name"), &text(&series, "color"), y.length() as usize)?;
        chunks(&y, |chunk| {
            builder.y(chunk);
            Ok(())
        })?;
    }
    let kind = match text(data, "type").as_str() {
        "time" => Some(Kind::Time),
        "number" => Some(Kind::Number),
        _ => None,
    };
    let offset = field(data, "offset").as_f64().unwrap_or(0.0);
    builder.finish(kind, &text(data, "unit"), offset)
}

/// The array; an empty one where there is none. The element makes any list of numbers one of these.
fn numbers(value: &JsValue) -> Float64Array {
    value.clone().dyn_into().unwrap_or_else(|_| Float64Array::new_with_length(0))
}

fn chunks(array: &Float64Array, mut take: impl FnMut(&[f64]) -> Result<(), Error>) -> Result<(), Error> {
    let mut buffer = [0.0; CHUNK as usize];
    let mut from = 0;
    while from < array.length() {
        let to = array.length().min(from + CHUNK);
        let part = &mut buffer[..(to - from) as usize];
        array.subarray(from, to).copy_to(part);
        take(part)?;
        from = to;
    }
    Ok(())
}
