//! A chart made ready into HTML to paste: style sheet, script, element, figures and their description; or a whole page.

use super::html::{attribute, escape};
use super::{Embed, Picture};

/// The addresses that the HTML names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Links {
    /// Of the style sheet.
    pub style: String,
    /// Of the script.
    pub script: String,
    /// The script's hash as `sha384-…`; empty where it is not known.
    pub integrity: String,
}

/// Attributes that are ours to write.
const OURS: [&str; 2] = ["heights", "data-version"];

/// The HTML to paste. The element has the author's `attributes`; with a `version` it shows the figures that are written
/// into it, without one those of the engine.
pub fn element(
    embed: &Embed,
    attributes: &[(String, String)],
    version: Option<&str>,
    links: &Links,
    address: &dyn Fn(&Picture) -> String,
) -> String {
    let mut opening = String::new();
    for (name, value) in attributes.iter().filter(|(name, _)| !OURS.contains(&name.as_str())) {
        opening += &attribute(name, value);
    }
    if attributes.iter().all(|(name, _)| name != "lang") {
        opening += &attribute("lang", embed.lang().tag());
    }
    if let Some(version) = version {
        opening += &attribute("data-version", version);
    }
    if let Some(heights) = embed.heights() {
        opening += &attribute("heights", &heights);
    }
    let integrity = match links.integrity.as_str() {
        "" => String::new(),
        hash => attribute("integrity", hash) + &attribute("crossorigin", "anonymous"),
    };
    format!(
        "<link rel=\"stylesheet\"{}>\n<script type=\"module\"{}{integrity}></script>\n\
         <indicator-chart{opening}>\n{}\n\
         <script type=\"application/json\" class=\"indicator-data\">{}</script>\n</indicator-chart>\n\
         <script type=\"application/ld+json\">{}</script>\n",
        attribute("href", &links.style),
        attribute("src", &links.script),
        embed.fallback(address),
        embed.data(),
        embed.linked(),
    )
}

/// A whole page around the HTML of one chart, to look at it and to begin with.
pub fn page(embed: &Embed, element: &str) -> String {
    let title = escape(&embed.table.caption);
    format!(
        "<!doctype html>\n<html{}>\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{title}</title>\n</head>\n<body>\n\
         {element}</body>\n</html>\n",
        attribute("lang", embed.lang().tag()),
    )
}
