//! The window of columns that is shown into scales, ticks and their texts.

use crate::column::{Columns, Kind, Window};
use crate::dataset::{Figure, Measure, Unit};
use crate::format::{Magnitude, moment, moment_tick, quantity, round, tick};
use crate::geom::{Rect, within};
use crate::scale::{DAY, Linear, Values, day_of, from_zero, moments, nice_in, nice_log, pow10, ticks};
use crate::spec::{PlotSpec, Shape};
use crate::words::Lang;

/// How many values an axis marks.
const MARKS: usize = 4;
/// A tick of x has at least this much room, px.
const ROOM: f64 = 80.0;

/// An axis of values for some rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Heights {
    /// The values at the lower and the upper end.
    pub(super) domain: [f64; 2],
    /// Round numbers with their texts.
    pub(super) ticks: Vec<(f64, String)>,
    /// Whether equal ratios are equally long.
    pub(super) log: bool,
}

impl Heights {
    /// The axis of the rows from one to before another, with numbers counted in a magnitude.
    pub(super) fn new(data: &Columns, spec: &PlotSpec, rows: (usize, usize), magnitude: Magnitude) -> Self {
        // Where a window holds nothing but gaps, the axis is that of all rows.
        let found = data.extent(rows.0, rows.1).or_else(|| data.extent(0, data.rows()));
        let (low, high) = found.unwrap_or((0.0, 1.0));
        // By all rows: a window that happens to be positive does not change the scale.
        let log = spec.log && data.extent(0, data.rows()).is_some_and(|(least, _)| least > 0.0);
        let (domain, values, step) = if log {
            let (domain, values) = nice_log(low, high, MARKS + 2);
            (domain, values, None)
        } else {
            let (low, high) = from_zero((low, high), spec.shape == Shape::Area);
            let (domain, ticks) = nice_in(low, high, MARKS, magnitude.exp());
            (domain, ticks.values, Some(ticks.step))
        };
        // The numbers of an axis of ratios have each their own last digit.
        let text = |value: f64| tick(value, step.unwrap_or(value), magnitude, spec.lang);
        Self { domain, ticks: values.into_iter().map(|value| (value, text(value))).collect(), log }
    }

    /// Whether the axis leaves zero out.
    pub(super) fn cut(&self) -> bool {
        !self.log && (self.domain[0] > 0.0 || self.domain[1] < 0.0)
    }

    /// Where values lie in a plot.
    pub(super) fn scale(&self, plot: Rect) -> Values {
        Values::new(self.log, self.domain, [plot.bottom(), plot.y])
    }

    /// The value that an area stands on.
    pub(super) fn foot(&self) -> f64 {
        within(0.0, self.domain[0], self.domain[1])
    }
}

/// Ticks of x with their texts, as many as a plot has room for.
pub(super) fn places(data: &Columns, scale: Linear, lang: Lang) -> Vec<(f64, String)> {
    let [low, high] = scale.domain;
    let want = within((scale.range[1] - scale.range[0]) / ROOM, 2.0, 12.0) as usize;
    let mut found = Vec::new();
    if data.kind == Kind::Number {
        let marks = ticks(low, high, want);
        for value in marks.values {
            found.push((scale.map(value), tick(value, marks.step, Magnitude::PLAIN, lang)));
        }
        return found;
    }
    let shift = shift(data);
    let (mut day, mut year) = (None, None);
    for moment in moments(low + shift, high + shift, want) {
        let own = (Some(day_of(moment.at)), Some(year_of(moment.at)));
        let text = moment_tick(moment, lang, (day == own.0, year == own.1));
        (day, year) = own;
        found.push((scale.map(moment.at - shift), text));
    }
    found
}

fn year_of(at: f64) -> i32 {
    crate::dataset::Date::from_days(day_of(at)).year
}

/// What times are moved by before they are told, ms.
fn shift(data: &Columns) -> f64 {
    data.offset * 60_000.0
}

/// A place in words.
pub(super) fn place(data: &Columns, x: f64, lang: Lang) -> String {
    match data.kind {
        Kind::Number => quantity(Figure::exact(clean(x)), &Unit::default(), Measure::Level, lang),
        Kind::Time => {
            let daily = (x + shift(data)).rem_euclid(DAY) == 0.0;
            moment(x + shift(data), daily, lang)
        }
    }
}

/// How values are told: their unit, and the magnitude of an axis.
#[derive(Clone, Debug, Default)]
pub(super) struct Telling {
    pub(super) unit: Unit,
    pub(super) magnitude: Magnitude,
}

impl Telling {
    /// Seen from all values.
    pub(super) fn new(data: &Columns, lang: Lang) -> Self {
        let name = &data.unit;
        let unit = Unit { id: String::new(), zh: name.clone(), one: name.clone(), many: name.clone() };
        let (low, high) = data.extent(0, data.rows()).unwrap_or((0.0, 1.0));
        Self { magnitude: Magnitude::pick(low.abs().max(high.abs()), &unit, lang), unit }
    }

    /// A value in words.
    pub(super) fn value(&self, value: f64, lang: Lang) -> String {
        quantity(Figure::exact(clean(value)), &self.unit, Measure::Level, lang)
    }
}

/// The value without what arithmetic has left behind its twelfth digit: 0.3 and not 0.30000000000000004.
fn clean(value: f64) -> f64 {
    const DIGITS: i32 = 12;
    let mut decimals = DIGITS;
    while decimals > 0 && value.abs() >= pow10(DIGITS - decimals) {
        decimals -= 1;
    }
    // What is smaller than one keeps its own first digits.
    while decimals < 20 && value != 0.0 && value.abs() < pow10(DIGITS - decimals - 1) {
        decimals += 1;
    }
    round(value, u8::try_from(decimals).unwrap_or(0))
}

/// All of x, or the part that the reader looks at; where all rows lie at one place, a span around it.
pub(super) fn whole(data: &Columns) -> [f64; 2] {
    match data.domain() {
        None => [0.0, 1.0],
        Some((first, last)) if first < last => [first, last],
        Some((first, _)) => {
            let around = match data.kind {
                Kind::Time => DAY / 2.0,
                Kind::Number => (first.abs() * 0.01).max(0.5),
            };
            [first - around, first + around]
        }
    }
}

/// A span of x as a window of a plot of this width, px.
pub(super) fn window(span: [f64; 2], width: f64) -> Window {
    // A cast saturates; a plot without width is one pixel.
    Window { from: span[0], to: span[1], parts: (width.round() as usize).max(1) }
}
