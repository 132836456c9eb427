//! The figures of `data/`, which the build script checked and packed, as a [`Dataset`].

use super::{Dataset, unpack};

/// Unpacks the built-in dataset anew each time; callers keep it. What only the audit needs is left out of it: the
/// name and the checksum of each source's stored text, and each figure's `char_start`.
pub fn builtin() -> Dataset {
    unpack::unpack(include_str!(concat!(env!("OUT_DIR"), "/figures.txt")))
}

/// The version of the built-in figures, as [`Dataset::version`] computes it.
pub const VERSION: &str = include_str!(concat!(env!("OUT_DIR"), "/version.txt"));

#[cfg(test)]
mod tests {
    use super::super::{Tables, decode};
    use super::*;

    const PACKED: &str = include_str!(concat!(env!("OUT_DIR"), "/figures.txt"));

    /// The tables as they lie in `data/`, without what is left out.
    fn tables() -> Dataset {
        let tables = Tables {
            sources: include_bytes!("../../data/sources.csv"),
            areas: include_bytes!("../../data/areas.csv"),
            units: include_bytes!("../../data/units.csv"),
            indicators: include_bytes!("../../data/indicators.csv"),
            observations: include_bytes!("../../data/observations.csv"),
            pairs: include_bytes!("../../data/pairs.csv"),
        };
        let (mut data, problems) = decode(&tables);
        assert!(problems.is_empty(), "{problems:?}");
        for row in &mut data.sources {
            (row.file, row.sha256) = (String::new(), String::new());
        }
        for row in &mut data.observations {
            row.char_start = 0;
        }
        data
    }

    #[test]
    fn every_cell_of_every_row_is_there() {
        let (data, tables) = (builtin(), tables());
        assert_eq!(data.sources, tables.sources);
        assert_eq!(data.areas, tables.areas);
        assert_eq!(data.units, tables.units);
        for (row, table) in data.indicators.iter().zip(&tables.indicators) {
            assert_eq!(row, table);
        }
        for (row, table) in data.observations.iter().zip(&tables.observations) {
            assert_eq!(row, table);
        }
        assert_eq!(data, tables);
        assert!(!data.observations.is_empty());
    }

    #[test]
    fn tables_and_what_was_packed_of_them_have_one_version() {
        let mut data = builtin();
        assert_eq!((data.version().as_str(), tables().version().as_str()), (VERSION, VERSION));
        data.observations[7].words.push('约');
        assert_ne!(data.version(), VERSION);
    }

    #[test]
    fn a_text_cut_anywhere_is_read_without_harm() {
        for end in (0..PACKED.len()).step_by(997).filter(|end| PACKED.is_char_boundary(*end)) {
            unpack::unpack(&PACKED[..end]);
        }
    }
}
