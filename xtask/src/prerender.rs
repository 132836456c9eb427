//! Turns an article with chart elements into the same article with a picture and a table inside each element,
//! for readers without scripts, for print and for the time before the engine is there.

use std::cell::RefCell;

use anyhow::{Context, Result, anyhow};
use lol_html::html_content::{ContentType, Element};
use lol_html::{RewriteStrSettings, element, rewrite_str};

/// Where the pictures stand, beside the page.
pub(crate) const DIRECTORY: &str = "charts";

/// Widths of the pictures in CSS px: a phone's column and an article's.
const NARROW: f64 = 328.0;
const WIDE: f64 = 640.0;
/// Below this width of the window the narrow picture is shown.
const PHONE: &str = "(max-width: 480px)";
const DARK: &str = "(prefers-color-scheme: dark)";
/// Marks a chart that is there to show why it is refused; what its author put inside stays, and the build holds it to
/// the code of the refusal.
const REFUSED: &str = "data-refused";

/// What the library is asked for.
#[derive(Debug)]
pub(crate) struct Wish<'a> {
    /// The element's attributes in source order; `lang` is the page's where the element has none.
    pub(crate) attributes: &'a [(String, String)],
    /// Its name, as the attribute has it.
    pub(crate) theme: &'a str,
    /// CSS px.
    pub(crate) width: f64,
}

/// One drawn chart and the same facts in words.
#[derive(Clone, Debug)]
pub(crate) struct Picture {
    pub(crate) svg: String,
    /// CSS px.
    pub(crate) height: f64,
    pub(crate) summary: String,
    /// What the table shows; it also opens the table.
    /// What opens the table.
    pub(crate) table_name: String,
    pub(crate) caption: String,
    pub(crate) head: Vec<String>,
    /// The first cell of a row is its header.
    pub(crate) rows: Vec<Vec<String>>,
}

/// Draws a chart from the attributes of its element.
pub(crate) trait Draw {
    fn draw(&self, wish: &Wish<'_>) -> Result<Picture>;
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
            if let Some(code) = chart.get_attribute(REFUSED) {
                let wish = Wish { attributes: &attributes, theme: "light", width: WIDE };
                return match draw.draw(&wish) {
                    Err(error) if error.to_string().starts_with(&format!("{code}: ")) => Ok(()),
                    Err(error) => {
                        Err(format!("chart {number} was to be refused by {code}: {error:#}").into())
                    }
                    Ok(_) => Err(format!("chart {number} was to be refused by {code} and is drawn").into()),
                };
            }
            let fallback = fallback(&attributes, *number, draw).map_err(|error| format!("{error:#}"))?;
            chart.set_inner_content(&fallback.html, ContentType::Html);
            files.extend(fallback.files);
            Ok(())
        }));
    let html = rewrite_str(source, settings).map_err(|error| anyhow!("{error}"))?;
    Ok(Page { html, files: filled.into_inner().1 })
}

/// The inside of one element.
fn fallback(attributes: &[(String, String)], number: usize, draw: &dyn Draw) -> Result<Page> {
    let value =
        |wanted: &str| attributes.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.as_str());
    let mut slug = slug(value("id").or_else(|| value("indicator")).unwrap_or_default());
    // The editions of an article name their charts alike, so that a link to one opens in the other.
    if let Some(lang) = value("lang").filter(|lang| !lang.starts_with("zh")) {
        slug = format!("{slug}-{}", self::slug(lang));
    }
    let own = value("theme").filter(|theme| !theme.is_empty());
    let themes = own.map_or_else(|| vec!["dark", "light"], |theme| vec![theme]);
    let mut page = Page { html: "<picture>".to_owned(), files: Vec::new() };
    let mut last = None;
    for (index, theme) in themes.iter().enumerate() {
        let shade = if *theme == "light" { String::new() } else { format!("-{theme}") };
        // The theme that stands last is the one shown when no condition holds.
        let follows = index + 1 == themes.len();
        for (width, narrow) in [(NARROW, true), (WIDE, false)] {
            let picture = draw
                .draw(&Wish { attributes, theme, width })
                .with_context(|| format!("chart {number} ({slug})"))?;
            let file = format!("{number:02}-{slug}-{width}{shade}.svg");
            let address = format!("{DIRECTORY}/{file}\" width=\"{width}\" height=\"{}\"", picture.height);
            page.html += &match (follows, narrow) {
                (false, true) => format!("<source media=\"{DARK} and {PHONE}\" srcset=\"{address}>"),
                (false, false) => format!("<source media=\"{DARK}\" srcset=\"{address}>"),
                (true, true) => format!("<source media=\"{PHONE}\" srcset=\"{address}>"),
                (true, false) => {
                    let alt = escape(&picture.summary);
                    format!("<img loading=\"lazy\" alt=\"{alt}\" src=\"{address}></picture>")
                }
            };
            page.files.push((file, picture.svg.clone()));
            last = Some(picture);
        }
    }
    if let Some(picture) = last {
        page.html += &table(&picture);
    }
    Ok(page)
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

fn table(picture: &Picture) -> String {
    let cell = |text: &String, open: &str, close: &str| format!("<{open}>{}</{close}>", escape(text));
    let head: String = picture.head.iter().map(|text| cell(text, "th scope=\"col\"", "th")).collect();
    let mut body = String::new();
    for row in &picture.rows {
        body += "<tr>";
        for (index, text) in row.iter().enumerate() {
            body += &if index == 0 { cell(text, "th scope=\"row\"", "th") } else { cell(text, "td", "td") };
        }
        body += "</tr>";
    }
    let (caption, name) = (escape(&picture.caption), escape(&picture.table_name));
    format!(
        "<details><summary>{name}</summary><table aria-label=\"{caption}\"><thead><tr>{head}</tr></thead>\
         <tbody>{body}</tbody></table></details>"
    )
}

/// Letters, digits and single hyphens, so that a file name needs no quoting anywhere.
fn slug(text: &str) -> String {
    let words: Vec<String> = text
        .split(|character: char| !character.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    if words.is_empty() { "chart".to_owned() } else { words.join("-") }
}

pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
    out
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

    use super::{Draw, Picture, Wish, page, slug};

    struct Echo;

    impl Draw for Echo {
        fn draw(&self, wish: &Wish<'_>) -> Result<Picture> {
            let said: Vec<String> =
                wish.attributes.iter().map(|(name, value)| format!("{name}={value}")).collect();
            if said.iter().any(|said| said == "indicator=none") {
                bail!("unknown-indicator: no such indicator");
            }
            Ok(Picture {
                svg: format!("<svg>{} {} {}</svg>", said.join(" "), wish.width, wish.theme),
                height: 200.0,
                summary: "a < b".to_owned(),
                table_name: "Table".to_owned(),
                caption: "\"caption\"".to_owned(),
                head: vec!["year".to_owned()],
                rows: vec![vec!["2021".to_owned(), "<b>".to_owned()]],
            })
        }
    }

    #[test]
    fn a_chart_gets_four_pictures_and_a_table() {
        let page = page(
            "<!doctype html><html lang=\"en\"><p>1<indicator-chart indicator=\"A b/c\"></indicator-chart><p>2",
            &Echo,
        )
        .unwrap();
        let names: Vec<&str> = page.files.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(
            names,
            [
                "01-a-b-c-en-328-dark.svg",
                "01-a-b-c-en-640-dark.svg",
                "01-a-b-c-en-328.svg",
                "01-a-b-c-en-640.svg"
            ]
        );
        assert_eq!(page.files[3].1, "<svg>indicator=A b/c lang=en 640 light</svg>");
        assert!(page.html.starts_with("<!doctype html><html lang=\"en\"><p>1<indicator-chart"));
        assert!(page.html.contains("alt=\"a &lt; b\" src=\"charts/01-a-b-c-en-640.svg\" width=\"640\""));
        assert!(page.html.contains("<th scope=\"row\">2021</th><td>&lt;b&gt;</td>"));
        assert!(page.html.ends_with("</indicator-chart><p>2"));
    }

    #[test]
    fn a_fixed_theme_is_drawn_in_that_theme_alone() {
        let page = page("<indicator-chart theme=dark lang=zh-CN></indicator-chart>", &Echo).unwrap();
        assert_eq!(page.files.len(), 2);
        assert!(page.files.iter().all(|(_, svg)| svg.ends_with(" dark</svg>")));
        assert!(!page.html.contains("prefers-color-scheme"));
    }

    #[test]
    fn a_chart_that_cannot_be_drawn_stops_the_build() {
        let error = page("<indicator-chart indicator=none></indicator-chart>", &Echo).unwrap_err();
        assert!(
            error.to_string().contains("chart 1 (none): unknown-indicator: no such indicator"),
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
