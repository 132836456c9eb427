//! A scene as lines of text, one mark a line: what goldens compare and reviewers read.

use std::fmt::{self, Display, Formatter};

use super::{Layer, Mark, Scene, Shape, Stroke};
use crate::geom::{Point, Rect};
use crate::text::Weight;

struct Px(f64);

impl Display for Px {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let v = (self.0 * 100.0).round() / 100.0;
        write!(f, "{}", if v == 0.0 { 0.0 } else { v })
    }
}

fn at(p: Point) -> String {
    format!("{},{}", Px(p.x), Px(p.y))
}

fn boxed(r: Rect) -> String {
    format!("{},{} {}×{}", Px(r.x), Px(r.y), Px(r.w), Px(r.h))
}

fn inked(stroke: Option<Stroke>) -> String {
    stroke.map_or_else(String::new, |s| {
        let dash = if s.dash == super::Dash::Solid { String::new() } else { format!(" {:?}", s.dash) };
        format!(" stroke {} {}{dash}", s.color.css(), Px(s.width))
    })
}

fn run(points: &[Point]) -> String {
    points.iter().map(|p| at(*p)).collect::<Vec<_>>().join(" ")
}

impl Display for Mark {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let fill =
            |c: Option<crate::color::Color>| c.map_or_else(String::new, |c| format!(" fill {}", c.css()));
        match &self.shape {
            Shape::Rect { rect, fill: inside, stroke } => {
                write!(f, "rect {}{}{}", boxed(*rect), fill(*inside), inked(*stroke))
            }
            Shape::Rule { from, to, stroke } => {
                write!(f, "rule {} {}{}", at(*from), at(*to), inked(Some(*stroke)))
            }
            Shape::Line { points, stroke } => write!(f, "line {}{}", run(points), inked(Some(*stroke))),
            Shape::Area { points, fill } => write!(f, "area {} fill {}", run(points), fill.css()),
            Shape::Symbol { at: p, symbol, radius, fill: inside, stroke } => {
                write!(f, "{symbol:?} {} r{}{}{}", at(*p), Px(*radius), fill(*inside), inked(*stroke))
                    .map(|()| ())
            }
            Shape::Text(t) => {
                let bold = if t.weight == Weight::Semibold { " semibold" } else { "" };
                write!(
                    f,
                    "text {} {:?} {}{bold} {} “{}”",
                    at(t.at),
                    t.align,
                    Px(t.size),
                    t.color.css(),
                    t.text
                )
            }
        }?;
        self.datum.map_or(Ok(()), |datum| write!(f, " #{datum}"))
    }
}

impl Display for Layer {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "[{}]", self.name)?;
        if let Some(clip) = self.clip {
            write!(f, " clip {}", boxed(clip))?;
        }
        writeln!(f)?;
        self.marks.iter().try_for_each(|mark| writeln!(f, "  {mark}"))
    }
}

impl Display for Scene {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let paper = self.paper.map_or_else(|| "transparent".to_owned(), |c| c.css());
        writeln!(f, "scene {}×{} {paper}", Px(self.size.w), Px(self.size.h))?;
        self.layers.iter().try_for_each(|layer| write!(f, "{layer}"))
    }
}
