//! `embed`: a chart into HTML to paste, and the files that it names.

use std::fs;
use std::path::Path;

use clap::ArgMatches;
use indicator_chart::embed::{Embed, Links, Picture, STARTS, element, figure, page, slug};
use indicator_chart::words::Lang;

use crate::arguments::{flag, path, text};
use crate::asked::{Asked, Attributes, WIDTH};
use crate::fault::{Fault, Told};
use crate::package::{self, Package, SCRIPT};
use crate::{output, render, words};

/// The style sheet that shows the right picture, as the package has it.
const STYLE: (&str, &str) = ("indicator-chart.css", include_str!("../../../www/indicator-chart.css"));
/// Pixels of a feed's picture in a CSS px.
const FEED_SCALE: f64 = 2.0;

pub(crate) fn run(given: &ArgMatches) -> Told<()> {
    if flag(given, "feed") {
        return feed(given);
    }
    let asked = Asked::new(given)?;
    let package = path(given, "package").map(|folder| Package::new(folder)).transpose()?;
    let embed = Embed::new(&asked.figures.dataset, &asked.input, &STARTS)?;
    let (base, name) = (base(given), name(given, &asked.attributes, embed.lang()));
    let home = package.as_ref().map_or("", |package| package.home.as_str());
    let links = Links {
        style: [&base, home, STYLE.0].concat(),
        script: text(given, "script").map_or_else(|| [&base, home, SCRIPT].concat(), str::to_owned),
        integrity: package
            .as_ref()
            .map(|package| package.integrity.clone())
            .or_else(|| text(given, "integrity").map(str::to_owned))
            .unwrap_or_default(),
    };
    if links.integrity.is_empty() {
        let lang = crate::language(given);
        eprintln!("{}{}", words::NOTE.get(lang), words::NO_INTEGRITY.get(lang));
    }
    let mut attributes = asked.attributes.clone();
    if let Some((file, _)) = &asked.figures.file {
        attributes.push(("src".to_owned(), [&base, file.as_str()].concat()));
    }
    let version = asked.figures.dataset.version();
    let frozen = (!flag(given, "live")).then_some(version.as_str());
    // A newer picture of the same chart has another name: an older article keeps its own.
    let file = |picture: &Picture| {
        format!("{name}-{}-{}.svg", picture.name(), package::digest(picture.svg.as_bytes()))
    };
    let Some(folder) = path(given, "output") else {
        let html = element(&embed, &attributes, frozen, &links, &|picture| package::data_url(&picture.svg));
        let html = if flag(given, "page") { page(&embed, &html) } else { html };
        return output::print(html.as_bytes());
    };
    let html = element(&embed, &attributes, frozen, &links, &|picture| [&base, &*file(picture)].concat());
    output::file(&folder.join("embed.html"), html.as_bytes())?;
    if flag(given, "page") {
        output::file(&folder.join("page.html"), page(&embed, &html).as_bytes())?;
    }
    for picture in &embed.pictures {
        output::file(&folder.join(file(picture)), picture.svg.as_bytes())?;
    }
    let beside = folder.join(home);
    output::file(&beside.join(STYLE.0), STYLE.1.as_bytes())?;
    if let Some((file, bytes)) = &asked.figures.file {
        output::file(&folder.join(file), bytes)?;
    }
    package.iter().flat_map(|package| &package.files).try_for_each(|from| copy(from, &beside))
}

fn copy(from: &Path, folder: &Path) -> Told<()> {
    let bytes = fs::read(from).map_err(|error| Fault::unreadable(from, &error))?;
    output::file(&folder.join(from.file_name().unwrap_or_default()), &bytes)
}

/// `--feed`: one PNG and the HTML around it.
fn feed(given: &ArgMatches) -> Told<()> {
    let base = base(given);
    if !base.contains("://") {
        return Err(Fault::usage(words::BASE, &[]));
    }
    let asked = Asked::new(given)?;
    let chart = asked.chart(WIDTH)?;
    let bytes = render::png(given, WIDTH)?;
    let name = name(given, &asked.attributes, chart.spec().lang);
    let file = format!("{name}-{}.png", package::digest(&bytes));
    // The size that the PNG came out with, at which it is sharp on a good screen.
    let side = |at: usize| {
        let four = bytes.get(at..at + 4).and_then(|four| four.try_into().ok()).unwrap_or_default();
        let scale = text(given, "density").and_then(|ratio| ratio.parse().ok()).unwrap_or(FEED_SCALE);
        (f64::from(u32::from_be_bytes(four)) / scale).round() as u32
    };
    let html = figure(&chart.table(), &chart.summary(), &[&base, &*file].concat(), (side(16), side(20)));
    let folder = path(given, "output").map_or(Path::new("."), |folder| folder.as_path());
    output::file(&folder.join(file), &bytes)?;
    output::file(&folder.join("feed.html"), html.as_bytes())
}

/// The address that names of files follow; empty where they lie beside the page.
fn base(given: &ArgMatches) -> String {
    let base = text(given, "base").unwrap_or_default().trim();
    if base.is_empty() || base.ends_with('/') { base.to_owned() } else { format!("{base}/") }
}

/// What the names of the pictures begin with: no two charts of a story alike, as far as the options tell them apart.
fn name(given: &ArgMatches, attributes: &Attributes, lang: Lang) -> String {
    if let Some(name) = text(given, "name") {
        return slug(name);
    }
    let value =
        |wanted: &str| attributes.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.as_str());
    let of = value("indicator").and_then(|ids| ids.split([' ', ',']).find(|id| !id.is_empty()));
    let mut parts: Vec<&str> =
        [of.or(value("domain")).or(value("status")), value("kind")].into_iter().flatten().collect();
    if lang == Lang::En {
        parts.push("en");
    }
    slug(&parts.join("-"))
}
