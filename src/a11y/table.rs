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
    /// What is measured; units stand in the cells.
    pub about: String,
    /// Column headers.
    pub head: Vec<String>,
    /// Rows, each as long as the head.
    pub rows: Vec<Vec<String>>,
    /// What stands under it, a paragraph each: the notes, and last the source line.
    pub notes: Vec<String>,
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
        head: head.iter().skip(first).map(|say| say.get(lang).to_owned()).collect(),
        rows,
        notes,
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
        stands(datum, lang),
        as_printed(datum),
        source(frame, datum, lang),
    ]
}

/// Whether a figure is reported, demanded or expected, and that it is not compared where it carries a flag.
fn stands(datum: &Datum, lang: Lang) -> String {
    let mut parts = vec![status(datum.status).get(lang)];
    if datum.flags.any() {
        parts.push(say::NOT_COMPARED.get(lang));
    }
    say::CLAUSE_GAP.join(lang, &parts)
}

pub(crate) fn status(status: Status) -> crate::words::Say {
    match status {
        Status::Actual => say::STATUS_ACTUAL,
        Status::Target => say::STATUS_TARGET,
        Status::Forecast => say::STATUS_FORECAST,
    }
}

/// The printed run with its words, in the source's own characters and order, white space closed up.
pub(crate) fn as_printed(datum: &Datum) -> String {
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
    place(datum, frame.sources[datum.source].title.get(lang), lang)
}

/// Document, section, paragraph of a figure in the document of a title.
pub(crate) fn place(datum: &Datum, title: &str, lang: Lang) -> String {
    let title = crate::kind::title(title, lang);
    let section = datum.section.get(lang);
    let mut text = if section.is_empty() { title } else { say::CITE_SECTION.fill(lang, &[&title, section]) };
    if datum.paragraph > 0 {
        text.push_str(&say::PARAGRAPH.fill(lang, &[&datum.paragraph.to_string()]));
    }
    text
}
