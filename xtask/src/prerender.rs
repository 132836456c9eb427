//! Turns an article with chart elements into the same article with a picture and a table inside each element,
//! for readers without scripts, for print and for the time before the engine is there.

use std::cell::RefCell;

use anyhow::{Context, Result, anyhow};
use indicator_chart::embed::slug;
use lol_html::html_content::{ContentType, Element};
use lol_html::{RewriteStrSettings, element, rewrite_str};

/// Where the pictures stand, beside the page.
pub(crate) const DIRECTORY: &str = "charts";

/// How the element is told the heights of its pictures.
const HEIGHTS: &str = "heights";
/// Marks a chart that is there to show why it is refused; what its author put inside stays, and the build holds it to
/// the code of the refusal.
const REFUSED: &str = "data-refused";

/// The inside of an element.
#[derive(Clone, Debug, Default)]
pub(crate) struct Fallback {
    pub(crate) html: String,
    /// The heights of its pictures, which the live chart keeps to; none where its author gave one.
    pub(crate) heights: Option<String>,
    /// File name and SVG text of each picture.
    pub(crate) files: Vec<(String, String)>,
}

/// Draws the chart of an element.
pub(crate) trait Draw {
    /// The pictures of a chart with these attributes in source order, `lang` being the page's where the element has none;
    /// the names of its files begin with `name`, and stand in `folder`.
    fn draw(&self, attributes: &[(String, String)], folder: &str, name: &str) -> Result<Fallback>;
}

/// A rewritten page and the pictures that it names.
#[derive(Debug, Default)]
pub(crate) struct Page {
    pub(crate) html: String,
    /// File name and SVG text.
    pub(crate) files: Vec<(String, String)>,
}

/// Fills every `<indicator-chart>` of `source`.
pub(crate) fn page(source: &str, draw: &dyn Draw) -> Result<Page> {
    let language = RefCell::new(String::new());
    let filled = RefCell::new((0, Vec::new()));
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("html[lang]", |html| {
            language.replace(html.get_attribute("lang").unwrap_or_default());
            Ok(())
        }))
        .append_element_content_handler(element!("indicator-chart", |chart| {
            let (number, files) = &mut *filled.borrow_mut();
            *number += 1;
            let attributes = attributes(chart, &language.borrow());
            let name = name(&attributes, *number);
            let drawn = draw.draw(&attributes, DIRECTORY, &name);
            if let Some(code) = chart.get_attribute(REFUSED) {
                return match drawn {
                    Err(error) if error.to_string().starts_with(&format!("{code}: ")) => Ok(()),
                    Err(error) => {
                        Err(format!("chart {number} was to be refused by {code}: {error:#}").into())
                    }
                    Ok(_) => Err(format!("chart {number} was to be refused by {code} and is drawn").into()),
                };
            }
            let drawn = drawn
                .with_context(|| format!("chart {number} ({name})"))
                .map_err(|error| format!("{error:#}"))?;
            chart.set_inner_content(&drawn.html, ContentType::Html);
            if let Some(heights) = drawn.heights {
                chart.set_attribute(HEIGHTS, &heights)?;
            }
            files.extend(drawn.files);
            Ok(())
        }));
    let html = rewrite_str(source, settings).map_err(|error| anyhow!("{error}"))?;
    Ok(Page { html, files: filled.into_inner().1 })
}

/// What the names of its pictures begin with: its place among the page's charts, and what it is called.
fn name(attributes: &[(String, String)], number: usize) -> String {
    let value =
        |wanted: &str| attributes.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.as_str());
    let called = slug(value("id").or_else(|| value("indicator")).unwrap_or_default());
    // The editions of an article name their charts alike, so that a link to one opens in the other.
    match value("lang").filter(|lang| !lang.starts_with("zh")) {
        Some(lang) => format!("{number:02}-{called}-{}", slug(lang)),
        None => format!("{number:02}-{called}"),
    }
}

/// The element's attributes, with the page's language where it names none itself.
fn attributes(chart: &Element<'_, '_>, language: &str) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> =
        chart.attributes().iter().map(|attribute| (attribute.name(), unescape(&attribute.value()))).collect();
    if !language.is_empty() && all.iter().all(|(name, _)| name != "lang") {
        all.push(("lang".to_owned(), language.to_owned()));
    }
    all
}

/// Attribute values come as written in the page; these are the references that our pages use.
fn unescape(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use anyhow::{Result, bail};

    use super::{Draw, Fallback, page, slug};

    struct Echo;

    impl Draw for Echo {
        fn draw(&self, attributes: &[(String, String)], folder: &str, name: &str) -> Result<Fallback> {
            let said: Vec<String> =
                attributes.iter().map(|(name, value)| format!("{name}={value}")).collect();
            if said.iter().any(|said| said == "indicator=none") {
                bail!("unknown-indicator: no such indicator");
            }
            Ok(Fallback {
                html: format!("<img src=\"{folder}/{name}.svg\">"),
                heights: Some("280:400".to_owned()),
                files: vec![(format!("{name}.svg"), said.join(" "))],
            })
        }
    }

    #[test]
    fn a_chart_gets_its_pictures_and_their_heights() {
        let page = page(
            "<!doctype html><html lang=\"en\"><p>1<indicator-chart indicator=\"A b/c\"></indicator-chart><p>2",
            &Echo,
        )
        .unwrap();
        assert_eq!(page.files, [("01-a-b-c-en.svg".to_owned(), "indicator=A b/c lang=en".to_owned())]);
        let chart = "<indicator-chart indicator=\"A b/c\" heights=\"280:400\">\
                     <img src=\"charts/01-a-b-c-en.svg\"></indicator-chart>";
        assert_eq!(page.html, format!("<!doctype html><html lang=\"en\"><p>1{chart}<p>2"));
    }

    #[test]
    fn a_chart_that_cannot_be_drawn_stops_the_build() {
        let error = page("<indicator-chart indicator=none></indicator-chart>", &Echo).unwrap_err();
        assert!(
            error.to_string().contains("chart 1 (01-none): unknown-indicator: no such indicator"),
            "{error}"
        );
    }

    #[test]
    fn a_chart_that_is_there_to_be_refused_keeps_what_its_author_put_inside() {
        let source =
            "<indicator-chart indicator=none data-refused=unknown-indicator><p>none</p></indicator-chart>";
        let page = page(source, &Echo).unwrap();
        assert_eq!((page.html.as_str(), page.files.len()), (source, 0));
    }

    #[test]
    fn a_chart_that_is_there_to_be_refused_must_be_and_for_the_reason_it_names() {
        for (indicator, says) in [("none", "by no-data: unknown-indicator"), ("some", "and is drawn")] {
            let source =
                format!("<indicator-chart indicator={indicator} data-refused=no-data></indicator-chart>");
            let error = page(&source, &Echo).unwrap_err().to_string();
            assert!(error.contains(says), "{error}");
        }
    }

    #[test]
    fn a_file_name_needs_no_quoting() {
        assert_eq!(slug("air-cargo, 邮件"), "air-cargo");
        assert_eq!(slug("../.."), "chart");
    }
}
