//! A plot into its name, a summary, and a table that stays short however long the columns are.

use super::Plot;
use super::axes::place;
use crate::a11y::Table;
use crate::column::Series;
use crate::spec::Shape;
use crate::words::say;

/// More rows than this are told by what is first, last, least and greatest of them.
const LONG: usize = 200;
/// So many series are told one by one in the summary.
const FEW: usize = 6;

impl Plot {
    /// The accessible name.
    pub fn label(&self) -> String {
        let [heading, .., alt] = &self.spec.texts;
        let kind = match self.spec.shape {
            Shape::Line => say::COLUMN_LINE,
            Shape::Area => say::COLUMN_AREA,
            Shape::Dot => say::COLUMN_DOT,
        };
        let kind = kind.get(self.spec.lang);
        let named = |what: &str| say::ANNOUNCE.fill(self.spec.lang, &[what, kind]);
        match (alt.is_empty(), heading.is_empty()) {
            (false, _) => alt.clone(),
            (true, false) => named(heading),
            (true, true) => {
                let names = self.data.series.iter().map(|series| series.name.as_str());
                let names: Vec<&str> = names.filter(|name| !name.is_empty()).take(FEW).collect();
                let names = say::AND.join(self.spec.lang, &names);
                if names.is_empty() { kind.to_owned() } else { named(&names) }
            }
        }
    }

    /// The picture in a sentence a series.
    pub fn summary(&self) -> String {
        let lang = self.spec.lang;
        let Some((first, last)) = self.data.domain() else { return String::new() };
        let mut sentences = vec![say::COLUMN_SUMMARY.fill(
            lang,
            &[
                &self.data.series.len().to_string(),
                &self.data.rows().to_string(),
                &place(&self.data, first, lang),
                &place(&self.data, last, lang),
            ],
        )];
        for series in self.data.series.iter().take(FEW) {
            if let Some([_, last, least, greatest]) = self.facts(series) {
                let name = if series.name.is_empty() { say::COLUMN_VALUE.get(lang) } else { &series.name };
                let parts = [name, &least.0, &least.1, &greatest.0, &greatest.1, &last.0, &last.1];
                sentences.push(say::COLUMN_FACTS.fill(lang, &parts));
            }
        }
        say::SENTENCE_GAP.join(lang, &sentences)
    }

    /// First, last, least and greatest value of a series, each with its place; none where all are gaps.
    fn facts(&self, series: &Series) -> Option<[(String, String); 4]> {
        let (least, greatest) = series.extent(0, self.data.rows())?;
        let rows = [series.first()?, series.last()?, series.find(least)?, series.find(greatest)?];
        Some(rows.map(|row| {
            let value = series.value(row).unwrap_or_default();
            let lang = self.spec.lang;
            (self.telling.value(value, lang), place(&self.data, self.data.x.at(row), lang))
        }))
    }

    /// The data as a table; of long columns what stands out, a row a series.
    pub fn table(&self) -> Table {
        let lang = self.spec.lang;
        let mut table = Table {
            caption: self.spec.texts[0].clone(),
            about: self.data.unit.clone(),
            notes: [&self.spec.texts[2], &self.spec.texts[3]].map(Clone::clone).into(),
            ..Table::default()
        };
        table.notes.retain(|note| !note.is_empty());
        if let Some(source) = table.notes.last_mut().filter(|_| !self.spec.texts[3].is_empty()) {
            *source = say::SOURCE.fill(lang, &[source]);
        }
        if self.data.rows() <= LONG {
            table.head = vec![say::COLUMN_PLACE.get(lang).to_owned()];
            table.head.extend(self.data.series.iter().map(|series| series.name.clone()));
            for row in 0..self.data.rows() {
                let mut cells = vec![place(&self.data, self.data.x.at(row), lang)];
                for series in &self.data.series {
                    let value = series.value(row).map(|value| self.telling.value(value, lang));
                    cells.push(value.unwrap_or_else(|| say::COLUMN_GAP.get(lang).to_owned()));
                }
                table.rows.push(cells);
            }
            return table;
        }
        let heads = [
            say::COLUMN_SERIES,
            say::COLUMN_FIRST,
            say::COLUMN_LAST,
            say::COLUMN_LEAST,
            say::COLUMN_GREATEST,
        ];
        table.head = heads.map(|head| head.get(lang).to_owned()).into();
        for series in &self.data.series {
            let mut cells = vec![series.name.clone()];
            for (value, at) in self.facts(series).into_iter().flatten() {
                cells.push(say::VALUE_PERIOD.fill(lang, &[&value, &at]));
            }
            cells.resize(heads.len(), say::COLUMN_GAP.get(lang).to_owned());
            table.rows.push(cells);
        }
        table.notes.insert(0, say::COLUMN_CAPPED.fill(lang, &[&self.data.rows().to_string()]));
        table
    }

    /// What the editor should know of a picture that is drawn all the same.
    pub fn warnings(&self) -> Vec<String> {
        let lang = self.spec.lang;
        let mut warnings = Vec::new();
        if !self.spec.idle.is_empty() {
            warnings.push(say::COLUMN_FIELDS.fill(lang, &[&say::COMMA.join(lang, &self.spec.idle)]));
        }
        if self.data.sorted {
            warnings.push(say::COLUMN_SORTED.get(lang).to_owned());
        }
        for series in self.data.series.iter().filter(|series| series.gaps > 0).take(FEW) {
            warnings.push(say::COLUMN_MISSING.fill(lang, &[&series.name, &series.gaps.to_string()]));
        }
        if self.spec.log && self.data.extent(0, self.data.rows()).is_some_and(|(low, _)| low <= 0.0) {
            warnings.push(say::COLUMN_LOG.get(lang).to_owned());
        }
        warnings
    }
}
