//! Rows of cells into columns, lines and heights: what a scorecard and a table are.
//!
//! Texts wrap and are never cut. Where columns do not fit side by side, each row becomes a block: its first cell, then
//! a line for each other cell with the head of its column before it.

mod cell;

use super::caption::{self, request};
use super::{Brief, Nearest, Plan, Stage};
use crate::format::Style;
use crate::geom::{Rect, within};
use crate::layout::{LABEL, Layout, Request, SMALL, VALUE};
use crate::query::Datum;
use crate::scene::{DatumId, Layer, Stroke};
use crate::words::{number, say};
pub(super) use cell::{Cell, Sign};

/// Between columns where they have room, and where they have not, px.
const GAP: f64 = 24.0;
const TIGHT: f64 = 12.0;
/// The most that a column is wider than it needs, px.
const LOOSE: f64 = 56.0;
/// Above and below a row, and between the lines of a block, px.
const PAD: f64 = 7.0;
const LINE: f64 = 1.0;
/// Names wrap before figures do: the share of the width that they may take where it is scarce.
const NAMES: f64 = 0.24;
/// Above and below the heads, px.
const HEAD: f64 = 6.0;
/// With more columns than these a row is a block on a phone.
const COLUMNS: usize = 3;

/// A count of lines or columns, to reckon with.
pub(super) fn count(lines: usize) -> f64 {
    f64::from(u32::try_from(lines).unwrap_or(0))
}

/// When a figure stands, and that it is not compared where it carries a flag.
pub(super) fn dated(brief: &Brief<'_>, datum: &Datum) -> String {
    let lang = brief.spec.lang;
    let when = caption::when(brief.frame, datum, lang, Style::Long);
    let mut parts = vec![when.as_str(), if datum.flags.any() { say::NOT_COMPARED.get(lang) } else { "" }];
    parts.retain(|part| !part.is_empty());
    say::CLAUSE_GAP.join(lang, &parts)
}

/// What must be said of figures that stand as texts: which days are inferred and what is not compared.
pub(super) fn explain(brief: &Brief<'_>, shown: &[DatumId], signs: &[&str]) -> String {
    let lang = brief.spec.lang;
    let flagged = shown.iter().any(|id| brief.frame.data[*id].flags.any());
    let mut parts = signs.to_vec();
    parts.push(if flagged { say::SIGN_NOT_COMPARED.get(lang) } else { "" });
    parts.push(caption::inferred(brief, shown));
    parts.retain(|part| !part.is_empty());
    say::SENTENCE_GAP.join(lang, &parts)
}

/// Cells side by side, under one that spans them all.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) over: Option<Cell>,
    pub(super) cells: Vec<Cell>,
    /// Whether a line parts it from the row before.
    pub(super) ruled: bool,
}

/// Rows in solved columns.
pub(super) struct Sheet<'a> {
    pub(super) brief: &'a Brief<'a>,
    /// What stands over the columns, and which of them end on the right.
    pub(super) heads: Vec<String>,
    pub(super) rights: Vec<bool>,
    pub(super) rows: Vec<Row>,
    widths: Vec<f64>,
    gap: f64,
    /// What its numbers count, and what must be said under it.
    pub(super) unit: String,
    pub(super) signs: Vec<&'static str>,
}

impl<'a> Sheet<'a> {
    /// A sheet without the columns that are empty in every row.
    pub(super) fn new(brief: &'a Brief<'a>, columns: &[(&str, bool)], rows: Vec<Row>) -> Self {
        let (unit, signs) = (String::new(), Vec::new());
        let (heads, rights, widths) = (Vec::new(), Vec::new(), Vec::new());
        let mut sheet = Self { brief, heads, rights, rows, widths, gap: GAP, unit, signs };
        for at in (0..columns.len()).rev() {
            let filled = sheet.rows.iter().any(|row| row.cells.get(at).is_some_and(|cell| !cell.is_empty()));
            if filled {
                sheet.heads.insert(0, columns[at].0.to_owned());
                sheet.rights.insert(0, columns[at].1);
                continue;
            }
            for row in sheet.rows.iter_mut().filter(|row| at < row.cells.len()) {
                row.cells.remove(at);
            }
        }
        sheet
    }

    /// Gives the columns their widths; whether every text keeps its words whole and a phone its lines readable.
    pub(super) fn solve(&mut self) -> bool {
        let measure = self.brief.measure;
        let (mut wants, mut needs) = (Vec::new(), Vec::new());
        for (at, head) in self.heads.iter().enumerate() {
            let head = Cell::new(head.clone(), SMALL, self.brief.theme.muted).span(measure);
            let (mut want, mut need) = head;
            for cell in self.rows.iter().filter_map(|row| row.cells.get(at)) {
                let own = cell.span(measure);
                (want, need) = (want.max(own.0), need.max(own.1));
            }
            if at == 0 && self.heads.len() > COLUMNS {
                want = need.max(want.min(NAMES * self.brief.room()));
            }
            wants.push(want.ceil());
            needs.push(need.ceil());
        }
        let between = count(self.heads.len().max(1) - 1);
        let (want, need) = (wants.iter().sum::<f64>(), needs.iter().sum::<f64>());
        self.gap = if want + between * GAP > self.brief.room() { TIGHT } else { GAP };
        let room = self.brief.room() - between * self.gap;
        let loose = within((room - want) / (between + 1.0), 0.0, LOOSE).floor();
        let part = within((room - need) / (want - need).max(1.0), 0.0, 1.0);
        // As a last resort words are broken rather than columns left out.
        let squeezed = (room / need).min(1.0);
        self.widths.clear();
        for (want, need) in wants.iter().zip(&needs) {
            self.widths.push(((need + (want - need) * part) * squeezed).floor() + loose);
        }
        need <= room && !(self.brief.phone() && self.heads.len() > COLUMNS)
    }

    /// Each row as a block.
    pub(super) fn blocks(&mut self) {
        let (theme, heads) = (self.brief.theme, std::mem::take(&mut self.heads));
        let lang = self.brief.spec.lang;
        let dash = number::NO_NUMBER.get(lang);
        let mut rows = Vec::new();
        for row in std::mem::take(&mut self.rows) {
            let mut cells = row.cells.into_iter();
            let named = cells.next().map(|name| Cell { face: VALUE, ..name });
            let mut over = row.over.or(named);
            let mut ruled = row.ruled;
            for (head, mut cell) in heads.iter().skip(1).zip(cells) {
                if cell.is_empty() || cell.text == dash {
                    continue;
                }
                // A line has room for what stands under a figure in a column.
                if !cell.text.is_empty() && !cell.note.is_empty() {
                    cell.text = say::VALUE_PERIOD.fill(lang, &[&cell.text, &std::mem::take(&mut cell.note)]);
                }
                let cells = vec![Cell::new(head.clone(), LABEL, theme.muted), cell];
                rows.push(Row { over: over.take(), cells, ruled });
                ruled = false;
            }
            if over.is_some() {
                rows.push(Row { over, cells: Vec::new(), ruled });
            }
        }
        self.rows = rows;
        (self.heads, self.rights) = (vec![String::new(); 2], vec![false; 2]);
        self.solve();
    }

    fn head(&self) -> f64 {
        let mut tall = 0.0_f64;
        for (head, width) in self.heads.iter().zip(&self.widths) {
            let cell = Cell::new(head.clone(), SMALL, self.brief.theme.muted);
            tall = tall.max(cell.height(*width, self.brief.measure));
        }
        if tall > 0.0 { tall + 2.0 * HEAD } else { 0.0 }
    }

    /// Air above and below a row, px: the lines of a block stand close together.
    fn air(&self, at: usize) -> (f64, f64) {
        let air = |row: Option<&Row>| if row.is_none_or(|row| row.ruled) { PAD } else { LINE };
        (air(self.rows.get(at)), air(self.rows.get(at + 1)))
    }

    /// The height of the cell that spans a row, and of the row with it and its air, px.
    fn extent(&self, at: usize) -> (f64, f64) {
        let (row, air, measure) = (&self.rows[at], self.air(at), self.brief.measure);
        let over = row.over.as_ref().filter(|over| !over.is_empty());
        let over = over.map_or(0.0, |over| over.height(self.brief.room(), measure));
        let mut tall = 0.0_f64;
        for (cell, width) in row.cells.iter().zip(&self.widths) {
            tall = tall.max(cell.height(*width, measure));
        }
        (over, air.0 + over + tall + air.1)
    }

    fn heads(&self, (mut x, y): (f64, f64), layer: &mut Layer) {
        for ((head, width), right) in self.heads.iter().zip(&self.widths).zip(&self.rights) {
            let cell = Cell::new(head.clone(), SMALL, self.brief.theme.muted);
            cell.draw(self.brief, Rect::new(x, y, *width, 0.0), *right, layer);
            x += width + self.gap;
        }
    }

    fn height(&self) -> f64 {
        let mut height = self.head();
        for at in 0..self.rows.len() {
            height += self.extent(at).1;
        }
        height
    }

    fn row(&self, at: usize, (x, mut y): (f64, f64), layer: &mut Layer, stage: &mut Stage) {
        let (brief, row, air) = (&self.brief, &self.rows[at], self.air(at));
        let (over, height) = self.extent(at);
        if let Some(cell) = &row.over {
            cell.draw(brief, Rect::new(x, y, brief.room(), over), false, layer);
            y += over;
        }
        let mut left = x;
        for ((cell, width), right) in row.cells.iter().zip(&self.widths).zip(&self.rights) {
            let area = Rect::new(left, y, *width, height - over - air.0 - air.1);
            cell.draw(brief, area, *right, layer);
            if let Some(datum) = cell.datum {
                stage.reads(brief, datum, area);
            }
            left += width + self.gap;
        }
    }

    fn shown(&self) -> Vec<DatumId> {
        let mut shown = Vec::new();
        for row in &self.rows {
            shown.extend(row.cells.iter().filter_map(|cell| cell.datum));
        }
        shown
    }
}

impl Plan for Sheet<'_> {
    fn request(&self) -> Request {
        let (shown, height) = (self.shown(), self.height());
        let explain = explain(self.brief, &shown, &self.signs);
        Request { plot: height, least: height, ..request(self.brief, &shown, (&self.unit, ""), explain) }
    }

    fn draw(&self, layout: &Layout, stage: &mut Stage) {
        let (plot, theme) = (layout.plot, self.brief.theme);
        let (mut rules, mut heads, mut layer) =
            (Layer::new("grid"), Layer::new("heads"), Layer::new("cells"));
        let blocks = count(self.rows.iter().filter(|row| row.ruled).count()).max(1.0);
        let spare = ((plot.h - self.height()) / blocks).max(0.0);
        let (mut y, mut headed) = (plot.y, self.head() == 0.0);
        let mut end = plot.x - self.gap;
        for width in &self.widths {
            end += width + self.gap;
        }
        end = end.min(plot.right());
        for (at, row) in self.rows.iter().enumerate() {
            let spare = if row.ruled { spare } else { 0.0 };
            let (height, top) = (self.extent(at).1, self.air(at).0 + (spare / 2.0).round());
            if row.ruled && !headed {
                headed = true;
                self.heads((plot.x, y + HEAD), &mut heads);
                y += self.head();
            }
            if row.ruled && y > plot.y {
                rules.level(None, y.round(), (plot.x, end), Stroke::new(theme.grid, 1.0));
            }
            self.row(at, (plot.x, y + top), &mut layer, stage);
            y += height + spare;
        }
        stage.layer(rules);
        stage.layer(heads);
        stage.layer(layer);
    }

    fn nearest(&self) -> Nearest {
        Nearest::AlongY
    }
}
