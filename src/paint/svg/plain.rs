//! A scene as an SVG that survives editors that clean what is pasted into them, such as WeChat's for articles.
//!
//! They take out style sheets, scripts, ids and classes, and with the ids all that refers to one: clips, patterns, uses.
//! Here everything is a shape or a text with attributes of its own. No mark of a chart leaves its clip unless the reader
//! looks at a part of the time, which a picture on paper never does; `tests/cli.rs` holds that.

use super::{SvgHead, SvgSurface};
use crate::paint::paint;
use crate::paint::write::escape;
use crate::scene::Scene;

/// The scene with its name and description, as wide as its place, and `data` for machines in its metadata.
pub fn plain(scene: &Scene, head: &SvgHead<'_>, data: &str) -> String {
    let mut surface = SvgSurface::<true>::open(scene.size, head);
    if !data.is_empty() {
        surface.out.push_str("<metadata>");
        escape(&mut surface.out, data);
        surface.out.push_str("</metadata>");
    }
    // Writing to memory cannot fail.
    paint(scene, &mut surface).unwrap_or_default();
    surface.out.push_str("</svg>");
    surface.out
}
