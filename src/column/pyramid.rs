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

/// The extremes of both; comparisons with NaN are false, so that a gap changes nothing.
fn grown(found: [f64; 2], other: [f64; 2]) -> [f64; 2] {
    [
        if other[0] < found[0] { other[0] } else { found[0] },
        if other[1] > found[1] { other[1] } else { found[1] },
    ]
}

/// Every value of every column goes through here, sixteen a call: a call by itself, because engines make a function fast
/// between its calls and not while one goes on. Whole numbers in the order of the values are compared, because a processor
/// takes the lesser of two of those without having to guess which it will be.
#[inline(never)]
fn rows(values: &[f64]) -> [f64; 2] {
    let (mut least, mut greatest) = (i64::MAX, i64::MIN);
    for value in values {
        let rank = rank(*value);
        // A gap ranks above all there is.
        let low = rank;
        let high = if rank > INFINITE { i64::MIN } else { rank };
        least = if low < least { low } else { least };
        greatest = if high > greatest { high } else { greatest };
    }
    if greatest == i64::MIN { NOTHING } else { [value(least), value(greatest)] }
}

/// The rank of positive infinity.
const INFINITE: i64 = 0x7ff0_0000_0000_0000;

/// A whole number that lies to others as the value lies to theirs; NaN, whose sign is plain, above all.
#[inline(always)]
fn rank(value: f64) -> i64 {
    let bits = value.to_bits().cast_signed();
    // Negative floats rise as their bits fall.
    bits ^ (bits >> 63).cast_unsigned().wrapping_shr(1).cast_signed()
}

fn value(rank: i64) -> f64 {
    f64::from_bits((rank ^ (rank >> 63).cast_unsigned().wrapping_shr(1).cast_signed()).cast_unsigned())
}

#[inline(never)]
fn runs(values: &[[f64; 2]]) -> [f64; 2] {
    let [mut least, mut greatest] = NOTHING;
    for run in values {
        if run[0] < least {
            least = run[0];
        }
        if run[1] > greatest {
            greatest = run[1];
        }
    }
    [least, greatest]
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
        let mut found = grown(rows(&values[first..low * FAN]), rows(&values[high * FAN..end]));
        for (at, level) in self.levels.iter().enumerate() {
            let (next_low, next_high) = (low.div_ceil(FAN), high / FAN);
            if next_low >= next_high || at + 1 == self.levels.len() {
                return some(grown(found, runs(&level[low..high])));
            }
            for part in [&level[low..next_low * FAN], &level[next_high * FAN..high]] {
                found = grown(found, runs(part));
            }
            (low, high) = (next_low, next_high);
        }
        some(found)
    }
}

fn some(found: [f64; 2]) -> Option<(f64, f64)> {
    (found[0] <= found[1]).then_some((found[0], found[1]))
}
