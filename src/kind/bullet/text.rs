//! The texts of a bullet chart: row names, the target's number, the outcome's and that of time, and the verdicts.

use super::{ABOVE, BELOW, Bullets, NAME, RUN_ON, Row, Seat, TRACK};
use crate::format::{Style, percent};
use crate::geom::Point;
use crate::kind::{Stage, caption, judged, open};
use crate::layout::{LABEL, Remark, SMALL, VALUE, label::Label, mark};
use crate::query::Figure;
use crate::scale::Values;
use crate::scene::{Align, DatumId, Layer};
use crate::text::wrap;
use crate::words::say;

impl Bullets<'_> {
    /// What tells rows apart: the period, or the indicator where rows are of several.
    pub(super) fn name(&self, row: &Row<'_>) -> String {
        let lang = self.brief.spec.lang;
        let series = self.brief.series_of(row.target);
        let when = caption::when(self.brief.frame, row.target, lang, Style::Long);
        let one = self.rows.iter().all(|other| other.target.series == row.target.series);
        if one { when } else { say::OF.fill(lang, &[&caption::short_name(self.brief, series), &when]) }
    }

    pub(super) fn name_lines(&self, row: &Row<'_>) -> Vec<String> {
        let room = if self.several() { self.brief.room() } else { return Vec::new() };
        wrap(&self.name(row), room, VALUE.font, self.brief.measure)
    }

    /// Height of a row's name, px.
    pub(super) fn head(&self, row: &Row<'_>) -> f64 {
        let lines = u32::try_from(self.name_lines(row).len()).unwrap_or(0);
        if lines == 0 { 0.0 } else { f64::from(lines) * VALUE.leading + NAME }
    }

    pub(super) fn names(&self, row: &Row<'_>, left: f64, top: f64, stage: &mut Stage) {
        let mut y = top - ABOVE - self.head(row);
        for line in self.name_lines(row) {
            let at = Point::new(left, (y + 16.0).round());
            let name = mark(at, line, VALUE.font, self.brief.theme.ink, Align::Left, self.brief.measure);
            let mut layer = Layer::new("names");
            layer.text(Some(row.answer.target), name);
            stage.texts(layer);
            y += VALUE.leading;
        }
    }

    pub(super) fn remarks(&self) -> Vec<Remark> {
        let lang = self.brief.spec.lang;
        let rows = self.rows.iter().map(|row| {
            let verdict = row.answer.judgement.verdict;
            let name = judged::name(verdict).get(lang);
            let lead = match self.several() {
                true => say::VERDICT.fill(lang, &[&self.name(row), name]),
                false => name.to_owned(),
            };
            let text = judged::opened(&judged::facts(self.brief, row.answer));
            Remark { lead, color: judged::color(self.brief, verdict), text }
        });
        rows.collect()
    }

    pub(super) fn labels(&self, row: &Row<'_>, x: &Values, top: f64) -> Vec<Label> {
        let (theme, lang, measure) = (self.brief.theme, self.brief.spec.lang, self.brief.measure);
        let goal = x.map(row.demanded.value);
        let text = say::TARGET.fill(lang, &[&self.value(row.answer.target, row.demanded)]);
        let y = top - 15.0;
        let edge = self.brief.width - self.brief.margin();
        let half = measure.width(&text, VALUE.font) / 2.0;
        let mut target = Label::new(row.answer.target, text, VALUE, theme.ink);
        target.or(goal.min(edge - half), y, Align::Middle);
        target.or(edge, y, Align::Right);
        target.or(x.map(0.0), y, Align::Left);
        let mut labels = vec![target, self.outcome_label(row, x, top)];
        if let (Some(px), Some(elapsed)) = (self.time(row, x), row.answer.judgement.elapsed) {
            let text = say::TIME_GONE.fill(lang, &[&percent(elapsed / 100.0, 1)]);
            let half = measure.width(&text, SMALL.font) / 2.0;
            let at = px.clamp((x.map(0.0) + half).min(edge - half), edge - half);
            let mut gone = Label::new(row.answer.target, text, SMALL, theme.time_text);
            gone.or(at, top + TRACK + 30.0, Align::Middle);
            labels.push(gone);
        }
        labels
    }

    pub(super) fn outcome_text(&self, row: &Row<'_>) -> Option<(DatumId, Figure, String)> {
        let lang = self.brief.spec.lang;
        let (id, datum, figure_of) = row.outcome?;
        let outcome = figure_of?;
        let when = caption::when(self.brief.frame, datum, lang, Style::Long);
        Some((id, outcome, say::PERIOD_VALUE.fill(lang, &[&when, &self.value(id, outcome)])))
    }

    fn value(&self, datum: DatumId, figure: Figure) -> String {
        let series = self.brief.series_of(&self.brief.frame.data[datum]);
        caption::bare(figure, series, self.magnitude, self.brief.spec.lang)
    }

    /// Where the outcome's text has room: in the bar, behind it short of the target, else on a line of its own.
    pub(super) fn seat(&self, row: &Row<'_>, x: &Values) -> Seat {
        const PAD: f64 = 12.0;
        let Some((_, outcome, text)) = self.outcome_text(row) else { return Seat::Inside };
        let width = self.brief.measure.width(&text, VALUE.font);
        let (zero, end, goal) = (x.map(0.0), x.map(outcome.value), x.map(row.demanded.value));
        let time = self.time(row, x);
        let clear = |from: f64, to: f64| {
            let off = |px: f64, air: f64| px < from - air || px > to + air;
            off(goal, 5.0) && time.is_none_or(|px| off(px, 2.0))
        };
        let behind = end + open::reach(outcome) + 10.0;
        if outcome.value >= 0.0 && zero + PAD + width + 8.0 <= end && clear(zero + PAD, zero + PAD + width) {
            Seat::Inside
        } else if (behind + width + 8.0 <= goal || behind > goal + RUN_ON)
            && behind + width <= self.brief.width - self.brief.margin()
            && clear(behind, behind + width)
        {
            Seat::Behind
        } else {
            Seat::Below
        }
    }

    pub(super) fn outcome_label(&self, row: &Row<'_>, x: &Values, top: f64) -> Label {
        let (theme, lang) = (self.brief.theme, self.brief.spec.lang);
        let baseline = (top + TRACK / 2.0 + 0.36 * VALUE.font.size).round();
        let zero = x.map(0.0);
        let Some((id, outcome, text)) = self.outcome_text(row) else {
            let text = say::NO_OUTCOME.get(lang).to_owned();
            let mut label = Label::new(row.answer.target, text, LABEL, theme.muted);
            label.or(zero + 12.0, baseline, Align::Left);
            return label;
        };
        let (left, baseline, color) = match self.seat(row, x) {
            Seat::Inside => (zero + 12.0, baseline, theme.on_accent),
            Seat::Behind => (x.map(outcome.value) + open::reach(outcome) + 10.0, baseline, theme.ink),
            Seat::Below => (zero + 6.0, top + TRACK + BELOW + 15.0, theme.accent_text),
        };
        let mut label = Label::new(id, text, VALUE, color);
        label.or(left, baseline, Align::Left);
        label
    }
}
