//! Indicators into large figures: the newest with its word, its change and its target; a card each where they are
//! several.

mod card;
mod spark;

use super::caption::request;
use super::sheet::{count, explain};
use super::{Brief, Nearest, Plan, Stage};
use crate::error::Error;
use crate::geom::{Point, Rect};
use crate::layout::{LABEL, Layout, Request, mark};
use crate::scene::{Align, DatumId, Layer, Stroke};
use crate::text::least;
use card::{AIR, Card, tall};
use spark::Spark;

/// Between cards, and around what is in one, px.
const GAP: f64 = 24.0;
const PAD: f64 = 10.0;
/// Cards that stand side by side at most, their least width among many and of two, px.
const MOST: usize = 4;
const LEAST: [f64; 2] = [150.0, 120.0];
/// From this width on a line of time stands beside the figure, and its width at most, px.
const BESIDE: f64 = 520.0;
const SPARK: f64 = 360.0;

struct Number<'a> {
    brief: &'a Brief<'a>,
    cards: Vec<Card<'a>>,
    columns: usize,
    /// Width of the texts of a card, px.
    width: f64,
    /// The course of a lone figure, and its width, px.
    spark: Option<(Spark, f64)>,
}

pub(super) fn plan<'a>(brief: &'a Brief<'a>) -> Result<Box<dyn Plan + 'a>, Error> {
    let mut series: Vec<usize> = Vec::new();
    for at in 0..brief.frame.series.len() {
        if brief.frame.of(at).next().is_some() {
            series.push(at);
        }
    }
    let (lone, room) = (series.len() == 1, brief.room());
    let mut cards = Vec::new();
    for at in &series {
        cards.extend(Card::new(brief, *at, lone));
    }
    if cards.is_empty() {
        return Err(Error::NoData { given: brief.spec.given.clone() });
    }
    let mut number = Number { brief, cards, columns: 1, width: room, spark: None };
    if !lone {
        number.arrange();
    } else if let (Some(spark), None) = (Spark::new(brief, series[0]), brief.panel) {
        if room >= BESIDE {
            number.width = (room * 0.55).floor();
        }
        let left = if room >= BESIDE { room - number.width - GAP } else { room };
        number.spark = Some((spark, left.min(SPARK)));
    }
    Ok(Box::new(number))
}

impl Number<'_> {
    /// The most columns in which every figure stands on one line and no name loses a word.
    fn arrange(&mut self) {
        let (brief, all) = (&self.brief, self.cards.len());
        for most in (1..=MOST).rev() {
            // Rows are evenly filled: four cards are two and two, not three and one.
            let columns = all.div_ceil(all.div_ceil(most));
            let width = ((brief.room() + GAP) / count(columns) - GAP).floor();
            let fits = |card: &Card<'_>| {
                let name =
                    card.over.as_ref().map_or(0.0, |over| least(&over.text, LABEL.font, brief.measure));
                name <= width && card.figure(brief, width).len() == 1
            };
            let wide = width >= LEAST[usize::from(columns == 2)];
            if columns == 1 || (wide && self.cards.iter().all(fits)) {
                (self.columns, self.width) = (columns, width);
                return;
            }
        }
    }

    fn over(&self, card: &Card<'_>) -> f64 {
        card.over.as_ref().map_or(0.0, |over| PAD + over.height(self.width, self.brief.measure))
    }

    /// Of the cards that stand side by side, the height of the tallest name and of all, px.
    fn extent(&self, row: &[Card<'_>]) -> (f64, f64) {
        let (mut over, mut height) = (0.0_f64, 0.0_f64);
        for card in row {
            over = over.max(self.over(card));
            height = height.max(card.height(self.brief, self.width));
        }
        (over, over + height)
    }

    /// Whether the line of time stands under the figure.
    fn under(&self) -> bool {
        self.width >= self.brief.room()
    }

    fn height(&self) -> f64 {
        let mut height = 0.0;
        for row in self.cards.chunks(self.columns) {
            height += self.extent(row).1 + GAP;
        }
        height -= GAP;
        match &self.spark {
            Some((spark, width)) if self.under() => height + PAD + spark.height(self.brief, *width),
            Some((spark, width)) => height.max(PAD + spark.height(self.brief, *width)),
            None => height,
        }
    }

    /// The figure and what is said of it, from a corner on.
    fn card(&self, card: &Card<'_>, at: Point, texts: &mut Layer, stage: &mut Stage) {
        let (brief, mut y) = (&self.brief, at.y);
        let color =
            if brief.frame.data[card.datum].figure.is_some() { brief.theme.ink } else { brief.theme.muted };
        for line in card.figure(brief, self.width) {
            let (mut x, height) = (at.x, tall(&line));
            let baseline = (y + 0.8 * height).round();
            for (text, font) in line {
                let run = mark(Point::new(x, baseline), text, font, color, Align::Left, brief.measure);
                x += run.width;
                texts.text(Some(card.datum), run);
            }
            y += height;
        }
        for line in &card.lines {
            let area = Rect::new(at.x, y, self.width, line.height(self.width, brief.measure));
            line.draw(brief, area, false, texts);
            if let Some(datum) = line.datum {
                stage.reads(brief, datum, area);
            }
            y += area.h + AIR;
        }
    }

    fn shown(&self) -> Vec<DatumId> {
        let mut shown = Vec::new();
        for card in &self.cards {
            shown.push(card.datum);
            shown.extend(card.lines.iter().filter_map(|line| line.datum));
        }
        shown
    }
}

impl Plan for Number<'_> {
    fn request(&self) -> Request {
        let (shown, height) = (self.shown(), self.height());
        let explain = explain(self.brief, &shown, &[]);
        Request { plot: height, least: height, ..request(self.brief, &shown, ("", ""), explain) }
    }

    fn draw(&self, layout: &Layout, stage: &mut Stage) {
        let (brief, plot) = (&self.brief, layout.plot);
        let (mut rules, mut texts) = (Layer::new("grid"), Layer::new("figures"));
        let rows = self.cards.chunks(self.columns);
        let spare = ((plot.h - self.height()) / count(rows.len())).max(0.0).floor();
        let mut y = plot.y;
        for row in rows {
            let (over, height) = self.extent(row);
            for (column, card) in row.iter().enumerate() {
                let x = plot.x + count(column) * (self.width + GAP);
                let area = Rect::new(x, y, self.width, height);
                stage.reads(brief, card.datum, area);
                if let Some(name) = &card.over {
                    rules.level(None, y, (x, x + self.width), Stroke::new(brief.theme.limit, 1.0));
                    name.draw(brief, Rect::new(x, y + PAD, self.width, over), false, &mut texts);
                }
                self.card(card, Point::new(x, y + over), &mut texts, stage);
            }
            y += height + GAP + spare;
        }
        if let Some((spark, width)) = &self.spark {
            let at = match self.under() {
                true => Rect::new(plot.x, y - GAP - spare + PAD, *width, 0.0),
                false => Rect::new(plot.x + self.width + GAP, plot.y + PAD, *width, 0.0),
            };
            spark.draw(brief, at, &mut texts, &mut rules);
        }
        stage.layer(rules);
        stage.layer(texts);
    }

    fn nearest(&self) -> Nearest {
        Nearest::AlongY
    }
}
