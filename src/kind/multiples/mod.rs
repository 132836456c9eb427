//! A small chart a series, in rows and columns: panels of one kind, on one scale where their figures can share it.

mod panel;

use super::annotate::Axes;
use super::caption::{self, request};
use super::{Brief, Cell, Nearest, Picture, Plan, Stage};
use crate::error::Error;
use crate::format::unit_line;
use crate::geom::{Rect, within};
use crate::layout::{Layout, Remark, Request};
use crate::order::sort;
use crate::query::{Datum, Frame, Status};
use crate::scene::{DatumId, Layer};
use crate::spec::{Kind, Place, Sort};
use crate::words::{Lang, say};

use panel::Panels;
pub(super) use panel::developed;

/// More small charts than these say less than a table.
pub(super) const MOST: usize = 60;
/// Between rows of panels, px.
const BETWEEN: f64 = 28.0;

/// Panels in rows and columns.
struct Multiples<'a> {
    brief: &'a Brief<'a>,
    panels: Panels<'a>,
    pictures: Vec<Picture>,
    /// What the texts under the panels say, and the verdicts they hold.
    notes: Vec<String>,
    remarks: Vec<Remark>,
    columns: usize,
    /// Between columns, px.
    gap: f64,
}

/// A row of panels: which they are, the height of their names, and that of all, px.
struct Row {
    first: usize,
    end: usize,
    head: f64,
    height: f64,
}

pub(super) fn plan<'a>(brief: &'a Brief<'a>) -> Result<Box<dyn Plan + 'a>, Error> {
    let series = series(brief);
    if series.is_empty() {
        return Err(Error::NoData { given: brief.spec.given.clone() });
    }
    if series.len() > MOST {
        return Err(brief.refused(say::PANELS_MANY, "kind=\"table\""));
    }
    placed(brief)?;
    let mut panels = Panels::new(brief, series);
    let gap = if brief.phone() { 16.0 } else { 24.0 };
    let columns = columns(brief, &panels, gap);
    let count = f64::from(u32::try_from(columns).unwrap_or(1));
    panels.width = ((brief.room() - gap * (count - 1.0)) / count).floor();
    let (mut notes, mut remarks) = (Vec::new(), Vec::new());
    let pictures = panels.pictures(&[], &mut notes, &mut remarks)?;
    let mut multiples = Multiples { brief, panels, pictures, notes, remarks, columns, gap };
    multiples.level(0.0);
    Ok(Box::new(multiples))
}

/// The series asked for, in the order of their panels.
fn series(brief: &Brief<'_>) -> Vec<usize> {
    let frame = brief.frame;
    let mut series: Vec<usize> = Vec::new();
    for datum in frame.data.iter().filter(|datum| datum.asked) {
        if !series.contains(&datum.series) {
            series.push(datum.series);
        }
    }
    if brief.spec.sort == Sort::Value {
        sort(&mut series, &|a, b| newest(frame, *b).total_cmp(&newest(frame, *a)));
    }
    series
}

/// The newest reported or expected value of a series; a series without one stands last.
fn newest(frame: &Frame, series: usize) -> f64 {
    let told = |id: usize| frame.data[id].figure.filter(|_| frame.data[id].status != Status::Target);
    let mut newest = f64::NEG_INFINITY;
    for (id, _) in frame.of(series) {
        newest = told(id).map_or(newest, |figure| figure.value);
    }
    newest
}

/// Holds that every annotation of a datum is in one of the panels.
fn placed(brief: &Brief<'_>) -> Result<(), Error> {
    let asked = || brief.frame.data.iter().filter(|datum| datum.asked);
    for annotation in &brief.spec.annotations {
        let (there, why) = match &annotation.place {
            Place::Datum(id) => (asked().any(|datum| datum.id == *id), say::UNPLACED_DATUM),
            Place::Time(from, to) => {
                let days = || asked().filter_map(|datum| datum.period.anchor());
                (days().any(|day| day >= *from) && days().any(|day| day <= *to), say::UNPLACED_TIME)
            }
            // A value of one unit is none of another.
            Place::Value(..) => {
                let unit = |datum: &Datum| brief.series_of(datum).unit.id.as_str();
                let mut units = asked().map(unit);
                let first = units.next();
                (units.all(|unit| Some(unit) == first), say::UNPLACED_VALUE)
            }
        };
        if !there {
            let given =
                if annotation.text.is_empty() { brief.spec.given.clone() } else { annotation.text.clone() };
            return Err(Error::Unplaced { given, why });
        }
    }
    Ok(())
}

/// How many panels stand side by side: as many as have room, in rows as even as they can be.
fn columns(brief: &Brief<'_>, panels: &Panels<'_>, gap: f64) -> usize {
    let upright = matches!(panels.kind, Kind::Line | Kind::Area | Kind::Step | Kind::Bar | Kind::Number);
    let least = match upright {
        true if brief.phone() => 132.0,
        true if brief.width < 640.0 => 140.0,
        true => 176.0,
        // Rows with names and values of their own.
        false => 232.0,
    };
    let fit = within(((brief.room() + gap) / (least + gap)).floor(), 1.0, 5.0) as usize;
    let rows = panels.series.len().div_ceil(fit);
    panels.series.len().div_ceil(rows)
}

impl Multiples<'_> {
    /// Gives time axes in one row one height, and all of them `more` px.
    fn level(&mut self, more: f64) {
        let mut tallest = 0.0_f64;
        for picture in &self.pictures {
            tallest = tallest.max(picture.layout.body.h);
        }
        let even = self.pictures.iter().all(|picture| picture.layout.body.h == tallest);
        if !self.panels.upright() || (even && more == 0.0) {
            return;
        }
        let mut heights = Vec::with_capacity(self.pictures.len());
        for picture in &self.pictures {
            heights.push(picture.layout.body.y + tallest + more);
        }
        // What could be drawn can be drawn higher; were it not so, the panels stay as they are.
        if let Ok(pictures) = self.panels.pictures(&heights, &mut Vec::new(), &mut Vec::new()) {
            self.pictures = pictures;
        }
    }

    fn rows(&self) -> Vec<Row> {
        let (mut rows, mut first) = (Vec::new(), 0);
        while first < self.pictures.len() {
            let end = (first + self.columns).min(self.pictures.len());
            let (mut head, mut body) = (0.0_f64, 0.0_f64);
            for picture in &self.pictures[first..end] {
                head = head.max(picture.layout.body.y);
                body = body.max(picture.layout.size.h - picture.layout.body.y);
            }
            rows.push(Row { first, end, head, height: head + body });
            first = end;
        }
        rows
    }

    /// Height of all panels, px.
    fn height(&self) -> f64 {
        let (mut height, rows) = (0.0, self.rows());
        for row in &rows {
            height += row.height + BETWEEN;
        }
        height - BETWEEN
    }

    /// What is drawn, in the order of the data.
    fn shown(&self) -> Vec<DatumId> {
        let mut shown: Vec<DatumId> = Vec::new();
        for picture in &self.pictures {
            for target in &picture.targets {
                if !shown.contains(&target.datum) {
                    shown.push(target.datum);
                }
            }
        }
        sort(&mut shown, &|a, b| a.cmp(b));
        shown
    }

    /// The unit of all panels, where they share a scale.
    fn unit(&self) -> String {
        let (Some((low, high)), Some(first)) = (self.panels.span, self.panels.series.first()) else {
            return String::new();
        };
        let (series, lang) = (&self.brief.frame.series[*first], self.brief.spec.lang);
        if caption::ordered(series) {
            return String::new();
        }
        let ends = [crate::query::Figure::exact(low), crate::query::Figure::exact(high)];
        unit_line(&series.unit, caption::magnitude(&ends, series, lang), lang)
    }

    /// Puts a panel into the picture: `x` and `y` are the corner of its names, `down` moves what is below them.
    fn put(&self, picture: &Picture, (x, y, down): (f64, f64, f64), height: f64, stage: &mut Stage) {
        for layer in &picture.scene.layers {
            let names = layer.name == "texts";
            let dy = if names { y } else { y + down };
            let mut marks = layer.marks.clone();
            for mark in &mut marks {
                mark.shape.shift(x, dy);
            }
            let clip = layer.clip.map(|clip| Rect { x: clip.x + x, y: clip.y + dy, ..clip });
            // Every panel keeps its own layers: what lies behind its marks lies behind no other's.
            stage.layer(Layer { name: if names { "panels" } else { layer.name }, clip, marks });
        }
        let first = stage.targets.len();
        for target in &picture.targets {
            // What answers targets of two panels is read in the first.
            if stage.targets[..first].iter().any(|other| other.datum == target.datum) {
                continue;
            }
            let mut target = target.clone();
            target.at = crate::geom::Point::new(target.at.x + x, target.at.y + y + down);
            target.area = Rect { x: target.area.x + x, y: target.area.y + y + down, ..target.area };
            if let Some((from, to)) = &mut target.guide {
                for end in [from, to] {
                    *end = crate::geom::Point::new(end.x + x, end.y + y + down);
                }
            }
            stage.targets.push(target);
        }
        if stage.targets.len() > first {
            let area = Rect::new(x, y, picture.layout.size.w, height);
            let targets = (first, stage.targets.len());
            stage.cells.push(Cell { area, targets, nearest: picture.nearest });
        }
    }
}

/// What the panels explain, a sentence each.
fn sentences(notes: &[String], lang: Lang) -> Vec<String> {
    let mut all = Vec::new();
    for note in notes {
        let mut before = ' ';
        // By character: std's search for a text of several weighs a kilobyte.
        let ends = |c: char| match lang {
            Lang::Zh => c == '。',
            Lang::En => std::mem::replace(&mut before, c) == '.' && c == ' ',
        };
        for sentence in note.split_inclusive(ends).map(str::trim).filter(|text| !text.is_empty()) {
            all.push(sentence.to_owned());
        }
    }
    all
}

impl Plan for Multiples<'_> {
    fn request(&self) -> Request {
        let (brief, shown) = (&self.brief, self.shown());
        let lang = brief.spec.lang;
        let mut parts: Vec<&str> = Vec::new();
        if self.pictures.len() > 1 && self.panels.kind != Kind::Number {
            let shared = self.panels.span.is_some();
            parts.push(if shared { say::PANELS_SHARE } else { say::PANELS_DIFFER }.get(lang));
            if self.panels.behind() {
                parts.push(say::PANELS_BEHIND.get(lang));
            }
        }
        let told = sentences(&self.notes, lang);
        for sentence in &told {
            if !parts.contains(&sentence.as_str()) {
                parts.push(sentence);
            }
        }
        let explain = say::SENTENCE_GAP.join(lang, &parts);
        let height = self.height();
        Request {
            top: 4.0,
            plot: height,
            least: height,
            remarks: self.remarks.clone(),
            ..request(brief, &shown, (&self.unit(), ""), explain)
        }
    }

    fn draw(&self, layout: &Layout, stage: &mut Stage) {
        let rows = self.rows();
        // A height that was asked for goes to the plots, or where they have no use for it between the rows.
        let spare = (layout.plot.h - self.height()).max(0.0);
        let share = (spare / f64::from(u32::try_from(rows.len()).unwrap_or(1))).floor();
        if share >= 1.0 && self.panels.upright() {
            let (panels, pictures) = (self.panels.clone(), self.pictures.clone());
            let (notes, remarks) = (Vec::new(), Vec::new());
            let mut taller = Multiples { panels, pictures, notes, remarks, ..*self };
            taller.level(share);
            return taller.lay(layout, 0.0, stage);
        }
        self.lay(layout, share, stage);
    }

    fn nearest(&self) -> Nearest {
        self.pictures.first().map_or(Nearest::AlongX, |picture| picture.nearest)
    }

    fn axes(&self, layout: &Layout) -> Axes {
        // The panels have drawn them.
        Axes { inside: true, plot: layout.plot, ..Axes::default() }
    }
}

impl Multiples<'_> {
    /// Puts the panels in their places, `more` px under each row.
    fn lay(&self, layout: &Layout, more: f64, stage: &mut Stage) {
        let mut y = layout.plot.y.round();
        for row in self.rows() {
            let mut x = layout.plot.x;
            for picture in &self.pictures[row.first..row.end] {
                self.put(picture, (x, y, row.head - picture.layout.body.y), row.height, stage);
                x += self.panels.width + self.gap;
            }
            y += row.height + BETWEEN + more;
        }
    }
}
