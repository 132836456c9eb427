//! The figures that a chart shows: those compiled in, or the bytes of a file that the page fetched.

use std::cell::OnceCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;

use super::thrown;
use crate::chart::Dataset;
use crate::words::Lang;

thread_local! {
    static BUILTIN: OnceCell<Rc<Dataset>> = const { OnceCell::new() };
}

/// The figures compiled in, decoded when the first chart asks for them.
fn builtin() -> Rc<Dataset> {
    #[cfg(feature = "builtin-dataset")]
    let decode = || Rc::new(crate::chart::builtin());
    #[cfg(not(feature = "builtin-dataset"))]
    let decode = || Rc::new(Dataset::default());
    BUILTIN.with(|cell| Rc::clone(cell.get_or_init(decode)))
}

/// Figures that a page fetched. Charts that were made of them live on when this is freed.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Figures {
    inner: Rc<Dataset>,
}

#[wasm_bindgen]
impl Figures {
    /// Figures from the bytes of a file; throws an error with `message`, in the language of a tag, and `kind`.
    ///
    /// # Errors
    /// Where the file is not one of figures, or was damaged.
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: &[u8], lang: Option<String>) -> Result<Self, JsValue> {
        let lang = Lang::of(lang.as_deref().unwrap_or_default());
        let data = crate::chart::figures(bytes).map_err(|error| thrown(&error, lang))?;
        Ok(Self { inner: Rc::new(data) })
    }

    /// Figures, or without them those built in, as an article was published with them: its rows as cells and the ids to
    /// leave out, both with the character of code 31 between. Throws the place of the first cell that cannot be used.
    ///
    /// # Errors
    /// Where a cell is not what its column holds, or refers to what there is not.
    pub fn amended(figures: Option<Figures>, rows: &str, hidden: &str) -> Result<Self, JsValue> {
        let amended = crate::chart::amend(&data(figures), rows, hidden);
        let place = |bad: crate::chart::BadCell| bad.row * crate::chart::COLUMNS.len() + bad.column;
        let amended = amended.map_err(|bad| JsValue::from(u32::try_from(place(bad)).unwrap_or(u32::MAX)))?;
        Ok(Self { inner: Rc::new(amended) })
    }

    /// Another handle of the same figures: a chart takes the one that it is given.
    pub fn share(&self) -> Self {
        Self { inner: Rc::clone(&self.inner) }
    }
}

/// The dataset that a chart is to show: the page's figures, else those compiled in.
pub(super) fn data(figures: Option<Figures>) -> Rc<Dataset> {
    figures.map_or_else(builtin, |figures| figures.inner)
}
