//! Targets into squares, one each, by verdict: what has an outcome is signed and named, what has none is an empty outline.

use super::caption::{self, request};
use super::highlight::{self, Light};
use super::sheet::Cell;
use super::{Brief, Nearest, Plan, Stage, judged, progress};
use crate::error::Error;
use crate::geom::{Point, Rect};
use crate::layout::{Face, Layout, Request, SMALL, SUBHEADING, VALUE, mark};
use crate::query::Answer;
use crate::query::verdict::Verdict;
use crate::scene::{Align, Dash, DatumId, Layer, Shape, Stroke};
use crate::text::{Font, Weight};
use crate::words::{join, say};

/// A cell, the air beside it, and that under a head, px.
const CELL: f64 = 26.0;
const GAP: f64 = 6.0;
const HEAD: f64 = 26.0;
/// Between groups, and between two names side by side, px.
const APART: f64 = 14.0;
const BETWEEN: f64 = 24.0;
/// From the left edge of a cell to what stands beside it, px.
const BESIDE_CELL: f64 = CELL + 8.0;
/// More targets than these are no longer named beside their cells.
const NAMED: usize = 12;
/// The number of targets that have an outcome.
const LARGE: Face = Face { font: Font { size: 44.0, weight: Weight::Semibold }, leading: 52.0 };

/// A target in its place, from the corner of the plot.
struct Placed<'a> {
    answer: &'a Answer,
    cell: Rect,
    /// What stands beside it.
    name: Option<(Cell, Rect)>,
}

/// The number of targets of a verdict with its place.
struct Head {
    verdict: Verdict,
    text: String,
    at: Rect,
    data: Vec<DatumId>,
}

struct Waffle<'a> {
    brief: &'a Brief<'a>,
    /// How many have an outcome, and what is said of it; nothing of one target.
    count: Option<(String, Cell, Rect)>,
    heads: Vec<Head>,
    placed: Vec<Placed<'a>>,
    height: f64,
}

pub(super) fn plan<'a>(brief: &'a Brief<'a>) -> Result<Box<dyn Plan + 'a>, Error> {
    let groups = judged::groups(brief);
    if groups.is_empty() {
        return Err(brief.refused(say::NO_TARGET, "kind=\"table\""));
    }
    let mut waffle = Waffle { brief, count: None, heads: Vec::new(), placed: Vec::new(), height: 0.0 };
    let mut all: Vec<&Answer> = Vec::new();
    for (_, _, own) in &groups {
        all.extend(own);
    }
    waffle.counted(&all);
    let mut told = 0;
    for (verdict, text, own) in groups {
        told += own.len();
        waffle.group((verdict, text), &own, (told <= NAMED).then_some(&all));
    }
    waffle.height -= APART;
    Ok(Box::new(waffle))
}

impl<'a> Waffle<'a> {
    /// The number that stands over the cells.
    fn counted(&mut self, all: &[&Answer]) {
        let (brief, lang) = (self.brief, self.brief.spec.lang);
        if all.len() < 2 {
            return;
        }
        let count = all.iter().filter(|answer| answer.outcome.is_some()).count().to_string();
        let mut cell = Cell::new(
            say::WITH_OUTCOME.get(lang).to_owned(),
            Face { leading: 22.0, ..SUBHEADING },
            brief.theme.ink,
        );
        cell.note = say::OF_TARGETS.fill(lang, &[&all.len().to_string()]);
        let left = brief.measure.width(&count, LARGE.font) + 10.0;
        let room = brief.room() - left;
        let high = cell.height(room, brief.measure);
        let top = ((LARGE.leading - high) / 2.0).max(0.0).round();
        self.height = LARGE.leading.max(high) + APART;
        self.count = Some((count, cell, Rect::new(left, top, room, high)));
    }

    /// Puts a head and its cells under what stands there; names beside the cells where `all` is there to tell them by.
    fn group(&mut self, (verdict, text): (Verdict, String), own: &[&'a Answer], all: Option<&Vec<&Answer>>) {
        let (measure, room) = (self.brief.measure, self.brief.room());
        let at = Rect::new(0.0, self.height, measure.width(&text, VALUE.font), VALUE.leading);
        self.heads.push(Head { verdict, text, at, data: own.iter().map(|answer| answer.target).collect() });
        self.height += HEAD;
        let (mut names, mut wide, mut gap) = (Vec::new(), CELL, GAP);
        for answer in own {
            let name = all.map(|all| named(self.brief, answer, all));
            if let Some(name) = &name {
                (wide, gap) = (wide.max(BESIDE_CELL + name.span(measure).0.ceil()).min(room), BETWEEN);
            }
            names.push(name);
        }
        let (mut x, mut deep) = (0.0, CELL);
        for (answer, name) in own.iter().zip(names) {
            if x + wide > room {
                (x, self.height, deep) = (0.0, self.height + deep + GAP, CELL);
            }
            let cell = Rect::new(x, self.height, CELL, CELL);
            let name = name.map(|name| {
                let width = wide - BESIDE_CELL;
                let high = name.height(width, measure);
                deep = deep.max(high);
                (name, Rect::new(x + BESIDE_CELL, self.height, width, high))
            });
            self.placed.push(Placed { answer, cell, name });
            x += wide + gap;
        }
        self.height += deep + APART;
    }
}

/// What stands beside a cell: what the target is called, and what is held against it.
fn named(brief: &Brief<'_>, answer: &Answer, all: &[&Answer]) -> Cell {
    let held = progress::held(brief, answer);
    let line = say::LIST_GAP.join(brief.spec.lang, &held);
    // A line each where one has no room for both: a word is not torn.
    let fits = BESIDE_CELL + brief.measure.width(&line, SMALL.font) <= brief.room();
    let note = if fits { line } else { join(&held, "\n") };
    let series = |answer: &Answer| brief.series_of(&brief.frame.data[answer.target]);
    let own = series(answer);
    // One place is the rule; it is named where the same indicator stands in another one too.
    let apart = all.iter().any(|other| series(other).id == own.id && series(other).area != own.area);
    let name =
        if apart { caption::short_name(brief, own) } else { caption::series_name(own, brief.spec.lang) };
    let text = progress::named(brief, answer, all, name);
    Cell { note, ..Cell::figure(brief, answer.target, text, String::new()) }
}

/// A cell in the ink of its verdict, with its sign: what has no outcome is an empty outline.
fn inked(brief: &Brief<'_>, placed: &Placed<'_>, cell: Rect, layer: &mut Layer) {
    let (theme, verdict, datum) = (brief.theme, placed.answer.judgement.verdict, placed.answer.target);
    let (fill, line) = match verdict {
        Verdict::Met => (theme.accent, theme.accent),
        Verdict::Missed => (theme.time, theme.time),
        Verdict::Ahead => (theme.context, theme.accent_text),
        Verdict::Behind => (theme.paper, theme.time),
        Verdict::Undetermined => (theme.track, theme.limit),
        Verdict::NoOutcome => (theme.paper, theme.limit),
    };
    let lit = highlight::lit(brief, &brief.frame.data[datum]) == Light::Lit;
    let mut stroke = if lit { Stroke::new(theme.ink, 2.5) } else { Stroke::new(line, 1.0) };
    if verdict == Verdict::NoOutcome {
        stroke.dash = Dash::Dashed;
    }
    layer.push_datum(datum, Shape::Rect { rect: cell.grow(-0.5), fill: Some(fill), stroke: Some(stroke) });
    for corners in sign(verdict) {
        let mut points = Vec::new();
        for (x, y) in *corners {
            points.push(Point::new(cell.x + x * cell.w, cell.y + y * cell.h));
        }
        layer.line(Some(datum), points, Stroke::new(theme.on(fill), 2.0));
    }
}

/// What tells a verdict from the others where colours do not, in parts of a cell's side.
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
        let (brief, lang) = (self.brief, self.brief.spec.lang);
        let (mut shown, mut held) = (Vec::new(), Vec::new());
        for placed in &self.placed {
            shown.push(placed.answer.target);
            shown.extend(placed.answer.outcome);
        }
        for id in &shown {
            held.push(brief.frame.data[*id].series);
        }
        let empty = self.heads.iter().any(|head| head.verdict == Verdict::NoOutcome);
        let without = |series: &usize| !held.contains(series) && brief.frame.of(*series).next().is_some();
        let without = (0..brief.frame.series.len()).filter(without).count();
        let left = say::COUNT_WITHOUT_TARGET.fill(lang, &[&without.to_string()]);
        let empty = if empty { say::SIGN_EMPTY.get(lang) } else { "" };
        let mut signs = vec![empty, if without > 0 { &left } else { "" }, caption::inferred(brief, &shown)];
        signs.retain(|sign| !sign.is_empty());
        let explain = say::SENTENCE_GAP.join(lang, &signs);
        let request = request(brief, &shown, ("", say::SQUARE_TARGET.get(lang)), explain);
        Request { plot: self.height, least: self.height, ..request }
    }

    fn draw(&self, layout: &Layout, stage: &mut Stage) {
        let (brief, theme, measure) = (self.brief, self.brief.theme, self.brief.measure);
        let plot = layout.plot;
        let moved = |rect: &Rect| Rect::new(plot.x + rect.x, plot.y + rect.y, rect.w, rect.h);
        let (mut cells, mut texts) = (Layer::new("cells"), Layer::new("names"));
        if let Some((count, cell, at)) = &self.count {
            let number = Point::new(plot.x, LARGE.baseline(plot.y));
            let number = mark(number, count.clone(), LARGE.font, theme.ink, Align::Left, measure);
            texts.text(None, number);
            cell.draw(brief, moved(at), false, &mut texts);
        }
        for head in &self.heads {
            let at = moved(&head.at);
            let none = head.verdict == Verdict::NoOutcome;
            let color = if none { theme.muted } else { judged::color(brief, head.verdict) };
            let baseline = Point::new(at.x, VALUE.baseline(at.y));
            texts.text(None, mark(baseline, head.text.clone(), VALUE.font, color, Align::Left, measure));
            stage.name(at, head.data.clone());
        }
        for placed in &self.placed {
            let (target, cell) = (placed.answer.target, moved(&placed.cell));
            inked(brief, placed, cell, &mut cells);
            let mut area = cell;
            if let Some((name, at)) = &placed.name {
                let at = moved(at);
                name.draw(brief, at, false, &mut texts);
                area = Rect::between(cell.x, cell.y, at.right(), cell.bottom().max(at.bottom()));
            }
            stage.target(target, brief.frame.data[target].series, cell.center(), area);
        }
        stage.layer(cells);
        stage.texts(texts);
    }

    fn nearest(&self) -> Nearest {
        Nearest::AlongY
    }
}
