//! A dataset and a spec into what stands in a page where no script runs: pictures, a table, the figures and their sources.
//!
//! The pictures are drawn for ranges of widths, each as tall as the most that any width of its range needs. The live chart
//! is told the same heights, so that nothing moves when it takes the place of a picture.

mod block;
mod fallback;
mod feed;
mod heights;
mod html;
mod input;
mod json;
mod linked;
mod page;
mod plain;

use std::rc::Rc;

pub use fallback::table;
pub use feed::figure;
pub use heights::{HIGHEST, Range, STARTS, WIDEST, ranges};
pub use html::{escape, slug};
pub use input::{TRANSLATED, fields, input};
pub use json::text as json_text;
pub use page::{Links, element, page};
pub use plain::plain;

use crate::chart::{Chart, Input, Table};
use crate::dataset::{Dataset, ObservationId};
use crate::error::Error;
use crate::words::Lang;

/// Which of two themes a picture is drawn in, where the page decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shade {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Shade {
    /// The theme's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// A picture of a range of widths, drawn at the smallest of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// The widths it stands for.
    pub range: Range,
    /// Its height, CSS px: that of its range, unless it needs more than a chart can be told.
    pub height: u32,
    /// Its theme; none where the chart has only one.
    pub shade: Option<Shade>,
    /// The document.
    pub svg: String,
}

impl Picture {
    /// What tells it from the other pictures of its chart: `600` or `600-dark`.
    pub fn name(&self) -> String {
        let dark = if self.shade == Some(Shade::Dark) { "-dark" } else { "" };
        format!("{}{dark}", self.range.from)
    }
}

/// A chart made ready for pages.
#[derive(Debug)]
pub struct Embed {
    /// The chart at its own height.
    chart: Chart,
    dataset: Rc<Dataset>,
    /// Its widths, ascending.
    pub ranges: Vec<Range>,
    /// Whether the heights are ours to say: an author's own goes before.
    pub fixed: bool,
    /// By width, light before dark.
    pub pictures: Vec<Picture>,
    /// The chart in a sentence or two.
    pub alt: String,
    /// Its figures in words.
    pub table: Table,
}

impl Embed {
    /// Draws a chart for ranges that begin at `starts`, ascending and some of [`STARTS`].
    ///
    /// # Errors
    /// As [`Chart::new`].
    pub fn new(dataset: &Rc<Dataset>, input: &Input, starts: &[u32]) -> Result<Self, Error> {
        let own = |text: &Option<String>| text.as_deref().is_some_and(|text| !text.trim().is_empty());
        let chart = Chart::new(Rc::clone(dataset), input)?;
        let ranges = ranges(&chart, starts);
        let shades: &[Option<Shade>] =
            if own(&input.theme) { &[None] } else { &[Some(Shade::Light), Some(Shade::Dark)] };
        let mut pictures = Vec::new();
        for range in &ranges {
            for shade in shades {
                let mut input = input.clone();
                input.height = Some(range.height.to_string());
                if let Some(shade) = shade {
                    input.theme = Some(shade.name().to_owned());
                }
                let mut chart = Chart::new(Rc::clone(dataset), &input)?;
                let height = heights::whole(chart.resize(f64::from(range.from)));
                pictures.push(Picture { range: *range, height, shade: *shade, svg: chart.svg("ic") });
            }
        }
        let (alt, table) = (chart.summary(), chart.table());
        let fixed = !own(&input.height);
        Ok(Self { chart, dataset: Rc::clone(dataset), ranges, fixed, pictures, alt, table })
    }

    /// The chart.
    pub fn chart(&self) -> &Chart {
        &self.chart
    }

    /// The language of its texts.
    pub fn lang(&self) -> Lang {
        self.chart.spec().lang
    }

    /// The attribute `heights` of the live chart: `280:412 340:398`. None where the author gave a height.
    pub fn heights(&self) -> Option<String> {
        let pairs: Vec<String> =
            self.ranges.iter().map(|range| format!("{}:{}", range.from, range.height)).collect();
        self.fixed.then(|| pairs.join(" "))
    }

    /// The rows of the figures that are shown.
    fn rows(&self) -> Vec<ObservationId> {
        let data = &self.chart.frame().data;
        data.iter().filter_map(|datum| self.dataset.observation(&datum.id)).collect()
    }

    /// The figures that are shown, as the page's script of class `indicator-data` holds them.
    pub fn data(&self) -> String {
        block::data(&self.dataset, &self.rows())
    }

    /// The figures that are shown, as a table with the columns of `observations.csv`.
    pub fn csv(&self) -> String {
        block::csv(&self.dataset, &self.rows())
    }

    /// What the figures are, for search engines: a schema.org `Dataset`.
    pub fn linked(&self) -> String {
        linked::dataset(self, &self.dataset, &self.rows())
    }

    /// What stands inside the element: the pictures at the addresses that `address` gives them, and the table.
    pub fn fallback(&self, address: &dyn Fn(&Picture) -> String) -> String {
        fallback::inside(self, address)
    }
}
