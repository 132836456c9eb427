//! A picture into a PNG that says in itself what it shows, from where, and what it was set in.

use std::sync::Arc;

use indicator_chart::Chart;
use indicator_chart::embed::Embed;
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use crate::fault::{Fault, Told};
use crate::fonts::Fonts;
use crate::words;

/// Pixels of the largest picture, some 200 MB in memory.
const MOST: f64 = 5e7;
/// Pixels in a metre at a scale of 1: 96 in an inch.
const METRE: f64 = 3779.5;

/// The picture at `ratio` pixels a CSS px; exactly `size` where one is given.
pub(crate) fn png(
    chart: &Chart,
    facts: &Embed,
    fonts: &Fonts,
    ratio: f64,
    size: Option<(u32, u32)>,
) -> Told<Vec<u8>> {
    if let Some(scene) = chart.scene() {
        fonts.check(scene.texts().map(|text| text.text.as_str()))?;
    }
    let picture = chart.size();
    let pixels = |length: f64| (length * ratio).round().max(1.0);
    let (width, height) = size.map_or((pixels(picture.w), pixels(picture.h)), |(width, height)| {
        (f64::from(width), f64::from(height))
    });
    let large = || Fault::said(words::LARGE, &[&width.to_string(), &height.to_string()]);
    if width * height > MOST {
        return Err(large());
    }
    let mut map = Pixmap::new(width as u32, height as u32).ok_or_else(large)?;
    // A card's last row may be a part of a CSS px more than the picture.
    let paper = chart.spec().theme.paper;
    map.fill(Color::from_rgba8(paper.r, paper.g, paper.b, 255));
    let options = Options {
        fontdb: Arc::clone(&fonts.db),
        font_family: chart.family().trim_matches('"').to_owned(),
        ..Options::default()
    };
    let tree = Tree::from_str(&chart.svg("ic"), &options)
        .map_err(|error| Fault::said(words::PIXELS, &[&error.to_string()]))?;
    resvg::render(&tree, Transform::from_scale(ratio as f32, ratio as f32), &mut map.as_mut());
    let facts = metadata(chart, facts, fonts);
    encode(map, ratio, facts).map_err(|error| Fault::said(words::PIXELS, &[&error.to_string()]))
}

/// Keyword and text; empty texts are left out.
fn metadata(chart: &Chart, facts: &Embed, fonts: &Fonts) -> Vec<(&'static str, String)> {
    let mut notes = facts.table.notes.clone();
    let source = notes.pop().unwrap_or_default();
    let names: Vec<String> = fonts.files.iter().map(|(name, hash)| format!("{hash}  {name}")).collect();
    let mut all = vec![
        ("Title", facts.table.caption.clone()),
        ("Description", chart.summary()),
        ("Comment", notes.join("\n")),
        ("Source", source),
        ("Software", concat!("indicator-chart ", env!("CARGO_PKG_VERSION")).to_owned()),
        // As sha256sum writes and checks them.
        ("Fonts", names.join("\n")),
        ("Data", facts.data()),
        ("Data-CSV", facts.csv()),
    ];
    all.retain(|(_, text)| !text.is_empty());
    all
}

fn encode(
    map: Pixmap,
    ratio: f64,
    facts: Vec<(&'static str, String)>,
) -> Result<Vec<u8>, png::EncodingError> {
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, map.width(), map.height());
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::High);
    let metre = (METRE * ratio).round() as u32;
    encoder.set_pixel_dims(Some(png::PixelDimensions { xppu: metre, yppu: metre, unit: png::Unit::Meter }));
    for (keyword, text) in facts {
        encoder.add_itxt_chunk(keyword.to_owned(), text)?;
    }
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&map.take_demultiplied())?;
    writer.finish()?;
    Ok(out)
}
