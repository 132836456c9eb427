//! Targets into a grid, a square each: what became of it, and of how many nothing is printed.

use super::caption::{self, request};
use super::{Brief, Nearest, Plan, Stage, judged};
use crate::color::Color;
use crate::error::Error;
use crate::format::Style;
use crate::geom::{Point, Rect};
use crate::layout::{HEADING, LABEL, Layout, Request, VALUE, mark};
use crate::query::Answer;
use crate::query::verdict::Verdict;
use crate::scene::{Align, DatumId, Layer, Shape, Stroke};
use crate::text::wrap;
use crate::words::say;

/// The largest and the smallest side of a square, and the air between two, px.
const SIDES: (u32, u32) = (26, 12);
const GAP: f64 = 4.0;
/// Squares grow smaller before the grid grows higher than this, px.
const HIGH: f64 = 240.0;
/// Under the count, over the names, and between two of them, px.
const AIR: f64 = 12.0;
/// A group of more is counted, not named.
const FEW: usize = 6;

/// The targets of one verdict.
struct Group<'a> {
    verdict: Verdict,
    answers: Vec<&'a Answer>,
    /// How many they are.
    count: String,
    /// Which they are, where they are few.
    names: Vec<String>,
}

struct Waffle<'a> {
    brief: &'a Brief<'a>,
    groups: Vec<Group<'a>>,
    head: Vec<String>,
    columns: usize,
    side: f64,
}

/// A count that fits a coordinate.
fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

pub(super) fn plan<'a>(brief: &'a Brief<'a>) -> Result<Box<dyn Plan + 'a>, Error> {
    let (frame, lang) = (brief.frame, brief.spec.lang);
    if !frame.data.iter().any(|datum| datum.asked) {
        return Err(Error::NoData { given: brief.spec.given.clone() });
    }
    let mut groups = Vec::new();
    let (mut all, mut printed) = (0, 0);
    for (verdict, counted) in judged::COUNTED {
        let mut answers: Vec<&Answer> = Vec::new();
        for answer in &frame.answers {
            if answer.judgement.verdict == verdict && counts(brief, answer) {
                answers.push(answer);
            }
        }
        all += answers.len();
        printed += if verdict == Verdict::NoOutcome { 0 } else { answers.len() };
        if !answers.is_empty() {
            let count = say::VERDICT_COUNT.fill(lang, &[&answers.len().to_string(), counted.get(lang)]);
            let names = names(brief, &answers);
            groups.push(Group { verdict, answers, count, names });
        }
    }
    if groups.is_empty() {
        return Err(brief.refused(say::NO_TARGET, "kind=\"bar\""));
    }
    let head = say::WAFFLE_HEAD.fill(lang, &[&all.to_string(), &printed.to_string()]);
    let head = wrap(&head, brief.room(), HEADING.font, brief.measure);
    let (columns, side) = grid(all, brief.room());
    Ok(Box::new(Waffle { brief, groups, head, columns, side }))
}

/// Whether a target counts: one that came along as another's outcome does not.
fn counts(brief: &Brief<'_>, answer: &Answer) -> bool {
    let target = &brief.frame.data[answer.target];
    target.asked && target.figure.is_some()
}

fn names(brief: &Brief<'_>, answers: &[&Answer]) -> Vec<String> {
    if answers.len() > FEW {
        return Vec::new();
    }
    let (frame, lang) = (brief.frame, brief.spec.lang);
    let mut names = Vec::new();
    for answer in answers {
        let target = &frame.data[answer.target];
        let name = caption::series_name(brief.series_of(target), lang);
        let again = |other: &&Answer| frame.data[other.target].series == target.series;
        names.push(if frame.answers.iter().filter(again).count() > 1 {
            say::OF.fill(lang, &[&name, &caption::when(frame, target, lang, Style::Short)])
        } else {
            name
        });
    }
    let text = say::LIST_GAP.join(lang, &names);
    wrap(&text, brief.room() - LABEL.leading, LABEL.font, brief.measure)
}

/// Columns and side of the largest squares that keep the grid low.
fn grid(count: usize, room: f64) -> (usize, f64) {
    let mut side = SIDES.0;
    loop {
        let pitch = f64::from(side) + GAP;
        let mut columns = 1;
        while number(columns + 1) * pitch <= room + GAP {
            columns += 1;
        }
        if number(count.div_ceil(columns)) * pitch <= HIGH || side <= SIDES.1 {
            return (columns.min(count.max(1)), f64::from(side));
        }
        side -= 2;
    }
}

impl Waffle<'_> {
    fn count(&self) -> usize {
        self.groups.iter().map(|group| group.answers.len()).sum()
    }

    /// Heights of the count, the grid and the names, px.
    fn heights(&self) -> [f64; 3] {
        let rows = self.count().div_ceil(self.columns);
        let lines: usize = self.groups.iter().map(|group| 1 + group.names.len()).sum();
        let between = number(self.groups.len() - 1) * AIR / 2.0;
        [
            number(self.head.len()) * HEADING.leading + AIR,
            number(rows) * (self.side + GAP) - GAP + AIR,
            number(lines) * LABEL.leading + between,
        ]
    }

    /// The square of a verdict.
    fn square(&self, layers: &mut [Layer; 2], datum: Option<DatumId>, rect: Rect, verdict: Verdict) {
        let theme = self.brief.theme;
        let fill = match verdict {
            Verdict::Met | Verdict::Ahead => theme.accent,
            Verdict::Missed | Verdict::Behind => theme.time,
            Verdict::Undetermined => theme.context,
            // What is not printed is not inked.
            Verdict::NoOutcome => {
                let edge = Rect { x: rect.x + 0.5, y: rect.y + 0.5, w: rect.w - 1.0, h: rect.h - 1.0 };
                let stroke = Some(Stroke::new(theme.limit, 1.0));
                return layers[0].add(datum, Shape::Rect { rect: edge, fill: None, stroke });
            }
        };
        layers[0].fill(datum, rect, fill);
        let ink = match verdict {
            Verdict::Met | Verdict::Ahead => theme.on_accent,
            Verdict::Undetermined => theme.ink,
            _ => theme.paper,
        };
        for points in sign(verdict) {
            let mut line = Vec::new();
            for (x, y) in *points {
                line.push(Point::new(rect.x + x * rect.w, rect.y + y * rect.h));
            }
            layers[1].add(datum, Shape::Line { points: line, stroke: Stroke::new(ink, 2.0) });
        }
    }

    fn legend(&self, plot: Rect, mut y: f64, layers: &mut [Layer; 2], stage: &mut Stage) {
        let (theme, measure) = (self.brief.theme, self.brief.measure);
        let mut texts = Layer::new("names");
        let x = plot.x + LABEL.leading;
        let mut put = |text: &str, y: f64, face: crate::layout::Face, color: Color| {
            let at = Point::new(x, face.baseline(y));
            texts.text(None, mark(at, text.to_owned(), face.font, color, Align::Left, measure));
        };
        for group in &self.groups {
            let top = y;
            let square = Rect::new(plot.x, y + 4.0, 12.0, 12.0);
            self.square(layers, None, square, group.verdict);
            put(&group.count, y, VALUE, theme.ink);
            y += LABEL.leading;
            for line in &group.names {
                put(line, y, LABEL, theme.muted);
                y += LABEL.leading;
            }
            let data = group.answers.iter().map(|answer| answer.target).collect();
            stage.name(Rect::between(plot.x, top, plot.right(), y), data);
            y += AIR / 2.0;
        }
        stage.texts(texts);
    }
}

/// What tells a square from the others where colours do not, in parts of its side.
fn sign(verdict: Verdict) -> &'static [&'static [(f64, f64)]] {
    match verdict {
        Verdict::Met => &[&[(0.25, 0.52), (0.43, 0.7), (0.76, 0.3)]],
        Verdict::Ahead => &[&[(0.38, 0.25), (0.63, 0.5), (0.38, 0.75)]],
        Verdict::Behind => &[&[(0.62, 0.25), (0.37, 0.5), (0.62, 0.75)]],
        Verdict::Missed => &[&[(0.3, 0.3), (0.7, 0.7)], &[(0.7, 0.3), (0.3, 0.7)]],
        Verdict::Undetermined => &[&[(0.3, 0.5), (0.7, 0.5)]],
        Verdict::NoOutcome => &[],
    }
}

impl Plan for Waffle<'_> {
    fn request(&self) -> Request {
        let mut shown: Vec<DatumId> = Vec::new();
        for answer in self.groups.iter().flat_map(|group| &group.answers) {
            shown.push(answer.target);
            shown.extend(answer.outcome);
        }
        let height: f64 = self.heights().iter().sum();
        let explain = say::SIGN_WAFFLE.get(self.brief.spec.lang).to_owned();
        Request { plot: height, least: height, ..request(self.brief, &shown, ("", ""), explain) }
    }

    fn draw(&self, layout: &Layout, stage: &mut Stage) {
        let (plot, theme, measure) = (layout.plot, self.brief.theme, self.brief.measure);
        let [head, grid, _] = self.heights();
        let mut texts = Layer::new("count");
        for (at, line) in self.head.iter().enumerate() {
            let y = HEADING.baseline(plot.y + number(at) * HEADING.leading);
            let at = Point::new(plot.x, y);
            texts.text(None, mark(at, line.clone(), HEADING.font, theme.accent_text, Align::Left, measure));
        }
        stage.texts(texts);
        let mut layers = [Layer::new("cells"), Layer::new("signs")];
        let cells =
            self.groups.iter().flat_map(|group| group.answers.iter().map(move |answer| (group, answer)));
        for (at, (group, answer)) in cells.enumerate() {
            let (column, row) = (number(at % self.columns), number(at / self.columns));
            let pitch = self.side + GAP;
            let rect = Rect::new(plot.x + column * pitch, plot.y + head + row * pitch, self.side, self.side);
            self.square(&mut layers, Some(answer.target), rect, group.verdict);
            stage.reads(self.brief, answer.target, rect);
        }
        self.legend(plot, plot.y + head + grid, &mut layers, stage);
        let [cells, signs] = layers;
        stage.layer(cells);
        stage.layer(signs);
    }

    fn nearest(&self) -> Nearest {
        Nearest::AlongY
    }
}
