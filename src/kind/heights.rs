//! The values of a picture into an upright axis: its domain, its round numbers, and the faint lines at them.

use super::{Brief, Stage, annotate, caption};
use crate::error::Error;
use crate::format::{Magnitude, percent, quantity, tick, unit_line};
use crate::geom::{Point, Rect};
use crate::layout::{SMALL, mark};
use crate::query::{Datum, Figure, Measure, Qualifier, Series, Unit};
use crate::scale::{Values, from_zero, nice_in, nice_log};
use crate::scene::{Align, Layer, Stroke};
use crate::spec::Spacing;
use crate::words::{Lang, say};

/// Beyond this ratio numbers of one axis are not counted in one magnitude: 1, 1000, 100万.
const WIDE: f64 = 1e4;

/// An upright axis of values.
#[derive(Clone, Debug, Default)]
pub(super) struct Heights {
    /// The values at its lower and its upper end.
    pub(super) domain: [f64; 2],
    /// Its round numbers with their texts.
    pub(super) ticks: Vec<(f64, String)>,
    /// Whether equal distances are equal ratios.
    pub(super) log: bool,
    /// Whether values are places in an order, of which the first stands at the top.
    pub(super) ordered: bool,
    /// The unit line.
    pub(super) unit: String,
    /// What all its numbers are counted in.
    magnitude: Magnitude,
    /// Whether each number is counted in its own magnitude instead.
    each: bool,
}

impl Heights {
    /// The axis of figures of a series' unit; `zero` keeps zero on it, as lengths and areas need.
    ///
    /// # Errors
    /// A scale of ratios for lengths, or for values that are not positive.
    pub(super) fn new(
        brief: &Brief<'_>,
        figures: &[Figure],
        series: &Series,
        zero: bool,
    ) -> Result<Self, Error> {
        let lang = brief.spec.lang;
        let (low, high) = annotate::span(brief, caption::extent(figures));
        let magnitude = caption::magnitude(figures, series, lang);
        let want = if brief.panel.is_some() { 2 } else { 4 };
        let mut heights = Self { magnitude, ordered: caption::ordered(series), ..Self::default() };
        if brief.spec.scale == Spacing::Log {
            if zero {
                return Err(brief.refused(say::LOG_LENGTH, "scale=\"linear\""));
            }
            if low <= 0.0 {
                return Err(brief.refused(say::NOT_LOG, "scale=\"linear\""));
            }
            heights.log = true;
            heights.each = high > low * WIDE && !series.unit.is_percent();
            let (domain, values) = nice_log(low, high, want + 2);
            heights.domain = domain;
            for value in values {
                let text = heights.tick(value, 0.0, brief);
                heights.ticks.push((value, text));
            }
        } else {
            let (low, high) = match heights.ordered {
                true => (1.0, high.max(2.0)),
                false => from_zero((low, high), zero || series.measure == Measure::Share),
            };
            let (mut domain, mut ticks) = nice_in(low, high, want, magnitude.exp());
            if heights.ordered {
                // There is no place 0 and none between two places.
                domain[0] = 1.0;
                ticks.values.retain(|place| *place >= 1.0 && place.fract() == 0.0);
                ticks.step = 1.0;
            }
            heights.domain = domain;
            for value in ticks.values {
                let text = heights.tick(value, ticks.step, brief);
                heights.ticks.push((value, text));
            }
        }
        if !heights.ordered {
            let magnitude = if heights.each { Magnitude::PLAIN } else { magnitude };
            heights.unit = unit_line(&series.unit, magnitude, lang);
        }
        Ok(heights)
    }

    /// The axis of shares of a sum.
    pub(super) fn shares(lang: Lang) -> Self {
        let mut heights = Self { domain: [0.0, 100.0], ..Self::default() };
        for value in [0.0, 25.0, 50.0, 75.0, 100.0] {
            heights.ticks.push((value, percent(value / 100.0, 0)));
        }
        heights.unit = say::SHARE_OF_SUM.get(lang).to_owned();
        heights
    }

    fn tick(&self, value: f64, step: f64, brief: &Brief<'_>) -> String {
        let lang = brief.spec.lang;
        if self.each {
            let figure = Figure { value, high: None, qualifier: Qualifier::Exact };
            return quantity(figure, &Unit::default(), Measure::Level, lang);
        }
        // The numbers of an axis of ratios have each their own last digit.
        let step = if self.log { value } else { step };
        tick(value, step, self.magnitude, lang)
    }

    /// A value as a label of this axis shows it.
    pub(super) fn label(&self, brief: &Brief<'_>, datum: &Datum) -> String {
        if self.each { caption::value(brief, datum) } else { caption::label(brief, datum, self.magnitude) }
    }

    /// A figure as a label that says itself what it is.
    pub(super) fn bare(&self, brief: &Brief<'_>, datum: &Datum, figure: Figure) -> String {
        let (lang, series) = (brief.spec.lang, brief.series_of(datum));
        if self.each {
            return quantity(figure, &series.unit, series.measure, lang);
        }
        caption::bare(figure, series, self.magnitude, lang)
    }

    /// The word of a figure as a sign: where the first place is at the top, a place that is better than printed lies
    /// above.
    pub(super) fn word(&self, word: Qualifier) -> Qualifier {
        match word {
            Qualifier::AtMost if self.ordered => Qualifier::AtLeast,
            Qualifier::Over | Qualifier::AtLeast if self.ordered => Qualifier::AtMost,
            word => word,
        }
    }

    /// Where values lie in a plot.
    pub(super) fn scale(&self, plot: Rect) -> Values {
        let range = if self.ordered { [plot.y, plot.bottom()] } else { [plot.bottom(), plot.y] };
        Values::new(self.log, self.domain, range)
    }

    /// The value at the upper end.
    pub(super) fn top(&self) -> f64 {
        self.domain[usize::from(!self.ordered)]
    }

    /// The value at the lower end of the plot.
    pub(super) fn foot(&self) -> f64 {
        self.domain[usize::from(self.ordered)]
    }

    /// Width of the widest number, px.
    pub(super) fn gutter(&self, brief: &Brief<'_>) -> f64 {
        let mut widest = 0.0_f64;
        for (_, text) in &self.ticks {
            widest = widest.max(brief.measure.width(text, SMALL.font));
        }
        widest
    }

    /// What a note must say of the axis; empty where it is as a reader expects.
    pub(super) fn explain(&self, brief: &Brief<'_>) -> &'static str {
        let cut = self.domain[0] > 0.0 && !self.ordered;
        match (self.log, cut) {
            (true, _) => say::SIGN_LOG.get(brief.spec.lang),
            (false, true) => say::SIGN_AXIS.get(brief.spec.lang),
            (false, false) => "",
        }
    }

    /// Draws the lines and their numbers.
    pub(super) fn grid(&self, brief: &Brief<'_>, plot: Rect, stage: &mut Stage) {
        let (theme, scale) = (brief.theme, self.scale(plot));
        let (mut rules, mut texts) = (Layer::new("grid"), Layer::new("y-axis"));
        // The steps of a log scale are not even: a number that has no room leaves its line alone.
        let mut free = f64::INFINITY;
        for (value, text) in &self.ticks {
            let y = scale.map(*value);
            let firm = *value == 0.0;
            let stroke = Stroke::new(if firm { theme.ink } else { theme.grid }, 1.0);
            rules.level(None, y, (plot.x, plot.right()), stroke);
            if (free - y).abs() < SMALL.leading - 2.0 {
                continue;
            }
            free = y;
            let at = Point::new(plot.x, y - 5.0);
            texts.text(None, mark(at, text.clone(), SMALL.font, theme.muted, Align::Left, brief.measure));
        }
        stage.layer(rules);
        stage.texts(texts);
    }
}
