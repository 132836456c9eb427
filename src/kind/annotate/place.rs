//! Texts and numbers of annotations into places near what they speak of, clear of all other texts.

use super::Anchor;
use crate::geom::{Point, Rect, within};
use crate::kind::way::Way;
use crate::kind::{Brief, Stage};
use crate::layout::label::Block;
use crate::layout::{Layout, SMALL, mark};
use crate::scene::{Align, Layer, Shape, Stroke, Symbol};

/// No text is wider, px.
const WIDEST: f64 = 160.0;
/// From a line to its text, px.
const BESIDE: f64 = 4.0;
/// From one trial to the next, px.
const STEP: f64 = 8.0;
/// How far a text may stand from its datum, px.
const FAR: f64 = 132.0;
/// The ways from a point, best first.
const WAYS: [(f64, f64); 8] = [
    (0.0, -1.0),
    (0.71, -0.71),
    (-0.71, -0.71),
    (1.0, 0.0),
    (-1.0, 0.0),
    (0.0, 1.0),
    (0.71, 0.71),
    (-0.71, 0.71),
];

/// Texts and numbers with the room they have.
pub(super) struct Texts<'a> {
    brief: &'a Brief<'a>,
    bounds: Rect,
    plot: Rect,
    /// Texts, which no leader may cross.
    written: Vec<Rect>,
    leaders: Layer,
    texts: Layer,
}

impl<'a> Texts<'a> {
    pub(super) fn new(brief: &'a Brief<'a>, layout: &Layout, stage: &Stage) -> Self {
        let mut written = Vec::new();
        for mark in stage.layers.iter().flat_map(|layer| &layer.marks) {
            if let Shape::Text(text) = &mark.shape {
                written.push(text.bounds());
            }
        }
        let (leaders, texts) = (Layer::new("leaders"), Layer::new("annotations"));
        Self { brief, bounds: layout.body, plot: layout.plot, written, leaders, texts }
    }

    pub(super) fn done(self, stage: &mut Stage) {
        stage.layer(self.leaders);
        stage.layer(self.texts);
    }

    /// Whether a box is clear of all texts and data; where `soft`, it may lie on the line of another annotation.
    fn free(&self, ink: Rect, soft: bool, stage: &Stage) -> bool {
        // Beside another text it needs more air than above or below it.
        let air = Rect::new(ink.x - 6.0, ink.y - 2.0, ink.w + 12.0, ink.h + 4.0);
        self.bounds.encloses(ink)
            && !stage.taken.iter().any(|other| other.overlaps(air))
            && (soft || !stage.soft.iter().any(|other| other.overlaps(ink)))
    }

    fn take(&mut self, ink: Rect, stage: &mut Stage) {
        stage.taken.push(ink);
        self.written.push(ink);
    }

    /// Writes a text beside what it speaks of; whether it found a place.
    pub(super) fn text(&mut self, text: &str, anchor: Anchor, stage: &mut Stage) -> bool {
        let measure = self.brief.measure;
        let widest = WIDEST.min(self.plot.w * 0.6);
        let block = Block::new(text, widest, SMALL, measure);
        let find = |soft| match anchor {
            Anchor::Strip(rect, Way::Right) => self.beside(rect, &block, soft, stage),
            Anchor::Strip(rect, Way::Up) => self.along(rect, &block, soft, stage),
            Anchor::Point(at) => self.around(at, &block, soft, stage),
        };
        let align = match anchor {
            Anchor::Strip(_, Way::Up) => Align::Right,
            _ => Align::Left,
        };
        let Some(ink) = find(false).or_else(|| find(true)) else { return false };
        match anchor {
            Anchor::Point(at) => self.leader(at, ink, 7.0),
            Anchor::Strip(strip, Way::Up) => self.leader(on_strip(strip, ink), ink, 0.0),
            Anchor::Strip(..) => {}
        }
        block.draw(ink, align, self.brief.theme.ink, measure, &mut self.texts);
        self.take(ink, stage);
        true
    }

    /// Beside an upright line or in an upright band, from the top down.
    fn beside(&self, strip: Rect, block: &Block, soft: bool, stage: &Stage) -> Option<Rect> {
        let (w, h) = (block.size.w, block.size.h);
        let mut columns = vec![strip.right() + BESIDE, strip.x - BESIDE - w];
        if strip.w > 1.0 {
            columns.insert(0, strip.x + BESIDE);
        }
        let mut y = self.plot.y;
        while y + h <= self.plot.bottom() {
            for x in &columns {
                let ink = Rect::new(*x, y, w, h);
                if self.free(ink, soft, stage) {
                    return Some(ink);
                }
            }
            y += STEP;
        }
        None
    }

    /// Above or below a level line or in a level band, from the right end on.
    fn along(&self, strip: Rect, block: &Block, soft: bool, stage: &Stage) -> Option<Rect> {
        let (w, h) = (block.size.w, block.size.h);
        // Within a band, at the line, and where data lie there, away from it.
        let mut rows = Vec::new();
        if strip.h > h + 4.0 {
            rows.push(vec![strip.y + 2.0]);
        }
        for off in [2.0, 18.0, 34.0, 50.0] {
            rows.push(vec![strip.y - off - h, strip.bottom() + off]);
        }
        for row in &rows {
            let mut x = strip.right() - w;
            while x >= strip.x {
                for y in row {
                    let ink = Rect::new(x, *y, w, h);
                    if self.free(ink, soft, stage) && !self.crossed(on_strip(strip, ink), ink) {
                        return Some(ink);
                    }
                }
                x -= STEP;
            }
        }
        None
    }

    /// Around a point, nearest first.
    fn around(&self, at: Point, block: &Block, soft: bool, stage: &Stage) -> Option<Rect> {
        let mut far = 14.0;
        while far <= FAR {
            for way in WAYS {
                let ink = Self::off(at, way, far, (block.size.w, block.size.h));
                if self.free(ink, soft, stage) && !self.crossed(at, ink) {
                    return Some(ink);
                }
            }
            far += STEP;
        }
        None
    }

    /// The box of a size that begins so far from a point on one of the ways.
    fn off(at: Point, (dx, dy): (f64, f64), far: f64, (w, h): (f64, f64)) -> Rect {
        let side = |d: f64| {
            if d == 0.0 {
                0.5
            } else if d > 0.0 {
                0.0
            } else {
                1.0
            }
        };
        Rect::new(at.x + dx * far - w * side(dx), at.y + dy * far - h * side(dy), w, h)
    }

    /// Whether a straight line from a point to a box runs through a text.
    fn crossed(&self, at: Point, ink: Rect) -> bool {
        let end = nearest(at, ink);
        (1..10).any(|i| {
            let share = f64::from(i) / 10.0;
            let x = at.x + (end.x - at.x) * share;
            let y = at.y + (end.y - at.y) * share;
            self.written.iter().any(|text| text.grow(1.0).contains(Point::new(x, y)))
        })
    }

    /// A thin line from the rim of a mark to a box, where there is a way between them.
    fn leader(&mut self, at: Point, ink: Rect, rim: f64) {
        let end = nearest(at, ink);
        let length = at.distance2(end).sqrt();
        if length > rim + 5.0 {
            let on = |px: f64| {
                Point::new(at.x + (end.x - at.x) * px / length, at.y + (end.y - at.y) * px / length)
            };
            let stroke = Stroke::new(self.brief.theme.limit, 1.0);
            self.leaders.line(None, vec![on(rim), on(length - 2.0)], stroke);
        }
    }

    /// Puts a number in a ring at its place, or as near to it as there is room.
    pub(super) fn ring(&mut self, n: u32, anchor: Anchor, stage: &mut Stage) {
        let (theme, measure) = (self.brief.theme, self.brief.measure);
        let mut text = mark(Point::default(), n.to_string(), SMALL.font, theme.ink, Align::Middle, measure);
        let radius = (text.width / 2.0 + 3.0).max(9.0);
        let (at, own) = self.ring_place(anchor, radius, stage);
        if let Anchor::Point(point) = anchor {
            self.leader(point, Rect::new(own.x, own.y, 0.0, 0.0).grow(radius), 7.0);
        } else {
            self.leader(at, Rect::new(own.x, own.y, 0.0, 0.0).grow(radius), 0.0);
        }
        let (fill, stroke) = (Some(theme.paper), Some(Stroke::new(theme.ink, 1.0)));
        self.texts.push(Shape::Symbol { at: own, symbol: Symbol::Circle, radius, fill, stroke });
        text.at = Point::new(own.x, own.y + 0.36 * SMALL.font.size);
        self.texts.text(None, text);
        self.take(Rect::new(own.x, own.y, 0.0, 0.0).grow(radius), stage);
    }

    /// Where a ring wants to stand and where it can: on its line, else around, else anywhere that has no text.
    fn ring_place(&self, anchor: Anchor, radius: f64, stage: &Stage) -> (Point, Point) {
        let around = |at: Point| Rect::new(at.x, at.y, 0.0, 0.0).grow(radius);
        let (at, step) = match anchor {
            Anchor::Strip(rect, Way::Right) => {
                (Point::new(rect.center().x, self.plot.y + radius), (0.0, STEP))
            }
            Anchor::Strip(rect, Way::Up) => {
                (Point::new(self.plot.right() - radius - 2.0, rect.center().y), (-STEP, 0.0))
            }
            Anchor::Point(at) => (at, (0.0, 0.0)),
        };
        let mut on = at;
        while step != (0.0, 0.0) && self.plot.contains(on) {
            if self.free(around(on), true, stage) {
                return (on, on);
            }
            on = Point::new(on.x + step.0, on.y + step.1);
        }
        let mut far = radius + 8.0;
        while far < self.bounds.w.max(self.bounds.h) {
            for (dx, dy) in WAYS {
                let own = Point::new(at.x + dx * far, at.y + dy * far);
                if self.free(around(own), true, stage) && !self.crossed(at, around(own)) {
                    return (at, own);
                }
            }
            far += STEP;
        }
        (at, self.anywhere(at, radius))
    }

    /// The place nearest to a point where a ring covers no text.
    fn anywhere(&self, at: Point, radius: f64) -> Point {
        let room = self.bounds.grow(-radius);
        let mut best = Point::new(within(at.x, room.x, room.right()), within(at.y, room.y, room.bottom()));
        let mut least = f64::INFINITY;
        let mut y = room.y;
        while y <= room.bottom() {
            let mut x = room.x;
            while x <= room.right() {
                let own = Point::new(x, y);
                let ink = Rect::new(x, y, 0.0, 0.0).grow(radius);
                if own.distance2(at) < least && !self.written.iter().any(|text| text.overlaps(ink)) {
                    (best, least) = (own, own.distance2(at));
                }
                x += STEP;
            }
            y += STEP;
        }
        best
    }
}

/// The point of a level strip above or below the middle of a box; the middle itself where it lies inside.
fn on_strip(strip: Rect, ink: Rect) -> Point {
    let middle = ink.center();
    Point::new(middle.x, within(middle.y, strip.y, strip.bottom()))
}

/// The point of a box that is nearest to another point.
fn nearest(at: Point, ink: Rect) -> Point {
    Point::new(within(at.x, ink.x, ink.right()), within(at.y, ink.y, ink.bottom()))
}
