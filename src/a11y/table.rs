//! All data of a frame as a table: a row a figure, words and sources included.

use crate::format::Style;
use crate::kind::{Brief, around, based, heading, series_name, told, when};
use crate::query::{Datum, Frame, Status, holds};
use crate::words::{Lang, join, say};

/// A table with headers; the first cell of a row is its header.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// What the table shows.
    pub caption: String,
    /// What is measured, under the caption.
    pub about: String,
    /// Notes and the source line, under the rows.
    pub notes: Vec<String>,
    /// Column headers.
    pub head: Vec<String>,
    /// Rows, each as long as the head.
    pub rows: Vec<Vec<String>>,
}

/// The table of a picture: the data asked for and the outcomes that answer its targets. What a reader looks for comes
/// first, for a phone shows the first columns; the indicator is named only where there are several.
pub fn table(brief: &Brief<'_>) -> Table {
    let lang = brief.spec.lang;
    let head = [
        say::COLUMN_INDICATOR,
        say::COLUMN_PERIOD,
        say::COLUMN_VALUE,
        say::COLUMN_STATUS,
        say::COLUMN_PRINTED,
        say::COLUMN_SOURCE,
    ];
    let first = usize::from(brief.frame.series.len() == 1);
    let mut rows: Vec<Vec<String>> =
        brief.frame.data.iter().map(|datum| row(brief.frame, datum, lang)).collect();
    rows.iter_mut().for_each(|row| {
        row.drain(..first);
    });
    let (about, notes) = around(brief);
    Table {
        caption: heading(brief),
        about,
        notes,
        head: head.iter().skip(first).map(|say| say.get(lang).to_owned()).collect(),
        rows,
    }
}

fn row(frame: &Frame, datum: &Datum, lang: Lang) -> Vec<String> {
    let series = &frame.series[datum.series];
    let value = datum.figure.map_or_else(
        || say::NO_FIGURE.get(lang).to_owned(),
        |figure| based(datum, told(figure, series, lang), lang),
    );
    vec![
        series_name(series, lang),
        when(frame, datum, lang, Style::Long),
        value,
        status(datum.status).get(lang).to_owned(),
        as_printed(datum),
        source(frame, datum, lang),
    ]
}

pub(super) fn status(status: Status) -> crate::words::Say {
    match status {
        Status::Actual => say::STATUS_ACTUAL,
        Status::Target => say::STATUS_TARGET,
        Status::Forecast => say::STATUS_FORECAST,
    }
}

/// The printed run with its words, in the source's own characters and order, white space closed up.
pub(super) fn as_printed(datum: &Datum) -> String {
    let tight = |text: &str| text.split_whitespace().collect::<String>();
    let run = tight(&datum.printed);
    let outside: Vec<String> =
        datum.words.split_whitespace().map(str::to_owned).filter(|word| !holds(&run, word)).collect();
    let after = |word: &String| say::TRAILING.contains(&word.as_str());
    let (last, first): (Vec<String>, Vec<String>) = outside.into_iter().partition(after);
    join(&[join(&first, ""), run, join(&last, "")], "")
}

/// Where the figure is printed: document, section, paragraph.
pub(super) fn source(frame: &Frame, datum: &Datum, lang: Lang) -> String {
    let title = crate::kind::title(frame.sources[datum.source].title.get(lang), lang);
    let section = datum.section.get(lang);
    let mut text = if section.is_empty() { title } else { say::CITE_SECTION.fill(lang, &[&title, section]) };
    if datum.paragraph > 0 {
        text.push_str(&say::PARAGRAPH.fill(lang, &[&datum.paragraph.to_string()]));
    }
    text
}
