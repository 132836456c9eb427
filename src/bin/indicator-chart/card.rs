//! A chart laid out to fill a card of a fixed size, for networks and messengers that show one picture beside a link.

use std::rc::Rc;

use indicator_chart::Chart;

use crate::asked::Asked;
use crate::fault::{Fault, Told};
use crate::fonts::Fonts;
use crate::words;

/// The part of a card's height that the marks should have.
const MARKS: f64 = 0.45;
/// Pixels in a CSS px below which small type can no longer be read on a card.
const READABLE: f64 = 1.35;

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

    /// The chart as large as it fits with enough of the card for its marks, and its scale; where texts leave too little for
    /// marks at any size of type that can be read, as large as it fits.
    pub(crate) fn fit(self, asked: &Asked, fonts: &Fonts) -> Told<(Chart, f64)> {
        let (width, height) = self.size();
        let (mut needs, mut first) = (0.0, None);
        for narrow in (self.narrowest()..=width).step_by(20) {
            let tall = f64::from(height) * f64::from(narrow) / f64::from(width);
            let mut input = asked.input.clone();
            input.height = Some(tall.to_string());
            let mut chart = Chart::new(Rc::clone(&asked.figures.dataset), &input)?;
            fonts.dress(&mut chart);
            needs = chart.resize(f64::from(narrow));
            if needs > tall {
                continue;
            }
            let marks = chart.picture().map_or(0.0, |picture| picture.layout.body.h);
            let ratio = f64::from(width) / f64::from(narrow);
            if marks >= MARKS * tall {
                return Ok((chart, ratio));
            }
            first = first.or(Some((chart, ratio)));
            if ratio < READABLE {
                break;
            }
        }
        if let Some(fitted) = first {
            return Ok(fitted);
        }
        let other = if self == Self::Wide { "tall" } else { "wide" };
        let [width, height, needs] = [width.to_string(), height.to_string(), needs.ceil().to_string()];
        Err(Fault::said(words::CARD, &[&width, &height, &width, &needs, other]))
    }
}
