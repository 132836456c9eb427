//! Turns the attributes of a chart element into its picture, by the library that the page's engine is made from.

use std::rc::Rc;

use anyhow::{Result, anyhow, bail};
use indicator_chart::dataset;
use indicator_chart::spec::Input;
use indicator_chart::words::{Lang, say};
use indicator_chart::{Chart, Dataset};

use crate::figures::INVENTED;
use crate::prerender::{Draw, Picture, Wish};

/// The library with the built-in figures and the invented ones.
#[derive(Debug)]
pub(crate) struct Library {
    builtin: Rc<Dataset>,
    invented: Rc<Dataset>,
}

impl Library {
    pub(crate) fn new(invented: Dataset) -> Self {
        Self { builtin: Rc::new(dataset::builtin()), invented: Rc::new(invented) }
    }

    fn dataset(&self, wish: &Wish<'_>) -> Result<Rc<Dataset>> {
        match value(wish, "src").as_deref() {
            None | Some("") => Ok(Rc::clone(&self.builtin)),
            Some(INVENTED) => Ok(Rc::clone(&self.invented)),
            Some(other) => bail!("src names {other}, which the build does not know"),
        }
    }
}

impl Draw for Library {
    fn draw(&self, wish: &Wish<'_>) -> Result<Picture> {
        let input = input(wish);
        let lang = Lang::of(input.lang.as_deref().unwrap_or_default());
        let mut chart =
            Chart::new(self.dataset(wish)?, &input).map_err(|error| anyhow!(error.message(lang)))?;
        let height = chart.resize(wish.width);
        let table = chart.table();
        Ok(Picture {
            svg: chart.svg("ic"),
            height,
            summary: chart.summary(),
            table_name: say::DATA_TABLE.fill(lang, &[&table.caption]),
            caption: table.caption,
            head: table.head,
            rows: table.rows,
        })
    }
}

/// An attribute of the element.
fn value(wish: &Wish<'_>, wanted: &str) -> Option<String> {
    wish.attributes.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.clone())
}

/// Attributes that are not the chart's (class, id, data-…) are the page's own business.
fn input(wish: &Wish<'_>) -> Input {
    let value = |wanted: &str| value(wish, wanted);
    Input {
        indicator: value("indicator"),
        kind: value("kind"),
        area: value("area"),
        from: value("from"),
        to: value("to"),
        lang: value("lang"),
        theme: Some(wish.theme.to_owned()),
        colors: value("colors"),
        form: value("form"),
        panels: value("panels"),
        scale: value("scale"),
        sort: value("sort"),
        highlight: value("highlight"),
        annotations: value("annotations"),
        height: value("height"),
        heading: value("heading"),
        subheading: value("subheading"),
        note: value("note"),
        source: value("source"),
        alt: value("alt"),
    }
}
