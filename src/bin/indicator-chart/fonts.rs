//! Font files into what a PNG is set in: which signs they have, how wide they run, and the hashes that name them.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use clap::ArgMatches;
use indicator_chart::Chart;
use indicator_chart::text::{Measure, PROBE, Weight};
use indicator_chart::words::Lang;
use resvg::usvg::fontdb::{self, Database, FaceInfo};
use sha2::{Digest, Sha256};
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

use crate::fault::{Fault, Told};
use crate::words;

/// The fonts of a command, in the order in which they were named.
pub(crate) struct Fonts {
    pub(crate) db: Arc<Database>,
    /// Name and SHA-256 of each file.
    pub(crate) files: Vec<(String, String)>,
}

impl Fonts {
    pub(crate) fn new(given: &ArgMatches) -> Told<Self> {
        let paths: Vec<&std::path::PathBuf> =
            given.try_get_many("font").ok().flatten().into_iter().flatten().collect();
        if paths.is_empty() {
            return Err(Fault::usage(words::FONT, &[]));
        }
        let (mut db, mut files) = (Database::new(), Vec::new());
        for path in paths {
            files.push(load(&mut db, path)?);
        }
        Ok(Self { db: Arc::new(db), files })
    }

    /// Sets a chart in these fonts, and lays it out by how wide they run.
    pub(crate) fn dress(&self, chart: &mut Chart) {
        let family = self.family(chart.spec().lang);
        let factor = |weight| self.factor(&family, weight);
        chart.set_font(&format!("\"{family}\""), factor(Weight::Regular), factor(Weight::Semibold));
    }

    /// The family that texts are set in: the first, but of a collection for all of East Asia the one for the language.
    fn family(&self, lang: Lang) -> String {
        let faces = self.db.faces().filter_map(|face| face.families.first());
        let names: Vec<&String> = faces.map(|(name, _)| name).collect();
        let first = names.first().copied().cloned().unwrap_or_default();
        let simplified = names.iter().find(|name| name.split(' ').any(|word| word == "SC"));
        let eastern = lang == Lang::Zh || first.contains(" CJK ");
        simplified.filter(|_| eastern).map_or(first, |name| (*name).clone())
    }

    fn face(&self, family: &str, weight: Weight) -> Option<&FaceInfo> {
        let weight = match weight {
            Weight::Regular => fontdb::Weight::NORMAL,
            Weight::Semibold => fontdb::Weight::SEMIBOLD,
        };
        let families = &[fontdb::Family::Name(family)];
        let id = self.db.query(&fontdb::Query { families, weight, ..fontdb::Query::default() })?;
        self.db.face(id)
    }

    /// How much wider than the built-in table a weight runs, rounded up.
    fn factor(&self, family: &str, weight: Weight) -> f64 {
        let width = self.face(family, weight).and_then(|face| self.look(face, |font| advance(font, PROBE)));
        let ratio = width.unwrap_or_default() / Measure::probe(weight);
        if ratio > 1.0 && ratio < 4.0 { (ratio * 1000.0).ceil() / 1000.0 } else { 1.0 }
    }

    fn look<T>(&self, face: &FaceInfo, with: impl FnOnce(&FontRef<'_>) -> T) -> Option<T> {
        self.db.with_face_data(face.id, |data, index| {
            FontRef::from_index(data, index).ok().map(|font| with(&font))
        })?
    }

    /// Refuses texts that would be drawn as empty boxes.
    pub(crate) fn check<'a>(&self, texts: impl Iterator<Item = &'a str>) -> Told<()> {
        let mut missing: Vec<char> =
            texts.flat_map(str::chars).filter(|sign| !sign.is_whitespace()).collect();
        missing.sort_unstable();
        missing.dedup();
        for face in self.db.faces() {
            self.look(face, |font| missing.retain(|sign| font.charmap().map(*sign).is_none()));
        }
        if missing.is_empty() {
            return Ok(());
        }
        let shown: String = missing.iter().take(20).collect();
        Err(Fault::said(words::GLYPHS, &[&shown]))
    }
}

fn load(db: &mut Database, path: &Path) -> Told<(String, String)> {
    let bytes = fs::read(path).map_err(|error| Fault::unreadable(path, &error))?;
    let hash = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    let before = db.len();
    db.load_font_data(bytes);
    if db.len() == before {
        return Err(Fault::said(words::NO_FONT, &[&path.display().to_string()]));
    }
    Ok((path.file_name().unwrap_or_default().to_string_lossy().into_owned(), hash))
}

/// The width of a text in em.
fn advance(font: &FontRef<'_>, text: &str) -> f64 {
    let (map, size) = (font.charmap(), Size::new(1.0));
    let metrics = font.glyph_metrics(size, LocationRef::default());
    let glyphs = text.chars().filter_map(|sign| map.map(sign));
    glyphs.filter_map(|glyph| metrics.advance_width(glyph)).map(f64::from).sum()
}
