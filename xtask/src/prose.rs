//! Turns the pages of a story into a list of the numbers in their prose that no observation stands behind.
//!
//! A figure in a sentence is an element that the build fills from the dataset, a day or a year stands in `<time>`; any other
//! digit, Chinese numeral or English number word in what a reader sees or hears, attributes and texts of charts among it,
//! is a fault, but for the texts that `allowed.csv` lists with a reason.

mod numeral;

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::rc::Rc;

use anyhow::{Context, Result, anyhow};
use lol_html::html_content::Element;
use lol_html::{RewriteStrSettings, element, rewrite_str, text};
use serde_json::Value;

use self::numeral::{dated, day, decoded, numerals};
use crate::cited::{SPECS, TEXTS};

/// What the build or the browser fills, and what is no prose.
const FILLED: &str = "indicator-figure, script, style, pre, code, [data-fill], ol[data-figures]";

/// Texts that read aloud to a reader, or that show under a pointer.
const SPOKEN: [&str; 4] = ["title", "aria-label", "alt", "placeholder"];

/// A text that holds a numeral and is no figure.
#[derive(Clone, Debug)]
pub(crate) struct Allowed {
    text: String,
}

/// Reads `text,reason` rows; a row without a reason is refused.
pub(crate) fn allowed(csv: &str) -> Result<Vec<Allowed>> {
    let mut rows = Vec::new();
    for (number, line) in csv.lines().enumerate().skip(1).filter(|(_, line)| !line.trim().is_empty()) {
        let (text, reason) = line.split_once(',').unwrap_or((line, ""));
        let (text, reason) = (text.trim().trim_matches('"'), reason.trim());
        if text.is_empty() || reason.is_empty() {
            return Err(anyhow!("line {}: a text and the reason why it is no figure", number + 1));
        }
        rows.push(Allowed { text: text.to_owned() });
    }
    // The longest first, so that a part of it does not hide it.
    rows.sort_by_key(|row| std::cmp::Reverse(row.text.chars().count()));
    Ok(rows)
}

/// What the pages together have to answer for.
#[derive(Debug, Default)]
pub(crate) struct Check {
    faults: Vec<String>,
    used: BTreeSet<String>,
}

impl Check {
    /// Reads one page as its author wrote it, before it is filled.
    pub(crate) fn page(&mut self, name: &str, html: &str, allowed: &[Allowed]) -> Result<()> {
        for run in prose(html).with_context(|| name.to_owned())? {
            let run = match run {
                Run::Prose(text) => decoded(&text),
                Run::Time { stands, text } => {
                    let text = decoded(&text);
                    if !stands || !(numerals(&text).is_empty() || dated(&text)) {
                        self.faults
                            .push(format!("{name}: <time> “{text}” is no date, or its datetime is none"));
                    }
                    continue;
                }
            };
            let mut left = run;
            for row in allowed {
                if left.contains(&row.text) {
                    self.used.insert(row.text.clone());
                    left = left.replace(&row.text, "\u{1}");
                }
            }
            for (found, near) in numerals(&left) {
                self.faults.push(format!(
                    "{name}: “{found}” in “{near}”: a figure is <indicator-figure> or [[ID]], a day is <time>"
                ));
            }
        }
        Ok(())
    }

    /// All faults, among them rows of the list that no page needs.
    pub(crate) fn faults(mut self, allowed: &[Allowed]) -> Vec<String> {
        for row in allowed.iter().filter(|row| !self.used.contains(&row.text)) {
            self.faults.push(format!("allowed.csv: “{}” stands in no page", row.text));
        }
        self.faults
    }
}

/// A stretch of text that a reader takes in at once.
enum Run {
    Prose(String),
    /// The content of a `<time>`, and whether its `datetime` is one.
    Time {
        stands: bool,
        text: String,
    },
}

/// The runs of text between the filled parts of a page's body, the attributes that are read, and the texts of its charts.
fn prose(html: &str) -> Result<Vec<Run>> {
    let empty = || Run::Prose(String::new());
    let (runs, hidden) = (Rc::new(RefCell::new(vec![empty()])), Rc::new(Cell::new(0_usize)));
    let (inside, times) = (Rc::clone(&hidden), Rc::clone(&runs));
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!(FILLED, |filled: &mut Element<'_, '_>| {
            runs.borrow_mut().push(empty());
            hidden.set(hidden.get() + 1);
            let open = Rc::clone(&inside);
            if let Some(handlers) = filled.end_tag_handlers() {
                handlers.push(Box::new(move |_| {
                    open.set(open.get() - 1);
                    Ok(())
                }));
            }
            Ok(())
        }))
        .append_element_content_handler(element!("time", |time: &mut Element<'_, '_>| {
            let stands = time.get_attribute("datetime").is_none_or(|text| day(&text));
            runs.borrow_mut().push(Run::Time { stands, text: String::new() });
            let after = Rc::clone(&times);
            if let Some(handlers) = time.end_tag_handlers() {
                handlers.push(Box::new(move |_| {
                    after.borrow_mut().push(Run::Prose(String::new()));
                    Ok(())
                }));
            }
            Ok(())
        }))
        .append_element_content_handler(element!("body *", |any| {
            let mut found = attributes(any).map_err(|error| format!("{error:#}"))?;
            found.push(String::new());
            if found.len() > 1 {
                runs.borrow_mut().extend(found.into_iter().map(Run::Prose));
            }
            Ok(())
        }))
        .append_element_content_handler(element!(
            "p, li, h1, h2, h3, h4, td, th, div, section, dt, dd",
            |_| {
                runs.borrow_mut().push(empty());
                Ok(())
            }
        ))
        .append_element_content_handler(text!("body", |chunk| {
            if hidden.get() == 0
                && let Some(Run::Prose(text) | Run::Time { text, .. }) = runs.borrow_mut().last_mut()
            {
                text.push_str(chunk.as_str());
            }
            Ok(())
        }));
    rewrite_str(html, settings).map_err(|error| anyhow!("{error}"))?;
    Ok(runs.take())
}

/// The texts in an element's attributes.
fn attributes(any: &Element<'_, '_>) -> Result<Vec<String>> {
    let (chart, mut found) = (any.tag_name() == "indicator-chart", Vec::new());
    for attribute in any.attributes() {
        let (name, value) = (attribute.name(), attribute.value());
        if SPOKEN.contains(&name.as_str()) || (chart && told(&name)) {
            found.extend(bare(&value));
        } else if SPECS.contains(&name.as_str()) && !value.trim().is_empty() {
            let fields: Value =
                serde_json::from_str(&decoded(&value)).with_context(|| format!("{name}={value}"))?;
            for (_, field) in fields.as_object().into_iter().flatten().filter(|(name, _)| told(name)) {
                // A list of annotations, or a text in each language, is read whole.
                found.extend(bare(&field.to_string()));
            }
        }
    }
    Ok(found)
}

/// Whether this is the name of a chart's text.
fn told(name: &str) -> bool {
    let ends = ["", "-zh", "-en"];
    TEXTS.iter().any(|text| ends.iter().any(|end| name.strip_suffix(end) == Some(text)))
}

/// A chart's text without the figures in it. The place of an annotation (`2024-06: text`) is no prose.
fn bare(text: &str) -> Vec<String> {
    let mut runs = Vec::new();
    for part in text.split("[[") {
        runs.push(part.split_once("]]").map_or(part, |(_, after)| after).to_owned());
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::{Check, allowed};

    fn faults(body: &str, list: &str) -> Vec<String> {
        let rows = allowed(&format!("text,reason\n{list}")).unwrap();
        let mut check = Check::default();
        check.page("story", &format!("<html><head><title>2023</title></head><body>{body}"), &rows).unwrap();
        check.faults(&rows)
    }

    #[test]
    fn prose_without_numbers_and_filled_parts_pass() {
        let body = "<p>共<indicator-figure observation=x>5800</indicator-figure>家，<time>2023年</time>底</p>\
                    <indicator-chart heading=\"到[[a@b/2023/actual]]\" from=2023></indicator-chart>\
                    <ol data-figures><li>1</li></ol><pre data-code=a>2</pre>";
        assert_eq!(faults(body, ""), [""; 0]);
    }

    #[test]
    fn one_planted_figure_is_found_wherever_a_reader_sees_it() {
        for (body, numeral) in [
            ("<p>共5800家</p>", "5"),
            ("<p>共<b>三</b>家</p>", "三"),
            ("<p>１家</p>", "１"),
            ("<p>It doubled.</p>", "doubled"),
            ("<p>近 “twelve” firms</p>", "twelve"),
            ("<p><indicator-figure observation=x>1</indicator-figure>万</p>", "万"),
            ("<indicator-chart heading-en=\"up [[a]] to 9\"></indicator-chart>", "9"),
            ("<indicator-chart note=\"两年\"></indicator-chart>", "两"),
            ("<p data-spec='{\"heading\":\"Up to 9 firms\",\"from\":\"2023\"}'></p>", "9"),
            ("<indicator-chart spec='{\"annotations\":[\"=8: x\"]}'></indicator-chart>", "8"),
            ("<indicator-chart spec='{\"note-en\":\"&#55; [[a]]\"}'></indicator-chart>", "7"),
            ("<p title=\"6 firms\"></p>", "6"),
            ("<nav aria-label=\"三项\"></nav>", "三"),
            ("<img alt=\"&#x35; firms\">", "5"),
            ("<p>&#53;800</p>", "5"),
            ("<p>&frac12;</p>", "1"),
            ("<p>其④</p>", "④"),
            ("<p>Ⅻ期</p>", "Ⅻ"),
            ("<p>产值翻番</p>", "翻番"),
            ("<p>翻一番</p>", "一"),
            ("<p>双料</p>", "双"),
            ("<p>俩</p>", "俩"),
            ("<p>仨</p>", "仨"),
            ("<p>a tenth of it</p>", "tenth"),
            ("<p>two-fifths</p>", "two"),
            ("<p>some fifths</p>", "fifths"),
            ("<p>it tripled</p>", "tripled"),
            ("<p>it halved</p>", "halved"),
            ("<p>Fourfold</p>", "Fourfold"),
            ("<p><time>2023年</time>5家</p>", "5"),
        ] {
            let found = faults(body, "");
            assert!(found[0].contains(&format!("story: “{numeral}”")), "{found:?}");
        }
    }

    #[test]
    fn a_time_holds_a_date_and_nothing_else() {
        for good in [
            "2023年末",
            "2024年1—8月",
            "2021年至2025年",
            "January to August 2024",
            "18 Sep 2024",
            "2023",
            "去年",
            "今年上半年",
            "“the first half of this year”",
            "the year before",
        ] {
            assert_eq!(faults(&format!("<p><time datetime=\"2023-06\">{good}</time></p>"), ""), [""; 0]);
        }
        for bad in ["5800家", "5800", "9", "2023年5800家", "12 firms", "40月", "a third", "2023&#53;"] {
            assert_eq!(faults(&format!("<p><time>{bad}</time></p>"), "").len(), 1, "{bad}");
        }
        for bad in ["5800", "2023-13", "23", "2023-06-32", "2023-06-01-01", ""] {
            let found = faults(&format!("<p><time datetime=\"{bad}\">2023年</time></p>"), "");
            assert_eq!(found.len(), usize::from(bad != "5800"), "{bad}");
        }
    }

    #[test]
    fn an_allowed_text_passes_and_one_that_nobody_needs_is_named() {
        assert_eq!(faults("<p>进一步</p>", "进一步,a word"), [""; 0]);
        assert_eq!(
            faults("<p>进一步</p>", "一步,a word\n进一步,a word"),
            ["allowed.csv: “一步” stands in no page"]
        );
        assert!(allowed("text,reason\n进一步,").is_err());
    }
}
