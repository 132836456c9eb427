//! The browser's door: a chart as a class of JavaScript, its events as numbers, its answers as plain objects.
//!
//! The only room that names the browser crates. The page owns every listener, timer and frame; nothing here calls
//! back into it. One class serves two engines: that of figures, and with the feature `columns` the small one that draws
//! the numbers of a page's own arrays.

pub mod canvas;
#[cfg(feature = "columns")]
mod columns;
mod convert;
#[cfg(not(feature = "columns"))]
mod figures;

#[cfg(feature = "columns")]
use columns::{Columns as Source, data};
#[cfg(not(feature = "columns"))]
use figures::{Figures as Source, data};

use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

#[cfg(not(feature = "columns"))]
use crate::chart::Chart as Inner;
use crate::chart::{Damage, Event, Key, Update};
use crate::error::Error;
use crate::geom::Point;
#[cfg(feature = "columns")]
use crate::plot::Plot as Inner;
use crate::text::{Measure, PROBE, Weight};
use crate::words::Lang;

/// Set in a key's answer when the chart used the key.
const USED: u32 = 16;

fn used(update: Update) -> u32 {
    code(update.damage) | if update.used { USED } else { 0 }
}

fn code(damage: Damage) -> u32 {
    match damage {
        Damage::None => 0,
        Damage::Overlay => 1,
        Damage::Scene => 2,
        Damage::Layout => 3,
    }
}

/// A chart on a page.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Chart {
    inner: Inner,
}

fn thrown(error: &Error, lang: Lang) -> JsValue {
    let thrown = js_sys::Error::new(&error.message(lang));
    // Setting a property of a fresh object cannot fail.
    let _ = js_sys::Reflect::set(&thrown, &"kind".into(), &error.code().into());
    thrown.into()
}

#[wasm_bindgen]
impl Chart {
    /// A chart of figures, or without them of those built in; throws an error with `message` and `kind`.
    ///
    /// # Errors
    /// Where the spec cannot be read or its data cannot be shown.
    #[wasm_bindgen(constructor)]
    pub fn new(spec: JsValue, source: Option<Source>) -> Result<Self, JsValue> {
        let lang = convert::lang(&spec);
        let input = convert::input(spec).map_err(|error| thrown(&error, lang))?;
        let made = Inner::new(data(source), &input);
        Ok(Self { inner: made.map_err(|error| thrown(&error, lang))? })
    }

    /// Replaces spec and figures, as the constructor takes them; on an error the chart stays as it was.
    ///
    /// # Errors
    /// As the constructor.
    #[wasm_bindgen(js_name = setSpec)]
    pub fn set_spec(&mut self, spec: JsValue, source: Option<Source>) -> Result<(), JsValue> {
        let lang = convert::lang(&spec);
        let input = convert::input(spec).map_err(|error| thrown(&error, lang))?;
        self.inner.set_data(data(source), &input).map_err(|error| thrown(&error, lang))
    }

    /// The page's font and how much wider than the built-in table it runs, regular and semibold.
    #[wasm_bindgen(js_name = setFont)]
    pub fn set_font(&mut self, family: &str, regular: f64, semibold: f64) {
        self.inner.set_font(family, regular, semibold);
    }

    /// Lays out at a width in CSS px; returns the height.
    pub fn resize(&mut self, width: f64) -> f64 {
        self.inner.resize(width)
    }

    /// Inks what the damage names; the page has sized both canvases to the picture times `dpr`.
    ///
    /// # Errors
    /// Where a canvas gives no context or refuses to be drawn on.
    pub fn paint(
        &self,
        base: &HtmlCanvasElement,
        overlay: &HtmlCanvasElement,
        dpr: f64,
        damage: u32,
    ) -> Result<(), JsValue> {
        let Some(scene) = self.inner.scene() else { return Ok(()) };
        let family = self.inner.family();
        let refused = |error: Error| thrown(&error, self.inner.lang());
        if damage >= code(Damage::Scene) {
            canvas::draw(base, scene, dpr, family).map_err(refused)?;
        }
        // The page gives it pixels when there is something to show.
        if damage >= code(Damage::Overlay) && overlay.width() > 0 {
            canvas::draw(overlay, &self.inner.overlay(), dpr, family).map_err(refused)?;
        }
        Ok(())
    }

    /// A pointer event: 0 moves, 1 leaves, 2 taps, 3 presses, 4 lets go, 5 has its drag taken away, 6 scrubs by
    /// a finger; CSS px in the picture. Returns the damage.
    pub fn pointer(&mut self, kind: u32, x: f64, y: f64) -> u32 {
        let place = Point::new(x, y);
        let event = match kind {
            0 => Event::Move(place),
            2 => Event::Tap(place),
            3 => Event::Press(place),
            4 => Event::Release(place),
            5 => Event::Cancel,
            6 => Event::Scrub(place),
            _ => Event::Leave,
        };
        code(self.inner.event(event).damage)
    }

    /// A key by its `KeyboardEvent.key`; returns the damage, plus 16 where the chart used the key.
    pub fn key(&mut self, key: &str) -> u32 {
        let Some(key) = Key::of(key) else { return 0 };
        used(self.inner.event(Event::Key(key)))
    }

    /// The wheel with a modifier; positive steps look closer. Returns the damage, plus 16 where the chart used it.
    pub fn wheel(&mut self, x: f64, y: f64, steps: f64) -> u32 {
        used(self.inner.event(Event::Wheel(Point::new(x, y), steps > 0.0)))
    }

    /// Shows x from one number to the other alone; returns the damage.
    #[cfg(feature = "columns")]
    pub fn zoom(&mut self, from: f64, to: f64) -> u32 {
        code(self.inner.zoom(from, to))
    }

    /// Shows all of x; returns the damage.
    #[cfg(feature = "columns")]
    #[wasm_bindgen(js_name = zoomReset)]
    pub fn zoom_reset(&mut self) -> u32 {
        code(self.inner.zoom_reset())
    }

    /// Whether there is time to narrow.
    pub fn zoomable(&self) -> bool {
        self.inner.zoomable()
    }

    /// What a linked chart reads: its period and the series it has lit, as `reading` and `lit` tell them; returns the
    /// damage.
    pub fn echo(&mut self, period: &str, series: &str) -> u32 {
        code(self.inner.echo(period, series))
    }

    /// The key of what stands out from the rest; empty where all stand alike.
    pub fn lit(&self) -> String {
        self.inner.lit()
    }

    /// What is pinned, kept lit, and the first and last day that is zoomed to; empty where not.
    pub fn view(&self) -> Vec<String> {
        self.inner.view().to_vec()
    }

    /// Sets what `view` tells; a mask of what does not exist here: 1 the point, 2 the series, 4 the span.
    pub fn restore(&mut self, point: &str, series: &str, from: &str, to: &str) -> u32 {
        let found = self.inner.restore(point, series, from, to);
        found.into_iter().zip([1, 2, 4]).map(|(found, bit)| if found { 0 } else { bit }).sum()
    }

    /// The figures as they are in the data, as `{ rows, sources }`.
    pub fn records(&self) -> JsValue {
        let (rows, sources) = self.inner.records();
        convert::records(&rows, &sources)
    }

    /// The keyboard comes; returns the damage.
    pub fn focus(&mut self) -> u32 {
        code(self.inner.event(Event::Focus).damage)
    }

    /// The keyboard leaves; returns the damage.
    pub fn blur(&mut self) -> u32 {
        code(self.inner.event(Event::Blur).damage)
    }

    /// Pins the datum of an observation id; whether the picture has it.
    #[wasm_bindgen(js_name = pointAt)]
    pub fn point_at(&mut self, id: &str) -> bool {
        self.inner.point_at(id)
    }

    /// What is read now, or undefined.
    pub fn reading(&self) -> JsValue {
        let keys = self.inner.read_keys();
        self.inner.reading().map_or(JsValue::UNDEFINED, |balloon| convert::balloon(&balloon, keys))
    }

    /// The accessible name.
    pub fn label(&self) -> String {
        self.inner.label()
    }

    /// The picture in a sentence or two.
    pub fn summary(&self) -> String {
        self.inner.summary()
    }

    /// The name of the kind drawn, why the data chose it (empty where they did not), and what an editor should know, a
    /// text each.
    pub fn facts(&self) -> Vec<String> {
        let mut facts = vec![self.inner.kind().to_owned(), self.inner.why().to_owned()];
        facts.extend(self.inner.warnings());
        facts
    }

    /// The data as `{ caption, about, head, rows, notes }`.
    pub fn table(&self) -> JsValue {
        convert::table(&self.inner.table())
    }

    /// The picture as a standalone SVG document.
    pub fn svg(&self) -> String {
        self.inner.svg("ic")
    }
}

/// The text to measure on the page's canvas once a font change.
#[wasm_bindgen]
pub fn probe() -> String {
    PROBE.to_owned()
}

/// Its width in the built-in table, em, at weight 400 or 600.
#[wasm_bindgen(js_name = probeWidth)]
pub fn probe_width(weight: u32) -> f64 {
    Measure::probe(if weight >= 600 { Weight::Semibold } else { Weight::Regular })
}
