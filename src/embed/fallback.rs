//! Pictures and a table into the HTML inside a chart element, which `indicator-chart.css` lays out.

use super::html::{attribute, escape};
use super::{Embed, Picture, Shade};
use crate::chart::Table;
use crate::words::{Lang, say};

/// The picture that is shown where the style sheet is missing: the one for a column of text, else the widest below.
const ALONE: u32 = 600;

pub(super) fn inside(embed: &Embed, address: &dyn Fn(&Picture) -> String) -> String {
    let alone = embed.ranges.iter().map(|range| range.from).filter(|from| *from <= ALONE).max();
    let mut out = String::from("<div class=\"indicator-fallback\">\n");
    for picture in &embed.pictures {
        let hidden = Some(picture.range.from) != alone || picture.shade == Some(Shade::Dark);
        out += &one(picture, &embed.alt, &address(picture), hidden);
    }
    out += &table(&embed.table, embed.lang());
    out.push_str("\n</div>");
    out
}

fn one(picture: &Picture, alt: &str, address: &str, hidden: bool) -> String {
    let range = picture.range;
    let mut out = String::from("<picture class=\"indicator-picture\"");
    out += &attribute("data-from", &range.from.to_string());
    if let Some(to) = range.to {
        out += &attribute("data-to", &to.to_string());
    }
    if let Some(shade) = picture.shade {
        out += &attribute("data-shade", shade.name());
    }
    if hidden {
        out.push_str(" hidden");
    }
    // What is not shown is not fetched: that is what lazy means for an image without a box.
    out.push_str("><img loading=\"lazy\" decoding=\"async\"");
    out += &attribute("width", &range.from.to_string());
    out += &attribute("height", &picture.height.to_string());
    out += &attribute("alt", alt);
    out += &attribute("src", address);
    out.push_str("></picture>\n");
    out
}

/// The figures in words, behind a line that opens them.
pub fn table(table: &Table, lang: Lang) -> String {
    let cell = |text: &String, open: &str, close: &str| format!("<{open}>{}</{close}>", escape(text));
    let head: String = table.head.iter().map(|text| cell(text, "th scope=\"col\"", "th")).collect();
    let mut body = String::new();
    for row in &table.rows {
        body.push_str("<tr>");
        for (index, text) in row.iter().enumerate() {
            body += &if index == 0 { cell(text, "th scope=\"row\"", "th") } else { cell(text, "td", "td") };
        }
        body.push_str("</tr>");
    }
    let name = escape(&say::DATA_TABLE.fill(lang, &[&table.caption]));
    let caption = attribute("aria-label", &table.caption);
    // A narrow picture leaves some of them to the table, as the live one does.
    let notes: String = table.notes.iter().map(|note| cell(note, "p", "p")).collect();
    format!(
        "<details><summary>{name}</summary><table{caption}><thead><tr>{head}</tr></thead>\
         <tbody>{body}</tbody></table>{notes}</details>"
    )
}
