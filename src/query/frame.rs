//! The answer to a query: series, data in order, sources, and targets with what answers them.

use super::Query;
use super::derive::same_length;
use super::verdict::{Judgement, judge};
use crate::dataset::{
    Basis, Dataset, DateBasis, Direction, Figure, Flags, IndicatorId, Measure, Observation, ObservationId,
    Period, Source, Status, Temporal, Unit,
};
use crate::order::sort;
use crate::words::Text;

/// One line of a picture: an indicator in an area.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Series {
    /// The indicator's id.
    pub id: String,
    /// The indicator's name.
    pub name: Text,
    /// The area's name.
    pub area: Text,
    /// The breakdown within the indicator; mostly empty.
    pub category: String,
    /// What its values count.
    pub unit: Unit,
    /// Their kind of number.
    pub measure: Measure,
    /// How they lie in time.
    pub temporal: Temporal,
    /// Which way is better.
    pub direction: Direction,
    /// Decimals of derived values.
    pub decimals: u8,
    /// For ranks: among whom.
    pub field: Text,
    /// For ranks: among how many.
    pub field_size: Option<u32>,
    /// For ranks: whether 1 is the bottom.
    pub from_bottom: bool,
    /// What a reader must know about scope.
    pub note: Text,
}

/// One figure of a series, or the gap where a figure is missing.
#[derive(Clone, Debug, PartialEq)]
pub struct Datum {
    /// The observation's id.
    pub id: String,
    /// Index into [`Frame::series`].
    pub series: usize,
    /// When.
    pub period: Period,
    /// How we know when.
    pub date_basis: DateBasis,
    /// Reported, demanded or expected.
    pub status: Status,
    /// The value with its word; none is a gap.
    pub figure: Option<Figure>,
    /// What it is measured against or over.
    pub basis: Basis,
    /// The figure with its unit, as printed.
    pub printed: String,
    /// Its words, as printed.
    pub words: String,
    /// Index into [`Frame::sources`].
    pub source: usize,
    /// The section of the source.
    pub section: Text,
    /// The paragraph of the source, from 1; 0 where unknown.
    pub paragraph: u32,
    /// Why it must not be compared.
    pub flags: Flags,
    /// What a reader must know about it.
    pub note: Text,
    /// Whether the query asked for it; otherwise it came along as the answer to a target.
    pub asked: bool,
}

/// A target with the outcome that answers it and what follows.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The target, an index into [`Frame::data`].
    pub target: usize,
    /// The outcome, an index into [`Frame::data`]; none where none was printed.
    pub outcome: Option<usize>,
    /// The figure that the pace starts from, where it does not start from zero.
    pub base: Option<Figure>,
    /// The verdict with its rule.
    pub judgement: Judgement,
}

/// Tidy data for one picture.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Frame {
    /// The series in the order in which they were asked for.
    pub series: Vec<Series>,
    /// All data by series, then in time, then actual before forecast before target.
    pub data: Vec<Datum>,
    /// One entry a target among the data, in time.
    pub answers: Vec<Answer>,
    /// The documents that print the data, in order of first use.
    pub sources: Vec<Source>,
}

/// Gathers a frame: keeps track of which rows of the dataset are in it already.
struct Gather<'a> {
    dataset: &'a Dataset,
    frame: Frame,
    series_keys: Vec<(IndicatorId, usize, &'a str)>,
    source_ids: Vec<usize>,
    observations: Vec<ObservationId>,
}

impl<'a> Gather<'a> {
    fn series(&mut self, row: &'a Observation) -> usize {
        let key = (row.indicator, row.area, row.category.as_str());
        if let Some(known) = self.series_keys.iter().position(|k| *k == key) {
            return known;
        }
        let indicator = &self.dataset.indicators[row.indicator];
        self.series_keys.push(key);
        self.frame.series.push(Series {
            id: indicator.id.clone(),
            name: indicator.name.clone(),
            area: self.dataset.areas[row.area].name.clone(),
            category: row.category.clone(),
            unit: self.dataset.units[indicator.unit].clone(),
            measure: indicator.measure,
            temporal: indicator.temporal,
            direction: indicator.direction,
            decimals: indicator.decimals,
            field: indicator.field.clone(),
            field_size: indicator.field_size,
            from_bottom: indicator.from_bottom,
            note: indicator.note.clone(),
        });
        self.frame.series.len() - 1
    }

    fn source(&mut self, id: usize) -> usize {
        if let Some(known) = self.source_ids.iter().position(|s| *s == id) {
            return known;
        }
        self.source_ids.push(id);
        self.frame.sources.push(self.dataset.sources[id].clone());
        self.frame.sources.len() - 1
    }

    fn datum(&mut self, id: ObservationId, asked: bool) -> usize {
        if let Some(known) = self.observations.iter().position(|o| *o == id) {
            return known;
        }
        let row = &self.dataset.observations[id];
        let (series, source) = (self.series(row), self.source(row.source));
        self.observations.push(id);
        self.frame.data.push(Datum {
            id: row.id.clone(),
            series,
            period: row.period,
            date_basis: row.date_basis,
            status: row.status,
            figure: row.figure,
            basis: row.basis,
            printed: row.printed.clone(),
            words: row.words.clone(),
            source,
            section: row.section.clone(),
            paragraph: row.paragraph,
            flags: row.flags,
            note: row.note.clone(),
            asked,
        });
        self.frame.data.len() - 1
    }
}

fn rank(status: Status) -> u8 {
    match status {
        Status::Actual => 0,
        Status::Forecast => 1,
        Status::Target => 2,
    }
}

impl Frame {
    /// Answers a query. Outcomes of the targets asked for come along even where they belong to another indicator
    /// or lie outside the window: a target without them would say less than the sources do.
    pub fn answer(query: &Query, dataset: &Dataset) -> Self {
        let mut gather = Gather {
            dataset,
            frame: Self::default(),
            series_keys: Vec::new(),
            source_ids: Vec::new(),
            observations: Vec::new(),
        };
        for wanted in query.wanted(dataset) {
            let mut rows: Vec<ObservationId> = Vec::new();
            for (id, row) in dataset.observations.iter().enumerate() {
                if row.indicator == wanted && query.takes(row) {
                    rows.push(id);
                }
            }
            sort(&mut rows, &|a, b| {
                let (a, b) = (&dataset.observations[*a], &dataset.observations[*b]);
                (a.area, &a.category)
                    .cmp(&(b.area, &b.category))
                    .then_with(|| a.period.order(b.period))
                    .then_with(|| rank(a.status).cmp(&rank(b.status)))
            });
            for id in rows {
                gather.datum(id, true);
            }
        }
        gather.answers();
        gather.frame
    }

    /// Whether two answers are of the same demand, set by two documents, and its outcome.
    fn alike(&self, a: &Answer, b: &Answer) -> bool {
        let (x, y) = (&self.data[a.target], &self.data[b.target]);
        x.series == y.series && x.period == y.period && x.figure == y.figure && a.outcome == b.outcome
    }

    /// Whether two data may be compared over time: one series, one basis, sums over equally long spans, no flag.
    pub fn comparable(&self, a: &Datum, b: &Datum) -> bool {
        let flow = self.series.get(a.series).is_some_and(|series| series.temporal == Temporal::Flow);
        let spans = !flow || same_length(a.period, b.period);
        a.series == b.series && a.basis == b.basis && spans && !a.flags.any() && !b.flags.any()
    }

    /// The data of a series that were asked for, in time.
    pub fn of(&self, series: usize) -> impl Iterator<Item = (usize, &Datum)> {
        self.data.iter().enumerate().filter(move |(_, datum)| datum.series == series && datum.asked)
    }
}

impl Gather<'_> {
    fn answers(&mut self) {
        // Outcomes join while we go; they are no targets.
        for id in self.observations.clone() {
            if self.dataset.observations[id].status != Status::Target {
                continue;
            }
            let judgement = judge(self.dataset, id);
            let target = self.datum(id, true);
            let outcome = judgement.outcome.map(|outcome| self.datum(outcome, false));
            let base = judgement.base.and_then(|base| self.dataset.observations[base].figure);
            let answer = Answer { target, outcome, base, judgement };
            // Two documents that set the same target are judged once.
            if !self.frame.answers.iter().any(|told| self.frame.alike(told, &answer)) {
                self.frame.answers.push(answer);
            }
        }
        let data = &self.frame.data;
        sort(&mut self.frame.answers, &|a, b| data[a.target].period.order(data[b.target].period));
    }
}
