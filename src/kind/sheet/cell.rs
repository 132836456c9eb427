//! A text with a smaller one under it and a sign before it: what rows and cards are made of.

use crate::color::Color;
use crate::geom::{Point, Rect, within};
use crate::kind::Brief;
use crate::kind::highlight::{self, Light};
use crate::kind::open::{self, Ink};
use crate::kind::sheet::count;
use crate::kind::way::Way;
use crate::layout::{Face, LABEL, SMALL, VALUE, mark};
use crate::query::Figure;
use crate::query::verdict::Verdict;
use crate::scene::{Align, Dash, DatumId, Layer, Shape, Stroke, Symbol};
use crate::text::{Measure, balance, least};

/// The widths a text and the smaller one under it may be broken down to, px.
const NARROW: [f64; 2] = [88.0, 72.0];
/// A sign with the air behind it, px.
const SIGN: f64 = 15.0;
/// Height of a bar, its width at most and at least, and the room for the sign of an open end behind it, px.
const BAR: f64 = 12.0;
const BARS: (f64, f64) = (140.0, 72.0);
const OPEN: f64 = 20.0;

/// What stands before the text of a cell, or in its place.
#[derive(Clone, Copy, Debug)]
pub(in crate::kind) enum Sign {
    None,
    Up,
    Down,
    Disc,
    Ring,
    Square,
    /// A share of a target that is done, and of its time that is gone, per cent.
    Bar(Figure, Option<f64>),
}

impl Sign {
    /// The sign of a verdict: each has its own shape.
    pub(in crate::kind) fn of(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Met => Self::Disc,
            Verdict::Missed => Self::Square,
            Verdict::Ahead => Self::Up,
            Verdict::Behind => Self::Down,
            Verdict::Undetermined => Self::Ring,
            Verdict::NoOutcome => Self::None,
        }
    }
}

/// A text with a smaller one under it.
#[derive(Clone, Debug)]
pub(in crate::kind) struct Cell {
    pub(in crate::kind) text: String,
    pub(in crate::kind) note: String,
    pub(in crate::kind) face: Face,
    pub(in crate::kind) color: Color,
    pub(in crate::kind) sign: Sign,
    /// The figure that is read here.
    pub(in crate::kind) datum: Option<DatumId>,
}

impl Cell {
    #[inline(never)]
    pub(in crate::kind) fn new(text: String, face: Face, color: Color) -> Self {
        Self { text, note: String::new(), face, color, sign: Sign::None, datum: None }
    }

    /// A figure with its period under it.
    pub(in crate::kind) fn figure(brief: &Brief<'_>, id: DatumId, text: String, note: String) -> Self {
        let datum = &brief.frame.data[id];
        let color = match highlight::lit(brief, datum) {
            Light::All if datum.figure.is_some() => brief.theme.ink,
            Light::Lit => brief.theme.accent_text,
            _ => brief.theme.muted,
        };
        Self { note, datum: Some(id), ..Self::new(text, VALUE, color) }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty() && self.note.is_empty() && matches!(self.sign, Sign::None)
    }

    fn indent(&self) -> f64 {
        if matches!(self.sign, Sign::None | Sign::Bar(..)) { 0.0 } else { SIGN }
    }

    /// The width it wants and the least it takes, px.
    pub(in crate::kind) fn span(&self, measure: &Measure) -> (f64, f64) {
        let (mut want, mut need) = if matches!(self.sign, Sign::Bar(..)) { BARS } else { (0.0, 0.0) };
        for (text, font, narrow) in
            [(&self.text, self.face.font, NARROW[0]), (&self.note, SMALL.font, NARROW[1])]
        {
            let width = measure.width(text, font);
            want = want.max(width);
            need = need.max(width.min(narrow).max(least(text, font, measure)));
        }
        (want + self.indent(), need + self.indent())
    }

    fn lines(&self, width: f64, measure: &Measure) -> [Vec<String>; 2] {
        // A hair more than was measured: the same sum in another order may differ in its last bit.
        let room = width - self.indent() + 0.001;
        [balance(&self.text, room, self.face.font, measure), balance(&self.note, room, SMALL.font, measure)]
    }

    pub(in crate::kind) fn height(&self, width: f64, measure: &Measure) -> f64 {
        let [text, note] = self.lines(width, measure);
        let bar = if matches!(self.sign, Sign::Bar(..)) { LABEL.leading } else { 0.0 };
        bar + count(text.len()) * self.face.leading + count(note.len()) * SMALL.leading
    }

    /// Draws it from a corner on, as wide as `area`.
    pub(in crate::kind) fn draw(&self, brief: &Brief<'_>, area: Rect, right: bool, layer: &mut Layer) {
        let (measure, theme, mut y) = (brief.measure, brief.theme, area.y);
        let [text, note] = self.lines(area.w, measure);
        let first = text.first().map_or(0.0, |line| measure.width(line, self.face.font));
        let left = if right { area.right() - first - self.indent() } else { area.x };
        self.sign(brief, Point::new(left, y + self.face.leading / 2.0), area.w, layer);
        if matches!(self.sign, Sign::Bar(..)) {
            y += LABEL.leading;
        }
        let (x, align) =
            if right { (area.right(), Align::Right) } else { (area.x + self.indent(), Align::Left) };
        for (lines, face, color) in [(text, self.face, self.color), (note, SMALL, theme.muted)] {
            for line in lines {
                let at = Point::new(x, face.baseline(y));
                layer.text(self.datum, mark(at, line, face.font, color, align, measure));
                y += face.leading;
            }
        }
    }

    fn sign(&self, brief: &Brief<'_>, left: Point, width: f64, layer: &mut Layer) {
        let at = Point::new(left.x + 5.0, left.y);
        let (mut symbol, mut radius) = (Symbol::Circle, 4.0);
        match self.sign {
            Sign::None => return,
            Sign::Bar(share, gone) => return bar(brief, left, width.min(BARS.0), (share, gone), layer),
            Sign::Down => {
                let corner = |dx: f64, dy: f64| Point::new(at.x + dx, at.y + dy);
                let points = vec![corner(-4.6, -3.4), corner(4.6, -3.4), corner(0.0, 4.8)];
                return layer.push(Shape::Area { points, fill: self.color });
            }
            Sign::Up => (symbol, radius) = (Symbol::Triangle, 4.2),
            Sign::Square => symbol = Symbol::Square,
            Sign::Disc | Sign::Ring => {}
        }
        let ring = matches!(self.sign, Sign::Ring);
        let fill = if ring { None } else { Some(self.color) };
        let stroke = if ring { Some(Stroke::new(self.color, 1.5)) } else { None };
        layer.push(Shape::Symbol { at, symbol, radius, fill, stroke });
    }
}

/// A share of a target on its track, with the share of its time that is gone.
fn bar(brief: &Brief<'_>, left: Point, width: f64, (share, gone): (Figure, Option<f64>), layer: &mut Layer) {
    let theme = brief.theme;
    let (zero, top, wide) = (left.x, left.y - BAR / 2.0, width - OPEN);
    layer.fill(None, Rect::new(zero, top, wide, BAR), theme.track);
    let px = |percent: f64| zero + within(percent, 0.0, 100.0) / 100.0 * wide;
    let ink = Ink { fill: theme.accent, line: theme.accent_text, faint: theme.context, paper: theme.track };
    let (end, high, across) = (px(share.value), px(share.top()), (top, top + BAR));
    open::bar(layer, None, share, &open::Place { way: Way::Right, zero, end, high, across }, &ink);
    if let Some(gone) = gone {
        let stroke = Stroke::new(theme.time, 2.0).dashed(Dash::Dotted);
        layer.upright(None, px(gone), (top - 4.0, top + BAR + 4.0), stroke);
    }
}
