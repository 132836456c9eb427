//! Turns the tables of a folder into a file of figures that a page can fetch and chart.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use indicator_chart::dataset::{Tables, pack};

use crate::place::Place;

/// The invented figures, which the gallery shows and the browser tests fetch: the name in `dist/`, and the tables.
const INVENTED: (&str, &str) = ("invented.figures", "tests/fixtures/figures");

/// A file for the site: its name and its bytes.
#[derive(Clone, Debug)]
pub(crate) struct File {
    pub(crate) name: &'static str,
    pub(crate) bytes: Vec<u8>,
}

/// Everything that the site serves besides what is compiled in.
pub(crate) fn served(place: &Place) -> Result<Vec<File>> {
    let (name, folder) = INVENTED;
    Ok(vec![File { name, bytes: packed(place.root(), folder)? }])
}

/// The six tables of `folder`, named relative to `root`, as the bytes of a file.
///
/// # Errors
/// With a line for each bad row: file, line, column, what stands there and what should.
pub(crate) fn packed(root: &Path, folder: &str) -> Result<Vec<u8>> {
    let read = |name: &str| {
        let path = root.join(folder).join(name);
        fs::read(&path).with_context(|| format!("cannot read {}", path.display()))
    };
    let tables = Tables {
        sources: &read("sources.csv")?,
        areas: &read("areas.csv")?,
        units: &read("units.csv")?,
        indicators: &read("indicators.csv")?,
        observations: &read("observations.csv")?,
        pairs: &read("pairs.csv")?,
    };
    let text =
        pack::compile(folder.trim_end_matches('/'), &tables).map_err(|lines| anyhow!(lines.join("\n")))?;
    Ok(pack::file(&text).into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bad_row_stops_the_packing_with_its_place() {
        let root = std::env::temp_dir().join(format!("indicator-chart-figures-{}", std::process::id()));
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(INVENTED.1);
        fs::create_dir_all(root.join("own")).expect("a folder");
        for file in fs::read_dir(from).expect("the tables") {
            let file = file.expect("a table");
            fs::copy(file.path(), root.join("own").join(file.file_name())).expect("a copy");
        }
        assert!(packed(&root, "own").is_ok());
        let pairs = "target,outcome,relation,reason_zh,reason_en\nno-such,none,same,,\n";
        fs::write(root.join("own/pairs.csv"), pairs).expect("a bad table");
        let error = packed(&root, "own").expect_err("a bad row").to_string();
        fs::remove_dir_all(&root).expect("cleared");
        assert!(error.starts_with("own/pairs.csv:2, column target: 'no-such'"), "{error}");
    }
}
