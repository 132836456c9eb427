//! The figures that a command is about: the built-in ones, a packed file, or six tables.

use std::fs;
use std::path::Path;
use std::rc::Rc;

use clap::ArgMatches;
use indicator_chart::Dataset;
use indicator_chart::dataset::{self, Tables, pack};
use indicator_chart::words::Lang;

use crate::arguments::path;
use crate::fault::{Fault, Told};
use crate::words;

/// Figures, and the packed file that a page fetches them from.
pub(crate) struct Figures {
    pub(crate) dataset: Rc<Dataset>,
    /// Name and bytes; none where they are the engine's own.
    pub(crate) file: Option<(String, Vec<u8>)>,
}

impl Figures {
    pub(crate) fn new(given: &ArgMatches) -> Told<Self> {
        match (path(given, "src"), path(given, "tables")) {
            (Some(file), _) => packed(file),
            (None, Some(folder)) => tables(folder),
            (None, None) => builtin(),
        }
    }
}

fn packed(path: &Path) -> Told<Figures> {
    let bytes = fs::read(path).map_err(|error| Fault::unreadable(path, &error))?;
    let dataset = dataset::figures(&bytes).map_err(|error| {
        // The file's name in front, in whichever language is asked for.
        let (zh, en) = (error.message(Lang::Zh), error.message(Lang::En));
        let name = path.display().to_string();
        Fault::Both(
            words::FIGURES.fill(Lang::Zh, &[&name, &zh]),
            words::FIGURES.fill(Lang::En, &[&name, &en]),
        )
    })?;
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok(Figures { dataset: Rc::new(dataset), file: Some((name, bytes)) })
}

fn tables(folder: &Path) -> Told<Figures> {
    let read = |name: &str| {
        let path = folder.join(name);
        fs::read(&path).map_err(|error| Fault::unreadable(&path, &error))
    };
    let tables = Tables {
        sources: &read("sources.csv")?,
        areas: &read("areas.csv")?,
        units: &read("units.csv")?,
        indicators: &read("indicators.csv")?,
        observations: &read("observations.csv")?,
        pairs: &read("pairs.csv")?,
    };
    let shown = folder.display().to_string();
    let packed = pack::compile(shown.trim_end_matches('/'), &tables)
        .map_err(|lines| Fault::said(words::TABLES, &[&shown, &lines.join("\n")]))?;
    // What is packed was decoded and checked; the tables know more of a row than the packed form keeps.
    let (dataset, _) = dataset::decode(&tables);
    let name = folder.file_name().map_or_else(|| "own".into(), |name| name.to_string_lossy().into_owned());
    let file = (format!("{name}.figures"), pack::file(&packed).into_bytes());
    Ok(Figures { dataset: Rc::new(dataset), file: Some(file) })
}

/// From the tables, for these know where in its document a figure stands.
#[cfg(feature = "builtin-dataset")]
fn builtin() -> Told<Figures> {
    let tables = Tables {
        sources: include_bytes!("../../../data/sources.csv"),
        areas: include_bytes!("../../../data/areas.csv"),
        units: include_bytes!("../../../data/units.csv"),
        indicators: include_bytes!("../../../data/indicators.csv"),
        observations: include_bytes!("../../../data/observations.csv"),
        pairs: include_bytes!("../../../data/pairs.csv"),
    };
    let (dataset, problems) = dataset::decode(&tables);
    match problems.is_empty() {
        true => Ok(Figures { dataset: Rc::new(dataset), file: None }),
        false => Err(Fault::said(words::NO_FIGURES, &[])),
    }
}

#[cfg(not(feature = "builtin-dataset"))]
fn builtin() -> Told<Figures> {
    Err(Fault::said(words::NO_FIGURES, &[]))
}
