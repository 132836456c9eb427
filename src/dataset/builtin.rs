//! The figures of `data/`, which the build script checked, as a [`Dataset`].

use super::{Dataset, Tables, decode};

macro_rules! table {
    ($name:literal) => {
        include_bytes!(concat!(env!("OUT_DIR"), "/", $name))
    };
}

/// Decodes the built-in dataset anew each time; callers keep it.
pub fn builtin() -> Dataset {
    let tables = Tables {
        sources: table!("sources.csv"),
        areas: table!("areas.csv"),
        units: table!("units.csv"),
        indicators: table!("indicators.csv"),
        observations: table!("observations.csv"),
        pairs: table!("pairs.csv"),
    };
    decode(&tables).0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_that_was_checked_is_there() {
        let data = builtin();
        let lines = |bytes: &[u8]| super::super::csv::rows(bytes).map_or(0, |rows| rows.len() - 1);
        assert_eq!(data.observations.len(), lines(table!("observations.csv")));
        assert_eq!(data.pairs.len(), lines(table!("pairs.csv")));
        assert!(!data.observations.is_empty());
    }
}
