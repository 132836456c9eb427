//! The newest figure of each indicator into a large number with its word, period, change, target and verdict.
//!
//! One indicator fills the picture, several stand as cards. A line of its past stands under a lone number only where
//! three points at least may be compared.

use super::caption::{self, request};
use super::scorecard::{newest, way};
use super::sheet::{Cell, dated, explain};
use super::{Brief, Nearest, Plan, Stage, judged, moved};
use crate::error::Error;
use crate::format::Style;
use crate::geom::{Point, Rect, within};
use crate::layout::{HEADING, LABEL, Layout, Request, SMALL, VALUE, mark};
use crate::query::{Datum, Status};
use crate::scale::{Linear, Time};
use crate::scene::{Align, DatumId, Layer, Shape, Stroke, Symbol};
use crate::text::{Font, Weight};
use crate::words::say;

/// Sizes of a lone number, and of one among others, px; the first that fits is taken.
const LONE: [f64; 4] = [56.0, 48.0, 40.0, 32.0];
const CARD: [f64; 2] = [30.0, 24.0];
/// Words and units beside a number, as a part of its size, and never smaller than this, px.
const BESIDE: f64 = 0.4;
const LEAST: f64 = 14.0;
/// Width of a card at least, and between cards, px.
const NARROW: f64 = 148.0;
const GAP: f64 = 24.0;
/// Height of the line of the past, with its texts, px.
const SPARK: f64 = 84.0;

struct Card {
    datum: DatumId,
    /// What stands before, in and behind the number, and its size.
    parts: [String; 3],
    size: f64,
    /// The name above the number.
    name: Option<Cell>,
    lines: Vec<Cell>,
    spark: Vec<DatumId>,
}

struct Numbers<'a> {
    brief: Brief<'a>,
    cards: Vec<Card>,
    columns: usize,
}

pub(super) fn plan(brief: Brief<'_>) -> Result<Box<dyn Plan + '_>, Error> {
    let mut shown: Vec<DatumId> = Vec::new();
    for series in 0..brief.frame.series.len() {
        // Where nothing is reported or expected, the newest demand or the gap stands there.
        shown.extend(newest(&brief, series).or_else(|| brief.frame.of(series).last().map(|(id, _)| id)));
    }
    if shown.is_empty() {
        return Err(Error::NoData { given: brief.spec.given.clone() });
    }
    let lone = shown.len() == 1;
    let mut cards = Vec::with_capacity(shown.len());
    for id in &shown {
        cards.push(card(&brief, *id, lone));
    }
    let mut numbers = Numbers { brief, cards, columns: 1 };
    numbers.fit(lone);
    Ok(Box::new(numbers))
}

/// The texts of a card; its size is not yet chosen.
fn card(brief: &Brief<'_>, id: DatumId, lone: bool) -> Card {
    let (frame, theme, lang) = (brief.frame, brief.theme, brief.spec.lang);
    let datum = &frame.data[id];
    let quiet = |text: String| Cell::new(text, if lone { LABEL } else { SMALL }, theme.muted);
    let mut lines = vec![quiet(dated(brief, datum)), quiet(moved::among(brief, datum.series))];
    if let Some(before) = moved::before(frame, id) {
        let clause = moved::clause(brief, before, datum);
        let when = caption::when(frame, before, lang, Style::Long);
        let (sign, ink) = way(brief, before, datum);
        let text = if clause.is_empty() {
            say::NO_CHANGE.fill(lang, &[&when, &caption::value(brief, before)])
        } else {
            say::SINCE.fill(lang, &[&when, &clause])
        };
        let sign = if clause.is_empty() { super::sheet::Sign::None } else { sign };
        lines.push(Cell { sign, ..Cell::new(text, if lone { LABEL } else { SMALL }, ink) });
    }
    for answer in &frame.answers {
        let target = &frame.data[answer.target];
        if target.figure.is_none()
            || (answer.outcome != Some(id) && target.series != datum.series)
            || answer.target == id
        {
            continue;
        }
        let demand = say::VALUE_PERIOD
            .fill(lang, &[&caption::value(brief, target), &caption::when(frame, target, lang, Style::Long)]);
        lines.push(quiet(demand));
        if answer.outcome == Some(id) {
            let ink = judged::color(brief, answer.judgement.verdict);
            let name = judged::name(answer.judgement.verdict).get(lang).to_owned();
            let note = if lone { judged::opened(&judged::facts(brief, answer)) } else { String::new() };
            let sign = super::sheet::Sign::of(answer.judgement.verdict);
            lines.push(Cell { sign, note, ..Cell::new(name, VALUE, ink) });
        }
    }
    lines.retain(|line| !line.text.is_empty());
    let name =
        (!lone).then(|| Cell::new(caption::short_name(brief, brief.series_of(datum)), VALUE, theme.ink));
    let spark = if lone { past(brief, id) } else { Vec::new() };
    Card { datum: id, parts: split(&caption::value(brief, datum)), size: 0.0, name, lines, spark }
}

/// A value into what stands before its digits, the digits, and what stands behind them.
fn split(text: &str) -> [String; 3] {
    let digit = |c: char| c.is_ascii_digit();
    let (Some(first), Some(last)) = (text.find(digit), text.rfind(digit)) else {
        return [String::new(), text.to_owned(), String::new()];
    };
    // A sign belongs to its number, and so does a per cent.
    let first = match text[..first].chars().next_back() {
        Some(sign @ ('+' | '−')) => first - sign.len_utf8(),
        _ => first,
    };
    let end = last + 1 + usize::from(text[last + 1..].starts_with('%'));
    [&text[..first], &text[first..end], &text[end..]].map(|part| part.trim().to_owned())
}

/// The figures that may all be compared with the newest; none where they are fewer than three.
fn past(brief: &Brief<'_>, id: DatumId) -> Vec<DatumId> {
    let data = &brief.frame.data;
    let fair = |datum: &Datum| {
        datum.status == Status::Actual
            && datum.figure.is_some()
            && datum.period.anchor().is_some()
            && brief.frame.comparable(datum, &data[id])
    };
    let mut all: Vec<DatumId> = Vec::new();
    for (other, datum) in brief.frame.of(data[id].series) {
        if fair(datum) {
            all.push(other);
        }
    }
    if all.len() < 3 || all.last() != Some(&id) || caption::ordered(brief.series_of(&data[id])) {
        all.clear();
    }
    all
}

fn bold(size: f64) -> Font {
    Font { size, weight: Weight::Semibold }
}

fn small(size: f64) -> Font {
    Font { size: (size * BESIDE).round().max(LEAST), weight: Weight::Semibold }
}

impl Numbers<'_> {
    /// Chooses the columns and the sizes of the numbers.
    fn fit(&mut self, lone: bool) {
        let (room, measure) = (self.brief.room(), self.brief.measure);
        let most = within((room + GAP) / (NARROW + GAP), 1.0, 4.0) as usize;
        self.columns = if lone { 1 } else { most.min(self.cards.len()) };
        let sizes: &[f64] = if lone { &LONE } else { &CARD };
        loop {
            let width = self.width();
            for card in &mut self.cards {
                card.size = 0.0;
                for size in sizes.iter().rev() {
                    if wide(&card.parts, *size, measure) <= width {
                        card.size = *size;
                    }
                }
            }
            if self.columns == 1 || self.cards.iter().all(|card| card.size > 0.0) {
                return;
            }
            self.columns -= 1;
        }
    }

    fn width(&self) -> f64 {
        let columns = f64::from(u32::try_from(self.columns).unwrap_or(1));
        ((self.brief.room() - GAP * (columns - 1.0)) / columns).floor()
    }

    /// A number too wide for its card is a text that wraps.
    fn wrapped(&self, card: &Card) -> Option<Cell> {
        let value = caption::value(&self.brief, &self.brief.frame.data[card.datum]);
        (card.size == 0.0).then(|| Cell::new(value, HEADING, self.ink(card)))
    }

    fn ink(&self, card: &Card) -> crate::color::Color {
        let (theme, datum) = (self.brief.theme, &self.brief.frame.data[card.datum]);
        match (datum.figure, datum.status) {
            (None, _) => theme.muted,
            (Some(_), Status::Actual) if self.cards.len() == 1 => theme.accent_text,
            _ => theme.ink,
        }
    }

    /// Height of a card, px.
    fn height(&self, card: &Card) -> f64 {
        let (width, measure) = (self.width(), self.brief.measure);
        let mut height = card.name.as_ref().map_or(0.0, |name| name.height(width, measure));
        height +=
            self.wrapped(card).map_or((card.size * 1.2).ceil(), |cell| cell.height(width, measure)) + 4.0;
        for line in &card.lines {
            height += line.height(width, measure);
        }
        height + if card.spark.is_empty() { 0.0 } else { SPARK }
    }

    /// Heights of the rows of cards, px.
    fn heights(&self) -> Vec<f64> {
        let mut heights = Vec::new();
        for row in self.cards.chunks(self.columns.max(1)) {
            heights.push(row.iter().fold(0.0_f64, |tall, card| tall.max(self.height(card))));
        }
        heights
    }

    fn draw_card(&self, card: &Card, place: Rect, stage: &mut Stage) {
        let (brief, measure) = (&self.brief, self.brief.measure);
        let mut layer = Layer::new("labels");
        let mut y = place.y;
        if let Some(name) = &card.name {
            name.draw(brief, Rect::new(place.x, y, place.w, 0.0), false, &mut layer);
            y += name.height(place.w, measure);
        }
        if let Some(mut cell) = self.wrapped(card) {
            cell.datum = Some(card.datum);
            cell.draw(brief, Rect::new(place.x, y, place.w, 0.0), false, &mut layer);
            y += cell.height(place.w, measure) + 4.0;
        } else {
            self.number(card, (place.x, y), &mut layer);
            y += (card.size * 1.2).ceil() + 4.0;
        }
        for line in &card.lines {
            line.draw(brief, Rect::new(place.x, y, place.w, 0.0), false, &mut layer);
            y += line.height(place.w, measure);
        }
        stage.texts(layer);
        let area = Rect::between(place.x, place.y, place.right(), y);
        let series = brief.frame.data[card.datum].series;
        stage.target(
            card.datum,
            series,
            Point::new(place.x + area.w.min(120.0) / 2.0, area.center().y),
            area,
        );
        if !card.spark.is_empty() {
            self.spark(card, Rect::new(place.x, y + 12.0, place.w.min(420.0), SPARK - 12.0), stage);
        }
    }

    /// The number with its word and unit on one baseline.
    fn number(&self, card: &Card, (left, top): (f64, f64), layer: &mut Layer) {
        let measure = self.brief.measure;
        let (mut x, y) = (left, (top + card.size).round());
        let faces = [small(card.size), bold(card.size), small(card.size)];
        for (part, font) in card.parts.iter().zip(faces) {
            if part.is_empty() {
                continue;
            }
            let text = mark(Point::new(x, y), part.clone(), font, self.ink(card), Align::Left, measure);
            x += text.width + gap(card.size);
            layer.text(None, text);
        }
    }

    /// The line of the past with its first and last figure.
    fn spark(&self, card: &Card, place: Rect, stage: &mut Stage) {
        let (brief, theme, lang) = (&self.brief, self.brief.theme, self.brief.spec.lang);
        let data = &brief.frame.data;
        let line = Rect::new(place.x + 6.0, place.y + 6.0, place.w - 12.0, place.h - 44.0);
        let (low, high) = caption::extent(&caption::figures(brief, &card.spark));
        let mut days = Vec::new();
        for id in &card.spark {
            days.push(data[*id].period.anchor().map_or(0, |day| day.days()));
        }
        let ends = [days.first().copied().unwrap_or(0), days.last().copied().unwrap_or(0)];
        let x = Time { domain: ends, range: [line.x, line.right()] };
        let y = Linear { domain: [low, high], range: [line.bottom(), line.y] };
        let mut points = Vec::new();
        for (id, day) in card.spark.iter().zip(&days) {
            points.push(Point::new(x.map(*day), y.map(data[*id].figure.map_or(low, |figure| figure.value))));
        }
        let (mut layer, mut dots) = (Layer::new("lines"), Layer::new("points"));
        for (at, (point, id)) in points.iter().zip(&card.spark).enumerate() {
            let last = at + 1 == points.len();
            let (fill, stroke) = if last {
                (theme.accent, None)
            } else {
                (theme.paper, Some(Stroke::new(theme.accent_text, 2.0)))
            };
            let (radius, symbol) = (if last { 4.5 } else { 3.5 }, Symbol::Circle);
            dots.push_datum(*id, Shape::Symbol { at: *point, symbol, radius, fill: Some(fill), stroke });
        }
        layer.line(None, points, Stroke::new(theme.accent_text, 2.0));
        stage.layer(layer);
        stage.layer(dots);
        let mut texts = Layer::new("x-axis");
        let sides =
            [(card.spark.first(), place.x, Align::Left), (card.spark.last(), place.right(), Align::Right)];
        for (id, x, align) in sides {
            let Some(id) = id else { continue };
            let when = caption::when(brief.frame, &data[*id], lang, Style::Short);
            for (row, (text, color)) in
                [(caption::value(brief, &data[*id]), theme.ink), (when, theme.muted)].into_iter().enumerate()
            {
                let at = Point::new(x, line.bottom() + if row == 0 { 20.0 } else { 36.0 });
                texts.text(Some(*id), mark(at, text, SMALL.font, color, align, brief.measure));
            }
        }
        let fits = texts.marks.iter().fold(0.0, |sum, each| match &each.shape {
            Shape::Text(text) => sum + text.width,
            _ => sum,
        });
        if fits / 2.0 <= place.w * 0.6 {
            stage.texts(texts);
        }
    }
}

fn gap(size: f64) -> f64 {
    (size * 0.1).round()
}

fn wide(parts: &[String; 3], size: f64, measure: &crate::text::Measure) -> f64 {
    let mut wide = 0.0;
    for (part, font) in parts.iter().zip([small(size), bold(size), small(size)]) {
        if !part.is_empty() {
            wide += measure.width(part, font) + gap(size);
        }
    }
    wide
}

impl Plan for Numbers<'_> {
    fn request(&self) -> Request {
        let mut shown: Vec<DatumId> = Vec::new();
        for card in &self.cards {
            shown.push(card.datum);
            for id in &card.spark {
                if !shown.contains(id) {
                    shown.push(*id);
                }
            }
        }
        for answer in &self.brief.frame.answers {
            let target = &self.brief.frame.data[answer.target];
            let told = |card: &Card| {
                answer.outcome == Some(card.datum)
                    || self.brief.frame.data[card.datum].series == target.series
            };
            if self.cards.iter().any(told) && !shown.contains(&answer.target) {
                shown.push(answer.target);
            }
        }
        let heights = self.heights();
        let rows = f64::from(u32::try_from(heights.len()).unwrap_or(1));
        let height = heights.iter().sum::<f64>() + GAP * (rows - 1.0).max(0.0);
        let explain = explain(&self.brief, &shown, &[]);
        Request { plot: height, least: height, ..request(&self.brief, &shown, ("", ""), explain) }
    }

    fn draw(&self, layout: &Layout, stage: &mut Stage) {
        let (plot, width, heights) = (layout.plot, self.width(), self.heights());
        let mut rules = Layer::new("grid");
        let mut y = plot.y;
        for (at, (row, height)) in self.cards.chunks(self.columns.max(1)).zip(&heights).enumerate() {
            if at > 0 {
                let stroke = Stroke::new(self.brief.theme.grid, 1.0);
                rules.level(None, (y - GAP / 2.0).round(), (plot.x, plot.right()), stroke);
            }
            let mut x = plot.x;
            for card in row {
                self.draw_card(card, Rect::new(x, y, width, *height), stage);
                x += width + GAP;
            }
            y += height + GAP;
        }
        stage.layer(rules);
    }

    fn nearest(&self) -> Nearest {
        Nearest::AlongY
    }
}
