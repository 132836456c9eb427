//! Turns the pages of a story into a list of the numbers in their prose that no observation stands behind.
//!
//! A figure in a sentence is an element that the build fills from the dataset, a day or a year stands in `<time>`; any other
//! digit, Chinese numeral or English number word in what a reader sees is a fault, but for the texts that
//! `allowed.csv` lists with a reason.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;

use anyhow::{Context, Result, anyhow};
use lol_html::html_content::Element;
use lol_html::{RewriteStrSettings, element, rewrite_str, text};

use crate::cited::TEXTS;

/// What the build or the browser fills, and what is no prose.
const FILLED: &str = "indicator-figure, time, script, style, pre, code, [data-fill], ol[data-figures]";

const CHINESE: &str = "〇零一二三四五六七八九十百千万亿两半倍廿卅壹贰叁肆伍陆柒捌玖拾佰仟";

const ENGLISH: [&str; 44] = [
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "hundred",
    "hundreds",
    "thousand",
    "thousands",
    "million",
    "millions",
    "billion",
    "billions",
    "trillion",
    "dozen",
    "dozens",
    "half",
    "twice",
    "double",
    "doubled",
    "triple",
    "third",
    "quarter",
];

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

/// The runs of text between the filled parts of a page's body, and the texts of its charts.
fn prose(html: &str) -> Result<Vec<String>> {
    let (runs, hidden) = (RefCell::new(vec![String::new()]), std::rc::Rc::new(Cell::new(0_usize)));
    let inside = std::rc::Rc::clone(&hidden);
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!(FILLED, |filled: &mut Element<'_, '_>| {
            runs.borrow_mut().push(String::new());
            hidden.set(hidden.get() + 1);
            let open = std::rc::Rc::clone(&inside);
            if let Some(handlers) = filled.end_tag_handlers() {
                handlers.push(Box::new(move |_| {
                    open.set(open.get() - 1);
                    Ok(())
                }));
            }
            Ok(())
        }))
        .append_element_content_handler(element!("indicator-chart", |chart| {
            for attribute in chart.attributes() {
                let name = attribute.name();
                if TEXTS.iter().any(|text| {
                    name == *text
                        || name.strip_suffix("-zh") == Some(text)
                        || name.strip_suffix("-en") == Some(text)
                }) {
                    let mut runs = runs.borrow_mut();
                    runs.extend(bare(&attribute.value()));
                    runs.push(String::new());
                }
            }
            Ok(())
        }))
        .append_element_content_handler(element!(
            "p, li, h1, h2, h3, h4, td, th, div, section, dt, dd",
            |_| {
                runs.borrow_mut().push(String::new());
                Ok(())
            }
        ))
        .append_element_content_handler(text!("body", |chunk| {
            if hidden.get() == 0
                && let Some(last) = runs.borrow_mut().last_mut()
            {
                last.push_str(chunk.as_str());
            }
            Ok(())
        }));
    rewrite_str(html, settings).map_err(|error| anyhow!("{error}"))?;
    Ok(runs.into_inner())
}

/// A chart's text without the figures in it. The place of an annotation (`2024-06: text`) is no prose.
fn bare(text: &str) -> Vec<String> {
    let mut runs = Vec::new();
    for part in text.split("[[") {
        runs.push(part.split_once("]]").map_or(part, |(_, after)| after).to_owned());
    }
    runs
}

/// Every numeral of a run, each with what stands around it.
fn numerals(run: &str) -> Vec<(String, String)> {
    let letters: Vec<char> = run.chars().collect();
    let near = |at: usize| {
        let (from, to) = (at.saturating_sub(8), (at + 9).min(letters.len()));
        letters[from..to].iter().collect::<String>().replace('\u{1}', "…").trim().to_owned()
    };
    let mut found = Vec::new();
    for (at, letter) in letters.iter().enumerate() {
        let wide = ('０'..='９').contains(letter);
        if letter.is_ascii_digit() || wide || CHINESE.contains(*letter) {
            found.push((letter.to_string(), near(at)));
        }
    }
    let mut at = 0;
    for word in run.split(|letter: char| !letter.is_ascii_alphabetic()) {
        if ENGLISH.contains(&word.to_ascii_lowercase().as_str()) {
            found.push((word.to_owned(), near(run[..at].chars().count())));
        }
        // The letter that ended the word may be several bytes long.
        at += word.len();
        at += run[at..].chars().next().map_or(0, char::len_utf8);
    }
    found
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
        ] {
            let found = faults(body, "");
            assert!(found[0].contains(&format!("story: “{numeral}”")), "{found:?}");
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
