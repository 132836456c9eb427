//! A chart laid out to fill a card of a fixed size, for networks and messengers that show one picture beside a link.

use std::rc::Rc;

use indicator_chart::Chart;

use crate::asked::Asked;
use crate::fault::{Fault, Told};
use crate::fonts::Fonts;
use crate::words;

/// A card, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Card {
    /// Beside a link.
    Wide,
    /// In a column of pictures on a phone.
    Tall,
}

impl Card {
    pub(crate) fn of(name: &str) -> Self {
        if name == "tall" { Self::Tall } else { Self::Wide }
    }

    pub(crate) fn size(self) -> (u32, u32) {
        match self {
            Self::Wide => (1200, 630),
            Self::Tall => (1080, 1440),
        }
    }

    /// The narrowest layout, CSS px: the largest type, still with room for a picture.
    fn narrowest(self) -> u32 {
        match self {
            Self::Wide => 600,
            Self::Tall => 400,
        }
    }

    /// The chart as large as it fits, and its scale.
    pub(crate) fn fit(self, asked: &Asked, fonts: &Fonts) -> Told<(Chart, f64)> {
        let (width, height) = self.size();
        let mut needs = 0.0;
        for narrow in (self.narrowest()..=width).step_by(20) {
            let tall = f64::from(height) * f64::from(narrow) / f64::from(width);
            let mut input = asked.input.clone();
            input.height = Some(tall.to_string());
            let mut chart = Chart::new(Rc::clone(&asked.figures.dataset), &input)?;
            fonts.dress(&mut chart);
            needs = chart.resize(f64::from(narrow));
            if needs <= tall {
                return Ok((chart, f64::from(width) / f64::from(narrow)));
            }
        }
        let other = if self == Self::Wide { "tall" } else { "wide" };
        let [width, height, needs] = [width.to_string(), height.to_string(), needs.ceil().to_string()];
        Err(Fault::said(words::CARD, &[&width, &height, &width, &needs, other]))
    }
}
