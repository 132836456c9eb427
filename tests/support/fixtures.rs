//! The invented package of `tests/fixtures/figures/`, for what the built-in figures do not have.

use std::rc::Rc;

use indicator_chart::dataset::{Dataset, Tables, decode};

/// The invented figures; every row of them is good.
pub(crate) fn invented() -> Rc<Dataset> {
    let (dataset, problems) = decode(&Tables {
        sources: include_bytes!("../fixtures/figures/sources.csv"),
        areas: include_bytes!("../fixtures/figures/areas.csv"),
        units: include_bytes!("../fixtures/figures/units.csv"),
        indicators: include_bytes!("../fixtures/figures/indicators.csv"),
        observations: include_bytes!("../fixtures/figures/observations.csv"),
        pairs: include_bytes!("../fixtures/figures/pairs.csv"),
    });
    assert!(
        problems.is_empty(),
        "{}",
        problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
    );
    Rc::new(dataset)
}
