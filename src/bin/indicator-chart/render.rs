//! `render`: a chart into one picture.

use std::path::{Path, PathBuf};

use clap::ArgMatches;
use indicator_chart::embed::{Embed, plain};

use crate::arguments::{flag, path, text};
use crate::asked::{self, Asked};
use crate::card::Card;
use crate::fault::{Fault, Told};
use crate::fonts::Fonts;
use crate::{output, pixels, words};

/// The picture's form.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Svg,
    Plain,
    Png,
}

pub(crate) fn run(given: &ArgMatches) -> Told<()> {
    let to = path(given, "output").map(PathBuf::as_path);
    let form = form(given, to)?;
    let width = asked::width(given)?;
    if form == Form::Png {
        if to.is_none() {
            output::no_terminal()?;
        }
        return output::write(to, &png(given, width)?);
    }
    let asked = Asked::new(given)?;
    let chart = asked.chart(width)?;
    let svg = match form {
        Form::Plain => plain(&chart, &facts(&asked)?.data()),
        _ => chart.svg("ic"),
    };
    output::write(to, svg.as_bytes())
}

fn form(given: &ArgMatches, to: Option<&Path>) -> Told<Form> {
    let ending = to.and_then(Path::extension).map(|ending| ending.to_string_lossy().to_ascii_lowercase());
    let png = match (text(given, "format"), ending.as_deref(), to) {
        (Some(format), ..) => format == "png",
        (None, Some("svg"), _) | (None, _, None) => false,
        (None, Some("png"), _) => true,
        (None, _, Some(path)) => return Err(Fault::usage(words::ENDING, &[&path.display().to_string()])),
    };
    let sized = ["card", "density"].iter().any(|name| text(given, name).is_some());
    match (png, flag(given, "plain")) {
        (true, true) => Err(Fault::usage(words::PLAIN_PNG, &[])),
        (false, _) if sized => Err(Fault::usage(words::CARD_PNG, &[])),
        (true, false) => Ok(Form::Png),
        (false, true) => Ok(Form::Plain),
        (false, false) => Ok(Form::Svg),
    }
}

/// The bytes of a PNG that a command asks for.
pub(crate) fn png(given: &ArgMatches, width: f64) -> Told<Vec<u8>> {
    let fonts = Fonts::new(given)?;
    let asked = Asked::new(given)?;
    let mut chart = asked.chart(width)?;
    let ratio = match text(given, "card").map(Card::of) {
        Some(card) => {
            let fitted = card.fit(&asked, &fonts)?;
            chart = fitted.0;
            fitted.1
        }
        None => {
            fonts.dress(&mut chart);
            text(given, "density").and_then(|ratio| ratio.parse().ok()).unwrap_or(2.0)
        }
    };
    let size = text(given, "card").map(|name| Card::of(name).size());
    pixels::png(&chart, &facts(&asked)?, &fonts, ratio, size)
}

/// What goes along with a picture: no pictures of other widths are drawn for it.
fn facts(asked: &Asked) -> Told<Embed> {
    Ok(Embed::new(&asked.figures.dataset, &asked.input, &[])?)
}
