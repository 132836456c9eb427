//! Turns the attributes of a chart element into its picture, by the library that the page's engine is made from.

use std::rc::Rc;

use anyhow::{Context, Result, anyhow};
use indicator_chart::embed::{Embed, Picture, input};
use indicator_chart::spec::Input;
use indicator_chart::words::Lang;
use indicator_chart::{Chart, Dataset, dataset};

use crate::figures::File;
use crate::prerender::{Draw, Fallback};

/// The widths at which the pages' pictures begin, CSS px: phones, and the columns of our pages, which are no wider.
const STARTS: [u32; 5] = [280, 340, 400, 480, 600];

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

    /// A chart with these attributes in another theme and at a width of its own, CSS px.
    pub(crate) fn svg(&self, attributes: &[(String, String)], theme: &str, width: f64) -> Result<String> {
        let input = Input { theme: Some(theme.to_owned()), ..input(attributes) };
        let lang = Lang::of(input.lang.as_deref().unwrap_or_default());
        let mut chart = Chart::new(Rc::clone(self.dataset(attributes)?), &input)
            .map_err(|error| anyhow!("{}: {}", error.code(), error.message(lang)))?;
        chart.resize(width);
        Ok(chart.svg("ic"))
    }

    /// The figures that an element names by `src`.
    fn dataset(&self, attributes: &[(String, String)]) -> Result<&Rc<Dataset>> {
        let named = attributes.iter().find(|(name, value)| name == "src" && !value.trim().is_empty());
        let Some((_, name)) = named else { return Ok(&self.dataset) };
        let found = self.files.iter().find(|(file, _)| *file == name.trim());
        let (_, data) = found.with_context(|| format!("the site has no file of figures '{name}'"))?;
        Ok(data)
    }
}

impl Draw for Library {
    fn draw(&self, attributes: &[(String, String)], folder: &str, name: &str) -> Result<Fallback> {
        let input = input(attributes);
        let lang = Lang::of(input.lang.as_deref().unwrap_or_default());
        // The code first: a chart that is there to be refused is held to it.
        let embed = Embed::new(self.dataset(attributes)?, &input, &STARTS)
            .map_err(|error| anyhow!("{}: {}", error.code(), error.message(lang)))?;
        let file = |picture: &Picture| format!("{name}-{}.svg", picture.name());
        Ok(Fallback {
            html: embed.fallback(&|picture| format!("{folder}/{}", file(picture))),
            heights: embed.heights(),
            files: embed.pictures.iter().map(|picture| (file(picture), picture.svg.clone())).collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Library;
    use crate::prerender::{Draw, Fallback};

    fn drawn(attributes: &[(&str, &str)]) -> Fallback {
        let attributes: Vec<(String, String)> =
            attributes.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Library::new(&[]).unwrap().draw(&attributes, "charts", "01-a").unwrap()
    }

    #[test]
    fn a_chart_has_a_picture_a_width_and_theme_and_a_table() {
        let chart = drawn(&[("indicator", "high-tech-enterprises"), ("lang", "en"), ("heading", "a < b")]);
        let names: Vec<&str> = chart.files.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(&names[..3], ["01-a-280.svg", "01-a-280-dark.svg", "01-a-340.svg"]);
        assert!(chart.heights.is_some_and(|heights| heights.starts_with("280:")));
        assert!(chart.html.contains("src=\"charts/01-a-280.svg\"") && chart.html.contains("a &lt; b"));
    }

    #[test]
    fn a_fixed_theme_is_drawn_in_that_theme_alone_and_a_fixed_height_kept() {
        let chart = drawn(&[("indicator", "high-tech-enterprises"), ("theme", "dark"), ("height", "700")]);
        assert!(chart.files.iter().all(|(name, _)| !name.contains("dark")));
        assert!(!chart.html.contains("data-shade") && chart.html.contains("height=\"700\""));
        assert_eq!(chart.heights, None);
    }
}
