//! A series into the card of its newest figure: the figure in runs of large and small type, and what is said under it.

use crate::format::Style;
use crate::kind::sheet::{Cell, Sign, dated};
use crate::kind::{Brief, caption, judged, moved, scorecard};
use crate::layout::{LABEL, SMALL, SUBHEADING};
use crate::query::{Answer, Status};
use crate::scene::DatumId;
use crate::text::{Font, Weight, wrap};
use crate::words::say;

/// Sizes of a figure that stands alone, the largest that fits first, and of one among several, px.
const LARGE: [f64; 6] = [56.0, 52.0, 48.0, 44.0, 36.0, 28.0];
/// Size of a figure that fits in none of them and is broken into lines, px.
const BROKEN: f64 = 20.0;
/// Between the lines of a card, px.
pub(super) const AIR: f64 = 4.0;

/// A figure with what is said of it.
pub(super) struct Card<'a> {
    pub(super) series: usize,
    /// The figure that is written large.
    pub(super) datum: DatumId,
    /// Its name, where there are several.
    pub(super) over: Option<Cell>,
    /// Whether it has the picture to itself.
    large: bool,
    text: String,
    pub(super) lines: Vec<Cell>,
    answer: Option<&'a Answer>,
}

impl<'a> Card<'a> {
    /// The newest figure of a series, else what is demanded of it, else its gap.
    pub(super) fn new(brief: &Brief<'a>, series: usize, lone: bool) -> Option<Self> {
        let frame = brief.frame;
        let newest = moved::newest(frame, series);
        let mut answer: Option<&Answer> = None;
        for other in &frame.answers {
            let target = &frame.data[other.target];
            let told = answer.is_some_and(|known| newest.is_some() && known.outcome == newest);
            if target.series == series && target.figure.is_some() && !told {
                answer = Some(other);
            }
        }
        let datum = newest.or(answer.map(|answer| answer.target));
        let datum = datum.or_else(|| frame.of(series).next().map(|(id, _)| id))?;
        let name = caption::short_name(brief, &frame.series[series]);
        let over = if lone { None } else { Some(Cell::new(name, LABEL, brief.theme.ink)) };
        let large = lone && brief.panel.is_none();
        let text = caption::value(brief, &frame.data[datum]);
        let mut card = Self { series, datum, over, large, text, lines: Vec::new(), answer };
        card.say(brief);
        Some(card)
    }

    fn say(&mut self, brief: &Brief<'_>) {
        let (frame, theme) = (brief.frame, brief.theme);
        let face = if self.large { SUBHEADING } else { SMALL };
        for text in [dated(brief, &frame.data[self.datum]), moved::among(brief, self.series)] {
            if !text.is_empty() {
                self.lines.push(Cell::new(text, face, theme.muted));
            }
        }
        let since = moved::since(brief, self.datum);
        if let Some(before) = moved::before(frame, self.datum).filter(|_| !since.is_empty()) {
            let rose = moved::rose(before, &frame.data[self.datum]);
            let (sign, color) = scorecard::way(brief, rose, self.series);
            self.lines.push(Cell { sign, ..Cell::new(judged::opened(&since), LABEL, color) });
        }
        if let Some(answer) = self.answer {
            self.target(brief, answer);
        }
    }

    /// The target, the share of it that is done, and the verdict; where another figure answers it, that one too.
    fn target(&mut self, brief: &Brief<'_>, answer: &Answer) {
        let lang = brief.spec.lang;
        if answer.target != self.datum {
            let text = say::TARGET.fill(lang, &[&said(brief, answer.target)]);
            self.lines.push(named(brief, answer.target, text));
        }
        if let Some(outcome) = answer.outcome.filter(|outcome| *outcome != self.datum) {
            let text = said(brief, outcome);
            let text = say::PERIOD_VALUE.fill(lang, &[say::ROW_OUTCOME.get(lang), &text]);
            self.lines.push(named(brief, outcome, text));
        }
        let mut verdict = scorecard::verdict(brief, answer);
        if self.large {
            let mut done = scorecard::done(brief, answer);
            if let Sign::Bar(..) = done.sign {
                // The verdict's facts tell the share.
                done.note = String::new();
                self.lines.push(done);
            }
            verdict.note = judged::opened(&judged::facts(brief, answer));
        }
        self.lines.push(verdict);
    }

    /// The figure in lines of runs: word, number and unit on one baseline, or broken where no size fits.
    pub(super) fn figure(&self, brief: &Brief<'_>, width: f64) -> Vec<Vec<(String, Font)>> {
        let sizes = if self.large { &LARGE[..] } else { &LARGE[5..] };
        // A demand in the place of a report is not set as firmly as one.
        let demanded = brief.frame.data[self.datum].status == Status::Target;
        let weight = if demanded { Weight::Regular } else { Weight::Semibold };
        for size in sizes {
            let (runs, mut wide) = (runs(&self.text, *size, weight), 0.0);
            for (text, font) in &runs {
                wide += brief.measure.width(text, *font);
            }
            if wide <= width {
                return vec![runs];
            }
        }
        let font = Font { size: BROKEN, weight };
        let mut lines = Vec::new();
        for line in wrap(&self.text, width, font, brief.measure) {
            lines.push(vec![(line, font)]);
        }
        lines
    }

    /// Its height without its name, px.
    pub(super) fn height(&self, brief: &Brief<'_>, width: f64) -> f64 {
        let mut height = 0.0;
        for line in self.figure(brief, width) {
            height += tall(&line);
        }
        for line in &self.lines {
            height += line.height(width, brief.measure) + AIR;
        }
        height
    }
}

/// Height of a line of runs, px.
pub(super) fn tall(line: &[(String, Font)]) -> f64 {
    let mut size = 0.0_f64;
    for (_, font) in line {
        size = size.max(font.size);
    }
    (size * 1.25).ceil()
}

fn named(brief: &Brief<'_>, id: DatumId, text: String) -> Cell {
    Cell { datum: Some(id), ..Cell::new(text, LABEL, brief.theme.ink) }
}

/// A figure with its period, for a line that says itself whether it is demanded.
fn said(brief: &Brief<'_>, id: DatumId) -> String {
    let (datum, lang) = (&brief.frame.data[id], brief.spec.lang);
    let when = caption::when(brief.frame, datum, lang, Style::Long);
    say::VALUE_PERIOD.fill(lang, &[&caption::amount(brief, datum), &when])
}

/// A figure's text as its word, its number, and its unit, the number in the size given.
fn runs(text: &str, size: f64, weight: Weight) -> Vec<(String, Font)> {
    let numeral = |c: char| c.is_ascii_digit() || matches!(c, '+' | '−' | '%');
    let (mut first, mut last) = (text.len(), 0);
    for (at, c) in text.char_indices() {
        if numeral(c) {
            (first, last) = (first.min(at), at + c.len_utf8());
        }
    }
    let (mut size, small) = (size, (size * 0.4).max(14.0).round());
    if first > last {
        // Words alone are not set as large as a number.
        (first, last, size) = (0, text.len(), (size * 0.6).max(20.0).round());
    }
    let mut runs = Vec::new();
    for (part, size) in [(&text[..first], small), (&text[first..last], size), (&text[last..], small)] {
        if !part.is_empty() {
            runs.push((part.to_owned(), Font { size, weight }));
        }
    }
    runs
}
