//! Turns a module's data into the same data without the places in source that panics name.
//!
//! A panic that traps at once (`panics`) never reads where it began, but the file names and line numbers stay in the
//! data, a kilobyte of the download. Zeros in their place keep every address as it is.

use anyhow::{Context, Result, ensure};

use crate::features::leb;

/// A stretch of memory: its address, and where its bytes stand in the section.
struct Segment {
    address: usize,
    start: usize,
    size: usize,
}

/// Bytes of a location: address and length of the file's name, line and column.
const LOCATION: usize = 16;

/// The content of a data section, the locations and their file names zeroed.
pub(crate) fn wiped(content: &[u8]) -> Result<Vec<u8>> {
    let segments = segments(content)?;
    let mut found = Vec::new();
    for segment in &segments {
        let first = segment.address.next_multiple_of(4) - segment.address;
        for at in
            (segment.start + first..(segment.start + segment.size).saturating_sub(LOCATION - 1)).step_by(4)
        {
            if let Some((name, length)) = file_of(content, &segments, at) {
                found.push((at, LOCATION));
                found.push((name, length));
            }
        }
    }
    let mut out = content.to_vec();
    for (at, length) in found {
        out[at..at + length].fill(0);
    }
    Ok(out)
}

/// Where the file's name stands in the section, and its length, if there is a location at `at`.
fn file_of(content: &[u8], segments: &[Segment], at: usize) -> Option<(usize, usize)> {
    let word = |i: usize| {
        let bytes = content.get(at + 4 * i..)?.first_chunk()?;
        usize::try_from(u32::from_le_bytes(*bytes)).ok()
    };
    let [address, length, line, column] = [word(0)?, word(1)?, word(2)?, word(3)?];
    let sensible = (4..200).contains(&length) && (1..50_000).contains(&line) && (1..500).contains(&column);
    let inside = |s: &&Segment| address >= s.address && address + length <= s.address + s.size;
    let segment = segments.iter().find(inside).filter(|_| sensible)?;
    let start = segment.start + address - segment.address;
    content.get(start..start + length)?.ends_with(b".rs").then_some((start, length))
}

fn segments(content: &[u8]) -> Result<Vec<Segment>> {
    const ACTIVE: usize = 0;
    const CONSTANT: u8 = 0x41;
    const END: u8 = 0x0b;
    let (count, mut rest) = leb(content)?;
    let mut segments = Vec::new();
    for _ in 0..count {
        let (kind, after) = leb(rest)?;
        let (&opcode, after) = after.split_first().context("a segment is cut short")?;
        ensure!(kind == ACTIVE && opcode == CONSTANT, "a segment without a plain address");
        // The address is signed; memory of a module this small ends long before the sign matters.
        let (address, after) = leb(after)?;
        let (&end, after) = after.split_first().context("a segment is cut short")?;
        ensure!(end == END, "a segment whose address is computed");
        let (size, after) = leb(after)?;
        let start = content.len() - after.len();
        segments.push(Segment { address, start, size });
        rest = after.get(size..).context("a segment is cut short")?;
    }
    Ok(segments)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_location_and_its_file_are_zeroed_and_nothing_else() {
        let mut memory = b"src/a.rskept".to_vec();
        for word in [1024_u32, 8, 7, 3, 1032, 4, 7, 3] {
            memory.extend(word.to_le_bytes());
        }
        let mut content = vec![1, 0, 0x41, 0x80, 8, 0x0b, memory.len() as u8];
        content.extend(&memory);
        let mut expected = content.clone();
        expected[7..15].fill(0);
        expected[19..35].fill(0);
        assert_eq!(wiped(&content).unwrap(), expected);
    }

    #[test]
    fn a_cut_section_is_refused() {
        assert!(wiped(&[1, 0, 0x41, 0x80, 8, 0x0b, 9, 0]).is_err());
    }
}
