//! Turns a page that shows charts and empty `<pre data-code="ID">` after them into the same page with the code that
//! shows each: the script, and the element as it is written.

use std::cell::RefCell;
use std::collections::BTreeMap;

use anyhow::{Result, anyhow};
use indicator_chart::embed::escape;
use lol_html::html_content::{ContentType, Element};
use lol_html::{RewriteStrSettings, element, rewrite_str};

use crate::build::SCRIPT;

/// Longer elements have a line an attribute.
const WIDE: usize = 80;

/// Fills every place for code of `source`.
pub(crate) fn page(source: &str) -> Result<String> {
    let language = RefCell::new(String::new());
    let written: RefCell<BTreeMap<String, String>> = RefCell::default();
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("html[lang]", |html| {
            language.replace(html.get_attribute("lang").unwrap_or_default());
            Ok(())
        }))
        .append_element_content_handler(element!("indicator-chart[id], indicator-monitor[id]", |shown| {
            let id = shown.get_attribute("id").unwrap_or_default();
            written.borrow_mut().insert(id, code(shown, &language.borrow()));
            Ok(())
        }))
        .append_element_content_handler(element!("pre[data-code]", |place| {
            let id = place.get_attribute("data-code").unwrap_or_default();
            let written = written.borrow();
            let code =
                written.get(&id).ok_or_else(|| format!("data-code=\"{id}\": no chart above is called so"))?;
            place.set_inner_content(&format!("<code>{}</code>", escape(code)), ContentType::Html);
            Ok(())
        }));
    rewrite_str(source, settings).map_err(|error| anyhow!("{error}"))
}

/// What an editor pastes; the language of this page goes along, for the other page may be in another.
fn code(shown: &Element<'_, '_>, language: &str) -> String {
    let name = shown.tag_name();
    let mut attributes: Vec<String> = Vec::new();
    for attribute in shown.attributes() {
        // Values stand here as they are written in the page, references and all.
        attributes.push(format!("{}=\"{}\"", attribute.name(), attribute.value()));
    }
    if shown.get_attribute("lang").is_none() && !language.is_empty() {
        attributes.push(format!("lang=\"{language}\""));
    }
    let short = attributes.join(" ");
    let element = if short.chars().count() + name.len() <= WIDE {
        format!("<{name} {short}></{name}>")
    } else {
        format!("<{name}\n  {}></{name}>", attributes.join("\n  "))
    };
    format!("<script type=\"module\" src=\"{SCRIPT}\"></script>\n{element}")
}

#[cfg(test)]
mod tests {
    use super::page;

    #[test]
    fn the_code_is_the_element_as_it_is_written_and_its_language() {
        let chart = "<indicator-chart id=\"a\" indicator=\"x y\" note-en=\"a &amp; b\"></indicator-chart>";
        let html = page(&format!("<html lang=\"en\">{chart}<pre data-code=\"a\"></pre>")).unwrap();
        assert!(html.contains(chart));
        let code = "<pre data-code=\"a\"><code>&lt;script type=&quot;module&quot; src=&quot;indicator-chart.js&quot;&gt;\
                    &lt;/script&gt;\n&lt;indicator-chart id=&quot;a&quot; indicator=&quot;x y&quot; \
                    note-en=&quot;a &amp;amp; b&quot; lang=&quot;en&quot;&gt;&lt;/indicator-chart&gt;</code>";
        assert!(html.contains(code), "{html}");
    }

    #[test]
    fn code_of_nothing_stops_the_build() {
        let error = page("<pre data-code=\"b\"></pre>").unwrap_err().to_string();
        assert!(error.contains("data-code=\"b\""), "{error}");
    }
}
