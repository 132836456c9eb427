//! The painters' trial scene, inked on a canvas and written as SVG by the code that the engine is made of.
#![cfg(target_arch = "wasm32")]

#[path = "../../support/trial.rs"]
mod scene;

use indicator_chart::paint::{SvgHead, svg};
use indicator_chart::wasm::canvas::draw;
use indicator_chart::words::Lang;
use wasm_bindgen::prelude::*;

/// Inks the scene.
///
/// # Errors
/// Where the canvas refuses to be drawn on.
#[wasm_bindgen]
pub fn paint(canvas: &web_sys::HtmlCanvasElement, dpr: f64, family: &str) -> Result<(), JsValue> {
    draw(canvas, &scene::trial(), dpr, family).map_err(|error| JsValue::from_str(&error.message(Lang::En)))
}

/// Writes the scene.
#[wasm_bindgen(js_name = document)]
pub fn document(family: &str) -> String {
    svg(&scene::trial(), &SvgHead { family, ..SvgHead::default() })
}

/// Width and height of the scene, CSS px.
#[wasm_bindgen]
pub fn size() -> Vec<f64> {
    let size = scene::trial().size;
    vec![size.w, size.h]
}
