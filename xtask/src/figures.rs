//! Turns the invented tables of the tests into a packed file beside the pages that chart them, as a page's own figures.

use std::fs;
use std::path::Path;

use anyhow::{Result, bail};
// The packer, a file of the build script, finds the library's rooms beside itself.
use indicator_chart::{dataset, words};

use crate::place::Place;
use dataset::unpack::{END, MAGIC};
use dataset::{Dataset, Tables, decode};

#[path = "../../build_script/pack.rs"]
#[allow(unreachable_pub, reason = "a file of the build script")]
mod pack;

/// The file that pages name in `src`.
pub(crate) const INVENTED: &str = "invented.figures";

/// The invented figures; stops with every bad row.
pub(crate) fn invented(place: &Place) -> Result<Dataset> {
    let folder = place.root().join("tests/fixtures/figures");
    let read = |name: &str| fs::read(folder.join(name));
    let [sources, areas, units, indicators, observations, pairs] =
        ["sources.csv", "areas.csv", "units.csv", "indicators.csv", "observations.csv", "pairs.csv"]
            .map(read);
    let (sources, areas, units) = (sources?, areas?, units?);
    let (indicators, observations, pairs) = (indicators?, observations?, pairs?);
    let (data, problems) = decode(&Tables {
        sources: &sources,
        areas: &areas,
        units: &units,
        indicators: &indicators,
        observations: &observations,
        pairs: &pairs,
    });
    if problems.is_empty() {
        return Ok(data);
    }
    let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
    bail!("{}:\n{}", folder.display(), lines.join("\n"))
}

/// Writes a dataset as a packed file.
pub(crate) fn write(data: &Dataset, to: &Path) -> Result<()> {
    let packed = pack::pack(data).map_err(anyhow::Error::msg)?;
    if dataset::unpack::unpack(&packed) != pack::kept(data) {
        bail!("what was packed does not unpack to the same");
    }
    Ok(fs::write(to, [MAGIC, &packed, END].concat())?)
}
