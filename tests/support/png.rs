//! An SVG document becomes pixels through resvg, and pixels become a PNG among the artefacts.
#![allow(dead_code, reason = "each test file uses its own part")]
#![allow(clippy::expect_used, clippy::panic, reason = "what a helper cannot do fails the test")]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

/// The family that pictures are set in here, whatever the page would use.
pub(crate) const FAMILY: &str = "Noto Sans CJK SC";

/// A raster of a document.
pub(crate) struct Picture {
    pixels: Pixmap,
}

/// The document at `dpr` device pixels a CSS px, on a transparent ground.
pub(crate) fn raster(svg: &str, dpr: f32) -> Picture {
    let options = Options { fontdb: fonts(), font_family: FAMILY.to_owned(), ..Options::default() };
    let tree = Tree::from_str(svg, &options).unwrap_or_else(|e| panic!("not an SVG document: {e}\n{svg}"));
    let side = |length: f32| (length * dpr).round().max(1.0) as u32;
    let mut pixels = Pixmap::new(side(tree.size().width()), side(tree.size().height())).expect("a size");
    resvg::render(&tree, Transform::from_scale(dpr, dpr), &mut pixels.as_mut());
    Picture { pixels }
}

/// Whether the machine has the family; a test that needs it says so and is not run where it has not.
pub(crate) fn has_font() -> bool {
    let query = fontdb::Query { families: &[fontdb::Family::Name(FAMILY)], ..fontdb::Query::default() };
    let found = fonts().query(&query).is_some();
    if !found {
        println!("not run: there is no {FAMILY} here (apt-get install fonts-noto-cjk)");
    }
    found
}

fn fonts() -> Arc<fontdb::Database> {
    static FONTS: OnceLock<Arc<fontdb::Database>> = OnceLock::new();
    FONTS
        .get_or_init(|| {
            let mut db = fontdb::Database::new();
            db.load_system_fonts();
            db.set_sans_serif_family(FAMILY);
            Arc::new(db)
        })
        .clone()
}

impl Picture {
    /// Width and height, device px.
    pub(crate) fn size(&self) -> (u32, u32) {
        (self.pixels.width(), self.pixels.height())
    }

    /// Red, green, blue and alpha of a pixel, not premultiplied; nothing outside the picture.
    pub(crate) fn at(&self, x: u32, y: u32) -> [u8; 4] {
        self.pixels.pixel(x, y).map_or([0; 4], |p| {
            let c = p.demultiply();
            [c.red(), c.green(), c.blue(), c.alpha()]
        })
    }

    /// The alpha of a pixel.
    pub(crate) fn alpha(&self, x: u32, y: u32) -> u8 {
        self.at(x, y)[3]
    }

    /// Left, top, right and bottom of all that is not transparent, device px, right and bottom exclusive.
    pub(crate) fn ink(&self) -> Option<[u32; 4]> {
        let (w, h) = self.size();
        let inked = (0..h).flat_map(|y| (0..w).map(move |x| (x, y))).filter(|(x, y)| self.alpha(*x, *y) > 0);
        inked.fold(None, |found, (x, y)| {
            let [l, t, r, b] = found.unwrap_or([x, y, x + 1, y + 1]);
            Some([l.min(x), t.min(y), r.max(x + 1), b.max(y + 1)])
        })
    }

    /// Writes the picture to `target/pictures/NAME.png` and says where.
    pub(crate) fn keep(&self, name: &str) -> PathBuf {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
        fs::create_dir_all(&folder).expect("a folder for pictures");
        let path = folder.join(format!("{name}.png"));
        fs::write(&path, self.pixels.encode_png().expect("a PNG")).expect("a picture on disk");
        path
    }
}
