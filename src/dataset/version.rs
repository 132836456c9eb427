//! Packed figures into twelve hex digits that are the same wherever the figures are, and others where one of them differs.

use super::{Dataset, pack};

/// The version of a packed text: FNV-1a over its bytes, folded from 64 bits to 48. It tells states of figures apart; it is
/// no proof against someone who wants two of them to look alike.
pub fn version(packed: &str) -> String {
    let mut sum: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in packed.bytes() {
        sum = (sum ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    let mut folded = (sum ^ (sum >> 48)) & 0xffff_ffff_ffff;
    let mut digits = [0_u8; 12];
    for digit in digits.iter_mut().rev() {
        *digit = b"0123456789abcdef"[(folded & 15) as usize];
        folded >>= 4;
    }
    digits.iter().copied().map(char::from).collect()
}

impl Dataset {
    /// The version of these figures: of what their packed form keeps, so that tables, the built-in figures and a file made
    /// of them have one. Empty where they cannot be packed.
    pub fn version(&self) -> String {
        pack::pack(self).map(|packed| version(&packed)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::version;

    #[test]
    fn a_version_is_twelve_hex_digits_that_change_with_any_character() {
        // As another program computes them.
        assert_eq!((version("a"), version("郑")), ("dc4c860143ef".to_owned(), "101b9dfe2708".to_owned()));
        let versions: Vec<String> = ["", "a", "b", "ab", "ba", "郑"].into_iter().map(version).collect();
        for (at, one) in versions.iter().enumerate() {
            assert!(one.len() == 12 && one.bytes().all(|digit| digit.is_ascii_hexdigit()), "{one}");
            assert!(!versions[..at].contains(one), "{one}");
        }
    }
}
