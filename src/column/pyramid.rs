//! A column of values into the extremes of its runs, level over level, so that those of any rows are found in a few steps.

/// Rows in a run of the lowest level, and runs of one level in a run of the next.
const FAN: usize = 16;

/// The least and the greatest value of each run of 16, 256, 4096 … rows. Gaps (NaN) count for nothing; a run of gaps has
/// a least value above its greatest. Takes an eighth of the column's bytes, and an eighth of that for each further level.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pyramid {
    levels: Vec<Vec<[f64; 2]>>,
}

const NOTHING: [f64; 2] = [f64::INFINITY, f64::NEG_INFINITY];

/// Comparisons with NaN are false, so that a gap changes nothing.
#[inline(always)]
fn grown(found: [f64; 2], least: f64, greatest: f64) -> [f64; 2] {
    [if least < found[0] { least } else { found[0] }, if greatest > found[1] { greatest } else { found[1] }]
}

// Loops, each compiled with its body: every value of every column goes through the first one.

fn rows(values: &[f64]) -> [f64; 2] {
    let mut found = NOTHING;
    for value in values {
        found = grown(found, *value, *value);
    }
    found
}

fn runs(values: &[[f64; 2]]) -> [f64; 2] {
    let mut found = NOTHING;
    for run in values {
        found = grown(found, run[0], run[1]);
    }
    found
}

impl Pyramid {
    /// The extremes of a column.
    pub fn new(values: &[f64]) -> Self {
        let mut levels = Vec::new();
        let mut level: Vec<[f64; 2]> = values.chunks(FAN).map(rows).collect();
        while level.len() > FAN {
            let next = level.chunks(FAN).map(runs).collect();
            levels.push(std::mem::replace(&mut level, next));
        }
        levels.push(level);
        Self { levels }
    }

    /// The first row of the column it was built of that has an extreme value of all.
    pub fn find(&self, values: &[f64], extreme: f64) -> Option<usize> {
        let run = self.levels.first()?.iter().position(|run| run[0] == extreme || run[1] == extreme)?;
        let row = values.get(run * FAN..)?.iter().position(|value| *value == extreme)?;
        Some(run * FAN + row)
    }

    /// The extremes of the rows from `first` to before `end` of the column it was built of; none where all are gaps.
    pub fn extent(&self, values: &[f64], first: usize, end: usize) -> Option<(f64, f64)> {
        let end = end.min(values.len());
        let first = first.min(end);
        let (mut low, mut high) = (first.div_ceil(FAN), end / FAN);
        if low >= high {
            return some(rows(&values[first..end]));
        }
        let mut found = rows(&values[first..low * FAN]);
        let tail = rows(&values[high * FAN..end]);
        found = grown(found, tail[0], tail[1]);
        for (at, level) in self.levels.iter().enumerate() {
            let (next_low, next_high) = (low.div_ceil(FAN), high / FAN);
            if next_low >= next_high || at + 1 == self.levels.len() {
                let all = runs(&level[low..high]);
                return some(grown(found, all[0], all[1]));
            }
            for part in [&level[low..next_low * FAN], &level[next_high * FAN..high]] {
                let part = runs(part);
                found = grown(found, part[0], part[1]);
            }
            (low, high) = (next_low, next_high);
        }
        some(found)
    }
}

fn some(found: [f64; 2]) -> Option<(f64, f64)> {
    (found[0] <= found[1]).then_some((found[0], found[1]))
}
