//! Turns the attributes of a chart element into its picture, by the library that the page's engine is made from.

use std::rc::Rc;

use anyhow::{Context, Result, anyhow};
use indicator_chart::dataset;
use indicator_chart::spec::Input;
use indicator_chart::words::{Lang, say};
use indicator_chart::{Chart, Dataset};

use crate::figures::File;
use crate::prerender::{Draw, Picture, Wish};

/// The library with the built-in figures, and those of the files that lie beside the page.
#[derive(Debug)]
pub(crate) struct Library {
    dataset: Rc<Dataset>,
    files: Vec<(&'static str, Rc<Dataset>)>,
}

impl Library {
    pub(crate) fn new(files: &[File]) -> Result<Self> {
        let mut read = Vec::new();
        for file in files {
            let data = dataset::figures(&file.bytes).with_context(|| file.name.to_owned())?;
            read.push((file.name, Rc::new(data)));
        }
        Ok(Self { dataset: Rc::new(dataset::builtin()), files: read })
    }

    /// The built-in figures.
    pub(crate) fn builtin(&self) -> &Dataset {
        &self.dataset
    }

    /// The figures that an element names by `src`.
    fn dataset(&self, wish: &Wish<'_>) -> Result<Rc<Dataset>> {
        let named = wish.attributes.iter().find(|(name, value)| name == "src" && !value.trim().is_empty());
        let Some((_, name)) = named else { return Ok(Rc::clone(&self.dataset)) };
        let found = self.files.iter().find(|(file, _)| *file == name.trim());
        let (_, data) = found.with_context(|| format!("the site has no file of figures '{name}'"))?;
        Ok(Rc::clone(data))
    }
}

impl Draw for Library {
    fn draw(&self, wish: &Wish<'_>) -> Result<Picture> {
        let input = input(wish);
        let lang = Lang::of(input.lang.as_deref().unwrap_or_default());
        // The code first: a chart that is there to be refused is held to it.
        let mut chart = Chart::new(self.dataset(wish)?, &input)
            .map_err(|error| anyhow!("{}: {}", error.code(), error.message(lang)))?;
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

/// Attributes that are not the chart's (class, id, data-…) are the page's own business.
fn input(wish: &Wish<'_>) -> Input {
    let value = |wanted: &str| {
        wish.attributes.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.clone())
    };
    let own = match Lang::of(value("lang").as_deref().unwrap_or_default()) {
        Lang::Zh => "zh",
        Lang::En => "en",
    };
    // As the element does it: a text in the language that is shown goes before the plain one.
    let text = |name: &str| value(&format!("{name}-{own}")).or_else(|| value(name));
    Input {
        indicator: value("indicator"),
        domain: value("domain"),
        status: value("status"),
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
        profile: value("profile"),
        highlight: value("highlight"),
        annotations: text("annotations"),
        height: value("height"),
        show: value("show"),
        heading: text("heading"),
        subheading: text("subheading"),
        note: text("note"),
        source: text("source"),
        alt: text("alt"),
    }
}

#[cfg(test)]
mod tests {
    use super::input;
    use crate::prerender::Wish;

    #[test]
    fn a_text_in_the_language_that_is_shown_goes_before_the_plain_one() {
        for (lang, heading) in [("zh-CN", "甲"), ("en", "A")] {
            let attributes =
                [("lang", lang), ("heading-zh", "甲"), ("heading", "?"), ("heading-en", "A"), ("note", "n")]
                    .map(|(name, value)| (name.to_owned(), value.to_owned()));
            let input = input(&Wish { attributes: &attributes, theme: "light", width: 640.0 });
            assert_eq!(input.heading.as_deref(), Some(heading));
            assert_eq!(input.note.as_deref(), Some("n"));
        }
    }
}
