//! A picture into HTML for readers that keep images and text alone: RSS, newsletters, mail.

use super::html::{attribute, escape};
use crate::chart::Table;

/// The picture at an absolute address, and under it what stands under a chart: notes and sources.
pub fn figure(table: &Table, alt: &str, address: &str, (width, height): (u32, u32)) -> String {
    let caption: Vec<String> = table.notes.iter().map(|note| escape(note)).collect();
    format!(
        "<figure><img{}{}{}{}><figcaption>{}</figcaption></figure>\n",
        attribute("src", address),
        attribute("alt", alt),
        attribute("width", &width.to_string()),
        attribute("height", &height.to_string()),
        caption.join("<br>"),
    )
}
